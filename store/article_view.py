"""Reading one article with all that is shown of it, in one round of small queries."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from store.blocks import blocks_from
from store.errors import NotFound
from store.records import (
    ArticleView,
    Attendance,
    Caption,
    DateBasis,
    Document,
    Meeting,
    MeetingKind,
    Mention,
    MentionKind,
    Note,
    Office,
    Part,
    PersonInArticle,
    Role,
    SourceFile,
    Span,
    Tag,
    Tense,
)

if TYPE_CHECKING:
    from store.archive import Archive

_WEIGHT: Final = {role: number for number, role in enumerate(Role)}


def read(archive: Archive, article_id: int) -> ArticleView:
    """Read the article with this id.

    People come by what they did at the meeting, the weightier first, then in the order of the text.

    Raises:
        NotFound: there is none.
    """
    with archive.snapshot() as connection:
        return _Reader(connection, article_id).view()


class _Reader:
    """One article being read; each method asks one question."""

    def __init__(self, connection: sqlite3.Connection, article_id: int) -> None:
        self.connection = connection
        self.id = article_id

    def _rows(self, sql: str, *parameters: object) -> list[Any]:
        return self.connection.execute(sql, parameters or (self.id,)).fetchall()

    def view(self) -> ArticleView:
        rows = self._rows(
            "SELECT key, title, byline, section, published, published_text, digest, boilerplate, blocks, body"
            " FROM articles WHERE id = ?"
        )
        if not rows:
            raise NotFound(f"There is no article {self.id}.")
        key, title, byline, section, published, published_text, digest, boilerplate, blocks, body = rows[0]
        attendances = self._attendances()
        people = self._people(attendances)
        documents, citations = self._documents()
        other = self._other_mentions()
        offices = (
            Mention(MentionKind.POSITION, office.span, office.normal, office.rule)
            for person in people
            for office in person.offices
        )
        mentions = [*other, *citations, *(m for person in people for m in person.mentions), *dict.fromkeys(offices)]
        read_at, stopped_at, marked = self._desk(key)
        return ArticleView(
            id=self.id,
            key=key,
            title=title,
            byline=byline,
            section=section,
            published=published,
            published_text=published_text,
            body=body,
            blocks=blocks_from(blocks, body),
            sources=self._sources(digest),
            captions=self._captions(body),
            boilerplate=tuple(json.loads(boilerplate)),
            meetings=self._meetings(attendances),
            people=people,
            documents=documents,
            mentions=tuple(sorted(mentions, key=lambda m: place_in_text(m.span))),
            tags=tags_of(self.connection, [key]).get(key, ()),
            notes=notes_of(self.connection, key),
            unread=read_at is None,
            marked=bool(marked),
            stopped_at=min(stopped_at or 0, len(body)),
            same_meeting=self._same_meeting(),
        )

    def _sources(self, digest: str) -> tuple[SourceFile, ...]:
        rows = self._rows(
            "SELECT s.path, s.format, v.digest, s.address FROM sources s"
            " JOIN article_versions v ON v.id = s.version_id WHERE s.article_id = ? ORDER BY s.id"
        )
        return tuple(sorted((SourceFile(*row) for row in rows), key=lambda source: source.digest != digest))

    def _captions(self, body: str) -> tuple[Caption, ...]:
        rows = self._rows(
            'SELECT text, credit, "start", "end", repeats FROM captions WHERE article_id = ? ORDER BY number'
        )
        captions: list[Caption] = []
        for text, credit, start, end, repeats in rows:
            if text is None:
                text = body[start:end] if repeats is None else captions[repeats].text
            captions.append(Caption(text, credit, None if start is None else Span(start, end)))
        return tuple(captions)

    def _attendances(self) -> list[tuple[int, int, Attendance]]:
        """Give the number of the meeting, the id of the person and the attendance, in the order of the text."""
        rows = self._rows(
            'SELECT t.meeting_number, t.person_id, p.name, t.role, t.side, r.name, t.part, t."start", t."end"'
            " FROM attendances t JOIN article_people p ON p.article_id = t.article_id"
            " AND p.person_id = t.person_id JOIN rules r ON r.id = t.rule_id"
            " WHERE t.article_id = ? ORDER BY t.number"
        )
        return [
            (meeting, person, Attendance(name, Role(role), side, _span(*where), rule))
            for meeting, person, name, role, side, rule, *where in rows
        ]

    def _meetings(self, attendances: Iterable[tuple[int, int, Attendance]]) -> tuple[Meeting, ...]:
        present: dict[int, list[Attendance]] = defaultdict(list)
        for meeting, _, attendance in attendances:
            present[meeting].append(attendance)
        rows = self._rows(
            "SELECT number, kind, title, date, date_text, date_basis, date_reason, inferred_date, part_of_day,"
            ' place, r.name, part, "start", "end" FROM meeting_articles JOIN rules r ON r.id = rule_id'
            " WHERE article_id = ? ORDER BY number"
        )
        return tuple(
            Meeting(
                MeetingKind(kind),
                title,
                date,
                words,
                DateBasis(basis) if basis else None,
                reason,
                inferred,
                part_of_day,
                place,
                _span(*where),
                tuple(present[number]),
                rule,
            )
            for number, kind, title, date, words, basis, reason, inferred, part_of_day, place, rule, *where in rows
        )

    def _people(self, attendances: Sequence[tuple[int, int, Attendance]]) -> tuple[PersonInArticle, ...]:
        offices = self._offices()
        mentions = self._person_mentions()
        roles: dict[int, Attendance] = {}
        for _, person, attendance in attendances:
            known = roles.setdefault(person, attendance)
            if _WEIGHT[attendance.role] < _WEIGHT[known.role]:
                roles[person] = attendance
        rows = self._rows(
            "SELECT a.person_id, p.key, a.name, a.present, a.ranks FROM article_people a"
            " JOIN people p ON p.id = a.person_id WHERE a.article_id = ? ORDER BY a.number"
        )
        people = [
            PersonInArticle(
                key=key,
                name=name,
                role=roles[person].role if person in roles else None,
                side=roles[person].side if person in roles else None,
                present=bool(present),
                ranks=tuple(json.loads(ranks)),
                offices=tuple(offices[person]),
                mentions=tuple(
                    Mention(MentionKind(kind), span, target or name, rule)
                    for kind, target, rule, span in mentions[person]
                ),
            )
            for person, key, name, present, ranks in rows
        ]
        return tuple(sorted(people, key=_standing))

    def _offices(self) -> dict[int, list[Office]]:
        rows = self._rows(
            "SELECT t.person_id, coalesce(t.wording, p.name), p.name, t.tense, o.name, pl.name, r.name,"
            ' t.part, t."start", t."end"'
            " FROM tenures t JOIN positions p ON p.id = t.position_id JOIN rules r ON r.id = t.rule_id"
            " LEFT JOIN organisations o ON o.id = t.organisation_id LEFT JOIN places pl ON pl.id = t.place_id"
            " WHERE t.article_id = ? ORDER BY t.number"
        )
        offices: dict[int, list[Office]] = defaultdict(list)
        for person, wording, normal, tense, organisation, place, rule, part, start, end in rows:
            span = Span(start, end, Part(part))
            offices[person].append(Office(wording, normal, span, Tense(tense), organisation, place, rule))
        return offices

    def _person_mentions(self) -> dict[int, list[tuple[str, str | None, str, Span]]]:
        rows = self._rows(
            'SELECT person_id, kind, target, r.name, part, "start", "end" FROM mentions'
            " JOIN rules r ON r.id = rule_id WHERE article_id = ? AND person_id IS NOT NULL ORDER BY number"
        )
        mentions: dict[int, list[tuple[str, str | None, str, Span]]] = defaultdict(list)
        for person, kind, target, rule, part, start, end in rows:
            mentions[person].append((kind, target, rule, Span(start, end, Part(part))))
        return mentions

    def _other_mentions(self) -> list[Mention]:
        rows = self._rows(
            'SELECT m.kind, m.part, m."start", m."end", coalesce(m.target, o.name, p.name), r.name FROM mentions m'
            " JOIN rules r ON r.id = m.rule_id LEFT JOIN organisations o ON o.id = m.organisation_id"
            " LEFT JOIN places p ON p.id = m.place_id"
            " WHERE m.article_id = ? AND m.person_id IS NULL ORDER BY m.number"
        )
        return [
            Mention(MentionKind(kind), Span(start, end, Part(part)), target, rule)
            for kind, part, start, end, target, rule in rows
        ]

    def _documents(self) -> tuple[tuple[Document, ...], list[Mention]]:
        rows = self._rows(
            'SELECT d.id, d.kind, d.number, d.issuer, c.wording, c.part, c."start", c."end" FROM citations c'
            " JOIN documents d ON d.id = c.document_id WHERE c.article_id = ? ORDER BY c.number"
        )
        cited: dict[int, tuple[tuple[str, str | None, str | None], list[str], list[Span]]] = {}
        for document, kind, number, issuer, wording, *where in rows:
            _, wordings, spans = cited.setdefault(document, ((kind, number, issuer), [], []))
            wordings.append(wording)
            if (span := _span(*where)) is not None:
                spans.append(span)
        documents = []
        mentions = []
        for identity, wordings, spans in cited.values():
            fullest = tuple(sorted(dict.fromkeys(wordings), key=len, reverse=True))
            documents.append(Document(*identity, fullest, tuple(spans)))
            mentions += [Mention(MentionKind.DOCUMENT, span, fullest[0]) for span in spans]
        return tuple(documents), mentions

    def _desk(self, key: str) -> tuple[str | None, int | None, int]:
        """Give when it was read, where one stopped and whether it is marked."""
        rows = self._rows(
            "SELECT r.read_at, r.stopped_at, EXISTS (SELECT 1 FROM marks WHERE article_key = k.key)"
            " FROM (SELECT ? AS key) k LEFT JOIN reading r ON r.article_key = k.key",
            key,
        )
        read_at, stopped_at, marked = rows[0]
        return read_at, stopped_at, marked

    def _same_meeting(self) -> tuple[int, ...]:
        rows = self._rows(
            "SELECT DISTINCT theirs.article_id FROM meeting_articles ours"
            " JOIN meeting_articles theirs ON theirs.meeting_id = ours.meeting_id"
            " WHERE ours.article_id = ?1 AND theirs.article_id <> ?1 ORDER BY 1 DESC"
        )
        return tuple(row[0] for row in rows)


def place_in_text(span: Span) -> tuple[bool, int, int]:
    """Give a key that sorts spans as one reads: the headline, then the body."""
    return span.part is not Part.TITLE, span.start, span.end


def tags_of(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, tuple[Tag, ...]]:
    """Give the tags of articles by key, in the order of their names; articles without tags are left out."""
    tags: dict[str, tuple[Tag, ...]] = defaultdict(tuple)
    for key, *tag in connection.execute(
        "SELECT t.article_key, g.name, g.letter, g.colour FROM article_tags t JOIN tags g ON g.id = t.tag_id"
        " WHERE t.article_key IN (SELECT value FROM json_each(?)) ORDER BY g.name",
        (json.dumps(list(keys)),),
    ):
        tags[key] += (Tag(*tag),)
    return dict(tags)


def notes_of(connection: sqlite3.Connection, key: str) -> tuple[Note, ...]:
    """Give the notes of an article: those on the whole first, then as their passages come, those adrift last."""
    rows = connection.execute(
        'SELECT id, article_key, text, kind, exact, prefix, suffix, part, "start", "end", created, modified'
        " FROM annotations WHERE article_key = ?"
        " ORDER BY exact <> '', \"start\" IS NULL, part = 'body', \"start\", created, id",
        (key,),
    ).fetchall()
    return tuple(
        Note(note, article, text, kind, exact, prefix, suffix, _span(part, start, end), created, modified)
        for note, article, text, kind, exact, prefix, suffix, part, start, end, created, modified in rows
    )


def _span(part: str | None, start: int | None, end: int | None) -> Span | None:
    return None if part is None or start is None or end is None else Span(start, end, Part(part))


def _standing(person: PersonInArticle) -> tuple[int, bool, tuple[bool, int, int]]:
    role = _WEIGHT[person.role] if person.role else len(_WEIGHT)
    spans = [m.span for m in person.mentions] or [office.span for office in person.offices]
    return role, not person.present, min(map(place_in_text, spans), default=(True, 1 << 62, 0))
