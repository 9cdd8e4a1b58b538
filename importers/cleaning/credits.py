"""Who took the pictures, where the name alone stands under each: no signature, and captions above it."""

from __future__ import annotations

from collections import Counter
from typing import Final

from importers.cleaning import bylines
from importers.cleaning.lines import CAPTION_LIMIT, Line, LineKind

_OFTEN: Final = 3
"""Times from which on a name in a line of its own is no signature: those stand at the top and at the end."""


def mark(lines: list[Line]) -> None:
    """Mark names that come again and again as captions, and each line above one that tells of a picture."""
    named = [index for index, line in enumerate(lines) if line.kind is None and bylines.is_name(line.text)]
    times = Counter(lines[index].words for index in named)
    for index in named:
        if times[lines[index].words] < _OFTEN or index == 0:
            continue
        above = lines[index - 1]
        lines[index].be(LineKind.CAPTION, "name of who took the pictures")
        if above.kind is None and len(above.text) <= CAPTION_LIMIT and above.sentences <= 1:
            above.be(LineKind.CAPTION, "above the name of who took it")
