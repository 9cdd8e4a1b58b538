"""What exports say of an article, whatever their format: its name, its day, and one plain record of everything."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from store import plain
from store.articles import lede
from store.edtf import days
from store.records import ArticleView, CleanArticle, DateBasis, Meeting, Note, PersonInArticle, SourceFile
from store.text import clean, one_line

WEB: Final = ("http://", "https://")


def heading(view: ArticleView) -> str:
    """Return the headline, or the first sentence where there is none."""
    plain = CleanArticle(None, None, None, None, None, view.body, view.blocks, (), ())
    return one_line(view.title or "") or lede(plain) or "—"


def date(view: ArticleView) -> str | None:
    """Return the EDTF date of the main meeting, an inferred one where there is no other."""
    meeting = view.meetings[0] if view.meetings else None
    return (meeting.date or meeting.inferred_date) if meeting else None


def basis(meeting: Meeting) -> str | None:
    """Say what the date of a meeting rests on, ``inferred`` where it is only guessed."""
    if meeting.date:
        return meeting.date_basis.value if meeting.date_basis else None
    return DateBasis.INFERRED.value if meeting.inferred_date else None


def wordings(person: PersonInArticle) -> list[str]:
    """Return the offices of a person as the article words them, each once."""
    return list(dict.fromkeys(one_line(office.wording) for office in person.offices))


def address(view: ArticleView) -> str | None:
    """Return the address on the web that the article came from, if one is known."""
    return next((clean(one.address) for one in view.sources if one.address and _on_web(one.address)), None)


def _on_web(address: str) -> bool:
    return address.lower().startswith(WEB) and not re.search(r"\s", address)


def urn(view: ArticleView) -> str:
    """Return a name for the article that holds in every archive (its key is made from its text)."""
    return f"urn:bienban:article:{view.key}"


def stated_days(meeting: Meeting) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and last day of a meeting where its date is told to the day, else ``None``."""
    found = days(meeting.date)
    told = all(len(part) == len("2021-12-01") for part in (meeting.date or "").split("/"))
    return found if told else None


def written(data: object) -> str:
    """Write data as JSON on one line, letters as they are, but for halves of characters, which no file can hold."""
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()


def listed(items: Iterator[object], begin: str, end: str) -> Iterator[str]:
    """Write items as an array of JSON, one on a line, between what opens and what closes it."""
    yield begin
    for number, item in enumerate(items):
        yield f"{',' if number else ''}\n{written(item)}"
    yield f"\n{end}\n"


def record(view: ArticleView) -> dict[str, Any]:
    """Return everything the archive knows about an article.

    The names are those of ``bienban extract``. Spans are ``[start, end, part]``, code points into title or body.
    """
    return {
        "key": view.key,
        "title": view.title,
        "heading": heading(view),
        "byline": view.byline,
        "section": view.section,
        "published": view.published,
        "published_text": view.published_text,
        "date": date(view),
        "sources": [_source(source) for source in view.sources],
        "tags": [tag.name for tag in view.tags],
        "read": not view.unread,
        "marked": view.marked,
        "notes": [_note(note) for note in view.notes],
        "meetings": [plain.meeting(meeting) for meeting in view.meetings],
        "people": [_person(person) for person in view.people],
        "documents": [
            {"kind": one.kind, "number": one.number, "issuer": one.issuer, "wordings": list(one.wordings)}
            for one in view.documents
        ],
        "body": view.body,
        "blocks": [plain.block(block) for block in view.blocks],
        "captions": [caption.text for caption in view.captions],
        "boilerplate": list(view.boilerplate),
    }


def _source(source: SourceFile) -> dict[str, Any]:
    return {"path": source.path, "address": source.address, "format": source.format, "digest": source.digest}


def _note(note: Note) -> dict[str, Any]:
    return {
        "id": note.id,
        "kind": note.kind,
        "text": note.text,
        "exact": note.exact,
        "prefix": note.prefix,
        "suffix": note.suffix,
        "span": plain.span(note.span),
        "created": note.created,
        "modified": note.modified,
    }


def _person(person: PersonInArticle) -> dict[str, Any]:
    return {
        "key": person.key,
        "name": person.name,
        "positions": wordings(person),
        "ranks": list(person.ranks),
        "present": person.present,
        "role": person.role and person.role.value,
        "side": person.side,
        "offices": [plain.office(office) for office in person.offices],
    }


def lines_of_json(views: Iterable[ArticleView]) -> Iterator[str]:
    """Write each article as a line of JSON."""
    for view in views:
        yield written(record(view)) + "\n"
