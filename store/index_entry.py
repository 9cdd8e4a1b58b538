"""What the index has of an article: one string of terms, each made so that one look-up answers one thing asked.

=================  ============================================================================================
``_``              every article
``thanh``          a word without its marks
``thành``          a word with its marks, tone marks placed in the older way (``hòa``)
``th_`` ``thà_``   a beginning of a longer word, up to `LONGEST` letters, without marks and, if it has any, with
``thanh_uy_2_5``   two words that follow each other, without marks, and then which marks their letters have
``_pnguyen``       any of these in what a field says: ``_`` and the letter of the field (`LETTERS`) go before it
``_p__a_b_c_1__``  three words of a field
``_4p…``           what a field says from each of its words on, where four or more follow (`_longs`)
``_30a1b2c_1_2_``  three frequent words that follow each other, each by its number in `store.common_words`
``__person``       an article that has something, or is something
``_9t12``          an article with the tag of this number
=================  ============================================================================================

Words are what `store.matching` takes as words. No word has a ``_`` in it, so nothing here is like anything else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Final, TypeVar

from store.common_words import COMMON
from store.matching import kin_of, lowered
from store.spelling import normal_tone, older_tone
from store.text import fold

EVERY: Final = "_"
NOTHING: Final = "__nothing"
"""A term that no article has."""

LONGEST: Final = 6
"""Letters of the longest beginning that is a term; longer ones are few words each, which FTS5 gathers fast."""

LETTERS: Final = {"title": "t", "person": "p", "position": "o", "org": "g", "place": "l", "doc": "d", "note": "n"}
"""The letter of each field, by its name in the query language."""

NAMED: Final = frozenset(LETTERS) - {"title"}
"""Fields of names, which are short and come again; three words of a headline seldom do."""

LONG: Final = 4
LONGEST_NAME: Final = 12
"""Words of a field that are one term: from the first of these numbers on, up to the second."""

FIELD_LONGEST: Final = 2
CUT: Final = 80
"""Letters of a word that count; nobody asks for more, but a text may be one endless word."""

_WORD: Final = re.compile(r"[^\W_]+")
# What FTS5's tokenizer leaves as it is; other letters are written in hexadecimal, since Python and SQLite may not
# agree on what is a letter, nor on the lower case of one.
_KNOWN: Final = re.compile("[0-9a-zà-ãè-êìíò-õùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]+")
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
_MARKABLE: Final = frozenset("adeiouy")
_CACHED: Final = 300_000

_T = TypeVar("_T")


def entry(title: str | None, body: str, said: Mapping[str, Iterable[str]], flags: Iterable[str]) -> str:
    """Give the terms of an article, with what each field says and what it has or is; the same for the same."""
    titles = _WORD.findall(lowered(title)) if title else []
    bodies = _WORD.findall(lowered(body))
    terms = {EVERY, *(f"__{flag}" for flag in flags)}
    terms.update(*map(_WORDS.__getitem__, {*titles, *bodies}), _pairs(titles), _pairs(bodies))
    terms.update(_frequent_threes(titles), _frequent_threes(bodies))
    _add(terms, "title", titles)
    for field, texts in said.items():
        for text in set(texts):
            _add(terms, field, _WORD.findall(lowered(text)))
    return " ".join(terms)


def desk_entry(tags: Iterable[int], notes: Iterable[str], flags: Iterable[str]) -> str:
    """Give the terms of what the reader has of an article: tags, notes, states; the same for the same."""
    terms = {*(f"__{flag}" for flag in flags), *map(tag_term, tags)}
    for text in set(notes):
        _add(terms, "note", _WORD.findall(lowered(text)))
    return " ".join(sorted(terms))


def tag_term(number: int) -> str:
    """Give the term of a tag."""
    return f"_9t{number}"


def field_terms(field: str, text: str) -> set[str]:
    """Give the terms of what a field says."""
    terms: set[str] = set()
    _add(terms, field, _WORD.findall(lowered(text)))
    return terms


def _add(terms: set[str], field: str, words: list[str]) -> None:
    before = f"_{LETTERS[field]}"
    terms.update(*map(_FIELD_WORDS[field].__getitem__, words), [before + pair for pair in _pairs(words)])
    if field in NAMED:
        terms.update(f"{before}__{three}" for three in _threes(words))
        terms.update(f"_4{LETTERS[field]}{long}" for long in _longs(words))


def _pairs(words: list[str]) -> Iterator[str]:
    """Write every two words that follow each other; nothing here runs Python's own code for each, on purpose."""
    plain, marks = list(map(PLAIN.__getitem__, words)), list(map(MARKS.__getitem__, words))
    return map("_".join, zip(plain, plain[1:], marks, marks[1:], strict=False))


