"""A text in forms for comparing: small letters, and tone marks in one of the two places that they may have."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_FIRST: Final = ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy")
_SECOND: Final = ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ")
_TO_SECOND: Final = dict(zip(_FIRST, _SECOND, strict=True))
_TO_FIRST: Final = dict(zip(_SECOND, _FIRST, strict=True))
_ON_FIRST: Final = re.compile(r"(?:[òóỏõọ][ae]|[ùúủũụ]y)(?!\w)")
_ON_SECOND: Final = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\w)")


def other_tone_place(text: str) -> str:
    """The text with each tone mark that has two places on the second (``hòa`` → ``hoà``)."""
    return _ON_FIRST.sub(lambda match: _TO_SECOND[match[0]], text)


def one_tone_place(text: str) -> str:
    """The text with each tone mark that has two places on the first (``hoà`` → ``hòa``), for comparing words.

    ``hoàn`` and ``quý``, which have one place only, stay. Keeps the length.
    """
    return _ON_SECOND.sub(lambda match: _TO_FIRST[match[0]], text)


@lru_cache(maxsize=2)  # each finder asks for the same text in turn
def lowered(text: str) -> str:
    """Lower case with every character in its place (a few letters grow when lowered; they stay as they are)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=2)
def key_of(text: str) -> str:
    """The text in small letters with tone marks in one place, every character where it is in the text."""
    return one_tone_place(lowered(text))
