"""A bar for jobs that take long: on stderr, only on a terminal, only after a second."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

from store.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.progress import Progress, TaskID

UP_TO_DATE = "Bringing the archive up to date"
"""What a program does that opens an archive which an older one, or another tool, has left behind."""

PATIENCE = 1.0
"""Seconds that a job may take before a bar appears."""


class Bar:
    """Progress of one job. A context manager: when the job ends, however it ends, the bar is gone.

    ``in_bytes`` shows the share that is done, since nobody counts bytes.
    """

    def __init__(self, what: str, clock: Callable[[], float] = time.monotonic, *, in_bytes: bool = False) -> None:
        self._what = what
        self._in_bytes = in_bytes
        self._clock = clock
        self._started = clock()
        self._shown: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown is not None:
            self._shown.stop()

    def update(self, done: int, total: int, note: str = "") -> None:
        """Say how far the job is; ``note`` names what is being worked on."""
        if self._shown is None:
            if not sys.stderr.isatty() or self._clock() - self._started < PATIENCE:
                return
            self._shown = self._make()
            self._task = self._shown.add_task("", total=total, note="")
            self._shown.start()
        if self._task is not None:
            self._shown.update(self._task, completed=done, total=total, note=one_line(note, 40))

    def _make(self) -> Progress:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TaskProgressColumn,
            TextColumn,
            TimeRemainingColumn,
        )

        return Progress(
            TextColumn(one_line(self._what), markup=False),
            BarColumn(),
            TaskProgressColumn() if self._in_bytes else MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[note]}", markup=False),
            console=Console(stderr=True, markup=False, highlight=False, emoji=False),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
