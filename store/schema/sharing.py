"""When the reader's own was last changed, field by field, so that two archives can be brought together.

What is still as it was made needs no row: its own stamp says when that was (`store.registers`).
"""

from __future__ import annotations

from typing import Final

SHARING: Final = (
    """
    CREATE TABLE user_changes (
        item TEXT NOT NULL,
        field TEXT NOT NULL,
        value TEXT,
        at TEXT NOT NULL,
        PRIMARY KEY (item, field)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE annotation_texts (
        annotation_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (annotation_id, kind, text)
    ) STRICT, WITHOUT ROWID
    """,
)
"""``user_changes`` holds registers: the last value of a field of an item, and when it was set.
``annotation_texts`` holds what a note said before: whoever still has that has not changed it, but is behind."""
