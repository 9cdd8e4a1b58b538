"""Articles that tell of an event and report no meeting: crimes, other countries, announcements, private affairs."""

from __future__ import annotations

import re

from importers.extraction.events import MINISTRY, has_official
from importers.extraction.places import PlaceKind
from importers.extraction.texts import OPENING, Report, Text, is_of_crime
from importers.extraction.tries import matches_near


def tells_of_none(text: Text, main: Report) -> bool:
    """Whether an article reports no meeting of a body of this country, although ``main`` tells of an event."""
    if not main.event.named and is_of_crime(text.key):
        return True
    return _is_announced(text) or _is_letter(text, main) or _is_abroad(text, main) or _is_private(text, main)


_INVITES = re.compile(
    r"(?:sẽ được (?:tường thuật|truyền hình|phát) trực tiếp|trân trọng kính mời|kính mời quý|xin kính mời)(?!\w)"
)
_INVITES_STEMS = ("sẽ được t", "sẽ được p", "kính mời")


_NOTICE = re.compile(
    r"\s*(?:lịch|hoãn|tạm hoãn|thư mời|giấy mời|thông báo (?:thay đổi|lịch|mời|triệu tập|tuyển|hoãn|tạm|"
    r"(?:về )?việc (?:hoãn|tổ chức|thay đổi|tạm|dừng)|của [^.;]{3,60} về việc (?:hoãn|tạm|dừng|"
    r"thay đổi)))(?!\w)(?! sử)"
)
"""How the headline of a notice begins."""


def _is_announced(text: Text) -> bool:
    """Whether the text makes an event known beforehand, or that it will not be held."""
    title = text.title
    if title is not None and _NOTICE.match(text.key, title.start, title.end):
        return True
    return next(matches_near(_INVITES, text.key, _INVITES_STEMS), None) is not None


_LETTER = re.compile(
    r"(?<!\w)(?:gửi|trao đổi|có|nhận)(?:\s[^\s,.;]+){0,3}\s(?:điện|thư)\s(?:và\s(?:điện|thư)\s)?"
    r"(?:chúc\s)?(?:mừng|chia buồn|thăm hỏi|khen|cảm ơn)(?!\w)"
)


_TITLED_LETTER = re.compile(
    r"(?<!\w)(?:gửi|có|trao đổi)\s(?:điện|thư)\s|(?<!\w)(?:điện|thư) (?:mừng|chia buồn|chúc mừng|thăm hỏi)(?!\w)|"
    r"việt nam chia buồn(?!\w)"
)


def _is_letter(text: Text, main: Report) -> bool:
    """Whether the opening tells of letters and telegrams, on an occasion that is only named."""
    title = text.title
    if title is not None and _TITLED_LETTER.search(text.key, title.start, title.end):
        return True
    if _OF_BODIES.search(text.key, main.event.start, main.event.end):
        return False
    letter = _LETTER.search(text.key, 0, text.reading.body_offset + OPENING)
    return letter is not None and letter.start() < main.sentence.end


_AROUND = 250
"""Code points before and behind the sentence of a report that tell of whom it speaks."""


def _runs(text: Text, main: Report) -> tuple[tuple[int, int], tuple[int, int]]:
    """The opening of the text, and what stands around the report."""
    opening = min(len(text.key), text.reading.body_offset + OPENING)
    around = (max(0, main.sentence.start - _AROUND), min(len(text.key), main.sentence.end + _AROUND))
    return (0, opening), around


