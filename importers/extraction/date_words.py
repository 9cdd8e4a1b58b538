"""The words from which dates are made, and those that show that numbers are no date."""

from __future__ import annotations

from typing import Final

FIRST_YEAR: Final = 1800
LAST_YEAR: Final = 2199
DAYS_OF_MONTH: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

MONTH_WORDS: Final = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip

LUNAR_MONTHS: Final = ("giêng", "chạp")
"""Names that only months of the lunar calendar have."""

DAY_PARTS: Final = {
    "rạng sáng": "sáng", "sáng sớm": "sáng", "sáng": "sáng", "trưa": "trưa", "đầu giờ chiều": "chiều",
    "chiều tối": "chiều", "chiều": "chiều", "tối": "tối", "đêm": "tối", "khuya": "tối",
}  # fmt: skip
"""Words for a part of the day, each with the part that it counts to."""

WEEKDAYS: Final = {
    "thứ hai": 0, "thứ ba": 1, "thứ tư": 2, "thứ năm": 3, "thứ sáu": 4, "thứ bảy": 5, "thứ bẩy": 5, "chủ nhật": 6,
    "thứ 2": 0, "thứ 3": 1, "thứ 4": 2, "thứ 5": 3, "thứ 6": 4, "thứ 7": 5, "chúa nhật": 6, "cn": 6,
    "t2": 0, "t3": 1, "t4": 2, "t5": 3, "t6": 4, "t7": 5,
}  # fmt: skip

LEADING: Final = frozenset(
    word.rsplit(" ", 1)[-1]
    for word in (*DAY_PARTS, *WEEKDAYS, "nay", "này", "qua", "ngày", "mùng", "mồng", "hôm", "giờ", "phút")
)
"""Last syllables of the words that announce a date."""

LIST_WORDS: Final = frozenset(("đến", "tới", "hết", "và", "rạng", "ngày", "sáng"))
"""Last words between the days of a list or a run: ``ngày 3 đến 5/10``."""

YEAR_WORDS: Final = {"nay": 0, "ngoái": -1, "trước": -1, "sau": 1, "tới": 1}

WEAK_CUES: Final = frozenset((
    "từ", "đến", "tới", "trước", "sau", "vào", "và", "dịp", "lễ", "hết", "kể", "cuối", "tết",
))  # fmt: skip
"""Words before a day and month that may as well stand before a fraction."""

FRACTION_CUES: Final = frozenset((
    "đến", "tới", "và", "hết", "cuối",
))  # fmt: skip
"""Weak cues behind which a small fraction (``đến 2/3``) is likelier than a day."""

COUNTED_NOUNS: Final = frozenset(
    ("số", "dân", "diện", "đại", "xã", "phường", "huyện", "quận", "tỉnh", "chỉ", "hộ", "người", "phần",
     "tổng", "thành", "ủy", "uỷ", "phiếu", "thời", "quãng", "lần", "lượt", "ca", "triệu", "nghìn", "ngàn",
     "tỷ", "tỉ", "tấn", "kg", "viên", "đồng", "chuyến", "km", "m", "ha", "usd", "độ", "cốc", "lít", "bàn",
     "trận", "điểm", "bài", "gói", "giờ", "tiếng", "phút", "nội", "tiêu", "thôn", "bản", "trường", "dự",
     "công", "vụ", "ngành", "đơn", "cơ", "đảng")
)  # fmt: skip
"""First syllables of what is counted: a fraction or a range stands before them, not a day."""

NUMBERED_THINGS: Final = frozenset(
    ("số", "quý", "kỳ", "kì", "đợt", "khóa", "khoá", "vụ", "tuần", "lớp", "tổ", "nq", "nđ", "qđ", "điều",
     "khoản", "mục", "bảng", "hình", "biểu")
)  # fmt: skip
"""Words before a number with a year that is no month: ``quý 1/2019``, ``số 05/2018``."""

HOLIDAY_PLACES: Final = frozenset((
    "đường", "phố", "trường", "viên", "lộ", "chợ", "cầu", "hẻm", "ngõ", "clb", "xưởng",
))  # fmt: skip
"""Last syllables of what is named after a day: ``đường 3/2``, ``quảng trường 2/9``, ``công viên 23/9``."""
