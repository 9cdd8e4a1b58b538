"""The panes of the reader side by side: how they stand, whom the keys are for, what is told at the foot."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Static

from store.counts import Counts
from store.errors import ArchiveError
from store.records import ArticleView, TimelineRow
from tui import wording
from tui.actions import Scope, bindings
from tui.compositor import CellCompositor
from tui.content import line
from tui.first_paint import told_counts
from tui.geometry import LEAST_HEIGHT, LEAST_WIDTH, PANES, Geometry, geometry
from tui.keymap import first_key
from tui.language import tr
from tui.place import Place
from tui.screens.asking import AskingScreen
from tui.widgets.article import ArticlePane
from tui.widgets.foot import Foot
from tui.widgets.foot_lines import Standing
from tui.widgets.overview import Overview
from tui.widgets.people import PeoplePane
from tui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from tui.config import Settings
    from tui.connections import Connections


FOCUSING: Final = 0.005
"""Seconds in which nothing is painted when another pane gets the focus; it takes about two thousandths."""


class PanesScreen(AskingScreen):
    """The timeline, the article, the people and the foot, without a word on what is shown in them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.READER)
    AUTO_FOCUS = "#timeline"
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What gets the focus and what loses it paint themselves; Textual would paint all that is on the screen."""

    def __init__(self, connections: Connections, settings: Settings, *, typing: Callable[[], bool]) -> None:
        super().__init__(connections)
        self._compositor = CellCompositor()
        self.typing = typing
        """Tells whether keys are waiting that were typed already."""
        self.settings = settings
        self.timeline = Timeline(id="timeline")
        self.article = ArticlePane(measure=settings.measure, id="article")
        self.people = PeoplePane(id="people")
        self.overview = Overview(id="overview")
        self.foot = Foot(settings.keys, id="foot")
        self.place = Place(self)
        self.pane = PANES[0]
        """The id of the pane that the keys are for."""
        self.zoomed = False
        """Whether that pane has the whole screen."""
        self.too_small = False
        """Whether there is no room for anything."""
        self.view: ArticleView | None = None
        """The article that is shown."""
        self.standing = Standing()
        self._arranged: Geometry | None = None
        self._changing: ExitStack | None = None
        self._left_out = False
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

    def on_resize(self, event: events.Resize) -> None:
        """Arrange the panes for the size there is."""
        self.arrange_panes()

    def arrange_panes(self) -> None:
        """Give each pane its place, or none.

        In styles of the widgets and not by classes of the screen: those would have the style sheets applied to
        everything that is on it.
        """
        place = geometry(*self.app.size, self.pane, zoomed=self.zoomed)
        if place == self._arranged:
            return
        self._arranged = place
        for pane, columns in zip((self.timeline, self.article, self.people), place[:3], strict=True):
            pane.display = columns > 0
            pane.styles.width = columns
        self.too_small = place.too_small
        self.query_one("#head").display = place.head and not place.too_small
        for name in ("counts", "overview"):
            self.query_one(f"#{name}").display = place.counts
        for name in ("panes", "foot"):
            self.query_one(f"#{name}").display = not place.too_small
        self.query_one("#too-small").display = place.too_small

    def _compositor_refresh(self) -> None:
        """Paint only what is laid out: neither at the start nor when the size changes a frame that is half done."""
        panes = (self.timeline, self.article, self.people)
        if self._changing is not None:
            self._left_out = True  # another size does not wait
            return
        if self.too_small or all(pane.settled for pane in panes if pane.display):
            super()._compositor_refresh()

    def zoom(self) -> None:
        """Give the whole screen to the pane that the keys are for, or give it back."""
        self.zoomed = not self.zoomed
        self.arrange_panes()

    def tell_counts(self, known: Counts) -> None:
        """Tell at the head, and at the foot, how much the archive holds."""
        self.query_one("#counts", Static).update(line(told_counts(known)))
        self.standing = replace(self.standing, total=known.articles)
        self.tell_standing()

    # --- panes --------------------------------------------------------------------------------------------------

    @property
    def list_in_use(self) -> Timeline | PeoplePane:
        """The list that the keys are for, the pane of the article apart."""
        return self.people if self.pane == "people" else self.timeline

    def go_to_pane(self, pane: str) -> None:
        """Make a pane the one that the keys are for, and show it where not all have room."""
        self.pane = pane
        self.arrange_panes()
        target = self.query_one(f"#{pane}")
        if target is not self.focused:
            self._paint_once()
            target.focus(scroll_visible=False)
        if pane == "article":
            self.place.opened()
        else:
            self.place.left()

    def _paint_once(self) -> None:
        """Paint what loses the focus and what gets it in one frame: each hears of it by messages of its own."""
        if self._changing is not None:
            return
        self._changing = ExitStack()
        self._changing.enter_context(self.app.batch_update())
        self.set_timer(FOCUSING, self._paint_changed)

    @property
    def is_changing(self) -> bool:
        """Whether another pane gets the focus, and nothing is painted meanwhile."""
        return self._changing is not None

    def _paint_changed(self) -> None:
        if self._changing is not None:
            self._changing.close()
            self._changing = None
            if self._left_out:
                self._left_out = False
                self.refresh()
            self.check_idle()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the mouse: the pane that got the focus is the one that the keys are for."""
        pane = event.widget.id
        if pane in PANES and pane != self.pane:
            self.go_to_pane(pane)

    @property
    def row(self) -> TimelineRow | None:
        """The row under the cursor of the timeline."""
        return self.timeline.current

    @property
    def kept(self) -> str | None:
        """The key of the article that the cursor stays on."""
        return self.timeline.kept

    def changed(self, keys: list[str] | None = None) -> None:
        """Show anew what an act has changed: these articles, or (``None``) any."""
        raise NotImplementedError

    # --- the foot -----------------------------------------------------------------------------------------------

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
        return first_key(action, self.settings.keys)

    def tell_standing(self) -> None:
        """Tell at the foot how many match, and where the matches stand."""
        position = self.article.match_position
        match = position if self.standing.filtered and position[1] else None
        self.foot.status.tell(replace(self.standing, match=match))

    @on(AskingScreen.Failed)
    def tell_failure(self, event: AskingScreen.Failed) -> None:
        """Tell what could not be done."""
        self.complain(event.error)
