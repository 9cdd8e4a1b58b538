"""Spans of time as bars of characters, all on one axis: when an office is known to have been held.

A bar claims no more than is known: a line joins only what was seen within `JOINED` of each other, and what lies
far from nearly everything else is told by a sign at the end of the axis instead of stretching it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from store.edtf import days

SEEN: Final = "●"
GUESSED: Final = "○"
BETWEEN: Final = "━"
NOTHING: Final = "·"
EARLIER: Final = "‹"
LATER: Final = "›"

JOINED: Final = timedelta(days=2 * 365)
"""How long after it was last seen an office still counts as held, if it is seen again."""
_FAR: Final = timedelta(days=10 * 365)
_MOST_OUTSIDE: Final = 10
"""At each end of the axis one sighting may be left out, or one in so many, if nothing is near to it."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One article that places something in time: an EDTF date, and whether that is only a guess."""

    date: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """Whole years from the first to the last, over a number of cells.

    Where something lies ``before`` or ``after`` them, the cell at that end is for its sign.
    """

    first: int
    last: int
    width: int
    before: bool = False
    after: bool = False

    @classmethod
    def over(cls, sightings: Iterable[Sighting], width: int) -> Axis | None:
        """Make the axis on which almost all of these have room; ``None`` when none has a year."""
        spans = [span for sighting in sightings if (span := days(sighting.date)) is not None]
        if not spans or width < 4:
            return None
        spans.sort(key=_middle)
        lowest, highest = _kept([_middle(span) for span in spans])
        kept = spans[lowest:highest]
        first, last = min(a for a, _ in kept).year, max(b for _, b in kept).year
        return cls(first, last, width, lowest > 0, highest < len(spans))

    def cell(self, day: date) -> int:
        """Tell the cell that a day falls into."""
        whole = (date(self.last, 12, 31) - date(self.first, 1, 1)).days + 1
        room = self.width - self.before - self.after
        return self.before + (day - date(self.first, 1, 1)).days * room // whole

    def label(self) -> str:
        """Write the first and the last year at the ends of the axis."""
        room = self.width - self.before - self.after
        if self.first == self.last or room < 9:
            text = str(self.first).ljust(room)
        else:
            text = f"{self.first}{str(self.last).rjust(room - 4)}"
        return " " * self.before + text + " " * self.after

    def bar(self, sightings: Sequence[Sighting]) -> str:
        """Draw when something was seen, and a line between times that are not far apart.

        What may be on any of many days is drawn in the middle of them.
        """
        cells = [NOTHING] * self.width
        seen: dict[date, str] = {}
        for sighting in sightings:
            span = days(sighting.date)
            if span is not None:
                sign = GUESSED if sighting.inferred or span[0] != span[1] else SEEN
                middle = _middle(span)
                seen[middle] = SEEN if SEEN in (sign, seen.get(middle)) else sign
        inside = sorted(day for day in seen if self.first <= day.year <= self.last)
        for day, following in pairwise(inside):
            if following - day <= JOINED:
                at, until = self.cell(day), self.cell(following)
                cells[at:until] = BETWEEN * (until - at)
        for day in inside:
            at = self.cell(day)
            cells[at] = SEEN if SEEN in (seen[day], cells[at]) else seen[day]
        if self.before and any(day.year < self.first for day in seen):
            cells[0] = EARLIER
        if self.after and any(day.year > self.last for day in seen):
            cells[-1] = LATER
        return "".join(cells)


def _middle(span: tuple[date, date]) -> date:
    return span[0] + (span[1] - span[0]) / 2


def _kept(times: Sequence[date]) -> tuple[int, int]:
    """Tell which of these sorted times are near the others: from the first number to before the second."""
    most = min(max(len(times) // _MOST_OUTSIDE, 1), (len(times) - 1) // 2)
    lowest, highest = 0, len(times)
    for at in range(1, most + 1):
        if times[at] - times[at - 1] > _FAR:
            lowest = at
        if times[-at] - times[-at - 1] > _FAR:
            highest = len(times) - at
    return lowest, highest
