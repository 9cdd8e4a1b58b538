"""A hundred thousand random and half-typed queries: none may raise."""

from __future__ import annotations

import string
import threading
import time
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.queries import Drawing, sample
from benchmarks.tables import show
from store.archive import Archive
from store.errors import Interrupted
from store.query import parse
from store.query_tree import FieldName, State, Thing
from store.search import highlights, search

QUERIES: Final = 100_000
RUN_EVERY: Final = 100
LONGEST_RUN: Final = 2.0
"""Seconds after which a query is interrupted, as the next key of a reader does."""

_FIELDS: Final = (
    *(f"{name}:" for name in (*FieldName, "after", "before", "date", "is", "has")),
    *(
        "người:",
        "chức vụ:",
        "thẻ:",
        "nguồn:",
        "tiêu đề:",
        "ghi chú:",
        "sau:",
        "trước:",
        "ngày:",
        "là:",
        "có:",
        "nobody:",
    ),
)
_SIGNS: Final = (
    '"',
    "(",
    ")",
    "-",
    "--",
    "*",
    ":",
    "..",
    " OR ",
    " AND ",
    "NOT ",
    " ",
    "  ",
    "'",
    "\\",
    "/",
    "%",
    "_",
    "\x00",
    "\x1b[31m",
    "\u202e",
    "\ud800",
)
_DATES: Final = (
    "2021",
    "2021-12",
    "2021-13",
    "2021-12-01",
    "12/2021",
    "1/12/2021",
    "2021-01..2021-06",
    "..2020",
    "2020..",
    "9999-99-99",
    "0",
)
_VALUES: Final[tuple[str, ...]] = (*map(str, State), *map(str, Thing), *_DATES)
_TEXT: Final = "Đồng chí thăm hòa hoà quý ơƠ\u0323e\u0301 日本 ไทย العربية 😀 ½ ﬁ İ ß"


class Typist:
    """Makes queries as a hand on the keys, or a cat, would."""

    def __init__(self, random: Random, known: list[str]) -> None:
        self._random = random
        self._known = known

    def query(self) -> str:
        """Make one."""
        kind = self._random.random()
        if kind < 0.45:
            return self._of_pieces()
        if kind < 0.75:
            whole = self._of_pieces()
            return whole[: self._random.randint(0, len(whole))]
        if kind < 0.9:
            return self._slipped(self._of_pieces())
        return "".join(self._random.choices(string.printable + _TEXT, k=self._random.randint(0, 60)))

    def _of_pieces(self) -> str:
        return "".join(self._piece() for _ in range(self._random.randint(1, 9)))

    def _piece(self) -> str:
        pick = self._random.choice
        kind = self._random.random()
        if kind < 0.4:
            return pick(self._known) + pick(("", " ", " ", " ", "*"))
        if kind < 0.6:
            return pick(_FIELDS)
        if kind < 0.68:
            return pick(_VALUES) + pick(("", " "))
        if kind < 0.8:
            return f'"{pick(self._known)} {pick(self._known)}" '
        return pick(_SIGNS)

    def _slipped(self, text: str) -> str:
        letters = list(text)
        for _ in range(self._random.randint(1, 4)):
            at = self._random.randrange(len(letters) + 1)
            letters[at:at] = self._random.choice((*_SIGNS, *_TEXT))
            del letters[self._random.randrange(len(letters))]
        return "".join(letters)


def measure(path: Path, seed: int, count: int = QUERIES) -> None:
    """Parse all, light a text by all, run a share; prints what was done and how long it took."""
    random = Random(f"typing {seed}")
    with Archive.open(path, read_only=True) as archive:
        drawing = Drawing(sample(archive, seed), seed)
        typist = Typist(random, drawing.pick(drawing.common, 200) + drawing.pick(drawing.found.marked, 200))
        text: str = archive.rows("SELECT body FROM articles LIMIT 1")[0][0]
        began = time.perf_counter()
        run = stopped = problems = 0
        for number in range(count):
            query = parse(typist.query(), complete=bool(number % 2))
            problems += query.problem is not None
            if number % 10 == 0:
                highlights(query, text)
            if number % RUN_EVERY == 0:
                stopped += _run(archive, query.text, complete=bool(number % 2))
                run += 1
        taken = time.perf_counter() - began
    show(
        "Random and half-typed queries: no exception",
        ("queries", "told a problem", "run", "of these interrupted", "seconds"),
        [(f"{count:,}", f"{problems:,}", f"{run:,}", stopped, f"{taken:.0f}")],
    )


def _run(archive: Archive, text: str, *, complete: bool) -> bool:
    """Ask for the first rows; says whether it had to be interrupted."""
    timer = threading.Timer(LONGEST_RUN, archive.interrupt)
    timer.start()
    try:
        search(archive, parse(text, complete=complete)).rows(0, 50)
    except Interrupted:
        return True
    finally:
        timer.cancel()
    return False
