"""The year that the name of an event has: its own, or that of the work that it reviews or plans for."""

from __future__ import annotations

import re
from typing import Final

from importers.extraction.dates import DateFound
from importers.extraction.told import HALF, OLDEST, SINCE, UP_TO, Told, Year, gap_to

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
_NAMED = re.compile(r"(?:(?<![\w/.–-])|(?<=[^\W\d][–-]))((?:19|20)\d\d)(?![\w/]|\.\d|\s?[-–]\s?\d|\d)")
_RANGE_BEFORE = re.compile(r"\d{4}\s?[-–]\s?$")
_LATE_HALF = re.compile(r"(?:\d{1,2}|sáu|những|các|ba) tháng cuối năm (20\d\d)(?!\s?[-–/]\s?\d)")
"""The months that a meeting in the middle of a year plans for."""
_MIDYEAR: Final = 5
_MARKS_A_TURN = re.compile(r"(?<!\w)(?:vào|hồi|trước|sau|kể từ|tới|hoàn thành|cuối|giữa)\s$")


def _is_deadline(low: str, date: DateFound) -> bool:
    """Whether a month is one from which or until which something lasts, not one that is reviewed or planned."""
    if SINCE.search(low, max(0, date.start - 4), date.start) is not None:
        return UP_TO.match(low, date.end) is None
    return _MARKS_A_TURN.search(low, max(0, date.start - 12), date.start) is not None


_MONTHS_NEAR: Final = 62
"""Days from the middle of a month that a meeting reviews or plans for."""


def from_months(day: DateFound, told: Told) -> Year | None:
    """The year of a month in the name of the event (``giao ban tháng 4, triển khai nhiệm vụ tháng 5/2023``)."""
    for month in told.own_dates:
        if month.day is not None or month.year is None or month.month is None:
            continue
        if not any(s <= month.start < e for s, e in told.names) or _is_deadline(told.low, month):
            continue
        gap, year = gap_to(day.month or 1, day.day or 1, month)
        if abs(gap) <= _MONTHS_NEAR:
            return Year(year, f"its name has the month {month.month}/{month.year}")
    return None


def _year_told(plan: re.Match[str]) -> int:
    return int(plan[1])


def from_name(month: int, told: Told) -> Year | None:
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
        if review is not None and int(review[1]) < OLDEST:
            review = None
        half = HALF.search(words)
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
            if int(m[1]) >= OLDEST and not _is_future(words, m.start()) and _EVENT.search(words, 0, m.start())
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
