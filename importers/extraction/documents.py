"""Documents that a text cites: each once, with all its wordings.

A document has a number or a symbol (``Nghị quyết số 23-NQ/TW``), a congress or plenum that passed it (``Nghị
quyết Đại hội XIII của Đảng``), or it is a law with its title (`laws`). ``Nghị quyết`` alone names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

from importers.extraction.citation import Citation
from importers.extraction.congresses import passed_by_meetings
from importers.extraction.facts import facts, words
from importers.extraction.laws import AMENDED_LAW, find_laws, find_ordinances
from importers.extraction.reading import Reading
from importers.extraction.spelling import key_of, lowered
from importers.extraction.tries import matches_near
from store.records import Document


def find_documents(reading: Reading) -> tuple[Document, ...]:
    """Find the documents that the reading cites, in the order of their first citation."""
    text = reading.text
    low = lowered(text)
    key = key_of(text)
    citations = [*_numbered(text, low), *passed_by_meetings(text, low), *find_laws(text, key)]
    citations += [*find_ordinances(text, key), *_constitutions(text, low)]
    citations.sort(key=lambda c: (c.start, -c.end))
    return tuple(group.document(reading) for group in _grouped(_apart(text, citations)))


def _apart(text: str, citations: list[Citation]) -> Iterator[Citation]:
    reached = -1
    for citation in citations:
        inside = citation.rule == AMENDED_LAW and citation.end <= reached
        if (citation.start >= reached or inside) and "\n" not in text[citation.start : citation.end]:
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
        yield Citation(
            match.start(),
            match.end(),
            "hiến pháp",
            match[1],
            wording,
            year=match[1],
            issuer="Quốc hội",
            rule="constitution",
        )


# --- documents with a number -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Kinds:
    head: re.Pattern[str]
    far_head: re.Pattern[str]
    last_syllables: frozenset[str]
    verbs: frozenset[str]


@cache
def _kinds() -> _Kinds:
    data = facts("documents")
    kinds = [*data["kinds"], *data["short"]]
    any_kind = "|".join(sorted((re.escape(kind) for kind in kinds), key=len, reverse=True))
    return _Kinds(
        head=re.compile(rf"(?<!\w)({any_kind})\s(?:(?:mang\s)?(?P<so>số|sô)\s?:?\s?)?$"),
        far_head=re.compile(rf"(?<!\w)({any_kind})\s(?:[^\s,.;:()“”\"]+\s){{1,8}}?(?P<so>số)\s?:?\s?$"),
        last_syllables=frozenset(kind.rsplit(" ", 1)[-1] for kind in kinds) | {"số", "sô"},
        verbs=frozenset((*data["verbs"]["words"], *data["short"])),
    )


_NUMBER = re.compile(
    r"\d{1,6}[a-z]?(?:[-–/][A-ZĐƯa-z]*[A-ZĐƯ][\w.&]*|\s?[-–/]\s?[A-ZĐƯa-z]?[A-ZĐƯ]{2}[\w.&]*|"
    r"[-–/.]\w[\w&.]*)*(?<![.])|"
    r"\d{1,6}"
)
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
    return _kinds().head.search(low, max(0, at - 40), at) or _far_head(low, at)


def _far_head(low: str, at: int) -> re.Match[str] | None:
    """The kind before what the document is about: ``Quyết định khởi tố vụ án số 42/QĐ-…``, its letters behind."""
    number = _SYMBOL.match(low, at)
    head = _kinds().far_head.search(low, max(0, at - 100), at) if number is not None else None
    if number is None or head is None:
        return None
    letters = facts("documents")["kinds"].get(head[1], [])
    return head if number[1] in [one.lower() for one in letters] else None


_SYMBOL = re.compile(r"\d{1,6}(?:/\d{4})?[/-]([^\W\d_]+)(?!\w)")


_SHARE = re.compile(r"\d{1,3}/\d{1,3}")
"""So many of so many (``đã kết luận 27/29 vụ``): the number of no document, but behind ``số``."""


def _with_head(text: str, low: str, at: int, head: re.Match[str]) -> Citation | None:
    number = _NUMBER.match(text, at)
    if number is None:
        return None
    start, kind = head.start(), head[1]
    written = number[0].rstrip("-–/.")
    if _SHARE.fullmatch(written) and head["so"] is None and text[start].islower():
        return None
    if kind in ("chương trình", "đề án") and head["so"] is None and written in _PROGRAMMES:
        return None
    if written.isdigit() and not _stands_alone(text, low, at + len(written), written, head):
        return None
    kind = facts("documents")["short"].get(kind, kind)
    if kind.startswith("qui "):
        kind = "quy định"
    if kind == "kết luận" and "TB" in written and low.endswith("thông báo ", max(0, start - 10), start):
        start, kind = start - 10, "thông báo"
    return _citation(text, start, at, kind, written, text[start : at + len(written)])


_PROGRAMMES: Final = frozenset(("30a", "134", "135", "167", "661", "327", "1816"))
"""What programmes of old are called, by the number of the decision that began them."""


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
    shared = _citation(text, at, at, last.kind, written, head_words + written)
    return replace(shared, rule="number under the kind before it")


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
    if head[1] not in _kinds().verbs or text[head.start()].isupper():
        return True
    return _is_cited(text, low, head, end, written)


_ISSUED = re.compile(
    r"\scủa\s(?:thành ủy|tỉnh ủy|huyện ủy|quận ủy|đảng ủy|thành uỷ|tỉnh uỷ|huyện uỷ|quận uỷ|đảng uỷ|ubnd|hđnd|"
    r"trung ương|bộ |chính phủ|thủ tướng|quốc hội|ban |tỉnh|thành phố|huyện|quận|ủy ban|uỷ ban|hội đồng)"
)
_AIMED_AT = re.compile(r"(?<!\w)(?:vượt|đạt|so với|bằng|hơn|kém|tăng|giảm|hoàn thành|được|có|các|những|mọi)\s$")
_HIGH = 2
"""Digits from which on a number at the end of a clause names a document written in small letters."""


def _is_cited(text: str, low: str, head: re.Match[str], end: int, written: str) -> bool:
    """Whether ``chương trình 4 của thành ủy``, ``theo kế hoạch 135.`` name a document by its number."""
    if _AIMED_AT.search(low, max(0, head.start() - 12), head.start()) is not None:
        return False
    if _ISSUED.match(low, end) is not None:
        return True
    return len(written) > _HIGH and text[end : end + 1] in (".", ",", ";", ")", "”", '"')


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
            rules=tuple(c.rule for c in self.citations),
        )


def _grouped(citations: Iterator[Citation]) -> list[_Group]:
    groups: list[_Group] = []
    by_key: dict[tuple[str, str], list[_Group]] = {}
    bare_congress: list[Citation] = []
    for citation in citations:
        if citation.key.startswith("đại hội  "):  # of a congress without its number
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
    return sorted(groups, key=lambda group: group.citations[0].start)


def _add_bare(groups: list[_Group], bare: list[Citation]) -> None:
    """``Nghị quyết Đại hội Đảng`` means the one congress of that body that the text numbers.

    Without one it names none, but where it says of which lower body the congress was.
    """
    for citation in bare:
        if citation.wording.casefold() == "nghị quyết đại hội":  # as likely that of the congress reported
            continue
        congresses = [g for g in groups if g.key.startswith("đại hội") and g.symbol == citation.symbol]
        begun = [
            g
            for g in congresses
            if any(c.wording.casefold().startswith(citation.wording.casefold()) for c in g.citations)
        ]
        if len(begun or congresses) == 1:
            (begun or congresses)[0].add(citation)
        elif not congresses and citation.symbol != "đảng":
            group = _Group(citation.kind, citation.key, citation.symbol, citation.year)
            group.add(citation)
            groups.append(group)
