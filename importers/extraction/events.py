"""Words that tell of a meeting: where they stand, what kind it is, and whether the text says that it took place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from importers.extraction.facts import facts, words
from importers.extraction.sentences import Sentence
from importers.extraction.spelling import one_tone_place
from importers.extraction.tries import trie
from store.records import MeetingKind


@dataclass(frozen=True, slots=True)
class Event:
    """Words for a meeting at ``text[start:end]``; ``named`` by a noun (``hội nghị``) or told by a verb.

    ``happens``: the sentence says that it takes place, not that it will or did at another time. ``rule`` names
    the list of the lexicon that knows the words.
    """

    start: int
    end: int
    kind: MeetingKind
    named: bool
    happens: bool
    rule: str


@dataclass(frozen=True, slots=True)
class _Words:
    pattern: re.Pattern[str]
    nouns: dict[str, MeetingKind]
    verbs: dict[str, MeetingKind]
    assembly: dict[str, MeetingKind]
    organised: dict[str, MeetingKind]
    held: dict[str, MeetingKind]
    open: dict[str, MeetingKind]
    officials: re.Pattern[str]
    past: re.Pattern[str]


def any_of(phrases: frozenset[str] | dict[str, MeetingKind]) -> str:
    """A pattern for any of the phrases as whole words, tone marks in one place."""
    return rf"(?<!\w){trie(one_tone_place(phrase) for phrase in phrases)}(?!\w)"


@cache
def _words() -> _Words:
    data = facts("meetings")
    nouns, verbs, assembly, organised, held = (
        {one_tone_place(word): MeetingKind(kind) for word, kind in data[table].items()}
        for table in ("nouns", "verbs", "assembly", "organised", "held")
    )
    others = frozenset(one_tone_place(word) for word in data["not_events"]["words"])
    listed = trie([*nouns, *verbs, *assembly, *others]) + r"(?!\w)"
    openings = "|".join(_opening(head, table) for head, table in data["open"].items())
    behind = rf"tổ chức\s(?:{_MANNER}\s){{0,3}}(?:(?P<organised>{trie(organised)})(?!\w)|ngày(?=\s[“\"‘]))"
    said = rf"(?P<held>{trie(held)})(?={_IS_HELD})"
    return _Words(
        pattern=re.compile(rf"{listed}|{openings}|{behind}|{said}"),
        nouns=nouns,
        verbs=verbs,
        assembly=assembly,
        organised=organised,
        held=held,
        open={head: MeetingKind(table["kind"]) for head, table in data["open"].items()},
        officials=re.compile(any_of(words("meetings", "officials"))),
        past=re.compile(any_of(words("meetings", "past"))),
    )


_IS_HELD = (
    r"(?:\s(?!sẽ(?!\w)|dự kiến|các hoạt động)[^\s.;:]+){0,18}?\s(?:(?:đã|vừa|được|chính thức|long trọng)\s)*"
    r"(?:diễn ra|được tổ chức|khai mạc|bế mạc)(?!\w)"
)
"""What says of something named before that it is held."""
_MANNER = r"(?:thành công|long trọng|trọng thể|trang trọng|buổi|cuộc|các|nhiều|một|đồng loạt|đoàn|vòng|cho|đi)"
"""What may stand between `tổ chức` and what is organised."""


def _opening(head: str, table: dict[str, list[str]]) -> str:
    """A pattern for a syllable that makes an event of what follows it, but for the words that are none."""
    before = "".join(rf"(?<!{re.escape(one_tone_place(word))}\s{head})" for word in table["not_before"])
    after = "|".join(re.escape(one_tone_place(word)) for word in table["not_after"])
    return rf"{head}(?=\s[^\W\d_]){before}(?!\s(?:{after})(?!\w))"


_FUTURE = re.compile(
    r"(?<!\w)(?:(?:sẽ|dự kiến|chuẩn bị|sắp|theo kế hoạch|nơi)(?!\w)[^.;]{0,40}|"
    r"(?:(?<!sở )(?<!bộ )(?<!phòng )(?<!ban )kế hoạch(?! (?:và|-|–|&) ?(?:đầu tư|tài chính))|(?<!du )(?<!lý )lịch)"
    r"(?!\w)[^.;,]{0,40})$"
)
"""What stands before an event that lies ahead; a plan that is named in a clause of its own has been carried out."""
_WILL = re.compile(
    r"(?:\s[^\s,.;]+){0,7}?\s(?:sẽ|dự kiến|sắp)\s(?!nghe)|"
    r"(?:\s[^\s.;]+){0,16}?\s(?:sẽ|dự kiến|sắp)\s(?:tổ chức|diễn ra|khai mạc|bế mạc|được|họp)"
)
_NEGATED = re.compile(r"(?<!\w)(?:không|chưa|hoãn|hủy)\s(?:\w+\s)?$")


_PROPOSED = re.compile(
    r"(?<!\w)(?:kêu gọi|đề xuất|sẵn sàng|khả năng|để ngỏ|muốn|hy vọng|cân nhắc|có thể|trước|sau|bên lề|ngoài lề|"
    r"trước thềm|hướng tới|tiến tới|phục vụ|đăng cai|thay vì|kết quả|thành công của|tinh thần|lời mời|nhận lời)\s"
    r"(?!(?:tại|trong|ở|dự|sự)\s)(?:(?!tại |trong |ở |dự |vào |sự )[^\s,;.]+\s){0,4}$|"
    r"(?<!\w)(?:việc|về|bàn|để|nhằm|công tác|thống nhất|cho phép|cấp phép|xin phép|được phép|xin|đồng ý|"
    r"phương án|đề xuất|dự định|"
    r"ý tưởng)\stổ chức\s(?:[^\s,;.]+\s){0,2}$|"
    r"(?<!tại )(?<!trong )(?<!dự )(?<!chức )(?<!\w)(?:các|những|nhiều|mọi|hàng loạt)\s$|"
    r"(?<!\w)(?:đi|sẽ) dự\s$|"
    r"(?<!\w)thông báo\s(?:[^\s,;.]+\s){0,3}?kết luận\s[^.;]{0,60}$"
)
"""Words before the name of an event that make it one that is only thought of, or the time of another."""


_HOME = re.compile(
    r"(?<!\w)(?:ubnd|hđnd|tỉnh|tp|sở|cục|văn phòng chính phủ|thứ trưởng|tổng cục|ban tổ chức|quận|huyện|"
    r"kiểm toán nhà nước|ngân hàng nhà nước|ủy ban nhân dân)(?!\w)"
)
_FOREIGN = re.compile(
    r"(?<!\w)(?:mỹ|nga|trung quốc|nhật bản|hàn quốc|triều tiên|thái lan|philippines|anh|pháp|đức|úc|ấn độ|"
    r"iran|syria|"
    r"indonesia|malaysia|singapore|ukraine|bắc kinh|tokyo|bangkok|washington|moscow|tổng thống|nhà trắng|"
    r"ngoại trưởng|"
    r"cảnh sát trưởng|eu|liên hiệp quốc|afp|reuters|bbc|cnn)(?!\w)"
)


def _is_of_this_country(key: str, sentence: Sentence) -> bool:
    """Whether a meeting with the press is one of a body of this country: of others there are far more."""
    home = _HOME.search(key, sentence.start, sentence.end) or MINISTRY.search(key, sentence.start, sentence.end)
    return home is not None and _FOREIGN.search(key, sentence.start, sentence.end) is None


_AT_HAND = 300
"""Code points behind a sentence within which officials are named at whatever it says was held."""


def _is_of_a_body(key: str, sentence: Sentence) -> bool:
    """Whether a body or officials are named in a sentence or right behind it."""
    reach = min(len(key), sentence.end + _AT_HAND)
    return has_official(key, sentence.start, reach) or _BODY.search(key, sentence.start, reach) is not None


_AT_HAPPENING = re.compile(
    r"(?<!\w)(?:tại|trong|dự|có|chủ trì|tổ chức|mở|sau|diễn ra|tham gia|đến|khai mạc|kết thúc|tiến hành|chủ tọa)\s$"
)
_TAKES_PLACE = re.compile(r"(?:\s[^\s,.;]+){1,8}?\s(?:đã\s|được\s)*(?:diễn ra|tổ chức|có sự)(?!\w)")
_FEAST_HELD = re.compile(r"(?<!\w)(?:khai mạc|bế mạc|khai hội|tổ chức|diễn ra|dự|lễ)\s(?:[^\s,.;]+\s){0,3}$")
_FEAST_OPENS = re.compile(r"(?:\s[^\s,.;]+){0,8}?\s(?:khai mạc|bế mạc|diễn ra|được tổ chức|chính thức)(?!\w)")
"""Words about a festival that make it one that is held, not spoken of."""


def find_events(key: str, sentence: Sentence) -> list[Event]:
    """The words for meetings in one sentence, in order; ``key`` is the reading in small letters, tones folded."""
    table = _words()
    found = []
    for match in table.pattern.finditer(key, sentence.start, sentence.end):
        start = match.start()
        if start and key[start - 1].isalnum():
            continue
        known = _known(key, sentence.start, match)
        if known is None:
            continue
        kind, rule = known
        named = rule in ("noun", "open noun", "held")
        before = key[max(sentence.start, start - 60) : start]
        after = key[match.end() : min(sentence.end, match.end() + 100)]
        if rule == "held" and not _is_of_a_body(key, sentence):
            continue
        if match[0] == "buổi" and not (_AT_HAPPENING.search(before) or _TAKES_PLACE.match(after)):
            continue
        if match[0].endswith(" họp báo") and named and not _is_of_this_country(key, sentence):
            continue
        happens = not (_FUTURE.search(before) or _NEGATED.search(before) or _WILL.match(after))
        if match[0] == "lễ hội" and not (_FEAST_HELD.search(before) or _FEAST_OPENS.match(after)):
            happens = False
        if happens:
            happens = not _PROPOSED.search(before) if named else _is_done(key, sentence, start, kind, rule)
        found.append(Event(start, match.end(), kind, named, happens, rule))
    return found


def _known(key: str, start: int, match: re.Match[str]) -> tuple[MeetingKind, str] | None:
    """What kind of event the words are that were found, and by which list of the lexicon."""
    table = _words()
    if match["organised"] is not None:
        return table.organised[match["organised"]], "organised"
    if match[0].endswith(" ngày"):
        return MeetingKind.CEREMONY, "organised"
    if match["held"] is not None:
        return table.held[match["held"]], "held"
    word = match[0]
    for kinds, rule in ((table.nouns, "noun"), (table.verbs, "verb"), (table.open, "open noun")):
        if word in kinds:
            return kinds[word], rule
    sitting = _sitting(key, start, match.start(), word)
    return (sitting, "assembly") if sitting is not None else None


_WANTED = re.compile(
    r"(?<!\w)(?:yêu cầu|đề nghị|mời|(?<!ban )chỉ đạo|(?<!ngoại )(?<!bàn )giao(?!\s(?:thông|lưu|ban|"
    r"dịch)(?!\w))|kiến nghị|gửi|ra quân|(?<!làm )việc(?!\s(?:này|đó|trên)(?!\w))|hoạt động|"
    r"(?<!đoàn )(?<!tổ )công tác|quy định|"
    r"nhiệm vụ|đang|muốn|từng|cơ quan|chức năng|kế hoạch|lần đầu tiên|nghị quyết)\s[^,;]{0,60}$"
)
_FORBIDDEN = re.compile(
    r"(?<!\w)(?:trái phép|đánh bạc|đưa người|lừa đảo|tội phạm|phạm tội|về tội|tội danh|bị cáo|bị can|nghi can|"
    r"buôn bán|ma túy|"
    r"cướp|truy bắt)(?!\w)"
)
"""Words of a sentence in which it is no meeting that somebody organised."""
MINISTRY = re.compile(
    r"(?<!\w)bộ\s(?:giao thông|y tế|giáo dục|công thương|công an|quốc phòng|tài chính|xây dựng|nội vụ|tư pháp|"
    r"nông nghiệp|ngoại giao|văn hóa|khoa học|thông tin|lao động|kế hoạch|tài nguyên|gtvt|gd-đt|gd&đt|tn&mt|"
    r"nn&ptnt)(?!\w)"
)
"""Ministries, which have meetings of their own."""
_AUTHORITY = re.compile(r"(?<!\w)(?:tỉnh|thành phố|tp|huyện|quận|thị xã|sở|bộ|công an|trường)(?!\w)")
_BY_OFFICIALS = frozenset((MeetingKind.INSPECTION, MeetingKind.VISIT, MeetingKind.CEREMONY, MeetingKind.RECEPTION))


def _is_done(key: str, sentence: Sentence, start: int, kind: MeetingKind, rule: str) -> bool:
    """Whether what a verb tells is done, by officials, and not asked for, planned or spoken of."""
    if rule == "organised" and _FORBIDDEN.search(key, sentence.start, sentence.end):
        return False
    if _WANTED.search(key, max(sentence.start, start - 70), start):
        return False
    if _honours_the_dead(key, start) and _BODY.search(key, sentence.start, start):
        return True
    if rule == "organised" and not _PROPOSED.search(key, max(sentence.start, start - 60), start + 8):
        return True
    if key.startswith(("họp ", "đã họp", "chủ trì họp"), start) and MINISTRY.search(key, sentence.start, start):
        return True
    if key.startswith("ký ", start) and _AUTHORITY.search(key, sentence.start, start) is not None:
        return True
    if (
        kind is MeetingKind.CEREMONY
        and not key.startswith(("đã ", "công bố"), start)  # ministries make known far more than they celebrate
        and MINISTRY.search(key, sentence.start, start) is not None
    ):
        return True
    if kind in _BY_OFFICIALS and _PLACE_ACTS.search(key, sentence.start, start) is not None:
        return True
    opens = start - sentence.start <= _CREDIT and key[sentence.start : start].strip(" \n(")[-1:] in (
        "",
        "-",
        "–",
        ")",
    )
    return has_official(key, sentence.start, start if kind in _BY_OFFICIALS and not opens else sentence.end)


_MEMORIAL = ("dâng hương", "dâng hoa", "viếng", "thắp hương", "đặt vòng hoa", "thắp nến", "báo công")
_BODY = re.compile(
    r"(?<!\w)(?:cơ quan|quỹ|trường|trung tâm|chi cục|cục|kho bạc|ngân hàng|tập đoàn|tổng công ty|công ty|"
    r"ban quản lý|bệnh viện|đài|báo|hạt kiểm lâm|viện|đoàn viên|hội viên|cán bộ|ban giám hiệu)(?!\w)"
)
"""Bodies besides those of officials that go to honour the dead together."""


def _honours_the_dead(key: str, start: int) -> bool:
    """Whether the words at ``start`` tell of honouring the dead."""
    return key.startswith(_MEMORIAL, start)


_PLACE_ACTS = re.compile(
    r"(?:^|\n|[,–-]\s)(?:xã|phường|huyện|quận|thị xã|thị trấn|tỉnh|thành phố)\s(?!hội|luận)(?:[^\s,.;]+\s){1,4}"
    r"(?:(?:đã|vừa|tổ chức|đến|tới|phối hợp|long trọng|chính thức)\s){0,3}$"
)
"""A place that does something itself: those who govern it do (``phường Bình An ra mắt …``)."""
_CREDIT = 18
"""Most code points before a verb that opens a sentence: no more than a credit (``(TTXVN) - Thăm …, ông A …``)."""


_ASSEMBLY = re.compile(
    r"(?<!\w)(?:quốc hội(?!\s(?:mỹ|trung quốc|anh|nga|pháp|đức|hàn quốc|nhật|ấn độ|thái lan|israel|iran|ý|úc))|"
    r"hđnd|hội đồng nhân dân|ubtvqh|đại biểu hđnd)(?!\w)(?! việt nam khóa)"
)


_OF_COMMITTEES = frozenset(("thảo luận", "cho ý kiến", "nghe báo cáo", "bỏ phiếu", "biểu quyết"))
_COMMITTEE = re.compile(
    r"(?<!\w)(?:ban thường vụ|thường trực (?:tỉnh|thành|huyện|quận|thị|đảng) ủy|ban chấp hành|bộ chính trị|"
    r"ban bí thư|ban cán sự đảng|thường vụ (?:tỉnh|thành|huyện|quận) ủy|ủy ban kiểm tra)(?!\w)"
)
"""Bodies of the Party, which do when they sit what an assembly does."""
_LOOKS_AT = re.compile(r"\s(?:kiểm tra|giám sát|khảo sát|thị sát|làm việc|thăm)(?!\w)")


def _sitting(key: str, start: int, end: int, word: str) -> MeetingKind | None:
    """The kind of what an assembly does that is named before it, or of what is laid before one."""
    kind = _words().assembly.get(word)
    if kind is None:
        return None
    if word in _OF_COMMITTEES and _COMMITTEE.search(key, max(start, end - 70), end) is not None:
        return kind
    if word == "tiến hành" and _LOOKS_AT.match(key, end + len(word)):  # what it does is told by the words behind
        return None
    if word.startswith("trình"):  # before whom something is laid is named behind
        return kind if _ASSEMBLY.search(key, end, end + len(word) + 40) is not None else None
    return kind if _ASSEMBLY.search(key, max(start, end - 70), end) is not None else None


def has_official(key: str, start: int, end: int) -> bool:
    """Whether an office, a body or a form of address of officials stands in ``key[start:end]``."""
    return _words().officials.search(key, start, end) is not None


def tells_of_another_time(key: str, start: int, end: int) -> bool:
    """Whether the words say that what they tell of was or will be at another time (``trước đó``, ``từng``)."""
    for match in _words().past.finditer(key, start, end):
        if match[0] != "từng" or "," not in key[start : match.start()]:  # not `ông A, người từng …, phát biểu`
            return True
    return False


_ORGANISED = re.compile(
    r"(?<!\w)(?:tổ chức|khai mạc|bế mạc|diễn ra|chủ trì|chủ tọa|dự|tham dự|có|phối hợp tổ chức|tiến hành|mở|họp)"
    r"(?:\s[\w,.]+){0,6}\s$"
)


def _is_programme(key: str, event: Event) -> bool:
    """Whether the words are only for what a meeting goes on with (``Tiếp tục chương trình làm việc, …``)."""
    return key.startswith("chương trình làm việc", event.start)


def main_of(key: str, sentence: Sentence, events: list[Event]) -> Event | None:
    """The event that a sentence reports: the one said to be held, else the first that happens."""
    happening = [event for event in events if event.happens]
    happening = [event for event in happening if not _is_programme(key, event)] or happening
    for event in happening:
        if event.named and _ORGANISED.search(key, max(sentence.start, event.start - 60), event.start):
            return event
        if not event.named:
            return event
    return happening[0] if happening else None
