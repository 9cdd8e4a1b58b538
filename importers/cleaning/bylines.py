"""Bylines: who signed the article, or whose text it is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from importers.cleaning import captions
from importers.cleaning.lexicon import alternatives, heads, phrases
from importers.cleaning.lines import UPPER, Line, phrase_key, words_of

_LIMIT: Final = 90
_BODY_LIMIT: Final = 60
_CAPITAL: Final = f"[{UPPER}]"
_SYLLABLE: Final = rf"(?:{_CAPITAL}[^\W\d_]*(?:\.{_CAPITAL}[^\W\d_]*)*\.?)"
_NAME: Final = rf"{_SYLLABLE}(?:[ .-]{{1,2}}{_SYLLABLE}){{0,4}}"
_REMARK: Final = (
    r"(?:\s+(?:lược ghi|ghi|thực hiện|tổng hợp|lược dịch|dịch|biên soạn|biên dịch|sưu tầm))?"
    r"(?:\s*\((?!ảnh\b)[^()]{2,40}\))?"
)
_NAMES: Final = re.compile(rf"{_NAME}(?:\s*(?:[,;/&+–-]|\bvà\b)\s*{_NAME}){{0,4}}{_REMARK}\.?")
_WRITERS: Final = (
    r"tin|bài|thực hiện|nội dung|người viết|tác giả|ctv|pv|phóng viên|nhóm pv|nhóm phóng viên|cộng tác viên"
    r"|biên tập|biên soạn|tổng hợp|lược ghi|ghi chép"
)
_PEN: Final = re.compile(r"[(\[]?\s*(?:tác giả|người viết|author)\s*:\s*(?P<name>\S[^:]*?)[)\]]?", re.IGNORECASE)
_LABEL: Final = (  # "Tin, ảnh:", "Ảnh và bài:"; "Ảnh:" alone is the credit of a picture
    rf"(?:(?:ảnh|video|clip)\s*(?:,|&|và|-|–|/|\+)\s*)?(?:{_WRITERS})"
    r"(?:\s*(?:,|&|và|-|–|/|\+|\s)\s*(?:tin|bài|ảnh|video|clip|viết|đồ họa|đồ hoạ))*\s*:"
)
_CREDITED: Final = re.compile(rf"[(\[]?\s*{_LABEL}\s*(?P<name>\S.{{0,70}})$", re.IGNORECASE)
_GLUED: Final = re.compile(  # "… kết thúc tốt đẹp. Tin, ảnh: HÀ MÂY"
    rf"(?<=[.!?…/”\")])\s+(?P<signed>[(\[]?(?i:{_LABEL})\s*(?P<name>{_NAMES.pattern})[)\]]?)$"
)
_GLUED_LIMIT: Final = 120
_CREDITED_BARE: Final = re.compile(  # "Bài, ảnh HÀ MÂY": without a colon only before a name
    rf"(?i:(?:tin|bài)\s*(?:,|và|-|–|&|/)\s*ảnh)\s+(?P<name>{_NAME}(?:\s*[,&–-]\s*{_NAME})*)"
)
_SOURCE: Final = re.compile(
    r"[(\[]?\s*(?:(?:theo|nguồn(?:\s+tin)?)\s*:?\s+|(?:nguồn(?:\s+tin)?)\s*:\s*)(?P<whom>\S.{0,60})$", re.IGNORECASE
)
_SMALL: Final = rf"[^\W\d_{UPPER}][^\W\d_]*"
_LONG_SMALL_RUN: Final = re.compile(rf"(?:(?<=\s)|^){_SMALL}\s+{_SMALL}\s+{_SMALL}(?!\S)")
_SMALL_END: Final = re.compile(rf"(?<=\s){_SMALL}\s+(?P<last>{_SMALL})$")
_LEVELS: Final = frozenset(("tỉnh", "huyện", "xã", "phường", "quận", "phố", "trấn", "ương", "bản"))
_SECTIONED: Final = re.compile(  # "Đại hội Công đoàn - HÀ MÂY"
    rf"(?P<section>{_CAPITAL}.{{3,50}}?)\s+[-–|]\s+(?P<name>{_CAPITAL}{{2,}}(?: {_CAPITAL}{{2,}}){{1,3}})"
)
_WITH_PICTURES: Final = re.compile(  # "Hà Mây; ảnh: Lò Sen"; with a full stop between it is a portrait
    r"(?!(?:Ông|Bà|Anh|Chị|Em|Cháu|Cụ|Đồng chí)\s[^;,]*[-–]\s)"
    rf"{_NAME}(?:\s*[-–&,]\s*{_NAME})*\s*[,;–-]\s*(?i:ảnh)\s*:\s*\S.{{0,60}}"
)
_DASHED_PICTURES: Final = re.compile(r"\s+[–-]\s+(?i:ảnh)\s*:.*$")
_PARTS: Final = re.compile(r"\s*[/–—-]\s*")
_TITLE: Final = re.compile(rf"(?:{alternatives('titles')})\.?[\s.,]\s*", re.IGNORECASE)
_SITE: Final = re.compile(r"[(\[]?\s*(?:[a-z0-9-]+\.)+(?:vn|com|net|org|info)(?:\.vn)?\s*[)\]]?\.?", re.IGNORECASE)
_BRACKETED: Final = re.compile(r"\((?P<inner>[^()]{2,60})\)\.?")
_INNER: Final = re.compile(rf"(?:(?:Theo|Nguồn:?|Báo)\s+)?{_CAPITAL}[\w./ -]*")
_BETWEEN_NAMES: Final = re.compile(r"\s*[,;/&+–-]\s*")
_LONGEST_NAME: Final = 4
_HEAD_OF_BOX: Final = re.compile(
    r"(?:tin|mục|chuyên|bài|xem|đọc|thông báo|văn bản|thư viện)(?:\s|$)", re.IGNORECASE
)


def is_sectioned(text: str) -> bool:
    """Tell whether a line is a section or a series, and behind a dash who wrote: ``Đại hội - HÀ MÂY``."""
    return _sectioned(text) is not None


def _sectioned(text: str) -> str | None:
    found = _SECTIONED.fullmatch(text)
    if found is None or found["section"].isupper() or not is_name(found["name"]):
        return None
    return found["name"]


def signer(text: str) -> str:
    """Give who signed by a signature: without a label, ``Tác giả: X``, ``Tin, ảnh: X``; else the whole line.

    Where a second label follows, as that of who took the pictures, all of the line says who did what.
    """
    sectioned = _sectioned(text)
    if sectioned is not None:
        return sectioned
    labelled = _labelled(text)
    if labelled is None and (pictures := _DASHED_PICTURES.search(text)) is not None:
        return text[: pictures.start()]
    if labelled is None or ":" in labelled["name"]:
        return text
    name = labelled["name"].strip()
    return (name.rstrip(")] ") if text[0] in "([" else name) or text


def is_source(text: str) -> bool:
    """Tell whether a line says from where a text is taken (``Theo TTXVN``, ``Nguồn tin: …``), not who wrote it."""
    return _SOURCE.match(text) is not None


def is_labelled(text: str) -> bool:
    """Tell whether a line says by a label who wrote: what it says of pictures then is no credit of one picture."""
    return _labelled(text) is not None


def _labelled(text: str) -> re.Match[str] | None:
    return _PEN.fullmatch(text) or _CREDITED.match(text) or _CREDITED_BARE.fullmatch(text)


def glued_signature(text: str) -> int | None:
    """Tell where in a paragraph the signature begins that stands behind its last sentence, by its label."""
    if ":" not in text[-_GLUED_LIMIT:]:
        return None
    found = _GLUED.search(text, max(len(text) - _GLUED_LIMIT, 0))
    return found.start("signed") if found else None


def is_byline(text: str) -> bool:
    """Tell whether a line, taken by itself, can be a signature. Where it stands decides whether it is."""
    return _is_credit(text) or is_name(text)


@lru_cache(maxsize=256)  # the head and the foot ask of the same lines
def _is_credit(text: str) -> bool:
    """Whether a line says by its own words that it is a signature or a source."""
    if len(text) > _LIMIT:
        return False
    if (
        phrases("signatures").match(phrase_key(text))
        or _CREDITED.match(text)
        or _CREDITED_BARE.fullmatch(text)
        or _WITH_PICTURES.fullmatch(text)
        or _SITE.fullmatch(text)
    ):
        return True
    if len(text) <= _BODY_LIMIT and _signs_as_body(text):
        return True
    if text.lower().startswith("nguồn tin:"):
        return True
    source = _SOURCE.match(text)
    if source is not None:
        return _is_source(source["whom"], is_labelled=":" in text)
    bracketed = _BRACKETED.fullmatch(text)
    return (
        bracketed is not None
        and _INNER.fullmatch(bracketed["inner"]) is not None
        and _is_source(bracketed["inner"])
    )


def _signs_as_body(text: str) -> bool:
    """Whether a body signs, alone or behind a name: ``Hà Mây - Trung tâm VHTT``, ``Hà Mây/VOV-Trung tâm Tin``."""
    if text[-1] in ".!?:;," or _has_small_run(text) or captions.credit_of(text) is not None:
        return False
    signs = heads("signing_bodies").match
    if signs(words_of(text)):
        return True
    return any(
        signs(words_of(text[part.end() :])) and all(map(_NAMES.fullmatch, _PARTS.split(text[: part.start()])))
        for part in _PARTS.finditer(text)
    )


def _has_small_run(text: str) -> bool:
    """Whether small words follow each other as in a headline: in the name of a body they are few.

    At the end two are a level (``thành phố``), or the last is one (``Tuyên giáo tỉnh``).
    """
    if _LONG_SMALL_RUN.search(text):
        return True
    end = _SMALL_END.search(text)
    return end is not None and end["last"] not in _LEVELS


_OF_PAPERS: Final = re.compile(r"(?:trang (?:thông )?tin|cổng (?:thông )?tin|báo|đài|tạp chí|website|fanpage)\s")
_LONGEST_PAPER: Final = 6


def _is_source(whom: str, *, is_labelled: bool = False) -> bool:
    """Whether what follows ``Theo`` or ``Nguồn:`` names a paper or a body and does not open a sentence."""
    if _OF_PAPERS.match(whom.strip('"“”() ').lower()) and (is_labelled or len(whom.split()) <= _LONGEST_PAPER):
        return True
    words = whom.strip("().,").split()
    small = sum(word[0].islower() for word in words if word[0].isalpha() and "." not in word)
    most = len(words) // 2 if is_labelled and whom[0].isupper() else 2
    return len(words) <= 8 and small <= max(most, 2) and "," not in whom.strip(",. ")


def _without_title(text: str) -> str:
    """Leave out the rank or degree before a name: ``Trung tướng HÀ MÂY``, ``GS.TS Hà Mây``."""
    found = _TITLE.match(text)
    while found is not None and found.end() < len(text):
        text = text[found.end() :]
        found = _TITLE.match(text)
    return text


def is_name(text: str) -> bool:
    """Whether a line is nothing but one or a few names of people or papers, initials and ranks included."""
    if len(text) > 60 or _HEAD_OF_BOX.match(text):
        return False
    text = _without_title(text)
    if _NAMES.fullmatch(text) is None or captions.credit_of(text) is not None:
        return False
    if "(Theo " not in text and heads("honorifics").match(words_of(text)):  # `Anh` is also a name
        return False
    if text.endswith(".") and len(re.split(r"[\s.]+", text.rstrip("."))[-1]) > 2:
        return False  # a sentence of one name is the caption of a portrait
    names = [name.split() for name in _BETWEEN_NAMES.split(text)]
    words = sum(map(len, names))
    if words == 1:
        return len(text) <= 20
    if words <= _LONGEST_NAME or not text.isupper():
        return True
    return len(names) > 1 and max(map(len, names)) <= _LONGEST_NAME  # else it is a headline in capitals


def names_someone_in(text: str, body: list[Line]) -> bool:
    """Whether the article itself speaks of this name: then the line is the caption of a portrait, no signature."""
    name = _without_title(text).rstrip(". ")
    ordinary = name.title()  # signatures often stand in capitals, which the article has not
    return any(
        spelling in captions.without_credit(line.text)
        for spelling in {name, ordinary}
        for line in body
        if spelling in line.text
    )
