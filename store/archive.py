"""The archive: one SQLite file, opened with care."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self
from urllib.parse import quote

from store import matching, schema
from store.errors import (
    ArchiveError,
    ArchiveFull,
    GoneArchive,
    NewerArchive,
    NoArchive,
    NotAnArchive,
    NotFound,
    ReadOnlyArchive,
    UnfinishedArchive,
    translating,
)
from store.text import path_text

Progress = Callable[[int, int], None]
"""Gets how much is done, and of how much."""

BUSY_SECONDS: Final = 5.0
"""How long a writer waits for another writer."""

WRITER_CACHE: Final = 64 * 1024
"""KiB of pages that a writer keeps; the search indexes go to many places for every article."""

CACHED_STATEMENTS: Final = 256

PAGE_SIZE: Final = 2048
"""Bytes of a page. Articles have some thousand bytes, and leave half a page empty each, however large it is."""

_DESK_WAITS: Final = "SELECT 1 FROM desk_changed UNION ALL SELECT 1 FROM desk_gone LIMIT 1"

_NO_ROOM: Final = (
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_SHMOPEN,
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_TRUNCATE,
)


class Archive:
    """An open archive. One thread at a time may use it; `reader` gives another thread a connection of its own.

    ``connection`` is in autocommit mode with plain tuples as rows; write inside `transaction`. ``disk_full`` says
    why an archive that was to be written is open for reading only.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, *, read_only: bool, disk_full: bool = False
    ) -> None:
        self.path = path
        self.connection = connection
        self.read_only = read_only
        self.disk_full = disk_full
        self._file = _identity(path)
        self._depth = 0

    @classmethod
    def open(
        cls, path: Path, *, read_only: bool = False, making: bool = True, progress: Progress | None = None
    ) -> Self:
        """Open the archive at ``path`` and, unless ``read_only``, bring it up to date.

        One that is missing, or an empty file, is made into an archive where ``making`` and not ``read_only``.
        A file or folder that may not be written is opened for reading (`read_only` of the result says so), and so
        is an archive on a full disk. One with an older schema is backed up beside itself before it is changed.
        That, and bringing the index of the search up to date, may take long: ``progress`` gets what is done of how
        much, and what was done stays done when it is broken off.

        Raises:
            NoArchive: there is none, and none was to be made or could be.
            NotAnArchive: the file is something else, or empty.
            NewerArchive: a newer version of the program wrote it.
            UnfinishedArchive: an unfinished version of the program made it.
            ReadOnlyArchive: it is behind and may not be written.
            ArchiveBusy: another program held it for too long.
            ArchiveFull: it cannot be made, or is behind, and the disk is full.
        """
        path = Path(path).absolute()
        _refuse_what_is_no_file(path, making=making and not read_only)
        if not read_only and not _writable(path):
            if not path.exists():
                raise NoArchive(
                    f"{path_text(path)} cannot be made: its folder may not be written.",
                    "Choose another place with --archive.",
                )
            read_only = True
        with translating():
            if read_only:
                return cls._opened(path, _connect_for_reading(path), read_only=True)
            try:
                return cls._opened(path, _connect(path, "rwc"), read_only=False, progress=progress)
            except sqlite3.OperationalError as error:
                if not _says_full(error) or _is_empty(path):
                    raise
            return cls._opened(path, _connect_for_reading(path), read_only=True, disk_full=True)

    @classmethod
    def _opened(
        cls,
        path: Path,
        connection: sqlite3.Connection,
        *,
        read_only: bool,
        disk_full: bool = False,
        progress: Progress | None = None,
    ) -> Self:
        try:
            archive = cls(path, connection, read_only=read_only, disk_full=disk_full)
            archive._bring_up_to_date(progress)
        except BaseException:
            connection.close()
            raise
        return archive

    def _bring_up_to_date(self, progress: Progress | None) -> None:
        version = self._version()
        if version > schema.VERSION:
            raise NewerArchive(
                f"{path_text(self.path)} was written by a newer version of Bienban.",
                "Install the newer version to open it.",
            )
        if version and not self._made_by_a_finished_version():
            raise UnfinishedArchive(
                f"{path_text(self.path)} was made by an unfinished version of Bienban.",
                "Name another file with --archive, and import the articles again.",
            )
        if not self.read_only:
            self.connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")  # of a new archive; others keep theirs
            self.connection.execute("PRAGMA auto_vacuum = INCREMENTAL")  # the same; see `store.indexing.merge`
            self.connection.execute("PRAGMA journal_mode = WAL").fetchone()
            self.connection.execute(f"PRAGMA cache_size = {-WRITER_CACHE}")
        if version == schema.VERSION:
            self._settle(progress)
            return
        if self.disk_full:
            raise self._refusal()
        if self.read_only:
            raise ReadOnlyArchive(
                f"{path_text(self.path)} was written by an older version and may not be changed here.",
                "Open it once where it may be written, or work on a copy.",
            )
        if version:
            from store.backup import before_migration

            before_migration(self, progress)
        from store.migrations import migrate

        migrate(self.connection)
        self._settle(progress)

    def _settle(self, progress: Progress | None) -> None:
        """Bring the index of the search up to date with what others changed, or a new version wants otherwise."""
        if self.read_only or not (self.rows("SELECT 1 FROM articles_changed LIMIT 1") or self.rows(_DESK_WAITS)):
            return
        from store.indexing import settle

        settle(self, progress)

    def _version(self) -> int:
        """Give the version of the schema, 0 for a new file; raise `NotAnArchive` for the database of another."""
        application, version, tables = (
            self.connection.execute(sql).fetchone()[0]
            for sql in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_schema")
        )
        if application != schema.APPLICATION_ID and (application or version or tables):
            raise NotAnArchive(
                f"{path_text(self.path)} is a database, but not an archive of Bienban.",
                "Choose another file with --archive.",
            )
        return int(version)

    def _made_by_a_finished_version(self) -> bool:
        try:
            found = self.connection.execute("SELECT 1 FROM _sqlite_migrations WHERE name = ?", (schema.FIRST_NAME,))
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:  # that is: there is no such table
                raise
            return False
        return found.fetchone() is not None

    def _refuse_another_file(self) -> None:
        """Refuse to go on with a file that nobody finds any more: what is written into it is lost at the end."""
        present = _identity(self.path)
        if present is None:
            raise GoneArchive(
                f"{path_text(self.path)} is not there any more: it was deleted or moved while it was open.",
                "Put it back under its name, or quit and restore a backup.",
            )
        if present != self._file:
            raise GoneArchive(
                f"{path_text(self.path)} is another file now: it was replaced while it was open.",
                "Quit and open it again.",
            )

    def _refusal(self) -> ArchiveError:
        if self.disk_full:
            return ArchiveFull(
                f"The disk is full, so {path_text(self.path)} is open for reading only.",
                "Free some space and open it again.",
            )
        return ReadOnlyArchive(
            f"{path_text(self.path)} is open for reading only.",
            "Give yourself the right to write the file and its folder, or work on a copy.",
        )

    def reader(self) -> Archive:
        """Open a second connection that only reads, for another thread.

        Raises:
            ArchiveError: the file cannot be opened any more, or is not there.
        """
        self._refuse_another_file()
        with translating():
            return Archive(self.path, _connect_for_reading(self.path), read_only=True, disk_full=self.disk_full)

    def interrupt(self) -> None:
        """Stop what this connection is doing, from any thread; the doer gets `errors.Interrupted`."""
        self.connection.interrupt()

    def close(self) -> None:
        """Close the connection; closing twice is harmless."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def rows(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> list[Any]:
        """Run one statement and give all its rows, as tuples.

        Raises:
            ArchiveError: what a person can do something about, `Interrupted` among them.
            NotFound: a parameter is a number or a name that no archive can hold.
        """
        self._refuse_another_file()
        try:
            with translating():
                return self.connection.execute(sql, parameters).fetchall()
        except (UnicodeEncodeError, OverflowError) as error:
            raise NotFound("There is nothing of this name in the archive.") from error

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Read what is inside as of one moment, whatever another connection writes meanwhile.

        Raises:
            ArchiveError: as `rows` does.
        """
        connection = self.connection
        with translating():
            if connection.in_transaction:
                yield connection
                return
            self._refuse_another_file()
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def transaction(self, *, settling: bool = False) -> Iterator[sqlite3.Connection]:
        """Write all of what is inside or nothing. Nested ones are savepoints of the outermost.

        The index of the search follows the reader's tables within it, unless that is done anyway (``settling``).

        Raises:
            ArchiveError: what a person can do something about (read only, busy, disk full, file gone).
        """
        if self.read_only:
            raise self._refusal()
        self._refuse_another_file()
        depth, connection = self._depth, self.connection
        begin, commit, back = (
            ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
            if depth == 0
            else (f"SAVEPOINT s{depth}", f"RELEASE s{depth}", f"ROLLBACK TO s{depth}")
        )
        with translating():
            connection.execute(begin)
            self._depth += 1
            try:
                yield connection
                if depth == 0 and not settling and connection.execute(_DESK_WAITS).fetchone() is not None:
                    from store.desk_index import refresh

                    refresh(connection)
                self._refuse_another_file()  # an import may have been at it for a while
                connection.execute(commit)
            except BaseException:
                if connection.in_transaction:  # a full disk has rolled it back already
                    connection.execute(back)
                    if depth:
                        connection.execute(commit)
                raise
            finally:
                self._depth = depth


