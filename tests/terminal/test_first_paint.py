"""The first screen, painted before Textual is there: Textual's own in every cell, and nothing is left of it."""

from __future__ import annotations

import re
import shutil
import signal
import termios
from pathlib import Path
from typing import Any

import pyte
import pytest

from importers.batch import import_paths
from store import marks, reading, tags
from store.archive import Archive
from tests.terminal.conftest import Reader
from tests.terminal.emulator import Terminal, shown_after

MOUSE = b"\x1b[?1000h"
"""What Textual writes first of all once it has the terminal."""
ENTER, LEAVE = b"\x1b[?1049h", b"\x1b[?1049l"

STRANGE = {
    "4-wide.txt": "東京の会議 và 🚩 hội nghị\n\nSáng 7/8/2024, đồng chí Lê Thị Thử dự 会議 về\tđường\u0310 thôn.\n",
    "5-none.txt": "Đoàn khảo sát về đường thôn đã làm việc với xã Bình Thử mà không ai nói ngày nào.\n",
}


@pytest.fixture
def furnished(archive: Path, tmp_path: Path) -> Path:
    """Give the archive with a tag, a mark, a place where one stopped, and letters of other widths."""
    folder = tmp_path / "more"
    folder.mkdir()
    for name, text in STRANGE.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Archive.open(archive) as opened:
        import_paths(opened, [folder])
        [(roads,)] = opened.rows("SELECT key FROM articles WHERE title = 'Hội nghị làm đường'")
        tags.add(opened, [roads], "đọc lại")
        marks.toggle(opened, [roads])
        reading.stop_at(opened, roads, 600)
    return archive


def cells(screen: pyte.Screen) -> list[list[Any]]:
    """Give what one sees of each cell: of an empty one only its ground."""
    return [
        [
            cell if cell.data != " " or cell.reverse or cell.underscore else (" ", cell.bg)
            for cell in (screen.buffer[y][x] for x in range(screen.columns))
        ]
        for y in range(screen.lines)
    ]


def frames(opened: Terminal) -> list[list[list[Any]]]:
    """Give the first paint and every frame after it."""
    size = opened.screen.columns, opened.screen.lines
    at = opened.raw.index(MOUSE)
    starts = [match.start() for match in re.finditer(rb"\x1b\[1;1H", opened.raw) if match.start() > at]
    return [cells(shown_after(opened.raw[:end], *size)) for end in (at, *starts, len(opened.raw))]


def differences(one: list[list[Any]], other: list[list[Any]]) -> list[Any]:
    """Give the first cells that are not alike, with their lines and columns."""
    lines = enumerate(zip(one, other, strict=True))
    pairs = ((y, x, pair) for y, rows in lines for x, pair in enumerate(zip(*rows, strict=True)))
    return [(y, x, pair) for y, x, pair in pairs if pair[0] != pair[1]][:5]


THEMES = ("dark", "light", "ansi-dark", "ansi-light")
CASES: dict[str, tuple[tuple[int, int], str, dict[str, str]]] = {
    **{f"{w}x{h}": ((w, h), "", {}) for w, h in ((120, 36), (80, 24), (99, 15), (200, 50), (40, 12), (23, 6))},
    **{theme: ((120, 36), f'theme = "{theme}"', {"COLORTERM": "truecolor"}) for theme in THEMES},
    "sixteen colours": ((100, 20), "", {"TERM": "xterm"}),
    "no colours": ((120, 36), "", {"NO_COLOR": "1"}),
    "no colours, one pane": ((60, 14), "", {"NO_COLOR": "1", "COLORTERM": "truecolor"}),
    "Vietnamese, a wrong setting": ((120, 36), 'language = "vi"\nmeasure = 60\nno = 1', {}),
    "other keys": ((120, 36), '[keys]\ntag = "ctrl+t"\nfilter = "f"\nfollow = "F6"', {}),
}


