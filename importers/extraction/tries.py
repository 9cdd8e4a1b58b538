"""Finding any of many words quickly: a choice at each letter, and plain search before a pattern is tried."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_Node = dict[str, "_Node"]


def trie(words: Iterable[str]) -> str:
    """A regular expression that matches the longest of ``words`` that stands at a place."""
    root: _Node = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _expression(root)


def _expression(node: _Node) -> str:
    ends = "" in node
    branches = [re.escape(letter) + _expression(child) for letter, child in sorted(node.items()) if letter]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return joined + "?" if ends else joined


def matches_near(
    pattern: re.Pattern[str], text: str, stems: Iterable[str], before: int = 0
) -> Iterator[re.Match[str]]:
    """The matches of ``pattern`` that begin at most ``before`` code points before one of ``stems``, in order.

    Plain search for a few stems is far quicker than trying a pattern at each place of a long text.
    """
    places = set()
    for stem in stems:
        at = text.find(stem)
        while at >= 0:
            places.add(at)
            at = text.find(stem, at + 1)
    reached = 0
    for place in sorted(places):
        for start in range(max(reached, place - before), place + 1):
            match = pattern.match(text, start)
            if match is not None:
                reached = match.end()
                yield match
                break
