"""The timeline: meetings along time, the same speed at five rows and at a million.

It asks for the rows that are on the screen, a page at a time, and draws only lines that changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from store.records import TimelineRow
from tui.content import strip
from tui.widgets.pane import LinePane
from tui.widgets.timeline_folds import Folds
from tui.widgets.timeline_layout import (
    EvenLayout,
    FittedLayout,
    Layout,
    Section,
    Sections,
    drawn_at,
    fitted,
    lines_around,
)
from tui.widgets.timeline_pages import ContextOf, FirstRows, Pages, RowSource
from tui.widgets.timeline_rows import (
    CONTEXT_HEIGHT,
    EVEN_HEIGHT,
    GREATEST_HEIGHT,
    LEAST_HEIGHT,
    MARGIN,
    base_looks,
    heading_line,
    row_height,
    row_lines,
)

_UNFOLDING: Final = GREATEST_HEIGHT - EVEN_HEIGHT


class Timeline(LinePane, can_focus=True, inherit_bindings=False):
    """Rows of articles under headings of year and month, with a cursor that stays on its article."""

    cursor: reactive[int] = reactive(0, repaint=False)
    """The row that the cursor is on; on a heading, the first of those behind it; 0 when there is none."""

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

    class OnHeading(Message):
        """The cursor came to the heading of something folded, and is on no article."""

        def __init__(self, timeline: Timeline) -> None:
            super().__init__()
            self.timeline = timeline

        @property
        def control(self) -> Timeline:
            """The timeline it came from."""
            return self.timeline

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
        self._pages = Pages(FirstRows((), by_time=True))
        self._folds = {False: Folds(), True: Folds()}  # of the whole timeline, and of what a filter shows
        self._filtered = False
        self._layout: Layout = FittedLayout(Sections((), 0), {})
        self._strips: dict[tuple[int, int, bool], list[Strip]] = {}
        self._moved_to: str | None = None
        self._on_heading = False

    # --- what it shows ------------------------------------------------------------------------------------------

    def show(self, results: RowSource, *, filtered: bool = False, context_of: ContextOf | None = None) -> None:
        """Show other rows. The cursor stays on its article, at its height on the screen, if that is among them.

        What a filter finds is never behind a fold from before; those of the whole timeline come back with it.
        ``context_of`` gives the line of an article around what the filter matches.
        """
        above = self._layout.line_of(self.cursor) - self.top if self.results.count else 0
        index = results.index_of(self._moved_to) if self._moved_to is not None else None
        self._pages = Pages(results, context_of)
        self._filtered = filtered
        if filtered:
            self._folds[True].clear()
        self._arrange()
        self._place_cursor(self._stop(index or 0))
        if results.count and index is not None:
            self.go_to_line(self._layout.line_of(self.cursor) - above)
        elif results.count:
            self.go_to_line(0)
        self._keep_in_sight()
        self.redraw()
        self._announce()

    def invalidate(self, keys: Iterable[str] | None = None) -> None:
        """Ask again for rows that changed (tags, marks, notes, read or not); ``None``: for all."""
        self._pages.forget(keys)
        self._arrange()
        self._place_cursor(self._stop(self.cursor))
        self.redraw()

    @property
    def results(self) -> RowSource:
        """What is shown."""
        return self._pages.source

    @property
    def current(self) -> TimelineRow | None:
        """The row under the cursor; ``None`` when nothing is shown, and on the heading of something folded."""
        return None if self._layout.sections.is_folded(self.cursor) else self.row(self.cursor)

    @property
    def kept(self) -> str | None:
        """The key of the article that the cursor came to last, and stays on when other rows are shown."""
        return self._moved_to

    def row(self, index: int) -> TimelineRow | None:
        """Give one row, from the pages that are kept or from the results."""
        return self._pages.row(index)

    # --- moving -------------------------------------------------------------------------------------------------

    def move(self, delta: int) -> None:
        """Move the cursor down (or, less than nothing, up) by rows and headings of what is folded."""
        if self.results.count:
            sections = self._layout.sections
            stop = min(max(sections.stop_of(self.cursor) + delta, 0), sections.stops - 1)
            self.move_to(sections.row_at(stop))

    def move_to(self, index: int) -> None:
        """Move the cursor to a row, or to the nearest that there is, or to the heading that it is behind."""
        if not self.results.count:
            return
        index = self._stop(index)
        if index != self.cursor:
            self._place_cursor(index)
        self._keep_in_sight()
        self._announce()

    def first(self) -> None:
        """Move to the first row, and show the heading above it."""
        self.move_to(0)

    def last(self) -> None:
        """Move to the last row."""
        self.move_to(self.results.count - 1)

    def go_to_day(self, day: date) -> bool:
        """Move to the newest article of a day, or else before it; what hides it opens. Say whether there is one."""
        index = self.results.at_or_before(day)
        if index is None:
            return False
        while (section := self._layout.sections.all[self._layout.sections.of_row(index)]).folded:
            self._folds[self._filtered].unfold(section)
            self._arrange()
        self.move_to(index)
        return True

    def page(self, pages: int) -> None:
        """Move by screenfuls; the cursor keeps its height on the screen."""
        if not self.results.count:
            return
        line = self._layout.line_of(self.cursor)
        above = line - self.top
        row = self._row_near(line + pages * max(self.size.height - 2, 1))
        if row == self.cursor:
            self.move(1 if pages > 0 else -1)
            return
        self._place_cursor(self._stop(row))
        self.go_to_line(self._layout.line_of(self.cursor) - above)
        self._keep_in_sight()
        self._announce()

    def open(self) -> None:
        """Say that the row under the cursor was chosen to be read; open what is folded there."""
        row = self.current
        if row is not None:
            self.post_message(self.Opened(self, row))
        else:
            self.unfold()

    # --- folding ------------------------------------------------------------------------------------------------

    def fold(self) -> bool:
        """Fold the month under the cursor, or its year if it is folded; say whether there was anything to fold."""
        section = self._section
        return section is not None and self._refold(self._folds[self._filtered].fold(section))

    def unfold(self) -> bool:
        """Open what is folded under the cursor; say whether there was anything."""
        section = self._section
        return section is not None and self._refold(self._folds[self._filtered].unfold(section))

    def toggle_folds(self) -> bool:
        """Fold all years, or open everything if they are folded; say whether there is anything to fold."""
        if not self._layout.sections.all:
            return False
        self._folds[self._filtered].toggle_all(self.results.groups)
        return self._refold(changed=True)

    @property
    def _section(self) -> Section | None:
        at = self._layout.sections.of_row(self.cursor)
        return self._layout.sections.all[at] if at >= 0 else None

    def _refold(self, changed: bool) -> bool:
        """Lay out after a change of folds, the cursor at its height on the screen."""
        if changed:
            above = self._layout.line_of(self.cursor) - self.top
            self._arrange()
            self._place_cursor(self._stop(self.cursor))
            self.go_to_line(self._layout.line_of(self.cursor) - above)
            self._keep_in_sight()
            self.redraw()
            self._announce()
        return changed

    def _stop(self, index: int) -> int:
        """Give the row that the cursor comes to when it goes to one: the nearest, the first behind a heading."""
        sections = self._layout.sections
        index = min(max(index, 0), max(self.results.count - 1, 0))
        return sections.row_at(sections.stop_of(index)) if self.results.count else 0

    def _row_near(self, line: int) -> int:
        """Find the row on a line, or under the heading there; the first or last beyond the ends."""
        place = self._layout.place(min(max(line, 0), self._layout.lines - 1))
        if place is None:
            return self.cursor
        return self._layout.sections.all[place.section].first if place.row is None else place.row

    def _place_cursor(self, index: int) -> None:
        """Put the cursor on a row, unfold that, and draw what changed by it."""
        old_line = self._layout.line_of(self.cursor) if self.cursor < self._layout.count else 0
        layout = self._layout
        self.cursor = index
        if not self.results.count:
            return
        row = self.current
        if isinstance(layout, EvenLayout):
            layout.unfold(index, self._height(row) if row is not None else 0)
        self.redraw_from(min(old_line, layout.line_of(index)))

    def _keep_in_sight(self) -> None:
        """Scroll as little as shows the row under the cursor whole, below the heading that stays on top."""
        if not self.results.count or not self.size.height:
            return
        self.bring_into_sight(*lines_around(self._layout, self.cursor, self.size.height))

    def _announce(self) -> None:
        row = self.current
        if row is not None and (row.key != self._moved_to or self._on_heading):
            self._moved_to = row.key
            self.post_message(self.Moved(self, row))
        elif row is None and self.results.count and not self._on_heading:
            self.post_message(self.OnHeading(self))
        self._on_heading = row is None and self.results.count > 0

    # --- where things stand -------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Lay the rows out anew, for other rows or another size."""
        sections = self._folds[self._filtered].sections(self.results.groups, self.results.count)
        self._strips.clear()
        even = EVEN_HEIGHT + (CONTEXT_HEIGHT if self._pages.with_context else 0)
        few = fitted(sections, self.size.height, LEAST_HEIGHT, self._height_of)
        self._layout = few if few is not None else EvenLayout(sections, even)
        spare = _UNFOLDING if isinstance(self._layout, EvenLayout) else 0
        self.set_line_count(self._layout.lines + spare)

    def _height(self, row: TimelineRow) -> int:
        context = self._pages.context(row, self.text_width - MARGIN)
        return row_height(row, self.text_width, years=not self.results.groups, context=context)

    def _height_of(self, index: int) -> int:
        row = self.row(index)
        return self._height(row) if row is not None else LEAST_HEIGHT

    # --- drawing ------------------------------------------------------------------------------------------------

    def drawn(self, y: int, top: int, width: int) -> Strip:
        """Draw one line of the screen."""
        place = drawn_at(self._layout, top, y)
        if place is None:
            return strip((), width, self._paint(*base_looks(cursor=False)))
        if place.row is None:
            return self._heading(place.section, width)
        cursor = place.row == self.cursor
        key = (place.row, self._layout.height_of(place.row), cursor)
        strips = self._strips.get(key)
        if strips is None:
            strips = self._draw_row(*key, width)
            if len(self._strips) > 2_000:
                self._strips.clear()
            self._strips[key] = strips
        return strips[place.part]

    def _draw_row(self, index: int, height: int, cursor: bool, width: int) -> list[Strip]:
        row = self.row(index)
        base = base_looks(cursor=cursor)
        fill = self._paint(*base)
        if row is None:
            return [strip((), width, fill)] * height
        context = self._pages.context(row, width - MARGIN)
        years = not self.results.groups
        lines = row_lines(row, width, height, cursor=cursor, years=years, context=context)
        return [strip([(text, self._paint(*base, *looks)) for text, looks in line], width, fill) for line in lines]

    def _heading(self, number: int, width: int) -> Strip:
        sections = self._layout.sections
        cursor = sections.all[number].folded and sections.all[number].first == self.cursor
        base = base_looks(cursor=cursor)
        parts = heading_line(sections, number, width, cursor=cursor)
        styled = [(text, self._paint(*base, *looks)) for text, looks in parts]
        return strip(styled, width, self._paint(*base))

    def forget_drawn(self) -> None:
        """Forget lines that were drawn and kept."""
        self._strips.clear()

    # --- events -------------------------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Lay out for the new width and height, the cursor staying in sight."""
        self._arrange()
        self._place_cursor(self._stop(self.cursor))
        self._keep_in_sight()
        self.redraw()

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
