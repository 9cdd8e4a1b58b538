"""The head of an article: section, headline, stamp and a signature that stands at the top."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from importers.cleaning import bylines, captions
from importers.cleaning.lexicon import phrases
from importers.cleaning.lines import Line, LineKind
from importers.cleaning.stamps import Stamp, glued_stamp, read_stamp

_TITLE_LIMIT: Final = 260
_ENOUGH_WORDS: Final = 6
_DATELINE: Final = re.compile(
    r"(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|vừa qua|mới đây|trong)\b.*\d|(?:sáng|trưa|chiều|tối|hôm) (?:nay|qua)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Head:
    """What the head says: the day of publication (EDTF) and its words, and where the first line really begins."""

    published: str | None = None
    published_text: str | None = None
    cut: int = 0


def mark(lines: list[Line]) -> Head:
    """Find the headline and what stands around it, mark the lines, and give the date of publication."""
    head = Head()
    _cut_glued(lines, head)
    zone = _zone(lines)
    stamps = {
        id(line): stamp for line in zone if line.kind is None and (stamp := read_stamp(line.text)) is not None
    }
    title = _headline(zone, stamps, len(zone) < len(lines))
    above = True
    for line in zone:
        if line is title:
            line.be(LineKind.TITLE, "headline")
            above = False
        elif line.kind is None and id(line) in stamps:
            _mark_stamp(line, stamps[id(line)], above and title is not None, head)
        elif line.kind is None and title is not None:
            _mark_neighbour(line, title, above)
    _settle_clock(zone, stamps, head)
    return head


def _cut_glued(lines: list[Line], head: Head) -> None:
    first = next((line for line in lines if line.kind is None), None)
    glued = glued_stamp(first.text + " ") if first is not None else None
    if first is None or glued is None:
        return
    head.published, end = glued
    head.published_text = first.text[:end].strip()
    if first.text[end:].strip():
        first.cut(end)
    else:
        first.be(LineKind.STAMP, "stamp")


def _zone(lines: list[Line]) -> list[Line]:
    """The lines before the first paragraph."""
    for index, line in enumerate(lines):
        if line.kind is None and line.is_prose and not _is_title_like_prose(line) and read_stamp(line.text) is None:
            return lines[:index]
    return lines


def _is_title_like_prose(line: Line) -> bool:
    """A headline may be long, or end in a question mark; one that ends in a full stop is not one."""
    return (
        len(line.text) <= _TITLE_LIMIT
        and not line.text.rstrip('"”’) ').endswith((".", "…"))
        and line.sentences == 1
    )


def _headline(zone: list[Line], stamps: dict[int, Stamp], more: bool) -> Line | None:
    candidates = [line for line in zone if line.kind is None and id(line) not in stamps and _can_be_title(line)]
    if not candidates or (not more and len(zone) < 2):
        return None
    positions = {id(line): i for i, line in enumerate(zone)}
    for line in candidates:
        below = positions[id(line)] + 1
        if below < len(zone) and id(zone[below]) in stamps and len(line.text.split()) > 3:
            return line
    first = zone[0] if zone[0].kind is None else candidates[0]
    if first is not candidates[0] and captions.credit_of(first.text):
        return None
    for line in candidates:
        if len(line.text.split()) >= _ENOUGH_WORDS:
            return line if _may_lead(line, zone) else None
    best = max(candidates, key=lambda line: len(line.text))
    return best if _may_lead(best, zone) else None


def _may_lead(line: Line, zone: list[Line]) -> bool:
    """A headline may not come after a caption: then the text began without one."""
    for other in zone:
        if other is line:
            return True
        if other.kind is None and captions.credit_of(other.text) is not None:
            return False
    return True


def _can_be_title(line: Line) -> bool:
    text = line.text
    if len(text) > _TITLE_LIMIT or len(text) < 3 or text[0].islower() or text.endswith((":", ";", ",")):
        return False
    if text.rstrip('"”’) ').endswith((".", "…")) and not text.endswith("..."):
        return False
    if captions.credit_of(text) is not None or captions.likeness(line) >= 4:
        return False
    return not (_DATELINE.match(text) and len(text) > 150)


def _mark_stamp(line: Line, stamp: Stamp, above: bool, head: Head) -> None:
    if stamp.rest and not bylines.is_byline(stamp.rest) and len(stamp.rest) > 30:
        return
    if above and stamp.weekday_first and not stamp.has_hour:
        line.be(LineKind.BOILERPLATE, "clock of the page")
    elif head.published is None:
        line.be(LineKind.STAMP, "stamp")
        head.published, head.published_text = stamp.day, line.text
    else:
        line.be(LineKind.BOILERPLATE, "second stamp")


def _mark_neighbour(line: Line, title: Line, above: bool) -> None:
    if line.key == title.key:
        line.be(LineKind.BOILERPLATE, "headline again")
    elif above:
        is_section = phrases("sections").match(line.key) or len(line.text.split()) <= 6
        line.be(LineKind.SECTION if is_section else LineKind.BOILERPLATE, "above the headline")
    elif phrases("sections").match(line.key):
        line.be(LineKind.SECTION, "section")
    elif bylines.is_byline(line.text) and captions.credit_of(line.text) is None:
        line.be(LineKind.BYLINE, "signature at the top")


def _settle_clock(zone: list[Line], stamps: dict[int, Stamp], head: Head) -> None:
    """Of a date with an hour above the headline and one below it, the one above was the clock."""
    below = False
    marked: list[tuple[Line, bool]] = []
    for line in zone:
        below = below or line.kind is LineKind.TITLE
        if id(line) in stamps and line.rule in ("stamp", "second stamp"):
            marked.append((line, below))
    if len(marked) > 1 and not marked[0][1] and any(is_below for _, is_below in marked):
        real = next(line for line, is_below in marked if is_below)
        marked[0][0].be(LineKind.BOILERPLATE, "clock of the page")
        real.be(LineKind.STAMP, "stamp")
        head.published, head.published_text = stamps[id(real)].day, real.text
