"""What the user has read, where each article was left, and which was the last.

The journal is imported when something is written: the first screen of the reader does without.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.archive import Archive


def set_read(archive: Archive, keys: Iterable[str], read: bool, *, automatic: bool = False) -> int:
    """Count articles as read or unread; return how many were not so before.

    ``automatic`` says that it happened by the way, by opening an article: then undoing passes over it.
    """
    from store.journal import ActKind, act

    kind = ActKind.OPEN if automatic else ActKind.READ if read else ActKind.UNREAD
    with act(archive, kind) as doing:
        changed = 0
        for key in dict.fromkeys(keys):
            rows = archive.rows("SELECT 1 FROM reading WHERE article_key = ? AND read_at IS NOT NULL", (key,))
            if bool(rows) is not read:
                doing.put("reading", (key,), {"read_at": doing.at} if read else None)
                changed += 1
        doing.details["articles"] = changed
    return changed


def stop_at(archive: Archive, key: str, offset: int) -> None:
    """Remember where in the body (code points) the reader stopped, and that this article was the last one open.

    That is no act: undoing leaves it alone.
    """
    from store.journal import now

    with archive.transaction() as connection:
        connection.execute(
            "INSERT INTO reading(article_key, stopped_at, opened) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET stopped_at = excluded.stopped_at, opened = excluded.opened",
            (key, max(offset, 0), now()),
        )


def last_article(archive: Archive) -> str | None:
    """Return the key of the article that was open last and is in this archive."""
    rows = archive.rows(
        "SELECT r.article_key FROM reading r JOIN articles a ON a.key = r.article_key"
        " WHERE r.opened IS NOT NULL ORDER BY r.opened DESC LIMIT 1"
    )
    return rows[0][0] if rows else None
