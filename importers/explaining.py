"""Why an article was read as it was: each line and each find with its rule and the entries of the lexicon it met.

For tracing a wrong find to what has to be mended. Which entries a rule met is looked up again here, so that reading
itself, which is done a million times, carries no such load.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from importers.cleaning import classify
from importers.cleaning.lexicon import numbered_entries
from importers.cleaning.lines import CAPTION_LIMIT, Line, LineKind, phrase_key, words_of
from importers.extraction.lexicon import phrase_words
from importers.rule_places import places_of
from store.records import CleanArticle, ImportedArticle, Meeting, MentionKind, Part, Person, Role, Span
from store.text import one_line

_SHOWN: Final = 90
"""Code points of a line or passage that an explanation shows."""

_INDENT: Final = " " * 11
_LONGEST: Final = 12
"""Words of the longest phrase that is looked for."""

_CLEANING: Final = "importers/cleaning/lexicon"
_EXTRACTION: Final = "importers/extraction/lexicon"
_IN_QUOTES: Final = re.compile(r'"([^"]+)"')
_CAPTION_LISTS: Final = {
    "caption_openers": "head",
    "caption_actors": "head",
    "caption_things": "head",
    "prose_openers": "head",
    "caption_acts": "inside",
    "caption_gestures": "inside",
    "reporting": "inside",
    "caption_endings": "end",
}
_BYLINE_LISTS: Final = {"signatures": "whole", "signing_bodies": "inside", "titles": "head"}
_LISTS: Final = {  # the rules that rest on lists of phrases, and how a phrase of each list stands in a line
    "furniture": {"furniture": "whole", "imprints": "begins"},
    "keyword": {"keyword_labels": "whole"},
    "box": {"boxes": "whole", "ends": "whole"},
    "end of the article": {"ends": "whole"},
    "section": {"sections": "whole"},
    "above the headline": {"sections": "whole"},
    "signature at the top": _BYLINE_LISTS,
    "signature at the end": _BYLINE_LISTS,
    "second signature": _BYLINE_LISTS,
    "after the signature": _CAPTION_LISTS,
    "a person above the article": _CAPTION_LISTS,
    "a gesture, as other captions": _CAPTION_LISTS,
    "headline told again, as other captions": _CAPTION_LISTS,
    "short among long, as other captions": _CAPTION_LISTS,
    "goes on below": _CAPTION_LISTS,
    "likeness": _CAPTION_LISTS,
    "told in the paragraph above": _CAPTION_LISTS,
    "between captions": _CAPTION_LISTS,
    "paragraph": _CAPTION_LISTS,
}
_OF_OFFICES: Final = ("offices.txt", "bodies.txt", "abbreviations.txt", "gazetteer.txt", "ranks.txt")
_OF_MEETINGS: Final = tuple(f"meetings.toml {name}" for name in ("nouns", "verbs", "assembly", "organised"))
_OF_ROLES: Final = {
    Role.SPEAKS: ("meetings.toml speaks",),
    Role.REPORTS: ("meetings.toml reports",),
    Role.ATTENDS: ("meetings.toml lists", "meetings.toml with", "meetings.toml speaks"),
}
_RULES_OF_ROLES: Final = {
    Role.CHAIRS: "said to chair it, see importers/extraction/chairs.py",
    Role.LEADS: "said to lead a delegation, see importers/extraction/chairs.py",
    Role.SPEAKS: "speaks or acts there, see importers/extraction/presence.py",
    Role.REPORTS: "reports there, see importers/extraction/presence.py",
    Role.ATTENDS: "is there, see importers/extraction/presence.py",
}
_FILES: Final = {  # where entries are looked for: a file, or one section of it
    MentionKind.PERSON: ("surnames.txt", "foreign.txt", "honorifics.txt"),
    MentionKind.POSITION: _OF_OFFICES,
    MentionKind.RANK: ("ranks.txt",),
    MentionKind.PLACE: ("places.toml", "gazetteer.txt"),
    MentionKind.DOCUMENT: tuple(f"documents.toml {name}" for name in ("kinds", "issuers", "laws")),
    MentionKind.ORGANISATION: ("bodies.txt", "gazetteer.txt"),
    MentionKind.DATE: (),
}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an entry of the lexicon is written."""

    file: str
    line: int
    section: str
    phrase: str

    def __str__(self) -> str:
        return f"{_EXTRACTION}/{self.file}:{self.line} [{self.section}] “{one_line(self.phrase)}”"

    def is_in(self, lists: tuple[str, ...]) -> bool:
        """Whether one of the lists, each a file or a section of it, holds the entry."""
        return self.file in lists or f"{self.file} {self.section}" in lists


