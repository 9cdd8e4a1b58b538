"""A page over the panes that is read and closed: help, a person's page, the original text, notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.actions import Scope, bindings
from tui.content import line
from tui.widgets.lines import Lines, Row

Result = TypeVar("Result")


class Paper(ModalScreen[Result | None]):
    """Lines under a title. What they say is asked for whenever the width changes."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.LIST)
    AUTO_FOCUS = "Lines"

    def __init__(self, title: str, foot: str) -> None:
        super().__init__()
        self._heading = title
        self._told = foot
        self.lines = Lines(id="lines")
        self._width = 0
        self._patience = 20  # frames

    def title_line(self, title: str) -> Content:
        """Write a title for the frame."""
        return line(title, limit=120)

    def rows(self, width: int) -> Sequence[Row]:
        """Give the lines for a width in cells."""
        raise NotImplementedError

    def chosen(self, value: object) -> None:
        """Do what choosing a line means; nothing, unless a page says otherwise."""

    def compose(self) -> ComposeResult:
        """Lay out the lines in a frame that bears the title."""
        with Vertical(id="paper") as paper:
            paper.border_title = self.title_line(self._heading)
            yield self.lines
            yield Static(line(self._told), id="paper-foot")

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew when the width has changed."""
        self.call_after_refresh(self.lay_out)

    def lay_out(self, *, again: bool = False, choice: int | None = None) -> None:
        """Show the lines for the width there is; ``again`` though the width is the same.

        The cursor stays, or goes to the choice with a number among those that can be chosen.
        """
        width = self.lines.scrollable_content_region.width
        if width and (again or width != self._width):
            self._width = width
            self.lines.show(self.rows(width), max(self.lines.choice if choice is None else choice, 0))

    def is_ready(self, name: str) -> bool:
        """Say whether a key finds the lines laid out; one that comes before them waits for them."""
        self.lay_out()
        if self._width or name == "close" or not self._patience:
            return True
        self._patience -= 1
        self.call_after_refresh(self.action_act, name)
        return False

    def action_act(self, name: str) -> None:
        """Do what a key stands for."""
        if not self.is_ready(name):
            return
        match name:
            case "move-down" | "move-up":
                self.lines.move(1 if name == "move-down" else -1)
            case "page-down" | "page-up":
                self.lines.page(1 if name == "page-down" else -1)
            case "move-first":
                self.lines.first()
            case "move-last":
                self.lines.last()
            case "open":
                if self.lines.value is not None:
                    self.chosen(self.lines.value)
            case "help":
                self.open_help()
            case "close":
                self.dismiss(None)

    def open_help(self) -> None:
        """Show the keys over this page."""
        from tui.app import BienbanApp
        from tui.screens.help import HelpScreen

        if isinstance(self.app, BienbanApp):
            self.app.push_screen(HelpScreen(self.app.settings))

    @on(Lines.Chosen)
    def choose_clicked(self, event: Lines.Chosen) -> None:
        """Take a click as choosing."""
        self.chosen(event.value)
