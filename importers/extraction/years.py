"""The year of a day that the text gives without one: from the day of publication, or from what the text says.

A term of office (``nhiệm kỳ 2016-2021``), a birth or a plan tells no year. What can only be guessed: `guesses`.
"""

from __future__ import annotations

import re
from typing import Final

from importers.extraction.dates import DateFound
from importers.extraction.named_years import from_months, from_name
from importers.extraction.near_years import from_near_dates
from importers.extraction.said_years import from_review_and_plans, from_what_is_said
from importers.extraction.told import Told, Year, gap_to, is_ahead
from importers.extraction.turns_of_year import year_of_new_year


def year_of(day: DateFound, told: Told) -> Year | None:
    """The year of ``day``, or ``None`` where the text does not settle it."""
    if day.month is None or day.day is None:
        return None
    return (
        _from_publication(day.month, day.day, told.published)
        or _from_jubilee(day, told)
        or from_near_dates(day, told.own_dates, told.low)
        or from_months(day, told)
        or _from_new_year(day.month, told.low)
        or from_name(day.month, told)
        or from_what_is_said(day.month, told.low)
        or from_review_and_plans(day.month, told)
    )


def _from_publication(month: int, day: int, published: str | None) -> Year | None:
    if published is None or not published[:4].isdigit():
        return None
    year = int(published[:4])
    if len(published) >= 7:
        told = (int(published[5:7]), int(published[8:10]) if len(published) >= 10 else 31)
        if (month, day) > (told[0], told[1] + 1):
            year -= 1
    return Year(year, f"the last such day before the publication ({published})", published=True)


_JUBILEE_NEAR: Final = 100
"""Days before or after its day within which a jubilee is kept."""


def _from_jubilee(day: DateFound, told: Told) -> Year | None:
    """The year of a jubilee that is kept about that day, or for which the meeting itself is held."""
    latest = _latest_told(told) if told.jubilees else 0
    for jubilee in told.jubilees:
        there = DateFound(0, 0, jubilee.year, jubilee.month, jubilee.day)
        if jubilee.month is None:
            named = any(start <= jubilee.start < end for start, end in told.names)
            if named or latest == 0 or latest <= jubilee.year <= latest + 1:
                return Year(jubilee.year, f"it is held for a jubilee of the year {jubilee.year}")
            continue
        gap, year = gap_to(day.month or 1, day.day or 1, there)
        if gap > 0 and _TO_BE_KEPT.search(told.low, max(0, jubilee.start - 110), jubilee.start):
            return Year(year - 1, f"it plans for a jubilee of the year {jubilee.year}")
        if abs(gap) <= _JUBILEE_NEAR:
            return Year(year, f"it is {abs(gap)} days from a jubilee of the year {jubilee.year}")
    return None


def _latest_told(told: Told) -> int:
    """The latest year that a text names, told as past."""
    return max((date.year or 0 for date in told.own_dates if not is_ahead(told.low, date)), default=0)


_TO_BE_KEPT = re.compile(
    r"(?<!\w)(?:kế hoạch|chuẩn bị|hướng tới|tiến tới)\s(?:[^\s,.;]+\s){0,3}(?:kỷ niệm|lễ|dịp)(?!\w)[^.;]*$"
)
"""Words before a jubilee that make it one that is still to be kept."""


def _from_new_year(month: int, low: str) -> Year | None:
    turn = year_of_new_year(month, low)
    return Year(turn[0], f"the text speaks of “{turn[1]}”") if turn is not None else None
