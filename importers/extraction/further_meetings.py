"""The further meetings of an article: on other days, or on the same day elsewhere, each with its own sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from importers.extraction.events import find_events, main_of
from importers.extraction.main_times import days_of
from importers.extraction.meeting_days import Day, resolve
from importers.extraction.reading import RegionKind
from importers.extraction.sentences import Sentence
from importers.extraction.texts import Report, Text
from importers.extraction.told import Told
from store.records import DateBasis

_LIMIT = 6
"""Most further meetings kept of one article."""


@dataclass(frozen=True, slots=True)
class Further:
    """A further meeting: the sentence that reports it, its day, and the numbers of the sentences that tell of it.

    ``day_words`` is where ``text`` gives the day (``cùng ngày``) where that is no date of its own; ``part_of_day``
    goes with it. ``elsewhere``: on the day of the main meeting, but in another province.
    """

    report: Report
    day: Day
    sentences: frozenset[int]
    day_words: tuple[int, int] | None = None
    part_of_day: str | None = None
    elsewhere: bool = False


_HEAD = 45
"""Code points at the head of a sentence within which the day stands of what the sentence reports."""
_YEARLY = re.compile(r"\s(?:hàng|hằng|mỗi)\s(?:năm|tháng|tuần)(?!\w)")
_ORGANISED_BY = re.compile(r"(?<!\w)(?:đã|tổ chức|diễn ra|chủ trì|khai mạc|có buổi|có cuộc|đến dự|tới dự)(?!\w)")
_SAME_DAY = re.compile(
    r"(?:cũng\s)?(?:trong\s)?(?:(?P<part>sáng|trưa|chiều|tối)\s)?cùng ngày(?!\w)|"
    r"cũng (?:trong|vào) (?P<part2>sáng|chiều|tối|ngày)(?: nay)?(?!\w)(?!\s\d)"
)
"""Words at the head of a sentence that put what it tells on the day told of before."""


def find_further(text: Text, main: Report, reports: Sequence[Report], main_day: Day) -> list[Further]:
    """The meetings besides ``main``, in the order of the text; ``main_day`` is when that was."""
    starts = sorted({report.number for report in reports} | {main.number})
    found: list[Further] = []
    seen = {main_day.date}
    for further in sorted(
        (*_on_other_days(text, main, reports), *_on_the_same_day(text, main, main_day)),
        key=lambda further: further.report.number,
    ):
        fresh = further.elsewhere or further.day_words is not None or further.day.date not in seen
        if not fresh or len(found) >= _LIMIT or any(further.report.number in f.sentences for f in found):
            continue
        seen.add(further.day.date)
        stops = [*starts, *(f.report.number for f in found)]
        told_of = _section(text, further.report) if further.elsewhere else _told_of(text, further.report, stops)
        numbers = frozenset(told_of)
        found.append(replace(further, sentences=numbers))
    return found


def _on_other_days(text: Text, main: Report, reports: Sequence[Report]) -> Iterator[Further]:
    for report in reports:
        if report.number == main.number or report.day is None or report.sentence.kind is not RegionKind.PARAGRAPH:
            continue
        elsewhere = _is_elsewhere(text, main, report)
        if report.day.relative is not None or (
            days_of(report.day) & days_of(main.day) and report.event.kind is main.event.kind and not elsewhere
        ):
            continue
        if report.day.start - report.sentence.start > _HEAD or _YEARLY.match(text.key, report.day.end):
            continue
        if not _ORGANISED_BY.search(text.key, report.sentence.start, report.sentence.end):
            continue
        run = (report.sentence.start, report.sentence.end)
        told = Told(text.dates, text.jubilees, text.published, text.low, run, (0, 0))
        yield Further(report, resolve(report.day, told), frozenset(), elsewhere=elsewhere)


_TO_PLACE = 24
"""Code points behind a day within which ``tại`` stands that says where the meeting of that day was."""
_RIGHT_AT = re.compile(r",?\s(?:tại|ở)\s(?:thành phố\s|thủ đô\s|tỉnh\s|tp\.?\s?)?$")


def _is_elsewhere(text: Text, main: Report, report: Report) -> bool:
    """Whether a report puts another meeting of the same day in another province (``Ngày 5/6, tại X, …``)."""
    if report.number == main.number or not days_of(report.day) & days_of(main.day):
        return False
    here, there = _province_at(text, main), _province_at(text, report)
    return here is not None and there is not None and here != there


def _province_at(text: Text, report: Report) -> str | None:
    """The province that stands with ``tại`` right behind the day of a report."""
    if report.day is None:
        return None
    for place in text.places:
        if report.day.end <= place.start <= report.day.end + _TO_PLACE:
            return (
                (place.province or place.name)
                if _RIGHT_AT.fullmatch(text.key, report.day.end, place.start)
                else None
            )
    return None


def _on_the_same_day(text: Text, main: Report, main_day: Day) -> Iterator[Further]:
    """``Chiều cùng ngày, …``: on the day of the main meeting."""
    if main_day.date is None:
        return
    for number, sentence in enumerate(text.sentences.all):
        if number <= main.number or sentence.kind is not RegionKind.PARAGRAPH:
            continue
        words = _SAME_DAY.match(text.key, sentence.start)
        if words is None:
            continue
        event = main_of(text.key, sentence, find_events(text.key, sentence))
        if event is None:
            continue
        day = Day(main_day.date, DateBasis.STATED, f"“{words[0]}”, the day told of before")
        part = words["part"] or (words["part2"] if words["part2"] != "ngày" else None)
        yield Further(Report(sentence, number, event, None), day, frozenset(), words.span(), part)


def _section(text: Text, report: Report) -> Iterator[int]:
    """The sentences from a report up to the next heading: what a text adds of a meeting elsewhere."""
    for number in range(report.number, len(text.sentences.all)):
        if text.sentences.all[number].kind is RegionKind.CROSSHEAD:
            return
        yield number


_GOES_ON = re.compile(
    r"(?:phát biểu|kết luận|tham gia|dự|tham dự|cùng dự|đến dự|tới dự|chủ trì|tại|cùng đi|về phía)\s"
    r"(?:[^\s,.;]+\s){0,4}?(?:buổi|cuộc|hội nghị|lễ|kỳ họp|phiên|đại hội|chương trình|có|đoàn|đây|đó)(?!\w)"
)
"""Words at the head of a paragraph that goes on to tell of the meeting of the paragraph before it."""


def _told_of(text: Text, report: Report, stops: Sequence[int]) -> Iterator[int]:
    """The sentences that tell of a meeting: the rest of its paragraph, and paragraphs that go on with it."""
    every = text.sentences.all
    region = report.sentence.region
    yield report.number
    for number in range(report.number + 1, len(every)):
        sentence = every[number]
        if number in stops or _SAME_DAY.match(text.key, sentence.start):
            return
        if sentence.region != region:
            if not _continues(text, sentence):
                return
            region = sentence.region
        yield number


def _continues(text: Text, sentence: Sentence) -> bool:
    return sentence.kind is RegionKind.PARAGRAPH and _GOES_ON.match(text.key, sentence.start) is not None
