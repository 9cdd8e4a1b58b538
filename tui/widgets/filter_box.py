"""The box that the filter is typed into; each change is a filter, there is no button."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from store.text import one_line
from tui.actions import Scope, bindings
from tui.language import tr


class FilterBox(Input):
    """One line for the query language of the store; says what changed, and which way one left it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.FILTER, run="screen.act")

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
    """How long the text is: no reason to lay out the whole screen with each letter."""

    @dataclass
    class Typed(Message):
        """The filter is another one now; ``text`` is NFC whatever the keyboard sends."""

        text: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def on_mount(self) -> None:
        """Say what the box is for, in the language of the reader."""
        self.placeholder = one_line(tr("filter"))

    @property
    def text(self) -> str:
        """The filter as typed, in NFC."""
        return unicodedata.normalize("NFC", self.value)

    def write(self, text: str) -> None:
        """Put another filter into the box, as if it had been typed."""
        self.value = one_line(text)
        self.cursor_position = len(self.value)

    def on_paste(self, event: events.Paste) -> None:
        """Take all lines of what is pasted, as one."""
        event.stop()
        event.prevent_default()
        pasted = one_line(event.text)
        if self.selection.is_empty:
            self.insert_text_at_cursor(pasted)
        else:
            self.replace(pasted, *self.selection)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Hand the new filter on."""
        event.stop()
        self.post_message(self.Typed(self.text))
