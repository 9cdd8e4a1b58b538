"""Where one is in the article that is open: the place is remembered, and what was read counts as read.

An article is read when it has been opened (the keys are for it, not for the timeline) and then either its end was
seen or some seconds went by; passing over it in the timeline reads nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.timer import Timer

from store import reading

if TYPE_CHECKING:
    from tui.screens.panes import PanesScreen

SAVE_AFTER: Final = 1.0
"""Seconds after the last scrolling in which the place is written down."""


class Place:
    """The place in the article that a reader shows. Nothing here is told: it happens by itself."""

    def __init__(self, reader: PanesScreen) -> None:
        self._reader = reader
        self._saving: Timer | None = None
        self._dwelling: Timer | None = None
        self._unsaved: tuple[str, int] | None = None

    def opened(self) -> None:
        """The article on the screen is being read from now on."""
        self.left()
        view, seconds = self._reader.view, self._reader.settings.read_after
        if view is None:
            return
        self._unsaved = (view.key, self._reader.article.top_offset)
        if self._reader.article.percent >= 100:
            self.read()
        elif seconds:
            self._dwelling = self._reader.set_timer(seconds, self.read)

    def left(self) -> None:
        """Nobody reads it any more, for now."""
        if self._dwelling is not None:
            self._dwelling.stop()
            self._dwelling = None
        self.save()

    def scrolled(self, offset: int) -> None:
        """Another position of the body, in code points, is at the top of the pane."""
        reader = self._reader
        if reader.view is None or reader.pane != "article":
            return
        self._unsaved = (reader.view.key, offset)
        if self._saving is not None:
            self._saving.stop()
        self._saving = reader.set_timer(SAVE_AFTER, self.save)
        if reader.article.percent >= 100:
            self.read()

    def save(self) -> None:
        """Write the place down, if it is another than the one that is known."""
        if self._saving is not None:
            self._saving.stop()
            self._saving = None
        if self._unsaved is not None and not self._reader.connections.read_only:
            key, offset = self._unsaved
            self._reader.write(lambda archive: reading.stop_at(archive, key, offset), lambda _: None, quietly=True)
        self._unsaved = None

    def read(self) -> None:
        """Count the article as read."""
        view = self._reader.view
        if view is None or not view.unread or self._reader.connections.read_only:
            return
        key = view.key
        self._reader.write(
            lambda archive: reading.set_read(archive, [key], True, automatic=True),
            lambda _: self._reader.changed([key]),
            quietly=True,
        )
