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


def show(title: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table in Markdown under a title."""
    cells = [[str(cell) for cell in row] for row in (heads, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in cells
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    print("\n".join(("", f"### {title}", "", lines[0], rule, *lines[1:])), flush=True)
