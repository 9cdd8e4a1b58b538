"""Small words that no list knows, inside the name of a body: grammar tells whether the office goes on over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from importers.extraction import names
from importers.extraction.joints import ENDS, After
from importers.extraction.lexicon import Entry, Sort
from importers.extraction.tokens import LOWER

if TYPE_CHECKING:
    from importers.extraction.tails import Tail

_SUBJECTS: Final = frozenset((After.ORG, After.TOPIC, After.CAPITALS, After.SMALL, After.SCHOOL, After.JOINT))
_CLOSES: Final = frozenset(',;:.)-–—…\n/"”')
_LEAVES: Final = frozenset(
    ("của", "tại", "thuộc", "nhiệm kỳ", "kiêm", "khóa", "trực thuộc", "từ", "cùng", "giai đoạn", "phụ trách")
)
_FAR: Final = 12
_NEAR: Final = 2
_SUBJECT: Final = 6
_GOES_ON: Final = Sort.ORG | Sort.LEVEL | Sort.BODY


def stretch(tail: Tail) -> bool:
    """Let the office run on over unknown small words up to where a name, a verb or a mark shows its end.

    Behind a name (``tail.apposed``) only a mark, a preposition or the next office ends an office; before a name,
    the name does; a subject is ended by a verb of saying. False, with nothing taken, where none of them follows.
    """
    if tail.state not in _SUBJECTS:
        return False
    t, lex = tail.t, tail.lex
    position = tail.at
    weak = False
    limit = min(tail.end, tail.at + _FAR)
    while position < limit:
        if t.shapes[position] != LOWER:
            return _to_capital(tail, position, weak)
        entry, after = lex.longest(t.normals, position, tail.end)
        if entry is not None and entry.sort & (ENDS | Sort.HEAD) and not entry.sort & Sort.PART:
            joined = tail.apposed and position > tail.at + 1 and t.normals[position - 1] == "và"
            if not (entry.sort & Sort.WEAK or (joined and entry.sort & Sort.STOP)):
                return _to_end(tail, position, entry, weak)
            weak = True
        elif entry is not None and entry.sort & Sort.LEVEL and position > tail.at and after < tail.end:
            if t.shapes[after] != LOWER:
                sure = tail.apposed or position - tail.at <= _NEAR or _name_within(tail, after)
                return sure and _take(tail, position)
        elif entry is None and not t.words[position].isalpha():
            closed = t.words[position] in _CLOSES if tail.apposed else not weak and _holder_behind(tail, position)
            return closed and _take(tail, position)
        elif t.normals[position] in _LEAVES or (t.normals[position] == "và" and _new_person(tail, position + 1)):
            return tail.apposed and _take(tail, position)
        position = max(after, position + 1)
    return tail.apposed and position == tail.end < tail.at + _FAR and _take(tail, position)


def _holder_behind(tail: Tail, position: int) -> bool:
    """Whether a comma, a form of address and a capital follow: the holder of the office (`..., ông Trần Văn A`)."""
    t = tail.t
    if position + 2 >= len(t) or t.words[position] != ",":
        return False
    entry, after = tail.lex.longest(t.normals, position + 1, len(t))
    alone = entry is not None and bool(entry.sort & Sort.COURTESY) and not entry.sort & Sort.PLURAL
    return alone and after < len(t) and t.shapes[after] != LOWER


def _take(tail: Tail, position: int) -> bool:
    return position > tail.at and tail.take(position, After.TOPIC)


def _new_person(tail: Tail, position: int) -> bool:
    """Whether `và` joins another person or another office, not another subject of the same body."""
    if position >= tail.end:
        return True
    entry, _ = tail.lex.longest(tail.t.normals, position, tail.end)
    person = Sort.HEAD | Sort.COURTESY | Sort.RANK | Sort.PLURAL | Sort.STATUS | Sort.ROLE | Sort.LINK
    return entry is not None and bool(entry.sort & person) and not entry.sort & (Sort.TOPIC | Sort.ORG)


def _name_within(tail: Tail, position: int) -> bool:
    """Whether a name of a person stands somewhere in the capitals that begin here."""
    run = names.run_end(tail.t, position, tail.end)
    return names.split(tail.t, position, run, tail.lex) is not None


def _to_end(tail: Tail, position: int, entry: Entry, weak: bool) -> bool:
    """Stop before a word that cannot belong to the office: a verb of a subject, a preposition, the next office."""
    if tail.apposed:
        return bool(entry.sort & (Sort.SAYS | Sort.LINK | Sort.HEAD) or entry.phrase in _LEAVES) and _take(
            tail, position
        )
    return bool(entry.sort & Sort.SAYS) and not weak and _take(tail, position)


def _to_capital(tail: Tail, position: int, weak: bool) -> bool:
    """Run on to capitals: up to a name that ends the office, or over more of the body's own name."""
    t, lex = tail.t, tail.lex
    run = names.run_end(t, position, tail.end)
    found = names.split(t, position, run, lex, titled=True)
    if found is not None and found[0] == position:
        return _take(tail, position)
    foreign = run - position if found is None else 0
    if foreign >= 2 and names.foreign_words(t, position, run) == foreign:
        return _take(tail, position)
    entry, _ = lex.longest(t.normals, position, tail.end)
    if entry is not None and entry.sort & (Sort.COURTESY | Sort.RANK | Sort.HEAD) and not entry.sort & Sort.PART:
        return tail.apposed and _take(tail, position)
    if tail.apposed or found is not None:
        return _take(tail, position)
    if entry is None and not weak and _holder_behind(tail, run):
        return _take(tail, run)  # `Giám đốc Công ty Truyền hình lưu động VTX, ông Trần Văn A`
    if entry is None or not entry.sort & (_GOES_ON | Sort.PLACE):
        return False
    sure = not weak and position - tail.at <= _NEAR
    if not sure and entry.sort & (Sort.ORG | Sort.BODY) and position - tail.at <= _SUBJECT:
        sure = tail.body_before_name(position, entry) > 0  # `Trưởng phòng vận chuyển hàng nặng Sở X Trần Văn A`
    return sure and _take(tail, position)
