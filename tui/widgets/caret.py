"""Where the caret goes in wrapped text: pure functions from a position and a motion to a position."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Final

from tui.widgets.article_flow import Wrapped
from tui.widgets.wrapping import clusters, column_of, offset_of

_WORD: Final = re.compile(r"\S+")


class Motion(StrEnum):
    """A way to move the caret."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    WORD = "word"
    BACK = "back"
    LINE_START = "line start"
    LINE_END = "line end"


def _words(wrapped: Wrapped, offset: int, start: bool) -> int:
    body = wrapped.flow.body
    if start:
        match = _WORD.search(body, offset)
        after = _WORD.search(body, match.end()) if match and match.start() <= offset else match
        return after.start() if after else offset
    at = offset
    while at > 0 and body[at - 1].isspace():
        at -= 1
    while at > 0 and not body[at - 1].isspace():
        at -= 1
    return at


def _sideways(wrapped: Wrapped, offset: int, step: int) -> int:
    """Move by one cluster within the line, or to the neighbouring end of the next line."""
    number = wrapped.line_of(offset)
    line = wrapped.body_line(number)
    if line is None:
        return offset
    starts = [c.start for c in clusters(wrapped.flow.body, *line)] or [line[0]]
    if step > 0:
        later = [start for start in starts if start > offset]
        if later:
            return later[0]
    else:
        earlier = [start for start in starts if start < offset]
        if earlier:
            return earlier[-1]
    following = wrapped.next_body_line(number + step, step)
    beyond = wrapped.body_line(following) if following is not None else None
    if beyond is None:
        return offset
    return beyond[0] if step > 0 else _last(wrapped, beyond)


def _last(wrapped: Wrapped, line: tuple[int, int]) -> int:
    """Find the last cluster of a line."""
    parts = clusters(wrapped.flow.body, *line)
    return parts[-1].start if parts else line[0]


def _vertical(wrapped: Wrapped, offset: int, step: int) -> int:
    number = wrapped.line_of(offset)
    line = wrapped.body_line(number)
    following = wrapped.next_body_line(number + step, step)
    beyond = wrapped.body_line(following) if following is not None else None
    if line is None or beyond is None:
        return offset
    column = column_of(wrapped.flow.body, line, offset)
    return min(offset_of(wrapped.flow.body, beyond, column), _last(wrapped, beyond))


def _ends(wrapped: Wrapped, offset: int, start: bool) -> int:
    line = wrapped.body_line(wrapped.line_of(offset))
    if line is None:
        return offset
    return line[0] if start else _last(wrapped, line)


_MOVES: Final[dict[Motion, Callable[[Wrapped, int], int]]] = {
    Motion.LEFT: lambda wrapped, offset: _sideways(wrapped, offset, -1),
    Motion.RIGHT: lambda wrapped, offset: _sideways(wrapped, offset, 1),
    Motion.UP: lambda wrapped, offset: _vertical(wrapped, offset, -1),
    Motion.DOWN: lambda wrapped, offset: _vertical(wrapped, offset, 1),
    Motion.WORD: lambda wrapped, offset: _words(wrapped, offset, start=True),
    Motion.BACK: lambda wrapped, offset: _words(wrapped, offset, start=False),
    Motion.LINE_START: lambda wrapped, offset: _ends(wrapped, offset, start=True),
    Motion.LINE_END: lambda wrapped, offset: _ends(wrapped, offset, start=False),
}


def moved(wrapped: Wrapped, offset: int, motion: Motion) -> int:
    """Tell where a motion takes the caret; where there is nothing further, it stays."""
    return _MOVES[motion](wrapped, offset)


def cluster_end(wrapped: Wrapped, offset: int) -> int:
    """Tell where the cluster at a position ends: the caret covers it whole."""
    line = wrapped.body_line(wrapped.line_of(offset))
    if line is None:
        return offset
    for cluster in clusters(wrapped.flow.body, *line):
        if cluster.start <= offset < cluster.end:
            return cluster.end
    return max(line[1], offset)
