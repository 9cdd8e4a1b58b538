"""The facts that extraction knows: read from the text files beside this module once, when first needed.

A file holds sections in square brackets and entries, one a line or several parted by ``|``; ``a = b`` gives an
entry a value; ``#`` begins a comment. All phrases go into one tree of words, so that one walk at a position of
the text finds the longest phrase there, whatever it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from importers.extraction.tokens import normal, tokenise

_FOLDER: Final = Path(__file__).parent


class Sort:
    """What a phrase can be; one phrase may be several. Plain numbers: flags of an enum cost a fifth of all time."""

    HEAD = 1
    WHOLE = 2
    NEEDS_BODY = 4
    OPEN = 8
    ABROAD = 16
    OF_PERSON = 32
    STATUS = 64
    COURTESY = 128
    ROLE = 256
    PLURAL = 512
    NOISE = 1024
    FORCE = 2048
    ACADEMIC = 4096
    BODY = 8192
    ORG = 16384
    TOPIC = 32768
    LEVEL = 65536
    MOD = 131072
    STOP = 262144
    LINK = 524288
    MARKER = 1048576
    PLACE = 2097152
    TITLED = 4194304
    NOT_NAME = 8388608
    TOPICAL = 16777216
    PERSONAL = 33554432
    SCHOOL = 67108864
    SAYS = 134217728
    WEAK = 268435456
    MEMORIAL = 536870912
    BEHIND = 1073741824

    RANK = FORCE | ACADEMIC
    PART = BODY | ORG | TOPIC | LEVEL | MOD
    SCANNED = HEAD | BEHIND | STATUS | COURTESY | ROLE | PLURAL | FORCE | ACADEMIC | NOISE


_SECTIONS: Final[dict[str, dict[str, int]]] = {
    "offices.txt": {
        "whole": Sort.HEAD | Sort.WHOLE,
        "head": Sort.HEAD,
        "tail": Sort.HEAD | Sort.NEEDS_BODY,
        "behind": Sort.BEHIND | Sort.BODY,
        "behind, of a body": Sort.BEHIND | Sort.NEEDS_BODY,
        "open": Sort.HEAD | Sort.OPEN,
        "topical": Sort.HEAD | Sort.TOPICAL,
        "personal": Sort.HEAD | Sort.PERSONAL,
        "abroad": Sort.HEAD | Sort.ABROAD,
        "of person": Sort.HEAD | Sort.OF_PERSON,
        "status": Sort.STATUS,
    },
    "honorifics.txt": {
        "courtesy": Sort.COURTESY,
        "role": Sort.ROLE,
        "plural": Sort.PLURAL,
        "noise": Sort.NOISE,
    },
    "ranks.txt": {"force": Sort.FORCE, "academic": Sort.ACADEMIC},
    "bodies.txt": {
        "body": Sort.BODY,
        "org": Sort.ORG,
        "topic": Sort.TOPIC,
        "school": Sort.ORG | Sort.SCHOOL,
        "level": Sort.LEVEL,
        "mod": Sort.MOD,
        "end": Sort.STOP,
    },
    "stops.txt": {
        "stop": Sort.STOP,
        "says": Sort.STOP | Sort.SAYS,
        "weak": Sort.STOP | Sort.WEAK,
        "not a body": Sort.STOP,
        "link": Sort.LINK,
    },
    "markers.txt": {"marker": Sort.MARKER, "memorial": Sort.MEMORIAL, "titled only": Sort.TITLED},
    "gazetteer.txt": {
        "province": Sort.PLACE,
        "country": Sort.PLACE,
        "district": Sort.PLACE,
        "other": Sort.NOT_NAME,
    },
}


@dataclass(slots=True)
class Entry:
    """A phrase of the lexicon: its normal words, what it can be, and its value where it has one."""

    phrase: str
    sort: int
    value: str = ""


@dataclass(slots=True)
class Node:
    """A place in the tree of phrases."""

    entry: Entry | None = None
    next: dict[str, Node] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All phrases as one tree by normal words, and the sets that names are told by.

    ``scanned`` are the first words of phrases that a scan stops at. ``scanned_pairs`` gives for each of them the
    second words of those phrases, ``None`` where it is a phrase by itself: only a look that leads on is worth it.
    """

    root: dict[str, Node]
    common: frozenset[str]
    rare: frozenset[str]
    minority: frozenset[str]
    middle: frozenset[str]
    given: frozenset[str]
    firms: frozenset[str]
    saints: frozenset[tuple[str, ...]]
    long_forms: dict[tuple[str, ...], str]
    scanned: frozenset[str]
    scanned_pairs: dict[str, frozenset[str] | None]
    markers: frozenset[tuple[str, ...]]
    memorials: frozenset[tuple[str, ...]]
    links: frozenset[tuple[str, ...]]
    asides: frozenset[tuple[str, ...]]

    def longest(self, words: list[str], at: int, end: int) -> tuple[Entry | None, int]:
        """The longest phrase that begins at word ``at``, and the position after it; ``(None, at)`` for none."""
        node = self.root.get(words[at])
        found: Entry | None = None
        after = at
        position = at
        while node is not None:
            position += 1
            if node.entry is not None:
                found, after = node.entry, position
            if position >= end:
                break
            node = node.next.get(words[position])
        return found, after


