"""What announces a day: words, weekdays, parts of the day and hours before its numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from importers.extraction.date_words import DAY_PARTS, LEADING, WEEKDAYS

_LEAD = re.compile(
    r"(?<!\w)(?:(?P<part>" + "|".join(sorted(DAY_PARTS, key=len, reverse=True)) + r")"
    r"|(?:hôm nay|hôm qua|nay|này|qua)"
    r"|(?P<weekday>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")"
    r"|(?P<word>ngày|mùng|mồng|hôm)"
    r"|(?P<hour>\d{1,2})\s?(?:h|g|giờ|:)\s?(?P<minute>\d{2})?\s?(?:phút|['’′])?)"
    r"[\s,(|]{1,3}[-–]?\s?$"
)


@dataclass(slots=True)
class Lead:
    """What announces a date, gathered backwards from its numbers."""

    start: int
    part: str | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    strong: bool = False


def lead_of(low: str, at: int) -> Lead:
    """What stands before the numbers of a day at ``at``."""
    lead = Lead(at)
    position = at
    for _ in range(5):
        match = _lead_word(low, position)
        if match is None:
            break
        position = match.start()
        if match["hour"]:
            lead.hour, lead.minute = clock(match["hour"], match["minute"])
            lead.strong = lead.strong or lead.hour is not None
            break  # the clock stands outside the words of the date
        lead.start, lead.strong = position, True
        lead.part = DAY_PARTS[match["part"]] if match["part"] else lead.part
        lead.weekday = WEEKDAYS[match["weekday"]] if match["weekday"] else lead.weekday
    return lead


_LAST_WORDS = re.compile(r"[^\s\0]+")


def _lead_word(low: str, at: int) -> re.Match[str] | None:
    """The words right before ``at`` that announce a date, of one to four syllables; mostly there are none."""
    words = list(_LAST_WORDS.finditer(low, max(0, at - 24), at))
    while words and not words[-1][0].strip(",(|–-"):
        words.pop()
    if not words:
        return None
    last = words[-1][0].strip(",(|–-")
    if last not in LEADING and not (last[-1:] in "0123456789hg'’′" and last[:1].isdigit()):
        return None
    for word in words[-4:]:
        match = _LEAD.match(low, word.start() + (len(word[0]) - len(word[0].lstrip("(“\"‘'[-–"))), at)
        if match is not None:
            return match
    return None


def clock(hour: str, minute: str | None) -> tuple[int | None, int | None]:
    """An hour and its minutes, or neither where there is no such time."""
    if int(hour) > 24 or int(minute or 0) > 59:
        return None, None
    return int(hour), int(minute) if minute else None
