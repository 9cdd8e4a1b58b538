"""When a text has the words that were asked for: the rule itself, in one place.

The indexes of the archive only narrow; what counts as a match is said here, for verifying their answers and for
lighting matches in a text. A word typed without marks means any marks; a word with any mark means exactly those,
wherever the tone mark is placed (``hòa``, ``hoà``).
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from store.spelling import normal_tone, older_tone
from store.text import fold

# As FTS5's unicode61 cuts: letters and digits; combining marks stay with the letter before them.
_TOKEN: Final = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


@dataclass(frozen=True, slots=True)
class Token:
    """One word to look for: ``text`` in lower case, ``marked`` when its marks count, ``prefix`` for a beginning."""

    text: str
    marked: bool
    prefix: bool = False

    def accepts(self, word: str) -> bool:
        """Say whether a word of a text is what was asked for."""
        form = exact_form(word) if self.marked else fold(word)
        if not self.prefix:
            return form == self.text
        return form.startswith(self.text) or (self.marked and older_tone(form).startswith(self.text))

    def spellings(self) -> tuple[str, ...]:
        """Give every way in which a word with marks may be written, for an index that keeps marks apart."""
        if not self.marked:
            return (self.text,)
        forms = [self.text, older_tone(self.text)]
        if self.prefix:  # `thủ` begins both `thủy` and `thuỷ`
            longer = [self.text + vowel for vowel in "aey"]
            forms += [normal_tone(form) for form in longer if normal_tone(form) != form]
        return tuple(dict.fromkeys(forms))


def exact_form(word: str) -> str:
    """Give the form in which words with marks are compared: lower case, one placement of the tone mark."""
    return normal_tone(word.lower())


def words(text: str) -> Iterator[re.Match[str]]:
    """Cut a text into words as the indexes do; each match has its place."""
    return _TOKEN.finditer(text)


def tokens(text: str, *, prefix: bool = False) -> tuple[Token, ...]:
    """Read what was typed as words to look for in sequence; ``prefix`` makes the last one a beginning."""
    typed = [match[0] for match in words(text)]
    made = []
    for number, word in enumerate(typed, 1):
        folded = fold(word)
        marked = folded != word.lower()
        made.append(Token(exact_form(word) if marked else folded, marked, prefix and number == len(typed)))
    return tuple(made)


def occurrences(sequence: Sequence[Token], text: str) -> Iterator[tuple[int, int]]:
    """Find where the words stand one after the other, as ``(start, end)`` in code points."""
    if not sequence:
        return
    found = list(words(text))
    for first in range(len(found) - len(sequence) + 1):
        if all(token.accepts(found[first + i][0]) for i, token in enumerate(sequence)):
            yield found[first].start(), found[first + len(sequence) - 1].end()


def pattern(sequence: Sequence[Token]) -> str:
    """Write words to look for as one string, for the SQL function ``has_words``."""
    return json.dumps([[t.text, t.marked, t.prefix] for t in sequence], ensure_ascii=False)


def register(connection: sqlite3.Connection) -> None:
    """Give a connection the function ``has_words(pattern, text)``: 1 where the text has them in sequence."""
    connection.create_function("has_words", 2, _has_words, deterministic=True)


def _has_words(asked: str, text: str | None) -> int:
    return 0 if text is None else int(_search(asked, text))


def _search(asked: str, text: str) -> bool:
    marked, sequence = _compiled(asked)
    # Cheap and usually decisive: words with marks can only be where their letters are.
    low = exact_form(text)
    if any(form not in low and older_tone(form) not in text.lower() for form in marked):
        return False
    return next(occurrences(sequence, text), None) is not None


@lru_cache(maxsize=64)
def _compiled(asked: str) -> tuple[tuple[str, ...], tuple[Token, ...]]:
    sequence = tuple(Token(*fields) for fields in json.loads(asked))
    return tuple(token.text for token in sequence if token.marked), sequence
