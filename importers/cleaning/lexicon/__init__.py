"""The facts that cleaning rests on, as plain text files that can be extended without knowing Python.

One phrase a line; what follows ``#`` is a remark. Case, Vietnamese marks and punctuation do not matter, except in
files that say otherwise at their head. ``…`` at the end of a phrase means: and whatever follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from importers.cleaning.lines import phrase_key


def entries(name: str) -> tuple[str, ...]:
    """Give the phrases of one file as they are written, in order, without remarks."""
    text = files(__name__).joinpath(f"{name}.txt").read_text("utf-8")
    phrases = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return tuple(phrase for phrase in phrases if phrase)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases to look a line up in: some are the whole line, some only its beginning."""

    whole: frozenset[str]
    heads: tuple[str, ...]

    def match(self, key: str) -> bool:
        """Tell whether a folded line (see `phrase_key`) is one of the phrases or begins with one that may go on."""
        return bool(key) and (key in self.whole or f"{key} ".startswith(self.heads))


@cache
def phrases(name: str) -> Phrases:
    """Read one file of phrases, once."""
    whole = {phrase_key(e) for e in entries(name)}
    heads = tuple(f"{phrase_key(e)} " for e in entries(name) if e.endswith("…"))
    return Phrases(frozenset(whole - {""}), heads)
