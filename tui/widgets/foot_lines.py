"""What the two lines at the foot say: how much is filtered; the keys that matter most, as far as there is room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from tui.actions import BY_ID
from tui.keymap import KeyTable, first_key
from tui.language import grouped, number_of, tr
from tui.widgets.wrapping import cells

_LAST: Final = "help"
ORDER: Final = ("tag", "annotate", "mark", "export", "person", "undo", "quit", _LAST)
"""The first are shown where there is little room; the last always is. The filter has its own line above."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the status tells: how many articles match, of how many, and where the matches of the filter stand.

    ``more``: there may be more than ``matching``, they are still being counted.
    """

    matching: int = 0
    total: int = 0
    filtered: bool = False
    marked: int = 0
    more: bool = False
    by_relevance: bool = False
    match: tuple[int, int] | None = None


class Hint(NamedTuple):
    """A key with a word, and what it does."""

    action: str
    key: str
    word: str

    @property
    def width(self) -> int:
        """The cells that it takes, with the gap after it."""
        return cells(self.key) + cells(self.word) + 4


def hints(keys: KeyTable, width: int) -> Iterator[Hint]:
    """Choose the keys for a width, help always among them."""
    named = [Hint(name, first_key(name, keys), tr(BY_ID[name].hint)) for name in ORDER]
    last = [hint for hint in named if hint.action == _LAST]
    room = width - sum(hint.width for hint in last)
    for hint in named:
        if hint.action != _LAST and room >= hint.width:
            yield hint
            room -= hint.width
    yield from last


def words_of(now: Standing) -> str:
    """Say how things stand: ``1 of 5 · match 2/7 · 2 marked``."""
    told = []
    if now.filtered:
        matching = grouped(now.matching) + ("+" if now.more else "")
        told.append(tr("{n} of {total}").format(n=matching, total=grouped(now.total)))
    else:
        told.append(number_of(now.total, "{n} article", "{n} articles"))
    if now.by_relevance:
        told.append(tr("by relevance"))
    if now.match is not None:
        told.append(_matches(*now.match))
    if now.marked:
        told.append(tr("{n} marked").format(n=grouped(now.marked)))
    return " · ".join(told)


def _matches(current: int, total: int) -> str:
    if not current:
        return number_of(total, "{n} match", "{n} matches")
    return tr("match {n}/{total}").format(n=current, total=total)
