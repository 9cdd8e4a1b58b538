"""An imported article as a plain object for JSON: what `bienban extract` prints, one line an article."""

from __future__ import annotations

from typing import Any

from store import plain
from store.records import Caption, Document, ImportedArticle, Mention, Person


def as_record(imported: ImportedArticle) -> dict[str, Any]:
    """Give the record of one article. Spans are ``[start, end, part]``: code points into ``title`` or ``body``."""
    article = imported.article
    extraction = imported.extraction
    return {
        "path": imported.source.path,
        "digest": imported.source.digest,
        "version": extraction.version,
        "title": article.title,
        "byline": article.byline,
        "section": article.section,
        "published": article.published,
        "published_text": article.published_text,
        "captions": [caption.text for caption in article.captions],
        "boilerplate": list(article.boilerplate),
        "meetings": [plain.meeting(meeting) for meeting in extraction.meetings],
        "people": [_person(person) for person in extraction.people],
        "documents": [wording for document in extraction.documents for wording in document.wordings],
        "body": article.body,
        "blocks": [plain.block(block) for block in article.blocks],
        "caption_spans": [_caption(caption) for caption in article.captions],
        "document_details": [_document(document) for document in extraction.documents],
        "mentions": [_mention(mention) for mention in extraction.mentions],
    }


def _caption(caption: Caption) -> dict[str, Any]:
    return {"text": caption.text, "credit": caption.credit, "span": plain.span(caption.span)}


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "kind": mention.kind.value,
        "span": plain.span(mention.span),
        "target": mention.target,
        "rule": mention.rule,
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "kind": document.kind,
        "number": document.number,
        "issuer": document.issuer,
        "wordings": list(document.wordings),
        "spans": [plain.span(span) for span in document.spans],
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "positions": list(dict.fromkeys(office.wording for office in person.offices)),
        "ranks": list(person.ranks),
        "present": person.present,
        "offices": [plain.office(office) for office in person.offices],
        "mentions": [_mention(mention) for mention in person.mentions],
    }
