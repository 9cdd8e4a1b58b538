"""People across the archive: who they are, which offices they held, whom they met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from store.errors import NotFound
from store.matching import pattern, tokens
from store.records import Part, PersonPage, Span, Tense, Tenure
from store.rows import rows_of
from store.text import fold, one_line
from store.timeline import DATED, YEARLESS

if TYPE_CHECKING:
    from store.archive import Archive

MOST_MET: Final = 100
"""How many of those whom a person meets are given, the most frequent first."""


@dataclass(frozen=True, slots=True)
class PersonFound:
    """A person in a list: how often the archive speaks of them."""

    key: str
    name: str
    articles: int


def search(archive: Archive, text: str, limit: int = 100) -> list[PersonFound]:
    """Find people by words of their name, the last of which may be begun only; those in most articles first.

    Without words, everyone. Words without marks find names with any; ``limit`` 0 means no limit.
    """
    sequence = tokens(text, prefix=True)
    like = "%" + "%".join(fold(token.text) for token in sequence) + "%"
    rows = archive.rows(
        "SELECT p.key, p.name, (SELECT count(*) FROM article_people a WHERE a.person_id = p.id) AS articles"
        " FROM people p WHERE p.id IN (SELECT person_id FROM person_names WHERE folded LIKE ?"
        " AND (? OR has_words(?, name))) ORDER BY articles DESC, p.key LIMIT ?",
        (like, not sequence, pattern(sequence), limit or -1),
    )
    return [PersonFound(*row) for row in rows]


def person_page(archive: Archive, key: str) -> PersonPage:
    """Give all that the archive has on the person with this key.

    Offices and articles come in the order of time, those without a date last.

    Raises:
        NotFound: the archive does not know the person.
    """
    known = archive.rows("SELECT id, name FROM people WHERE key = ?", (key,))
    if not known:
        raise NotFound(f"There is no person {one_line(key, 80)}.", "Look the name up with: bienban people NAME")
    [(person, name)] = known
    variants = archive.rows("SELECT name FROM person_names WHERE person_id = ? ORDER BY name", (person,))
    return PersonPage(
        key=key,
        name=name,
        variants=tuple(variant for (variant,) in variants if variant != name),
        tenures=_tenures(archive, person),
        meetings=tuple(rows_of(archive, _articles(archive, person))),
        met=_met(archive, person),
    )


def _tenures(archive: Archive, person: int) -> tuple[Tenure, ...]:
    rows = archive.rows(
        "SELECT coalesce(t.wording, p.name), p.name, t.tense, t.article_id, a.label, l.sort_date, l.inferred,"
        ' t.part, t."start", t."end" FROM tenures t JOIN positions p ON p.id = t.position_id'
        " JOIN articles a ON a.id = t.article_id JOIN timeline l ON l.article_id = t.article_id"
        " WHERE t.person_id = ?"
        " ORDER BY t.article_id < ?, t.article_id < ?, t.article_id, t.number",
        (person, DATED, YEARLESS),
    )
    return tuple(
        Tenure(wording, normal, Tense(tense), article, title, date, bool(inferred), Span(start, end, Part(part)))
        for wording, normal, tense, article, title, date, inferred, part, start, end in rows
    )


def _articles(archive: Archive, person: int) -> list[int]:
    """Give the articles on meetings where the person was, in the order of time."""
    rows = archive.rows(
        "SELECT DISTINCT article_id FROM article_people a WHERE person_id = ?1 AND (present OR EXISTS"
        " (SELECT 1 FROM attendances t WHERE t.article_id = a.article_id AND t.person_id = ?1))"
        " ORDER BY article_id < ?2, article_id < ?3, article_id",
        (person, DATED, YEARLESS),
    )
    return [row[0] for row in rows]


def _met(archive: Archive, person: int) -> tuple[tuple[str, str, int], ...]:
    """Give key and name of those at the same meetings, with how many meetings they share."""
    rows = archive.rows(
        "SELECT p.key, p.name, count(DISTINCT theirs.meeting_id) AS shared FROM attendances theirs"
        " JOIN people p ON p.id = theirs.person_id"
        " WHERE theirs.meeting_id IN (SELECT meeting_id FROM attendances WHERE person_id = ?1)"
        " AND theirs.person_id <> ?1 GROUP BY p.id ORDER BY shared DESC, p.key LIMIT ?2",
        (person, MOST_MET),
    )
    return tuple((key, name, shared) for key, name, shared in rows)
