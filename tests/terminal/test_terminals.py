"""Terminals as they are: small, dumb, without colours, taken away; and articles that want to speak to them."""

from __future__ import annotations

import re
import signal
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.terminal.conftest import Reader
from tests.terminal.emulator import PROGRAM, environment, terminal

FULL_SCREEN_OFF = b"\x1b[?1049l"
CURSOR_ON = b"\x1b[?25h"
MOUSE_OFF = b"\x1b[?1000l"

COLOURS = {*range(30, 39), *range(40, 49), *range(90, 98), *range(100, 108)}
"""Numbers of SGR that set a colour; 39 and 49 are the terminal's own."""

HOSTILE = (
    "Tin [bold]đậm[/bold] [@click=app.quit]bấm[/] \x1b]0;OWNED\x07\x1b[2J\x9b31m\u202e\n\n"
    "Sáng 3/4/2022, đồng chí Lê Thị Thử \x1b]52;c;T1dORUQ=\x07[/lạc] dự họp. [@click=app.bell]chuông[/]\n"
)


def test_the_samples_are_offered_in_vietnamese(home: Path) -> None:
    with terminal([], home=home, size=(120, 36), LANG="vi_VN.UTF-8", LC_ALL="vi_VN.UTF-8") as screen:
        screen.wait("[C/k]")
        assert "Chưa có kho" in screen.text
        assert screen.type("k").press("enter").finish() != 0
        assert "Hãy tạo kho bằng" in screen.text


def test_the_samples_are_offered_where_there_is_no_archive(home: Path) -> None:
    with terminal([], home=home, size=(120, 36)) as screen:
        screen.wait("[Y/n]")
        assert "five sample" in screen.text
        screen.press("enter").wait("5 articles")
        screen.wait("Timeline")
        screen.wait("Đỗ Văn Phớn")
        assert screen.press("q").finish() == 0
    assert (home / "data" / "bienban" / "archive.db").is_file()
    with terminal([], home=home, size=(80, 24)) as screen:
        screen.wait("Timeline")
        assert "sample" not in screen.text


def test_no_is_an_answer(home: Path) -> None:
    with terminal(["--archive", "mine.db"], home=home) as screen:
        screen.wait("There is no archive at")
        screen.type("n").press("enter").wait("bienban import")
        assert screen.finish() == 1
    assert not list(home.glob("mine.db*"))


def test_eighty_columns_show_two_panes_and_the_third_on_a_key(reader: Reader) -> None:
    with reader(size=(80, 24)) as screen:
        screen.wait("4.521")
        assert "Timeline" in screen.text
        assert "Đặng Văn Mẫu  " not in screen.text or "People" not in screen.text
        screen.press("3").wait("People")
        screen.press("1").wait("Timeline")


def test_a_tiny_terminal_says_so_and_can_grow(reader: Reader) -> None:
    with reader(size=(20, 5)) as screen:
        screen.wait("too small")
        screen.resize(120, 36)
        screen.wait("4.521")
        screen.resize(20, 5)
        screen.wait("too small")
        assert screen.press("q").finish() == 0


def test_a_dumb_terminal_gets_a_line(reader: Reader) -> None:
    with reader(TERM="dumb") as screen:
        screen.wait("TERM is dumb")
        assert screen.finish() == 1
        assert b"\x1b" not in screen.raw


def test_a_terminal_without_colours_gets_none(reader: Reader) -> None:
    with reader(NO_COLOR="1") as screen:
        screen.wait("4.521")
        screen.press("j").wait("873")
        screen.press("/").type("cầu").wait("1 of 3")
        screen.press("enter", "t").wait("Tag this article")
        looks = {int(look) for some in re.findall(rb"\x1b\[([\d;]+)m", screen.raw) for look in some.split(b";")}
        assert looks & COLOURS == set()
        assert {1, 7} <= looks  # bold, and reversed


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_ended_from_outside_it_leaves_the_terminal_as_it_was(reader: Reader, number: signal.Signals) -> None:
    with reader() as screen:
        screen.wait("4.521")
        screen.signal(number)
        screen.finish()
        for sequence in (FULL_SCREEN_OFF, CURSOR_ON, MOUSE_OFF):
            assert sequence in screen.raw


def test_quitting_leaves_the_terminal_as_it_was(reader: Reader) -> None:
    with reader() as screen:
        screen.wait("4.521")
        assert screen.press("q").finish() == 0
        for sequence in (FULL_SCREEN_OFF, CURSOR_ON, MOUSE_OFF):
            assert sequence in screen.raw


def test_what_is_no_archive_is_told_before_the_screen_is_taken(home: Path) -> None:
    (home / "letter.db").write_text("Dear reader, " * 100)
    with terminal(["--archive", "letter.db"], home=home) as screen:
        screen.wait("not an archive")
        assert screen.finish() == 1
        assert FULL_SCREEN_OFF not in screen.raw


def test_an_article_cannot_speak_to_the_terminal(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "hostile.txt"
    file.write_text(HOSTILE, encoding="utf-8")
    archive = tmp_path / "hostile.db"
    subprocess.run([PROGRAM, "--archive", archive, "import", file], env=environment(home), check=True, cwd=home)
    with terminal(["--archive", archive], home=home) as screen:
        screen.wait("[@click=app.quit]")
        screen.press("enter", "3", "p").wait_gone("Timeline")
        screen.press("escape").wait("Timeline")
        screen.press("o").wait_gone("Timeline")
        screen.wait("[bold]")
        assert_unspoken(screen.raw)


def test_an_archive_from_elsewhere_cannot_either(reader: Reader, archive: Path) -> None:
    """What is cleaned on import is cleaned again on its way to the screen: an archive may come from anywhere."""
    hostile = "\x1b]0;OWNED\x07\x1b[2J\x9b31m[@click=app.quit]đây[/] \x1b]52;c;T1dORUQ=\x07[/lạc]"
    with sqlite3.connect(archive) as connection:
        connection.execute("UPDATE articles SET title = ?, body = ? || body, byline = ?", (hostile,) * 3)
        for table, column in connection.execute(
            "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table'"
            " AND c.name IN ('title', 'label', 'lede') AND m.name NOT LIKE '%fts%' AND m.name <> 'articles'"
        ).fetchall():
            connection.execute(f"UPDATE {table} SET {column} = ?", (hostile,))
    connection.close()
    with reader() as screen:
        screen.wait("[@click=app.quit]đây[/]")
        screen.press("j", "enter", "o").wait_gone("Timeline")
        assert_unspoken(screen.raw)


def assert_unspoken(raw: bytes) -> None:
    """Nothing of what the article wanted to say to the terminal was said."""
    for sequence in (b"\x1b]0;OWNED", b"\x1b]52;c;T1dORUQ", b"\x9b31m", "\u202e".encode(), b"\x07[/"):
        assert sequence not in raw
    assert b"\x1b[2J\x1b[31m" not in raw
