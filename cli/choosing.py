"""Which articles a command is for: those that a query finds, or those that are named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cli import messages

if TYPE_CHECKING:
    from store.archive import Archive


def keys_found(archive: Archive, text: str) -> list[str]:
    """Give the keys of the articles that a query finds, newest first; says what of it was not understood."""
    from store.query import parse
    from store.search import search

    query = parse(text)
    if query.problem:
        messages.say(query.problem)
    return search(archive, query).keys()


def keys_named(archive: Archive, references: Sequence[str]) -> list[str]:
    """Give the keys of articles that are named by the beginning of a key or by a path, in their order.

    Raises:
        ArchiveError: there is no such article, or more than one.
    """
    from store import articles

    return [articles.read(archive, articles.find(archive, reference)).key for reference in references]
