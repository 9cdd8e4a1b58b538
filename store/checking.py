"""Whether an archive is sound: the file, its references, its search indexes, and every place in a text."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from store import desk_index
from store.errors import ArchiveDamaged, translating
from store.index_asked import asked
from store.index_entry import EVERY
from store.matching import tokens
from store.search_sql import INDEX
from store.versions import unpack

if TYPE_CHECKING:
    from store.archive import Archive

_MOST: Final = 20
"""How many findings of one sort are told."""

_END: Final = 200
_MEND: Final = "Mend it with: bienban check --repair"

_TEXT: Final = "CASE s.part WHEN 'title' THEN coalesce(a.title, '') ELSE a.body END"
_WORDS: Final = f'substr({_TEXT}, s."start" + 1, s."end" - s."start")'
# For each table with places in a text: what is to be compared, and with what.
_PLACES: Final = {
    "mentions": None,
    "attendances": None,
    "meeting_articles": None,
    "tenures": "coalesce(s.wording, (SELECT name FROM positions WHERE id = s.position_id))",
    "citations": "s.wording",
}


def check(archive: Archive) -> tuple[str, ...]:
    """Look for what is wrong; one sentence for each thing found, none for a sound archive.

    Reads everything. The search indexes are also checked from inside where the archive may be written.
    """
    connection = archive.connection
    checks = [
        _file(connection),
        _references(connection),
        *([] if archive.read_only else [_index_inside(archive)]),
        _waiting(connection),
        _index_against_texts(connection),
        _index_of_nothing(connection),
        _desk(connection),
        _days(connection),
        *(_places(connection, table, words) for table, words in _PLACES.items()),
        _notes(connection),
        _originals(connection),
    ]
    findings: list[str] = []
    for check in checks:
        try:
            with translating():
                findings.extend(islice(check, _MOST))
        except ArchiveDamaged as error:
            findings.append(error.problem)
    return tuple(dict.fromkeys(findings))


def _file(connection: sqlite3.Connection) -> Iterator[str]:
    for (said,) in connection.execute(f"PRAGMA integrity_check({_MOST})").fetchall():
        if said != "ok":
            yield f"The file is damaged: {said}."


def _references(connection: sqlite3.Connection) -> Iterator[str]:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        which = "" if row is None else f" ({row})"
        yield f"A row of {table}{which} refers to something that is not in {parent}."


def _index_inside(archive: Archive) -> Iterator[str]:
    try:
        with archive.transaction(settling=True) as connection:
            connection.execute(f"INSERT INTO {INDEX}({INDEX}) VALUES ('integrity-check')")  # noqa: S608
    except ArchiveDamaged:
        yield f"The search index {INDEX} is damaged. {_MEND}"


def _waiting(connection: sqlite3.Connection) -> Iterator[str]:
    (waiting,) = connection.execute("SELECT count(*) FROM articles_changed").fetchone()
    waiting += desk_index.waiting(connection)
    if waiting:
        yield f"{waiting} articles were changed by another program and wait for the search index. {_MEND}"


def _index_against_texts(connection: sqlite3.Connection) -> Iterator[str]:
    """Look up the last word of every article."""
    look_up = f"SELECT 1 FROM {INDEX} WHERE {INDEX} MATCH ? AND rowid = ?"  # noqa: S608
    for article, title, body in connection.execute("SELECT id, title, body FROM articles"):
        end = f"{title or ''}\n{body}"[-_END:]
        words = tokens(end)[-1:]
        if words and len(words[0].text) == _END:
            words = ()  # perhaps only a piece of a word
        wanted = asked(words)[0] if words else f'"{EVERY}"'
        if connection.execute(look_up, (wanted, article)).fetchone() is None:
            yield f"The search index {INDEX} does not have article {article} as it is. {_MEND}"


def _index_of_nothing(connection: sqlite3.Connection) -> Iterator[str]:
    for (article,) in connection.execute(
        f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH ? AND +rowid NOT IN (SELECT id FROM articles)",  # noqa: S608
        (f'"{EVERY}"',),
    ):
        yield f"The search index {INDEX} has an article {article} that is not there. {_MEND}"


def _desk(connection: sqlite3.Connection) -> Iterator[str]:
    """Compare what the index should have of tags, notes, marks and what was read with what it has."""
    for article, terms in desk_index.wrong(connection):
        yield f"The search index {INDEX} has not {terms} of article {article}. {_MEND}"


def _days(connection: sqlite3.Connection) -> Iterator[str]:
    for (day,) in connection.execute(
        "SELECT id >> 16 FROM articles GROUP BY id >> 16"
        " HAVING count(*) IS NOT (SELECT articles FROM articles_days WHERE day = id >> 16)"
        " UNION SELECT day FROM articles_days WHERE articles"
        " AND NOT EXISTS (SELECT 1 FROM articles WHERE id >= day << 16 AND id < (day + 1) << 16)"
    ):
        yield f"articles_days does not count the articles of day {day} right. {_MEND}"


def _places(connection: sqlite3.Connection, table: str, words: str | None) -> Iterator[str]:
    wrong = f's."start" < 0 OR s."start" >= s."end" OR s."end" > length({_TEXT})'
    if words:
        wrong += f" OR {words} <> {_WORDS}"
    for article, number in connection.execute(
        f"SELECT s.article_id, s.number FROM {table} s JOIN articles a ON a.id = s.article_id"  # noqa: S608
        f' WHERE s."start" IS NOT NULL AND ({wrong})'
    ):
        yield f"{table} {number} of article {article} is not where it says."


def _notes(connection: sqlite3.Connection) -> Iterator[str]:
    for note, article in connection.execute(
        "SELECT s.id, s.article_key FROM annotations s JOIN articles a ON a.key = s.article_key"  # noqa: S608
        f' WHERE s."start" IS NOT NULL AND s.exact <> {_WORDS}'
    ):
        yield f"Note {note} on article {article} is not on its words."


def _originals(connection: sqlite3.Connection) -> Iterator[str]:
    for number, article, digest, *packed in connection.execute(
        "SELECT v.id, a.id, v.digest, v.original, coalesce(v.title, a.title), coalesce(v.body, a.body)"
        " FROM article_versions v JOIN articles a ON a.id = v.article_id"
    ):
        try:
            sound = hashlib.sha256(unpack(*packed).encode("utf-8", "surrogatepass")).hexdigest() == digest
        except ArchiveDamaged:
            sound = False
        if not sound:
            yield f"Version {number} of article {article} is not there as it came."
