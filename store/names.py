"""The things that articles speak of, each one row for the whole archive, found by a natural key."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from store.index_entry import field_terms
from store.preparing import DocumentNamed, in_index
from store.spelling import name_key
from store.text import fold, one_line

# What still refers to a row of each table; a row that nothing refers to goes.
_USES: Final = {
    "meetings": (("meeting_articles", "meeting_id"),),
    "people": (
        ("article_people", "person_id"),
        ("tenures", "person_id"),
        ("attendances", "person_id"),
    ),
    "positions": (("tenures", "position_id"),),
    "organisations": (("tenures", "organisation_id"), ("mentions", "organisation_id")),
    "documents": (("citations", "document_id"),),
    "places": (
        ("tenures", "place_id"),
        ("mentions", "place_id"),
        ("meeting_articles", "place_id"),
        ("meetings", "place_id"),
    ),
}


class Thing(NamedTuple):
    """A thing that articles speak of: the number of its row, its name there, and whether the index of the search
    has of that name what it has of the one that was asked for.
    """

    id: int
    name: str
    alike: bool = True


class Names:
    """The names of one transaction: each is looked up once, since articles that come together speak of the same."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._known: dict[tuple[str | None, ...], Thing] = {}
        self._rules: dict[str, int] = {}

    def person(self, name: str) -> Thing:
        """Give the person of this name, made if new; the spelling is remembered."""
        if (known := self._known.get(("people", name))) is None:
            spelling, key = one_line(name), name_key(name)
            known = self._row("people", key) or self._added(
                "INSERT INTO people(key, name) VALUES (?, ?)", key, spelling
            )
            self.connection.execute(
                "INSERT INTO person_names(person_id, name, folded) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (known.id, spelling, fold(spelling)),
            )
            self._known["people", name] = known
        return known

    def position(self, normal: str, wording: str) -> Thing:
        """Give the position with this normal form, made if new; a wording that is not its name is remembered."""
        if (known := self._known.get(("positions", normal, wording))) is None:
            name, key = one_line(normal), name_key(normal)
            known = self._row("positions", key) or self._added(
                "INSERT INTO positions(key, name) VALUES (?, ?)", key, name
            )
            if (text := one_line(wording)) != known.name:
                self.connection.execute(
                    "INSERT INTO position_wordings(position_id, wording, folded) VALUES (?, ?, ?)"
                    " ON CONFLICT DO NOTHING",
                    (known.id, text, fold(text)),
                )
            known = self._known["positions", normal, wording] = _compared(known, "position", name)
        return known

    def organisation(self, name: str) -> Thing:
        """Give an organisation, made if new."""
        return self._named("organisations", "org", name)

    def place(self, name: str) -> Thing:
        """Give a place, made if new."""
        return self._named("places", "place", name)

    def _named(self, table: str, field: str, name: str) -> Thing:
        if (known := self._known.get((table, name))) is None:
            key, line = name_key(name), one_line(name)
            known = self._row(table, key) or self._added(
                f"INSERT INTO {table}(key, name, folded) VALUES (?, ?, ?)",  # noqa: S608
                key,
                line,
                fold(key),
            )
            known = self._known[table, name] = _compared(known, field, line)
        return known

    def document(self, cited: DocumentNamed) -> Thing:
        """Give a document, made if new: one with a number is told by kind, number and issuer."""
        if (known := self._known.get(("documents", *cited))) is None:
            kind, number, issuer, fullest = cited
            identity = (kind, number, issuer) if number else (kind, issuer, fullest)
            key = " | ".join(name_key(part) for part in identity if part)
            row = self.connection.execute(
                "SELECT id, kind, number, issuer FROM documents WHERE key = ?", (key,)
            ).fetchone()
            if row is None:
                name = one_line(fullest)
                said = " ".join(part for part in (name, kind, number, issuer) if part)
                row = self.connection.execute(
                    "INSERT INTO documents(key, name, kind, number, issuer, folded) VALUES (?, ?, ?, ?, ?, ?)"
                    " RETURNING id, kind, number, issuer",
                    (key, name, kind, number, issuer, fold(said)),
                ).fetchone()
            there = Thing(row[0], in_index(*row[1:]))
            known = self._known["documents", *cited] = _compared(there, "doc", in_index(kind, number, issuer))
        return known

    def rule(self, name: str) -> int:
        """Give the id of a rule of the extraction, made if new; rules stay, so nobody asks who uses them."""
        if (known := self._rules.get(name)) is None:
            row = self.connection.execute("SELECT id FROM rules WHERE name = ?", (name,)).fetchone()
            if row is None:
                row = self.connection.execute("INSERT INTO rules(name) VALUES (?) RETURNING id", (name,)).fetchone()
            known = self._rules[name] = int(row[0])
        return known

    def _row(self, table: str, key: str) -> Thing | None:
        row = self.connection.execute(f"SELECT id, name FROM {table} WHERE key = ?", (key,)).fetchone()  # noqa: S608
        return row and Thing(*row)

    def _added(self, insert: str, *values: object) -> Thing:
        return Thing(*self.connection.execute(f"{insert} RETURNING id, name", values).fetchone())

    def forget_unused(self, candidates: Used) -> None:
        """Do what `forget_unused` does, and look up anew what is still there."""
        self._known.clear()
        forget_unused(self.connection, candidates)


