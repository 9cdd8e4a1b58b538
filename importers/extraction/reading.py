"""The text that extraction reads: headline and body as one, with the blocks it falls into."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from store.records import BlockKind, CleanArticle, Part, Span


class RegionKind(StrEnum):
    """What a region of the reading is: the headline, or a kind of block of the body."""

    TITLE = "title"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    CROSSHEAD = "crosshead"


_KINDS = {
    BlockKind.PARAGRAPH: RegionKind.PARAGRAPH,
    BlockKind.CAPTION: RegionKind.CAPTION,
    BlockKind.CROSSHEAD: RegionKind.CROSSHEAD,
}


@dataclass(frozen=True, slots=True)
class Region:
    """The headline or one block, ``text[start:end]`` of the reading."""

    kind: RegionKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """Headline and body as one text: ``title + "\\n\\n" + body``, or the body alone where there is no headline.

    ``body_offset`` is where the body begins. ``regions`` are in order and do not overlap; positions are code
    points of ``text``.
    """

    text: str
    body_offset: int
    regions: tuple[Region, ...]

    def span(self, start: int, end: int) -> Span:
        """Turn a run of the reading, that lies in one part, into a span of that part."""
        if start >= self.body_offset:
            return Span(start - self.body_offset, end - self.body_offset, Part.BODY)
        return Span(start, end, Part.TITLE)


def read(article: CleanArticle) -> Reading:
    """Join the headline and the body of an article into one reading."""
    title = article.title or ""
    head = f"{title}\n\n" if title else ""
    offset = len(head)
    regions = [Region(RegionKind.TITLE, 0, len(title))] if title else []
    regions += [Region(_KINDS[b.kind], b.start + offset, b.end + offset) for b in article.blocks if b.start < b.end]
    return Reading(head + article.body, offset, tuple(regions))
