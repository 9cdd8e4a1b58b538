"""Documents that a text cites: each once, with all its wordings.

A document has a number or a symbol (``Nghị quyết số 23-NQ/TW``), a congress or plenum that passed it (``Nghị
quyết Đại hội XIII của Đảng``), or it is a law with its title (`laws`). ``Nghị quyết`` alone names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from importers.extraction.citation import Citation
from importers.extraction.facts import facts, words
from importers.extraction.laws import find_laws, find_ordinances
from importers.extraction.reading import Reading
from importers.extraction.spelling import key_of, lowered
from importers.extraction.tries import matches_near
from store.records import Document


def find_documents(reading: Reading) -> tuple[Document, ...]:
    """Find the documents that the reading cites, in the order of their first citation."""
    text = reading.text
    low = lowered(text)
    key = key_of(text)
    citations = [*_numbered(text, low), *_passed_by_meetings(text, low), *find_laws(text, key)]
    citations += [*find_ordinances(text, key), *_constitutions(text, low)]
    citations.sort(key=lambda c: (c.start, -c.end))
    return tuple(group.document(reading) for group in _grouped(_apart(text, citations)))


def _apart(text: str, citations: list[Citation]) -> Iterator[Citation]:
    reached = -1
    for citation in citations:
        if citation.start >= reached and "\n" not in text[citation.start : citation.end]:
            reached = citation.end
            yield citation


_CONSTITUTION = re.compile(
    r"hiến pháp(?:\s(?:nước|việt nam|chxhcn|cộng hòa xã hội chủ nghĩa)){0,4}\s(?:năm\s)?((?:19|"
    r"20)\d\d)(?!\d)"
)


def _constitutions(text: str, low: str) -> Iterator[Citation]:
    """``Hiến pháp năm 2013``: the year tells which."""
    for match in matches_near(_CONSTITUTION, low, ("hiến pháp",)):
        wording = " ".join(text[match.start() : match.end()].split())
        yield Citation(match.start(), match.end(), "hiến pháp", match[1], wording, year=match[1], issuer="Quốc hội")


# --- documents with a number -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Kinds:
    head: re.Pattern[str]
    last_syllables: frozenset[str]
    verbs: frozenset[str]


@cache
def _kinds() -> _Kinds:
    data = facts("documents")
    kinds = [*data["kinds"], *data["short"]]
    any_kind = "|".join(sorted((re.escape(kind) for kind in kinds), key=len, reverse=True))
    return _Kinds(
        head=re.compile(rf"(?<!\w)({any_kind})\s(?:(?:mang\s)?(?P<so>số|sô)\s?:?\s?)?$"),
        last_syllables=frozenset(kind.rsplit(" ", 1)[-1] for kind in kinds) | {"số", "sô"},
        verbs=frozenset((*data["verbs"]["words"], *data["short"])),
    )


_NUMBER = re.compile(r"\d{1,6}[a-z]?(?:\s?[-–/]\s?[A-ZĐƯa-z]*[A-ZĐƯ][\w.&]*|[-–/.]\w[\w&.]*)*(?<![.])|\d{1,6}")
_NUMBERS_START = re.compile(r"\d{1,6}")
_SHARED = re.compile(r"(?:\s?[,;]\s?|\s?và\s|\s?,\svà\s)(?:số\s)?$")
_ISSUER = re.compile(
    r"(?:,?\s(?:ngày|ra ngày|ban hành ngày)\s[\d/.\s-]{3,12}(?:(?:tháng|năm|[\d/. -])+)?)?,?\scủa\s"
    r"((?!Đảng,)(?:Ban|Bộ|Quốc hội|Chính phủ|Thủ tướng|Trung ương|T\.?Ư|TW|Thành|Tỉnh|Huyện|Quận|Đảng|HĐND|UBND|"
    r"UBTVQH|Hội đồng|Ủy ban|Uỷ ban|Thường|Chủ tịch|Quân|BCH|BCT|Tổng)[^,.;:()\n“”\"]*)"
)
_ISSUER_ENDS = re.compile(
    r"\s(?:về|đã|được|và|là|trên|tại|có|cho|với|để|theo|do|thông|cũng|trong|vào|nhằm|đối|từ|sẽ|như|ban hành|phê|"
    r"quy định|nêu|gắn|giai|nhiệm|công bố|yêu|một|“|\"|-|–)(?:\s|$)"
)
_FOLLOWING: Final = words("documents", "following")


def _numbered(text: str, low: str) -> Iterator[Citation]:
    last: Citation | None = None
    head_words = ""
    for match in _NUMBERS_START.finditer(low):
        at = match.start()
        if (last is not None and at < last.end) or (at and (low[at - 1].isalnum() or low[at - 1] in "/.-–")):
            continue
        head = _head(low, at)
        if head is not None:
            citation = _with_head(text, low, at, head)
            head_words = text[head.start() : at]
        elif last is not None and at - last.end <= 10 and _SHARED.fullmatch(low, last.end, at):
            citation = _shared_head(text, at, last, head_words)
        else:
            continue
        if citation is not None:
            last = citation
            yield citation


def _head(low: str, at: int) -> re.Match[str] | None:
    """The kind of document before a number; what stands right before it is looked at first, being cheap."""
    before = low[max(0, at - 10) : at].rstrip(": \xa0").rsplit(None, 1)
    if not before or before[-1] not in _kinds().last_syllables:
        return None
    return _kinds().head.search(low, max(0, at - 40), at)


def _with_head(text: str, low: str, at: int, head: re.Match[str]) -> Citation | None:
    number = _NUMBER.match(text, at)
    if number is None:
        return None
    start, kind = head.start(), head[1]
    written = number[0].rstrip("-–/.")
    if written.isdigit() and not _stands_alone(text, low, at + len(written), written, head):
        return None
    kind = facts("documents")["short"].get(kind, kind)
    if kind.startswith("qui "):
        kind = "quy định"
    if kind == "kết luận" and "TB" in written and low.endswith("thông báo ", max(0, start - 10), start):
        start, kind = start - 10, "thông báo"
    return _citation(text, start, at, kind, written, text[start : at + len(written)])


def _shared_head(text: str, at: int, last: Citation, head_words: str) -> Citation | None:
    """``các Nghị quyết số 18-NQ/TW, 19-NQ/TW``: the second number stands under the kind of the first."""
    number = _NUMBER.match(text, at)
    if number is None or last.number is None:
        return None
    written = number[0].rstrip("-–/.")
    same_form = written.isdigit() == last.number.isdigit()
    following = text[at + len(written) : at + len(written) + 1]
    if not same_form or (
        written.isdigit() and following not in (",", ".", ";", ")", "") and not _goes_on(text, at, written)
    ):
        return None
    return _citation(text, at, at, last.kind, written, head_words + written)


def _goes_on(text: str, at: int, written: str) -> bool:
    following = _WORD.match(text, at + len(written))
    return following is not None and following[1] in ("của", "và", "về")


_WORD = re.compile(r"\s?(\w+)")


def _stands_alone(text: str, low: str, end: int, written: str, head: re.Match[str]) -> bool:
    """Whether a number without letters names a document, and counts nothing (``quyết định 5 nội dung``)."""
    if head["so"]:
        return head[1] not in _NEED_SYMBOL
    if head[1] in _NEED_SYMBOL:
        return False
    if len(written) == 4 and 1900 <= int(written) <= 2100:
        return False
    following = low[end : end + 1]
    word = _WORD.match(low, end) if following in (" ", "\xa0") else None
    if following == "%" or (word is not None and word[1] not in _FOLLOWING):
        return False
    if word is not None and word[1] == "năm" and not low[word.end() + 1 : word.end() + 5].isdigit():
        return False
    return head[1] not in _kinds().verbs or text[head.start()].isupper()


_NEED_SYMBOL: Final = frozenset(("luật", "hiến pháp"))
"""Kinds of which a bare number names none."""
_LETTERS = re.compile(r"[^\W\d_]+")
_FOUR_DIGITS = re.compile(r"[/-]((?:19|20)\d\d)(?=/|-|$)")


def _citation(text: str, start: int, number_at: int, kind: str, written: str, wording: str) -> Citation:
    end = number_at + len(written)
    year = _FOUR_DIGITS.search(written)
    leading = re.match(r"\d+", written)
    return Citation(
        start=start,
        end=end,
        kind=kind,
        key=(leading[0].lstrip("0") or "0") if leading else written,
        wording=" ".join(wording.split()),
        number=written,
        symbol="".join(_LETTERS.findall(written)).casefold(),
        year=year[1] if year else "",
        issuer=_issuer(text, end, written),
    )


def _issuer(text: str, end: int, written: str) -> str | None:
    """Who issued it: said behind ``của``, else told by the letters of the symbol."""
    match = _ISSUER.match(text, end)
    if match is not None:
        words = match[1]
        stop = _ISSUER_ENDS.search(words)
        return (words[: stop.start()] if stop else words).strip() or None
    letters = re.split(r"[-/–]", written)[-1]
    issuer = facts("documents")["issuers"].get(letters)
    return issuer if isinstance(issuer, str) else None


# --- resolutions of congresses and plenums ----------------------------------------------------------------------

_ORDINAL = r"(?:[ivxl]+|\d{1,2})"
_CONGRESS = re.compile(
    r"nghị quyết\s(?:của\s)?(?:(?P<short>[ivx]+)(?=\scủa đảng|\sđảng(?!\sbộ))|đại hội(?=\s)|đh(?=\s))"
)
_PLENUM = re.compile(
    rf"(?:nghị quyết|kết luận)\s(?:hội nghị\s)?(?:lần thứ\s(?:\w+\s){{1,2}})?(?:bch\s|ban chấp hành\s)?"
    rf"(?:trung ương|tw|t\.?ư)(?:\sđảng)?(?:\slần thứ)?(?:\s(?P<n>{_ORDINAL})(?!\w))?,?"
    rf"(?:\s\(?(?:khóa|khoá)\s(?P<term>[ivx]+)(?:,\s[ivx]+|\svà\s[ivx]+)*\)?)?"
)
_PLENUM_ORDINAL = re.compile(r"lần thứ\s(\w+)")
_CONGRESS_WORD = re.compile(r"[\s(]*([\w.]+)\)?")
_CONGRESS_WORDS: Final = words("documents", "congress")
_ROMAN = re.compile(r"(?<!\w)(?=[IVXL])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?!\w)")


def _passed_by_meetings(text: str, low: str) -> Iterator[Citation]:
    for head in ("nghị quyết", "kết luận"):
        at = low.find(head)
        while at >= 0:
            citation = _congress(text, low, at) or _plenum(text, low, at)
            if citation is not None:
                yield citation
            at = low.find(head, at + len(head))


def _congress(text: str, low: str, at: int) -> Citation | None:
    match = _CONGRESS.match(low, at)
    if match is None:
        return None
    end = _congress_end(text, low, match.end())
    wording = text[at:end]
    if "các cấp" in wording.lower():
        return None
    roman = _ROMAN.search(text, match.start("short") if match["short"] else match.end(), end)
    digits = re.search(r"(?:lần thứ|đại hội)\s(\d{1,2})(?!\w)", low[at:end])
    ordinal = roman[0] if roman else digits[1] if digits else ""
    scope = "đảng bộ" if "đảng bộ" in low[at:end] else _other_congress(low[at:end])
    return Citation(
        at, end, "nghị quyết", f"đại hội {ordinal} {scope}".strip(), " ".join(wording.split()), symbol=scope
    )


def _other_congress(wording: str) -> str:
    for body in ("công đoàn", "đoàn", "phụ nữ", "nông dân", "mttq", "hội"):
        if re.search(rf"(?<!đại )(?<!\w){body}(?!\w)", wording):
            return body
    return "đảng"


def _congress_end(text: str, low: str, at: int) -> int:
    """Where the name of a congress ends: behind the last word that such a name can have."""
    end = sure = at
    while match := _CONGRESS_WORD.match(text, end):
        word = match[1]
        if text[end : match.start(1)].strip(" \xa0") or "\n" in match[0]:
            break
        capital = word[0].isupper() or word[0].isdigit()
        if not capital and low[match.start(1) : match.end(1)] not in _CONGRESS_WORDS:
            break
        if word[0].isdigit() and len(word) > 2:
            break
        end = match.end(1)
        if word.endswith(".") and word not in ("TP.", "Tp."):
            return end - 1
        if low[match.start(1) : end] not in ("của", "các", "lần", "thứ", "khóa", "khoá"):
            sure = end
        if end - at > 120:
            break
    return sure


def _plenum(text: str, low: str, at: int) -> Citation | None:
    match = _PLENUM.match(low, at)
    if match is None:
        return None
    ordinal = _PLENUM_ORDINAL.search(match[0])
    number = match["n"] or (ordinal[1] if ordinal else None)
    if number is None:
        return None
    end = match.end()
    while text[end - 1] in " ,(":
        end -= 1
    kind = "kết luận" if low.startswith("kết luận", at) else "nghị quyết"
    number = _WORD_NUMBERS.get(number, number)
    return Citation(
        at, end, kind, f"trung ương {number}", " ".join(text[at:end].split()), symbol=match["term"] or ""
    )


_WORD_NUMBERS: Final = {
    "hai": "2", "ba": "3", "tư": "4", "bốn": "4", "năm": "5", "sáu": "6", "bảy": "7", "tám": "8",
    "chín": "9", "mười": "10", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8",
    "ix": "9", "x": "10",
}  # fmt: skip


# --- several wordings of one document ---------------------------------------------------------------------------


@dataclass(slots=True)
class _Group:
    """The citations of one document."""

    kind: str
    key: str
    symbol: str
    year: str
    citations: list[Citation] = field(default_factory=list)

    def takes(self, citation: Citation) -> bool:
        """Whether a citation may mean this document."""
        if citation.kind != self.kind or citation.key != self.key:
            return False
        if citation.symbol and self.symbol and citation.symbol != self.symbol:
            return False
        return not (citation.year and self.year and citation.year != self.year)

    def add(self, citation: Citation) -> None:
        """Take a citation in; what it tells more is learnt."""
        self.citations.append(citation)
        self.symbol = self.symbol or citation.symbol
        self.year = self.year or citation.year

    def document(self, reading: Reading) -> Document:
        """The document, its fullest number first among the wordings."""
        numbers = [c.number for c in self.citations if c.number]
        wordings: dict[str, str] = {}
        for citation in sorted(self.citations, key=lambda c: -len(c.number or c.wording)):
            wordings.setdefault(citation.wording.casefold(), citation.wording)
        return Document(
            kind=self.kind,
            number=max(numbers, key=len) if numbers else None,
            issuer=next((c.issuer for c in self.citations if c.issuer), None),
            wordings=tuple(wordings.values()),
            spans=tuple(reading.span(c.start, c.end) for c in self.citations),
        )


def _grouped(citations: Iterator[Citation]) -> list[_Group]:
    groups: list[_Group] = []
    by_key: dict[tuple[str, str], list[_Group]] = {}
    bare_congress: list[Citation] = []
    for citation in citations:
        if citation.key in ("đại hội đảng", "đại hội  đảng"):
            bare_congress.append(citation)
            continue
        known = by_key.setdefault((citation.kind, citation.key), [])
        group = next((g for g in reversed(known) if g.takes(citation)), None)
        if group is None:
            group = _Group(citation.kind, citation.key, citation.symbol, citation.year)
            known.append(group)
            groups.append(group)
        group.add(citation)
    _add_bare(groups, bare_congress)
    return groups


def _add_bare(groups: list[_Group], bare: list[Citation]) -> None:
    """``Nghị quyết Đại hội Đảng`` means the one congress that the text numbers; without one it names none."""
    congresses = [g for g in groups if g.key.startswith("đại hội") and g.key.endswith(" đảng")]
    if len(congresses) == 1:
        for citation in bare:
            if citation.wording.casefold() != "nghị quyết đại hội":  # as likely that of the congress reported
                congresses[0].add(citation)
