"""How FTS5 writes the index: more of it at once, merged less often, a fifth less work; and terms of three words."""

# ruff: noqa: S608 - what is put into SQL here are constants of this module
from __future__ import annotations

from typing import Final

_MEMORY: Final = 32 * 1024 * 1024
"""Bytes of terms that are gathered before they are written; 1 MiB, FTS5's own, is a fifth of a batch."""

_SEGMENTS: Final = 8
"""Segments of one age that are merged into one; FTS5's own is 4. Each one is a look-up more for every term."""

BULK: Final = (
    "INSERT INTO articles_fts(articles_fts) VALUES ('delete-all')",
    "DELETE FROM articles_changed",
    "INSERT INTO articles_changed(id) SELECT id FROM articles",
    f"INSERT INTO articles_fts(articles_fts, rank) VALUES ('hashsize', {_MEMORY})",
    f"INSERT INTO articles_fts(articles_fts, rank) VALUES ('automerge', {_SEGMENTS})",
)
