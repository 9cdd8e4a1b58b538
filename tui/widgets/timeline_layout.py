"""Where the rows of the timeline stand: rows and headings to lines and back, by arithmetic.

A layout knows nothing of what rows say. With a million rows nobody can ask each for its height, so there all are
of one height but the row under the cursor, which may unfold; a list that fits the screen gives each the height
that its title needs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple


class Place(NamedTuple):
    """What stands on a line: line ``part`` of row ``row``, or (``row`` is None) the heading of a section.

    Of the empty line above a heading, ``part`` is -1.
    """

    section: int
    row: int | None
    part: int


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under one heading: those of a month, or, where a year is folded, of its months.

    A folded one shows its heading alone; the cursor can stand there, which is told as its first row.
    """

    name: str | None
    first: int
    rows: int
    folded: bool = False


class Sections:
    """Sections in the order of the rows; rows beyond the last belong to none (section -1)."""

    def __init__(self, sections: Sequence[Section], count: int) -> None:
        self.all = tuple(sections)
        self.count = count
        self._firsts = [section.first for section in self.all]
        self.end = self.all[-1].first + self.all[-1].rows if self.all else 0
        """The number of the first row that belongs to no section."""
        self._stops = [0, *accumulate(1 if section.folded else section.rows for section in self.all)]

    def of_row(self, row: int) -> int:
        """Tell which section a row belongs to."""
        return bisect_right(self._firsts, row) - 1 if row < self.end else -1

    def is_folded(self, row: int) -> bool:
        """Tell whether a row is behind the heading of its section."""
        at = self.of_row(row)
        return at >= 0 and self.all[at].folded

    @property
    def rows_beyond(self) -> int:
        """How many rows belong to no section."""
        return self.count - self.end

    @property
    def open_rows(self) -> int:
        """How many rows are not behind a heading."""
        return self.count - sum(section.rows for section in self.all if section.folded)

    def in_sight(self) -> Iterator[int]:
        """Give the rows that are not behind a heading."""
        for section in self.all:
            if not section.folded:
                yield from range(section.first, section.first + section.rows)
        yield from range(self.end, self.count)

    # The cursor stops at every row that is not behind a heading, and at every heading that hides rows.

    @property
    def stops(self) -> int:
        """How many places there are for the cursor."""
        return self._stops[-1] + self.count - self.end

    def stop_of(self, row: int) -> int:
        """Tell the number of the place where the cursor stands for a row."""
        at = self.of_row(row)
        if at < 0:
            return self._stops[-1] + row - self.end
        section = self.all[at]
        return self._stops[at] + (0 if section.folded else row - section.first)

    def row_at(self, stop: int) -> int:
        """Tell the row that the cursor stands for at a place."""
        if stop >= self._stops[-1]:
            return self.end + stop - self._stops[-1]
        at = bisect_right(self._stops, stop) - 1
        return self.all[at].first + stop - self._stops[at]


class EvenLayout:
    """Rows of ``height`` lines each; the row ``unfolded`` has ``extra`` lines more."""

    def __init__(self, sections: Sections, height: int) -> None:
        self.sections = sections
        self.height = height
        self.unfolded = 0
        self.extra = 0
        sizes = [1 if section.folded else 1 + section.rows * height for section in sections.all]
        self._heads = [0, *accumulate(sizes)]

    @property
    def count(self) -> int:
        """How many rows there are, with those behind headings."""
        return self.sections.count

    def unfold(self, row: int, height: int) -> None:
        """Let a row alone have the lines that it needs, if these are more than the others have."""
        self.unfolded, self.extra = row, max(height - self.height, 0)

    def _plain_line_of(self, row: int) -> int:
        at = self.sections.of_row(row)
        if at < 0:
            return self._heads[-1] + (row - self.sections.end) * self.height
        section = self.sections.all[at]
        return self._heads[at] + (0 if section.folded else 1 + (row - section.first) * self.height)

    def line_of(self, row: int) -> int:
        """Tell the first line of a row, or of the heading that hides it."""
        return self._plain_line_of(row) + (self.extra if row > self.unfolded else 0)

    def height_of(self, row: int) -> int:
        """Tell how many lines a row has, or the heading that hides it."""
        if self.sections.is_folded(row):
            return 1
        return self.height + (self.extra if row == self.unfolded else 0)

    @property
    def lines(self) -> int:
        """How many lines there are in all."""
        return self._heads[-1] + self.sections.rows_beyond * self.height + self.extra

    def place(self, line: int) -> Place | None:
        """Tell what stands on a line; ``None`` beyond the last."""
        if not 0 <= line < self.lines:
            return None
        if self.extra:
            within = line - (self._plain_line_of(self.unfolded) + self.height)
            if 0 <= within < self.extra:
                return Place(self.sections.of_row(self.unfolded), self.unfolded, self.height + within)
            if within >= self.extra:
                line -= self.extra
        if line >= self._heads[-1]:
            row, part = divmod(line - self._heads[-1], self.height)
            return Place(-1, self.sections.end + row, part)
        at = bisect_right(self._heads, line) - 1
        if self._heads[at] == line:
            return Place(at, None, 0)
        row, part = divmod(line - self._heads[at] - 1, self.height)
        return Place(at, self.sections.all[at].first + row, part)


