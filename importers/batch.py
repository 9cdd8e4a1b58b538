"""A whole import: files found, read by several processes, taken into the archive in batches, and reported.

A batch is in the archive whole or not at all. Batches depend on nothing but the files, so that an import that was
killed and is run again ends in the same archive as one that was not.
"""

from __future__ import annotations

import os
import signal
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from dataclasses import dataclass, field
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

from importers.problems import ImportProblem
from importers.walking import Problem, walk
from store.errors import ArchiveError
from store.records import ImportedArticle, Outcome

if TYPE_CHECKING:
    from store.archive import Archive

__all__ = ["ImportReport", "Problem", "Progress", "import_paths"]

BATCH: Final = 200
"""Files that are taken in by one transaction."""

BATCH_CODE_POINTS: Final = 32 * 1024 * 1024
"""Text after which a batch is closed, however few its files are."""

PARALLEL_FROM: Final = 200
"""Files from which on starting other processes is worth its time."""

_TASK: Final = 20
_AHEAD: Final = 4


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: files done of all, and the path of the last one."""

    done: int
    total: int
    path: str


@dataclass(slots=True)
class ImportReport:
    """What became of every file: how many of each outcome, and which paths could not be taken in.

    ``interrupted`` says that the user stopped it: what is counted is in the archive, the rest is not.
    """

    counts: dict[Outcome, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    total: int = 0
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    path: str
    article: ImportedArticle | None
    problem: ImportProblem | None


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
    found = walk(paths)
    report = ImportReport(problems=list(found.problems), total=len(found.files))
    try:
        with archive.transaction() if dry_run else nullcontext():
            _take_all(archive, found.files, report, progress, _workers(workers, len(found.files)))
            if dry_run:
                raise _DryRunError
    except _DryRunError:
        pass
    except KeyboardInterrupt:
        report.interrupted = True
        if dry_run:
            report.counts.clear()
    except ArchiveError as error:
        kept = 0 if dry_run else sum(report.counts.values())
        raise type(error)(error.problem, _told(error.advice, kept, report.total)) from error
    return report


def _told(advice: str, kept: int, total: int) -> str:
    said = f"{kept:,} of {total:,} files had been taken in and are kept; run the import again to go on."
    return f"{advice} {said}".strip()


def _workers(asked: int | None, files: int) -> int:
    if asked is not None:
        return max(asked, 1)
    return (os.cpu_count() or 1) if files >= PARALLEL_FROM else 1


def _take_all(
    archive: Archive,
    files: Sequence[str],
    report: ImportReport,
    progress: Callable[[Progress], None] | None,
    workers: int,
) -> None:
    size = since = 0
    batch: list[ImportedArticle] = []
    troubles: list[Problem] = []
    for done, read in enumerate(_read_all(files, workers), 1):
        since += 1
        if read.article is not None:
            batch.append(read.article)
            size += len(read.article.original)
        elif read.problem is not None:
            troubles.append(Problem(read.path, read.problem.reason, read.problem.advice))
        if since == BATCH or size >= BATCH_CODE_POINTS or done == len(files):
            _write(archive, batch, troubles, report)
            batch, troubles, since, size = [], [], 0, 0
        if progress is not None:
            progress(Progress(done, len(files), read.path))


def _write(archive: Archive, batch: list[ImportedArticle], troubles: list[Problem], report: ImportReport) -> None:
    from store import articles

    outcomes = Counter(articles.add_all(archive, batch)) if batch else Counter()
    for outcome, count in outcomes.items():
        report.counts[outcome] = report.counts.get(outcome, 0) + count
    report.problems.extend(troubles)


def _read_all(files: Sequence[str], workers: int) -> Iterator[_Read]:
    """Read files in order; when the other processes die, go on in this one."""
    done = 0
    if workers > 1:
        try:
            for read in _read_in_processes(files, workers):
                done += 1
                yield read
        except BrokenProcessPool:
            pass
    for path in files[done:]:
        yield _read(path)


def _read_in_processes(files: Sequence[str], workers: int) -> Iterator[_Read]:
    # Processes are started afresh, not forked: the reader that imports has threads, and locks held by them.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_settle_in)
    waiting: deque[Future[list[_Read]]] = deque()
    tasks = (files[start : start + _TASK] for start in range(0, len(files), _TASK))
    try:
        for task in tasks:
            waiting.append(pool.submit(_read_some, task))
            if len(waiting) >= workers * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _settle_in() -> None:
    """Prepare a process that reads: leave Ctrl-C to the one that writes, and end when that one is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)  # the queue that we wait on will never close: our fellows hold its other end


def _read_some(paths: Sequence[str]) -> list[_Read]:
    return [_read(path) for path in paths]


def _read(path: str) -> _Read:
    from importers.pipeline import read_file

    try:
        return _Read(path, read_file(Path(path)), None)
    except ImportProblem as problem:
        return _Read(path, None, problem)
    except Exception as error:
        # A fault of ours on one file must not cost the user the other ten thousand.
        return _Read(
            path,
            None,
            ImportProblem(
                f"the program failed on it ({type(error).__name__}: {error})", "Please report it, with the file"
            ),
        )
