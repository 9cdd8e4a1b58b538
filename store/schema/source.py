"""Source tables: what was imported, as it came and as it is read."""

from __future__ import annotations

from typing import Final

SOURCE: Final = (
    # The body is the last column: a row of the timeline is read without touching the pages that hold it.
    """
    CREATE TABLE articles (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        title TEXT,
        lede TEXT,
        label TEXT GENERATED ALWAYS AS (coalesce(lede, title)) VIRTUAL,
        byline TEXT,
        section TEXT,
        published TEXT,
        published_text TEXT,
        digest TEXT NOT NULL,
        imported TEXT NOT NULL,
        boilerplate TEXT NOT NULL DEFAULT '[]',
        blocks TEXT NOT NULL DEFAULT '[]',
        body TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE article_versions (
        id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES articles(id) ON UPDATE CASCADE,
        digest TEXT NOT NULL UNIQUE,
        added TEXT NOT NULL,
        original BLOB NOT NULL,
        body TEXT
    ) STRICT
    """,
    "CREATE INDEX article_versions_article ON article_versions(article_id)",
    # What a version was packed with stays readable, whoever changes the body (store.versions).
    """
    CREATE TRIGGER articles_keep_body BEFORE UPDATE OF body ON articles WHEN new.body IS NOT old.body BEGIN
        UPDATE article_versions SET body = old.body WHERE article_id = old.id AND body IS NULL;
    END
    """,
    """
    CREATE TABLE sources (
        id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES articles(id) ON UPDATE CASCADE,
        version_id INTEGER NOT NULL REFERENCES article_versions(id),
        path TEXT NOT NULL UNIQUE,
        address TEXT,
        format TEXT NOT NULL,
        added TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX sources_article ON sources(article_id)",
    "CREATE INDEX sources_version ON sources(version_id)",
    """
    CREATE TABLE captions (
        article_id INTEGER NOT NULL REFERENCES articles(id) ON UPDATE CASCADE ON DELETE CASCADE,
        number INTEGER NOT NULL,
        text TEXT NOT NULL,
        credit TEXT,
        "start" INTEGER,
        "end" INTEGER,
        PRIMARY KEY (article_id, number)
    ) STRICT, WITHOUT ROWID
    """,
)
