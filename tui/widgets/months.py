"""Meetings by month as one line of bars, of the width that there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

Part = tuple[str, str]
"""Text and the component class of its look."""

BARS: Final = "▂▃▄▅▆▇█"
NONE: Final = "▁"
_YEAR: Final = "overview--year"
_BAR: Final = "overview--bar"
_NONE: Final = "overview--none"


def by_month(months: Iterable[tuple[str | None, int]]) -> dict[tuple[int, int], int]:
    """Count by year and month; what has no full month is left out."""
    counts: Counter[tuple[int, int]] = Counter()
    for edtf, count in months:
        year, _, month = (edtf or "").partition("/")[0].partition("-")
        if year.isdecimal() and month[:2].isdecimal() and 1 <= int(month[:2]) <= 12:
            counts[int(year), int(month[:2])] += count
    return dict(counts)


def bars(months: Iterable[tuple[str | None, int]], width: int) -> list[Part]:
    """Draw as much as a width has room for: by months, by quarters, by years, or years drawn together.

    A year without any meeting between two others is left out when drawn by months or quarters.
    """
    counts = by_month(months)
    if not counts or width <= 0:
        return []
    for size in (1, 3):
        drawn = _by_parts(counts, size)
        if length(drawn) <= width:
            return drawn
    years: Counter[int] = Counter()
    for (year, _), count in counts.items():
        years[year] += count
    labelled = _labelled_years(years)
    return labelled if length(labelled) <= width else _years_together(years, width)


def length(parts: Sequence[Part]) -> int:
    """Count the cells that parts take, each letter one."""
    return sum(len(text) for text, _ in parts)


def _bar(count: int, most: int) -> Part:
    """Draw one bar; whatever is there at all shows at least the lowest."""
    if not count:
        return (NONE, _NONE)
    return (BARS[max((count * len(BARS) + most - 1) // most, 1) - 1], _BAR)


def _by_parts(counts: dict[tuple[int, int], int], size: int) -> list[Part]:
    """Draw each year that has any: its number and a bar for every ``size`` months, from the first to the last."""
    parts: Counter[tuple[int, int]] = Counter()
    for (year, month), count in counts.items():
        parts[year, (month - 1) // size] += count
    most, first, last = max(parts.values()), min(parts), max(parts)
    drawn: list[Part] = []
    for year in sorted({year for year, _ in parts}):
        drawn.append((f"{' ' if drawn else ''}{year} ", _YEAR))
        places = [(year, part) for part in range(12 // size)]
        drawn.extend(_bar(parts[place], most) for place in places if first <= place <= last)
    return drawn


def _labelled_years(years: Counter[int]) -> list[Part]:
    most = max(years.values())
    drawn: list[Part] = []
    for year in range(min(years), max(years) + 1):
        drawn.append((f"{' ' if drawn else ''}{year % 100:02}", _YEAR))
        drawn.append(_bar(years[year], most))
    return drawn


def _years_together(years: Counter[int], width: int) -> list[Part]:
    """Draw the first and last year with bars between, of as many years each as it takes to fit."""
    first, last = min(years), max(years)
    room = width - 10
    if room < 1:
        return [(f"{first}–{last}"[:width], _YEAR)]
    each = -(-(last - first + 1) // room)
    sums: Counter[int] = Counter()
    for year, count in years.items():
        sums[(year - first) // each] += count
    most = max(sums.values())
    middle = [_bar(sums[at], most) for at in range((last - first) // each + 1)]
    return [(f"{first} ", _YEAR), *middle, (f" {last}", _YEAR)]
