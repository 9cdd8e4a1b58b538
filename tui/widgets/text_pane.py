"""A column of text in which every position is known, however it is wrapped: where what stands, and drawing it."""

from __future__ import annotations

from typing import Final

from textual import events
from textual.strip import Strip

from store.records import Part, Span
from store.text import clean
from tui.content import strip
from tui.widgets.article_flow import LAYERS, Flow, Wrapped, left_of, measure_in
from tui.widgets.lighting import Light, Lights
from tui.widgets.pane import LinePane
from tui.widgets.wrapping import cells, offset_of

MEASURE: Final = 80
"""The most cells that a line of text takes unless told otherwise: longer ones tire the eye."""

EMPTY: Final = Flow(clean(""), clean(""), ())


class TextPane(LinePane, can_focus=True, inherit_bindings=False):
    """The text of one article as a flow of pieces, lit where it is to be lit."""

    def __init__(self, *, measure: int = MEASURE, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane whose lines of text take at most ``measure`` cells."""
        super().__init__(id=id, classes=classes)
        self._measure = measure
        self._wrapped = Wrapped(EMPTY, measure)
        self._lights: dict[Part, Lights] = {part: Lights((), LAYERS) for part in Part}
        self._strips: dict[int, Strip] = {}
        self._pending: int | None = None

    def _wrap(self, flow: Flow) -> None:
        """Break the text for the width there is."""
        self._wrapped = Wrapped(flow, measure_in(self.text_width, self._measure))
        self._strips.clear()
        self.set_line_count(len(self._wrapped.lines))
        self.redraw()

    # --- places -------------------------------------------------------------------------------------------------

    @property
    def _left(self) -> int:
        """Cells to the left of the text: it stands in the middle of a wide pane."""
        return left_of(self._wrapped, self.size.width)

    @property
    def top_offset(self) -> int:
        """The position in the body that is at the top; 0 while the headline is in sight."""
        if self.top == 0:
            return 0
        number = self._wrapped.next_body_line(self.top, 1)
        line = self._wrapped.body_line(number) if number is not None else None
        return line[0] if line is not None else len(self._wrapped.flow.body)

    @property
    def percent(self) -> int:
        """How much of the article has been in sight down to the foot of the pane, in hundredths."""
        return min((self.top + self.size.height) * 100 // max(len(self._wrapped.lines), 1), 100)

    def restore(self, offset: int) -> None:
        """Go back to where ``top_offset`` was ``offset``."""
        if not self.size.height:
            self._pending = offset
            return
        self.go_to_line(self._wrapped.line_of(offset) if offset > 0 else 0)

    def offset_at(self, x: int, y: int) -> int | None:
        """Tell the position of the body that is drawn at a cell of the content; ``None`` where none is."""
        number = self.top + y
        line = self._wrapped.body_line(number)
        if line is None:
            return None
        piece = self._wrapped.flow.pieces[self._wrapped.lines[number].piece]
        return offset_of(self._wrapped.flow.body, line, x - self._left - cells(piece.first))

    def scroll_to_span(self, span: Span, where: str = "centre") -> None:
        """Bring the words of a span into sight: its first line at the ``top`` or in the ``centre``.

        Words that are well in sight already are left where they are.
        """
        number = self.line_of_span(span)
        height = self.size.height
        if self.top + 1 <= number < self.top + height - 2 and where == "centre":
            return
        self.go_to_line(number - (height // 3 if where == "centre" else 0))

    def line_of_span(self, span: Span) -> int:
        """Tell the line that a span begins in."""
        wrapped = self._wrapped
        return wrapped.title_line_of(span.start) if span.part is Part.TITLE else wrapped.line_of(span.start)

    def scroll_lines(self, delta: int) -> None:
        """Scroll by lines."""
        self.go_to_line(self.top + delta)

    def scroll_pages(self, pages: int) -> None:
        """Scroll by screenfuls, two lines staying in sight."""
        self.scroll_lines(pages * max(self.size.height - 2, 1))

    def first(self) -> None:
        """Scroll to the headline."""
        self.go_to_line(0)

    def last(self) -> None:
        """Scroll to the end."""
        self.go_to_line(len(self._wrapped.lines))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say where it came to."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.place_changed()

    # --- drawing ------------------------------------------------------------------------------------------------

    def drawn(self, y: int, top: int, width: int) -> Strip:
        """Draw one line of the screen."""
        number = top + y
        known = self._strips.get(number)
        if known is None:
            known = self._draw(number, width)
            if len(self._strips) > 2_000:
                self._strips.clear()
            self._strips[number] = known
        return known

    def _draw(self, number: int, width: int) -> Strip:
        page = self._paint("article--page")
        drawn = self._wrapped.drawn(number, self._left, self._lights, self.marks)
        return strip(((text, self._paint(*looks)) for text, looks in drawn), width, page)

    def forget_drawn(self) -> None:
        """Forget lines that were drawn and kept."""
        self._strips.clear()

    # --- for those who build on it ------------------------------------------------------------------------------

    def marks(self, part: Part | None) -> list[Light]:
        """Give what is lit above all else, and may change from one drawing to the next."""
        return []

    def place_changed(self) -> None:
        """Hear that another part of the text is in sight, or the same part of another text."""

    # --- events -------------------------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Break the text for the new width; what was at the top stays there."""
        offset = self.top_offset if self._pending is None else self._pending
        self._pending = None
        self._wrap(self._wrapped.flow)
        if offset:
            self.go_to_line(self._wrapped.line_of(offset))
        self.place_changed()
