"""The words between the posts of a career: terms of office, ranks and stretches of time that part nothing."""

from __future__ import annotations

from typing import Final

from importers.extraction.lexicon import Lexicon, Sort

_TIME: Final = frozenset(
    ("từ", "năm", "tháng", "ngày", "đến", "tới", "nay", "-", "–", "/", ".", "giai", "đoạn", "cuối", "đầu", "giữa")
)
_OPENS: Final = frozenset((":", ",", "là", "làm", "giữ", "chức"))
_BETWEEN: Final = _TIME | _OPENS | {";"}
_LONGEST_RANK: Final = 3
_LONGEST: Final = 30


def before_time(words: list[str], end: int) -> int:
    """Where a stretch of time that ends before ``end`` begins (`..., từ năm 2008 - 2012 | làm`)."""
    while end > 0 and (words[end - 1] in _TIME or words[end - 1][0].isdigit()):
        end -= 1
    return end


def without_rank(words: list[str], lex: Lexicon) -> list[str]:
    """Words without a rank and a comma that end them (`là Đại tá, | Chỉ huy trưởng ...`)."""
    while words[-1:] == [","]:
        end = len(words) - 1
        count = next((n for n in range(_LONGEST_RANK, 0, -1) if n < end and _is_rank(words, end - n, end, lex)), 0)
        if not count:
            break
        words = words[: end - count]
    return words


def _is_rank(words: list[str], start: int, end: int, lex: Lexicon) -> bool:
    entry, after = lex.longest(words, start, end)
    return entry is not None and after == end and bool(entry.sort & Sort.FORCE)


def goes_on(gap: list[str], lex: Lexicon) -> bool:
    """Whether the words between two posts of a career only tell a term, a rank or when the next one was held."""
    if not gap or len(gap) > _LONGEST:
        return False
    words = _bare(gap, lex)
    if words and all(word in (",", ";") for word in words):
        return True
    timed = any(word[0].isdigit() for word in words) and words[-1] in _OPENS
    return timed and words[0] in ";," and all(word in _BETWEEN or word[0].isdigit() for word in words)


def _bare(gap: list[str], lex: Lexicon) -> list[str]:
    """A gap without what stands in brackets, without terms of office, and without ranks."""
    words: list[str] = []
    position = 0
    while position < len(gap):
        if gap[position] == "(" and ")" in gap[position:]:
            position = gap.index(")", position) + 1
            continue
        if gap[position : position + 2] == ["nhiệm", "kỳ"]:
            position = _after_term(gap, position + 2)
            continue
        entry, after = lex.longest(gap, position, len(gap))
        if entry is not None and entry.sort & Sort.FORCE:
            position = after
            continue
        words.append(gap[position])
        position += 1
    return words


def _after_term(gap: list[str], position: int) -> int:
    """The position behind the years of a term, or of several (`2015 - 2020, 2020 - 2025`)."""
    while position < len(gap):
        years = gap[position][0].isdigit() or gap[position] in "-–"
        more = gap[position] == "," and position + 1 < len(gap) and gap[position + 1][0].isdigit()
        if not (years or more):
            break
        position += 1
    return position