def locate(explicit: Path | None, environ: Mapping[str, str], cwd: Path) -> Path:
    """Say which archive is meant: the one named, ``BIENBAN_ARCHIVE``, ``archive.db`` here, else the user's own."""
    if explicit is not None:
        return cwd / explicit
    if named := environ.get("BIENBAN_ARCHIVE"):
        return cwd / os.path.expanduser(named)  # noqa: PTH111 - that of Path fails for an unknown user
    if (here := cwd / "archive.db").is_file():
        return here
    from platformdirs import user_data_path

    return user_data_path("bienban") / "archive.db"


def _refuse_what_is_no_file(path: Path, *, making: bool) -> None:
    shown = path_text(path)
    try:
        if path.is_dir():
            raise NotAnArchive(f"{shown} is a folder, not an archive.", "Name the file inside it.")
        if path.exists():
            if not os.access(path, os.R_OK):
                raise NoArchive(f"{shown} may not be read.", "Ask its owner for the right to read it.")
            if not making and _is_empty(path):
                raise NotAnArchive(f"{shown} is empty.", "Import some articles into it: bienban import FOLDER")
            return
        if not making:
            raise NoArchive(f"There is no archive at {shown}.", "Import some articles first: bienban import FOLDER")
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NoArchive(
            f"{shown} cannot be made or opened: {error.strerror or error}.", "Choose another place with --archive."
        ) from error


