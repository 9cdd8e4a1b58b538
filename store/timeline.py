"""Where an article stands in time: its sort date, and the id that puts it there.

Ids are in the order of time, so the newest first is ``ORDER BY id DESC`` and a range of days is a range of ids:
articles without a day have 1 to 2**31 - 1 in the order of arrival, the others 2**31 + (day << 16) + sequence.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from store.edtf import days
from store.records import Extraction

DATED: Final = 1 << 31
"""The first id of an article with a day."""

_ROOM: Final = 1 << 16  # articles a day; more than that run over into the next days
_EPOCH: Final = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Placing:
    """The date that an article is placed by (EDTF), whether it is a guess, and the days that it may mean."""

    sort_date: str | None
    inferred: bool
    first: date | None
    last: date | None


def placing(extraction: Extraction, published: str | None) -> Placing:
    """Place an article: by its main meeting's date, else by what is inferred of that, else by its publication.

    A date without a year (``XXXX-12-12``) is shown when there is no other, and places nothing.
    """
    meetings = extraction.meetings
    stated, inferred = (meetings[0].date, meetings[0].inferred_date) if meetings else (None, None)
    for edtf, guessed in ((stated, False), (inferred, True), (published, False)):
        if (meant := days(edtf)) is not None:
            return Placing(edtf, guessed, *meant)
    return Placing(stated or inferred, False, None, None)


def first_id(day: date | None) -> int:
    """Give the lowest id that an article of a day, or an undated one, can have."""
    return 1 if day is None else DATED + (max((day - _EPOCH).days, 0) << 16)


def id_after(day: date) -> int:
    """Give the lowest id that is beyond a day."""
    return first_id(day) + _ROOM


def day_of(article_id: int) -> date | None:
    """Give the day that an id stands for, ``None`` for an undated article."""
    return None if article_id < DATED else _EPOCH + timedelta(days=(article_id - DATED) >> 16)


class FreeIds:
    """Hands out free ids within one transaction, also those of rows that are yet to be written."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._next: dict[int, int] = {}

    def take(self, day: date | None) -> int:
        """Take the next free id of a day, or of the undated articles; a full day runs over into the next."""
        start, room = first_id(day), DATED - 1 if day is None else _ROOM
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


def in_place(article_id: int, day: date | None) -> bool:
    """Say whether an id is one of the day's own, so that an article may keep it."""
    if day is None or article_id < DATED:
        return day is None and article_id < DATED
    return first_id(day) <= article_id < id_after(day)
