"""When a meeting probably was: what a reader may only infer, each guess with its reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from importers.extraction.dates import DateFound, edtf
from importers.extraction.jubilees import Jubilee
from importers.extraction.told import UNTIL
from importers.extraction.tries import matches_near

_OFFICE_TERM = re.compile(r"(?:nhiệm kỳ|nhiệm kì)\s?\(?(\d{4})\s?[-–]\s?(\d{4})")


def guess_year(day: DateFound, dates: Sequence[DateFound], low: str) -> tuple[str, str] | None:
    """A guess at a day without a year, with its reason: the first such day after the last that is past.

    A later year, named alone or as the beginning of a term, takes the ground from under the guess.
    """
    last: tuple[int, int, int] | None = None
    for date in dates:
        if not date.is_full or UNTIL.search(low[max(0, date.start - 16) : date.start]):
            continue
        last = max(last or (0, 0, 0), (date.year or 0, date.month or 0, date.day or 0))
    terms = [int(m[1]) for m in _OFFICE_TERM.finditer(low)]
    named = [date.year or 0 for date in dates]
    if last is None or any(year > last[0] for year in (*terms, *named)):
        return None
    year = last[0] if (day.month or 0, day.day or 0) >= last[1:] else last[0] + 1
    guess = edtf(year, day.month, day.day)
    return (guess, f"the first such day after {last[2]}/{last[1]}/{last[0]}, the last told of") if guess else None


_HEAD_REVIEW = re.compile(
    r"(?<!\w)(?:tổng kết|đánh giá|kiểm điểm|kết quả)[^.;\n]{0,110}?(?<!tháng đầu )(?<!tháng cuối )năm\s(20\d\d)"
    r"(?!\s?[-–/]\s?\d)"
)
_HEAD_PLANS = re.compile(
    r"(?<!\w)(?:triển khai|phương hướng|nhiệm vụ|kế hoạch|chương trình|chủ đề|dự toán|"
    r"mục tiêu)[^.;\n]{0,80}?năm\s(20\d\d)"
    r"(?!\s?[-–/]\s?\d)"
)
_PART_REVIEW = re.compile(
    r"(?<!\w)(?:sơ kết|tổng kết|đánh giá|kiểm điểm|kết quả)[^.;\n]{0,110}?(?<!\w)"
    r"(?:(?P<months>3|6|9|03|06|09|ba|sáu|chín)\stháng(?:\sđầu)?|quý\s(?P<quarter>i{1,3}|[1-3])(?!\w))"
    r"(?:\s?[,/]\s?|\s)(?:đầu\s)?(?:năm\s)?(?P<year>20\d\d)"
)
_LAST_MONTH: Final = {
    "3": 3, "03": 3, "ba": 3, "6": 6, "06": 6, "sáu": 6, "9": 9, "09": 9, "chín": 9,
    "i": 3, "1": 3, "ii": 6, "2": 6, "iii": 9,
}  # fmt: skip


def guess_without_day(published: str | None, low: str, jubilees: Sequence[Jubilee]) -> tuple[str, str] | None:
    """A guess at when a meeting was whose day the text does not give, with its reason.

    From the day of publication, from the time that the meeting reviews and plans for, or from the jubilee that it
    keeps.
    """
    if published is not None:
        return published, f"published {published}"
    return _guess_from_review(low) or _guess_from_jubilee(jubilees)


def _guess_from_review(low: str) -> tuple[str, str] | None:
    reviewed = [
        int(m[1]) for m in matches_near(_HEAD_REVIEW, low, ("tổng kết", "đánh giá", "kiểm điểm", "kết quả"))
    ]
    planned = {
        int(m[1])
        for m in matches_near(
            _HEAD_PLANS,
            low,
            ("triển khai", "phương hướng", "nhiệm vụ", "kế hoạch", "chương trình", "chủ đề", "mục tiêu"),
        )
    }
    for year in reviewed:
        if year + 1 in planned:
            return f"{year}-12/{year + 1}-01", f"it reviews the year {year} and plans for {year + 1}"
    part = next(matches_near(_PART_REVIEW, low, ("sơ kết", "tổng kết", "đánh giá", "kiểm điểm", "kết quả")), None)
    if part is not None:
        month = _LAST_MONTH.get(part["months"] or part["quarter"], 9)
        year = int(part["year"])
        return f"{year}-{month:02d}/{year}-{month + 1:02d}", f"it reviews the first {month} months of {year}"
    if reviewed and reviewed.count(reviewed[0]) >= _OFTEN:
        year = reviewed[0]
        return f"{year}-12/{year + 1}-01", f"it reviews the year {year}"
    return None


_OFTEN: Final = 2
"""How often a year must be reviewed before the review alone tells the time."""


def _guess_from_jubilee(jubilees: Sequence[Jubilee]) -> tuple[str, str] | None:
    kept = next((jubilee for jubilee in jubilees if jubilee.month is not None), None)
    if kept is None:
        return None
    day = f"{kept.day}/{kept.month}/{kept.year}" if kept.day else f"{kept.month}/{kept.year}"
    return f"{kept.year}-{kept.month:02d}", f"it speaks of the jubilee of {day}"
