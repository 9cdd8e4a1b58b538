"""Which panes stand where: arithmetic on the size of the terminal, for widgets and for the first paint alike."""

from __future__ import annotations

from math import ceil
from typing import Final, NamedTuple

PANES: Final = ("timeline", "article", "people")
"""The panes by id, in the order of their keys."""

LEAST_WIDTH: Final = 24
LEAST_HEIGHT: Final = 7
"""Below these many cells there is only a line that says so."""

_TWO: Final = 80
_THREE: Final = 100
"""Columns from which two, and three, panes stand beside each other."""
_HEAD: Final = 16
"""Lines from which there is room for the head."""


class Geometry(NamedTuple):
    """Columns of each pane with its frame, 0 for one that is not shown; what else has room."""

    timeline: int
    article: int
    people: int
    head: bool
    """Whether the line above the panes is shown."""
    counts: bool
    """Whether that line has room for more than the name."""
    too_small: bool
    """Whether nothing has room but a line that says so."""


def top_showing(first: int, last: int, top: int, height: int) -> int:
    """Tell the line to draw first, instead of ``top``, so that lines are seen with the least scrolling.

    Of lines that are more than the ``height`` of the pane, the first are.
    """
    if first < top or last - first >= height:
        return max(first, 0)
    return max(top, last - height + 1)


def thumb(size: int, lines: int, top: int, steps: int) -> tuple[int, int]:
    """Tell where the thumb of a scroll bar of ``size`` cells begins and ends, in steps of a cell, as Textual does.

    ``lines`` is how many there are to scroll through, ``top`` the first that is shown; all in sight have no thumb.
    """
    if lines <= size or size <= 0:
        return 0, 0
    long = max(1, size / (lines / size))
    start = int((size - long) * (top / (lines - size)) * steps)
    return max(0, start), max(0, start + ceil(long * steps))


def geometry(width: int, height: int, pane: str = PANES[0], *, zoomed: bool = False) -> Geometry:
    """Arrange the panes in a terminal of ``width`` by ``height`` cells, ``pane`` being the one the keys are for."""
    head, counts = height >= _HEAD, width >= _TWO
    too_small = width < LEAST_WIDTH or height < LEAST_HEIGHT
    timeline = people = 0
    if zoomed or width < _TWO:
        timeline, people = width * (pane == PANES[0]), width * (pane == PANES[2])
    elif width < _THREE:
        timeline, people = (0, 32) if pane == PANES[2] else (34, 0)
    else:
        timeline = min(max(width * 32 // 100, 32), 52)
        people = min(max(width * 27 // 100, 28), 44)
    return Geometry(timeline, width - timeline - people, people, head, counts, too_small)
