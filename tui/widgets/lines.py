"""A list of lines to read and choose from, drawn line by line: help, a person's page, the original text, notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.content import strip
from tui.widgets.lighting import Paint
from tui.widgets.wrapping import cells, cut, wrap

PLAIN: Final = "lines--plain"
HEADING: Final = "lines--heading"
STRONG: Final = "lines--strong"
FAINT: Final = "lines--faint"
KEY: Final = "lines--key"
PERSON: Final = "lines--person"
POSITION: Final = "lines--position"
DATE: Final = "lines--date"
NOTE: Final = "lines--note"
TAG: Final = "lines--tag"
BAR: Final = "lines--bar"
CURSOR: Final = "lines--cursor"

Parts = tuple[tuple[str, str], ...]
"""Texts, each with the component class that says how it looks."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what stands in it, what stands at its right edge, and what choosing it means.

    A row whose ``value`` is ``None`` is passed over by the cursor.
    """

    parts: Parts = ()
    right: Parts = ()
    value: object = None


def wrapped(text: str, look: str, width: int, indent: int = 0, value: object = None) -> list[Row]:
    """Make rows of a text of any length, broken to a width in cells."""
    lead = " " * indent
    rows = []
    for start, end in wrap(text, 0, len(text), max(width - indent, 8)):
        rows.append(Row(((lead + text[start:end], look),), value=value))
        value = None
    return rows


class Lines(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with a cursor on those that can be chosen; without any of these, the keys scroll."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        PLAIN, HEADING, STRONG, FAINT, KEY, PERSON, POSITION, DATE, NOTE, TAG, BAR, CURSOR,
    }  # fmt: skip

    @dataclass
    class Chosen(Message):
        """A row was clicked."""

        lines: Lines
        value: object

        @property
        def control(self) -> Lines:
            """The list that it is a row of."""
            return self.lines

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()
        self._choices: list[int] = []
        self._at = -1
        self._paint = Paint(self)

    def show(self, rows: Sequence[Row], cursor: int = 0) -> None:
        """Show other rows, the cursor on the choice with this number among those that can be chosen."""
        self._rows = rows
        self._choices = [number for number, row in enumerate(rows) if row.value is not None]
        self._at = min(max(cursor, 0), len(self._choices) - 1)
        self.virtual_size = Size(self.scrollable_content_region.width, len(rows))
        self.scroll_to(y=0, animate=False)
        self._reveal()
        self.refresh()

    @property
    def value(self) -> object:
        """What choosing the row under the cursor means, or ``None``."""
        return self._rows[self._choices[self._at]].value if self._at >= 0 else None

    @property
    def choice(self) -> int:
        """The number of the row under the cursor among those that can be chosen, -1 if there are none."""
        return self._at

    def move(self, delta: int) -> None:
        """Move the cursor by choices, or scroll by lines where there is nothing to choose."""
        if self._choices:
            self._go(self._at + delta)
        else:
            self.scroll_relative(y=delta, animate=False)

    def page(self, delta: int) -> None:
        """Move by screenfuls."""
        height = max(self.scrollable_content_region.height - 1, 1)
        if not self._choices:
            self.scroll_relative(y=delta * height, animate=False)
            return
        goal = self._choices[self._at] + delta * height
        nearest = min(range(len(self._choices)), key=lambda n: abs(self._choices[n] - goal))
        self._go(nearest if nearest != self._at else self._at + delta)

    def first(self) -> None:
        """Go to the beginning."""
        self._go(0)
        self.scroll_to(y=0, animate=False)

    def last(self) -> None:
        """Go to the end."""
        self._go(len(self._choices) - 1)
        self.scroll_to(y=len(self._rows), animate=False)

    def _go(self, at: int) -> None:
        self._at = min(max(at, 0), len(self._choices) - 1)
        self._reveal()
        self.refresh()

    def _reveal(self) -> None:
        if self._at >= 0:
            row = self._choices[self._at]
            top = 0 if self._at == 0 else row  # what heads the first choice is seen with it
            self.scroll_to_region(Region(0, top, 1, row - top + 1), animate=False, force=True)

    def notify_style_update(self) -> None:
        """Look the styles up again, now that the theme has changed."""
        super().notify_style_update()
        self._paint.forget()

    def on_resize(self) -> None:
        """Keep the extent of what can be scrolled: rows are cut to the width, never scrolled sideways."""
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._rows))
        self._reveal()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        number = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        base = self._paint()
        if number >= len(self._rows):
            return Strip([Segment(" " * width, base)])
        row = self._rows[number]
        here = self._at >= 0 and number == self._choices[self._at]
        over = (CURSOR,) if here else ()
        fill = self._paint(PLAIN, *over)
        room = width - sum(cells(text) for text, _ in row.right)
        left = strip(
            ((text, self._paint(look, *over)) for text, look in _fitting(row.parts, room)), max(room, 0), fill
        )
        right = strip(((text, self._paint(look, *over)) for text, look in row.right), width - max(room, 0), fill)
        return Strip.join([left, right])

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        number = event.y + self.scroll_offset.y
        if number in self._choices:
            self._go(self._choices.index(number))
            self.post_message(self.Chosen(self, self.value))


def _fitting(parts: Parts, width: int) -> Parts:
    """Cut the last part that does not fit, with an ellipsis."""
    fitting = []
    for text, look in parts:
        if width <= 0:
            break
        fitting.append((cut(text, width), look))
        width -= cells(text)
    return tuple(fitting)
