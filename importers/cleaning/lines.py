"""The lines of an article as cleaning sees them: the words, where each stands, and what it has been found to be."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from store.text import clean, fold, one_line

LONG: Final = 200
"""Code points from which on a line is a paragraph whatever it looks like, if nothing strong says otherwise."""

CAPTION_LIMIT: Final = 420
"""Code points up to which a line without a credit may be a caption."""

CROSSHEAD_LIMIT: Final = 130
"""Code points up to which a line without a stop may be a crosshead."""

_STOPS: Final = ".!?…"
_WIDE_SPACES: Final = (
    "  ",
    "\t",
    *(chr(c) for c in (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)),
)
_CLOSERS: Final = "\"'”’»)]*/ "
_SYMBOLS: Final = re.compile(  # signs of symbol fonts (private use), and pictographs that stick to a word
    r"(?P<bullet>(?<![^\n])[^\S\n]*(?:[{0}][^\S\n]*)+)|(?P<sign>[{0}]+)"
    r"|(?<=\w)(?=[{1}])|(?<=[{1}])(?=\w)|(?<=[{1}][\ufe0f\u200d])(?=\w)".format(
        "\ue000-\uf8ff\U000f0000-\U0010fffd", "\U0001f000-\U0001faff"
    )
)
_SYMBOL_BYTES: Final = (b"\xee", b"\xef", b"\xf0", b"\xf3", b"\xf4")
_KEY_LIMIT: Final = 400
_OPENING: Final = 60
_SIGNS: Final = re.compile("[" + re.escape(",.:;!?…\"“”„‘’'`()[]{}<>«»/\\|-–—_*•·#=~+©") + "]+")
_LETTERS: Final = [chr(c) for c in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(c).isalpha()]
UPPER: Final = "".join(c for c in _LETTERS if c.isupper())
_STOP_INSIDE: Final = re.compile(r"[.!?…]+[\"”’)]* +[\"“‘(]*([^\W\d_])")
_SHORTENED: Final = frozenset(
    ("tp", "tx", "tt", "q", "p", "gs", "pgs", "ts", "ths", "bs", "ks", "đ", "st", "mr", "dr")
)


class LineKind(StrEnum):
    """What a line of the original is. Every line that is not blank is exactly one of these."""

    TITLE = "title"
    BYLINE = "byline"
    SECTION = "section"
    STAMP = "stamp"
    BOILERPLATE = "boilerplate"
    CAPTION = "caption"
    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"


class Line:
    """One line that is not blank.

    ``raw`` is the line as it stood (without control characters and signs of symbol fonts), ``text`` the same with
    white space folded to single spaces, ``gap`` the number of blank lines above it. ``kind`` is ``None`` until a
    rule decides, and ``rule`` names that rule.
    """

    __slots__ = ("_key", "_prose", "_sentences", "_words", "gap", "kind", "number", "raw", "rule", "text")

    def __init__(self, number: int, raw: str, text: str, gap: int) -> None:
        self.number = number
        self.raw = raw
        self.text = text
        self.gap = gap
        self.kind: LineKind | None = None
        self.rule = ""
        self._key: str | None = None
        self._words: str | None = None
        self._sentences = 0
        self._prose: bool | None = None

    @property
    def key(self) -> str:
        """The words without case, marks and punctuation, for looking up; empty for a line too long for that."""
        if self._key is None:
            self._key = fold(self.words) if len(self.text) <= _KEY_LIMIT else ""
        return self._key

    @property
    def words(self) -> str:
        """The words in small letters with their marks, without punctuation, parted by one space."""
        if self._words is None:
            self._words = words_of(self.text)
        return self._words

    @property
    def opening(self) -> str:
        """The first of the words."""
        if self._words is not None or len(self.text) <= _OPENING:
            return self.words
        return words_of(self.text[:_OPENING].rpartition(" ")[0])

    @property
    def stops(self) -> bool:
        """Whether the line ends as a sentence does."""
        end = self.text.rstrip(_CLOSERS)
        return end[-1:] in _STOPS if end else self.text[-1:] in _STOPS

    @property
    def is_prose(self) -> bool:
        """Whether the line is a paragraph by its length and its end alone."""
        if self._prose is None:  # every rule asks
            self._prose = len(self.text) > LONG or (len(self.text) > 60 and self.stops)
        return self._prose

    @property
    def sentences(self) -> int:
        """How many sentences the line seems to hold: one, or two for more."""
        if self._sentences == 0:
            self._sentences = 2 if _has_stop_inside(self.text) else 1
        return self._sentences

    def cut(self, start: int, end: int | None = None) -> None:
        """Keep what stands from ``start`` to ``end``: the head or the foot of the line was something of its own."""
        self.text = self.text[start:end].strip()
        self._key = self._words = self._prose = None
        self._sentences = 0

    def joined(self, below: Line) -> Line:
        """Give the line and the one below it as one line."""
        return Line(self.number, f"{self.raw}\n{below.raw}", f"{self.text} {below.text}", self.gap)

    def be(self, kind: LineKind, rule: str) -> None:
        """Decide what the line is, and keep the name of the rule that did."""
        self.kind = kind
        self.rule = rule


def _has_stop_inside(text: str) -> bool:
    """Whether a sentence ends before the end: a stop, not that of a number or an abbreviation, before a capital."""
    for found in _STOP_INSIDE.finditer(text):
        at = found.start()
        if at < 4 or not found[1].isupper():
            continue
        before = text[at - 1]
        if before.islower():
            if text[max(at - 8, 0) : at].split()[-1].lower() not in _SHORTENED:
                return True
        elif not before.isupper():
            return True
    return False


def split(original: str) -> list[Line]:
    """Give the lines of a text that are not blank; a line of no-break spaces alone is blank."""
    lines: list[Line] = []
    gap = 0
    text = without_symbols(clean(original))
    folded = any(space in text for space in _WIDE_SPACES)
    for number, raw in enumerate(text.split("\n"), 1):
        words = " ".join(raw.split()) if folded else raw.strip()
        if words:
            lines.append(Line(number, raw, words, gap))
            gap = 0
        else:
            gap += 1
    return lines


def headline(title: str) -> Line:
    """Give a headline that is known as the line above all others."""
    line = Line(0, title, one_line(without_symbols(title)), 0)
    line.be(LineKind.TITLE, "given")
    return line


def without_symbols(text: str) -> str:
    """Give a text without signs that hide words: the search takes those of symbol fonts for letters, and
    pictographs that are younger than it. What opens a line so is an item of a list, elsewhere it is a space.
    """
    data = text.encode("utf-8", "surrogatepass")
    if not any(byte in data for byte in _SYMBOL_BYTES):
        return text
    return _SYMBOLS.sub(lambda found: "• " if found["bullet"] else " ", text)


def words_of(text: str) -> str:
    """Give the words of a text in small letters with their marks, without punctuation, parted by one space."""
    text = text.lower()
    return text if text.isalnum() else " ".join(_SIGNS.sub(" ", text).split())


def phrase_key(text: str) -> str:
    """Fold a phrase for looking up: no case, no marks, no punctuation, words parted by one space."""
    return fold(words_of(text))
