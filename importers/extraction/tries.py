"""Patterns that find any of many words in one pass: a choice at each letter instead of a choice of words."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
