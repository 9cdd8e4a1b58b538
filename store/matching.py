"""When a text has the words that were asked for: the rule itself, in one place.

The indexes of the archive only narrow; what counts as a match is said here, for verifying their answers and for
lighting matches in a text. A word typed without marks means any marks; a word with any mark means exactly those,
wherever the tone mark is placed (``hòa``, ``hoà``).
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from store.spelling import normal_tone, older_tone
from store.text import fold

_WORD: Final = re.compile(r"[^\W_]+")
_START: Final = r"(?<![^\W_])"
_END: Final = r"(?![^\W_])"
_BETWEEN: Final = r"[\W_]+"
_REST: Final = r"[^\W_]*"


@dataclass(frozen=True, slots=True)
class Token:
    """One word to look for: ``text`` in lower case, ``marked`` when its marks count, ``prefix`` for a beginning."""

    text: str
    marked: bool
    prefix: bool = False

    def spellings(self) -> tuple[str, ...]:
        """Give every way in which the word may be written where marks are kept; itself alone without marks."""
        if not self.marked:
            return (self.text,)
        forms = [self.text, normal_tone(self.text), older_tone(self.text)]
        if self.text.startswith("q"):
            forms.append("q" + older_tone(self.text[1:]))  # `qúy` for `quý` is a common slip
        if self.prefix:  # `thủ` begins both `thủy` and `thuỷ`
            forms += [
                normal_tone(self.text + vowel) for vowel in "aey" if normal_tone(self.text + vowel)[-1] != vowel
            ]
        return tuple(dict.fromkeys(forms))


def tokens(text: str, *, prefix: bool = False) -> tuple[Token, ...]:
    """Read what was typed as words to look for in sequence; ``prefix`` makes the last one a beginning."""
    typed = [match[0] for match in _WORD.finditer(text)]
    made = []
    for number, word in enumerate(typed, 1):
        folded, low = fold(word), lowered(word)
        marked = folded != low
        made.append(Token(low if marked else folded, marked, prefix and number == len(typed)))
    return tuple(made)


def occurrences(sequence: Sequence[Token], text: str) -> Iterator[tuple[int, int]]:
    """Find where the words stand one after the other, as ``(start, end)`` in code points."""
    if sequence:
        for match in _regex(tuple(sequence)).finditer(lowered(text)):
            yield match.span()


def is_name(sequence: Sequence[Token], text: str) -> bool:
    """Say whether the words are all that the text has, or its beginning if the last is a beginning."""
    found = next(occurrences(sequence, text), None)
    if found is None:
        return False
    start, end = found
    return _WORD.search(text[:start]) is None and (sequence[-1].prefix or _WORD.search(text[end:]) is None)


def pattern(sequence: Sequence[Token]) -> str:
    """Write words to look for as one string, for the SQL function ``has_words``."""
    return json.dumps([[t.text, t.marked, t.prefix] for t in sequence], ensure_ascii=False)


def register(connection: sqlite3.Connection) -> None:
    """Give a connection the function ``has_words(pattern, text)``: 1 where the text has them in sequence."""
    connection.create_function("has_words", 2, _has_words, deterministic=True)


def _has_words(asked: str, text: str | None) -> int:
    return 0 if text is None else int(_compiled(asked).search(lowered(text)) is not None)


@lru_cache(maxsize=64)
def _compiled(asked: str) -> re.Pattern[str]:
    return _regex(tuple(Token(*fields) for fields in json.loads(asked)))


@lru_cache(maxsize=256)
def _regex(sequence: tuple[Token, ...]) -> re.Pattern[str]:
    """Make the pattern that finds words in lower-case text: letters without marks stand for all their kin."""
    words = [_one_word(token) + (_REST if token.prefix else "") for token in sequence]
    length = len(sequence[0].text)
    if all(len(form) == length for form in sequence[0].spellings()):
        # Looking back after the first word, not before it, lets the engine leap to its letters, six times as fast.
        words[0] = (
            f"{_one_word(sequence[0])}(?<![^\\W_].{{{length}}}){words[0].removeprefix(_one_word(sequence[0]))}"
        )
        return re.compile(_BETWEEN.join(words) + _END, re.DOTALL)
    return re.compile(_START + _BETWEEN.join(words) + _END)


def _one_word(token: Token) -> str:
    forms = [re.escape(form) for form in token.spellings()]
    if not token.marked:
        return _any_marks(token.text)
    return forms[0] if len(forms) == 1 else f"(?:{'|'.join(forms)})"


def _any_marks(word: str) -> str:
    kin = _kin()
    return "".join(f"[{letter}{kin[letter]}]" if letter in kin else re.escape(letter) for letter in word)


def kin_of(letter: str) -> str:
    """Give the lower-case letters that differ from a plain one in marks alone, always in the same order."""
    return _kin().get(letter, "")


@cache
def _kin() -> dict[str, str]:
    """Give for each plain letter the lower-case letters that differ from it in marks alone."""
    kin: dict[str, str] = defaultdict(str)
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        letter = chr(code)
        plain = fold(letter)
        if plain != letter and letter == letter.lower() and plain.isalpha():
            kin[plain] += letter
    return dict(kin)


def lowered(text: str) -> str:
    """Lower the case of a text, each character for one, so that positions stay."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
