"""The reader in a pseudo-terminal of 120 by 36: start, keys, memory. Never Pilot, which adds its own waiting."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from statistics import median
from typing import Final

from benchmarks.articles import Maker
from benchmarks.queries import Drawing, sample
from benchmarks.tables import milliseconds, show, spread
from benchmarks.watching import Press, Watched, watched
from store import articles
from store.archive import Archive
from tests.terminal.emulator import PROGRAM

STARTS: Final = 9
FEW: Final = 5
_LETTER_QUIET: Final = 0.6  # what is asked for by a letter may come later than its echo

_BARE: Final = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("one line")
Bare().run()
"""


def measure(path: Path, folder: Path, seed: int) -> None:
    """Print tables of the start, the keys and the memory; ``folder`` takes what has to be written."""
    few = folder / "few.db"
    with Archive.open(few) as archive:
        articles.add_all(archive, [Maker(seed, FEW).article(number) for number in range(FEW)])
    _starts(path, few, folder)
    with Archive.open(path, read_only=True) as archive:
        typed = Drawing(sample(archive, seed), seed).typed()
    keys, memory = _keys(path, folder, typed, Random(seed))
    show(
        "Reader: a key, ms (bytes), p50 / p95 / worst",
        ("key", "presses", "screen shown", "last byte", "processor", "bytes"),
        keys,
    )
    show("Reader: memory, MB", ("when", "resident", "proportional"), memory)


def _starts(path: Path, few: Path, folder: Path) -> None:
    """Start everything in turns, so that what else the machine does falls on all alike."""
    bare = folder / "bare.py"
    bare.write_text(_BARE)
    commands: dict[str, Sequence[str | Path]] = {
        "bare Textual app, one line": [sys.executable, bare],
        f"bienban, {FEW} articles": [PROGRAM, "--archive", few],
        "bienban, this archive": [PROGRAM, "--archive", path],
    }
    taken: dict[str, list[tuple[float, float, float]]] = {name: [] for name in commands}
    imports = []
    for _ in range(STARTS):
        imports.append(
            milliseconds(lambda: subprocess.run([sys.executable, "-c", "import textual.app"], check=True))
        )
        for name, command in commands.items():
            with watched(command, folder) as program:
                program.start(1.5)
                taken[name].append((*program.full_after(), program.worked()))
    own = median(full for _, full, _ in taken["bare Textual app, one line"])
    rows: list[tuple[object, ...]] = [
        ("python -c 'import textual.app'", "", spread(imports), "", f"{median(imports) / own:.2f}")
    ]
    for name, starts in taken.items():
        first, full, worked = zip(*starts, strict=True)
        rows.append((name, spread(first), spread(full), spread(worked), f"{median(full) / own:.2f}"))
    show(
        "Reader: from the start of the process, ms, p50 / p95 / worst",
        ("", "first text", "full screen", "processor", "over bare"),
        rows,
    )


def _keys(
    path: Path, folder: Path, typed: Sequence[str], random: Random
) -> tuple[list[tuple[object, ...]], list[tuple[str, str, str]]]:
    taken: dict[str, list[Press]] = {}
    with watched([PROGRAM, "--archive", path], folder) as program:
        program.start(2.0)
        memory = [("at rest after the start", *_figures(program))]

        def press(name: str, key: str, times: int = 1, quiet: float = 0.25) -> None:
            for _ in range(times):
                taken.setdefault(name, []).append(program.press(key, quiet))

        press("j (next article shown)", "j", 40)
        press("page down in the timeline", "pagedown", 20)
        for _ in range(12):
            press("G (last)", "G")
            press("g (first)", "g")
        for query in typed[:12]:
            program.press("/")
            for letter in query:
                press("a letter of the filter", letter, quiet=_LETTER_QUIET)
            press("enter from the filter", "enter")
            press("escape (no filter)", "escape", quiet=_LETTER_QUIET)
        for _ in range(10):
            for _ in range(random.randint(1, 3)):
                program.press("pagedown")
            press("enter (into the article)", "enter")
            press("j in the article", "j", 4)
            press("page down in the article", "pagedown", 2)
            press("back to the timeline", "1")
        memory.append(("after all keys", *_figures(program)))
    rows = [
        (name, len(figures), *(spread(column) for column in zip(*figures, strict=True)))
        for name, figures in taken.items()
    ]
    return rows, memory


def _figures(program: Watched) -> tuple[str, str]:
    resident, proportional = program.memory()
    return f"{resident:.0f}", f"{proportional:.0f}"
