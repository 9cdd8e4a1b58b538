"""Which articles a command is for: those that a query finds, or those that are named."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cli import messages

if TYPE_CHECKING:
    from store.archive import Archive


def keys_found(archive: Archive, text: str) -> list[str]:
    """Give the keys of the articles that a query finds, newest first; says what of it was not understood."""
    from store.query import parse
    from store.search import search

    query = parse(text, complete=True)
    if query.problem:
        messages.say(query.problem)
    return search(archive, query).keys()


def article_named(archive: Archive, reference: str) -> int:
    """Give the id of the article that is named by the beginning of its key or by a path, absolute or not.

    Raises:
        NotFound: there is no such article, or more than one.
    """
    from store import articles
    from store.errors import NotFound

    try:
        return articles.find(archive, reference)
    except NotFound:
        path = os.path.abspath(reference)  # noqa: PTH100 - links stay as the user named them
        if path == reference:
            raise
        try:
            return articles.find(archive, path)
        except NotFound:
            pass
        raise


def keys_named(archive: Archive, references: Sequence[str]) -> list[str]:
    """Give the keys of the articles that are named, each once, in their order.

    Raises:
        NotFound: there is no such article, or more than one.
    """
    from store import articles

    keys = [articles.key_of(archive, article_named(archive, reference)) for reference in references]
    return list(dict.fromkeys(keys))
