"""What the first screen shows, read from the archive in one go, and without Textual."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store import article_view, counts, marks, reading
from store.errors import ArchiveError
from store.query import parse
from store.search import search
from tui import config

if TYPE_CHECKING:
    from store.archive import Archive
    from store.counts import Counts
    from store.records import ArticleView
    from store.search import Results


@dataclass(frozen=True, slots=True)
class First:
    """The unfiltered timeline, the row that the cursor is on, its article, and the totals."""

    archive: Archive
    """The connection that all of it was read on, which may be read on from here."""
    results: Results
    index: int
    """The row of the article where the reader was left; the first row if it is gone."""
    view: ArticleView | None
    """The article of that row; ``None`` in an empty archive, or when it cannot be read."""
    totals: Counts
    change: int
    """The number of the last change by another connection, when this was read."""
    marked: int


def read(archive: Archive) -> First:
    """Read what the first screen shows.

    Raises:
        ArchiveError: the archive cannot be read.
    """
    change = counts.change_number(archive)
    results = search(archive, parse(""))
    last = (config.row_of(archive.path) or reading.last_article(archive)) if results.count else None
    index = (results.index_of(last) if last is not None else None) or 0
    rows = results.rows(index, 1)
    view = None
    with suppress(ArchiveError):  # an article that is damaged is told of in the reader, and others can be read
        view = article_view.read(archive, rows[0].article_id) if rows else None
    totals = counts.counts(archive)
    return First(archive, results, index, view, totals, change, marks.count(archive))
