"""Taking articles in: what is new, what is known already, what has changed.

What is written of an article is worked out before (`store.preparing`). New articles of a batch are written
together, table by table, the search index last: FTS5 empties its buffers before a statement that has triggers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from store import derived, indexing, placing, timeline
from store.derived import Subject, Writer, insertion
from store.names import Names
from store.preparing import ARTICLE, Prepared
from store.records import LINES, Outcome
from store.timeline import FreeIds

if TYPE_CHECKING:
    import sqlite3

    from store.archive import Archive

_ASKED: Final = 500
"""Paths and digests that are asked for at once; some builds of SQLite take no more than 999."""

_LOG: Final = 8000
_USUAL_LOG: Final = 1000
"""Pages that the log holds before they are copied: while many articles come, and SQLite's own number."""

_ARTICLE: Final = insertion("articles", ("id", "key", "imported", *ARTICLE))
_CHANGED: Final = "id = ?, " + ", ".join(f"{column} = ?" for column in ARTICLE)
_CAPTION: Final = insertion("captions", ("article_id", "number", "text", "credit", '"start"', '"end"', "repeats"))
_VERSION: Final = insertion("article_versions", ("id", "article_id", "sha256", "added_seconds", "original"))
_SOURCE: Final = insertion("sources", ("article_id", "version_id", "address", "format", "added_seconds", "path"))


def take_in(archive: Archive, batch: Sequence[Prepared]) -> list[Outcome]:
    """Do what `store.articles.add_prepared` says.

    Within a batch the older days come first, since the search index takes ids in rising order dozens of times as
    fast.
    """
    order = sorted(range(len(batch)), key=lambda number: batch[number].placed.lowest_id)
    outcomes = [Outcome.UNCHANGED] * len(batch)
    with archive.transaction() as connection:
        intake = _Intake(archive, connection, _known(connection, batch))
        for number in order:
            outcomes[number] = intake.add(batch[number])
        intake.write_new()
    return outcomes


@contextmanager
def many(archive: Archive) -> Iterator[None]:
    """Have what is written inside copied from the log into the file of the archive seldom: a batch is more than the
    log holds as a rule, and pages of the index are written by every batch.
    """
    archive.connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG}")
    try:
        yield
    finally:
        archive.connection.execute(f"PRAGMA wal_autocheckpoint = {_USUAL_LOG}")


def _known(connection: sqlite3.Connection, batch: Sequence[Prepared]) -> set[str]:
    """Give those paths and digests of a batch that are in the archive."""
    found: set[str] = set()
    for first in range(0, len(batch), _ASKED):
        some = batch[first : first + _ASKED]
        for table, column, shown, values in (
            ("sources", "path", "path", [one.path for one in some]),
            ("article_versions", "sha256", "digest", [bytes.fromhex(one.digest) for one in some]),
        ):
            places = ", ".join("?" * len(values))
            asked = f"SELECT {shown} FROM {table} WHERE {column} IN ({places})"  # noqa: S608
            found.update(name for (name,) in connection.execute(asked, values))
    return found


