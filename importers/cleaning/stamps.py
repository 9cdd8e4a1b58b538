"""Stamps: the line that says when an article was published, told from the clock of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

_WEEKDAY: Final = r"(?:thứ\s*(?:hai|ba|tư|bốn|năm|sáu|bảy|[2-7])|chủ\s*nhật|t[2-7]|cn)"
_NUMERIC: Final = r"(?P<d1>\d{1,2})\s?[/.-]\s?(?P<m1>\d{1,2})\s?[/.-]\s?(?P<y1>(?:19|20)\d\d)"
_WORDED: Final = r"(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})(?:\s*,\s*|\s+năm\s+|\s+)(?P<y2>(?:19|20)\d\d)"
_ISO: Final = r"(?P<y3>(?:19|20)\d\d)-(?P<m3>\d{1,2})(?:-(?P<d3>\d{1,2}))?"
_SHORT: Final = r"(?P<d4>\d{1,2})/(?P<m4>\d{1,2})/(?P<y4>[0-4]\d)(?=,?\s+\d{1,2}[:h]\d\d)"
"""A year of two digits, which only an hour behind it makes one (``28/05/13 10:22``)."""
_DAY: Final = re.compile(rf"(?<!\d)(?:{_NUMERIC}|{_WORDED}|{_ISO}|{_SHORT})(?!\d)", re.IGNORECASE)
_HOUR: Final = re.compile(
    r"(?<!\d)\d{1,2}\s?(?::|h|giờ|g)\s?\d{1,2}(?:(?::\d{2})|['’′]|\s?phút)?(?:\s?[ap]m\b)?(?!\d)", re.IGNORECASE
)
_AROUND: Final = re.compile(
    rf"\b{_WEEKDAY}\b|\(?\bgmt\s?\+?\s?7\b\)?"
    r"|\b(?:cập nhật lúc|cập nhật|ngày đăng|đăng lúc|đăng ngày|đã đăng|ngày xuất bản|xuất bản|ngày cập nhật"
    r"|thời gian|posted|published|updated|ngày tạo|ngày viết|đăng bởi|gửi lúc|gửi ngày|tạo lúc|print|in)\b"
    r"|\b(?:ngày|giờ|lúc|date|sa|ch|am|pm)\b"
    r"|\b(?:số lượt xem|lượt xem|lượt đọc|lần xem|views?|đã xem|người xem|xem)\b\s*:?\s*[\d.,]*"
    r"|\b[\d.,]+\s*(?=lượt|views?)",
    re.IGNORECASE,
)
_EDGES: Final = " \t|,;:.-–—•·/()[]'\"’>+*"
_GLUED: Final = re.compile(
    r"\s*(?:date|ngày đăng|cập nhật|published|posted)\s*:?\s+(?P<day>\d{4}-\d{2}(?:-\d{2})?|\d{1,2}/\d{1,2}/\d{4})"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2})?\S*)?(?=\s)\s*",
    re.IGNORECASE,
)
_WEEKDAY_FIRST: Final = re.compile(rf"^(?:hôm nay\W*)?{_WEEKDAY}\b", re.IGNORECASE)
_LIMIT: Final = 120


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date of publication: EDTF ``day``, whether an hour stands with it, and the words around it."""

    day: str
    has_hour: bool
    weekday_first: bool
    rest: str


def read_stamp(text: str) -> Stamp | None:
    """Read a line that is nothing but a date of publication and what goes with it, else ``None``.

    ``rest`` is what else the line holds (a name, a section) and is empty for a pure stamp.
    """
    if len(text) > _LIMIT or not ("20" in text or "19" in text or text.count("/") == 2):
        return None
    found = _DAY.search(text)
    if found is None:
        return None
    day = _edtf(found)
    if day is None:
        return None
    outside = f"{text[: found.start()]} | {text[found.end() :]}"
    without_hour, hours = _HOUR.subn(" ", outside, count=2)
    rest = _AROUND.sub(" ", without_hour)
    rest = " ".join(rest.strip(_EDGES).split())
    return Stamp(day, hours > 0, _WEEKDAY_FIRST.match(text) is not None, rest)


def glued_stamp(text: str) -> tuple[str, int] | None:
    """Find a stamp glued to the head of a line: its EDTF day and where the rest of the line begins."""
    found = _GLUED.match(text)
    if found is None:
        return None
    stamp = read_stamp(found["day"])
    return (stamp.day, found.end()) if stamp else None


def _edtf(found: re.Match[str]) -> str | None:
    for n in "1234":
        year, month, day = found[f"y{n}"], found[f"m{n}"], found[f"d{n}"]
        if year is None:
            continue
        if day is None:
            return f"{year}-{int(month):02}" if 1 <= int(month) <= 12 else None
        try:
            return date(int(year) + (2000 if n == "4" else 0), int(month), int(day)).isoformat()
        except ValueError:
            return None
    return None
