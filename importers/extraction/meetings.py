"""The meetings that an article reports: kind, name, day, place, who chaired and who took part.

The main meeting comes first. An article that reports none has none: a crime, a match, the affairs of a company.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from importers.extraction.actors import Actor, find_actors
from importers.extraction.chairs import Part, find_chairs
from importers.extraction.dates import DateFound
from importers.extraction.jubilees import find_jubilees
from importers.extraction.meeting_days import Day, resolve, without_day
from importers.extraction.meeting_places import place_of
from importers.extraction.places import PlaceFound
from importers.extraction.presence import find_parts
from importers.extraction.reading import Reading, RegionKind
from importers.extraction.reports import Report, Text, days_of, find_reports, main_report, of_main_time
from importers.extraction.sentences import split
from importers.extraction.sides import sides
from importers.extraction.spelling import key_of, lowered
from importers.extraction.years import Told
from store.records import Attendance, DateBasis, Meeting, MeetingKind, Person, Role

_LIMIT = 6
"""Most meetings kept of one article."""


def find_meetings(
    reading: Reading,
    people: Iterable[Person],
    dates: tuple[DateFound, ...],
    places: tuple[PlaceFound, ...],
    published: str | None,
) -> tuple[tuple[Meeting, ...], frozenset[str]]:
    """Find the meetings, the main one first, and the names of those who took part in it."""
    low = lowered(reading.text)
    text = Text(
        reading, low, key_of(reading.text), split(reading), dates, places, find_jubilees(low, dates), published
    )
    reports = find_reports(text)
    main = main_report(text, reports)
    if main is None:
        return (), frozenset()
    everyone = tuple(people)
    actors = find_actors(reading, everyone, low)
    wanted = of_main_time(text, main)
    chairs = find_chairs(text.key, text.sentences, actors, wanted)
    officials = frozenset(person.name for person in everyone if person.offices)
    parts = find_parts(text.key, text.sentences, actors, wanted, chairs, officials)
    meeting = _meeting(text, main, _attendances(text, actors, parts))
    others = _others(text, main, reports, meeting)
    return (meeting, *others), frozenset(part.name for part in parts)


def _meeting(text: Text, main: Report, attendances: tuple[Attendance, ...]) -> Meeting:
    title = text.title
    run = (main.sentence.start, main.sentence.end)
    headline = (title.start, title.end) if title is not None else (0, 0)
    day = (
        resolve(main.day, Told(text.dates, text.jubilees, text.published, text.low, run, headline))
        if main.day is not None
        else without_day(text.published, text.low, text.jubilees)
    )
    place = place_of(text.key, main.sentence, main.event, title, text.places, main.day is not None)
    return _record(text, main, day, place, attendances)


def _record(
    text: Text, report: Report, day: Day, place: PlaceFound | None, attendances: tuple[Attendance, ...]
) -> Meeting:
    words = text.reading.text
    start = report.day.start if report.day is not None else report.event.start
    start, end = min(start, report.event.start), max(report.event.end, report.day.end if report.day else 0)
    if report.day is not None and not report.sentence.start <= report.event.start < report.sentence.end:
        start, end = report.day.start, report.day.end
    return Meeting(
        kind=report.event.kind,
        title=_name(words, text.key, report),
        date=day.date,
        date_text=words[report.day.start : report.day.end] if report.day is not None else None,
        date_basis=day.basis,
        date_reason=day.reason,
        inferred_date=day.inferred,
        part_of_day=report.day.time_of_day if report.day is not None else None,
        place=words[place.start : place.end] if place is not None else None,
        span=text.reading.span(start, end),
        attendances=attendances,
        rule=report.event.rule,
    )


_NAME_ENDS = re.compile(
    r"[,;:()\n]|\.(?!\w)|\s(?:tổ chức|theo hình thức|tại|do|với sự|giữa|đã|được|diễn ra|nhằm|để|và|trong|vào|có|"
    r"dưới|bằng|"
    r"cho biết|khai mạc|sáng|chiều|"
    r"ngày|từ|đối với|–|-)\s"
)


def _name(words: str, key: str, report: Report) -> str | None:
    """The name of the event where the text gives it more than its bare kind: ``Hội nghị tổng kết công tác …``."""
    event = report.event
    if not event.named:
        return None
    limit = max(report.sentence.end, event.end)
    stop = _NAME_ENDS.search(key, _behind_quotation(key, event.end), limit)
    end = stop.start() if stop else limit
    name = " ".join(words[event.start : min(end, event.start + 200)].split())
    return name if len(name.split()) >= 4 else None


_QUOTATION = re.compile(r"\s(?:[^\s,.;“\"]+\s){0,6}(?:“[^“”\n]{1,160}”|\"[^\"\n]{1,160}\")")


def _behind_quotation(key: str, at: int) -> int:
    """Past the words in quotation marks that are part of a name (``hội thảo “…”``), else where it was."""
    quotation = _QUOTATION.match(key, at)
    return quotation.end() if quotation else at


_WEIGHT = {role: weight for weight, role in enumerate(Role)}


def _attendances(text: Text, actors: Sequence[Actor], parts: Sequence[Part]) -> tuple[Attendance, ...]:
    """One attendance a person, the weightiest, in the order in which the text first shows them."""
    on_side = sides(text.reading.text, text.key, text.sentences, actors)
    best: dict[str, Part] = {}
    side: dict[str, str] = {}
    for part in sorted(parts, key=lambda p: p.start):
        if part.name not in best or _WEIGHT[part.role] < _WEIGHT[best[part.name].role]:
            best[part.name] = part
        if part.start in on_side:
            side.setdefault(part.name, on_side[part.start])
    return tuple(
        Attendance(part.name, part.role, side.get(part.name), text.reading.span(part.start, part.end), part.rule)
        for part in best.values()
    )


# --- the other meetings ------------------------------------------------------------------------------------------


def _others(text: Text, main: Report, reports: Sequence[Report], meeting: Meeting) -> list[Meeting]:
    """Further meetings of the article: on other days, each once."""
    found: list[Meeting] = []
    seen = {meeting.date}
    for report in reports:
        if report.number == main.number or report.day is None or report.sentence.kind is not RegionKind.PARAGRAPH:
            continue
        if report.day.relative is not None or (
            days_of(report.day) & days_of(main.day) and report.event.kind is main.event.kind
        ):
            continue
        if not _ORGANISED_BY.search(text.key, report.sentence.start, report.sentence.end):
            continue
        run = (report.sentence.start, report.sentence.end)
        day = resolve(report.day, Told(text.dates, text.jubilees, text.published, text.low, run, (0, 0)))
        if day.date in seen or len(found) >= _LIMIT:
            continue
        seen.add(day.date)
        place = place_of(text.key, report.sentence, report.event, None, ())
        found.append(_record(text, report, day, place, ()))
    return found


_ORGANISED_BY = re.compile(r"(?<!\w)(?:đã|tổ chức|diễn ra|chủ trì|khai mạc|có buổi|có cuộc|đến dự|tới dự)(?!\w)")

__all__ = ["DateBasis", "MeetingKind", "find_meetings"]