@dataclass(slots=True)
class _Intake:
    """One transaction of taking in. New articles wait in ``waiting`` until they are written together.

    ``known`` are paths and digests that were in the archive before or came since: what has none of them is new.
    """

    archive: Archive
    connection: sqlite3.Connection
    known: set[str]
    now: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))
    ids: FreeIds = field(init=False)
    names: Names = field(init=False)
    derived: Writer = field(init=False)
    versions: int = field(init=False)
    waiting: list[tuple[int, Prepared]] = field(default_factory=list)
    waiting_names: set[str] = field(default_factory=set)  # digests and paths

    def __post_init__(self) -> None:
        self.ids = FreeIds(self.connection)
        self.names = Names(self.connection)
        self.derived = Writer(self.names)
        (self.versions,) = self.connection.execute("SELECT coalesce(max(id), 0) FROM article_versions").fetchone()

    def add(self, one: Prepared) -> Outcome:
        if one.path not in self.known and one.digest not in self.known:
            return self._wait(one)
        if one.path in self.waiting_names or one.digest in self.waiting_names:
            self.write_new()
        here = self.connection.execute(
            "SELECT s.id, s.article_id, v.digest FROM sources s JOIN article_versions v ON v.id = s.version_id"
            " WHERE s.path = ?",
            (one.path,),
        ).fetchone()
        if here is not None and here[2] == one.digest:
            return Outcome.UNCHANGED
        known = self.connection.execute(
            "SELECT v.id, v.article_id, a.digest FROM article_versions v JOIN articles a ON a.id = v.article_id"
            " WHERE v.sha256 = ?",
            (bytes.fromhex(one.digest),),
        ).fetchone()
        if known is None and here is None:
            return self._wait(one)
        self.write_new()
        if known is not None and (here is None or here[1] != known[1] or known[2] == one.digest):
            version_id, article_id, _ = known
            outcome = Outcome.DUPLICATE
        elif known is None and self._is_another_article(here[0], here[1], one):
            self.connection.execute("DELETE FROM sources WHERE id = ?", (here[0],))
            return self._wait(one)
        else:
            article_id = self._replace(here[1], one)
            version_id = known[0] if known else self._add_version(article_id, one)
            outcome = Outcome.CHANGED
        self._set_source(here[0] if here else None, article_id, version_id, one)
        return outcome

    def _wait(self, one: Prepared) -> Outcome:
        self.waiting.append((self.ids.take(one.placed), one))
        self.known |= {one.path, one.digest}
        self.waiting_names |= {one.path, one.digest}
        return Outcome.NEW

    def _is_another_article(self, source_id: int, article_id: int, new: Prepared) -> bool:
        """Say whether a path was overwritten with something else while another file still has the article.

        Then that must not vanish behind the other text. With a headline or a paragraph in common it is an edit.
        A line of a file is another article without more: lines move when one is put in above them.
        """
        title, body, elsewhere = self.connection.execute(
            "SELECT a.title, a.body, EXISTS (SELECT 1 FROM sources s JOIN article_versions v ON v.id = s.version_id"
            " WHERE s.article_id = a.id AND s.id <> ? AND v.digest = a.digest) FROM articles a WHERE a.id = ?",
            (source_id, article_id),
        ).fetchone()
        if not (elsewhere or new.format == LINES) or (title and title == new.title):
            return False
        return set(body.split("\n\n")).isdisjoint(new.body.split("\n\n"))

    def write_new(self) -> None:
        """Write the new articles that wait, and all that belongs to them."""
        now, seconds, first = self.now.isoformat(), int(self.now.timestamp()), self.versions + 1
        new = [(number, article, one) for number, (article, one) in enumerate(self.waiting, first)]
        self.versions += len(new)
        write = self.connection.executemany
        write(_ARTICLE, [(article, one.key, now, *one.article) for _, article, one in new])
        write(_VERSION, [(n, article, bytes.fromhex(one.digest), seconds, one.original) for n, article, one in new])
        write(_SOURCE, [(article, n, one.address, one.format, seconds, one.path) for n, article, one in new])
        entries = {}
        for _, article, one in new:
            if self._write_rows(article, one.key, one):
                entries[article] = one.terms
        self.derived.flush()
        indexing.put_in(self.connection, [article for _, article, _ in new], entries)
        self.waiting.clear()
        self.waiting_names.clear()

    def _replace(self, article_id: int, one: Prepared) -> int:
        """Put another version in the place of an article; give its id, which moves with its date."""
        unused = derived.clear(self.connection, article_id)
        self.connection.execute("DELETE FROM captions WHERE article_id = ?", (article_id,))
        new_id = article_id if timeline.in_place(article_id, one.placed) else self.ids.take(one.placed)
        (key,) = self.connection.execute(
            f"UPDATE articles SET {_CHANGED} WHERE id = ? RETURNING key",  # noqa: S608
            (new_id, *one.article, article_id),
        ).fetchone()
        alike = self._write_rows(new_id, key, one)
        self.derived.flush()
        indexing.put_in(self.connection, [new_id], {new_id: one.terms} if alike else {})
        self.names.forget_unused(unused)
        placing.reanchor(self.archive, key)
        return new_id

    def _write_rows(self, article: int, key: str, one: Prepared) -> bool:
        """Write captions and, at the next flush, what was derived; say what `Writer.write` says."""
        if one.captions:
            self.connection.executemany(_CAPTION, [(article, *row) for row in one.captions])
        return self.derived.write(Subject(article, key, one.label), one.findings, one.placed)

    def _add_version(self, article: int, one: Prepared) -> int:
        self.versions += 1
        values = (self.versions, article, bytes.fromhex(one.digest), int(self.now.timestamp()), one.original)
        self.connection.execute(_VERSION, values)
        return self.versions

    def _set_source(self, source_id: int | None, article_id: int, version_id: int, one: Prepared) -> None:
        values = (article_id, version_id, one.address, one.format, int(self.now.timestamp()), one.path)
        if source_id is None:
            self.connection.execute(_SOURCE, values)
        else:
            self.connection.execute(
                "UPDATE sources SET article_id = ?, version_id = ?, address = ?, format = ?, added_seconds = ?,"
                " path = ? WHERE id = ?",
                (*values, source_id),
            )
