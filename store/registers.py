"""What the reader's own is made of when archives are brought together: registers, each with the time it was set.

An *item* is a tag, a tag on an article, a note, a mark, or what was read of an article; its name is the same in
every archive (`item`). A *register* is one field of it: whether it is there, the letter of a tag, the words of a
note. The later value wins (a last-writer-wins register, Shapiro and others, 2011); of two of one moment the
greater, so that the order in which archives meet does not matter.

`store.journal` calls `remember` for every row that an act changes. A row that is as it was made has no register
of its own: its stamp tells when that was.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Final

HERE: Final = "here"
"""The register that says whether an item is there: ``1`` or ``None``."""

Row = Mapping[str, str | int | None]


def item(kind: str, *names: str) -> str:
    """Name an item: its kind and what it is called in every archive."""
    return json.dumps([kind, *names], ensure_ascii=False, separators=(",", ":"))


def tag_key(name: str) -> str:
    """Give what a tag is called in every archive: names that differ in case only are one."""
    return name.casefold()


def remember(
    connection: sqlite3.Connection,
    table: str,
    key: tuple[object, ...],
    before: Row | None,
    after: Row | None,
    at: str,
) -> None:
    """Set the registers of a row of a user table that an act changes at this time, while its tag is there."""
    match table:
        case "tags":
            _tag(connection, int(str(key[0])), before, after, at)
        case "article_tags":
            name = _tag_name(connection, key[1])
            _there(connection, item("tagged", str(key[0]), tag_key(name)), after, at)
        case "annotations":
            _note(connection, str(key[0]), before, after, at)
        case "marks":
            _there(connection, item("mark", str(key[0])), after, at)
        case "reading":
            read_at = after["read_at"] if after else None
            put(connection, item("read", str(key[0])), HERE, None if read_at is None else "1", at)


def put(connection: sqlite3.Connection, name: str, field: str, value: str | None, at: str) -> None:
    """Set one register, whatever it was."""
    connection.execute(
        "INSERT INTO user_changes(item, field, value, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET value = excluded.value, at = excluded.at",
        (name, field, value, at),
    )


def forget(connection: sqlite3.Connection, name: str, field: str) -> None:
    """Forget one register: the row of the item tells what it is."""
    connection.execute("DELETE FROM user_changes WHERE item = ? AND field = ?", (name, field))


def _there(connection: sqlite3.Connection, name: str, after: Row | None, at: str, stamp: str = "created") -> None:
    if after is not None and after[stamp] == at:  # the row tells it
        connection.execute("DELETE FROM user_changes WHERE item = ?", (name,))
    else:
        put(connection, name, HERE, None if after is None else "1", at)


def _tag(connection: sqlite3.Connection, number: int, before: Row | None, after: Row | None, at: str) -> None:
    old = tag_key(str(before["name"])) if before else None
    new = tag_key(str(after["name"])) if after else None
    if old is not None and old != new:
        put(connection, item("tag", old), HERE, None, at)
    if new is None or after is None:
        return
    if old != new:
        _there(connection, item("tag", new), after, at)
    if old is not None and old != new:
        _renamed(connection, number, old, new, at)
    for field in ("name", "letter", "colour"):
        value = after[field]
        as_made = before is None and after["created"] == at
        if not as_made and (before is None or old != new or before[field] != value):
            put(connection, item("tag", new), field, None if value is None else str(value), at)


def _renamed(connection: sqlite3.Connection, number: int, old: str, new: str, at: str) -> None:
    for (article,) in connection.execute(
        "SELECT article_key FROM article_tags WHERE tag_id = ?", (number,)
    ).fetchall():
        put(connection, item("tagged", article, old), HERE, None, at)
        put(connection, item("tagged", article, new), HERE, "1", at)


def _note(connection: sqlite3.Connection, number: str, before: Row | None, after: Row | None, at: str) -> None:
    words = [(row["kind"], row["text"]) if row else None for row in (before, after)]
    if words[0] == words[1]:
        return
    if words[0] is not None:
        connection.execute("INSERT OR IGNORE INTO annotation_texts VALUES (?, ?, ?)", (number, *words[0]))
    _there(connection, item("note", number), after, at, "modified")


def _tag_name(connection: sqlite3.Connection, number: object) -> str:
    (name,) = connection.execute("SELECT name FROM tags WHERE id = ?", (number,)).fetchone()
    return str(name)
