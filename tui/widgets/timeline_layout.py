"""Where the rows of the timeline stand: rows and headings to lines and back, by arithmetic.

A layout knows nothing of what rows say. With a million rows nobody can ask each for its height, so there all are
of one height but the row under the cursor, which may unfold; a list that fits the screen gives each the height
that its title needs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple


class Place(NamedTuple):
    """What stands on a line: line ``part`` of row ``row``, or (``row`` is None) the heading of group ``group``.

    Of the empty line above a heading, ``part`` is -1.
    """

    group: int
    row: int | None
    part: int


@dataclass(frozen=True, slots=True)
class Groups:
    """How many rows each group has, in order; rows beyond the last group belong to none (group -1)."""

    counts: tuple[int, ...]
    firsts: tuple[int, ...]

    @classmethod
    def of(cls, counts: Sequence[int]) -> Groups:
        """Count the rows before each group."""
        return cls(tuple(counts), (0, *accumulate(counts)))

    def of_row(self, row: int) -> int:
        """Tell which group a row belongs to."""
        if row >= self.firsts[-1]:
            return -1
        return bisect_right(self.firsts, row) - 1

    def headings_to(self, row: int) -> int:
        """Count the headings that stand before a row, its own included."""
        return min(bisect_right(self.firsts, row), len(self.counts))


class EvenLayout:
    """Rows of ``height`` lines each; the row ``unfolded`` has ``extra`` lines more."""

    def __init__(self, count: int, groups: Groups, height: int) -> None:
        self.count = count
        self.groups = groups
        self.height = height
        self.unfolded = 0
        self.extra = 0
        self._heads = [first * height + at for at, first in enumerate(groups.firsts[:-1])]

    def line_of(self, row: int) -> int:
        """Tell the first line of a row."""
        return row * self.height + self.groups.headings_to(row) + (self.extra if row > self.unfolded else 0)

    def height_of(self, row: int) -> int:
        """Tell how many lines a row has."""
        return self.height + (self.extra if row == self.unfolded else 0)

    @property
    def lines(self) -> int:
        """How many lines there are in all."""
        return self.count * self.height + len(self.groups.counts) + self.extra

    def place(self, line: int) -> Place | None:
        """Tell what stands on a line; ``None`` beyond the last."""
        if not 0 <= line < self.lines:
            return None
        within = line - (self.line_of(self.unfolded) + self.height)
        if 0 <= within < self.extra:
            return Place(self.groups.of_row(self.unfolded), self.unfolded, self.height + within)
        if within >= self.extra:
            line -= self.extra
        head = bisect_right(self._heads, line) - 1
        if head >= 0 and self._heads[head] == line:
            return Place(head, None, 0)
        row, part = divmod(line - head - 1, self.height)
        return Place(self.groups.of_row(row), row, part)


class FittedLayout:
    """A few rows, each of its own height; ``spaced`` puts an empty line above each heading but the first."""

    def __init__(self, groups: Groups, heights: Sequence[int], *, spaced: bool = False) -> None:
        self.count = len(heights)
        self.groups = groups
        self._places: list[Place] = []
        self._lines: list[int] = []
        self._heights = heights
        before = -1
        for row, height in enumerate(heights):
            group = groups.of_row(row)
            if group != before and group >= 0:
                if spaced and self._places:
                    self._places.append(Place(group, None, -1))
                self._places.append(Place(group, None, 0))
            before = group
            self._lines.append(len(self._places))
            self._places.extend(Place(group, row, part) for part in range(height))

    def line_of(self, row: int) -> int:
        """Tell the first line of a row."""
        return self._lines[row]

    def height_of(self, row: int) -> int:
        """Tell how many lines a row has."""
        return self._heights[row]

    @property
    def lines(self) -> int:
        """How many lines there are in all."""
        return len(self._places)

    def place(self, line: int) -> Place | None:
        """Tell what stands on a line; ``None`` beyond the last."""
        return self._places[line] if 0 <= line < len(self._places) else None


Layout = EvenLayout | FittedLayout
