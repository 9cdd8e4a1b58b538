"""Who is said to chair a meeting, and who to lead the delegation or group that it is held with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from importers.extraction.actors import Actor
from importers.extraction.sentences import Sentence, Sentences
from importers.extraction.tries import matches_near
from store.records import Role


@dataclass(frozen=True, slots=True)
class Part:
    """What the text says that a person did at a meeting, and the words (``text[start:end]``) that say so."""

    name: str
    role: Role
    start: int
    end: int
    rule: str


_CHAIRS = re.compile(
    r"(?<!\w)(?:((?:đồng|cùng|cùng nhau)\s)?(?:chủ trì|chủ trị|chủ tọa)|(?<=dưới sự )điều hành|"
    r"điều hành(?=\s(?:hội nghị|phiên|đại hội|kỳ họp|buổi|cuộc|phần|lễ|thảo luận|tọa đàm|hội thảo|"
    r"diễn đàn)(?!\w))|dẫn đầu|(?:làm|là) trưởng (?:phái )?đoàn(?!\s(?:đại biểu (?:quốc hội|qh)|đbqh)))(?!\w)"
)
_NOT_A_MEETING = re.compile(
    r",?\s(?:xem xét|xây dựng|soạn thảo|phối hợp|thực hiện|tham mưu|nghiên cứu|biên soạn|triển khai|đề tài|"
    r"giải quyết|thẩm định|"
    r"điều tra|việc|công tác|nhiệm vụ|dự án|biên tập|lập|đề xuất|rà soát|hướng dẫn|kiểm tra việc|theo dõi|tổng hợp|"
    r"cả nước|hệ thống|"
    r"về(?! (?:kiểm tra|thăm|làm việc|dự|khảo sát|giám sát|dâng hương|công tác|viếng)(?!\w))|"
    r"khu vực|xu hướng|danh sách|bảng|thế giới|ngành|phong trào|thị trường|toàn|cuộc đua|"
    r"top)(?!\w)"
)
_LEADS_WHAT = re.compile(r"(?<!\w)(?:đoàn|tổ|phái đoàn|nhóm)(?!\w)")
_FOREIGN_SUBJECT = re.compile(r"(?<!\w)(?:cơ quan|đơn vị|nước|được giao|giao cho)\s$")
_BROKEN = re.compile(
    r"[;.:]|(?<!\w)(?:phát biểu|cho biết|nhấn mạnh|yêu cầu|đề nghị|trao|tiếp|làm việc với|gặp|có|gồm|cho rằng|"
    r"khẳng định|nói|được|bị|"
    r"để|mà|khi|thay mặt(?! (?:đoàn )?(?:chủ tịch|chủ tọa))|báo cáo|trình bày|bổ nhiệm|giữ chức|"
    r"trước khi|sau khi|sang dự)(?!\w)"
)
_AND = re.compile(r"\s?(?:[,;]\s?)?(?:và|cùng|cùng với)\s(?:(?:các\s)?(?:đồng chí|đ/c|ông|bà)\s?:?\s?)?")
_LIST = re.compile(r"\s?[,;]\s?(?:(?:các\s)?(?:đồng chí|đ/c|ông|bà)\s?)?")
_OPENS_LIST = re.compile(
    r"(?:\s(?:tại\s)?(?:các\s)?(?:buổi|cuộc|hội nghị|kỳ họp|phiên|đại hội|lễ|điểm cầu|hội thảo|tọa đàm|diễn đàn|"
    r"đoàn)(?:\s[\w./-]+){0,9}?)?"
    r"\s?(?:có|là|gồm|gồm có|bao gồm|của|bởi|thuộc về|:)[\s:]"
)
_OPENS_CLAUSE = re.compile(
    r"\s(?:và\s[^,.;]{2,40}\s)?(?:buổi|cuộc|hội nghị|kỳ họp|phiên|đại hội|lễ|hội thảo|tọa đàm|"
    r"diễn đàn|chương trình)(?:\s[\w./-]+){0,9}?,\s"
)
_END_OF_LIST = re.compile(
    r"(?<!\w)(?:nghe|trong phiên|dự|tham dự|cùng dự|tham gia|cùng tham dự|phát biểu|về phía|đại diện)(?!\w)"
)
_TEAM_OFFICE = re.compile(
    r"(?<!phó )(?<!\w)trưởng (?:phái )?đoàn(?: (?:công tác|kiểm tra|khảo sát|giám sát|thanh tra|làm việc|cán bộ)|"
    r"\s?(?=[,;.)–-])|$)"
)


def find_chairs(low: str, sentences: Sentences, actors: Sequence[Actor], wanted: Sequence[bool]) -> list[Part]:
    """Who chairs or leads, in the order of the text; ``wanted`` tells which sentences speak of the meeting."""
    starts = [actor.start for actor in actors]
    found: list[Part] = []
    for match in matches_near(_CHAIRS, low, _STEMS, before=5):
        sentence = sentences.holding(match.start())
        if sentence is None or not wanted[_number(sentences, sentence)]:
            continue
        if not match[0].endswith("đoàn") and _NOT_A_MEETING.match(low, match.end()):
            continue
        role = Role.LEADS if match[0].startswith(("dẫn", "là")) else Role.CHAIRS
        if role is Role.LEADS and not _LEADS_WHAT.search(
            low, max(sentence.start, match.start() - _NEAR), min(sentence.end, match.end() + 20)
        ):
            continue
        first, after = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        here = bisect_left(starts, match.start(), first, after)
        before, behind = actors[max(first, here - _ROW) : here], actors[here : min(after, here + _ROW)]
        who = list(_before(low, sentence, match, before)) or list(_behind(low, sentence, match, behind))
        found += [Part(actor.name, role, actor.start, max(actor.end, match.end()), match[0]) for actor in who]
    found += _by_office(low, sentences, actors, wanted)
    return found


_ROW = 40
"""Most people of one row before or behind the words."""
_NEAR = 600
"""Code points before the words within which what belongs to them stands."""
_STEMS = ("chủ tr", "chủ tọa", "dẫn đầu", "điều hành", "làm trưởng", "là trưởng")
"""What one of the words for chairing contains: a plain search for these is far quicker than for the pattern."""


def _number(sentences: Sentences, sentence: Sentence) -> int:
    return bisect_left(sentences.starts, sentence.start)


def _before(low: str, sentence: Sentence, match: re.Match[str], people: Sequence[Actor]) -> Iterator[Actor]:
    """``A, Bí thư, và B, Chủ tịch, đồng chủ trì``; ``do A dẫn đầu``."""
    before = [
        actor
        for actor in people
        if (actor.tail <= match.start() or actor.end <= match.start()) and not low.endswith(KIN, 0, actor.head)
    ]
    if not before:
        return
    last = before[-1]
    gap = low[max(last.tail, last.end) : match.start()] if last.tail <= match.start() else ""
    if (
        len(gap) > (_FAR if low.endswith("do ", 0, last.head) else _CLOSE)
        or _BROKEN.search(gap)
        or _FOREIGN_SUBJECT.search(gap)
    ):
        return
    together = (
        match[1] is not None
        or "các đồng chí" in low[max(sentence.start, before[0].head - _NEAR) : before[0].head + 1]
    )
    chain = [last]
    for actor in reversed(before[:-1]):
        between = low[actor.tail : chain[-1].head]
        joined = _AND.fullmatch(between) or _LIST.fullmatch(between) or _is_far_row(between)
        loose = (
            together
            and len(between) < 90
            and between[:1] in ",; "
            and not _BROKEN.search(between.replace(";", ","))
        )
        if not joined and not loose:
            break
        chain.append(actor)
    yield from reversed(chain)


_CLOSE, _FAR = 110, 260
"""Most code points between somebody and that they lead, and where ``do`` before the name says that they do."""
KIN = (
    "phu nhân ", "phu quân ", "vợ ", "chồng ", "em trai ", "em gái ", "anh trai ", "chị gái ", "con trai ",
    "con gái ", "em ruột ", "anh ruột ", "cha ", "mẹ ", "bố ",
)  # fmt: skip
"""What stands before somebody who is only named as a relative of the one before."""
_FAR_ROW = re.compile(r",?\s[^;.:“”]{0,170}\svà\s(?:đồng chí|đ/c|ông|bà)\s?")


def _is_far_row(between: str) -> bool:
    """Whether words of an office that was not read to its end stand between two who do the same."""
    return _FAR_ROW.fullmatch(between) is not None and not _BROKEN.search(between)


def _behind(low: str, sentence: Sentence, match: re.Match[str], people: Sequence[Actor]) -> Iterator[Actor]:
    """``Chủ trì hội nghị có các đồng chí: A; B``, ``dưới sự chủ trì của A``, ``Chủ trì hội nghị, A …``."""
    opening = _OPENS_LIST.match(low, match.end())
    if opening is None:
        clause = _OPENS_CLAUSE.match(low, match.end()) if match.start() == sentence.start else None
        yield from (actor for actor in people[:1] if clause is not None and actor.head <= clause.end())
        return
    at = opening.end()
    for actor in people:
        if actor.start < opening.end() - 1:
            continue
        between = low[at : actor.head] if actor.head >= at else ""
        if len(between) > 120 or _END_OF_LIST.search(between) or "." in between.replace("đ.c", ""):
            return
        yield actor
        at = max(actor.tail, actor.end)


def _by_office(low: str, sentences: Sentences, actors: Sequence[Actor], wanted: Sequence[bool]) -> Iterator[Part]:
    """``A, Trưởng đoàn công tác``: the office itself says that the person leads."""
    for actor in actors:
        around = low[actor.head : max(actor.tail, actor.end)]
        behind = low[actor.tail : actor.tail + 30] if actor.tail >= actor.end else ""
        team = _TEAM_OFFICE.search(around) or _TEAM_OFFICE.match(behind.lstrip(" ,–-"))
        if team is None:
            continue
        sentence = sentences.holding(actor.start)
        if sentence is not None and wanted[_number(sentences, sentence)]:
            yield Part(actor.name, Role.LEADS, actor.start, actor.end, "office of a leader")
