"""Two ways of writing one Vietnamese word: the tone mark on the first or the second vowel of a glide."""

from __future__ import annotations

from typing import Final

_OLD_TO_NEW: Final = {
    "òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "òe": "oè", "óe": "oé", "ỏe": "oẻ", "õe": "oẽ",
    "ọe": "oẹ", "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ",
}  # fmt: skip


def other_tone_place(text: str) -> str:
    """The text with each tone mark that has two places moved from the first to the second (``hòa`` → ``hoà``)."""
    for old, new in _OLD_TO_NEW.items():
        if old in text:
            text = text.replace(old, new)
    return text


def one_tone_place(text: str) -> str:
    """The text with each tone mark that has two places on the first (``hoà`` → ``hòa``), for comparing words.

    Keeps the length. A word in which the second place is the only one (``hoàn``, ``quý``) is changed as well, so
    the result is a key and not a spelling.
    """
    for old, new in _OLD_TO_NEW.items():
        if new in text:
            text = text.replace(new, old)
    return text
