"""Who took part in the meeting that an article reports, as what, and on whose side.

Taking part shows in the words around a name: a list of those attending before it, a verb of saying or doing
behind it, a gift or a handshake that reaches it. A person who is only elected, moved, quoted or honoured shows
none of these.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from importers.extraction.absence import absent
from importers.extraction.actors import Actor
from importers.extraction.attendance_lists import goes_on, listed_from, opens_rows
from importers.extraction.chairs import KIN, Part
from importers.extraction.events import any_of
from importers.extraction.facts import words
from importers.extraction.pictures import named_under_pictures
from importers.extraction.reached import follows, is_reached
from importers.extraction.reading import RegionKind
from importers.extraction.sentences import Sentence, Sentences
from importers.extraction.sides import NOT_ATTENDING
from importers.extraction.spelling import one_tone_place
from store.records import Role


@cache
def _speaks() -> re.Pattern[str]:
    return re.compile(any_of(words("meetings", "speaks")) + NOT_ATTENDING)


@cache
def _reports() -> re.Pattern[str]:
    return re.compile(any_of(words("meetings", "reports")))


@cache
def _historical() -> frozenset[str]:
    return frozenset(one_tone_place(name.lower()) for name in words("meetings", "historical", "names"))


_NOT_SUBJECT = re.compile(
    r"(?<!\w)(?:của|thay|thay cho|về việc|đối với|bổ nhiệm|bầu|điều động|phân công|giới thiệu|chỉ định|"
    r"miễn nhiệm|luân chuyển|"
    r"tưởng nhớ|tưởng niệm|ghi nhớ|nhớ|kỷ luật|khởi tố|bắt|truy tố|giữa|như|thân nhân|gia đình|gửi|là|từ|"
    r"thay thế|phu nhân|phu quân|em trai|em gái|anh trai|chị gái|con trai|con gái|em ruột|anh ruột|"
    r"vợ|chồng|cha|mẹ|bố)\s$"
)
_OTHER_SUBJECT = re.compile(
    r"[,;–-]\s(?:đồng chí|đ/c|ông|bà|các|tôi|chúng|anh|chị|người|ban|hội nghị|"
    r"đoàn(?!\s(?:đbqh|đại biểu)|\s[^,.;:]{2,24}[,)])|cả|"
    r"mọi|toàn)(?!\w)"
)
_NO_WORDS = re.compile(
    r"(?<!\w)(?:bị|khởi tố|bắt|sinh năm|sinh ngày|từng|giữ chức|làm(?! (?:rõ|việc))|bằng văn bản|"
    r"thôi|nghỉ|từ trần|gửi|chưa|vắng|có nhiệm vụ|"
    r"có trách nhiệm|không(?! (?:giấu|khỏi|kìm|ngần ngại|đồng ý|đồng tình)))(?!\w)"
)
_PASSIVE = re.compile(r"(?<!\w)(?:được|bị)\s$")
_AT_EVENT = re.compile(
    r"\s?với (?:bài|phần) (?:thi|dự thi|thuyết trình|tham luận)|\s?(?:\w+\s){0,3}(?:tại|trong|ở)\s(?:buổi|cuộc|"
    r"hội nghị|lễ|kỳ họp|phiên|đại hội|chuyến|trụ sở|hội thảo|"
    r"tọa đàm|chương trình)"
)


def find_parts(
    key: str,
    sentences: Sentences,
    actors: Sequence[Actor],
    wanted: Sequence[bool],
    chairs: Sequence[Part],
    officials: frozenset[str],
    other_days: frozenset[int] = frozenset(),
) -> list[Part]:
    """What each person did at the meeting; one may have several parts. ``key``: small letters, tones folded.

    ``officials`` are the names of those who hold an office: what they are told to do, they do there.
    ``other_days``: where the days end that are not that of the meeting.
    """
    starts = [actor.start for actor in actors]
    found = list(chairs)
    moved = {actor.name for actor in actors if _is_moved(key, actor)}
    officials -= moved
    gone = absent(key, sentences, actors) | _historical_among(actors)
    in_list = in_row = False
    for number, sentence in enumerate(sentences.all):
        if sentence.opens:
            in_list = in_list and key[sentence.start] in _BULLETS
        first, after = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        here = actors[first:after]
        if here and wanted[number]:
            parts = [Part(a.name, Role.ATTENDS, a.start, a.end, _ROW) for a in here if in_list]
            listed = _listed(key, sentence, here, in_row)
            parts += _in_sentence(key, sentence, here, officials, listed)
            # Of one who is moved or punished the picture is often from another time.
            apart = {a.start for a in here if a.name in moved and _is_shown_elsewhere(key, sentence, a)}
            apart |= {a.start for a in here if key.startswith(", ", a.head - 2) and a.head - 2 in other_days}
            found += [part for part in parts if part.start not in apart]
            in_row = listed is not None
        elif sentence.kind is RegionKind.PARAGRAPH:
            in_row = False
        in_list = in_list or (wanted[number] and opens_rows(key, sentence))
    found += named_under_pictures(key, sentences, actors, wanted)
    return [part for part in found if part.name not in gone]


def _historical_among(actors: Sequence[Actor]) -> frozenset[str]:
    return frozenset(a.name for a in actors if one_tone_place(a.name.lower()) in _historical())


_ROW = "row of a list of those attending"
_BULLETS = "-–—+•*·●▪"


_MOVES = re.compile(
    r"(?<!\w)(?:bổ nhiệm|điều động|luân chuyển|phân công|bầu|chỉ định|giới thiệu|miễn nhiệm|bãi nhiệm|"
    r"cho thôi|thay|"
    r"kỷ luật|cảnh cáo|khiển trách|cách chức|khai trừ|khởi tố|đối với|truy tố|bắt|bắt giam|tạm giam|thôi)\s$"
)
_MOVED = re.compile(r"\s(?:(?:đã|vừa|chính thức|tiếp tục|cũng)\s)*(?:được|bị)\s(?!(?:mời|biết|nghe|giao lưu|xem))")


def _is_moved(key: str, actor: Actor) -> bool:
    """Whether somebody is elected, moved or punished here: then being told of shows no taking part."""
    return (
        _MOVES.search(key, max(0, actor.head - 14), actor.head) is not None
        or _MOVED.match(key, max(actor.tail, actor.end)) is not None
    )


def _listed(key: str, sentence: Sentence, people: Sequence[Actor], in_row: bool) -> int | None:
    """Where those who attend are listed in a sentence; ``in_row``: behind another sentence that lists some."""
    opened = listed_from(key, sentence, people)
    return goes_on(key, sentence) if opened is None and in_row else opened


def _in_sentence(
    key: str, sentence: Sentence, people: Sequence[Actor], officials: frozenset[str], listed: int | None
) -> Iterator[Part]:
    reached_last: Actor | None = None
    doing: list[Role | None] = []
    spoken_of: Actor | None = None
    for index, actor in enumerate(people):
        limit = people[index + 1].head if index + 1 < len(people) else sentence.end
        if _is_spoken_of(key, sentence, actor) or follows(key, spoken_of, actor):
            spoken_of = actor
        role = None if spoken_of is actor else _role_behind(key, sentence, actor, max(limit, actor.end))
        doing.append(role)
        reached = is_reached(key, sentence, actor) or follows(key, reached_last, actor)
        reached_last = actor if reached else reached_last
        if role is not None:
            yield Part(actor.name, role, actor.start, actor.end, "acts by a listed verb")
        elif _are_words_of(key, sentence, actor):
            yield Part(actor.name, Role.SPEAKS, actor.start, actor.end, "words of theirs at the event")
        elif len(people) == 1 and actor.name in officials and _speaks_up(key, sentence, actor):
            yield Part(actor.name, Role.SPEAKS, actor.start, actor.end, "words of theirs behind a colon")
        elif actor.name in officials and _ACCORDING.search(key, max(sentence.start, actor.head - 8), actor.head):
            yield Part(actor.name, Role.SPEAKS, actor.start, actor.end, "according to them")
        elif reached:
            yield Part(actor.name, Role.ATTENDS, actor.start, actor.end, "what is done reaches them")
        elif listed is not None and actor.start >= listed and not key.endswith(KIN, 0, actor.head):
            yield Part(actor.name, Role.ATTENDS, actor.start, actor.end, "list of those attending")
        elif sentence.kind is RegionKind.CAPTION and (
            _shown(key, sentence, actor, people)
            or (spoken_of is not actor and actor.name in officials and _tells(key, sentence, people))
        ):
            yield Part(actor.name, Role.ATTENDS, actor.start, actor.end, "shown in a picture")
        elif (
            spoken_of is not actor
            and actor.name in officials
            and sentence.kind is not RegionKind.TITLE
            and _acts(key, sentence, actor, limit)
        ):
            yield Part(actor.name, Role.ATTENDS, actor.start, actor.end, "official who acts")
    if _AND_OTHERS_ATTEND.match(key, max(people[-1].tail, people[-1].end)) and doing[-1] is None:
        doing[-1] = Role.ATTENDS
        yield Part(people[-1].name, Role.ATTENDS, people[-1].start, people[-1].end, "in a row with one who acts")
    yield from _doing_together(key, sentence, people, doing)


_AND_OTHERS_ATTEND = re.compile(
    r"(?:[\s.,;…]{0,5}(?:và|cùng|cùng với)|;\scác)\s(?:[^\s,;]+\s){0,3}(?:đại biểu|ủy viên|đồng chí|lãnh đạo|"
    r"đại diện|"
    r"khách mời|cán bộ|đoàn viên|ban|ngành|phòng|đoàn thể|cơ quan|đơn vị|thành viên|"
    r"hội viên|người dân|nhân dân)(?!\w)[^.;]{0,260}(?<!\w)(?:dự|đến dự|tới dự|tham dự|có mặt|tham gia|"
    r"đã (?:đến|tới|thăm|về|đi|dâng|viếng|có|tổ chức|kiểm tra)|đến (?:thăm|chúc)|tới thăm)(?!\w)"
)


_COLON = re.compile(r"\s?:\s[“\"]?[^\W\d_]")


def _speaks_up(key: str, sentence: Sentence, actor: Actor) -> bool:
    """Whether a sentence opens with somebody and goes on with what they say (``Ông A, Giám đốc Sở X: Nay …``)."""
    opens = actor.head == sentence.start and sentence.kind is RegionKind.PARAGRAPH
    return opens and _COLON.match(key, max(actor.tail, actor.end)) is not None


_WORDS_OF = re.compile(
    r"(?<!\w)(?:yêu cầu|đề nghị|phát biểu|ý kiến|khẳng định|nhấn mạnh|chia sẻ|chỉ đạo|kết luận|lời|nhận định|"
    r"đánh giá|mong muốn|kiến nghị|báo cáo|tham luận|thông tin)\s(?:[^\s,.;]+\s){0,2}của\s$"
)


def _are_words_of(key: str, sentence: Sentence, actor: Actor) -> bool:
    """Whether words are said to be somebody's at the event (``Đó là yêu cầu của ông A tại phiên họp``)."""
    if _WORDS_OF.search(key, max(sentence.start, actor.head - 44), actor.head) is None:
        return False
    tail = max(actor.tail, actor.end)
    event = _AT_EVENT.match(key, tail + key.startswith(",", tail))
    return event is not None and not _is_another(key, event)


