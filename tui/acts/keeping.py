"""Keeping: tags, marks, and taking acts back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from store import journal, marks, tags
from tui import wording
from tui.language import number_of, tr

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen


def _tag(reader: ReaderScreen) -> None:
    keys = reader.targets()
    if not keys:
        return
    from tui.screens.tags import TagScreen

    title = tr("Tag this article")
    if len(keys) > 1 or (reader.row is not None and keys != [reader.row.key]):
        title = number_of(len(keys), "Tag {n} marked article", "Tag {n} marked articles")

    def put(name: str | None) -> None:
        if name is not None:
            reader.last_tag = name
            put_tag(reader, keys, name)

    reader.app.push_screen(TagScreen(reader, title, making=True), put)


def put_tag(reader: ReaderScreen, keys: list[str], name: str) -> None:
    """Put a tag on articles, or take it off where all have it."""
    reader.do(lambda archive: tags.toggle(archive, keys, name), keys)


def _repeat(reader: ReaderScreen) -> None:
    if reader.last_tag is None:
        reader.say(tr("Nothing has been tagged yet; {key} tags.").format(key=reader.key_of("tag")))
    elif keys := reader.targets():
        put_tag(reader, keys, reader.last_tag)


def _mark(reader: ReaderScreen) -> None:
    """Mark or unmark the article under the cursor; in the timeline, go on to the next."""
    if reader.row is None:
        return
    keys = [reader.row.key]
    reader.do(lambda archive: marks.toggle(archive, keys), keys)
    if reader.pane == "timeline":
        reader.timeline.move(1)


def _clear_marks(reader: ReaderScreen) -> None:
    reader.do(marks.clear, None)


def _undo(reader: ReaderScreen) -> None:
    def done(entry: journal.Entry | None) -> None:
        if entry is None:
            reader.say(tr("There is nothing to undo."))
            return
        reader.changed()
        told = tr("undone: {what} · {key} does it again")
        reader.say(told.format(what=wording.named(entry), key=reader.key_of("redo")))

    reader.write(journal.undo, done)


def _redo(reader: ReaderScreen) -> None:
    def done(entry: journal.Entry | None) -> None:
        if entry is None:
            reader.say(tr("There is nothing to do again."))
            return
        reader.changed()
        reader.say_undoable(tr("done again: {what}").format(what=wording.named(entry)))

    reader.write(journal.redo, done)


ACTS: Final[dict[str, Callable[[ReaderScreen], None]]] = {
    "tag": _tag,
    "repeat": _repeat,
    "mark": _mark,
    "clear-marks": _clear_marks,
    "undo": _undo,
    "redo": _redo,
}