def _sections(name: str) -> dict[str, list[tuple[str, str]]]:
    """The entries of a file with their values, by section."""
    found: dict[str, list[tuple[str, str]]] = {}
    entries: list[tuple[str, str]] = []
    for line in (_FOLDER / name).read_text("utf-8").splitlines():
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        if text.startswith("[") and text.endswith("]"):
            entries = found.setdefault(text[1:-1], [])
            continue
        for item in text.split("|"):
            left, _, right = item.partition("=")
            if left.strip():
                entries.append((left.strip(), right.strip()))
    return found


@lru_cache(maxsize=4096)  # the same offices are asked for in article after article
def phrase_words(phrase: str) -> tuple[str, ...]:
    """A phrase as the normal words that tokenising gives for it."""
    return tuple(tokenise(phrase).normals)


def _add(root: dict[str, Node], words: tuple[str, ...], sort: int, value: str) -> None:
    level = root
    node: Node | None = None
    for word in words:
        node = level.get(word)
        if node is None:
            node = level[word] = Node()
        level = node.next
    if node is None:
        return
    if node.entry is None:
        node.entry = Entry(" ".join(words), sort, value)
    else:
        node.entry.sort |= sort
        node.entry.value = node.entry.value or value


def _words(sections: dict[str, list[tuple[str, str]]], *names: str) -> frozenset[str]:
    return frozenset(normal(phrase) for name in names for phrase, _ in sections.get(name, ()))


def _phrases(root: dict[str, Node]) -> Iterator[tuple[tuple[str, ...], int]]:
    """Every phrase of the tree with what it can be."""
    waiting: list[tuple[tuple[str, ...], Node]] = [((word,), node) for word, node in root.items()]
    while waiting:
        words, node = waiting.pop()
        if node.entry is not None:
            yield words, node.entry.sort
        waiting.extend(((*words, word), below) for word, below in node.next.items())


@cache
def lexicon() -> Lexicon:
    """The lexicon, read when first asked for."""
    root: dict[str, Node] = {}
    for name, kinds in _SECTIONS.items():
        for section, entries in _sections(name).items():
            for phrase, value in entries:
                _add(root, phrase_words(phrase), kinds[section], value)
    markers: set[tuple[str, ...]] = set()
    links: set[tuple[str, ...]] = set()
    memorials: set[tuple[str, ...]] = set()
    scanned: set[str] = {"phó"}
    single: set[str] = {"phó"}
    seconds: dict[str, set[str]] = {}
    for words, sort in _phrases(root):
        if sort & Sort.MARKER:
            markers.add(words)
        if sort & Sort.MEMORIAL:
            memorials.add(words)
        if sort & Sort.LINK:
            links.add(words)
        if sort & Sort.SCANNED:
            scanned.add(words[0])
            if len(words) > 1:
                seconds.setdefault(words[0], set()).add(words[1])
            else:
                single.add(words[0])
    surnames = _sections("surnames.txt")
    foreign = _sections("foreign.txt")
    common = _words(surnames, "common")
    return Lexicon(
        root=root,
        common=common,
        rare=_words(surnames, "rare", "far", "monk", "minority") - common,
        minority=_words(surnames, "minority"),
        middle=_words(surnames, "middle"),
        given=_words(foreign, "given"),
        firms=_words(foreign, "firm"),
        saints=frozenset(phrase_words(phrase) for phrase, _ in foreign["saint"]),
        long_forms={phrase_words(p): v for p, v in _sections("abbreviations.txt")["office"]},
        scanned=frozenset(scanned),
        scanned_pairs={word: None if word in single else frozenset(seconds[word]) for word in scanned},
        markers=frozenset(markers),
        memorials=frozenset(memorials),
        links=frozenset(links),
        asides=frozenset(phrase_words(phrase) for phrase, _ in _sections("asides.txt")["aside"]),
    )
