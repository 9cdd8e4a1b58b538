"""Rows of the timeline: what a list shows of each article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from store.article_view import tags_of
from store.records import TimelineRow

if TYPE_CHECKING:
    from store.archive import Archive

_ROW: Final = """
    SELECT t.article_id, a.key, a.label, a.lede IS NOT NULL, t.sort_date, t.inferred, t.part_of_day, t.meeting_id,
           (SELECT r.read_at IS NOT NULL FROM reading r WHERE r.article_key = a.key),
           EXISTS (SELECT 1 FROM marks m WHERE m.article_key = a.key),
           (SELECT count(*) FROM annotations n WHERE n.article_key = a.key),
           (SELECT count(*) FROM sources s WHERE s.article_id = a.id)
    FROM json_each(?) j JOIN timeline t ON t.article_id = j.value JOIN articles a ON a.id = t.article_id
    ORDER BY j.key
"""


def rows_of(archive: Archive, ids: list[int]) -> list[TimelineRow]:
    """Give the rows of the timeline for these articles, in this order; ids of none are left out."""
    with archive.snapshot() as connection:
        found: list[Any] = connection.execute(_ROW, (json.dumps(ids),)).fetchall()
        tags = tags_of(connection, [row[1] for row in found])
    return [
        TimelineRow(
            article_id=article_id,
            key=key,
            title=label,
            title_is_lede=bool(is_lede),
            sort_date=sort_date,
            inferred=bool(inferred),
            part_of_day=part_of_day,
            unread=not read,
            marked=bool(marked),
            tags=tags.get(key, ()),
            notes=notes,
            meeting_id=meeting,
            copies=copies,
        )
        for (
            article_id, key, label, is_lede, sort_date, inferred, part_of_day, meeting, read, marked, notes, copies
        ) in found
    ]  # fmt: skip
