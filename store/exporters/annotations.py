"""Notes and tags as W3C Web Annotations (JSON-LD, Recommendation of 2017).

An article is named by its address on the web, or by a name made from its key. Positions count code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from store.exporters.facts import address, listed, urn, written
from store.records import ArticleView, Note, Part
from store.text import clean

_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_MOTIVATIONS: Final = {"quote": "highlighting", "question": "questioning", "check": "assessing"}
_COMMENT: Final = "commenting"


def render(views: Iterable[ArticleView]) -> Iterator[str]:
    """Write a page with an annotation for each note and each tag of the articles."""
    items = (annotation for view in views for annotation in _annotations(view))
    return listed(items, f'{{"@context": {written(_CONTEXT)}, "type": "AnnotationPage", "items": [', "]}")


def _annotations(view: ArticleView) -> Iterator[dict[str, Any]]:
    for note in view.notes:
        yield _note(view, note)
    for tag in view.tags:
        yield {
            "id": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{urn(view)}/{tag.name}')}",
            "type": "Annotation",
            "motivation": "tagging",
            "body": {"type": "TextualBody", "purpose": "tagging", "value": clean(tag.name), "format": "text/plain"},
            "target": _target(view, None),
        }


def _note(view: ArticleView, note: Note) -> dict[str, Any]:
    motivation = _MOTIVATIONS.get(note.kind, _COMMENT)
    found: dict[str, Any] = {
        "id": f"urn:uuid:{_uuid(note.id)}",
        "type": "Annotation",
        "motivation": motivation,
        "created": note.created,
        "modified": note.modified,
        "target": _target(view, note if note.exact else None),
    }
    if note.text:
        body = {"type": "TextualBody", "value": clean(note.text), "format": "text/plain"}
        found["body"] = {**body, "purpose": _COMMENT if motivation == "highlighting" else motivation}
    return found


def _uuid(number: str) -> str:
    return "-".join((number[:8], number[8:12], number[12:16], number[16:20], number[20:]))


def _target(view: ArticleView, note: Note | None) -> dict[str, Any]:
    """Say what is annotated: the article, or a passage of it by its words and, where it is in place, by where."""
    target: dict[str, Any] = {"source": address(view) or urn(view), "dcterms:identifier": urn(view)}
    if note is None:
        return target
    quote = {"type": "TextQuoteSelector", "exact": note.exact, "prefix": note.prefix, "suffix": note.suffix}
    selectors: list[dict[str, Any]] = [quote]
    if note.span is not None and note.span.part is Part.BODY:
        selectors.append({"type": "TextPositionSelector", "start": note.span.start, "end": note.span.end})
    target["selector"] = selectors
    return target
