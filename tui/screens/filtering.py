"""The filter: searching with every letter, and showing what is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from store.archive import Archive
from store.query import Query
from store.search import Results
from tui import wording
from tui.arrivals import Arrivals
from tui.language import tr
from tui.screens.asking import AskingScreen
from tui.screens.showing import ShowingScreen
from tui.widgets.filter_box import FilterBox

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

    @on(FilterBox.Typed)
    def filter_as_typed(self, event: FilterBox.Typed) -> None:
        """Search with every letter."""
        self.filter_to(event.text)

    def search_again(self) -> None:
        """Show what has come into the archive, as far as the filter lets it."""
        if self.timeline.current is None and not self.standing.filtered:
            self.foot.hints.hush()  # it is empty no longer
        self.filter_to(self.foot.box.text)

    @on(AskingScreen.Searched)
    def show_results(self, event: AskingScreen.Searched) -> None:
        """Show what was found, unless something newer was asked; a filter that cannot be read empties nothing."""
        problem = event.query.problem
        if event.number != self.search_number or (problem is not None and not event.results.count):
            self.connections.give(event.connection)
            if event.number == self.search_number:
                self.searching = None
                self._tell_problem(event.query)
            return
        if self._shown_on is not None:
            self.connections.give(self._shown_on)
        self._shown_on, self.searching = event.connection, None
        self.query_shown, self.results = event.query, event.results
        self._tell_problem(event.query)
        matching, filtered = event.results.count, bool(event.text.strip())
        total = max(matching, self.standing.total)
        self.standing = replace(self.standing, matching=matching, total=total, filtered=filtered)
        self.arrivals.look()
        self.timeline.show(event.results, filtered=filtered)
        self.overview.show(event.results.groups)
        self.tell_standing()
        if self.wanted is not None:
            self.go_to_article(self.wanted)
        elif self.row is None:
            self.show_nothing()
        elif self.view is not None and self.view.key == self.row.key:
            self.load_again()  # the same article, but other matches

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
        return self.results.keys() if self.results is not None else []
