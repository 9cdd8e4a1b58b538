"""Offices by their grammar: a head (`Bí thư`), then the body and the level that it belongs to, up to its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from importers.extraction.lexicon import Entry, Lexicon, Sort
from importers.extraction.tails import Tail
from importers.extraction.tokens import LETTER, Tokens

_LONGEST_TAIL: Final = 40
_MOST_STATUS: Final = 3
_TEAMS: Final = frozenset(("đội", "clb", "nhóm", "gia"))
"""Of these somebody is a member without an office (`thành viên của đội tuyển`, `thành viên gia đình`)."""
_BOARDS: Final = frozenset(("hđqt", "hđtv", "hội đồng quản trị", "hội đồng thành viên"))


@dataclass(slots=True)
class Held:
    """An office in the text: tokens ``[first, after)``; ``bridge`` is where what adheres to it goes on.

    ``lead`` is the first token with what goes before the wording (`tân`), ``head`` the normal head, ``status``
    one of ``former``, ``acting``, ``new``, ``sought`` or empty, ``body`` whether it names a body. ``joint`` marks
    an office of two people in one run, ``plural`` one that stands behind `các`, `hai` and the like.
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
    sort: int
    place: tuple[int, int] | None
    plural: bool = False


def read_offices(t: Tokens, at: int, end: int, lex: Lexicon, apposed: bool = False) -> list[Held]:
    """Read the office whose head (or `nguyên`, `tân` before it) begins at ``at``; more where `kiêm` joins two.

    ``apposed`` tells that a name stands before it. Empty where no office begins here.
    """
    first = _read_one(t, at, end, lex, apposed)
    if first is None:
        return []
    following = first.bridge
    if following + 1 < end and t.words[following] == "," and (not first.body or _is_board(t, first)):
        following += 1  # `Phó Tư lệnh, kiêm Tham mưu trưởng Quân khu 3`
    if following + 1 >= end or t.normals[following] != "kiêm":
        return [first]
    second = _read_one(t, following + 1, end, lex, apposed)
    if second is None:
        return [first]
    names_body = first.body or bool(first.sort & Sort.WHOLE)  # `Phó Thủ tướng Chính phủ` is one of a body as it is
    party = t.normals[second.head_after : second.head_after + 1] in (["đảng"], ["chi"])
    if names_body and second.body and (party or not _is_board(t, first)):
        return [first, second]
    first.after, first.bridge = second.after, second.bridge
    first.body, first.place = second.body, second.place
    return [first]


def _is_board(t: Tokens, held: Held) -> bool:
    """Whether an office names only the board of a firm that the next one names (`Chủ tịch HĐQT kiêm ...`)."""
    return " ".join(t.normals[held.head_after : held.after]) in _BOARDS


def begins_status(t: Tokens, at: int, end: int, lex: Lexicon) -> bool:
    """Whether `nguyên` or the like goes before an office with which it makes another word (`nguyên Thủ tướng`)."""
    node = lex.root.get(t.normals[at])
    if node is None or node.entry is None or not node.entry.sort & Sort.STATUS or at + 1 >= end:
        return False
    _, known = lex.longest(t.normals, at, end)
    entry, after = lex.longest(t.normals, at + 1, end)
    return entry is not None and bool(entry.sort & Sort.HEAD) and after > known > at + 1


def _status_or_longest(t: Tokens, at: int, end: int, lex: Lexicon) -> tuple[Entry | None, int]:
    if begins_status(t, at, end, lex):
        return lex.root[t.normals[at]].entry, at + 1
    return lex.longest(t.normals, at, end)


def _read_one(t: Tokens, at: int, end: int, lex: Lexicon, apposed: bool) -> Held | None:
    lead = at
    status = ""
    first = at
    entry, after = _status_or_longest(t, at, end, lex)
    while entry is not None and entry.sort & Sort.STATUS and not entry.sort & Sort.HEAD:
        if entry.value in ("new", "late"):
            first = after
        status = status or entry.value
        if after >= end or after - lead > _MOST_STATUS:
            return None
        at = after
        entry, after = lex.longest(t.normals, at, end)
    if t.normals[at] == "phó" and at + 1 < end and t.normals[at + 1] != "phó":
        inner, inner_after = lex.longest(t.normals, at + 1, end)
        if inner is not None and inner.sort & Sort.HEAD and inner_after >= after:
            entry, after = inner, inner_after
    if entry is None or t.shapes[at] == LETTER:
        return None
    if not entry.sort & Sort.HEAD and not (apposed and entry.sort & Sort.BEHIND):
        return None
    tail = Tail(t, after, min(end, after + _LONGEST_TAIL), lex, entry, apposed)
    tail.begin_inside(at)
    tail.read()
    if entry.phrase == "thành viên" and not _TEAMS.isdisjoint(t.normals[after : after + 2]):
        return None
    named = bool(entry.sort & Sort.ROLE) and at > 0 and t.normals[at - 1] in ("chức", "vụ")
    if entry.sort & Sort.NEEDS_BODY and not tail.body and not named:
        return None
    head = " ".join(t.normals[at:after])
    if t.normals[at] in ("nguyên", "cựu"):
        status = status or "former"
    joint = " và " in head
    return Held(lead, first, tail.good, tail.bridge, head, after, status, tail.body, joint, entry.sort, tail.place)
