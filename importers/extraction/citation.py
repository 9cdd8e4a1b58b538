"""One place where a text names a document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """One place where a document is named: its kind, and what tells it from others of that kind.

    ``key`` is the leading number (``23``), the title of a law, or the congress; ``symbol`` the letters behind the
    number. ``wording`` is what stands at ``text[start:end]``, or with the kind before it where one kind stands
    before several numbers. ``rule`` names the rule that found it.
    """

    start: int
    end: int
    kind: str
    key: str
    wording: str
    number: str | None = None
    symbol: str = ""
    year: str = ""
    issuer: str | None = None
    rule: str = "number"
