"""What the extraction says of articles, as rows; all of it can be dropped and made again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from store import indexing, meetings
from store.article_view import place_in_text
from store.codes import coded
from store.errors import NotFound
from store.names import Names, Used, used_by
from store.records import Extraction, Mention, MentionKind, Part, Person, Span
from store.spelling import name_key
from store.text import one_line
from store.timeline import FreeIds, Placing, in_place, placing

if TYPE_CHECKING:
    from store.archive import Archive

_TABLES: Final = (
    "attendances",
    "meeting_articles",
    "mentions",
    "citations",
    "tenures",
    "article_people",
    "timeline",
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The article that rows are written of; ``label`` is its headline or first sentence."""

    id: int
    key: str
    title: str | None
    body: str
    label: str


def write(names: Names, subject: Subject, extraction: Extraction, placed: Placing) -> None:
    """Write every derived row of an article that has none."""
    people = {name_key(p.name): p for p in _people(extraction)}
    connection = names.connection
    ids = {key: names.person(p.name).id for key, p in people.items()}
    for person in extraction.people:  # another spelling of a name is remembered too
        if person is not people[name_key(person.name)]:
            names.person(person.name)
    connection.executemany(
        "INSERT INTO article_people(article_id, number, person_id, name, present, ranks) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (subject.id, n, ids[key], one_line(p.name), p.present, json.dumps(p.ranks, ensure_ascii=False))
            for n, (key, p) in enumerate(people.items())
        ],
    )
    _write_tenures(names, subject, people, ids)
    _write_mentions(names, subject, extraction, people, ids)
    _write_citations(names, subject, extraction)
    main = _write_meetings(names, subject, extraction, ids)
    connection.execute(
        "INSERT INTO timeline(article_id, sort_date, inferred, last_day, part_of_day,"
        " meeting_id, extraction) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            subject.id,
            placed.sort_date,
            placed.inferred,
            placed.last.isoformat() if placed.last and placed.last != placed.first else None,
            extraction.meetings[0].part_of_day if extraction.meetings else None,
            main,
            extraction.version,
        ),
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


