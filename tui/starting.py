"""Opening the reader: the first screen from the archive, then Textual, which takes over the terminal as it is."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui import config, language
from tui.ansi import Ink, colour_system
from tui.first import First, read
from tui.first_paint import screen
from tui.language import tr
from tui.stage import Stage, stage
from tui.themes import colours

if TYPE_CHECKING:
    from store.archive import Archive


def run(opened: Callable[[str], Archive], query: str = "") -> int:
    """Open the reader, the filter set to ``query``; returns the exit status.

    ``opened`` opens the archive, saying what it does, in these words, where that takes long.

    Raises:
        ArchiveError: the archive cannot be opened.
    """
    gc.disable()  # what is made until the first screen is there is no garbage; `BienbanApp.on_ready` goes on
    settings = config.load(os.environ)
    language.use(settings.language)
    with opened(tr("Bringing the archive up to date")) as archive, stage(os.environ) as terminal:
        first = read(archive.reader())
        whole = first.view is not None or not first.results.count
        if terminal is not None and whole and not query.strip():
            _paint(terminal, first, settings)
        from tui.app import BienbanApp
        from tui.driver import driver_on

        app = BienbanApp(archive, settings, query, first, driver_on(terminal) if terminal is not None else None)
        app.run()
    return app.return_code or 0


def _paint(terminal: Stage, first: First, settings: config.Settings) -> None:
    system = colour_system(os.environ)
    rows = screen(first, settings, *terminal.size, colours=system is not None)
    terminal.paint(Ink(colours(config.THEME_NAMES[settings.theme]), system).write(rows))
