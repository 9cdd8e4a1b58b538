"""What is measured, and how: each measure gives rows of a table."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.generator import PROVINCES, Generator
from importers.batch import import_paths
from importers.pipeline import read_article
from store.archive import Archive
from store.query import parse
from store.search import search
from tests.terminal.emulator import terminal

Row = tuple[str, str]

QUERIES: Final = {
    "one letter": ("n", "t", "h", "đ"),
    "a word": ("đảng", "dang", "rừng", "thuong"),
    "a phrase": ('"xây dựng đảng"', '"tinh uy"', '"nông thôn mới"'),
    "two words": ("doanh nghiep", "rừng biển", "so van hoa"),
    "a person": ('person:"nguyen"', "person:tran"),
    "dates": ("after:2015 before:2016", "date:2019-03"),
    "nothing": ("zzxqv", '"không có gì đâu"'),
}


def milliseconds(act: Callable[[], object], times: int = 5) -> tuple[float, float]:
    """Run an act several times; gives the median and the worst, in milliseconds."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken), max(taken)


def start_up(archive: Path, home: Path) -> list[Row]:
    """From the start of the process to the first full screen, beside Python importing Textual alone."""

    def bare() -> None:
        subprocess.run([sys.executable, "-c", "import textual.app"], check=True)

    def reader() -> float:
        began = time.perf_counter()
        with terminal(["--archive", archive], home=home) as screen:
            screen.wait(lambda text: "╰" in text and "filter" in text and "%" in text)
            return (time.perf_counter() - began) * 1000  # ending the program is not part of it

    textual, worst_textual = milliseconds(bare)
    starts = [reader() for _ in range(5)]
    full, worst_full = statistics.median(starts), max(starts)
    return [
        ("python -c 'import textual.app'", f"{textual:.0f} ms (worst {worst_textual:.0f})"),
        ("bienban to the first full screen", f"{full:.0f} ms (worst {worst_full:.0f})"),
        ("ratio", f"{full / textual:.2f}"),
    ]


def extraction(articles: int) -> list[Row]:
    """Articles read, cleaned and extracted a second, on one core."""
    texts = [text.encode() for text in Generator(7).articles(articles)]
    read_article(texts[0], "warm.txt")
    began = time.process_time()
    for text in texts:
        read_article(text, "a.txt")
    taken = time.process_time() - began
    return [
        (
            "extraction, one core",
            f"{articles / taken:.0f} articles/s, {sum(map(len, texts)) / taken / 1e6:.2f} MB/s",
        )
    ]


def importing(folder: Path, size: int, archive: Path) -> list[Row]:
    """A whole import, then the same again."""
    rows = []
    for name in ("import", "import again"):
        began = time.perf_counter()
        with Archive.open(archive) as opened:
            report = import_paths(opened, [folder])
        taken = time.perf_counter() - began
        rows.append((name, f"{report.total / taken:.0f} files/s, {taken:.1f} s"))
    rows.append(("archive over text", f"{archive.stat().st_size / size:.2f}"))
    return rows


def searching(archive: Path) -> list[Row]:
    """Count and first fifty rows of queries of every kind: median and worst, in milliseconds."""
    rows = []
    with Archive.open(archive, read_only=True) as opened:
        for kind, queries in {**QUERIES, "browsing": ("",), "a place": PROVINCES[:3]}.items():
            times = [milliseconds(partial(_first, opened, query)) for query in queries]
            median, worst = statistics.median(half for half, _ in times), max(most for _, most in times)
            rows.append((f"search: {kind}", f"{median:.1f} ms (worst {worst:.1f})"))
    return rows


def _first(archive: Archive, query: str) -> None:
    results = search(archive, parse(query))
    results.rows(0, min(50, results.count))


def table(rows: Sequence[Row]) -> str:
    """Lay rows out in two columns."""
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name:<{width}}  {figure}" for name, figure in rows)
