"""Texts as they came: packed with the body, and never lost when that changes."""

from __future__ import annotations

import zlib
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


@given(st.text(), st.none() | st.text(), st.text())
@example("", None, "")
@example("\n", "", "")
@example("\ud800", "\ud800", "\ud800")
@example("đường dài " * 20_000, "đường", "đường dài " * 19_000)
def test_what_is_packed_comes_out_again(original: str, title: str | None, body: str) -> None:
    assert unpack(pack(original, title, body), title, body) == original


def test_a_text_that_is_its_headline_and_body_takes_no_room() -> None:
    assert pack("Đầu đề\n\nMột.\n\nHai.\n", "Đầu đề", "Một.\n\nHai.") == b""
    assert pack("Một.\n", None, "Một.") == b""


def test_what_the_first_version_packed_with_the_body_alone_is_read() -> None:
    packer = zlib.compressobj(6, zdict="Một hai ba.".encode())
    packed = packer.compress("Đầu đề\nMột hai ba.".encode()) + packer.flush()

    assert unpack(packed, "Đầu đề", "Một hai ba.") == "Đầu đề\nMột hai ba."


def test_a_text_takes_little_room_beside_its_body() -> None:
    body = "".join(chr(0x61 + at * at % 977) for at in range(5000))

    assert len(pack(f"Đầu đề\n{body}\nIn bài", "Đầu đề", body)) < 100


@pytest.mark.parametrize("packed", [pack("một", None, "hai")[:-1], b"\x01", b"\x01\xff\xff", b"\x78", b"no zlib"])
def test_what_cannot_be_unpacked_is_damage(packed: bytes) -> None:
    with pytest.raises(ArchiveDamaged):
        unpack(packed, "một", "ba")


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

    assert archive.rows("SELECT title, body FROM article_versions") == [(FULL.article.title, None)]
    assert articles.original(archive, article_id) == FULL.original


def test_the_text_of_an_article_without_a_headline_outlives_one_that_it_gets(archive: Archive) -> None:
    untitled = made(title=None)
    [article_id] = take_in(archive, untitled)

    archive.rows("UPDATE articles SET title = 'Đầu đề', body = 'Khác'")

    assert articles.original(archive, article_id) == untitled.original


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
    archive.connection.execute(
        "UPDATE article_versions SET original = ?", (pack("Khác", FULL.article.title, BODY),)
    )

    assert any("as it came" in finding for finding in check(archive))