def _compared(thing: Thing, field: str, name: str) -> Thing:
    """Say of a thing whether the index has of its name in the archive what it has of another of its names."""
    if thing.name == name or field_terms(field, thing.name) == field_terms(field, name):
        return thing
    return thing._replace(alike=False)


@dataclass(slots=True)
class Used:
    """What articles speak of: ids by table, and in which spellings people and positions."""

    ids: dict[str, set[int]] = field(default_factory=lambda: {table: set() for table in _USES})
    names: set[tuple[int, str]] = field(default_factory=set)
    wordings: set[tuple[int, str]] = field(default_factory=set)

    def update(self, other: Used) -> None:
        """Add what another one has."""
        for table, ids in other.ids.items():
            self.ids[table] |= ids
        self.names |= other.names
        self.wordings |= other.wordings


def used_by(connection: sqlite3.Connection, article_id: int) -> Used:
    """Give everything that an article speaks of."""
    used = Used()
    for table, uses in _USES.items():
        for user, column in uses:
            if user == "meetings":
                continue
            sql = f"SELECT {column} FROM {user} WHERE article_id = ? AND {column} IS NOT NULL"  # noqa: S608
            used.ids[table].update(row[0] for row in connection.execute(sql, (article_id,)))
    used.names.update(
        connection.execute(
            "SELECT person_id, name FROM article_people WHERE article_id = ?1 UNION SELECT person_id, target"
            " FROM mentions WHERE article_id = ?1 AND person_id IS NOT NULL AND target IS NOT NULL",
            (article_id,),
        )
    )
    used.wordings.update(
        connection.execute(
            "SELECT position_id, wording FROM tenures WHERE article_id = ? AND wording IS NOT NULL", (article_id,)
        )
    )
    return used


def forget_unused(connection: sqlite3.Connection, candidates: Used) -> None:
    """Delete those of the candidates that no article speaks of any more, and spellings that none uses.

    Only their own spellings are looked into: to show that nobody uses one takes all articles of its person.
    """
    connection.executemany(
        "DELETE FROM person_names WHERE person_id = ?1 AND name = ?2 AND NOT EXISTS"
        " (SELECT 1 FROM article_people WHERE person_id = ?1 AND name = ?2) AND NOT EXISTS"
        " (SELECT 1 FROM article_people a JOIN mentions m ON m.article_id = a.article_id"
        " WHERE a.person_id = ?1 AND m.person_id = ?1 AND m.target = ?2)",
        sorted(candidates.names),
    )
    connection.executemany(  # max: small letters come after capitals, which headlines and captions shout
        "UPDATE people SET name = coalesce((SELECT max(name) FROM person_names WHERE person_id = ?1), name)"
        " WHERE id = ?1 AND name NOT IN (SELECT name FROM person_names WHERE person_id = ?1)",
        sorted({(person,) for person, _ in candidates.names}),
    )
    connection.executemany(
        "DELETE FROM position_wordings WHERE position_id = ?1 AND wording = ?2"
        " AND wording <> (SELECT name FROM positions WHERE id = ?1)"
        " AND NOT EXISTS (SELECT 1 FROM tenures WHERE position_id = ?1 AND wording = ?2)",
        sorted(candidates.wordings),
    )
    for table, ids in candidates.ids.items():
        unused = " AND ".join(
            f"NOT EXISTS (SELECT 1 FROM {user} WHERE {user}.{column} = {table}.id)"  # noqa: S608
            for user, column in _USES[table]
        )
        connection.executemany(
            f"DELETE FROM {table} WHERE id = ? AND {unused}",  # noqa: S608
            [(number,) for number in sorted(ids)],
        )
