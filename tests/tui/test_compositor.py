"""What is painted after each key: every cell as Textual itself would paint it, and not what stands there.

Who takes a newer Textual learns here whether `tui.compositor` still fits it.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pyte
import pytest
from textual._compositor import Compositor
from textual.app import App
from textual.screen import Screen

from tests.terminal.emulator import shown_after
from tests.tui.conftest import OpenReader
from tests.tui.driving import Driver
from tui.app import BienbanApp
from tui.compositor import CellCompositor
from tui.config import Settings

KEYS = (
    *("j", "k", "pagedown", "pageup", "G", "g", "n", "N", "1", "2", "3", "tab", "h", "l", "enter", "space"),
    *("v", "w", "escape", "z", "r", "u", "?", "/", "h", "backspace", "c", "C"),
)


class Terminal:
    """What a terminal would show of all that is displayed."""

    def __init__(self, app: BienbanApp) -> None:
        self.app = app
        self.codes = ""
        self.last = ""

    def display(self, screen: Screen[Any], update: Any) -> None:
        """Take what Textual hands on to the terminal."""
        if update is not None and not self.app._batch_count:
            self.last = update.render_segments(self.app.console)
            self.codes += self.last

    def cells(self) -> list[list[Any]]:
        """Give the cells that the terminal shows."""
        return _cells(shown_after(self.codes.encode(), *self.app.size))

    def right(self) -> list[list[Any]]:
        """Give the cells that Textual's own compositor would have painted."""
        screen = self.app.screen
        whole = Compositor.render_full_update(screen._compositor).render_segments(self.app.console)
        return _cells(shown_after(whole.replace("\n", "").encode(), *self.app.size))


def _cells(screen: pyte.Screen) -> list[list[Any]]:
    return [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]


Watch = Callable[[Driver], Terminal]


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    """Watch what the reader displays from now on, from one whole picture on."""

    def watching(driver: Driver) -> Terminal:
        terminal = Terminal(driver.app)
        monkeypatch.setattr(App, "_display", lambda app, screen, update: terminal.display(screen, update))
        driver.reader.refresh()
        return terminal

    return watching


def compare(terminal: Terminal) -> None:
    for y, (shown, right) in enumerate(zip(terminal.cells(), terminal.right(), strict=True)):
        different = [
            (x, one, other) for x, (one, other) in enumerate(zip(shown, right, strict=True)) if one != other
        ]
        assert not different[:3], f"line {y}"


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("theme", ["dark", "light", "ansi-dark"])
async def test_every_cell_is_what_textual_would_paint(
    reader: OpenReader, watch: Watch, seed: int, theme: str
) -> None:
    random = Random(seed)
    size = random.choice([(120, 36), (90, 24), (60, 20), (200, 50)])
    async with reader(size=size, settings=Settings(read_after=0, theme=theme)) as driver:
        terminal = watch(driver)
        await driver.settle()
        for _ in range(25):
            await driver.press(random.choice(KEYS))
            compare(terminal)


async def test_every_cell_without_colours(
    reader: OpenReader, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reader() as driver:
        terminal = watch(driver)
        await driver.settle()
        for key in ("j", "enter", "pagedown", "v", "w", "escape", "3", "j", "1", "/", "h", "ộ", "i", "enter"):
            await driver.press(key)
            compare(terminal)


async def test_what_changes_its_place(reader: OpenReader, watch: Watch) -> None:
    async with reader() as driver:
        terminal = watch(driver)
        await driver.settle()
        for columns, lines in ((80, 24), (120, 36), (99, 15), (120, 36)):
            await driver.pilot.resize_terminal(columns, lines)
            await driver.settle()
            for key in ("j", "3", "2", "1"):
                await driver.press(key)
                compare(terminal)


async def test_a_page_over_the_panes_comes_and_goes(reader: OpenReader, watch: Watch) -> None:
    async with reader() as driver:
        terminal = watch(driver)
        await driver.settle()
        for key in ("?", "j", "escape", "j", "e", "escape", "k", "a", "escape"):
            await driver.press(key)
            compare(terminal)


async def test_a_word_over_the_panes_comes_and_goes(reader: OpenReader, watch: Watch) -> None:
    async with reader() as driver:
        terminal = watch(driver)
        await driver.settle()
        driver.app.notify("hội nghị", timeout=60, markup=False)
        await driver.press("j", "G")
        compare(terminal)
        driver.app.clear_notifications()
        await driver.press("g", "j")
        compare(terminal)


async def test_what_the_terminal_shows_is_not_sent_again(reader: OpenReader, watch: Watch) -> None:
    async with reader() as driver:
        terminal = watch(driver)
        await driver.press("j")
        for pane in (driver.reader.timeline, driver.reader.article, driver.reader.people):
            pane.refresh()
        await driver.settle()
        first = len(terminal.codes)
        for pane in (driver.reader.timeline, driver.reader.article, driver.reader.people):
            pane.refresh()
        await driver.settle()
        assert len(terminal.codes) == first
        assert isinstance(driver.reader._compositor, CellCompositor)


async def test_what_a_whole_picture_shows_is_sent_when_it_goes(reader: OpenReader, watch: Watch) -> None:
    async with reader() as driver:
        terminal = watch(driver)
        await driver.press("j", "k")
        driver.reader.timeline.move(1)
        driver.reader.refresh()
        await driver.settle()
        await driver.press("k")
        compare(terminal)


async def test_another_size_while_the_focus_moves(reader: OpenReader, watch: Watch) -> None:
    async with reader() as driver:
        terminal = watch(driver)
        await driver.settle()
        for pane, size in (("article", (100, 30)), ("people", (120, 36)), ("timeline", (80, 24))):
            driver.reader.go_to_pane(pane)
            await driver.pilot.resize_terminal(*size)
            await driver.settle()
            compare(terminal)
