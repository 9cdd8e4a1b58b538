"""Queries of every kind, drawn from an archive by a seed: what is common, middling and rare in it is counted first."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random
from typing import Final

from store.archive import Archive
from store.query_tree import FieldName, State, Thing
from store.text import fold

SAMPLE: Final = 3000
"""Articles that are read to count words and names."""

EACH: Final = 20
"""Queries of a kind, where the archive has so many."""

TYPED: Final = 20

_WORD: Final = re.compile(r"[^\W_]+")

_NAMES: Final = {
    FieldName.PERSON: "SELECT p.name FROM article_people s JOIN people p ON p.id = s.person_id",
    FieldName.POSITION: "SELECT p.name FROM tenures s JOIN positions p ON p.id = s.position_id",
    FieldName.ORGANISATION: "SELECT o.name FROM mentions s JOIN organisations o ON o.id = s.organisation_id",
    FieldName.PLACE: "SELECT p.name FROM mentions s JOIN places p ON p.id = s.place_id",
    FieldName.DOCUMENT: "SELECT d.name FROM citations s JOIN documents d ON d.id = s.document_id",
    FieldName.SOURCE: "SELECT s.path FROM sources s",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """Queries of one kind. ``typed`` ones end in a word that is still being typed."""

    name: str
    queries: tuple[str, ...]
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Sampled:
    """What a sample of articles has: in how many of them each word stands, and pairs and triples of words."""

    size: int
    plain: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, ...]] = field(default_factory=Counter)
    triples: Counter[tuple[str, ...]] = field(default_factory=Counter)
    marked_pairs: Counter[tuple[str, ...]] = field(default_factory=Counter)
    names: dict[FieldName, Counter[str]] = field(default_factory=dict)
    titles: Counter[str] = field(default_factory=Counter)

    def plain_words(self, low: float, high: float) -> list[str]:
        """Give the words without marks that stand in such a share of the articles, in their order."""
        return _between(self.plain, low * self.size, high * self.size)

    def marked_words(self, low: float, high: float) -> list[str]:
        """Give the words with marks, likewise."""
        return [word for word in _between(self.marked, low * self.size, high * self.size) if fold(word) != word]


def _between(counts: Counter[str], low: float, high: float) -> list[str]:
    return sorted(word for word, count in counts.items() if low <= count <= high and not word.isdigit())


def sample(archive: Archive, seed: int) -> Sampled:
    """Count words and names in a sample of articles."""
    ids = [number for (number,) in archive.rows("SELECT article_id FROM timeline ORDER BY article_id")]
    chosen = json.dumps(sorted(Random(seed).sample(ids, min(SAMPLE, len(ids)))))
    listed = "(SELECT value FROM json_each(?))"
    texts = archive.rows(f"SELECT title, body FROM articles WHERE id IN {listed}", (chosen,))
    found = Sampled(len(texts))
    for title, body in texts:
        _count(found, f"{title or ''}\n{body}")
        found.titles.update(set(_WORD.findall(fold(title or ""))))
    for name, sql in _NAMES.items():
        found.names[name] = Counter(
            row[0] for row in archive.rows(f"{sql} WHERE s.article_id IN {listed}", (chosen,))
        )
    found.names[FieldName.TAG] = Counter(
        dict(
            archive.rows("SELECT t.name, count(*) FROM tags t JOIN article_tags a ON a.tag_id = t.id GROUP BY t.id")
        )
    )
    found.names[FieldName.NOTE] = Counter(
        word for (text,) in archive.rows("SELECT text FROM annotations LIMIT 500") for word in _WORD.findall(text)
    )
    return found


def _count(found: Sampled, text: str) -> None:
    words = _WORD.findall(text.lower())
    plain = [fold(word) for word in words]
    found.marked.update(set(words))
    found.plain.update(set(plain))
    found.pairs.update(set(pairwise(plain)))
    found.triples.update(set(zip(plain, plain[1:], plain[2:], strict=False)))
    found.marked_pairs.update(set(pairwise(words)))


class Drawing:
    """Draws the queries of every kind."""

    def __init__(self, found: Sampled, seed: int) -> None:
        self.found = found
        self.random = Random(f"queries {seed}")
        self.common = found.plain_words(0.25, 1)
        self.middling = found.plain_words(0.01, 0.05)
        self.rare = found.plain_words(0, 1.5 / found.size)

    def kinds(self) -> list[Kind]:
        """Give every kind with its queries."""
        return [
            *self._prefixes(),
            *self._words(),
            *self._phrases(),
            *self._together(),
            *self._fields(),
            *self._dates(),
            self._misses(),
        ]

    def pick(self, words: Iterable[str], count: int = EACH) -> list[str]:
        """Draw words, each once."""
        known = sorted(set(words))
        return self.random.sample(known, min(count, len(known)))

    def _prefixes(self) -> list[Kind]:
        """Beginnings of words as they are met: those of frequent words come more often."""
        met = [word for word in self.found.plain.elements() if word.isalpha()]
        kinds = []
        for length in range(1, 8):
            drawn = self.random.choices([word for word in met if len(word) > length] or met, k=EACH * 4)
            name = f"prefix of {length} letter{'s' * (length > 1)}"
            kinds.append(Kind(name, tuple(self.pick({word[:length] for word in drawn})), typed=True))
        return kinds

    def _words(self) -> list[Kind]:
        found = self.found
        return [
            Kind("common word", tuple(self.pick(self.common))),
            Kind("middling word", tuple(self.pick(self.middling))),
            Kind("rare word", tuple(self.pick(self.rare))),
            Kind("common word with marks", tuple(self.pick(found.marked_words(0.2, 1)))),
            Kind("middling word with marks", tuple(self.pick(found.marked_words(0.01, 0.05)))),
            Kind("rare word with marks", tuple(self.pick(found.marked_words(0, 1.5 / found.size)))),
        ]

    def _phrases(self) -> list[Kind]:
        found, common = self.found, set(self.common)
        often = set(found.marked_words(0.1, 1))

        def of(counts: Counter[tuple[str, ...]], words: set[str], low: float, high: float) -> tuple[str, ...]:
            fitting = (p for p, n in counts.items() if low <= n <= high * found.size and words.issuperset(p))
            return tuple(f'"{" ".join(phrase)}"' for phrase in self.pick_phrases(fitting))

        return [
            Kind("phrase of two common words", of(found.pairs, common, 0.01 * found.size, 1)),
            Kind("phrase of three common words", of(found.triples, common, 2, 1)),
            Kind(
                "phrase of two common words that hardly ever stand so", of(found.pairs, common, 1, 1.5 / found.size)
            ),
            Kind("phrase of two words with marks", of(found.marked_pairs, often, 2, 1)),
        ]

    def pick_phrases(self, phrases: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
        """Draw phrases, each once."""
        known = sorted(phrases)
        return self.random.sample(known, min(EACH, len(known)))

    def _together(self) -> list[Kind]:
        def two(form: str, first: list[str], second: list[str]) -> tuple[str, ...]:
            pairs = zip(self.pick(first), self.pick(second), strict=False)
            return tuple(form.format(one, other) for one, other in pairs if one != other)

        common, middling, rare = self.common, self.middling, self.rare
        return [
            Kind("two common words", two("{} {}", common, common)),
            Kind("two middling words", two("{} {}", middling, middling)),
            Kind("common and rare word", two("{} {}", common, rare)),
            Kind("common word and prefix of one letter", two("{} {:.1}", common, common), typed=True),
            Kind("OR of middling words", two("{} OR {}", middling, middling)),
            Kind("OR of common words", two("{} OR {}", common, common)),
            Kind("common word, NOT another", two("{} -{}", common, common)),
            Kind("NOT a common word", tuple(f"-{word}" for word in self.pick(common))),
            Kind("NOT a rare word", tuple(f"-{word}" for word in self.pick(rare))),
        ]

    def values(self, name: FieldName) -> tuple[list[str], list[str]]:
        """Give values of a field, well known ones and rare ones."""
        counts = self.found.names[name]
        known = [value for value, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]
        return known[:8], self.pick(known[len(known) // 2 :], 8)

    def _fields(self) -> list[Kind]:
        kinds = []
        for name in self.found.names:
            often, seldom = self.values(name)
            for how, values in (("often met", often), ("seldom met", seldom)):
                asked = [f'{name}:"{value}"' for value in values]
                kinds.append(Kind(f"{name}: {how}", tuple(asked)))
                kinds.append(Kind(f"{name}: {how}, and a common word", tuple(self._with_common(asked))))
        loose = [f"{name}:{word}" for name, words in self._loose().items() for word in words]
        kinds.append(Kind("field with one word that many names have", tuple(loose)))
        kinds.append(Kind("the same and a common word", tuple(self._with_common(loose))))
        titles = [
            f"title:{word}"
            for word in self.pick([w for w, n in self.found.titles.items() if n > self.found.size / 50])
        ]
        kinds += [Kind("title:", tuple(titles)), Kind("title: and a common word", tuple(self._with_common(titles)))]
        for prefix, members in (("is", State), ("has", Thing)):
            asked = [f"{prefix}:{member}" for member in members]
            kinds.append(Kind(f"{prefix}:", tuple(asked)))
            kinds.append(Kind(f"{prefix}: and a common word", tuple(self._with_common(asked))))
        return kinds

    def _loose(self) -> dict[str, list[str]]:
        return {
            "person": ["nguyen", "tran thi", "văn"],
            "position": ["bi thu", "giám đốc", "pho chu tich"],
            "org": ["tinh uy", "sở y tế"],
            "place": ["ha", "quảng"],
            "doc": ["nghi quyet", "nd-cp"],
        }

    def _with_common(self, asked: list[str]) -> list[str]:
        return [f"{query} {self.random.choice(self.common)}" for query in asked]

    def _dates(self) -> list[Kind]:
        random = self.random
        ranges = []
        for number in range(EACH):
            year, month = random.randint(2006, 2024), random.randint(1, 12)
            ranges.append(
                (
                    f"date:{year}-{month:02}",
                    f"after:{year}",
                    f"before:{year}-{month:02}",
                    f"date:{year}..{year + 1}",
                )[number % 4]
            )
        words = self.pick(self.common, len(ranges))
        rare = self.pick(self.rare, len(ranges))
        return [
            Kind("date range", tuple(ranges)),
            Kind("date range with a common word", tuple(map(" ".join, zip(ranges, words, strict=False)))),
            Kind("date range with a rare word", tuple(map(" ".join, zip(ranges, rare, strict=False)))),
        ]

    def _misses(self) -> Kind:
        made = ["".join(self.random.choices("zxqjfw", k=self.random.randint(2, 8))) for _ in range(EACH // 2)]
        return Kind("miss", (*made, *(f"{self.random.choice(self.common)} {word}" for word in made)))

    def typed(self) -> list[str]:
        """Give queries that are typed letter by letter: words, phrases, fields, with marks and without."""
        pick, common, often = self.random.choice, self.common, self.found.marked_words(0.1, 1)
        phrases = self.pick_phrases(p for p, n in self.found.triples.items() if n > 1 and set(p) <= set(common))
        person = self.values(FieldName.PERSON)[0]
        forms: list[Callable[[], str]] = [
            lambda: f"{pick(common)} {pick(common)}",
            lambda: f"{pick(often)} {pick(often)}",
            lambda: f'"{" ".join(pick(phrases))}"' if phrases else pick(common),
            lambda: f'person:"{pick(person)}"' if person else pick(common),
            lambda: f"{pick(common)} {pick(self.middling)} after:{self.random.randint(2006, 2024)}",
        ]
        return [forms[number % len(forms)]() for number in range(TYPED)]
