"""Words that the archive keeps as numbers; tables give them back as words in generated columns.

A number is the place of its word and is never given to another one: new words come at the end.
"""

from __future__ import annotations

from typing import Final

from store.records import MentionKind, Part, Role, Span, Tense

PARTS: Final = (Part.BODY, Part.TITLE)
MENTION_KINDS: Final = (
    MentionKind.PERSON,
    MentionKind.RANK,
    MentionKind.DATE,
    MentionKind.PLACE,
    MentionKind.ORGANISATION,
    MentionKind.POSITION,
    MentionKind.DOCUMENT,
)
TENSES: Final = (Tense.HOLDS, Tense.FORMER, Tense.ACTING, Tense.APPOINTED)
ROLES: Final = (Role.CHAIRS, Role.LEADS, Role.SPEAKS, Role.REPORTS, Role.ATTENDS)

_NUMBERS: Final = {word: number for words in (MENTION_KINDS, TENSES, ROLES) for number, word in enumerate(words)}


def coded(word: MentionKind | Tense | Role, span: Span | None) -> tuple[int, int | None, int | None]:
    """Give a word and the part of its span as one number (twice the word's, one more for the headline), where the
    span starts, and its length in code points.
    """
    number = 2 * _NUMBERS[word]
    if span is None:
        return number, None, None
    return number + PARTS.index(span.part), span.start, span.end - span.start
