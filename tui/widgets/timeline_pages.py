"""The rows of the timeline, asked for a page at a time and kept as long as they are near."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Final, Protocol

from store.records import Span, TimelineRow
from store.timeline import month_of

PAGE: Final = 64
"""Rows asked for at once."""

PAGES_KEPT: Final = 32

LEAST_CONTEXT: Final = 12

Context = tuple[str, tuple[Span, ...]]
"""A line of an article, and what the filter matches in it."""

ContextOf = Callable[[int, int], Context | None]
"""Gives the line of context of an article (by id) in so many code points; ``None`` where there is none."""


class RowSource(Protocol):
    """What the timeline shows; `store.search.Results` is one."""

    @property
    def count(self) -> int:
        """How many rows there are."""

    @property
    def groups(self) -> Sequence[tuple[str | None, int]]:
        """Months (EDTF; None: no year known) in the order of the rows, each with how many rows it has."""

    def rows(self, first: int, size: int) -> list[TimelineRow]:
        """Give up to ``size`` rows from ``first`` on, the newest first."""

    def index_of(self, key: str) -> int | None:
        """Tell where the article with this key stands."""

    def at_or_before(self, day: date) -> int | None:
        """Tell where the newest article of a day, or else before it, stands."""


class FirstRows:
    """The first rows of an answer that is still being counted."""

    def __init__(self, rows: Sequence[TimelineRow], *, by_time: bool) -> None:
        self._rows = list(rows)
        months = groupby(self._rows, lambda row: month_of(row.article_id)) if by_time else ()
        self.groups = tuple((month, len(list(found))) for month, found in months)

    @property
    def count(self) -> int:
        """How many rows are known."""
        return len(self._rows)

    def rows(self, first: int, size: int) -> list[TimelineRow]:
        """Give some of the known rows."""
        return self._rows[first : first + size]

    def index_of(self, key: str) -> int | None:
        """Tell where an article stands among the known rows."""
        return next((number for number, row in enumerate(self._rows) if row.key == key), None)

    def at_or_before(self, day: date) -> int | None:
        """Nothing is said of days before all rows are known."""
        return None


class Pages:
    """Rows of one source, and a line of context for those that are looked at."""

    def __init__(self, source: RowSource, context_of: ContextOf | None = None) -> None:
        self.source = source
        self._context_of = context_of
        self._pages: dict[int, list[TimelineRow]] = {}

    def row(self, index: int) -> TimelineRow | None:
        """Give one row, from the pages that are kept or from the source."""
        if not 0 <= index < self.source.count:
            return None
        number, at = divmod(index, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self.source.rows(number * PAGE, PAGE)
            while len(self._pages) > PAGES_KEPT:
                del self._pages[next(iter(self._pages))]
        return page[at] if at < len(page) else None

    @property
    def with_context(self) -> bool:
        """Whether rows may have a line of context."""
        return self._context_of is not None

    def context(self, row: TimelineRow, width: int) -> Context | None:
        """Give the line around the first match in an article, about as long as there are cells for it."""
        if self._context_of is None:
            return None
        return self._context_of(row.article_id, max(width, LEAST_CONTEXT))

    def forget(self, keys: Iterable[str] | None = None) -> None:
        """Forget the pages with these articles, or (``None``) all."""
        changed = set(keys) if keys is not None else None
        self._pages = {
            number: page
            for number, page in self._pages.items()
            if changed is not None and not any(row.key in changed for row in page)
        }
