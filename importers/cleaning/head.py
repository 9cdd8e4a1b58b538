"""The head of an article: section, headline, stamp and a signature that stands at the top."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from importers.cleaning import bylines, captions
from importers.cleaning.lexicon import phrases
from importers.cleaning.lines import Line, LineKind, phrase_key
from importers.cleaning.stamps import Stamp, glued_stamp, read_stamp

_TITLE_LIMIT: Final = 260
_STOPPED_TITLE_LIMIT: Final = 120
_REACH: Final = 300
"""Lines from the top within which the head ends: menus may be long."""

_ENOUGH_WORDS: Final = 6
_MENU: Final = 3
"""Short lines above the first long one from which on they are a menu."""

_ABOVE: Final = 12
"""Lines above a headline that are looked through for the trail of the page."""

_NEWS_AGE: Final = 45
"""Days after an event within which a page that reports it is published."""

_REPORTED: Final = re.compile(r"(?:\([^()\n]{2,30}\)|[A-ZĐ][\w.]{1,14})\s*\.?\s*[-–—]+\s*")
"""Who reports, before the first sentence of a report: ``(TTXVN) -``, ``VOV.VN –``; never before a headline."""

_DATELINE: Final = re.compile(
    r"(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|vừa qua|mới đây|trong)\b.*\d|(?:sáng|trưa|chiều|tối|hôm) (?:nay|qua)\b",
    re.IGNORECASE,
)
_DAY_MONTH: Final = re.compile(
    r"(?:ngày|sáng|trưa|chiều|tối)\s*\(?(?P<day>\d{1,2})(?:\s?[/.-]\s?|\s+tháng\s+)(?P<month>\d{1,2})\b",
    re.IGNORECASE,
)
_TRAIL: Final = re.compile(r"\s[>»›|/]\s|>>|\s{2,}")
_TRAIL_SIGNS: Final = "/>»›|"
_PLACE_AND_DAY: Final = re.compile(r",\s*ngày\s+\d", re.IGNORECASE)


@dataclass(slots=True)
class Head:
    """What the head says: the day of publication (EDTF) and its words; section and signature glued to the stamp."""

    published: str | None = None
    published_text: str | None = None
    section: str | None = None
    byline: str | None = None


def mark(lines: list[Line]) -> Head:
    """Find the headline and what stands around it, mark the lines, and give the date of publication."""
    head = Head()
    _cut_glued(lines, head)
    zone = _zone(lines)
    stamps = {line.number: stamp for line in zone if line.kind is None and (stamp := _stamp(line)) is not None}
    given = next((line for line in zone if line.kind is LineKind.TITLE), None)
    title = given or _headline(zone, stamps, lines[len(zone) :])
    above = title is not None
    is_menu = (
        title is not None
        and sum(line.kind is None and line.number not in stamps for line in zone[: zone.index(title)]) > 1
    )
    for line in zone:
        if line is title:
            line.be(LineKind.TITLE, line.rule or "headline")
            above = False
        elif line.kind is None and line.number in stamps:
            _mark_stamp(line, stamps[line.number], above, lines, head)
        elif line.kind is None and title is not None:
            _mark_neighbour(line, title, above, is_menu, head)
    if title is None:
        _mark_menu(zone)
        _mark_picture_first(lines)
    _settle_clock(zone, stamps, head)
    return head


def _mark_menu(zone: list[Line]) -> None:
    """Where an article has no headline, short lines in a row above it are still a menu."""
    short = [line for line in zone if line.kind is None and not line.stops]
    if len(short) > _MENU and all(len(line.text.split()) < _ENOUGH_WORDS for line in short):
        for line in short:
            line.be(LineKind.BOILERPLATE, "above the article")


def _mark_picture_first(lines: list[Line]) -> None:
    """Where an article has no headline, one short sentence on a person named, above all others, is a caption."""
    first = next((line for line in lines if line.kind is None), None)
    if first is None or first is lines[-1] or len(first.text) > _STOPPED_TITLE_LIMIT or first.sentences > 1:
        return
    if captions.opens_with_a_name(first) and captions.likeness(first) > 0:
        first.be(LineKind.CAPTION, "a person above the article")


def mark_closing_stamp(lines: list[Line], head: Head) -> None:
    """Mark lines under the article that are nothing but a date; the first tells when it was published."""
    start = next(
        (i for i in range(len(lines) - 1, -1, -1) if lines[i].kind is None and lines[i].is_prose), len(lines)
    )
    for line in lines[start + 1 :]:
        of_page = line.rule == "below the article" and "GMT" in line.text.upper()
        stamp = _stamp(line) if line.kind is None or of_page else None
        if stamp is not None and head.published is None:
            _take_stamp(line, stamp, head)
        elif stamp is not None:
            line.be(LineKind.BOILERPLATE, "second stamp")


def _stamp(line: Line) -> Stamp | None:
    """Read a line as a stamp; with it may stand a section or a signature, and nothing else."""
    stamp = read_stamp(line.text)
    if stamp is None or not stamp.rest or phrases("sections").match(line.key):
        return stamp
    known = bylines.is_byline(stamp.rest) or phrases("sections").match(phrase_key(stamp.rest))
    if not known and stamp.has_hour and "GMT" in line.text.upper():  # which nobody writes but the page
        known = len(stamp.rest.split()) <= _WORDS_OF_SIGNATURE and stamp.rest[0].isupper()
    return stamp if known else None


_WORDS_OF_SIGNATURE: Final = 9


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
    first = next((line for line in lines if line.kind is None), None)
    for index, line in enumerate(lines[:_REACH]):
        if line.kind is not None or not line.is_prose or _is_headline_like(line):
            continue
        if line is first and _is_stopped_headline(line, len(lines) - index - 1):
            continue
        if index + 1 < len(lines) and _is_stopped_above_stamp(line, _stamp(lines[index + 1])):
            continue
        if read_stamp(line.text) is None:
            return lines[:index]
    return lines[:_REACH]


def _is_headline_like(line: Line) -> bool:
    """A headline may be long, or end in a question mark; a long one with a full stop is none."""
    return len(line.text) <= _TITLE_LIMIT and not _has_full_stop(line) and line.sentences == 1


def _has_full_stop(line: Line) -> bool:
    return line.text.rstrip('"”’) ').endswith((".", "…")) and not line.text.endswith("...")


def _headline(zone: list[Line], stamps: dict[int, Stamp], below: list[Line]) -> Line | None:
    candidates = [line for line in zone if line.kind is None and line.number not in stamps and _can_be_title(line)]
    if not candidates or (not below and len(zone) < 2):
        first = next((line for line in zone if line.kind is None), None)
        return first if first is not None and _is_stopped_headline(first, len(below)) else None
    for line, follower in pairwise(zone):
        if line in candidates and follower.number in stamps and len(line.text.split()) > 3:
            return line
        if line.kind is None and _is_stopped_above_stamp(line, stamps.get(follower.number)):
            return line
    for line in candidates:
        above = zone[: zone.index(line)][:_ABOVE]
        if len(line.key) > 20 and any(_holds_headline(other.key, line.key) for other in above):
            return line
    long = [line for line in candidates if len(line.text.split()) >= _ENOUGH_WORDS]
    if not long and len(candidates) > _MENU:
        return None  # a menu, and no headline below it
    if not long:
        best = max(candidates, key=lambda line: len(line.text))
    elif zone.index(long[0]) >= _MENU:
        best = next((line for line in reversed(long) if not _DATELINE.match(line.text)), long[-1])
    else:
        best = long[0]
    return best if _may_lead(best, zone) else None


def _holds_headline(line: str, headline: str) -> bool:
    """Whether a line is the trail of the page, which ends with its headline, or its title, which begins with it."""
    return line != headline and (line.endswith(headline) or line.startswith(headline))


def _is_stopped_headline(line: Line, below: int) -> bool:
    """Whether a first line with a full stop, over paragraphs, is a headline: it tells of no picture or day."""
    return (
        below > 1
        and len(line.text) <= _STOPPED_TITLE_LIMIT
        and _has_full_stop(line)
        and line.sentences == 1
        and not _DATELINE.match(line.text)
        and captions.credit_of(line.text) is None
        and captions.likeness(line) < 2
        and not captions.opens_with_a_name(line)
    )


def _is_stopped_above_stamp(line: Line, stamp: Stamp | None) -> bool:
    """Whether a sentence right above the stamp is a headline with a full stop: nothing else stands there."""
    return (
        stamp is not None
        and not stamp.rest
        and len(line.text) <= _TITLE_LIMIT
        and len(line.text.split()) >= _ENOUGH_WORDS
        and line.sentences == 1
        and _has_full_stop(line)
        and not _DATELINE.match(line.text)
        and captions.credit_of(line.text) is None
    )


def _may_lead(line: Line, zone: list[Line]) -> bool:
    """A headline may not come after a caption: then the text began without one."""
    before = zone[: zone.index(line)]
    return not any(other.kind is None and captions.credit_of(other.text) is not None for other in before)


def _can_be_title(line: Line) -> bool:
    text = line.text
    if not 3 <= len(text) <= _TITLE_LIMIT or text[0].islower() or text.endswith((":", ";", ",", "|")):
        return False
    if _has_full_stop(line) or _is_trail(line):
        return False
    if captions.credit_of(text) is not None or captions.shows_a_meeting(line) or bylines.is_byline(text):
        return False
    if phrases("sections").match(line.key):
        return False
    reported = _REPORTED.match(text)
    if reported is not None and _DATELINE.match(text, reported.end()):
        return False
    return not (_DATELINE.match(text) and len(text) > 150)


def _is_trail(line: Line) -> bool:
    """Whether a line is the trail of sections that leads to a page."""
    raw = line.raw.strip()
    if raw[0] in _TRAIL_SIGNS and len(raw) < _TITLE_LIMIT and not line.stops:
        return True
    return line.key.startswith(("trang chu ", "home ")) or (
        _TRAIL.search(raw) is not None and len(line.text) < 200 and not line.stops
    )


def _mark_stamp(line: Line, stamp: Stamp, above: bool, lines: list[Line], head: Head) -> None:
    is_clock = stamp.weekday_first and (not stamp.has_hour or _is_too_late(stamp, lines))
    if above and (is_clock or _is_below_address(line, lines)):
        line.be(LineKind.BOILERPLATE, "clock of the page")
    elif head.published is None:
        _take_stamp(line, stamp, head)
    else:
        line.be(LineKind.BOILERPLATE, "second stamp")


def _is_below_address(line: Line, lines: list[Line]) -> bool:
    """Whether the line above gives the visitor's address in the net: a counter prints its clock below that."""
    index = lines.index(line)
    return index > 0 and lines[index - 1].key.startswith("your ip ")


