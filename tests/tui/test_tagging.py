"""Naming a tag by letter or by name, however it is typed."""

from __future__ import annotations

import asyncio

import pytest

from store import marks, tags
from store.archive import Archive
from tests.tui.conftest import OpenReader
from tests.tui.driving import Driver
from tui.config import Settings
from tui.screens.reader import ReaderScreen
from tui.screens.tags import TagScreen
from tui.widgets import tag_prompt
from tui.widgets.tag_prompt import TagBox


@pytest.fixture(autouse=True)
def lettered(archive: Archive) -> None:
    """Give two tags letters."""
    key = archive.rows("SELECT key FROM articles ORDER BY id LIMIT 1")[0][0]
    for name, letter in (("kinh tế", "k"), ("đọc lại", "d")):
        tags.add(archive, [key], name)
        tags.set_letter(archive, name, letter)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a letter be held for as long as a test lasts."""
    monkeypatch.setattr(tag_prompt, "HOLD", 600.0)


def names(driver: Driver) -> list[str]:
    return [tag.name for tag in driver.row.tags]


async def test_a_letter_alone_puts_its_tag_after_a_moment(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("t", "k")
        assert isinstance(driver.screen, ReaderScreen)
        assert names(driver) == ["kinh tế"]


@pytest.mark.usefixtures("slow")
async def test_enter_puts_it_at_once(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("t")
        await driver.pilot.press("K", "enter")
        await driver.settle()
        assert isinstance(driver.screen, ReaderScreen)
        assert names(driver) == ["kinh tế"]


@pytest.mark.usefixtures("slow")
async def test_esc_leaves_it_at_once(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("t")
        await driver.pilot.press("k", "escape")
        await driver.settle()
        assert isinstance(driver.screen, ReaderScreen)
        assert names(driver) == []


@pytest.mark.usefixtures("slow")
@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        (("k", *"inh nghiệm"), "kinh nghiệm"),
        (("k", "n", "space", "v"), "kn v"),
        (("d", "backspace", *"đê điều"), "đê điều"),
        (("k", "backspace"), ""),
        (("k", "backspace", "k"), "k"),
        (("k", "tab"), "k"),
        (("k", "left"), "k"),
        (("k", "j"), "kj"),
    ],
)
async def test_what_follows_a_letter_makes_it_a_name(
    reader: OpenReader, typed: tuple[str, ...], stands: str
) -> None:
    async with reader() as driver:
        await driver.press("t")
        await driver.pilot.press(*typed)
        await driver.settle()
        assert isinstance(driver.screen, TagScreen)
        assert driver.screen.query_one(TagBox).value == stands
        assert names(driver) == []
        assert marks.all_marked(driver.archive) == []
        assert driver.reader.timeline.cursor == 0


@pytest.mark.usefixtures("slow")
async def test_an_arrow_chooses_among_the_names(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("t")
        await driver.pilot.press("k", "down")
        await driver.settle()
        assert isinstance(driver.screen, TagScreen)
        await driver.press("enter")
        assert names(driver) == ["k"]  # the second row: a new tag


async def test_nothing_is_put_while_keys_are_waiting(reader: OpenReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_prompt, "HOLD", 0.01)
    async with reader() as driver:
        await driver.press("t")
        box = driver.screen.query_one(TagBox)
        waiting = True
        box._typing = lambda: waiting
        await driver.pilot.press("k")
        await asyncio.sleep(0.2)
        assert isinstance(driver.screen, TagScreen)
        waiting = False
        await driver.settle()
        assert names(driver) == ["kinh tế"]


async def test_the_keys_stand_in_one_line(reader: OpenReader) -> None:
    for language in ("en", "vi"):
        for width in (24, 40, 60, 80, 120):
            async with reader(size=(width, 24), settings=Settings(read_after=0, language=language)) as driver:
                await driver.press("t")
                assert driver.screen.query_one("#prompt-hint").size.height == 1
                assert "esc" in driver.text()


async def test_a_name_has_its_length(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("t")
        box = driver.screen.query_one(TagBox)
        box.insert_text_at_cursor("x" * 59)
        await driver.type("yz")
        assert box.value == "x" * 59 + "y"
        await driver.press("enter")
        assert names(driver) == ["x" * 59 + "y"]


async def test_blanks_are_no_name(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("t", "space", "space", "enter")
        assert isinstance(driver.screen, TagScreen)
        assert names(driver) == []


async def test_a_tag_that_there_is_not(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("#")
        await driver.type("zzz")
        assert "No tag has this name." in driver.text()
        await driver.press("enter")
        assert isinstance(driver.screen, TagScreen)


async def test_filtering_by_tag_where_there_is_none(reader: OpenReader, archive: Archive) -> None:
    for name in ("kinh tế", "đọc lại"):
        tags.delete(archive, name)
    async with reader() as driver:
        await driver.press("#")
        assert isinstance(driver.screen, ReaderScreen)
        assert driver.message == "There are no tags yet; t puts one on an article."
