"""The timeline as it opens: where its first screenful of lines stands, without a widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.geometry import top_showing
from tui.widgets.lighting import Painted
from tui.widgets.timeline_folds import Folds
from tui.widgets.timeline_layout import EvenLayout, Layout, drawn_at, fitted, lines_around
from tui.widgets.timeline_rows import (
    EVEN_HEIGHT,
    GREATEST_HEIGHT,
    LEAST_HEIGHT,
    base_looks,
    heading_line,
    row_height,
    row_lines,
)

if TYPE_CHECKING:
    from store.search import Results


class TimelineLines:
    """Lines of the timeline, the cursor on one row, nothing folded."""

    def __init__(self, results: Results, index: int, width: int, height: int) -> None:
        self._width, self._index = width, index
        sections = Folds().sections(results.groups, results.count)
        first = max(index - height, 0)
        self._rows = dict(enumerate(results.rows(first, index - first + height), first))
        few = fitted(sections, height, LEAST_HEIGHT, self._height_of)
        self._layout: Layout
        if few is not None:
            self._layout, self.height = few, few.lines
        else:
            even = self._layout = EvenLayout(sections, EVEN_HEIGHT)
            self.height = even.lines + GREATEST_HEIGHT - EVEN_HEIGHT  # with room to unfold, whatever is unfolded
            even.unfold(index, self._height_of(index))
        self.top = top_showing(*lines_around(self._layout, index, height), 0, height) if results.count else 0

    def _height_of(self, index: int) -> int:
        row = self._rows.get(index)
        return row_height(row, self._width) if row is not None else LEAST_HEIGHT

    def drawn(self, y: int) -> tuple[list[Painted], tuple[str, ...]]:
        """Give one line of the screen, its end left open, and the looks of what fills it."""
        place = drawn_at(self._layout, self.top, y)
        if place is None:
            return [], base_looks(cursor=False)
        cursor = place.row == self._index
        base = base_looks(cursor=cursor)
        if place.row is None:
            parts = heading_line(self._layout.sections, place.section, self._width, cursor=False)
        elif (row := self._rows.get(place.row)) is None:
            return [], base
        else:
            height = self._layout.height_of(place.row)
            parts = row_lines(row, self._width, height, cursor=cursor)[place.part]
        return [(text, (*base, *looks)) for text, looks in parts], base
