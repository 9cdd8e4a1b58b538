"""The box in which a tag is named: one letter for a tag that has one, or the beginning of its name."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from store.tags import LONGEST_NAME
from tui.actions import Scope, bindings

HOLD: Final = 0.35
"""Seconds in which another key after the letter of a tag tells that the letter begins a name."""

STILL_TYPING: Final = 0.05
"""Seconds to look again after, where keys are waiting when it is over."""

_IN_THE_LINE: Final = frozenset({"left", "right", "home", "end"})
"""Keys that do not change what is typed, but are pressed by whoever is typing a name."""


class TagBox(Input):
    """A line of text whose first letter may be a whole answer.

    Such a letter is held for a while: it is the answer when nothing is typed after it, and the beginning of a name
    when something is, a BackSpace of an input method too. So what is left of a name is never taken for commands.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.TAGS, run="screen.act")

    @dataclass
    class Letter(Message):
        """A letter was pressed that stands for something by itself."""

        letter: str

    def __init__(self, typing: Callable[[], bool]) -> None:
        """Make an empty box; ``typing`` tells whether keys are waiting that were typed already."""
        super().__init__(compact=True, id="tag-box")
        self.cursor_blink = False
        self.letters: Collection[str] = ()
        """The letters that stand for a tag while nothing is typed."""
        self.any_letter = False
        """Whether the next letter, whichever it is, is an answer."""
        self.held: str | None = None
        """The letter of which is not known yet whether it is an answer."""
        self._typing = typing
        self._holding: Timer | None = None

    @property
    def text(self) -> str:
        """What is typed, in NFC."""
        return unicodedata.normalize("NFC", self.value)

    def validate_value(self, value: str) -> str:
        """Take no more letters than the name of a tag may have."""
        whole = unicodedata.normalize("NFC", value)
        return value if len(whole) <= LONGEST_NAME else whole[:LONGEST_NAME]

    def watch_value(self, value: str) -> None:
        """Take the letter that is held for the beginning of a name as soon as anything else stands there."""
        if self.held is not None and value.lower() != self.held:
            self.let_go()

    def take(self) -> str | None:
        """Give the letter that is held, as an answer, if there is one."""
        letter = self.held
        self.let_go()
        return letter

    def let_go(self) -> None:
        """Take the letter that is held for the beginning of a name; none is an answer any more."""
        if self.held is not None:
            self.held, self.letters = None, ()
        if self._holding is not None:
            self._holding.stop()
            self._holding = None

    def on_key(self, event: events.Key) -> None:
        """Take a letter as an answer where it is one, or hold it where it may be; the box gets all others."""
        letter = (event.character or "").lower()
        if event.is_printable and self.any_letter and letter.isalnum():
            event.stop()
            event.prevent_default()
            self.post_message(self.Letter(letter))
        elif event.is_printable and not self.value and letter in self.letters:
            self.held = letter
            self._holding = self.set_timer(HOLD, self._decide)
        elif self.held is not None and event.key in _IN_THE_LINE:
            self.let_go()
            self.post_message(self.Changed(self, self.value))

    def _decide(self) -> None:
        if self._typing():
            self._holding = self.set_timer(STILL_TYPING, self._decide)
        elif (letter := self.take()) is not None:
            self.post_message(self.Letter(letter))
