"""What a text tells of years: the record that is handed on, what lies ahead, and how far two days lie apart."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from importers.extraction.dates import DateFound, is_day
from importers.extraction.jubilees import Jubilee, is_kept


@dataclass(frozen=True, slots=True)
class Told:
    """What a text tells from which the year of a day in it may be worked out.

    ``low`` is the text in small letters, ``main`` the run of it that reports the meeting, ``title`` its headline,
    ``again`` the runs of its opening that report the same meeting once more.
    """

    dates: Sequence[DateFound]
    jubilees: Sequence[Jubilee]
    published: str | None
    low: str
    main: tuple[int, int]
    title: tuple[int, int]
    again: tuple[tuple[int, int], ...] = ()

    @property
    def own_dates(self) -> list[DateFound]:
        """The dates but for those of old that a jubilee keeps."""
        return [date for date in self.dates if not is_kept(date, self.jubilees)]

    @property
    def names(self) -> tuple[tuple[int, int], ...]:
        """The runs of the text in which the event has its name."""
        return self.main, self.title, *self.again


@dataclass(frozen=True, slots=True)
class Year:
    """A year, why it is thought to be that, and whether it is told by the day of publication."""

    year: int
    reason: str
    published: bool = False


UNTIL = re.compile(r"(?:đến|tới|trước|hạn|chậm nhất|kể từ|từ)\s(?:hết\s)?(?:ngày\s)?$")
"""Words before a day until which something is to be done."""
HALF = re.compile(
    r"(?:(?:\d{1,2}|ba|sáu|chín)\stháng\s(?:đầu\s)?|(?:những|các|mấy)\stháng\sđầu\s|"
    r"quý\s(?:[ivx]+|\d)[\s,/-]{1,2}(?:năm\s)?|nửa đầu\s|"
    r"từ đầu\s)(?:năm\s)?(\d{4})"
)
"""A part of a year."""
OLDEST: Final = 1995
"""The first year of which articles in files tell as of their own time: an older one is history."""
SINCE = re.compile(r"(?<!\w)từ\s$")
UP_TO = re.compile(r"\s(?:đến|tới)\s")


_YEAR_AHEAD = re.compile(
    r"(?:đến|tới|trước|sau|vào|từ|từ nay|hạn|tầm nhìn|chậm nhất|giai đoạn|kế hoạch|dự toán|nhiệm vụ|phương hướng|"
    r"chỉ tiêu|mục tiêu)\s(?:[^,.;]{0,30}\s)?$"
)


def is_ahead(low: str, date: DateFound) -> bool:
    """Whether a date stands behind words that may point past the time of the text."""
    if date.day is not None:
        return UNTIL.search(low, max(0, date.start - 24), date.start) is not None
    return _YEAR_AHEAD.search(low, max(0, date.start - 44), date.start) is not None


def gap_to(month: int, day: int, date: DateFound) -> tuple[int, int]:
    """How many days a day of the year lies behind a date at the nearest (before it: less than 0), and its year."""
    if date.year is None or date.month is None:
        return 999, 0
    there = datetime.date(date.year, date.month, date.day or 15)
    gaps = [
        ((datetime.date(year, month, day) - there).days, year)
        for year in (date.year - 1, date.year, date.year + 1)
        if is_day(year, month, day)
    ]
    return min(gaps, key=lambda gap: abs(gap[0]), default=(999, 0))
