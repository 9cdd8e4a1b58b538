"""Where the caret goes in wrapped text: pure functions from a position and a motion to a position."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Final

from store.records import Span
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


def _word_start(body: str, at: int) -> int:
    """Find where the word begins that a position is in, or just behind."""
    while at > 0 and not body[at - 1].isspace():
        at -= 1
    return at


def _behind_word(body: str, at: int) -> int:
    """Find where the last word ends that ends before a position."""
    while at > 0 and body[at - 1].isspace():
        at -= 1
    return at


def last_cluster(body: str, start: int, end: int) -> int:
    """Find where the last cluster of some letters begins."""
    return clusters(body, start, end)[-1].start


def _next_end(body: str, at: int) -> int:
    """Find the last cluster of this word, or of the next where that is here."""
    for word in _WORD.finditer(body, _word_start(body, at)):
        if (last := last_cluster(body, *word.span())) > at:
            return last
    return at


def _next_start(body: str, at: int) -> int:
    """Find the first letter of the next word."""
    word = next((word for word in _WORD.finditer(body, _word_start(body, at)) if word.start() > at), None)
    return word.start() if word else at


def _previous_end(body: str, at: int) -> int | None:
    """Find the last cluster of the word before."""
    end = _behind_word(body, _word_start(body, at))
    return last_cluster(body, _word_start(body, end), end) if end else None


def _previous_start(body: str, at: int) -> int:
    """Find the first letter of this word, or of the word before where that is here."""
    return _word_start(body, _behind_word(body, at))


def _own_end(body: str, at: int) -> int:
    """Find the last cluster of the word that a position is in; between words it is the position itself."""
    word = _WORD.match(body, _word_start(body, at))
    return last_cluster(body, *word.span()) if word and word.end() > at else at


def by_word(wrapped: Wrapped, anchor: int, caret: int, motion: Motion) -> tuple[int, int]:
    """Tell where a step of a word takes the ends of a selection, so that the words at both are whole.

    The caret comes to the end of a word where it is behind the anchor, to the beginning where it is before. Where
    a step takes it across, the anchor goes to the other end of its own word, which so stays selected.
    """
    body = wrapped.flow.body
    if motion is Motion.WORD:
        if caret >= anchor:
            return anchor, _next_end(body, caret)
        start = _next_start(body, caret)
        if caret < start <= anchor:
            return anchor, start
        return _word_start(body, anchor), _next_end(body, _own_end(body, anchor))
    if caret > anchor:
        end = _previous_end(body, caret)
        if end is not None and end >= anchor:
            return anchor, end
        caret = _word_start(body, anchor)
    return max(anchor, _own_end(body, anchor)), _previous_start(body, caret)


def trimmed(body: str, span: Span) -> Span | None:
    """Leave out the white space at both ends; ``None`` where there is nothing else."""
    words = body[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    end = span.start + len(words.rstrip())
    return Span(start, end, span.part) if start < end else None


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
    Motion.WORD: lambda wrapped, offset: _next_end(wrapped.flow.body, offset),
    Motion.BACK: lambda wrapped, offset: _previous_start(wrapped.flow.body, offset),
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
