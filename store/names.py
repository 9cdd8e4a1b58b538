"""The things that articles speak of, each one row for the whole archive, found by a natural key."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from store.records import Document
from store.spelling import name_key
from store.text import fold, one_line

# What still refers to a row of each table; a row that nothing refers to goes.
_USES: Final = {
    "meetings": (("meeting_articles", "meeting_id"),),
    "people": (
        ("article_people", "person_id"),
        ("tenures", "person_id"),
        ("attendances", "person_id"),
        ("mentions", "person_id"),
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


def person(connection: sqlite3.Connection, name: str) -> int:
    """Give the id of the person of this name, made if new; the spelling is remembered."""
    name, key = one_line(name), name_key(name)
    row = connection.execute("SELECT id FROM people WHERE key = ?", (key,)).fetchone()
    if row is None:
        row = connection.execute("INSERT INTO people(key, name) VALUES (?, ?) RETURNING id", (key, name)).fetchone()
    connection.execute(
        "INSERT INTO person_names(person_id, name, folded) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (row[0], name, fold(name)),
    )
    return int(row[0])


def position(connection: sqlite3.Connection, normal: str, wording: str) -> int:
    """Give the id of the position with this normal form, made if new; the wording is remembered."""
    normal, key = one_line(normal), name_key(normal)
    row = connection.execute("SELECT id FROM positions WHERE key = ?", (key,)).fetchone()
    if row is None:
        row = connection.execute(
            "INSERT INTO positions(key, name) VALUES (?, ?) RETURNING id", (key, normal)
        ).fetchone()
    connection.executemany(
        "INSERT INTO position_wordings(position_id, wording, folded) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(row[0], text, fold(text)) for text in dict.fromkeys((normal, one_line(wording)))],
    )
    return int(row[0])


def organisation(connection: sqlite3.Connection, name: str | None) -> int | None:
    """Give the id of an organisation, made if new; ``None`` for no name."""
    if not name:
        return None
    key = name_key(name)
    row = connection.execute("SELECT id FROM organisations WHERE key = ?", (key,)).fetchone()
    if row is None:
        row = connection.execute(
            "INSERT INTO organisations(key, name, folded) VALUES (?, ?, ?) RETURNING id",
            (key, one_line(name), fold(key)),
        ).fetchone()
    return int(row[0])


def place(connection: sqlite3.Connection, name: str | None) -> int | None:
    """Give the id of a place, made if new; ``None`` for no name."""
    if not name:
        return None
    key = name_key(name)
    row = connection.execute("SELECT id FROM places WHERE key = ?", (key,)).fetchone()
    if row is None:
        row = connection.execute(
            "INSERT INTO places(key, name, folded) VALUES (?, ?, ?) RETURNING id", (key, one_line(name), fold(key))
        ).fetchone()
    return int(row[0])


def document(connection: sqlite3.Connection, cited: Document) -> int:
    """Give the id of a document, made if new: one with a number is told by kind, number and issuer."""
    fullest = cited.wordings[0] if cited.wordings else cited.kind
    identity = (cited.kind, cited.number, cited.issuer) if cited.number else (cited.kind, cited.issuer, fullest)
    key = " | ".join(name_key(part) for part in identity if part)
    row = connection.execute("SELECT id FROM documents WHERE key = ?", (key,)).fetchone()
    if row is None:
        name = one_line(fullest)
        said = " ".join(part for part in (name, cited.kind, cited.number, cited.issuer) if part)
        row = connection.execute(
            "INSERT INTO documents(key, name, kind, number, issuer, folded) VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
            (key, name, cited.kind, cited.number, cited.issuer, fold(said)),
        ).fetchone()
    return int(row[0])


def rules(connection: sqlite3.Connection, wanted: Iterable[str]) -> dict[str, int]:
    """Give the ids of rules of the extraction, made if new; they are few and stay, so nobody asks who uses them."""
    names = json.dumps(sorted(set(wanted)), ensure_ascii=False)
    connection.execute(
        "INSERT INTO rules(name) SELECT value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING", (names,)
    )
    return dict(
        connection.execute("SELECT name, id FROM rules WHERE name IN (SELECT value FROM json_each(?))", (names,))
    )


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
        connection.execute("SELECT position_id, wording FROM tenures WHERE article_id = ?", (article_id,))
    )
    return used


def forget_unused(connection: sqlite3.Connection, candidates: Used) -> None:
    """Delete those of the candidates that no article speaks of any more, and spellings that none uses.

    Only their own spellings are looked into: to show that nobody uses one takes all articles of its person.
    """
    connection.executemany(
        "DELETE FROM person_names WHERE person_id = ?1 AND name = ?2 AND NOT EXISTS"
        " (SELECT 1 FROM article_people WHERE person_id = ?1 AND name = ?2) AND NOT EXISTS"
        " (SELECT 1 FROM mentions WHERE person_id = ?1 AND target = ?2)",
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
