"""Everything that the user does is one act: one row of the journal, written together with what it changes.

A row keeps the images of the rows of user tables before and after, so that `undo` and `redo` need to know nothing
of what was done. They walk the acts one by one, also those of an earlier day. An act after an undo ends the
branch that was undone: it can no longer be redone, but its images stay in the journal.

Undoing puts back only the columns that the act changed: where a note stands, which follows the text, is kept.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from store.errors import ArchiveError
from store.registers import remember

if TYPE_CHECKING:
    from store.archive import Archive

Value = str | int | None
Row = dict[str, Value]


class Refused(ArchiveError):
    """What the user asked for cannot be written so; nothing was changed."""


class ActKind(StrEnum):
    """What the user did. The value is also the name of the act in the journal."""

    TAG = "tag"
    UNTAG = "untag"
    RENAME_TAG = "rename tag"
    MERGE_TAGS = "merge tags"
    DELETE_TAG = "delete tag"
    SET_LETTER = "set letter"
    SET_COLOUR = "set colour"
    NOTE = "note"
    EDIT_NOTE = "edit note"
    DELETE_NOTE = "delete note"
    MARK = "mark"
    UNMARK = "unmark"
    INVERT_MARKS = "invert marks"
    MERGE_ARCHIVE = "merge archive"
    READ = "read"
    UNREAD = "unread"
    OPEN = "open"


AUTOMATIC: Final = frozenset({ActKind.OPEN})
"""What happens by the way: it is in the journal, but undoing passes over it."""

_WORDINGS: Final[Mapping[ActKind, str]] = {
    ActKind.TAG: "tag “{name}” on {articles}",
    ActKind.UNTAG: "tag “{name}” off {articles}",
    ActKind.RENAME_TAG: "rename tag “{name}” to “{new}”",
    ActKind.MERGE_TAGS: "merge tag “{name}” into “{new}”",
    ActKind.DELETE_TAG: "delete tag “{name}” from {articles}",
    ActKind.SET_LETTER: "letter of tag “{name}”",
    ActKind.SET_COLOUR: "colour of tag “{name}”",
    ActKind.NOTE: "add a note",
    ActKind.EDIT_NOTE: "edit a note",
    ActKind.DELETE_NOTE: "delete a note",
    ActKind.MARK: "mark {articles}",
    ActKind.UNMARK: "unmark {articles}",
    ActKind.INVERT_MARKS: "invert the marks of {articles}",
    ActKind.MERGE_ARCHIVE: "merge what “{name}” has",
    ActKind.READ: "{articles} read",
    ActKind.UNREAD: "{articles} unread",
    ActKind.OPEN: "open an article",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One act of the journal, as data for a message: what was done, and to what.

    ``details`` has, where they matter, ``name`` and ``new`` (names of tags) and ``articles`` (how many).
    """

    id: int
    kind: ActKind
    details: Mapping[str, Value]
    at: str
    undone: bool

    def describe(self) -> str:
        """Word the act in English, beginning in lower case: ``tag “đọc lại” on 3 articles``."""
        number = self.details.get("articles")
        articles = "1 article" if number == 1 else f"{number} articles"
        return _WORDINGS[self.kind].format_map({**self.details, "articles": articles})

    def __str__(self) -> str:
        return self.describe()


@dataclass(frozen=True, slots=True)
class _Table:
    """A table that acts may change: its key, and the columns whose images are kept.

    A table that ``stays`` also holds what is no act, so that its rows are emptied and never deleted.
    """

    key: tuple[str, ...]
    columns: tuple[str, ...]
    stays: bool = False


_TABLES: Final[Mapping[str, _Table]] = {
    "tags": _Table(("id",), ("name", "letter", "colour", "created")),
    "article_tags": _Table(("article_key", "tag_id"), ("created",)),
    "annotations": _Table(
        ("id",),
        (
            *("article_key", "version_digest", "part", "start", "end", "exact", "prefix", "suffix"),
            *("kind", "text", "created", "modified"),
        ),
    ),
    "marks": _Table(("article_key",), ("created",)),
    "reading": _Table(("article_key",), ("read_at",), stays=True),
}


@dataclass(frozen=True, slots=True)
class _Change:
    table: str
    key: tuple[Value, ...]
    before: Row | None
    after: Row | None

    def reversed(self) -> _Change:
        return _Change(self.table, self.key, self.after, self.before)


