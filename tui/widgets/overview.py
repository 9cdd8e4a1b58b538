"""Meetings by month as one line of bars: how the archive lies in time."""

from __future__ import annotations

from collections.abc import Iterable

from textual.strip import Strip
from textual.widget import Widget

from tui.content import strip
from tui.paint import Paint
from tui.widgets.months import bars, length


class Overview(Widget):
    """A line of bars that says how many meetings there were when."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._months: tuple[tuple[str | None, int], ...] = ()
        self._paint = Paint(self)

    def show(self, months: Iterable[tuple[str | None, int]]) -> None:
        """Show how many there are in each month (EDTF); their order does not matter."""
        self._months = tuple(months)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line, at the right of the room there is."""
        width = self.size.width
        fill = self._paint()
        drawn = bars(self._months, width) if y == 0 else []
        pad = (" " * (width - length(drawn)), fill)
        return strip([pad, *((text, self._paint(look)) for text, look in drawn)], width, fill)

    def notify_style_update(self) -> None:
        """Draw anew when colours changed."""
        super().notify_style_update()
        self._paint.restyled()