class FittedLayout:
    """A few rows, each of its own height; ``spaced`` puts an empty line above each heading but the first."""

    def __init__(self, sections: Sections, heights: Mapping[int, int], *, spaced: bool = False) -> None:
        self.sections = sections
        self._places: list[Place] = []
        self._lines: dict[int, int] = {}
        self._heights = heights
        for at, section in enumerate(sections.all):
            if spaced and self._places:
                self._places.append(Place(at, None, -1))
            self._places.append(Place(at, None, 0))
            if not section.folded:
                self._add(at, range(section.first, section.first + section.rows))
        self._add(-1, range(sections.end, sections.count))

    def _add(self, section: int, rows: range) -> None:
        for row in rows:
            self._lines[row] = len(self._places)
            self._places.extend(Place(section, row, part) for part in range(self._heights[row]))

    @property
    def count(self) -> int:
        """How many rows there are, with those behind headings."""
        return self.sections.count

    def line_of(self, row: int) -> int:
        """Tell the first line of a row, or of the heading that hides it."""
        if row in self._lines:
            return self._lines[row]
        return self._places.index(Place(self.sections.of_row(row), None, 0))

    def height_of(self, row: int) -> int:
        """Tell how many lines a row has, or the heading that hides it."""
        return self._heights[row] if row in self._lines else 1

    @property
    def lines(self) -> int:
        """How many lines there are in all."""
        return len(self._places)

    def place(self, line: int) -> Place | None:
        """Tell what stands on a line; ``None`` beyond the last."""
        return self._places[line] if 0 <= line < len(self._places) else None


Layout = EvenLayout | FittedLayout


def fitted(sections: Sections, height: int, least: int, height_of: Callable[[int], int]) -> FittedLayout | None:
    """Lay out rows that fit ``height`` lines with every title whole, with air above the headings if there is room.

    ``least`` is what no row is lower than, ``height_of`` tells how high one is. ``None``: they do not fit.
    """
    if sections.open_rows * least + len(sections.all) > height:
        return None
    heights = {row: height_of(row) for row in sections.in_sight()}
    layouts = (FittedLayout(sections, heights, spaced=spaced) for spaced in (True, False))
    return next((layout for layout in layouts if layout.lines <= height), None)


def drawn_at(layout: Layout, top: int, y: int) -> Place | None:
    """Tell what is drawn ``y`` lines below the line ``top``; ``None``: nothing.

    The first line of the screen shows the heading of its section, whatever stands there.
    """
    place = layout.place(top + y)
    if place is None or place.part < 0:
        return None
    if y == 0 and top > 0 and place.section >= 0:
        return Place(place.section, None, 0)
    return place


def lines_around(layout: Layout, row: int, height: int) -> tuple[int, int]:
    """Tell the first and the last line to be seen with the cursor on a row: its own below the heading on top."""
    line = layout.line_of(row)
    tall = min(layout.height_of(row), height)
    sections = layout.sections
    head = 1 if sections.all and height > tall and not sections.is_folded(row) else 0
    return line - head, line + tall - 1
