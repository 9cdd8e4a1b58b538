"""Articles in the archive: taking them in, finding and reading them."""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from store import derived, names, timeline
from store.article_view import read
from store.derived import Subject
from store.errors import NotFound
from store.records import BlockKind, CleanArticle, ImportedArticle, Outcome
from store.text import one_line
from store.timeline import Placing

if TYPE_CHECKING:
    from store.archive import Archive

KEY_LENGTH: Final = 24
"""Hex digits of an article's key: the beginning of the digest of its first version."""

_LEDE_LIMIT: Final = 200
_SENTENCE_END: Final = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[\d)”\"%]))[.!?…]+[”\")]*\s+(?=[^\W\d_]|[“\"(\d])")


def add(archive: Archive, imported: ImportedArticle) -> Outcome:
    """Take one article in; see `add_all`."""
    return add_all(archive, [imported])[0]


def add_all(archive: Archive, batch: Sequence[ImportedArticle]) -> list[Outcome]:
    """Take articles in, all or none, and say of each in its place what became of it.

    What is there already is left alone: nothing at all is written for it. Within a batch the older days come
    first, since the search index takes ids in rising order dozens of times as fast.
    """
    order = sorted(
        (timeline.first_id(timeline.placing(one.extraction, one.article.published).first), number)
        for number, one in enumerate(batch)
    )
    outcomes = dict.fromkeys(range(len(batch)), Outcome.UNCHANGED)
    with archive.transaction() as connection:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        for _, number in order:
            outcomes[number] = _add(connection, batch[number], now)
    return list(outcomes.values())


def _add(connection: sqlite3.Connection, imported: ImportedArticle, now: str) -> Outcome:
    source = imported.source
    path = _path(source.path)
    here = connection.execute(
        "SELECT s.id, s.article_id, v.digest FROM sources s JOIN article_versions v ON v.id = s.version_id"
        " WHERE s.path = ?",
        (path,),
    ).fetchone()
    if here is not None and here[2] == source.digest:
        return Outcome.UNCHANGED
    known = connection.execute(
        "SELECT v.id, v.article_id, a.digest FROM article_versions v JOIN articles a ON a.id = v.article_id"
        " WHERE v.digest = ?",
        (source.digest,),
    ).fetchone()
    if known is None and here is None:
        article_id = _insert(connection, imported, now)
        _add_source(connection, article_id, _add_version(connection, article_id, imported, now), imported, now)
        return Outcome.NEW
    if known is not None and (here is None or here[1] != known[1] or known[2] == source.digest):
        version_id, article_id, _ = known
        outcome = Outcome.DUPLICATE
    else:
        article_id = _replace(connection, here[1], imported)
        version_id = known[0] if known else _add_version(connection, article_id, imported, now)
        outcome = Outcome.CHANGED
    if here is None:
        _add_source(connection, article_id, version_id, imported, now)
    else:
        connection.execute(
            "UPDATE sources SET article_id = ?, version_id = ?, address = ?, format = ?, added = ? WHERE id = ?",
            (article_id, version_id, source.address, source.format, now, here[0]),
        )
    return outcome


def _insert(connection: sqlite3.Connection, imported: ImportedArticle, now: str) -> int:
    placed = timeline.placing(imported.extraction, imported.article.published)
    article_id = timeline.free_id(connection, placed.first)
    key = imported.source.digest[:KEY_LENGTH]
    connection.execute(
        "INSERT INTO articles(id, key, imported, title, byline, section, published, published_text, digest,"
        " boilerplate, blocks, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (article_id, key, now, *_columns(imported.article, imported.source.digest)),
    )
    _write_rows(connection, article_id, key, imported, placed)
    return article_id


def _replace(connection: sqlite3.Connection, article_id: int, imported: ImportedArticle) -> int:
    """Put another version in the place of an article, user rows untouched; give its id: it moves with the date."""
    unused = derived.clear(connection, article_id)
    connection.execute("DELETE FROM captions WHERE article_id = ?", (article_id,))
    placed = timeline.placing(imported.extraction, imported.article.published)
    new_id = article_id
    if not timeline.in_place(article_id, placed.first):
        new_id = timeline.free_id(connection, placed.first)
    (key,) = connection.execute(
        "UPDATE articles SET id = ?, title = ?, byline = ?, section = ?, published = ?, published_text = ?,"
        " digest = ?, boilerplate = ?, blocks = ?, body = ? WHERE id = ? RETURNING key",
        (new_id, *_columns(imported.article, imported.source.digest), article_id),
    ).fetchone()
    _write_rows(connection, new_id, key, imported, placed)
    names.forget_unused(connection, unused)
    return new_id


def _columns(article: CleanArticle, digest: str) -> tuple[object, ...]:
    return (
        article.title,
        article.byline,
        article.section,
        article.published,
        article.published_text,
        digest,
        json.dumps(article.boilerplate, ensure_ascii=False, separators=(",", ":")),
        json.dumps([(b.kind, b.start, b.end) for b in article.blocks], separators=(",", ":")),
        article.body,
    )


