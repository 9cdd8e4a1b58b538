"""Captions: lines that tell what a picture shows, with or without the name of the photographer."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from importers.cleaning.lexicon import alternatives, endings, heads, terms
from importers.cleaning.lines import CAPTION_LIMIT, CROSSHEAD_LIMIT, LONG, UPPER, Line, words_of

_WHOSE: Final = (
    r"(?:ảnh|hình|photo|nguồn ảnh|ảnh tư liệu|ảnh minh h[oọ]ạ?a?|ảnh chụp màn hình|video|clip|đồ h[oọ]ạ?a?)"
)
CREDIT: Final = re.compile(
    rf"(?:[(\[]\s*(?:{_WHOSE}\b(?<!video)(?<!clip)|(?:nguồn|video|clip)\s*:)[^()\[\]]{{0,60}}[)\]]"
    rf"|(?:^|[-–—.|/_;]|\s)\s*(?:{_WHOSE}|nguồn)\s*:\s*[^.:]{{1,50}}(?:\.[^.:]{{1,45}}){{0,2}}"
    rf"|[-–—._]\s*Ảnh\s+(?:minh h[oọ]ạ?a?|tư liệu|internet|[A-ZĐ][^.:]{{1,30}}))\s*[.)]*\s*$",
    re.IGNORECASE,
)
_WHOSE_WORDS: Final = ("ảnh", "nguồn", "hình", "photo", "video", "clip", "đồ h")
_PLACE_IN_PICTURE: Final = re.compile(
    r"\([^()]*\b(?:bìa|ngoài cùng|từ (?:trái|phải)|bên (?:trái|phải)|đứng giữa|ngồi giữa|ở giữa"
    r"|hàng (?:đầu|trên|dưới)|áo \w+|đeo kính|giữa|trái|phải|đứng|ngồi)\b[^()]*\)"
    r"|\btrong ảnh\b|\bảnh (?:trên|dưới|trái|phải|minh h[oọ]ạ?a?)\b",
    re.IGNORECASE,
)
_TITLES: Final = rf"(?:{alternatives('titles')})"
_NAMED: Final = (
    rf"(?:Ông|Bà|Anh|Chị|Đồng chí|Đ/c|Cụ|{_TITLES}(?:[., ]{{1,2}}{_TITLES})*)\.?(?: [{UPPER}][^\W\d_]*){{2,5}}"
)
_PORTRAIT: Final = re.compile(rf"{_NAMED}\.?")
_PERSON: Final = re.compile(rf"{_NAMED}(?= [^\W\d_]|,| [-–(])")
_NUMBERED_PICTURE: Final = re.compile(
    r"(?P<dash>[-–]\s*)?\bảnh \d{1,2}\.?$", re.IGNORECASE
)  # what pages say for one
_CREDIT_ALONE: Final = re.compile(
    r"[-–—(\[ ]*(?:nguồn\s+)?(?:ảnh|hình|photo)\b(?!\s*(?:,|và|-)\s*(?:tin|bài))", re.IGNORECASE
)
_LISTED: Final = re.compile(r"(?:\d{1,2}|[a-zđ]|[IVX]{1,4})[.)/]\s")
_TAIL: Final = 140
_NONE: Final = -3


def credit_of(text: str) -> str | None:
    """Give the words of a caption that say whose picture it is (``Ảnh: …``), else ``None``."""
    tail = text[-_TAIL:]
    # Most lines have none, and are told so a hundred times as fast as by searching.
    if ":" not in tail and "(" not in tail and "[" not in tail and "ảnh" not in tail.lower():
        return None
    return _credit_in(tail)


@lru_cache(maxsize=1024)  # several rules ask of the same line
def _credit_in(tail: str) -> str | None:
    low = tail.lower()
    if not any(word in low for word in _WHOSE_WORDS):
        return None
    found = CREDIT.search(tail)
    return found[0].strip(" -–—.()[]|/_;") if found else None


def without_credit(text: str) -> str:
    """Leave out the words of a caption that say whose picture it is."""
    if credit_of(text) is None:
        return text
    found = CREDIT.search(text, max(len(text) - _TAIL, 0))
    return text[: found.start()] if found else text


def is_credit_line(text: str) -> bool:
    """Whether a line is nothing but the credit of the picture above it."""
    return len(text) <= 60 and _CREDIT_ALONE.match(text) is not None


def likeness(line: Line) -> int:
    """Say how much a line by itself is like a caption: 3 and more is, 0 and less is not.

    Counts what it opens with, what it says is done in the picture, and how it ends; a sentence that reports or
    argues, or that joins the one before, is told by its words.
    """
    text = line.text
    if len(text) > CAPTION_LIMIT:
        return _NONE
    opening = _opening(line.opening)
    if (opening < 0 and line.stops and "(" not in text and "ảnh" not in text) or line.sentences > 1:
        return _NONE  # most paragraphs: what is done in them could not outweigh it
    words = line.words
    score = opening + _seen(text)
    if terms("caption_acts").among(words):
        score += 2 if words.endswith(endings("caption_endings")) or _is_gesture(words) else 1
    if line.stops:
        score -= 2 * terms("reporting").among(words) + (len(text) > LONG)
    else:
        # Without a stop it is no sentence of the article: what reports weighs only where nobody is seen acting.
        score += 1 + (len(text) > CROSSHEAD_LIMIT)
        score -= score < 3 and terms("reporting").among(words)
    score += _portrait(text)
    return score


def opens_as_prose(line: Line) -> bool:
    """Whether a line opens as sentences of an article do and captions do not: ``Tại buổi lễ, …``."""
    return heads("prose_openers").match(line.opening)


def shows_an_act(line: Line) -> bool:
    """Whether one sentence opens with somebody, and tells what may be seen: ``Đồng chí … báo cáo …``."""
    if line.sentences > 1 or not heads("caption_actors").match(line.opening):
        return False
    return terms("caption_acts").among(line.words)


def opens_with_whom_or_what(line: Line) -> bool:
    """Whether a line opens with whom or what a picture can show."""
    return heads("caption_actors").match(line.opening) or heads("caption_things").match(line.opening)


def opens_with_a_name(line: Line) -> bool:
    """Whether a line opens with the name of a person behind a form of address or an office."""
    return _PERSON.match(line.text) is not None


def shows_a_gesture(line: Line) -> bool:
    """Whether one sentence tells first of all who hands, greets, visits: what a picture shows."""
    if len(line.text) > CAPTION_LIMIT or line.sentences > 1:
        return False
    return _is_gesture(terms("reporting").before(line.words))


def shows_a_meeting(line: Line) -> bool:
    """Whether a line can be nothing but a caption: it opens as one, or tells who does what at a meeting."""
    words = line.words
    if heads("caption_openers").match(words) or _seen(line.text) > 0:
        return True
    return heads("caption_actors").match(words) and words.endswith(endings("caption_endings"))


def _is_gesture(words: str) -> bool:
    return heads("caption_actors").match(words) and terms("caption_gestures").among(words)


def _opening(words: str) -> int:
    if heads("caption_openers").match(words):
        return 3
    if heads("meeting_reports").match(words):
        return _NONE
    if heads("caption_actors").match(words) or heads("caption_things").match(words):
        return 1
    return _NONE if heads("prose_openers").match(words) else 0


def _seen(text: str) -> int:
    """What a line says by its signs: where in the picture somebody stands, or that it is no caption."""
    score = 3 if ("(" in text or "ảnh" in text) and _PLACE_IN_PICTURE.search(text) else 0
    if text[-1] == "|":
        score += 2
    elif text.rstrip(".")[-1:].isdigit() and (numbered := _NUMBERED_PICTURE.search(text)):
        score += 5 if numbered["dash"] else 2  # "… - Ảnh 1." is written by no one but the system of the page
    if text[-1] in ":;,":
        score -= 3
    if _LISTED.match(text):
        score -= 3
    return score - 2 if text[0] in "“\"'‘-+–•*" else score


def _portrait(text: str) -> int:
    """Whether a line says nothing but who is seen, ``Ông A``, or has no stop and tells first of all of somebody."""
    if _PORTRAIT.fullmatch(text):
        return 3
    if text[-1] in ".!?…":
        return 0
    return 1 if _PERSON.match(text) or text.startswith(("Đồng chí ", "Đ/c ")) else 0


def same_picture(first: str, second: str) -> bool:
    """Whether two captions are one, printed twice with slight changes."""
    one, two = _bare(first), _bare(second)
    if one == two:
        return True
    a, b = one.split(), two.split()
    if not a or not b or min(len(a), len(b)) < 5:
        return False
    if one.startswith(two) or two.startswith(one):
        return True
    shared = len(set(a) & set(b))
    if min(len(set(a) - set(b)), len(set(b) - set(a))) >= _OF_ANOTHER:
        return False
    return shared * 2 / (len(set(a)) + len(set(b))) >= 0.82


_OF_ANOTHER: Final = 3
"""Words of its own from which on a caption tells of another: so many has a name."""


@lru_cache(maxsize=64)  # each is held against its neighbours
def _bare(text: str) -> str:
    credit = CREDIT.search(text[-_TAIL:])
    if credit is not None:
        text = text[: len(text) - len(credit[0])]
    return words_of(text[:CAPTION_LIMIT])
