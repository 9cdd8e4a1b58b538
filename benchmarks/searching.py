"""How long the store takes to answer: the first rows, the count up to a limit, the exact count.

Asked as the reader asks: a query is parsed, prepared and answered anew each time, names of fields looked up again.
The figure of a query is the least of five in a row, so that what else the machine does meanwhile falls away; p50, p95
and worst are over the queries of a kind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.queries import Drawing, Kind, sample
from benchmarks.tables import milliseconds, show, spread
from store.archive import Archive
from store.query import Query, parse
from store.search import Order, Results, search

ROWS: Final = 50
LIMIT: Final = 10_000
_TIMES: Final = 5
_LONG: Final = 300.0  # milliseconds; what takes so long is not done again


def measure(path: Path, seed: int, only: str | None = None) -> None:
    """Print a table for every kind of query; ``only`` names one (a part of its name does)."""
    with Archive.open(path, read_only=True) as archive:
        drawing = Drawing(sample(archive, seed), seed)
        kinds = drawing.kinds()
        typed = drawing.typed()
        letters = tuple(query[:end] for query in typed for end in range(1, len(query) + 1))
        kinds.append(Kind("typed letter by letter", letters, typed=True))
        rows = [_row(archive, kind) for kind in kinds if kind.queries and (only is None or only in kind.name)]
        show(
            "Store: ms, p50 / p95 / worst",
            ("kind", "queries", f"first {ROWS} rows", f"count to {LIMIT:,}", "exact count", "found (median)"),
            rows,
        )
        _by_relevance(archive, kinds)


_RANKED: Final = ("common word", "middling word", "two common words", "phrase of two common words")


def _by_relevance(archive: Archive, kinds: Sequence[Kind]) -> None:
    rows = []
    for kind in kinds:
        if kind.name in _RANKED:
            asked = [parse(query, complete=True) for query in kind.queries]
            taken = [_least(partial(_first_by_relevance, archive, query)) for query in asked]
            rows.append((kind.name, len(taken), spread(taken)))
    show("Store, by relevance: ms, p50 / p95 / worst", ("kind", "queries", f"first {ROWS} rows"), rows)


def _first_by_relevance(archive: Archive, query: Query) -> None:
    search(archive, query, Order.RELEVANCE).rows(0, ROWS)


def _row(archive: Archive, kind: Kind) -> tuple[object, ...]:
    figures = [_figures(archive, query, complete=not kind.typed) for query in kind.queries]
    first, limited, exact, counts = zip(*figures, strict=True)
    return kind.name, len(figures), spread(first), spread(limited), spread(exact), int(median(counts))


def _figures(archive: Archive, query: str, *, complete: bool) -> tuple[float, float, float, int]:
    def ask() -> Results:
        return search(archive, parse(query, complete=complete))

    return (
        _least(lambda: ask().rows(0, ROWS)),
        _least(lambda: ask().count_at_most(LIMIT)),
        _least(lambda: ask().count),
        ask().count,
    )


def _least(act: Callable[[], object]) -> float:
    taken = [milliseconds(act)]
    while len(taken) < _TIMES and taken[-1] < _LONG:
        taken.append(milliseconds(act))
    return min(taken)
