"""Marks: gathering articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store import journal, marks
from store.archive import Archive
from tests.store.desk import open_archive, take_in


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path) as opened:
        yield opened


@pytest.fixture
def keys(archive: Archive) -> list[str]:
    """The keys of three articles, newest first as the timeline has them."""
    made = [take_in(archive, f"/{name}.txt", name, f"Bài {name}.") for name in ("một", "hai", "ba")]
    return made[::-1]


def test_toggling_marks_all_unless_all_are_marked(archive: Archive, keys: list[str]) -> None:
    assert marks.toggle(archive, keys[:1]) is True
    assert marks.toggle(archive, keys[:2]) is True
    assert marks.all_marked(archive) == keys[:2]
    assert marks.toggle(archive, keys[:2]) is False
    assert marks.all_marked(archive) == []
    assert [entry.describe() for entry in journal.history(archive, 3)] == [
        "unmark 2 articles", "mark 1 article", "mark 1 article",
    ]  # fmt: skip


def test_marked_articles_come_in_the_order_of_the_timeline(archive: Archive, keys: list[str]) -> None:
    assert marks.mark(archive, keys[::-1]) == 3
    assert marks.all_marked(archive) == keys


def test_inverting_is_one_act(archive: Archive, keys: list[str]) -> None:
    marks.mark(archive, keys[:1])
    assert marks.invert(archive, keys) == 2
    assert marks.all_marked(archive) == keys[1:]
    journal.undo(archive)
    assert marks.all_marked(archive) == keys[:1]


def test_inverting_leaves_other_marks_alone(archive: Archive, keys: list[str]) -> None:
    marks.mark(archive, keys[:1])
    marks.invert(archive, keys[1:])
    assert marks.all_marked(archive) == keys


def test_clearing_takes_off_all_marks_and_is_one_act(archive: Archive, keys: list[str]) -> None:
    marks.mark(archive, [*keys, "of-an-article-not-here"])
    assert marks.all_marked(archive) == keys
    assert marks.clear(archive) == 4
    assert marks.all_marked(archive) == []
    journal.undo(archive)
    assert marks.all_marked(archive) == keys
    assert marks.clear(archive) == 4


def test_clearing_nothing_is_no_act(archive: Archive) -> None:
    assert marks.clear(archive) == 0
    assert journal.last(archive) is None