@pytest.mark.parametrize("case", CASES)
def test_textual_paints_the_same_cells(reader: Reader, furnished: Path, tmp_path: Path, case: str) -> None:
    size, settings, environ = CASES[case]
    (tmp_path / "config.toml").write_text(settings, encoding="utf-8")
    with reader(size=size, BIENBAN_CONFIG=str(tmp_path / "config.toml"), **environ) as opened:
        opened.wait(lambda _: MOUSE in opened.raw)
        opened.settle()
    first, *later = frames(opened)

    assert opened.raw.count(ENTER) == 1
    assert any(letter != " " for row in first for letter, *_ in row)
    for frame in later:
        assert differences(first, frame) == []


def test_an_empty_archive(reader: Reader, archive: Path) -> None:
    archive.unlink()
    Archive.open(archive).close()
    with reader() as opened:
        opened.wait(lambda text: "This archive is empty" in text and MOUSE in opened.raw)
        opened.settle()
    first, *later = frames(opened)

    assert all(frame == first for frame in later)


def test_keys_typed_at_the_first_sight_of_the_screen_are_obeyed(reader: Reader) -> None:
    with reader() as opened:
        opened.early = True
        opened.wait("4.521")
        opened.type("jG/thôn").wait("1 of 3")
        assert "^[" not in opened.text


def test_textual_paints_first_where_that_is_wished(reader: Reader) -> None:
    with reader(BIENBAN_FIRST_PAINT="0") as opened:
        opened.wait("4.521")

    assert opened.raw.index(MOUSE) < opened.raw.index(b"4.521")


def test_a_query_is_not_painted_without_its_answer(reader: Reader) -> None:
    with reader("khởi", "công") as opened:
        opened.wait("1 of 3")
        opened.wait("873")

    assert opened.raw.index(MOUSE) < opened.raw.index(b"873")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Give a folder whose Textual does not work."""
    (tmp_path / "broken" / "textual").mkdir(parents=True)
    return tmp_path / "broken"


def prepared(broken: Path, code: str) -> str:
    (broken / "textual" / "__init__.py").write_text(code)
    root = Path(__file__).parents[2]
    return f"{broken}:{root}"


def echoes(opened: Terminal) -> bool:
    return bool(termios.tcgetattr(opened.child.fileno())[3] & termios.ECHO)


def test_nothing_is_left_of_a_start_that_fails(reader: Reader, broken: Path) -> None:
    with reader(PYTHONPATH=prepared(broken, "raise RuntimeError('no such luck')")) as opened:
        opened.early = True
        opened.wait("no such luck")
        assert echoes(opened)
        assert opened.finish() == 1
    assert opened.raw.index(ENTER) < opened.raw.index(LEAVE) < opened.raw.index(b"no such luck")
    assert opened.raw.rindex(b"\x1b[?25h") > opened.raw.rindex(b"\x1b[?25l")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_nothing_is_left_of_a_start_that_is_ended(reader: Reader, broken: Path, number: signal.Signals) -> None:
    with reader(PYTHONPATH=prepared(broken, "import time\ntime.sleep(60)")) as opened:
        opened.early = True
        opened.wait("4.521")
        assert not echoes(opened)
        opened.signal(number)
        assert opened.finish() == 128 + number
    assert opened.raw.index(ENTER) < opened.raw.index(LEAVE)


def test_ctrl_c_ends_a_start(reader: Reader, broken: Path) -> None:
    with reader(PYTHONPATH=prepared(broken, "import time\ntime.sleep(60)")) as opened:
        opened.early = True
        opened.wait("4.521")
        opened.press("ctrl+c")
        opened.wait("Stopped")
        assert echoes(opened)
        assert opened.finish() == 130


def test_what_cannot_be_opened_paints_nothing(reader: Reader, archive: Path) -> None:
    shutil.copy(__file__, archive)
    with reader() as opened:
        assert opened.finish() == 1
    assert ENTER not in opened.raw
