"""Spans of time as bars of characters, all on one axis: how long an office is known to have been held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from store.edtf import days

SEEN: Final = "●"
GUESSED: Final = "○"
BETWEEN: Final = "━"
NOTHING: Final = "·"


@dataclass(frozen=True, slots=True)
class Sighting:
    """One article that places something in time: an EDTF date, and whether that is only a guess."""

    date: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """Whole years from the first to the last, over a number of cells."""

    first: int
    last: int
    width: int

    @classmethod
    def over(cls, sightings: Iterable[Sighting], width: int) -> Axis | None:
        """Make the axis on which all of these have room; ``None`` when none has a year."""
        spans = [span for sighting in sightings if (span := days(sighting.date)) is not None]
        if not spans or width < 2:
            return None
        return cls(min(a for a, _ in spans).year, max(b for _, b in spans).year, width)

    def cell(self, day: date) -> int:
        """Tell the cell that a day falls into."""
        whole = (date(self.last, 12, 31) - date(self.first, 1, 1)).days + 1
        return (day - date(self.first, 1, 1)).days * self.width // whole

    def label(self) -> str:
        """Write the first and the last year at the ends of the axis."""
        if self.first == self.last or self.width < 9:
            return str(self.first).ljust(self.width)
        return f"{self.first}{str(self.last).rjust(self.width - 4)}"

    def bar(self, sightings: Sequence[Sighting]) -> str:
        """Draw when something was seen, and a line from the first time to the last.

        What may be on any of many days is drawn in the middle of them.
        """
        cells = [NOTHING] * self.width
        marks: dict[int, str] = {}
        for sighting in sightings:
            span = days(sighting.date)
            if span is not None:
                middle = span[0] + (span[1] - span[0]) / 2
                at = self.cell(middle)
                sign = GUESSED if sighting.inferred or span[0] != span[1] else SEEN
                marks[at] = SEEN if SEEN in (sign, marks.get(at)) else sign
        if marks:
            for at in range(min(marks), max(marks)):
                cells[at] = BETWEEN
        for at, sign in marks.items():
            cells[at] = sign
        return "".join(cells)
