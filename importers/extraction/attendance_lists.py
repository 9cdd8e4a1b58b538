"""Lists of those who attend: where one opens in a sentence, and in which sentences and rows it goes on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from importers.extraction.actors import Actor
from importers.extraction.sentences import Sentence
from importers.extraction.sides import lists

_LIST_OPENS = re.compile(r"(?<!\w)(?:có|gồm|của|là|bao gồm|gồm có|còn có|đồng chí|ông|bà)(?!\w)|:")
_PASSIVE_LIST = re.compile(
    r"(?<!\w)(?:(?:(?<!trung ương )(?<!tw )(?<!tư )(?<!thành )(?<!tỉnh )đoàn|tổ|"
    r"đại biểu)(?:\s[^\s,;.]+){0,9}\sgồm|thành viên(?:\s\w+){0,4}\scó|"
    r"cùng các đồng chí|"
    r"(?:nhận|được trao|được tặng|đạt|đoạt|giành)\s(?:[^\s.;:]+\s){0,6}(?:giải|giải thưởng|bằng khen|"
    r"huy hiệu|huân chương|danh hiệu|"
    r"kỷ niệm chương|quà|học bổng)(?:\s[^\s.;:]+){0,10}?\s?(?:gồm|có|là|:)|"
    r"được\s(?:vinh danh|tuyên dương|biểu dương|khen thưởng|tôn vinh)(?:\s[^\s.;:]+){0,10}?\s?(?:gồm|"
    r"có|là|:))(?:\s|:)"
)


def opens_rows(key: str, sentence: Sentence) -> bool:
    """Whether a sentence ends in a colon and announces who attends: the rows below name them."""
    end = sentence.end
    while end > sentence.start and key[end - 1].isspace():
        end -= 1
    if end == sentence.start or key[end - 1] != ":":
        return False
    return (
        lists().search(key, sentence.start, end) is not None
        or _PASSIVE_LIST.search(key, sentence.start, end) is not None
    )


_TO_LIST = 320
"""Most code points between the word that opens a list and its first name."""


_LIST_STARTS = re.compile(
    r"(?<!\w)(?:có|gồm|gồm có|bao gồm)(?:\s(?:sự tham dự của|các|đồng chí|ông|bà|đ/c)){0,3}\s?:?\s*$"
)


def listed_from(key: str, sentence: Sentence, people: Sequence[Actor]) -> int | None:
    """Where a list of those who attend begins in a sentence, or ``None``."""
    heads = [actor.head for actor in people]
    for match in lists().finditer(key, sentence.start, people[-1].start):
        index = bisect_left(heads, match.end() - 1)
        if index == len(people):
            return None
        between = key[match.end() : people[index].head]
        if len(between) <= _TO_LIST and (_LIST_OPENS.search(between) or len(between) < 4):
            return people[index].start
        for actor in people[index + 1 : index + 3]:  # behind somebody in whose honour it is
            between = key[match.end() : actor.head]
            if len(between) <= _TO_LIST and _LIST_STARTS.search(between):
                return actor.start
    opening = _PASSIVE_LIST.search(key, sentence.start, people[-1].start)
    return opening.end() if opening is not None else None


_GOES_ON = re.compile(
    r"(?:(?:và|cùng|cùng dự|còn có|ngoài ra,?(?: còn)? có)\s)?(?:"
    r"(?:các|hai|ba|những)\s(?:đồng chí|vị|ông|bà|nguyên)(?:,\s(?:ông|bà))?\s[^.;:\n]{2,140}:\s|"
    r"(?:về phía|phía|bên|đại diện|lãnh đạo)\s[^,;:.\n]{2,90}(?:\s(?:có|gồm)(?:\scác)?|:)"
    r"(?::|\s(?:đồng chí|ông|bà|đ/c)\s))"
)
"""A sentence that is one more row of the list before it (``Các đồng chí nguyên Bí thư: A, B.``)."""


def goes_on(key: str, sentence: Sentence) -> int | None:
    """Where the names begin of a sentence that goes on with the list of those who attend before it, or ``None``."""
    row = _GOES_ON.match(key, sentence.start, sentence.end)
    return row.end() - 1 if row is not None else None
