"""The one index of the search, and the triggers that notice what others change (`store.indexing`)."""

# ruff: noqa: S608 - what is put into SQL here are constants of this module
from __future__ import annotations

from typing import Final

SAID: Final = {
    "person": ("SELECT name AS text FROM article_people WHERE article_id = {id}",),
    "position": (
        "SELECT wording AS text FROM tenures WHERE article_id = {id} AND wording IS NOT NULL",
        "SELECT o.name AS text FROM tenures s JOIN positions o ON o.id = s.position_id WHERE s.article_id = {id}",
    ),
    "org": tuple(
        f"SELECT o.name AS text FROM {table} s JOIN organisations o ON o.id = s.organisation_id"
        " WHERE s.article_id = {id}"
        for table in ("mentions", "tenures")
    ),
    "place": tuple(
        f"SELECT o.name AS text FROM {table} s JOIN places o ON o.id = s.place_id WHERE s.article_id = {{id}}"
        for table in ("mentions", "tenures", "meeting_articles")
    ),
    "doc": (
        "SELECT wording AS text FROM citations WHERE article_id = {id}",
        "SELECT o.kind || ' ' || coalesce(o.number, '') || ' ' || coalesce(o.issuer, '') AS text"
        " FROM citations s JOIN documents o ON o.id = s.document_id WHERE s.article_id = {id}",
    ),
}
"""What each field of the query language says of an article ``{id}``, as ``text``: the article's own words alone."""

_FLAGS: Final = {
    "caption": "captions WHERE article_id = {id}",
    "meeting": "meeting_articles WHERE article_id = {id}",
    "inferred": "timeline WHERE article_id = {id} AND inferred",
}
PUT: Final = "INSERT INTO articles_fts(rowid, body) VALUES (?, CAST(? AS TEXT))"
"""Puts terms of an article into the index: all, or some beside those that it has."""

TAKE: Final = "INSERT INTO articles_fts(articles_fts, rowid, body) VALUES ('delete', ?, ?)"
"""Takes terms of an article out of the index, which has to have them."""

SAID_OF: Final = (
    "SELECT json_group_array(json_array(what, text)) FROM ("
    + " UNION ALL ".join(
        (
            *(f"SELECT '{field}' AS what, text FROM ({one})" for field, sqls in SAID.items() for one in sqls),
            *(f"SELECT '{flag}', NULL WHERE EXISTS (SELECT 1 FROM {rows})" for flag, rows in _FLAGS.items()),
        )
    )
    + ")"
)
"""SQL for all that the index has of an article ``{id}`` beside its text: JSON of fields and what they say."""

_OLD: Final = (
    "INSERT INTO articles_changed(id, title, body, said)"
    f" SELECT old.id, old.title, old.body, ({SAID_OF.format(id='old.id')})"
    " WHERE NOT EXISTS (SELECT 1 FROM articles_changed WHERE id = old.id);"
)
_NEW: Final = "INSERT INTO articles_changed(id) VALUES (new.id) ON CONFLICT DO NOTHING;"
_CHANGES: Final = (
    "UPDATE OF id, title, body ON articles"
    " WHEN old.id <> new.id OR old.title IS NOT new.title OR old.body <> new.body"
)

# FTS5 keeps no places of words (detail=none) and no lengths, and reads `articles` where a tool asks it for a text.
# `body` in articles_changed is NULL where the index has nothing of the article.
ONE_INDEX: Final = (
    "DROP TRIGGER articles_insert",
    "DROP TRIGGER articles_delete",
    "DROP TRIGGER articles_update",
    "DROP TABLE articles_fts",
    "DROP TABLE articles_words",
    "DROP TABLE articles_marked",
    """
    CREATE VIRTUAL TABLE articles_fts USING fts5(
        title, body, content="articles", content_rowid='id', detail=none, columnsize=0,
        tokenize="unicode61 remove_diacritics 0 tokenchars '_'"
    )
    """,
    "CREATE TABLE articles_changed (id INTEGER PRIMARY KEY, title TEXT, body TEXT, said TEXT) STRICT",
    f"CREATE TRIGGER articles_insert AFTER INSERT ON articles BEGIN {_NEW} END",
    # before it: the derived rows, which the index has something of, go and move with the article
    f"CREATE TRIGGER articles_delete BEFORE DELETE ON articles BEGIN {_OLD} END",
    f"CREATE TRIGGER articles_before_update BEFORE {_CHANGES} BEGIN {_OLD} END",
    f"CREATE TRIGGER articles_update AFTER {_CHANGES} BEGIN {_NEW} END",
    "INSERT INTO articles_changed(id) SELECT id FROM articles",
)
