"""Small words and marks inside an office: whether the name of a body goes on behind a comma, `và`, `của`."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final

from importers.extraction import names
from importers.extraction.lexicon import Sort
from importers.extraction.tokens import LETTER, LOWER, TITLE, UPPER, Tokens

if TYPE_CHECKING:
    from importers.extraction.tails import Tail

ENDS: Final = Sort.STOP | Sort.LINK | Sort.NOISE | Sort.COURTESY | Sort.ROLE | Sort.RANK | Sort.PLURAL | Sort.STATUS
"""What an office cannot run on over, written small."""

_ABBREVIATED: Final = frozenset(("tp", "tx", "tt", "q", "p", "h", "t", "đ", "st", "x"))
_ROMAN: Final = frozenset("ivxlc")
_LIST_REACH: Final = 9
_LONGEST_LETTERS: Final = 6
_ABOVE: Final = frozenset(("bộ", "sở", "tổng cục", "ủy ban"))
"""Bodies that may stand behind a dash as that to which another belongs (`Vụ Vận tải - Bộ Giao thông`)."""
_OUTSIDE: Final = frozenset(("học", "người", "diện", "nhánh", "kiều", "sở", "hiệu", "trú"))
"""Words of a body that may say where it is (`Hội người Việt Nam tại Lào`, `Văn phòng đại diện tại ...`)."""


_COURTS: Final = frozenset(("tand", "vksnd", "án", "sát"))
_ENVOYS: Final = frozenset(("sứ", "sự", "tán", "biện", "diện", "dự"))
_CHARGED: Final = frozenset(("chỉ", "tiểu", "tổ"))
"""Words of bodies that are set up for one subject (`Ban Chỉ đạo`, `Tiểu ban`, `Tổ công tác`)."""


class After(IntEnum):
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
    SCHOOL = 11


_BODIES: Final = frozenset((After.BODY, After.TOPIC, After.CAPITALS))
_ALIASED: Final = frozenset(("công ty", "clb", "câu lạc bộ", "tập đoàn", "ngân hàng", "hội", "quỹ"))
_LONGEST_BRACKET: Final = 8
_LONGEST_INITIALS: Final = 12  # tokens of an abbreviation in brackets: `(UB T.Ư MTTQ VN)`


def _joins(tail: Tail, position: int) -> bool:
    """Whether what begins at ``position`` can go on the name of a body behind `và` or a comma."""
    t = tail.t
    if position >= tail.end:
        return False
    entry, _ = tail.lex.longest(t.normals, position, tail.end)
    capital = t.shapes[position] != LOWER
    if entry is not None:
        if entry.sort & (Sort.HEAD | Sort.ROLE | Sort.RANK | Sort.STATUS) and not entry.sort & Sort.PART:
            return False
        if entry.sort & (Sort.TOPIC | Sort.ORG):
            return True
        if entry.sort & (ENDS | Sort.BODY | Sort.LEVEL | Sort.PLACE) and not capital:
            return False
        if entry.sort & Sort.PLACE:
            return False
    if not capital:
        return tail.state is After.SMALL and t.words[position].isalpha()
    run = names.run_end(t, position, tail.end)
    return (
        names.split(t, position, run, tail.lex) is None and names.foreign_start(t, position, run, tail.lex) == run
    )


def _and(tail: Tail) -> bool:
    if tail.state is After.TERM and tail.at + 1 < tail.end and _numeral(tail.t, tail.at + 1):
        return tail.take(tail.at + 2, After.TERM)  # `khóa XI, XII và XIII`
    subject = tail.state in (After.ORG, After.SCHOOL, After.TOPIC, After.CAPITALS, After.SMALL)
    if not subject:
        return tail.state is After.BODY and _capital_subject(tail)
    if not _joins(tail, tail.at + 1):
        return tail.state is After.TOPIC and _small_subject(tail)
    tail.at += 1
    tail.state = After.JOINT if tail.state is not After.SMALL else After.SMALL
    return True


def _capital_subject(tail: Tail) -> bool:
    """Pass over `và` inside the name of a known body (`Hội đồng Khoa học và Đào tạo`)."""
    t, at = tail.t, tail.at
    if at + 1 >= tail.end or t.shapes[at + 1] != TITLE:
        return False
    entry, _ = tail.lex.longest(t.normals, at + 1, tail.end)
    if entry is None or not entry.sort & Sort.TOPIC or entry.sort & (Sort.BODY | Sort.ORG | Sort.HEAD):
        return False
    tail.at += 1
    tail.state = After.JOINT
    return True


def _small_subject(tail: Tail) -> bool:
    """Take `và` and one or two small words behind it where the name of a body goes on behind them."""
    t = tail.t
    for position in range(tail.at + 2, min(tail.end, tail.at + 4)):
        if t.shapes[position - 1] != LOWER or not t.words[position - 1].isalpha():
            return False
        if t.normals[position - 1] in ("các", "những", "một", "mọi"):
            return False
        entry, _ = tail.lex.longest(t.normals, position, tail.end)
        if entry is not None and entry.sort & (Sort.ORG | Sort.LEVEL | Sort.BODY) and not entry.sort & ENDS:
            return tail.take(position, After.TOPIC)
    return False


def _comma(tail: Tail) -> bool:
    t, at = tail.t, tail.at
    if tail.state is After.TERM:
        alike = at + 1 < tail.end and t.words[at + 1].isdigit() == t.words[at - 1].isdigit()
        return alike and _numeral(t, at + 1) and tail.take(at + 2, After.TERM)
    subject = tail.state in (After.ORG, After.TOPIC, After.CAPITALS)
    if not subject or at + 1 >= tail.end or t.shapes[at + 1] != TITLE or not _joins(tail, at + 1):
        return False
    for position in range(at + 2, min(tail.end, at + _LIST_REACH)):
        if t.normals[position] == "và":
            if position + 1 >= tail.end or t.shapes[position + 1] != TITLE or not _joins(tail, position + 1):
                return False
            tail.at += 1
            tail.state = After.JOINT
            return True
        if not t.words[position].isalpha():
            return False
    return False


def _dash(tail: Tail) -> bool:
    t, at = tail.t, tail.at
    if at + 1 >= tail.end:
        return False
    if t.inside_word(at):
        return tail.take(at + 2, After.CAPITALS if t.shapes[at + 1] != LOWER else tail.state)
    if _group(tail, at + 1) or _letters(tail, at + 1):
        return tail.take(at + 2, After.CAPITALS)
    entry, after = tail.lex.longest(t.normals, at + 1, tail.end)
    if tail.state is After.PLACE and t.words[at + 1] == "Việt" and entry is None:
        return tail.take(at + 2, After.PLACE)  # `Hội Hữu nghị Nga - Việt`
    if tail.state is After.PLACE and "khu" in t.normals[tail.start : at] and t.shapes[at + 1] == TITLE:
        return _town(tail, at + 1)  # `Chi cục Thuế khu vực Nam Lĩnh - Tam Lộc`
    if entry is not None and t.shapes[at + 1] == LOWER:
        return _small_behind_dash(tail, entry.sort, after)
    if entry is None:
        return False
    if tail.state is After.TOPIC and entry.phrase in _ABOVE and after < tail.end and t.shapes[after] != LOWER:
        return tail.take(after, After.ORG)
    if tail.state is After.PLACE and entry.sort & Sort.PLACE:
        return tail.take(after, After.PLACE)
    levelled = entry.sort & Sort.LEVEL and after < tail.end and not t.words[after - 1].islower()
    if tail.state is After.PLACE and levelled and "khu" in t.normals[tail.start : at]:
        return tail.take(after, After.LEVEL)  # `TAND khu vực 9 - TP.HCM`
    if tail.state is After.TOPIC and entry.sort & Sort.TOPIC and not entry.sort & Sort.HEAD:
        return tail.take(after, After.TOPIC)
    return False


def _small_behind_dash(tail: Tail, sort: int, after: int) -> bool:
    """Go on over a dash to more of the subject in small letters (`Sở Giao thông - công chính thành phố ...`)."""
    t = tail.t
    part = tail.state is After.TOPIC and sort & Sort.TOPIC and not sort & (ENDS | Sort.HEAD)
    if not part or not tail.body or after >= tail.end:
        return False
    entry, _ = tail.lex.longest(t.normals, after, tail.end)
    closed = t.words[after] in ",;)" or t.shapes[after] != LOWER
    closed = closed or (entry is not None and bool(entry.sort & (Sort.LEVEL | Sort.PLACE | Sort.SAYS)))
    return closed and tail.take(after, After.TOPIC)


def _group(tail: Tail, at: int) -> bool:
    """Whether letters behind a dash are the group that a firm belongs to (`Công ty cổ phần Cảng - TKV`)."""
    t = tail.t
    firm = "ty" in t.normals[tail.start : at] and t.shapes[at] == UPPER and len(t.words[at]) <= _LONGEST_LETTERS
    return firm and t.normals[at] not in tail.lex.common and (at + 1 >= len(t) or t.shapes[at + 1] != UPPER)


def _letters(tail: Tail, at: int) -> bool:
    """Whether letters behind a dash go on a subject, or are what a school belongs to (`Sở Nông nghiệp - PTNT`)."""
    t = tail.t
    known = tail.state is After.TOPIC and t.shapes[at] == UPPER and len(t.words[at]) <= _LONGEST_LETTERS
    if not known or t.normals[at] in tail.lex.common or t.normals[at] in tail.lex.rare:
        return False
    entry, _ = tail.lex.longest(t.normals, at, at + 1)
    return entry is not None and bool(entry.sort & Sort.PART)


def _dot(tail: Tail) -> bool:
    t, at = tail.t, tail.at
    if at > tail.start and t.normals[at - 1] in _ABBREVIATED and at + 1 < tail.end and t.shapes[at + 1] != LOWER:
        entry, _ = tail.lex.longest(t.normals, at + 1, tail.end)
        if entry is not None and entry.sort & Sort.COURTESY and not entry.sort & (Sort.PART | Sort.PLACE):
            return False  # `Chủ tịch LĐLĐ TP. Bà Nguyễn Thị A ...`
        tail.at += 1
        return True
    return False


def _body_in_brackets(tail: Tail) -> bool:
    """Take the body above, or another name of the body, in brackets (`Cục Chính sách (Bộ Quốc phòng)`)."""
    t, first = tail.t, tail.at + 1
    if tail.state not in _BODIES or first + 1 >= tail.end or t.shapes[first] == LOWER:
        return False
    entry, after = tail.lex.longest(t.normals, first, tail.end)
    if entry is None or not entry.sort & (Sort.BODY | Sort.ORG) or entry.sort & Sort.HEAD:
        return False
    if entry.phrase in _ALIASED and entry.phrase in " ".join(t.normals[tail.start : tail.at]):
        return False  # another name of the same firm
    limit = min(tail.end, first + _LONGEST_BRACKET)
    if all(t.shapes[i] in (UPPER, LETTER) or t.words[i] == "." for i in range(first, after)) and after - first > 2:
        return False  # only the letters of the body that was named
    while after < limit and t.words[after] not in ",;()\n":
        after += 1
    return first + 1 < after < limit and t.words[after] == ")" and tail.take(after + 1, tail.state)


def _bracket(tail: Tail) -> bool:
    """Pass over an abbreviation in brackets; what adheres to the office may go on behind it."""
    if _body_in_brackets(tail):
        return True
    t, at = tail.t, tail.at
    position = at + 1
    limit = min(tail.end, at + _LONGEST_INITIALS)
    while position < limit and (t.shapes[position] in (UPPER, LETTER) or t.words[position] in "&-.–"):
        position += 1
    if position == at + 1 or position >= limit or t.words[position] != ")":
        _pass_aside(tail)
        return False
    good = tail.good
    tail.at = position + 1
    settled = tail.state in (After.PLACE, After.TERM)
    while not settled and tail.at < tail.end and tail.step():
        pass
    if tail.good == good:
        tail.bridge = position + 1
    return False


def _pass_aside(tail: Tail) -> None:
    """Let the office adhere over a few words in brackets to the name behind them (`... Dệt (Videt) Trần Văn A`)."""
    t, limit = tail.t, min(tail.end, tail.at + _LONGEST_BRACKET)
    position = tail.at + 1
    while position < limit and (t.words[position].isalpha() or t.words[position] in "-–."):
        position += 1
    after = position + 1
    if tail.apposed or not tail.body or after >= len(t) or t.words[position] != ")" or t.shapes[after] == LOWER:
        return
    run = names.run_end(t, after, len(t))
    found = names.split(t, after, run, tail.lex)
    if (found is not None and found[0] == after) or (run - after >= 2 and names.foreign_words(t, after, run)):
        tail.bridge = after


def _inside(tail: Tail) -> bool:
    t, at = tail.t, tail.at
    if at + 1 >= tail.end:
        return False
    if t.inside_word(at) and t.shapes[at - 1] != LOWER:
        return tail.take(at + 2, After.CAPITALS)
    return t.words[at] == "&" and (t.shapes[at + 1] != LOWER or tail.state is After.TOPIC) and _and(tail)


def _of(tail: Tail) -> bool:
    t, at = tail.t, tail.at
    if at + 1 >= tail.end or tail.state is After.TERM:
        return False
    entry, _ = tail.lex.longest(t.normals, at + 1, tail.end)
    capital = t.shapes[at + 1] != LOWER
    if entry is not None and entry.sort & (ENDS | Sort.HEAD) and not (entry.sort & Sort.PART or capital):
        return False
    if capital or (entry is not None and entry.sort & (Sort.PART | Sort.PLACE)):
        tail.at += 1
        tail.state = After.BODY if tail.state is not After.PLACE else After.JOINT
        return True
    return False


def _belonging(tail: Tail) -> bool:
    """Go on over `thuộc` from a part of a body to the whole (`Trưởng phòng Tài chính thuộc Sở ...`)."""
    whole = tail.apposed and not tail.head & Sort.NEEDS_BODY  # `Vụ trưởng thuộc Bộ Ngoại giao`
    return (tail.state is not After.HEAD or whole) and _of(tail)


def _at_place(tail: Tail) -> bool:
    t, at = tail.t, tail.at
    agency = tail.state is not After.HEAD and "cơ quan thường trực" in " ".join(t.normals[tail.start - 3 : at])
    abroad = not _OUTSIDE.isdisjoint(t.normals[tail.start : at])
    abroad = abroad or (t.normals[at] == "ở" and "phái" in t.normals[max(0, tail.start - 3) : tail.start])
    high = t.normals[at - 2 : at] == ["cấp", "cao"] and not _COURTS.isdisjoint(t.normals[tail.start : at])
    if at + 1 >= tail.end or not (tail.head & Sort.ABROAD or agency or abroad or high):
        return False
    entry, _ = tail.lex.longest(t.normals, at + 1, tail.end)
    if entry is not None and entry.sort & (Sort.PLACE | Sort.LEVEL) and tail.body:
        tail.at += 1
        tail.state = After.LEVEL if entry.sort & Sort.LEVEL else After.BODY
        return True
    envoy = tail.body and tail.head & Sort.ABROAD and t.normals[tail.start - 1] in _ENVOYS
    if envoy and entry is not None and entry.sort & Sort.BODY:
        tail.at += 1
        tail.state = After.BODY
        return True
    return bool(envoy) and entry is None and t.shapes[at + 1] == TITLE and _town(tail, at + 1)


def _town(tail: Tail, first: int) -> bool:
    """Take the name of a town that no list knows, up to where a person's name begins."""
    t = tail.t
    run = names.run_end(t, first, tail.end)
    found = names.split(t, first, run, tail.lex)
    if found is None and not tail.apposed:
        return False  # a name of a foreigner may stand in the run
    stop = run if found is None else found[0]
    return stop > first and tail.take(stop, After.PLACE)


