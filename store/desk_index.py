"""Keeps in step what the index of the search has of the reader's own: tags, notes, marks, what was read.

These are terms of articles beside those of their texts, so that they are asked for together with words in one
look-up. FTS5 takes single terms of an article in and out, which costs an act nothing to speak of. What changed is
noticed by triggers (`store.schema.desk`); `Archive.transaction` calls `refresh` before it ends.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Final

from store.index_entry import desk_entry
from store.schema.desk import ON_DESK
from store.schema.one_index import PUT, TAKE

BATCH: Final = 5000
"""Articles that are read at once."""

_DESK: Final = """
    SELECT c.article_key, a.id, k.terms,
           (SELECT json_group_array(t.tag_id) FROM article_tags t WHERE t.article_key = c.article_key),
           (SELECT json_group_array(n.text) FROM annotations n WHERE n.article_key = c.article_key),
           (SELECT json_group_array(n.exact) FROM annotations n WHERE n.article_key = c.article_key),
           EXISTS (SELECT 1 FROM marks m WHERE m.article_key = c.article_key),
           EXISTS (SELECT 1 FROM reading r WHERE r.article_key = c.article_key AND r.read_at IS NOT NULL),
           (SELECT count(*) > 1 FROM sources s WHERE s.article_id = a.id)
    FROM ({keys}) c LEFT JOIN articles a ON a.key = c.article_key LEFT JOIN articles_desk k ON k.id = a.id
    ORDER BY a.id
"""
_CHANGED: Final = _DESK.format(keys="SELECT article_key FROM desk_changed LIMIT ?")
_INDEXED: Final = "SELECT a.key FROM articles_desk k JOIN articles a ON a.id = k.id"
_ALL: Final = _DESK.format(keys=" UNION ".join((ON_DESK, _INDEXED)))
_HAS: Final = "SELECT 1 FROM articles_fts WHERE articles_fts MATCH ? AND rowid = ?"
_STATES: Final = ("tagged", "noted", "marked", "read", "duplicate")


def waiting(connection: sqlite3.Connection) -> int:
    """Count the articles whose terms are perhaps not those of the desk any more."""
    (changed,) = connection.execute(
        "SELECT (SELECT count(*) FROM desk_changed) + (SELECT count(*) FROM desk_gone)"
    ).fetchone()
    return int(changed)


def refresh(connection: sqlite3.Connection) -> None:
    """Bring all that waits into step, within the transaction that is open."""
    while refresh_some(connection):
        pass


def refresh_some(connection: sqlite3.Connection) -> int:
    """Bring up to `BATCH` articles into step, and all that are gone; give how many that were."""
    gone = connection.execute("SELECT id, terms FROM desk_gone ORDER BY id").fetchall()
    if gone:  # first: the id may be that of another article by now
        connection.executemany(TAKE, gone)
        connection.execute("DELETE FROM desk_gone")
    rows = connection.execute(_CHANGED, (BATCH,)).fetchall()
    changed = []
    for _, article, had, *desk in rows:
        has = _entry(*desk)
        if article is not None and has != (had or ""):
            _replace(connection, article, set((had or "").split()), set(has.split()))
            changed.append((article, has))
    # after all that: other statements in between would have FTS5 write out each article alone
    connection.executemany("DELETE FROM desk_changed WHERE article_key = ?", [row[:1] for row in rows])
    connection.executemany(
        "INSERT INTO articles_desk(id, terms) VALUES (?, ?) ON CONFLICT DO UPDATE SET terms = excluded.terms",
        changed,
    )
    connection.executemany("DELETE FROM articles_desk WHERE id = ? AND terms = ''", [row[:1] for row in changed])
    return len(rows)


def _replace(connection: sqlite3.Connection, article: int, before: set[str], after: set[str]) -> None:
    if less := before - after:
        connection.execute(TAKE, (article, " ".join(less)))
    if more := after - before:
        connection.execute(PUT, (article, " ".join(more)))


def wrong(connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """Give the articles of which the index has something else of the reader's than there is, and what differs."""
    for _, article, had, *desk in connection.execute(_ALL):
        if article is None:
            continue
        should = set(_entry(*desk).split())
        there = {
            term
            for term in should | {f"__{state}" for state in _STATES}
            if connection.execute(_HAS, (f'"{term}"', article)).fetchone() is not None
        }
        if differing := (should ^ there) | (should ^ set((had or "").split())):
            yield article, " ".join(sorted(differing))


def _entry(tags: str, texts: str, passages: str, marked: int, read: int, copies: int) -> str:
    numbers, notes = json.loads(tags), json.loads(texts)
    states = zip(_STATES, (numbers, notes, marked, read, copies), strict=True)
    return desk_entry(numbers, [*notes, *json.loads(passages)], [state for state, has in states if has])
