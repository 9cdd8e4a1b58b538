"""Reports of a meeting without a day: what was held just now, what the headline or the whole text shows."""

from __future__ import annotations

import re

from importers.extraction.dates import DateFound
from importers.extraction.events import find_events, has_official, main_of
from importers.extraction.reading import RegionKind
from importers.extraction.sentences import Sentence
from importers.extraction.texts import HEAD, Report, Text, is_elsewhen, is_of_crime

EARLY = 1_600
"""Code points of the body within which the sentence that reports the meeting stands, as a rule."""
LEAD = 4
"""Sentences of the body among which the one stands that dates what the headline names."""
CLOSE = 3
"""Sentences behind an opening that go on with what it tells."""
SHALL_BE = re.compile(r"(?<!\w)(?:sẽ|sắp|dự kiến|chuẩn bị)(?!\w)")
"""Words for what lies ahead."""
_SHALL_HAPPEN = re.compile(r"(?<!\w)(?:sẽ|sắp|dự kiến)\s(?:được\s)?(?:diễn ra|tổ chức|khai mạc|thăm|họp)(?!\w)")
_JUST = re.compile(
    r"(?<!\w)(?:vừa|(?<!nét )(?<!điểm )(?<!đổi )(?<!năm )(?<!thôn )mới|"
    r"vừa qua)(?:\s[^\s.;:]+){0,16}?\s(?:tổ chức|khai mạc|diễn ra|có buổi|có cuộc|chủ trì|"
    r"đến dự|tiến hành|dẫn đầu|đến thăm|tới thăm|đi thăm|về thăm|đã thăm|đi kiểm tra|đã kiểm tra|đã làm việc|"
    r"có chuyến|đã tiếp|đã đến|đã tới|làm việc với)(?!\w)"
)


def just_held(text: Text) -> Report | None:
    """What the first words of a text say was held just now (``vừa phối hợp tổ chức …``), without a day."""
    if is_of_crime(text.key):
        return None
    opening = [s for s in text.sentences.all[:4] if s.kind is RegionKind.PARAGRAPH][:2]
    for sentence in opening:
        just = _JUST.search(text.key, sentence.start, min(sentence.end, sentence.start + 220))
        event = main_of(text.key, sentence, find_events(text.key, sentence)) if just is not None else None
        if event is None or just is None or event.end <= just.start() or event.start > just.end() + HEAD:
            continue
        if has_official(text.key, sentence.start, sentence.end):
            number = text.sentences.all.index(sentence)
            return Report(sentence, number, event, _day_behind(text, number))
    return None


def _day_behind(text: Text, number: int) -> DateFound | None:
    """The day with which the next sentence begins, which goes on with what was held just now: ``Sáng 31/5, …``."""
    for sentence in text.sentences.all[number + 1 : number + 2]:
        if sentence.kind is RegionKind.PARAGRAPH and not is_elsewhen(text, sentence):
            return next((date for date in text.dates if 0 <= date.start - sentence.start <= _AT_ONCE), None)
    return None


_AT_ONCE = 2
"""Code points before a day with which a sentence begins."""


def told_by_headline(text: Text) -> Report | None:
    """What the headline names and the opening says was organised, without a day (``Chi bộ tổ chức …``)."""
    title = text.title
    event = main_of(text.key, title, find_events(text.key, title)) if title is not None else None
    if title is None or event is None or is_of_crime(text.key) or SHALL_BE.search(text.key, 0, title.end):
        return None
    for number, sentence in enumerate(text.sentences.all[1 : 1 + CLOSE], 1):
        if sentence.kind is not RegionKind.PARAGRAPH or is_elsewhen(text, sentence):
            continue
        told = main_of(text.key, sentence, find_events(text.key, sentence))
        if (
            told is None
            or told.kind is not event.kind
            or not _HAS_ORGANISED.search(text.key, sentence.start, told.end)
        ):
            continue
        if has_official(text.key, sentence.start, told.start) and not SHALL_BE.search(
            text.key, sentence.start, sentence.end
        ):
            return Report(sentence, number, told, None)
    return None


_HAS_ORGANISED = re.compile(r"(?<!\w)(?:tổ chức|tiến hành|khai mạc|mở|đã có|chủ trì)(?!\w)")


def _is_announced(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence says that an event will be held, and of none that it was."""
    if sentence.kind is not RegionKind.PARAGRAPH or not _SHALL_HAPPEN.search(
        text.key, sentence.start, sentence.end
    ):
        return False
    return main_of(text.key, sentence, find_events(text.key, sentence)) is None


def undated(text: Text) -> Report | None:
    """The first sentence that tells of the event, be it the headline, where none has a day."""
    fallback = None
    if any(_is_announced(text, sentence) for sentence in text.sentences.all[:CLOSE]):
        return None
    for number, sentence in enumerate(text.sentences.all):
        if sentence.start - text.reading.body_offset > EARLY:
            break
        if is_elsewhen(text, sentence):
            continue
        event = main_of(text.key, sentence, find_events(text.key, sentence))
        if event is None or (event.rule == "organised" and sentence.kind is RegionKind.TITLE):
            continue
        if not event.named and number >= LEAD:
            continue
        report = Report(sentence, number, event, None)
        if sentence.kind in (RegionKind.TITLE, RegionKind.PARAGRAPH):
            return report
        fallback = fallback or report
    return fallback