def _write_tenures(names: Names, subject: Subject, people: dict[str, Person], ids: dict[str, int]) -> None:
    offices = [(ids[key], office) for key, person in people.items() for office in person.offices]
    rows = []
    for number, (person_id, office) in enumerate(offices):
        position = names.position(office.normal, office.wording)
        wording = None if office.wording == position.name else office.wording
        organisation, place = names.organisation(office.organisation), names.place(office.place)
        what = (*coded(office.tense, office.span), organisation and organisation.id, place and place.id)
        rows.append((subject.id, number, person_id, position.id, wording, *what, names.rule(office.rule)))
    names.connection.executemany(
        'INSERT INTO tenures(article_id, number, person_id, position_id, wording, code, "start", length,'
        " organisation_id, place_id, rule_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )


def _write_mentions(
    names: Names,
    subject: Subject,
    extraction: Extraction,
    people: dict[str, Person],
    ids: dict[str, int],
) -> None:
    found: list[tuple[Mention, str | None]] = [(m, None) for m in extraction.mentions]
    found += [(mention, key) for key, person in people.items() for mention in person.mentions]
    found.sort(key=lambda pair: place_in_text(pair[0].span))
    rows = []
    for number, (mention, key) in enumerate(found):
        person: int | None = None
        organisation = place = None
        target: str | None = mention.target
        if key is not None:
            person = ids[key]
            target = None if mention.target == people[key].name else target
        elif mention.kind is MentionKind.ORGANISATION:
            organisation = names.organisation(mention.target)
        elif mention.kind is MentionKind.PLACE:
            place = names.place(mention.target)
        thing = organisation or place
        if thing is not None and thing.name == target:
            target = None
        meant = (target, person, organisation and organisation.id, place and place.id, names.rule(mention.rule))
        rows.append((subject.id, number, *coded(mention.kind, mention.span), *meant))
    names.connection.executemany(
        'INSERT INTO mentions(article_id, number, code, "start", length, target, person_id, organisation_id,'
        " place_id, rule_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )


def _write_citations(names: Names, subject: Subject, extraction: Extraction) -> None:
    rows: list[tuple[object, ...]] = []
    for document in extraction.documents:
        number = names.document(document)
        said = set()
        for span in document.spans:
            wording = ((subject.title or "") if span.part is Part.TITLE else subject.body)[span.start : span.end]
            said.add(wording)
            rows.append((subject.id, len(rows), number, wording, span.part, span.start, span.end))
        for wording in document.wordings:
            if wording not in said:
                rows.append((subject.id, len(rows), number, wording, None, None, None))
    names.connection.executemany(
        'INSERT INTO citations(article_id, number, document_id, wording, part, "start", "end")'
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        rows,
    )


def _write_meetings(names: Names, subject: Subject, extraction: Extraction, ids: dict[str, int]) -> int | None:
    """Write the meetings and who was there; give the id of the main one."""
    connection = names.connection
    written: list[int] = []
    attendances: list[tuple[object, ...]] = []
    for number, meeting in enumerate(extraction.meetings):
        place = names.place(meeting.place)
        place_id = place and place.id
        meeting_id, is_new = meetings.meeting_id(
            connection,
            meeting,
            {ids[name_key(a.name)] for a in meeting.attendances},
            article_key=subject.key,
            label=subject.label,
            place_id=place_id,
            apart_from=set(written),
        )
        connection.execute(
            "INSERT INTO meeting_articles(article_id, number, meeting_id, kind, title, date, date_text, date_basis,"
            ' date_reason, inferred_date, part_of_day, place_id, place, part, "start", "end", rule_id)'
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                subject.id,
                number,
                meeting_id,
                meeting.kind,
                meeting.title,
                meeting.date,
                meeting.date_text,
                meeting.date_basis,
                meeting.date_reason,
                meeting.inferred_date,
                meeting.part_of_day,
                place_id,
                meeting.place,
                *_columns(meeting.span),
                names.rule(meeting.rule),
            ),
        )
        if not is_new:
            meetings.refresh(connection, meeting_id)
        for a in meeting.attendances:
            who = (meeting_id, ids[name_key(a.name)], a.side, *coded(a.role, a.span), names.rule(a.rule))
            attendances.append((subject.id, len(attendances), number, *who))
        written.append(meeting_id)
    connection.executemany(
        "INSERT INTO attendances(article_id, number, meeting_number, meeting_id, person_id, side, code,"
        ' "start", length, rule_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        attendances,
    )
    return written[0] if written else None


def _columns(span: Span | None) -> tuple[Part | None, int | None, int | None]:
    return (span.part, span.start, span.end) if span else (None, None, None)


def clear(connection: sqlite3.Connection, article_id: int) -> Used:
    """Delete every derived row of an article; give what it spoke of, for `Names.forget_unused`."""
    indexing.take_out(connection, article_id)
    used = used_by(connection, article_id)
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table} WHERE article_id = ?", (article_id,))  # noqa: S608
    for meeting in sorted(used.ids.pop("meetings")):
        meetings.refresh(connection, meeting)
    return used


def rebuild(archive: Archive, article_ids: Iterable[int], extractions: Iterable[Extraction]) -> None:
    """Drop what was derived from articles and write it anew from these extractions, one for each id.

    Articles move along the timeline where their date is another now, so ids may change; keys do not.

    Raises:
        NotFound: there is no article with one of the ids; nothing is changed.
    """
    with archive.transaction() as connection:
        free, names = FreeIds(connection), Names(connection)
        unused = Used()
        waiting = []
        for article_id, extraction in zip(article_ids, extractions, strict=True):
            row = connection.execute(
                "SELECT key, title, body, label, published FROM articles WHERE id = ?",
                (article_id,),
            ).fetchone()
            if row is None:
                raise NotFound(f"There is no article {article_id}.")
            # All are cleared before the first is written: what they said together must not linger in the meetings.
            unused.update(clear(connection, article_id))
            waiting.append((Subject(article_id, *row[:4]), extraction, placing(extraction, row[4])))
        ids = []
        for subject, extraction, placed in waiting:
            new_id = subject.id if in_place(subject.id, placed) else free.take(placed)
            if new_id != subject.id:
                connection.execute("UPDATE articles SET id = ? WHERE id = ?", (new_id, subject.id))
            write(names, replace(subject, id=new_id), extraction, placed)
            ids.append(new_id)
        indexing.put_in(connection, ids)
        names.forget_unused(unused)
