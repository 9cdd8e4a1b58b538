"""The foot of an article: the signature under the last paragraph, with or without captions after it."""

from __future__ import annotations

from typing import Final

from importers.cleaning import bylines, captions
from importers.cleaning.head import Head
from importers.cleaning.lines import CAPTION_LIMIT, Line, LineKind

_NEAR: Final = 6
_REACH: Final = 40
"""How many lines up from the end a signature is looked for: pages print all their captions below it."""


def mark_byline(lines: list[Line], head: Head) -> None:
    """Find the signature at the end of the article and mark its line, and a second one as boilerplate.

    One that stands in the line of the last paragraph is cut off from it and told by the head.
    """
    left = [line for line in lines if line.kind is None]
    start = next((i for i, line in enumerate(left) if line.is_prose), len(left))
    found: Line | None = None
    for index in range(len(left) - 1, max(start, len(left) - 1 - _REACH), -1):
        line = left[index]
        if _is_signature(line, left[:index]):
            found = line  # the topmost: what looks like a second one below it belongs to a picture
        elif not (_may_be_caption(line) if found is None else _is_of_a_picture(line)):
            break
    if found is None:
        _cut_glued(lines, left, head)
        return
    earlier = next((line for line in lines if line.kind is LineKind.BYLINE), None)
    below = left[left.index(found) + 1 :][:1]
    if below and bylines.is_byline(below[0].text) and not captions.is_credit_line(below[0].text):
        found = _told_apart(found, below[0])
    if earlier is None or _is_paper(earlier.text):
        found.be(LineKind.BYLINE, "signature at the end")
        if earlier is not None:
            earlier.be(LineKind.BOILERPLATE, "second signature")
    else:
        found.be(LineKind.BOILERPLATE, "second signature")


def _told_apart(first: Line, second: Line) -> Line:
    """Mark one of two signatures and give the other, which says who wrote: a source is none that does."""
    if bylines.is_source(first.text) and bylines.is_name(second.text):
        first.be(LineKind.BOILERPLATE, "second signature")
        return second
    if bylines.is_source(second.text):
        second.be(LineKind.BYLINE, "source below the signature")
    else:
        second.be(LineKind.BOILERPLATE, "second signature")
    return first


def _is_paper(text: str) -> bool:
    """Whether a signature at the top is but the letters of a paper (``SGGPO``): who wrote stands at the end."""
    return text.isalpha() and text.isupper()


def _cut_glued(lines: list[Line], left: list[Line], head: Head) -> None:
    if head.byline is not None or any(line.kind is LineKind.BYLINE for line in lines):
        return
    for line in reversed(left):
        start = bylines.glued_signature(line.text)
        if start is not None:
            head.byline = line.text[start:]
            line.cut(0, start)
        if start is not None or line.is_prose:
            return


def _may_be_caption(line: Line) -> bool:
    return len(line.text) <= CAPTION_LIMIT and not (line.is_prose and line.sentences > 1)


def _is_caption_above(before: list[Line]) -> bool:
    """Whether the line above is a caption: by its look, or as it stands close where others are parted by gaps."""
    line = before[-1]
    if not _may_be_caption(line):
        return False
    return not line.stops or captions.likeness(line) >= 2 or any(other.gap for other in before[-_NEAR:])


def _is_of_a_picture(line: Line) -> bool:
    return captions.credit_of(line.text) is not None or (not line.is_prose and len(line.text) <= 200)


def _is_signature(line: Line, before: list[Line]) -> bool:
    if not bylines.is_byline(line.text) or captions.is_credit_line(line.text):
        return False
    if line.key.startswith("nguon ") and not line.gap and before and _is_caption_above(before):
        return False  # the source of the picture that the line above tells of
    if _is_paper(line.text):
        return True
    return not bylines.is_name(line.text) or not bylines.names_someone_in(line.text, before)
