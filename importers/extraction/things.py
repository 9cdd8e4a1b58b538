"""Names that are no people: of streets, schools, prizes, and of those who took the photographs."""

from __future__ import annotations

from typing import Final

from importers.extraction.lexicon import Lexicon, Sort
from importers.extraction.tokens import LOWER, TITLE, Tokens

_JOINS_STREETS: Final = frozenset((",", "-", "và", "đến", "với", "/", "giao", "qua", ";"))
_CREDITS: Final = frozenset(("ảnh", "nguồn", "video", "clip", "đồ họa", "họa", "bài", "tin"))
_LONGEST_MARKER: Final = 4
_CREDIT_REACH: Final = 9
_FIRM_REACH: Final = 3
_OPENING: Final = frozenset("“\"'‘«")
_CLOSING: Final = frozenset("”\"'’»,(")


class Things:
    """Tells names of things in one region after the other; remembers the last street, to know what it joins."""

    def __init__(self, t: Tokens, lex: Lexicon) -> None:
        self._t = t
        self._lex = lex
        self._street_after = -1

    def begin(self) -> None:
        """Forget the last street: another region begins."""
        self._street_after = -1

    def is_thing(self, first: int, after: int) -> bool:
        """Whether a name without a title is that of a street, a school or the like, or a photographer's."""
        if self.is_credit(first):
            return True
        if self._opens_quotation(first, after) or self._ends_firm(first, after):
            return True
        if self.marked(first) or self.joins_street(first) or self.only_titled(first, after):
            self._street_after = after
            return True
        return False

    def _opens_quotation(self, first: int, after: int) -> bool:
        """Whether a rare surname is rather the first word of what somebody says (`“Vì Việt Nam ...”`)."""
        t = self._t
        quoted = first > 0 and t.words[first - 1] in _OPENING and t.normals[first] not in self._lex.common
        return quoted and (after >= len(t) or t.words[after] not in _CLOSING)

    def _ends_firm(self, first: int, after: int) -> bool:
        """Whether two words end the capitals of the name of a firm or a school (`Công ty Gạch Lương Thịnh`)."""
        if after - first != 2:
            return False
        t, start = self._t, first
        while start > 0 and first - start < _FIRM_REACH and t.shapes[start - 1] != LOWER:
            start -= 1
        return start < first and self._follows(start, self._lex.markers)

    def only_titled(self, first: int, after: int) -> bool:
        """Whether the name is one that means a person only with a title (`Trần Phú`)."""
        entry, known = self._lex.longest(self._t.normals, first, after)
        return entry is not None and bool(entry.sort & Sort.TITLED) and known == after

    def joins_street(self, first: int) -> bool:
        """Whether only a dash, a comma or the like parts a name from that of a street before it."""
        street = self._street_after
        if street < 0 or first - street > 2:
            return False
        return all(word in _JOINS_STREETS for word in self._t.normals[street:first])

    def marked(self, first: int) -> bool:
        """Whether a marker (`đường`, `Trường THPT`) or a number of a house stands right before."""
        t = self._t
        if first == 0:
            return False
        before = t.words[first - 1]
        if before[0].isdigit():
            return not (len(before) == 4 and before[0] in "12")
        return self._follows(first, self._lex.markers)

    def in_memory(self, lead: int) -> bool:
        """Whether titles that begin at ``lead`` belong to the name of a place of memory (`Đền thờ Chủ tịch`)."""
        return self._follows(lead, self._lex.memorials)

    def _follows(self, first: int, phrases: frozenset[tuple[str, ...]]) -> bool:
        """Whether one of ``phrases`` stands right before a position."""
        normals = self._t.normals
        longest = min(_LONGEST_MARKER, first)
        return any(tuple(normals[first - count : first]) in phrases for count in range(1, longest + 1))

    def is_credit(self, first: int) -> bool:
        """Whether the name is that of a photographer or the like (`Ảnh: ...`)."""
        t = self._t
        position = first - 1
        while position > 0 and first - position < _CREDIT_REACH:
            if t.words[position] in ":/" and t.normals[position - 1] in _CREDITS:
                return True
            if t.shapes[position] == LOWER and t.words[position] not in "-–,":
                break
            position -= 1
        return first >= 1 and t.normals[first - 1] == "ảnh" and t.shapes[first - 1] == TITLE
