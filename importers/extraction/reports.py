"""Which sentence of an article reports its meeting, if it reports one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers.extraction.dates import DateFound
from importers.extraction.events import Event, find_events, has_official, main_of
from importers.extraction.meeting_days import day_in
from importers.extraction.reading import RegionKind
from importers.extraction.sentences import Sentence
from importers.extraction.signs import signs
from importers.extraction.texts import HEAD, Report, Text, is_elsewhen
from importers.extraction.told import is_ahead
from importers.extraction.undated import CLOSE, EARLY, LEAD, SHALL_BE, just_held, told_by_headline, undated
from store.records import MeetingKind


def main_report(text: Text, reports: Sequence[Report]) -> Report | None:
    """The report of the main meeting, ``None`` where the article tells of none."""
    if _DIGEST.search(text.key, 0, _COLUMN):
        return None
    return _main(text, reports)


_COLUMN = 300
_DIGEST = re.compile(r"(?<!\w)(?:điểm tin|tin nóng|tin tức trong ngày|không thể bỏ lỡ|tin tức cập nhật)(?!\w)")
"""Words at the head of a column that gathers the news of a day: it reports no one meeting."""


def find_reports(text: Text) -> list[Report]:
    """The sentences with a day of their own that tell of an event, in the order of the text."""
    found = []
    latest = _latest_year(text)
    for number, sentence in enumerate(text.sentences.all):
        if sentence.kind is RegionKind.TITLE:
            continue
        day = day_in(text.low, sentence, text.dates, text.jubilees)
        if day is None or (day.year is not None and day.year + _PAST < latest):
            continue
        event = main_of(text.key, sentence, find_events(text.key, sentence))
        if event is not None and _is_quoted(text, event.start):
            continue
        if event is None and (
            sentence.end - sentence.start < day.end - day.start + _STRAY
            or _is_cut_off(text.key, sentence)
            or _ON_OCCASION.match(text.key, day.end, sentence.end)
        ):
            event = _event_behind(text, number)  # a day that stands as a sentence of its own, or before a break
        elif event is not None and _is_apart(text.key, sentence, day, event):
            event = None
        if event is not None:
            found.append(Report(sentence, number, event, day))
    return found


def _is_cut_off(key: str, sentence: Sentence) -> bool:
    """Whether a line of the body ends within a sentence, which goes on in the next."""
    words = key[sentence.start : sentence.end].rstrip()
    return (
        sentence.kind is RegionKind.PARAGRAPH
        and key[sentence.end - 1 : sentence.end + 1].count("\n") > 0
        and words[-1:].isalnum()
        and len(words) > _LEAST_OF_LINE
    )


_ON_OCCASION = re.compile(
    r",\s(?:thực hiện|căn cứ|nhân dịp|hưởng ứng|được sự|chào mừng|hướng tới|triển khai|tiếp tục thực hiện)\s"
    r"[^,;:]{4,120}\.\s?$"
)
"""What follows a day in a sentence that has no more than the day and the occasion."""
_LEAST_OF_LINE = 80
"""Code points of a line that is no crosshead."""
_LONGEST_CLAUSE = 250
_LONGEST_QUOTATION = 700
"""Code points behind which a quotation is taken to be closed where its end is missing."""


def _is_quoted(text: Text, at: int) -> bool:
    """Whether ``at`` stands in the words of somebody who tells of it (``“Ở cuộc họp hôm 1/2, chúng tôi …”``)."""
    opened = text.key.rfind("“", max(0, at - _LONGEST_QUOTATION), at)
    if opened < 0 or text.key.find("”", opened, at) >= 0 or text.key.find("\n", opened, at) >= 0:
        return False
    return _OWN_WORDS.search(text.key, opened, min(len(text.key), at + _LONGEST_CLAUSE)) is not None


_OWN_WORDS = re.compile(r"(?<!\w)(?:chúng tôi|tôi|chúng ta|bà con)(?!\w)")
_PAST = 2
"""Years before the latest that a text tells of from which on what it dates is looked back on."""


def _latest_year(text: Text) -> int:
    """The year of publication, else the latest of which the text tells as past; 0 where it names none."""
    if text.published is not None and text.published[:4].isdigit():
        return int(text.published[:4])
    told = (date for date in text.dates if date.year is not None and date.lunar is False)
    return max((date.year or 0 for date in told if not is_ahead(text.low, date)), default=0)


_STRAY = 12
"""Code points more than the day itself within which a sentence says no more than the day."""


def _event_behind(text: Text, number: int) -> Event | None:
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
        if _ANNOUNCED.search(key, day.end, event.start) is not None:
            return True
        asked = _ASKED.search(key, day.end, event.start)
        return asked is not None and not _THERE.search(key, asked.end(), event.start)
    return _SAID.search(key, event.end, max(event.end, day.start)) is not None


_SAID = re.compile(r"(?<!\w)(?:cho biết|cho hay|khẳng định|nhấn mạnh|yêu cầu|đề nghị|rằng|nói|nêu)(?!\w)")
_ASKED = re.compile(r"(?<!\w)(?:yêu cầu|đề nghị|giao cho|kiến nghị)(?!\w)")
_THERE = re.compile(r"(?<!\w)(?:tại|trong|ở|sau|dự)\s(?:[^\s,.;]+\s){0,2}$")
"""Words right before an event that make it where something was asked for, not what was asked for."""
_NEWS = re.compile(r"\s(?:đưa tin|dẫn|cho hay|cho biết|thông tin|thông báo|tuyên bố)(?!\w)")
"""Words right behind a day that make it that of the news of an event named before."""
_ANNOUNCED = re.compile(
    r"(?<!\w)(?:cho biết|thông báo|thông cáo|thông tin(?! (?:và truyền thông|truyền thông|điện tử|- truyền thông|"
    r"tuyên truyền|báo chí|cổ động))|công văn|có văn bản|đăng (?:bài|tin)|"
    r"đưa tin|xác nhận|cho hay|ban hành|ký(?! kết))(?!\w)"
)
"""Words between a day and an event that make the day that of the news of it."""


def _main(text: Text, reports: Sequence[Report]) -> Report | None:
    """The report of the main meeting: the first of this time that stands early, else what the whole text shows."""
    current = [r for r in reports if not is_elsewhen(text, r.sentence) and r.day is not None]
    for report in current:
        if (
            report.sentence.start - text.reading.body_offset <= EARLY
            and report.sentence.kind is RegionKind.PARAGRAPH
            and (report.number <= _DEEP or signs(text) >= _FEW)
        ):
            return report
    headed = _headed(text)
    if headed is not None:
        return headed
    shown = signs(text)
    if shown < _SURE:
        return (_opening(text, CLOSE) if shown == _SURE - 1 else None) or just_held(text) or told_by_headline(text)
    return _opening(text, 11) or (current[0] if current else undated(text))


_DEEP = 6
"""Sentences behind which a text that hardly speaks of a meeting elsewhere only looks back on one."""
_FEW = 2


def _headed(text: Text) -> Report | None:
    """What the headline names and the opening gives the day of, in other words."""
    title = text.title
    event = main_of(text.key, title, find_events(text.key, title)) if title is not None else None
    if event is None or event.rule == "organised" or SHALL_BE.search(text.key, 0, event.end):
        return None
    for number, sentence in enumerate(text.sentences.all[1 : 1 + LEAD], 1):
        if sentence.kind is not RegionKind.PARAGRAPH or is_elsewhen(text, sentence):
            continue
        day = day_in(text.low, sentence, text.dates, text.jubilees)
        if day is None or day.relative is not None or day.until is not None:
            continue
        if _ANNOUNCED.search(text.key, day.end, sentence.end) or SHALL_BE.search(
            text.key, sentence.start, sentence.end
        ):
            continue
        if has_official(text.key, sentence.start, sentence.end) or signs(text) >= _SURE:
            return Report(sentence, number, event, day)
    return None


_SURE = 4
"""Signs from which on a text is taken to report a meeting."""


def _opening(text: Text, reach: int) -> Report | None:
    """An opening that gives the day and tells what happened in other words, where the text goes on of a meeting.

    The event is named (or somebody received) within ``reach`` sentences behind the opening.
    """
    for number, sentence in enumerate(text.sentences.all):
        if sentence.kind is not RegionKind.PARAGRAPH:
            continue
        if sentence.start - text.reading.body_offset > EARLY // 2:
            return None
        day = day_in(text.low, sentence, text.dates, text.jubilees)
        if day is None or day.start - sentence.start > HEAD or is_elsewhen(text, sentence):
            continue
        if _ANNOUNCED.search(text.key, day.end, sentence.end):
            continue
        if not has_official(text.key, sentence.start, sentence.end) and reach > CLOSE:
            continue
        for following in text.sentences.all[number + 1 : number + 1 + reach]:
            event = main_of(text.key, following, find_events(text.key, following))
            if event is not None and (event.named or event.kind is MeetingKind.RECEPTION):
                return Report(sentence, number, event, day)
    return None
