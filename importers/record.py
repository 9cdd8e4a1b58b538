"""An imported article as a plain object for JSON: what `bienban extract` prints, one line an article."""

from __future__ import annotations

from typing import Any

from store.records import Caption, Document, ImportedArticle, Meeting, Mention, Person, Span


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
        "meetings": [_meeting(meeting) for meeting in extraction.meetings],
        "people": [_person(person) for person in extraction.people],
        "documents": [wording for document in extraction.documents for wording in document.wordings],
        "body": article.body,
        "blocks": [{"kind": b.kind.value, "start": b.start, "end": b.end} for b in article.blocks],
        "caption_spans": [_caption(caption) for caption in article.captions],
        "document_details": [_document(document) for document in extraction.documents],
        "mentions": [_mention(mention) for mention in extraction.mentions],
    }


def _span(span: Span | None) -> list[int | str] | None:
    return None if span is None else [span.start, span.end, span.part.value]


def _caption(caption: Caption) -> dict[str, Any]:
    return {"text": caption.text, "credit": caption.credit, "span": _span(caption.span)}


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "kind": mention.kind.value,
        "span": _span(mention.span),
        "target": mention.target,
        "rule": mention.rule,
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "kind": document.kind,
        "number": document.number,
        "issuer": document.issuer,
        "wordings": list(document.wordings),
        "spans": [_span(span) for span in document.spans],
    }


def _meeting(meeting: Meeting) -> dict[str, Any]:
    return {
        "kind": meeting.kind.value,
        "title": meeting.title,
        "date": meeting.date,
        "date_text": meeting.date_text,
        "date_basis": meeting.date_basis.value if meeting.date_basis else None,
        "date_reason": meeting.date_reason,
        "inferred_date": meeting.inferred_date,
        "part_of_day": meeting.part_of_day,
        "place": meeting.place,
        "chairs": list(meeting.chairs),
        "span": _span(meeting.span),
        "attendances": [
            {"name": a.name, "role": a.role.value, "side": a.side, "span": _span(a.span)}
            for a in meeting.attendances
        ],
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "positions": list(dict.fromkeys(office.wording for office in person.offices)),
        "ranks": list(person.ranks),
        "present": person.present,
        "offices": [
            {
                "wording": office.wording,
                "normal": office.normal,
                "tense": office.tense.value,
                "organisation": office.organisation,
                "place": office.place,
                "span": _span(office.span),
                "rule": office.rule,
            }
            for office in person.offices
        ],
        "mentions": [_mention(mention) for mention in person.mentions],
    }
