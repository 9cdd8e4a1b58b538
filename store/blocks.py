"""The blocks of a body, as the archive keeps them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from store.records import Block, BlockKind

_SEPARATOR: Final = "\n\n"


def blocks_as_text(blocks: Sequence[Block], body: str) -> str:
    """Write blocks as JSON: where they are what stands between blank lines, only the kinds of those that are no
    paragraphs, by their number; else all of them as ``[kind, start, end]``.
    """
    if [(block.start, block.end) for block in blocks] != _between_blank_lines(body):
        return json.dumps([(b.kind, b.start, b.end) for b in blocks], separators=(",", ":"))
    kinds = {n: block.kind for n, block in enumerate(blocks) if block.kind is not BlockKind.PARAGRAPH}
    return json.dumps(kinds, separators=(",", ":"))


def blocks_from(text: str, body: str) -> tuple[Block, ...]:
    """Read what `blocks_as_text` wrote of this body."""
    known = json.loads(text)
    if isinstance(known, list):
        return tuple(Block(BlockKind(kind), start, end) for kind, start, end in known)
    return tuple(
        Block(BlockKind(known.get(str(n), BlockKind.PARAGRAPH)), start, end)
        for n, (start, end) in enumerate(_between_blank_lines(body))
    )


def _between_blank_lines(body: str) -> list[tuple[int, int]]:
    places = []
    at = 0
    for part in body.split(_SEPARATOR) if body else ():
        places.append((at, at + len(part)))
        at += len(part) + len(_SEPARATOR)
    return places