def _write_rows(
    connection: sqlite3.Connection, article_id: int, key: str, imported: ImportedArticle, placed: Placing
) -> None:
    article = imported.article
    connection.executemany(
        'INSERT INTO captions(article_id, number, text, credit, "start", "end") VALUES (?, ?, ?, ?, ?, ?)',
        [
            (article_id, n, c.text, c.credit, c.span.start if c.span else None, c.span.end if c.span else None)
            for n, c in enumerate(article.captions)
        ],
    )
    label = one_line(article.title) if article.title else lede(article)
    subject = Subject(article_id, key, article.title, article.body, label, not article.title)
    derived.write(connection, subject, imported.extraction, placed)


def _add_version(connection: sqlite3.Connection, article_id: int, imported: ImportedArticle, now: str) -> int:
    original = zlib.compress(imported.original.encode("utf-8", "surrogatepass"), 6)
    row = connection.execute(
        "INSERT INTO article_versions(article_id, digest, added, original) VALUES (?, ?, ?, ?) RETURNING id",
        (article_id, imported.source.digest, now, original),
    ).fetchone()
    return int(row[0])


def _add_source(
    connection: sqlite3.Connection, article_id: int, version_id: int, imported: ImportedArticle, now: str
) -> None:
    source = imported.source
    connection.execute(
        "INSERT INTO sources(article_id, version_id, path, address, format, added) VALUES (?, ?, ?, ?, ?, ?)",
        (article_id, version_id, _path(source.path), source.address, source.format, now),
    )


def _path(path: str) -> str:
    """Give a path as the archive keeps it: bytes that are no UTF-8 are written out, everything else stays."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def lede(article: CleanArticle) -> str:
    """Give the first sentence of the first paragraph, for an article that has no headline."""
    texts = [article.body[b.start : b.end] for b in article.blocks if b.kind is BlockKind.PARAGRAPH]
    text = one_line(texts[0] if texts else article.body)
    end = _SENTENCE_END.search(text)
    return one_line(text[: end.start() + 1] if end else text, _LEDE_LIMIT)


def find(archive: Archive, reference: str) -> int:
    """Give the id of the article that is meant by its id, its key (or the beginning of one) or its path.

    Raises:
        NotFound: there is none, or the beginning of a key fits several.
    """
    shown = one_line(reference, 80)
    rows = archive.rows("SELECT article_id FROM sources WHERE path = ?", (_path(reference),))
    if not rows and re.fullmatch(r"[0-9]{1,18}", reference):
        rows = archive.rows("SELECT id FROM articles WHERE id = ?", (int(reference),))
    if not rows and re.fullmatch(r"[0-9a-f]{4,64}", reference):
        start = reference[:KEY_LENGTH]
        rows = archive.rows("SELECT id FROM articles WHERE key >= ? AND key < ? LIMIT 2", (start, start + "g"))
        if len(rows) > 1:
            raise NotFound(f"{shown} is the beginning of several keys.", "Give more of it.")
    if not rows:
        raise NotFound(f"There is no article {shown}.", "Name it by its key, its id or the path of its file.")
    return int(rows[0][0])


def id_of(archive: Archive, key: str) -> int | None:
    """Give the present id of the article with this key."""
    rows = archive.rows("SELECT id FROM articles WHERE key = ?", (key,))
    return rows[0][0] if rows else None


def ids_of(archive: Archive, keys: Iterable[str]) -> dict[str, int]:
    """Give the present ids of articles by key; keys of none are left out."""
    rows = archive.rows(
        "SELECT key, id FROM articles WHERE key IN (SELECT value FROM json_each(?))", (json.dumps(list(keys)),)
    )
    return dict(rows)


def key_of(archive: Archive, article_id: int) -> str:
    """Give the key of the article with this id.

    Raises:
        NotFound: there is none.
    """
    rows = archive.rows("SELECT key FROM articles WHERE id = ?", (article_id,))
    if not rows:
        raise NotFound(f"There is no article {article_id}.")
    return str(rows[0][0])


def original(archive: Archive, article_id: int) -> str:
    """Give the present version of an article as it came, before any cleaning but of line ends and encoding.

    Raises:
        NotFound: there is no such article.
    """
    rows = archive.rows(
        "SELECT v.original FROM articles a JOIN article_versions v ON v.digest = a.digest WHERE a.id = ?",
        (article_id,),
    )
    if not rows:
        raise NotFound(f"There is no article {article_id}.")
    return zlib.decompress(rows[0][0]).decode("utf-8", "surrogatepass")


def count(archive: Archive) -> int:
    """Give the number of articles."""
    return int(archive.rows("SELECT count(*) FROM timeline")[0][0])


__all__ = [
    "add",
    "add_all",
    "count",
    "find",
    "id_of",
    "ids_of",
    "key_of",
    "lede",
    "original",
    "read",
]
