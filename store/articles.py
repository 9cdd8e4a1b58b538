"""Articles in the archive: taking them in, finding and reading them.

What writes them is imported when something is written: the first screen of the reader does without.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from store.article_view import read
from store.errors import NotFound
from store.labels import KEY_LENGTH, lede, stored_path
from store.text import one_line
from store.versions import unpack

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from store.archive import Archive
    from store.preparing import Prepared
    from store.records import ImportedArticle, Outcome


def add(archive: Archive, imported: ImportedArticle) -> Outcome:
    """Take one article in; see `add_all`."""
    return add_all(archive, [imported])[0]


def add_all(archive: Archive, batch: Sequence[ImportedArticle]) -> list[Outcome]:
    """Take articles in, all or none, and say of each in its place what became of it.

    What is there already is left alone: nothing at all is written for it.

    Raises:
        ArchiveError: it cannot be written (read only, busy, disk full); nothing of the batch is kept.
    """
    return add_prepared(archive, list(map(prepare, batch)))


def prepare(imported: ImportedArticle) -> Prepared:
    """Work out all that is written of an article; any process may do that, and hand it over for `add_prepared`."""
    from store import preparing

    return preparing.prepare(imported)


def add_prepared(archive: Archive, batch: Sequence[Prepared]) -> list[Outcome]:
    """Take articles in that `prepare` has prepared, as `add_all` does.

    Raises:
        ArchiveError: it cannot be written (read only, busy, disk full); nothing of the batch is kept.
    """
    from store.intake import take_in

    return take_in(archive, batch)


def many(archive: Archive) -> AbstractContextManager[None]:
    """Take many articles in, in batches, inside of this: the archive is written for speed."""
    from store import intake

    return intake.many(archive)


def find(archive: Archive, reference: str) -> int:
    """Give the id of the article that is meant by its id, its key (or the beginning of one) or its path.

    Raises:
        NotFound: there is none, or the beginning of a key fits several.
    """
    shown = one_line(reference, 80)
    rows = archive.rows("SELECT article_id FROM sources WHERE path = ?", (stored_path(reference),))
    if not rows and re.fullmatch(r"[0-9]{1,18}", reference):
        rows = archive.rows("SELECT id FROM articles WHERE id = ?", (int(reference),))
    if not rows and re.fullmatch(r"[0-9a-f]{4,64}", reference):
        start = reference[:KEY_LENGTH]
        rows = archive.rows("SELECT id FROM articles WHERE key >= ? AND key < ? LIMIT 2", (start, start + "g"))
        if len(rows) > 1:
            raise NotFound(f"{shown} is the beginning of several keys.", "Give more of it.")
    if not rows:
        raise NotFound(f"There is no article {shown}.", "Name it by its key, its id or the path of its file.")
    return int(rows[0][0])


def id_of(archive: Archive, key: str) -> int | None:
    """Give the present id of the article with this key."""
    rows = archive.rows("SELECT id FROM articles WHERE key = ?", (key,))
    return rows[0][0] if rows else None


def ids_of(archive: Archive, keys: Iterable[str]) -> dict[str, int]:
    """Give the present ids of articles by key; keys of none are left out."""
    rows = archive.rows(
        "SELECT key, id FROM articles WHERE key IN (SELECT value FROM json_each(?))", (json.dumps(list(keys)),)
    )
    return dict(rows)


def key_of(archive: Archive, article_id: int) -> str:
    """Give the key of the article with this id.

    Raises:
        NotFound: there is none.
    """
    rows = archive.rows("SELECT key FROM articles WHERE id = ?", (article_id,))
    if not rows:
        raise NotFound(f"There is no article {article_id}.")
    return str(rows[0][0])


def original(archive: Archive, article_id: int) -> str:
    """Give the present version of an article as it came, before any cleaning but of line ends and encoding.

    Raises:
        NotFound: there is no such article.
        ArchiveDamaged: its text as it came cannot be read any more.
    """
    rows = archive.rows(
        "SELECT v.original, coalesce(v.title, a.title), coalesce(v.body, a.body) FROM articles a"
        " JOIN article_versions v ON v.article_id = a.id AND v.digest = a.digest WHERE a.id = ?",
        (article_id,),
    )
    if not rows:
        raise NotFound(f"There is no article {article_id}.")
    return unpack(*rows[0])


def count(archive: Archive) -> int:
    """Give the number of articles."""
    return int(archive.rows("SELECT count(*) FROM timeline")[0][0])


__all__ = [
    "add",
    "add_all",
    "add_prepared",
    "count",
    "find",
    "id_of",
    "ids_of",
    "key_of",
    "lede",
    "many",
    "original",
    "prepare",
    "read",
]
