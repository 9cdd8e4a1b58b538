"""What stands on a page below its article: lists of other articles, menus, boxes, addresses.

It is told by how it stands, not by its words: short lines without a stop in a row that tell of no picture, below
the signature or the last paragraph, mixed with buttons, dates and lines that come again.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from importers.cleaning import boilerplate, bylines, captions
from importers.cleaning.lines import Line, LineKind
from importers.cleaning.stamps import read_stamp

_ROW: Final = 3
"""Lines like headlines from which on they are a list of other articles."""

_LONG_ROW: Final = 4
_MENU: Final = 8
"""The same, where there is no signature; and where much prose follows."""

_FEW: Final = 0.34
"""Share of the prose above, up to which the prose below a list is that of teasers and imprints."""

_FEW_WORDS: Final = 3
"""Spaces from which on a line can tell what a picture shows: names of sections and keywords have fewer."""

_REACH: Final = 12
_ITEM_LIMIT: Final = 200
_AGAIN_FROM: Final = 12
_DATES: Final = 2
_ITEM_WORDS: Final = 5
_TEASER_LIMIT: Final = 320
_LISTED: Final = "-+–—•*0123456789\"“'"


def mark(lines: list[Line]) -> None:
    """Mark as boilerplate what stands below the article, from the first line on that shows it."""
    prose = [index for index, line in enumerate(lines) if line.kind is None and line.is_prose]
    if not prose or not _has_room(prose, len(lines)):
        return  # most articles
    title = next((index for index, line in enumerate(lines) if line.kind is LineKind.TITLE), -1)
    if prose[-1] <= title:
        return
    known = {line.words for line in lines[: title + 1] if len(line.text) >= _AGAIN_FROM}
    end = _end_of_prose(lines, [index for index in prose if index > title], known)
    if len(lines) - end <= _ROW:
        return
    start = _Tail(lines, end, known).start()
    if start is None:
        return
    for line in lines[start:]:
        is_picture = captions.credit_of(line.text) is not None and not line.is_prose
        if line.kind is None and not (is_picture and end == prose[-1]):
            line.be(LineKind.BOILERPLATE, "below the article")


def _has_room(prose: list[int], stop: int) -> bool:
    """Whether between paragraphs, or below the last, there are lines enough for anything of the page."""
    return stop - prose[-1] > _ROW or any(below - above >= _ROW for above, below in pairwise(prose))


def _end_of_prose(lines: list[Line], prose: list[int], known: set[str]) -> int:
    """Give the last paragraph of the article: below a signature and a list, little prose is that of teasers."""
    prose = _without_teasers(lines, prose, known)
    total = sum(len(lines[index].text) for index in prose)
    read = 0
    for index, following in pairwise(prose):
        read += len(lines[index].text)
        if following - index <= _ROW or total - read > read:
            continue
        if _Tail(lines, index, known, following).parts_the_page(total - read <= read * _FEW):
            return index
    return prose[-1]


def _without_teasers(lines: list[Line], prose: list[int], known: set[str]) -> list[int]:
    """Leave out short paragraphs at the end, each under a headline of its own, where a button is above them all."""
    first = len(prose)
    while first > 1 and _is_teaser(lines, prose[first - 1]):
        first -= 1
    while len(prose) - first > 1:
        gap = _Tail(lines, prose[first - 1], known, prose[first])
        if gap.proofs or gap.signed is not None:
            return prose[:first]
        first += 1
    return prose


def _is_teaser(lines: list[Line], index: int) -> bool:
    above = lines[index - 1]
    if len(lines[index].text) > _TEASER_LIMIT or above.kind is not None or above.stops:
        return False
    return above.text.count(" ") >= _FEW_WORDS and captions.credit_of(above.text) is None


@dataclass(slots=True)
class _Tail:
    """The lines below a paragraph, down to the end or to the next one, and what each speaks for."""

    lines: list[Line]
    above: int
    known: set[str]
    stop: int | None = None
    signed: int | None = None
    proofs: list[int] = field(default_factory=list)
    bare: list[int] = field(default_factory=list)
    shown: list[int] = field(default_factory=list)
    dated: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        stop = len(self.lines) if self.stop is None else self.stop
        below = range(self.above + 1, stop)
        self.signed = next((i for i in below[:_REACH] if _signs(self.lines[i])), None)
        if self.signed is not None:
            below = range(self.signed + 1, stop)
        last: dict[str, int] = {}
        times = Counter(self.lines[i].words for i in below if len(self.lines[i].text) <= _ITEM_LIMIT)
        for index in below:
            line = self.lines[index]
            self._sort(index, line, comes_again=times[line.words] > 1 and index - last.get(line.words, index) != 1)
            last[line.words] = index

    def _sort(self, index: int, line: Line, *, comes_again: bool) -> None:
        if line.is_prose and line.kind is None:
            return  # a teaser: what stands below the last paragraph has no other prose
        if line.kind is not None:
            if line.rule in boilerplate.OF_PAGE:
                self.proofs.append(index)
        elif read_stamp(line.text) is not None:
            self.dated.append(index)
        elif line.stops or captions.credit_of(line.text) is not None:
            self.shown.append(index)
        elif len(line.text) >= _AGAIN_FROM and (comes_again or line.words in self.known):
            self.proofs.append(index)
            self.bare.append(index)
        elif line.text.count(" ") >= _FEW_WORDS and captions.likeness(line) >= 3:
            self.shown.append(index)
        elif len(line.text) <= _ITEM_LIMIT and line.text[-1] not in ":;,":
            self.bare.append(index)

    def parts_the_page(self, little_below: bool) -> bool:
        """Whether what stands here between two paragraphs shows that the article has ended above it."""
        if self.signed is not None:
            return len(self.bare) >= _ROW or (bool(self.bare) and bool(self.proofs))
        row = _LONG_ROW if little_below else _MENU
        return len(self.bare) >= row and bool(self.proofs) and len(self.bare) > len(self.shown)

    def start(self) -> int | None:
        """Give the first line that is of the page and not of the article, ``None`` where nothing shows it."""
        if self._is_dated_list():
            return min(self.bare[0], self.dated[0])
        has_dates = len(self.dated) >= _DATES
        if len(self.bare) < (_ROW if self.shown or not self.proofs else _ROW - 1):
            return None
        if len(self.bare) <= len(self.shown):
            return None
        if not self.proofs and not has_dates and not self._is_row():
            return None
        firsts = [*self.proofs[:1], *(self.dated[:1] if has_dates else [])]
        is_list = self.lines[self.above].text[-1] in ":;" or self.lines[self.bare[0]].text[0] in _LISTED
        if not is_list or not firsts:
            firsts.append(self.bare[0])
        return min(firsts)

    def _is_row(self) -> bool:
        """Whether lines like headlines in a row, and nothing else, show that the article has ended."""
        if any(index > self.bare[0] and self._is_sentence_or_credited(index) for index in self.shown):
            return False
        if self.signed is not None or self._is_headed_list():
            return True
        if any(_signs(self.lines[index]) for index in self.bare):
            return False
        if (
            self.lines[self.above].text[-1] in ":;"
            or len(self.bare) < _LONG_ROW
            or len(self.shown) * 2 > len(self.bare)
        ):
            return False
        items = [self.lines[index] for index in self.bare]
        like = sum(line.text.count(" ") + 1 >= _ITEM_WORDS and line.text[0] not in _LISTED for line in items)
        return like >= _LONG_ROW and like * 4 >= len(items) * 3

    def _is_dated_list(self) -> bool:
        """Whether all that stands below are headlines, each with the day of its own."""
        days = len(self.dated)
        if days < _DATES or days != len(self.bare) or self.shown or self.signed is not None:
            return False
        pairs = zip(self.bare, self.dated, strict=True)
        return len({day - headline for headline, day in pairs}) == 1

    def _is_headed_list(self) -> bool:
        """Whether a head of few words in capitals stands over a numbered list (``THÔNG BÁO``, ``1. …``)."""
        head = self.lines[self.bare[0]].text
        if not head.isupper() or head.count(" ") > _FEW_WORDS or self.lines[self.above].text[-1] in ":;":
            return False
        items = [self.lines[index].text for index in self.bare[1:]]
        return sum(item[0].isdigit() for item in items) >= _ROW

    def _is_sentence_or_credited(self, index: int) -> bool:
        line = self.lines[index]
        return line.stops or captions.credit_of(line.text) is not None


def _signs(line: Line) -> bool:
    """Whether a line is a signature by its words, or a name, under a paragraph."""
    return line.kind is None and bylines.is_byline(line.text) and not captions.is_credit_line(line.text)
