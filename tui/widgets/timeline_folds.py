"""Which months and years of the timeline are folded, each behind its heading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from tui.widgets.timeline_layout import Section, Sections

Group = tuple[str | None, int]
"""A month (``2021-12``; ``XXXX``: no year known; ``None``: no date) and how many rows it has."""


def year_of(name: str | None) -> str | None:
    """Give the year of a month; ``None`` for what is none."""
    year, _, month = (name or "").partition("-")
    return year if month and year.isdecimal() else None


class Folds:
    """Remembers by name what is folded, so that it stays so when rows come and go."""

    def __init__(self) -> None:
        self._months: set[str | None] = set()
        self._years: set[str] = set()

    def clear(self) -> None:
        """Open everything."""
        self._months.clear()
        self._years.clear()

    def sections(self, groups: Sequence[Group], count: int) -> Sections:
        """Arrange ``count`` rows in sections; groups beyond these are left out."""
        found: list[Section] = []
        first = 0
        for year, months in groupby(groups, lambda group: year_of(group[0])):
            folded: Section | None = None
            for month, size in months:
                rows = min(size, count - first)
                if rows <= 0:
                    continue
                if year is None or year not in self._years:
                    found.append(Section(month, first, rows, month in self._months))
                elif folded is None:
                    folded = Section(year, first, rows, folded=True)
                else:
                    folded = Section(year, folded.first, folded.rows + rows, folded=True)
                first += rows
            if folded is not None:
                found.append(folded)
        return Sections(found, count)

    def fold(self, section: Section) -> bool:
        """Fold a month; if it is folded, its year. Say whether there was anything to fold."""
        if not section.folded:
            self._months.add(section.name)
            return True
        year = year_of(section.name)
        if year is not None:
            self._years.add(year)
        return year is not None

    def unfold(self, section: Section) -> bool:
        """Open what is folded, of a year its months as they were. Say whether there was anything to open."""
        if section.folded:
            self._months.discard(section.name)
            self._years.discard(section.name or "")
        return section.folded

    def toggle_all(self, groups: Sequence[Group]) -> bool:
        """Fold all years (and what has no year), or open everything if they are; say whether it folded."""
        years = {year for name, _ in groups if (year := year_of(name)) is not None}
        others = {name for name, _ in groups if year_of(name) is None}
        if years <= self._years and others <= self._months:
            self.clear()
            return False
        self._years |= years
        self._months |= others
        return True
