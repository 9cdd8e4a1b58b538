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

from tui.actions import BY_ID
from tui.content import content, join, line
from tui.keymap import KeyTable, keys_of, shown
from tui.language import grouped, number_of, tr
from tui.paint import Paint
from tui.widgets.filter_box import FilterBox
from tui.widgets.wrapping import cells, cut

_LAST: Final = "help"
ORDER: Final = ("tag", "annotate", "mark", "export", "person", "undo", "quit", _LAST)
"""The first are shown where there is little room; the last always is. The filter has its own line above."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the status tells: how many articles match, of how many, and where the matches of the filter stand.

    ``more``: there may be more than ``matching``, they are still being counted.
    """

    matching: int = 0
    total: int = 0
    filtered: bool = False
    marked: int = 0
    more: bool = False
    by_relevance: bool = False
    match: tuple[int, int] | None = None


class Status(Widget):
    """Right of the filter: ``1 of 5 · match 2/7 · 2 marked``."""

    standing: Standing = Standing()

    def tell(self, standing: Standing) -> None:
        """Tell something else."""
        self.standing = standing
        self.refresh(layout=True)

    def words(self) -> str:
        """What it says now."""
        now = self.standing
        told = []
        if now.filtered:
            matching = grouped(now.matching) + ("+" if now.more else "")
            told.append(tr("{n} of {total}").format(n=matching, total=grouped(now.total)))
        else:
            told.append(number_of(now.total, "{n} article", "{n} articles"))
        if now.by_relevance:
            told.append(tr("by relevance"))
        if now.match is not None:
            told.append(_matches(*now.match))
        if now.marked:
            told.append(tr("{n} marked").format(n=grouped(now.marked)))
        return " · ".join(told)

    def get_content_width(self, container: object, viewport: object) -> int:
        """As wide as what it says."""
        return cells(self.words())

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
        self._hints = [(name, shown(keys_of(BY_ID[name], keys)[0]), BY_ID[name].hint) for name in ORDER]
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
        named = [(action, key, tr(word)) for action, key, word in self._hints]
        last = [hint for hint in named if hint[0] == _LAST]
        room = self.size.width - sum(_width(hint) for hint in last)
        chosen = []
        for hint in named:
            if hint[0] != _LAST and room >= _width(hint):
                chosen.append(hint)
                room -= _width(hint)
        look = self._paint.visual("hints--key")
        pieces = []
        column = 0
        for action, key, word in (*chosen, *last):
            pieces += [content(f"{key} ", look), content(f"{word}   ")]
            width = _width((action, key, word))
            self._spans.append((column, column + width - 3, action))
            column += width
        return join(*pieces)

    def on_click(self, event: events.Click) -> None:
        """Do what the hint under the mouse stands for."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for start, end, action in self._spans:
            if start <= offset.x < end:
                self.post_message(self.Pressed(action))


def _matches(current: int, total: int) -> str:
    if not current:
        return number_of(total, "{n} match", "{n} matches")
    return tr("match {n}/{total}").format(n=current, total=total)


def _width(hint: tuple[str, str, str]) -> int:
    return cells(hint[1]) + cells(hint[2]) + 4


class Foot(Vertical):
    """Filter and status in one line, keys or a message in the other."""

    def __init__(self, keys: KeyTable, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.box = FilterBox(id="filter")
        self.status = Status(id="status")
        self.hints = Hints(keys, id="hints")
        self._slash = shown(keys_of(BY_ID["filter"], keys)[0])

    def compose(self) -> ComposeResult:
        """Lay the two lines out."""
        from textual.widgets import Static

        with Horizontal(id="foot-first"):
            yield Static(line(self._slash), id="slash")
            yield self.box
            yield self.status
        yield self.hints
