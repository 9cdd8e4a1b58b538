"""What is written into the archive while another program holds it; words that are not to be lost."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from store import journal, notes, tags
from store.archive import Archive
from tests.tui.conftest import OpenReader
from tui.screens import asking
from tui.screens.note import NoteScreen
from tui.screens.notes import NotesScreen
from tui.screens.reader import ReaderScreen

BUSY = "Another program is writing to the archive. Wait until it is done, or close it, and try again."


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the archive as another program does that writes to it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.fixture
def impatient(archive: Archive) -> None:
    """Let the archive give up at once where another program holds it."""
    archive.connection.execute("PRAGMA busy_timeout = 20")


@pytest.mark.usefixtures("impatient")
async def test_a_note_that_cannot_be_written_stays_with_its_words(reader: OpenReader, archive_path: Path) -> None:
    async with reader() as driver:
        await driver.press("a")
        await driver.type("hỏi chị Lụa")
        with held(archive_path):
            await driver.press("ctrl+s")
            assert isinstance(driver.screen, NoteScreen)
            assert "hỏi chị Lụa" in driver.text()
            assert BUSY[:40] in driver.text()
        await driver.type(" nhé")
        await driver.press("ctrl+s")
        assert isinstance(driver.screen, ReaderScreen)
        assert [note.text for note in notes.of_article(driver.archive, driver.row.key)] == ["hỏi chị Lụa nhé"]


@pytest.mark.usefixtures("impatient")
async def test_a_note_that_cannot_be_changed_stays_with_its_words(reader: OpenReader, archive_path: Path) -> None:
    async with reader() as driver:
        key = driver.row.key
        await driver.do(lambda archive: notes.add(archive, key, None, "cũ"))
        await driver.press("A", "enter")
        await driver.type(" và mới")
        with held(archive_path):
            await driver.press("ctrl+s")
            assert isinstance(driver.screen, NoteScreen)
            assert "cũ và mới" in driver.text()
        await driver.press("ctrl+s")
        assert [note.text for note in notes.of_article(driver.archive, key)] == ["cũ và mới"]


async def test_an_error_that_nobody_foresaw_keeps_the_words_too(
    reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("odd")

    async with reader() as driver:
        await driver.press("a")
        await driver.type("hỏi")
        monkeypatch.setattr(notes, "add", fail)
        await driver.press("ctrl+s")
        assert isinstance(driver.screen, NoteScreen)
        assert "ValueError: odd" in driver.text()
        monkeypatch.undo()
        await driver.type(" lại")
        assert "hỏi lại" in driver.text()


async def test_leaving_what_is_written_takes_two_keys(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("a")
        await driver.type("dài")
        await driver.press("escape")
        assert isinstance(driver.screen, NoteScreen)
        assert "esc again leaves it" in driver.text()
        await driver.type(" hơn")  # whoever writes on is asked again
        assert "esc again leaves it" not in driver.text()
        await driver.press("escape")
        assert isinstance(driver.screen, NoteScreen)
        await driver.press("escape")
        assert isinstance(driver.screen, ReaderScreen)
        assert journal.last(driver.archive) is None


@pytest.mark.parametrize("typed", ["", "   "])
async def test_leaving_nothing_takes_one_key(reader: OpenReader, typed: str) -> None:
    async with reader() as driver:
        await driver.press("a")
        await driver.type(typed)
        await driver.press("escape")
        assert isinstance(driver.screen, ReaderScreen)


async def test_leaving_a_note_as_it_was_takes_one_key(reader: OpenReader) -> None:
    async with reader() as driver:
        key = driver.row.key
        await driver.do(lambda archive: notes.add(archive, key, None, "cũ\n\nhai dòng"))
        await driver.press("A", "enter", "escape")
        assert isinstance(driver.screen, ReaderScreen)


async def test_a_note_emptied_of_its_words_is_deleted(reader: OpenReader) -> None:
    async with reader() as driver:
        key = driver.row.key
        await driver.do(lambda archive: notes.add(archive, key, None, "cũ"))
        await driver.press("A")
        assert isinstance(driver.screen, NotesScreen)
        await driver.press("enter", "backspace", "backspace", "ctrl+s")
        assert notes.of_article(driver.archive, key) == []


async def test_waiting_for_the_archive_is_told_and_ends(
    reader: OpenReader, archive_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "PATIENCE", 0.01)
    async with reader() as driver:
        key = driver.row.key
        with held(archive_path):
            driver.reader.do(lambda archive: tags.add(archive, [key], "gấp"), [key])
            while driver.message != "waiting for the archive …":
                await asyncio.sleep(0.01)
        await driver.settle()
        assert driver.message.startswith("tagged")
        with held(archive_path):
            driver.reader.write(lambda archive: tags.set_letter(archive, "gấp", "x"), lambda _: None)
            while driver.message != "waiting for the archive …":
                await asyncio.sleep(0.01)
        await driver.settle()
        assert driver.message == ""


async def test_waiting_is_told_where_a_note_is_written(
    reader: OpenReader, archive_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "PATIENCE", 0.01)
    async with reader() as driver:
        await driver.press("a")
        await driver.type("hỏi")
        with held(archive_path):
            await driver.pilot.press("ctrl+s")
            while "waiting for the archive" not in driver.text():
                await asyncio.sleep(0.01)
            await driver.pilot.press("escape")  # too late to think of it
        await driver.settle()
        assert isinstance(driver.screen, ReaderScreen)
        assert len(notes.of_article(driver.archive, driver.row.key)) == 1
