"""The bar: only where it can be seen, only when it is worth it."""

from __future__ import annotations

import io
import sys

import pytest

from cli.progress import PATIENCE, Bar


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
