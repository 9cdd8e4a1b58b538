"""Names of people by their shape: where in a run of capitalised words a name begins and ends."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from importers.extraction.lexicon import Lexicon, Sort
from importers.extraction.tokens import LETTER, LOWER, TITLE, UPPER, Tokens

MOST_WORDS: Final = 5
LONGEST_RUN: Final = 40  # bounds the work on texts that are capitals only
_LONGEST_FOREIGN: Final = 12
_MONK: Final = "thích"
_LONGEST_SAINT: Final = 2
_SYLLABLE: Final = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?(?:"
    "iêu|yêu|oai|oay|oao|oeo|uao|uây|uôi|uya|uyê|uyu|ươi|ươu|uêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo"
    "|ua|uâ|uê|ui|uô|uơ|uy|ưa|ươ|ưi|ưu|yê|[aăâeêioôơuưy]"
    r")(?:ch|nh|ng|[cmnpt])?"
)
_TONES: Final = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")
_PARTICLES: Final = frozenset(
    ("van", "von", "de", "der", "da", "di", "del", "bin", "ibn", "al", "el", "la", "le", "dos")
)
_SYLLABLES_OF_ONE: Final = frozenset("ayok")  # `Hầu A Lềnh`
_ENDING: Final = Sort.BODY | Sort.ORG | Sort.TOPIC | Sort.HEAD | Sort.LEVEL | Sort.RANK
_GOES_ON_BEHIND: Final = frozenset(("văn", "thị"))  # `Bùi Văn Trung tâm sự`: a name does not end so
_PHRASES: Final = Sort.BODY | Sort.ORG | Sort.TOPIC | Sort.HEAD | Sort.LEVEL | Sort.RANK | Sort.ROLE | Sort.COURTESY


@lru_cache(maxsize=16384)
def vietnamese(word: str) -> bool:
    """Whether a normal word can be a syllable of Vietnamese."""
    base = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).translate(_TONES))
    return _SYLLABLE.fullmatch(base) is not None


def run_end(t: Tokens, at: int, end: int) -> int:
    """The position after the run of capitalised words that begins at ``at``, no longer than `LONGEST_RUN`."""
    shapes = t.shapes
    end = min(end, at + LONGEST_RUN)
    while at < end and shapes[at] != LOWER:
        at += 1
    return at


def name_end(t: Tokens, at: int, end: int) -> int:
    """The position after the Vietnamese name that begins at ``at``, by shape alone; a masked name keeps its dot."""
    shapes = t.shapes
    position = at + 1
    limit = min(end, at + MOST_WORDS + 1)
    first = shapes[position] if shapes[at] == LETTER and position < limit else shapes[at]
    while position < limit:
        shape = shapes[position]
        within = t.normals[position] in _SYLLABLES_OF_ONE and position + 1 < limit and shapes[position + 1] == TITLE
        if shape == LETTER and not within:
            position += 1
            if position < end and t.words[position] == "." and t.joined(position):
                following = t.shapes[position + 1] if position + 1 < end else LOWER
                position += 1 if following == LOWER or not t.text[t.ends[position] :][:1].isspace() else 0
            return position
        if (shape != first and not within) or shape == LOWER:
            break
        position += 1
    return position


def looks_like_name(t: Tokens, at: int, after: int, lex: Lexicon, titled: bool) -> bool:
    """Whether the words ``[at, after)`` can be a Vietnamese personal name; ``titled``: a title goes before them."""
    count = after - at
    normals = t.normals
    masked = t.words[after - 1] == "."
    if not 2 <= count <= MOST_WORDS + masked or not _syllables(t, at, after - masked):
        return surname_of_minority(t, at, lex) and titled and 2 <= count <= MOST_WORDS
    surname = normals[at]
    if surname in lex.common:
        return t.shapes[at] in (TITLE, UPPER)
    if surname not in lex.rare or t.shapes[at] == LETTER:
        return surname in lex.minority and titled
    if t.words[at] in ("Y", "A", "U", "H", "K"):
        return titled
    if surname == _MONK and normals[at + 1] != "ca":  # `Thích Ca` is the Buddha
        return titled or count >= 3
    return titled or (count >= 3 and normals[at + 1] in lex.middle)


def may_be_name(t: Tokens, at: int, after: int, lex: Lexicon) -> bool:
    """Whether words in a place where only a person can be named may be a name, be the surname known or not."""
    return 3 <= after - at <= 4 and t.normals[at + 1] in lex.middle and _syllables(t, at, after)


def _syllables(t: Tokens, at: int, after: int) -> bool:
    """Whether all words can be Vietnamese; a single letter stands for a masked syllable."""
    return all(t.shapes[i] == LETTER or vietnamese(t.normals[i]) for i in range(at, after))


def surname_of_minority(t: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether a name of the peoples of the highlands may begin here: its syllables need not be Vietnamese."""
    return t.normals[at] in lex.minority or "'" in t.normals[at]


