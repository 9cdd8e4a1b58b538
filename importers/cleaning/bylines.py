"""Bylines: who signed the article, or whose text it is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from importers.cleaning.lexicon import heads, phrases
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
_CREDITED: Final = re.compile(  # "Tin, ảnh: …", "Ảnh và bài: …"; "Ảnh: …" alone is the credit of a picture
    rf"[(\[]?\s*(?:(?:ảnh|video|clip)\s*(?:,|&|và|-|–|/|\+)\s*)?(?:{_WRITERS})"
    r"(?:\s*(?:,|&|và|-|–|/|\+|\s)\s*(?:tin|bài|ảnh|video|clip|viết|đồ họa|đồ hoạ))*\s*:\s*\S.{0,70}$",
    re.IGNORECASE,
)
_CREDITED_BARE: Final = re.compile(  # "Bài, ảnh HÀ MÂY": without a colon only before a name
    rf"(?i:(?:tin|bài)\s*(?:,|và|-|–|&|/)\s*ảnh)\s+{_NAME}(?:\s*[,&–-]\s*{_NAME})*"
)
_SOURCE: Final = re.compile(
    r"[(\[]?\s*(?:(?:theo|nguồn(?:\s+tin)?)\s*:?\s+|(?:nguồn(?:\s+tin)?)\s*:\s*)(?P<whom>\S.{0,60})$", re.IGNORECASE
)
_SITE: Final = re.compile(r"[(\[]?\s*(?:[a-z0-9-]+\.)+(?:vn|com|net|org|info)(?:\.vn)?\s*[)\]]?\.?", re.IGNORECASE)
_BRACKETED: Final = re.compile(r"\((?P<inner>[^()]{2,60})\)\.?")
_INNER: Final = re.compile(rf"(?:(?:Theo|Nguồn:?|Báo)\s+)?{_CAPITAL}[\w./ -]*")
_CAPITALS_ONLY: Final = re.compile(r"[^a-zà-ỹ]+")


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
        or _SITE.fullmatch(text)
    ):
        return True
    if len(text) <= _BODY_LIMIT and _signs_as_body(text):
        return True
    source = _SOURCE.match(text)
    if source is not None:
        return _is_source(source["whom"])
    bracketed = _BRACKETED.fullmatch(text)
    return (
        bracketed is not None
        and _INNER.fullmatch(bracketed["inner"]) is not None
        and _is_source(bracketed["inner"])
    )


def _signs_as_body(text: str) -> bool:
    """Whether a body signs, alone or behind a name: ``Hà Mây - Trung tâm VHTT huyện``."""
    name, _, body = text.rpartition(" - ")
    if name and _NAMES.fullmatch(name) is None:
        return False
    return text[-1] not in ".!?:;," and heads("signing_bodies").match(words_of(body))


def _is_source(whom: str) -> bool:
    """Whether what follows ``Theo`` names a paper and not the beginning of a sentence."""
    words = whom.strip("().,").split()
    small = sum(word[0].islower() for word in words if word[0].isalpha() and "." not in word)
    return len(words) <= 8 and small <= 2 and "," not in whom.strip(",. ")


def is_name(text: str) -> bool:
    """Whether a line is nothing but one or a few names of people or papers, initials included."""
    if len(text) > 60 or _NAMES.fullmatch(text) is None or heads("honorifics").match(words_of(text)):
        return False
    if text.endswith(".") and len(re.split(r"[\s.]+", text.rstrip("."))[-1]) > 2:
        return False  # a sentence of one name is the caption of a portrait
    words = [w for w in re.split(r"[\s,;/&+–-]+", text) if w]
    if len(words) == 1:
        return len(text) <= 20
    return len(words) <= 4 or not _CAPITALS_ONLY.fullmatch(text) or "," in text or "-" in text


def names_someone_in(text: str, body: list[Line]) -> bool:
    """Whether the article itself speaks of this name: then the line is the caption of a portrait, no signature."""
    name = text.rstrip(". ")
    return any(name in line.text for line in body)