_OTHER_NAME = re.compile(r"(?:\s[^\s,.;]+){0,6}?\s(?:toàn quốc|(?:lần thứ|khóa|năm)\s[^\s,.;]+)(?!\w)")


def _is_another(key: str, event: re.Match[str]) -> bool:
    """Whether an event has a name of its own which the text does not give again: it is not the one reported."""
    name = _OTHER_NAME.match(key, event.end())
    return name is not None and key.count(name[0]) == 1


_ACCORDING = re.compile(r"(?<!\w)theo\s$")
_CLAUSE = re.compile(r"[;:“”\"]")
_ADVERBS = r"(?:đã|đang|vẫn|cũng|còn|vừa|mới|tiếp tục|luôn|rất|trực tiếp|vui mừng|thay mặt)"
_NO_ACT = re.compile(
    rf"\s(?:{_ADVERBS}\s)*(?:là|và|cùng|với|của|do|sinh|quê|bị|được|từng|nguyên|giữ|làm(?! (?:rõ|việc))|"
    rf"thôi|nghỉ|mất|từ trần|từ|sẽ|"
    r"có|không|chưa|ký|ban hành|phê duyệt|phê chuẩn|gửi|tại|trong|ở|về|ngày|vào|năm|để|theo|tuổi|vốn|khi|lúc|khóa|"
    r"nhiệm kỳ|phải|cần|thì|mà|hay|hoặc|như|đối với|trước|sau|trên|dưới|đến từ|bằng|nay|hiện|hy sinh|ra đi|qua đời|"
    r"đứng đầu|phụ trách|sang|trải qua|trưởng thành|tốt nghiệp|kinh qua|đảm nhận|đảm nhiệm|kiêm|"
    r"công tác|học|vi phạm|"
    r"kiểm điểm|thiếu|tham gia cách mạng|nhập ngũ|bắt đầu|trở thành|nhận lỗi|nhận án|đắc cử|tái đắc cử|trúng cử|"
    r"ứng cử|biết|muốn|định|thường xuyên|luôn|vay|mua|bán|chết|thuộc|đứng tên|lái|khai|điện đàm|"
    r"chuyển|rời|xin)(?!\w)"
)
"""What stands behind a name that is no doing at a meeting: what somebody is, was, has, or did elsewhere."""
_VERB = re.compile(r"\s[^\W\d_]")
_BEFORE_SUBJECT = re.compile(
    r"(?:^|,\s?|(?<!\w)(?:dịp này|sau đó|cũng|tiếp đó|theo đó|cùng ngày|trước đó|tại đây|tiếp theo|"
    r"tại (?:buổi|cuộc|hội nghị|lễ|"
    r"kỳ họp|phiên|đại hội|chương trình)(?:\s[^\s,;.]+){0,4}|[–-])\s)$"
)


