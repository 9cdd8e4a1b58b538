"""Who is who in articles as things that point to each other, each once however many articles speak of it.

`store.exporters.popolo` and `store.exporters.followthemoney` write what this finds. Ids hold in every archive:
they are made from natural keys: a person's, and the words of an office or a body.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha1

from store.exporters.facts import address, date, heading, urn
from store.records import ArticleView, Meeting, Office, PersonInArticle
from store.text import fold, one_line


@dataclass(frozen=True, slots=True)
class Post:
    """An office of a body or a place, whoever holds it."""

    id: str
    name: str
    organisation: str | None
    organisation_id: str | None
    place: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """An article that tells of something: its id and address, its headline, and the day that it tells of."""

    id: str
    address: str
    heading: str
    day: str | None


@dataclass(slots=True)
class Named:
    """A person, and all names that articles have for him or her."""

    id: str
    names: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class Held:
    """An office that someone held: how articles word it, which they are, and when they were."""

    id: str
    person: str
    post: Post
    tenses: dict[str, None] = field(default_factory=dict)
    wordings: dict[str, None] = field(default_factory=dict)
    told: dict[Told, None] = field(default_factory=dict)


@dataclass(slots=True)
class Graph:
    """The people, offices and bodies of the articles that it has been shown."""

    people: dict[str, Named] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    held: dict[str, Held] = field(default_factory=dict)

    def show(self, view: ArticleView) -> Told:
        """Take in an article."""
        told = Told(article_id(view), address(view) or urn(view), heading(view), date(view))
        for person in view.people:
            known = self.people.setdefault(person.key, Named(person_id(person)))
            known.names[one_line(person.name)] = None
            for office in person.offices:
                post = self._post(office)
                number = identity("held", known.id, post.id)
                held = self.held.setdefault(number, Held(number, known.id, post))
                held.tenses[office.tense.value] = None
                held.wordings[one_line(office.wording)] = None
                held.told[told] = None
        return told

    def _post(self, office: Office) -> Post:
        name = one_line(office.normal)
        body = one_line(office.organisation or "") or None
        place = one_line(office.place or "") or None
        body_id = identity("organisation", fold(body)) if body else None
        if body and body_id:
            self.bodies.setdefault(body_id, body)
        number = identity("post", fold(name), fold(body or ""), fold(place or ""))
        return self.posts.setdefault(number, Post(number, name, body, body_id, place))


def identity(kind: str, *words: str) -> str:
    """Make an id out of what does not change: forty hexadecimal digits, which anything takes as a name."""
    return sha1("\x1f".join((kind, *words)).encode("utf-8", "backslashreplace"), usedforsecurity=False).hexdigest()


def person_id(person: PersonInArticle) -> str:
    """Give the id of a person."""
    return identity("person", person.key)


def article_id(view: ArticleView) -> str:
    """Give the id of an article."""
    return identity("article", view.key)


def meetings(view: ArticleView) -> Iterator[tuple[str, str, Meeting, list[str]]]:
    """Give id and name of each meeting of an article, the meeting, and the ids of those who took part."""
    people = {person.name: person_id(person) for person in view.people}
    for number, meeting in enumerate(view.meetings):
        there = dict.fromkeys(people[one.name] for one in meeting.attendances if one.name in people)
        name = one_line(meeting.title or "") or heading(view)
        yield identity("meeting", view.key, str(number)), name, meeting, list(there)
