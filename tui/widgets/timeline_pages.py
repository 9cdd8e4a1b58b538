"""The rows of the timeline, asked for a page at a time and kept as long as they are near."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from store.records import TimelineRow

PAGE: Final = 64
"""Rows asked for at once."""

PAGES_KEPT: Final = 32


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


class Nothing:
    """No rows at all."""

    count: int = 0
    groups: Sequence[tuple[str | None, int]] = ()

    def rows(self, first: int, size: int) -> list[TimelineRow]:
        """Give none."""
        return []

    def index_of(self, key: str) -> int | None:
        """Find nothing."""
        return None


class Pages:
    """Rows of one source."""

    def __init__(self, source: RowSource) -> None:
        self.source = source
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

    def forget(self, keys: Iterable[str] | None = None) -> None:
        """Forget the pages with these articles, or (``None``) all."""
        changed = set(keys) if keys is not None else None
        self._pages = {
            number: page
            for number, page in self._pages.items()
            if changed is not None and not any(row.key in changed for row in page)
        }
