"""The whole way of one article, from bytes to what the store takes: decode, clean, extract."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from importers.cleaning import clean_article
from importers.decoding import decode
from importers.extraction import extract
from importers.readers import text
from store.records import ImportedArticle, SourceFile


def read_article(data: bytes, path: str) -> ImportedArticle:
    """Make an article of the bytes of one file: a pure function of the bytes, ``path`` is only carried along.

    Raises:
        ImportProblem: the bytes are no article (see `importers.decoding.decode`).
    """
    original = decode(data)
    article = clean_article(original)
    digest = hashlib.sha256(original.encode("utf-8")).hexdigest()
    source = SourceFile(path=_storable(path), format="text", digest=digest)
    return ImportedArticle(source, original, article, extract(article))


def read_file(path: Path) -> ImportedArticle:
    """Read one file and make an article of it; its source has the absolute path.

    Raises:
        ImportProblem: the file cannot be read, or is no article.
    """
    return read_article(text.read(path), os.path.abspath(path))  # noqa: PTH100 - links stay as the user named them


def _storable(path: str) -> str:
    """A path of bytes that are no UTF-8 cannot be stored as it is; the bad bytes become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