_OTHER_COUNTRIES = re.compile(
    r"(?<!\w)(?:trung quốc|nhật bản|hàn quốc|triều tiên|thái lan|philippines|ấn độ|iran|iraq|syria|indonesia|"
    r"tây ban nha|bồ đào nha|italia|thụy sĩ|thụy điển|na uy|phần lan|argentina|colombia|thượng viện|hạ viện|"
    r"malaysia|singapore|ukraine|venezuela|israel|đài loan|hong kong|hồng kông|thổ nhĩ kỳ|ai cập|afghanistan|"
    r"pakistan|"
    r"qatar|brazil|mexico|london|paris|brussels|berlin|new york|brexit|australia|canada|bắc kinh|tokyo|bangkok|"
    r"washington|moscow|"
    r"matxcơva|bình nhưỡng|seoul|tổng thống|nhà trắng|ngoại trưởng|liên hiệp quốc|liên hợp quốc|nato|afp|reuters|"
    r"bbc|cnn|trump|obama|putin|kim jong|tập cận bình|(?:nước|tại|của|giữa|quân đội|chính phủ|"
    r"quan chức|báo|bộ quốc phòng|bộ ngoại giao|hải quân|không quân|cảnh sát|binh sĩ|xe tăng|thủ tướng|tòa án) "
    r"(?:mỹ|nga|anh|pháp|đức|úc))(?!\w)"
)
_THIS_COUNTRY = re.compile(
    r"(?<!giờ )(?<!báo )(?<!\w)(?:việt nam|vn|việt|ubnd|ủy ban nhân dân|tỉnh|tp|(?<!cơ )(?<!trụ )(?<!sứ )"
    r"sở(?! hữu)|thứ trưởng|tổng cục|kiểm toán nhà nước|ngân hàng nhà nước|văn phòng chính phủ|đồng chí|đ/c|"
    r"chủ tịch nước|quốc hội khóa|hđnd|tỉnh ủy|thành ủy|huyện|phường|bí thư|phó thủ tướng|mttq|mặt trận tổ quốc|"
    r"đại biểu quốc hội|thủ tướng (?:nguyễn|phạm|phan|võ|lê))(?!\w)"
)
_EVERYWHERE = ("bộ ngoại giao", "bộ quốc phòng", "bộ tài chính")
"""Ministries that articles name of other countries too."""


def _is_abroad(text: Text, main: Report) -> bool:
    """Whether the opening and the report both speak of other countries, and of no body or place of this one."""
    runs = _runs(text, main)
    named = {match[0] for run in runs for match in _OTHER_COUNTRIES.finditer(text.key, *run)}
    return len(named) >= _FEW and all(_speaks_of_others(text, *run) for run in runs)


_FEW = 2
"""Words for other countries from which on a text is taken to be of them: fewer may only be a place of meeting."""


def _speaks_of_others(text: Text, start: int, end: int) -> bool:
    if any(start <= place.start < end for place in text.places if place.kind is not PlaceKind.ABROAD):
        return False
    return (
        _OTHER_COUNTRIES.search(text.key, start, end) is not None
        and _THIS_COUNTRY.search(text.key, start, end) is None
        and all(match[0] in _EVERYWHERE for match in MINISTRY.finditer(text.key, start, end))
    )


_HOLDERS = re.compile(
    r"(?<!\w)(?:công ty|tập đoàn|ngân hàng|quỹ|đài|trường|đại học|học viện|hội|viện|báo|câu lạc bộ|clb|chùa|"
    r"hợp tác xã|"
    r"doanh nghiệp|cơ quan|đơn vị|bộ|sở|tỉnh|huyện|xã|phường|thành phố|tp|quận|cục|trung tâm|nhà văn|công an|quân|"
    r"bộ đội|chính quyền|phòng|đảng|cử tri|trung đoàn|lữ đoàn|binh đoàn|thượng tọa|hòa thượng|nhân dân)(?!\w)"
)
"""Bodies and people besides officials who hold what articles report."""


_OF_BODIES = re.compile(r"họp(?! mặt)|hội nghị|hội thảo|kỳ họp|phiên|làm việc|đại hội")
"""Events that bodies hold, not households."""


def _is_private(text: Text, main: Report) -> bool:
    """Whether neither the opening nor the report names a body or an office: the affairs of stars and households."""
    if _OF_BODIES.search(text.key, main.event.start, main.event.end):
        return False
    return not any(has_official(text.key, *run) or _HOLDERS.search(text.key, *run) for run in _runs(text, main))
