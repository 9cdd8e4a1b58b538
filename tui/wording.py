"""What was done, for people: acts of the journal in the language of the reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from store.errors import ArchiveError
from store.journal import ActKind, Entry
from store.said import Said
from store.text import SafeText, one_line
from tui.language import number_of, tr

_DONE: Final[Mapping[ActKind, str]] = {
    ActKind.TAG: "tagged {articles} “{name}”",
    ActKind.UNTAG: "took “{name}” off {articles}",
    ActKind.RENAME_TAG: "renamed “{name}” to “{new}”",
    ActKind.MERGE_TAGS: "merged “{name}” into “{new}”",
    ActKind.DELETE_TAG: "deleted the tag “{name}” of {articles}",
    ActKind.SET_LETTER: "changed the letter of “{name}”",
    ActKind.SET_COLOUR: "changed the colour of “{name}”",
    ActKind.NOTE: "noted",
    ActKind.EDIT_NOTE: "changed a note",
    ActKind.DELETE_NOTE: "deleted a note",
    ActKind.MARK: "marked {articles}",
    ActKind.UNMARK: "took the marks off {articles}",
    ActKind.INVERT_MARKS: "inverted the marks of {articles}",
    ActKind.READ: "{articles} read",
    ActKind.UNREAD: "{articles} unread",
    ActKind.OPEN: "opened {articles}",
}


_NAMED: Final[Mapping[ActKind, str]] = {
    ActKind.TAG: "tagging {articles} “{name}”",
    ActKind.UNTAG: "taking “{name}” off {articles}",
    ActKind.RENAME_TAG: "renaming “{name}” to “{new}”",
    ActKind.MERGE_TAGS: "merging “{name}” into “{new}”",
    ActKind.DELETE_TAG: "deleting the tag “{name}” of {articles}",
    ActKind.SET_LETTER: "changing the letter of “{name}”",
    ActKind.SET_COLOUR: "changing the colour of “{name}”",
    ActKind.NOTE: "writing a note",
    ActKind.EDIT_NOTE: "changing a note",
    ActKind.DELETE_NOTE: "deleting a note",
    ActKind.MARK: "marking {articles}",
    ActKind.UNMARK: "taking the marks off {articles}",
    ActKind.INVERT_MARKS: "inverting the marks of {articles}",
    ActKind.READ: "{articles} as read",
    ActKind.UNREAD: "{articles} as unread",
    ActKind.OPEN: "opening {articles}",
}


def said(text: str) -> str:
    """Say a sentence of the store in the language of the reader."""
    if isinstance(text, Said):
        return tr(text.template).format_map(text.values)
    return tr(text)


def worded(error: ArchiveError) -> str:
    """Say what went wrong and what to do."""
    return f"{said(error.problem)} {said(error.advice)}".rstrip()


def done(entry: Entry) -> SafeText:
    """Say what an act did: ``tagged 3 articles “đọc lại”``."""
    return _worded_act(tr(_DONE[entry.kind]), entry)


def named(entry: Entry) -> SafeText:
    """Name an act that is undone or done again: ``tagging 3 articles “đọc lại”``."""
    return _worded_act(tr(_NAMED[entry.kind]), entry)


def _worded_act(template: str, entry: Entry) -> SafeText:
    number = entry.details.get("articles")
    articles = number_of(number if isinstance(number, int) else 1, "{n} article", "{n} articles")
    words = {key: one_line(str(value), 60) for key, value in entry.details.items()}
    return one_line(template.format_map({**words, "articles": articles}))
