"""The terms that the index of the search has."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

_READ: Final = "SELECT term FROM temp.articles_terms WHERE term >= ? AND term < ?"
_TABLE: Final = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.articles_terms USING fts5vocab('main', 'articles_fts', 'row')"
)
_LAST: Final = "\U0010ffff"


def terms(connection: sqlite3.Connection, start: str) -> Iterator[str]:
    """Give the terms that begin so. It takes as long as finding all articles that have one of them."""
    connection.execute(_TABLE)
    yield from (term for (term,) in connection.execute(_READ, (start, start + _LAST)))
