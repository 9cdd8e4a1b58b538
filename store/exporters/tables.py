"""Articles as tables (RFC 4180) that a spreadsheet opens: a row an article, or a row for each office of a person.

A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV Injection). The file
begins with a byte order mark, without which Excel takes Vietnamese for another encoding.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from store.exporters.facts import address, basis, date, heading, wordings
from store.records import ArticleView
from store.text import one_line

BETWEEN: Final = "; "
"""Stands between the values of a cell that has several."""

_MARK: Final = "\ufeff"
_FORMULA: Final = ("=", "+", "-", "@", "|", "%")

ARTICLES: Final = (
    "key", "date", "date_basis", "date_text", "part_of_day", "title", "meeting_kind", "meeting_title", "place",
    "chairs", "people", "documents", "published", "byline", "section", "tags", "notes", "address", "path",
)  # fmt: skip
"""The columns of the table of articles."""

OFFICES: Final = (
    "person_key", "person", "position", "position_normal", "tense", "organisation", "position_place", "ranks",
    "role", "side", "present", "date", "date_basis", "title", "article_key",
)  # fmt: skip
"""The columns of the table of offices; a person whom an article gives none has one row without."""


def articles(views: Iterable[ArticleView]) -> Iterator[str]:
    """Write a row for each article."""
    return _table(ARTICLES, (_article(view) for view in views))


def offices(views: Iterable[ArticleView]) -> Iterator[str]:
    """Write a row for each office of each person of each article, once if the article names it again alike."""
    return _table(OFFICES, (dict(row) for view in views for row in dict.fromkeys(_offices(view))))


def safe(value: object) -> str:
    """Write a value so that a spreadsheet shows it as the text it is."""
    text = "" if value is None else one_line(str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text


def _table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, lineterminator="\r\n")
    buffer.write(_MARK)
    writer.writeheader()
    for row in rows:
        writer.writerow({name: safe(value) for name, value in row.items()})
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def _joined(values: Iterable[str]) -> str:
    return BETWEEN.join(one_line(value) for value in values)


def _article(view: ArticleView) -> dict[str, object]:
    meeting = view.meetings[0] if view.meetings else None
    return {
        "key": view.key,
        "date": date(view),
        "date_basis": meeting and basis(meeting),
        "date_text": meeting and meeting.date_text,
        "part_of_day": meeting and meeting.part_of_day,
        "title": heading(view),
        "meeting_kind": meeting and meeting.kind.value,
        "meeting_title": meeting and meeting.title,
        "place": meeting and meeting.place,
        "chairs": _joined(meeting.chairs) if meeting else None,
        "people": _joined(_person(person.name, wordings(person)) for person in view.people),
        "documents": _joined(one.wordings[0] for one in view.documents),
        "published": view.published,
        "byline": view.byline,
        "section": view.section,
        "tags": _joined(tag.name for tag in view.tags),
        "notes": _joined(note.text or note.exact for note in view.notes),
        "address": address(view),
        "path": view.sources[0].path if view.sources else None,
    }


def _person(name: str, held: Sequence[str]) -> str:
    return f"{name} ({', '.join(held)})" if held else name


def _offices(view: ArticleView) -> Iterator[tuple[tuple[str, object], ...]]:
    meeting = view.meetings[0] if view.meetings else None
    about: dict[str, object] = {
        "date": date(view),
        "date_basis": meeting and basis(meeting),
        "title": heading(view),
        "article_key": view.key,
    }
    for person in view.people:
        who: dict[str, object] = {
            "person_key": person.key,
            "person": person.name,
            "ranks": _joined(person.ranks),
            "role": person.role and person.role.value,
            "side": person.side,
            "present": "yes" if person.present else "no",
            **about,
        }
        for office in person.offices:
            held = {
                "position": office.wording,
                "position_normal": office.normal,
                "tense": office.tense.value,
                "organisation": office.organisation,
                "position_place": office.place,
            }
            yield tuple({**who, **held}.items())
        if not person.offices:
            yield tuple(who.items())
