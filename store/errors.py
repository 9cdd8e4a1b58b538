"""What can go wrong with an archive, worded for people: what is wrong, and what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


class ArchiveError(Exception):
    """Something is wrong with the archive; ``problem`` says what, ``advice`` what to do (it may be empty)."""

    def __init__(self, problem: str, advice: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.advice = advice


class NoArchive(ArchiveError):
    """There is no archive where one was looked for."""


class NotAnArchive(ArchiveError):
    """The file is no database, or a database of something else."""


class NewerArchive(ArchiveError):
    """The archive was written by a newer version of the program."""


class UnfinishedArchive(ArchiveError):
    """An unfinished version of the program made the archive, with tables that no finished one has."""


class GoneArchive(ArchiveError):
    """The file was deleted, moved or replaced while it was open."""


class ReadOnlyArchive(ArchiveError):
    """The archive can be read but not written."""


class ArchiveBusy(ArchiveError):
    """Another program has been writing to the archive for longer than we wait."""


class ArchiveFull(ArchiveError):
    """The disk is full; what was being written was taken back."""


class ArchiveDamaged(ArchiveError):
    """The file is damaged, or the disk does not deliver it."""


class Interrupted(ArchiveError):
    """The query was interrupted by `Archive.interrupt`, as asked."""


class NotFound(ArchiveError):
    """Nothing in the archive answers to the name that was given."""


_PRIMARY = 0xFF  # the low byte of an extended result code
_KINDS: dict[int, tuple[type[ArchiveError], str, str]] = {
    sqlite3.SQLITE_BUSY: (
        ArchiveBusy,
        "Another program is writing to the archive.",
        "Wait until it is done, or close it, and try again.",
    ),
    sqlite3.SQLITE_READONLY: (
        ReadOnlyArchive,
        "The archive cannot be written.",
        "Give yourself the right to write the file and its folder, or work on a copy.",
    ),
    sqlite3.SQLITE_FULL: (
        ArchiveFull,
        "The disk is full.",
        "Nothing was changed; free some space and try again.",
    ),
    sqlite3.SQLITE_IOERR: (
        ArchiveDamaged,
        "The disk did not read or write the archive.",
        "Check the disk and its free space, and make a backup.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        ArchiveDamaged,
        "The archive is damaged.",
        "Restore a backup; `bienban check` says what is wrong.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        NoArchive,
        "The archive cannot be opened.",
        "Check that the folder exists and that you may read it.",
    ),
    sqlite3.SQLITE_NOTADB: (
        NotAnArchive,
        "The file is not an archive.",
        "Choose another file with --archive.",
    ),
    sqlite3.SQLITE_INTERRUPT: (Interrupted, "The search was interrupted.", ""),
}
_KINDS[sqlite3.SQLITE_LOCKED] = _KINDS[sqlite3.SQLITE_PROTOCOL] = _KINDS[sqlite3.SQLITE_BUSY]
_KINDS[sqlite3.SQLITE_PERM] = _KINDS[sqlite3.SQLITE_CANTOPEN]


def translated(error: sqlite3.Error) -> ArchiveError | None:
    """Give the error for people that an error of SQLite means; ``None`` for one that only a bug makes."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    kind = _KINDS.get(code & _PRIMARY)
    return kind[0](kind[1], kind[2]) if kind else None


@contextmanager
def translating() -> Iterator[None]:
    """Raise errors of SQLite that a person can do something about as `ArchiveError`."""
    try:
        yield
    except sqlite3.Error as error:
        known = translated(error)
        if known is None:
            raise
        raise known from error
