"""A whole import: files found, read by several processes, taken into the archive in batches, and reported.

A batch is in the archive whole or not at all. Batches depend on nothing but the files, so that an import that was
killed and is run again ends in the same archive as one that was not.
"""

from __future__ import annotations

import gc
import os
import signal
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from itertools import chain
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final, NamedTuple

from importers.problems import ImportProblem
from importers.walking import Problem, Walk, walk
from store.errors import ArchiveError
from store.records import LINES, Outcome

if TYPE_CHECKING:
    from importers.pipeline import Item
    from store.archive import Archive
    from store.preparing import Prepared

__all__ = ["ImportReport", "Problem", "Progress", "import_paths"]

BATCH: Final = 250
"""Articles that are taken in by one transaction."""

BATCH_CODE_POINTS: Final = 32 * 1024 * 1024
"""Text after which a batch is closed, however few its articles are."""

PARALLEL_FROM: Final = 200
"""Files from which on starting other processes is worth its time."""

PARALLEL_BYTES: Final = 256 * 1024
"""Bytes of files with an article a line from which on it is."""

MOST_PROBLEMS: Final = 1000
"""Problems that a report lists; a file of another kind may have one in each of its million lines."""

_WASTE_LOOKED_FOR: Final = 20_000
"""New objects after which a process looks for circular waste, of which articles leave next to none."""

_TASK: Final = 20
_TASK_BYTES: Final = 1 << 20
_AHEAD: Final = 4


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: articles (and what was none) read so far, bytes of all files, path of the last one."""

    articles: int
    done: int
    total: int
    path: str


@dataclass(slots=True)
class ImportReport:
    """What became of every article: how many of each outcome, and what could not be taken in.

    ``problems`` are the first `MOST_PROBLEMS` of ``failed`` ones. ``total`` counts what was read, articles and
    others. ``interrupted`` says that the user stopped it: what is counted is in the archive, the rest is not.
    """

    counts: dict[Outcome, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    failed: int = 0
    total: int = 0
    interrupted: bool = False

    def add_problems(self, problems: Iterable[Problem]) -> None:
        """Count problems, and list them while there is room."""
        for problem in problems:
            self.failed += 1
            if len(self.problems) < MOST_PROBLEMS:
                self.problems.append(problem)


class _Read(NamedTuple):
    """An article made ready to be taken in, or why there is none: plain values, which are fast to hand over."""

    path: str
    article: Prepared | None
    reason: str = ""
    advice: str = ""


class _Placed(NamedTuple):
    """What is to be read, and how many bytes of all files are read with it."""

    item: Item
    done: int


Task = list[_Placed]


class _DryRunError(Exception):
    """Raised to take back what a dry run did."""


def import_paths(
    archive: Archive,
    paths: Iterable[Path],
    *,
    progress: Callable[[Progress], None] | None = None,
    dry_run: bool = False,
    workers: int | None = None,
) -> ImportReport:
    """Take files, and folders of them, into the archive; give what became of each.

    What cannot be read is a problem in the report and the rest goes on. ``dry_run`` takes it all back at the end.
    ``workers`` is how many processes read; by default as many as there are processors, if there are many files.
    Ctrl-C ends it between two batches and the report says so.

    Raises:
        ArchiveError: the archive cannot be written; its advice tells what was kept.
    """
    from store import articles
    from store.indexing import merge

    found = walk(paths)
    report = ImportReport()
    report.add_problems(found.problems)
    try:
        with articles.many(archive), _little_looking_for_waste():
            with archive.transaction() if dry_run else nullcontext():
                _take_all(archive, found, report, progress, workers)
                if dry_run:
                    raise _DryRunError
            merge(archive, report.counts.get(Outcome.NEW, 0))
    except _DryRunError:
        pass
    except KeyboardInterrupt:
        report.interrupted = True
        if dry_run:
            report.counts.clear()
    except ArchiveError as error:
        kept = 0 if dry_run else sum(report.counts.values())
        raise type(error)(error.problem, _told(error.advice, kept)) from error
    return report


@contextmanager
def _little_looking_for_waste() -> Iterator[None]:
    usual = gc.get_threshold()
    gc.set_threshold(_WASTE_LOOKED_FOR)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _told(advice: str, kept: int) -> str:
    what = "1 article" if kept == 1 else f"{kept:,} articles"
    said = f"{what} had been taken in and will stay; run the import again to go on."
    return f"{advice} {said}".strip()


def _workers(asked: int | None, found: Walk, sizes: Sequence[int]) -> int:
    from importers.pipeline import is_lines

    if asked is not None:
        return max(asked, 1)
    of_lines = sum(size for path, size in zip(found.files, sizes, strict=True) if is_lines(path))
    worthwhile = len(found.files) >= PARALLEL_FROM or of_lines >= PARALLEL_BYTES
    return (os.cpu_count() or 1) if worthwhile else 1


def _take_all(
    archive: Archive,
    found: Walk,
    report: ImportReport,
    progress: Callable[[Progress], None] | None,
    workers: int | None,
) -> None:
    sizes = [_size(path) for path in found.files]
    total = sum(sizes)
    batch = _Batch(archive, report)
    now: Progress | None = None
    for read, done in _read_all(_tasks(found.files, sizes), _workers(workers, found, sizes)):
        if progress is not None and now is not None:
            progress(now)
        batch.add(read)
        now = Progress(report.total, min(done, total), total, read.path)
    batch.write()
    if progress is not None and now is not None:  # the last is told when it is in the archive
        progress(now)


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


@dataclass(slots=True)
class _Names:
    """Tells records of one file apart that go by one name: the second is ``name#2``, the third ``name#3``.

    Otherwise each would take the place of the one before, in this import and in every later one. Of a name only a
    number of 64 bits is kept, and only until the next file.
    """

    file: str = ""
    taken: set[int] = field(default_factory=set)
    again: Counter[str] = field(default_factory=Counter)

    def own(self, file: str, path: str) -> str:
        """Give the path that is the record's own."""
        if file != self.file:
            self.file = file
            self.taken.clear()
            self.again.clear()
        own = path
        while hash(own) in self.taken:
            self.again[path] += 1
            own = f"{path}#{self.again[path] + 1}"
        self.taken.add(hash(own))
        return own


