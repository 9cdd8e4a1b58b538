"""Which sentence of an article reports its meeting, if it reports one, and which sentences speak of that time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from importers.extraction.dates import DateFound
from importers.extraction.events import Event, find_events, has_official, main_of, tells_of_another_time
from importers.extraction.jubilees import Jubilee, is_kept
from importers.extraction.meeting_days import day_in
from importers.extraction.places import PlaceFound
from importers.extraction.reading import Reading, RegionKind
from importers.extraction.sentences import Sentence, Sentences
from importers.extraction.tries import matches_near
from importers.extraction.years import is_ahead
from store.records import MeetingKind

_EARLY = 1_600
"""Code points of the body within which the sentence that reports the meeting stands, as a rule."""
_HEAD = 45
"""Code points at the head of a sentence that tell of which time it speaks."""


@dataclass(frozen=True, slots=True)
class Text:
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
class Report:
    """A sentence that reports a meeting, with its event and its day where it has them."""

    sentence: Sentence
    number: int
    event: Event
    day: DateFound | None


OPENING = 450
"""Code points at the head of a text that tell what it is about."""
_OF_CRIME = re.compile(
    r"(?<!\w)(?:bị cáo|cáo trạng|hđxx|hội đồng xét xử|xét xử|tù giam|năm tù|tháng tù|lĩnh án|khởi tố|"
    r"truy tố|truy nã|"
    r"heroin|tang vật|bắt quả tang|tuyên án|tuyên phạt|đột kích|"
    r"bắt giữ|bắt tạm giam|thu giữ|nghi phạm|nghi can|hung thủ|thi thể|nạn nhân|lừa đảo|trộm cắp|phiên tòa)(?!\w)"
)


def is_of_crime(key: str) -> bool:
    """Whether a text opens with a crime: what officials do in it is no meeting, but where one is named."""
    return _OF_CRIME.search(key, 0, OPENING) is not None


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
    current = [r for r in reports if not _elsewhen(text, r.sentence) and r.day is not None]
    for report in current:
        if (
            report.sentence.start - text.reading.body_offset <= _EARLY
            and report.sentence.kind is RegionKind.PARAGRAPH
            and (report.number <= _DEEP or _signs(text) >= _FEW)
        ):
            return report
    headed = _headed(text)
    if headed is not None:
        return headed
    signs = _signs(text)
    if signs < _SURE:
        return (
            (_opening(text, _CLOSE) if signs == _SURE - 1 else None) or _just_held(text) or _told_by_headline(text)
        )
    return _opening(text, 11) or (current[0] if current else _undated(text))


_DEEP = 6
"""Sentences behind which a text that hardly speaks of a meeting elsewhere only looks back on one."""
_FEW = 2
_LEAD = 4
"""Sentences of the body among which the one stands that dates what the headline names."""


def _headed(text: Text) -> Report | None:
    """What the headline names and the opening gives the day of, in other words."""
    title = text.title
    event = main_of(text.key, title, find_events(text.key, title)) if title is not None else None
    if event is None or event.rule == "organised" or _SHALL_BE.search(text.key, 0, event.end):
        return None
    for number, sentence in enumerate(text.sentences.all[1 : 1 + _LEAD], 1):
        if sentence.kind is not RegionKind.PARAGRAPH or _elsewhen(text, sentence):
            continue
        day = day_in(text.low, sentence, text.dates, text.jubilees)
        if day is None or day.relative is not None or day.until is not None:
            continue
        if _ANNOUNCED.search(text.key, day.end, sentence.end) or _SHALL_BE.search(
            text.key, sentence.start, sentence.end
        ):
            continue
        if has_official(text.key, sentence.start, sentence.end) or _signs(text) >= _SURE:
            return Report(sentence, number, event, day)
    return None


_SHALL_HAPPEN = re.compile(r"(?<!\w)(?:sẽ|sắp|dự kiến)\s(?:được\s)?(?:diễn ra|tổ chức|khai mạc|thăm|họp)(?!\w)")
_SHALL_BE = re.compile(r"(?<!\w)(?:sẽ|sắp|dự kiến|chuẩn bị)(?!\w)")
_CLOSE = 3
_SURE = 4
"""Signs from which on a text is taken to report a meeting."""


def _opening(text: Text, reach: int) -> Report | None:
    """An opening that gives the day and tells what happened in other words, where the text goes on of a meeting.

    The event is named (or somebody received) within ``reach`` sentences behind the opening.
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
            if event is not None and (event.named or event.kind is MeetingKind.RECEPTION):
                return Report(sentence, number, event, day)
    return None


