"""The two lines at the foot: what is filtered and how much of it there is; below, the keys, or a message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from textual import events
from textual.app import ComposeResult, RenderResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.content import content, join, line
from tui.keymap import KeyTable, first_key
from tui.paint import Paint
from tui.widgets.filter_box import FilterBox
from tui.widgets.foot_lines import Standing, hints, words_of
from tui.widgets.wrapping import cells, cut

STEP: Final = 32
"""Cells by which the room for what is told of a filter grows."""


class Status(Widget):
    """Right of the filter: ``1 of 5 · match 2/7 · 2 marked``."""

    standing: Standing = Standing()
    _room = 0

    def tell(self, standing: Standing) -> None:
        """Tell something else.

        While something is filtered its room changes by steps: with each letter it says another number, and another
        room has the whole screen laid out.
        """
        before, self.standing = self._room, standing
        needed = cells(self.words())
        self._room = -(-needed // STEP) * STEP if standing.filtered else needed
        self.refresh(layout=self._room != before)

    def words(self) -> str:
        """What it says now."""
        return words_of(self.standing)

    def get_content_width(self, container: object, viewport: object) -> int:
        """As wide as what it says, or a little wider."""
        return self._room

    def render(self) -> RenderResult:
        """Draw it, cut where it must be."""
        return line(cut(self.words(), self.size.width))


class Hints(Widget):
    """The keys that matter most, each with a word; a message stands over them until the next action."""

    @dataclass
    class Pressed(Message):
        """A hint was clicked: the name of its action."""

        action: str

    def __init__(self, keys: KeyTable, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._table = keys
        self._paint = Paint(self)
        self._message: tuple[str, str] | None = None
        self._spans: list[tuple[int, int, str]] = []

    @property
    def message(self) -> str | None:
        """The message that stands there now."""
        return self._message[0] if self._message else None

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a message in place of the keys."""
        self._message = (text, "hints--error" if error else "hints--message")
        self.refresh()

    def hush(self) -> None:
        """Show the keys again."""
        if self._message is not None:
            self._message = None
            self.refresh()

    def render(self) -> RenderResult:
        """Draw the message, else as many keys as fit, help always among them."""
        self._spans = []
        if self._message is not None:
            text, look = self._message
            return line(cut(text, self.size.width), self._paint.visual(look))
        return self._keys()

    def _keys(self) -> Content:
        look = self._paint.visual("hints--key")
        pieces = []
        column = 0
        for hint in hints(self._table, self.size.width):
            pieces += [content(f"{hint.key} ", look), content(f"{hint.word}   ")]
            self._spans.append((column, column + hint.width - 3, hint.action))
            column += hint.width
        return join(*pieces)

    def on_click(self, event: events.Click) -> None:
        """Do what the hint under the mouse stands for."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for start, end, action in self._spans:
            if start <= offset.x < end:
                self.post_message(self.Pressed(action))


class Foot(Vertical):
    """Filter and status in one line, keys or a message in the other."""

    def __init__(self, keys: KeyTable, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.box = FilterBox(id="filter")
        self.status = Status(id="status")
        self.hints = Hints(keys, id="hints")
        self._slash = first_key("filter", keys)

    def compose(self) -> ComposeResult:
        """Lay the two lines out."""
        from textual.widgets import Static

        with Horizontal(id="foot-first"):
            yield Static(line(self._slash), id="slash")
            yield self.box
            yield self.status
        yield self.hints
