"""Meetings across articles: which reports speak of one and the same meeting.

The judgement is conservative, since two meetings shown as one mislead more than one shown twice: the same day
(or the same day and month of an unknown year at the same place), nothing that contradicts, and at least half of
the people of the shorter list.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from store.edtf import days
from store.preparing import MeetingRow
from store.records import MeetingKind
from store.spelling import name_key
from store.text import fold, one_line


@dataclass(frozen=True, slots=True)
class _Known:
    meeting_id: int
    kind: str
    part_of_day: str | None
    place: str | None  # folded


def meeting_id(
    connection: sqlite3.Connection,
    meeting: MeetingRow,
    people: AbstractSet[int],
    *,
    article_key: str,
    label: str,
    place_id: int | None,
    apart_from: AbstractSet[int] = frozenset(),
) -> tuple[int, bool]:
    """Give the id of the meeting that an article reports: one that is known from another article, or a new one
    (then the second of the pair is true).

    ``people`` are the ids of those at it; ``label`` names it where the article has no name for it. It is none of
    ``apart_from``: what one article tells apart stays apart.
    """
    known = _same(connection, meeting, people, apart_from)
    if known is not None:
        return known, False
    key = _natural_key(meeting, article_key)
    if connection.execute("SELECT 1 FROM meetings WHERE key = ?", (key,)).fetchone():
        key = f"{key} # {article_key}"
        taken = connection.execute("SELECT count(*) FROM meetings WHERE key >= ? AND key < ?", (key, key + "$"))
        if number := taken.fetchone()[0]:
            key = f"{key} {number}"
    row = connection.execute(
        "INSERT INTO meetings(key, name, kind, date, inferred_date, part_of_day, place_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            key,
            one_line(meeting.title or label),
            meeting.kind,
            meeting.date,
            meeting.inferred_date,
            meeting.part_of_day,
            place_id,
        ),
    ).fetchone()
    return int(row[0]), True


def _natural_key(meeting: MeetingRow, article_key: str) -> str:
    """Name a meeting by what an article says of it, so that a new extraction finds the same name."""
    date = meeting.date or f"undated in {article_key}"
    said = (date, meeting.kind, meeting.part_of_day, meeting.place_text, *sorted(meeting.told_by))
    return " | ".join(name_key(part) for part in said if part)


def _same(
    connection: sqlite3.Connection, meeting: MeetingRow, people: AbstractSet[int], apart_from: AbstractSet[int]
) -> int | None:
    if meeting.date is None or not people:
        return None
    full = len(meeting.date) == len("2021-12-01") and days(meeting.date) is not None
    if not full and not (meeting.date.startswith("XXXX-") and len(meeting.date) == len("XXXX-12-12")):
        return None
    place = fold(name_key(meeting.place_text)) if meeting.place_text else None
    for row in connection.execute(
        "SELECT m.id, m.kind, m.part_of_day, p.folded FROM meetings m LEFT JOIN places p ON p.id = m.place_id"
        " WHERE m.date = ? AND EXISTS (SELECT 1 FROM attendances t WHERE t.meeting_id = m.id"
        " AND t.person_id IN (SELECT value FROM json_each(?))) ORDER BY m.id",
        (meeting.date, json.dumps(sorted(people))),
    ).fetchall():
        known = _Known(*row)
        if known.meeting_id in apart_from:
            continue
        if not full and (place is None or known.place != place):
            continue
        if _contradicts(known, meeting, place):
            continue
        attending = {
            person
            for (person,) in connection.execute(
                "SELECT DISTINCT person_id FROM attendances WHERE meeting_id = ?", (known.meeting_id,)
            )
        }
        if _shares_enough(known, meeting, attending, people, place):
            return known.meeting_id
    return None


def _contradicts(known: _Known, meeting: MeetingRow, place: str | None) -> bool:
    if known.part_of_day and meeting.part_of_day and known.part_of_day != meeting.part_of_day:
        return True
    return bool(known.place and place and known.place not in place and place not in known.place)


def _shares_enough(
    known: _Known, meeting: MeetingRow, theirs: AbstractSet[int], ours: AbstractSet[int], place: str | None
) -> bool:
    shared = len(theirs & ours)
    if shared == 0 or 2 * shared < min(len(theirs), len(ours)):
        return False
    if shared > 1:
        return True
    # One person may be at two meetings on one day: then kind and place have to say that it is one.
    specific = known.kind == meeting.kind and meeting.kind != MeetingKind.MEETING
    return specific and place is not None and known.place == place


def refresh(connection: sqlite3.Connection, meeting: int) -> None:
    """Say of a meeting what its articles say together, the first that says anything; one without articles goes."""
    gone = connection.execute(
        "DELETE FROM meetings WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM meeting_articles WHERE meeting_id = ?1)",
        (meeting,),
    )
    if gone.rowcount:
        return
    connection.execute(
        """
        UPDATE meetings SET (name, kind, date, inferred_date, part_of_day, place_id) = (
            SELECT coalesce(max(s.title), meetings.name), max(s.kind), max(s.date),
                   CASE WHEN max(s.date) IS NULL THEN max(s.inferred_date) END, max(s.part_of_day), max(s.place_id)
            FROM (SELECT
                first_value(title) OVER (ORDER BY title IS NULL, article_id, number) AS title,
                first_value(kind) OVER (ORDER BY article_id, number) AS kind,
                first_value(date) OVER (ORDER BY date IS NULL, article_id, number) AS date,
                first_value(inferred_date) OVER (ORDER BY inferred_date IS NULL, article_id, number)
                    AS inferred_date,
                first_value(part_of_day) OVER (ORDER BY part_of_day IS NULL, article_id, number) AS part_of_day,
                first_value(place_id) OVER (ORDER BY place_id IS NULL, article_id, number) AS place_id
                FROM meeting_articles WHERE meeting_id = meetings.id) s
        ) WHERE id = ?
        """,
        (meeting,),
    )
