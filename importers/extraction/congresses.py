"""Resolutions that a text cites by the congress or plenum that passed them (``Nghị quyết Đại hội XIII``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from importers.extraction.citation import Citation
from importers.extraction.facts import words

_ORDINAL = r"(?:[ivxl]+|\d{1,2})"
_CONGRESS = re.compile(
    r"nghị quyết\s(?:của\s)?(?:(?P<short>[ivx]+)(?=\scủa đảng|\sđảng(?!\sbộ))|đại hội(?=\s)|đh(?=\s))"
)
_PLENUM = re.compile(
    rf"(?:nghị quyết|kết luận)\s(?:hội nghị\s)?(?:lần thứ\s(?:\w+\s){{1,2}})?(?:bch\s?|ban chấp hành\s)?"
    rf"(?:trung ương|tw|t\.?ư)(?:\sđảng)?(?:\slần thứ)?(?:\s(?P<n>{_ORDINAL})(?!\w))?,?"
    rf"(?:\s\(?(?:khóa|khoá)\s(?P<term>[ivx]+)(?:,\s[ivx]+|\svà\s[ivx]+)*\)?)?"
)
_PLENUM_ORDINAL = re.compile(r"lần thứ\s(\w+)")
_CONGRESS_WORD = re.compile(r"[\s(]*([\w.]+)\)?")
_CONGRESS_WORDS: Final = words("documents", "congress")
_ROMAN = re.compile(r"(?<!\w)(?=[IVXL])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?!\w)")


def passed_by_meetings(text: str, low: str) -> Iterator[Citation]:
    """Every place of ``text`` that names a resolution by who passed it; ``low`` is the text in small letters."""
    for head in ("nghị quyết", "kết luận"):
        at = low.find(head)
        while at >= 0:
            citation = _congress(text, low, at) or _plenum(text, low, at)
            if citation is not None:
                yield citation
            at = low.find(head, at + len(head))


def _congress(text: str, low: str, at: int) -> Citation | None:
    match = _CONGRESS.match(low, at)
    if match is None:
        return None
    end = _congress_end(text, low, match.end())
    wording = text[at:end]
    if "các cấp" in wording.lower():
        return None
    roman = _ROMAN.search(text, match.start("short") if match["short"] else match.end(), end)
    digits = re.search(r"(?:lần thứ|đại hội)\s(\d{1,2})(?!\w)", low[at:end])
    ordinal = roman[0] if roman else digits[1] if digits else ""
    scope = "đảng bộ" if "đảng bộ" in low[at:end] else _other_congress(low[at:end])
    return Citation(
        at,
        end,
        "nghị quyết",
        f"đại hội {ordinal} {scope}",
        " ".join(wording.split()),
        symbol=scope,
        rule="congress",
    )


def _other_congress(wording: str) -> str:
    for body in ("công đoàn", "đoàn", "phụ nữ", "nông dân", "mttq", "hội"):
        if re.search(rf"(?<!đại )(?<!\w){body}(?!\w)", wording):
            return body
    return "đảng"


def _congress_end(text: str, low: str, at: int) -> int:
    """Where the name of a congress ends: behind the last word that such a name can have."""
    end = sure = at
    while match := _CONGRESS_WORD.match(text, end):
        word = match[1]
        if text[end : match.start(1)].strip(" \xa0(") or "\n" in match[0]:
            break
        if "(" in match[0] and not (match[0].endswith(")") and word.isupper()):
            break  # else it is a short form
        capital = word[0].isupper() or word[0].isdigit()
        if not capital and low[match.start(1) : match.end(1)] not in _CONGRESS_WORDS:
            break
        if word[0].isdigit() and len(word) > 2:
            break
        end = match.end(1)
        if word.endswith(".") and word not in ("TP.", "Tp."):
            return end - (len(word) - len(word.rstrip(".")))
        if "(" in match[0] and match[0].endswith(")"):
            end = match.end()
        if low[match.start(1) : match.end(1)] not in ("của", "các", "lần", "thứ", "khóa", "khoá"):
            sure = end
        if end - at > 120:
            break
    return sure


def _plenum(text: str, low: str, at: int) -> Citation | None:
    match = _PLENUM.match(low, at)
    if match is None:
        return None
    ordinal = _PLENUM_ORDINAL.search(match[0])
    number = match["n"] or (ordinal[1] if ordinal else None)
    if number is None or _are_several(low, at, match):
        return None
    end = match.end()
    while text[end - 1] in " ,(":
        end -= 1
    kind = "kết luận" if low.startswith("kết luận", at) else "nghị quyết"
    number = _WORD_NUMBERS.get(number, number)
    return Citation(
        at,
        end,
        kind,
        f"trung ương {number}",
        " ".join(text[at:end].split()),
        symbol=match["term"] or "",
        rule="plenum",
    )


_SEVERAL = re.compile(r"(?<!\w)các\s$")
_ONE_OF_A_ROW = re.compile(r"\s?(?:,\s|và\s|;\s)(?:(?:khóa|khoá)\s)?(?:[ivx]+|\d{1,2})(?!\w)")


_TERMS = re.compile(r"(?<!\w)[ivx]+(?:,|\svà)\s[ivx]+(?!\w)")


def _are_several(low: str, at: int, match: re.Match[str]) -> bool:
    """Whether all resolutions of one plenum are meant (``các Nghị quyết Trung ương 6``), which names none."""
    return (
        _SEVERAL.search(low, max(0, at - 5), at) is not None
        and _ONE_OF_A_ROW.match(low, match.end()) is None
        and _TERMS.search(match[0]) is None
    )


_WORD_NUMBERS: Final = {
    "hai": "2", "ba": "3", "tư": "4", "bốn": "4", "năm": "5", "sáu": "6", "bảy": "7", "tám": "8",
    "chín": "9", "mười": "10", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8",
    "ix": "9", "x": "10",
}  # fmt: skip
