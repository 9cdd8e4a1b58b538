"""The year that a text says it is, or that its review of one year and its plans for the next show."""

from __future__ import annotations

import re
from typing import Final

from importers.extraction.dates import DateFound
from importers.extraction.told import HALF, Told, Year
from importers.extraction.tries import matches_near

_OF_ITSELF = re.compile(
    r"(?:chủ đề(?:\scủa)?(?:\scông tác)?|năm bản lề|năm nay|"
    r"năm cuối)(?:\s(?:năm\s)?[\s(,–-]{0,3}|\.\s(?:năm\s)?(?=\d{4}\s(?:[^\s,.;]+\s)?là năm))(\d{4})"
    r"(?!\s?[-–]\s?\d)"
)


_CALLED = re.compile(
    r"(?<!đến )(?<!\w)năm\s(20\d\d)\s?(?:[,–-]|là)\s(?:là\s)?năm (?:tăng tốc|bứt phá|bản lề|cuối|đầu tiên|thứ|"
    r"có ý nghĩa|quan trọng|diễn ra|đặc biệt|tổ chức)(?!\w)"
)
"""A year that is called by what it is: the running one (``năm 2024 - năm tăng tốc``)."""


def from_what_is_said(month: int, low: str) -> Year | None:
    """The year that a text says is running, or of which it tells a part or its end."""
    said = next(matches_near(_OF_ITSELF, low, ("chủ đề", "năm bản lề", "năm nay", "năm cuối")), None)
    if said is not None:
        return Year(int(said[1]), f"the text says “{said[0]}”")
    called = {match[1] for match in matches_near(_CALLED, low, ("năm ",))}
    if len(called) == 1:
        return Year(int(called.pop()), "the text says what the year is")
    soon = next(matches_near(_WITHIN, low, ("ngay trong năm",)), None) if month <= _SPARE else None
    if soon is not None:
        return Year(int(soon[1]), f"the text says “{soon[0]}”")
    expected = next(matches_near(_EXPECTED, low, ("năm ",)), None) if month >= _LATE else None
    if expected is not None:
        return Year(int(expected[1]), f"the text says “{expected[0]}”")
    turn = next(matches_near(_TURN, low, _TURN_STEMS), None) if not _SPRING < month < _TURNING else None
    if turn is not None and int(turn[2]) == int(turn[1]) + 1:
        year = int(turn[2]) if month <= _SPRING else int(turn[1])
        return Year(year, f"the text says “{turn[0]}”")
    for half in matches_near(HALF, low, ("tháng đầu", "quý ", "nửa đầu", "từ đầu"), before=7):
        if month >= 3 and not (
            _COMPARED.search(low, max(0, half.start() - 60), half.start())
            or _TO_COME.match(low, half.end())
            or _lies_behind(half, month, low)
        ):
            return Year(int(half[1]), f"the text speaks of “{half[0]}”")
    return None


_EXPECTED = re.compile(
    r"(?<!đến )(?<!\w)năm (20\d\d),?\s(?:[^\s,.;]+\s){0,6}?(?:dự kiến|ước|ước tính)\s(?:[^\s.;]+\s){0,8}?"
    r"(?:đạt|vượt|hoàn thành|tăng)(?!\w)"
)
"""A year of which the figures are expected near its end."""
_LATE: Final = 9
_TURN = re.compile(
    r"(?:kết quả|thành tích|thành tựu|tình hình|công tác|"
    r"tổng kết)\s(?:[^\s,.;]+\s){0,8}?năm (20\d\d)[,;]?\s(?:và\s)?"
    r"(?:[^\s,.;]+\s){0,3}?(?:kế hoạch|phương hướng|nhiệm vụ|mục tiêu|"
    r"chương trình)\s(?:[^\s,.;]+\s){0,6}?năm (20\d\d)"
    r"(?!\s?[-–/]\s?\d)"
)
"""What was done in one year and is planned for the next, which is told about the turn of it."""
_TURN_STEMS: Final = ("kết quả", "thành t", "tình hình", "công tác", "tổng kết")
_SPRING: Final = 3
_TURNING: Final = 11
_QUARTER = re.compile(r"quý\s([ivx]+|\d)")
_QUARTERS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def _lies_behind(half: re.Match[str], month: int, low: str) -> bool:
    """Whether a part of a year is not of the running one: a quarter to come, a year looked back on whole."""
    quarter = _QUARTER.match(half[0])
    if quarter is not None:
        number = _QUARTERS.get(quarter[1]) or (int(quarter[1]) if quarter[1].isdigit() else 0)
        return month < 3 * number - 2
    whole = re.compile(rf"(?<!đầu )năm {half[1]}(?!\s?[-–/]\s?\d)")
    return half[0].startswith("từ đầu") and whole.search(low) is not None


_WITHIN = re.compile(r"ngay trong năm\s(\d{4})(?!\s?[-–/]\s?\d)")
"""A year within which something is still to be done: the one that is running, where enough of it is left."""
_SPARE: Final = 9
"""The last month from which one says ``ngay trong năm`` of the running year and hardly of the next."""


_YEARLY_REVIEW = re.compile(r"(?<!\w)(?:tổng kết)(?!\w)(?!\s(?:[^\s,.;]+\s){0,4}(?:năm|\d))")


def from_review_and_plans(month: int, told: Told) -> Year | None:
    """A review about the turn of a year in a text that looks back on one year and has aims for the next."""
    if 3 <= month <= 10:
        return None
    named = [date for date in told.dates if date.rule == "year" and date.year is not None]
    aims = {date.year for date in named if _AIMS.match(told.low, date.end) or _is_planned_for(told.low, date)}
    within = [date for date in named if told.low.startswith("trong ", date.start - 6) and date.year not in aims]
    past = {date.year for date in within}
    reviews = any(_YEARLY_REVIEW.search(told.low, start, end) for start, end in told.names)
    if not reviews and not any(told.title[0] <= date.start < told.title[1] for date in within):
        return None
    if len(past) != 1 or (year := past.pop()) is None or year + 1 not in aims:
        return None
    return Year(year if month >= 11 else year + 1, f"it reviews the year {year}, with aims for {year + 1}")


_PLANNED_FOR = re.compile(r"(?<!\w)(?:kế hoạch|phương hướng|nhiệm vụ|chương trình công tác)\s[^.;\n]{0,60}$")


def _is_planned_for(low: str, date: DateFound) -> bool:
    return _PLANNED_FOR.search(low, max(0, date.start - 80), date.start) is not None


_AIMS = re.compile(
    r",?\s[^.;\n]{0,60}?(?<!\w)(?:mục tiêu|phấn đấu|sẽ|chỉ tiêu|nhiệm vụ|tiếp tục|tập trung|kế hoạch|dự kiến)(?!\w)"
)
_TO_COME = re.compile(r"[^.;\n]{0,40}?(?<!\w)(?:sẽ|(?<!và )dự kiến|phấn đấu)(?!\w)")
_COMPARED = re.compile(
    r"(?<!\w)(?:(?:so với|cùng kỳ|như|hơn|từ)\s[^.,;]{0,20}|"
    r"(?:sẽ|phấn đấu|dự kiến|đề nghị|kiến nghị|hoàn thành|chậm nhất|trước|trong(?! (?:tổ chức )?sơ kết)|vào|đến|"
    r"mục tiêu|kế hoạch|dứt điểm)"
    r"\s(?:(?!năm \d{4})[^.;]){0,50})$"
)
"""Words that make a part of a year one that is compared with, or one that lies ahead."""
