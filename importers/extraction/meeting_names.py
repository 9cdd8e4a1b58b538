"""What a meeting is called where the text gives it more than its bare kind: ``Hội nghị tổng kết công tác …``.

A name begins with the word for the kind and goes on to what can no longer be part of it: where and when it was
held, who held it, what happened. Quotations, brackets of an abbreviation, years ``2020 - 2025`` and what is done
besides (``và triển khai …``, ``, nhiệm kỳ …``) belong to it.
"""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 200
"""Code points of a name; the longest of congresses and programmes have about 180."""

_FEWEST_WORDS: Final = 4

_ATOM: Final = re.compile(
    r"“[^“”\n]{1,160}”|\"[^\"\n]{1,160}\"|"  # a motto
    r"\([^()\n]{1,60}\)|"  # what it is called for short
    r"\d\s?[-–]\s?\d|[^\W\d_]\s?[-–]\s?(?=xã hội|an ninh|văn hóa|văn hoá|du lịch|luật)|:\s?(?=[“\"])|"
    r"\b(?:tp|tx|tt|ts|ths|th\.s|gs|pgs|bs|lm|ht|tt|q|p|h|t\.ư|kt)\.(?=\s)"
)
_TWO: Final = re.compile(r"\b[A-ZĐÀ-Ỹ][^\W\d_]*(?: [a-zà-ỹđ]+)? ?[-–] ?(?!Ảnh|Ông|Bà|Đồng chí)[A-ZĐÀ-Ỹ]")
"""Two that a dash joins, countries or kinds of people."""

_MORE: Final = (
    r"triển khai|quán triệt|tổng kết|sơ kết|đánh giá|công bố|trao|ra mắt|phát động|biểu dương|tuyên dương|"
    r"khen thưởng|"
    r"gặp mặt|tri ân|đối thoại|tiếp xúc|ký kết|bàn giao|đón nhận|hưởng ứng|phương hướng|nhiệm vụ|giải pháp|"
    r"chống|kinh doanh|đấu tranh|bổ sung|rà soát|kiểm tra|giám sát|nhiệm kỳ|khóa|khoá|góp ý|thảo luận|cho ý kiến|"
    r"tiếp nhận|tôn vinh|giao|học tập|xúc tiến|phát triển|hiến kế|lần thứ|năm học"
)
_ENDS: Final = re.compile(
    rf"[;:\n)]|\.(?!\w)|…|,(?!\s(?:{_MORE})\b)|\s[-–]\s|"
    r"\s(?:tổ chức|theo hình thức|tại|do|với sự|đã|được|diễn ra|nhằm|để|trong|vào|có|dưới|bằng|cho biết|"
    r"khai mạc|bế mạc|bắt đầu|kết thúc|sáng|chiều|tối|hôm|đối với|bầu làm|gồm|còn|cũng|sẽ|vừa|thông qua)\s|"
    r"\s(?:ngày|từ|hồi|lúc)\s(?=\d|hôm|nay)|\sgiữa\s(?!nhiệm kỳ)|\stháng\s(?=này)|"
    r"\s(?:và|cùng|cùng với)\s(?:các đồng chí|đồng chí|ông|bà|đại diện|lãnh đạo|nhiều|một số|hơn|gần)\s"
)
_WEAK_END: Final = re.compile(
    r"(?:\s|,)+(?:và|với|của|về|cho|các|những|lần|theo|nội dung|"
    r"đến|từ|kết hợp|đồng chí|ông|bà|ts|gs|là|ở|như|cùng|"
    r"về việc|vì|công bố|triển khai|quán triệt|tổng kết|sơ kết|đánh giá|trao|gặp mặt|"
    r"gặp gỡ|ký kết|và làm việc|chủ đề|với chủ đề|"
    r"kỷ niệm|bổ nhiệm|trưởng lão|hòa thượng|thượng tọa|trao quyết định|giao|chương trình phối hợp|tiếp tục|nay)"
    r"[\s,]*\Z"
)
_NO_NAME: Final = re.compile(
    r"\S+(?:\s\S+)?\s(?:về phía|lần này|hôm nay|này|nói trên|trên|còn có|phải|là|không|mới|đó|ấy|nào|chưa)\b"
)


def name_of(words: str, key: str, start: int, end: int, limit: int) -> str | None:
    """Give the name of the event whose word is ``words[start:end]``, in a sentence that ends at ``limit``.

    ``key`` is the text in lower case with its tone marks placed alike; all places are code points of both.
    """
    if _NO_NAME.match(key, start):
        return None
    stop = _end(words, key, end, min(limit, start + LONGEST))
    if stop == start + LONGEST and stop < limit:
        stop = key.rfind(" ", start, stop)  # no word is cut in two
    while (weak := _WEAK_END.search(key, end, stop)) is not None:
        stop = weak.start()
    name = " ".join(words[start:stop].split())
    return name if len(name.split()) >= _FEWEST_WORDS else None


def _end(words: str, key: str, at: int, limit: int) -> int:
    """Find where the name ends, passing over what only looks like an end."""
    while True:
        stop = _ENDS.search(key, at, limit)
        if stop is None:
            return limit
        within = (_ATOM.search(key, at, limit), _TWO.search(words, at, limit))
        first = min(
            (one for one in within if one and one.start() <= stop.start()),
            key=lambda one: one.start(),
            default=None,
        )
        if first is None:
            return stop.start()
        at = first.end()
