"""What a query means, as a tree; `store.query` reads it, `store.search_sql` turns it to SQL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from store.matching import Token


class FieldName(StrEnum):
    """Fields whose value is words."""

    TAG = "tag"
    PERSON = "person"
    POSITION = "position"
    ORGANISATION = "org"
    PLACE = "place"
    DOCUMENT = "doc"
    SOURCE = "source"
    TITLE = "title"
    NOTE = "note"


class State(StrEnum):
    """What ``is:`` knows."""

    UNREAD = "unread"
    READ = "read"
    MARKED = "marked"
    NOTED = "noted"
    TAGGED = "tagged"
    DUPLICATE = "duplicate"
    INFERRED = "inferred"


class Thing(StrEnum):
    """What ``has:`` knows."""

    NOTE = "note"
    TAG = "tag"
    PERSON = "person"
    POSITION = "position"
    ORGANISATION = "org"
    PLACE = "place"
    DOCUMENT = "doc"
    CAPTION = "caption"
    MEETING = "meeting"
    TITLE = "title"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Words:
    """Words one after the other, in headline or body; a single word is a sequence of one."""

    sequence: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """Words in something else than the text; ``value`` is as typed."""

    name: FieldName
    value: str
    sequence: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """Days from ``first`` to ``last``, both included; ``None`` is open."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Is:
    """Articles in a state."""

    state: State


@dataclass(frozen=True, slots=True)
class Has:
    """Articles that have something."""

    thing: Thing


@dataclass(frozen=True, slots=True)
class Not:
    """Articles that are none of these."""

    node: Node


@dataclass(frozen=True, slots=True)
class And:
    """Articles that are all of these."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Articles that are any of these."""

    nodes: tuple[Node, ...]


Node: TypeAlias = Words | Field | Between | Is | Has | Not | And | Or


@dataclass(frozen=True, slots=True)
class Query:
    """A query: the ``text`` as typed, what it means (``None``: everything), and what did not parse, for people."""

    text: str
    root: Node | None
    problem: str | None = None