@dataclass(slots=True)
class _Batch:
    """What is taken in by the next transaction."""

    archive: Archive
    report: ImportReport
    names: _Names = field(default_factory=_Names)
    articles: list[Prepared] = field(default_factory=list)
    troubles: list[Problem] = field(default_factory=list)
    count: int = 0
    size: int = 0

    def add(self, read: _Read) -> None:
        """Add one, and write all when they are enough."""
        self.report.total += 1
        self.count += 1
        if (article := read.article) is not None:
            if article.format == LINES:
                own = self.names.own(read.path.rpartition(":")[0], article.path)
                article = article if own == article.path else article._replace(path=own)
            self.articles.append(article)
            self.size += len(article.body)
        else:
            self.troubles.append(Problem(read.path, read.reason, read.advice))
        if self.count >= BATCH or self.size >= BATCH_CODE_POINTS:
            self.write()

    def write(self) -> None:
        """Take what there is into the archive, and count it."""
        from store import articles

        outcomes = Counter(articles.add_prepared(self.archive, self.articles)) if self.articles else Counter()
        for outcome, count in outcomes.items():
            self.report.counts[outcome] = self.report.counts.get(outcome, 0) + count
        self.report.add_problems(self.troubles)
        self.articles, self.troubles, self.count, self.size = [], [], 0, 0


def _tasks(files: Sequence[str], sizes: Sequence[int]) -> Iterator[Task]:
    """Give what is to be read in portions for one process; a file is not opened before its turn."""
    from importers.pipeline import items

    task: Task = []
    held = before = 0
    for path, size in zip(files, sizes, strict=True):
        for item in items(Path(path)):
            task.append(_Placed(item, before + item.position))
            held += len(item.data)
            if len(task) == _TASK or held >= _TASK_BYTES:
                yield task
                task, held = [], 0
        before += size
    if task:
        yield task


def _read_all(tasks: Iterator[Task], workers: int) -> Iterator[tuple[_Read, int]]:
    """Read everything in order; when the other processes die, go on in this one."""
    left: deque[Task] = deque()
    if workers > 1:
        with suppress(BrokenProcessPool):
            yield from _read_in_processes(tasks, workers, left)
    for task in chain(left, tasks):
        for item, done in task:
            yield _read(item), done


def _read_in_processes(tasks: Iterator[Task], workers: int, left: deque[Task]) -> Iterator[tuple[_Read, int]]:
    """Read in other processes; ``left`` are the portions that nothing was given of yet."""
    # Processes are started afresh, not forked: the reader that imports has threads, and locks held by them.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_settle_in)
    waiting: deque[Future[list[_Read]]] = deque()
    try:
        for task in tasks:
            left.append(task)
            waiting.append(pool.submit(_read_some, [item for item, _ in task]))
            if len(waiting) >= workers * _AHEAD:
                yield from _results(waiting, left)
        while waiting:
            yield from _results(waiting, left)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _results(waiting: deque[Future[list[_Read]]], left: deque[Task]) -> Iterator[tuple[_Read, int]]:
    reads = waiting.popleft().result()
    for read, (_, done) in zip(reads, left.popleft(), strict=True):
        yield read, done


def _settle_in() -> None:
    """Prepare a process that reads: leave Ctrl-C to the one that writes, and end when that one is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_leave_with_parent, daemon=True).start()
    from importers.pipeline import read_article

    with suppress(ImportProblem):
        read_article(b"Ban.", "")  # reads the lexicons
    gc.freeze()  # they are large, and are never waste
    gc.set_threshold(_WASTE_LOOKED_FOR)


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)  # the queue that we wait on will never close: our fellows hold its other end


def _read_some(items: Sequence[Item]) -> list[_Read]:
    return [_read(item) for item in items]


def _read(item: Item) -> _Read:
    from importers import pipeline
    from store import articles

    try:
        return _Read(item.path, articles.prepare(pipeline.read_item(item)))
    except ImportProblem as problem:
        return _Read(item.path, None, problem.reason, problem.advice)
    except Exception as error:
        # A fault of ours on one article must not cost the user the other ten thousand.
        reason = f"the program failed on it ({type(error).__name__}: {error})"
        return _Read(item.path, None, reason, "Please report it, with the file")
