"""Parting a text into sentences, minding the full stops of abbreviations (``TP. Hồ Chí Minh``, ``ông V.``)."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from importers.extraction.reading import Reading, RegionKind

_STOP: Final = re.compile(r"[.!?…\n][.!?…\"”’»)\]\s]*(?<=\s)")
_ABBREVIATION: Final = frozenset(
    ("tp", "tx", "tt", "q", "p", "h", "x", "gs", "ts", "pgs", "ths", "bs", "ks", "ls", "t", "ư", "st", "mr", "mrs",
     "ms", "dr", "đ", "c", "nxb", "th", "cn", "ckii", "cki", "bsck", "tr", "ub", "bv", "tskh", "ds", "cty", "jr")
)  # fmt: skip
_LAST = re.compile(r"(\w+)$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text[start:end]`` of the reading, in which region (by number) and of what kind that is."""

    start: int
    end: int
    region: int
    kind: RegionKind
    opens: bool
    """Whether it is the first of its region."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a reading in order, and which of them holds a position."""

    all: tuple[Sentence, ...]
    starts: tuple[int, ...]

    def holding(self, position: int) -> Sentence | None:
        """The sentence in which ``position`` lies, if any."""
        index = bisect_right(self.starts, position) - 1
        if index < 0 or position >= self.all[index].end:
            return None
        return self.all[index]


def split(reading: Reading) -> Sentences:
    """Part each region of the reading into sentences."""
    found: list[Sentence] = []
    for number, region in enumerate(reading.regions):
        start, opens = region.start, True
        for stop in _STOP.finditer(reading.text, region.start, region.end):
            if stop.end() <= start or _is_abbreviation(reading.text, stop):
                continue
            found.append(Sentence(start, stop.end(), number, region.kind, opens))
            start, opens = stop.end(), False
        if start < region.end:
            found.append(Sentence(start, region.end, number, region.kind, opens))
    return Sentences(tuple(found), tuple(sentence.start for sentence in found))


def _is_abbreviation(text: str, stop: re.Match[str]) -> bool:
    if text[stop.start()] != ".":
        next_letter = text[stop.end() : stop.end() + 1]
        return text[stop.start()] != "\n" and next_letter.islower()  # `“Vì sao?” là câu hỏi`
    after = text[stop.end() : stop.end() + 1]
    if after.islower():
        return True
    word = _LAST.search(text, max(0, stop.start() - 8), stop.start())
    if word is None:
        return False
    return word[1].casefold() in _ABBREVIATION and (len(word[1]) > 1 or word[1].isupper())
