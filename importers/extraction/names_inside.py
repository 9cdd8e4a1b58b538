"""Whether capitals inside an office begin the name of a person, which ends it, or belong to the body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from importers.extraction import names
from importers.extraction.joints import ENDS, After
from importers.extraction.lexicon import Sort
from importers.extraction.tokens import LETTER, LOWER, TITLE, UPPER

if TYPE_CHECKING:
    from importers.extraction.tails import Tail

_PLACES_KNOWN: Final = frozenset(("tỉnh", "tp", "tp."))  # levels of which the gazetteer holds every place
_BOTH: Final = frozenset(("hà", "lâm", "thái", "cao", "sơn", "lạng"))  # surnames that places begin with


def name_in(tail: Tail, at: int, run: int) -> int:
    """Where in a run of capitals a person's name begins; ``-1`` where none does."""
    t, lex = tail.t, tail.lex
    if tail.state is After.LEVEL:
        return _name_after_place(tail, at, run)
    entry, known = lex.longest(t.normals, at, run)
    if tail.state is After.SCHOOL or (entry is not None and entry.sort & Sort.TITLED and tail.body):
        return _name_after_school(tail, at, known if known > at else at + 2, run)
    if tail.apposed and run - at <= 2 and t.normals[at - 1] == "ủy":
        return -1  # behind a name no other name follows an office without a mark: it is a place
    found = names.split(t, at, run, lex, titled=True)
    if found is not None:
        lettered = found[0] == at and t.shapes[at] == LETTER and run - at >= 3 and t.normals[at + 1] in lex.common
        if found[0] > at and t.normals[found[0] - 1] in lex.given:
            return found[0] - 1
        return at + 1 if lettered else found[0]  # `Giám đốc Bệnh viện K Trần Văn A`
    if names.is_firm(t, at, run, lex):
        return -1
    foreign = names.foreign_start(t, at, run, lex)
    if at < foreign < run and tail.state is After.PLACE and not tail.apposed:
        return at
    if foreign < run:
        return foreign
    foreign = _foreign_name(tail, at, run)
    if foreign >= 0:
        return foreign
    if run - at >= 3 and not tail.apposed and tail.body and names.foreign_words(t, run - 2, run) == 2:
        subject = run < len(t) and t.shapes[run] == LOWER and t.words[run].isalpha()
        return run - 2 if subject else -1
    return -1


def _foreign_name(tail: Tail, at: int, run: int) -> int:
    """Where a foreign name begins behind a place, a body or its letters; ``-1`` for nowhere."""
    t = tail.t
    start = at
    while start < run and t.shapes[start] == UPPER:
        start += 1
    known = (tail.state in (After.PLACE, After.BODY) or start > at) and t.normals[at - 1] != "của"
    titles = all(t.shapes[i] in (TITLE, LETTER) for i in range(start, run))
    if not known or tail.apposed or not titles or run - start < 2 or not names.foreign_words(t, start, run):
        return -1
    return start


def _name_after_school(tail: Tail, at: int, known: int, run: int) -> int:
    """Where a person's name begins behind the name of a school, which may itself be that of a person."""
    t = tail.t
    for start in range(known, run - 1):
        if t.normals[start] in tail.lex.common and 2 <= run - start <= 4 and run - at > 4:
            return start
    return -1


def _name_after_place(tail: Tail, at: int, run: int) -> int:
    """Where a name begins behind the name of a place that the gazetteer does not know."""
    t, lex = tail.t, tail.lex
    count = run - at
    surname = t.normals[at] in lex.common
    middle = at + 1 < run and t.normals[at + 1] in lex.middle
    known_places = t.normals[at - 1] in _PLACES_KNOWN or t.normals[at - 2 : at] == ["thành", "phố"]
    entry, known = lex.longest(t.normals, at, run)
    famous = entry is not None and bool(entry.sort & Sort.TITLED) and known == run
    whole = (surname and count in (3, 4) and not famous) or (
        known_places
        and 2 <= count <= 5
        and (names.looks_like_name(t, at, run, lex, titled=True) or names.may_be_name(t, at, run, lex))
    )
    for offset in (2, 3, 0, 1):
        start = at + offset
        if offset == 0:
            if whole:
                return at
        elif start < run and t.normals[start] in lex.common and 2 <= run - start <= 4:
            own = known_places and whole and t.normals[at] not in _BOTH
            return at if own else start
    if count == 3 and not surname and t.normals[at] in lex.rare and middle:
        return at
    foreign = names.foreign_start(t, at, run, lex)
    if foreign == run and count >= 3 and names.foreign_words(t, at, at + 1):
        return at + 1  # `thị trưởng thành phố Incheon Kim Min Ho`
    return foreign if foreign < run else -1


def short_name(tail: Tail, at: int, run: int) -> bool:
    """Whether capitals right behind a head are a short form of a name (`Chủ tịch Phong`)."""
    t = tail.t
    if t.shapes[at] == UPPER or t.shapes[at] == LETTER:
        return False
    if tail.head & Sort.PERSONAL and tail.state is After.HEAD:
        return True
    if t.normals[at] in tail.lex.given and run - at == 1:
        return True
    if run - at > 1 or not names.vietnamese(t.normals[at]):
        return False
    if run >= len(t) or not t.words[run].isalpha():
        return True
    if tail.head & Sort.OPEN and tail.lex.longest(t.normals, at, len(t))[1] > run:
        return False  # `Trưởng phòng Hướng dẫn nghiệp vụ ...`
    entry, _ = tail.lex.longest(t.normals, run, len(t))
    return entry is not None and bool(entry.sort & ENDS)