_JUST = re.compile(
    r"(?<!\w)(?:vừa|(?<!nét )(?<!điểm )(?<!đổi )(?<!năm )(?<!thôn )mới|"
    r"vừa qua)(?:\s[^\s.;:]+){0,16}?\s(?:tổ chức|khai mạc|diễn ra|có buổi|có cuộc|chủ trì|"
    r"đến dự|tiến hành|dẫn đầu|đến thăm|tới thăm|đi thăm|về thăm|đã thăm|đi kiểm tra|đã kiểm tra|đã làm việc|"
    r"có chuyến|đã tiếp|đã đến|đã tới|làm việc với)(?!\w)"
)


def _just_held(text: Text) -> Report | None:
    """What the first words of a text say was held just now (``vừa phối hợp tổ chức …``), without a day."""
    if is_of_crime(text.key):
        return None
    opening = [s for s in text.sentences.all[:4] if s.kind is RegionKind.PARAGRAPH][:2]
    for sentence in opening:
        just = _JUST.search(text.key, sentence.start, min(sentence.end, sentence.start + 220))
        event = main_of(text.key, sentence, find_events(text.key, sentence)) if just is not None else None
        if event is None or just is None or event.end <= just.start() or event.start > just.end() + _HEAD:
            continue
        if has_official(text.key, sentence.start, sentence.end):
            return Report(sentence, text.sentences.all.index(sentence), event, None)
    return None


def _told_by_headline(text: Text) -> Report | None:
    """What the headline names and the opening says was organised, without a day (``Chi bộ tổ chức …``)."""
    title = text.title
    event = main_of(text.key, title, find_events(text.key, title)) if title is not None else None
    if title is None or event is None or is_of_crime(text.key) or _SHALL_BE.search(text.key, 0, title.end):
        return None
    for number, sentence in enumerate(text.sentences.all[1 : 1 + _CLOSE], 1):
        if sentence.kind is not RegionKind.PARAGRAPH or _elsewhen(text, sentence):
            continue
        told = main_of(text.key, sentence, find_events(text.key, sentence))
        if (
            told is None
            or told.kind is not event.kind
            or not _HAS_ORGANISED.search(text.key, sentence.start, told.end)
        ):
            continue
        if has_official(text.key, sentence.start, told.start) and not _SHALL_BE.search(
            text.key, sentence.start, sentence.end
        ):
            return Report(sentence, number, told, None)
    return None


_HAS_ORGANISED = re.compile(r"(?<!\w)(?:tổ chức|tiến hành|khai mạc|mở|đã có|chủ trì)(?!\w)")


def _elsewhen(text: Text, sentence: Sentence) -> bool:
    return tells_of_another_time(text.key, sentence.start, min(sentence.end, sentence.start + _HEAD))


_ATTENDING = re.compile(
    r"(?<!\w)(?:dự|cùng điều hành|về phía|tham gia đoàn|tiếp và làm việc với)(?!\w)"
    r"[^.;:\n]{0,80}?(?:có|gồm)[\s:]"
)
_ATTENDING_STEMS = ("dự ", "cùng điều hành", "về phía", "tham gia đoàn", "tiếp và làm việc")
_AT_EVENT = re.compile(
    r"(?<!\w)(?:tại|trong|dự|chủ trì|cảnh|khai mạc|kết luận)\s(?:các\s)?(?:buổi|cuộc|hội nghị|"
    r"kỳ họp|phiên họp|đại hội|lễ|buổi lễ|"
    r"hội thảo|tọa đàm|diễn đàn|chương trình(?=,|\s(?:trao|tặng|ký|gặp|giao lưu)))(?!\w)"
)
_AT_EVENT_STEMS = ("tại ", "trong ", "dự ", "chủ trì ", "cảnh ", "khai mạc ", "kết luận ")
_SCENES = ("quang cảnh", "toàn cảnh")
_CHAIRED = re.compile(r"(?<!\w)(?:chủ trì|chủ tọa)\s(?:buổi|cuộc|hội nghị|kỳ họp|phiên|đại hội|lễ)(?!\w)")


def _signs(text: Text) -> int:
    """How much the text speaks as one does of a meeting; from 4 on it is taken to report one."""
    key = text.key
    score = 2 if next(matches_near(_ATTENDING, key, _ATTENDING_STEMS), None) else 0
    score += sum(1 for _ in islice(matches_near(_AT_EVENT, key, _AT_EVENT_STEMS), 3))
    score += 1 if any(scene in key for scene in _SCENES) else 0
    score += 3 if next(matches_near(_CHAIRED, key, ("chủ trì", "chủ tọa")), None) else 0
    title = text.title
    if title is not None and main_of(text.key, title, find_events(text.key, title)) is not None:
        score += 2
    score += 1 if any(words in key for words in _WITNESSED) else 0
    score += 3 if next(matches_near(_MEETING_DOES, key, _MEETING_DOES_STEMS, before=2), None) else 0
    captions = [sentence for sentence in text.sentences.all if sentence.kind is RegionKind.CAPTION]
    if any(_TAKES_PART.search(key, caption.start, caption.end) for caption in captions[:_PICTURES]):
        score += 2
    for sentence in text.sentences.all[:4]:
        opens = _AT_EVENT.match(key, sentence.start) and has_official(key, sentence.start, sentence.end)
        if opens or _TAKES_PART.search(key, sentence.start, sentence.end):
            return score + 3
    return score


