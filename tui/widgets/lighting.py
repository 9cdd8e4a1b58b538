"""What is lit in a text: spans with meanings, however they overlap, to runs of one look each, to drawn parts."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from tui.widgets.wrapping import Line, snap


class Light(NamedTuple):
    """A span of code points, and the component class that says how it looks."""

    start: int
    end: int
    look: str


class Run(NamedTuple):
    """A span with all the looks that hold there; the later ones are laid over the earlier."""

    start: int
    end: int
    looks: tuple[str, ...]


class Lights:
    """Lit spans of one text, ready to be asked line by line.

    ``order`` names the looks from the lowest layer to the highest. Empty spans light nothing.
    """

    def __init__(self, lights: Iterable[Light], order: Sequence[str]) -> None:
        self._runs: Final = flatten(lights, order)
        self._ends: Final = [run.end for run in self._runs]

    def within(self, line: Line) -> list[Run]:
        """Give the runs that touch a line, whole."""
        start, end = line
        at = bisect_right(self._ends, start)
        found = []
        while at < len(self._runs) and self._runs[at].start < end:
            found.append(self._runs[at])
            at += 1
        return found


def flatten(lights: Iterable[Light], order: Sequence[str]) -> list[Run]:
    """Make runs that do not overlap of lights that may; ``n log n`` in their number."""
    edges: list[tuple[int, int, str]] = []
    for light in lights:
        if light.end > light.start:
            edges.append((light.start, 1, light.look))
            edges.append((light.end, -1, light.look))
    edges.sort(key=lambda edge: edge[0])
    burning: Counter[str] = Counter()
    runs: list[Run] = []
    since = 0
    for position, change, look in edges:
        if position > since:
            looks = tuple(name for name in order if burning[name])
            if looks:
                runs.append(Run(since, position, looks))
            since = position
        burning[look] += change
    return runs


Painted = tuple[str, tuple[str, ...]]
"""Text and its looks, the later laid over the earlier."""


def parts(text: str, line: Line, runs: Iterable[Run], base: tuple[str, ...]) -> list[Painted]:
    """Cut a line of text into parts of one look each, in order and without gaps."""
    start, end = line
    drawn: list[Painted] = []
    at = start
    for run in runs:
        first = snap(text, line, max(run.start, start))
        last = snap(text, line, min(run.end, end))
        if last <= at:
            continue
        if first > at:
            drawn.append((text[at:first], base))
        drawn.append((text[max(first, at) : last], (*base, *run.looks)))
        at = last
    if at < end:
        drawn.append((text[at:end], base))
    return drawn
