"""Putting a copy of the archive in the place of the archive; what was there is kept beside it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Final
from urllib.parse import quote

from store import schema
from store.backup import BESIDE, beside, copy_to, kept_name
from store.errors import (
    ArchiveBusy,
    ArchiveDamaged,
    ArchiveError,
    NewerArchive,
    NoArchive,
    NotAnArchive,
    translating,
)
from store.text import path_text

_HEADER: Final = b"SQLite format 3\0"

_WAIT: Final = 1.0
"""Seconds to wait for another program that may be about to close the archive."""


def restore(copy: Path, archive: Path, progress: Callable[[int, int], None] | None = None) -> Path | None:
    """Put ``copy``, which stays as it is, where ``archive`` is; give where what was there is kept, if anything was.

    The copy is read from end to end first. One of an older schema is brought up to date when it is next opened.
    There is an archive under the name at every moment: the old one, or the new one whole. ``progress`` gets
    pages done and pages in all.

    Raises:
        NoArchive, NotAnArchive, NewerArchive, ArchiveDamaged: the copy cannot be the archive.
        ArchiveBusy: the archive is open in another program.
        ArchiveError: the archive cannot be written.
    """
    copy, archive = copy.absolute(), archive.absolute()
    if archive.exists() and copy.exists() and copy.samefile(archive):
        raise ArchiveError("An archive cannot be restored from itself.", "Name a copy of it.")
    with beside(archive) as unfinished:
        with translating(), closing(_connect(copy)) as source:
            _refuse_what_is_none(source, copy)
            copy_to(source, unfinished, progress)
        kept = _keep(archive) if os.path.lexists(archive) else None
        unfinished.replace(archive)
    return kept


def _connect(copy: Path) -> sqlite3.Connection:
    if not copy.is_file():
        raise NoArchive(f"There is no file {path_text(copy)}.", "Name a copy that `bienban backup` has made.")
    address = f"file:{quote(os.fsencode(copy))}?mode=ro"
    # a copy in a folder that may not be written, on a disk that is read only
    return sqlite3.connect(address if os.access(copy.parent, os.W_OK) else f"{address}&immutable=1", uri=True)


def _refuse_what_is_none(source: sqlite3.Connection, copy: Path) -> None:
    shown = path_text(copy)
    try:
        (application,) = source.execute("PRAGMA application_id").fetchone()
        (version,) = source.execute("PRAGMA user_version").fetchone()
        found = [said for (said,) in source.execute("PRAGMA quick_check(1)")]
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_NOTADB:
            raise NotAnArchive(f"{shown} is not an archive of Bienban.", "Name another copy.") from error
        raise
    if application != schema.APPLICATION_ID:
        raise NotAnArchive(f"{shown} is not an archive of Bienban.", "Name another copy.")
    if version > schema.VERSION:
        raise NewerArchive(f"{shown} was written by a newer version of Bienban.", "Use that version to restore it.")
    if found != ["ok"]:
        raise ArchiveDamaged(f"{shown} is damaged.", "Name another copy.")


def _keep(archive: Path) -> Path:
    """Give the archive a second name with the time (UTC), with all that belongs to it in the one file."""
    kept = _free(kept_name(archive, "restore"))
    if not _brought_together(archive):
        for ending in BESIDE:  # it is damaged: its log stays with it, for whoever can read it
            with suppress(FileNotFoundError):
                archive.with_name(archive.name + ending).rename(kept.with_name(kept.name + ending))
    try:
        os.link(archive, kept)
    except OSError:  # a file system without links
        archive.rename(kept)
    return kept


def _free(path: Path) -> Path:
    names = (path, *(path.with_name(f"{path.name}-{number}") for number in range(2, 1000)))
    return next(name for name in names if not os.path.lexists(name))


def _brought_together(archive: Path) -> bool:
    """Write the log of the archive into it; tell whether that could be done. Refuse while others have it open."""
    with archive.open("rb") as file:
        if file.read(len(_HEADER)) != _HEADER:
            return False  # SQLite would throw its log away
    try:
        with closing(sqlite3.connect(archive, timeout=_WAIT)) as connection:
            # Only the last connection may leave the log behind.
            connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise ArchiveBusy(
                f"{path_text(archive)} is open in another program.", "Close the reader and try again."
            ) from error
        return False
    return True
