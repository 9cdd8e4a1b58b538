"""Dates as archives keep them (EDTF strings), read as days and intervals of days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Final

_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:T[\d:.+Z-]*)?[~?%]?\Z")
_YEARLESS: Final = re.compile(r"XXXX-([0-9]{2})(?:-(?:XX|([0-9]{2})))?[~?%]?\Z")


def days(edtf: str | None) -> tuple[date, date] | None:
    """Give the first and last day that an EDTF date may mean; ``None`` when it has no year or is no date.

    >>> days("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    if not edtf:
        return None
    first, slash, last = edtf.partition("/")
    start = _single(first)
    end = _single(last) if slash else start
    if start is None or end is None:
        known = start or end  # an interval that is open on one side
        return known if slash and known and (first in ("", "..") or last in ("", "..")) else None
    return (start[0], end[1]) if start[0] <= end[1] else None


def yearless(edtf: str | None) -> tuple[int, int] | None:
    """Give month and day (0: not known) of a date that tells the month but not the year; ``None`` for any other.

    Of an interval the beginning counts.

    >>> yearless("XXXX-12-05")
    (12, 5)
    """
    match = _YEARLESS.match((edtf or "").partition("/")[0])
    if match is None:
        return None
    month, day = int(match[1]), int(match[2] or 0)
    return (month, day) if 1 <= month <= 12 and day <= 31 else None


def _single(text: str) -> tuple[date, date] | None:
    match = _DATE.match(text)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    try:
        if match[2] is None:
            return date(year, 1, 1), date(year, 12, 31)
        if match[3] is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None
