"""Works out, before the archive is touched, all that is written of an article: rows, and the terms of the search.

It needs no archive, so an import does it in the processes that read, and leaves the one that writes nothing but
numbers to put in: where a row refers to a person, a position, a body, a place, a document or a rule, it has here
the place of that thing among those of its article. Everything is made of plain values, which are fast to hand over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from store import index_entry, timeline
from store.article_view import place_in_text
from store.blocks import blocks_as_text
from store.codes import coded
from store.labels import KEY_LENGTH, lede, stored_path
from store.records import (
    CleanArticle,
    Document,
    Extraction,
    ImportedArticle,
    Meeting,
    Mention,
    MentionKind,
    Part,
    Person,
)
from store.spelling import name_key
from store.text import one_line
from store.timeline import Placing
from store.versions import pack

Row = tuple[object, ...]

ARTICLE: tuple[str, ...] = (
    *("title", "lede", "byline", "section", "published", "published_text", "digest", "boilerplate", "blocks"),
    "body",
)
"""The columns of ``articles`` that `Prepared.article` has the values of."""


TenureRow = tuple[int, int, str, int, int | None, int | None, int | None, int | None, int]
"""Person, position, wording, code, start, length, organisation, place, rule."""

MentionRow = tuple[int, int | None, int | None, str | None, int | None, int | None, int | None, int]
"""Code, start, length, target (``None`` where the name of a person says it), person, organisation, place, rule."""

AttendanceRow = tuple[int, str | None, int, int | None, int | None, int]
"""Person, side, code, start, length, rule."""

CitationRow = tuple[int, str, str | None, int | None, int | None]
"""Document, wording, part, start, end."""


class MeetingRow(NamedTuple):
    """A row of ``meeting_articles``, the names that tell the meeting from others, and who was there."""

    kind: str
    title: str | None
    date: str | None
    date_text: str | None
    date_basis: str | None
    date_reason: str | None
    inferred_date: str | None
    part_of_day: str | None
    place: int | None
    place_text: str | None
    part: str | None
    start: int | None
    end: int | None
    rule: int
    told_by: tuple[str, ...]
    attendances: tuple[AttendanceRow, ...]


class DocumentNamed(NamedTuple):
    """A document as an article cites it; ``fullest`` is its fullest wording."""

    kind: str
    number: str | None
    issuer: str | None
    fullest: str


class Findings(NamedTuple):
    """What the extraction says of one article. Things come first, each once; rows refer to them by their place.

    ``people`` are keys and the rows of ``article_people`` from ``name`` on; ``spelled`` are further spellings of
    their names. ``positions`` are normal forms and wordings.
    """

    people: tuple[tuple[str, str, bool, str], ...]
    spelled: tuple[str, ...]
    positions: tuple[tuple[str, str], ...]
    organisations: tuple[str, ...]
    places: tuple[str, ...]
    documents: tuple[DocumentNamed, ...]
    rules: tuple[str, ...]
    tenures: tuple[TenureRow, ...]
    mentions: tuple[MentionRow, ...]
    citations: tuple[CitationRow, ...]
    meetings: tuple[MeetingRow, ...]
    version: str


class Prepared(NamedTuple):
    """All that is written of one article.

    ``article`` are the values of `ARTICLE`, ``captions`` rows of that table from ``number`` on, ``original`` the
    packed text as it came, ``terms`` what the index of the search has of it (UTF-8).
    """

    path: str
    address: str | None
    format: str
    digest: str
    title: str | None
    label: str
    body: str
    article: Row
    captions: tuple[Row, ...]
    original: bytes
    placed: Placing
    findings: Findings
    terms: bytes

    @property
    def key(self) -> str:
        """The key that the article gets when this is its first version."""
        return self.digest[:KEY_LENGTH]


def prepare(imported: ImportedArticle) -> Prepared:
    """Work out all that is written of an article; a pure function."""
    source, article, extraction = imported.source, imported.article, imported.extraction
    placed = timeline.placing(extraction, article.published)
    found = findings(article.title, article.body, extraction)
    first = None if article.title else lede(article)
    captions = tuple(_captions(article))
    values = (
        article.title or None,
        first,
        article.byline,
        article.section,
        article.published,
        article.published_text,
        source.digest,
        json.dumps(article.boilerplate, ensure_ascii=False, separators=(",", ":")),
        blocks_as_text(article.blocks, article.body),
        article.body,
    )
    said = _said(found)
    has = {
        "title": article.title,
        "caption": captions,
        "meeting": found.meetings,
        "inferred": placed.inferred,
        **said,
    }
    terms = index_entry.entry(article.title or None, article.body, said, [flag for flag in has if has[flag]])
    return Prepared(
        path=stored_path(source.path),
        address=source.address,
        format=source.format,
        digest=source.digest,
        title=article.title or None,
        label=article.title or first or "",
        body=article.body,
        article=values,
        captions=captions,
        original=pack(imported.original, article.title, article.body),
        placed=placed,
        findings=found,
        terms=terms.encode(),
    )


def _captions(article: CleanArticle) -> Iterator[Row]:
    """Give the rows of captions: their words only where neither the body has them nor a caption before."""
    first: dict[str, int] = {}
    for number, caption in enumerate(article.captions):
        span = caption.span
        known = span is not None and article.body[span.start : span.end] == caption.text
        repeats = None if known else first.get(caption.text)
        text = None if known or repeats is not None else caption.text
        first.setdefault(caption.text, number)
        yield number, text, caption.credit, span and span.start, span and span.end, repeats


def _said(found: Findings) -> dict[str, list[str]]:
    """Give what the fields of the query language say of an article: what `store.schema` reads from its rows."""
    return {
        "person": [name for _, name, _, _ in found.people],
        "position": [
            *(wording for _, _, wording, *_ in found.tenures),
            *(one_line(normal) for normal, _ in found.positions),
        ],
        "org": [one_line(name) for name in found.organisations],
        "place": [one_line(name) for name in found.places],
        "doc": [
            *(wording for _, wording, *_ in found.citations),
            *(in_index(document.kind, document.number, document.issuer) for document in found.documents),
        ],
    }


def in_index(kind: str, number: str | None, issuer: str | None) -> str:
    """Give the name that the index of the search has of a document."""
    return f"{kind} {number or ''} {issuer or ''}"


def _rule(name: str) -> str:
    """Give a rule without the word that it met, which stands in the text: a few rules meet thousands."""
    return name.partition(": ")[0]


class _Places(dict[str, int]):
    """Names with their places in the order in which they were first asked for."""

    def __missing__(self, name: str) -> int:
        place = self[name] = len(self)
        return place

    def of(self, name: str | None) -> int | None:
        """Give the place of a name, ``None`` for no name."""
        return self[name] if name else None


def findings(title: str | None, body: str, extraction: Extraction) -> Findings:
    """Work out the rows of what an extraction says of an article; a pure function."""
    people = {name_key(p.name): p for p in _people(extraction)}
    organisations, places, rules = _Places(), _Places(), _Places()
    positions: dict[tuple[str, str], int] = {}
    tenures = []
    for number, person in enumerate(people.values()):
        for office in person.offices:
            position = positions.setdefault((office.normal, office.wording), len(positions))
            what = organisations.of(office.organisation), places.of(office.place), rules[_rule(office.rule)]
            tenures.append((number, position, office.wording, *coded(office.tense, office.span), *what))
    mentions = tuple(_mentions(extraction, people.values(), organisations, places, rules))
    numbers = {key: number for number, key in enumerate(people)}
    meetings = tuple(_meeting(meeting, numbers, places, rules) for meeting in extraction.meetings)
    documents, citations = _citations(title or "", body, extraction.documents)
    return Findings(
        people=tuple(
            (key, one_line(p.name), p.present, json.dumps(p.ranks, ensure_ascii=False) if p.ranks else "[]")
            for key, p in people.items()
        ),
        spelled=tuple(p.name for p in extraction.people if people[name_key(p.name)].name != p.name),
        positions=tuple(positions),
        organisations=tuple(organisations),
        places=tuple(places),
        documents=documents,
        rules=tuple(rules),
        tenures=tuple(tenures),
        mentions=mentions,
        citations=citations,
        meetings=meetings,
        version=extraction.version,
    )


def _people(extraction: Extraction) -> Iterator[Person]:
    """Give every person once: spellings of one name are joined, those only named at a meeting are added."""
    joined: dict[str, Person] = {}
    for person in extraction.people:
        known = joined.setdefault(name_key(person.name), person)
        if known is not person:
            joined[name_key(person.name)] = replace(
                known,
                offices=known.offices + person.offices,
                ranks=tuple(dict.fromkeys(known.ranks + person.ranks)),
                present=known.present or person.present,
                mentions=known.mentions + person.mentions,
            )
    for meeting in extraction.meetings:
        for attendance in meeting.attendances:
            joined.setdefault(name_key(attendance.name), Person(attendance.name, present=True))
    yield from joined.values()


def _mentions(
    extraction: Extraction, people: Iterable[Person], organisations: _Places, places: _Places, rules: _Places
) -> Iterator[MentionRow]:
    found: list[tuple[Mention, int | None]] = [(mention, None) for mention in extraction.mentions]
    names = []
    for place_of_person, person in enumerate(people):
        names.append(person.name)
        found += [(mention, place_of_person) for mention in person.mentions]
    found.sort(key=lambda pair: place_in_text(pair[0].span))
    for mention, number in found:
        organisation = place = None
        target: str | None = mention.target
        if number is not None:
            target = None if target == names[number] else target
        elif mention.kind is MentionKind.ORGANISATION:
            organisation = organisations.of(target)
        elif mention.kind is MentionKind.PLACE:
            place = places.of(target)
        meant = target, number, organisation, place
        yield (*coded(mention.kind, mention.span), *meant, rules[_rule(mention.rule)])


def _meeting(meeting: Meeting, people: Mapping[str, int], places: _Places, rules: _Places) -> MeetingRow:
    span = meeting.span
    told_by = meeting.chairs or tuple(dict.fromkeys(a.name for a in meeting.attendances))[:3]
    return MeetingRow(
        kind=meeting.kind.value,
        title=meeting.title,
        date=meeting.date,
        date_text=meeting.date_text,
        date_basis=meeting.date_basis and meeting.date_basis.value,
        date_reason=meeting.date_reason and str(meeting.date_reason),
        inferred_date=meeting.inferred_date,
        part_of_day=meeting.part_of_day,
        place=places.of(meeting.place),
        place_text=meeting.place,
        part=span.part.value if span else None,
        start=span.start if span else None,
        end=span.end if span else None,
        rule=rules[_rule(meeting.rule)],
        told_by=told_by,
        attendances=tuple(
            (people[name_key(a.name)], a.side, *coded(a.role, a.span), rules[_rule(a.rule)])
            for a in meeting.attendances
        ),
    )


def _citations(
    title: str, body: str, cited: Iterable[Document]
) -> tuple[tuple[DocumentNamed, ...], tuple[CitationRow, ...]]:
    """Give documents, and rows of ``citations`` from ``document_id`` on, that being the place of the document."""
    documents: list[DocumentNamed] = []
    rows: list[CitationRow] = []
    for document in cited:
        fullest = document.wordings[0] if document.wordings else document.kind
        number = len(documents)
        documents.append(DocumentNamed(document.kind, document.number, document.issuer, fullest))
        said = set()
        for span in document.spans:
            wording = (title if span.part is Part.TITLE else body)[span.start : span.end]
            said.add(wording)
            rows.append((number, wording, span.part.value, span.start, span.end))
        rows += [(number, wording, None, None, None) for wording in document.wordings if wording not in said]
    return tuple(documents), tuple(rows)
