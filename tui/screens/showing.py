"""The article that is shown, with its people: that of the row of the cursor, or where something leads to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on

from store import articles
from store.records import ArticleView
from tui.screens.asking import AskingScreen
from tui.screens.panes import PanesScreen
from tui.widgets.article import ArticlePane
from tui.widgets.people import PeoplePane
from tui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from tui.config import Settings
    from tui.connections import Connections
    from tui.screens.person import Goal


class ShowingScreen(PanesScreen):
    """Shows one article and its people, the words that were asked for in sight."""

    def __init__(self, connections: Connections, settings: Settings, *, typing: Callable[[], bool]) -> None:
        super().__init__(connections, settings, typing=typing)
        self.person_at_hand: str | None = None
        """The key of the person that was last under the cursor, or clicked in the text."""
        self._followed: int | None = None
        """The article that was asked for last because the cursor came to it."""
        self.wanted: Goal | None = None
        """The words that are to be shown once their article is there."""
        self._asked = ""

    @on(Timeline.Moved)
    def follow(self) -> None:
        """Show the article that the cursor came to, if it came to another.

        After a key this is called before anything is painted: the cursor and its article move in one frame.
        """
        row = self.row
        if row is not None and row.article_id != self._followed:
            self._followed = row.article_id
            self.place.left()
            self.load(row.article_id)

    @on(Timeline.OnHeading)
    def show_no_article(self) -> None:
        """Show none while the cursor is on the heading of what is folded: keys would act on it unseen."""
        self.show_nothing()
        self.tell_standing()

    @on(Timeline.Opened)
    def open_article(self, event: Timeline.Opened) -> None:
        """Go into the article."""
        self.go_to_pane("article")

    def load_again(self) -> None:
        """Read the article under the cursor once more: something of it has changed."""
        if self.row is not None:
            self.load(self.row.article_id)

    def show_opening(self, view: ArticleView) -> None:
        """Show the article that was read with the first rows, in the same frame as these."""
        self._followed = view.id
        self.view = view
        self.article.show(view)
        self.people.show(view)
        self.article.restore(view.stopped_at)

    @on(AskingScreen.Loaded)
    def show_loaded(self, event: AskingScreen.Loaded) -> None:
        """Show the article that was read, where one stopped in it, unless another was asked for meanwhile."""
        if event.number != self.load_number:
            return
        before, self.view = self.view, event.view
        self.article.show(event.view, event.matches, event.title_matches)
        self.people.show(event.view)
        other = before is None or before.key != event.view.key
        current, matches = self.article.match_position
        asked, self._asked = self._asked, self.query_shown.text
        if matches and (not current or asked != self._asked):
            self.article.first_match()
        elif other:
            self.article.restore(event.view.stopped_at)
        if other:
            self.person_at_hand = None
            if self.pane == "article":
                self.place.opened()
        if self.wanted is not None and self.wanted.article_id == event.view.id:
            wanted, self.wanted = self.wanted, None
            if wanted.span is not None:
                self.article.show_span(wanted.span)
        self.tell_standing()

    def show_nothing(self) -> None:
        """Show that there is no article to show."""
        self.load_number += 1
        self._followed = None
        self.place.left()
        self.view = None
        self.article.show(None)
        self.people.show(None)

    def go_to_article(self, goal: Goal | None) -> None:
        """Go to an article and the words in it; a filter that hides it is cleared."""
        if goal is None:
            return
        key = articles.key_of(self.connections.here, goal.article_id)
        index = self.timeline.results.index_of(key)
        if index is None and self.wanted is None:
            self.wanted = goal
            self.foot.box.write("")
            return
        self.wanted = goal
        if index is not None:
            self.timeline.move_to(index)
        self.load(goal.article_id)
        self.go_to_pane("article")

    @on(ArticlePane.Scrolled)
    def remember_place(self, event: ArticlePane.Scrolled) -> None:
        """Remember where one is in the article."""
        self.place.scrolled(event.offset)

    @on(ArticlePane.MentionClicked)
    def take_mention(self, event: ArticlePane.MentionClicked) -> None:
        """Put the cursor of the people on whoever was clicked in the text."""
        for person in self.view.people if self.view else ():
            if any(mention.span == event.mention.span for mention in person.mentions):
                self.person_at_hand = person.key
                self.people.move_to_person(person.key)

    @on(PeoplePane.Moved)
    def take_person(self, event: PeoplePane.Moved) -> None:
        """Remember which person the keys are about."""
        self.person_at_hand = event.key

    @on(PeoplePane.Chosen)
    def show_words(self, event: PeoplePane.Chosen) -> None:
        """Show the words that a person or an office rests on."""
        self.person_at_hand = event.key
        if event.span is not None:
            self.article.show_span(event.span)
