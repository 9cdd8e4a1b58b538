"""Where the words of a query stand in texts: matches to light, and a line around the first of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from store.matching import Token, occurrences
from store.query import Query
from store.query_tree import And, Field, FieldName, Node, Or, Words
from store.records import Span
from store.text import in_place

if TYPE_CHECKING:
    from store.archive import Archive

CONTEXT: Final = 160
"""Code points of a line of context."""

_BEFORE: Final = 3
"""What part of a line of context (one in so many) stands before the match."""

_BLANK: Final = re.compile(r"\s")
_LIT_FIELDS: Final = frozenset(FieldName) - {FieldName.TAG, FieldName.NOTE, FieldName.SOURCE}


def highlights(query: Query, text: str) -> tuple[Span, ...]:
    """Give where a text (a headline or a body) has what was asked for, in order and apart from each other.

    The spans are in code points of ``text``; their part says nothing. What the query excludes is not lit.
    """
    found = sorted({place for sequence in sequences_of(query.root) for place in occurrences(sequence, text)})
    joined: list[Span] = []
    for start, end in found:
        if joined and start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Span(start, end))
    return tuple(joined)


def sequences_of(node: Node | None) -> Iterator[tuple[Token, ...]]:
    """Give the words and phrases that a query asks for in texts, without those that it excludes."""
    if isinstance(node, Words) or (isinstance(node, Field) and node.name in _LIT_FIELDS):
        yield node.sequence
    elif isinstance(node, And | Or):
        for part in node.nodes:
            yield from sequences_of(part)


def context(
    archive: Archive, query: Query, article_ids: Sequence[int], width: int = CONTEXT
) -> dict[int, tuple[str, tuple[Span, ...]]]:
    """Give for each article a line of its body around the first match, and the matches in that line.

    A line is one paragraph or a piece of it of up to ``width`` code points, ``…`` standing where it is cut.
    Articles whose body has no match (the words are in the headline, or the query has none) are left out.

    Raises:
        ArchiveError: the archive cannot be read, `Interrupted` among the reasons.
    """
    asked = list(dict.fromkeys(sequences_of(query.root)))
    if not asked:
        return {}
    found = {}
    for article_id in article_ids:  # one by one, so that an interruption does not wait for all
        for (body,) in archive.rows("SELECT body FROM articles WHERE id = ?", (article_id,)):
            places = [place for sequence in asked if (place := next(occurrences(sequence, body), None)) is not None]
            if places:
                line = _line(body, *min(places), width)
                found[article_id] = (line, highlights(query, line))
    return found


def _line(body: str, start: int, end: int, width: int) -> str:
    """Cut a line around a place out of its paragraph, at white space where there is some."""
    first = body.rfind("\n", 0, start) + 1
    last = body.find("\n", end)
    last = len(body) if last < 0 else last
    low = max(first, min(start - width // _BEFORE, last - width))
    if low > first:
        low = body.find(" ", low, start) + 1 or low
    high = min(last, max(low + width, end))
    if high < last:
        high = max(body.rfind(" ", end, high), end)
    piece = _BLANK.sub(" ", in_place(body[low:high]))
    return f"{'…' if low > first else ''}{piece}{'…' if high < last else ''}"
