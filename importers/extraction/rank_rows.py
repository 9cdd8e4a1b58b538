"""Ranks before a name in a row or with their field: how far they reach."""

from __future__ import annotations

from typing import Final

from importers.extraction import names
from importers.extraction.lexicon import Lexicon, Sort
from importers.extraction.tokens import LOWER, Tokens

_LONGEST_FIELD: Final = 3
_LONGEST_LETTERS: Final = 4
_KINDS: Final = (("quân", "nhân", "chuyên", "nghiệp"), ("chuyên", "nghiệp"), ("dự", "bị"))


def behind_field(t: Tokens, lex: Lexicon, after: int, end: int) -> int:
    """Pass over the field of a rank where a name follows it (`GS sử học Nguyễn Văn A`)."""
    for position in range(after, min(end, after + _LONGEST_FIELD + 1)):
        if t.shapes[position] != LOWER:
            run = names.run_end(t, position, end)
            found = names.split(t, position, run, lex, titled=True)
            return position if found is not None and found[0] == position else after
        entry, _ = lex.longest(t.normals, position, end)
        if not t.words[position].isalpha() or (entry is not None and entry.sort & (Sort.LINK | Sort.SAYS)):
            return after
    return after


def behind_kind(t: Tokens, after: int, end: int) -> int:
    """Pass over what kind of soldier has a rank (`Thượng tá Quân nhân chuyên nghiệp`): it is no part of either."""
    for words in _KINDS:
        if after + len(words) <= end and tuple(t.normals[after : after + len(words)]) == words:
            return after + len(words)
    return after


def goes_on(t: Tokens, lex: Lexicon, after: int, end: int) -> bool:
    """Whether ranks go on in a row before a name (`Thiếu tướng, PGS, TS`)."""
    if after + 2 >= end or t.words[after] not in ",-–":
        return False
    entry, known = lex.longest(t.normals, after + 1, end)
    goes_on = entry is not None and bool(entry.sort & Sort.RANK)
    return goes_on and known < end and (t.shapes[known] != LOWER or t.words[known] in ",.-")


def _joins(t: Tokens, first: int, at: int) -> bool:
    """Whether a mark writes academic ranks in one: `PGS.TS`, `GS - TS`, letters also `GS, TS`."""
    mark = t.words[at]
    if mark == ",":
        words = [i for i in range(first, at) if t.words[i] not in ",.-–"]
        return all(t.shapes[i] != LOWER and len(t.words[i]) <= _LONGEST_LETTERS for i in words)
    return (mark == "." and t.joined(at)) or mark in "-–"


def joined(t: Tokens, lex: Lexicon, first: int, after: int, end: int) -> int:
    """The end of a rank written with others in one (`PGS.TS`)."""
    while after + 1 < end and _joins(t, first, after):
        entry, rank_after = lex.longest(t.normals, after + 1, end)
        if entry is None or not entry.sort & Sort.ACADEMIC or entry.phrase == "viện sĩ":
            break
        after = rank_after
    return after
