"""Writing articles out, each format a module of its own; `FORMATS` is where a format is added."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from store.exporters import markdown
from store.records import ArticleView


@dataclass(frozen=True, slots=True)
class Format:
    """A format of export: how one article is written, and how several are in one file."""

    name: str
    extension: str
    one: Callable[[ArticleView], str]
    many: Callable[[Sequence[ArticleView]], str]


FORMATS: Final[Mapping[str, Format]] = {
    known.name: known for known in (Format("markdown", ".md", markdown.render, markdown.render_all),)
}
"""All formats by name."""
