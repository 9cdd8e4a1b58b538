"""What was done, for people: acts of the journal in the language of the reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from store.errors import ArchiveError
from store.journal import ActKind, Entry
from store.text import SafeText, one_line
from tui.language import number_of, tr

_DONE: Final[Mapping[ActKind, str]] = {
    ActKind.TAG: "tagged “{name}” {articles}",
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


def worded(error: ArchiveError) -> str:
    """Say what went wrong and what to do."""
    return f"{tr(error.problem)} {tr(error.advice)}".rstrip()


def done(entry: Entry) -> SafeText:
    """Say what an act did: ``tagged “đọc lại” 3 articles``."""
    number = entry.details.get("articles")
    articles = number_of(number if isinstance(number, int) else 1, "{n} article", "{n} articles")
    words = {key: one_line(str(value), 60) for key, value in entry.details.items()}
    return one_line(tr(_DONE[entry.kind]).format_map({**words, "articles": articles}))
