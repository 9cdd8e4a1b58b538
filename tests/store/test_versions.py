"""Texts as they came: packed with the body, and never lost when that changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store import articles
from store.archive import Archive
from store.checking import check
from store.errors import ArchiveDamaged
from store.versions import pack, unpack
from tests.store.making import BODY, FULL, made, open_archive, take_in

OTHER_BODY = "Sáng 4-10, mưa to.\n\nKhông họp."


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path) as opened:
        yield opened


@given(st.text(), st.text())
@example("", "")
@example("\ud800", "\ud800")
@example("đường dài " * 20_000, "đường dài " * 19_000)
def test_what_is_packed_comes_out_again(original: str, body: str) -> None:
    assert unpack(pack(original, body), body) == original


def test_a_text_takes_little_room_beside_its_body() -> None:
    body = "".join(chr(0x61 + at * at % 977) for at in range(5000))

    assert len(pack(f"Đầu đề\n{body}\nIn bài", body)) < 200


@pytest.mark.parametrize("packed", [pack("một", "hai"), b"", b"no zlib"])
def test_what_cannot_be_unpacked_is_damage(packed: bytes) -> None:
    with pytest.raises(ArchiveDamaged):
        unpack(packed, "ba")


def test_the_text_as_it_came_outlives_any_change_of_the_body(archive: Archive) -> None:
    [article_id] = take_in(archive, FULL)

    with archive.transaction() as connection:
        connection.execute("UPDATE articles SET body = 'Một', id = id + 1 WHERE id = ?", (article_id,))
        connection.execute("UPDATE articles SET body = 'Hai'")

    assert articles.original(archive, article_id + 1) == FULL.original


def test_every_version_can_be_read_whatever_came_after(archive: Archive) -> None:
    versions = [FULL, made(body=OTHER_BODY), made(body="Ba."), FULL, made(body="Bốn.")]
    for version in versions:
        articles.add(archive, version)

    assert articles.original(archive, articles.find(archive, "/a.txt")) == "\n\n".join(
        (FULL.article.title or "", "Bốn.", "Chia sẻ\nIn bài")
    )
    assert archive.rows("SELECT count(*), count(body) FROM article_versions") == [(4, 3)]
    assert check(archive) == ()


def test_a_body_that_stays_is_not_kept_twice(archive: Archive) -> None:
    [article_id] = take_in(archive, FULL)

    with archive.transaction() as connection:
        connection.execute("UPDATE articles SET body = body, title = 'Khác' WHERE id = ?", (article_id,))

    assert archive.rows("SELECT body FROM article_versions") == [(None,)]


def test_a_change_of_the_furniture_alone_leaves_both_versions_readable(archive: Archive) -> None:
    other = replace(FULL, original=FULL.original + "\nXem thêm", source=replace(FULL.source, digest="0" * 64))
    [article_id] = take_in(archive, FULL)

    articles.add(archive, other)

    assert articles.original(archive, article_id) == other.original
    articles.add(archive, FULL)
    assert articles.original(archive, article_id) == FULL.original
    assert articles.read(archive, article_id).body == BODY


def test_damage_of_a_text_as_it_came_is_found(archive: Archive) -> None:
    [article_id] = take_in(archive, FULL)
    archive.rows("UPDATE article_versions SET original = x'00'")

    with pytest.raises(ArchiveDamaged):
        articles.original(archive, article_id)
    assert any("as it came" in finding for finding in check(archive))


def test_a_text_as_it_came_that_is_another_one_is_found(archive: Archive) -> None:
    take_in(archive, FULL)
    archive.connection.execute("UPDATE article_versions SET original = ?", (pack("Khác", BODY),))

    assert any("as it came" in finding for finding in check(archive))
