"""Noting: selecting a passage, writing on it, seeing what was written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from store import notes
from store.archive import Archive
from store.records import Note
from tui.language import tr

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen


def _select(reader: ReaderScreen) -> None:
    """Start selecting in the article, or let go."""
    if reader.article.selecting:
        reader.article.end_selection()
        return
    if reader.pane != "article":
        reader.go_to_pane("article")
    reader.article.begin_selection()
    told = tr("Move to the end of the passage; {note} notes it, {copy} copies it, {clear} lets go.")
    keys = {"note": reader.key_of("annotate"), "copy": reader.key_of("copy"), "clear": reader.key_of("clear")}
    reader.say(told.format_map(keys))


def _annotate(reader: ReaderScreen) -> None:
    view = reader.view
    if view is None or reader.row is None or view.key != reader.row.key:
        return
    from tui.screens.note import NoteScreen

    span = reader.article.selection
    passage = view.body[span.start : span.end] if span is not None else ""

    def keep(archive: Archive, text: str, kind: str) -> object:
        return notes.add(archive, view.key, span, text, kind)

    def left(kept: bool | None) -> None:
        if kept:
            reader.article.end_selection()

    reader.app.push_screen(NoteScreen(reader, view.key, keep, passage), left)


def _notes(reader: ReaderScreen) -> None:
    view = reader.view
    if view is None or not view.notes:
        reader.say(tr("This article has no notes; {key} writes one.").format(key=reader.key_of("annotate")))
        return
    from tui.screens.notes import NotesScreen

    reader.app.push_screen(NotesScreen(reader, view))


def edit(reader: ReaderScreen, note: Note) -> None:
    """Let the person change a note; emptied of its text, it is deleted."""
    from tui.screens.note import NoteScreen

    def keep(archive: Archive, text: str, kind: str) -> None:
        if text.strip():
            notes.edit(archive, note.id, text, kind)
        else:
            notes.delete(archive, note.id)

    reader.app.push_screen(NoteScreen(reader, note.article_key, keep, note.exact, note.text, note.kind))


def delete(reader: ReaderScreen, note: Note, then: Callable[[], None] | None = None) -> None:
    """Delete a note, which can be undone, and do something after that."""
    reader.do(lambda archive: notes.delete(archive, note.id), [note.article_key], then)


ACTS: Final[dict[str, Callable[[ReaderScreen], None]]] = {
    "select": _select,
    "annotate": _annotate,
    "notes": _notes,
}
