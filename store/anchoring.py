"""Where a passage is, told by its words and by what stands around them (W3C Web Annotation, TextQuoteSelector).

`quote` describes a passage so that it is told from every other of its text; `find` looks for it in a later
version of that text. It never guesses: the words must be exactly the same, and so must both surroundings,
except that something new may have been put in on one side. Where nothing or more than one place fits, there is
no place. Positions are code points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

CONTEXT: Final = 32
"""How many code points of each surrounding are kept; more only where fewer would not tell it from another."""
LONGEST_CONTEXT: Final = 2048
"""Where even this does not tell it apart, the text is one repetition."""
MOST_PLACES: Final = 64
"""With so many places alike, none is the one; a bound on the work that a hostile text can ask for."""


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a passage, what stands before and what after.

    A surrounding shorter than `CONTEXT` ends where the text ends.
    """

    exact: str
    prefix: str
    suffix: str


def quote(text: str, start: int, end: int) -> Quote:
    """Describe ``text[start:end]``; each surrounding alone tells it from like words elsewhere, if any can.

    Raises `ValueError` where that is no passage of the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no passage at {start}-{end} of {len(text)} code points")
    before = after = CONTEXT
    while before < min(start, LONGEST_CONTEXT) and _is_repeated(text, text[start - before : end]):
        before *= 2
    while after < min(len(text) - end, LONGEST_CONTEXT) and _is_repeated(text, text[start : end + after]):
        after *= 2
    return Quote(text[start:end], text[max(start - before, 0) : start], text[end : end + after])


def find(text: str, wanted: Quote, last: int | None = None) -> int | None:
    """Return where the passage starts in ``text``, or ``None`` where that cannot be told.

    ``last`` is where it was in the version before: it stays there if the words do, if one surrounding does,
    and if no other place has as much of its surroundings.
    """
    half = _after_prefix(text, wanted) | _before_suffix(text, wanted)
    if len(half) > MOST_PLACES:
        return None
    fits = [at for at in half if _has_before(text, wanted, at) and _has_after(text, wanted, at)]
    if not fits and half == {last}:
        return last
    return fits[0] if len(fits) == 1 else None


def _is_repeated(text: str, words: str) -> bool:
    return text.find(words, text.find(words) + 1) >= 0


def _places(text: str, words: str) -> list[int]:
    places = []
    at = text.find(words) if words else -1
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    return places


def _after_prefix(text: str, wanted: Quote) -> set[int]:
    """Return where the words stand directly after all of the prefix; one cut short by an end must still be."""
    before = len(wanted.prefix)
    places = {at + before for at in _places(text, wanted.prefix + wanted.exact)}
    return places if before >= CONTEXT else places & {before}


def _before_suffix(text: str, wanted: Quote) -> set[int]:
    """Return where the words stand directly before all of the suffix; one cut short by an end must still be."""
    places = set(_places(text, wanted.exact + wanted.suffix))
    last = len(text) - len(wanted.exact) - len(wanted.suffix)
    return places if len(wanted.suffix) >= CONTEXT else places & {last}


def _has_before(text: str, wanted: Quote, at: int) -> bool:
    """Tell whether all of the prefix stands before ``at``, in one piece or with something new put in."""
    kept = 0
    while kept < min(len(wanted.prefix), at) and wanted.prefix[-1 - kept] == text[at - 1 - kept]:
        kept += 1
    return text.find(wanted.prefix[: len(wanted.prefix) - kept], 0, at - kept) >= 0


def _has_after(text: str, wanted: Quote, at: int) -> bool:
    """Tell whether all of the suffix stands after the passage, in one piece or with something new put in."""
    end = at + len(wanted.exact)
    kept = 0
    while kept < min(len(wanted.suffix), len(text) - end) and wanted.suffix[kept] == text[end + kept]:
        kept += 1
    return text.find(wanted.suffix[kept:], end + kept) >= 0
