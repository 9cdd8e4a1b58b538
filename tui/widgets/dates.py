"""EDTF dates as the panes write them: short, numbers only, and never more exact than the date is."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from tui.language import tr

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_DATE: Final = re.compile(r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2}))?(?:-(?P<day>[\dX]{2}))?[?~%]?\Z")


def _split(edtf: str) -> tuple[str, str, str] | None:
    """Part a single date into year, month and day, each ``""`` where it says nothing."""
    match = _DATE.match(edtf)
    if match is None:
        return None
    year, month, day = (value or "" for value in match.group("year", "month", "day"))
    return ("" if year == "XXXX" else year, "" if "X" in month else month, "" if "X" in day else day)


def in_margin(edtf: str | None, inferred: bool) -> str:
    """Write the day of a row whose year and month stand above it: ``01·12``, ``?·12``, ``12–01``, ``~?``.

    Without any date it is empty: the heading of those says so.
    """
    if edtf is None:
        return ""
    sign = "~" if inferred else ""
    first, _, last = edtf.partition("/")
    one, other = _split(first), _split(last) if last else None
    if one is None:
        return sign + "?"
    _, month, day = one
    if other is not None and other[:2] != one[:2]:
        return f"{sign}{month}–{other[1]}" if month and other[1] else f"{sign}?"
    if day and month:
        until = f"–{other[2]}" if other is not None and other[2] not in ("", day) else ""
        return f"{sign}{day}{until}·{month}"
    return f"{sign}?·{month}" if month else f"{sign}?"


def year_in_margin(edtf: str | None) -> str:
    """Write the year of a row that stands under no heading: ``2021``, empty where none is known."""
    parts = _split((edtf or "").partition("/")[0])
    return parts[0] if parts is not None else ""


def in_full(edtf: str) -> str:
    """Write a date or a time of day in full: ``1/12/2021 19:24``, ``1/2024``, ``12/12``, ``12/2023–1/2024``."""
    first, slash, last = edtf.partition("/")
    if slash:
        return f"{in_full(first)}–{in_full(last)}"
    if "T" in first:
        try:
            moment = datetime.fromisoformat(first)
        except ValueError:
            return in_full(first.partition("T")[0])
        return f"{moment.day}/{moment.month}/{moment.year} {moment:%H:%M}"
    parts = _split(first)
    if parts is None:
        return first
    return "/".join(part.lstrip("0") for part in reversed(parts) if part)


def heading(month: str | None) -> tuple[str, str]:
    """Name a group of the timeline: the year (or that it is not known), and the month where it says one."""
    if month is None:
        return tr("no date"), ""
    if month.startswith("XXXX"):
        return tr("year unknown"), ""
    first, _, last = month.partition("/")
    parts, other = _split(first), _split(last) if last else None
    if parts is None:
        return tr("year unknown"), ""
    year, number, _ = parts
    if other is not None and other[0] and other[0] != year:
        return f"{year}–{other[0][2:]}", ""
    named = number.isdigit() and 1 <= int(number) <= 12
    return year, tr(MONTHS[int(number) - 1]) if named else ""
