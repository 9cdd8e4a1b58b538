"""What stands on a page below its article: lists of other articles, menus, boxes, addresses.

It is told by how it stands, not by its words: short lines without a stop in a row, none of which tells of a picture,
below the signature or below the last paragraph, mixed with buttons, dates and lines that come again.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from importers.cleaning import boilerplate, bylines, captions
from importers.cleaning.lines import Line, LineKind
from importers.cleaning.stamps import read_stamp

_ROW: Final = 3
"""Lines like headlines from which on they are a list of other articles."""

_LONG_ROW: Final = 4
_FEW: Final = 0.34
"""Share of the prose above, up to which the prose below a list is that of teasers and imprints."""

_REACH: Final = 12
_ITEM_LIMIT: Final = 200
_AGAIN_FROM: Final = 12
_DATES: Final = 2
_LISTED: Final = "-+–—•*0123456789\"“'"


def mark(lines: list[Line]) -> None:
    """Mark as boilerplate what stands below the article, from the first line on that shows it."""
    prose = [index for index, line in enumerate(lines) if line.kind is None and line.is_prose]
    title = next((index for index, line in enumerate(lines) if line.kind is LineKind.TITLE), -1)
    if not prose or prose[-1] <= title:
        return
    known = {line.words for line in lines[: title + 1] if len(line.text) >= _AGAIN_FROM}
    end = _end_of_prose(lines, [index for index in prose if index > title], known)
    tail = _Tail(lines, end, known)
    start = tail.start()
    if start is None:
        return
    for line in lines[start:]:
        is_picture = captions.credit_of(line.text) is not None and not line.is_prose
        if line.kind is None and not (is_picture and end == prose[-1]):
            line.be(LineKind.BOILERPLATE, "below the article")


def _end_of_prose(lines: list[Line], prose: list[int], known: set[str]) -> int:
    """Give the last paragraph of the article: below a signature and a list, little prose is that of teasers."""
    total = sum(len(lines[index].text) for index in prose)
    read = 0
    for index, following in zip(prose, prose[1:], strict=False):
        read += len(lines[index].text)
        if following - index > _ROW and total - read <= read * _FEW:
            gap = _Tail(lines, index, known, following)
            if gap.parts_the_page():
                return index
    return prose[-1]


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
        last: dict[str, int] = {}
        times = Counter(self.lines[i].words for i in below if len(self.lines[i].text) <= _ITEM_LIMIT)
        for index in below:
            line = self.lines[index]
            self._sort(index, line, comes_again=times[line.words] > 1 and index - last.get(line.words, index) != 1)
            last[line.words] = index

    def _sort(self, index: int, line: Line, *, comes_again: bool) -> None:
        if line.kind is not None:
            if line.rule in boilerplate.OF_PAGE:
                self.proofs.append(index)
        elif index == self.signed:
            pass
        elif read_stamp(line.text) is not None:
            self.dated.append(index)
        elif captions.credit_of(line.text) is not None:
            self.shown.append(index)
        elif len(line.text) >= _AGAIN_FROM and (comes_again or line.words in self.known):
            self.proofs.append(index)
            self.bare.append(index)
        elif line.stops or captions.likeness(line) >= 2:
            self.shown.append(index)
        elif len(line.text) <= _ITEM_LIMIT and line.text[-1] not in ":;,":
            self.bare.append(index)

    def parts_the_page(self) -> bool:
        """Whether what stands here between two paragraphs shows that the article has ended above it."""
        if self.signed is not None:
            return len(self.bare) >= _ROW or (bool(self.bare) and bool(self.proofs))
        return len(self.bare) >= _LONG_ROW and bool(self.proofs) and len(self.bare) > len(self.shown)

    def start(self) -> int | None:
        """Give the first line that is of the page and not of the article, ``None`` where nothing shows it."""
        has_dates = len(self.dated) >= _DATES
        if len(self.bare) < _ROW or len(self.bare) <= len(self.shown):
            return None
        if self.signed is None and not self.proofs and not has_dates:
            return None
        ends = self.lines[self.above].text[-1] in ":;" or self.lines[self.bare[0]].text[0] in _LISTED
        firsts = [*self.proofs[:1], *(self.dated[:1] if has_dates else [])]
        if not ends or not firsts:
            firsts.append(self.bare[0])
        below = self.signed if self.signed is not None else self.above
        after = [index for index in (*firsts, *self.bare) if index > below]
        return min(after, default=None)


def _signs(line: Line) -> bool:
    """Whether a line is a signature by its words, or a name, under a paragraph."""
    return line.kind is None and bylines.is_byline(line.text) and not captions.is_credit_line(line.text)
