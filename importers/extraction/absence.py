"""Who of those that a text names was not at the meeting: the dead, the caught, those said to be absent."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from importers.extraction.actors import Actor
from importers.extraction.sentences import Sentences
from importers.extraction.tries import matches_near

_DEPARTED = re.compile(
    r"(?<!\w)(?:cố|truy điệu|tiễn biệt|lễ tang|lễ viếng|tưởng niệm|tưởng nhớ|thi hài|linh cữu|di hài|"
    r"vĩnh biệt|an táng|"
    r"ngày sinh|năm sinh|ngày mất|năm mất|đền thờ|(?<!đối )tượng|tượng đài|khu lưu niệm|lăng|mộ|hài cốt|di tích|"
    r"thay mặt|nhân danh)\s(?:của\s)?"
    r"(?:(?:đại|trưởng) lão\s|ni trưởng\s|ni sư\s|(?:nữ )?(?:tướng|anh hùng)\s(?:liệt sĩ\s|liệt sỹ\s)?)?$"
)
"""Words before a name that make it that of somebody who cannot be there, or who is not."""
_CULPRIT = re.compile(
    r"(?<!\w)(?:bắt|bắt giữ|truy bắt|bắt được|bắt giữ được|khởi tố|truy nã|tạm giữ)\s"
    r"(?:đối tượng|nghi phạm|nghi can|hung thủ|bị can)(?:\s[^\s,.;]+){0,3}\s(?:là\s)?$"
)
"""Words before the name of somebody who is caught: a bare form of address further on is not theirs."""
_AWAY = re.compile(
    r"(?<!\w)(?:không|chưa)\s(?:thể\s)?(?:đến\s|tới\s|về\s)?(?:tham\s)?dự\s"
    r"(?:được\s)?(?:hội nghị|lễ|buổi|cuộc|đại hội|kỳ họp|phiên)(?!\w)"
)
"""What is said of somebody who does not attend."""
_JOINED = re.compile(r"\s?(?:,|và|cùng)\s(?:(?:các|đồng chí|đại tướng)\s)*")
"""What joins somebody to one of the dead that are remembered together (``tưởng nhớ A, B và C``)."""
_REMEMBERED = re.compile(r"(?<!\w)(?:tưởng nhớ|tưởng niệm|truy điệu|cố|lễ viếng|vĩnh biệt)(?!\w)")
_NEAR = 40
_REACH = 60
_CAUGHT = ("đối tượng", "nghi ", "hung thủ", "bị can")


def absent(key: str, sentences: Sentences, actors: Sequence[Actor]) -> frozenset[str]:
    """The names of those who are dead, caught or said not to attend; ``key`` as in `presence.find_parts`."""
    names = set()
    last: Actor | None = None
    for actor in actors:
        joined = last is not None and _JOINED.fullmatch(key, max(last.tail, last.end), actor.head) is not None
        departed = _DEPARTED.search(key, max(0, actor.head - _NEAR), actor.head) is not None
        remembered = departed and _REMEMBERED.search(key, max(0, actor.head - _NEAR), actor.head) is not None
        last = actor if remembered or joined else None
        if departed or joined or _is_caught(key, actor):
            names.add(actor.name)
    return frozenset((*names, *_away(key, sentences, actors)))


def _is_caught(key: str, actor: Actor) -> bool:
    before = key[max(0, actor.head - _REACH) : actor.head]
    return any(words in before for words in _CAUGHT) and _CULPRIT.search(before) is not None


def _away(key: str, sentences: Sentences, actors: Sequence[Actor]) -> Iterator[str]:
    """Whom the words name last, in the same paragraph, before they say that somebody does not attend."""
    starts = [actor.start for actor in actors]
    for match in matches_near(_AWAY, key, ("không ", "chưa ")):
        index = bisect_left(starts, match.start()) - 1
        here = sentences.holding(match.start())
        if index < 0 or here is None:
            continue
        there = sentences.holding(actors[index].start)
        if there is not None and there.region == here.region:
            yield actors[index].name
