"""Answers to queries: the articles found, newest first, and where their words stand."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from store.article_view import tags_of
from store.matching import Token, occurrences
from store.query import And, Field, FieldName, Node, Or, Query, Words
from store.records import Span, TimelineRow
from store.search_sql import Statement, statement
from store.timeline import lowest_of_month, month_of

if TYPE_CHECKING:
    from store.archive import Archive

FIRST_ROWS: Final = 256
"""Asked for as long as only the first rows are wanted; after that all ids are kept (8 bytes an article)."""


def search(archive: Archive, query: Query) -> Results:
    """Prepare the answer to a query; nothing is counted or read before it is asked for.

    Raises:
        Interrupted: `Archive.interrupt` was called; also from every method of the results.
    """
    with archive.snapshot() as connection:
        return Results(archive, query, statement(connection, query.root))


class Results:
    """The articles that a query finds, newest first: those without a year, then those without any date, come last.

    What was found stays as it was when it was first asked for, also while articles are imported.
    """

    def __init__(self, archive: Archive, query: Query, found: Statement) -> None:
        self.query = query
        self._archive = archive
        self._statement = found
        self._ids: array[int] | None = None
        self._groups: tuple[tuple[str | None, int], ...] | None = None

    @property
    def count(self) -> int:
        """How many articles there are, exactly."""
        return len(self._all())

    @property
    def groups(self) -> tuple[tuple[str | None, int], ...]:
        """The months in the order of the rows, each with its count: ``2021-12``; ``XXXX``: no year known;
        ``None``: no date at all."""
        if self._groups is None:
            self._groups = tuple(_months(self._all()))
        return self._groups

    def rows(self, first: int, size: int) -> list[TimelineRow]:
        """Give up to ``size`` rows from ``first`` on."""
        return rows_of(self._archive, self._slice(first, size))

    def index_of(self, key: str) -> int | None:
        """Tell where the article with this key stands; ``None`` when it is not found."""
        rows = self._archive.rows("SELECT id FROM articles WHERE key = ?", (key,))
        return _position(self._all(), rows[0][0]) if rows else None

    def keys(self) -> list[str]:
        """Give the keys of all articles found, in their order."""
        return [
            key
            for (key,) in self._archive.rows(
                "SELECT a.key FROM json_each(?) j JOIN articles a ON a.id = j.value ORDER BY j.key",
                (json.dumps(list(self._all())),),
            )
        ]

    def ids(self) -> array[int]:
        """Give the ids of all articles found, in their order."""
        return self._all()

    def _slice(self, first: int, size: int) -> list[int]:
        if self._ids is None and first + size <= FIRST_ROWS:
            rows = self._archive.rows(
                f"{self._statement.sql} LIMIT ? OFFSET ?", (*self._statement.parameters, size, first)
            )
            return [row[0] for row in rows]
        return self._all()[first : first + size].tolist()

    def _all(self) -> array[int]:
        if self._ids is None:
            with self._archive.snapshot() as connection:
                cursor = connection.execute(self._statement.sql, self._statement.parameters)
                self._ids = array("q", (row[0] for row in cursor))
        return self._ids


def _position(ids: array[int], wanted: int) -> int | None:
    """Find an id in falling ids."""
    at = bisect_left(ids, -wanted, key=lambda number: -number)
    return at if at < len(ids) and ids[at] == wanted else None


def _months(ids: array[int]) -> Iterator[tuple[str | None, int]]:
    """Count by month, a step for each month that there is: ids tell the day."""
    at = 0
    while at < len(ids):
        after = bisect_right(ids, -lowest_of_month(ids[at]), lo=at, key=lambda number: -number)
        yield month_of(ids[at]), after - at
        at = after


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


_LIT_FIELDS: Final = frozenset(FieldName) - {FieldName.TAG, FieldName.NOTE, FieldName.SOURCE}


def highlights(query: Query, text: str) -> tuple[Span, ...]:
    """Give where a text (a headline or a body) has what was asked for, in order and apart from each other.

    The spans are in code points of ``text``; their part says nothing. What the query excludes is not lit.
    """
    found = sorted({place for sequence in _asked(query.root) for place in occurrences(sequence, text)})
    joined: list[Span] = []
    for start, end in found:
        if joined and start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Span(start, end))
    return tuple(joined)


def _asked(node: Node | None) -> Iterator[tuple[Token, ...]]:
    if isinstance(node, Words) or (isinstance(node, Field) and node.name in _LIT_FIELDS):
        yield node.sequence
    elif isinstance(node, And | Or):
        for part in node.nodes:
            yield from _asked(part)
