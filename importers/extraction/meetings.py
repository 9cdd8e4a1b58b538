"""The meetings that an article reports: kind, name, day, place, who chaired and who took part.

The main meeting comes first. An article that reports none has none: a crime, a match, the affairs of a company.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from importers.extraction.actors import Actor, find_actors
from importers.extraction.chairs import Part, find_chairs
from importers.extraction.dates import DateFound
from importers.extraction.events import find_events, main_of
from importers.extraction.further_meetings import Further, find_further
from importers.extraction.jubilees import find_jubilees
from importers.extraction.main_times import of_main_time, other_days
from importers.extraction.meeting_days import Day, month_in, resolve, without_day
from importers.extraction.meeting_names import name_of
from importers.extraction.meeting_places import place_of
from importers.extraction.no_meetings import tells_of_none
from importers.extraction.places import PlaceFound
from importers.extraction.presence import find_parts
from importers.extraction.reading import Reading
from importers.extraction.reports import find_reports, main_report
from importers.extraction.same_meetings import opening_of, told_again
from importers.extraction.sentences import split
from importers.extraction.sides import sides
from importers.extraction.spelling import key_of, lowered
from importers.extraction.texts import Report, Text
from importers.extraction.told import Told
from store.records import Attendance, DateBasis, Meeting, MeetingKind, Person, Role


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
    if main is None or tells_of_none(text, main):
        return (), frozenset()
    everyone = tuple(people)
    cast = _Cast(find_actors(reading, everyone, low), frozenset(p.name for p in everyone if p.offices))
    opening = opening_of(text, main, reports)
    day = _day_of(text, opening)
    further = find_further(text, main, reports, day)
    elsewhere = {number for other in further if other.day_words is None for number in other.sentences}
    wanted = [now and number not in elsewhere for number, now in enumerate(of_main_time(text, main))]
    parts = _parts(text, cast, wanted, other_days(text, main))
    dated = main.day is not None
    place = place_of(text.key, main.sentence, main.event, text.title, text.places, dated)
    meeting = _record(text, opening, day, place, _attendances(text, cast.actors, parts))
    others = tuple(_further(text, other, cast) for other in further)
    return (meeting, *others), frozenset(part.name for part in parts)


@dataclass(frozen=True, slots=True)
class _Cast:
    """The people whom the text names: where it names them, and which of them hold an office."""

    actors: Sequence[Actor]
    officials: frozenset[str]


def _parts(text: Text, cast: _Cast, wanted: Sequence[bool], other_days: frozenset[int] = frozenset()) -> list[Part]:
    chairs = find_chairs(text.key, text.sentences, cast.actors, wanted)
    return find_parts(text.key, text.sentences, cast.actors, wanted, chairs, cast.officials, other_days)


def _day_of(text: Text, main: Report) -> Day:
    run = (main.sentence.start, main.sentence.end)
    if main.day is None:
        return _month_of(text, main) or without_day(text.published, text.low, text.jubilees)
    headline = (text.title.start, text.title.end) if text.title is not None else (0, 0)
    again = tuple((s.start, s.end) for s in told_again(text, main))
    return resolve(main.day, Told(text.dates, text.jubilees, text.published, text.low, run, headline, again))


_OPENING = 5
"""Sentences of a text among which the one stands that gives the month of its meeting."""


def _month_of(text: Text, main: Report) -> Day | None:
    """The month of a meeting without a day, from an early sentence that tells of it."""
    for sentence in text.sentences.all[:_OPENING]:
        event = main_of(text.key, sentence, find_events(text.key, sentence))
        if event is not None and event.kind is main.event.kind:
            month = month_in(text.low, sentence, text.dates, event.start)
            if month is not None:
                return month
    return None


def _further(text: Text, further: Further, cast: _Cast) -> Meeting:
    """The record of a further meeting, with those whom its own sentences show there."""
    wanted = [number in further.sentences for number in range(len(text.sentences.all))]
    attendances = _attendances(text, cast.actors, _parts(text, cast, wanted))
    sentence = further.report.sentence
    places = [p for p in text.places if further.elsewhere and sentence.start <= p.start < sentence.end]
    place = place_of(text.key, sentence, further.report.event, None, places)
    record = _record(text, further.report, further.day, place, attendances)
    if further.day_words is None:
        return record
    start, end = further.day_words
    return replace(record, date_text=text.reading.text[start:end], part_of_day=further.part_of_day)


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
        title=_name(text, report),
        date=day.date,
        date_text=words[report.day.start : report.day.end] if report.day is not None else None,
        date_basis=day.basis,
        date_reason=day.reason,
        inferred_date=day.inferred,
        part_of_day=_part_of_day(text, report.day) if report.day is not None else None,
        place=words[place.start : place.end] if place is not None else None,
        span=text.reading.span(start, end),
        attendances=attendances,
        rule=report.event.rule,
    )


def _name(text: Text, report: Report) -> str | None:
    event = report.event
    if not event.named:
        return None
    return name_of(text.reading.text, text.key, event.start, event.end, max(report.sentence.end, event.end))


_PARTS = ("sáng", "chiều", "tối")


def _part_of_day(text: Text, day: DateFound) -> str | None:
    """The part of the day as told with the day, else where the text gives the same day once more."""
    if day.time_of_day is not None:
        return day.time_of_day if day.time_of_day in _PARTS else None
    if day.day is None or day.until is not None:
        return None
    again = {
        date.part_of_day
        for date in text.dates
        if (date.month, date.day) == (day.month, day.day) and date.part_of_day and date.until is None
    }
    return again.pop() if len(again) == 1 and again <= set(_PARTS) else None


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


__all__ = ["DateBasis", "MeetingKind", "find_meetings"]
