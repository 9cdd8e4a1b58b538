"""What articles and their files are called: keys, paths as they are kept, first sentences in place of headlines."""

from __future__ import annotations

import re
from typing import Final

from store.records import BlockKind, CleanArticle
from store.text import one_line

KEY_LENGTH: Final = 24
"""Hex digits of an article's key: the beginning of the digest of its first version."""

_LEDE_LIMIT: Final = 200

# Compiled when it is asked for: starting the reader takes a key and a path at most.
_SENTENCE_END: Final = r"(?:(?<=[^\W\d_]{3})|(?<=[\d)”\"%]))[.!?…]+[”\")]*\s+(?=[^\W\d_]|[“\"(\d])"


def stored_path(path: str) -> str:
    """Give a path as the archive keeps it: bytes that are no UTF-8 are written out, everything else stays."""
    try:
        stored = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a character in a name of Windows
        stored = path.encode("utf-8", "surrogatepass")
    return stored.decode("utf-8", "backslashreplace")


def lede(article: CleanArticle) -> str:
    """Give the first sentence of the first paragraph, for an article that has no headline."""
    texts = [article.body[b.start : b.end] for b in article.blocks if b.kind is BlockKind.PARAGRAPH]
    text = one_line(texts[0] if texts else article.body)
    end = re.search(_SENTENCE_END, text)
    return one_line(text[: end.start() + 1] if end else text, _LEDE_LIMIT)
