"""Provinces and cities that a text names, as worded there, each with its one name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from importers.extraction.facts import facts
from importers.extraction.reading import Reading
from importers.extraction.spelling import one_tone_place, other_tone_place
from importers.extraction.tries import trie


class PlaceKind(StrEnum):
    """Whether a place is a province (or a city of that rank), a city within one, or abroad."""

    PROVINCE = "province"
    CITY = "city"
    ABROAD = "abroad"


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A place at ``text[start:end]`` of the reading, without ``tỉnh`` before it; ``name`` is its one spelling.

    ``province`` is the province of a city. ``headed``: ``tỉnh``, ``TP`` or the like stands directly before it.
    """

    start: int
    end: int
    name: str
    kind: PlaceKind
    province: str | None = None
    headed: bool = False


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    pattern: re.Pattern[str]
    names: dict[str, tuple[str, PlaceKind, str | None]]
    surnames: frozenset[str]


@cache
def _gazetteer() -> _Gazetteer:
    data = facts("places")
    names: dict[str, tuple[str, PlaceKind, str | None]] = {}

    def learn(spelling: str, entry: tuple[str, PlaceKind, str | None]) -> None:
        for form in (spelling, other_tone_place(spelling)):
            names.setdefault(form, entry)
            names.setdefault(form.upper(), entry)

    for kind in (PlaceKind.PROVINCE, PlaceKind.ABROAD):
        for name, spellings in data[kind.value].items():
            for spelling in (name, *spellings):
                learn(spelling, (name, kind, None))
    for name, province in data["city"].items():
        learn(name, (name, PlaceKind.CITY, province))
    pattern = re.compile(trie(names))
    return _Gazetteer(pattern, names, frozenset(data["before_personal_names"]["words"]))


_HEAD = re.compile(r"(?:^|[^\w])(?:tỉnh|thành phố|thủ đô|tp\.?|thị xã|tx\.?)\s?$", re.IGNORECASE)
_LARGER = re.compile(r"(?<=Thái Bình)[ -]Dương(?!\w)|(?<=Hà Nam) Ninh(?!\w)")
"""What makes a larger region of the words before it: ``Thái Bình Dương``."""
_PREVIOUS = re.compile(r"(\w+)[ ]$")


def merged_into(name: str) -> str | None:
    """The province or city that ``name`` became part of, ``None`` where it stands as it was."""
    successor = facts("places")["merged"].get(name)
    return successor if isinstance(successor, str) else None


def find_places(reading: Reading) -> tuple[PlaceFound, ...]:
    """Every province and city that the reading names, in the order of the text.

    A place that is part of a personal name (``Lê Thái Bình``) is none.
    """
    text = reading.text
    gazetteer = _gazetteer()
    found: list[PlaceFound] = []
    for match in gazetteer.pattern.finditer(text):
        start, end = match.span()
        if (start and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum()):
            continue
        if _LARGER.match(text, end):
            continue
        name, kind, province = gazetteer.names[match[0]]
        headed = _HEAD.search(text, max(0, start - 12), start) is not None
        if not headed and _in_personal_name(text, start, end, gazetteer.surnames):
            continue
        found.append(PlaceFound(start, end, name, kind, province, headed))
    return tuple(found)


def _in_personal_name(text: str, start: int, end: int, surnames: frozenset[str]) -> bool:
    """Whether a capitalised syllable that only a personal name has stands directly before or after."""
    before = _PREVIOUS.search(text, max(0, start - 8), start)
    return before is not None and one_tone_place(before[1]) in surnames
