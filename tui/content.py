"""The only place where text becomes something that Textual draws.

Textual reads markup in most of what it is handed as `str`, and hands control characters on from every widget.
Here text passes `store.text` and becomes `Content` with literal characters; `tools/check_door.py` forbids the
other ways.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from store.text import clean, one_line

if TYPE_CHECKING:
    from textual.style import Style


def content(text: str, style: str | Style = "") -> Content:
    """Make literal content of text of any origin; line breaks stay."""
    return Content.styled(clean(text), style) if style else Content(clean(text))


def line(text: str, style: str | Style = "", limit: int | None = None) -> Content:
    """Make literal content of one line, white space folded, cut after ``limit`` code points."""
    return Content.styled(one_line(text, limit), style) if style else Content(one_line(text, limit))


def join(*parts: Content) -> Content:
    """Put pieces of content one after the other."""
    return Content("").join(parts)
