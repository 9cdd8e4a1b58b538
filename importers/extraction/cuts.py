"""Where a run of capitals that may hold a name is cut, because an office or a title begins in it."""

from __future__ import annotations

from importers.extraction import names
from importers.extraction.lexicon import Entry, Lexicon, Sort
from importers.extraction.tokens import LOWER, TITLE, Tokens


def until_office(t: Tokens, lex: Lexicon, at: int, run: int, end: int) -> int:
    """Where the capitals ``[at, run)`` end: before an office or a title that begins in them."""
    for position in range(at + 1, run):
        if t.normals[position] not in lex.scanned:
            continue
        entry, after = lex.longest(t.normals, position, end)
        whole = after > run or (after == run and after - position > 1 and position > at + 1)
        if entry is not None and entry.sort & (Sort.HEAD | Sort.RANK) and whole:
            return position
        if entry is not None and entry.sort & Sort.ACADEMIC:
            return position
        if position == at + 1 and _behind_opening(t, lex, at, entry, end):
            return position
    return run


def _behind_opening(t: Tokens, lex: Lexicon, at: int, entry: Entry | None, end: int) -> bool:
    """Whether an office follows the first word of a sentence, which is no surname (`Theo Trưởng Ban ...`)."""
    if t.normals[at] in lex.common or t.normals[at] in lex.rare or t.shapes[at] != TITLE:
        return False
    if t.normals[at + 1] == "phó" and at + 2 < end:
        entry, _ = lex.longest(t.normals, at + 2, end)
    return entry is not None and bool(entry.sort & Sort.HEAD)


def foreign_end(t: Tokens, first: int, run: int, end: int) -> int:
    """The position after a foreign name, not beyond a run that was cut before an office (`... Tổng thống Mỹ`)."""
    cut = run < end and t.shapes[run] != LOWER
    return names.foreign_end(t, first, run if cut else end)
