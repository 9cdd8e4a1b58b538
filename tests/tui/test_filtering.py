"""The filter box beyond its keys: what it takes, and what is told of what cannot be searched for."""

from __future__ import annotations

import pytest
from textual import events

from tests.tui.conftest import OpenReader
from tests.tui.driving import Driver
from tui.config import Settings

NOTHING = "There is nothing to search for in this filter: it has no letter or digit."


async def paste(driver: Driver, text: str) -> None:
    driver.app.post_message(events.Paste(text))
    await driver.settle()


@pytest.mark.parametrize("typed", ["😀", "%", "*", '"', "-", "()"])
async def test_a_filter_without_words_says_so(reader: OpenReader, typed: str) -> None:
    async with reader() as driver:
        await driver.press("/")
        await paste(driver, typed)
        assert driver.message == NOTHING
        assert len(driver.titles) == 5
        await driver.type("nước")
        assert NOTHING not in driver.message


async def test_an_empty_filter_says_nothing(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("/")
        await driver.type("  ")
        assert driver.message == ""


@pytest.mark.parametrize(
    ("pasted", "stands"),
    [
        ("giếng\nnước", "giếng nước"),
        ("giếng\r\n\r\n  nước\n", "giếng nước"),
        ("giếng\x1b[1m", "giếng[1m"),
        ("", ""),
    ],
)
async def test_all_lines_that_are_pasted_are_taken(reader: OpenReader, pasted: str, stands: str) -> None:
    async with reader() as driver:
        await driver.press("/")
        await paste(driver, pasted)
        assert driver.reader.foot.box.value == stands


async def test_what_is_pasted_takes_the_place_of_what_is_selected(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("/")
        await driver.type("nước")
        driver.reader.foot.box.select_all()
        await paste(driver, "bến\nđò")
        assert driver.reader.foot.box.value == "bến đò"
        assert "Thư của bạn đọc về bến đò" in driver.titles


async def test_what_is_wrong_in_a_filter_is_told_in_vietnamese(reader: OpenReader) -> None:
    async with reader(settings=Settings(read_after=0, language="vi")) as driver:
        await driver.press("/")
        await driver.type("date:mai")
        assert driver.message == (
            "chưa đọc được bộ lọc: “mai” không phải ngày; hãy viết 2021, 2021-12, 2021-12-01 hoặc 2021-01..2021-06."
        )


async def test_where_nothing_can_be_seen_only_leaving_works(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.pilot.resize_terminal(20, 5)
        await driver.settle()
        for key in ("t", "a", "space", "r", "slash", "e", "j", "question_mark", "ctrl+p"):
            await driver.press(key)
            assert driver.screen is driver.reader
        assert driver.reader.timeline.cursor == 0
        assert not driver.reader.foot.box.has_focus
        await driver.pilot.resize_terminal(100, 30)
        await driver.settle()
        await driver.press("j")
        assert driver.reader.timeline.cursor == 1
        await driver.pilot.resize_terminal(20, 5)
        await driver.settle()
        await driver.pilot.press("q")
        await driver.pilot.pause()
        assert driver.app._exit
