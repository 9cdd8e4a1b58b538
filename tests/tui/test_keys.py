"""Every key of every action, in every place where it works. An action without a case here fails the run."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from store import journal, marks, notes, tags
from tests.tui.conftest import OpenReader
from tests.tui.driving import Driver
from tests.tui.shelf import HAI, LUA
from tui.actions import ACTIONS, Scope
from tui.screens.export import ExportScreen
from tui.screens.help import HelpScreen
from tui.screens.note import NoteScreen
from tui.screens.notes import NotesScreen
from tui.screens.original import OriginalScreen
from tui.screens.person import PersonScreen
from tui.screens.reader import ReaderScreen
from tui.screens.tags import TagScreen
from tui.widgets.foot import Foot

Case = Callable[[Driver, str], Awaitable[None]]

_CASES: dict[tuple[str, Scope], Case] = {}

READER, LIST, NOTES = Scope.READER, Scope.LIST, Scope.NOTES
ALL_KEYS = [(action.id, scope, key) for action in ACTIONS for scope in action.scopes for key in action.keys]


def case(action: str, *scopes: Scope) -> Callable[[Case], Case]:
    """Say which action, and where, a function is the case of."""

    def register(function: Case) -> Case:
        for scope in scopes or (READER,):
            assert (action, scope) not in _CASES
            _CASES[action, scope] = function
        return function

    return register


@pytest.mark.parametrize(("action", "scope", "key"), ALL_KEYS, ids=lambda value: str(value))
async def test_key(reader: OpenReader, action: str, scope: Scope, key: str) -> None:
    assert (action, scope) in _CASES, f"no test presses the key of {action} in {scope}"
    async with reader() as driver:
        await _CASES[action, scope](driver, key)


def test_no_case_is_left_over() -> None:
    assert set(_CASES) == {(action, scope) for action, scope, _ in ALL_KEYS}


async def open_roads(driver: Driver) -> None:
    """Go into the long article."""
    await driver.press("down", "enter")
    assert "khảo sát" in driver.row.title
    assert driver.reader.pane == "article"


async def open_help(driver: Driver) -> None:
    await driver.press("?")
    assert isinstance(driver.screen, HelpScreen)


async def open_notes(driver: Driver, count: int = 2) -> NotesScreen:
    """Open the list of notes of an article that has some."""
    key = driver.row.key
    await driver.do(lambda archive: [notes.add(archive, key, None, f"ghi chú {number}") for number in range(count)])
    await driver.press("A")
    assert isinstance(driver.screen, NotesScreen)
    return driver.screen


def foot(driver: Driver) -> Foot:
    return driver.reader.foot


# --- move -------------------------------------------------------------------------------------------------------


@case("move-down")
async def move_down(driver: Driver, key: str) -> None:
    await driver.press(key)
    assert driver.reader.timeline.cursor == 1
    await driver.press("2", key)
    assert driver.reader.article.top == 1
    await driver.press("3", key)
    assert driver.reader.people.cursor == 1
    await driver.press("2", "v")
    before = driver.selection.end
    await driver.press(key)
    assert driver.selection.end > before


@case("move-up")
async def move_up(driver: Driver, key: str) -> None:
    await driver.press("G", key)
    assert driver.reader.timeline.cursor == 3
    await driver.press("g", "down", "2", "down", "down", key)
    assert driver.reader.article.top == 1
    await driver.press("3", "down", "down", key)
    assert driver.reader.people.cursor == 1
    await driver.press("2", "v", "down", "down")
    before = driver.selection.end
    await driver.press(key)
    assert driver.selection.end < before


@case("move-left")
async def move_left(driver: Driver, key: str) -> None:
    await driver.press("3", key)
    assert driver.reader.pane == "article"
    await driver.press("v", "w")
    before = driver.selection.end
    await driver.press(key)
    assert driver.selection.end == before - 1
    await driver.press("escape", key, key)
    assert driver.reader.pane == "timeline"


@case("move-right")
async def move_right(driver: Driver, key: str) -> None:
    await driver.press(key)
    assert driver.reader.pane == "article"
    await driver.press("v", key, key)
    assert len(driver.selected) == 3
    await driver.press("escape", key, key)
    assert driver.reader.pane == "people"


@case("next-word")
async def next_word(driver: Driver, key: str) -> None:
    await open_roads(driver)
    await driver.press("v", key, key, key)
    assert driver.selected == "Sáng 14-3, đoàn"


@case("previous-word")
async def previous_word(driver: Driver, key: str) -> None:
    await open_roads(driver)
    await driver.press("v", "w", "w", key)
    assert driver.selected == "Sáng"


@case("move-first")
async def move_first(driver: Driver, key: str) -> None:
    await driver.press("down", "down", key)
    assert driver.reader.timeline.cursor == 0
    await driver.press("down", "2", "pagedown", key)
    assert driver.reader.article.top == 0
    await driver.press("3", "G", key)
    assert driver.reader.people.cursor == 0


@case("move-last")
async def move_last(driver: Driver, key: str) -> None:
    await driver.press(key)
    assert driver.reader.timeline.cursor == 4
    await driver.press("g", "down", "2", key)
    assert driver.reader.article.percent == 100
    await driver.press("3", key)
    assert driver.reader.people.cursor == 5


@case("page-down")
async def page_down(driver: Driver, key: str) -> None:
    await driver.press(key)
    assert driver.reader.timeline.cursor == 4
    await driver.press("g", "down", "2", key)
    assert driver.reader.article.top > 10
    await driver.press("3", key)
    assert driver.reader.people.cursor == 5


@case("page-up")
async def page_up(driver: Driver, key: str) -> None:
    await driver.press("G", key)
    assert driver.reader.timeline.cursor == 0
    await driver.press("down", "2", "G", key)
    assert 0 < driver.reader.article.percent < 100
    await driver.press("3", "G", key)
    assert driver.reader.people.cursor == 0


@case("open")
async def open_article_and_words(driver: Driver, key: str) -> None:
    await driver.press("down", key)
    assert driver.reader.pane == "article"
    await driver.press("pagedown", "3", "down", key)
    assert driver.reader.article.top == 0  # the words of the first office stand in the first lines


@case("next-pane")
async def next_pane(driver: Driver, key: str) -> None:
    panes = []
    for _ in range(3):
        await driver.press(key)
        panes.append(driver.reader.pane)
    assert panes == ["article", "people", "timeline"]


@case("previous-pane")
async def previous_pane(driver: Driver, key: str) -> None:
    panes = []
    for _ in range(3):
        await driver.press(key)
        panes.append(driver.reader.pane)
    assert panes == ["people", "article", "timeline"]


@case("pane-timeline")
async def pane_timeline(driver: Driver, key: str) -> None:
    await driver.press("3", key)
    assert driver.reader.timeline.has_focus


@case("pane-article")
async def pane_article(driver: Driver, key: str) -> None:
    await driver.press(key)
    assert driver.reader.article.has_focus


@case("pane-people")
async def pane_people(driver: Driver, key: str) -> None:
    await driver.press(key)
    assert driver.reader.people.has_focus


@case("zoom-pane")
async def zoom_pane(driver: Driver, key: str) -> None:
    await driver.press("2", key)
    assert driver.reader.article.size.width > 110
    assert not driver.reader.timeline.display
    await driver.press(key)
    assert driver.reader.timeline.display


@case("fold")
async def fold(driver: Driver, key: str) -> None:
    total = driver.reader.timeline.results.count
    first = driver.row.title
    await driver.press(key)
    assert driver.reader.row is None
    assert driver.reader.view is None
    await driver.press("u", "space", "r")
    assert not marks.all_marked(driver.archive)
    await driver.press(key)
    years = driver.reader.timeline
    await driver.press(key)
    assert driver.message == "There is nothing more to fold here."
    assert years.results.count == total
    await driver.press("enter", "enter")
    assert driver.row.title == first


@case("unfold")
async def unfold(driver: Driver, key: str) -> None:
    first = driver.row.title
    await driver.press("-", "3", key)
    assert driver.row.title == first
    assert driver.reader.pane == "timeline"
    assert driver.reader.view is not None
    await driver.press(key)
    assert driver.message == "Nothing is folded here."


@case("fold-all")
async def fold_all(driver: Driver, key: str) -> None:
    first = driver.row.title
    await driver.press(key)
    assert driver.reader.row is None
    await driver.press("G")
    assert driver.reader.row is None
    await driver.press("g", key)
    assert driver.row.title == first


# --- find -------------------------------------------------------------------------------------------------------


@case("filter")
async def filter_as_you_type(driver: Driver, key: str) -> None:
    await driver.press(key)
    await driver.type("duong")
    assert driver.titles == ["Đoàn công tác của tỉnh Hạ Vân khảo sát đường liên xã tại huyện Suối Đá"]
    assert foot(driver).status.words().startswith("1 of 5 · match 1/")
    await driver.type(" xzq")
    assert driver.titles == []


@case("clear")
async def clear(driver: Driver, key: str) -> None:
    await driver.press("/")
    await driver.type("duong")
    await driver.press("enter", "2", "v", "right", key)
    assert driver.reader.article.selection is None
    assert len(driver.titles) == 1
    await driver.press(key)
    assert len(driver.titles) == 5
    assert foot(driver).box.text == ""


@case("clear", Scope.FILTER)
async def clear_while_typing(driver: Driver, key: str) -> None:
    await driver.press("/")
    await driver.type("duong")
    await driver.press(key)
    assert len(driver.titles) == 5
    assert driver.reader.timeline.has_focus


@case("accept", Scope.FILTER)
async def accept_filter(driver: Driver, key: str) -> None:
    await driver.press("/")
    await driver.type("giếng")
    await driver.press(key)
    assert driver.reader.timeline.has_focus
    assert driver.titles == ["Hội nghị bàn về giếng nước"]


@case("next-choice", Scope.FILTER)
async def next_row_while_typing(driver: Driver, key: str) -> None:
    await driver.press("/", key)
    assert driver.reader.timeline.cursor == 1
    assert foot(driver).box.has_focus


@case("previous-choice", Scope.FILTER)
async def previous_row_while_typing(driver: Driver, key: str) -> None:
    await driver.press("G", "/", key)
    assert driver.reader.timeline.cursor == 3


@case("filter-by-tag")
async def filter_by_tag(driver: Driver, key: str) -> None:
    key_of_row = driver.row.key
    await driver.do(lambda archive: tags.add(archive, [key_of_row], "mùa vụ"))
    await driver.press(key, "enter")
    assert foot(driver).box.text == 'tag:"mùa vụ"'
    assert len(driver.titles) == 1


@case("next-match")
async def next_match(driver: Driver, key: str) -> None:
    await driver.press("/")
    await driver.type("nước")
    await driver.press("enter")
    first = driver.reader.article.match_position[0]
    await driver.press(key)
    assert (first, driver.reader.article.match_position[0]) == (1, 2)


@case("previous-match")
async def previous_match(driver: Driver, key: str) -> None:
    await driver.press("/")
    await driver.type("nước")
    await driver.press("enter", key)
    current, total = driver.reader.article.match_position
    assert current == total > 1


@case("order")
async def order(driver: Driver, key: str) -> None:
    await driver.press(key)
    assert driver.message == "Relevance needs words to search for; / filters."
    await driver.press("/")
    await driver.type("xã")
    await driver.press("enter", key)
    assert driver.message == "Most relevant first."
    assert "by relevance" in driver.text()
    assert driver.reader.timeline.cursor == 0
    await driver.press(key)
    assert driver.message == "Newest first."
    assert "by relevance" not in driver.text()


# --- read -------------------------------------------------------------------------------------------------------


@case("person")
async def person(driver: Driver, key: str) -> None:
    await driver.press("down", "3", key)
    assert isinstance(driver.screen, PersonScreen)
    assert HAI in driver.text()
    assert "Hội nghị bàn về giếng nước" in driver.text()


@case("original")
async def original(driver: Driver, key: str) -> None:
    await driver.press(key)
    assert isinstance(driver.screen, OriginalScreen)
    assert "Gửi cho bạn bè" in driver.text()


@case("toggle-read")
async def toggle_read(driver: Driver, key: str) -> None:
    await driver.press(key)
    assert not driver.row.unread
    await driver.press(key)
    assert driver.row.unread


@case("copy")
async def copy(driver: Driver, key: str) -> None:
    await open_roads(driver)
    await driver.press(key)
    assert driver.app.clipboard.endswith("Hoài Phố. 15/3/2023 08:10")
    await driver.press("v", "w", key)
    assert driver.app.clipboard == "Sáng"
    assert "OSC 52" in driver.message


# --- keep -------------------------------------------------------------------------------------------------------


@case("tag")
async def tag(driver: Driver, key: str) -> None:
    await driver.press(key)
    await driver.type("đọc lại")
    await driver.press("enter")
    assert [known.name for known in driver.row.tags] == ["đọc lại"]
    assert driver.message == "tagged 1 article “đọc lại” · u undoes"
    await driver.press("down", key, "d")  # the letter that the tag got
    assert [known.name for known in driver.row.tags] == ["đọc lại"]


@case("repeat")
async def repeat(driver: Driver, key: str) -> None:
    await driver.press(key)
    assert "Nothing has been tagged yet" in driver.message
    await driver.press("t")
    await driver.type("gấp")
    await driver.press("enter", "down", key)
    assert [known.name for known in driver.row.tags] == ["gấp"]


@case("mark")
async def mark(driver: Driver, key: str) -> None:
    first = driver.row.key
    await driver.press(key, key)
    assert driver.reader.timeline.cursor == 2
    assert first in marks.all_marked(driver.archive)
    assert foot(driver).status.words() == "5 articles · 2 marked"


@case("clear-marks")
async def clear_marks(driver: Driver, key: str) -> None:
    await driver.press("space", "space", key)
    assert marks.all_marked(driver.archive) == []


@case("select")
async def select(driver: Driver, key: str) -> None:
    await driver.press(key)
    assert driver.reader.article.selecting
    assert "notes it" in driver.message
    await driver.press(key)
    assert not driver.reader.article.selecting


@case("annotate")
async def annotate(driver: Driver, key: str) -> None:
    await open_roads(driver)
    await driver.press("v", "w", key)
    assert isinstance(driver.screen, NoteScreen)
    assert "“Sáng”" in driver.text()
    await driver.type("xem lịch")
    await driver.press("ctrl+s")
    [note] = notes.of_article(driver.archive, driver.row.key)
    assert (note.exact, note.text, note.kind) == ("Sáng", "xem lịch", "note")
    assert driver.reader.article.selection is None
    assert "xem lịch" in driver.text()


@case("notes")
async def notes_of_article(driver: Driver, key: str) -> None:
    await driver.press(key)
    assert "no notes" in driver.message
    key_of_row = driver.row.key
    await driver.do(lambda archive: notes.add(archive, key_of_row, None, "nhớ hỏi"))
    await driver.press(key)
    assert isinstance(driver.screen, NotesScreen)
    assert "nhớ hỏi" in driver.text()


@case("undo")
async def undo(driver: Driver, key: str) -> None:
    await driver.press(key)
    assert driver.message == "There is nothing to undo."
    await driver.press("r", key)
    assert driver.row.unread
    assert driver.message == "undone: 1 article as read · U does it again"


@case("redo")
async def redo(driver: Driver, key: str) -> None:
    await driver.press(key)
    assert driver.message == "There is nothing to do again."
    await driver.press("r", "u", key)
    assert not driver.row.unread
    assert driver.message == "done again: 1 article as read · u undoes"


# --- out and the program ----------------------------------------------------------------------------------------


@case("export")
async def export(driver: Driver, key: str) -> None:
    await driver.press("space", key)
    assert isinstance(driver.screen, ExportScreen)
    assert "1 article that is marked" in driver.text()
    await driver.press("enter")
    [written] = Path("export").iterdir()
    assert "vụ mùa năm trước" in written.read_text(encoding="utf-8")
    assert driver.message == "exported 1 article to export"


@case("help")
async def help_screen(driver: Driver, key: str) -> None:
    await driver.press(key)
    assert isinstance(driver.screen, HelpScreen)


@case("help", LIST)
async def help_on_a_page(driver: Driver, key: str) -> None:
    await driver.press("o", key)
    assert isinstance(driver.screen, HelpScreen)
    await driver.press(key)
    assert isinstance(driver.screen, OriginalScreen)


@case("help", NOTES)
async def help_on_the_notes(driver: Driver, key: str) -> None:
    await open_notes(driver)
    await driver.press(key)
    assert isinstance(driver.screen, HelpScreen)
    await driver.press("escape")
    assert isinstance(driver.screen, NotesScreen)


@case("palette")
async def palette(driver: Driver, key: str) -> None:
    await driver.press(key)
    await driver.type("danh dau")
    await driver.press("enter")
    assert len(marks.all_marked(driver.archive)) == 1


@case("theme")
async def theme(driver: Driver, key: str) -> None:
    await driver.press(key)
    assert driver.app.theme == "bienban-light"
    await driver.press(key)
    assert driver.app.theme == "bienban-dark"


@case("quit")
async def quit_program(driver: Driver, key: str) -> None:
    await driver.pilot.press(key)
    await driver.pilot.pause()
    assert driver.app._exit


# --- pages ------------------------------------------------------------------------------------------------------


@case("move-down", LIST)
async def scroll_down(driver: Driver, key: str) -> None:
    await open_help(driver)
    await driver.press(key, key)
    assert driver.lines.top == 2


@case("move-up", LIST)
async def scroll_up(driver: Driver, key: str) -> None:
    await open_help(driver)
    await driver.press("down", "down", key)
    assert driver.lines.top == 1


@case("page-down", LIST)
async def page_down_in_a_page(driver: Driver, key: str) -> None:
    await open_help(driver)
    await driver.press(key)
    assert driver.lines.top > 10


@case("page-up", LIST)
async def page_up_in_a_page(driver: Driver, key: str) -> None:
    await open_help(driver)
    await driver.press("G", key)
    before = driver.lines.top
    await driver.press(key, key, key)
    assert driver.lines.top < before


@case("move-first", LIST)
async def first_line(driver: Driver, key: str) -> None:
    await open_help(driver)
    await driver.press("pagedown", key)
    assert driver.lines.top == 0


@case("move-last", LIST)
async def last_line(driver: Driver, key: str) -> None:
    await open_help(driver)
    await driver.press(key)
    assert driver.lines.top == driver.lines.max_scroll_y > 0


@case("close", LIST)
async def close_page(driver: Driver, key: str) -> None:
    await open_help(driver)
    await driver.press(key)
    assert isinstance(driver.screen, ReaderScreen)


@case("open", LIST)
async def go_from_a_person_to_the_article(driver: Driver, key: str) -> None:
    await driver.press("/")
    await driver.type("đường")
    await driver.press("enter", "3", "down", "down", "p")
    assert LUA in driver.text()
    await driver.press(key)  # her first office: of the article on the school, which the filter hides
    assert isinstance(driver.screen, ReaderScreen)
    assert driver.reader.view is not None
    assert LUA in driver.reader.view.body
    assert driver.reader.pane == "article"


@case("move-down", NOTES)
@case("page-down", NOTES)
@case("move-last", NOTES)
async def later_note(driver: Driver, key: str) -> None:
    await open_notes(driver)
    await driver.press(key)
    assert driver.lines.choice == 1


@case("move-up", NOTES)
@case("page-up", NOTES)
@case("move-first", NOTES)
async def earlier_note(driver: Driver, key: str) -> None:
    await open_notes(driver)
    await driver.press("down", key)
    assert driver.lines.choice == 0


@case("open", NOTES)
async def change_note(driver: Driver, key: str) -> None:
    await open_notes(driver, 1)
    await driver.press(key)
    assert isinstance(driver.screen, NoteScreen)
    await driver.type(" và sửa")
    await driver.press("ctrl+s")
    assert [note.text for note in notes.of_article(driver.archive, driver.row.key)] == ["ghi chú 0 và sửa"]


@case("close", NOTES)
async def close_notes(driver: Driver, key: str) -> None:
    await open_notes(driver)
    await driver.press(key)
    assert isinstance(driver.screen, ReaderScreen)


@case("delete-note", NOTES)
async def delete_note(driver: Driver, key: str) -> None:
    await open_notes(driver)
    await driver.press("down", key)
    assert [note.text for note in notes.of_article(driver.archive, driver.row.key)] == ["ghi chú 0"]
    await driver.press(key)
    assert isinstance(driver.screen, ReaderScreen)  # none is left
    await driver.press("u")
    assert len(notes.of_article(driver.archive, driver.row.key)) == 1


# --- while writing ----------------------------------------------------------------------------------------------


@case("accept", Scope.TAGS)
async def accept_tag(driver: Driver, key: str) -> None:
    await driver.press("t")
    await driver.type("họp")
    await driver.press(key)
    assert [known.name for known in driver.row.tags] == ["họp"]


@case("cancel", Scope.TAGS)
async def leave_tags(driver: Driver, key: str) -> None:
    await driver.press("t")
    assert isinstance(driver.screen, TagScreen)
    await driver.type("họp")
    await driver.press(key)
    assert isinstance(driver.screen, ReaderScreen)
    assert tags.all_tags(driver.archive) == []


@case("next-choice", Scope.TAGS)
async def next_tag(driver: Driver, key: str) -> None:
    row = driver.row.key
    await driver.do(lambda archive: [tags.add(archive, [row], name) for name in ("an", "ba")])
    await driver.press("down", "t", key, "enter")
    assert [known.name for known in driver.row.tags] == ["ba"]


@case("previous-choice", Scope.TAGS)
async def previous_tag(driver: Driver, key: str) -> None:
    row = driver.row.key
    await driver.do(lambda archive: [tags.add(archive, [row], name) for name in ("an", "ba")])
    await driver.press("down", "t", "down", key, "enter")
    assert [known.name for known in driver.row.tags] == ["an"]


@case("type-tag", Scope.TAGS)
async def type_tag(driver: Driver, key: str) -> None:
    row = driver.row.key
    await driver.do(lambda archive: tags.add(archive, [row], "đọc lại"))
    await driver.press("down", "t", key)
    await driver.type("doc")  # its d would put the tag at once, but for the key before
    await driver.press(key)
    assert driver.screen.query_one("#tag-box").value == "đọc lại"  # type: ignore[attr-defined]
    await driver.press("enter")
    assert [known.name for known in driver.row.tags] == ["đọc lại"]


@case("give-letter", Scope.TAGS)
async def give_letter(driver: Driver, key: str) -> None:
    row = driver.row.key
    await driver.do(lambda archive: tags.add(archive, [row], "đọc lại"))
    await driver.press("t", key, "x")
    assert tags.all_tags(driver.archive)[0].letter == "x"
    await driver.press("escape", "down", "t", "x")
    assert [known.name for known in driver.row.tags] == ["đọc lại"]


@case("save-note", Scope.NOTE)
async def save_note(driver: Driver, key: str) -> None:
    await driver.press("a", key)
    assert "Nothing is written yet" in driver.text()
    await driver.type("nên gọi điện")
    await driver.press(key)
    assert [note.text for note in notes.of_article(driver.archive, driver.row.key)] == ["nên gọi điện"]
    assert driver.message == "noted · u undoes"


@case("note-kind", Scope.NOTE)
async def note_kind(driver: Driver, key: str) -> None:
    await driver.press("a", key, key)
    await driver.type("ai?")
    await driver.press("ctrl+s")
    assert [note.kind for note in notes.of_article(driver.archive, driver.row.key)] == ["question"]


@case("cancel", Scope.NOTE)
async def leave_note(driver: Driver, key: str) -> None:
    await driver.press("a")
    await driver.type("bỏ đi")
    await driver.press(key, key)
    assert isinstance(driver.screen, ReaderScreen)
    assert journal.last(driver.archive) is None


@case("accept", Scope.EXPORT)
async def accept_export(driver: Driver, key: str) -> None:
    await driver.press("e", key)
    assert len(list(Path("export").iterdir())) == 5
    await driver.press("e", key)
    assert "5 files are there already" in driver.text()
    assert isinstance(driver.screen, ExportScreen)
    await driver.press(key)
    assert driver.message == "exported 5 articles to export"


@case("cancel", Scope.EXPORT)
async def leave_export(driver: Driver, key: str) -> None:
    await driver.press("e", key)
    assert isinstance(driver.screen, ReaderScreen)
    assert not Path("export").exists()


@case("next-choice", Scope.EXPORT)
async def next_format(driver: Driver, key: str) -> None:
    await driver.press("e")
    assert "markdown: text with front matter" in driver.text()
    await driver.press(key)
    assert "obsidian: Markdown with people as links" in driver.text()


@case("previous-choice", Scope.EXPORT)
async def previous_format(driver: Driver, key: str) -> None:
    await driver.press("e", key, "ctrl+o")
    assert "icalendar: a calendar of the meetings" in driver.text()
    await driver.press("enter")
    [written] = Path("export").iterdir()
    assert written.name == "articles.ics"
    assert written.read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")


@case("one-file", Scope.EXPORT)
async def one_file(driver: Driver, key: str) -> None:
    await driver.press("e", key, "enter")
    [written] = Path("export").iterdir()
    assert written.name == "articles.md"
    assert "bến đò" in written.read_text(encoding="utf-8")
