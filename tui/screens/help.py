"""All keys, made from the table of actions and the keys that the user gave them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.actions import ACTIONS, Group
from tui.keymap import keys_of, shown, told
from tui.language import tr
from tui.screens.paper import Paper
from tui.widgets.lines import FAINT, HEADING, KEY, NOTE, PLAIN, Row, wrapped
from tui.widgets.wrapping import cells

if TYPE_CHECKING:
    from tui.config import Settings

_KEYS = 16
_LABEL = 22


class HelpScreen(Paper[None]):
    """What is wrong in the settings; then each action with keys and a sentence, under the headings of the table."""

    def __init__(self, settings: Settings) -> None:
        keys = settings.keys
        foot = f"{told(keys, ('close', tr('closes')))} · {tr('every key can be changed in config.toml')}"
        super().__init__(tr("Help"), foot)
        self._settings = settings
        self._keys = keys

    def open_help(self) -> None:
        """Close it: the key that opened it does not open it again."""
        self.dismiss(None)

    def rows(self, width: int) -> Sequence[Row]:
        """Give a heading for each group, and a line or more for each action."""
        rows: list[Row] = []
        if self._settings.problems:
            rows += [
                Row(),
                Row(((tr("Wrong in config.toml"), HEADING),)),
                *wrapped(self._settings.file, FAINT, width),
            ]
        for problem in self._settings.problems:
            first, *others = wrapped(problem, PLAIN, width, indent=2)
            text = first.parts[0][0][2:]
            rows += [Row((("! ", NOTE), (text, PLAIN))), *others]
        for group in Group:
            rows += [Row(), Row(((tr(group.value), HEADING),))]
            for action in ACTIONS:
                if action.group is group:
                    keys = "  ".join(shown(key) for key in keys_of(action, self._keys))
                    rows += _rows(keys, action.label, action.help, width)
        return rows[1:]


def _rows(keys: str, label: str, sentence: str, width: int) -> list[Row]:
    """Put keys, name and sentence in columns, the sentence below where there is no room beside."""
    lead = _pad(keys, _KEYS)
    if width < 72:
        rows = wrapped(f"{label}. {sentence}", FAINT, width, indent=_KEYS)
        after = rows[0].parts[0][0][_KEYS + len(label) :]
        return [Row(((lead, KEY), (label, PLAIN), (after, FAINT))), *rows[1:]]
    column = _KEYS + _LABEL
    below = wrapped(sentence, FAINT, width, indent=column)
    first = below[0].parts[0][0][column:]
    return [Row(((lead, KEY), (_pad(label, _LABEL), PLAIN), (first, FAINT))), *below[1:]]


def _pad(text: str, width: int) -> str:
    return text + " " * max(width - cells(text), 1)
