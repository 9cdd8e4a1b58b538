"""Numbers inside an office: of a place, of a school or a unit, the year of a body that is set up for one year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from importers.extraction.joints import After
from importers.extraction.lexicon import Sort

if TYPE_CHECKING:
    from importers.extraction.tails import Tail

_SMALL_PLACES: Final = frozenset(("phường", "xã", "thôn", "ấp", "khóm", "khu", "tổ"))
_UNITS: Final = frozenset(("tuổi", "người", "năm", "tháng", "ngày", "%", "đồng", "tỷ", "triệu", "/", "giờ", "lần"))
_NUMBERED: Final = frozenset((After.BODY, After.ORG, After.SCHOOL, After.CAPITALS, After.TOPIC))
_NUMBERED_BODIES: Final = frozenset(("đoàn", "đội", "tàu"))
_EVENTS: Final = frozenset(("tổ", "chỉ", "hội", "tháng", "giải", "festival", "thi", "năm"))


def number(tail: Tail) -> bool:
    """Take the number at which the tail stands where it belongs to the office."""
    t, at = tail.t, tail.at
    following = t.normals[at + 1] if at + 1 < len(t) else ""
    if _year(tail):
        return tail.take(at + 1, After.TERM)
    if following == "," and at + 2 < len(t) and t.joined(at + 1) and t.joined(at + 2) and t.words[at + 2].isdigit():
        return False  # `phạt giám đốc Công ty X 7,5 triệu đồng`
    if len(t.words[at]) == 4 and following == "của" and tail.state in _NUMBERED:
        return tail.take(at + 1, tail.state)
    if following == "đồng" and t.normals[at + 2 : at + 3] in (["chủ"], ["thời"], ["chí"]):
        following = ""  # `Tư lệnh Quân khu 4 đồng chủ trì`
    if following not in _UNITS and _numbers_body(tail):
        return tail.take(at + 1, tail.state)
    if len(t.words[at]) > 3 or following in _UNITS or tail.state in (After.PLACE, After.TERM):
        return False
    if tail.state is After.LEVEL:
        tail.place = (at, at + 1)
        return tail.take(at + 1, After.PLACE)
    if tail.state in _NUMBERED:
        return tail.take(at + 1, tail.state)
    return False


def _numbers_body(tail: Tail) -> bool:
    """Whether a number ends the name of a school or a unit (`Đại học Sư phạm 2`, `Sư đoàn Bộ binh 5`)."""
    words, count = tail.t.normals[tail.start : tail.at], len(tail.t.words[tail.at])
    if tail.state is After.PLACE and count == 1 and not {"trường", "đại", "đh", "viện"}.isdisjoint(words):
        return True
    small = tail.state is After.PLACE and count == 1 and not _SMALL_PLACES.isdisjoint(words)
    if small and tail.t.words[tail.at + 1 : tail.at + 2] not in (["/"], ["-"], ["–"]):
        return True  # `phường Móng Cái 3`
    named = tail.state in (After.PLACE, After.SMALL, After.TOPIC)
    return named and count <= 3 and not _NUMBERED_BODIES.isdisjoint(words)


def _year(tail: Tail) -> bool:
    """Whether a year ends the name of a body of one year only (`Ban Tổ chức Hội thi ... 2018`)."""
    t, at = tail.t, tail.at
    ends = at + 1 >= len(t) or not (t.words[at + 1].isalnum() or t.words[at + 1] in "/-–") or _told(tail, at + 1)
    ends = ends and not (at + 2 < len(t) and t.words[at + 1] == "." and t.joined(at + 2))
    year = len(t.words[at]) == 4 and t.words[at][:2] in ("19", "20")
    return (
        year
        and ends
        and t.normals[at - 1] not in ("năm", "khóa")
        and not _EVENTS.isdisjoint(t.normals[tail.start : at])
    )


def _told(tail: Tail, at: int) -> bool:
    """Whether a verb that only a subject has before it begins here."""
    entry, _ = tail.lex.longest(tail.t.normals, at, len(tail.t))
    return entry is not None and bool(entry.sort & Sort.SAYS)
