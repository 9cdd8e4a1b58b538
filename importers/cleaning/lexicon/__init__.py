"""The facts that cleaning rests on, as plain text files that can be extended without knowing Python.

One phrase a line; what follows ``#`` is a remark. Case and punctuation do not matter. In files of whole lines marks
do not matter either; there ``…`` at the end of a phrase means: and whatever follows, and ``:`` at its end means:
and a colon and whatever follows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from importers.cleaning.lines import phrase_key, words_of


def numbered_entries(name: str) -> tuple[tuple[int, str], ...]:
    """Give the phrases of one file as they are written, in order, without remarks, each with its line."""
    text = files(__name__).joinpath(f"{name}.txt").read_text("utf-8")
    phrases = ((number, line.split("#", 1)[0].strip()) for number, line in enumerate(text.splitlines(), 1))
    return tuple((number, phrase) for number, phrase in phrases if phrase)


def entries(name: str) -> tuple[str, ...]:
    """Give the phrases of one file as they are written, in order, without remarks."""
    return tuple(phrase for _, phrase in numbered_entries(name))


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases to look a line up in: some are the whole line, some its beginning, some a label before a colon."""

    whole: frozenset[str]
    heads: dict[str, tuple[str, ...]]  # by their first word
    labels: frozenset[str] = frozenset()

    def match(self, key: str, text: str = "") -> bool:
        """Tell whether a folded line (see `phrase_key`) is one of the phrases or begins with one that may go on.

        ``text`` is the line as it is, for those that end in a colon.
        """
        if not key:
            return False
        if key in self.whole:
            return True
        heads = self.heads.get(key.partition(" ")[0])
        if heads is not None and f"{key} ".startswith(heads):
            return True
        if not self.labels or ":" not in text:
            return False
        return phrase_key(text.partition(":")[0]) in self.labels


@cache
def phrases(name: str) -> Phrases:
    """Read one file of phrases, once."""
    every = entries(name)
    whole = {phrase_key(e) for e in every}
    heads: dict[str, tuple[str, ...]] = {}
    for head in (phrase_key(e) for e in every if e.endswith("…")):
        first = head.partition(" ")[0]
        heads[first] = (*heads.get(first, ()), f"{head} ")
    labels = {phrase_key(e) for e in every if e.endswith(":")}
    return Phrases(frozenset(whole - {""}), heads, frozenset(labels))


_TONES: Final = tuple(  # "hòa" and "hoà" are one word: the tone of oa, oe and uy may stand on either letter
    (old + second, first + new)
    for first, second, olds, news in (
        ("o", "a", "òóỏõọ", "àáảãạ"),
        ("o", "e", "òóỏõọ", "èéẻẽẹ"),
        ("u", "y", "ùúủũụ", "ỳýỷỹỵ"),
    )
    for old, new in zip(olds, news, strict=True)
)


def _spellings(entry: str) -> tuple[str, ...]:
    """Give a phrase with the tones in their old and in their new places."""
    old = new = words_of(entry)
    for one, other in _TONES:
        old, new = old.replace(other, one), new.replace(one, other)
    return tuple(dict.fromkeys((words_of(entry), old, new)))


@dataclass(frozen=True, slots=True)
class Heads:
    """Phrases that stand at the head of a line, marks and all, kept by their first word."""

    by_first: dict[str, tuple[str, ...]]

    def match(self, words: str) -> bool:
        """Tell whether a line (see `words_of`) begins with one of them."""
        starts = self.by_first.get(words.partition(" ")[0])
        return starts is not None and f"{words} ".startswith(starts)


@cache
def alternatives(name: str) -> str:
    """Read one file of phrases as the alternatives of a regular expression, the longest first."""
    found = {spelling for entry in entries(name) for spelling in (entry, *_spellings(entry))}
    return "|".join(re.escape(phrase) for phrase in sorted(found, key=lambda phrase: (-len(phrase), phrase)))


@cache
def heads(name: str) -> Heads:
    """Read one file of phrases that stand at the head of a line. Their marks matter."""
    return Heads(_by_first(name, "{} "))


@dataclass(frozen=True, slots=True)
class Terms:
    """Phrases to look for anywhere in a line, kept by their first word. Their marks matter."""

    by_first: dict[str, tuple[str, ...]]

    def among(self, words: str) -> bool:
        """Tell whether a line (see `words_of`) holds one of the phrases."""
        padded = f" {words} "
        firsts = self.by_first.keys() & set(words.split())
        return any(phrase in padded for first in firsts for phrase in self.by_first[first])

    def before(self, words: str) -> str:
        """Give the words that stand before the first of the phrases; all where there is none."""
        padded = f" {words} "
        firsts = self.by_first.keys() & set(words.split())
        places = (padded.find(phrase) for first in firsts for phrase in self.by_first[first])
        return padded[: min((place for place in places if place >= 0), default=len(padded))].strip()


@cache
def terms(name: str) -> Terms:
    """Read one file of phrases that may stand anywhere in a line. Their marks matter."""
    return Terms(_by_first(name, " {} "))


def _by_first(name: str, form: str) -> dict[str, tuple[str, ...]]:
    """Read one file of phrases in all their spellings, by first word, each put into a form."""
    by_first: dict[str, tuple[str, ...]] = {}
    for entry in entries(name):
        for spelling in _spellings(entry):
            first = spelling.partition(" ")[0]
            by_first[first] = (*by_first.get(first, ()), form.format(spelling))
    return by_first


@cache
def endings(name: str) -> tuple[str, ...]:
    """Read one file of phrases that stand at the end of a line, for ``str.endswith``. Their marks matter."""
    return tuple(f" {spelling}" for e in entries(name) for spelling in _spellings(e))
