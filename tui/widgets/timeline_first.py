"""The timeline as it opens: where its first screenful of lines stands, without a widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.widgets.lighting import Painted
from tui.widgets.timeline_folds import Folds
from tui.widgets.timeline_layout import EvenLayout, FittedLayout, Sections
from tui.widgets.timeline_rows import (
    EVEN_HEIGHT,
    GREATEST_HEIGHT,
    LEAST_HEIGHT,
    heading_line,
    row_height,
    row_lines,
)

if TYPE_CHECKING:
    from store.records import TimelineRow
    from store.search import Results

_ROW = "timeline--row"


class TimelineLines:
    """Lines of the timeline, the cursor on one row, nothing folded."""

    def __init__(self, results: Results, index: int, width: int, height: int) -> None:
        self._width, self._index = width, index
        sections = self._sections = Folds().sections(results.groups, results.count)
        first = max(index - height, 0)
        self._rows = dict(enumerate(results.rows(first, index - first + height), first))
        self._layout: EvenLayout | FittedLayout
        fitted = self._fitted(sections, height)
        if fitted is not None:
            self._layout, self.height = fitted, fitted.lines
        else:
            even = self._layout = EvenLayout(sections, EVEN_HEIGHT)
            self.height = even.lines + GREATEST_HEIGHT - EVEN_HEIGHT  # with room to unfold, whatever is unfolded
            even.unfolded = index
            even.extra = max(row_height(self._rows[index], width) - EVEN_HEIGHT, 0)
        self.top = self._top(height) if results.count else 0

    def _fitted(self, sections: Sections, height: int) -> FittedLayout | None:
        if sections.open_rows * LEAST_HEIGHT + len(sections.all) > height:
            return None
        heights = {at: row_height(self._rows[at], self._width) for at in sections.in_sight()}
        layouts = (FittedLayout(sections, heights, spaced=spaced) for spaced in (True, False))
        return next((layout for layout in layouts if layout.lines <= height), None)

    def _top(self, height: int) -> int:
        line = self._layout.line_of(self._index)
        tall = min(self._layout.height_of(self._index), height)
        head = 1 if self._sections.all and height > tall else 0
        if line - head < 0 or tall - 1 + head >= height:
            return max(line - head, 0)
        return max(line + tall - height, 0)

    def drawn(self, y: int) -> tuple[list[Painted], tuple[str, ...]]:
        """Give one line of the screen, its end left open, and the looks of what fills it."""
        line = y + self.top
        place = self._layout.place(line)
        if place is None or place.part < 0:
            return [], (_ROW,)
        if place.row is None or (y == 0 and line > 0 and place.section >= 0):
            return self._heading(place.section)
        cursor = place.row == self._index
        base = (_ROW, "timeline--cursor") if cursor else (_ROW,)
        row: TimelineRow | None = self._rows.get(place.row)
        if row is None:
            return [], base
        lines = row_lines(row, self._width, self._layout.height_of(place.row), cursor=cursor)
        return [(text, (*base, *looks)) for text, looks in lines[place.part]], base

    def _heading(self, number: int) -> tuple[list[Painted], tuple[str, ...]]:
        section = self._sections.all[number]
        before = self._sections.all[number - 1].name if number else None
        new_year = number == 0 or (before or "")[:4] != (section.name or "")[:4]
        parts = heading_line(section, self._width, new_year=new_year, cursor=False)
        return [(text, (_ROW, *looks)) for text, looks in parts], (_ROW,)