def _threes(words: list[str]) -> Iterator[str]:
    """Write every three words that follow each other: names are as long, and a field has few words."""
    plain, marks = list(map(PLAIN.__getitem__, words)), list(map(MARKS.__getitem__, words))
    return map("_".join, zip(plain, plain[1:], plain[2:], marks, marks[1:], marks[2:], strict=False))


def _longs(words: list[str]) -> Iterator[str]:
    """Write what follows from each word on, where that are four words or more: so that any words of a long name,
    one after the other, are the beginning of a term. Marks come last, behind a letter that no word is written with.
    """
    plain, marks = list(map(PLAIN.__getitem__, words)), [parted(MARKS[word]) for word in words]
    for start in range(len(words) - LONG + 1):
        end = start + LONGEST_NAME
        yield f"{'_'.join(plain[start:end])}_ø{'_'.join(marks[start:end])}"


def _frequent_threes(words: list[str]) -> list[str]:
    """Write every three frequent words that follow each other: pairs of these are nearly everywhere."""
    plain, marks = list(map(PLAIN.__getitem__, words)), list(map(MARKS.__getitem__, words))
    numbers = [COMMON.get(word) for word in plain]
    together = zip(numbers, numbers[1:], numbers[2:], marks, marks[1:], marks[2:], strict=False)
    return [f"_3{a}{b}{c}_{parted(f'{x}.{y}.{z}')}" for a, b, c, x, y, z in together if a and b and c]


def parted(marks: str) -> str:
    """Write marks so that a ``_`` between two words is the only one."""
    return marks.replace("_", "ø").replace(".", "_")


class _Told(dict[str, _T]):
    """Lower-case word to what is told of it, which is found when the word is first met."""

    def __init__(self, told: Callable[[str], _T]) -> None:
        super().__init__()
        self._told = told

    def __missing__(self, word: str) -> _T:
        if len(self) > _CACHED:
            self.clear()
        found = self[word] = self._told(word[:CUT])
        return found


def _terms(word: str, before: str, longest: int) -> tuple[str, ...]:
    """Give the terms of a lower-case word: with and without its marks, and its beginnings of so many letters."""
    folded, marked = fold(word), canonical(word)
    if not (_KNOWN.fullmatch(marked) and _KNOWN.fullmatch(folded)):
        longest = CUT  # of a word that is written in hexadecimal, a longer beginning may be written otherwise
    terms = {written(folded)}
    terms |= {written(folded[:n]) + "_" for n in range(1, min(longest, len(folded) - 1) + 1)}
    if marked != folded:
        terms.add(written(marked))
        for form in {marked, normal_tone(word), word}:
            begun = [form[:n] for n in range(1, min(longest, len(form) - 1) + 1)]
            terms |= {written(one) + "_" for one in begun if fold(one) != one}
            if len(form) > LONGEST:
                terms.add(written(form))  # so that every long beginning of it leads to it
    return tuple(before + term for term in terms)


def canonical(word: str) -> str:
    """Give the one spelling that stands for all ways of placing the tone mark of a lower-case word."""
    return older_tone(normal_tone(word))


def written(word: str) -> str:
    """Write a word so that FTS5 takes it as one term; the beginning of a word is written as its beginning."""
    return word if _KNOWN.fullmatch(word) else "_u" + word.encode("utf-8", "surrogatepass").hex()


def _marks(marked: str) -> str:
    """Tell the marks of a word, a digit for each letter that may have some, or the whole of it after ``_``."""
    told = ""
    for plain, letter in zip(fold(marked), marked, strict=True):
        number = 0 if plain == letter else kin_of(plain).find(letter) + 1
        if plain != letter and (plain not in _MARKABLE or not 0 < number < len(_DIGITS)):
            return f"_{written(marked)}"
        if plain in _MARKABLE:
            told += _DIGITS[number]
    return told.rstrip("0")


_WORDS: Final = _Told(lambda word: _terms(word, "", LONGEST))
_FIELD_WORDS: Final = {
    field: _Told(partial(_terms, before=f"_{letter}", longest=FIELD_LONGEST)) for field, letter in LETTERS.items()
}
PLAIN: Final = _Told(lambda word: written(fold(word)))
MARKS: Final = _Told(lambda word: _marks(canonical(word)))
