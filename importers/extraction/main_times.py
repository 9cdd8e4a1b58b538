"""Which sentences of a text speak of the time of its main meeting, and which of another."""

from __future__ import annotations

import re
from bisect import bisect_left

from importers.extraction.dates import DateFound
from importers.extraction.events import tells_of_another_time
from importers.extraction.jubilees import is_kept
from importers.extraction.sentences import Sentence
from importers.extraction.texts import HEAD, Report, Text


def of_main_time(text: Text, main: Report) -> list[bool]:
    """For each sentence, whether it speaks of the main meeting rather than of another time."""
    days = days_of(main.day)
    wanted = []
    starts = [date.start for date in text.dates]
    for number, sentence in enumerate(text.sentences.all):
        if number == main.number:
            wanted.append(True)
            continue
        head = min(sentence.end, sentence.start + HEAD)
        own = text.dates[bisect_left(starts, sentence.start) : bisect_left(starts, head)]
        other = any(_is_other_day(date, days) for date in own if not is_kept(date, text.jubilees))
        elsewhen = tells_of_another_time(text.key, sentence.start, head) and not _is_side_event(text, sentence)
        wanted.append(not other and not elsewhen)
    return wanted


def other_days(text: Text, main: Report) -> frozenset[int]:
    """Where the days end that the text gives with their month and that are not that of the main meeting."""
    days = days_of(main.day)
    return frozenset(
        date.end
        for date in text.dates
        if date.relative is None and _is_other_day(date, days) and not is_kept(date, text.jubilees)
    )


_SIDE_EVENT = re.compile(
    r"(?:trước|sau)\s(?:đó|buổi|cuộc|khi|hội nghị|lễ)(?!\w)[^.;]{0,160}?(?<!\w)(?:thăm|dâng hương|"
    r"dâng hoa|thắp hương|viếng|kiểm tra|"
    r"khảo sát|tham quan|trao|tặng|cắt băng|động viên|làm việc với)(?!\w)"
)


def _is_side_event(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence tells of what was done on the same trip before (``Trước đó, đoàn đã đến thăm …``)."""
    if _SIDE_EVENT.match(text.key, sentence.start) is None:
        return False
    following = bisect_left(text.dates, sentence.start, key=_start)
    return following == len(text.dates) or text.dates[following].start >= sentence.end


def _start(date: DateFound) -> int:
    return date.start


def days_of(date: DateFound | None) -> set[tuple[int | None, int | None]]:
    """The first and the last day of a date, as (month, day)."""
    if date is None:
        return set()
    days = {(date.month, date.day)}
    if date.until is not None:
        days.add((date.until[1] or date.month, date.until[2]))
    return days


def _is_other_day(date: DateFound, days: set[tuple[int | None, int | None]]) -> bool:
    if date.relative is not None:
        return date.relative != 0
    return date.day is not None and bool(days) and (date.month, date.day) not in days
