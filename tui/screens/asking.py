"""What a screen asks the archive, and has written there, without ever waiting for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from threading import Timer
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from textual import on, work
from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from store import articles
from store.archive import Archive
from store.errors import ArchiveError, Interrupted
from store.query import Query, parse
from store.records import ArticleView, TimelineRow
from store.search import Order, Results, highlights, search
from tui.language import tr
from tui.wording import worded

if TYPE_CHECKING:
    from tui.connections import Connections

T = TypeVar("T")

FIRST_ROWS: Final = 64
"""Rows that a search fetches before it shows anything, so that drawing need not."""


COUNTED: Final = 10_000
"""So many articles are counted first; more are told as ``10 000+`` until all are counted."""

COUNTING: Final = 0.008
"""Seconds that counting may take before the first rows are shown without it."""

AT_ONCE: Final = 0.01
"""Seconds that the screen waits for an article: most are there in two thousandths, before anything is painted."""

PATIENCE: Final = 0.3
"""Seconds that something may take to be written before it is said that the archive is waited for."""

Tell: TypeAlias = Callable[[str, bool], None]
"""Tells the person something; true: it is an error."""


def unforeseen(event: Worker.StateChanged) -> ArchiveError | None:
    """Word an error of a worker that is none of the archive's."""
    if event.state is not WorkerState.ERROR:
        return None
    return unforeseen_error(event.worker.error)


def unforeseen_error(error: BaseException | None) -> ArchiveError:
    """Word an error that is none of the archive's."""
    told = tr("Something went wrong that should not: {error}")
    return ArchiveError(told.format(error=f"{type(error).__name__}: {error}"))


