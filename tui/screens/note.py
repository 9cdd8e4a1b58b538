"""Writing a note: what it is on, what kind it is, and its words."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from store.notes import NoteKind
from store.text import clean
from tui.actions import Scope, bindings
from tui.content import join, line
from tui.keymap import KeyTable, told
from tui.language import tr


class Kinds(Static):
    """The kinds of notes, the chosen one lit; a click chooses."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"kinds--chosen"}

    def __init__(self, kind: str) -> None:
        super().__init__(id="kinds")
        self.kind = kind

    def on_mount(self) -> None:
        """Show the kinds."""
        self.choose(self.kind)

    def choose(self, kind: str) -> None:
        """Choose another kind."""
        self.kind = kind
        look = self.get_visual_style("kinds--chosen")
        words = []
        for known in NoteKind:
            words += [line(f"[{tr(known)}]", look) if known == kind else line(f" {tr(known)} "), Content(" ")]
        self.update(join(*words))

    def next(self) -> None:
        """Choose the next kind, round the end."""
        kinds = [str(kind) for kind in NoteKind]
        at = kinds.index(self.kind) if self.kind in kinds else -1
        self.choose(kinds[(at + 1) % len(kinds)])

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        offset = event.get_content_offset(self)
        column = 0
        for kind in NoteKind:
            column += len(tr(kind)) + 3
            if offset is not None and offset.x < column:
                self.choose(kind)
                return


class NoteScreen(ModalScreen[tuple[str, str] | None]):
    """Gives the words of the note and its kind, or ``None``."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.NOTE)
    AUTO_FOCUS = "TextArea"

    def __init__(self, keys: KeyTable, passage: str, text: str = "", kind: str = NoteKind.NOTE) -> None:
        super().__init__()
        self._keys = keys
        self._passage = passage
        self._kinds = Kinds(kind)
        self._area = TextArea(clean(text), soft_wrap=True, show_line_numbers=False, compact=True)
        self._area.cursor_blink = False
        self._new = not text

    def compose(self) -> ComposeResult:
        """Lay out the passage, the kinds and the box for the words."""
        with Vertical(id="note") as frame:
            frame.border_title = line(tr("New note") if self._new else tr("Change the note"))
            passage = f"“{self._passage}”" if self._passage else tr("On the article as a whole")
            yield Static(line(passage, limit=400), id="passage")
            yield self._kinds
            yield self._area
            hints = ("save-note", tr("saves")), ("note-kind", tr("another kind")), ("cancel", tr("leaves it"))
            yield Static(line(told(self._keys, *hints)), id="prompt-hint")

    def on_mount(self) -> None:
        """Go on writing at the end."""
        self._area.move_cursor(self._area.document.end)

    def action_act(self, name: str) -> None:
        """Do what a key stands for."""
        match name:
            case "save-note":
                self._save()
            case "note-kind":
                self._kinds.next()
            case "cancel":
                self.dismiss(None)

    def _save(self) -> None:
        text = self._area.text
        quoted = bool(self._passage) and self._kinds.kind == NoteKind.QUOTE
        if self._new and not text.strip() and not quoted:
            self.query_one("#prompt-hint", Static).update(line(tr("Nothing is written yet.")))
            return
        self.dismiss((text, self._kinds.kind))
