"""Makes whole archives of generated articles: processes that make records, one that writes, and a user's desk.

What is written goes through the store's own ways (`store.articles.add_all`, tags, notes, marks), so that an archive is
what the present schema makes of it.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.articles import Maker
from benchmarks.tables import show
from benchmarks.world import TAGS
from store import articles, indexing, marks, notes, reading, tags
from store.archive import Archive
from store.records import ImportedArticle, Span

BATCH: Final = 4000
"""Articles of one task and of one transaction: each touches thirty places of the indexes, most of them in common."""

MAKERS: Final = 2
_AHEAD: Final = 4
_READ_SHARE: Final = 0.1
_MARKED_SHARE: Final = 0.002
_NOTED_SHARE: Final = 0.002
_CHUNK: Final = 500

_maker: Maker | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """What making an archive took."""

    path: Path
    size: int
    text_bytes: int
    writing: float
    desk: float


def make(path: Path, size: int, seed: int) -> Made:
    """Make an archive; one that is there is written anew."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = 0
    began = time.perf_counter()
    with Archive.open(path) as archive:
        archive.connection.execute("PRAGMA synchronous = OFF")  # it can be made again
        archive.connection.execute("PRAGMA cache_size = -400000")
        archive.connection.execute("PRAGMA wal_autocheckpoint = 250000")
        for number, batch in enumerate(_batches(size, seed), 1):
            articles.add_all(archive, batch)
            text += sum(len(one.article.body.encode()) for one in batch)
            if number % 5 == 0:
                _tell(number * BATCH, size, began)
        indexing.merge(archive, size)  # as every large import does
        written = time.perf_counter()
        _desk(archive, Random(f"desk {seed}"))
        archive.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return Made(path, size, text, written - began, time.perf_counter() - written)


def _tell(done: int, size: int, began: float) -> None:
    rate = done / (time.perf_counter() - began)
    print(f"  {done:,} of {size:,} articles, {rate:.0f}/s", flush=True)


def _batches(size: int, seed: int) -> Iterator[list[ImportedArticle]]:
    """Make all articles in order, several processes ahead of the writer."""
    with ProcessPoolExecutor(MAKERS, get_context("forkserver"), _begin, (seed, size)) as pool:
        starts = iter(range(0, size, BATCH))
        waiting: deque[Future[list[ImportedArticle]]] = deque()
        for start in starts:
            waiting.append(pool.submit(_make, start, min(start + BATCH, size)))
            if len(waiting) >= _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _begin(seed: int, size: int) -> None:
    global _maker
    _maker = Maker(seed, size)


def _make(start: int, end: int) -> list[ImportedArticle]:
    if _maker is None:
        raise RuntimeError("the process was not begun")
    return [_maker.article(number) for number in range(start, end)]


def _desk(archive: Archive, random: Random) -> None:
    """Read, mark, tag and note some of the articles, as a user of many years has."""
    keys = [key for (key,) in archive.rows("SELECT key FROM articles ORDER BY id")]
    for number in range(0, len(keys), _CHUNK):
        chunk = keys[number : number + _CHUNK]
        reading.set_read(archive, (key for key in chunk if random.random() < _READ_SHARE), True)
    for label in TAGS:
        chosen = [key for key in keys if random.random() < label.share] or [random.choice(keys)]
        for number in range(0, len(chosen), _CHUNK):
            tags.add(archive, chosen[number : number + _CHUNK], label.name)
    marks.mark(archive, random.sample(keys, max(int(len(keys) * _MARKED_SHARE), 1)))
    for key in random.sample(keys, max(int(len(keys) * _NOTED_SHARE), 1)):
        notes.add(archive, key, Span(0, random.randint(8, 60)), f"đối chiếu với bài {random.randint(1, 99)}")


def measure(path: Path, size: int, seed: int) -> None:
    """Make an archive and print what it took."""
    made = make(path, size, seed)
    whole = path.stat().st_size
    show(
        f"Archive of {size:,} articles, seed {seed}",
        ("articles/s", "seconds", "text MB", "archive MB", "over text", "tags, notes, reading: s"),
        [(
            f"{size / made.writing:.0f}", f"{made.writing:.0f}", f"{made.text_bytes / 1e6:.0f}", f"{whole / 1e6:.0f}",
            f"{whole / made.text_bytes:.2f}", f"{made.desk:.0f}",
        )],
    )  # fmt: skip