class AskingScreen(Screen[None]):
    """Searches, reads and writes beside the screen; what comes of it arrives as messages.

    A newer search stops the one before it, and what an older question brings is told by its number.
    """

    @dataclass
    class Searched(Message):
        """A search is done; ``connection`` belongs to its results."""

        number: int
        text: str
        query: Query
        results: Results
        connection: Archive

    @dataclass
    class FirstFound(Message):
        """The first rows of a search that is still counting, and how many there are at least."""

        number: int
        text: str
        query: Query
        rows: list[TimelineRow]
        least: int

    @dataclass
    class Loaded(Message):
        """An article was read for the pane, with what the filter matches in it."""

        number: int
        view: ArticleView
        matches: list[tuple[int, int]]
        title_matches: list[tuple[int, int]]

    @dataclass
    class Failed(Message):
        """Something that the screen asked for could not be done."""

        error: ArchiveError

    def __init__(self, connections: Connections) -> None:
        super().__init__()
        self.connections = connections
        self.order = Order.TIME
        """In which order a search gives what it finds."""
        self.query_shown = parse("")
        """The filter whose results are shown; its words are lit in the articles."""
        self.search_number = 0
        self.load_number = 0
        self._loading: Future[AskingScreen.Loaded] | None = None
        self.loaded_for: tuple[int, str] | None = None
        """The article that was asked for last, and the filter whose words are lit in it."""
        self.searching: Archive | None = None
        """The connection that is busy with a search."""

    def complain(self, error: ArchiveError) -> None:
        """Tell what went wrong and what to do, in one line."""
        raise NotImplementedError

    def wait_told(self, text: str | None) -> None:
        """Tell what is waited for; ``None``: it is over."""
        raise NotImplementedError

    @on(Worker.StateChanged)
    def tell_unforeseen(self, event: Worker.StateChanged) -> None:
        """Tell of an error that nobody foresaw; the reader goes on."""
        error = unforeseen(event)
        if error is not None:
            self.complain(error)

    def write(
        self,
        job: Callable[[Archive], T],
        done: Callable[[T], None],
        *,
        quietly: bool = False,
        tell: Tell | None = None,
    ) -> None:
        """Have something written, then do the rest here; errors, and a long wait, are told unless ``quietly``.

        They are told by ``tell`` where another screen than this one has asked.
        """
        self._finish(self.connections.write(job), done, quietly, tell)

    @work(group="write", exit_on_error=False)
    async def _finish(self, future: Future[T], done: Callable[[T], None], quietly: bool, tell: Tell | None) -> None:
        written = asyncio.wrap_future(future)
        finished, _ = await asyncio.wait({written}, timeout=PATIENCE)
        if not finished and not quietly:
            waiting = tr("waiting for the archive …")
            tell(waiting, False) if tell is not None else self.wait_told(waiting)
        try:
            outcome = await asyncio.shield(written)
        except ArchiveError as error:
            if tell is not None:
                tell(worded(error), True)
            elif not quietly:
                self.complain(error)
        except Exception as error:
            if tell is None:
                raise
            tell(worded(unforeseen_error(error)), True)
        else:
            if not finished and not quietly and tell is None:
                self.wait_told(None)
            done(outcome)

    @property
    def kept(self) -> str | None:
        """The key of the article that the cursor stays on as long as it is found."""
        raise NotImplementedError

    def filter_to(self, text: str) -> None:
        """Search for something else; what is still being searched is stopped."""
        self.search_number += 1
        if self.searching is not None:
            self.searching.interrupt()
        self._search(self.search_number, text, self.order, self.kept if self.order is Order.TIME else None)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _search(self, number: int, text: str, order: Order, kept: str | None) -> None:
        connection: Archive | None = None
        try:
            connection = self.connections.take()
            if number == self.search_number:
                self.searching = connection
                query = parse(text)
                results = search(connection, query, order)
                self._count(number, text, results, kept)
                self.post_message(self.Searched(number, text, query, results, connection))
                return
        except Interrupted:
            pass
        except ArchiveError as error:
            self.post_message(self.Failed(error))
        if connection is not None:
            self.connections.give(connection)

    def _count(self, number: int, text: str, results: Results, kept: str | None) -> None:
        """Find out how many there are; if that takes a while, give the first rows before it is known.

        Not so where the article under the cursor is found further on: the cursor would be taken from it.
        """
        first = results.rows(0, FIRST_ROWS)
        if len(first) < FIRST_ROWS:
            results.count  # noqa: B018  (here, where it may be interrupted)
            return
        if kept is not None and all(row.key != kept for row in first) and results.holds(kept):
            results.groups  # noqa: B018
            return
        found = self.FirstFound(number, text, results.query, first, len(first))
        patience = Timer(COUNTING, lambda: self.post_message(found))
        patience.start()
        try:
            found.least = results.count_at_most(COUNTED)
            results.groups  # noqa: B018  (counts every month)
        finally:
            patience.cancel()

    def load(self, article_id: int) -> None:
        """Read an article for the pane, in a thread of its own; what is there at once is shown in the same frame.

        Of articles that were asked for while another was being read, only the last is read.
        """
        self.load_number += 1
        number, query = self.load_number, self.query_shown
        self.loaded_for = article_id, query.text
        if self._loading is not None:
            self._loading.cancel()
        self._loading = self.connections.read(lambda archive: _read(archive, number, article_id, query))
        try:
            self.show_loaded(self._loading.result(AT_ONCE))
        except TimeoutError:
            self._loading.add_done_callback(self._hand_over)
        except ArchiveError as error:
            self.post_message(self.Failed(error))
        except Exception as error:
            self.post_message(self.Failed(unforeseen_error(error)))

    @property
    def is_reading(self) -> bool:
        """Whether an article is being read that is not there yet."""
        return self._loading is not None and not self._loading.done()

    def _hand_over(self, future: Future[Loaded]) -> None:
        """Have shown what was read, or told why it was not."""
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            self.post_message(future.result())
        else:
            self.post_message(self.Failed(error if isinstance(error, ArchiveError) else unforeseen_error(error)))

    def show_loaded(self, event: Loaded) -> None:
        """Show an article that was read."""
        raise NotImplementedError


def _read(archive: Archive, number: int, article_id: int, query: Query) -> AskingScreen.Loaded:
    view = articles.read(archive, article_id)
    matches, title_matches = (
        [(span.start, span.end) for span in highlights(query, text)] for text in (view.body, view.title or "")
    )
    return AskingScreen.Loaded(number, view, matches, title_matches)
