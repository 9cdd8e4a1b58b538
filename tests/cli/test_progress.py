"""The bar: only where it can be seen, only when it is worth it."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli import opening
from cli.progress import PATIENCE, Bar
from store import indexing
from store.archive import Archive
from store.checking import check
from tests.cli.conftest import Run
from tui import starting


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def run_bar(stream: io.StringIO, seconds: float, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm-256color")
    clock = Clock()
    with Bar("Importing", clock) as bar:
        bar.update(1, 9, "first")
        clock.now = seconds
        bar.update(5, 9, "a\x1b]0;x\x07 [bold]b")
    return stream.getvalue()


def test_a_quick_job_shows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_bar(Screen(), PATIENCE / 2, monkeypatch) == ""


def test_a_pipe_shows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_bar(io.StringIO(), PATIENCE * 9, monkeypatch) == ""


def test_a_slow_job_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = run_bar(Screen(), PATIENCE * 2, monkeypatch)

    assert "Importing" in shown
    assert "5/9" in shown
    assert "[bold]b" in shown
    assert "\x1b]" not in shown


def test_the_bar_is_cleared_when_the_job_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm-256color")
    clock = Clock()
    with pytest.raises(KeyboardInterrupt), Bar("Importing", clock) as bar:
        clock.now = PATIENCE
        bar.update(5, 9)
        raise KeyboardInterrupt

    assert screen.getvalue().endswith("\x1b[2K")  # the line of the bar is wiped
    assert "\x1b[?25h" in screen.getvalue()  # and the cursor is back


# --- opening an archive that is behind ----------------------------------------------------------------------------


@pytest.fixture
def behind(archive: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive whose index has nothing, and is made an article at a time."""
    monkeypatch.setattr(indexing, "BATCH", 1)
    with Archive.open(archive) as opened, opened.transaction() as connection:
        for statement in indexing.EMPTY:
            connection.execute(statement)
    return archive


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """What bars are told."""
    steps: list[tuple[int, int]] = []
    monkeypatch.setattr(Bar, "update", lambda _, done, total, note="": steps.append((done, total)))
    return steps


def test_a_command_shows_how_an_archive_is_brought_up_to_date(
    run: Run, behind: Path, told: list[tuple[int, int]]
) -> None:
    assert run("--archive", behind, "check").out == "Nothing is wrong.\n"
    assert [done for done, _ in told] == list(range(1, told[-1][1] + 1))


def test_the_reader_shows_how_an_archive_is_brought_up_to_date(
    behind: Path, told: list[tuple[int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(opened: Callable[[str], Archive], _query: str) -> int:
        with opened("Bringing it up to date") as archive:
            assert check(archive) == ()
        return 0

    monkeypatch.setattr(opening, "_can_show", lambda: True)
    monkeypatch.setattr(starting, "run", look)

    assert opening.open_reader(behind, "") == 0
    assert told[-1][0] == told[-1][1] > 1


def test_ctrl_c_while_an_archive_is_brought_up_to_date_keeps_what_was_done(
    run: Run, behind: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: Bar, done: int, total: int, note: str = "") -> None:
        if done == 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Bar, "update", stop)
        result = run("--archive", behind, "check")

    assert (result.status, result.err) == (130, "Stopped.\n")
    with Archive.open(behind, read_only=True) as archive:
        [(waiting,)] = archive.rows("SELECT count(*) FROM articles_changed")
        assert 0 < waiting == archive.rows("SELECT count(*) FROM articles")[0][0] - 2
    assert run("--archive", behind, "check").out == "Nothing is wrong.\n"
