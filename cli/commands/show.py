"""``bienban show``: one article as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from cli import messages
from cli.choosing import article_named
from cli.options import archive_in_use, archive_option, text_option

if TYPE_CHECKING:
    from store.records import ArticleView, PersonInArticle


@click.command(epilog="Example: bienban show 3f2a91")
@archive_option
@text_option
@click.option("--original", is_flag=True, help="Print the text as it came, nothing taken away.")
@click.argument("reference", metavar="KEY|PATH")
def command(reference: str, form: str, original: bool) -> int:
    """Print one article: its text, who was there in which office, its tags and notes.

    KEY is the beginning of a key as `bienban search` prints it; PATH is the file that the article came from.
    """
    from store import articles

    with archive_in_use() as archive:
        article_id = article_named(archive, reference)
        if original:
            messages.data(articles.original(archive, article_id))
            return 0
        view = articles.read(archive, article_id)
    if form == "jsonl":
        messages.json_line(asdict(view))
    else:
        messages.prose("\n".join(_lines(view)))
    return 0


def _lines(view: ArticleView) -> Iterator[str]:
    yield view.title or "(no headline)"
    facts = (view.byline, view.published_text or view.published, view.section)
    if any(facts):
        yield " · ".join(fact for fact in facts if fact)
    for meeting in view.meetings:
        when = meeting.date or (f"~{meeting.inferred_date}" if meeting.inferred_date else None)
        yield "Meeting: " + " · ".join(fact for fact in (when, meeting.part_of_day, meeting.place) if fact)
    if view.tags:
        yield "Tags: " + ", ".join(tag.name for tag in view.tags)
    yield from ("", view.body, "")
    if view.people:
        yield "People"
        for person in view.people:
            yield f"  {_person(person)}"
        yield ""
    for note in view.notes:
        yield f"Note ({note.kind}): {note.text}"
        if note.exact:
            yield f"  on: “{note.exact}”"
    for source in view.sources:
        yield f"From: {source.path}"
    yield f"Key: {view.key}"


def _person(person: PersonInArticle) -> str:
    offices = "; ".join(dict.fromkeys((*person.ranks, *(office.wording for office in person.offices))))
    role = f" ({person.role.value})" if person.role else "" if person.present else " (named)"
    return f"{person.name}{role}: {offices}" if offices else f"{person.name}{role}"
