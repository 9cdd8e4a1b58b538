"""Which archive is meant, and opening the reader on it; offers the sample articles when there is none."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cli import messages
from cli.progress import Bar
from store.text import path_text

if TYPE_CHECKING:
    from store.archive import Archive

DUMB_TERMINALS = ("", "dumb", "unknown")


def locate(explicit: Path | None) -> Path:
    """Find the archive: ``--archive``, ``BIENBAN_ARCHIVE``, ``./archive.db``, the user's data folder."""
    from store import archive

    return archive.locate(explicit, os.environ, Path.cwd())


def open_reader(explicit: Path | None, query: str) -> int:
    """Open the reader, on the sample articles if there is no archive and the person wants them; the exit status."""
    if not _can_show():
        return 1
    path = locate(explicit)
    if not path.exists() and not _make_from_seeds(path):
        return 1
    from tui import starting

    return starting.run(partial(_open, path), query)


def _open(path: Path, what: str) -> Archive:
    from store.archive import Archive

    with Bar(what) as bar:
        return Archive.open(path, making=False, progress=bar.update)


def seeds() -> Path:
    """Give the folder of the sample articles that came with the program."""
    return Path(__file__).resolve().parent.parent / "seeds"


def _can_show() -> bool:
    """Tell whether there is a terminal that the reader can draw on; says why not."""
    instead = "Use `bienban search QUERY` and `bienban show KEY` instead"
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        messages.problem("The reader needs a terminal, and its input or output is none", instead)
        return False
    terminal = os.environ.get("TERM", "")
    if terminal in DUMB_TERMINALS:
        messages.problem(
            f"The terminal cannot draw the reader (TERM is {terminal or 'not set'})",
            f"Set TERM to what it is, such as xterm-256color. {instead}",
        )
        return False
    return True


def _make_from_seeds(path: Path) -> bool:
    """Offer to make an archive of the sample articles; tells whether there is one now."""
    from tui import config, language
    from tui.language import tr

    language.use(config.load(os.environ).language)
    question = tr("There is no archive at {path}. Make it with five sample articles? [Y/n] ")
    if messages.ask(question.format(path=path_text(path))).strip().lower() not in ("", "y", "yes", "c", "có"):
        messages.say(tr("Make one with: bienban import FOLDER"))
        return False
    from importers.batch import import_paths
    from store.archive import Archive

    with Archive.open(path) as archive:
        import_paths(archive, [seeds()])
    return True
