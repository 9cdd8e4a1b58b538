"""The command palette: every action of the panes by name, in either language, with or without marks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.fuzzy import FuzzySearch

from store.text import fold, one_line
from store.when import days_of_value
from tui.actions import Action, Scope, in_scope
from tui.content import content, join, line
from tui.keymap import keys_of, shown
from tui.language import tr

if TYPE_CHECKING:
    from datetime import date

    from textual.content import Content

    from tui.screens.reader import ReaderScreen


_FIRST: Final = 1_000.0
"""A score above that of any name."""


class Actions(Provider):
    """The actions of the panes that make sense when chosen by name."""

    @property
    def _reader(self) -> ReaderScreen:
        from tui.screens.reader import ReaderScreen

        assert isinstance(self.screen, ReaderScreen)  # noqa: S101  (the palette is opened from there only)
        return self.screen

    def _known(self) -> list[Action]:
        return [action for action in in_scope(Scope.READER) if action.palette]

    def _shown(self, action: Action) -> Content:
        key = shown(keys_of(action, self._reader.settings.keys)[0])
        return join(line(action.label), content(f"  {key}", "dim"))

    async def discover(self) -> Hits:
        """Offer all, in the order of the table, while nothing is typed."""
        for action in self._known():
            act = partial(self._reader.action_act, action.id)
            yield DiscoveryHit(self._shown(action), act, text=one_line(action.label), help=one_line(action.help))

    async def search(self, query: str) -> Hits:
        """Offer what fits, by the name in both languages and by the id."""
        wanted = fold(query)
        fuzzy = FuzzySearch()
        for action in self._known():
            names = (action.label, action.english, action.vietnamese, action.id)
            score = max(fuzzy.match(wanted, fold(name))[0] for name in names)
            if score > 0:
                act = partial(self._reader.action_act, action.id)
                yield Hit(score, self._shown(action), act, text=one_line(action.label), help=one_line(action.help))


class Days(Provider):
    """A place in time to go to, typed as in a filter: ``2021``, ``2021-12``, ``1/12/2021``."""

    async def search(self, query: str) -> Hits:
        """Offer to go to what was typed, before anything else, if it is a date."""
        meant = days_of_value(query.strip())
        if meant is None:
            return
        from tui.screens.reader import ReaderScreen

        assert isinstance(self.screen, ReaderScreen)  # noqa: S101  (the palette is opened from there only)
        told = line(tr("Go to {date}").format(date=query.strip()))
        yield Hit(_FIRST, told, partial(go_to_day, self.screen, meant[1]))


def go_to_day(reader: ReaderScreen, day: date) -> None:
    """Go to the newest meeting of a day, or else before it; say so where there is none."""
    reader.go_to_pane("timeline")
    if not reader.timeline.go_to_day(day):
        reader.say(tr("Nothing that is shown is so old."))


def open_palette(reader: ReaderScreen) -> None:
    """Open the palette over the panes."""
    told = one_line(tr("an action, or a date to go to (2021-12)"))
    reader.app.push_screen(CommandPalette({Actions, Days}, placeholder=told))
