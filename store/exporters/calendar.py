"""Meetings as a calendar (iCalendar, RFC 5545): an entry for each that is told to the day.

Articles seldom tell the hour, so entries are of whole days; the part of the day stands before the name.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from store.exporters.facts import address, heading, stated_days, wordings
from store.records import ArticleView, Meeting
from store.text import clean, one_line

_FOLD: Final = 75
"""Octets of a line, its break not counted (RFC 5545, 3.1)."""

_HEAD: Final = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bienban//bienban//VI", "CALSCALE:GREGORIAN")


def render(views: Iterable[ArticleView]) -> Iterator[str]:
    """Write a calendar of the meetings of the articles; without one that is told to the day, an empty one."""
    yield _lines(_HEAD)
    for view in views:
        for number, meeting in enumerate(view.meetings):
            if (known := stated_days(meeting)) is not None:
                yield _lines(_event(view, number, meeting, known))
    yield _lines(("END:VCALENDAR",))


def _event(
    view: ArticleView, number: int, meeting: Meeting, days: tuple[datetime.date, datetime.date]
) -> Iterator[str]:
    first, last = days
    after = last + datetime.timedelta(days=1) if last < datetime.date.max else last
    yield "BEGIN:VEVENT"
    yield f"UID:{view.key}-{number}@bienban"
    # When the entry was made: that the same export has the same bytes, it is the day that it speaks of.
    yield f"DTSTAMP:{_basic(first)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(first)}"
    yield f"DTEND;VALUE=DATE:{_basic(after)}"
    name = one_line(meeting.title or "") or heading(view)
    yield f"SUMMARY:{_text(f'{meeting.part_of_day.capitalize()}: {name}' if meeting.part_of_day else name)}"
    if meeting.place:
        yield f"LOCATION:{_text(one_line(meeting.place))}"
    if told := _description(view, meeting):
        yield f"DESCRIPTION:{_text(told)}"
    if known_address := address(view):
        yield f"URL:{one_line(known_address)}"
    if view.tags:
        yield f"CATEGORIES:{','.join(_text(one_line(tag.name)) for tag in view.tags)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _basic(day: datetime.date) -> str:
    return day.isoformat().replace("-", "")


def _description(view: ArticleView, meeting: Meeting) -> str:
    """Tell the headline, and who was there in which offices, a line each."""
    there = {attendance.name for attendance in meeting.attendances}
    people = (one for one in view.people if one.name in there)
    lines = (f"{one_line(one.name)}: {'; '.join(held)}" if (held := wordings(one)) else one.name for one in people)
    return "\n".join([heading(view), *lines])


def _text(text: str) -> str:
    escaped = clean(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def _lines(lines: Sequence[str] | Iterator[str]) -> str:
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _folded(line: str) -> str:
    """Break a line where it gets too long, never inside a character; what follows a break begins with a space."""
    pieces: list[str] = []
    piece, size = "", 0
    for character in line:
        octets = len(character.encode("utf-8", "replace"))
        if size + octets > _FOLD:
            pieces.append(piece)
            piece, size = " ", 1
        piece += character
        size += octets
    return "\r\n".join([*pieces, piece])
