"""The year of a day that the text gives without one: from the day of publication, or from what the text says.

A term of office (``nhiệm kỳ 2016-2021``), a birth or a plan tells no year. What can only be guessed: `guesses`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from importers.extraction.dates import DateFound, is_day
from importers.extraction.jubilees import Jubilee, is_kept
from importers.extraction.tries import matches_near
from importers.extraction.turns_of_year import year_of_new_year

NEAR: Final = 75
"""Days within which a full date of the text tells the year of another day."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a text tells from which the year of a day in it may be worked out.

    ``low`` is the text in small letters, ``main`` the run of it that reports the meeting, ``title`` its headline,
    ``again`` the runs of its opening that report the same meeting once more.
    """

    dates: Sequence[DateFound]
    jubilees: Sequence[Jubilee]
    published: str | None
    low: str
    main: tuple[int, int]
    title: tuple[int, int]
    again: tuple[tuple[int, int], ...] = ()

    @property
    def own_dates(self) -> list[DateFound]:
        """The dates but for those of old that a jubilee keeps."""
        return [date for date in self.dates if not is_kept(date, self.jubilees)]

    @property
    def names(self) -> tuple[tuple[int, int], ...]:
        """The runs of the text in which the event has its name."""
        return self.main, self.title, *self.again


@dataclass(frozen=True, slots=True)
class Year:
    """A year, why it is thought to be that, and whether it is told by the day of publication."""

    year: int
    reason: str
    published: bool = False


_BORN = re.compile(r"(?:sinh|mất|từ trần|hy sinh|qua đời)(?:\s\w+){0,2}\s?\(?$")
UNTIL = re.compile(r"(?:đến|tới|trước|hạn|chậm nhất|kể từ|từ)\s(?:hết\s)?(?:ngày\s)?$")
_TERM = re.compile(r"(?:nhiệm kỳ|nhiệm kì|giai đoạn|khóa|khoá|năm)\s?\(?(\d{4})\s?[-–]\s?(\d{4})")
_REVIEW = re.compile(
    r"(?:tổng kết|sơ kết|đánh giá|kết quả|kiểm điểm)"
    r"(?:(?!triển khai|phương hướng|nhiệm vụ năm|kế hoạch)[^.;]){0,80}?"
    r"(?:năm\s|năm[^.;\d]{0,40}[”\"]\s)(\d{4})(?!\s?[-–/]\s?\d)"
)
_PLANS = re.compile(
    r"(?:triển khai|phương hướng|nhiệm vụ|kế hoạch|chương trình công tác|"
    r"công tác)(?:(?!\s(?:đến|tới|giai đoạn|tầm nhìn)\s)[^.;]){0,60}?\snăm\s(\d{4})(?!\s?[-–/]\s?\d)"
)
_SCHOOL = re.compile(r"năm học\s(\d{4})\s?[-–]\s?(\d{4})")
_HALF = re.compile(
    r"(?:(?:\d{1,2}|ba|sáu|chín)\stháng\s(?:đầu\s)?|(?:những|các|mấy)\stháng\sđầu\s|"
    r"quý\s(?:[ivx]+|\d)[\s,/-]{1,2}(?:năm\s)?|nửa đầu\s|"
    r"từ đầu\s)(?:năm\s)?(\d{4})"
)
_NAMED = re.compile(r"(?:(?<![\w/.–-])|(?<=[^\W\d][–-]))((?:19|20)\d\d)(?![\w/]|\.\d|\s?[-–]\s?\d|\d)")
_RANGE_BEFORE = re.compile(r"\d{4}\s?[-–]\s?$")
_OF_ITSELF = re.compile(
    r"(?:chủ đề(?:\scủa)?(?:\scông tác)?|năm bản lề|năm nay|"
    r"năm cuối)(?:\s(?:năm\s)?[\s(,–-]{0,3}|\.\s(?:năm\s)?(?=\d{4}\s(?:[^\s,.;]+\s)?là năm))(\d{4})"
    r"(?!\s?[-–]\s?\d)"
)


_CALLED = re.compile(
    r"(?<!đến )(?<!\w)năm\s(20\d\d)\s?(?:[,–-]|là)\s(?:là\s)?năm (?:tăng tốc|bứt phá|bản lề|cuối|đầu tiên|thứ|"
    r"có ý nghĩa|quan trọng|diễn ra|đặc biệt|tổ chức)(?!\w)"
)
"""A year that is called by what it is: the running one (``năm 2024 - năm tăng tốc``)."""
_LATE_HALF = re.compile(r"(?:\d{1,2}|sáu|những|các|ba) tháng cuối năm (20\d\d)(?!\s?[-–/]\s?\d)")
"""The months that a meeting in the middle of a year plans for."""
_MIDYEAR: Final = 5


def year_of(day: DateFound, told: Told) -> Year | None:
    """The year of ``day``, or ``None`` where the text does not settle it."""
    if day.month is None or day.day is None:
        return None
    return (
        _from_publication(day.month, day.day, told.published)
        or _from_jubilee(day, told)
        or _from_near_dates(day, told.own_dates, told.low)
        or _from_months(day, told)
        or _from_new_year(day.month, told.low)
        or _from_name(day.month, told)
        or _from_what_is_said(day.month, told.low)
        or _from_review_and_plans(day.month, told)
    )


def _from_publication(month: int, day: int, published: str | None) -> Year | None:
    if published is None or not published[:4].isdigit():
        return None
    year = int(published[:4])
    if len(published) >= 7:
        told = (int(published[5:7]), int(published[8:10]) if len(published) >= 10 else 31)
        if (month, day) > (told[0], told[1] + 1):
            year -= 1
    return Year(year, f"the last such day before the publication ({published})", published=True)


_JUBILEE_NEAR: Final = 100
"""Days before or after its day within which a jubilee is kept."""


def _from_jubilee(day: DateFound, told: Told) -> Year | None:
    """The year of a jubilee that is kept about that day, or for which the meeting itself is held."""
    for jubilee in told.jubilees:
        there = DateFound(0, 0, jubilee.year, jubilee.month, jubilee.day)
        if jubilee.month is None:
            named = any(start <= jubilee.start < end for start, end in told.names)
            latest = _latest_told(told)
            if named or latest == 0 or latest <= jubilee.year <= latest + 1:
                return Year(jubilee.year, f"it is held for a jubilee of the year {jubilee.year}")
            continue
        gap, year = _gap(day.month or 1, day.day or 1, there)
        if gap > 0 and _TO_BE_KEPT.search(told.low, max(0, jubilee.start - 110), jubilee.start):
            return Year(year - 1, f"it plans for a jubilee of the year {jubilee.year}")
        if abs(gap) <= _JUBILEE_NEAR:
            return Year(year, f"it is {abs(gap)} days from a jubilee of the year {jubilee.year}")
    return None


def _latest_told(told: Told) -> int:
    """The latest year that a text names, told as past."""
    return max((date.year or 0 for date in told.own_dates if not is_ahead(told.low, date)), default=0)


_TO_BE_KEPT = re.compile(
    r"(?<!\w)(?:kế hoạch|chuẩn bị|hướng tới|tiến tới)\s(?:[^\s,.;]+\s){0,3}(?:kỷ niệm|lễ|dịp)(?!\w)[^.;]*$"
)
"""Words before a jubilee that make it one that is still to be kept."""
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


def _from_near_dates(day: DateFound, dates: Sequence[DateFound], low: str) -> Year | None:
    """A full date, or a month with its year, that lies near in the year: both are told of as of one time.

    A day that is told of as past tells no year of an earlier day of the same year.
    """
    written = [
        d
        for d in (*dates, *_last_days(dates))
        if (d.year or 0) >= _OLDEST
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
    best: tuple[int, int, str] | None = None
    for date in written:
        if (date.month, date.day) == (day.day, day.month) and date.month != date.day:
            return Year(date.year or 0, f"“{low[date.start : date.end]}” is that day turned round")
        gap, year = _gap(day.month or 1, day.day or 1, date)
        if _IN_FORCE.search(low, max(0, date.start - 60), date.start) and not _is_law_of(date.year or 0, low):
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


def _is_law_of(year: int, low: str) -> bool:
    """Whether a law is called by a year (``Luật Đất đai năm 2024``)."""
    return re.search(rf"luật\s[^.;\n]{{2,50}}?\snăm {year}(?!\d)", low) is not None


def _last_days(dates: Sequence[DateFound]) -> list[DateFound]:
    """The last days of runs of days that have a year (``từ ngày 1/10/2016 đến 30/6/2017``)."""
    return [
        DateFound(date.start, date.end, date.until[0], date.until[1] or date.month, date.until[2], rule=_LAST)
        for date in dates
        if date.until is not None and date.until[0] is not None and date.until[0] != date.year
    ]


_YEAR_AHEAD = re.compile(
    r"(?:đến|tới|trước|sau|vào|từ|từ nay|hạn|tầm nhìn|chậm nhất|giai đoạn|kế hoạch|dự toán|nhiệm vụ|phương hướng|"
    r"chỉ tiêu|mục tiêu)\s(?:[^,.;]{0,30}\s)?$"
)


def is_ahead(low: str, date: DateFound) -> bool:
    """Whether a date stands behind words that may point past the time of the text."""
    if date.day is not None:
        return UNTIL.search(low, max(0, date.start - 24), date.start) is not None
    return _YEAR_AHEAD.search(low, max(0, date.start - 44), date.start) is not None


_OLDEST: Final = 1995
"""The first year of which articles in files tell as of their own time: an older one is history."""
_SINCE = re.compile(r"(?<!\w)từ\s$")
_UP_TO = re.compile(r"\s(?:đến|tới)\s")


def _is_term(low: str, date: DateFound) -> bool:
    """Whether a month begins a time in office (``từ tháng 1/2016 đến tháng 3/2017``)."""
    if date.day is not None:
        return False
    since = _SINCE.search(low, max(0, date.start - 4), date.start)
    return since is not None and _UP_TO.match(low, date.end) is not None


def _is_birth(low: str, date: DateFound) -> bool:
    return _BORN.search(low, max(0, date.start - 24), date.start) is not None


def _gap(month: int, day: int, date: DateFound) -> tuple[int, int]:
    """How many days a day of the year lies behind a date at the nearest (before it: less than 0), and its year."""
    if date.year is None or date.month is None:
        return 999, 0
    there = datetime.date(date.year, date.month, date.day or 15)
    gaps = [
        ((datetime.date(year, month, day) - there).days, year)
        for year in (date.year - 1, date.year, date.year + 1)
        if is_day(year, month, day)
    ]
    return min(gaps, key=lambda gap: abs(gap[0]), default=(999, 0))


_MARKS_A_TURN = re.compile(r"(?<!\w)(?:vào|hồi|trước|sau|kể từ|tới|hoàn thành|cuối|giữa)\s$")


def _is_deadline(low: str, date: DateFound) -> bool:
    """Whether a month is one from which or until which something lasts, not one that is reviewed or planned."""
    if _SINCE.search(low, max(0, date.start - 4), date.start) is not None:
        return _UP_TO.match(low, date.end) is None
    return _MARKS_A_TURN.search(low, max(0, date.start - 12), date.start) is not None


_MONTHS_NEAR: Final = 62
"""Days from the middle of a month that a meeting reviews or plans for."""


def _from_months(day: DateFound, told: Told) -> Year | None:
    """The year of a month in the name of the event (``giao ban tháng 4, triển khai nhiệm vụ tháng 5/2023``)."""
    for month in told.own_dates:
        if month.day is not None or month.year is None or month.month is None:
            continue
        if not any(s <= month.start < e for s, e in told.names) or _is_deadline(told.low, month):
            continue
        gap, year = _gap(day.month or 1, day.day or 1, month)
        if abs(gap) <= _MONTHS_NEAR:
            return Year(year, f"its name has the month {month.month}/{month.year}")
    return None


def _year_told(plan: re.Match[str]) -> int:
    return int(plan[1])


def _from_name(month: int, told: Told) -> Year | None:
    """The year in the name of the event: its own, or that of the work it reviews or plans."""
    for start, end in told.names:
        words = told.low[start:end]
        if school := _SCHOOL.search(words):
            opens = (month >= 8 or _ENTRANCE.search(words) is not None) and "tổng kết" not in words
            return Year(int(school[1 if opens else 2]), f"it is of the school year {school[1]}-{school[2]}")
        late = _LATE_HALF.search(words) if month >= _MIDYEAR else None
        if late is not None:
            return Year(int(late[1]), f"it speaks of “{late[0]}”")
        review = _REVIEW.search(words)
        plans = max(_PLANS.finditer(words, review.end() if review is not None else 0), key=_year_told, default=None)
        if review is not None and int(review[1]) < _OLDEST:
            review = None
        half = _HALF.search(words)
        if half is not None and (review is None or half.start() < review.start()):
            return Year(int(half[1]), f"it speaks of “{half[0]}”")
        if review is not None and (4 < month < 8 or _is_of_a_document(words, review.start(1))):
            review = None
        if review is not None and "tháng" not in review[0] and "quý" not in review[0]:
            year = int(review[1])
            return Year(year if month >= 8 else year + 1, f"it reviews the year {year}")
        if half is not None:
            return Year(int(half[1]), f"it speaks of “{half[0]}”")
        if plans is not None and not _COMPLETED.search(plans[0]) and not _is_of_a_document(words, plans.start(1)):
            year = int(plans[1])
            return Year(year - 1 if month >= 11 else year, f"it plans for the year {year}")
        named = [
            m
            for m in _NAMED.finditer(words)
            if int(m[1]) >= _OLDEST and not _is_future(words, m.start()) and _EVENT.search(words, 0, m.start())
        ]
        if named and len({m[1] for m in named}) == 1:
            return Year(int(named[0][1]), f"the name of the event has the year {named[0][1]}")
    return None


_FUTURE = re.compile(
    r"(?:(?:đến|tới|chủ nhà|đăng cai|tầm nhìn|trước|sau|vào|từ|giai đoạn|nhiệm kỳ|khóa|khoá|định hướng|sinh|"
    r"khoảng|hồi)\s?"
    r"(?:(?:hết|cuối|đầu|giữa)\s)?(?:năm\s)?|từ nay\s)$"
)


_EVENT = re.compile(
    r"(?<!\w)(?:hội|họp|phiên|kỳ|lễ|ngày|tuần|tháng|đợt|chương trình|liên hoan|cuộc|giải|diễn đàn|tọa đàm|gặp|lớp|"
    r"tổng kết|sơ kết|giao ban|công tác|nhiệm vụ|kế hoạch|hoạt động|mít tinh|festival|triển lãm|chiến dịch|"
    r"thăm|khai giảng|tết|xuân|phát động|ra quân|tập huấn|diễn tập|giao lưu|đối thoại|tiếp xúc)(?!\w)"
)
"""Words one of which stands before a year that is part of the name of an event."""
_ENTRANCE = re.compile(
    r"(?<!\w)(?:tuyển sinh|thi vào|đầu cấp|chuẩn bị|điểm chuẩn|trúng tuyển|(?:vào|lên) lớp (?:10|6|1))(?!\w)"
)
"""Words of what is done before a school year begins."""
_COMPLETED = re.compile(
    r"(?<!\w)(?:hoàn thành|khởi công|phấn đấu|đảm bảo|đưa vào|mục tiêu [^,.;]{0,40}\strong)(?!\w)"
)
_OF_A_DOCUMENT = re.compile(
    r"(?<!\w)(?:nghị quyết|quyết định|nghị định|chỉ thị|thông tư|kết luận|luật|bộ luật|pháp lệnh|hiến pháp|"
    r"(?<!tổ chức )(?<!khai mạc )đại hội(?! (?:đồng )?cổ đông)|"
    r"hội nghị trung ương)(?:\s(?!năm)[^\s,.;]+){0,6}\s(?:năm\s)?$"
)
_OF_A_PRIZE = re.compile(
    r"(?<!\w)(?:giải thưởng|giải báo chí|giải búa liềm vàng|giải sáng tạo|trao giải|(?:bảng )?xếp hạng|chỉ số|"
    r"quyết toán|thu nhập|kết quả (?:kiểm điểm|đánh giá|xếp loại|thi đua))(?:\s[^\s,.;]+){0,16}[\s-]\(?(?:năm\s)?$"
)
"""Words before a year that make it that of the work for which something is given, counted or judged later on."""
_COMPARED_YEAR = re.compile(
    r"(?<!\w)(?:so với|cùng kỳ|hơn|kém|bằng|như|lương tối thiểu|phương án|dự toán|dự thảo|kể từ|sau|trước)"
    r"(?:\s[^\s,.;]+){0,5}\s$"
)
"""Words before a year that make it one that is compared with, or planned for."""


def _is_of_a_document(words: str, at: int) -> bool:
    """Whether a year is that of a document (``Nghị quyết 15 năm 2017``)."""
    return _OF_A_DOCUMENT.search(words, max(0, at - 70), at) is not None


def _is_future(words: str, at: int) -> bool:
    before = words[max(0, at - 24) : at]
    if _is_of_a_document(words, at) or _OF_A_PRIZE.search(words, max(0, at - 110), at) is not None:
        return True
    if _COMPARED_YEAR.search(words, max(0, at - 40), at) is not None:
        return True
    if _FUTURE.search(before) is not None or _RANGE_BEFORE.search(before) is not None:
        return True
    return _AIM.search(words[max(0, at - 60) : at]) is not None


_AIM = re.compile(
    r"(?<!\w)(?:(?:cuối|giữa|trong)\snăm\s|(?:phải|sẽ|mục tiêu|phấn đấu|đề xuất|muốn|dự kiến|"
    r"hoàn thành)\s[^,.;]{0,44})$"
)
"""Words before a year that make it an aim or a time looked back on, not the year of the event."""


def _from_what_is_said(month: int, low: str) -> Year | None:
    said = next(matches_near(_OF_ITSELF, low, ("chủ đề", "năm bản lề", "năm nay", "năm cuối")), None)
    if said is not None:
        return Year(int(said[1]), f"the text says “{said[0]}”")
    called = {match[1] for match in matches_near(_CALLED, low, ("năm ",))}
    if len(called) == 1:
        return Year(int(called.pop()), "the text says what the year is")
    soon = next(matches_near(_WITHIN, low, ("ngay trong năm",)), None) if month <= _SPARE else None
    if soon is not None:
        return Year(int(soon[1]), f"the text says “{soon[0]}”")
    expected = next(matches_near(_EXPECTED, low, ("năm ",)), None) if month >= _LATE else None
    if expected is not None:
        return Year(int(expected[1]), f"the text says “{expected[0]}”")
    turn = next(matches_near(_TURN, low, _TURN_STEMS), None) if not _SPRING < month < _TURNING else None
    if turn is not None and int(turn[2]) == int(turn[1]) + 1:
        year = int(turn[2]) if month <= _SPRING else int(turn[1])
        return Year(year, f"the text says “{turn[0]}”")
    for half in matches_near(_HALF, low, ("tháng đầu", "quý ", "nửa đầu", "từ đầu"), before=7):
        if month >= 3 and not (
            _COMPARED.search(low, max(0, half.start() - 60), half.start())
            or _TO_COME.match(low, half.end())
            or _lies_behind(half, month, low)
        ):
            return Year(int(half[1]), f"the text speaks of “{half[0]}”")
    return None


_EXPECTED = re.compile(
    r"(?<!đến )(?<!\w)năm (20\d\d),?\s(?:[^\s,.;]+\s){0,6}?(?:dự kiến|ước|ước tính)\s(?:[^\s.;]+\s){0,8}?"
    r"(?:đạt|vượt|hoàn thành|tăng)(?!\w)"
)
"""A year of which the figures are expected near its end."""
_LATE: Final = 9
_TURN = re.compile(
    r"(?:kết quả|thành tích|thành tựu|tình hình|công tác|"
    r"tổng kết)\s(?:[^\s,.;]+\s){0,8}?năm (20\d\d)[,;]?\s(?:và\s)?"
    r"(?:[^\s,.;]+\s){0,3}?(?:kế hoạch|phương hướng|nhiệm vụ|mục tiêu|"
    r"chương trình)\s(?:[^\s,.;]+\s){0,6}?năm (20\d\d)"
    r"(?!\s?[-–/]\s?\d)"
)
"""What was done in one year and is planned for the next, which is told about the turn of it."""
_TURN_STEMS: Final = ("kết quả", "thành t", "tình hình", "công tác", "tổng kết")
_SPRING: Final = 3
_TURNING: Final = 11
_QUARTER = re.compile(r"quý\s([ivx]+|\d)")
_QUARTERS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def _lies_behind(half: re.Match[str], month: int, low: str) -> bool:
    """Whether a part of a year is not of the running one: a quarter to come, a year looked back on whole."""
    quarter = _QUARTER.match(half[0])
    if quarter is not None:
        number = _QUARTERS.get(quarter[1]) or (int(quarter[1]) if quarter[1].isdigit() else 0)
        return month < 3 * number - 2
    whole = re.compile(rf"(?<!đầu )năm {half[1]}(?!\s?[-–/]\s?\d)")
    return half[0].startswith("từ đầu") and whole.search(low) is not None


def _from_new_year(month: int, low: str) -> Year | None:
    turn = year_of_new_year(month, low)
    return Year(turn[0], f"the text speaks of “{turn[1]}”") if turn is not None else None


_WITHIN = re.compile(r"ngay trong năm\s(\d{4})(?!\s?[-–/]\s?\d)")
"""A year within which something is still to be done: the one that is running, where enough of it is left."""
_SPARE: Final = 9
"""The last month from which one says ``ngay trong năm`` of the running year and hardly of the next."""


_YEARLY_REVIEW = re.compile(r"(?<!\w)(?:tổng kết)(?!\w)(?!\s(?:[^\s,.;]+\s){0,4}(?:năm|\d))")


def _from_review_and_plans(month: int, told: Told) -> Year | None:
    """A review about the turn of a year in a text that looks back on one year and has aims for the next."""
    if 3 <= month <= 10:
        return None
    named = [date for date in told.dates if date.rule == "year" and date.year is not None]
    aims = {date.year for date in named if _AIMS.match(told.low, date.end) or _is_planned_for(told.low, date)}
    within = [date for date in named if told.low.startswith("trong ", date.start - 6) and date.year not in aims]
    past = {date.year for date in within}
    reviews = any(_YEARLY_REVIEW.search(told.low, start, end) for start, end in told.names)
    if not reviews and not any(told.title[0] <= date.start < told.title[1] for date in within):
        return None
    if len(past) != 1 or (year := past.pop()) is None or year + 1 not in aims:
        return None
    return Year(year if month >= 11 else year + 1, f"it reviews the year {year}, with aims for {year + 1}")


_PLANNED_FOR = re.compile(r"(?<!\w)(?:kế hoạch|phương hướng|nhiệm vụ|chương trình công tác)\s[^.;\n]{0,60}$")


def _is_planned_for(low: str, date: DateFound) -> bool:
    return _PLANNED_FOR.search(low, max(0, date.start - 80), date.start) is not None


_AIMS = re.compile(
    r",?\s[^.;\n]{0,60}?(?<!\w)(?:mục tiêu|phấn đấu|sẽ|chỉ tiêu|nhiệm vụ|tiếp tục|tập trung|kế hoạch|dự kiến)(?!\w)"
)
_TO_COME = re.compile(r"[^.;\n]{0,40}?(?<!\w)(?:sẽ|(?<!và )dự kiến|phấn đấu)(?!\w)")
_COMPARED = re.compile(
    r"(?<!\w)(?:(?:so với|cùng kỳ|như|hơn|từ)\s[^.,;]{0,20}|"
    r"(?:sẽ|phấn đấu|dự kiến|đề nghị|kiến nghị|hoàn thành|chậm nhất|trước|trong(?! (?:tổ chức )?sơ kết)|vào|đến|"
    r"mục tiêu|kế hoạch|dứt điểm)"
    r"\s(?:(?!năm \d{4})[^.;]){0,50})$"
)
"""Words that make a part of a year one that is compared with, or one that lies ahead."""