def _acts(key: str, sentence: Sentence, actor: Actor, limit: int) -> bool:
    """Whether a name is the subject of its clause and a verb of doing stands behind it, whichever that is."""
    clause = max(sentence.start, actor.head - _NEAR)
    for mark in _CLAUSE.finditer(key, clause, actor.head):
        clause = mark.end()
    while clause < actor.head and key[clause].isspace():
        clause += 1
    if _BEFORE_SUBJECT.search(key[clause : actor.head]) is None:
        return False
    tail = max(actor.tail, actor.end)
    return limit - tail > 4 and _VERB.match(key, tail) is not None and _NO_ACT.match(key, tail) is None


_NEAR = 300
"""Code points before a name within which its clause begins."""

_SIDE_BY_SIDE = re.compile(
    r"\s?(?:[,;]|và|cùng|[,;]\svà|cùng với)\s(?:(?:các|đồng chí|nguyên|đại diện)\s)?(?:[^.:;]{0,60}\s)?"
)


def _doing_together(
    key: str, sentence: Sentence, people: Sequence[Actor], doing: Sequence[Role | None]
) -> Iterator[Part]:
    """``A, Bí thư; B, Phó Bí thư, và C đã làm việc với …``: what is said of the last holds for all of the row."""
    role: Role | None = None
    for index in range(len(people) - 2, -1, -1):
        actor, following = people[index], people[index + 1]
        role = doing[index + 1] or role
        tail = max(actor.tail, actor.end)
        if doing[index] is not None or role is None:
            role = None
            continue
        if not _SIDE_BY_SIDE.fullmatch(key, tail, max(tail, following.head)) or _is_spoken_of(key, sentence, actor):
            role = None
            continue
        yield Part(actor.name, role, actor.start, actor.end, "in a row with one who acts")


