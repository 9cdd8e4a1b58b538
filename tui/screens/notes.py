"""The notes of an article: go to one, change it, delete it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from store import articles
from store.records import ArticleView, Note
from tui.actions import Scope, bindings
from tui.acts import noting
from tui.keymap import told
from tui.language import tr
from tui.screens.paper import Paper
from tui.widgets.lines import FAINT, NOTE, PLAIN, Row, wrapped

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen


class NotesScreen(Paper[None]):
    """Each note with its passage, in the order of the text."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.NOTES)

    def __init__(self, reader: ReaderScreen, view: ArticleView) -> None:
        hints = ("open", tr("changes it")), ("delete-note", tr("deletes it")), ("close", tr("closes"))
        super().__init__(tr("Notes of this article"), told(reader.settings.keys, *hints))
        self._reader = reader
        self._view = view

    def rows(self, width: int) -> Sequence[Row]:
        """Give each note with its kind and passage."""
        rows: list[Row] = []
        for note in self._view.notes:
            where = tr("On the article as a whole")
            if note.exact:
                where = f"“{note.exact}”" if note.span else tr("adrift: “{words}”").format(words=note.exact)
            rows += wrapped(where, FAINT, width)[:2]
            rows.append(Row(((f"┃ {tr(note.kind)}", NOTE),), value=note))
            rows += [Row((("┃ ", NOTE), *row.parts)) for row in wrapped(note.text, PLAIN, width - 2)]
            rows.append(Row())
        return rows

    def chosen(self, value: object) -> None:
        """Change the note that was chosen."""
        if isinstance(value, Note):
            self.dismiss(None)
            if value.span is not None:
                self._reader.article.scroll_to_span(value.span)
            noting.edit(self._reader, value)

    def action_act(self, name: str) -> None:
        """Delete the note under the cursor, else what all pages do."""
        if name != "delete-note":
            super().action_act(name)
        elif not self.is_ready(name):
            return
        elif isinstance(self.lines.value, Note) and not self._reader.connections.read_only:
            noting.delete(self._reader, self.lines.value, self._relist)

    def _relist(self) -> None:
        self._view = articles.read(self._reader.connections.here, self._view.id)
        if self._view.notes:
            self.lay_out(again=True)
        else:
            self.dismiss(None)
