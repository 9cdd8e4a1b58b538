"""The reader as a program: its theme, its keys, its settings; the screens do the rest."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.filter import LineFilter, NoColor
from textual.screen import Screen

from store.archive import Archive
from store.text import one_line
from tui import config, keymap, language, themes
from tui.actions import BY_ID
from tui.connections import Connections
from tui.keyfeed import KeyFeed
from tui.language import tr
from tui.screens.reader import ReaderScreen

if TYPE_CHECKING:
    from textual.driver import Driver

    from tui.first import First

_COLOURLESS: Final = NoColor()

COLLECTING: Final = 10_000, 10, 10
"""When garbage is looked for (`gc.set_threshold`): a frame makes thousands of objects, gone with the next."""


class BienbanApp(App[None]):
    """The reader on one open archive."""

    TITLE = "Bienban"
    CSS_PATH: ClassVar = ["styles/panes.tcss", "styles/app.tcss"]
    ENABLE_COMMAND_PALETTE = False  # the palette is an action of ours, so that its key can be changed
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        archive: Archive,
        settings: config.Settings,
        query: str = "",
        first: First | None = None,
        driver_class: type[Driver] | None = None,
    ) -> None:
        """Make the reader; ``first`` is what was read for its first screen, if that was."""
        language.use(settings.language)
        super().__init__(driver_class=driver_class)
        self.settings = settings
        self.connections = Connections(archive, first.archive if first is not None else None)
        self._query, self._first = query, first
        self._keys = KeyFeed(self, super().on_event)
        for theme in themes.ours():
            self.register_theme(theme)
        self.theme = config.THEME_NAMES[settings.theme]
        self.stylesheet.set_variables(self.get_css_variables())
        self._styled = False
        self.set_keymap(keymap.for_textual(settings.keys))

    async def on_event(self, event: events.Event) -> None:
        """Let what is typed wait for its turn."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._keys.add(event)
        else:
            await super().on_event(event)

    def get_default_screen(self) -> Screen[None]:
        """Open on the three panes."""
        return ReaderScreen(
            self.connections, self.settings, self._query, self._first, typing=lambda: self._keys.busy
        )

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours of meanings for themes that are not ours."""
        theme = self.current_theme
        return themes.meanings(dark=theme.dark, ansi=theme.ansi)

    def refresh_css(self, animate: bool = True) -> None:
        """Read the style sheets again for another theme; not at the start, when they were read for this one."""
        if self._styled:
            super().refresh_css(animate)
        self._styled = True

    def get_system_commands(self, screen: Screen[object]) -> list[SystemCommand]:
        """Offer none of Textual's own commands: the palette shows the table of actions."""
        return []

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Send a terminal without colours none at all; Textual would send it greys."""
        filters = super().get_line_filters()
        return [*filters, _COLOURLESS] if self.no_color else filters

    def say(self, text: str, *, error: bool = False) -> None:
        """Tell the person something over whatever screen is open; the one way to a notification."""
        if isinstance(self.screen, ReaderScreen):
            self.screen.say(text, error=error)
        else:
            self.notify(one_line(text), severity="error" if error else "information", markup=False)

    def action_help_quit(self) -> None:
        """Tell who presses Ctrl-C how to leave."""
        keys = keymap.keys_of(BY_ID["quit"], self.settings.keys)
        self.say(tr("{key} quits").format(key=keymap.shown(keys[0])))

    def on_mount(self) -> None:
        """End in order, the terminal as it was, when the system asks for an end."""
        with suppress(NotImplementedError, RuntimeError, ValueError):  # not on Windows, not beside the main thread
            for number in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(number, self._end, 128 + number)

    def on_ready(self) -> None:
        """Look for garbage only in what is made from now on.

        Going through all that Textual is made of takes longer than any key: it fell on every eighth.
        """
        if not gc.isenabled():
            gc.freeze()
            gc.set_threshold(*COLLECTING)
            gc.enable()

    async def action_quit(self) -> None:
        """Leave as any other way of leaving does, whatever screen is open."""
        self._end(0)

    def _end(self, status: int) -> None:
        reader = self.screen_stack[0]
        if isinstance(reader, ReaderScreen):
            reader.leave()
        self.exit(return_code=status)

    def on_unmount(self) -> None:
        """Let what is being written be written."""
        self._keys.close()
        self.connections.close()