def _role_behind(key: str, sentence: Sentence, actor: Actor, limit: int) -> Role | None:
    """What the words behind a name say that the person did."""
    tail = max(actor.tail, actor.end)
    until = min(limit, sentence.end, tail + 130)
    if until <= tail:
        return None
    other = _OTHER_SUBJECT.search(key, tail, until)
    until = other.start() if other is not None else until
    speaks = _speaks().search(key, tail, until)
    reports = _reports().search(key, tail, until)
    first = min((m.start() for m in (speaks, reports) if m is not None), default=None)
    if (
        first is None
        or _NO_WORDS.search(key, max(tail, key.rfind(", ", tail, first) + 1), first)
        or _PASSIVE.search(key, max(tail, first - 8), first)
    ):
        return None
    if _GIFT_OF.search(key, max(sentence.start, actor.head - 24), actor.head) and key.startswith(_GIVES, first):
        return None
    if reports is not None and reports.start() == first:
        return Role.REPORTS
    assert speaks is not None  # noqa: S101 - one of the two was found
    return Role.SPEAKS if _is_saying(speaks[0]) else Role.ATTENDS


_GIFT_OF = re.compile(r"(?<!\w)do\s$")
_GIVES = ("tặng", "trao")
"""Verbs behind somebody's name that tell whose gift something is (``quà do ông A tặng``), not who was there."""