def split(t: Tokens, at: int, end: int, lex: Lexicon, titled: bool = False) -> tuple[int, int] | None:
    """Find the first personal name in the run of capitalised words ``[at, end)``.

    Places and bodies in the run are passed over. Returns its first word and the position after it.
    """
    position = at
    while position < end:
        after = _passed(t, position, end, lex)
        if after > position and not (titled and position == at and _name_rather(t, at, after, end, lex)):
            position = after
            continue
        normal = t.normals[position]
        if normal in lex.rare or normal == "đoàn":
            behind = _place_behind(t, position, end, lex)
            if behind > position and (normal == "đoàn" or not titled):
                position = behind  # `đại biểu thuộc Đoàn Hà Nội`, `Festival Trà Thái Nguyên`
                continue
        if position + 1 < end and t.normals[position + 1] in lex.common and _yields(t, position, at, end, lex):
            position += 1
            continue
        if normal in lex.common or normal in lex.rare or normal in lex.minority:
            name_after = min(name_end(t, position, len(t)), _phrase_start(t, position + 1, end, lex))
            if end < name_after and t.shapes[end] != LOWER:
                name_after = end  # the run was cut before an office: `Trần Văn A Bộ trưởng ...`
            if _hyphenated(t, name_after):
                return position, foreign_end(t, position, len(t))
            if looks_like_name(t, position, name_after, lex, titled):
                return saint_start(t, at, position, lex), name_after
        position += 1
    return None


def _place_behind(t: Tokens, position: int, end: int, lex: Lexicon) -> int:
    """The end of the run where a place of two syllables or more fills it behind a word; else ``position``."""
    if end - position < 3:
        return position
    entry, after = lex.longest(t.normals, position + 1, end)
    return end if entry is not None and after == end and entry.sort & Sort.PLACE else position


def saint_start(t: Tokens, at: int, first: int, lex: Lexicon) -> int:
    """Where, not before ``at``, the saints of the name at ``first`` begin; ``first`` where it has none."""
    moved = True
    while moved:
        moved = False
        for count in range(min(_LONGEST_SAINT, first - at), 0, -1):
            if tuple(t.normals[first - count : first]) in lex.saints and t.shapes[first - count] != LOWER:
                first, moved = first - count, True
                break
    return first


def _yields(t: Tokens, position: int, at: int, end: int, lex: Lexicon) -> bool:
    """Whether a rare surname is rather the end of what goes before (`Phúc Sơn Nguyễn Văn A`, `Đường Hoàng Hoa`)."""
    if t.normals[position] in lex.common:
        return False
    return (t.normals[position],) in lex.markers or (position > at and end - position >= 3)


def _hyphenated(t: Tokens, after: int) -> bool:
    """Whether a name goes on behind a hyphen without spaces (`Kim Jong-un`)."""
    return (
        after + 1 < len(t)
        and t.words[after] == "-"
        and t.joined(after)
        and t.joined(after + 1)
        and t.shapes[after + 1] == LOWER
        and t.words[after + 1].isalpha()
    )


