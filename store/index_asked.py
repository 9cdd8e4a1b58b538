"""What the index is asked for: words in sequence, as an expression of FTS5 over its terms (`store.index_entry`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from store.common_words import COMMON
from store.index_entry import (
    CUT,
    FIELD_LONGEST,
    LETTERS,
    LONG,
    LONGEST,
    LONGEST_NAME,
    MARKS,
    NAMED,
    NOTHING,
    canonical,
    parted,
    written,
)
from store.matching import Token
from store.text import fold

Known = Callable[[str], Iterable[str]]
"""Gives the terms of an index that begin so."""

_MOST_WAYS: Final = 400
"""Terms that are asked for together, at most: each is a look-up of its own."""


def asked(sequence: tuple[Token, ...], field: str | None = None, known: Known | None = None) -> tuple[str, bool]:
    """Write what an index is asked for words in sequence, and whether what it finds is right without a look.

    Otherwise it finds all that is right, and perhaps more. Where some words have marks and some have none, only the
    terms that the index has (``known``) tell how those without are written.
    """
    return _Asking(sequence, field, known).whole()


class _Asking:
    """Writes one sequence of words for the index."""

    def __init__(self, sequence: tuple[Token, ...], field: str | None, known: Known | None) -> None:
        self._sequence = sequence
        self._field = field
        self._before = f"_{LETTERS[field]}" if field else ""
        self._longest = FIELD_LONGEST if field else LONGEST
        self._known = known
        self._plain = [written(fold(token.text[:CUT])) for token in sequence]

    def whole(self) -> tuple[str, bool]:
        """Write all of the sequence."""
        size = len(self._sequence)
        sure = all(len(token.text) <= CUT for token in self._sequence)
        if size == 1:
            return _word(self._sequence[0], self._before, self._longest), sure
        if self._field in NAMED and size > 2:
            part, exact = self._run(0, min(size, LONGEST_NAME))
            if size > LONGEST_NAME:
                return f"({part} AND {self._run(size - LONGEST_NAME, LONGEST_NAME)[0]})", False
            return part, exact and sure
        parts: dict[str, None] = {}
        for at, words in self._pieces():
            part, exact = self._run(at, words)
            sure = sure and exact and words == size
            parts[part] = None
            if not exact:
                marked = (token for token in self._sequence[at : at + words] if token.marked)
                parts |= {_word(token, self._before, self._longest): None for token in marked}
        return f"({' AND '.join(parts)})", sure

    def _pieces(self) -> Iterator[tuple[int, int]]:
        """Part the sequence into pairs and threes that are terms, so that none lies within another."""
        size, reached = len(self._sequence), 1
        for at in range(size - 1):
            if self._numbers(at):
                yield at, 3
                reached = at + 3
            elif at + 2 > reached:
                yield at, 2
                reached = at + 2

    def _numbers(self, at: int) -> str | None:
        """Give the numbers of three frequent words that stand here, none of which is still being typed."""
        three = self._sequence[at : at + 3]
        numbers = [COMMON.get(word) for word in self._plain[at : at + 3]]
        if self._field or len(three) < 3 or three[-1].prefix or None in numbers:
            return None
        return "".join(map(str, numbers))

    def _run(self, at: int, size: int) -> tuple[str, bool]:
        """Write words that are one term, or the beginning of some."""
        tokens, plain = self._sequence[at : at + size], "_".join(self._plain[at : at + size])
        marks = [MARKS[token.text[:CUT]] if token.marked else None for token in tokens]
        whole = None not in marks and not tokens[-1].prefix
        end = "" if tokens[-1].prefix else "_"
        if size >= LONG:
            start, whole = f"_4{self._before[1:]}{plain}{end}", False
        elif size == 3 and self._field is None:
            start = f"_3{self._numbers(at)}_"
        else:
            start = f"{self._before}{'__' * (size == 3)}{plain}{end}"
        if not any(token.marked for token in tokens):
            return f"{_quoted(start)} *", True
        if whole:
            told = ".".join(map(str, marks))
            return _quoted(start + (parted(told) if start.startswith("_3") else told.replace(".", "_"))), True
        typing = tokens[-1].prefix and tokens[-1].marked
        ways = self._ways(start, marks[:-1] if typing else marks, size)
        if ways is None:
            return self._wider(start, marks), False
        return (f"({' OR '.join(map(_quoted, ways))})" if ways else _quoted(NOTHING)), not typing

    def _wider(self, start: str, marks: list[str | None]) -> str:
        """Write what finds at least what is right, without the terms of the index."""
        if len(marks) == 2 and marks[0] is not None and start.endswith("_"):
            start += f"{marks[0]}_"
        return f"{_quoted(start)} *"

    def _ways(self, start: str, marks: list[str | None], size: int) -> list[str] | None:
        """Find the terms of the index that begin so and have these marks; ``None``: not known, or too many."""
        ways: list[str] = []
        for term in self._known(start) if self._known else ():
            there = _marks_behind(start, term)
            if len(there) < size or (not term.startswith("_4") and len(there) != size):
                return None
            if all(mark is None or mark == other for mark, other in zip(marks, there, strict=False)):
                ways.append(term)
        return ways if self._known and len(ways) <= _MOST_WAYS else None


def _marks_behind(start: str, term: str) -> list[str]:
    """Read the marks of each word from a term that begins with words, the last of them perhaps not to its end."""
    rest = term[len(start) :]
    if start.startswith("_4"):
        rest = rest.partition("ø")[2]
    elif not start.endswith("_"):
        rest = rest.partition("_")[2]
    return [mark.replace("ø", "_") for mark in rest.split("_")]


def _word(token: Token, before: str, longest: int) -> str:
    text = token.text[:CUT]
    if not token.prefix:
        return _quoted(before + written(canonical(text) if token.marked else text))
    ways: dict[str, None] = {}
    for form in token.spellings():
        cut = form[:CUT]
        ways[_quoted(before + written(canonical(cut) if token.marked else cut))] = None
        begun = (
            _quoted(f"{before}{written(cut)}_") if len(cut) <= longest else _quoted(before + written(cut)) + " *"
        )
        ways[begun] = None
    return f"({' OR '.join(ways)})"


def _quoted(term: str) -> str:
    return f'"{term}"'
