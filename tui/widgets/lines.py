"""A list of lines to read and choose from, drawn line by line: help, a person's page, the original text, notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.content import strip
from tui.widgets.pane import LinePane
from tui.widgets.wrapping import cells, cut, wrap

PLAIN: Final = "lines--plain"
HEADING: Final = "lines--heading"
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


class Lines(LinePane, can_focus=True, inherit_bindings=False):
    """Rows with a cursor on those that can be chosen; without any of these, the keys scroll."""

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

    def show(self, rows: Sequence[Row], cursor: int = 0) -> None:
        """Show other rows, the cursor on the choice with this number among those that can be chosen."""
        self._rows = rows
        self._choices = [number for number, row in enumerate(rows) if row.value is not None]
        self._at = min(max(cursor, 0), len(self._choices) - 1)
        self.set_line_count(len(rows))
        self.go_to_line(0)
        self._reveal()
        self.redraw()

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
            self.go_to_line(self.top + delta)

    def page(self, delta: int) -> None:
        """Move by screenfuls."""
        height = max(self.size.height - 1, 1)
        if not self._choices:
            self.go_to_line(self.top + delta * height)
            return
        goal = self._choices[self._at] + delta * height
        nearest = min(range(len(self._choices)), key=lambda n: abs(self._choices[n] - goal))
        self._go(nearest if nearest != self._at else self._at + delta)

    def first(self) -> None:
        """Go to the beginning."""
        self._go(0)
        self.go_to_line(0)

    def last(self) -> None:
        """Go to the end."""
        self._go(len(self._choices) - 1)
        self.go_to_line(len(self._rows))

    def _go(self, at: int) -> None:
        self._at = min(max(at, 0), len(self._choices) - 1)
        self._reveal()
        self.redraw()

    def _reveal(self) -> None:
        if self._at >= 0:
            row = self._choices[self._at]
            self.bring_into_sight(0 if self._at == 0 else row, row)  # what heads the first is seen with it

    def on_resize(self, event: events.Resize) -> None:
        """Stay where one is."""
        self.set_line_count(len(self._rows))
        self._reveal()

    def drawn(self, y: int, top: int, width: int) -> Strip:
        """Draw one line of the screen."""
        number = y + top
        row = self._rows[number] if number < len(self._rows) else Row()
        here = self._at >= 0 and number == self._choices[self._at]
        over = (CURSOR,) if here else ()
        fill = self._paint(PLAIN, *over)
        room = width - sum(cells(text) for text, _ in row.right)
        left = _fitting(row.parts, room)
        gap = " " * (room - sum(cells(text) for text, _ in left))
        parts = (*left, (gap, PLAIN), *row.right)
        return strip(((text, self._paint(look, *over)) for text, look in parts), width, fill)

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        offset = event.get_content_offset(self)
        number = offset.y + self.top if offset is not None else -1
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