def _about(tail: Tail) -> bool:
    """Go on over `về` in the name of a steering committee or the like (`Ban Chỉ đạo Trung ương về ...`)."""
    t, at = tail.t, tail.at
    charged = tail.body and not _CHARGED.isdisjoint(t.normals[tail.start - 1 : at])
    charged = charged or (tail.state is After.TOPIC and t.normals[at - 2 : at] == ["quốc", "tế"])
    if not charged or at + 1 >= tail.end:
        return False
    entry, _ = tail.lex.longest(t.normals, at + 1, tail.end)
    if entry is None or not entry.sort & Sort.TOPIC:
        return False
    tail.at += 1
    tail.state = After.JOINT
    return True


def _beside(tail: Tail) -> bool:
    """Go on over `bên cạnh` where an envoy is accredited to a body (`bên cạnh Liên hợp quốc`)."""
    t, at = tail.t, tail.at
    if at + 2 >= tail.end or t.normals[at + 1] != "cạnh" or not tail.head & Sort.ABROAD:
        return False
    entry, _ = tail.lex.longest(t.normals, at + 2, tail.end)
    if entry is None or not entry.sort & (Sort.BODY | Sort.PLACE):
        return False
    tail.at += 2
    tail.state = After.BODY
    return True


def _term(tail: Tail) -> bool:
    """Take `khóa XIII`."""
    if tail.at + 1 < tail.end and _numeral(tail.t, tail.at + 1):
        body = tail.body
        tail.take(tail.at + 2, After.TERM)
        tail.body = body
        return True
    return False


