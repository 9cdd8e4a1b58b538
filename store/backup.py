"""Copies of the archive, made while it is in use."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from store.errors import ArchiveError, translating
from store.text import path_text

if TYPE_CHECKING:
    from store.archive import Archive

_PAGES: Final = 1024
"""Pages copied between two reports of progress."""

BESIDE: Final = ("-wal", "-shm", "-journal")
"""What a killed program leaves beside a database; SQLite would write the log of the old one into the new."""


def backup(
    archive: Archive,
    target: Path,
    *,
    overwrite: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Path:
    """Copy the whole archive to ``target`` (in a folder: under the archive's name); give where it went.

    The copy is whole or not there at all. ``progress`` gets pages done and pages in all.

    Raises:
        ArchiveError: the target is there already, or cannot be written.
    """
    target = Path(target).absolute()
    if target.is_dir():
        target = target / archive.path.name
    if target.exists() and not overwrite:
        raise ArchiveError(f"{path_text(target)} is there already.", "Name another file, or pass --overwrite.")
    if target.exists() and target.samefile(archive.path):
        raise ArchiveError("An archive cannot be backed up onto itself.", "Name another file.")
    with beside(target) as unfinished:
        with translating():
            copy_to(archive.connection, unfinished, progress)
        for ending in BESIDE:
            target.with_name(target.name + ending).unlink(missing_ok=True)
        unfinished.replace(target)
    return target


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Give a place beside ``target`` for what will be put there; nothing stays of what is not.

    Raises:
        ArchiveError: it cannot be written.
    """
    unfinished = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield unfinished
    except OSError as error:
        raise ArchiveError(
            f"{path_text(target)} cannot be written: {error.strerror or error}.", "Choose another place."
        ) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def kept_name(archive: Path, before: str) -> Path:
    """Name a copy that is kept beside an archive before something happens to it, with the time (UTC)."""
    return archive.with_name(f"{archive.name}.before-{before}-{datetime.now(UTC):%Y%m%d-%H%M%S}")


def copy_to(
    connection: sqlite3.Connection, target: Path, progress: Callable[[int, int], None] | None = None
) -> None:
    """Copy a database into one file, which is on the disk when this ends; ``progress`` as for `backup`."""
    with closing(sqlite3.connect(target)) as copy:

        def report(_status: int, remaining: int, total: int) -> None:
            if progress is not None:
                progress(total - remaining, total)

        connection.backup(copy, pages=_PAGES, progress=report)
        # One file that can be carried about: without this it would open with a log beside it.
        copy.execute("PRAGMA journal_mode = DELETE").fetchone()
    with target.open("rb+") as written:
        os.fsync(written.fileno())


def before_migration(archive: Archive, progress: Callable[[int, int], None] | None = None) -> Path:
    """Copy the archive beside itself before its schema changes, under a name with the time (UTC)."""
    return backup(archive, kept_name(archive.path, "migration"), overwrite=True, progress=progress)
