"""The index follows what the reader does, whoever does it: acts, undoing, other tools, articles that move."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import articles, indexing, journal, marks, notes, reading, tags
from store.archive import Archive
from store.checking import check
from store.query import parse
from store.records import Span
from store.search import search
from tests.store.making import made, open_archive, take_in

FROM_SOURCES = "FROM sources WHERE article_id = a.id"
BODIES = ("Họp bàn việc nước.", "Thăm bà con vùng cao.", "Kiểm tra số liệu của tỉnh.")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path) as opened:
        take_in(opened, *(made(f"/{n}.txt", f"Bài {n}", body) for n, body in enumerate(BODIES)))
        yield opened


def key(archive: Archive, number: int) -> str:
    return articles.key_of(archive, articles.find(archive, f"/{number}.txt"))


def found(archive: Archive, text: str) -> set[str]:
    return set(search(archive, parse(text, complete=True)).keys())


def scanned(archive: Archive) -> dict[str, set[str]]:
    """What each question should find, read from the tables themselves."""
    there = {row[0] for row in archive.rows("SELECT key FROM articles")}
    asked = {
        "is:tagged": "SELECT article_key FROM article_tags",
        "is:noted": "SELECT article_key FROM annotations",
        "is:marked": "SELECT article_key FROM marks",
        "is:read": "SELECT article_key FROM reading WHERE read_at IS NOT NULL",
        "is:duplicate": f"SELECT key FROM articles a WHERE (SELECT count(*) {FROM_SOURCES}) > 1",
        "note:họp": "SELECT article_key FROM annotations WHERE text || ' ' || exact LIKE '%họp%'",
        "tag:một": "SELECT article_key FROM article_tags t JOIN tags ON id = tag_id WHERE name = 'một'",
        "tag:hai": "SELECT article_key FROM article_tags t JOIN tags ON id = tag_id WHERE name = 'hai'",
    }
    expected = {text: {row[0] for row in archive.rows(sql)} & there for text, sql in asked.items()}
    expected["is:unread"] = there - expected["is:read"]
    return expected


def in_step(archive: Archive) -> None:
    for text, keys in scanned(archive).items():
        assert found(archive, text) == keys, text
    assert archive.rows("SELECT * FROM desk_changed") == archive.rows("SELECT * FROM desk_gone") == []
    assert check(archive) == ()


ACTS: dict[str, Callable[[Archive, str], object]] = {
    "tag": lambda archive, key: tags.add(archive, [key], "một"),
    "tag otherwise": lambda archive, key: tags.add(archive, [key], "hai"),
    "untag": lambda archive, key: "một" in names(archive) and tags.remove(archive, [key], "một"),
    "rename": lambda archive, _: tags.rename(archive, "một", "hai") if names(archive) == {"một"} else None,
    "merge": lambda archive, _: tags.merge(archive, "một", "hai") if len(names(archive)) == 2 else None,
    "delete": lambda archive, _: "hai" in names(archive) and tags.delete(archive, "hai"),
    "mark": lambda archive, key: marks.mark(archive, [key]),
    "unmark": lambda archive, key: marks.unmark(archive, [key]),
    "read": lambda archive, key: reading.set_read(archive, [key], True),
    "unread": lambda archive, key: reading.set_read(archive, [key], False),
    "note": lambda archive, key: notes.add(archive, key, Span(0, 3), "họp lại"),
    "another note": lambda archive, key: notes.add(archive, key, None, "chép ra"),
    "undo": lambda archive, _: journal.undo(archive),
    "redo": lambda archive, _: journal.redo(archive),
}


def names(archive: Archive) -> set[str]:
    return {tag.name for tag in tags.all_tags(archive)}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 2)), max_size=12))
def test_after_any_acts_the_index_says_what_the_tables_say(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int]]
) -> None:
    with open_archive(tmp_path_factory.mktemp("acts")) as archive:
        take_in(archive, *(made(f"/{n}.txt", f"Bài {n}", body) for n, body in enumerate(BODIES)))
        for act, number in acts:
            ACTS[act](archive, key(archive, number))
        in_step(archive)


def test_what_another_tool_does_is_found_when_the_archive_is_opened_again(tmp_path: Path, archive: Archive) -> None:
    first, second, third = (key(archive, number) for number in range(3))
    tags.add(archive, [first, second], "một")
    with sqlite3.connect(archive.path) as other:
        other.execute("DELETE FROM article_tags WHERE article_key = ?", (first,))
        other.execute("INSERT INTO marks VALUES (?, '')", (third,))
        other.execute("INSERT INTO reading VALUES (?, 'now', 0, NULL)", (second,))
        other.execute("UPDATE reading SET article_key = ?", (third,))
    other.close()
    assert "wait for the search index" in " ".join(check(archive))

    with Archive.open(archive.path) as again:
        in_step(again)
        assert found(again, "is:read is:marked") == {third}


def test_articles_that_move_or_go_take_what_the_index_has_with_them(archive: Archive) -> None:
    first, second, _ = (key(archive, number) for number in range(3))
    tags.add(archive, [first, second], "một")
    marks.mark(archive, [first])
    before = articles.find(archive, "/0.txt")
    take_in(archive, made("/0.txt", "Bài 0", BODIES[0] + " Thêm.", date="2020-02-03"))
    assert articles.find(archive, "/0.txt") != before
    in_step(archive)

    with archive.transaction() as connection:
        moved = articles.find(archive, "/0.txt")
        connection.execute("UPDATE articles SET id = ? WHERE id = ?", (before + 70, moved))
        other = articles.find(archive, "/1.txt")
        for table in ("sources", "article_versions"):
            connection.execute(f"DELETE FROM {table} WHERE article_id = ?", (other,))
        connection.execute("DELETE FROM articles WHERE id = ?", (other,))
        connection.execute("UPDATE articles SET id = ? WHERE id = ?", (other, before + 70))
    with Archive.open(archive.path) as again:
        in_step(again)
        assert found(again, "tag:một is:marked") == {first}


def test_a_desk_that_is_there_before_the_article(archive: Archive, tmp_path: Path) -> None:
    first = key(archive, 0)
    (tmp_path / "other").mkdir()
    with open_archive(tmp_path / "other") as fresh:
        with fresh.transaction() as connection:
            connection.execute("INSERT INTO marks VALUES (?, '')", (first,))
        take_in(fresh, made("/0.txt", "Bài 0", BODIES[0]), made("/1.txt", "Bài 1", BODIES[1]))
        in_step(fresh)
        assert found(fresh, "is:marked họp") == {first}


def test_a_second_file_with_the_same_text(archive: Archive) -> None:
    assert found(archive, "is:duplicate") == set()
    articles.add(archive, made("/bản sao.txt", "Bài 0", BODIES[0]))
    in_step(archive)
    assert found(archive, "is:duplicate") == {key(archive, 0)}
    take_in(archive, made("/bản sao.txt", "Khác hẳn", "Không còn gì chung."))
    in_step(archive)
    assert found(archive, "is:duplicate") == set()


def test_making_the_index_anew_keeps_the_desk(archive: Archive) -> None:
    tags.add(archive, [key(archive, 1)], "một")
    notes.add(archive, key(archive, 2), None, "họp lại")
    with archive.transaction() as connection:
        connection.execute("INSERT INTO articles_fts(articles_fts) VALUES ('delete-all')")
    assert any("__tagged" in finding for finding in check(archive))

    indexing.rebuild(archive)

    in_step(archive)


def test_an_act_that_fails_leaves_the_index_as_it_was(archive: Archive) -> None:
    with pytest.raises(RuntimeError), archive.transaction() as connection:
        connection.execute("INSERT INTO marks VALUES (?, '')", (key(archive, 0),))
        raise RuntimeError
    in_step(archive)


def test_bringing_an_archive_up_to_date_can_be_broken_off_and_goes_on(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "BATCH", 1)
    tags.add(archive, [key(archive, 1)], "một")
    with archive.transaction(settling=True) as connection:
        for statement in indexing.EMPTY:
            connection.execute(statement)
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if len(told) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Archive.open(archive.path, progress=stop)
    assert told == [(1, 4), (2, 4), (3, 4)]
    assert archive.rows("SELECT count(*) FROM articles_changed") == [(1,)]

    told.clear()
    with Archive.open(archive.path, progress=lambda done, total: told.append((done, total))) as again:
        assert told == [(1, 1)]
        in_step(again)
