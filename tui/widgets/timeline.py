"""The timeline: meetings along time, the same speed at five rows and at a million.

It asks for the rows that are on the screen, a page at a time, and draws only lines that changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from store.records import TimelineRow
from tui.content import strip
from tui.widgets.pane import LinePane
from tui.widgets.timeline_layout import EvenLayout, FittedLayout, Groups, Layout
from tui.widgets.timeline_rows import (
    EVEN_HEIGHT,
    GREATEST_HEIGHT,
    LEAST_HEIGHT,
    heading_line,
    row_height,
    row_lines,
)

PAGE: Final = 64
"""Rows asked for at once."""

PAGES_KEPT: Final = 32

_UNFOLDING: Final = GREATEST_HEIGHT - EVEN_HEIGHT


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


class _Nothing:
    count: int = 0
    groups: Sequence[tuple[str | None, int]] = ()

    def rows(self, first: int, size: int) -> list[TimelineRow]:
        return []

    def index_of(self, key: str) -> int | None:
        return None


class Timeline(LinePane, can_focus=True, inherit_bindings=False):
    """Rows of articles under headings of year and month, with a cursor that stays on its article."""

    cursor: reactive[int] = reactive(0, repaint=False)
    """The row that the cursor is on; 0 as well when there is none."""

    class Moved(Message):
        """The cursor came to another article. A burst of these collapses to the last."""

        def __init__(self, timeline: Timeline, row: TimelineRow) -> None:
            super().__init__()
            self.timeline = timeline
            self.row = row

        @property
        def control(self) -> Timeline:
            """The timeline it came from."""
            return self.timeline

        def can_replace(self, message: Message) -> bool:
            """Later ones make earlier ones needless."""
            return isinstance(message, Timeline.Moved)

    class Opened(Message):
        """An article was chosen to be read."""

        def __init__(self, timeline: Timeline, row: TimelineRow) -> None:
            super().__init__()
            self.timeline = timeline
            self.row = row

        @property
        def control(self) -> Timeline:
            """The timeline it came from."""
            return self.timeline

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._results: RowSource = _Nothing()
        self._months: tuple[str | None, ...] = ()
        self._pages: dict[int, list[TimelineRow]] = {}
        self._layout: Layout = FittedLayout(Groups.of(()), ())
        self._strips: dict[tuple[int, int, bool], list[Strip]] = {}
        self._moved_to: str | None = None

    # --- what it shows ------------------------------------------------------------------------------------------

    def show(self, results: RowSource) -> None:
        """Show other rows. The cursor stays on its article, at its height on the screen, if that is among them."""
        before = self.current
        above = self._layout.line_of(self.cursor) - self.top if before else 0
        index = results.index_of(before.key) if before else None
        self._results = results
        self._forget_rows()
        self._arrange()
        self._place_cursor(min(index or 0, max(results.count - 1, 0)))
        if results.count and index is not None:
            self.go_to_line(self._layout.line_of(self.cursor) - above)
        elif results.count:
            self.go_to_line(0)
        self._keep_in_sight()
        self.refresh()
        self._announce()

    def invalidate(self, keys: Iterable[str] | None = None) -> None:
        """Ask again for rows that changed (tags, marks, notes, read or not); ``None``: for all."""
        if keys is None:
            self._forget_rows()
        else:
            changed = set(keys)
            stale = [n for n, page in self._pages.items() if any(row.key in changed for row in page)]
            for number in stale:
                del self._pages[number]
            self._strips.clear()
        self._arrange()
        self._place_cursor(self.cursor)
        self.refresh()

    @property
    def results(self) -> RowSource:
        """What is shown."""
        return self._results

    @property
    def current(self) -> TimelineRow | None:
        """The row under the cursor; ``None`` when nothing is shown."""
        return self.row(self.cursor)

    def row(self, index: int) -> TimelineRow | None:
        """Give one row, from the pages that are kept or from the results."""
        if not 0 <= index < self._results.count:
            return None
        number, at = divmod(index, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._results.rows(number * PAGE, PAGE)
            while len(self._pages) > PAGES_KEPT:
                del self._pages[next(iter(self._pages))]
        return page[at] if at < len(page) else None

    # --- moving -------------------------------------------------------------------------------------------------

    def move(self, delta: int) -> None:
        """Move the cursor down (or, less than nothing, up) by rows."""
        self.move_to(self.cursor + delta)

    def move_to(self, index: int) -> None:
        """Move the cursor to a row, or to the nearest that there is."""
        if not self._results.count:
            return
        index = min(max(index, 0), self._results.count - 1)
        if index != self.cursor:
            self._place_cursor(index)
        self._keep_in_sight()
        self._announce()

    def first(self) -> None:
        """Move to the first row, and show the heading above it."""
        self.move_to(0)

    def last(self) -> None:
        """Move to the last row."""
        self.move_to(self._results.count - 1)

    def page(self, pages: int) -> None:
        """Move by screenfuls; the cursor keeps its height on the screen."""
        if not self._results.count:
            return
        line = self._layout.line_of(self.cursor)
        above = line - self.top
        row = self._row_near(line + pages * max(self.size.height - 2, 1))
        if row == self.cursor:
            row += 1 if pages > 0 else -1
        self._place_cursor(min(max(row, 0), self._results.count - 1))
        self.go_to_line(self._layout.line_of(self.cursor) - above)
        self._keep_in_sight()
        self._announce()

    def open(self) -> None:
        """Say that the row under the cursor was chosen to be read."""
        row = self.current
        if row is not None:
            self.post_message(self.Opened(self, row))

    def _row_near(self, line: int) -> int:
        """Find the row on a line, or under the heading there; the first or last beyond the ends."""
        place = self._layout.place(min(max(line, 0), self._layout.lines - 1))
        if place is None:
            return self.cursor
        return self._layout.groups.firsts[place.group] if place.row is None else place.row

    def _place_cursor(self, index: int) -> None:
        """Put the cursor on a row, unfold that, and draw what changed by it."""
        old_line = self._layout.line_of(self.cursor) if self.cursor < self._layout.count else 0
        layout = self._layout
        row = self.row(index)
        if isinstance(layout, EvenLayout) and row is not None:
            layout.unfolded = index
            layout.extra = max(row_height(row, self.text_width) - layout.height, 0)
        self.cursor = index
        if row is not None:
            self.redraw_from(min(old_line, layout.line_of(index)))

    def _keep_in_sight(self) -> None:
        """Scroll as little as shows the row under the cursor whole, below the heading that stays on top."""
        if not self._results.count or not self.size.height:
            return
        line = self._layout.line_of(self.cursor)
        height = min(self._layout.height_of(self.cursor), self.size.height)
        head = 1 if self._layout.groups.counts and self.size.height > height else 0
        self.bring_into_sight(line - head, line + height - 1)

    def _announce(self) -> None:
        row = self.current
        if row is not None and row.key != self._moved_to:
            self._moved_to = row.key
            self.post_message(self.Moved(self, row))

    # --- where things stand -------------------------------------------------------------------------------------

    def _forget_rows(self) -> None:
        self._pages.clear()
        self._strips.clear()

    def _arrange(self) -> None:
        """Lay the rows out anew, for other rows or another size."""
        left = self._results.count
        kept: list[tuple[str | None, int]] = []
        for month, count in self._results.groups:
            taken = min(count, left)
            if taken > 0:
                kept.append((month, taken))
                left -= taken
        self._months = tuple(month for month, _ in kept)
        groups = Groups.of([count for _, count in kept])
        self._strips.clear()
        self._layout = self._fitted(groups) or EvenLayout(self._results.count, groups, EVEN_HEIGHT)
        spare = _UNFOLDING if isinstance(self._layout, EvenLayout) else 0
        self.set_line_count(self._layout.lines + spare)

    def _fitted(self, groups: Groups) -> FittedLayout | None:
        """Lay out a list that fits the screen with every title whole; ``None`` for one that does not."""
        count, height = self._results.count, self.size.height
        if count * LEAST_HEIGHT + len(groups.counts) > height:
            return None
        rows = [row for index in range(count) if (row := self.row(index)) is not None]
        heights = [row_height(row, self.text_width) for row in rows]
        if len(rows) < count:
            return None
        layouts = (FittedLayout(groups, heights, spaced=spaced) for spaced in (True, False))
        return next((layout for layout in layouts if layout.lines <= height), None)

    # --- drawing ------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen. The top one shows the heading of its group whatever stands there."""
        line = y + self.top
        place = self._layout.place(line)
        width = self.size.width
        if place is None or place.part < 0:
            return strip((), width, self._paint("timeline--row"))
        if place.row is None or (y == 0 and line > 0 and place.group >= 0):
            return self._heading(place.group)
        cursor = place.row == self.cursor
        key = (place.row, self._layout.height_of(place.row), cursor)
        strips = self._strips.get(key)
        if strips is None:
            strips = self._draw_row(*key)
            if len(self._strips) > 2_000:
                self._strips.clear()
            self._strips[key] = strips
        return strips[place.part]

    def _draw_row(self, index: int, height: int, cursor: bool) -> list[Strip]:
        row = self.row(index)
        base = ("timeline--row", "timeline--cursor") if cursor else ("timeline--row",)
        fill = self._paint(*base)
        width = self.size.width
        if row is None:
            return [strip((), width, fill)] * height
        lines = row_lines(row, self.text_width, height, cursor=cursor)
        return [strip([(text, self._paint(*base, *looks)) for text, looks in line], width, fill) for line in lines]

    def _heading(self, group: int) -> Strip:
        month = self._months[group]
        new_year = group == 0 or (self._months[group - 1] or "")[:4] != (month or "")[:4]
        count = self._layout.groups.counts[group]
        parts = heading_line(month, count, self.text_width, new_year=new_year)
        styled = [(text, self._paint("timeline--row", *looks)) for text, looks in parts]
        return strip(styled, self.size.width, self._paint("timeline--row"))

    def forget_drawn(self) -> None:
        """Forget lines that were drawn and kept."""
        self._strips.clear()

    # --- events -------------------------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Lay out for the new width and height, the cursor staying in sight."""
        self._arrange()
        self._place_cursor(self.cursor)
        self._keep_in_sight()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, the second of a double click opens."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        if event.chain >= 2:
            self.open()
            return
        place = self._layout.place(offset.y + self.top)
        if place is not None:
            self.move_to(self._row_near(offset.y + self.top))
