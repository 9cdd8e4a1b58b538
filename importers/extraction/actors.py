"""Where the text names people, each with the offices and forms of address that stand around the name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from importers.extraction.reading import Reading
from store.records import MentionKind, Part, Person, Span


@dataclass(frozen=True, slots=True)
class Actor:
    """One place where a person is named, ``text[start:end]``.

    ``head`` is where what belongs to the name begins (``đồng chí Thiếu tướng``, an office before it), ``tail``
    where it ends (offices behind a comma, a bracket).
    """

    name: str
    start: int
    end: int
    head: int
    tail: int


_ADDRESS = re.compile(
    r"(?:^|(?<=[\s,;:(“\"–-]))(?:các\s)?(?:đồng chí|đ/c|đ\.c|ông|bà|anh|chị|ngài|cụ|cô|thầy|cử tri|nguyên|tân|"
    r"quyền|samdech techo|"
    r"hòa thượng|hoà thượng|thượng tọa|đại đức|linh mục|giáo sư|tiến sĩ|ts|gs|pgs|ths|bác sĩ|luật sư|"
    r"(?:đại|thượng|trung|thiếu)\s(?:tướng|tá|úy)|(?:gs|pgs|ts|ths|bs)\.?)[.,]?\s{0,2}$"
)
_SEPARATOR = re.compile(r"\s?[,–-]?\s?(?:\(\s?)?")
_BRACKET = re.compile(r"\s?\([^()\n]{0,90}\)")
_JOIN = re.compile(r"[\s,–-]{1,3}$")


def find_actors(reading: Reading, people: Iterable[Person], low: str) -> tuple[Actor, ...]:
    """Every place that names one of ``people``, in the order of the text; ``low`` is it in small letters."""
    named: list[tuple[int, int, str]] = []
    titled: list[tuple[int, int, str]] = []
    offices: dict[str, dict[int, int]] = {}
    for person in people:
        own = offices.setdefault(person.name, {})
        for office in person.offices:
            start, end = _position(reading, office.span)
            own[start] = max(end, own.get(start, 0))
        for mention in person.mentions:
            place = (*_position(reading, mention.span), person.name)
            if mention.kind is MentionKind.PERSON:
                named.append(place)
            elif mention.kind is MentionKind.POSITION:
                titled.append(place)
    ends = {name: {end: first for first, end in sorted(own.items(), reverse=True)} for name, own in offices.items()}
    actors = [_actor(low, start, end, name, offices[name], ends[name]) for start, end, name in named]
    covered = sorted((actor.head, max(actor.tail, actor.end)) for actor in actors)
    actors += [Actor(name, s, e, s, e) for s, e, name in titled if not _inside(s, covered)]
    actors.sort(key=lambda actor: actor.start)
    return tuple(_once(actors))


def _position(reading: Reading, span: Span) -> tuple[int, int]:
    offset = reading.body_offset if span.part is Part.BODY else 0
    return span.start + offset, span.end + offset


def _first(run: tuple[int, int]) -> int:
    return run[0]


def _inside(position: int, covered: list[tuple[int, int]]) -> bool:
    index = bisect_right(covered, position, key=_first) - 1
    return index >= 0 and covered[index][0] <= position < covered[index][1]


def _once(actors: list[Actor]) -> Iterator[Actor]:
    reached = -1
    for actor in actors:
        if actor.start >= reached:
            reached = actor.end
            yield actor


def _actor(low: str, start: int, end: int, name: str, offices: dict[int, int], ends: dict[int, int]) -> Actor:
    """``offices``: where those of the person begin, with their ends; ``ends`` the other way round."""
    tail = end
    for _ in range(12):
        bracket = _BRACKET.match(low, tail)
        if bracket is not None:
            tail = bracket.end()
            continue
        separator = _SEPARATOR.match(low, tail)
        after = offices.get(separator.end() if separator else tail)
        if after is None or after <= tail:
            break
        tail = after
    return Actor(name, start, end, _head(low, start, ends), tail)


def _head(low: str, start: int, ends: dict[int, int]) -> int:
    head = start
    for _ in range(12):
        address = _ADDRESS.search(low, max(0, head - 20), head)
        if address is not None and address.start() < head:
            head = address.start()
            continue
        join = _JOIN.search(low, max(0, head - 3), head)
        before = ends.get(join.start() if join else head)
        if before is None or before >= head:
            break
        head = before
    return head
