"""The turn of a year that a text says is kept, which tells the year of a day about that time."""

from __future__ import annotations

import re

from importers.extraction.tries import matches_near

_STEMS = "giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý"
_BRANCHES = "tý|sửu|dần|mão|thìn|tỵ|ngọ|mùi|thân|dậu|tuất|hợi|tí|tị|quí"
_NEW_YEAR = re.compile(
    rf"(?:tết(?:\snguyên đán|\sdương lịch|\scổ truyền|\struyền thống)*|đón xuân|mừng xuân|năm mới)"
    rf"(?:\s(?:xuân\s|năm\s)?(?:{_STEMS})\s(?:{_BRANCHES}))?(?:,?\s(?:năm\s)?|\s?[-–(/]\s?)(\d{{4}})(?!\s?[-–/]\s?\d)"
)
"""The turn of a year that is kept, with the new year: ``Tết Nguyên đán Đinh Dậu - 2017``, ``năm mới 2019``."""
_LOOKED_BACK_ON = re.compile(r"(?<!\w)(?:so với|cùng kỳ|như|hơn|từ|kể từ|trước|hồi)\s[^.,;]{0,20}$")


def year_of_new_year(month: int, low: str) -> tuple[int, str] | None:
    """The year of a month about the one turn of the year that a text speaks of, and the words that say so.

    ``low`` is the text in small letters.
    """
    if 3 < month < 11:
        return None
    turns = [
        match
        for match in matches_near(_NEW_YEAR, low, ("tết", "xuân", "năm mới"), before=4)
        if not _LOOKED_BACK_ON.search(low, max(0, match.start() - 30), match.start())
    ]
    if len({match[1] for match in turns}) != 1:
        return None
    year = int(turns[0][1])
    return year if month <= 3 else year - 1, turns[0][0]
