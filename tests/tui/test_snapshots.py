"""Pictures of every screen. When one is meant to change: pytest tests/tui/test_snapshots.py --snapshot-update."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from store import marks, notes, tags
from store.archive import Archive
from store.records import Span
from tests.tui.driving import Driver
from tui.app import BienbanApp
from tui.config import Settings

Compare = Callable[..., bool]

SIZES = {"80x24": (80, 24), "120x36": (120, 36)}

SCREENS: dict[str, list[str]] = {
    "timeline": [],
    "article": ["down", "enter"],
    "people": ["down", "3", "down"],
    "filter": ["down", "/", *"duong", "enter", "n"],
    "filter-nothing": ["/", *"xyzzy"],
    "filter-problem": ["/", *"before:hom"],
    "selection": ["down", "2", "v", "down", "w"],
    "message": ["r"],
    "tags": ["t"],
    "tags-typing": ["t", "tab", *"doc"],
    "note": ["down", "2", "v", "w", "w", "w", "w", "a", *"hỏi lại"],
    "notes": ["down", "A"],
    "export": ["e"],
    "person": ["down", "3", "down", "down", "p"],
    "original": ["end", "o"],
    "help": ["?"],
    "palette": ["ctrl+p", *"ghi"],
}


def furnish(archive: Archive) -> None:
    """Tag, mark and note a little, so that there is something to see."""
    keys = [key for (key,) in archive.rows("SELECT key FROM articles ORDER BY id DESC")]
    tags.add(archive, keys[1:3], "đọc lại")
    tags.add(archive, keys[1:2], "Nghị quyết")
    marks.mark(archive, keys[2:4])
    notes.add(archive, keys[1], Span(0, 41), "Ai dẫn đầu đoàn lần trước?", "question")
    notes.add(archive, keys[1], None, "So với bài năm ngoái.")


def driven(keys: list[str]) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Press keys, and let nothing blink."""

    async def drive(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, BienbanApp)
        driver = Driver(pilot.app, pilot)
        await driver.settle()
        await driver.press(*keys)
        for box in driver.screen.query(Input):
            box.cursor_blink = False
        await driver.settle()

    return drive


def picture(compare: Compare, archive: Archive, keys: list[str], size: tuple[int, int], **settings: Any) -> bool:
    furnish(archive)
    app = BienbanApp(archive, Settings(read_after=0, **settings))
    return compare(app, terminal_size=size, run_before=driven(keys))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(snap_compare: Compare, archive: Archive, screen: str, size: str) -> None:
    assert picture(snap_compare, archive, SCREENS[screen], SIZES[size])


@pytest.mark.parametrize("theme", ["light", "ansi-dark", "ansi-light"])
@pytest.mark.parametrize("screen", ["article", "note"])
def test_theme(snap_compare: Compare, archive: Archive, screen: str, theme: str) -> None:
    assert picture(snap_compare, archive, SCREENS[screen], (120, 36), theme=theme)


@pytest.mark.parametrize("screen", ["filter", "help"])
def test_vietnamese(snap_compare: Compare, archive: Archive, screen: str) -> None:
    assert picture(snap_compare, archive, SCREENS[screen], (120, 36), language="vi")


@pytest.mark.parametrize("size", [(40, 12), (20, 5), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_other_windows(snap_compare: Compare, archive: Archive, size: tuple[int, int]) -> None:
    assert picture(snap_compare, archive, SCREENS["article"], size)


def test_without_colours(snap_compare: Compare, archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture(snap_compare, archive, SCREENS["filter"], (120, 36))
