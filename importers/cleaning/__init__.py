"""From the text of a page to the article in it: headline, byline, stamp, captions, boilerplate, and the body.

Each rule looks at the lines that no rule before it has decided, and decides some; what is left is the body. Where
a line stands, what its neighbours are and how it ends weigh more than phrases; phrases are data (see `lexicon`).
"""

from __future__ import annotations

from importers.cleaning import body, boilerplate, credits, foot, head, tail, teasers
from importers.cleaning.lines import Line, LineKind, headline, split
from store.records import CleanArticle

__all__ = ["classify", "clean_article"]


def clean_article(original: str, title: str | None = None) -> CleanArticle:
    """Part a text into the article and what stood around it. Never raises; every line that is not blank is kept.

    ``title`` is a headline that is known from elsewhere: then none is looked for in the text. Linear in the length
    of the text.
    """
    lines = split(original)
    found = _mark(lines, title)
    return body.assemble(lines, found)


def classify(original: str, title: str | None = None) -> list[Line]:
    """Give the lines of a text with what each was found to be and by which rule, for showing and for tests.

    ``title`` is as for `clean_article`; it comes as the line with the number 0.
    """
    lines = split(original)
    _mark(lines, title)
    return lines


def _mark(lines: list[Line], title: str | None = None) -> head.Head:
    boilerplate.mark(lines)
    credits.mark(lines)
    if title:
        lines.insert(0, headline(title))
    teasers.mark(lines)
    found = head.mark(lines)
    teasers.mark_below_lead(lines)
    tail.mark(lines)
    head.mark_closing_stamp(lines, found)
    body.mark_sections_below(lines)
    foot.mark_byline(lines, found)
    body.mark(lines)
    _keep_a_body(lines)
    return found


def _keep_a_body(lines: list[Line]) -> None:
    """Take back as paragraphs what was told by its words alone, where nothing else would be left to read.

    An article may be but one line under its headline, and that line may be called as a button is.
    """
    if any(line.kind in body.PARTS for line in lines):
        return
    start = next((index for index, line in enumerate(lines) if line.kind is LineKind.TITLE), -1) + 1
    for line in lines[start:]:
        if line.rule in boilerplate.BY_WORDS:
            line.be(LineKind.PARAGRAPH, "nothing else to read")
