"""Every key of the reader, pressed in a real terminal; what the screen shows is the proof.

Keys come in bursts, as from fast fingers or a slow line: each must find what the one before it opened. Only after
`escape` a test waits, since a terminal sends escape and a letter in one burst for the letter with Alt.
"""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from tests.terminal.conftest import Reader
from tests.terminal.emulator import Terminal

BRIDGE, HOUSE, ROADS = "4.521", "873", "Đoạn 1 "
"""Words that stand only in the text of one article."""
END_OF_ROADS = "Đoạn 60 "


@pytest.mark.parametrize(("down", "up", "last", "first"), [("j", "k", "G", "g"), ("down", "up", "end", "home")])
def test_moving_in_the_timeline(screen: Terminal, down: str, up: str, last: str, first: str) -> None:
    screen.press(down).wait(HOUSE)
    screen.press(up).wait(BRIDGE)
    screen.press(last).wait(ROADS)
    screen.press(first).wait(BRIDGE)


def test_opening_and_scrolling_an_article(screen: Terminal) -> None:
    screen.press("G").wait(ROADS)
    screen.press("enter", "G").wait(END_OF_ROADS)
    screen.press("g").wait(ROADS)
    screen.press("pagedown").wait_gone(ROADS)
    screen.press("pageup").wait(ROADS)
    screen.press("j", "j", "j", "j", "j", "j", "j", "j", "j", "j", "j", "j", "j").wait_gone("Hội nghị làm đường\n")


def test_panes_by_number_and_by_tab(screen: Terminal) -> None:
    screen.press("G").wait(ROADS)
    screen.press("2", "G").wait(END_OF_ROADS)
    screen.press("1", "g").wait(BRIDGE)
    screen.press("G").wait(END_OF_ROADS)  # where one was in it
    screen.press("tab", "g").wait(ROADS)
    screen.press("shift+tab", "g").wait(BRIDGE)
    screen.press("G").wait(ROADS)
    screen.press("l", "l", "h", "G").wait(END_OF_ROADS)
    screen.press("h", "g").wait(BRIDGE)


def test_one_pane_or_all(screen: Terminal) -> None:
    screen.press("2", "z").wait_gone("Timeline")
    screen.wait(BRIDGE)
    screen.press("z").wait("Timeline")


def test_filtering_with_each_letter_and_clearing(screen: Terminal) -> None:
    screen.press("/").type("nha van hoa").wait("nha van hoa")
    screen.wait("1 of 3")
    screen.wait(HOUSE)
    screen.press("escape").wait_gone("nha van hoa")
    screen.press("/").type("nhà vẵn hóa").wait("nhà vẵn hóa")
    screen.wait("0 of 3")
    screen.press("escape").wait_gone("nhà vẵn hóa")
    screen.press("/").type("duong").wait("duong ")
    screen.wait("1 of 3")
    screen.press("enter").wait(ROADS)
    screen.press("escape").wait_gone("1 of 3")


def test_matches_one_after_the_other(screen: Terminal) -> None:
    screen.press("/").type("thôn").wait("1 of 3")
    screen.press("enter").wait("match 1/60")
    screen.press("n").wait("match 2/60")
    screen.press("N").wait("match 1/60")


def test_folding_months_and_years(screen: Terminal) -> None:
    screen.press("-").wait("▸+ ")
    screen.wait_gone(BRIDGE)
    screen.press("+").wait(BRIDGE)
    screen.press("_").wait("▸+ ")
    screen.press("_").wait(BRIDGE)
    screen.press("-").wait_gone(BRIDGE)
    screen.press("enter").wait(BRIDGE)


def test_a_date_to_go_to(screen: Terminal) -> None:
    screen.press("G").wait(ROADS)
    screen.press(":").wait("a date to go to")
    screen.type("2099").wait("Go to 2099")
    screen.press("enter").wait(BRIDGE)


def test_order_by_relevance(screen: Terminal) -> None:
    screen.press("/").type("thôn").wait("1 of 3")
    screen.press("enter", "O").wait("by relevance")
    screen.press("O").wait_gone("by relevance")


def test_a_query_on_the_command_line(reader: Reader) -> None:
    with reader("khởi", "công") as screen:
        screen.wait("1 of 3")
        screen.wait(HOUSE)


def test_tag_repeat_undo_redo_and_filter_by_tag(screen: Terminal) -> None:
    screen.press("t").wait("No tags yet")
    screen.type("xem kỹ").wait("new: xem kỹ")
    screen.press("enter").wait(
        lambda text: "New tag" not in text and "xem kỹ" in text and "No tags yet" not in text
    )
    screen.wait_gone("new: xem")
    screen.press("j").wait(HOUSE)
    screen.press(".").wait(lambda text: "tag" in text.splitlines()[-1] and "xem kỹ" in text.splitlines()[-1])
    screen.press("u").wait("undone: tag")
    screen.press("U").wait("done again: tag")
    screen.press("u").wait("undone: tag")
    screen.press("#").wait("See only the articles")
    screen.press("enter").wait("1 of 3")
    screen.wait(BRIDGE)


def test_a_letter_of_a_tag(screen: Terminal) -> None:
    screen.press("t").wait("No tags yet")
    screen.type("quan trọng").wait("new: quan")
    screen.press("enter").wait_gone("Tag this article")
    screen.press("t").wait("Tag this article")
    screen.press("ctrl+l").wait("a letter or digit for")
    screen.press("x").wait("a letter chooses")
    screen.press("escape").wait_gone("Tag this article")
    screen.press("j").wait(HOUSE)
    screen.press("t").wait("Tag this article")
    screen.press("x").wait_gone("Tag this article")
    screen.press("/").type("tag:quan").wait("2 of 3")


