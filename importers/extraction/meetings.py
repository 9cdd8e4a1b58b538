"""The meetings that an article reports: kind, name, day, place, who chaired and who took part.

The main meeting comes first. An article that reports none has none: a crime, a match, the affairs of a company.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from importers.extraction.actors import Actor, find_actors
from importers.extraction.chairs import Part, find_chairs
from importers.extraction.dates import DateFound
from importers.extraction.events import Event, find_events, has_official, main_of, tells_of_another_time
from importers.extraction.jubilees import Jubilee, find_jubilees, is_kept
from importers.extraction.meeting_days import Day, day_in, resolve, without_day
from importers.extraction.meeting_places import place_of
from importers.extraction.places import PlaceFound
from importers.extraction.presence import find_parts, sides
from importers.extraction.reading import Reading, RegionKind
from importers.extraction.sentences import Sentence, Sentences, split
from importers.extraction.spelling import key_of, lowered
from store.records import Attendance, DateBasis, Meeting, MeetingKind, Person, Role

_EARLY = 1_600
"""Code points of the body within which the sentence that reports the meeting stands, as a rule."""
_LIMIT = 6
"""Most meetings kept of one article."""
_HEAD = 45
"""Code points at the head of a sentence that tell of which time it speaks."""


@dataclass(frozen=True, slots=True)
class _Text:
    """The reading in the forms that the rules look at, and what was found in it."""

    reading: Reading
    low: str
    key: str
    sentences: Sentences
    dates: tuple[DateFound, ...]
    places: tuple[PlaceFound, ...]
    jubilees: tuple[Jubilee, ...]
    published: str | None

    @property
    def title(self) -> Sentence | None:
        """The headline."""
        first = self.sentences.all[0] if self.sentences.all else None
        return first if first is not None and first.kind is RegionKind.TITLE else None


@dataclass(frozen=True, slots=True)
class _Report:
    """A sentence that reports a meeting, with its event and its day where it has them."""

    sentence: Sentence
    number: int
    event: Event
    day: DateFound | None


def find_meetings(
    reading: Reading,
    people: Iterable[Person],
    dates: tuple[DateFound, ...],
    places: tuple[PlaceFound, ...],
    published: str | None,
) -> tuple[tuple[Meeting, ...], frozenset[str]]:
    """Find the meetings, the main one first, and the names of those who took part in it."""
    low = lowered(reading.text)
    text = _Text(
        reading, low, key_of(reading.text), split(reading), dates, places, find_jubilees(low, dates), published
    )
    is_digest = _DIGEST.search(text.key, 0, 300) is not None
    reports = _reports(text)
    main = None if is_digest else _main(text, reports)
    if main is None:
        return (), frozenset()
    everyone = tuple(people)
    actors = find_actors(reading, everyone, low)
    wanted = _of_main_time(text, main)
    chairs = find_chairs(text.key, text.sentences, actors, wanted)
    officials = frozenset(person.name for person in everyone if person.offices)
    parts = find_parts(text.key, text.sentences, actors, wanted, chairs, officials)
    meeting = _meeting(text, main, _attendances(text, actors, parts))
    others = _others(text, main, reports, meeting)
    return (meeting, *others), frozenset(part.name for part in parts)


_DIGEST = re.compile(r"(?<!\w)(?:điểm tin|tin nóng|tin tức trong ngày|không thể bỏ lỡ|tin tức cập nhật)(?!\w)")
"""Words at the head of a column that gathers the news of a day: it reports no one meeting."""


# --- which sentence reports the meeting --------------------------------------------------------------------------


def _reports(text: _Text) -> list[_Report]:
    """The sentences with a day of their own that tell of an event, in the order of the text."""
    found = []
    for number, sentence in enumerate(text.sentences.all):
        if sentence.kind is RegionKind.TITLE:
            continue
        day = day_in(text.low, sentence, text.dates, text.jubilees)
        if day is None:
            continue
        event = main_of(text.key, sentence, find_events(text.key, sentence))
        if event is None and sentence.end - sentence.start < day.end - day.start + _STRAY:
            event = _event_behind(text, number)  # a day that stands as a sentence of its own
        elif event is not None and _is_apart(text.key, sentence, day, event):
            event = None
        if event is not None:
            found.append(_Report(sentence, number, event, day))
    return found


_STRAY = 12
"""Code points more than the day itself within which a sentence says no more than the day."""


def _event_behind(text: _Text, number: int) -> Event | None:
    following = text.sentences.all[number + 1] if number + 1 < len(text.sentences.all) else None
    if following is None or following.kind is not RegionKind.PARAGRAPH:
        return None
    return main_of(text.key, following, find_events(text.key, following))


_SHALL = re.compile(r"(?<!\w)sẽ\s(?:được\s)?(?:diễn ra|tổ chức|khai mạc|họp|bế mạc)(?!\w)[^.;,]{0,60}$")


def _is_apart(key: str, sentence: Sentence, day: DateFound, event: Event) -> bool:
    """Whether the day is that of the news of the event, or of what was said there, or lies ahead."""
    if _SHALL.search(key, max(sentence.start, day.start - 90), day.start) is not None:
        return True
    if _NEWS.match(key, day.end) is not None:
        return day.start >= event.end
    if day.end <= event.start:
        return _ANNOUNCED.search(key, day.end, event.start) is not None
    return _SAID.search(key, event.end, max(event.end, day.start)) is not None


_SAID = re.compile(r"(?<!\w)(?:cho biết|cho hay|khẳng định|nhấn mạnh|yêu cầu|đề nghị|rằng|nói|nêu)(?!\w)")
_NEWS = re.compile(r"\s(?:đưa tin|dẫn|cho hay|cho biết|thông tin|thông báo|tuyên bố)(?!\w)")
"""Words right behind a day that make it that of the news of an event named before."""
_ANNOUNCED = re.compile(
    r"(?<!\w)(?:cho biết|thông báo|thông cáo|thông tin|đưa tin|xác nhận|cho hay|ban hành|ký)(?!\w)"
)
"""Words between a day and an event that make the day that of the news of it."""


def _main(text: _Text, reports: Sequence[_Report]) -> _Report | None:
    """The report of the main meeting: the first of this time that stands early, else what the whole text shows."""
    current = [r for r in reports if not _elsewhen(text, r.sentence) and r.day is not None]
    for report in current:
        if (
            report.sentence.start - text.reading.body_offset <= _EARLY
            and report.sentence.kind is RegionKind.PARAGRAPH
        ):
            return report
    signs = _signs(text)
    if signs < _SURE:
        return _opening(text, _CLOSE) if signs == _SURE - 1 else None
    return _opening(text, 11) or (current[0] if current else _undated(text))


_CLOSE = 3
_SURE = 4
"""Signs from which on a text is taken to report a meeting."""


def _opening(text: _Text, reach: int) -> _Report | None:
    """An opening that gives the day and tells what happened in other words, where the text goes on of a meeting.

    The event is named within ``reach`` sentences behind the opening.
    """
    for number, sentence in enumerate(text.sentences.all):
        if sentence.kind is not RegionKind.PARAGRAPH:
            continue
        if sentence.start - text.reading.body_offset > _EARLY // 2:
            return None
        day = day_in(text.low, sentence, text.dates, text.jubilees)
        if day is None or day.start - sentence.start > _HEAD or _elsewhen(text, sentence):
            continue
        if _ANNOUNCED.search(text.key, day.end, sentence.end):
            continue
        if not has_official(text.key, sentence.start, sentence.end) and reach > _CLOSE:
            continue
        for following in text.sentences.all[number + 1 : number + 1 + reach]:
            event = main_of(text.key, following, find_events(text.key, following))
            if event is not None and event.named:
                return _Report(sentence, number, event, day)
    return None


def _elsewhen(text: _Text, sentence: Sentence) -> bool:
    return tells_of_another_time(text.key, sentence.start, min(sentence.end, sentence.start + _HEAD))


_ATTENDING = re.compile(
    r"(?<!\w)(?:tham dự|đến dự|tới dự|cùng dự|dự|cùng điều hành|về phía|tham gia đoàn|"
    r"tiếp và làm việc với)(?!\w)[^.;:\n]{0,80}?(?:có|gồm)[\s:]"
)
_AT_EVENT = re.compile(
    r"(?<!\w)(?:tại|trong|dự|tham dự|chủ trì|quang cảnh|toàn cảnh|khai mạc|kết luận)\s(?:buổi|cuộc|hội nghị|"
    r"kỳ họp|phiên họp|đại hội|lễ|buổi lễ|"
    r"hội thảo|tọa đàm|diễn đàn)(?!\w)"
)
_SCENE = re.compile(r"(?<!\w)(?:quang cảnh|toàn cảnh)(?!\w)")
_CHAIRED = re.compile(r"(?<!\w)(?:chủ trì|chủ tọa)\s(?:buổi|cuộc|hội nghị|kỳ họp|phiên|đại hội|lễ)(?!\w)")


def _signs(text: _Text) -> int:
    """How much the text speaks as one does of a meeting; from 4 on it is taken to report one."""
    score = 2 if _ATTENDING.search(text.key) else 0
    score += min(3, sum(1 for _ in _AT_EVENT.finditer(text.key)))
    score += 1 if _SCENE.search(text.key) else 0
    score += 3 if _CHAIRED.search(text.key) else 0
    title = text.title
    if title is not None and main_of(text.key, title, find_events(text.key, title)) is not None:
        score += 2
    for sentence in text.sentences.all[:4]:
        opens = _AT_EVENT.match(text.key, sentence.start) and has_official(text.key, sentence.start, sentence.end)
        if opens or _TAKES_PART.search(text.key, sentence.start, sentence.end):
            return score + 3
    return score


_TAKES_PART = re.compile(
    r"(?<!\w)(?:phát biểu|dự|tham dự|chủ trì|nêu|nói|kết luận|chỉ đạo|khẳng định|nhấn mạnh|yêu cầu|đề nghị|"
    r"cho biết|khai mạc)\s"
    r"(?:[^\s.;]+\s){0,12}?(?:tại\s)?(?:buổi|cuộc|hội nghị|kỳ họp|phiên họp|đại hội|hội thảo|"
    r"tọa đàm)\s(?!thượng đỉnh)"
)


def _undated(text: _Text) -> _Report | None:
    """The first sentence that tells of the event, be it the headline, where none has a day."""
    fallback = None
    for number, sentence in enumerate(text.sentences.all):
        if _elsewhen(text, sentence):
            continue
        event = main_of(text.key, sentence, find_events(text.key, sentence))
        if event is None:
            continue
        report = _Report(sentence, number, event, None)
        if sentence.kind in (RegionKind.TITLE, RegionKind.PARAGRAPH):
            return report
        fallback = fallback or report
    return fallback


def _of_main_time(text: _Text, main: _Report) -> list[bool]:
    """For each sentence, whether it speaks of the main meeting rather than of another time."""
    days = _days(main.day)
    wanted = []
    starts = [date.start for date in text.dates]
    for number, sentence in enumerate(text.sentences.all):
        if number == main.number:
            wanted.append(True)
            continue
        head = min(sentence.end, sentence.start + _HEAD)
        own = text.dates[bisect_left(starts, sentence.start) : bisect_left(starts, head)]
        other = any(_is_other_day(date, days) for date in own if not is_kept(date, text.jubilees))
        elsewhen = tells_of_another_time(text.key, sentence.start, head) and not _is_side_event(text, sentence)
        wanted.append(not other and not elsewhen)
    return wanted


_SIDE_EVENT = re.compile(
    r"(?:trước|sau)\s(?:đó|buổi|cuộc|khi|hội nghị|lễ)(?!\w)[^.;]{0,160}?(?<!\w)(?:thăm|dâng hương|"
    r"dâng hoa|thắp hương|viếng|kiểm tra|"
    r"khảo sát|tham quan|trao|tặng|cắt băng|động viên|làm việc với)(?!\w)"
)


def _is_side_event(text: _Text, sentence: Sentence) -> bool:
    """Whether a sentence tells of what was done on the same trip before (``Trước đó, đoàn đã đến thăm …``)."""
    if _SIDE_EVENT.match(text.key, sentence.start) is None:
        return False
    following = bisect_left(text.dates, sentence.start, key=_start)
    return following == len(text.dates) or text.dates[following].start >= sentence.end


def _start(date: DateFound) -> int:
    return date.start


def _days(date: DateFound | None) -> set[tuple[int | None, int | None]]:
    if date is None:
        return set()
    days = {(date.month, date.day)}
    if date.until is not None:
        days.add((date.until[1] or date.month, date.until[2]))
    return days


def _is_other_day(date: DateFound, days: set[tuple[int | None, int | None]]) -> bool:
    if date.relative is not None:
        return date.relative != 0
    return date.day is not None and bool(days) and (date.month, date.day) not in days


# --- the meeting -------------------------------------------------------------------------------------------------


def _meeting(text: _Text, main: _Report, attendances: tuple[Attendance, ...]) -> Meeting:
    title = text.title
    run = (main.sentence.start, main.sentence.end)
    headline = (title.start, title.end) if title is not None else (0, 0)
    day = (
        resolve(main.day, text.dates, text.jubilees, text.published, text.low, run, headline)
        if main.day is not None
        else without_day(text.published, text.low, text.jubilees)
    )
    place = place_of(text.key, main.sentence, main.event, title, text.places, main.day is not None)
    return _record(text, main, day, place, attendances)


def _record(
    text: _Text, report: _Report, day: Day, place: PlaceFound | None, attendances: tuple[Attendance, ...]
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


def _name(words: str, key: str, report: _Report) -> str | None:
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


def _attendances(text: _Text, actors: Sequence[Actor], parts: Sequence[Part]) -> tuple[Attendance, ...]:
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


def _others(text: _Text, main: _Report, reports: Sequence[_Report], meeting: Meeting) -> list[Meeting]:
    """Further meetings of the article: on other days, each once."""
    found: list[Meeting] = []
    seen = {meeting.date}
    for report in reports:
        if report.number == main.number or report.day is None or report.sentence.kind is not RegionKind.PARAGRAPH:
            continue
        if report.day.relative is not None or (
            _days(report.day) & _days(main.day) and report.event.kind is main.event.kind
        ):
            continue
        if not _ORGANISED_BY.search(text.key, report.sentence.start, report.sentence.end):
            continue
        run = (report.sentence.start, report.sentence.end)
        day = resolve(report.day, text.dates, text.jubilees, text.published, text.low, run, (0, 0))
        if day.date in seen or len(found) >= _LIMIT:
            continue
        seen.add(day.date)
        place = place_of(text.key, report.sentence, report.event, None, ())
        found.append(_record(text, report, day, place, ()))
    return found


_ORGANISED_BY = re.compile(r"(?<!\w)(?:đã|tổ chức|diễn ra|chủ trì|khai mạc|có buổi|có cuộc|đến dự|tới dự)(?!\w)")

__all__ = ["DateBasis", "MeetingKind", "find_meetings"]
