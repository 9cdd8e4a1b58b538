"""What the index of the search has of the reader's own: tags, notes, marks, what was read (`store.desk_index`).

Triggers notice every change of user tables, whoever makes it, so that no act has to know of the index.
"""

# ruff: noqa: S608 - what is put into SQL here are constants of this module
from __future__ import annotations

from typing import Final

_NOTE: Final = "INSERT INTO desk_changed(article_key) VALUES ({key}) ON CONFLICT DO NOTHING;"
_OWNED: Final = ("article_tags", "annotations", "marks", "reading")


def _noticing(table: str, changes: str, *, when: str = "1") -> tuple[str, ...]:
    """Triggers that notice rows of a user table that come, go, or change in some columns."""
    old, new = (_NOTE.format(key=f"{row}.article_key") for row in ("old", "new"))
    return (
        f"CREATE TRIGGER {table}_desk_insert AFTER INSERT ON {table} WHEN {when.format(row='new')} BEGIN {new} END",
        f"CREATE TRIGGER {table}_desk_delete AFTER DELETE ON {table} WHEN {when.format(row='old')} BEGIN {old} END",
        f"CREATE TRIGGER {table}_desk_update AFTER UPDATE OF {changes} ON {table} BEGIN {old} {new} END",
    )


_KEY_OF: Final = (
    "INSERT INTO desk_changed(article_key) SELECT key FROM articles WHERE id = {row}.article_id"
    " ON CONFLICT DO NOTHING;"
)
_ANOTHER: Final = "EXISTS (SELECT 1 FROM sources WHERE article_id = {row}.article_id AND id <> {row}.id)"
_HAS_DESK: Final = " OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE article_key = new.key)" for table in _OWNED)
_GONE: Final = (
    "INSERT INTO desk_gone(id, terms) SELECT id, terms FROM articles_desk WHERE id = old.id;"
    " DELETE FROM articles_desk WHERE id = old.id;"
)

ON_DESK: Final = (
    " UNION ".join(f"SELECT article_key FROM {table}" for table in _OWNED)
    + " UNION SELECT key FROM articles WHERE id IN"
    " (SELECT article_id FROM sources GROUP BY article_id HAVING count(*) > 1)"
)
"""SQL for the keys of all articles of which the index may have something of the reader's."""

FILL_DESK: Final = (
    "DELETE FROM articles_desk",
    "DELETE FROM desk_gone",
    f"INSERT INTO desk_changed(article_key) SELECT article_key FROM ({ON_DESK}) WHERE 1 ON CONFLICT DO NOTHING",
)
"""Lets all that is on the desk wait for an index that was emptied."""

LONG_INTERVAL: Final = (
    "last_day IS NOT NULL AND article_id >= 2147483648"
    " AND julianday(last_day) - julianday('1900-01-01') - ((article_id - 2147483648) >> 16) > 366"
)
"""SQL for the dates that mean more days than a year has."""

# articles_desk: what the index has of the reader's, by the id of the article; desk_gone: what it has of ids that
# are no more; desk_changed: articles of which it may have something else than there is now.
DESK: Final = (
    "CREATE TABLE articles_desk (id INTEGER PRIMARY KEY, terms TEXT NOT NULL) STRICT",
    "CREATE TABLE desk_gone (id INTEGER NOT NULL, terms TEXT NOT NULL) STRICT",
    "CREATE TABLE desk_changed (article_key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    *_noticing("article_tags", "article_key, tag_id"),
    *_noticing("annotations", "article_key, text, exact"),
    *_noticing("marks", "article_key"),
    *_noticing("reading", "article_key, read_at", when="{row}.read_at IS NOT NULL"),
    f"CREATE TRIGGER sources_desk_insert AFTER INSERT ON sources WHEN {_ANOTHER.format(row='new')}"
    f" BEGIN {_KEY_OF.format(row='new')} END",
    f"CREATE TRIGGER sources_desk_delete AFTER DELETE ON sources BEGIN {_KEY_OF.format(row='old')} END",
    "CREATE TRIGGER sources_desk_update AFTER UPDATE OF article_id ON sources WHEN old.article_id <> new.article_id"
    f" BEGIN {_KEY_OF.format(row='old')} {_KEY_OF.format(row='new')} END",
    # the desk may be there before the article: that of another computer, or of an article that was deleted
    f"CREATE TRIGGER articles_desk_insert AFTER INSERT ON articles WHEN {_HAS_DESK}"
    f" BEGIN {_NOTE.format(key='new.key')} END",
    f"CREATE TRIGGER articles_desk_delete AFTER DELETE ON articles BEGIN {_GONE} END",
    "CREATE TRIGGER articles_desk_update AFTER UPDATE OF id, key ON articles"
    " WHEN old.id <> new.id OR old.key <> new.key"
    f" BEGIN {_GONE} {_NOTE.format(key='new.key')} END",
    # for intervals that reach into a range of days from before it
    "DROP INDEX timeline_last_day",
    "CREATE INDEX timeline_intervals ON timeline(article_id, last_day) WHERE last_day IS NOT NULL",
    f"CREATE INDEX timeline_long ON timeline(article_id, last_day) WHERE {LONG_INTERVAL}",
    # the terms of three words and of long names
    "INSERT INTO articles_fts(articles_fts) VALUES ('delete-all')",
    "DELETE FROM articles_changed",
    "INSERT INTO articles_changed(id) SELECT id FROM articles",
    *FILL_DESK,
)
