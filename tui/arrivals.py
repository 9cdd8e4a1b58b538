"""What another program imports while the reader is open: the totals are taken anew, and the timeline shows it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from store.counts import Counts, change_number, counts
from store.errors import ArchiveError

if TYPE_CHECKING:
    from tui.screens.filtering import FilteringScreen

EVERY: Final = 2.0
"""Seconds between looks at whether anyone has written."""


class Arrivals:
    """Keeps the totals of a reader true. Looking costs next to nothing as long as nobody writes."""

    def __init__(self, reader: FilteringScreen) -> None:
        self._reader = reader
        self._number: int | None = None
        self._known = Counts(0, 0, 0, 0)

    def start(self, known: Counts, number: int) -> None:
        """Tell the totals as they were read, and look again from time to time whether the number has changed."""
        self._number, self._known = number, known
        self._reader.tell_counts(known)
        self._reader.set_interval(EVERY, self.look)

    def look(self) -> None:
        """Count again if anything was written since the last look."""
        try:
            number = change_number(self._reader.connections.here)
        except ArchiveError:
            return  # whatever the person does next says so
        if number != self._number:
            self._number = number
            self._reader.run_worker(self._count_again(), group="count", exclusive=True, exit_on_error=False)

    async def _count_again(self) -> None:
        try:
            fresh = await asyncio.to_thread(self._count)
        except ArchiveError:
            self._number = None
            return
        before, self._known = self._known, fresh
        if fresh == before:
            return
        self._reader.tell_counts(fresh)
        if (fresh.articles, fresh.versions) != (before.articles, before.versions):
            self._reader.search_again()

    def _count(self) -> Counts:
        connections = self._reader.connections
        connection = connections.take()
        try:
            return counts(connection)
        finally:
            connections.give(connection)
