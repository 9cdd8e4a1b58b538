"""The day of a meeting: which of the dates of a sentence it is, its year, and on what that rests."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from importers.extraction.dates import DateFound
from importers.extraction.guesses import guess_without_day, guess_year
from importers.extraction.jubilees import Jubilee, is_kept
from importers.extraction.sentences import Sentence
from importers.extraction.told import Told
from importers.extraction.years import year_of
from store.records import DateBasis


@dataclass(frozen=True, slots=True)
class Day:
    """What is known of the day of a meeting (`store.records.Meeting` tells the fields)."""

    date: str | None = None
    basis: DateBasis | None = None
    reason: str | None = None
    inferred: str | None = None


_OF_SOMETHING_ELSE = re.compile(
    r"(?:[/-][a-zđư]{2,}[\w/.-]*(?:\s[-–]\s?[a-zđư]{2,6})?,?\s(?:ban hành\s|ra\s)?|"
    r"sinh\s|sinh nhật\s|(?:hiệp định|nghị định|quyết định|"
    r"thông tư|chỉ thị|văn bản)\s(?:[^\s,.;]+\s){0,2}ký\s|(?:nghị quyết|quyết định|chỉ thị|kế hoạch|thông báo|"
    r"công văn|kết luận|nghị định|thông tư|báo cáo|luật)\s(?:số:?\s)?\d[\w/.-]*,?\s|"
    r"(?:trước|sau|đến|tới|hết|kể từ|từ|hạn|tính đến|hiệu lực từ)\s(?:\d{1,2}\s?(?:h|giờ)\s?(?:\d{2}\s)?)?|"
    r"(?<!\w)\d{1,4}\s?[-–]\s)(?:ngày\s)?$"
)
_OF_A_FEAST = re.compile(
    r"(?:(?:kỷ niệm|nhân dịp|dịp|nhân(?!\s(?:dân|viên|sự|lực|loại|vật|văn|quyền|tạo|đạo)(?!\w))|chào mừng|mừng|"
    r"truyền thống|thành lập|giải phóng|quốc khánh|quốc tế phụ nữ)\s"
    r"(?:(?!(?:[^,.;]{0,40}\s)?(?:tổ chức|diễn ra|vào|được)\s)[^,.;]{0,40}\s)?|(?<!chúc )tết\s|lễ\s)\(?(?:ngày\s)?$"
)
"""Words before a day that make it one that is kept, not that of the meeting; a part of the day shows that it is."""
_AHEAD = re.compile(r"\s(?:tới|sắp tới|tới đây)(?!\w)(?!\s(?:dự|tham|\d))")
_RUNS = re.compile(r"(?:từ)\s(?:ngày\s)?$")


def day_in(
    low: str, sentence: Sentence, dates: Sequence[DateFound], jubilees: Sequence[Jubilee]
) -> DateFound | None:
    """The day on which what a sentence tells took place, or ``None``; not of a document, a birth, a jubilee."""
    starts = [date.start for date in dates] if len(dates) < 64 else None
    first = (
        bisect_left(starts, sentence.start)
        if starts is not None
        else bisect_left(dates, sentence.start, key=_start)
    )
    near = None
    for date in dates[first:]:
        if date.start >= sentence.end:
            break
        if date.lunar or (date.day is None and date.relative is None) or is_kept(date, jubilees):
            continue
        before = low[max(sentence.start, date.start - 48) : date.start]
        if _AHEAD.match(low, date.end):
            continue
        if _OF_SOMETHING_ELSE.search(before) and not (date.until is not None and _RUNS.search(before)):
            continue
        if date.part_of_day is None and _OF_A_FEAST.search(before):
            continue
        if date.relative is None:
            return date
        if (
            near is None
            and (date.part_of_day is not None or "hôm" in low[date.start : date.end])
            and date.relative <= 0
        ):
            near = date
    return near


def _start(date: DateFound) -> int:
    return date.start


def resolve(day: DateFound, told: Told) -> Day:
    """The date of a meeting in EDTF, as precise as the text allows, and what it rests on."""
    if day.relative is not None:
        return _counted(day.relative, told.published, told.low[day.start : day.end])
    if day.year is not None:
        return Day(day.edtf(), DateBasis.STATED)
    published = told.published
    if day.relative_year is not None and published is not None and published[:4].isdigit():
        year = int(published[:4]) + day.relative_year
        return Day(day.edtf(year), DateBasis.YEAR_FROM_PUBLICATION, f"counted from the publication ({published})")
    found = year_of(day, told)
    if found is not None:
        basis = DateBasis.YEAR_FROM_PUBLICATION if found.published else DateBasis.STATED
        return Day(day.edtf(found.year), basis, found.reason)
    guess = guess_year(day, told.own_dates, told.low)
    if guess is None:
        return Day(day.edtf(), DateBasis.STATED)
    return Day(day.edtf(), DateBasis.STATED, guess[1], guess[0])


def _counted(days: int, published: str | None, words: str) -> Day:
    """``sáng nay``, ``hôm qua``: counted from the day of publication."""
    if published is None or len(published) != 10 or not published.replace("-", "").isdigit():
        return Day(inferred=published, reason=f"published {published}" if published else None)
    date = datetime.date.fromisoformat(published) + datetime.timedelta(days=days)
    return Day(
        date.isoformat(), DateBasis.YEAR_FROM_PUBLICATION, f"“{words}”, counted from the publication ({published})"
    )


def without_day(published: str | None, low: str, jubilees: Sequence[Jubilee]) -> Day:
    """What can be guessed of the date of a meeting whose day the text does not give."""
    guess = guess_without_day(published, low, jubilees)
    return Day() if guess is None else Day(None, None, guess[1], guess[0])


_IN_MONTH = re.compile(r"(?<!\w)(?:trong|đầu|giữa|cuối)\s$")
_HEAD = 45
"""Code points at the head of a sentence within which a month is that of what the sentence tells."""


def month_in(low: str, sentence: Sentence, dates: Sequence[DateFound], event: int) -> Day | None:
    """The month in which what a sentence tells took place (``Trong tháng 2/2025, … đã tổ chức``), where it says so.

    ``event`` is where the words for the event stand; offsets are into the reading ``low`` is made of.
    """
    for date in dates[bisect_left(dates, sentence.start, key=_start) :]:
        if date.start >= min(sentence.start + _HEAD, event):
            return None
        if date.rule == "month" and date.year is not None and _IN_MONTH.search(low, sentence.start, date.start):
            return Day(date.edtf(), DateBasis.STATED, f"the text gives the month “{low[date.start : date.end]}”")
    return None
