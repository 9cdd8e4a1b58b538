"""Connections to the archive for a reader that never waits: one that writes, and as many that read as are busy.

A connection does one thing at a time and can be interrupted, so whatever shows rows while something else is being
searched has its own. The one that writes works in a thread of its own, first come, first served: an import that
holds the archive for a moment delays a tag, but not the hands.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from store.archive import Archive

T = TypeVar("T")


class Connections:
    """Hands out connections; everything is closed by `close`."""

    def __init__(self, archive: Archive, here: Archive | None = None) -> None:
        """Hand out connections to what ``archive`` is, ``here`` being one that is there already."""
        self._archive = archive
        self._idle: list[Archive] = []
        self._all: list[Archive] = []
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")
        self._reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")
        if here is not None:
            self._all.append(here)
        self.here = here or self.take()
        """For quick questions on the thread of the screen."""

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._archive.read_only

    def take(self) -> Archive:
        """Give a connection that reads and that nobody else uses; any thread may ask.

        Raises:
            ArchiveError: the archive cannot be opened any more.
        """
        try:
            return self._idle.pop()
        except IndexError:
            fresh = self._archive.reader()
            self._all.append(fresh)
            return fresh

    def give(self, connection: Archive) -> None:
        """Give a connection back that is not needed any more."""
        self._idle.append(connection)

    def write(self, job: Callable[[Archive], T]) -> Future[T]:
        """Have the writer do something, after what it was asked before."""
        return self._writer.submit(job, self._archive)

    def read(self, job: Callable[[Archive], T]) -> Future[T]:
        """Have something read beside the screen, after what was asked before."""

        def reading() -> T:
            connection = self.take()
            try:
                return job(connection)
            finally:
                self.give(connection)

        return self._reader.submit(reading)

    def close(self) -> None:
        """Let the writer finish, then close what was opened here; the archive itself stays with who opened it."""
        self._writer.shutdown(wait=True)
        self._reader.shutdown(wait=True, cancel_futures=True)
        for connection in self._all:
            connection.interrupt()
            connection.close()
