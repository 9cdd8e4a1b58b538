"""What the reader does beyond its keys: layouts, filters, places, what counts as read, archives of all sorts."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from textual import events
from textual.keys import key_to_character
from textual.worker import WorkerFailed

from store import articles, marks, notes, reading, tags
from store.archive import Archive
from store.errors import ArchiveBusy, ArchiveError, Interrupted
from store.search import Results
from tests.tui.conftest import OpenReader
from tests.tui.driving import Driver
from tests.tui.shelf import HAI, LUA
from tui.app import BienbanApp
from tui.config import Settings
from tui.screens.person import PersonScreen
from tui.screens.reader import ReaderScreen
from tui.screens.tags import TagScreen

PANES = ("Timeline", "Article", "People")


def panes_seen(driver: Driver) -> set[str]:
    reader = driver.reader
    panes = {"Timeline": reader.timeline, "Article": reader.article, "People": reader.people}
    return {name for name, pane in panes.items() if pane.display and pane.size.width}


# --- layouts ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "key", "seen"),
    [
        (120, "1", {"Timeline", "Article", "People"}),
        (100, "3", {"Timeline", "Article", "People"}),
        (99, "1", {"Timeline", "Article"}),
        (80, "1", {"Timeline", "Article"}),
        (80, "2", {"Timeline", "Article"}),
        (80, "3", {"Article", "People"}),
        (79, "1", {"Timeline"}),
        (60, "2", {"Article"}),
        (40, "2", {"Article"}),
        (40, "3", {"People"}),
    ],
)
async def test_as_many_panes_as_have_room(reader: OpenReader, width: int, key: str, seen: set[str]) -> None:
    async with reader(size=(width, 24)) as driver:
        await driver.press(key)
        assert panes_seen(driver) == seen


async def test_panes_follow_the_window(reader: OpenReader) -> None:
    async with reader(size=(120, 36)) as driver:
        await driver.pilot.resize_terminal(50, 20)
        await driver.settle()
        assert panes_seen(driver) == {"Timeline"}
        await driver.press("enter")
        assert panes_seen(driver) == {"Article"}
        await driver.pilot.resize_terminal(120, 36)
        await driver.settle()
        assert panes_seen(driver) == set(PANES)


@pytest.mark.parametrize("size", [(20, 5), (23, 20), (80, 6), (1, 1), (2, 2)])
async def test_a_window_without_room_says_so_and_can_be_left(reader: OpenReader, size: tuple[int, int]) -> None:
    async with reader(size=size) as driver:
        if size >= (20, 5):
            assert "too small" in driver.text()
        await driver.press("?", "escape", "/", "a", "escape")
        await driver.pilot.resize_terminal(120, 36)
        await driver.settle()
        assert "Bàn việc xây trường" in driver.text()


# --- the filter -------------------------------------------------------------------------------------------------


async def test_a_query_from_the_command_line(reader: OpenReader) -> None:
    async with reader("giếng") as driver:
        assert driver.titles == ["Hội nghị bàn về giếng nước"]
        assert driver.reader.foot.box.text == "giếng"


async def test_letters_typed_in_another_form_of_unicode(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("/")
        driver.reader.foot.box.value = "gie\u0302\u0301ng"
        await driver.settle()
        assert driver.titles == ["Hội nghị bàn về giếng nước"]


async def test_a_filter_that_finds_nothing_shows_nothing(reader: OpenReader) -> None:
    async with reader("zzzqqq") as driver:
        assert driver.titles == []
        assert driver.reader.view is None
        for key in (
            "j",
            "k",
            "g",
            "G",
            "enter",
            "t",
            "space",
            "a",
            "A",
            "p",
            "o",
            "y",
            "r",
            "n",
            "e",
            "3",
            "enter",
        ):
            await driver.press("1", key)
            assert isinstance(driver.screen, ReaderScreen)


async def test_a_filter_that_cannot_be_read_keeps_the_rows_and_says_why(reader: OpenReader) -> None:
    async with reader("đường") as driver:
        await driver.press("/")
        await driver.type(" before:zzz")
        assert len(driver.titles) == 1
        assert driver.message.startswith("cannot read the filter: ")
        await driver.press(*["backspace"] * 11)
        assert driver.message == ""
        assert driver.reader.foot.status.words().startswith("1 of 5")


async def test_the_cursor_stays_on_its_article(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("down", "down")
        title = driver.row.title
        await driver.press("/")
        await driver.type("trường")
        assert driver.row.title == title
        await driver.press("escape")
        assert driver.row.title == title


async def test_articles_stay_in_the_list_until_it_is_asked_anew(reader: OpenReader) -> None:
    async with reader("is:unread") as driver:
        await driver.press("r")
        assert len(driver.titles) == 5
        assert not driver.row.unread


async def test_only_the_newest_search_is_shown(reader: OpenReader, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reader() as driver:
        for text in ("đ", "đườ", "giếng"):
            driver.reader.filter_to(text)
        await driver.settle()
        assert driver.titles == ["Hội nghị bàn về giếng nước"]


async def test_a_search_that_is_interrupted_is_no_error(
    reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reader() as driver:
        with monkeypatch.context() as patched:
            patched.setattr(Results, "count", property(_raising(Interrupted("interrupted"))))
            driver.reader.filter_to("giếng")
            await driver.settle()
        assert driver.message == ""
        driver.reader.filter_to("giếng")
        await driver.settle()
        assert len(driver.titles) == 1


def _raising(error: ArchiveError):  # type: ignore[no-untyped-def]
    def fail(*_: object) -> None:
        raise error

    return fail


async def test_a_search_that_fails_is_told_in_a_line(reader: OpenReader, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reader() as driver:
        error = ArchiveBusy("Another program is writing to the archive.", "Wait.")
        monkeypatch.setattr(Results, "rows", _raising(error))
        driver.reader.filter_to("giếng")
        await driver.settle()
        assert driver.message == "Another program is writing to the archive. Wait."


async def test_an_error_that_nobody_foresaw_is_told_in_a_line(
    reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reader() as driver:

        def fail(*_: object) -> None:
            raise RuntimeError("[bold]lạ[/]")

        monkeypatch.setattr(articles, "read", fail)
        driver.reader.load(driver.row.article_id)
        with suppress(WorkerFailed):  # waiting for the workers tells of it too
            await driver.settle()
        await driver.pilot.pause()
        assert driver.message == "Something went wrong that should not: RuntimeError: [bold]lạ[/]"
        assert "[bold]lạ[/]" in driver.text()


async def test_tags_with_quotes_can_be_filtered(reader: OpenReader) -> None:
    async with reader() as driver:
        key = driver.row.key
        await driver.do(lambda archive: tags.add(archive, [key], 'tên "lạ" [b]'))
        await driver.press("#", "enter")
        assert len(driver.titles) == 1


# --- keys that come fast ----------------------------------------------------------------------------------------


def burst(app: BienbanApp, text: str) -> None:
    """Send keys as a slow line or a fast hand does: all at once."""
    names = {" ": "space", "/": "slash", ".": "full_stop"}
    for letter in text:
        key = names.get(letter, letter)
        app.post_message(events.Key(key, key_to_character(key)))


async def until(driver: Driver, holds) -> None:  # type: ignore[no-untyped-def]
    """Wait for something that happens by itself."""
    async with asyncio.timeout(20):
        while not holds():
            await asyncio.sleep(0.01)
    await driver.settle()


async def test_letters_right_after_the_slash_go_into_the_filter(reader: OpenReader) -> None:
    async with reader() as driver:
        burst(driver.app, "/le qua")
        await until(driver, lambda: driver.reader.foot.box.text == "le qua")
        assert isinstance(driver.screen, ReaderScreen)


async def test_a_letter_right_after_the_key_for_tags_chooses(reader: OpenReader) -> None:
    async with reader() as driver:
        key = driver.row.key
        await driver.do(lambda archive: tags.add(archive, [key], "khẩn"))
        burst(driver.app, "jtk")
        await until(driver, lambda: driver.reader.timeline.cursor == 1 and driver.row.tags)
        await until(driver, lambda: isinstance(driver.screen, ReaderScreen))


async def test_what_is_typed_on_after_the_letter_of_a_tag_is_a_name(reader: OpenReader) -> None:
    async with reader() as driver:
        key = driver.row.key
        await driver.do(lambda archive: tags.add(archive, [key], "khẩn"))
        burst(driver.app, "jtkj.")
        await until(driver, lambda: isinstance(driver.screen, TagScreen) and "kj." in driver.text())
        assert driver.reader.timeline.cursor == 1
        assert not driver.row.tags


async def test_a_note_typed_in_one_breath(reader: OpenReader) -> None:
    async with reader() as driver:
        burst(driver.app, "aqua giac")
        driver.app.post_message(events.Key("ctrl+s", None))
        await until(driver, lambda: notes.all_notes(driver.archive))
        assert [note.text for note in notes.all_notes(driver.archive)] == ["qua giac"]


# --- places and reading -----------------------------------------------------------------------------------------


async def test_the_last_article_opens_again_where_one_stopped(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("down", "enter", "pagedown", "down", "down")
        title, offset = driver.row.title, driver.reader.article.top_offset
        assert offset > 0
        await driver.press("q")
    async with reader() as driver:
        assert driver.row.title == title
        assert driver.reader.article.top_offset == offset
    async with reader(size=(60, 20)) as driver:  # other lines, the same place
        await driver.press("enter")
        top = driver.reader.article.top_offset
        assert driver.reader.view is not None
        assert top <= offset < top + 120


async def test_the_place_is_kept_when_the_article_is_left_and_found_again(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("down", "enter", "pagedown")
        offset = driver.reader.article.top_offset
        await driver.press("1", "down", "up")
        assert driver.reader.article.top_offset == offset


async def test_passing_over_an_article_does_not_read_it(reader: OpenReader) -> None:
    async with reader(settings=Settings(read_after=1)) as driver:
        await driver.press("down", "down", "up")
        assert all(row.unread for row in driver.reader.timeline.results.rows(0, 5))
        assert reading.last_article(driver.archive) is None


async def test_an_article_whose_end_was_seen_is_read(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("down", "enter", "pagedown")
        assert driver.row.unread
        await driver.press("G")
        assert not driver.row.unread


async def test_a_short_article_is_read_when_it_is_opened_and_that_is_no_act(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("enter")
        assert not driver.row.unread
        await driver.press("u")
        assert driver.message == "There is nothing to undo."


async def test_an_article_is_read_after_a_while(reader: OpenReader) -> None:
    async with reader(settings=Settings(read_after=1)) as driver:
        await driver.press("down")
        assert driver.row.unread
        await driver.press("enter")
        await until(driver, lambda: not driver.row.unread)


# --- acts -------------------------------------------------------------------------------------------------------


async def test_acts_are_on_the_marked_articles(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("space", "space", "t")
        assert isinstance(driver.screen, TagScreen)
        assert "Tag 2 marked articles" in driver.text()
        await driver.type("gộp")
        await driver.press("enter")
        assert driver.message == "tagged 2 articles “gộp” · u undoes"
        assert tags.all_tags(driver.archive)[0].count == 2
        await driver.press("u")
        assert tags.all_tags(driver.archive) == []
        assert driver.message == "undone: tagging 2 articles “gộp” · U does it again"


async def test_a_message_stays_until_the_next_act(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("space")
        assert "u undoes" in driver.text()
        await driver.press("down")
        assert "u undoes" not in driver.text()
        assert "? help" in driver.text()


async def test_completion_does_not_need_marks(reader: OpenReader) -> None:
    async with reader() as driver:
        key = driver.row.key
        await driver.do(lambda archive: tags.add(archive, [key], "Nghị quyết XIII"))
        await driver.press("down", "t")
        await driver.type("quyet")
        await driver.press("enter")
        assert [tag.name for tag in driver.row.tags] == ["Nghị quyết XIII"]


async def test_a_new_tag_though_another_begins_so(reader: OpenReader) -> None:
    async with reader() as driver:
        key = driver.row.key
        await driver.do(lambda archive: tags.add(archive, [key], "Hải Phòng"))
        await driver.press("t", "tab")
        await driver.type("Hải")
        await driver.press("down", "enter")
        assert [tag.name for tag in driver.row.tags] == ["Hải", "Hải Phòng"]


async def test_an_emptied_note_is_deleted(reader: OpenReader) -> None:
    async with reader() as driver:
        key = driver.row.key
        await driver.do(lambda archive: notes.add(archive, key, None, "ba"))
        await driver.press("A", "enter", "backspace", "backspace", "ctrl+s")
        assert notes.all_notes(driver.archive) == []
        assert driver.message == "deleted a note · u undoes"


async def test_a_persons_page_turns_to_others_and_goes_to_articles(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("down", "3", "p")
        assert isinstance(driver.screen, PersonScreen)
        await driver.press("G", "enter")
        assert isinstance(driver.screen, PersonScreen)
        assert HAI in driver.text()  # whom this one meets
        await driver.press("escape", "escape")
        assert isinstance(driver.screen, ReaderScreen)


async def test_the_person_is_who_was_clicked_in_the_text(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("down")
        lines = driver.text().splitlines()
        y, line = next((y, line) for y, line in enumerate(lines) if LUA in line)
        await driver.pilot.click(offset=(line.index(LUA) + 2, y))
        await driver.settle()
        await driver.press("p")
        assert "Chủ tịch UBND huyện Suối Đá" in driver.text()


async def test_the_mouse_on_panes_rows_and_hints(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.pilot.click("#people")
        await driver.settle()
        assert driver.reader.pane == "people"
        y = next(y for y, line in enumerate(driver.text().splitlines()) if "Bàn việc xây" in line)
        await driver.pilot.click(offset=(10, y))
        await driver.settle()
        assert driver.reader.pane == "timeline"
        assert driver.row.title.startswith("Bàn việc xây")
        x = driver.text().splitlines()[-1].index("? help")
        await driver.pilot.click(offset=(x, 35))
        await driver.settle()
        assert "Help" in driver.text()


# --- archives that are not as one would wish --------------------------------------------------------------------


@pytest.fixture
def read_only(archive_path: Path) -> Iterator[Archive]:
    with Archive.open(archive_path, read_only=True) as archive:
        yield archive


@pytest.mark.parametrize("key", ["t", "space", "a", "r", "u", "U", ".", "M"])
async def test_an_archive_that_may_not_be_written_says_so(read_only: Archive, key: str) -> None:
    app = BienbanApp(read_only, Settings(read_after=1))
    async with app.run_test(size=(100, 30)) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        await driver.press("enter", "G", "1", key)
        assert driver.message == "This archive is open for reading only: nothing can be changed in it."
        await driver.press("/")
        await driver.type("giếng")
        assert len(driver.titles) == 1
        await driver.press("q")


async def test_an_empty_archive(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "empty.db") as archive:
        app = BienbanApp(archive, Settings())
        async with app.run_test(size=(100, 30)) as pilot:
            driver = Driver(app, pilot)
            await driver.settle()
            assert "bienban import" in driver.message
            for key in ("j", "enter", "t", "space", "a", "p", "o", "y", "e", "#", "escape", "u"):
                await driver.press(key)


async def test_an_act_that_fails_is_told_in_a_line(reader: OpenReader, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reader() as driver:
        monkeypatch.setattr(marks, "toggle", _raising(ArchiveBusy("Busy.", "Wait.")))
        await driver.press("space")
        assert driver.message == "Busy. Wait."


async def test_what_is_imported_meanwhile_is_shown_and_counted(reader: OpenReader, archive_path: Path) -> None:
    from tests.tui import shelf

    late = shelf.imported("late", "Tin đến sau", "Một tin mới về chợ phiên.", meeting=shelf.on_day("2024-05-05"))
    async with reader() as driver:
        await driver.press("down")
        before, titles = driver.row, driver.titles
        assert " 5 articles · 5 meetings · 3 people " in driver.text()
        with Archive.open(archive_path) as other:
            articles.add(other, late)
        driver.reader.arrivals.look()
        await driver.settle()
        assert " 6 articles · 6 meetings · 3 people " in driver.text()
        assert sorted(driver.titles) == sorted([*titles, "Tin đến sau"])
        assert driver.row.key == before.key
        await driver.press("/")
        await driver.type("giếng")
        assert driver.reader.foot.status.words().startswith("1 of 6")


async def test_an_empty_archive_that_is_filled_shows_what_came(tmp_path: Path) -> None:
    from tests.tui import shelf

    with Archive.open(tmp_path / "empty.db") as archive:
        async with BienbanApp(archive, Settings()).run_test(size=(100, 30)) as pilot:
            assert isinstance(pilot.app, BienbanApp)
            driver = Driver(pilot.app, pilot)
            await driver.settle()
            with Archive.open(tmp_path / "empty.db") as other:
                articles.add(other, shelf.LETTER)
            driver.reader.arrivals.look()
            await driver.settle()
            assert driver.titles == ["Thư của bạn đọc về bến đò"]
            assert driver.message == ""
            assert "1 article · 1 meeting · 0 people" in driver.text()


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_the_row_under_the_cursor_is_there_again_at_the_next_start(reader: OpenReader, key: str) -> None:
    async with reader() as driver:
        await driver.press("down", "enter", "1", "down", "down")
        left = driver.row.key
        await driver.press(key)
    async with reader() as driver:
        assert driver.row.key == left
        assert reading.last_article(driver.archive) != left


async def test_what_is_imported_meanwhile_can_be_found(reader: OpenReader, archive_path: Path) -> None:
    from tests.tui import shelf

    late = shelf.imported("late", "Tin đến sau", "Một tin mới về chợ phiên.", meeting=shelf.on_day("2024-05-05"))
    async with reader() as driver:
        with Archive.open(archive_path) as other:
            articles.add(other, late)
        await driver.press("/")
        await driver.type("cho phien")
        assert driver.titles == ["Tin đến sau"]
