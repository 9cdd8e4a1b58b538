"""People, bodies, posts, memberships and events as Popolo has them (JSON, popoloproject.com).

Articles say that an office is held, not since when: a membership names the articles that speak of it, with the days
that they tell of, and has no dates of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from store.exporters.facts import listed, stated_days
from store.exporters.graph import Graph, Held, Named, Post, Told, meetings
from store.records import ArticleView


def render(views: Iterable[ArticleView]) -> Iterator[str]:
    """Write one object with an array for each kind of thing."""
    graph = Graph()
    yield "{"
    yield from listed((event for view in views for event in _events(view, graph.show(view))), '"events": [', "],")
    yield from listed(map(_person, graph.people.values()), '"persons": [', "],")
    bodies = ({"id": number, "name": name} for number, name in graph.bodies.items())
    yield from listed(bodies, '"organizations": [', "],")
    yield from listed(map(_post, graph.posts.values()), '"posts": [', "],")
    yield from listed(map(_membership, graph.held.values()), '"memberships": [', "]}")


def _events(view: ArticleView, told: Told) -> Iterator[dict[str, Any]]:
    for number, name, meeting, there in meetings(view):
        known = stated_days(meeting)
        yield _known(
            id=number,
            name=name,
            classification=meeting.kind.value,
            description=meeting.date_text,
            start_date=known[0].isoformat() if known else None,
            end_date=known[1].isoformat() if known else None,
            location=meeting.place,
            attendees=[{"id": one} for one in there],
            sources=[_source(told)],
        )


def _person(person: Named) -> dict[str, Any]:
    name, *others = person.names
    return _known(id=person.id, name=name, other_names=[{"name": other} for other in others])


def _post(post: Post) -> dict[str, Any]:
    area = {"name": post.place} if post.place else None
    return _known(id=post.id, label=post.name, role=post.name, organization_id=post.organisation_id, area=area)


def _membership(held: Held) -> dict[str, Any]:
    return _known(
        id=held.id,
        label="; ".join(held.wordings),
        role=held.post.name,
        person_id=held.person,
        post_id=held.post.id,
        organization_id=held.post.organisation_id,
        sources=[_source(told) for told in held.told],
    )


def _source(told: Told) -> dict[str, Any]:
    return {"url": told.address, "note": f"{told.day} · {told.heading}" if told.day else told.heading}


def _known(**facts: object) -> dict[str, Any]:
    return {name: fact for name, fact in facts.items() if fact}
