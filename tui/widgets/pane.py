"""What the panes have in common: lines drawn by hand, as many as there may be, scrolled without motion."""

from __future__ import annotations

from typing import Final

from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from tui.geometry import thumb, top_showing
from tui.paint import Paint

BAR_STEPS: Final = 8
"""Steps that a scroll bar draws within a cell."""


class LinePane(ScrollView, can_focus=True, inherit_bindings=False):
    """A pane that draws itself line by line; its looks are component classes."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    LinePane {
        overflow-x: hidden;
        overflow-y: scroll;  /* a bar that came and went would lay out the screen again, and wrap the text anew */
        scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._paint = Paint(self)
        self._laid_out = Size()
        self._framed: Strip | None = None
        self._bar: tuple[int, int] | None = None

    @property
    def text_width(self) -> int:
        """How many cells of a line are for text."""
        return self.scrollable_content_region.width or self.size.width

    @property
    def top(self) -> int:
        """The line that is drawn first."""
        return self.scroll_offset.y

    def set_line_count(self, count: int) -> None:
        """Say how many lines there are to scroll through.

        Assigning `virtual_size` would lay the whole screen out again, which takes longer than drawing it, for
        nothing: the scroll bar is always there, and shows no thumb when all lines fit.
        """
        height = max(count, self.size.height)
        self.set_reactive(Widget.virtual_size, Size(self.size.width, height))
        self._move_bar()
        self.go_to_line(self.top)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw other lines, and the scroll bar if one sees a difference."""
        self._move_bar()
        if round(old_value) != round(new_value):
            self.redraw()

    def _move_bar(self) -> None:
        """Tell the scroll bar where one is; Textual would draw it anew for whatever is no difference in it."""
        if not self.show_vertical_scrollbar:
            return
        bar, lines = self.vertical_scrollbar, self.virtual_size.height
        bar.set_reactive(ScrollBar.position, self.scroll_y)
        bar.set_reactive(ScrollBar.window_virtual_size, lines)
        drawn = thumb(bar.window_size, lines, self.top, BAR_STEPS)
        if drawn != self._bar:
            self._bar = drawn
            bar.refresh()

    def go_to_line(self, line: int) -> None:
        """Scroll so that a line is drawn first, as far as there is something to scroll."""
        if self.size.height:
            self.scroll_to(y=max(line, 0), animate=False, immediate=True)

    def bring_into_sight(self, first: int, last: int) -> None:
        """Scroll as little as shows these lines; the first of them if they are too many."""
        top = top_showing(first, last, self.top, self.size.height)
        if top != self.top:
            self.go_to_line(top)

    def redraw_from(self, line: int) -> None:
        """Draw the lines from this one on again, as far as they are on the screen."""
        y = max(line - self.top, 0)
        if y < self.size.height:
            self.refresh(Region(0, y, self.size.width, self.size.height - y))

    def redraw(self) -> None:
        """Draw all lines on the screen again, but not the frame."""
        self.refresh(self.size.region)

    @property
    def settled(self) -> bool:
        """Whether its lines are laid out for the size that it has."""
        return self._laid_out == self.size

    def on_resize(self, event: events.Resize) -> None:
        """Hear that the lines were laid out: handlers of what builds on this have run before."""
        self._laid_out = self.size
        self._framed = None

    def framed_line(self) -> Strip:
        """Give a line with the sides of the frame as Textual draws them; what stands between them means nothing."""
        if self._framed is None:
            self._framed = self.render_lines(Region(0, self.gutter.top, self.outer_size.width, 1))[0]
        return self._framed

    # --- drawing ------------------------------------------------------------------------------------------------

    def drawn(self, y: int, top: int, width: int) -> Strip:
        """Give one line of the screen, ``width`` cells wide, the first being line ``top`` of all."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Give one line of the screen."""
        return self.drawn(y, self.top, self.text_width)

    def inner_lines(self, first: int, count: int) -> list[Strip]:
        """Give lines of the screen without the frame, the scroll bar left out."""
        top, width = self.top, self.text_width
        return [self.drawn(y, top, width) for y in range(first, first + count)]

    def forget_drawn(self) -> None:
        """Forget lines that were drawn and kept."""

    def notify_style_update(self) -> None:
        """Draw all anew when colours changed."""
        super().notify_style_update()
        self._framed = None
        if self._paint.restyled():
            self.forget_drawn()
