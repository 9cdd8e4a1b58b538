"""How long the store takes to answer: the first rows, the count up to a limit, the exact count.

Asked as the reader asks: a query is parsed, prepared and answered anew each time, names of fields looked up again.
The figure of a query is the least processor time of five in a row, so that what else the machine does meanwhile falls
away; p50, p95 and worst are over the queries of a kind. How much longer the clock ran is told at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from threading import Timer
from typing import Final

from benchmarks.queries import Drawing, Kind, sample
from benchmarks.tables import Clock, Table, spread
from store.archive import Archive
from store.errors import Interrupted
from store.query import Query, parse
from store.search import Order, Results, search

ROWS: Final = 50
LIMIT: Final = 10_000
_TIMES: Final = 5
_LONGEST: Final = 10.0  # seconds; what takes so long is stopped and told as so much
_HEADS: Final = ("kind", "queries", f"first {ROWS} rows", f"count to {LIMIT:,}", "exact count", "found (median)")
_WIDTHS: Final = (52, 7, 19, 19, 19, 14)
_LONG: Final = 300.0  # milliseconds; what takes so long is not done again


def measure(path: Path, seed: int, only: str | None = None) -> None:
    """Print a table for every kind of query; ``only`` names one (a part of its name does)."""
    with Archive.open(path, read_only=True) as archive:
        drawing = Drawing(sample(archive, seed), seed)
        kinds = drawing.kinds()
        typed = drawing.typed()
        letters = tuple(query[:end] for query in typed for end in range(1, len(query) + 1))
        kinds.append(Kind("typed letter by letter", letters, typed=True))
        clock = Clock()
        table = Table("Store: ms, p50 / p95 / worst", _HEADS, _WIDTHS)
        for kind in kinds:
            if kind.queries and (only is None or only in kind.name):
                table.row(_row(archive, kind, clock))
        _by_relevance(archive, kinds, clock)
        print(f"\nAll in all the clock ran {clock.ratio:.2f} times as long as the processor.", flush=True)


_RANKED: Final = ("common word", "middling word", "two common words", "phrase of two common words")


def _by_relevance(archive: Archive, kinds: Sequence[Kind], clock: Clock) -> None:
    table = Table(
        "Store, by relevance: ms, p50 / p95 / worst", ("kind", "queries", f"first {ROWS} rows"), _WIDTHS[:3]
    )
    for kind in kinds:
        if kind.name in _RANKED:
            asked = [parse(query, complete=True) for query in kind.queries]
            taken = [_least(archive, clock, partial(_first_by_relevance, archive, query)) for query in asked]
            table.row((kind.name, len(taken), spread(taken)))


def _first_by_relevance(archive: Archive, query: Query) -> None:
    search(archive, query, Order.RELEVANCE).rows(0, ROWS)


def _row(archive: Archive, kind: Kind, clock: Clock) -> tuple[object, ...]:
    figures = [_figures(archive, clock, query, complete=not kind.typed) for query in kind.queries]
    first, limited, exact, counts = zip(*figures, strict=True)
    return kind.name, len(figures), spread(first), spread(limited), spread(exact), int(median(counts))


def _figures(archive: Archive, clock: Clock, query: str, *, complete: bool) -> tuple[float, float, float, int]:
    counted = [0]

    def ask() -> Results:
        return search(archive, parse(query, complete=complete))

    def count() -> None:
        counted[0] = ask().count

    return (
        _least(archive, clock, lambda: ask().rows(0, ROWS)),
        _least(archive, clock, lambda: ask().count_at_most(LIMIT)),
        _least(archive, clock, count),
        counted[0],
    )


def _least(archive: Archive, clock: Clock, act: Callable[[], object]) -> float:
    taken: list[float] = []
    while len(taken) < _TIMES and (not taken or taken[-1] < _LONG):
        timer = Timer(_LONGEST, archive.interrupt)
        timer.start()
        try:
            taken.append(clock.measure(act))
        except Interrupted:
            return max(_LONGEST * 1000, *taken, 0)
        finally:
            timer.cancel()
    return min(taken)
