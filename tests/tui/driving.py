"""Driving the reader in tests: keys, waiting for what works beside the screen, and what stands on the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from store.archive import Archive
from store.records import Span, TimelineRow
from tui.app import BienbanApp
from tui.screens.reader import ReaderScreen
from tui.screens.tags import TagScreen
from tui.widgets.lines import Lines
from tui.widgets.tag_prompt import TagBox


class Driver:
    """The reader, and hands on its keyboard."""

    def __init__(self, app: BienbanApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def reader(self) -> ReaderScreen:
        """The screen with the panes, whatever is open over it."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, ReaderScreen)
        return screen

    @property
    def screen(self) -> Screen[Any]:
        """The screen that is open."""
        return self.app.screen

    @property
    def row(self) -> TimelineRow:
        """The row under the cursor of the timeline."""
        row = self.reader.row
        assert row is not None
        return row

    @property
    def titles(self) -> list[str]:
        """The titles that the timeline has, in order."""
        results = self.reader.timeline.results
        return [row.title for row in results.rows(0, results.count)]

    @property
    def message(self) -> str:
        """What is told at the foot; empty while the keys are shown."""
        return self.reader.foot.hints.message or ""

    @property
    def archive(self) -> Archive:
        """A connection that reads what stands in the archive now."""
        return self.reader.connections.here

    @property
    def selection(self) -> Span:
        """The passage that is selected."""
        selection = self.reader.article.selection
        assert selection is not None
        return selection

    @property
    def selected(self) -> str:
        """The words that are selected."""
        assert self.reader.view is not None
        return self.reader.view.body[self.selection.start : self.selection.end]

    @property
    def lines(self) -> Lines:
        """The lines of the page that is open."""
        return self.screen.query_one(Lines)

    async def do(self, job: Callable[[Archive], object]) -> None:
        """Do an act of the user without its keys."""
        self.reader.do(job, None)
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing works any more and all that came of it is shown."""
        await self.pilot.pause()
        while len(self.app.workers) or self.reader.is_reading or self.reader.is_changing:
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()
        if isinstance(self.screen, TagScreen):
            await self._decided(self.screen)

    async def _decided(self, screen: TagScreen) -> None:
        """Wait until it is known whether a letter stands for a tag."""
        while self.screen is screen and screen.query_one(TagBox).held is not None:
            await self.pilot.pause(0.02)
        if self.screen is not screen:
            await self.settle()

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each when what the one before did is done."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type letters."""
        await self.pilot.press(*text)
        await self.settle()

    def text(self) -> str:
        """Give what stands on the screen, line by line."""
        lines = self.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in lines)
