"""Writing a note: what it is on, what kind it is, and its words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from store.archive import Archive
from store.notes import NoteKind
from store.text import clean
from tui.actions import Scope, bindings
from tui.content import join, line
from tui.keymap import told
from tui.language import tr

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen


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


Keep: TypeAlias = Callable[[Archive, str, str], object]
"""Writes the words of a note, and its kind, into the archive."""


class NoteScreen(ModalScreen[bool]):
    """Closes when the note is written, and tells whether it is; what cannot be written stays, with the reason."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.NOTE)
    AUTO_FOCUS = "TextArea"

    def __init__(
        self,
        reader: ReaderScreen,
        article_key: str,
        keep: Keep,
        passage: str,
        text: str = "",
        kind: str = NoteKind.NOTE,
    ) -> None:
        super().__init__()
        self._reader = reader
        self._article_key = article_key
        self._keep = keep
        self._passage = passage
        self._kinds = Kinds(kind)
        self._area = TextArea(clean(text), soft_wrap=True, show_line_numbers=False, compact=True)
        self._area.cursor_blink = False
        self._before = self._area.text
        self._hint = Static(id="prompt-hint")
        self._new = not text
        self._asked = False

    def compose(self) -> ComposeResult:
        """Lay out the passage, the kinds and the box for the words."""
        with Vertical(id="note") as frame:
            frame.border_title = line(tr("New note") if self._new else tr("Change the note"))
            passage = f"“{self._passage}”" if self._passage else tr("On the article as a whole")
            yield Static(line(passage, limit=400), id="passage")
            yield self._kinds
            yield self._area
            yield self._hint

    def on_mount(self) -> None:
        """Go on writing at the end."""
        self._area.move_cursor(self._area.document.end)
        self._tell_keys()

    def _tell_keys(self) -> None:
        hints = ("save-note", tr("saves")), ("note-kind", tr("another kind")), ("cancel", tr("leaves it"))
        self._hint.update(line(told(self._reader.settings.keys, *hints)))

    @on(TextArea.Changed)
    def go_on(self) -> None:
        """Forget the question whether to leave: someone writes on."""
        if self._asked:
            self._asked = False
            self._tell_keys()

    def action_act(self, name: str) -> None:
        """Do what a key stands for; while the note is being written to the archive, nothing."""
        if self._area.read_only:
            return
        match name:
            case "save-note":
                self._save()
            case "note-kind":
                self._kinds.next()
            case "cancel":
                self._leave()

    def _leave(self) -> None:
        """Leave; where words would be lost, only when asked for a second time."""
        text = self._area.text
        if self._asked or text == self._before or not text.strip():
            self.dismiss(False)
            return
        self._asked = True
        again = tr("What is written here is not saved. {leave} again leaves it; {save} saves it.")
        keys = {"leave": self._reader.key_of("cancel"), "save": self._reader.key_of("save-note")}
        self._hint.update(line(again.format_map(keys)))

    def _save(self) -> None:
        text, kind = self._area.text, self._kinds.kind
        quoted = bool(self._passage) and kind == NoteKind.QUOTE
        if self._new and not text.strip() and not quoted:
            self._hint.update(line(tr("Nothing is written yet.")))
            return
        self._area.read_only = True
        keep = self._keep
        self._reader.do(lambda archive: keep(archive, text, kind), [self._article_key], self._kept, tell=self._tell)

    def _kept(self) -> None:
        self.dismiss(True)

    def _tell(self, text: str, error: bool) -> None:
        """Tell of the archive; after an error one can write on, and save again."""
        self._hint.update(line(text))
        if error:
            self._area.read_only = False
            self.app.bell()
