"""The box in which a tag is named: one letter for a tag that has one, or the beginning of its name."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from tui.actions import Scope, bindings


class TagBox(Input):
    """A line of text whose first letter may be a whole answer."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.TAGS, run="screen.act")

    @dataclass
    class Letter(Message):
        """A letter was pressed that stands for something by itself."""

        letter: str

    def __init__(self) -> None:
        super().__init__(compact=True, id="tag-box")
        self.cursor_blink = False
        self.letters: Collection[str] = ()
        """The letters that stand for a tag while nothing is typed."""
        self.any_letter = False
        """Whether the next letter, whichever it is, is an answer."""

    @property
    def text(self) -> str:
        """What is typed, in NFC."""
        return unicodedata.normalize("NFC", self.value)

    def on_key(self, event: events.Key) -> None:
        """Take a letter as an answer where it is one; the box gets all others."""
        letter = (event.character or "").lower()
        alone = not self.value and letter in self.letters
        if event.is_printable and (self.any_letter or alone) and letter.isalnum():
            event.stop()
            event.prevent_default()
            self.post_message(self.Letter(letter))