def _take_stamp(line: Line, stamp: Stamp, head: Head) -> None:
    line.be(LineKind.STAMP, "stamp")
    head.published, head.published_text = stamp.day, line.text
    if not stamp.rest:
        return
    if phrases("sections").match(phrase_key(stamp.rest)):
        head.section = stamp.rest
    elif not _PLACE_AND_DAY.search(line.text):
        head.byline = stamp.rest


def _is_too_late(stamp: Stamp, lines: list[Line]) -> bool:
    """Whether the article tells of a day long before this one: then it is the day somebody opened the page."""
    if len(stamp.day) < 10:
        return False
    day = date.fromisoformat(stamp.day)
    for line in [line for line in lines if line.is_prose][:3]:
        found = _DAY_MONTH.search(line.text[:300])
        if found is None:
            continue
        try:
            event = date(day.year, int(found["month"]), int(found["day"]))
        except ValueError:
            continue
        age = (day - event).days % 365
        return _NEWS_AGE < age < 365 - _NEWS_AGE
    return False


_LEAD_FROM: Final = 80
"""Code points from which on a line that opens with a day is the lead, not a headline of the page."""


def _mark_neighbour(line: Line, title: Line, above: bool, is_menu: bool, head: Head) -> None:
    if line.key == title.key or (above and line.key.endswith(title.key)):
        line.be(LineKind.BOILERPLATE, "headline again")
    elif above and len(line.text) >= _LEAD_FROM and captions.opens_as_prose(line):
        line.be(LineKind.PARAGRAPH, "lead above a picture")
    elif above:
        is_section = not is_menu and (
            phrases("sections").match(line.key) or len(line.text.split()) <= _ENOUGH_WORDS
        )
        line.be(LineKind.SECTION if is_section else LineKind.BOILERPLATE, "above the headline")
    elif phrases("sections").match(line.key):
        line.be(LineKind.SECTION, "section")
    elif line.text.isdecimal():
        line.be(LineKind.BOILERPLATE, "counter below the headline")
    elif _signs(line):
        again = head.byline is not None
        head.byline = head.byline or line.text
        line.be(LineKind.BOILERPLATE if again else LineKind.BYLINE, "signature at the top")


def _signs(line: Line) -> bool:
    """Whether a line below the headline signs the article, with the section before the name or without."""
    if bylines.is_sectioned(line.text):
        return True
    return bylines.is_byline(line.text) and (
        captions.credit_of(line.text) is None or bylines.is_labelled(line.text)
    )


def _settle_clock(zone: list[Line], stamps: dict[int, Stamp], head: Head) -> None:
    """Of a date above the headline and one below it, the one above was the clock."""
    title = next((line for line in zone if line.kind is LineKind.TITLE), None)
    taken = next((line for line in zone if line.kind is LineKind.STAMP and line.number in stamps), None)
    if title is None or taken is None or taken.number > title.number:
        return
    real = next((line for line in zone if line.rule == "second stamp" and line.number > title.number), None)
    if real is not None:
        taken.be(LineKind.BOILERPLATE, "clock of the page")
        head.section = head.byline = None
        _take_stamp(real, stamps[real.number], head)
