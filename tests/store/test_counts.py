"""How much there is, and whether someone else has written."""

from __future__ import annotations

from pathlib import Path

from store import articles, tags
from store.archive import Archive
from store.counts import Counts, change_number, counts
from tests.tui import shelf


def test_counting(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive.db") as archive:
        assert counts(archive) == Counts(0, 0, 0, 0)
        for article in shelf.ALL:
            articles.add(archive, article)
        known = counts(archive)
        assert (known.articles, known.versions, known.people) == (5, 5, 3)
        assert known.meetings == len(archive.rows("SELECT id FROM meetings")) > 0


def test_only_what_others_write_changes_the_number(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive.db") as archive, archive.reader() as reader:
        number, own = change_number(reader), change_number(archive)
        assert change_number(reader) == number
        articles.add(archive, shelf.LETTER)
        assert change_number(reader) != number
        assert change_number(archive) == own
        [(key,)] = archive.rows("SELECT key FROM articles")
        number = change_number(reader)
        tags.add(archive, [key], "đọc lại")
        assert change_number(reader) != number
