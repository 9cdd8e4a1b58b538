"""On whose side people are whom a text lists under one: ``Về phía TP …``, ``tham gia đoàn …``."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from importers.extraction.actors import Actor
from importers.extraction.events import any_of
from importers.extraction.facts import words
from importers.extraction.sentences import Sentences

NOT_ATTENDING = r"(?!(?<=dự)\s(?:án|kiến|toán|thảo|báo|trữ|định|phòng|bị|luật)(?!\w))"
"""Syllables that make `dự` another word (``dự án``)."""


@cache
def lists() -> re.Pattern[str]:
    """The words that open a list of those who attend."""
    return re.compile(any_of(words("meetings", "lists")) + NOT_ATTENDING)


_SIDE = re.compile(
    r"(?<!\w)(?:về phía|phía|đại diện|đại diện lãnh đạo|lãnh đạo)\s((?:(?:tp|t)\.|[^,;:.()]){2,60}?),?\s"
    r"(?:có|tham dự|dự|cùng dự|tham gia|gồm|tiếp)(?!\w)"
)
_DELEGATION = re.compile(
    r"(?<!\w)(?:tham gia|cùng|thành viên|cùng đi với|cùng đi trong|cùng đi)\s(đoàn(?:\s(?:công tác|khảo sát|"
    r"kiểm tra|giám sát))?)(?!\w)"
)


def sides(text: str, key: str, sentences: Sentences, actors: Sequence[Actor]) -> dict[int, str]:
    """Whose side people are on who are listed under one (``Về phía TP …``): by the start of the mention."""
    starts = [actor.start for actor in actors]
    found: dict[int, str] = {}
    for sentence in sentences.all:
        first, after = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        if first == after or lists().search(key, sentence.start, actors[after - 1].start) is None:
            continue
        headings = [
            (m.end(), text[m.start(1) : m.end(1)].strip())
            for m in _SIDE.finditer(key, sentence.start, sentence.end)
        ]
        headings += [
            (m.end(), text[m.start(1) : m.end(1)]) for m in _DELEGATION.finditer(key, sentence.start, sentence.end)
        ]
        headings.sort()
        for actor in actors[first:after]:
            index = bisect_right(headings, actor.start, key=_position)
            if index:
                found[actor.start] = headings[index - 1][1]
    return found


def _position(heading: tuple[int, str]) -> int:
    return heading[0]