def explain(imported: ImportedArticle, text: str | None = None, title: str | None = None) -> list[str]:
    """Say of every line what it was found to be, and of every find where it stands, and why.

    Each begins a line of its own with its kind, its place and its words; lines that are set in give the rule, the
    lines of code that name it, and the entries of the lexicon (file, line, section, phrase). Places are code points
    into the headline (``title``) or the cleaned text (``body``). Safe to print. ``text`` and ``title`` are what the
    article was made of, where that is not all of the original (`importers.pipeline.read_with_text`).
    """
    text = imported.original if text is None else text
    lines = [f"file {one_line(imported.source.path)}", f"version {imported.extraction.version}", ""]
    return [*lines, *_explain_lines(imported, text, title), "", *_explain_finds(imported)]


def _explain_lines(imported: ImportedArticle, text: str, title: str | None) -> Iterator[str]:
    article = imported.article
    blocks = iter(article.blocks)
    block = next(blocks, None)
    for line in classify(text, title):
        where = "-"
        if line.kind is LineKind.TITLE:
            where = f"title:0-{len(line.text)}"
        elif (
            block is not None and line.kind == block.kind.value and article.body.startswith(line.text, block.start)
        ):
            where = f"body:{block.start}-{block.end}"
            block = next(blocks, None)
        kind = line.kind.value if line.kind else "?"
        told = _told_by_line(line, article)
        yield f"line {line.number:>4}  {kind:<11}  {where:<16}  “{one_line(line.text, _SHOWN)}”{told}"
        yield from _rule(line.rule, "cleaning")
        for place in _phrases_of_line(line):
            yield f"{_INDENT}lexicon: {place}"


def _told_by_line(line: Line, article: CleanArticle) -> str:
    """What a stamp or a signature was read as."""
    if line.kind is LineKind.STAMP and article.published:
        return f" → {article.published}"
    if line.kind is LineKind.BYLINE and article.byline and article.byline != line.text:
        return f" → {one_line(article.byline, _SHOWN)}"
    return ""


def _rule(rule: str, folder: str) -> Iterator[str]:
    """The lines that tell a rule, and where in the code it is."""
    yield f"{_INDENT}rule: {rule or 'none is recorded'}"
    places = places_of(rule, folder) if rule else ()
    if places:
        yield f"{_INDENT}code: {', '.join(places)}"


def _phrases_of_line(line: Line) -> Iterator[str]:
    """The phrases that the rule of a line can have met in it."""
    lists = _LISTS.get(line.rule, {})
    if lists is _CAPTION_LISTS and len(line.text) > CAPTION_LIMIT:
        return
    for name, manner in lists.items():
        for number, entry in numbered_entries(name):
            if _stands(entry, line, manner):
                yield f"{_CLEANING}/{name}.txt:{number} “{one_line(entry)}”"


def _stands(entry: str, line: Line, manner: str) -> bool:
    """Whether a phrase stands in a line in its manner; phrases of whole lines match without marks."""
    if manner == "whole":
        phrase = phrase_key(entry)
        if entry.endswith(("…", ":")):
            return f"{line.key} ".startswith(f"{phrase} ")
        return line.key.rstrip(" 0123456789") == phrase
    if manner == "begins":
        return line.text.lstrip("(*) ").startswith(entry)
    phrase, words = f" {words_of(entry)} ", f" {line.words} "
    if manner == "head":
        return words.startswith(phrase)
    return words.endswith(phrase) if manner == "end" else phrase in words


def _explain_finds(imported: ImportedArticle) -> Iterator[str]:
    finds = _Finds({Part.TITLE: imported.article.title or "", Part.BODY: imported.article.body})
    extraction = imported.extraction
    for meeting in extraction.meetings:
        yield from finds.meeting(meeting)
    for person in extraction.people:
        yield from finds.person(person)
    for document in extraction.documents:
        for span, rule in zip(document.spans, document.rules, strict=True):
            told = f"{document.kind}, {document.number or 'no number'}: {document.wordings[0]}"
            yield from finds.find("document", span, told, rule, _FILES[MentionKind.DOCUMENT])
    for mention in extraction.mentions:
        yield from finds.find(mention.kind.value, mention.span, mention.target, mention.rule, _FILES[mention.kind])


