"""A program in a pseudo-terminal, with the time of every byte that it writes.

What the screen shows is worked out afterwards, so that reading costs the program nothing.
"""

from __future__ import annotations

import os
import select
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

import pexpect

from tests.terminal.emulator import KEYS, Terminal, environment

COLUMNS, LINES = 120, 36
QUIET: Final = 0.25
"""Seconds without a byte after which a screen counts as at rest."""

PATIENCE: Final = 20.0
SAME: Final = 0.97
"""Share of the cells that have to be as in the end for a screen to count as full."""


class Press(NamedTuple):
    """What a key took."""

    shown: float
    """Milliseconds until 97 of 100 cells of the screen were as they are at rest."""
    ended: float
    """Milliseconds until the last byte of what followed; 0 if nothing did."""
    worked: float
    """Milliseconds of processor time for it, with what was done in the quiet behind it."""
    sent: int
    """Bytes that the terminal got."""


@dataclass(slots=True)
class Watched:
    """One running program; ``writes`` are what it wrote, each with its time."""

    child: pexpect.spawn[bytes]
    started: float
    writes: list[tuple[float, bytes]] = field(default_factory=list)
    _screen: Terminal | None = None
    _fed: int = 0

    @property
    def pid(self) -> int:
        """The process."""
        return int(self.child.pid or 0)

    def settle(self, quiet: float = QUIET, *, needed: bool = False) -> float:
        """Read until nothing comes for ``quiet`` seconds; gives the time of the last byte, or of the call for none.

        ``needed`` waits for the first byte as long as there is patience.
        """
        began = last = time.perf_counter()
        seen = False
        while True:
            left = (PATIENCE if needed and not seen else quiet) - (time.perf_counter() - last)
            ready = left > 0 and select.select([self.child.child_fd], [], [], left)[0]
            if not ready:
                return last if seen else began
            try:
                data = os.read(self.child.child_fd, 1 << 16)
            except OSError:
                return last
            last, seen = time.perf_counter(), True
            self.writes.append((last, data))

    def start(self, quiet: float) -> None:
        """Read until something is shown and nothing more comes for ``quiet`` seconds.

        Raises:
            TimeoutError: nothing was shown in time.
        """
        while True:
            self.settle(quiet, needed=True)
            if self.writes and self.screen().strip():
                return
            if time.perf_counter() - self.started > PATIENCE:
                raise TimeoutError("the program shows nothing")

    def press(self, key: str, quiet: float = QUIET) -> Press:
        """Press a key, and wait until nothing follows for ``quiet`` seconds."""
        if self._screen is None:
            self._screen = Terminal(self.child, COLUMNS, LINES)
            self._fed = 0
        screen = self._screen
        self._feed(screen, len(self.writes))
        before = len(self.writes)
        worked, pressed = self.worked(), time.perf_counter()
        os.write(self.child.child_fd, KEYS.get(key, key).encode())
        ended = max(self.settle(quiet) - pressed, 0) * 1000
        worked = self.worked() - worked
        seen = []
        for number, (at, _) in enumerate(self.writes[before:], before + 1):
            self._feed(screen, number)
            seen.append(((at - pressed) * 1000, _shown(screen)))
        shown = next((at for at, cells in seen if _alike(cells, seen[-1][1]) >= SAME), 0.0)
        return Press(shown, ended, worked, sum(len(data) for _, data in self.writes[before:]))

    def _feed(self, screen: Terminal, until: int) -> None:
        for _, data in self.writes[self._fed : until]:
            screen._feed(data)
        self._fed = until

    def worked(self) -> float:
        """Give the milliseconds of processor time of all threads; on a busy machine they say more than the clock."""
        ran = 0
        for task in Path(f"/proc/{self.pid}/task").iterdir():
            try:
                ran += int((task / "schedstat").read_text().split()[0])
            except OSError:  # it has just ended
                continue
        return ran / 1e6

    def since_start(self) -> Iterator[tuple[float, str]]:
        """Give the screen after each write, with the milliseconds since the start."""
        screen = Terminal(self.child, COLUMNS, LINES)
        for at, data in self.writes:
            screen._feed(data)
            yield (at - self.started) * 1000, _shown(screen)

    def screen(self) -> str:
        """Give what the screen shows now."""
        *_, (_, shown) = self.since_start()
        return shown

    def full_after(self) -> tuple[float, float]:
        """Give the milliseconds to the first text at all, and to the first screen that is as the one at rest."""
        screens = list(self.since_start())
        last = screens[-1][1]
        first = next(at for at, shown in screens if shown.strip())
        full = next(at for at, shown in screens if _alike(shown, last) >= SAME)
        return first, max(first, full)

    def memory(self) -> tuple[float, float]:
        """Give resident and proportional memory in MB."""
        roll = Path(f"/proc/{self.pid}/smaps_rollup").read_text()
        sizes = {line.split(":")[0]: int(line.split()[1]) for line in roll.splitlines()[1:]}
        return sizes["Rss"] / 1024, sizes["Pss"] / 1024


def _shown(screen: Terminal) -> str:
    return "\n".join(screen.screen.display)


def _alike(one: str, other: str) -> float:
    return sum(a == b for a, b in zip(one, other, strict=False)) / max(len(other), 1)


@contextmanager
def watched(command: Sequence[str | Path], home: Path) -> Iterator[Watched]:
    """Start a program in a terminal of 120 by 36; it is ended at the end."""
    words = [str(word) for word in command]
    started = time.perf_counter()
    child: pexpect.spawn[bytes] = pexpect.spawn(
        words[0],
        words[1:],
        dimensions=(LINES, COLUMNS),
        env=environment(home, PYTHONPATH=os.environ.get("PYTHONPATH")),
        cwd=str(home),
        timeout=PATIENCE,
    )
    child.delaybeforesend = None
    try:
        yield Watched(child, started)
    finally:
        child.close(force=True)
