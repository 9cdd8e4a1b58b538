"""The filter: searching with every letter, and showing what is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from store.archive import Archive
from store.query import Query
from store.records import TimelineRow
from store.search import Order, Results, context, has_words, search
from tui import wording
from tui.arrivals import Arrivals
from tui.language import tr
from tui.screens.asking import AskingScreen
from tui.screens.showing import ShowingScreen
from tui.widgets.filter_box import FilterBox
from tui.widgets.timeline_pages import Context, FirstRows, RowSource

if TYPE_CHECKING:
    from tui.config import Settings
    from tui.connections import Connections


class FilteringScreen(ShowingScreen):
    """Shows the articles that the filter finds; one that cannot be read empties nothing."""

    def __init__(self, connections: Connections, settings: Settings, *, typing: Callable[[], bool]) -> None:
        super().__init__(connections, settings, typing=typing)
        self.arrivals = Arrivals(self)
        self.results: Results | None = None
        """What the timeline shows."""
        self._shown_on: Archive | None = None
        self._problem_told = False
        self._best_first = False
        self._contexts: dict[tuple[int, int], Context | None] = {}
        self._contexts_for = ""
        self._unfinished: str | None = None
        """The filter whose first rows are shown while it is still being counted."""

    @on(FilterBox.Typed)
    def filter_as_typed(self, event: FilterBox.Typed) -> None:
        """Search with every letter; an empty filter is in the order of time again."""
        if not event.text.strip():
            self.order = Order.TIME
        self.filter_to(event.text)

    def search_again(self) -> None:
        """Show what has come into the archive, as far as the filter lets it."""
        if self.timeline.current is None and not self.standing.filtered:
            self.foot.hints.hush()  # it is empty no longer
        self.loaded_for = None
        self._contexts.clear()
        self.filter_to(self.foot.box.text)

    @on(AskingScreen.FirstFound)
    def show_first(self, event: AskingScreen.FirstFound) -> None:
        """Show the first rows of what is still being counted, unless something newer was asked."""
        if event.number != self.search_number:
            return
        self._unfinished = event.text
        self._tell_found(event.query, event.text, event.least, more=True)
        self._show(FirstRows(event.rows, by_time=self.order is Order.TIME))

    @on(AskingScreen.Searched)
    def show_results(self, event: AskingScreen.Searched) -> None:
        """Show what was found, unless something newer was asked; a filter that cannot be read empties nothing."""
        newest = event.number == self.search_number
        if not newest or (event.query.problem is not None and not event.results.count):
            self.connections.give(event.connection)
            if newest:
                self.searching = None
                self._tell_problem(event.query)
                if self._unfinished is not None:
                    self.filter_to(self._unfinished)  # its rows stay, so they must be counted after all
            return
        if self._shown_on is not None:
            self.connections.give(self._shown_on)
        self._shown_on, self.searching, self._unfinished = event.connection, None, None
        self.results = event.results
        self._tell_found(event.query, event.text, event.results.count, more=False)
        self.arrivals.look()
        if not self.standing.by_relevance:
            self.overview.show(event.results.groups)
        self._show(event.results)

    def _tell_found(self, query: Query, text: str, count: int, *, more: bool) -> None:
        self.query_shown = query
        self._tell_problem(query)
        self.standing = replace(
            self.standing,
            matching=count,
            more=more,
            total=max(count, self.standing.total),
            filtered=bool(text.strip()),
            by_relevance=self.order is Order.RELEVANCE and has_words(query),
        )

    def _show(self, rows: RowSource) -> None:
        """Show rows, the words of the filter in each, and the article under the cursor."""
        context_of = self._context_of if has_words(self.query_shown) else None
        self.timeline.show(rows, filtered=self.standing.filtered, context_of=context_of)
        if self.standing.by_relevance and not self._best_first:
            self.timeline.first()
        self._best_first = self.standing.by_relevance
        self.tell_standing()
        if self.wanted is not None:
            self.go_to_article(self.wanted)
        elif self.row is None:
            self.show_nothing()
        elif self.view is not None and self.view.key == self.row.key and self.loaded_for != self._to_load(self.row):
            self.load_again()  # the same article, but other matches

    def _to_load(self, row: TimelineRow) -> tuple[int, str]:
        return row.article_id, self.query_shown.text

    def _context_of(self, article_id: int, width: int) -> Context | None:
        """Give a line of context; those of the first rows are there when all are counted."""
        if self._contexts_for != self.query_shown.text:
            self._contexts_for = self.query_shown.text
            self._contexts.clear()
        asked = article_id, width
        if asked not in self._contexts:
            found = context(self.connections.here, self.query_shown, (article_id,), width)
            self._contexts[asked] = found.get(article_id)
        return self._contexts[asked]

    def _tell_problem(self, query: Query) -> None:
        problem = query.problem
        if problem is None and query.root is None and query.text.strip():
            self.say(tr("There is nothing to search for in this filter: it has no letter or digit."), error=True)
            self._problem_told = True
        elif problem is not None:
            self.say(tr("cannot read the filter: {why}").format(why=wording.said(problem)), error=True)
            self._problem_told = True
        elif self._problem_told:
            self.foot.hints.hush()
            self._problem_told = False

    def keys_shown(self) -> list[str]:
        """Give the keys of all articles that the filter shows, as the timeline has them."""
        if self._unfinished is not None:
            return search(self.connections.here, self.query_shown, self.order).keys()
        return self.results.keys() if self.results is not None else []
