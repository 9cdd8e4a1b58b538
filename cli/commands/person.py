"""``bienban person``: what the whole archive says of one person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from cli import messages
from cli.options import archive_in_use, archive_option, text_option
from cli.rows import as_object, date_of
from store.records import Tense
from store.text import one_line

if TYPE_CHECKING:
    from store.archive import Archive
    from store.records import PersonPage, Tenure


@click.command(epilog="Example: bienban person 'trương thị mai'")
@archive_option
@text_option
@click.argument("name", nargs=-1, required=True, metavar="NAME|KEY")
def command(name: tuple[str, ...], form: str) -> int:
    """Print a person's record across the archive: offices along time, meetings, and whom they meet.

    Where several people answer to NAME they are listed, and the key of one says which.
    """
    from store.people import person_page

    with archive_in_use() as archive:
        key = _key_of(archive, " ".join(name))
        if key is None:
            return 1
        page = person_page(archive, key)
    if form == "jsonl":
        messages.json_line({**asdict(page), "meetings": [as_object(row) for row in page.meetings]})
    else:
        messages.prose("\n".join(_lines(page)))
    return 0


def _key_of(archive: Archive, name: str) -> str | None:
    """Give the key of the one person who is meant; says so when there is none, or not one."""
    from store.people import search

    found = search(archive, name, 20)
    wanted = one_line(name).casefold()
    exact = [person for person in found if person.name.casefold() == wanted] or found
    if len(exact) == 1:
        return exact[0].key
    if not exact:
        return name  # a key, or nobody: the store tells
    messages.problem(f"{len(exact)} people answer to “{one_line(name, 60)}”", "Give the key of one")
    for person in exact:
        messages.say(f"  {person.key}  {person.name} ({person.articles})")
    return None


def _lines(page: PersonPage) -> Iterator[str]:
    yield page.name
    others = [name for name in page.variants if name != page.name]
    if others:
        yield "Also written: " + ", ".join(others)
    yield from ("", "Offices")
    yield from dict.fromkeys(f"  {_tenure(tenure)}" for tenure in page.tenures)
    yield from ("", "Meetings")
    yield from (f"  {date_of(row)} {one_line(row.title)}" for row in page.meetings)
    if page.met:
        yield from ("", "Met")
        yield from (f"  {name} ({count})" for _, name, count in page.met)
    yield from ("", f"Key: {page.key}")


def _tenure(tenure: Tenure) -> str:
    date = ("~" if tenure.inferred else "") + (tenure.date or "no date")
    how = "" if tenure.tense is Tense.HOLDS else f" ({tenure.tense.value})"
    return f"{date} {one_line(tenure.wording)}{how}"
