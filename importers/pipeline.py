"""The whole way of one article, from bytes to what the store takes: decode, clean, extract."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from importers.cleaning import clean_article
from importers.decoding import decode, settle
from importers.extraction import extract
from importers.problems import ImportProblem
from importers.readers import jsonl, text
from importers.readers.fields import read_fields
from store.records import LINES, CleanArticle, ImportedArticle, SourceFile


@dataclass(frozen=True, slots=True)
class Item:
    """One article that is to be read: a file, or a line of one.

    ``file`` is the absolute path, ``line`` counts from 1 and is 0 for a whole file, ``data`` are the bytes of the
    line. ``position`` says how many bytes of the file are read when this is. ``problem`` is why there is nothing
    to read.
    """

    file: str
    line: int = 0
    data: bytes = b""
    position: int = 0
    problem: ImportProblem | None = None

    @property
    def path(self) -> str:
        """What to call it to people: the file and the line."""
        return f"{self.file}:{self.line}" if self.line else self.file


def items(path: Path) -> Iterator[Item]:
    """Give what is to be read of one file, line by line where it has an article a line; raises nothing."""
    file = os.path.abspath(path)  # noqa: PTH100 - links stay as the user named them
    if not is_lines(file):
        yield Item(file, position=_size(file))
        return
    try:
        for line in jsonl.read(Path(file)):
            yield Item(file, line.number, line.data, line.position, line.problem)
    except ImportProblem as problem:
        yield Item(file, position=_size(file), problem=problem)


def is_lines(path: str) -> bool:
    """Say whether a file has an article a line, by its name."""
    return path.lower().endswith(jsonl.SUFFIXES)


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):
        return 0


def read_item(item: Item) -> ImportedArticle:
    """Make an article of what `items` gave.

    Raises:
        ImportProblem: it cannot be read, or is no article.
    """
    if item.problem is not None:
        raise item.problem
    return read_line(item) if item.line else read_file(Path(item.file))


def read_with_text(item: Item) -> tuple[ImportedArticle, str, str | None]:
    """Do what `read_item` does; give with it the text that was looked at and the headline that came beside it.

    Raises:
        ImportProblem: it cannot be read, or is no article.
    """
    imported = read_item(item)
    if not item.line:
        return imported, imported.original, None
    given = read_fields(item.data)
    return imported, settle(given.text), given.title


def read_article(data: bytes, path: str) -> ImportedArticle:
    """Make an article of the bytes of one file: a pure function of the bytes, ``path`` is only carried along.

    Raises:
        ImportProblem: the bytes are no article (see `importers.decoding.decode`).
    """
    original = decode(data)
    return _imported(SourceFile(path, "text", ""), original, clean_article(original))


def read_line(item: Item) -> ImportedArticle:
    """Make an article of one line of JSON. What its fields say is trusted over what the text looks like.

    Its source is called by what the record calls itself, so that it is known again wherever in the file it stands:
    ``file#id``, or else ``file#address``, or else by its line, ``file:line``.

    Raises:
        ImportProblem: the line is no JSON object with a text (see `importers.readers.fields`).
    """
    given = read_fields(item.data)
    given = replace(given, text=settle(given.text))
    found = clean_article(given.text, given.title)
    article = replace(
        found,
        byline=given.byline or found.byline,
        section=given.section or found.section,
        published=given.day or found.published,
        published_text=given.published or found.published_text,
    )
    name = given.name or given.address
    path = f"{item.file}#{name}" if name else item.path
    return _imported(SourceFile(path, LINES, "", given.address), given.original, article)


def read_file(path: Path) -> ImportedArticle:
    """Read one file and make an article of it; its source has the absolute path.

    Raises:
        ImportProblem: the file cannot be read, or is no article.
    """
    return read_article(text.read(path), os.path.abspath(path))  # noqa: PTH100 - links stay as the user named them


def _imported(source: SourceFile, original: str, article: CleanArticle) -> ImportedArticle:
    digest = hashlib.sha256(original.encode("utf-8")).hexdigest()
    source = replace(source, path=_storable(source.path), digest=digest)
    return ImportedArticle(source, original, article, extract(article))


def _storable(path: str) -> str:
    """A path of bytes that are no UTF-8 cannot be stored as it is; the bad bytes become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
