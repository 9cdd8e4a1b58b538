"""A program in a pseudo-terminal, as the benchmarks watch it."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.watching import watched

ECHO = "print('ready', flush=True)\nfor line in iter(input, 'end'): print('heard', line, flush=True)"


def test_what_is_shown_and_when_it_came_is_known(tmp_path: Path) -> None:
    with watched([sys.executable, "-u", "-c", ECHO], tmp_path) as program:
        program.start(0.2)
        assert "ready" in program.screen()
        first, full = program.full_after()
        assert 0 < first <= full
        times = [at for at, _ in program.writes]
        assert times == sorted(times)
        pressed = program.press("x\n", 0.5)
        assert "heard x" in program.screen()
        assert 0 < pressed.shown <= pressed.ended
        assert pressed.worked >= 0
        assert pressed.sent >= len("heard x")
        resident, proportional = program.memory()
        assert 0 < proportional <= resident
