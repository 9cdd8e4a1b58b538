"""An archive with a few invented articles, and the user's tables as values to compare."""

from __future__ import annotations

import hashlib
from pathlib import Path

from store import articles
from store.archive import Archive
from store.records import (
    Block,
    BlockKind,
    CleanArticle,
    Extraction,
    ImportedArticle,
    Outcome,
    SourceFile,
)

USER_TABLES = ("tags", "article_tags", "annotations", "marks", "reading")


def imported(path: str, title: str | None, body: str) -> ImportedArticle:
    """An article of plain paragraphs in which nothing was found."""
    blocks, start = [], 0
    for paragraph in body.split("\n\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(paragraph)))
        start += len(paragraph) + 2
    original = f"{title or ''}\n\n{body}"
    digest = hashlib.sha256(original.encode()).hexdigest()
    article = CleanArticle(title, None, None, None, None, body, tuple(blocks), (), ())
    return ImportedArticle(SourceFile(path, "text", digest), original, article, Extraction("test"))


def take_in(archive: Archive, path: str, title: str | None, body: str) -> str:
    """Import an article, or another version of it; give its key."""
    assert articles.add(archive, imported(path, title, body)) in (Outcome.NEW, Outcome.CHANGED)
    return articles.key_of(archive, articles.find(archive, path))


def user_layer(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the user's tables but the journal; what is no act (`reading.stopped_at`) is left out."""
    return {
        table: archive.rows(
            "SELECT article_key, read_at FROM reading WHERE read_at IS NOT NULL ORDER BY 1"
            if table == "reading"
            else f"SELECT * FROM {table} ORDER BY 1, 2"
        )
        for table in USER_TABLES
    }


def forget_everything(archive: Archive) -> None:
    with archive.transaction() as connection:
        for table in (*reversed(USER_TABLES), "journal"):
            connection.execute(f"DELETE FROM {table}")


def open_archive(folder: Path) -> Archive:
    return Archive.open(folder / "archive.db")
