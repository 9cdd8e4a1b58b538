"""Reading: read and unread, where one stopped, the last article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store import articles, journal, reading
from store.archive import Archive
from tests.store.desk import open_archive, take_in


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path) as opened:
        yield opened


def unread(archive: Archive, key: str) -> bool:
    return articles.read(archive, articles.find(archive, key)).unread


def test_read_and_unread_and_undo(archive: Archive) -> None:
    key = take_in(archive, "/a.txt", "Họp", "Một.")
    assert unread(archive, key)
    assert reading.set_read(archive, [key, key, "other"], True) == 2
    assert reading.set_read(archive, [key], True) == 0
    assert not unread(archive, key)
    assert reading.set_read(archive, [key], False) == 1
    assert unread(archive, key)
    journal.undo(archive)
    assert not unread(archive, key)
    assert [entry.describe() for entry in journal.history(archive, 3)] == ["1 article unread", "2 articles read"]


def test_counting_as_unread_what_was_never_read_is_no_act(archive: Archive) -> None:
    assert reading.set_read(archive, ["a"], False) == 0
    reading.stop_at(archive, "a", 3)
    assert reading.set_read(archive, ["a"], False) == 0
    assert journal.history(archive, 1) == []


def test_a_deliberate_unread_outlives_being_opened_again(archive: Archive) -> None:
    reading.set_read(archive, ["a"], True)
    reading.set_read(archive, ["a"], False)
    reading.set_read(archive, ["a"], True, automatic=True)
    undone = journal.undo(archive)
    assert undone and undone.describe() == "1 article unread"


def test_where_one_stopped_and_the_last_article(archive: Archive) -> None:
    assert reading.last_article(archive) is None
    first, second = (take_in(archive, f"/{n}.txt", n, f"Bài {n} khá dài.") for n in ("một", "hai"))
    reading.stop_at(archive, second, 4)
    reading.stop_at(archive, first, 7)
    reading.stop_at(archive, "of-an-article-not-here", 9)
    assert reading.last_article(archive) == first
    assert articles.read(archive, articles.find(archive, first)).stopped_at == 7
    reading.stop_at(archive, first, -5)
    assert articles.read(archive, articles.find(archive, first)).stopped_at == 0
    assert unread(archive, first)
