"""Taking articles in: what is new, what is known already, what has changed.

New articles of a batch are written by one statement: the triggers that keep the search indexes run inside it, and
FTS5 empties its buffers before every statement that has triggers, which would double the cost of an article.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from store import derived, indexing, placing, timeline
from store.blocks import blocks_as_text
from store.derived import Subject
from store.labels import KEY_LENGTH, lede, stored_path
from store.names import Names
from store.records import LINES, CleanArticle, ImportedArticle, Outcome
from store.timeline import FreeIds, Placing
from store.versions import pack

if TYPE_CHECKING:
    from store.archive import Archive

_STATEMENT_ROWS: Final = 256
_COLUMNS: Final = (
    *("id", "key", "imported", "title", "lede", "byline", "section", "published", "published_text", "digest"),
    *("boilerplate", "blocks", "body"),
)


def take_in(archive: Archive, batch: Sequence[ImportedArticle]) -> list[Outcome]:
    """Do what `store.articles.add_all` says.

    Within a batch the older days come first, since the search index takes ids in rising order dozens of times as
    fast.
    """
    placed = [timeline.placing(one.extraction, one.article.published) for one in batch]
    order = sorted(range(len(batch)), key=lambda number: placed[number].lowest_id)
    outcomes = [Outcome.UNCHANGED] * len(batch)
    with archive.transaction() as connection:
        intake = _Intake(archive, connection)
        for number in order:
            outcomes[number] = intake.add(batch[number], placed[number])
        intake.write_new()
    return outcomes


@dataclass(frozen=True, slots=True)
class _New:
    id: int
    imported: ImportedArticle
    placed: Placing


@dataclass(slots=True)
class _Intake:
    """One transaction of taking in. New articles wait in ``waiting`` until they are written together."""

    archive: Archive
    connection: sqlite3.Connection
    now: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))
    ids: FreeIds = field(init=False)
    names: Names = field(init=False)
    waiting: list[_New] = field(default_factory=list)
    waiting_names: set[str] = field(default_factory=set)  # digests and paths

    def __post_init__(self) -> None:
        self.ids = FreeIds(self.connection)
        self.names = Names(self.connection)

    def add(self, imported: ImportedArticle, placed: Placing) -> Outcome:
        path, digest = stored_path(imported.source.path), imported.source.digest
        if path in self.waiting_names or digest in self.waiting_names:
            self.write_new()
        here = self.connection.execute(
            "SELECT s.id, s.article_id, v.digest FROM sources s JOIN article_versions v ON v.id = s.version_id"
            " WHERE s.path = ?",
            (path,),
        ).fetchone()
        if here is not None and here[2] == digest:
            return Outcome.UNCHANGED
        known = self.connection.execute(
            "SELECT v.id, v.article_id, a.digest FROM article_versions v JOIN articles a ON a.id = v.article_id"
            " WHERE v.sha256 = ?",
            (bytes.fromhex(digest),),
        ).fetchone()
        if known is None and here is None:
            return self._wait(imported, placed)
        self.write_new()
        if known is not None and (here is None or here[1] != known[1] or known[2] == digest):
            version_id, article_id, _ = known
            outcome = Outcome.DUPLICATE
        elif known is None and self._is_another_article(here[0], here[1], imported):
            self.connection.execute("DELETE FROM sources WHERE id = ?", (here[0],))
            return self._wait(imported, placed)
        else:
            article_id = self._replace(here[1], imported, placed)
            version_id = known[0] if known else self._add_version(article_id, imported)
            outcome = Outcome.CHANGED
        self._set_source(here[0] if here else None, article_id, version_id, imported)
        return outcome

    def _wait(self, imported: ImportedArticle, placed: Placing) -> Outcome:
        self.waiting.append(_New(self.ids.take(placed), imported, placed))
        self.waiting_names |= {stored_path(imported.source.path), imported.source.digest}
        return Outcome.NEW

    def _is_another_article(self, source_id: int, article_id: int, imported: ImportedArticle) -> bool:
        """Say whether a path was overwritten with something else while another file still has the article.

        Then that must not vanish behind the other text. With a headline or a paragraph in common it is an edit.
        A line of a file is another article without more: lines move when one is put in above them.
        """
        new = imported.article
        title, body, elsewhere = self.connection.execute(
            "SELECT a.title, a.body, EXISTS (SELECT 1 FROM sources s JOIN article_versions v ON v.id = s.version_id"
            " WHERE s.article_id = a.id AND s.id <> ? AND v.digest = a.digest) FROM articles a WHERE a.id = ?",
            (source_id, article_id),
        ).fetchone()
        if not (elsewhere or imported.source.format == LINES) or (title and title == new.title):
            return False
        return set(body.split("\n\n")).isdisjoint(new.body.split("\n\n"))

    def write_new(self) -> None:
        """Write the new articles that wait, and all that belongs to them."""
        now = self.now.isoformat()
        for first in range(0, len(self.waiting), _STATEMENT_ROWS):
            rows = self.waiting[first : first + _STATEMENT_ROWS]
            values = ", ".join([f"({', '.join('?' * len(_COLUMNS))})"] * len(rows))
            self.connection.execute(
                f"INSERT INTO articles({', '.join(_COLUMNS)}) VALUES {values}",  # noqa: S608
                [value for new in rows for value in (new.id, _key(new), now, *_values(new.imported))],
            )
        for new in self.waiting:
            version_id = self._add_version(new.id, new.imported)
            self._set_source(None, new.id, version_id, new.imported)
            self._write_rows(new.id, _key(new), new.imported, new.placed)
        indexing.put_in(self.connection, (new.id for new in self.waiting))
        self.waiting.clear()
        self.waiting_names.clear()

    def _replace(self, article_id: int, imported: ImportedArticle, placed: Placing) -> int:
        """Put another version in the place of an article; give its id, which moves with its date."""
        unused = derived.clear(self.connection, article_id)
        self.connection.execute("DELETE FROM captions WHERE article_id = ?", (article_id,))
        new_id = article_id if timeline.in_place(article_id, placed) else self.ids.take(placed)
        changed = "id = ?, " + ", ".join(f"{column} = ?" for column in _COLUMNS[3:])
        (key,) = self.connection.execute(
            f"UPDATE articles SET {changed} WHERE id = ? RETURNING key",  # noqa: S608
            (new_id, *_values(imported), article_id),
        ).fetchone()
        self._write_rows(new_id, key, imported, placed)
        indexing.put_in(self.connection, [new_id])
        self.names.forget_unused(unused)
        placing.reanchor(self.archive, key)
        return new_id

    def _write_rows(self, article_id: int, key: str, imported: ImportedArticle, placed: Placing) -> None:
        article = imported.article
        self.connection.executemany(
            'INSERT INTO captions(article_id, number, text, credit, "start", "end", repeats)'
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(article_id, *row) for row in _captions(article)],
        )
        label = article.title or lede(article)
        subject = Subject(article_id, key, article.title, article.body, label)
        derived.write(self.names, subject, imported.extraction, placed)

    def _add_version(self, article_id: int, imported: ImportedArticle) -> int:
        original = pack(imported.original, imported.article.title, imported.article.body)
        row = self.connection.execute(
            "INSERT INTO article_versions(article_id, sha256, added_seconds, original) VALUES (?, ?, ?, ?)"
            " RETURNING id",
            (article_id, bytes.fromhex(imported.source.digest), int(self.now.timestamp()), original),
        ).fetchone()
        return int(row[0])

    def _set_source(
        self, source_id: int | None, article_id: int, version_id: int, imported: ImportedArticle
    ) -> None:
        source = imported.source
        values = (article_id, version_id, source.address, source.format, int(self.now.timestamp()))
        if source_id is None:
            self.connection.execute(
                "INSERT INTO sources(article_id, version_id, address, format, added_seconds, path)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (*values, stored_path(source.path)),
            )
        else:
            self.connection.execute(
                "UPDATE sources SET article_id = ?, version_id = ?, address = ?, format = ?, added_seconds = ?"
                " WHERE id = ?",
                (*values, source_id),
            )


def _captions(article: CleanArticle) -> Iterator[tuple[object, ...]]:
    """Give the rows of captions: their words only where neither the body has them nor a caption before."""
    first: dict[str, int] = {}
    for number, caption in enumerate(article.captions):
        span = caption.span
        known = span is not None and article.body[span.start : span.end] == caption.text
        repeats = None if known else first.get(caption.text)
        text = None if known or repeats is not None else caption.text
        first.setdefault(caption.text, number)
        yield number, text, caption.credit, span and span.start, span and span.end, repeats


def _key(new: _New) -> str:
    return new.imported.source.digest[:KEY_LENGTH]


def _values(imported: ImportedArticle) -> tuple[object, ...]:
    article = imported.article
    return (
        article.title or None,
        None if article.title else lede(article),
        article.byline,
        article.section,
        article.published,
        article.published_text,
        imported.source.digest,
        json.dumps(article.boilerplate, ensure_ascii=False, separators=(",", ":")),
        blocks_as_text(article.blocks, article.body),
        article.body,
    )
