"""Texts that nobody would write: articles cut, doubled and spoilt in every way, and words without any sense.

Each kind is a function of a source of chance and a base text, so that a seed and a number give one text again.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

ODD: Final = (
    "\u0301", "\u0323", "\u031b", "\u0302\u0301", "a\u0328\u0301\u0323", "\u202e", "\u202c", "\u2066", "\u200b", "\u200d",
    "\u2060", "\ufeff", "\u00ad", "\x00", "\x07", "\x1b[31m", "\x85", "\u2028", "\u2029", "\u000b", "\f", "\ud7ff", "\ue000",
    "\ufffd", "\uffff", "\U0010ffff", "\U0001f468\u200d\U0001f469", "\U0001f1fb\U0001f1f3", "\ud800", "\udfff", "İ", "ı",
    "ß", "ﬁ", "Ǆ", "ς", "ﷺ", "٣", "²", "Ⅳ", "\u3000", "\u00a0", "Đ", "ð", "ệ", "Ằ", "uơ", "\u1e9e", "\U0001d54f", "漢",
)  # fmt: skip
"""Marks that join, turn the direction, have no width or no meaning, grow when folded, or stand beside surrogates."""

DATES: Final = (
    "31/02/2023", "99/99/9999", "0/0/0000", "ngày 32 tháng 13 năm 20233", "30.2", "29/2/2023", "1/1/0001", "12-12-12-12",
    "từ ngày 31 đến 5/2", "0h99", "25:61' 1/1/2020", "quý IX/2021", "năm 999999999999999999999999", "29-2-2024", "00/00",
    "ngày ² tháng ٣", "(1/1/1900 - 1/1/2900)", "sáng 31/4", "XXXX-13-40", "thứ 9 ngày 0", "1/1 - 31/12/2019",
)  # fmt: skip

_SAID: Final = """
đồng chí ông bà các hai Nguyễn Văn Trần Thị An Đoàn Hồ Chí Minh Kim Jong un H' Y Niê Vladimir van Bí thư Chủ tịch
Phó Trưởng Ban nguyên tân quyền kiêm Ủy viên Bộ Chính trị UBND HĐND TP. tỉnh Hà Giang và của tại khóa XIV giữ chức
làm là gồm Đại tá PGS.TS đường số 5 với đối sáng chiều ngày tháng năm 3/4 12-12 2023 hội nghị làm việc chủ trì dự
phát biểu bầu Nghị quyết số 12-NQ/TW Luật Đất đai Ảnh: Theo Tin, bài: Quang cảnh TTXVN PV (GMT+7) Trang chủ > Xem
thêm: Bình luận , . ; : - – ( ) [ ] “ ” " ' & / … | * # > 1. a) ! ?
"""
WORDS: Final = tuple(_SAID.split())
_JOINTS: Final = (" ", " ", " ", "", "\n", "\n\n", ", ", "; ", " - ")
_HUGE: Final = "9" * 400
_LONGEST: Final = 20_000

Mutation = Callable[[random.Random, str], str]


def _place(chance: random.Random, text: str) -> int:
    return chance.randint(0, len(text))


def cut(chance: random.Random, text: str) -> str:
    """Leave a piece, which begins and ends anywhere."""
    first, second = sorted((_place(chance, text), _place(chance, text)))
    return text[first:second]


def doubled(chance: random.Random, text: str) -> str:
    """Print some piece several times over, in its place or at the end."""
    first, second = sorted((_place(chance, text), _place(chance, text)))
    again = text[first:second] * chance.randint(1, 4)
    return (text[:second] + again + text[second:] if chance.random() < 0.5 else text + again)[:_LONGEST]


def shuffled(chance: random.Random, text: str) -> str:
    """Put the lines in any order, some of them out."""
    lines = text.split("\n")
    return "\n".join(chance.sample(lines, chance.randint(1, len(lines))))


def rebroken(chance: random.Random, text: str) -> str:
    """Break lines anywhere, or join all of them."""
    share = chance.choice((0.0, 0.05, 0.3, 1.0))
    words = text.split()
    return "".join(word + ("\n" if chance.random() < share else " ") for word in words)


def deleted(chance: random.Random, text: str) -> str:
    """Take out characters here and there."""
    share = chance.choice((0.005, 0.05, 0.3))
    return "".join(sign for sign in text if chance.random() >= share)


def inserted(chance: random.Random, text: str) -> str:
    """Put odd characters, dates that there are not, and numbers without end between others."""
    signs = list(text)
    for _ in range(chance.randint(1, 60)):
        what = chance.choice((*ODD, *ODD, *DATES, _HUGE, chance.choice(WORDS), chr(chance.randrange(0x110000))))
        signs.insert(_place(chance, text), what)
    return "".join(signs)


def spoilt(chance: random.Random, text: str) -> str:
    """Change characters for their neighbours in Unicode, or the case of the whole."""
    if chance.random() < 0.2:
        return chance.choice((text.upper(), text.lower(), text.swapcase(), text.title(), text[::-1]))
    share = chance.choice((0.01, 0.1))
    return "".join(chr((ord(s) ^ 1) % 0x110000) if chance.random() < share else s for s in text)


def repeated(chance: random.Random, text: str) -> str:
    """Say one word, or a few, hundreds of times within the text."""
    said = chance.choice(_JOINTS).join(chance.choices(WORDS, k=chance.randint(1, 4))) + chance.choice(_JOINTS)
    at = _place(chance, text)
    return (text[:at] + said * chance.randint(2, 400))[:_LONGEST] + text[at:]


def crossed(chance: random.Random, text: str) -> str:
    """Join halves of lines to other halves."""
    lines = text.split("\n")
    halves = [(line[: len(line) // 2], line[len(line) // 2 :]) for line in lines]
    heads, tails = [head for head, _ in halves], [tail for _, tail in halves]
    chance.shuffle(tails)
    return "\n".join(head + tail for head, tail in zip(heads, tails, strict=True))


def senseless(chance: random.Random, text: str) -> str:
    """Words of such articles in any order; nothing of the text."""
    pool = (*WORDS, *WORDS, *DATES, *ODD) if chance.random() < 0.5 else WORDS
    return "".join(chance.choice(pool) + chance.choice(_JOINTS) for _ in range(chance.randint(1, 300)))


def any_signs(chance: random.Random, text: str) -> str:
    """Any characters of Unicode, surrogates too, or of one block of it; nothing of the text."""
    top = chance.choice((0x80, 0x250, 0x1F00, 0x3000, 0x110000))
    return "".join(chr(chance.randrange(top)) for _ in range(chance.randint(0, 400)))


def several(chance: random.Random, text: str) -> str:
    """Some of all these, one upon the other."""
    for mutation in chance.sample(ON_TEXT, 3):
        text = mutation(chance, text)
    return text


ON_TEXT: Final[tuple[Mutation, ...]] = (
    cut, doubled, shuffled, rebroken, deleted, inserted, spoilt, repeated, crossed,
)  # fmt: skip
KINDS: Final[tuple[Mutation, ...]] = (*ON_TEXT, several, senseless, any_signs)
