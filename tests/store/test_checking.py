"""Finding what is wrong with an archive."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from store import articles, notes
from store.archive import Archive
from store.checking import check
from store.query import parse
from store.records import Span
from store.search import search
from tests.store.making import BODY, FULL, made, open_archive, take_in


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path) as opened:
        [article_id] = take_in(opened, FULL)
        notes.add(opened, articles.key_of(opened, article_id), Span(0, 4), "Ghi", "note")
        yield opened


def test_a_sound_archive_has_no_findings(archive: Archive) -> None:
    take_in(archive, made("/b.txt", title=None, body="x" * 5000, people={}), made("/c.txt", body="…", people={}))
    articles.add(archive, made(body=f"{BODY} Thêm."))

    assert check(archive) == ()
    assert check(archive.reader()) == ()


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("DELETE FROM articles_fts_data WHERE id > 10", "articles_fts"),
        ("INSERT INTO articles_fts(articles_fts) VALUES ('delete-all')", "articles_fts"),
        ("INSERT INTO articles_fts(rowid, title, body) VALUES (77, 'a', '_ b')", "77"),
        ("UPDATE articles_days SET articles = 7", "articles_days"),
        ("INSERT INTO articles_days(day, articles) VALUES (3, 1)", "articles_days"),
        ("UPDATE tenures SET wording = 'khác' WHERE number = 0", "tenures 0"),
        ("UPDATE tenures SET length = 100000 WHERE number = 0", "tenures 0"),
        ('UPDATE mentions SET "start" = -1 WHERE number = 1', "mentions 1"),
        ("UPDATE attendances SET length = 0 WHERE number = 0", "attendances 0"),
        ('UPDATE citations SET "start" = "start" + 1', "citations 0"),
        ('UPDATE annotations SET "start" = 1, "end" = 5', "Note"),
        ("UPDATE tenures SET position_id = 99 WHERE number = 0", "positions"),
    ],
)
def test_damage_is_found(archive: Archive, damage: str, said: str) -> None:
    archive.rows("PRAGMA foreign_keys = OFF")
    archive.rows(damage)

    findings = check(archive)

    assert any(said in finding for finding in findings)


def test_a_damaged_file_is_told_and_no_crash(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        take_in(archive, *[made(f"/{n}.txt", body=f"{BODY} {n}") for n in range(50)])
        [(page,)] = archive.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'mentions'")
        [(size,)] = archive.rows("PRAGMA page_size")
    path = tmp_path / "archive.db"
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(content)

    with open_archive(tmp_path) as archive:
        findings = check(archive)

    assert any("damaged" in finding for finding in findings)


def test_an_archive_of_which_the_notice_of_changes_was_changed_too_still_opens(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        take_in(archive, FULL, made("/b.txt", title="Khác", body="Bài khác."))
        path = archive.path
    with sqlite3.connect(path) as other:
        other.execute("UPDATE articles SET title = 'của người khác', body = body || ' và nữa'")
        other.execute("UPDATE articles_changed SET title = 'chưa từng có', body = 'chưa từng có'")
    other.close()
    with Archive.open(path) as archive:
        assert check(archive) == ()
        assert search(archive, parse('"người khác"')).count == 2