def _name_rather(t: Tokens, at: int, after: int, end: int, lex: Lexicon) -> bool:
    """Whether a place right behind a title is rather a name (`Chủ tịch Hồ Chí Minh`, `ông Thái Bình An`)."""
    entry, _ = lex.longest(t.normals, at, end)
    return (entry is not None and bool(entry.sort & Sort.TITLED)) or after - at < end - at <= 4


def _passed(t: Tokens, position: int, end: int, lex: Lexicon) -> int:
    """The position after a place or body that begins here; ``position`` where there is none."""
    entry, after = lex.longest(t.normals, position, len(t))
    if entry is None:
        return position
    if entry.sort & (Sort.PLACE | Sort.NOT_NAME) and after <= end:
        return after
    if after - position >= 2 and entry.sort & _PHRASES:
        person = not entry.sort & ~(Sort.ROLE | Sort.COURTESY | Sort.STOP) and after <= end
        return position if person else after
    return position


def _phrase_start(t: Tokens, position: int, end: int, lex: Lexicon) -> int:
    """Where, from ``position`` on, a phrase of two words or more begins that ends a name (``Giám đốc``)."""
    limit = min(end, position + MOST_WORDS + 1)
    while position < limit:
        entry, after = lex.longest(t.normals, position, len(t))
        ends = entry is not None and after > end and bool(entry.sort & _ENDING)
        if ends and t.shapes[position] != LETTER and t.normals[position - 1] not in _GOES_ON_BEHIND:
            return position
        position += 1
    return len(t)


def foreign_end(t: Tokens, at: int, end: int) -> int:
    """The position after a foreign name that begins at ``at``: hyphens, initials and particles belong to it."""
    position = at
    count = 0
    end = min(end, at + _LONGEST_FOREIGN)
    while position < end and count < MOST_WORDS + 1:
        word = t.words[position]
        if t.shapes[position] != LOWER:
            position += 1
            count += 1
            if t.shapes[position - 1] == LETTER and _initial(t, position, end):
                position += 1
        elif word == "-" and position + 1 < end and t.inside_word(position):
            position += 2
        elif count > 1 and _goes_on_small(t, position, end):
            position += 3
        elif word.lower() in _PARTICLES and count and position + 1 < end and _after_particle(t, position + 1):
            position += 1
        else:
            break
    return position


def _goes_on_small(t: Tokens, at: int, end: int) -> bool:
    """Whether the last part of a hyphenated name is written small (`Bun-thoong Xay ma-ny`)."""
    if at + 2 >= end or t.words[at + 1] != "-" or not t.inside_word(at + 1):
        return False
    return t.shapes[at] == LOWER == t.shapes[at + 2] and t.words[at].isalpha() and t.words[at + 2].isalpha()


def _initial(t: Tokens, position: int, end: int) -> bool:
    return position + 1 < end and t.words[position] == "." and t.shapes[position + 1] != LOWER


def _after_particle(t: Tokens, position: int) -> bool:
    return t.shapes[position] != LOWER or t.words[position] == "-" or t.words[position].lower() in _PARTICLES


def foreign_start(t: Tokens, at: int, end: int, lex: Lexicon) -> int:
    """Where in ``[at, end)`` a foreign name begins: a known given name with a word after it, else ``end``."""
    for position in range(at, end):
        if t.normals[position] in lex.given and t.shapes[position] == TITLE:
            goes_on = position + 1 < end or (end < len(t) and (t.words[end] == "-" or t.words[end] in _PARTICLES))
            if goes_on:
                return position
    return end


def is_firm(t: Tokens, at: int, after: int, lex: Lexicon) -> bool:
    """Whether the capitals ``[at, after)`` end as the name of a firm or a paper does (`Sao Mai Group`)."""
    return after - at >= 2 and t.normals[after - 1] in lex.firms


def foreign_words(t: Tokens, at: int, end: int) -> int:
    """How many words of ``[at, end)`` cannot be Vietnamese and are written as names are."""
    return sum(t.shapes[i] == TITLE and not vietnamese(t.normals[i]) for i in range(at, end))
