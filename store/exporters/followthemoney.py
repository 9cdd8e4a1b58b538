"""People, posts, occupancies, events, articles and mentions as FollowTheMoney entities, a line of JSON for each.

What Aleph, OpenAleph and Datashare load. Each thing is one entity, however many articles speak of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from store.exporters.facts import WEB, written
from store.exporters.graph import Graph, Held, Told, identity, meetings, person_id
from store.records import ArticleView, MentionKind, Part
from store.text import clean, one_line

_DAY: Final = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_STATUS: Final = {"holds": "current", "former": "ended"}
_MENTIONED: Final = {MentionKind.PERSON: "Person", MentionKind.ORGANISATION: "Organization"}
_OF_SEVERAL_LINES: Final = ("bodyText", "notes")

_Values = Iterable[str | None]


def render(views: Iterable[ArticleView]) -> Iterator[str]:
    """Write the entities: those of each article, then those that several may speak of."""
    graph = Graph()
    for view in views:
        told = graph.show(view)
        yield _article(view, told)
        yield from _events(view, told)
        yield from _mentions(view, told)
    for person in graph.people.values():
        name, *others = person.names
        yield _entity(person.id, "Person", name=[name], alias=others)
    for number, name in graph.bodies.items():
        yield _entity(number, "Organization", name=[name])
    for post in graph.posts.values():
        yield _entity(
            post.id, "Position", name=[post.name], organization=[post.organisation_id], subnationalArea=[post.place]
        )
    for held in graph.held.values():
        yield _occupancy(held)


def _article(view: ArticleView, told: Told) -> str:
    return _entity(
        told.id,
        "Article",
        title=[told.heading],
        author=[view.byline],
        publishedAt=_days(view.published),
        date=_days(told.day),
        language=["vie"],
        sourceUrl=[told.address] if told.address.startswith(WEB) else [],
        bodyText=[view.body],
        keywords=[one_line(tag.name) for tag in view.tags],
        notes=[note.text for note in view.notes],
    )


def _events(view: ArticleView, told: Told) -> Iterator[str]:
    for number, name, meeting, there in meetings(view):
        first, slash, last = (meeting.date or meeting.inferred_date or "").partition("/")
        yield _entity(
            number,
            "Event",
            name=[name],
            date=[] if slash else _days(first),
            startDate=_days(first) if slash else [],
            endDate=_days(last) if slash else [],
            location=[meeting.place],
            summary=[meeting.date_text],
            keywords=[meeting.kind.value],
            involved=there,
            proof=[told.id],
        )


def _mentions(view: ArticleView, told: Told) -> Iterator[str]:
    """Write where the article names someone or something: once for each form of a name."""
    resolved = {mention: person_id(one) for one in view.people for mention in one.mentions}
    done = set()
    for mention in view.mentions:
        schema = _MENTIONED.get(mention.kind)
        text = (view.title or "") if mention.span.part is Part.TITLE else view.body
        name = one_line(text[mention.span.start : mention.span.end])
        person = resolved.get(mention)
        number = identity("mention", view.key, schema or "", name, person or "")
        if schema and name and number not in done:
            done.add(number)
            yield _entity(
                number, "Mention", name=[name], document=[told.id], detectedSchema=[schema], resolved=[person]
            )


def _occupancy(held: Held) -> str:
    return _entity(
        held.id,
        "Occupancy",
        holder=[held.person],
        post=[held.post.id],
        status=[_STATUS.get(tense, tense) for tense in held.tenses],
        date=sorted({day for told in held.told for day in _days(told.day)}),
        summary=list(held.wordings),
        proof=[told.id for told in held.told],
    )


def _days(edtf: str | None) -> list[str]:
    """Give a date as far as FollowTheMoney can hold it: a year, a month or a day, of intervals both ends."""
    parts = (part[:10] for part in (edtf or "").split("/"))
    return [part for part in parts if _DAY.fullmatch(part)]


def _entity(number: str, schema: str, **properties: _Values) -> str:
    known: dict[str, Sequence[str]] = {}
    for name, values in properties.items():
        shape = clean if name in _OF_SEVERAL_LINES else one_line
        if told := [text for text in dict.fromkeys(shape(value) for value in values if value) if text]:
            known[name] = told
    return written({"id": number, "schema": schema, "properties": known}) + "\n"