class _Finds:
    """Words the explanation of finds; holds the two texts that spans lie in."""

    def __init__(self, parts: dict[Part, str]) -> None:
        self._parts = parts

    def find(
        self, kind: str, span: Span | None, told: str, rule: str, lists: tuple[str, ...], around: int = 0
    ) -> Iterator[str]:
        """One find: its words, what they mean, the rule, and entries among the words and ``around`` them."""
        text = self._parts[span.part] if span else ""
        where = f"{span.part.value}:{span.start}-{span.end}" if span else "-"
        words = text[span.start : span.end] if span else ""
        yield f"{kind:<9}  {where:<16}  “{one_line(words, _SHOWN)}” → {one_line(told, _SHOWN)}"
        yield from _rule(rule, "extraction")
        if span is not None:
            near = text[max(span.start - around, 0) : span.end + around] if around else words
            for place in _entries_in(near, lists):
                yield f"{_INDENT}lexicon: {place}"

    def meeting(self, meeting: Meeting) -> Iterator[str]:
        """A meeting with its day, its place and who was there."""
        told = f"{meeting.kind.value}: {meeting.title or ''}"
        rule = meeting.rule or "words for an event, see importers/extraction/meetings.py"
        yield from self.find("meeting", meeting.span, told, rule, _OF_MEETINGS)
        day = meeting.date or (f"about {meeting.inferred_date}" if meeting.inferred_date else "no date")
        basis = meeting.date_basis.value if meeting.date_basis else "none"
        reason = f" ({meeting.date_reason})" if meeting.date_reason else ""
        yield f"{_INDENT}date: “{one_line(meeting.date_text or '')}” → {day}"
        yield f"{_INDENT}basis: {one_line(basis + reason)}"
        if meeting.part_of_day or meeting.place:
            yield f"{_INDENT}part of day: {meeting.part_of_day or '-'}, place: {one_line(meeting.place or '-')}"
        for one in meeting.attendances:
            lists = _OF_ROLES.get(one.role, ())
            yield from self.find(
                one.role.value, one.span, one.name, one.rule or _RULES_OF_ROLES[one.role], lists, _SHOWN
            )

    def person(self, person: Person) -> Iterator[str]:
        """A person with every mention, rank and office."""
        for mention in person.mentions:
            yield from self.find(
                mention.kind.value, mention.span, mention.target, mention.rule, _FILES[mention.kind]
            )
        for office in person.offices:
            told = f"{person.name}: {office.normal} ({office.tense.value})"
            yield from self.find("position", office.span, told, office.rule, _OF_OFFICES)


def _entries_in(text: str, lists: tuple[str, ...]) -> list[_Place]:
    """The longest entries of some files that stand in a text, from left to right, each once."""
    found: dict[_Place, None] = {}
    words = phrase_words(text)
    index = _index() if lists else {}
    at = 0
    while at < len(words):
        step = 1
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            places = [place for place in index.get(words[at : at + length], ()) if place.is_in(lists)]
            if places:
                # Spellings of one entry have the same words; the one that stands in the text is meant.
                literal = [place for place in places if place.phrase in text]
                found.update(dict.fromkeys(literal or places))
                step = length
                break
        at += step
    return list(found)


@cache
def _index() -> dict[tuple[str, ...], list[_Place]]:
    """Every entry of the lexicon of extraction by its words."""
    index: dict[tuple[str, ...], list[_Place]] = {}
    folder = files("importers.extraction").joinpath("lexicon")
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith((".txt", ".toml")))
    for name in names:
        section = ""
        for number, line in enumerate(folder.joinpath(name).read_text("utf-8").splitlines(), 1):
            text = line.strip()
            if text.startswith("[") and text.endswith("]") and "," not in text:
                section = text[1:-1]
                continue
            for phrase in _phrases_in(text, is_toml=name.endswith(".toml")):
                words = phrase_words(phrase)
                if words:
                    index.setdefault(words, []).append(_Place(name, number, section, phrase))
    return index


def _phrases_in(line: str, *, is_toml: bool) -> list[str]:
    """The phrases that one line of a file of the lexicon lists; what a phrase stands for is no phrase."""
    if not line or line.startswith("#"):
        return []
    if not is_toml:
        return [item.partition("=")[0].strip() for item in line.split("|")]
    key, equals, value = line.partition("=")
    quoted = _IN_QUOTES.findall(line)
    is_value = equals and '"' in key and not value.strip().startswith("[")
    return quoted[:1] if is_value else quoted
