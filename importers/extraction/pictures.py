"""People whom the line under a picture names and says no more of, among pictures of the meeting."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from importers.extraction.actors import Actor
from importers.extraction.chairs import Part
from importers.extraction.reading import RegionKind
from importers.extraction.sentences import Sentence, Sentences
from store.records import Role

_OF_EVENT = re.compile(
    r"(?<!\w)(?:tại|toàn cảnh|quang cảnh|dự|điều hành|chủ trì|chỉ đạo|chúc mừng)\s(?:\w+\s){0,2}?"
    r"(?:hội nghị|đại hội|hội thảo|lễ|buổi|kỳ họp|phiên|cuộc)(?!\w)"
)
_LONGEST = 200
"""Code points of the longest line that may stand under a picture."""
_KINDS = (RegionKind.CAPTION, RegionKind.PARAGRAPH)


def named_under_pictures(
    key: str, sentences: Sentences, actors: Sequence[Actor], wanted: Sequence[bool]
) -> Iterator[Part]:
    """``Ông A, Giám đốc Sở X.`` as a line of its own, beside one that shows the meeting; arguments as in
    `presence.find_parts`."""
    starts = [actor.start for actor in actors]
    every = sentences.all
    for number, sentence in enumerate(every):
        if not wanted[number] or not _is_line(every, number):
            continue
        index = bisect_left(starts, sentence.start)
        if index == len(actors) or actors[index].start >= sentence.end or not _is_all(key, sentence, actors[index]):
            continue
        beside = (n for n in (number - 1, number + 1) if 0 < n < len(every) and _is_line(every, n))
        if any(_OF_EVENT.search(key, every[n].start, every[n].end) for n in beside):
            actor = actors[index]
            yield Part(actor.name, Role.ATTENDS, actor.start, actor.end, "named under a picture")


def _is_line(every: Sequence[Sentence], number: int) -> bool:
    """Whether a sentence is short and stands alone."""
    sentence = every[number]
    alone = sentence.opens and (number + 1 == len(every) or every[number + 1].opens)
    return alone and sentence.kind in _KINDS and sentence.end - sentence.start <= _LONGEST


def _is_all(key: str, sentence: Sentence, actor: Actor) -> bool:
    """Whether a sentence names a person with an office, and nothing else."""
    tail = max(actor.tail, actor.end)
    before, behind = key[sentence.start : actor.head], key[tail : sentence.end]
    return not before.strip() and not behind.strip(" .\n\xa0") and tail - actor.head > actor.end - actor.start + 8
