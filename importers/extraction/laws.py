"""Laws that a text cites by their titles: ``Luật Đất đai``, ``Bộ luật Hình sự``, ``Luật tố cáo (sửa đổi)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from importers.extraction.citation import Citation
from importers.extraction.facts import facts, words
from importers.extraction.spelling import one_tone_place
from importers.extraction.tries import matches_near, trie

_NOT_BEFORE: Final = words("documents", "laws", "not_before")
_STOPS: Final = words("documents", "laws", "stops")
_NOT_TITLES: Final = words("documents", "laws", "not_titles")
_WORD = re.compile(r"(,?) ?([^\W\d_]+(?:-[^\W\d_]+)?)")
_AMENDED = re.compile(r"\s\((?:sửa đổi|sửa đổi, bổ sung|bổ sung|mới)\)")
_AMENDS = re.compile(r"sửa đổi,? bổ sung (?:một số )?điều của (?:bộ )?(?=luật )")
_LONGEST: Final = 22


@cache
def _titles() -> frozenset[str]:
    return frozenset(_key(title) for title in facts("documents")["laws"]["titles"])


@cache
def _beginnings() -> frozenset[str]:
    """Every run of first words of a title, so that a walk stops where no title goes on."""
    found: set[str] = set()
    for title in _titles():
        syllables = title.split()
        found.update(" ".join(syllables[:count]) for count in range(1, len(syllables) + 1))
    return frozenset(found)


def _key(title: str) -> str:
    return one_tone_place(title).replace(",", "").replace(" - ", " ")


def find_laws(text: str, key_text: str) -> Iterator[Citation]:
    """Every place of ``text`` that names a law by its title; ``key_text`` is the text in small letters, tone marks
    in one place, with every character where it is in the text."""
    at = key_text.find("luật")
    while at >= 0:
        citation = _law(text, key_text, at)
        if citation is not None:
            yield citation
            yield from _amended(text, key_text, citation)
        at = key_text.find("luật", max(at + 4, citation.end if citation else 0))


def _amended(text: str, key_text: str, citation: Citation) -> Iterator[Citation]:
    """The law that a law amends, which its title names: a document of its own."""
    amends = _AMENDS.match(key_text, citation.start + 5, citation.end)
    inner = _law(text, key_text, amends.end()) if amends is not None else None
    if inner is not None:
        yield replace(inner, rule=AMENDED_LAW)


AMENDED_LAW: Final = "law that another amends"
"""The rule of a citation that lies inside that of the law which amends it."""


def find_ordinances(text: str, key_text: str) -> Iterator[Citation]:
    """Every place of ``text`` that names an ordinance (``Pháp lệnh``) by its title; as `find_laws`."""
    for match in matches_near(_ordinances(), key_text, ("pháp lệnh ",)):
        end = match.end()
        wording = " ".join(text[match.start() : end].split())
        yield Citation(match.start(), end, "pháp lệnh", _key(match[1]), wording, rule="title of an ordinance")


@cache
def _ordinances() -> re.Pattern[str]:
    titles = trie(one_tone_place(title) for title in facts("documents")["ordinances"]["titles"])
    return re.compile(rf"pháp lệnh ({titles})(?!\w)")


def _law(text: str, key_text: str, at: int) -> Citation | None:
    if (at and key_text[at - 1].isalnum()) or key_text[at + 4 : at + 5] != " ":
        return None
    before = key_text[max(0, at - 12) : at].split()
    code = bool(before) and before[-1] == "bộ" and at >= 3
    start = at - 3 if code else at
    if (
        before
        and not code
        and before[-1] in _NOT_BEFORE
        and not (text[at] == "L" and before[-1] in ("theo", "hành", "phạm"))
    ):
        return None
    if "công ước" in key_text[max(0, at - 45) : at]:
        return None
    title_at = at + 5
    amends = _AMENDS.match(key_text, title_at)
    if amends is not None:
        title_at = amends.end() + 5
    end = _title_end(text, key_text, title_at, text[at].isupper() or code)
    if end is None:
        return None
    amended = _AMENDED.match(key_text, end)
    key = _key(key_text[title_at:end]) + (" sửa đổi, bổ sung" if amends else "")
    wording_end = amended.end() if amended else end
    return Citation(
        start,
        wording_end,
        "bộ luật" if code else "luật",
        key,
        " ".join(text[start:wording_end].split()),
        rule="title of a law",
    )


def _title_end(text: str, key_text: str, at: int, capital: bool) -> int | None:
    """Where the title that begins at ``at`` ends: the longest known, else a run that begins in a capital."""
    known = guessed = None
    guessing = capital and text[at : at + 1].isupper()
    title: list[str] = []
    end = at
    while len(title) < _LONGEST and (match := _WORD.match(key_text, end)):
        if not title and match[2] in _NOT_TITLES:
            guessing = False  # only a listed title begins so (`Luật Thi đua, khen thưởng`)
        if match.start(2) - end > 1 and not match[1]:
            break
        guessing = guessing and not match[1] and match[2] not in _STOPS and len(title) < 8
        title.append(match[2])
        end = match.end()
        so_far = " ".join(title)
        if so_far in _titles():
            known = end
        if guessing:
            guessed = end
        elif so_far not in _beginnings():
            break
    if known is not None:
        return known
    return guessed if guessed is not None and len(title) > 1 else None
