"""Dates without a day of their own: months, years, and days counted from the day of writing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from importers.extraction.date_found import DateFound, year_of_digits
from importers.extraction.date_words import DAY_PARTS

_MONTH = re.compile(r"tháng\s(\d{1,2})(?:\s?[/\-]\s?(\d{4})|,?\snăm\s(\d{4})|,\s(\d{4}))?(?![\w/-])")
_YEAR = re.compile(r"năm\s(\d{4})(?![\w/]|\s?[-–]\s?\d)")
_NEAR = re.compile(r"(sáng|trưa|chiều|tối|đêm|hôm|ngày)(?:\s(?:ngày\s)?hôm)?\s(nay|qua|mai|kia)(?!\w)")
_NEAR_DAYS: Final = {"nay": 0, "qua": -1, "mai": 1, "kia": -2}


def _starts(low: str, word: str, start: int, end: int) -> Iterator[int]:
    at = low.find(word, start, end)
    while at >= 0:
        if at == 0 or not low[at - 1].isalnum():
            yield at
        at = low.find(word, at + 1, end)


def months(low: str, start: int, end: int) -> Iterator[DateFound]:
    """``tháng 5/2023``, ``tháng 5``; not a length of time."""
    for at in _starts(low, "tháng ", start, end):
        match = _MONTH.match(low, at, end)
        if match is None or not 1 <= int(match[1]) <= 12:
            continue
        if low[max(0, at - 3) : at].strip(" ,")[-1:].isdigit():
            continue  # a length of time: 6 tháng 5 ngày
        yield DateFound(
            at, match.end(), year_of_digits(match[2] or match[3] or match[4]), int(match[1]), rule="month"
        )


def years(low: str, start: int, end: int) -> Iterator[DateFound]:
    """``năm 2023``; not a run of years."""
    for at in _starts(low, "năm ", start, end):
        match = _YEAR.match(low, at, end)
        year = year_of_digits(match[1]) if match else None
        if match is not None and year is not None:
            yield DateFound(at, match.end(), year, rule="year")


def counted_from_today(low: str, start: int, end: int) -> Iterator[DateFound]:
    """``sáng nay``, ``hôm qua``, ``chiều hôm qua``, ``tối mai``."""
    for word in ("sáng ", "trưa ", "chiều ", "tối ", "đêm ", "hôm ", "ngày "):
        for at in _starts(low, word, start, end):
            match = _NEAR.match(low, at, end)
            if match is None or (match[1] == "ngày" and match[2] in ("nay", "qua") and "hôm" not in match[0]):
                continue
            part = DAY_PARTS.get(match[1])
            yield DateFound(at, match.end(), part_of_day=part, relative=_NEAR_DAYS[match[2]], rule="near day")
