"""The command palette: every action of the panes by name, in either language, with or without marks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.fuzzy import FuzzySearch

from store.text import fold, one_line
from tui.actions import Action, Scope, in_scope
from tui.content import content, join, line
from tui.keymap import keys_of, shown
from tui.language import tr

if TYPE_CHECKING:
    from textual.content import Content

    from tui.screens.reader import ReaderScreen


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


def open_palette(reader: ReaderScreen) -> None:
    """Open the palette over the panes."""
    reader.app.push_screen(CommandPalette({Actions}, placeholder=one_line(tr("search all actions"))))
