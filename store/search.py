"""Answers to queries: the articles found, by time or by relevance, and where their words stand."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from store.lighting import context, highlights, sequences_of
from store.results import Results
from store.rows import rows_of
from store.search_sql import statement

if TYPE_CHECKING:
    from store.archive import Archive
    from store.query import Query

__all__ = ["Order", "Results", "context", "has_words", "highlights", "rows_of", "search"]


class Order(StrEnum):
    """In which order articles are given."""

    TIME = "time"
    RELEVANCE = "relevance"


def has_words(query: Query) -> bool:
    """Say whether a query asks for words that can be found in a text, and so for an order of relevance."""
    return any(sequences_of(query.root))


def search(archive: Archive, query: Query, order: Order = Order.TIME) -> Results:
    """Prepare the answer to a query; nothing is counted or read before it is asked for.

    By relevance (`store.ranking`) the best come first; a query without words is always in the order of time.

    Raises:
        Interrupted: `Archive.interrupt` was called; also from every method of the results.
    """
    with archive.snapshot() as connection:
        found = statement(connection, query.root)
    if order is Order.RELEVANCE and has_words(query):
        from store.ranking import Ranked

        return Ranked(archive, query, found)
    return Results(archive, query, found)