_SAYING = frozenset(
    ("phát biểu", "nhấn mạnh", "khẳng định", "cho biết", "cho hay", "cho rằng", "đề nghị", "yêu cầu", "ghi nhận",
     "đánh giá", "biểu dương", "chia sẻ",
     "bày tỏ", "hứa", "lưu ý", "chỉ đạo", "kết luận", "thông tin", "giải trình", "trả lời", "góp ý", "kiến nghị",
     "nói", "nêu", "nhận xét", "nhận định",
     "hoan nghênh", "tin tưởng", "mong muốn", "quán triệt", "thông báo", "phân tích", "gợi mở", "tham luận",
     "chất vấn", "đề xuất", "nhắc nhở", "cảm ơn", "thắc mắc")
)  # fmt: skip


def _is_saying(word: str) -> bool:
    return word in _SAYING


def _is_spoken_of(key: str, sentence: Sentence, actor: Actor) -> bool:
    """Whether the words before a name make the person the matter and not the doer (``bầu ông …``, ``của bà …``)."""
    before = max(sentence.start, actor.head - 14)
    named = _NOT_SUBJECT.search(key, before, actor.head) is not None
    return named and not key.endswith(_FOR_ANOTHER, before, actor.head)


def _shown(key: str, sentence: Sentence, actor: Actor, people: Sequence[Actor]) -> bool:
    """Whether a caption shows the person at the event (``A và B tại buổi làm việc``)."""
    if _is_spoken_of(key, sentence, actor):
        return False
    last = people[-1]
    return _AT_EVENT.match(key, max(last.tail, last.end)) is not None


def _is_shown_elsewhere(key: str, sentence: Sentence, actor: Actor) -> bool:
    """Whether a caption shows somebody at an event that the text names nowhere else."""
    event = _AT_EVENT.match(key, max(actor.tail, actor.end))
    if sentence.kind is not RegionKind.CAPTION or event is None:
        return False
    name = _SUBJECT.match(key, event.end(), sentence.end)
    return name is not None and key.count(name[0]) == 1


_SUBJECT = re.compile(r"(?:\s[^\W\d_]+){3}")
_FOR_ANOTHER = ("ủy quyền của ", "uỷ quyền của ")
"""Words before an office in whose name the one named behind it acts (``thừa ủy quyền của Bộ trưởng, Đại tá A``)."""
_WORDS = re.compile(r"(?:\s[^\W\d_]+){3}")


def _tells(key: str, sentence: Sentence, people: Sequence[Actor]) -> bool:
    """Whether a caption says more than who people are: a picture that shows them at something."""
    last = people[-1]
    tail = max(last.tail, last.end)
    if _WORDS.match(key, tail, sentence.end) is None:
        return False
    return _NO_ACT.match(key, tail) is None or _AT_EVENT.match(key, tail) is not None
