"""Dates in Vietnamese text: every written form, with the words that they rest on.

`find_dates` works on any string: a body, a headline, the line of a stamp. It says what is written and no more:
``Chiều 12/12`` has a day and a month and no year. Fractions, scores, document numbers, versions and phone
numbers look like dates and are none: a day and month without a year count only behind a word that announces a
day (``ngày``, ``sáng``, ``thứ Bảy``) or where nothing but a day can stand. Time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from importers.extraction.date_found import DateFound, edtf, is_day, part_of_hour, year_of_digits
from importers.extraction.date_leads import Lead, clock, lead_of
from importers.extraction.date_words import (
    COUNTED_NOUNS,
    DAY_PARTS,
    FRACTION_CUES,
    HOLIDAY_PLACES,
    LIST_WORDS,
    LUNAR_MONTHS,
    MONTH_WORDS,
    NUMBERED_THINGS,
    WEAK_CUES,
    YEAR_WORDS,
)
from importers.extraction.near_dates import counted_from_today, months, years
from importers.extraction.spelling import lowered

__all__ = ["DateFound", "edtf", "find_dates", "is_day", "part_of_hour"]


def find_dates(text: str, start: int = 0, end: int | None = None) -> tuple[DateFound, ...]:
    """Every date in ``text[start:end]``, in the order of the text, none inside another.

    Days, months (``tháng 5/2023``), years (``năm 2023``) and days counted from the day of writing
    (``sáng nay``) are all given; offsets are code points into ``text``.
    """
    end = len(text) if end is None else min(end, len(text))
    low = lowered(text).replace("\n", "\0")  # nothing that is read as white space joins two lines
    found = [*_numbers(low, start, end), *months(low, start, end), *years(low, start, end)]
    found += counted_from_today(low, start, end)
    found.sort(key=lambda date: (date.start, -date.end))
    return tuple(_joined(low, _apart(found)))


def _apart(found: list[DateFound]) -> Iterator[DateFound]:
    """Drop what lies inside a date that began before it."""
    reached = -1
    for date in found:
        if date.start >= reached:
            reached = date.end
            yield date


# --- days written in numbers -----------------------------------------------------------------------------------

_DIGITS = re.compile(r"\d{1,4}")
_RUN = re.compile(
    r"(\d{1,2})\s?[-–]\s?(\d{1,2})(?:/|\.(?=\d{1,2}(?![\d.%]))|\stháng\s)(\d{1,2})(?:(?:/|(?<=\d)\snăm\s)(\d{4}))?(?![\d/])"
)
_PLAIN = re.compile(r"(\d{1,4})(\s?/\s?|\s?[-–]\s?|\.)(\d{1,4})(?:(\s?/\s?|\s?[-–]\s?|\.)(\d{1,4}))?(?!\d)")
_WORDED = re.compile(
    r"(\d{1,2})[\s,]{1,2}tháng\s(\d{1,2}|"
    + "|".join(sorted(MONTH_WORDS, key=len, reverse=True))
    + r")(?!\w)(?:\s?(?:,|/|-|,?\s?năm\s)\s?(\d{4})|\s(\d{4}))?(?!\d)"
)
_GLUED = re.compile(r"[-–/.]\d|[-–/]\w|\s?%|(?!t\d\d:)\w")
_RUN_GOES_ON = re.compile(r"\s?[-–]\s?\d{1,2}[/.]\d|/\d{1,2}-\d{1,2}-\d{4}")


@dataclass(frozen=True, slots=True)
class _Core:
    """The bare numbers of a date: where, what, and with which separator."""

    start: int
    end: int
    day: int | None
    month: int
    year: int | None
    separator: str
    first_day: int | None = None


def _numbers(low: str, start: int, end: int) -> Iterator[DateFound]:
    reached = start
    last: DateFound | None = None
    for match in _DIGITS.finditer(low, start, end):
        at = match.start()
        if at < reached or (at and (low[at - 1].isalnum() or _tail_of_number(low, at))):
            continue
        if not _goes_on(low, match.end()):
            continue
        core = _run(low, at) or _worded(low, at) or _plain(low, at)
        if core is None or core.end > end or _is_glued(low, core):
            continue
        goes_on = last is not None and at - last.end <= 8 and _JOINT.fullmatch(low[last.end : at]) is not None
        date = _placed(low, core, goes_on)
        if date is not None:
            reached, last = core.end, date
            yield date


def _goes_on(low: str, at: int) -> bool:
    """Whether what follows a number at ``at`` can make a date of it, told by two characters: most are none."""
    first, second = low[at : at + 1], low[at + 1 : at + 2]
    if first in "/-–":
        return True
    if first == ".":
        return second.isdigit()
    if first != "," and not first.isspace():
        return False
    return second in "/-–,t" or second.isspace()


def _tail_of_number(low: str, at: int) -> bool:
    if low[at - 1] not in "/.,-–:" or at == 1 or not low[at - 2].isdigit() or _ends_day(low, at - 1):
        return False
    return low[at - 1] != "," or _DAYS_BEFORE.search(low, max(0, at - 20), at) is None


_DAYS_BEFORE = re.compile(r"(?<!\w)ngày\s\d{1,2}(?:,\d{1,2}){0,3},$")
"""Days of a list without spaces (``ngày 9,10/6``)."""


_DAY_BEFORE = re.compile(r"(?<!\d)\d{1,2}(?:/\d{1,2}(?:/\d{4})?|/\d{4}|\.\d{1,2}\.\d{4}|-\d{1,2}-\d{4})$")


def _ends_day(low: str, at: int) -> bool:
    """Whether a dash or stroke at ``at`` stands between two days (``20/11-25/11``)."""
    return low[at] in "-–/" and _DAY_BEFORE.search(low, max(0, at - 11), at) is not None


def _is_glued(low: str, core: _Core) -> bool:
    return _GLUED.match(low, core.end) is not None and _RUN_GOES_ON.match(low, core.end) is None


def _run(low: str, at: int) -> _Core | None:
    """``3-5/10``: a run of days in one month."""
    match = _RUN.match(low, at)
    if match is None:
        return None
    first, last, month = int(match[1]), int(match[2]), int(match[3])
    year = year_of_digits(match[4])
    if not (first < last and is_day(year, month, last)):
        return None
    return _Core(at, match.end(), last, month, year, "/", first)


def _worded(low: str, at: int) -> _Core | None:
    """``3 tháng 2 năm 2023``."""
    match = _WORDED.match(low, at)
    if match is None:
        return None
    month = MONTH_WORDS.get(match[2]) or int(match[2])
    year = year_of_digits(match[3] or match[4])
    end = match.end() if year else match.end(2)
    return _Core(at, end, int(match[1]), month, year, "tháng") if is_day(year, month, int(match[1])) else None


def _plain(low: str, at: int) -> _Core | None:
    """``12/12``, ``1-12-2021``, ``25.5.2024``, ``2024-05-25``, ``5/2023``."""
    match = _PLAIN.match(low, at)
    if match is None:
        return None
    one, separator, two, separator_2, three = match.groups()
    mark = separator.strip().replace("–", "-")
    if three is not None and separator_2.strip().replace("–", "-") != mark:
        if separator_2.strip() == mark or not _is_run_of_days(low, match):
            return None
        three = None
    end = match.end() if three else match.end(3)
    if three is None:
        if len(two) == 4 and len(one) <= 2:
            year = year_of_digits(two)
            is_month = year is not None and 1 <= int(one) <= 12 and mark != "."
            return _Core(at, end, None, int(one), year, mark) if is_month else None
        usable = len(one) <= 2 and len(two) <= 2 and is_day(None, int(two), int(one))
        return _Core(at, end, int(one), int(two), None, mark) if usable else None
    if len(one) == 4:
        one, three = three, one
    year = year_of_digits(three)
    usable = year is not None and len(one) <= 2 and len(two) <= 2 and is_day(year, int(two), int(one))
    return _Core(at, end, int(one), int(two), year, mark) if usable else None


def _is_run_of_days(low: str, match: re.Match[str]) -> bool:
    return match[2].strip() == "/" and _RUN_GOES_ON.match(low, match.end(3)) is not None


# --- what stands around the numbers ----------------------------------------------------------------------------

_BEFORE_LIST = re.compile(r"(?<![\w/.,-])(\d{1,2})\s?(?:đến hết|đến|tới|và|rạng|[,&–-])\s?(?:ngày\s|sáng\s)?$")
_AFTER = re.compile(
    r"\s?(?:,?\s?năm\s(?P<year>\d{4}|nay|ngoái|trước|sau|tới)(?!\w))?"
    r"(?P<lunar>\s?\(?(?:âm lịch|âl)(?!\w))?"
)
_CLOCK_AFTER = re.compile(r"[\s,|]{0,3}[-–]?\s?(?:lúc\s|t)?(\d{1,2})\s?[:h]\s?(\d{2})(?!\d)")
_LAST_WORD = re.compile(r"(\w+)\s?[(\"“]?$")
_NEXT_WORD = re.compile(r"\s?(\w+)")


def _placed(low: str, core: _Core, goes_on: bool) -> DateFound | None:
    """The date with all that belongs to it, or ``None`` where the numbers are no date.

    ``goes_on``: the numbers end a run of days whose beginning was a date (``từ 28/9 đến 2/10``).
    """
    lead = lead_of(low, core.start)
    lead.strong = lead.strong or goes_on
    first, lead = _first_of_list(low, core, lead)
    if core.first_day is None and first is None and not _is_date(low, core, lead):
        return None
    if core.first_day is not None and not (lead.strong or core.year or _weak_cue(low, core.start)):
        return None
    end, year, relative_year, lunar = _after(low, core)
    if low[end : end + 1] == ")" and "(" in low[lead.start : core.start]:
        end += 1
    hour, minute = lead.hour, lead.minute
    if hour is None and core.day is not None:
        behind = _CLOCK_AFTER.match(low, end)
        if behind is not None:
            hour, minute = clock(behind[1], behind[2])
    first = first or core.first_day
    if lead.part is None and lead.start and low[lead.start - 1] == "(":
        told = _PART_BEFORE.search(low, max(0, lead.start - _TO_PART), lead.start)
        lead.part = DAY_PARTS[told[1]] if told is not None else None
    return DateFound(
        start=lead.start,
        end=end,
        year=year,
        month=core.month,
        day=first or core.day,
        until=(year, core.month, core.day) if first and core.day else None,
        weekday=lead.weekday,
        hour=hour,
        minute=minute,
        part_of_day=lead.part,
        relative_year=relative_year,
        lunar=lunar or (core.separator == "tháng" and _has_lunar_month(low, core)),
        rule="run of days" if first else "day" if core.day else "month",
    )


_TO_PART = 44
_PART_BEFORE = re.compile(r"(?<!\w)(sáng|trưa|chiều|tối|đêm)\s(?!nay|đó|cùng)(?:[^\s,.;()]+\s){1,6}\($")
"""A part of the day before another name of the day (``Sáng mùng 3 Tết (31-1-2025)``)."""


def _has_lunar_month(low: str, core: _Core) -> bool:
    return low.startswith(LUNAR_MONTHS, low.index("tháng", core.start) + len("tháng "))


def _first_of_list(low: str, core: _Core, lead: Lead) -> tuple[int | None, Lead]:
    """The first day of ``từ ngày 3 đến 5/10``, ``ngày 10, 11 và 12/3``, and what announces it."""
    if core.day is None or core.first_day is not None or core.separator not in ("/", "-", "tháng"):
        return None, lead
    position, first = lead.start, None
    for _ in range(4):
        before = low[max(0, position - 8) : position].split()
        if not before or (before[-1][-1] not in ",&–-" and before[-1] not in LIST_WORDS):
            break
        match = _BEFORE_LIST.search(low, max(0, position - 20), position)
        if match is None or not 1 <= int(match[1]) < (first or core.day):
            break
        position, first = match.start(), int(match[1])
        ahead = lead_of(low, position)
        if ahead.strong or _previous_word(low, position) == "từ":
            return first, ahead
    return None, lead


def _is_date(low: str, core: _Core, lead: Lead) -> bool:
    if core.start and core.year is None and _place_named_so(low, lead.start):
        return False
    if core.day is None:
        return core.year is not None and _previous_word(low, core.start) not in NUMBERED_THINGS
    if core.year is not None:
        return _previous_word(low, lead.start) not in NUMBERED_THINGS
    following = _NEXT_WORD.match(low, core.end)
    counted = following is not None and following[1] in COUNTED_NOUNS
    if lead.strong:
        return not counted or core.separator in ("tháng", "/")
    if core.separator != "/" or counted:
        return False
    if core.start and low[core.start - 1] == "(":
        return low[core.end : core.end + 1] in (")", ",", ";")
    cue = _weak_cue(low, core.start)
    if cue is None or (cue in FRACTION_CUES and core.day <= 4 and core.day < core.month):
        return False
    return following is None or low[core.end] in ",;:.)" or following[1] in ("đến", "tới")


def _weak_cue(low: str, at: int) -> str | None:
    word = _previous_word(low, at)
    return word if word in WEAK_CUES else None


def _previous_word(low: str, at: int) -> str | None:
    match = _LAST_WORD.search(low, max(0, at - 12), at)
    return match[1] if match else None


def _place_named_so(low: str, at: int) -> bool:
    """Whether a street, square or school bears the date as its name (``đường 3/2``)."""
    return _previous_word(low, at) in HOLIDAY_PLACES


def _after(low: str, core: _Core) -> tuple[int, int | None, int | None, bool]:
    """Where the date ends, its year, its year counted from today, and whether it is of the lunar calendar."""
    match = _AFTER.match(low, core.end)
    if match is None or core.day is None:
        return core.end, core.year, None, False
    year, relative = core.year, None
    if match["year"] and core.year is None:
        year = year_of_digits(match["year"]) if match["year"].isdigit() else None
        relative = YEAR_WORDS.get(match["year"])
    grew = (match["year"] and (year or relative is not None)) or match["lunar"]
    return (match.end() if grew else core.end), year, relative, bool(match["lunar"])


# --- runs of days with both ends written out -------------------------------------------------------------------

_JOINT = re.compile(r"\s?(?:đến hết|đến|tới|[-–])\s?$")


def _joined(low: str, dates: Iterator[DateFound]) -> Iterator[DateFound]:
    """Join ``28/9 đến 2/10`` into one run of days."""
    last: DateFound | None = None
    for date in dates:
        if last is None:
            last = date
            continue
        gap = date.start - last.end
        if gap <= 12 and _makes_run(last, date) and _JOINT.fullmatch(low[last.end : date.start]):
            year = last.year or date.year
            last = replace(
                last, end=date.end, year=year, until=(date.year, date.month, date.day or 1), rule="run of days"
            )
            continue
        yield last
        last = date
    if last is not None:
        yield last


def _makes_run(first: DateFound, last: DateFound) -> bool:
    if first.day is None or last.day is None or first.until or last.until or not first.month or not last.month:
        return False
    years_apart = (last.year or 0) - (first.year or last.year or 0)
    return 0 <= years_apart <= 1 and (years_apart == 1 or (first.month, first.day) < (last.month, last.day))
