"""Keeps the index of the search in step with the articles; `store.index_entry` says what is in it.

The program puts every article into the index, and takes it out, in the transaction that changes it. What others
change is noticed by triggers, which keep the text that the index still has (`articles_changed`); it is made good
the next time the archive is opened for writing.
"""

# ruff: noqa: S608 - what is put into SQL here are constants of this module
from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from store.index_entry import entry
from store.schema.desk import FILL_DESK
from store.schema.one_index import PUT, SAID_OF, TAKE

if TYPE_CHECKING:
    from store.archive import Archive

BATCH: Final = 500
"""Articles that are indexed by one transaction when there are many."""

_TEXTS: Final = f"SELECT title, body, ({SAID_OF.format(id='?1')}) FROM articles WHERE id = ?1"


def put_in(
    connection: sqlite3.Connection, articles: Iterable[int], known: Mapping[int, bytes] | None = None
) -> None:
    """Index articles as they are now, those that are still there; what the index has of them goes first.

    ``known`` are the entries (UTF-8) of those of which somebody has made it already, and made it right.
    """
    _put(connection, sorted(set(articles)), known or {})
    connection.execute("DELETE FROM articles_changed WHERE body IS NULL AND id NOT IN (SELECT id FROM articles)")


def _put(connection: sqlite3.Connection, ids: Sequence[int], known: Mapping[int, bytes]) -> None:
    """Index articles in rising order of ids, which FTS5 takes dozens of times as fast.

    Nothing here may look through all that waits: that may be a million articles, in thousands of batches.
    """
    these = json.dumps(ids)
    for number, *was in connection.execute(
        "SELECT id, title, body, said FROM articles_changed"
        " WHERE id IN (SELECT value FROM json_each(?)) AND body IS NOT NULL ORDER BY id",
        (these,),
    ).fetchall():
        connection.execute(TAKE, (number, _entry(*was)))
    connection.executemany(PUT, _entries(connection, ids, known))
    connection.execute("DELETE FROM articles_changed WHERE id IN (SELECT value FROM json_each(?))", (these,))


def take_out(connection: sqlite3.Connection, article: int) -> None:
    """Take an article out of the index, before anything of it is changed; it waits to be put in again."""
    changed = connection.execute(
        "SELECT title, body, said FROM articles_changed WHERE id = ?", (article,)
    ).fetchone()
    if changed is None:
        changed = connection.execute(_TEXTS, (article,)).fetchone()
    if changed is not None and changed[1] is not None:
        connection.execute(TAKE, (article, _entry(*changed)))
    connection.execute(
        "INSERT INTO articles_changed(id) VALUES (?)"
        " ON CONFLICT DO UPDATE SET title = NULL, body = NULL, said = NULL",
        (article,),
    )


def settle(archive: Archive, progress: Callable[[int, int], None] | None = None) -> None:
    """Index what was changed by others; ``progress`` gets articles done and articles in all.

    Where what the index has of an article is not known any more, because that too was changed, all of it is made
    anew.

    Raises:
        ArchiveError: the archive cannot be written.
    """
    from store.errors import ArchiveDamaged

    try:
        _settle(archive, progress)
    except ArchiveDamaged:
        _begin_anew(archive)
        _settle(archive, progress)


def _settle(archive: Archive, progress: Callable[[int, int], None] | None) -> None:
    from store import desk_index

    [(total,)] = archive.rows("SELECT count(*) FROM articles_changed")
    total += desk_index.waiting(archive.connection)
    done = 0
    while desk_index.waiting(archive.connection):  # few terms each, and soon done
        with archive.transaction(settling=True) as connection:
            done += desk_index.refresh_some(connection)
        if progress is not None:
            progress(done, total)
    while waiting := archive.rows("SELECT id FROM articles_changed ORDER BY id LIMIT ?", (BATCH,)):
        with archive.transaction() as connection:
            _put(connection, [number for (number,) in waiting], {})
        done += len(waiting)
        if progress is not None:
            progress(done, total)


def rebuild(archive: Archive, progress: Callable[[int, int], None] | None = None) -> None:
    """Make the index, and the counts of the days, anew; going on after an interruption needs nothing but opening.

    Raises:
        ArchiveError: the archive cannot be written.
    """
    from store.schema.days import FILL

    _begin_anew(archive, FILL)
    settle(archive, progress)
    _in_one_piece(archive)


def _begin_anew(archive: Archive, first: Sequence[str] = ()) -> None:
    with archive.transaction(settling=True) as connection:
        for statement in (*first, *EMPTY):
            connection.execute(statement)


def merge(archive: Archive, added: int) -> None:
    """Write the index in one piece, a third smaller, after so many articles were added that it is worth its time.

    The room that this leaves free in the file is given back, a piece at a time, so that nobody waits long for it.

    Raises:
        ArchiveError: the archive cannot be written.
    """
    [(articles,)] = archive.rows("SELECT coalesce(sum(articles), 0) FROM articles_days")
    if added >= max(_WORTH_MERGING, articles * _SHARE_WORTH_MERGING):
        _in_one_piece(archive)


def _in_one_piece(archive: Archive) -> None:
    """Merge the index step by step, so that one can break it off; SQLite's manual of FTS5 has the numbers."""
    pages, changed = -_PAGES_AT_ONCE, _LEAST_MERGED
    while changed >= _LEAST_MERGED:
        with archive.transaction() as connection:
            before = connection.total_changes
            connection.execute("INSERT INTO articles_fts(articles_fts, rank) VALUES ('merge', ?)", (pages,))
            changed = connection.total_changes - before
        pages = _PAGES_AT_ONCE
    while _free_pages(archive):
        archive.rows(f"PRAGMA incremental_vacuum({_PAGES_AT_ONCE})")


def _free_pages(archive: Archive) -> int:
    """Count the free pages that can be given back: none in archives that were not made for it."""
    [(gives_back,)] = archive.rows("PRAGMA auto_vacuum")
    [(free,)] = archive.rows("PRAGMA freelist_count")
    return int(free) if gives_back else 0


_PAGES_AT_ONCE: Final = 2_000
_LEAST_MERGED: Final = 2
"""Rows that are changed by a step which merges anything."""

_WORTH_MERGING: Final = 1000
_SHARE_WORTH_MERGING: Final = 0.1

EMPTY: Final = (
    "INSERT INTO articles_fts(articles_fts) VALUES ('delete-all')",
    "DELETE FROM articles_changed",
    "INSERT INTO articles_changed(id) SELECT id FROM articles",
    *FILL_DESK,
)
"""Empties the index, so that all articles wait to be put in."""


def _entries(
    connection: sqlite3.Connection, ids: Iterable[int], known: Mapping[int, bytes]
) -> Iterator[tuple[int, bytes | str]]:
    for number in ids:
        if (made := known.get(number)) is not None:
            yield number, made
            continue
        for texts in connection.execute(_TEXTS, (number,)).fetchall():
            yield number, _entry(*texts)


def _entry(title: str | None, body: str, said: str) -> str:
    fields: defaultdict[str, list[str]] = defaultdict(list)
    flags = {"title"} if title else set()
    for what, text in json.loads(said):
        flags.add(what)
        if text is not None:
            fields[what].append(text)
    return entry(title, body, fields, flags)
