"""Words that may be a name or something else: what stands around them tells which."""

from __future__ import annotations

from typing import Final

from importers.extraction import names
from importers.extraction.finds import Event, Lead
from importers.extraction.lexicon import Lexicon, Sort
from importers.extraction.positions import Held
from importers.extraction.tokens import LOWER, TITLE, Tokens

_OF_PLACES: Final = frozenset(
    ("thị trưởng", "thống đốc", "tỉnh trưởng", "người phát ngôn", "phát ngôn viên", "cố vấn", "tư lệnh")
)
_ASSEMBLY: Final = (
    "iểu Quốc hội",
    "ĐBQH",
    "iểu QH",
    "iểu HĐND",
    "iểu Hội đồng nhân dân",
    "họp Quốc hội",
    "họp HĐND",
)
_JOINS: Final = frozenset(("và", "có", "gồm", "là", "cùng", "với"))
_SINGLE_ADDRESS: Final = frozenset(("ông", "bà", "chí"))


def begins_foreign(t: Tokens, lex: Lexicon, lead: Lead, at: int, first: int, after: int) -> bool:
    """Whether words behind a title begin a foreign name of which only the end looks like one from here."""
    if long_name(t, lead, at, after) and first - at >= 3:
        return True
    if not lead.sort & (Sort.COURTESY | Sort.RANK) or after - at > names.MOST_WORDS:
        return False
    syllables = sum(t.shapes[i] != LOWER for i in range(first, after))
    if syllables > 2 and (first - at < 2 or t.normals[first] in lex.common):
        return False
    return all(t.shapes[i] == TITLE and lex.longest(t.normals, i, after)[0] is None for i in range(at, first))


def is_field(t: Tokens, lex: Lexicon, lead: Lead, run: int) -> bool:
    """Whether a capital behind a rank begins the field of it (`PGS.TS Vật lý`)."""
    titles = lead.sort
    if not titles & Sort.ACADEMIC or titles & Sort.COURTESY or run - lead.after != 1 or run >= len(t):
        return False
    if t.shapes[run] != LOWER or not t.words[run].isalpha():
        return False
    entry, _ = lex.longest(t.normals, run, len(t))
    return entry is None or not entry.sort & (Sort.STOP | Sort.LINK)


def is_person_not_place(t: Tokens, lex: Lexicon, lead: Lead, at: int, run: int) -> bool:
    """Whether two words that are a place too name a person behind a form of address (`đồng chí Mai Sơn`)."""
    entry, known = lex.longest(t.normals, at, run)
    place = entry is not None and bool(entry.sort & Sort.PLACE) and known == run == at + 2
    known_name = t.normals[at] in lex.rare or t.normals[at] in lex.common
    return place and known_name and t.normals[lead.after - 1] in _SINGLE_ADDRESS


def long_name(t: Tokens, lead: Lead, at: int, run: int) -> bool:
    """Whether five or six capitalised syllables behind one form of address are a name (of the land next door)."""
    alone = t.normals[lead.after - 1] in _SINGLE_ADDRESS and not lead.sort & Sort.PLURAL
    return alone and 5 <= run - at <= 6 and all(t.shapes[i] == TITLE for i in range(at, run))


def follows_personal(t: Tokens, lex: Lexicon, events: list[Event], at: int, run: int) -> bool:
    """Whether unknown words stand behind an office that only a name follows (`Bộ trưởng Min Khin`)."""
    office = events[-1] if events else None
    personal = isinstance(office, Held) and office.sort & Sort.PERSONAL and not office.body
    if not personal or not isinstance(office, Held) or office.head in _OF_PLACES or not 2 <= run - at <= 4:
        return False
    for position in range(at, run):
        entry, _ = lex.longest(t.normals, position, len(t))
        if t.shapes[position] != TITLE or (entry is not None and entry.sort & (Sort.PART | Sort.PLACE | Sort.HEAD)):
            return False
    return True


def aged(t: Tokens, after: int) -> bool:
    """Whether an age or a year of birth follows, as it does after the name of a person."""
    if after + 2 >= len(t) or t.words[after] not in (",", "("):
        return False
    return t.normals[after + 2] == "tuổi" or t.normals[after + 1] in ("sn", "sinh")


def listed(t: Tokens, lex: Lexicon, at: int, after: int, end: int) -> bool:
    """Whether words stand in a list of people: a semicolon or colon before them, an office behind a mark."""
    if after + 1 >= end or t.normals[after] not in (",", "-", "("):
        return False
    listed = at > 0 and t.words[at - 1] in ";:"
    shaped = after - at >= 3 and t.normals[at + 1] in lex.middle
    if not listed and not (shaped and (at == 0 or t.words[at - 1] in ",.\n-–" or t.normals[at - 1] in _JOINS)):
        return False
    entry, _ = lex.longest(t.normals, after + 1, end)
    return entry is not None and bool(entry.sort & (Sort.HEAD | Sort.STATUS))


def plain(t: Tokens, lex: Lexicon, at: int, run: int) -> bool:
    """Whether words may be a name without a known surname: written as names are, in no known phrase."""
    entry, known = lex.longest(t.normals, at, run)
    return all(t.shapes[i] == TITLE for i in range(at, run)) and not (
        entry is not None and entry.sort & (Sort.PLACE | Sort.PART | Sort.NOT_NAME) and known > at
    )


def tells_of_assembly(text: str) -> bool:
    """Whether `đại biểu` before a name is a deputy: an assembly is told of, no congress to which one is sent."""
    if any(words in text for words in _ASSEMBLY):
        return True
    return ("Quốc hội" in text or "HĐND" in text) and "ại hội" not in text


def cut_off(t: Tokens, after: int, end: int) -> bool:
    """Whether three dots behind a space show that a page has cut a headline in an office."""
    if not 0 < end - after <= len("...") or t.words[after][0] not in ".…":
        return False
    dots = "".join(t.words[after:end])
    return dots in ("...", "…") and not t.joined(after)