@dataclass(slots=True)
class Act:
    """An act while it is done; `act` makes it. ``details`` may be added to until it is over."""

    connection: sqlite3.Connection
    at: str
    details: dict[str, Value]
    changes: list[_Change] = field(default_factory=list)

    def has(self, table: str, key: Sequence[Value]) -> bool:
        """Tell whether there is a row with this key. Raises `KeyError` for a table that no act may change."""
        return _read(self.connection, table, tuple(key)) is not None

    def put(self, table: str, key: Sequence[Value], values: Mapping[str, Value] | None) -> bool:
        """Set columns of one row, which is made where it is missing; ``None`` deletes it.

        Returns whether that changed anything. Raises `KeyError` for a table or column that no act may change.
        """
        kept = _TABLES[table]
        before = _read(self.connection, table, tuple(key))
        if values is None:
            after = dict.fromkeys(kept.columns) if kept.stays and before else None
        else:
            if unknown := values.keys() - set(kept.columns):
                raise KeyError(f"{table} has no {', '.join(sorted(unknown))}")
            after = {**(before or dict.fromkeys(kept.columns)), **values}
        if before == after:
            return False
        change = _Change(table, tuple(key), before, after)
        _apply(self.connection, change, self.at)
        self.changes.append(change)
        return True


@contextmanager
def act(archive: Archive, kind: ActKind, **details: Value) -> Iterator[Act]:
    """Do one act of the user: all its changes and its row of the journal, or nothing.

    An act that changes nothing leaves no row.
    """
    with archive.transaction() as connection:
        doing = Act(connection, now(), dict(details))
        yield doing
        if doing.changes:
            connection.execute(
                "INSERT INTO journal(at, act, label, changes) VALUES (?, ?, ?, ?)",
                (doing.at, kind.value, _json(doing.details), _json([_packed(c) for c in doing.changes])),
            )


def now() -> str:
    """Tell the time as the user's tables keep it: ISO 8601, UTC, microseconds."""
    return _stamp(datetime.now(UTC))


def undo(archive: Archive) -> Entry | None:
    """Take back the last act that stands; ``None`` where there is none.

    Raises `Refused` where something from outside changed the same rows so that it cannot be taken back.
    """
    with archive.transaction() as connection:
        entry = last(archive)
        if entry is not None:
            at = _undo_time(connection)
            _replay(archive, entry, at, backwards=True)
            connection.execute("UPDATE journal SET undone_at = ? WHERE id = ?", (at, entry.id))
    return entry


def redo(archive: Archive) -> Entry | None:
    """Do again the act that was undone last; ``None`` where there is none, or another act came after.

    Raises `Refused` as `undo` does.
    """
    with archive.transaction() as connection:
        entry = next_redo(archive)
        if entry is not None:
            _replay(archive, entry, now(), backwards=False)
            connection.execute("UPDATE journal SET undone_at = NULL WHERE id = ?", (entry.id,))
    return entry


def last(archive: Archive) -> Entry | None:
    """Return the act that `undo` would take back."""
    return _one(archive, "undone_at IS NULL ORDER BY id DESC")


def next_redo(archive: Archive) -> Entry | None:
    """Return the act that `redo` would do again."""
    standing = last(archive)
    return _one(archive, "undone_at IS NOT NULL AND id > ? ORDER BY undone_at DESC", standing.id if standing else 0)


def history(archive: Archive, limit: int) -> list[Entry]:
    """Return the last acts, newest first, those that happened by the way and those undone included."""
    rows = archive.rows(f"SELECT {_ENTRY} FROM journal ORDER BY id DESC LIMIT ?", (limit,))  # noqa: S608
    return [_entry(*row) for row in rows]


_ENTRY: Final = "id, act, label, at, undone_at IS NOT NULL"


def _one(archive: Archive, condition: str, *parameters: int) -> Entry | None:
    automatic = ", ".join(f"'{kind}'" for kind in sorted(AUTOMATIC))
    rows = archive.rows(
        f"SELECT {_ENTRY} FROM journal WHERE act NOT IN ({automatic}) AND {condition} LIMIT 1",  # noqa: S608
        parameters,
    )
    return _entry(*rows[0]) if rows else None


def _entry(number: int, kind: str, details: str, at: str, undone: int) -> Entry:
    if kind not in set(ActKind):
        raise _unreadable()
    return Entry(number, ActKind(kind), json.loads(details), at, bool(undone))


