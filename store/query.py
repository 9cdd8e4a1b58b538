"""The query language: what was typed, as a tree. ``docs/search.md`` has it for people.

A query is never an error. What is only half typed is completed (an open bracket or quotation mark is closed), what
does not parse is searched as plain words, and `Query.problem` says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from store.matching import tokens
from store.query_tree import And, Between, Field, FieldName, Has, Is, Node, Not, Or, Query, State, Thing, Words
from store.said import Said
from store.text import clean, fold
from store.when import days_of_value

__all__ = ["Query", "parse"]

MOST_WORDS: Final = 64
DEEPEST: Final = 20
LONGEST: Final = 4000
_TOLD: Final = 4
"""Names that are told to whoever typed one that is not known."""


def parse(text: str, *, complete: bool = False) -> Query:
    """Read a query. Unless it is ``complete``, a word that ends it is still being typed: a beginning of words."""
    return _Parser(text, complete).query()


_DATES: Final = ("after", "before", "date")
_NAMES: Final = {
    **{str(name): str(name) for name in (*FieldName, *_DATES, "is", "has")},
    **{
        alias: name
        for name, aliases in {
            "tag": ("the", "nhan"),
            "person": ("nguoi",),
            "position": ("chuc vu", "chuc danh"),
            "org": ("organisation", "organization", "co quan", "to chuc"),
            "place": ("noi", "dia diem"),
            "doc": ("document", "van ban"),
            "source": ("nguon", "tep"),
            "title": ("tieu de", "tua de"),
            "note": ("ghi chu",),
            "after": ("sau", "tu"),
            "before": ("truoc",),
            "date": ("ngay",),
            "is": ("la",),
            "has": ("co",),
        }.items()
        for alias in aliases
    },
}
"""Names of fields, folded; Vietnamese ones may be typed with or without marks."""

_FIELD: Final = re.compile(f"({'|'.join(sorted(map(re.escape, _NAMES), key=len, reverse=True))}):")
_UNKNOWN_FIELD: Final = re.compile(r"([^\W\d_]+):(?=[^\s/:])")
_VALUE: Final = re.compile(r'[^\s()"]+')
_PLAIN: Final = re.compile(r'[^\s()"]+')
_OPERATOR: Final = re.compile(r"(OR|AND)(?=[\s(]|$)")


class _Parser:
    """Recursive descent over the text; ``at`` is where it has come to."""

    def __init__(self, text: str, complete: bool) -> None:
        self.typed = text
        self.text = clean(text[:LONGEST]).replace("\n", " ").replace("\t", " ")
        self.folded = fold(self.text)
        self.complete = complete
        self.at = 0
        self.left = MOST_WORDS
        self.problem: str | None = None
        if len(text) > LONGEST:
            self._complain("Only the first {n} characters are searched for.", n=LONGEST)

    def query(self) -> Query:
        found: list[Node] = []
        while self.at < len(self.text):
            node = self._alternatives(0)
            found += [node] if node else []
            if self._take(")"):
                self._complain("A bracket is closed that was never opened; it is left out.")
        return Query(self.typed, _all(found), self.problem)

    def _complain(self, problem: str, **values: object) -> None:
        self.problem = self.problem or Said(problem, {name: str(value) for name, value in values.items()})

    def _skip(self) -> None:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1

    def _take(self, character: str) -> bool:
        self._skip()
        if self.text.startswith(character, self.at):
            self.at += len(character)
            return True
        return False

    def _operator(self) -> str | None:
        self._skip()
        match = _OPERATOR.match(self.text, self.at)
        # At the very end it may be the beginning of a word; a query that is being typed has no use for it yet.
        return match[1] if match else None

    def _alternatives(self, depth: int) -> Node | None:
        """Read what stands between OR, to the end or a closing bracket."""
        found: list[Node] = []
        missing = False
        while True:
            node = self._sequence(depth)
            missing = missing or node is None
            found += [node] if node else []
            if self._operator() != "OR":
                break
            self.at += len("OR")
            missing = missing or (self.complete and self._ends())
        if missing and found and len(found) > 1:
            self._complain("OR wants something on both sides.")
        if not found:
            return None
        return found[0] if len(found) == 1 else Or(tuple(found))

    def _ends(self) -> bool:
        self._skip()
        return self.at >= len(self.text) or self.text[self.at] == ")"

    def _sequence(self, depth: int) -> Node | None:
        """Read what has to be there together, to OR, the end or a closing bracket."""
        found: list[Node] = []
        while not self._ends():
            operator = self._operator()
            if operator == "OR":
                break
            if operator == "AND":
                self.at += len("AND")
                continue
            node = self._one(depth)
            found += [node] if node else []
        return _all(found)

    def _one(self, depth: int) -> Node | None:
        negative = False
        while self.text.startswith("-", self.at):
            self.at += 1
            negative = not negative
        if self.at >= len(self.text) or self.text[self.at].isspace():
            return None  # a dash between words
        node = self._positive(depth)
        return Not(node) if node and negative else node

    def _positive(self, depth: int) -> Node | None:
        character = self.text[self.at]
        if character == "(":
            self.at += 1
            if depth >= DEEPEST:
                self._complain("Brackets may be {n} deep; the others are left out.", n=DEEPEST)
                return None
            node = self._alternatives(depth + 1)
            if not self._take(")") and self.complete:
                self._complain("A bracket is not closed; it is read to the end.")
            return node
        if character == '"':
            return self._phrase()
        if character == ")":
            return None
        if (match := _FIELD.match(self.folded, self.at)) is not None:
            return self._field(match)
        match = _PLAIN.match(self.text, self.at)
        if match is None:
            self.at += 1
            return None
        unknown = _UNKNOWN_FIELD.match(self.text, self.at)
        if unknown is not None:
            self._complain("There is no field “{name}”; searched as words.", name=unknown[1])
        self.at = match.end()
        return self._words(match[0], self._still_typed())

    def _still_typed(self) -> bool:
        return not self.complete and self.at == len(self.text)

    def _quoted(self) -> tuple[str, bool]:
        """Read what stands in quotation marks, and whether its last word is still being typed."""
        end = self.text.find('"', self.at + 1)
        if end < 0:
            value, self.at = self.text[self.at + 1 :], len(self.text)
            if self.complete:
                self._complain("A quotation mark is not closed; it is read to the end.")
            return value, not self.complete and value[-1:] != " "
        value, self.at = self.text[self.at + 1 : end], end + 1
        return value, False

    def _phrase(self) -> Words | None:
        """Read a phrase; while it is typed, its last word counts from the second letter on.

        One letter says next to nothing there, and takes an index with the places of words longest of all.
        """
        value, typed = self._quoted()
        found = self._words(value, typed)
        if found and typed and len(found.sequence) > 1 and len(found.sequence[-1].text) == 1:
            return Words(found.sequence[:-1])
        return found

    def _words(self, text: str, typed: bool) -> Words | None:
        sequence = tokens(text, prefix=typed or text.endswith("*"))
        if len(sequence) > self.left:
            self._complain("Only the first {n} words are searched for.", n=MOST_WORDS)
            sequence = sequence[: self.left]
        self.left -= len(sequence)
        return Words(sequence) if sequence else None

    def _field(self, match: re.Match[str]) -> Node | None:
        shown = self.text[self.at : match.end()]
        start, self.at = self.at, match.end()
        if self.text.startswith('"', self.at):
            value, typed = self._quoted()
        elif (plain := _VALUE.match(self.text, self.at)) is not None:
            value, self.at = plain[0], plain.end()
            typed = self._still_typed()
        else:
            value, typed = "", False
        if not value.strip(' *"'):
            example = _EXAMPLES[_NAMES[match[1]]]
            self._complain("“{field}” wants a value, as in {field}{example}.", field=shown, example=example)
            return None
        node = self._meaning(_NAMES[match[1]], value, typed)
        return node or self._words(self.text[start : self.at], typed)

    def _meaning(self, name: str, value: str, typed: bool) -> Node | None:
        if name in _DATES:
            return self._dates(name, value)
        if name == "is":
            return self._known(name, value, State, Is)
        if name == "has":
            return self._known(name, value, Thing, Has)
        words = self._words(value, typed)
        return Field(FieldName(name), value, words.sequence) if words else None

    def _known(
        self, name: str, value: str, kinds: type[State] | type[Thing], node: type[Is] | type[Has]
    ) -> Node | None:
        low = fold(value)
        if low in set(kinds):
            return node(kinds(low))  # type: ignore[arg-type]
        known = ", ".join((*_nearest(low, kinds), "…"))
        self._complain("“{name}:” knows {known}; searched as words.", name=name, known=known)
        return None

    def _dates(self, name: str, value: str) -> Node | None:
        first, dots, last = value.partition("..")
        start, end = days_of_value(first), days_of_value(last) if dots else None
        if (first and start is None) or (last and end is None) or not (start or end):
            self._complain(
                "“{value}” is no date; write 2021, 2021-12, 2021-12-01 or 2021-01..2021-06.", value=value
            )
            return None
        if name == "date":
            end = end if dots else start
            return Between(start[0] if start else None, end[1] if end else None)
        if start is None or dots:
            self._complain("“{name}:” wants one date; a range is date:{value}.", name=name, value=value)
            return None
        return Between(start[0], None) if name == "after" else _before(start[0])


_EXAMPLES: Final = {
    "tag": '"đọc lại"',
    "person": "nguyễn",
    "position": '"bí thư"',
    "org": '"ban tổ chức"',
    "place": '"hà nội"',
    "doc": '"nghị quyết 18"',
    "source": "folder",
    "title": "hội",
    "note": "hỏi",
    **dict.fromkeys(_DATES, "2021-12"),
    "is": "unread",
    "has": "note",
}


def _nearest(typed: str, known: Iterable[str]) -> list[str]:
    """Give the few names that are most like what was typed, the likest first; more would not fit on a line."""
    import difflib

    likest = sorted(known, key=lambda name: -difflib.SequenceMatcher(None, typed, name).ratio())
    return [str(name) for name in likest[:_TOLD]]


def _before(day: date) -> Between:
    return Between(None, date.fromordinal(max(day.toordinal() - 1, 1)))


def _all(nodes: list[Node]) -> Node | None:
    """Join what has to be there together."""
    if len(nodes) < 2:
        return nodes[0] if nodes else None
    return And(tuple(nodes))
