"""What must hold of every article that was read, whatever its text: the promises of `store.records`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from importers.record import as_record
from store.records import BlockKind, CleanArticle, ImportedArticle, Part, Person, Span

_DATE: Final = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?)?")
_EDTF: Final = re.compile(rf"{_DATE.pattern}(?:/{_DATE.pattern})?")


def faults(imported: ImportedArticle) -> list[str]:
    """Say which promises an article breaks: an empty span, one outside its part, words that do not stand there.

    Empty for a sound one. Linear in the length of the text.
    """
    article, extraction = imported.article, imported.extraction
    spans = _Spans({Part.TITLE: article.title or "", Part.BODY: article.body})
    found = [*_of_body(article, spans)]
    for person in extraction.people:
        found += _of_person(person, spans)
    for document in extraction.documents:
        if not document.wordings or not all(wording.strip() for wording in document.wordings):
            found.append("document without wording")
        for span in document.spans:
            found += spans.fault("document", span, *document.wordings)
    for meeting in extraction.meetings:
        found += spans.fault("meeting", meeting.span)
        for date in (meeting.date, meeting.inferred_date):
            if date is not None and _EDTF.fullmatch(date) is None:
                found.append(f"date {date!r} is not EDTF")
        for one in meeting.attendances:
            found += spans.fault("attendance", one.span)
            if not one.name.strip():
                found.append("attendance without a name")
    for mention in extraction.mentions:
        found += spans.fault(f"mention of a {mention.kind.value}", mention.span)
    try:
        json.dumps(as_record(imported), ensure_ascii=False).encode("utf-8")
    except (TypeError, ValueError) as error:
        found.append(f"record cannot be written: {error}")
    return found


class _Spans:
    """The two parts of an article that spans lie in."""

    def __init__(self, parts: dict[Part, str]) -> None:
        self._parts = parts

    def fault(self, what: str, span: Span | None, *wordings: str) -> Iterator[str]:
        """Say what is wrong with a span; of ``wordings`` one must stand there (case apart: it makes no other)."""
        if span is None:
            return
        text = self._parts[span.part]
        if not 0 <= span.start < span.end <= len(text):
            yield f"{what}: span {span.start}-{span.end} in a {span.part.value} of {len(text)}"
        elif not text[span.start : span.end].strip():
            yield f"{what}: span {span.start}-{span.end} of blanks"
        elif wordings and text[span.start : span.end].lower() not in {wording.lower() for wording in wordings}:
            yield f"{what}: {wordings!r} is not what stands there, {text[span.start : span.end]!r}"


def _of_body(article: CleanArticle, spans: _Spans) -> Iterator[str]:
    blocks = article.blocks
    if "\n\n".join(article.body[block.start : block.end] for block in blocks) != article.body:
        yield "the blocks are not the body"
    for block in blocks:
        yield from spans.fault(block.kind.value, Span(block.start, block.end))
    places = {(block.start, block.end) for block in blocks if block.kind is BlockKind.CAPTION}
    for caption in article.captions:
        yield from spans.fault("caption", caption.span)
        if caption.span is not None and (caption.span.start, caption.span.end) not in places:
            yield "a caption is no block"
    if article.published is not None and _EDTF.fullmatch(article.published) is None:
        yield f"published {article.published!r} is not EDTF"
    for name in ("title", "byline", "section", "published_text"):
        value = getattr(article, name)
        if value is not None and not value.strip():
            yield f"{name} is blank"


def _of_person(person: Person, spans: _Spans) -> Iterator[str]:
    if not person.name.strip():
        yield "person without a name"
    for office in person.offices:
        yield from spans.fault("position", office.span, office.wording)
    for mention in person.mentions:
        yield from spans.fault(f"mention by a {mention.kind.value}", mention.span)
    if not all(rank.strip() for rank in person.ranks):
        yield "rank without words"
