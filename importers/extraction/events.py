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

    ``happens``: the sentence says that it takes place, not that it will or did at another time.
    """

    start: int
    end: int
    kind: MeetingKind
    named: bool
    happens: bool


@dataclass(frozen=True, slots=True)
class _Words:
    pattern: re.Pattern[str]
    nouns: dict[str, MeetingKind]
    verbs: dict[str, MeetingKind]
    assembly: dict[str, MeetingKind]
    officials: re.Pattern[str]
    past: re.Pattern[str]


def any_of(phrases: frozenset[str] | dict[str, MeetingKind]) -> str:
    """A pattern for any of the phrases as whole words, tone marks in one place."""
    return rf"(?<!\w){trie(one_tone_place(phrase) for phrase in phrases)}(?!\w)"


@cache
def _words() -> _Words:
    data = facts("meetings")
    nouns = {one_tone_place(word): MeetingKind(kind) for word, kind in data["nouns"].items()}
    verbs = {one_tone_place(word): MeetingKind(kind) for word, kind in data["verbs"].items()}
    assembly = {one_tone_place(word): MeetingKind(kind) for word, kind in data["assembly"].items()}
    others = frozenset(one_tone_place(word) for word in data["not_events"]["words"])
    return _Words(
        pattern=re.compile(trie([*nouns, *verbs, *assembly, *others]) + r"(?!\w)"),
        nouns=nouns,
        verbs=verbs,
        assembly=assembly,
        officials=re.compile(any_of(words("meetings", "officials"))),
        past=re.compile(any_of(words("meetings", "past"))),
    )


_FUTURE = re.compile(r"(?<!\w)(?:sẽ|dự kiến|chuẩn bị|sắp|kế hoạch|lịch|nơi)(?!\w)[^.;]{0,40}$")
_WILL = re.compile(
    r"(?:\s[^\s,.;]+){0,7}?\s(?:sẽ|dự kiến|sắp)\s(?!nghe)|"
    r"(?:\s[^\s.;]+){0,16}?\s(?:sẽ|dự kiến|sắp)\s(?:tổ chức|diễn ra|khai mạc|bế mạc|được|họp)"
)
_NEGATED = re.compile(r"(?<!\w)(?:không|chưa|hoãn|hủy)\s(?:\w+\s)?$")


def find_events(key: str, sentence: Sentence) -> list[Event]:
    """The words for meetings in one sentence, in order; ``key`` is the reading in small letters, tones folded."""
    table = _words()
    found = []
    for match in table.pattern.finditer(key, sentence.start, sentence.end):
        start = match.start()
        if start and key[start - 1].isalnum():
            continue
        noun = table.nouns.get(match[0])
        kind = noun or table.verbs.get(match[0]) or _sitting(key, sentence.start, start, match[0])
        if kind is None:
            continue
        before = key[max(sentence.start, start - 60) : start]
        after = key[match.end() : min(sentence.end, match.end() + 100)]
        happens = not (_FUTURE.search(before) or _NEGATED.search(before) or _WILL.match(after))
        if happens and noun is None:
            happens = _is_done(key, sentence, start, kind)
        found.append(Event(start, match.end(), kind, noun is not None, happens))
    return found


_WANTED = re.compile(
    r"(?<!\w)(?:yêu cầu|đề nghị|mời|chỉ đạo|giao|kiến nghị|gửi|ra quân|việc|hoạt động|(?<!đoàn )công tác|quy định|"
    r"nhiệm vụ|đang|muốn|từng|cơ quan|chức năng|kế hoạch|lần đầu tiên|nghị quyết)\s[^,;]{0,60}$"
)
_BY_OFFICIALS = frozenset((MeetingKind.INSPECTION, MeetingKind.VISIT, MeetingKind.CEREMONY, MeetingKind.RECEPTION))


def _is_done(key: str, sentence: Sentence, start: int, kind: MeetingKind) -> bool:
    """Whether what a verb tells is done, by officials, and not asked for, planned or spoken of."""
    if _WANTED.search(key, max(sentence.start, start - 70), start):
        return False
    return has_official(key, sentence.start, start if kind in _BY_OFFICIALS else sentence.end)


_ASSEMBLY = re.compile(
    r"(?<!\w)(?:quốc hội(?!\s(?:mỹ|trung quốc|anh|nga|pháp|đức|hàn quốc|nhật|ấn độ|thái lan|israel|iran|ý|úc))|"
    r"hđnd|hội đồng nhân dân|ubtvqh|đại biểu hđnd)(?!\w)(?! việt nam khóa)"
)


def _sitting(key: str, start: int, end: int, word: str) -> MeetingKind | None:
    """The kind of what an assembly does that is named before it, within 70 code points."""
    kind = _words().assembly.get(word)
    return kind if kind is not None and _ASSEMBLY.search(key, max(start, end - 70), end) else None


def has_official(key: str, start: int, end: int) -> bool:
    """Whether an office, a body or a form of address of officials stands in ``key[start:end]``."""
    return _words().officials.search(key, start, end) is not None


def tells_of_another_time(key: str, start: int, end: int) -> bool:
    """Whether the words say that what they tell of was or will be at another time (``trước đó``, ``từng``)."""
    return _words().past.search(key, start, end) is not None


_ORGANISED = re.compile(
    r"(?<!\w)(?:tổ chức|khai mạc|bế mạc|diễn ra|chủ trì|chủ tọa|dự|tham dự|có|phối hợp tổ chức|tiến hành|mở|họp)"
    r"(?:\s[\w,.]+){0,6}\s$"
)


def main_of(key: str, sentence: Sentence, events: list[Event]) -> Event | None:
    """The event that a sentence reports: the one said to be held, else the first that happens."""
    happening = [event for event in events if event.happens]
    for event in happening:
        if event.named and _ORGANISED.search(key, max(sentence.start, event.start - 60), event.start):
            return event
        if not event.named:
            return event
    return happening[0] if happening else None
