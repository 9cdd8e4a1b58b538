"""Jubilees that a text speaks of: the days of old that they keep, which are no days of a meeting, and their year.

``kỷ niệm 70 năm (19/8/1954 - 19/8/2024)`` was kept in 2024; so was ``kỷ niệm 70 năm … (19/8/1954)``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from importers.extraction.dates import DateFound
from importers.extraction.tries import matches_near


@dataclass(frozen=True, slots=True)
class Jubilee:
    """A jubilee kept in ``year``; on which day, where the text says so. It is named at ``text[start:end]``."""

    start: int
    end: int
    year: int
    month: int | None = None
    day: int | None = None


_JOINT = re.compile(r"\s{0,2}(?:[-–—/]|đến|tới)\s{0,2}(?:ngày\s)?")
_YEARS = re.compile(
    r"(?<!\d)(\d{1,3})\snăm(?!\w)[^;\n]{0,140}?\(\s?((?:1[89]|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)\s?\)"
)
_COUNTED = re.compile(
    r"(?:kỷ niệm|kỉ niệm|tưởng niệm|tưởng nhớ|nhân dịp|nhân|mừng)\s(?:lần thứ\s)?\d{1,3}\snăm(?!\w)|"
    r"lần thứ\s\d{1,3}\sngày(?!\w)"
)
_NUMBER = re.compile(r"(?<![\w/])(\d{1,3})\s(?:năm|ngày)(?!\w)")
_REACH = 170
"""Code points behind the number of years within which the day of old stands."""


def find_jubilees(low: str, dates: Sequence[DateFound]) -> tuple[Jubilee, ...]:
    """The jubilees in a text in small letters, with its dates, in the order of the text."""
    pairs = [*_pairs(low, dates)]
    paired = {jubilee.start for jubilee in pairs}
    spans = [
        Jubilee(m.start(2), m.end(3), int(m[3]))
        for m in matches_near(_YEARS, low, (" năm",), before=3)
        if int(m[3]) - int(m[2]) == int(m[1])
    ]
    counted = [jubilee for jubilee in _counted(low, dates) if jubilee.start not in paired]
    return tuple(sorted((*pairs, *spans, *counted, *_founded(low, dates)), key=_start))


def _start(jubilee: Jubilee) -> int:
    return jubilee.start


def _pairs(low: str, dates: Sequence[DateFound]) -> list[Jubilee]:
    found = []
    for first, last in pairwise(dates):
        if first.year is None or last.year is None or first.month is None or first.year >= last.year:
            continue
        if (first.month, first.day) != (last.month, last.day) or first.until or last.until:
            continue
        if _JOINT.fullmatch(low, first.end, last.start) and not _is_time_in_office(low, first, last):
            found.append(Jubilee(first.start, last.end, last.year, last.month, last.day))
    return found


_SINCE = re.compile(r"(?<!\w)từ\s(?:tháng\s)?$")


def _is_time_in_office(low: str, first: DateFound, last: DateFound) -> bool:
    """Whether two months are those from which and until which somebody did something (``từ 4/1983 đến 4/1997``)."""
    if first.day is not None:
        return False
    few = (last.year or 0) - (first.year or 0) < _LEAST
    return few or _SINCE.search(low, max(0, first.start - 12), first.start) is not None


def _counted(low: str, dates: Sequence[DateFound]) -> list[Jubilee]:
    """The day of old behind the number of years that have passed since: ``kỷ niệm 40 năm … (5/3/1984)``."""
    found = []
    old = [date for date in dates if date.is_full and date.until is None]
    at = 0
    for match in matches_near(_COUNTED, low, ("năm", "ngày"), before=24):
        while at < len(old) and old[at].start < match.end():
            at += 1
        if at == len(old):
            break
        date = old[at]
        between = low[match.end() : min(date.start, match.end() + _REACH + 1)]
        if len(between) > _REACH or "\n" in between or ";" in between or ". " in between:
            continue
        *_, nearest = _NUMBER.finditer(low, match.start(), date.start)
        if low[date.start - 1 : date.start] != "(" and low.startswith((" tại ", ", tại "), date.end):
            continue  # where it is kept
        passed = int(nearest[1])
        year = (date.year or 0) + passed
        if passed >= _LEAST and year <= _LATEST:
            found.append(Jubilee(date.start, date.end, year, date.month, date.day))
        elif passed >= _LEAST and low[date.start - 1 : date.start] == "(":  # the day itself on which it is kept
            found.append(Jubilee(date.start, date.end, date.year or 0, date.month, date.day))
    return found


_LATEST = 2040
"""The last year of which articles are taken to tell."""
_AGE = re.compile(
    r"(?:kỷ niệm|kỉ niệm)\s(\d{1,3})\snăm\s(?:ngày\s)?(?:thành lập|tái lập|xây dựng|truyền thống|hình thành)(?!\w)"
)
_FOUNDING = re.compile(r"(?<!\w)(?:được )?(?:thành lập|tái lập)(?!\w)")
_TO_FOUNDING = 60
"""Code points behind the word for a founding within which its day or year stands."""


def _founded(low: str, dates: Sequence[DateFound]) -> list[Jubilee]:
    """``kỷ niệm 35 năm thành lập`` of what ``được thành lập năm 1982``: where the text tells of one founding."""
    kept = next((age for age in matches_near(_AGE, low, ("kỷ niệm", "kỉ niệm")) if int(age[1]) >= _LEAST), None)
    if kept is None:
        return []
    foundings = set()
    for match in matches_near(_FOUNDING, low, ("thành lập", "tái lập"), before=6):
        index = bisect_left(dates, match.end(), key=_date_start)
        date = dates[index] if index < len(dates) else None
        if date is None or date.year is None or date.start - match.end() > _TO_FOUNDING:
            continue
        if _BROKEN.search(low, match.end(), date.start) is None:
            foundings.add(date.year)
    years = {year + int(kept[1]) for year in foundings}
    if len(years) != 1 or (year := years.pop()) > _LATEST:
        return []
    return [Jubilee(kept.start(), kept.end(), year)]


def _date_start(date: DateFound) -> int:
    return date.start


_BROKEN = re.compile(r"[.;\n(]")
_LEAST = 5
"""Years from which on a jubilee is kept."""


def is_kept(date: DateFound, jubilees: Sequence[Jubilee]) -> bool:
    """Whether a date is only the day that a jubilee keeps."""
    behind = bisect_right(jubilees, date.start, key=_start)
    return any(date.start < jubilee.end for jubilee in jubilees[max(0, behind - 2) : behind])
