"""User tables: what the reader wrote. They hold keys of articles, never ids (`store.schema`)."""

from __future__ import annotations

from typing import Final

USER: Final = (
    """
    CREATE TABLE tags (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        letter TEXT UNIQUE,
        colour TEXT,
        created TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE article_tags (
        article_key TEXT NOT NULL,
        tag_id INTEGER NOT NULL REFERENCES tags(id) ON DELETE CASCADE,
        created TEXT NOT NULL,
        PRIMARY KEY (article_key, tag_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX article_tags_tag ON article_tags(tag_id, article_key)",
    """
    CREATE TABLE annotations (
        id TEXT PRIMARY KEY,
        article_key TEXT NOT NULL,
        version_digest TEXT NOT NULL,
        part TEXT,
        "start" INTEGER,
        "end" INTEGER,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        created TEXT NOT NULL,
        modified TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX annotations_article ON annotations(article_key)",
    """
    CREATE TABLE marks (
        article_key TEXT PRIMARY KEY,
        created TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE reading (
        article_key TEXT PRIMARY KEY,
        read_at TEXT,
        stopped_at INTEGER NOT NULL DEFAULT 0,
        opened TEXT
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX reading_opened ON reading(opened)",
    # The images are the last column: an act on a hundred thousand articles has megabytes of them.
    """
    CREATE TABLE journal (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        act TEXT NOT NULL,
        label TEXT NOT NULL,
        undone_at TEXT,
        changes TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX journal_undone ON journal(undone_at) WHERE undone_at IS NOT NULL",
)
