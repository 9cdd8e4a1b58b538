"""From the text of a page to the article in it: headline, byline, stamp, captions, boilerplate, and the body.

Each rule looks at the lines that no rule before it has decided, and decides some; what is left is the body. Where
a line stands, what its neighbours are and how it ends weigh more than phrases; phrases are data (see `lexicon`).
"""

from __future__ import annotations

from importers.cleaning import body, boilerplate, foot, head
from importers.cleaning.lines import Line, split
from store.records import CleanArticle

__all__ = ["classify", "clean_article"]


def clean_article(original: str) -> CleanArticle:
    """Part a text into the article and what stood around it. Never raises; every line that is not blank is kept.

    Linear in the length of the text.
    """
    lines = split(original)
    found = _mark(lines)
    return body.assemble(lines, found)


def classify(original: str) -> list[Line]:
    """Give the lines of a text with what each was found to be and by which rule, for showing and for tests."""
    lines = split(original)
    _mark(lines)
    return lines


def _mark(lines: list[Line]) -> head.Head:
    boilerplate.mark(lines)
    found = head.mark(lines)
    head.mark_closing_stamp(lines, found)
    foot.mark_byline(lines)
    body.mark(lines)
    return found
