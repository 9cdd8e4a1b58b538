"""The order of relevance: BM25 over headline and body, a word in the headline counting for several in the body.

Its cost is bounded however many articles there are. Up to `ALL` articles found are all weighed. Of more, the newest
that have one of the words in the headline and the newest of all are; the others follow in the order of time.
Figures of the method: Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), which
also says why the weights of fields are added up before they are damped (BM25F).
"""

from __future__ import annotations

import json
from dataclasses import replace
from math import log
from typing import TYPE_CHECKING, Final

from store.lighting import sequences_of
from store.matching import Token, occurrences
from store.query import Query
from store.query_tree import And, Field, FieldName, Or, Words
from store.results import Results
from store.rows import rows_of
from store.search_sql import statement

if TYPE_CHECKING:
    from datetime import date

    from store.archive import Archive
    from store.records import TimelineRow
    from store.search_sql import Statement

ALL: Final = 600
_HEADLINES: Final = 300
_NEWEST: Final = 300
_COUNTED: Final = 20_000
"""How far a word is counted: those in more articles weigh next to nothing anyway."""

_IN_HEADLINE: Final = 4.0
_SATURATION: Final = 1.2
_LENGTH: Final = 0.75


class Ranked(Results):
    """The articles that a query finds, the most relevant first. They have no months, so ``groups`` is empty."""

    def __init__(self, archive: Archive, query: Query, found: Statement) -> None:
        super().__init__(archive, query, found)
        self._best: list[int] | None = None
        self._rest: Results | None = None

    @property
    def groups(self) -> tuple[tuple[str | None, int], ...]:
        """None: the order is not that of time."""
        return ()

    def rows(self, first: int, size: int) -> list[TimelineRow]:
        """Give up to ``size`` rows from ``first`` on."""
        best, rest = self._rank()
        rows = rows_of(self._archive, best[first : first + size])
        if first + size > len(best):
            after = max(first - len(best), 0)
            rows += rest.rows(after, first + size - len(best) - after)
        return rows

    def index_of(self, key: str) -> int | None:
        """Tell where the article with this key stands; ``None`` when it is not found."""
        best, rest = self._rank()
        for (wanted,) in self._archive.rows("SELECT id FROM articles WHERE key = ?", (key,)):
            if wanted in best:
                return best.index(wanted)
        index = rest.index_of(key)
        return None if index is None else len(best) + index

    def at_or_before(self, day: date) -> int | None:
        """Nothing: the order is not that of time."""
        return None

    def keys(self) -> list[str]:
        """Give the keys of all articles found, in their order."""
        best, rest = self._rank()
        rows = self._archive.rows(
            "SELECT a.key FROM json_each(?) j JOIN articles a ON a.id = j.value ORDER BY j.key", (json.dumps(best),)
        )
        return [*(key for (key,) in rows), *rest.keys()]

    def _rank(self) -> tuple[list[int], Results]:
        if self._best is None or self._rest is None:
            asked = list(dict.fromkeys(sequences_of(self.query.root)))
            with self._archive.snapshot():
                self._best = self._weighed(asked, self._candidates(asked)) if asked else []
            found = self._statement
            others = f"{found.identity} NOT IN (SELECT value FROM json_each(?))"  # noqa: S608
            where = f"{found.where} AND {others}" if found.where else others
            parameters = (*found.parameters, json.dumps(self._best))
            rest = replace(found, where=where, parameters=parameters, everything=False) if self._best else found
            self._rest = Results(self._archive, self.query, rest)
        return self._best, self._rest

    def _candidates(self, asked: list[tuple[Token, ...]]) -> list[int]:
        found = self._select(f"{self._statement.ids()} LIMIT ?", ALL + 1)
        if len(found) <= ALL:
            return found
        headlines = Or(tuple(Field(FieldName.TITLE, "", sequence) for sequence in asked))
        root = self.query.root
        narrowed = statement(self._archive.connection, And((root, headlines)) if root else headlines)
        rows = self._archive.rows(f"{narrowed.ids()} LIMIT ?", (*narrowed.parameters, _HEADLINES))
        return list(dict.fromkeys([*(row[0] for row in rows), *found[:_NEWEST]]))

    def _weighed(self, asked: list[tuple[Token, ...]], candidates: list[int]) -> list[int]:
        """Put candidates into order; the newer of equals comes first."""
        weights = [self._rareness(sequence) for sequence in asked]
        counted, lengths = {}, {}
        for number in candidates:  # one by one, so that an interruption does not wait for all
            [(title, body)] = self._archive.rows(
                "SELECT coalesce(title, ''), body FROM articles WHERE id = ?", (number,)
            )
            lengths[number] = len(title) + len(body)
            counted[number] = [
                _times(sequence, body) + _IN_HEADLINE * _times(sequence, title) for sequence in asked
            ]
        usual = sum(lengths.values()) / max(len(lengths), 1) or 1

        def score(number: int) -> float:
            damping = _SATURATION * (1 - _LENGTH + _LENGTH * lengths[number] / usual)
            return sum(
                weight * times * (_SATURATION + 1) / (times + damping)
                for weight, times in zip(weights, counted[number], strict=True)
            )

        return sorted(candidates, key=lambda number: (-score(number), -number))

    def _rareness(self, sequence: tuple[Token, ...]) -> float:
        """Give the weight of a word or phrase: the rarer, the more."""
        alone = Results(
            self._archive, self.query, statement(self._archive.connection, Words(sequence))
        ).count_at_most(_COUNTED)
        [(articles,)] = self._archive.rows("SELECT sum(articles) FROM articles_days")
        return log(1 + (max(articles or 0, alone) - alone + 0.5) / (alone + 0.5))


def _times(sequence: tuple[Token, ...], text: str) -> int:
    return sum(1 for _ in occurrences(sequence, text))
