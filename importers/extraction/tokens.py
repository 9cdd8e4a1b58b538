"""The words of a reading: one pass cuts the text, and everything after it works on positions in the list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from operator import add
from typing import Final

_PIECE: Final = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*[^\S\n]*|\n\s*|[^\w\s][^\S\n]*|_+[^\S\n]*|\s+")
_NEW_TONE: Final = re.compile(r"(?<!q)(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])$")
_OLD_TONE: Final = {
    **{"o" + n: o + "a" for n, o in zip("àáảãạ", "òóỏõọ", strict=True)},
    **{"o" + n: o + "e" for n, o in zip("èéẻẽẹ", "òóỏõọ", strict=True)},
    **{"u" + n: o + "y" for n, o in zip("ỳýỷỹỵ", "ùúủũụ", strict=True)},
}
_SPELLINGS: Final = {
    "kì": "kỳ",
    "lí": "lý",
    "mĩ": "mỹ",
    "sỹ": "sĩ",
    "tỉ": "tỷ",
    "quí": "quý",
    "kĩ": "kỹ",
    "–": "-",
    "—": "-",
    "−": "-",
    "’": "'",
    "ʼ": "'",
}
_KNOWN_LIMIT: Final = 50_000

LOWER, TITLE, UPPER, LETTER = 0, 1, 2, 3
"""How a word is written: small, Capitalised, ALL CAPITALS, or a single capital letter."""


class _Normal(dict[str, str]):
    """Words to their normal form, each worked out once; the cache is bounded."""

    def __missing__(self, word: str) -> str:
        normal = word.lower()
        if len(normal) != len(word):
            normal = word
        normal = _SPELLINGS.get(normal, normal)
        if not normal.isascii():
            normal = _NEW_TONE.sub(lambda m: _OLD_TONE[m.group()], normal)
        if len(self) < _KNOWN_LIMIT and len(word) < 32:
            self[word] = normal
        return normal


class _Shape(dict[str, int]):
    """Words to the way they are written, each worked out once; the cache is bounded."""

    def __missing__(self, word: str) -> int:
        first = word[:1]
        if not first.isupper():
            shape = LOWER
        elif len(word) == 1:
            shape = LETTER
        elif word.isupper():
            shape = UPPER
        else:
            shape = TITLE
        if len(self) < _KNOWN_LIMIT and len(word) < 32:
            self[word] = shape
        return shape


_NORMAL: Final = _Normal()
_SHAPE: Final = _Shape()


def normal(word: str) -> str:
    """Fold case, the place of the tone mark (``uỷ`` → ``ủy``), ``i``/``y`` and dashes of one word or mark."""
    return _NORMAL[word]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and marks of a text, in parallel lists; a line break is one token ``"\\n"``.

    ``starts`` and ``ends`` are code points of the text, ``normals`` the folded forms, ``shapes`` one of
    `LOWER`, `TITLE`, `UPPER`, `LETTER`.
    """

    text: str
    words: list[str]
    normals: list[str]
    shapes: list[int]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def wording(self, first: int, after: int) -> str:
        """The text from token ``first`` up to before token ``after`` (at least one token)."""
        return self.text[self.starts[first] : self.ends[after - 1]]

    def joined(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before it."""
        return index > 0 and self.ends[index - 1] == self.starts[index]

    def inside_word(self, index: int) -> bool:
        """Whether a mark stands inside a word: nothing but letters or digits right before it and right behind."""
        after = index + 1
        return (
            self.joined(index) and after < len(self.words) and self.joined(after) and self.words[after][0].isalnum()
        )


def tokenise(text: str) -> Tokens:
    """Cut a text into words and marks. Linear in its length."""
    pieces = _PIECE.findall(text)
    starts = list(accumulate(map(len, pieces), initial=0))[:-1]
    words = [word or "\n" for word in map(str.rstrip, pieces)]
    ends = list(map(add, starts, map(len, words)))
    normals = list(map(_NORMAL.__getitem__, words))
    shapes = list(map(_SHAPE.__getitem__, words))
    return Tokens(text, words, normals, shapes, starts, ends)
