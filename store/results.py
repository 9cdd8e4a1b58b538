"""The articles that a query finds, as a list of any length: counted by stretches of time, read where one looks.

A few articles are kept as ids. Of many only the count of each month is kept (of each day, where everything is
shown), so that a million take no more memory than ten thousand, and any place is reached through its month.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from store.rows import rows_of
from store.timeline import DATED, day_after, id_after, lowest_of_month, month_of

if TYPE_CHECKING:
    from store.archive import Archive
    from store.query import Query
    from store.records import TimelineRow
    from store.search_sql import Statement

FIRST_ROWS: Final = 256
"""Rows that are asked for without knowing how many there are, as long as no others are wanted."""

FEW: Final = 4096
"""Up to so many ids are kept."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Articles with ids from ``low`` on and below ``high``."""

    low: int
    high: int
    count: int


class Results:
    """The articles that a query finds, newest first: those without a year, then those without any date, come last.

    Counts stay as they were when they were first asked for. Rows are read as they are now: while articles come in,
    a row may stand a little further down in its month until the search is made again.
    """

    def __init__(self, archive: Archive, query: Query, found: Statement) -> None:
        self.query = query
        self._archive = archive
        self._statement = found
        self._count: int | None = None
        self._few: array[int] | None = None
        self._many = False
        self._stretches: tuple[_Stretch, ...] | None = None
        self._starts: tuple[int, ...] = ()
        self._groups: tuple[tuple[str | None, int], ...] | None = None

    @property
    def count(self) -> int:
        """How many articles there are, exactly."""
        if self._count is None:
            if self._statement.everything or self._are_few():
                self._find_out()
            else:
                self._count = self._select(f"SELECT count(*) FROM {self._statement.found()}")[0]  # noqa: S608
        return self._count or 0

    @property
    def counted(self) -> bool:
        """Whether `count` is known already, so that asking for it takes no time."""
        return self._count is not None

    def count_at_most(self, most: int) -> int:
        """Count no further than ``most``, which is much faster where there are many."""
        if self.counted or self._statement.everything:
            return min(self.count, most)
        sql = f"SELECT count(*) FROM ({self._statement.ids()} LIMIT ?)"  # noqa: S608
        return int(self._archive.rows(sql, (*self._statement.parameters, most))[0][0])

    @property
    def groups(self) -> tuple[tuple[str | None, int], ...]:
        """The months in the order of the rows, each with its count: ``2021-12``; ``XXXX``: no year known;
        ``None``: no date at all."""
        if self._groups is None:
            counts: dict[str | None, int] = {}
            for stretch in self._find_out():
                month = month_of(stretch.low)
                counts[month] = counts.get(month, 0) + stretch.count
            self._groups = tuple(counts.items())
        return self._groups

    def rows(self, first: int, size: int) -> list[TimelineRow]:
        """Give up to ``size`` rows from ``first`` on."""
        return rows_of(self._archive, self._ids(first, size))

    def index_of(self, key: str) -> int | None:
        """Tell where the article with this key stands; ``None`` when it is not found."""
        rows = self._archive.rows("SELECT id FROM articles WHERE key = ?", (key,))
        if not rows:
            return None
        [(wanted,)] = rows
        stretches = self._find_out()
        if self._few is not None:
            at = bisect_left(self._few, -wanted, key=lambda number: -number)
            return at if at < len(self._few) and self._few[at] == wanted else None
        number = bisect_left(stretches, -wanted, key=lambda stretch: -stretch.low)
        if number == len(stretches) or not self._count_within(wanted, wanted + 1):
            return None
        return self._starts[number] + self._count_within(wanted + 1, stretches[number].high)

    def holds(self, key: str) -> bool:
        """Tell whether the article with this key is found, without counting anything."""
        rows = self._archive.rows("SELECT id FROM articles WHERE key = ?", (key,))
        return any(self._count_within(number, number + 1) for (number,) in rows)

    def at_or_before(self, day: date) -> int | None:
        """Tell where the newest article of a day, or else before it, stands; ``None`` when there is none."""
        stretches, bound = self._find_out(), id_after(day)
        if self._few is not None:
            at = bisect_right(self._few, -bound, key=lambda number: -number)
            return at if at < len(self._few) and self._few[at] >= DATED else None
        number = bisect_right(stretches, -bound, key=lambda stretch: -stretch.low)
        while number < len(stretches):
            stretch = stretches[number]
            if stretch.high <= DATED:
                return None
            newer = self._count_within(bound, stretch.high) if stretch.high > bound else 0
            if newer < stretch.count:
                return self._starts[number] + newer
            number += 1
        return None

    def keys(self) -> list[str]:
        """Give the keys of all articles found, in their order."""
        found = self._statement
        sql = f"SELECT a.key FROM ({found.ids()}) f JOIN articles a ON a.id = f.id ORDER BY f.id DESC"  # noqa: S608
        return [key for (key,) in self._archive.rows(sql, found.parameters)]

    def _ids(self, first: int, size: int) -> list[int]:
        if self._stretches is None and first + size <= FIRST_ROWS:
            return self._select(f"{self._statement.ids()} LIMIT ? OFFSET ?", size, first)
        stretches = self._find_out()
        if self._few is not None:
            return self._few[first : first + size].tolist()
        ids: list[int] = []
        number = bisect_right(self._starts, first) - 1
        size = min(size, self._starts[-1] - first)
        while size > 0:
            skipped = first - self._starts[number]
            wanted = min(size, stretches[number].count - skipped)
            ids += self._ids_within(stretches[number], skipped, wanted)
            first, size, number = first + wanted, size - wanted, number + 1
        return ids

    def _ids_within(self, stretch: _Stretch, skipped: int, wanted: int) -> list[int]:
        """Give ids of a stretch, counted from whichever end is nearer."""
        sql = self._statement.within(self._statement.identity, "?", "?")
        left = stretch.count - skipped - wanted
        if left < skipped:
            ids = self._select(
                f"{sql} ORDER BY {self._statement.identity} LIMIT ? OFFSET ?",
                stretch.low,
                stretch.high,
                wanted,
                left,
            )
            return ids[::-1]
        return self._select(
            f"{sql} ORDER BY {self._statement.identity} DESC LIMIT ? OFFSET ?",
            stretch.low,
            stretch.high,
            wanted,
            skipped,
        )

    def _count_within(self, low: int, high: int) -> int:
        return self._select(self._statement.within("count(*)", "?", "?"), low, high)[0]

    def _select(self, sql: str, *more: object) -> list[int]:
        return [row[0] for row in self._archive.rows(sql, (*self._statement.parameters, *more))]

    def _find_out(self) -> tuple[_Stretch, ...]:
        """Count, by stretches of time; keep the ids themselves where they are few."""
        if self._stretches is None:
            with self._archive.snapshot():
                if self._statement.everything:
                    stretches = [_Stretch(day << 16, day + 1 << 16, count) for day, count in self._days()]
                else:
                    self._are_few()
                    stretches = self._count_months() if self._few is None else list(_by_month(self._few))
            self._starts = tuple(accumulate((stretch.count for stretch in stretches), initial=0))
            self._stretches = tuple(stretches)
            self._count = self._starts[-1]
        return self._stretches

    def _are_few(self) -> bool:
        if self._few is None and not self._many:
            ids = array("q", self._select(f"{self._statement.ids()} LIMIT ?", FEW + 1))
            self._many = len(ids) > FEW
            self._few = None if self._many else ids
        return not self._many

    def _days(self) -> list[tuple[int, int]]:
        return self._archive.rows("SELECT day, articles FROM articles_days WHERE articles > 0 ORDER BY day DESC")

    def _count_months(self) -> list[_Stretch]:
        """Count the articles of each month by one statement, which another thread can interrupt."""
        counted = self._statement.within("count(*)", "m.value ->> 0", "m.value ->> 1")
        months = _months([max(day << 16, 1) for day, _ in self._days()])
        rows = self._archive.rows(
            f"SELECT m.value ->> 0, m.value ->> 1, ({counted}) FROM json_each(?) m",  # noqa: S608
            (*self._statement.parameters, json.dumps(list(months))),
        )
        return [_Stretch(*row) for row in rows if row[2]]


def _months(ids: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the range of ids of every month in which some of the falling ``ids`` are, a step for each month."""
    at = 0
    while at < len(ids):
        low = lowest_of_month(ids[at])
        yield low, day_after(ids[at])
        at = bisect_right(ids, -low, lo=at, key=lambda number: -number)


def _by_month(ids: array[int]) -> Iterator[_Stretch]:
    """Count falling ids by month."""
    at = 0
    for low, high in _months(ids):
        after = bisect_right(ids, -low, lo=at, key=lambda number: -number)
        yield _Stretch(low, high, after - at)
        at = after
