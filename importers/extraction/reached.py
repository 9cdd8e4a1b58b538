"""Whom what is done reaches at a meeting: gifts, handshakes, greetings, and the row of names behind them."""

from __future__ import annotations

import re

from importers.extraction.actors import Actor
from importers.extraction.sentences import Sentence

_REACHED = re.compile(
    r"(?<!\w)(?:"
    r"(?:trao|tặng|bàn giao|chuyển(?! lời)|gắn|đeo)(?:\s(?:đảng,|[^\s,;]+)){0,12}\s(?:cho|tới|đến)|"
    r"(?:huy hiệu|bằng khen|giấy khen|huân chương|kỷ niệm chương)(?:\s[^\s,;]+){0,8}\scho|"
    r"(?:trò chuyện|nói chuyện)(?:\s[^,;.]{1,20})?\svới|"
    r"trao\s(?:các\s)?quyết định\s(?:[^.;:]{0,110}\s)?(?:cho|đối với|bổ nhiệm|điều động|nghỉ hưu)|"
    r"người (?:được|nhận)\s(?:trao|tặng|nhận|vinh danh)\s[^.;:]{0,60}\slà|"
    r"(?:trao|tặng)\s(?:hoa|quà)(?:\schúc mừng)?|chúc mừng|tiếp|làm việc với|gặp|gặp gỡ|gặp mặt|hội đàm với|"
    r"hội đàm|"
    r"động viên|chất vấn|chia sẻ với|chúc thọ|mừng thọ|tri ân|tiễn|chia tay|tôn vinh|tuyên dương|"
    r"hội kiến với|hội kiến|trao đổi với|đối thoại với|trò chuyện với|bắt tay|đón|đón tiếp|tiếp đón|thăm|"
    r"thăm hỏi|nghe|"
    r"chụp ảnh với|cùng với|cùng|mời|"
    r"(?:buổi|cuộc|gặp|đàm|kiến|việc|trao đổi|đối thoại|ký kết|lễ)\s[^.;]{0,60}giữa|ký\s[^,;.]{0,70}\svới|"
    r"nhận\s(?:hoa|lẵng hoa|quà|quyết định|bằng|huân chương|huy hiệu)(?:\s[^\s,;]+){0,4}\s(?:của|từ)"
    r")\s(?:(?:hai|các|mẹ việt nam anh hùng|mẹ|ahllvt|ahllvtnd,?|anh hùng lực lượng vũ trang(?:\snhân dân)?|"
    r"đức pháp chủ ghpgvn -|các (?:đồng chí|ông|bà|vị|cụ):|thương binh|bệnh binh|lão thành cách mạng|anh hùng|"
    r"cựu chiến binh|em|cháu|hộ|các hộ|gia đình|các gia đình|cho|với|lãnh đạo|ngài|vợ chồng|cá nhân|"
    r"tập thể và cá nhân|vợ ông,|chồng bà,|vợ anh,|mẹ anh,|cán bộ lão thành cách mạng|phát biểu của|"
    r"báo cáo của|ý kiến của|tham luận của)\s){0,3}$"
)
_JOINED = re.compile(r"\s?(?:,|;|và|cùng|cùng với|, và|với)\s(?:[^.;]{0,30}\s)?")
_SHALL_MEET = re.compile(r"(?<!\w)sẽ\s(?!(?:được|nghe)(?!\w))[^.;“”]{0,120}$")


def is_reached(key: str, sentence: Sentence, actor: Actor) -> bool:
    """Whether what is done reaches somebody who is named, by the words before the name."""
    if _SHALL_MEET.search(key, max(sentence.start, actor.head - 130), actor.head):
        return False
    return _REACHED.search(key, max(sentence.start, actor.head - 90), actor.head) is not None


_ROW_LENGTH = 260
"""Most code points between two people of a row in which semicolons part who they are."""


_GOES_ON = ("; và ", "; bổ nhiệm ", "; điều động ", "; ahllvt ", "; ahllvt, ", "; anh hùng ")
"""How a row goes on behind somebody whose office parts it from the next."""


def follows(key: str, reached: Actor | None, actor: Actor) -> bool:
    """Whether a name is joined to one before it that something was handed to (``trao cho A và B``)."""
    if reached is None:
        return False
    if key.endswith(_GOES_ON, reached.tail, actor.head) and actor.head - reached.tail <= _ROW_LENGTH:
        return True
    if key[max(reached.tail, reached.end) : actor.head].strip() == ";":
        return True
    if actor.head - reached.tail > 50:
        return False
    return _JOINED.fullmatch(key, reached.tail, max(reached.tail, actor.head)) is not None
