"""The same documents: what a query finds against a plain scan of all texts, which shares no code with the store.

Without marks a text is folded by taking it apart (NFD) and dropping what is combined; with marks it is compared as it
stands, in lower case. A word is what stands between what is neither letter nor digit.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.queries import Drawing, Sampled, sample
from benchmarks.tables import show
from store.archive import Archive
from store.query import parse
from store.search import search

EACH: Final = 200
_BREAK: Final = re.compile(r"[\W_]+")

Test = Callable[[str, frozenset[str]], bool]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, and what says of the words of a text (``" a b c "``, and as a set) whether it is found."""

    query: str
    test: Test


def plain(text: str) -> str:
    """Take the marks off, in lower case."""
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def exact(text: str) -> str:
    """Keep the marks, in lower case."""
    return unicodedata.normalize("NFC", text).lower()


def words(text: str) -> str:
    """Give the words of a text, one space around each."""
    return f" {_BREAK.sub(' ', text).strip()} "


def has_word(word: str) -> Test:
    """Say that a word stands in the text."""
    return lambda line, known: word in known


def has_beginning(letters: str) -> Test:
    """Say that a word begins so."""
    return lambda line, known: f" {letters}" in line


def has_phrase(phrase: str) -> Test:
    """Say that words stand one after the other."""
    wanted = f" {phrase} "
    return lambda line, known: wanted in line


def both(one: Test, other: Test) -> Test:
    """Say that both hold."""
    return lambda line, known: one(line, known) and other(line, known)


def either(one: Test, other: Test) -> Test:
    """Say that one of two holds."""
    return lambda line, known: one(line, known) or other(line, known)


def first_only(one: Test, other: Test) -> Test:
    """Say that the first holds and the second does not."""
    return lambda line, known: one(line, known) and not other(line, known)


class Asking:
    """Draws queries of words, phrases and their combinations over one list of words."""

    def __init__(self, random: Random, known: list[str], pairs: list[tuple[str, ...]]) -> None:
        self._random = random
        self._known = known
        self._pairs = pairs

    def queries(self, count: int) -> Iterator[Asked]:
        """Give queries of seven kinds in turn."""
        kinds = (self._word, self._phrase, self._two, self._beginning, self._or, self._not, self._phrase_and_word)
        for number in range(count):
            yield kinds[number % len(kinds)]()

    def _one(self) -> tuple[str, Test]:
        word = self._random.choice(self._known)
        return word, has_word(word)

    def _word(self) -> Asked:
        return Asked(*self._one())

    def _phrase(self) -> Asked:
        phrase = " ".join(self._random.choice(self._pairs))
        return Asked(f'"{phrase}"', has_phrase(phrase))

    def _beginning(self) -> Asked:
        word = self._random.choice(self._known)
        fitting = [word[:end] for end in range(2, len(word)) if _begins_plainly(word[:end], word)]
        if not fitting:
            return self._word()
        letters = self._random.choice(fitting)
        return Asked(f"{letters}*", has_beginning(letters))

    def _pair(self, form: str, joined: Callable[[Test, Test], Test]) -> Asked:
        (one, first), (other, second) = self._one(), self._one()
        return Asked(form.format(one, other), joined(first, second))

    def _two(self) -> Asked:
        return self._pair("{} {}", both)

    def _or(self) -> Asked:
        return self._pair("{} OR {}", either)

    def _not(self) -> Asked:
        return self._pair("{} -{}", first_only)

    def _phrase_and_word(self) -> Asked:
        phrase, (word, test) = self._phrase(), self._one()
        return Asked(f"{phrase.query} {word}", both(phrase.test, test))


def drawn(found: Sampled, seed: int) -> tuple[list[Asked], list[Asked]]:
    """Draw queries without marks and with."""
    random = Random(f"same {seed}")
    drawing = Drawing(found, seed)
    folded = drawing.pick(drawing.common, 60) + drawing.pick(drawing.middling, 60) + drawing.pick(drawing.rare, 30)
    letters = [word for word in folded if word.isalpha()]
    pairs = sorted(p for p, n in found.pairs.items() if n > 1)
    marked = [
        word for word in drawing.pick(found.marked_words(0.0004, 1), 200) if plain(word) != word and _one_tone(word)
    ]
    marked_pairs = sorted(
        p for p, n in found.marked_pairs.items() if n > 1 and all(plain(w) != w and _one_tone(w) for w in p)
    )
    return (
        list(Asking(random, letters, random.sample(pairs, min(300, len(pairs)))).queries(EACH)),
        list(Asking(random, marked, random.sample(marked_pairs, min(300, len(marked_pairs)))).queries(EACH)),
    )


def _one_tone(word: str) -> bool:
    """Leave out what may be written in two ways (``hòa``, ``hoà``), which the query finds in both and a scan does not."""
    return not re.search(r"o[ae]|u[yâêe]", plain(word))


def _begins_plainly(letters: str, word: str) -> bool:
    """Leave out beginnings without the marks of their word, and those before whose mark it is not settled where that
    stands (``hó`` begins ``hóa``, which may be written ``hoá``)."""
    if plain(word) == word:
        return True
    return plain(letters) != letters and plain(letters)[-1] not in "ou"


def measure(path: Path, seed: int) -> None:
    """Run all queries both ways; prints how many agree, and those that do not."""
    with Archive.open(path, read_only=True) as archive:
        without, with_marks = drawn(sample(archive, seed), seed)
        scanned = _scan(archive, without, with_marks)
        rows, agreed = [], 0
        for name, asked in (("without marks", without), ("with marks", with_marks)):
            good, total = 0, 0
            for one in asked:
                found = search(archive, parse(one.query, complete=True)).keys()
                total += len(found)
                if set(found) == scanned[id(one)]:
                    good += 1
                else:
                    print(f"  differs: {one.query}: {len(found)} found, {len(scanned[id(one)])} scanned")
            agreed += good
            rows.append((name, len(asked), good, total))
        show(
            f"Same documents as a plain scan: {agreed} of {len(without) + len(with_marks)}",
            ("queries", "asked", "same", "documents"),
            rows,
        )


def _scan(archive: Archive, without: list[Asked], with_marks: list[Asked]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {id(one): set() for one in (*without, *with_marks)}
    for key, title, body in archive.connection.execute("SELECT key, title, body FROM articles"):
        for asked, folded in ((without, plain), (with_marks, exact)):
            line = f"{words(folded(title or ''))}|{words(folded(body))}"  # no phrase goes from one into the other
            known = frozenset(line.split())
            for one in asked:
                if one.test(line, known):
                    found[id(one)].add(key)
    return found
