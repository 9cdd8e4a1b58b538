"""Offices by their grammar: a head (`Bí thư`), then the body and the level that it belongs to, up to its end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from importers.extraction import names
from importers.extraction.lexicon import Entry, Lexicon, Sort
from importers.extraction.tokens import LETTER, LOWER, TITLE, UPPER, Tokens

_ENDS: Final = (
    Sort.STOP | Sort.LINK | Sort.NOISE | Sort.COURTESY | Sort.ROLE | Sort.RANK | Sort.PLURAL | Sort.STATUS
)
_ABBREVIATED: Final = frozenset(("tp", "tx", "tt", "q", "p", "h", "t", "đ", "st", "x"))
_UNITS: Final = frozenset(("tuổi", "người", "năm", "tháng", "ngày", "%", "đồng", "tỷ", "triệu", "/", "giờ", "lần"))
_ROMAN: Final = frozenset("ivxlc")
_LONGEST_TAIL: Final = 40
_MOST_SMALL: Final = 8
_LIST_REACH: Final = 9


class _After(IntEnum):
    """What the reading of a tail has just passed."""

    HEAD = 0
    ORG = 1
    TOPIC = 2
    BODY = 3
    LEVEL = 4
    PLACE = 5
    CAPITALS = 6
    SMALL = 7
    JOINT = 8
    TERM = 9
    MOD = 10


@dataclass(slots=True)
class Held:
    """An office in the text: tokens ``[first, after)``; ``bridge`` is where what adheres to it goes on.

    ``lead`` is the first token with what goes before the wording (`tân`), ``head`` the normal head, ``status``
    one of ``former``, ``acting``, ``new`` or empty, ``body`` whether it names a body. ``name`` is the name that
    the office runs into, where there is one; ``joint`` marks an office of two people in one run.
    """

    lead: int
    first: int
    after: int
    bridge: int
    head: str
    head_after: int
    status: str
    body: bool
    joint: bool
    sort: Sort
    place: tuple[int, int] | None
    plural: bool = False


def read_offices(t: Tokens, at: int, end: int, lex: Lexicon) -> list[Held]:
    """Read the office whose head (or `nguyên`, `tân` before it) begins at ``at``; more where `kiêm` joins two.

    Empty where no office begins here.
    """
    first = _read_one(t, at, end, lex)
    if first is None:
        return []
    following = first.bridge
    if following + 1 >= end or t.normals[following] != "kiêm":
        return [first]
    second = _read_one(t, following + 1, end, lex)
    if second is None:
        return [first]
    if first.body and second.body:
        return [first, second]
    first.after, first.bridge = second.after, second.bridge
    first.body, first.place = second.body, second.place
    return [first]


def _read_one(t: Tokens, at: int, end: int, lex: Lexicon) -> Held | None:
    lead = at
    status = ""
    first = at
    entry, after = lex.longest(t.normals, at, end)
    while entry is not None and entry.sort & Sort.STATUS and not entry.sort & Sort.HEAD:
        if entry.value in ("new", "late"):
            first = after
        status = status or entry.value
        if after >= end:
            return None
        at = after
        entry, after = lex.longest(t.normals, at, end)
    deputy = t.normals[at] == "phó" and at + 1 < end
    if deputy and (entry is None or not entry.sort & Sort.HEAD or after == at + 1):
        inner, inner_after = lex.longest(t.normals, at + 1, end)
        if inner is not None and inner.sort & Sort.HEAD and t.normals[at + 1] != "phó":
            entry, after = inner, inner_after
    if entry is None or not entry.sort & Sort.HEAD or t.shapes[at] == LETTER:
        return None
    tail = _Tail(t, after, min(end, after + _LONGEST_TAIL), lex, entry)
    tail.begin_inside(at)
    tail.read()
    if entry.sort & Sort.NEEDS_BODY and not tail.body:
        return None
    head = " ".join(t.normals[at:after])
    joint = " và " in head
    return Held(lead, first, tail.good, tail.bridge, head, after, status, tail.body, joint, entry.sort, tail.place)


class _Tail:
    """Reads on from the head of an office, token by token, and remembers how far the office is sure to reach."""

    __slots__ = (
        "at", "body", "bridge", "end", "good", "head", "lex", "place", "small", "start", "state", "t",
    )  # fmt: skip

    def __init__(self, t: Tokens, at: int, end: int, lex: Lexicon, head: Entry) -> None:
        self.t = t
        self.lex = lex
        self.head = head.sort
        self.start = self.at = self.good = self.bridge = at
        self.end = end
        self.state = _After.HEAD
        self.body = False
        self.place: tuple[int, int] | None = None
        self.small = 0

    def read(self) -> None:
        """Read to the end of the office; ``good`` is then the position after its last word."""
        while self.at < self.end and self._step():
            pass

    def begin_inside(self, head: int) -> None:
        """Let the last word of the head be the first of a body (`Trưởng Đoàn khảo sát`)."""
        inner, after = self.lex.longest(self.t.normals, self.start - 1, self.end)
        if self.start - 1 > head and inner is not None and after > self.start and inner.sort & Sort.BODY:
            self._take(after, _After.BODY)

    def _take(self, after: int, state: _After) -> bool:
        if state is not _After.MOD and state is not _After.TERM:
            self.body = True
        self.at = self.good = self.bridge = after
        self.state = state
        return True

    def _step(self) -> bool:
        t, at = self.t, self.at
        mark = _MARKS.get(t.words[at])
        entry, after = self.lex.longest(t.normals, at, self.end)
        if after <= at + 1 and t.normals[at] in _WORDS:
            return _WORDS[t.normals[at]](self)
        if t.words[at].isdigit():
            return self._number()
        if entry is not None and not (mark is not None and after == at + 1):
            verdict = self._phrase(entry, after)
            if verdict is not None:
                return verdict
        if mark is not None:
            return mark(self)
        if t.shapes[at] != LOWER:
            return self._capitals()
        if t.words[at].isalpha():
            return self._small_word()
        return False

    # -- phrases of the lexicon ---------------------------------------------------------------------------

    def _phrase(self, entry: Entry, after: int) -> bool | None:
        """Take or refuse a known phrase; ``None`` to look at its words as if it were not known."""
        sort, capital = entry.sort, self.t.shapes[self.at] != LOWER
        if sort & Sort.PLACE and capital:
            return self._place(entry, after)
        if sort & Sort.HEAD and not sort & Sort.PART:
            return self._head_in_tail(after)
        if sort & Sort.PART and not (sort & Sort.STOP and not capital):
            taken = self._part(sort, after, capital)
            if taken:
                return True
        if sort & (_ENDS | Sort.PART) and not capital:
            return False if sort & _ENDS or self.state is not _After.ORG else None
        return None

    def _head_in_tail(self, after: int) -> bool:
        if self.head & Sort.OF_PERSON and self.state is _After.HEAD:
            return self._take(after, _After.BODY)
        return False

    def _place(self, entry: Entry, after: int) -> bool | None:
        t = self.t
        if entry.sort & Sort.TITLED and self.state is _After.HEAD:
            return False
        run = names.run_end(t, self.at, self.end)
        if run > after and self.state is not _After.LEVEL:
            found = names.split(t, self.at, run, self.lex, titled=self.state is _After.HEAD)
            if found is not None and found[0] == self.at and found[1] == run:
                return False
        self.place = (self.at, after)
        return self._take(after, _After.PLACE)

    def _part(self, sort: Sort, after: int, capital: bool) -> bool:
        state = self.state
        if self.head & Sort.WHOLE and not sort & (Sort.LEVEL | Sort.BODY | Sort.MOD):
            return False
        settled = state in (_After.PLACE, _After.TERM)
        if sort & Sort.MOD and state in (_After.HEAD, _After.MOD):
            return self._take(after, _After.MOD)
        if sort & Sort.LEVEL:
            return self._level(sort, after, capital)
        if sort & Sort.BODY:
            return not (settled and not capital) and self._take(after, _After.BODY)
        if sort & Sort.ORG:
            return not (settled and not capital) and self._take(after, _After.ORG)
        if sort & Sort.TOPIC:
            ready = state in (_After.ORG, _After.TOPIC, _After.JOINT, _After.SMALL)
            ready = ready or (state in (_After.HEAD, _After.MOD) and bool(self.head & (Sort.OPEN | Sort.TOPICAL)))
            return (capital or ready) and self._take(after, _After.TOPIC)
        return bool(sort & Sort.MOD) and (capital or state is _After.BODY) and self._take(after, _After.MOD)

    def _level(self, sort: Sort, after: int, capital: bool) -> bool:
        following = after < self.end and self.t.shapes[after] != LOWER
        if sort & Sort.BODY and not following:
            return self._take(after, _After.BODY)
        return self._take(after, _After.LEVEL)

    # -- words that the lexicon does not know -------------------------------------------------------------

    def _capitals(self) -> bool:
        t, at = self.t, self.at
        run = names.run_end(t, at, self.end)
        found = self._name_in(at, run)
        if found == at:
            return False
        if found > at:
            stop = found
        elif self._ends_before(at, run):
            return False
        else:
            stop = self._known_before(at, run)
        state = _After.PLACE if self.state is _After.LEVEL else _After.CAPITALS
        if state is _After.PLACE:
            self.place = (at, stop)
        if stop == at:
            stop = at + 1
        return self._take(stop, state)

    def _ends_before(self, at: int, run: int) -> bool:
        """Whether capitals that the lexicon does not know cannot belong to the office."""
        if self.state in (_After.PLACE, _After.TERM) or self.head & Sort.WHOLE:
            return True
        return self.state in (_After.HEAD, _After.MOD) and self._short_name(at, run)

    def _known_before(self, at: int, run: int) -> int:
        """Cut a run of capitals where a known phrase begins in it."""
        for position in range(at + 1, run):
            entry, after = self.lex.longest(self.t.normals, position, self.end)
            if (
                entry is not None
                and entry.sort & (Sort.PLACE | Sort.PART)
                and (after > position + 1 or after > run)
            ):
                return position
        return run

    def _name_in(self, at: int, run: int) -> int:
        """Where in a run of capitals a person's name begins; ``-1`` where none does."""
        t, lex = self.t, self.lex
        if self.state is _After.LEVEL:
            return self._name_after_place(at, run)
        found = names.split(t, at, run, lex, titled=True)
        if found is not None:
            return found[0]
        foreign = names.foreign_start(t, at, run, lex)
        if foreign < run:
            return foreign
        if self.state in (_After.PLACE, _After.BODY) and names.foreign_words(t, at, run) and run - at >= 2:
            return at
        return -1

    def _name_after_place(self, at: int, run: int) -> int:
        """Where a name begins behind the name of a place that the gazetteer does not know."""
        t, lex = self.t, self.lex
        whole = t.normals[at] in lex.common and run - at in (3, 4) and t.normals[at + 1] in lex.middle
        for offset in (2, 3, 0, 1):
            start = at + offset
            if offset == 0:
                if whole:
                    return at
            elif start < run and t.normals[start] in lex.common and 2 <= run - start <= 4:
                return start
        foreign = names.foreign_start(t, at, run, lex)
        return foreign if foreign < run else -1

    def _short_name(self, at: int, run: int) -> bool:
        """Whether capitals right behind a head are a short form of a name (`Chủ tịch Phong`)."""
        t = self.t
        if t.shapes[at] == UPPER or t.shapes[at] == LETTER:
            return False
        if self.head & Sort.PERSONAL:
            return True
        if run - at == 1:
            return names.vietnamese(t.normals[at]) and (run >= len(t) or t.shapes[run] == LOWER)
        return False

    def _number(self) -> bool:
        t, at = self.t, self.at
        following = t.normals[at + 1] if at + 1 < len(t) else ""
        if len(t.words[at]) > 3 or following in _UNITS or self.state in (_After.PLACE, _After.TERM):
            return False
        if self.state is _After.LEVEL:
            self.place = (at, at + 1)
            return self._take(at + 1, _After.PLACE)
        if self.state in (_After.BODY, _After.ORG, _After.CAPITALS):
            return self._take(at + 1, self.state)
        return False

    def _small_word(self) -> bool:
        open_head = self.state is _After.HEAD and self.head & Sort.OPEN and not self.head & Sort.TOPICAL
        if self.state in (_After.ORG, _After.SMALL) or open_head:
            return self._take_small()
        if self.state in (_After.TOPIC, _After.CAPITALS):
            return self._second_syllable()
        return False

    def _take_small(self) -> bool:
        self.small += 1
        return self.small <= _MOST_SMALL and self._take(self.at + 1, _After.SMALL)

    def _second_syllable(self) -> bool:
        """Take one or two unknown small words behind a subject where a body or level goes on behind them."""
        for position in range(self.at + 1, min(self.end, self.at + 3)):
            entry, _ = self.lex.longest(self.t.normals, position, self.end)
            if entry is not None:
                goes_on = entry.sort & (Sort.ORG | Sort.LEVEL | Sort.BODY) and not entry.sort & _ENDS
                return bool(goes_on) and self._take(position, _After.TOPIC)
        return False

    # -- small words and marks with a part of their own ---------------------------------------------------

    def _joins(self, position: int) -> bool:
        """Whether what begins at ``position`` can go on the name of a body behind `và` or a comma."""
        t = self.t
        if position >= self.end:
            return False
        entry, _ = self.lex.longest(t.normals, position, self.end)
        capital = t.shapes[position] != LOWER
        if entry is not None:
            if entry.sort & Sort.HEAD and not entry.sort & Sort.PART:
                return False
            if entry.sort & (Sort.TOPIC | Sort.ORG):
                return True
            if entry.sort & (_ENDS | Sort.BODY | Sort.LEVEL | Sort.PLACE) and not capital:
                return False
            if entry.sort & Sort.PLACE:
                return False
        if not capital:
            return self.state is _After.SMALL and t.words[position].isalpha()
        run = names.run_end(t, position, self.end)
        return (
            names.split(t, position, run, self.lex) is None
            and names.foreign_start(t, position, run, self.lex) == run
        )

    def _and(self) -> bool:
        subject = self.state in (_After.ORG, _After.TOPIC, _After.CAPITALS, _After.SMALL)
        if not subject or not self._joins(self.at + 1):
            return False
        self.at += 1
        self.state = _After.JOINT if self.state is not _After.SMALL else _After.SMALL
        return True

    def _comma(self) -> bool:
        t, at = self.t, self.at
        if self.state is _After.TERM:
            return at + 1 < self.end and _numeral(t, at + 1) and self._take(at + 2, _After.TERM)
        subject = self.state in (_After.ORG, _After.TOPIC, _After.CAPITALS)
        if not subject or at + 1 >= self.end or t.shapes[at + 1] != TITLE or not self._joins(at + 1):
            return False
        for position in range(at + 2, min(self.end, at + _LIST_REACH)):
            if t.normals[position] == "và":
                if position + 1 >= self.end or t.shapes[position + 1] != TITLE or not self._joins(position + 1):
                    return False
                self.at += 1
                self.state = _After.JOINT
                return True
            if not t.words[position].isalpha():
                return False
        return False

    def _dash(self) -> bool:
        t, at = self.t, self.at
        if at + 1 >= self.end:
            return False
        if t.joined(at) and t.joined(at + 1):
            return self._take(at + 2, _After.CAPITALS if t.shapes[at + 1] != LOWER else self.state)
        entry, after = self.lex.longest(t.normals, at + 1, self.end)
        if entry is None or t.shapes[at + 1] == LOWER:
            return False
        if self.state is _After.PLACE and entry.sort & Sort.PLACE:
            return self._take(after, _After.PLACE)
        if self.state is _After.TOPIC and entry.sort & Sort.TOPIC and not entry.sort & Sort.HEAD:
            return self._take(after, _After.TOPIC)
        return False

    def _dot(self) -> bool:
        t, at = self.t, self.at
        if (
            at > self.start
            and t.normals[at - 1] in _ABBREVIATED
            and at + 1 < self.end
            and t.shapes[at + 1] != LOWER
        ):
            self.at += 1
            return True
        return False

    def _bracket(self) -> bool:
        """Pass over an abbreviation in brackets; what adheres to the office may go on behind it."""
        t, at = self.t, self.at
        position = at + 1
        limit = min(self.end, at + 6)
        while position < limit and (t.shapes[position] in (UPPER, LETTER) or t.words[position] in "&-.–"):
            position += 1
        if position == at + 1 or position >= limit or t.words[position] != ")":
            return False
        good = self.good
        self.at = position + 1
        while self.at < self.end and self.state not in (_After.PLACE, _After.TERM) and self._step():
            pass
        if self.good == good:
            self.bridge = position + 1
        return False

    def _inside(self) -> bool:
        t, at = self.t, self.at
        if t.joined(at) and at + 1 < self.end and t.joined(at + 1) and t.shapes[at - 1] != LOWER:
            return self._take(at + 2, _After.CAPITALS)
        return False

    def _of(self) -> bool:
        t, at = self.t, self.at
        if at + 1 >= self.end or self.state is _After.TERM:
            return False
        entry, _ = self.lex.longest(t.normals, at + 1, self.end)
        capital = t.shapes[at + 1] != LOWER
        if entry is not None and entry.sort & (_ENDS | Sort.HEAD) and not (entry.sort & Sort.PART or capital):
            return False
        if capital or (entry is not None and entry.sort & (Sort.PART | Sort.PLACE)):
            self.at += 1
            self.state = _After.BODY if self.state is not _After.PLACE else _After.JOINT
            return True
        return False

    def _at_place(self) -> bool:
        t, at = self.t, self.at
        agency = self.state is not _After.HEAD and "cơ quan thường trực" in " ".join(t.normals[self.start - 3 : at])
        if at + 1 >= self.end or not (self.head & Sort.ABROAD or agency):
            return False
        entry, _ = self.lex.longest(t.normals, at + 1, self.end)
        if entry is not None and entry.sort & (Sort.PLACE | Sort.LEVEL) and self.body:
            self.at += 1
            self.state = _After.LEVEL if entry.sort & Sort.LEVEL else _After.BODY
            return True
        return False

    def _term(self) -> bool:
        """Take `khóa XIII`."""
        if self.at + 1 < self.end and _numeral(self.t, self.at + 1):
            body = self.body
            self._take(self.at + 2, _After.TERM)
            self.body = body
            return True
        return False

    def _side(self) -> bool:
        t, at = self.t, self.at
        known = (
            at + 1 < self.end and t.normals[at + 1] in ("nam", "bắc", "đông", "tây") and t.shapes[at + 1] != LOWER
        )
        return known and self.state is not _After.HEAD and self._take(at + 2, _After.PLACE)


def _numeral(t: Tokens, at: int) -> bool:
    word = t.normals[at]
    return (word.isdigit() and len(word) <= 2) or (t.shapes[at] in (UPPER, LETTER) and _ROMAN.issuperset(word))


_MARKS: Final = {
    ",": _Tail._comma,
    "-": _Tail._dash,
    "–": _Tail._dash,
    "—": _Tail._dash,
    ".": _Tail._dot,
    "(": _Tail._bracket,
    "&": _Tail._inside,
    "/": _Tail._inside,
}
_WORDS: Final = {
    "và": _Tail._and,
    "của": _Tail._of,
    "tại": _Tail._at_place,
    "khóa": _Tail._term,
    "phía": _Tail._side,
}