_MEETING_DOES = re.compile(
    r"(?<=[.\n]\s)(?:hội nghị|đại hội|kỳ họp|cuộc họp|buổi lễ|phiên họp|buổi làm việc)\s(?:đã\s|cũng\s|còn\s)*"
    r"(?:quyết định|thống nhất|bầu|nghe|thảo luận|thông qua|biểu quyết|tiến hành|tập trung|diễn ra|có sự)(?!\w)"
)
"""A sentence that opens with the meeting as the one that does something."""
_MEETING_DOES_STEMS = ("hội nghị ", "đại hội ", "kỳ họp ", "cuộc họp ", "buổi l", "phiên họp ")
_WITNESSED = ("sự chứng kiến của", "sự tham dự của", "sự có mặt của")
_PICTURES = 6
"""Captions that are looked at for what they show."""
_TAKES_PART = re.compile(
    r"(?<!\w)(?:phát biểu|dự|tham dự|chủ trì|nêu|nói|kết luận|chỉ đạo|khẳng định|nhấn mạnh|yêu cầu|đề nghị|"
    r"cho biết|khai mạc)\s"
    r"(?:[^\s.;]+\s){0,12}?(?:tại\s)?(?:buổi|cuộc|hội nghị|kỳ họp|phiên họp|đại hội|hội thảo|"
    r"tọa đàm|lễ(?! hội))\s(?!thượng đỉnh)"
)


def _is_announced(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence says that an event will be held, and of none that it was."""
    if sentence.kind is not RegionKind.PARAGRAPH or not _SHALL_HAPPEN.search(
        text.key, sentence.start, sentence.end
    ):
        return False
    return main_of(text.key, sentence, find_events(text.key, sentence)) is None


def _undated(text: Text) -> Report | None:
    """The first sentence that tells of the event, be it the headline, where none has a day."""
    fallback = None
    if any(_is_announced(text, sentence) for sentence in text.sentences.all[:_CLOSE]):
        return None
    for number, sentence in enumerate(text.sentences.all):
        if sentence.start - text.reading.body_offset > _EARLY:
            break
        if _elsewhen(text, sentence):
            continue
        event = main_of(text.key, sentence, find_events(text.key, sentence))
        if event is None or (event.rule == "organised" and sentence.kind is RegionKind.TITLE):
            continue
        if not event.named and number >= _LEAD:
            continue
        report = Report(sentence, number, event, None)
        if sentence.kind in (RegionKind.TITLE, RegionKind.PARAGRAPH):
            return report
        fallback = fallback or report
    return fallback


# --- of which time sentences speak -------------------------------------------------------------------------------


def of_main_time(text: Text, main: Report) -> list[bool]:
    """For each sentence, whether it speaks of the main meeting rather than of another time."""
    days = days_of(main.day)
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


def other_days(text: Text, main: Report) -> frozenset[int]:
    """Where the days end that the text gives with their month and that are not that of the main meeting."""
    days = days_of(main.day)
    return frozenset(
        date.end
        for date in text.dates
        if date.relative is None and _is_other_day(date, days) and not is_kept(date, text.jubilees)
    )


_SIDE_EVENT = re.compile(
    r"(?:trước|sau)\s(?:đó|buổi|cuộc|khi|hội nghị|lễ)(?!\w)[^.;]{0,160}?(?<!\w)(?:thăm|dâng hương|"
    r"dâng hoa|thắp hương|viếng|kiểm tra|"
    r"khảo sát|tham quan|trao|tặng|cắt băng|động viên|làm việc với)(?!\w)"
)


def _is_side_event(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence tells of what was done on the same trip before (``Trước đó, đoàn đã đến thăm …``)."""
    if _SIDE_EVENT.match(text.key, sentence.start) is None:
        return False
    following = bisect_left(text.dates, sentence.start, key=_start)
    return following == len(text.dates) or text.dates[following].start >= sentence.end


def _start(date: DateFound) -> int:
    return date.start


def days_of(date: DateFound | None) -> set[tuple[int | None, int | None]]:
    """The first and the last day of a date, as (month, day)."""
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
