"""Plain text files: the bytes of one file, if it is a file that can be an article."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from importers.problems import ImportProblem

SUFFIXES: Final = (".txt",)
LIMIT: Final = 50 * 1024 * 1024
"""The size in bytes over which a text file is refused unread."""


def read(path: Path) -> bytes:
    """Read one file whole.

    Raises:
        ImportProblem: there is no such file, it is no regular file, it is over `LIMIT`, or it may not be read.
    """
    with opened(path) as file:
        size = os.fstat(file.fileno()).st_size
        if size > LIMIT:
            raise _too_big(size)
        data = file.read(LIMIT + 1)  # it may have grown since
    if len(data) > LIMIT:
        raise _too_big(max(size, len(data)))
    return data


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file for reading; errors of the operating system inside become problems too.

    Raises:
        ImportProblem: there is no such file, it is no regular file, or it may not be read.
    """
    try:
        # A pipe would block on open until somebody writes to it; a device could be endless.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise problem_of(error) from None
    try:
        _refuse_what_is_no_file(descriptor)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            yield file
    except OSError as error:
        raise problem_of(error) from None
    finally:
        os.close(descriptor)


def _refuse_what_is_no_file(descriptor: int) -> None:
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISDIR(mode):
        raise ImportProblem("it is a folder", "Import it as a folder")
    if not stat.S_ISREG(mode):
        raise ImportProblem("it is a pipe or a device, not a file", "Leave it out")


def _too_big(size: int) -> ImportProblem:
    return ImportProblem(
        f"it is too big for one article ({size / 1024 / 1024:,.0f} MB; the limit is {LIMIT // 1024 // 1024} MB)",
        "Split it into one file for each article",
    )


def problem_of(error: OSError) -> ImportProblem:
    """Say an error of the operating system in words for people."""
    match error:
        case FileNotFoundError():
            return ImportProblem("there is no such file or folder", "Check the path")
        case PermissionError():
            return ImportProblem("it may not be read", "Give yourself the right to read it (`chmod u+r`)")
        case IsADirectoryError():
            return ImportProblem("it is a folder", "Import it as a folder")
        case _ if error.strerror and "symbolic links" in error.strerror:
            return ImportProblem("it is a link that leads back to itself", "Leave it out")
        case _:
            return ImportProblem(
                f"it cannot be read ({error.strerror or error})", "Try again, or copy it elsewhere"
            )
