"""Lives told in rows, each of a stretch of years: `5/1997 - 12/1999: Thành ủy viên, Giám đốc Sở ...`.

Such rows name nobody; all their offices are those of the one person whose life it is.
"""

from __future__ import annotations

import re
from typing import Final

from importers.extraction.finds import Attached, Bond, Event, Named, Ranked
from importers.extraction.positions import Held
from importers.extraction.reading import Reading, RegionKind
from importers.extraction.tokens import Tokens

RULE: Final = "row of a life"

_TIME: Final = r"(?:(?:ngày\s+)?\d{1,2}\s*[/.-]\s*){0,2}(?:tháng\s+\d{1,2}\s*(?:[/.-]|năm)\s*)?(?:19|20)\d\d"
_PERIOD: Final = re.compile(
    rf"\s*(?:[-–+•*●▪]\s*)?(?:(?:từ|năm|tháng|giai đoạn|thời gian)\s+){{0,3}}{_TIME}"
    rf"(?P<until>\s*(?:-|–|—|→|đến|tới)+\s*(?:(?:năm|tháng)\s+)?(?:{_TIME}|(?:hiện\s+)?nay))?\s*(?:[:;,]|[-–]\s)",
    re.IGNORECASE,
)
_NOW: Final = re.compile(r"nay\s*\Z", re.IGNORECASE)
_LEARNING: Final = frozenset(("học", "sinh", "bằng", "lớp", "độ"))
"""Words before a degree that somebody only studied for (`học thạc sĩ`, `nghiên cứu sinh tiến sĩ`)."""
_FEWEST: Final = 3
"""So many rows make a life; fewer may be dates of anything."""

Row = tuple[int, list[Event]]
"""The first token of a region, and what was found in it."""


class Lives:
    """Tells which regions are rows of a life, and whose."""

    def __init__(self, reading: Reading, t: Tokens) -> None:
        self._normals = t.normals
        self._periods: dict[int, bool] = {}  # beginnings of rows in the text, and whether the row lasts until now
        for region in reading.regions:
            if region.kind is RegionKind.PARAGRAPH:
                match = _PERIOD.match(reading.text, region.start, region.end)
                if match is not None:
                    self._periods[region.start] = bool(match["until"] and _NOW.search(match["until"]))
        self.told = len(self._periods) >= _FEWEST
        """Whether there is such a life in the text at all."""

    def is_row(self, start: int, events: list[Event]) -> bool:
        """Say whether the region that begins at ``start`` (code points) is a row that names nobody."""
        return self.told and start in self._periods and not any(isinstance(event, Named) for event in events)

    def tie(self, start: int, events: list[Event], subject: Named, found: Attached) -> None:
        """Give the offices and ranks of a row to the person whose life it is."""
        for event in events:
            if isinstance(event, Held) and event.status != "sought":
                if not event.status and not self._periods[start]:
                    event.status = "former"
                found.bonds.append(Bond(subject, event, RULE))
            elif isinstance(event, Ranked) and self._normals[event.lead - 1] not in _LEARNING:
                found.ranks.append((subject, (event.lead, event.after)))


def whose_life(regions: list[Row], first_row: int) -> Named | None:
    """Find whose life is told from the region number ``first_row`` on.

    The one person of the first region, which is the headline, if it names just one; else who was named last.
    """
    before = [[event for event in events if isinstance(event, Named)] for _, events in regions[:first_row]]
    if before and len(before[0]) == 1:
        return before[0][0]
    return next((names[-1] for names in reversed(before) if names), None)
