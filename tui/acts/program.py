"""The program itself: help, the palette, colours, leaving; and what leaves the archive for files."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from store import marks
from tui import config
from tui.language import tr

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen


def _help(reader: ReaderScreen) -> None:
    from tui.screens.help import HelpScreen

    reader.app.push_screen(HelpScreen(reader.settings))


def _palette(reader: ReaderScreen) -> None:
    from tui.palette import open_palette

    open_palette(reader)


def _theme(reader: ReaderScreen) -> None:
    """Change to the theme of the other brightness, of the same kind, and remember it."""
    now = reader.app.theme
    ansi = now.startswith("ansi")
    names = ("ansi-dark", "ansi-light") if ansi else ("dark", "light")
    chosen = names[1] if reader.app.current_theme.dark else names[0]
    reader.app.theme = config.THEME_NAMES[chosen]
    config.remember("theme", chosen)
    reader.say(tr("Light theme.") if chosen.endswith("light") else tr("Dark theme."))


def _quit(reader: ReaderScreen) -> None:
    reader.leave()
    reader.app.exit()


def _export(reader: ReaderScreen) -> None:
    from tui.screens.export import ExportScreen

    marked = marks.all_marked(reader.connections.here)
    keys = marked or reader.keys_shown()
    if not keys:
        reader.say(tr("There is nothing to export."))
        return
    reader.app.push_screen(ExportScreen(reader, keys, marked=bool(marked)))


ACTS: Final[dict[str, Callable[[ReaderScreen], None]]] = {
    "help": _help,
    "palette": _palette,
    "theme": _theme,
    "quit": _quit,
    "export": _export,
}
