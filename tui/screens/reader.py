"""The reader: the panes, filled, and the one place where a key becomes an act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from store import journal, marks
from store.archive import Archive
from store.errors import ArchiveError
from tui import acts, config, wording
from tui.actions import BY_ID
from tui.content import line
from tui.first import First, read
from tui.language import tr
from tui.screens.asking import Tell
from tui.screens.filtering import FilteringScreen
from tui.widgets.foot import Hints
from tui.widgets.foot_lines import Standing

if TYPE_CHECKING:
    from tui.config import Settings
    from tui.connections import Connections


class ReaderScreen(FilteringScreen):
    """The screen that the program opens on."""

    def __init__(
        self,
        connections: Connections,
        settings: Settings,
        query: str = "",
        first: First | None = None,
        *,
        typing: Callable[[], bool],
    ) -> None:
        super().__init__(connections, settings, typing=typing)
        self._first = first
        self.last_tag: str | None = None
        self._first_text = query

    def on_mount(self) -> None:
        """Show the first rows at once; say what was wrong in the settings."""
        for pane, title in ((self.timeline, "Timeline"), (self.article, "Article"), (self.people, "People")):
            pane.border_title = line(tr(title))
        self.arrange_panes()
        try:
            self._open_first()
        except ArchiveError as error:
            self.complain(error)
        if self.settings.problems:
            self.say(self.settings.complaint(self.key_of("help")), error=True)

    def _open_first(self) -> None:
        """Fill the panes for the first time, on this thread: there is nothing else that could be done meanwhile."""
        first = self._first or read(self.connections.here)
        results = self.results = first.results
        self.standing = Standing(results.count, first.totals.articles, marked=first.marked)
        self.arrivals.start(first.totals, first.change)
        self.overview.show(results.groups)
        if not results.count:
            self.say(tr("This archive is empty; fill it with: bienban import FOLDER"))
        if self._first_text.strip():
            self.foot.box.write(self._first_text)
        else:
            self.timeline.show(results)
            self.timeline.move_to(first.index)
            if first.view is not None:
                self.show_opening(first.view)
        self.tell_standing()

    def leave(self) -> None:
        """Remember where one is, for the next time."""
        self.place.save()
        if self.row is not None:
            config.remember_row(self.connections.here.path, self.row.key)

    # --- acts ---------------------------------------------------------------------------------------------------

    def action_act(self, name: str) -> None:
        """Do what a key stands for. Every key of the panes, the palette and the mouse come through here.

        Where nothing of it could be seen, only leaving works.
        """
        if self.too_small and name != "quit":
            return
        self.foot.hints.hush()
        if BY_ID[name].writes and self.connections.read_only:
            self.say(tr("This archive is open for reading only: nothing can be changed in it."), error=True)
            return
        try:
            acts.perform(self, name)
            self.follow()
        except ArchiveError as error:
            self.complain(error)

    @on(Hints.Pressed)
    def do_what_was_clicked(self, event: Hints.Pressed) -> None:
        """Take a click on a hint for its key."""
        self.action_act(event.action)

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
            if then is not None:
                then()  # first: a screen that closes must be gone when it is told which key undoes
            self.changed(keys)
            if entry is not None:
                self.say_undoable(wording.done(entry))

        self.write(whole, done, tell=tell)

    def changed(self, keys: list[str] | None = None) -> None:
        """Show anew what an act has changed: these articles, or (``None``) any."""
        self.timeline.invalidate(keys)
        self.standing = replace(self.standing, marked=marks.count(self.connections.here))
        self.tell_standing()
        if self.view is not None and (keys is None or self.view.key in keys):
            self.load_again()
