"""Every screen with text that tries to command the terminal or Textual, in every place where text can stand."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from store import articles, notes, tags
from store.archive import Archive
from store.errors import ArchiveError
from store.records import Meeting, MeetingKind, Role, Span
from tests.tui.driving import Driver
from tests.tui.shelf import Guest, imported
from tests.tui.test_hostile import HOSTILE
from tui.app import BienbanApp
from tui.config import Settings
from tui.screens.reader import ReaderScreen


def shelve(archive: Archive, text: str) -> str:
    """Put an article into the archive that has the text wherever it can be; give its key."""
    name = text.replace("\n", " ").strip() or "x"
    words = "".join(c for c in name if c.isalnum() or c in " []/@=.$\\") or "x"
    body = f"Trước {text} sau, có {words} dự, là {words} huyện.\n\n{text}"
    guest = Guest(words, Role.CHAIRS, (f"{words} huyện",), side=text)
    article = imported(
        "hostile", text, body, meeting=Meeting(MeetingKind.MEETING, title=text, date="2022-02-02", place=text,
        part_of_day=text), guests=(guest,), byline=text, section=text, published="2022-02-02",
    )  # fmt: skip
    articles.add(archive, article)
    [(key,)] = archive.rows("SELECT key FROM articles")
    for word in (text, f"x{text}"[:50]):
        try:
            tags.add(archive, [key], word)
        except ArchiveError:
            continue  # no tag can have that name
    notes.add(archive, key, Span(0, 8), f"n{text}")
    notes.add(archive, key, None, f"n{text}")
    return str(key)


def seen(driver: Driver) -> str:
    """What the screen sends to the terminal as text."""
    return "".join(segment.text for strip in driver.screen._compositor.render_strips() for segment in strip)


def assert_harmless(driver: Driver) -> None:
    assert not driver.app._exit
    commanding = {c for c in seen(driver) if unicodedata.category(c) in ("Cc", "Cs") or c in "\u202e\u2066\u200f"}
    assert commanding == set()


OPENING = {
    "timeline": [],
    "article": ["2", "G"],
    "people": ["3", "down", "enter"],
    "person": ["3", "p"],
    "original": ["o"],
    "tags": ["t"],
    "note": ["2", "v", "right", "right", "a"],
    "notes": ["A"],
    "export": ["e"],
    "palette": ["ctrl+p"],
    "undone": ["u", "u"],
}


@pytest.mark.parametrize("name", sorted(set(HOSTILE) - {"surrogate"}))  # that, no archive can hold
async def test_hostile_text_is_only_text(tmp_path: Path, name: str) -> None:
    with Archive.open(tmp_path / "archive.db") as archive:
        shelve(archive, HOSTILE[name])
        app = BienbanApp(archive, Settings(read_after=0, export_folder=HOSTILE[name]))
        async with app.run_test(size=(100, 30)) as pilot:
            driver = Driver(app, pilot)
            await driver.settle()
            for keys in OPENING.values():
                await driver.press(*keys)
                assert_harmless(driver)
                await driver.press("escape", "escape")
                assert isinstance(driver.screen, ReaderScreen)


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_text_in_filters_and_messages(tmp_path: Path, archive: Archive, name: str) -> None:
    settings = Settings(read_after=0, problems=(HOSTILE[name],))
    app = BienbanApp(archive, settings, HOSTILE[name])
    async with app.run_test(size=(100, 30)) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        assert_harmless(driver)
        app.say(HOSTILE[name], error=True)
        await driver.settle()
        assert_harmless(driver)
        await driver.press("escape", "?")
        app.say(HOSTILE[name])
        await driver.settle()
        assert_harmless(driver)
