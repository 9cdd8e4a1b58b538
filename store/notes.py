"""Notes of the user on a passage of an article, or on the article as a whole (W3C Web Annotation)."""

from __future__ import annotations

import uuid
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from store.article_view import notes_of
from store.errors import NotFound
from store.journal import ActKind, Refused, act
from store.records import Note, Part, Span
from store.text import clean

if TYPE_CHECKING:
    from store.archive import Archive

__all__ = ["NoteKind", "add", "all_notes", "delete", "edit", "of_article"]


class NoteKind(StrEnum):
    """What a note is to its writer."""

    NOTE = "note"
    QUOTE = "quote"
    QUESTION = "question"
    FACT = "fact"
    CHECK = "check"


_COLUMNS: Final = (
    "n.id, n.article_key, n.text, n.kind, n.exact, n.prefix, n.suffix, "
    'n.part, n."start", n."end", n.created, n.modified'
)


def add(archive: Archive, key: str, span: Span | None, text: str, kind: str = NoteKind.NOTE) -> Note:
    """Write a note on a passage of the article ``key``, or (``None``) on the article as a whole.

    A quote may do without words of one's own. Raises `Refused` for an empty note, an unknown kind or a span that
    is not in the text, `NotFound` where there is no such article.
    """
    from store.anchoring import Quote, quote  # not for the first screen

    with act(archive, ActKind.NOTE) as doing:
        rows = archive.rows("SELECT title, body, digest FROM articles WHERE key = ?", (key,))
        if not rows:
            raise NotFound("There is no such article in this archive.")
        [(title, body, digest)] = rows
        words, number = Quote("", "", ""), uuid.uuid4().hex
        if span is not None:
            try:
                words = quote((title or "") if span.part == Part.TITLE else body, span.start, span.end)
            except ValueError as error:
                raise Refused("The passage is not in the text of the article.", "Select it again.") from error
        values = {
            "article_key": key,
            "version_digest": digest,
            "part": span and span.part.value,
            "start": span and span.start,
            "end": span and span.end,
            "exact": words.exact,
            "prefix": words.prefix,
            "suffix": words.suffix,
            "kind": _checked_kind(kind),
            "text": _checked_text(text, kind, words.exact),
            "created": doing.at,
            "modified": doing.at,
        }
        doing.put("annotations", (number,), values)
        return _by_id(archive, number)


def edit(archive: Archive, note_id: str, text: str, kind: str | None = None) -> Note:
    """Change the words of a note, and its kind if one is given.

    Raises `NotFound` where there is no such note, `Refused` as `add` does.
    """
    with act(archive, ActKind.EDIT_NOTE) as doing:
        note = _by_id(archive, note_id)
        now_kind = _checked_kind(kind or note.kind)
        words = _checked_text(text, now_kind, note.exact)
        if (words, now_kind) != (note.text, note.kind):
            doing.put("annotations", (note_id,), {"text": words, "kind": now_kind, "modified": doing.at})
        return _by_id(archive, note_id)


def delete(archive: Archive, note_id: str) -> None:
    """Delete a note; undoing brings it back. Raises `NotFound` where there is none."""
    with act(archive, ActKind.DELETE_NOTE) as doing:
        _by_id(archive, note_id)
        doing.put("annotations", (note_id,), None)


def of_article(archive: Archive, key: str) -> list[Note]:
    """Return the notes of an article: on the whole first, then in the order of the text, then adrift."""
    with archive.snapshot() as connection:
        return list(notes_of(connection, key))


def all_notes(archive: Archive) -> list[Note]:
    """Return all notes, by article as the timeline has them, newest first, then in the order of the text.

    Notes on articles that are not in this archive come last.
    """
    rows = archive.rows(
        f"SELECT {_COLUMNS}, a.id FROM annotations n LEFT JOIN articles a ON a.key = n.article_key"  # noqa: S608
    )
    placed = [(-(article or 0), _note(*row)) for *row, article in rows]
    return [note for _, note in sorted(placed, key=lambda pair: (pair[0], pair[1].article_key, _place(pair[1])))]


def _place(note: Note) -> tuple[bool, bool, int, str]:
    """Give the place of a note among those of its article."""
    if note.span is None:
        return bool(note.exact), False, -1, note.created  # adrift last, on the whole article first
    return False, note.span.part != Part.TITLE, note.span.start, note.created


def _by_id(archive: Archive, note_id: str) -> Note:
    rows = archive.rows(f"SELECT {_COLUMNS} FROM annotations n WHERE n.id = ?", (note_id,))  # noqa: S608
    if not rows:
        raise NotFound("There is no such note.", "It may have been deleted; undo brings it back.")
    return _note(*rows[0])


def _note(
    number: str, key: str, text: str, kind: str, exact: str, prefix: str, suffix: str, part: str | None,
    start: int | None, end: int | None, created: str, modified: str,
) -> Note:  # fmt: skip
    span = None if part is None or start is None or end is None else Span(start, end, Part(part))
    return Note(number, key, text, kind, exact, prefix, suffix, span, created, modified)


def _checked_kind(kind: str) -> str:
    if kind not in set(NoteKind):
        raise Refused("There is no such kind of note.", f"Choose one of: {', '.join(NoteKind)}.")
    return str(kind)


def _checked_text(text: str, kind: str, exact: str) -> str:
    words = clean(text).strip()
    if not words and not (exact and kind == NoteKind.QUOTE):
        raise Refused("The note is empty.", "Write something, or leave it.")
    return words
