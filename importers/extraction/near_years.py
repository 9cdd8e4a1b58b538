"""The year of a day from the full dates that lie near it in the year: all are told of as of one time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from importers.extraction.dates import DateFound
from importers.extraction.told import OLDEST, SINCE, UP_TO, Year, gap_to, is_ahead
from importers.extraction.tries import matches_near

NEAR: Final = 75
"""Days within which a full date of the text tells the year of another day."""
_BORN = re.compile(r"(?:sinh|mất|từ trần|hy sinh|qua đời)(?:\s\w+){0,2}\s?\(?$")
_TERM = re.compile(r"(?:nhiệm kỳ|nhiệm kì|giai đoạn|khóa|khoá|năm)\s?\(?(\d{4})\s?[-–]\s?(\d{4})")
_SOON: Final = 20
"""Days from which on a day ahead is a deadline, and no day near the meeting."""
_DEADLINE = re.compile(
    r"(?<!\w)(?:đến|tới|trước|hạn|thời hạn|chậm nhất|dự kiến|phấn đấu|kế hoạch|"
    r"hoàn thành)\s(?:hết\s)?(?:ngày\s)?(?:[^.;]{0,30}\s)?$"
)
_OF_ONE_TIME: Final = 30
"""Days beyond which the day of a document tells nothing of the year: it may be years old."""
_OF_PAPER = re.compile(
    r"(?:/[a-zđư]{2,}[\w/. –-]*,?\s|(?<!\w)số:?\s\d[\w/.-]*,?\s|(?:quyết định|văn bản|công văn|chỉ thị|kết luận)\s"
    r"\d[\w/.-]*,?\s)(?:(?:ban hành|ký|ra)\s)?(?:ngày\s)?$"
)
_IN_FORCE = re.compile(r"(?<!\w)(?:hiệu lực|thi hành|áp dụng)\s(?:[^\s.;]+\s){0,4}(?:từ|vào)\s(?:ngày\s)?$")
"""Words before the day from which on a law is in force."""
_STILL_AHEAD = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|trong|vào|tới|trước|từ|kế hoạch|sớm|hạn|diễn ra|lịch|đến|-|–|kỷ niệm)(?!\w)"
)


_OF_NOW = re.compile(
    r"(?<!\w)(?:trong\s|(?:nửa đầu|công việc|nhiệm vụ|công tác|trọng tâm|kết quả|tình hình|kế hoạch|chương trình)\s"
    r"(?:[^.,;()]{0,20}\s)?)$"
)
"""Words before a month of a year that make it one that is reviewed or planned for, not that of another event."""


_CARRIED_OUT = re.compile(
    r"(?<!\w)(?:thực hiện|sơ kết|tổng kết)\s[^.;]{0,30}?(?:nghị quyết|chỉ thị)\s(?:số\s)?"
    r"\d+-(?:nq|ct)/(?:tw|tư|t\.ư),?\s(?:ra\s)?(?:ngày\s)?$"
)
"""Words before the day of a resolution of old that is being carried out: it tells nothing of the year."""


def from_near_dates(day: DateFound, dates: Sequence[DateFound], low: str) -> Year | None:
    """A full date, or a month with its year, that lies near in the year: both are told of as of one time.

    A day that is told of as past tells no year of an earlier day of the same year.
    """
    written = [
        d
        for d in (*dates, *_last_days(dates))
        if (d.year or 0) >= OLDEST
        and d.month is not None
        and d is not day
        and (d.day is not None or _OF_NOW.search(low, max(0, d.start - 44), d.start) is not None)
        and not _is_birth(low, d)
        and not _is_term(low, d)
        and _CARRIED_OUT.search(low, max(0, d.start - 70), d.start) is None
    ]
    others = (d for d in dates if d.rule in ("year", "month"))
    latest = max((d.year or 0 for d in (*written, *others) if not is_ahead(low, d)), default=0)
    term = max((int(m[1]) for m in _TERM.finditer(low) if int(m[1]) <= 2100), default=0)
    laws = _years_of_laws(low)
    best: tuple[int, int, str] | None = None
    for date in written:
        if (date.month, date.day) == (day.day, day.month) and date.month != date.day:
            return Year(date.year or 0, f"“{low[date.start : date.end]}” is that day turned round")
        gap, year = gap_to(day.month or 1, day.day or 1, date)
        if _IN_FORCE.search(low, max(0, date.start - 60), date.start) and date.year not in laws:
            continue
        if gap < 0 and date.rule == _LAST:
            continue
        if gap < -_SOON and _DEADLINE.search(low, max(0, date.start - 60), date.start):
            continue
        if gap < -3 and not _STILL_AHEAD.search(low, max(0, date.start - 40), date.start):
            continue
        # A month of a year is often one of somebody's career: it must not lie before the term that is running.
        earliest = max(latest, term - 1 if date.day is not None else term)
        if abs(gap) > _OF_ONE_TIME and _OF_PAPER.search(low, max(0, date.start - 60), date.start):
            continue
        if abs(gap) <= NEAR and year >= earliest and (best is None or abs(gap) < best[0]):
            best = (abs(gap), year, low[date.start : date.end])
    return Year(best[1], f"the text tells of “{best[2]}”, {best[0]} days from it") if best is not None else None


_LAST: Final = "last day"


_LAW_OF = re.compile(r"luật\s[^.;\n]{2,50}?\snăm (\d{4})(?!\d)")


def _years_of_laws(low: str) -> frozenset[int]:
    """The years that laws are called by (``Luật Đất đai năm 2024``)."""
    return frozenset(int(match[1]) for match in matches_near(_LAW_OF, low, ("luật ",)))


def _last_days(dates: Sequence[DateFound]) -> list[DateFound]:
    """The last days of runs of days that have a year (``từ ngày 1/10/2016 đến 30/6/2017``)."""
    return [
        DateFound(date.start, date.end, date.until[0], date.until[1] or date.month, date.until[2], rule=_LAST)
        for date in dates
        if date.until is not None and date.until[0] is not None and date.until[0] != date.year
    ]


def _is_term(low: str, date: DateFound) -> bool:
    """Whether a month begins a time in office (``từ tháng 1/2016 đến tháng 3/2017``)."""
    if date.day is not None:
        return False
    since = SINCE.search(low, max(0, date.start - 4), date.start)
    return since is not None and UP_TO.match(low, date.end) is not None


def _is_birth(low: str, date: DateFound) -> bool:
    return _BORN.search(low, max(0, date.start - 24), date.start) is not None
