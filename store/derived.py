"""What the extraction says of articles, as rows; all of it can be dropped and made again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from store import indexing, meetings
from store.errors import NotFound
from store.names import Names, Thing, Used, used_by
from store.preparing import Findings, MeetingRow, Row, findings
from store.records import Extraction
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
_COLUMNS: Final = {  # what others refer to comes first
    "article_people": ("article_id", "number", "person_id", "name", "present", "ranks"),
    "tenures": (
        *("article_id", "number", "person_id", "position_id", "wording", "code", '"start"', "length"),
        *("organisation_id", "place_id", "rule_id"),
    ),
    "mentions": (
        *("article_id", "number", "code", '"start"', "length", "target", "person_id", "organisation_id"),
        *("place_id", "rule_id"),
    ),
    "citations": ("article_id", "number", "document_id", "wording", "part", '"start"', '"end"'),
    "timeline": (*("article_id", "sort_date", "inferred", "last_day", "part_of_day", "meeting_id", "extraction"),),
}
_MEETING: Final = (
    *("article_id", "number", "meeting_id", "kind", "title", "date", "date_text", "date_basis", "date_reason"),
    *("inferred_date", "part_of_day", "place_id", "place", "part", '"start"', '"end"', "rule_id"),
)
_ATTENDANCE: Final = (
    *("article_id", "number", "meeting_number", "meeting_id", "person_id", "side", "code", '"start"', "length"),
    "rule_id",
)


def insertion(table: str, columns: tuple[str, ...]) -> str:
    """Give the statement that writes a row of a table."""
    return f"INSERT INTO {table}({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608


_INSERT_MEETING: Final = insertion("meeting_articles", _MEETING)
_INSERT_ATTENDANCE: Final = insertion("attendances", _ATTENDANCE)


class Subject(NamedTuple):
    """The article that rows are written of; ``label`` is its headline or first sentence."""

    id: int
    key: str
    label: str


class Writer:
    """Writes the derived rows of articles that have none. Those of many are written together, by `flush`."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._rows: dict[str, list[Row]] = {table: [] for table in _COLUMNS}

    def write(self, subject: Subject, found: Findings, placed: Placing) -> bool:
        """Write every derived row of an article, at the latest at the next `flush`.

        Say whether the things that it speaks of are called in the archive what the index of the search calls them
        where it was made of ``found`` alone.
        """
        names, article = self._names, subject.id
        things = _Things(
            [names.person(name).id for _, name, _, _ in found.people],
            [names.position(normal, wording) for normal, wording in found.positions],
            [names.organisation(name) for name in found.organisations],
            [names.place(name) for name in found.places],
            [names.document(document) for document in found.documents],
            [names.rule(name) for name in found.rules],
        )
        for spelling in found.spelled:
            names.person(spelling)
        rows = self._rows
        rows["article_people"] += [
            (article, number, things.people[number], *row) for number, (_, *row) in enumerate(found.people)
        ]
        rows["tenures"] += _tenures(article, found, things)
        rows["mentions"] += _mentions(article, found, things)
        rows["citations"] += [
            (article, number, things.documents[document].id, *row)
            for number, (document, *row) in enumerate(found.citations)
        ]
        main = _write_meetings(names.connection, subject, found, things) if found.meetings else None
        part_of_day = found.meetings[0].part_of_day if found.meetings else None
        last = placed.last.isoformat() if placed.last and placed.last != placed.first else None
        when = (placed.sort_date, placed.inferred, last, part_of_day)
        rows["timeline"].append((article, *when, main, found.version))
        return things.alike()

    def flush(self) -> None:
        """Write what is not written yet."""
        for table, rows in self._rows.items():
            self._names.connection.executemany(insertion(table, _COLUMNS[table]), rows)
            rows.clear()


class _Things(NamedTuple):
    """The rows of the things that an article speaks of, each in the place that it has in `Findings`."""

    people: list[int]
    positions: list[Thing]
    organisations: list[Thing]
    places: list[Thing]
    documents: list[Thing]
    rules: list[int]

    def alike(self) -> bool:
        """Say whether all of them are in the index of the search what the article calls them."""
        return all(
            thing.alike for things in (self.positions, self.organisations, self.places, self.documents)
            for thing in things
        )  # fmt: skip


def _tenures(article: int, found: Findings, things: _Things) -> Iterator[Row]:
    for number, (person, position, wording, *where, organisation, place, rule) in enumerate(found.tenures):
        office = things.positions[position]
        yield (
            *(article, number, things.people[person], office.id, None if wording == office.name else wording),
            *where,
            None if organisation is None else things.organisations[organisation].id,
            None if place is None else things.places[place].id,
            things.rules[rule],
        )


def _mentions(article: int, found: Findings, things: _Things) -> Iterator[Row]:
    for number, (code, start, length, said, person, organisation, place, rule) in enumerate(found.mentions):
        who = body = where = None
        target = said
        if person is not None:
            who = things.people[person]
        elif organisation is not None:
            body, name = things.organisations[organisation][:2]
            target = None if name == said else said
        elif place is not None:
            where, name = things.places[place][:2]
            target = None if name == said else said
        yield article, number, code, start, length, target, who, body, where, things.rules[rule]


def _write_meetings(connection: sqlite3.Connection, subject: Subject, found: Findings, things: _Things) -> int:
    """Write the meetings and who was there; give the id of the main one."""
    written: list[int] = []
    attendances: list[Row] = []
    for number, meeting in enumerate(found.meetings):
        place = None if meeting.place is None else things.places[meeting.place].id
        meeting_id, is_new = meetings.meeting_id(
            connection,
            meeting,
            {things.people[person] for person, *_ in meeting.attendances},
            article_key=subject.key,
            label=subject.label,
            place_id=place,
            apart_from=set(written),
        )
        said = meeting[: MeetingRow._fields.index("place")]
        where = (place, meeting.place_text, meeting.part, meeting.start, meeting.end)
        connection.execute(
            _INSERT_MEETING, (subject.id, number, meeting_id, *said, *where, things.rules[meeting.rule])
        )
        if not is_new:
            meetings.refresh(connection, meeting_id)
        for person, side, code, start, length, rule in meeting.attendances:
            who = (meeting_id, things.people[person], side, code, start, length, things.rules[rule])
            attendances.append((subject.id, len(attendances), number, *who))
        written.append(meeting_id)
    connection.executemany(_INSERT_ATTENDANCE, attendances)
    return written[0]


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
        writer = Writer(names)
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
            key, title, body, label, published = row
            found = findings(title, body, extraction)
            waiting.append((Subject(article_id, key, label), found, placing(extraction, published)))
        ids = []
        for subject, found, placed in waiting:
            new_id = subject.id if in_place(subject.id, placed) else free.take(placed)
            if new_id != subject.id:
                connection.execute("UPDATE articles SET id = ? WHERE id = ?", (new_id, subject.id))
            writer.write(subject._replace(id=new_id), found, placed)
            ids.append(new_id)
        writer.flush()
        indexing.put_in(connection, ids)
        names.forget_unused(unused)
