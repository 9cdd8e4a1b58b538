"""Captions: lines that tell what a picture shows, with or without the name of the photographer."""

from __future__ import annotations

import re
from typing import Final

from importers.cleaning.lexicon import endings, heads, terms
from importers.cleaning.lines import CROSSHEAD_LIMIT, LONG, Line, words_of

_WHOSE: Final = (
    r"(?:ảnh|hình|photo|nguồn ảnh|ảnh tư liệu|ảnh minh h[oọ]ạ?a?|ảnh chụp màn hình|video|clip|đồ h[oọ]ạ?a?)"
)
CREDIT: Final = re.compile(
    rf"(?:[(\[]\s*(?:{_WHOSE}\b|nguồn\s*:)[^()\[\]]{{0,60}}[)\]]"
    rf"|(?:^|[-–—.|/]|\s)\s*(?:{_WHOSE}|nguồn)\s*:\s*[^.:]{{1,50}}(?:\.[^.:]{{1,20}}){{0,2}}"
    rf"|[-–—.]\s*Ảnh\s+(?:minh h[oọ]ạ?a?|tư liệu|internet|[A-ZĐ][^.:]{{1,30}}))\s*[.)]*\s*$",
    re.IGNORECASE,
)
_PLACE_IN_PICTURE: Final = re.compile(
    r"\([^()]*\b(?:bìa|ngoài cùng|từ (?:trái|phải)|bên (?:trái|phải)|đứng giữa|ngồi giữa|ở giữa"
    r"|hàng (?:đầu|trên|dưới)|áo \w+|đeo kính|giữa|trái|phải|đứng|ngồi)\b[^()]*\)"
    r"|\btrong ảnh\b|\bảnh (?:trên|dưới|trái|phải|minh h[oọ]ạ?a?)\b",
    re.IGNORECASE,
)
_TAIL: Final = 140
_CAPTION_LIMIT: Final = 420


def credit_of(text: str) -> str | None:
    """Give the words of a caption that say whose picture it is (``Ảnh: …``), else ``None``."""
    tail = text[-_TAIL:]
    if "nh" not in tail and "ình" not in tail and "NH" not in tail and ":" not in tail:
        return None
    found = CREDIT.search(tail)
    return found[0].strip(" -–—.()[]|/") if found else None


def is_credit_line(text: str) -> bool:
    """Whether a line is nothing but the credit of the picture above it."""
    return (
        len(text) <= 60
        and (credit_of(text) or "") == text.strip(" -–—.()[]|/")
        and text.lower().lstrip(" -–—(").startswith(("ảnh", "hình", "photo", "nguồn ảnh"))
    )


def likeness(line: Line) -> int:
    """Say how much a line by itself is like a caption: 3 and more is, 0 and less is not.

    Counts what it opens with, what it says is done in the picture, and how it ends; a sentence that reports or
    argues, or that joins the one before, is told by its words.
    """
    text = line.text
    if len(text) > _CAPTION_LIMIT or line.sentences > 1:
        return -3
    words = line.words
    score = 0
    if not line.stops:
        score += 2 if len(text) > CROSSHEAD_LIMIT else 1
    if heads("caption_openers").match(words):
        score += 3
    elif heads("caption_actors").match(words) or heads("caption_things").match(words):
        score += 1
    elif heads("prose_openers").match(words):
        score -= 3
    if _PLACE_IN_PICTURE.search(text):
        score += 3
    if terms("caption_acts").among(words):
        score += 2 if words.endswith(endings("caption_endings")) else 1
    if terms("reporting").among(words):
        score -= 2 if line.stops else 1
    if text[0] in '“"-+–•*':
        score -= 2
    if len(text) > LONG and line.stops:
        score -= 1
    return score


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
    return shared * 2 / (len(set(a)) + len(set(b))) >= 0.82


def _bare(text: str) -> str:
    credit = CREDIT.search(text[-_TAIL:])
    if credit is not None:
        text = text[: len(text) - len(credit[0])]
    return words_of(text[:_CAPTION_LIMIT])
