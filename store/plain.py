"""Records as plain objects for JSON, with the same names wherever they are written.

Spans are ``[start, end, part]``: code points into ``title`` or ``body``.
"""

from __future__ import annotations

from typing import Any

from store.records import Block, Meeting, Office, Span


def span(one: Span | None) -> list[int | str] | None:
    """Give a span as start, end and part."""
    return None if one is None else [one.start, one.end, one.part.value]


def block(one: Block) -> dict[str, Any]:
    """Give a block of the body."""
    return {"kind": one.kind.value, "start": one.start, "end": one.end}


def meeting(one: Meeting) -> dict[str, Any]:
    """Give a meeting with who did what at it; ``span`` is left to those who have it."""
    return {
        "kind": one.kind.value,
        "title": one.title,
        "date": one.date,
        "date_text": one.date_text,
        "date_basis": one.date_basis.value if one.date_basis else None,
        "date_reason": one.date_reason,
        "inferred_date": one.inferred_date,
        "part_of_day": one.part_of_day,
        "place": one.place,
        "chairs": list(one.chairs),
        "span": span(one.span),
        "attendances": [
            {"name": there.name, "role": there.role.value, "side": there.side, "span": span(there.span)}
            for there in one.attendances
        ],
    }


def office(one: Office) -> dict[str, Any]:
    """Give an office, with the rule that found it."""
    return {
        "wording": one.wording,
        "normal": one.normal,
        "tense": one.tense.value,
        "organisation": one.organisation,
        "place": one.place,
        "span": span(one.span),
        "rule": one.rule,
    }
