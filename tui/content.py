"""The only place where text becomes something that Textual draws.

Textual reads markup in most of what it is handed as `str`, and hands control characters on from every widget.
Here text passes `store.text` and becomes `Content` with literal characters; `tools/check_door.py` forbids the
other ways.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.strip import Strip

from store.text import clean, one_line
from tui.widgets.wrapping import TAB

if TYPE_CHECKING:
    from textual.style import Style

_FLAT: Final = str.maketrans({"\t": TAB, "\n": " "})


def content(text: str, style: str | Style = "") -> Content:
    """Make literal content of text of any origin; line breaks stay."""
    return Content.styled(clean(text), style) if style else Content(clean(text))


def line(text: str, style: str | Style = "", limit: int | None = None) -> Content:
    """Make literal content of one line, white space folded, cut after ``limit`` code points."""
    return Content.styled(one_line(text, limit), style) if style else Content(one_line(text, limit))


def join(*parts: Content) -> Content:
    """Put pieces of content one after the other."""
    return Content("").join(parts)


def strip(parts: Iterable[tuple[str, RichStyle]], width: int, fill: RichStyle) -> Strip:
    """Draw one line of exactly ``width`` cells: each part cleaned and in its style, the rest filled."""
    segments = [Segment(clean(text).translate(_FLAT), style) for text, style in parts if text]
    return Strip(segments).adjust_cell_length(width, fill)
