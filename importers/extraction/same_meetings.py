"""Other sentences that report the meeting of an article once more: its opening day, and its name in full."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from importers.extraction.events import find_events, main_of, tells_of_another_time
from importers.extraction.main_times import days_of
from importers.extraction.meeting_days import day_in
from importers.extraction.reading import RegionKind
from importers.extraction.sentences import Sentence
from importers.extraction.texts import Report, Text

_OPENS = re.compile(r"(?<!\w)(?:đã |chính thức |long trọng |trọng thể )*khai mạc(?!\w)")


def opening_of(text: Text, main: Report, reports: Sequence[Report]) -> Report:
    """The report that gives the day on which a meeting of several days was opened, else ``main``."""
    if main.day is None or main.day.until is None:
        return main
    first = (main.day.month, main.day.day)
    for report in reports:
        day = report.day
        if day is None or day.until is not None or (day.month, day.day) != first:
            continue
        if _OPENS.search(text.key, report.sentence.start, report.sentence.end) is not None:
            return report
    return main


_EARLY = 4
"""Sentences behind the headline among which one names the meeting of the first in full."""
_HELD = re.compile(r"(?<!\w)(?:tổ chức|diễn ra|khai mạc)(?!\w)")
_HEAD = 45


def told_again(text: Text, main: Report) -> Iterator[Sentence]:
    """The sentences of the opening that say of the same meeting that it was held, on its day or on none."""
    for sentence in islice(text.sentences.all, _EARLY + 1):
        if sentence.kind is not RegionKind.PARAGRAPH or sentence == main.sentence:
            continue
        if _HELD.search(text.key, sentence.start, sentence.end) is None:
            continue
        event = main_of(text.key, sentence, find_events(text.key, sentence))
        if event is None or not event.named or event.kind is not main.event.kind:
            continue
        day = day_in(text.low, sentence, text.dates, text.jubilees)
        if day is not None and not days_of(day) & days_of(main.day):
            continue
        if not tells_of_another_time(text.key, sentence.start, min(sentence.end, sentence.start + _HEAD)):
            yield sentence
