"""Where in the program a rule is: the lines that give its name to what it found.

Rules are named where they decide, as plain strings; so the name itself leads to the code, and no table of rules can
fall behind the code.
"""

from __future__ import annotations

import ast
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

_MOST: Final = 3
"""Places that are given; a name that stands in more is not the name of one rule."""


def places_of(rule: str, folder: str) -> tuple[str, ...]:
    """Give file and line where a rule is named, in a folder of ``importers`` (``cleaning``, ``extraction``).

    ``rule`` may go on behind a colon with the word that it met (``office before the name: chủ tịch``). Empty where
    no line or too many have the name, or where the program was installed without its source.
    """
    known = _named()
    for name in (rule, rule.partition(":")[0], rule.partition(",")[0]):
        places = tuple(place for place in known.get(name, ()) if place.startswith(f"importers/{folder}/"))
        if 0 < len(places) <= _MOST:
            return places
    return ()


@cache
def _named() -> dict[str, list[str]]:
    """The string literals of the importers with the places where each stands."""
    found: dict[str, list[str]] = {}
    for path, file in _sources("importers", files("importers")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.setdefault(node.value.rstrip(": "), []).append(f"{path}:{node.lineno}")
    return {name: list(dict.fromkeys(places)) for name, places in found.items()}


def _sources(path: str, folder: Traversable) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        inner = f"{path}/{entry.name}"
        if entry.is_dir():
            found += _sources(inner, entry)
        elif entry.name.endswith(".py"):
            found.append((inner, entry))
    return found
