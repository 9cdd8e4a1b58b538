"""The screen with the panes: the timeline, the article, the people, and the filter at the foot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from store import articles, journal, marks, reading
from store.archive import Archive
from store.counts import Counts
from store.errors import ArchiveError
from store.query import Query
from store.records import ArticleView, TimelineRow
from store.search import Results, search
from tui import acts, config, wording
from tui.actions import BY_ID, Scope, bindings
from tui.acts.moving import PANES
from tui.arrivals import Arrivals
from tui.content import line
from tui.keymap import keys_of, shown
from tui.language import number_of, tr
from tui.place import Place
from tui.screens.asking import AskingScreen, Tell
from tui.widgets.article import ArticlePane
from tui.widgets.filter_box import FilterBox
from tui.widgets.foot import Foot, Hints, Standing
from tui.widgets.overview import Overview
from tui.widgets.people import PeoplePane
from tui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from tui.config import Settings
    from tui.connections import Connections
    from tui.screens.person import Goal

LEAST_WIDTH: Final = 24
LEAST_HEIGHT: Final = 7
"""Below these many cells there is only a line that says so."""


class ReaderScreen(AskingScreen):
    """The panes, what is shown in them, and the one place where a key becomes an act."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.READER)
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (80, "-two"), (100, "-three")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]  # noqa: RUF012
    AUTO_FOCUS = "#timeline"

    def __init__(
        self, connections: Connections, settings: Settings, query: str = "", *, typing: Callable[[], bool]
    ) -> None:
        super().__init__(connections)
        self.typing = typing
        """Tells whether keys are waiting that were typed already."""
        self.settings = settings
        self.timeline = Timeline(id="timeline")
        self.article = ArticlePane(measure=settings.measure, id="article")
        self.people = PeoplePane(id="people")
        self.overview = Overview(id="overview")
        self.foot = Foot(settings.keys, id="foot")
        self.place = Place(self)
        self.arrivals = Arrivals(self)
        self.pane = PANES[0]
        """The id of the pane that the keys are for."""
        self.view: ArticleView | None = None
        """The article that is shown."""
        self.standing = Standing()
        self.last_tag: str | None = None
        self.person_at_hand: str | None = None
        """The key of the person that was last under the cursor, or clicked in the text."""
        self._first_text = query
        self._results: Results | None = None
        self._shown_on: Archive | None = None
        self._wanted: Goal | None = None
        self._problem_told = False
        self._waiting: str | None = None

    # --- laying out ---------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out the panes, the foot below them, and what stands instead where there is no room."""
        with Horizontal(id="head"):
            yield Static(line("Bienban"), id="name")
            yield Static(id="counts")
            yield self.overview
        with Horizontal(id="panes"):
            yield self.timeline
            yield self.article
            yield self.people
        yield self.foot
        told = tr("too small: {width} x {height} at least").format(width=LEAST_WIDTH, height=LEAST_HEIGHT)
        yield Static(line(told), id="too-small")

    def on_mount(self) -> None:
        """Show the first rows at once; say what was wrong in the settings."""
        for pane, title in ((self.timeline, "Timeline"), (self.article, "Article"), (self.people, "People")):
            pane.border_title = line(tr(title))
        self.add_class("-at-timeline")
        try:
            self._open_first()
        except ArchiveError as error:
            self.complain(error)
        if self.settings.problems:
            self.say(self.settings.complaint(self.key_of("help")), error=True)

    def _open_first(self) -> None:
        """Fill the panes for the first time, on this thread: there is nothing else that could be done meanwhile."""
        here = self.connections.here
        results = self._results = search(here, self.query_shown)
        self.standing = Standing(
            matching=results.count, total=results.count, marked=len(marks.all_marked(here)), filtered=False
        )
        self.arrivals.start()
        self.overview.show(results.groups)
        if not results.count:
            self.say(tr("This archive is empty; fill it with: bienban import FOLDER"))
        if self._first_text.strip():
            self.foot.box.write(self._first_text)
        else:
            last = config.row_of(here.path) or reading.last_article(here)
            index = results.index_of(last) if last is not None else None
            self.timeline.show(results)
            if index is not None:
                self.timeline.move_to(index)
        self.tell_standing()

    def on_resize(self, event: events.Resize) -> None:
        """Give way to one line where nothing else has room."""
        small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        self.set_class(small, "-too-small")

    def tell_counts(self, known: Counts) -> None:
        """Tell at the head, and at the foot, how much the archive holds."""
        told = (
            number_of(known.articles, "{n} article", "{n} articles"),
            number_of(known.meetings, "{n} meeting", "{n} meetings"),
            number_of(known.people, "{n} person", "{n} people"),
        )
        self.query_one("#counts", Static).update(line(" · ".join(told)))
        self.standing = replace(self.standing, total=known.articles)
        self.tell_standing()

    def leave(self) -> None:
        """Remember where one is, for the next time."""
        self.place.save()
        if self.row is not None:
            config.remember_row(self.connections.here.path, self.row.key)

    # --- panes --------------------------------------------------------------------------------------------------

    @property
    def list_in_use(self) -> Timeline | PeoplePane:
        """The list that the keys are for, the pane of the article apart."""
        return self.people if self.pane == "people" else self.timeline

    def go_to_pane(self, pane: str) -> None:
        """Make a pane the one that the keys are for, and show it where not all have room."""
        self.pane = pane
        for name in PANES:
            self.set_class(name == pane, f"-at-{name}")
        self.query_one(f"#{pane}").focus(scroll_visible=False)
        if pane == "article":
            self.place.opened()
        else:
            self.place.left()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the mouse: the pane that got the focus is the one that the keys are for."""
        pane = event.widget.id
        if pane in PANES and pane != self.pane:
            self.go_to_pane(pane)

    @property
    def row(self) -> TimelineRow | None:
        """The row under the cursor of the timeline."""
        return self.timeline.current

    # --- acts ---------------------------------------------------------------------------------------------------

    def action_act(self, name: str) -> None:
        """Do what a key stands for. Every key of the panes, the palette and the mouse come through here.

        Where nothing of it could be seen, only leaving works.
        """
        if self.has_class("-too-small") and name != "quit":
            return
        self.foot.hints.hush()
        if BY_ID[name].writes and self.connections.read_only:
            self.say(tr("This archive is open for reading only: nothing can be changed in it."), error=True)
            return
        try:
            acts.perform(self, name)
        except ArchiveError as error:
            self.complain(error)

    @on(Hints.Pressed)
    def do_what_was_clicked(self, event: Hints.Pressed) -> None:
        """Take a click on a hint for its key."""
        self.action_act(event.action)

    def say(self, text: str, *, error: bool = False) -> None:
        """Tell something in the line of keys, until the next act."""
        self.foot.hints.say(text, error=error)

    def say_undoable(self, text: str) -> None:
        """Tell what was done, and which key takes it back."""
        self.say(tr("{what} · {key} undoes").format(what=text, key=self.key_of("undo")))

    def complain(self, error: ArchiveError) -> None:
        """Tell what went wrong and what to do, in one line."""
        self.app.bell()
        self.say(wording.worded(error), error=True)

    def wait_told(self, text: str | None) -> None:
        """Tell at the foot what is waited for, as long as it is."""
        if text is not None:
            self.say(text)
        elif self.foot.hints.message == self._waiting:
            self.foot.hints.hush()
        self._waiting = text

    def key_of(self, action: str) -> str:
        """Give the key that an action has now, as people write it."""
        return shown(keys_of(BY_ID[action], self.settings.keys)[0])

    def targets(self) -> list[str]:
        """Give the keys of the articles that an act is for: the marked ones, else the one under the cursor."""
        return marks.all_marked(self.connections.here) or ([self.row.key] if self.row else [])

    def do(
        self,
        job: Callable[[Archive], object],
        keys: list[str] | None,
        then: Callable[[], None] | None = None,
        *,
        tell: Tell | None = None,
    ) -> None:
        """Do an act of the user on articles (``None``: on any), tell what it did, and show what changed.

        What ``then`` does is only done when it is written; why it is not, ``tell`` is told where it is given.
        """

        def whole(archive: Archive) -> journal.Entry | None:
            before = journal.last(archive)
            job(archive)
            after = journal.last(archive)
            return after if after is not None and (before is None or after.id != before.id) else None

        def done(entry: journal.Entry | None) -> None:
            self.changed(keys)
            if entry is not None:
                self.say_undoable(wording.done(entry))
            if then is not None:
                then()

        self.write(whole, done, tell=tell)

    def changed(self, keys: list[str] | None = None) -> None:
        """Show anew what an act has changed: these articles, or (``None``) any."""
        self.timeline.invalidate(keys)
        self.standing = replace(self.standing, marked=len(marks.all_marked(self.connections.here)))
        self.tell_standing()
        if self.view is not None and (keys is None or self.view.key in keys):
            self._load_again()

    # --- searching ----------------------------------------------------------------------------------------------

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
        self.query_shown, self._results = event.query, event.results
        self._tell_problem(event.query)
        matching, filtered = event.results.count, bool(event.text.strip())
        total = max(matching, self.standing.total)
        self.standing = replace(self.standing, matching=matching, total=total, filtered=filtered)
        self.arrivals.look()
        self.timeline.show(event.results)
        self.overview.show(event.results.groups)
        self.tell_standing()
        if self._wanted is not None:
            self.go_to_article(self._wanted)
        elif self.row is None:
            self._show_nothing()
        elif self.view is not None and self.view.key == self.row.key:
            self._load_again()  # the same article, but other matches

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

    def tell_standing(self) -> None:
        """Tell at the foot how many match, and where the matches stand."""
        position = self.article.match_position
        match = position if self.standing.filtered and position[1] else None
        self.foot.status.tell(replace(self.standing, match=match))

    @on(AskingScreen.Failed)
    def tell_failure(self, event: AskingScreen.Failed) -> None:
        """Tell what could not be done."""
        self.complain(event.error)

    def keys_shown(self) -> list[str]:
        """Give the keys of all articles that the filter shows, as the timeline has them."""
        return self._results.keys() if self._results is not None else []

    # --- the article --------------------------------------------------------------------------------------------

    @on(Timeline.Moved)
    def show_article(self, event: Timeline.Moved) -> None:
        """Show the article that the cursor came to."""
        self.place.left()
        self.load(event.row.article_id)

    @on(Timeline.Opened)
    def open_article(self, event: Timeline.Opened) -> None:
        """Go into the article."""
        self.go_to_pane("article")

    def _load_again(self) -> None:
        if self.row is not None:
            self.load(self.row.article_id)

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
        if matches and not current:
            self.article.first()
            self.article.next_match()
        elif other:
            self.article.restore(event.view.stopped_at)
        if other:
            self.person_at_hand = None
            if self.pane == "article":
                self.place.opened()
        if self._wanted is not None and self._wanted.article_id == event.view.id:
            wanted, self._wanted = self._wanted, None
            if wanted.span is not None:
                self.article.show_span(wanted.span)
        self.tell_standing()

    def _show_nothing(self) -> None:
        self.load_number += 1
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
        if index is None and self._wanted is None:
            self._wanted = goal
            self.foot.box.write("")
            return
        self._wanted = goal
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