def _unreadable() -> Refused:
    return Refused("An act of the journal cannot be read.", "It may come from a newer version of Bienban.")


def _replay(archive: Archive, entry: Entry, at: str, *, backwards: bool) -> None:
    from store import placing  # not for the first screen

    [(packed,)] = archive.rows("SELECT changes FROM journal WHERE id = ?", (entry.id,))
    changes = [_unpacked(change) for change in json.loads(packed)]
    if backwards:
        changes = [change.reversed() for change in reversed(changes)]
    try:
        for change in changes:
            _apply(archive.connection, change, at)
    except sqlite3.IntegrityError as error:
        raise Refused(
            f"This can no longer be taken back or done again: {entry.describe()}.",
            "Something else has changed the same tag or note since; change it by hand.",
        ) from error
    # A note that comes back has the place of its time; the text may have moved on.
    notes = [c.before or c.after or {} for c in changes if c.table == "annotations"]
    for key in {note["article_key"] for note in notes}:
        placing.reanchor(archive, str(key))


def _undo_time(connection: sqlite3.Connection) -> str:
    """Tell the time, but later than every undo before, also when the clock was set back: it orders `redo`."""
    [latest] = connection.execute("SELECT max(undone_at) FROM journal WHERE undone_at IS NOT NULL").fetchone()
    present = now()
    if latest is not None and latest >= present:
        return _stamp(datetime.fromisoformat(latest) + timedelta(microseconds=1))
    return present


def _stamp(time: datetime) -> str:
    return time.isoformat(timespec="microseconds").replace("+00:00", "Z")


def _where(table: str) -> str:
    return " AND ".join(f'"{column}" = ?' for column in _TABLES[table].key)


def _read(connection: sqlite3.Connection, table: str, key: tuple[Value, ...]) -> Row | None:
    columns = _TABLES[table].columns
    names = ", ".join(f'"{column}"' for column in columns)
    found = connection.execute(f"SELECT {names} FROM {table} WHERE {_where(table)}", key).fetchone()  # noqa: S608
    return None if found is None else dict(zip(columns, found, strict=True))


def _apply(connection: sqlite3.Connection, change: _Change, at: str) -> None:
    """Change one row from its image before to its image after, and remember when that was.

    Names of tables and columns are only our own.
    """
    remember(connection, change.table, change.key, change.before, change.after, at)
    table, kept = change.table, _TABLES[change.table]
    after = change.after
    if after is None and kept.stays:
        after = dict.fromkeys(kept.columns)
    if after is None:
        connection.execute(f"DELETE FROM {table} WHERE {_where(table)}", change.key)  # noqa: S608
    elif change.before is None:
        names = ", ".join(f'"{name}"' for name in (*kept.key, *kept.columns))
        places = ", ".join("?" * (len(kept.key) + len(kept.columns)))
        again = f" ON CONFLICT DO UPDATE SET {_assignments(kept.columns)}" if kept.stays else ""
        values = [after[column] for column in kept.columns]
        connection.execute(
            f"INSERT INTO {table}({names}) VALUES ({places}){again}",  # noqa: S608
            [*change.key, *values, *(values if again else ())],
        )
    else:
        columns = tuple(name for name in kept.columns if change.before[name] != after[name])
        if columns:  # none of a row that stays, though it was made by the act
            connection.execute(
                f"UPDATE {table} SET {_assignments(columns)} WHERE {_where(table)}",  # noqa: S608
                [*(after[column] for column in columns), *change.key],
            )


def _assignments(columns: Sequence[str]) -> str:
    return ", ".join(f'"{column}" = ?' for column in columns)


def _packed(change: _Change) -> dict[str, object]:
    return {"table": change.table, "key": change.key, "before": change.before, "after": change.after}


def _unpacked(change: dict[str, object]) -> _Change:
    table, key, before, after = (change[name] for name in ("table", "key", "before", "after"))
    if not isinstance(table, str) or table not in _TABLES or not isinstance(key, list):
        raise _unreadable()
    return _Change(table, tuple(key), _row(table, before), _row(table, after))


def _row(table: str, image: object) -> Row | None:
    """Read an image of the journal; only columns of the table, whatever a file from elsewhere says."""
    if not isinstance(image, dict):
        return None
    return {column: image.get(column) for column in _TABLES[table].columns}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
