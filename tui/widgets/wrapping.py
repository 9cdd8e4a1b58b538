"""Text to lines that fit a width in cells, as positions: nothing is copied, so every position stays exact.

A line is ``(start, end)`` in code points of the text it was made from. White space at which a line was broken
belongs to no line; it stands between the end of one and the start of the next. A cluster (a letter with its
combining marks, an emoji of several code points) is never parted.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final, NamedTuple

Line = tuple[int, int]

TAB: Final = "    "
"""What a tab is drawn as: always the same width, so that no position depends on the column it stands in."""

_UNEVEN: Final = re.compile("[^ -~\\u00a0-\\u00ac\\u00ae-\\u02ff\\u1e00-\\u1eff\\u2010-\\u2027\\u2030-\\u205e]")
"""Anything that may not be one cell wide; what is left out of it holds nearly all Vietnamese text."""


class Cluster(NamedTuple):
    """Code points that are drawn together, and how many cells they take."""

    start: int
    end: int
    width: int


def clusters(text: str, start: int, end: int) -> list[Cluster]:
    """Part ``text[start:end]`` into clusters; a tab is `TAB` wide, a line break nothing."""
    piece = text[start:end]
    if _UNEVEN.search(piece) is None:
        return [Cluster(at, at + 1, 1) for at in range(start, end)]
    from rich.cells import split_graphemes

    spans, _ = split_graphemes(piece.replace("\t", " ").replace("\n", " "))
    found = [Cluster(start + a, start + b, width) for a, b, width in spans]
    if "\t" in piece or "\n" in piece:
        found = [c._replace(width=_width_of_space(text[c.start], c.width)) for c in found]
    return found


def _width_of_space(character: str, width: int) -> int:
    return {"\t": len(TAB), "\n": 0}.get(character, width)


def cells(text: str) -> int:
    """Count the cells that a text takes."""
    if _UNEVEN.search(text) is None:
        return len(text)
    return sum(cluster.width for cluster in clusters(text, 0, len(text)))


def cut(text: str, width: int) -> str:
    """Shorten a text to a width, with ``…`` where something was left out."""
    if cells(text) <= width:
        return text
    if width <= 0:
        return ""
    return begun(text, width - 1).rstrip() + "…"


def begun(text: str, width: int) -> str:
    """Give the longest beginning of a text that fits a width; no cluster is parted."""
    used = 0
    for cluster in clusters(text, 0, len(text)):
        used += cluster.width
        if used > width:
            return text[: cluster.start]
    return text


def wrap(text: str, start: int, end: int, width: int) -> list[Line]:
    """Break ``text[start:end]`` into lines of at most ``width`` cells, at spaces where there are any.

    A word longer than a line is broken where the line ends; a cluster wider than a line stands alone in one.
    Line breaks in the text are kept. There is always at least one line, empty if need be.
    """
    width = max(width, 1)
    lines: list[Line] = []
    at = start
    while True:
        stop = text.find("\n", at, end)
        hard_end = end if stop < 0 else stop
        if _UNEVEN.search(text, at, hard_end) is None:
            _wrap_even(text, at, hard_end, width, lines)
        else:
            _wrap_uneven(text, at, hard_end, width, lines)
        if stop < 0:
            return lines
        at = stop + 1


def _wrap_even(text: str, start: int, end: int, width: int, lines: list[Line]) -> None:
    """Wrap one line of text whose every code point takes one cell."""
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    while end - start > width:
        gap = text.rfind(" ", start, start + width + 1)
        if gap < 0:
            lines.append((start, start + width))
            start += width
            continue
        stop = gap
        while text[stop - 1] == " ":
            stop -= 1
        lines.append((start, stop))
        start = gap + 1
        while text[start] == " ":
            start += 1
    lines.append((start, end))


def _wrap_uneven(text: str, start: int, end: int, width: int, lines: list[Line]) -> None:
    """Wrap one line of text with tabs, wide or combining characters."""
    parts = clusters(text, start, end)
    blank = [c.end - c.start == 1 and text[c.start] in " \t" for c in parts]
    at, last = 0, len(parts)
    while at < last and blank[at]:
        at += 1
    while last > at and blank[last - 1]:
        last -= 1
    if at == last:
        lines.append((start, start))
        return
    while at < last:
        stop, used = at, 0
        while stop < last and (used + parts[stop].width <= width or stop == at):
            used += parts[stop].width
            stop += 1
        following = stop
        if stop < last:
            gap = stop
            while gap > at and not blank[gap]:
                gap -= 1
            if gap > at:
                stop = following = gap
            while following < last and blank[following]:
                following += 1
            while blank[stop - 1]:
                stop -= 1
        lines.append((parts[at].start, parts[stop - 1].end))
        at = following


def column_of(text: str, line: Line, offset: int) -> int:
    """Tell how many cells stand before a position in its line."""
    start, end = line
    offset = min(max(offset, start), end)
    if _UNEVEN.search(text, start, end) is None:
        return offset - start
    return sum(c.width for c in clusters(text, start, end) if c.end <= offset)


def offset_of(text: str, line: Line, column: int) -> int:
    """Tell the position that is drawn at a cell of a line; beyond its end, the end."""
    start, end = line
    if column < 0:
        return start
    if _UNEVEN.search(text, start, end) is None:
        return min(start + column, end)
    used = 0
    for cluster in clusters(text, start, end):
        used += cluster.width
        if used > column:
            return cluster.start
    return end


def snap(text: str, line: Line, offset: int) -> int:
    """Move a position on to the end of the cluster that it lies in, so that drawing never parts one."""
    start, end = line
    if not start < offset < end or _UNEVEN.search(text, start, end) is None:
        return offset
    parts = clusters(text, start, end)
    return parts[bisect_left(parts, offset, key=lambda cluster: cluster.end)].end
