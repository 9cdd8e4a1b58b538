"""Figures as tables: what is measured several times is told as p50, p95 and worst."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spread:
    """Of many figures: the middle one, the one that 95 of 100 do not pass, and the worst."""

    p50: float
    p95: float
    worst: float

    def __str__(self) -> str:
        return " / ".join(f"{figure:.{2 if figure < 10 else 1 if figure < 100 else 0}f}" for figure in self._all())

    def _all(self) -> tuple[float, float, float]:
        return self.p50, self.p95, self.worst


def spread(figures: Sequence[float]) -> Spread:
    """Sum figures up; the 95th of a hundred is the nearest rank."""
    ordered = sorted(figures)
    last = len(ordered) - 1
    return Spread(ordered[last // 2], ordered[min(-(-95 * len(ordered) // 100) - 1, last)], ordered[-1])


def milliseconds(act: Callable[[], object]) -> float:
    """Do something once; gives the milliseconds that it took."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


@dataclass(slots=True)
class Clock:
    """Measures what this thread does by processor time, and keeps what the clock on the wall said."""

    processor: float = 0.0
    wall: float = 0.0

    def measure(self, act: Callable[[], object]) -> float:
        """Do something once; gives the milliseconds of processor time that it took."""
        began, ran = time.perf_counter(), time.thread_time()
        act()
        taken = time.thread_time() - ran
        self.processor += taken
        self.wall += time.perf_counter() - began
        return taken * 1000

    @property
    def ratio(self) -> float:
        """How much longer the wall clock ran than the processor."""
        return self.wall / max(self.processor, 1e-9)


class Table:
    """A table in Markdown that is printed row by row, as the figures come."""

    def __init__(self, title: str, heads: Sequence[str], widths: Sequence[int]) -> None:
        self._widths = widths
        print(f"\n### {title}\n")
        self.row(heads)
        print("|" + "|".join("-" * (width + 2) for width in widths) + "|", flush=True)

    def row(self, cells: Sequence[object]) -> None:
        """Print one row."""
        padded = (str(cell).ljust(width) for cell, width in zip(cells, self._widths, strict=True))
        print("| " + " | ".join(padded) + " |", flush=True)


def show(title: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table in Markdown under a title."""
    cells = [[str(cell) for cell in row] for row in (heads, *rows)]
    table = Table(title, heads, [max(len(row[column]) for row in cells) for column in range(len(heads))])
    for row in rows:
        table.row(row)