def _counted(tail: Tail) -> bool:
    """Take `số 1` in the name of a school or a company."""
    known = tail.at + 1 < tail.end and tail.t.words[tail.at + 1].isdigit()
    numbered = tail.state in (After.ORG, After.SCHOOL, After.TOPIC, After.BODY, After.LEVEL)
    return known and numbered and tail.take(tail.at + 2, After.PLACE if tail.state is After.LEVEL else tail.state)


def _side(tail: Tail) -> bool:
    t, at = tail.t, tail.at
    known = at + 1 < tail.end and t.normals[at + 1] in ("nam", "bắc", "đông", "tây") and t.shapes[at + 1] != LOWER
    return known and tail.state is not After.HEAD and tail.take(at + 2, After.PLACE)


def _numeral(t: Tokens, at: int) -> bool:
    word = t.normals[at]
    return (word.isdigit() and len(word) <= 2) or (t.shapes[at] in (UPPER, LETTER) and _ROMAN.issuperset(word))


MARKS: Final = {
    ",": _comma,
    "-": _dash,
    "–": _dash,
    "—": _dash,
    ".": _dot,
    "(": _bracket,
    "&": _inside,
    "/": _inside,
}
WORDS: Final = {
    "và": _and,
    "của": _of,
    "thuộc": _belonging,
    "tại": _at_place,
    "ở": _at_place,
    "về": _about,
    "khóa": _term,
    "phía": _side,
    "số": _counted,
    "bên": _beside,
}
