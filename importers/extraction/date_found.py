"""What a date found in a text tells, and dates in EDTF."""

from __future__ import annotations

from dataclasses import dataclass

from importers.extraction.date_words import DAYS_OF_MONTH, FIRST_YEAR, LAST_YEAR


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date as the text words it, at ``text[start:end]`` (with ``ngày``, weekday and part of the day).

    ``until`` is the last day (year, month, day) where the words name a run of days. ``relative`` counts days
    from the day of writing (``hôm qua`` is -1), ``relative_year`` years from it (``năm ngoái`` is -1).
    ``hour`` and ``minute`` stand before or after the date and outside the span. ``weekday``: Monday is 0.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until: tuple[int | None, int | None, int] | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    part_of_day: str | None = None
    relative: int | None = None
    relative_year: int | None = None
    lunar: bool = False
    rule: str = ""

    @property
    def is_full(self) -> bool:
        """Whether year, month and day are all written."""
        return self.year is not None and self.month is not None and self.day is not None

    @property
    def time_of_day(self) -> str | None:
        """The part of the day as written, else as the hour tells it."""
        return self.part_of_day or (None if self.hour is None else part_of_hour(self.hour))

    def edtf(self, year: int | None = None) -> str | None:
        """The date in EDTF, an interval for a run of days; ``year`` stands in where the words give none."""
        first = edtf(self.year or year, self.month, self.day)
        if self.until is None or first is None:
            return first
        last_year, last_month, last_day = self.until
        return f"{first}/{edtf(last_year or self.year or year, last_month or self.month, last_day)}"


def edtf(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """An EDTF date of what is known (``2021-12-01``, ``2024-01``, ``2023``, ``XXXX-12-12``), or ``None``."""
    if month is None or not 1 <= month <= 12:
        return None if year is None else f"{year:04d}"
    head = "XXXX" if year is None else f"{year:04d}"
    if day is None:
        return f"{head}-{month:02d}"
    return f"{head}-{month:02d}-{day:02d}" if is_day(year, month, day) else None


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day; without a year, 29 February is one."""
    if not 1 <= month <= 12 or not 1 <= day <= DAYS_OF_MONTH[month - 1]:
        return False
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return leap or (month, day) != (2, 29)


def part_of_hour(hour: int) -> str:
    """The part of the day in which an hour of the clock (0 to 24) lies."""
    if hour < 12:
        return "sáng"
    return "chiều" if hour < 18 else "tối"


def year_of_digits(digits: str | None) -> int | None:
    """A year of four digits within living history, or of two (``75`` is 1975, ``24`` is 2024)."""
    if digits is None or len(digits) not in (2, 4):
        return None
    year = int(digits)
    if len(digits) == 2:
        return year + (2000 if year < 50 else 1900)
    return year if FIRST_YEAR <= year <= LAST_YEAR else None
