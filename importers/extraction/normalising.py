"""The normal form of an office: abbreviations written out, one spelling, so that wordings can be compared."""

from __future__ import annotations

from importers.extraction.lexicon import Lexicon
from importers.extraction.tokens import Tokens

_LONGEST = 5


def normal_office(t: Tokens, first: int, after: int, lex: Lexicon) -> str:
    """The wording of an office with its abbreviations written out."""
    parts: list[str] = []
    position = first
    while position < after:
        long, following = long_form(t, position, after, lex)
        if long is not None:
            text = long
        else:
            following = position + 1
            text = t.words[position]
        glued = t.joined(position) and parts and text not in ",;" and not text[0].isalnum()
        glued = glued or (parts and parts[-1][-1:] in "-/&" and t.joined(position)) or text in (",", ";")
        if glued and parts:
            parts[-1] += text
        else:
            parts.append(text)
        position = following
    return " ".join(" ".join(parts).split())


def long_form(t: Tokens, position: int, after: int, lex: Lexicon) -> tuple[str | None, int]:
    """What the abbreviation at ``position`` stands for, and the position behind it."""
    if t.shapes[position] == 0:
        return None, position
    for count in range(min(_LONGEST, after - position), 0, -1):
        words = tuple(t.normals[position : position + count])
        if words in lex.long_forms and (
            count > 1 or t.words[position].upper() == t.words[position] or t.words[position] == "Tp"
        ):
            return lex.long_forms[words], position + count
    return None, position
