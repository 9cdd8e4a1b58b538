"""The console script ``bienban``: opens the reader at once, and hands every other command to `cli.main`.

The way to the reader imports neither click nor rich: what is not needed for the first screen is not loaded.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cli import messages
from cli.commands import COMMANDS
from store.text import path_text

EXIT_FAILED = 1
EXIT_INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Opening:
    """What ``bienban [--archive PATH] [QUERY]`` asks for."""

    archive: Path | None
    query: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program on the words of the command line; returns the exit status (0, 1, 2; 130 after Ctrl-C)."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    messages.prepare_streams()
    try:
        status = _run(words)
        messages.flush()
    except KeyboardInterrupt:
        messages.say("Stopped.")
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        messages.abandon_stdout()  # whoever read the output has seen enough
        return 0
    except Exception as error:
        return explain(error)
    return status


def parse_opening(words: Sequence[str]) -> Opening | None:
    """Read the command line as a wish to open the reader; ``None`` when it is one for a subcommand or for click.

    ``bienban -- search`` opens the reader on the query ``search``.
    """
    archive: Path | None = None
    query: list[str] = []
    waiting = list(words)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            query += waiting
            break
        if word == "--archive" and waiting:
            archive = Path(waiting.pop(0))
        elif word.startswith("--archive=") and len(word) > len("--archive="):
            archive = Path(word.removeprefix("--archive="))
        elif word.startswith("-") or (word in COMMANDS and not query):
            return None
        else:
            query.append(word)
    return Opening(archive, " ".join(query))


def explain(error: Exception) -> int:
    """Say in one line what went wrong and what to do; the traceback only for who set ``BIENBAN_DEBUG``."""
    from importers.problems import ImportProblem
    from store.errors import ArchiveError

    if os.environ.get("BIENBAN_DEBUG"):
        messages.trace()
    if isinstance(error, ArchiveError):
        messages.problem(error.problem, error.advice)
    elif isinstance(error, ImportProblem):
        messages.problem(error.reason, error.advice)
    elif isinstance(error, OSError):
        _explain_system(error)
    else:
        messages.problem(
            f"Something went wrong that should not: {type(error).__name__}: {error}",
            "Run it again with BIENBAN_DEBUG=1 and report what it prints",
        )
    return EXIT_FAILED


def _run(words: list[str]) -> int:
    opening = parse_opening(words)
    if opening is None:
        from cli.main import run

        return run(words)
    from cli.opening import open_reader

    return open_reader(opening.archive, opening.query)


def _explain_system(error: OSError) -> None:
    where = f": {path_text(error.filename)}" if error.filename else ""
    if error.errno == errno.ENOSPC:
        if not error.filename:
            messages.abandon_stdout()
        messages.problem(f"There is no room left to write{where}", "Make room on the disk and run it again")
    else:
        messages.problem(f"{error.strerror or error}{where}", "Check the path and its permissions")
