"""How much a text speaks as one does of a meeting."""

from __future__ import annotations

import re
from itertools import islice

from importers.extraction.events import find_events, has_official, main_of
from importers.extraction.reading import RegionKind
from importers.extraction.texts import Text
from importers.extraction.tries import matches_near

_ATTENDING = re.compile(
    r"(?<!\w)(?:dự|cùng điều hành|về phía|tham gia đoàn|tiếp và làm việc với)(?!\w)"
    r"[^.;:\n]{0,80}?(?:có|gồm)[\s:]"
)
_ATTENDING_STEMS = ("dự ", "cùng điều hành", "về phía", "tham gia đoàn", "tiếp và làm việc")
_AT_EVENT = re.compile(
    r"(?<!\w)(?:tại|trong|dự|chủ trì|cảnh|khai mạc|kết luận)\s(?:các\s)?(?:buổi|cuộc|hội nghị|"
    r"kỳ họp|phiên họp|đại hội|lễ|buổi lễ|"
    r"hội thảo|tọa đàm|diễn đàn|chương trình(?=,|\s(?:trao|tặng|ký|gặp|giao lưu)))(?!\w)"
)
_AT_EVENT_STEMS = ("tại ", "trong ", "dự ", "chủ trì ", "cảnh ", "khai mạc ", "kết luận ")
_SCENES = ("quang cảnh", "toàn cảnh")
_CHAIRED = re.compile(r"(?<!\w)(?:chủ trì|chủ tọa)\s(?:buổi|cuộc|hội nghị|kỳ họp|phiên|đại hội|lễ)(?!\w)")


def signs(text: Text) -> int:
    """How much the text speaks as one does of a meeting; from 4 on it is taken to report one."""
    key = text.key
    score = 2 if next(matches_near(_ATTENDING, key, _ATTENDING_STEMS), None) else 0
    score += sum(1 for _ in islice(matches_near(_AT_EVENT, key, _AT_EVENT_STEMS), 3))
    score += 1 if any(scene in key for scene in _SCENES) else 0
    score += 3 if next(matches_near(_CHAIRED, key, ("chủ trì", "chủ tọa")), None) else 0
    title = text.title
    if title is not None and main_of(text.key, title, find_events(text.key, title)) is not None:
        score += 2
    score += 1 if any(words in key for words in _WITNESSED) else 0
    score += 1 if next(matches_near(_SPEECH, key, ("phát biểu ",)), None) else 0
    score += 3 if next(matches_near(_MEETING_DOES, key, _MEETING_DOES_STEMS, before=2), None) else 0
    captions = [sentence for sentence in text.sentences.all if sentence.kind is RegionKind.CAPTION]
    if any(_TAKES_PART.search(key, caption.start, caption.end) for caption in captions[:_PICTURES]):
        score += 2
    for sentence in text.sentences.all[:4]:
        opens = _AT_EVENT.match(key, sentence.start) and has_official(key, sentence.start, sentence.end)
        if opens or _TAKES_PART.search(key, sentence.start, sentence.end):
            return score + 3
    return score


_SPEECH = re.compile(
    r"(?<!\w)phát biểu (?:chỉ đạo|khai mạc|bế mạc|kết luận|chúc mừng|tiếp thu)\s(?:tại\s)?(?:hội nghị|đại hội|"
    r"buổi|lễ|"
    r"kỳ họp|chương trình)(?!\w)"
)
"""A speech of the kind that is held at the meeting which an article reports."""
_MEETING_DOES = re.compile(
    r"(?<=[.\n]\s)(?:hội nghị|đại hội|kỳ họp|cuộc họp|buổi lễ|phiên họp|buổi làm việc)\s(?:đã\s|cũng\s|còn\s)*"
    r"(?:quyết định|thống nhất|bầu|nghe|thảo luận|thông qua|biểu quyết|tiến hành|tập trung|diễn ra|có sự)(?!\w)"
)
"""A sentence that opens with the meeting as the one that does something."""
_MEETING_DOES_STEMS = ("hội nghị ", "đại hội ", "kỳ họp ", "cuộc họp ", "buổi l", "phiên họp ")
_WITNESSED = ("sự chứng kiến của", "sự tham dự của", "sự có mặt của")
_PICTURES = 6
"""Captions that are looked at for what they show."""
_TAKES_PART = re.compile(
    r"(?<!\w)(?:phát biểu|dự|tham dự|chủ trì|nêu|nói|kết luận|chỉ đạo|khẳng định|nhấn mạnh|yêu cầu|đề nghị|"
    r"cho biết|khai mạc)\s"
    r"(?:[^\s.;]+\s){0,12}?(?:tại\s)?(?:buổi|cuộc|hội nghị|kỳ họp|phiên họp|đại hội|hội thảo|"
    r"tọa đàm|lễ(?! hội))\s(?!thượng đỉnh)"
)
