"""Vietnamese spelling: one form for names and words whose tone mark may stand on either of two vowels."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from store.text import one_line

_OLD_STYLE: Final = {
    unicodedata.normalize("NFC", first + tone) + second: first + unicodedata.normalize("NFC", second + tone)
    for firsts, seconds in (("oO", "aAeE"), ("uU", "yY"))
    for first in firsts
    for second in seconds
    for tone in "\u0300\u0301\u0309\u0303\u0323"  # huyền, sắc, hỏi, ngã, nặng
}
_NEW_STYLE: Final = {new: old for old, new in _OLD_STYLE.items()}
_OLD_AT_END: Final = re.compile(r"(?:[òóỏõọÒÓỎÕỌ][aeAE]|[ùúủũụÙÚỦŨỤ][yY])(?![^\W\d_])")
_NEW_AT_END: Final = re.compile(  # begins with one set of letters: so it is looked for four times as fast
    r"[oOuU](?:(?<=[oO])[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<=[uU])(?<![qQ].)[ỳýỷỹỵỲÝỶỸỴ])(?![^\W\d_])"
)


def normal_tone(text: str) -> str:
    """Place tone marks as newer spelling does at the end of syllables (``hòa`` → ``hoà``, ``thúy`` → ``thuý``).

    Expects NFC; the length and every other character stay.
    """
    return _OLD_AT_END.sub(lambda match: _OLD_STYLE[match[0]], text)


def older_tone(text: str) -> str:
    """Place tone marks as older spelling does at the end of syllables (``hoà`` → ``hòa``): undoes `normal_tone`.

    ``quý``, whose mark has one place only, stays. Expects NFC; the length and every other character stay.
    """
    return _NEW_AT_END.sub(lambda match: _NEW_STYLE[match[0]], text)


@lru_cache(maxsize=16384)
def name_key(name: str) -> str:
    """Give the natural key of a name: clean, lower case, one tone placement, white space folded, marks kept."""
    return normal_tone(one_line(name).lower())
