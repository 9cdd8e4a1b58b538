"""The filter box beyond its keys: what it takes, and what is told of what cannot be searched for."""

from __future__ import annotations

import threading
import time

import pytest
from textual import events

from store.search import Results
from tests.tui.conftest import OpenReader
from tests.tui.driving import Driver
from tui.config import Settings
from tui.screens import asking

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


async def test_a_line_around_the_first_match_stands_under_the_title(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("/")
        await driver.type('"mười gian nhà"')
        assert "Xã xin mười gian nhà ngói," in driver.text()
        [row] = driver.reader.timeline.results.rows(0, 9)
        assert row.title == "Bàn việc xây trường ở xã Bến Gỗ"
        width = driver.reader.timeline.size.width
        timeline = [line[:width] for line in driver.text().splitlines()[:-2]]
        [shown] = [number for number, line in enumerate(timeline) if "mười gian" in line]
        assert "Bến Gỗ" in timeline[shown - 1]


async def test_a_match_in_the_headline_alone_needs_no_line_around_it(reader: OpenReader) -> None:
    async with reader() as driver:
        timeline = driver.reader.timeline
        await driver.press("/")
        await driver.type('"thư của"')
        assert driver.row.title == "Thư của bạn đọc về bến đò"
        alone = timeline._layout.height_of(0)
        await driver.press("escape", "/")
        await driver.type("lũ")
        assert driver.row.title == "Thư của bạn đọc về bến đò"
        assert timeline._layout.height_of(0) == alone + 1


async def test_rows_are_shown_before_they_are_counted(reader: OpenReader, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()
    count_at_most = Results.count_at_most

    def waiting(self: Results, most: int) -> int:
        go_on.wait(30)
        return count_at_most(self, most)

    monkeypatch.setattr(asking, "FIRST_ROWS", 1)
    monkeypatch.setattr(asking, "COUNTING", 0.0)
    monkeypatch.setattr(Results, "count_at_most", waiting)
    async with reader() as driver:
        try:
            await driver.pilot.press("/", "x", "ã")
            while "1+ of 5" not in driver.text():
                await driver.pilot.pause(0.01)
            assert driver.reader.timeline.results.count == 1
            assert len(driver.reader.keys_shown()) > 1
        finally:
            go_on.set()
        await driver.settle()
        assert "1+" not in driver.text()
        assert driver.reader.timeline.results.count > 1


async def test_the_cursor_stays_on_its_article_while_they_are_counted(
    reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    count_at_most = Results.count_at_most

    def waiting(self: Results, most: int) -> int:
        time.sleep(0.1)
        return count_at_most(self, most)

    monkeypatch.setattr(asking, "FIRST_ROWS", 1)
    monkeypatch.setattr(asking, "COUNTING", 0.0)
    async with reader() as driver:
        await driver.press("/")
        await driver.type("xã")
        await driver.press("enter", "G")
        last = driver.row.key
        monkeypatch.setattr(Results, "count_at_most", waiting)
        await driver.press("escape")
        assert driver.row.key == last
        await driver.press("/")
        await driver.type("xã")
        assert driver.row.key == last
        await driver.press("backspace")
        assert driver.row.key == last


async def test_by_relevance_rows_say_their_year(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("/")
        await driver.type("xã")
        await driver.press("enter", "G", "O")
        timeline = driver.reader.timeline
        assert timeline.cursor == 0
        assert "2023 · March" not in driver.text()
        days = [line[:9] for line in driver.text().splitlines()]
        assert any("2023" in day for day in days)
        await driver.press("escape")
        assert "2023 · March" in driver.text()


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("2021-11", "Bàn việc xây trường ở xã Bến Gỗ"),
        ("11/2021", "Bàn việc xây trường ở xã Bến Gỗ"),
        ("14/3/2023", "Đoàn công tác của tỉnh Hạ Vân khảo sát đường liên xã tại huyện Suối Đá"),
        ("2022", "Bàn việc xây trường ở xã Bến Gỗ"),
    ],
)
async def test_a_date_in_the_palette_is_a_place_to_go_to(reader: OpenReader, typed: str, title: str) -> None:
    async with reader() as driver:
        await driver.press("_", ":")
        await driver.type(typed)
        await driver.press("enter")
        assert driver.row.title == title
        assert driver.reader.pane == "timeline"


async def test_a_date_before_everything_says_so(reader: OpenReader) -> None:
    async with reader() as driver:
        before = driver.row.title
        await driver.press(":")
        await driver.type("1990")
        await driver.press("enter")
        assert driver.message == "Nothing that is shown is so old."
        assert driver.row.title == before


async def test_the_line_around_the_match_has_the_match_in_it_however_narrow_the_pane(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("/")
        await driver.type('"làm xong mặt đường')
        width = driver.reader.timeline.size.width
        timeline = [line[:width] for line in driver.text().splitlines()[:-2]]
        assert any("xong mặt" in line for line in timeline)


async def test_each_letter_goes_to_the_first_match(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("/")
        await driver.type("đường")
        assert driver.reader.article.match_position[0] == 1
        await driver.press("enter", "n", "n", "/")
        await driver.type(" s")
        assert driver.reader.article.match_position[0] == 1
