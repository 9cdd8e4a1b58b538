"""Import of a file of JSON Lines in a process of its own, beside the same file through sqlite-utils in the same run."""

from __future__ import annotations

import cProfile
import gzip
import json
import os
import pstats
import shutil
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.articles import Maker
from benchmarks.tables import show
from importers.pipeline import read_article
from store import articles
from store.archive import Archive
from tests.terminal.emulator import environment

MADE: Final = 5000
"""Articles of the file that is made where none is named."""

PROFILED: Final = 1000
_TOLD: Final = 14
_IMPORT: Final = """
import sys
from pathlib import Path
from importers.batch import import_paths
from store.archive import Archive
if __name__ == "__main__":
    with Archive.open(Path(sys.argv[1])) as archive:
        report = import_paths(archive, [Path(sys.argv[2])], workers=int(sys.argv[3]))
    if report.problems:
        sys.exit(f"{len(report.problems)} problems, the first: {report.problems[0]}")
"""
"""What the command does, with a number of workers that the command does not ask for."""

_LOOK: Final = 0.1  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class Ran:
    """What one command took: seconds on the clock, seconds of processor time, and memory of it and its children."""

    seconds: float
    processor: float
    peak: float


def measure(folder: Path, news: Path | None, seed: int) -> None:
    """Import with one and two workers and through sqlite-utils; print speed, memory, sizes and a profile."""
    lines, text = _plain(folder, news, seed)
    count = _count(lines)
    packed = news or lines
    rows = []
    for workers in (1, 2):
        archive = folder / f"workers-{workers}.db"
        ran = run([sys.executable, "-c", _IMPORT, archive, packed, str(workers)], folder)
        rows.append((f"bienban import, {workers} worker{'s' * (workers > 1)}", *_row(ran, count, archive, text)))
    rows.append(("sqlite-utils insert, enable-fts", *_peer(folder, lines, count, text)))
    show(
        f"Import of {count:,} articles, {text / 1e6:.1f} MB of text",
        ("", "articles/s", "seconds", "processor s", "peak MB", "archive MB", "over text"),
        rows,
    )
    _sizes(folder / "workers-2.db", text)
    _profile(lines, folder)


def _plain(folder: Path, news: Path | None, seed: int) -> tuple[Path, int]:
    """Give the file unpacked, and the bytes of its texts."""
    plain = folder / "articles.jsonl"
    if news is None:
        maker = Maker(seed, MADE)
        with plain.open("w", encoding="utf-8") as file:
            for number in range(MADE):
                article = maker.article(number).article
                print(
                    json.dumps({"id": number, "title": article.title, "text": article.body}, ensure_ascii=False),
                    file=file,
                )
    elif news.suffix == ".gz":
        with gzip.open(news) as packed, plain.open("wb") as file:
            shutil.copyfileobj(packed, file)
    else:
        shutil.copyfile(news, plain)
    with plain.open(encoding="utf-8") as file:
        found = (json.loads(line) for line in file)
        return plain, sum(len((one.get("title") or "").encode()) + len(one["text"].encode()) for one in found)


def _count(lines: Path) -> int:
    with lines.open(encoding="utf-8") as file:
        return sum(1 for _ in file)


def _row(ran: Ran, count: int, database: Path, text: int) -> tuple[str, ...]:
    size = database.stat().st_size
    figures = (count / ran.seconds, ran.seconds, ran.processor, ran.peak, size / 1e6)
    return (*(f"{figure:.0f}" for figure in figures), f"{size / text:.2f}")


def _peer(folder: Path, lines: Path, count: int, text: int) -> tuple[str, ...]:
    tool = Path(sys.executable).with_name("sqlite-utils")
    database = folder / "peer.db"
    took = [
        run([tool, "insert", database, "articles", lines, "--nl"], folder),
        run([tool, "enable-fts", database, "articles", "title", "text", "--tokenize", "unicode61"], folder),
    ]
    both = Ran(sum(r.seconds for r in took), sum(r.processor for r in took), max(r.peak for r in took))
    return _row(both, count, database, text)


def run(command: Sequence[str | Path], home: Path) -> Ran:
    """Run a command to its end, looking at its memory (proportional, so that shared pages count once)."""
    before, began = os.times(), time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command],
        stdout=subprocess.DEVNULL,
        env=environment(home, PYTHONPATH=os.environ.get("PYTHONPATH")),
        cwd=home,
    )
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, _memory(process.pid))
        time.sleep(_LOOK)
    taken, after = time.perf_counter() - began, os.times()
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {process.returncode}")
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return Ran(taken, processor, peak)


def _memory(pid: int) -> float:
    """Give the MB of a process and all below it; one that has just ended has none."""
    try:
        roll = Path(f"/proc/{pid}/smaps_rollup").read_text()
        below = [
            int(child)
            for task in Path(f"/proc/{pid}/task").iterdir()
            for child in (task / "children").read_text().split()
        ]
    except OSError:
        return 0
    own = next((int(line.split()[1]) for line in roll.splitlines() if line.startswith("Pss:")), 0)
    return own / 1024 + sum(map(_memory, below))


def _sizes(archive: Path, text: int) -> None:
    with sqlite3.connect(archive) as connection:
        found = connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC").fetchall()
    rows = [(name, f"{size / 1e6:.1f}", f"{size / text:.3f}") for name, size in found[:_TOLD]]
    rest = sum(size for _, size in found[_TOLD:])
    show(
        "Archive by table and index",
        ("", "MB", "over text"),
        [*rows, ("the rest", f"{rest / 1e6:.1f}", f"{rest / text:.3f}")],
    )


def _profile(lines: Path, folder: Path) -> None:
    """Say where the time of an article goes, in one process: by module of the project, or by call outside of it."""
    with lines.open(encoding="utf-8") as file:
        texts = [
            "{title}\n\n{text}".format(**json.loads(line)).encode()
            for line, _ in zip(file, range(PROFILED), strict=False)
        ]
    read_article(texts[0], "warm.txt")
    with Archive.open(folder / "profiled.db") as archive:
        profile = cProfile.Profile()
        profile.enable()
        batch = [read_article(text, f"{number}.txt") for number, text in enumerate(texts)]
        articles.add_all(archive, batch)
        profile.disable()
    spent: Counter[str] = Counter()
    for (file_name, _, function), (_, _, own, _, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        spent[_where(file_name, function)] += own
    total = sum(spent.values())
    rows = [
        (name, f"{seconds / len(texts) * 1000:.2f}", f"{seconds / total:.0%}")
        for name, seconds in spent.most_common(_TOLD)
    ]
    show("Where the time of an article goes (profiled, so slower)", ("", "ms", "share"), rows)


def _where(file_name: str, function: str) -> str:
    root = Path(__file__).parent.parent
    if file_name.startswith(str(root)):
        parts = Path(file_name).relative_to(root).with_suffix("").parts
        return ".".join(parts)
    return function if file_name == "~" else Path(file_name).stem
