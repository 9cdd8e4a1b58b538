"""Where an article stands in time: its sort date, and the id that puts it there.

Ids are in the order of time, so the newest first is ``ORDER BY id DESC`` and a range of days is a range of ids:

* no date at all: 1 to 2**30 - 1, in the order of arrival;
* month known but no year (``XXXX-12-12``): 2**30 + (month * 32 + day << 16) + sequence;
* a day, or the first of several that may be meant: 2**31 + (days since 1900 << 16) + sequence.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from store.edtf import days, yearless
from store.records import Extraction

YEARLESS: Final = 1 << 30
"""The first id of an article whose date has no year."""

DATED: Final = 1 << 31
"""The first id of an article with a day."""

NO_YEAR: Final = "XXXX"
"""What `month_of` says of dates without a year."""

_ROOM_BITS: Final = 16
_ROOM: Final = 1 << _ROOM_BITS  # articles a day; more than that run over into the next days
_EPOCH: Final = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Placing:
    """The date that an article is placed by (EDTF), whether it is a guess, and the days that it may mean."""

    sort_date: str | None
    inferred: bool
    first: date | None
    last: date | None

    @property
    def lowest_id(self) -> int:
        """The lowest id that an article placed so can have."""
        if self.first is not None:
            return first_id(self.first)
        known = yearless(self.sort_date)
        return 1 if known is None else YEARLESS + ((known[0] * 32 + known[1]) << _ROOM_BITS)


def placing(extraction: Extraction, published: str | None) -> Placing:
    """Place an article: by its main meeting's date, else by what is inferred of that, else by its publication.

    A date without a year (``XXXX-12-12``) places it only when there is no other.
    """
    meetings = extraction.meetings
    stated, inferred = (meetings[0].date, meetings[0].inferred_date) if meetings else (None, None)
    for edtf, guessed in ((stated, False), (inferred, True), (published, False)):
        if (meant := days(edtf)) is not None:
            return Placing(edtf, guessed, *meant)
    return Placing(stated or inferred, stated is None and inferred is not None, None, None)


def first_id(day: date) -> int:
    """Give the lowest id that an article of a day can have."""
    return DATED + (max((day - _EPOCH).days, 0) << _ROOM_BITS)


def id_after(day: date) -> int:
    """Give the lowest id that is beyond a day."""
    return first_id(day) + _ROOM


def day_of(article_id: int) -> date | None:
    """Give the day that an id stands for, ``None`` for an article without one."""
    return None if article_id < DATED else _EPOCH + timedelta(days=(article_id - DATED) >> _ROOM_BITS)


def month_of(article_id: int) -> str | None:
    """Give the month that an id stands for: ``2021-12``, `NO_YEAR`, or ``None`` for no date at all."""
    day = day_of(article_id)
    if day is not None:
        return f"{day.year:04}-{day.month:02}"
    return NO_YEAR if article_id >= YEARLESS else None


def lowest_of_month(article_id: int) -> int:
    """Give the lowest id that stands for the same month, or for none as this one does."""
    day = day_of(article_id)
    if day is not None:
        return first_id(day.replace(day=1))
    return YEARLESS if article_id >= YEARLESS else 1


def day_after(article_id: int) -> int:
    """Give the lowest id that is beyond the day of an id; of those without a day, beyond its kind."""
    if article_id >= DATED:
        return ((article_id >> _ROOM_BITS) + 1) << _ROOM_BITS
    return DATED if article_id >= YEARLESS else YEARLESS


class FreeIds:
    """Hands out free ids within one transaction, also those of rows that are yet to be written."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._next: dict[int, int] = {}

    def take(self, placed: Placing) -> int:
        """Take the next free id of a place in time; a full day runs over into the next."""
        start = placed.lowest_id
        room = _room(start)
        while (free := self._first_free(start, room)) >= start + room:
            start, room = start + room, _ROOM
        self._next[start] = free + 1
        return free

    def _first_free(self, start: int, room: int) -> int:
        if start not in self._next:
            (last,) = self._connection.execute(
                "SELECT max(id) FROM articles WHERE id >= ? AND id < ?", (start, start + room)
            ).fetchone()
            self._next[start] = start if last is None else last + 1
        return self._next[start]


def in_place(article_id: int, placed: Placing) -> bool:
    """Say whether an id is one of the place's own, so that an article may keep it."""
    lowest = placed.lowest_id
    return lowest <= article_id < lowest + _room(lowest)


def _room(lowest: int) -> int:
    return _ROOM if lowest >= YEARLESS else YEARLESS - lowest
