"""A text in forms for comparing: small letters, and tone marks in one of the two places that they may have."""

from __future__ import annotations

from functools import lru_cache

from store.spelling import normal_tone as other_tone_place
from store.spelling import older_tone as one_tone_place

__all__ = ["key_of", "lowered", "one_tone_place", "other_tone_place"]


@lru_cache(maxsize=2)  # each finder asks for the same text in turn
def lowered(text: str) -> str:
    """Lower case with every character in its place (a few letters grow when lowered; they stay as they are)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=2)
def key_of(text: str) -> str:
    """The text in small letters with tone marks in one place, every character where it is in the text."""
    return one_tone_place(lowered(text))