def test_marks(screen: Terminal) -> None:
    screen.press("space").wait("1 marked")
    screen.press("space").wait("2 marked")
    screen.press("M").wait_gone("marked ")


def test_a_note_on_a_passage(screen: Terminal) -> None:
    screen.press("2", "v").wait("notes it")
    screen.press("l", "l", "l", "l", "l", "l").press("a").wait("New note")
    screen.type("Hỏi lại con số này").press("ctrl+s").wait_gone("New note")
    screen.wait("Hỏi lại con số này")
    screen.press("A").wait("Notes of this article")
    screen.wait("Hỏi lại con số này")
    screen.press("d").wait("deleted a note")
    screen.wait_gone("Hỏi lại con số này")
    screen.press("u").wait("Hỏi lại con số này")


def test_second_keys_for_the_same(screen: Terminal) -> None:
    screen.press("G").wait(ROADS)
    screen.press("right", "ctrl+f").wait_gone(ROADS)
    screen.press("ctrl+b").wait(ROADS)
    screen.press("left", "g").wait(BRIDGE)
    screen.press("f1").wait("esc closes")
    screen.press("q").wait_gone("esc closes")
    screen.press(":").type("light").wait("Dark or light")
    screen.press("escape").wait_gone("Dark or light")
    screen.press("a").type("Xem lại").press("f2").wait("✎1")
    screen.press("A").wait("Notes of this article")
    screen.press("delete").wait_gone("✎1")


def test_a_passage_by_words_is_copied_as_it_stands(screen: Terminal) -> None:
    screen.press("2", "v", "w", "w", "w", "b", "y").wait("Copied the passage")
    (copied,) = re.findall(rb"\x1b]52;c;([A-Za-z0-9+/=]+)", screen.raw)
    assert base64.b64decode(copied).decode().startswith("Chiều 9/8/2023,")


def test_the_mouse_works_too(screen: Terminal) -> None:
    screen.click("Khởi công nhà").wait(HOUSE)
    screen.click("Hội nghị làm").wait(ROADS)
    for _ in range(8):
        screen.wheel("Đoạn", down=True)
    screen.wait_gone(ROADS)
    screen.click("help").wait("esc closes")


def test_a_note_that_is_left_is_not_kept(screen: Terminal) -> None:
    screen.press("a").wait("On the article as a whole")
    screen.press("ctrl+t").type("chưa xong").wait("chưa xong")
    screen.press("escape").wait("esc again leaves it")
    screen.press("escape").wait_gone("chưa xong")
    screen.press("A").wait("has no notes")


def test_read_and_unread(screen: Terminal) -> None:
    screen.wait("●")
    unread = screen.text.count("●")
    screen.press("r").wait(lambda text: text.count("●") == unread - 1)
    screen.press("r").wait(lambda text: text.count("●") == unread)


def test_people_and_a_person(screen: Terminal) -> None:
    screen.wait("Hồ Thị Thí")
    screen.press("3", "G", "enter", "p").wait("MEETINGS")
    screen.wait("Hồ Thị Thí")
    screen.press("escape").wait_gone("MEETINGS")
    screen.press("3", "g", "p").wait("MEETINGS")
    screen.wait("Hội nghị làm đường")


def test_the_original_text(screen: Terminal) -> None:
    screen.press("o").wait_gone("Timeline")
    screen.wait("Bàn giao cầu Suối Thử")
    screen.press("q").wait("Timeline")


def test_copying(screen: Terminal) -> None:
    screen.press("y").wait("Copied the headline")
    assert b"\x1b]52;c;" in screen.raw


def test_help_palette_and_theme(screen: Terminal, home: Path) -> None:
    screen.press("?").wait("Next pane")
    screen.press("escape").wait_gone("esc closes")
    screen.press("ctrl+p").type("light").wait("Dark or light")
    screen.press("escape").wait_gone("Dark or light")
    screen.press("T").wait("Light theme")
    screen.press("T").wait("Dark theme")


def test_export_of_what_the_filter_shows(screen: Terminal, home: Path) -> None:
    screen.press("/").type("cầu suối").wait("1 of 3")
    screen.press("enter", "e").wait("Export")
    screen.press("enter")
    screen.wait(lambda text: any(home.rglob("*.md")))
    screen.wait(BRIDGE)
    (written,) = home.rglob("*.md")
    assert "Bàn giao cầu Suối Thử" in written.read_text("utf-8")


def test_export_of_the_marked_in_one_file_and_never_over_another(screen: Terminal, home: Path) -> None:
    screen.press("space", "space").wait("2 marked")
    screen.press("e", "ctrl+o", "enter").wait("exported 2 articles")
    (written,) = home.rglob("*.md")
    text = written.read_text("utf-8")
    assert "Bàn giao cầu Suối Thử" in text
    assert "Khởi công nhà văn hóa" in text
    written.write_text("Của tôi", encoding="utf-8")
    screen.press("e", "ctrl+o", "enter").wait(lambda shown: "overwrite" in shown or "there already" in shown)
    screen.press("escape").wait_gone("╭─ Export")
    assert written.read_text("utf-8") == "Của tôi"


def test_leaving_and_coming_back_to_the_place(reader: Reader) -> None:
    with reader() as screen:
        screen.wait(BRIDGE)
        screen.press("G").wait(ROADS)
        screen.press("enter", "G").wait(END_OF_ROADS)
        assert screen.press("q").finish() == 0
    with reader() as screen:
        screen.wait(END_OF_ROADS)


def test_ctrl_c_tells_how_to_leave(screen: Terminal) -> None:
    screen.press("ctrl+c").wait("quits")