def _writable(path: Path) -> bool:
    """Say whether the file and its folder (which holds the write-ahead log) may be written."""
    target = path if path.exists() else path.parent
    return os.access(target, os.W_OK) and os.access(path.parent, os.W_OK)


def _is_empty(path: Path) -> bool:
    return path.is_file() and path.stat().st_size == 0


def _identity(path: Path) -> tuple[int, int] | None:
    """Tell which file has this name now, ``None`` for no file that can be reached."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _says_full(error: sqlite3.OperationalError) -> bool:
    """Tell whether not even what a log needs could be written: its index of 32 KiB is made when it is opened."""
    return error.sqlite_errorcode in _NO_ROOM or error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_FULL


def _connect_for_reading(path: Path) -> sqlite3.Connection:
    """Connect without writing anything; where even shared memory cannot be made, read the file as it lies there."""
    try:
        return _connect(path, "ro")
    except sqlite3.OperationalError as error:
        unwritable = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
        if not unwritable and not _says_full(error):
            raise
        return _connect(path, "ro&immutable=1")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"file:{quote(os.fsencode(path))}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=CACHED_STATEMENTS,
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(
            "SELECT count(*) FROM sqlite_schema"
        ).fetchone()  # where it cannot be read, that shows now
        connection.execute("PRAGMA synchronous = FULL")  # or a power cut takes back the notes of the last hours
        matching.register(connection)
    except BaseException:
        connection.close()
        raise
    return connection
