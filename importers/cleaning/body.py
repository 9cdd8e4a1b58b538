"""The body: which of the remaining lines are captions and crossheads, and how it all is put together."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Final

from importers.cleaning import bylines, captions
from importers.cleaning.head import Head
from importers.cleaning.lexicon import phrases
from importers.cleaning.lines import CAPTION_LIMIT, CROSSHEAD_LIMIT, LONG, Line, LineKind
from store.records import Block, BlockKind, Caption, CleanArticle, Span

_SEPARATOR: Final = "\n\n"
_ROW: Final = 3
_LEAD_FROM: Final = 100
_REPEAT_LIMIT: Final = 300
_TOLD_FROM: Final = 60
_SHORT: Final = 60
_TOLD_IN: Final = 2000
_UNTOLD: Final = 0.15
"""Share of the words of a caption that the paragraph above it may lack."""

PARTS: Final = {
    LineKind.PARAGRAPH: BlockKind.PARAGRAPH,
    LineKind.CROSSHEAD: BlockKind.CROSSHEAD,
    LineKind.CAPTION: BlockKind.CAPTION,
}
"""The lines that are the body, as its blocks."""


def mark(lines: list[Line]) -> None:
    """Decide every line that is left: caption, crosshead or paragraph."""
    _mark_broken_lines([line for line in lines if line.kind is None])
    left = [line for line in lines if line.kind is None]
    signature = next((line.number for line in lines if line.rule == "signature at the end"), None)
    around = _Surroundings(left, signature)
    for index, line in enumerate(left):
        rule = around.caption_rule(index)
        signed = signature is not None and line.number > signature
        if rule is not None:
            line.be(LineKind.CAPTION, rule)
        elif signed and not line.is_prose:
            line.be(LineKind.BOILERPLATE, "after the signature, no picture")
        elif _is_crosshead(line, index, left):
            line.be(LineKind.CROSSHEAD, "short, no stop")
        else:
            line.be(LineKind.PARAGRAPH, "paragraph")
    _mark_between_captions(left)
    _mark_broken_captions(left, around.usual_gap)
    if not around.has_credits:  # else a picture has one
        title = next((line for line in lines if line.kind is LineKind.TITLE), None)
        _mark_alike(left, set(title.words.split()) if title is not None else set())


def mark_sections_below(lines: list[Line]) -> None:
    """Mark the name of a section below all prose: it is of the page."""
    for line in reversed([line for line in lines if line.kind is None]):
        if line.is_prose:
            return
        if not line.stops and phrases("sections").match(line.key, line.text):
            line.be(LineKind.BOILERPLATE, "section below the article")


def _mark_broken_lines(left: list[Line]) -> None:
    """Paragraphs that an editor broke into lines, where several lines open in small letters."""
    broken = [(above, line) for above, line in pairwise(left) if _is_broken(above, line)]
    small = sum(line.text[0].islower() for _, line in broken)
    if small < _OFTEN_BROKEN or small * 3 < len(left):
        return
    for above, line in broken:
        if line.text[0].islower() or len(above.text) >= _BROKEN_FROM or above.text.endswith(_ADDRESSES):
            if above.kind is None:
                above.be(LineKind.PARAGRAPH, "paragraph")
            line.be(LineKind.PARAGRAPH, _BROKEN)


_OFTEN_BROKEN: Final = 3
_BROKEN_FROM: Final = 50
_ADDRESSES: Final = (" đồng chí", " ông", " bà", " và")
_BROKEN: Final = "broken line"


def _is_broken(above: Line, line: Line) -> bool:
    """Whether a line ends without a stop right above another."""
    if line.number != above.number + 1 or line.gap or above.stops or above.text[-1] in ":;":
        return False
    return captions.credit_of(above.text) is None and captions.credit_of(line.text) is None


class _Surroundings:
    """What the lines that are left say of each other: repetitions, credits, gaps, what stands last."""

    def __init__(self, left: list[Line], signature: int | None) -> None:
        self.left = left
        self.credited = [len(line.text) <= 600 and captions.credit_of(line.text) is not None for line in left]
        self.folded = [_folded(line) if len(line.text) <= _REPEAT_LIMIT else "" for line in left]
        self.repeated = Counter(self.folded)
        self.has_credits = any(self.credited)
        self.usual_gap = Counter(line.gap for line in left).most_common(1)[0][0] if left else 0
        self.closing = _closing_group(left, self.usual_gap)
        self.announced = _announced(left, signature)
        self.listed = _listed(left)
        self.is_signed = signature is not None
        below = [line for line in left if signature is not None and line.number > signature]
        # A row of headlines without stops is a list of other articles; one line is the caption of a picture.
        pictured = len(below) < _ROW or any(line.stops or captions.likeness(line) >= 2 for line in below)
        shown = [line for line in below if line.text[0] not in "*>" and not _is_label(line)]
        self.below_signature = {line.number for line in shown} if pictured else set()

    def caption_rule(self, index: int) -> str | None:
        """Name the rule by which a line is a caption, ``None`` if it is none."""
        line = self.left[index]
        if self.credited[index]:
            return "credit"
        if line.number in self.below_signature:
            return "after the signature"
        if self.folded[index] and self.repeated[self.folded[index]] > 1 and line.sentences == 1:
            return "printed twice"
        if line.number in self.closing:
            return "group at the end"
        if line.number in self.announced:
            return "pictures announced above"
        if len(line.text) > CAPTION_LIMIT:
            return None
        if self.has_credits and any(
            self.credited[i] and _is_credited_copy(line, self.left[i]) for i in self._beside(index)
        ):
            return "beside the same with a credit"
        if line.number not in self.listed and captions.likeness(line) + self._place(index) >= 3:
            return "likeness"
        return "told in the paragraph above" if self._is_told_above(line, index) else None

    def _is_told_above(self, line: Line, index: int) -> bool:
        """Whether a sentence on what somebody does says nothing that the paragraph above it does not say.

        A lead is told again too, but below itself.
        """
        if index < 2 or len(line.text) < _TOLD_FROM or not captions.shows_an_act(line):
            return False
        above = self.left[index - 1]
        if not len(line.text) < len(above.text) <= _TOLD_IN:
            return False
        return _tells_no_more(line, set(above.words.split()))

    def _beside(self, index: int) -> list[int]:
        return [i for i in (index - 1, index + 1) if 0 <= i < len(self.left)]

    def _place(self, index: int) -> int:
        """How much the place of a line speaks for a caption: the room left for a picture, the end of the text."""
        line = self.left[index]
        below = self.left[index + 1].gap if index + 1 < len(self.left) else self.usual_gap
        score = int(line.gap > self.usual_gap or below > self.usual_gap)
        if index == 0 and line.stops and len(line.text) > _LEAD_FROM:
            score -= 1  # the lead: it tells of the same people and deeds as a caption
        if index == len(self.left) - 1 and index > 1 and not self.is_signed and len(line.text) <= LONG:
            score += 2  # what stands last, short and unsigned, is mostly a picture
        return score


def _is_label(line: Line) -> bool:
    """Whether a line is too short to tell of a picture: the name of a section or of a paper (``Xã hội``)."""
    return line.text.count(" ") < _FEW_SPACES and not line.stops and captions.likeness(line) < _LIKE


_FEW_SPACES: Final = 3
_LIKE: Final = 2


def _folded(line: Line) -> str:
    return line.text.lower().rstrip(" .")


def _mark_between_captions(left: list[Line]) -> None:
    """What looks like a crosshead between two captions, with no paragraph under it, is one of a row of pictures."""
    for above, line, below in zip(left, left[1:], left[2:], strict=False):
        if not above.kind is below.kind is LineKind.CAPTION:
            continue
        if line.kind is LineKind.CROSSHEAD or (line.kind is LineKind.PARAGRAPH and captions.shows_a_gesture(line)):
            line.be(LineKind.CAPTION, "between captions")


def _mark_broken_captions(left: list[Line], usual_gap: int) -> None:
    """A caption that is broken into lines goes on in small letters, or right below where others are parted."""
    lines = [line for line in left if len(line.text) <= LONG]
    for above, line in pairwise(lines):
        if line.gap or line.number != above.number + 1 or above.stops or line.kind is LineKind.CAPTION:
            continue
        if captions.credit_of(above.text) is not None or above.text[-1] in ":;":
            continue
        goes_on = line.text[0].islower()
        if above.kind is LineKind.CAPTION:
            is_one = goes_on or (usual_gap > 0 and line.sentences == 1)
        else:
            is_one = goes_on and captions.likeness(above.joined(line)) + (usual_gap > 0) >= 3
        if is_one:
            if above.kind is not LineKind.CAPTION:
                above.be(LineKind.CAPTION, "goes on below")
            line.be(LineKind.CAPTION, "goes on from above")


def _mark_alike(left: list[Line], headline: set[str]) -> None:
    """Where captions are sentences with a stop, so is what is like them, or says no more than the headline."""
    if not any(line.kind is LineKind.CAPTION and line.stops for line in left):
        return
    opens_short = _opens_short(left)
    for above, line, below in zip(left, left[1:], [*left[2:], None], strict=False):
        if line.kind is LineKind.PARAGRAPH and line.stops and line.sentences == 1:
            among_long = _is_between_long(above, below)
            rule = _alike_rule(line, headline, among_long=among_long, opens_short=opens_short)
            if rule is not None:
                line.be(LineKind.CAPTION, rule)


_SHORT_ADDRESS: Final = ("Đ/c ", "Đc ", "Đ/C ")


def _opens_short(left: list[Line]) -> bool:
    """Whether captions open with a form of address cut short, and no paragraph of several sentences does."""
    short = [line for line in left if line.text.startswith(_SHORT_ADDRESS)]
    return any(line.kind is LineKind.CAPTION for line in short) and all(line.sentences == 1 for line in short)


def _alike_rule(line: Line, headline: set[str], *, among_long: bool, opens_short: bool) -> str | None:
    """Name the rule by which a sentence is a caption where others are sentences too, ``None`` if it is none."""
    if captions.shows_a_gesture(line):
        return "a gesture, as other captions"
    if opens_short and line.text.startswith(_SHORT_ADDRESS) and len(line.text) <= CAPTION_LIMIT:
        return "form of address, as other captions"
    if captions.opens_with_whom_or_what(line) and _tells_no_more(line, headline):
        return "headline told again, as other captions"
    if among_long and len(line.text) <= _SHORT and captions.shows_an_act(line) and captions.likeness(line) > 0:
        return "short among long, as other captions"
    return None


def _is_between_long(above: Line, below: Line | None) -> bool:
    return len(above.text) > LONG and below is not None and len(below.text) > LONG


def _tells_no_more(line: Line, other: set[str]) -> bool:
    words = set(line.words.split())
    return len(words - other) <= len(words) * _UNTOLD


def _closing_group(left: list[Line], usual_gap: int) -> set[int]:
    """Lines at the end that stand together where the paragraphs above are parted by blank lines.

    In a row of many pictures the gap that is usual is theirs, and the paragraphs above are asked.
    """
    start = len(left) - 1
    while start > 0 and left[start].gap == 0:
        start -= 1
    if not usual_gap and sum(line.gap > 0 for line in left[1 : start + 1]) * 2 <= start:
        return set()
    group = left[max(start, 1) :]
    if len(group) > 1 and (len(group[0].text) > CAPTION_LIMIT or group[0].sentences > 1):
        group = group[1:]  # pages print the captions right under the last paragraph
    elif len(group) == 1:
        return set()
    fitting = [line for line in group if len(line.text) <= CAPTION_LIMIT]
    credited = sum(captions.credit_of(line.text) is not None for line in fitting)
    fits = len(fitting) == len(group) or credited * 2 >= len(group)
    return {line.number for line in fitting} if fits else set()


def _listed(left: list[Line]) -> set[int]:
    """Rows of people in a list that the line above them announces (``gồm:``): no portraits."""
    found: set[int] = set()
    row: list[int] | None = None
    for line in left:
        if row is not None and captions.opens_with_a_name(line):
            row.append(line.number)
            continue
        if row is not None and len(row) >= _ROW:
            found |= set(row)
        row = [] if line.text[-1] == ":" or _OPENS_ROWS.search(line.text[-_TAIL:]) else None
    return found | (set(row) if row is not None and len(row) >= _ROW else set())


_OPENS_ROWS: Final = re.compile(r"\b(?:gồm|gồm có|sau đây|như sau):\s", re.IGNORECASE)
_ANNOUNCES: Final = re.compile(
    r"\b(?:một số|những|chùm|loạt)\s(?:bức\s)?(?:hình\s)?ảnh\b[^.:!?]{0,80}[.:]?$", re.IGNORECASE
)


def _announced(left: list[Line], signature: int | None) -> set[int]:
    """Short sentences, all that stands below a line that announces pictures (``… xin gửi một số hình ảnh.``)."""
    stop = next((i for i, line in enumerate(left) if signature is not None and line.number > signature), len(left))
    for index in range(stop - _ROW - 1, -1, -1):
        line = left[index]
        if line.sentences > 1 and len(line.text) > CAPTION_LIMIT:
            return set()
        if "ảnh" in line.text[-_TAIL:] and _ANNOUNCES.search(line.text[-_TAIL:]):
            below = left[index + 1 : stop]
            fits = all(len(item.text) <= CAPTION_LIMIT and item.sentences == 1 for item in below)
            return {item.number for item in below} if fits else set()
    return set()


_TAIL: Final = 110
"""Code points at the end of a line within which it announces pictures."""


def _is_credited_copy(line: Line, other: Line) -> bool:
    """Whether another line says the same and whose picture it is: pages print a picture's text and its caption."""
    if line.sentences > 1 or (line.stops and captions.opens_as_prose(line)):
        return False
    return captions.same_picture(line.text, other.text)


def _is_crosshead(line: Line, index: int, left: list[Line]) -> bool:
    return (
        len(line.text) <= CROSSHEAD_LIMIT
        and not line.stops
        and line.text[-1] not in ",;:"
        and line.text[0] not in "-+–•*"
        and 0 < index < len(left) - 1
    )


def _goes_on(above: Line | None, line: Line) -> bool:
    """Whether a paragraph is broken within a sentence, as editors break lines: it goes on in small letters."""
    if above is None or above.kind is not LineKind.PARAGRAPH or line.number != above.number + 1 or line.gap:
        return False
    if line.rule == _BROKEN:
        return True
    return line.text[0].islower() and (above.text[-1].isalnum() or above.text[-1] in ",-–")


def assemble(lines: list[Line], head: Head) -> CleanArticle:
    """Put the article together from decided lines."""
    parts: list[str] = []
    blocks: list[Block] = []
    found: list[Caption] = []
    kept: set[str] = set()
    recent: list[str] = []
    others: dict[LineKind, list[Line]] = {kind: [] for kind in LineKind}
    at = 0
    above: Line | None = None
    for line in lines:
        kind = line.kind
        if kind not in PARTS:
            if kind is not None:
                others[kind].append(line)
            continue
        if kind is LineKind.CAPTION:
            again = line.words in kept or any(captions.same_picture(line.text, other) for other in recent)
            span = None if again else Span(at, at + len(line.text))
            found.append(Caption(line.raw.strip(), captions.credit_of(line.text), span))
            if span is None:
                continue
            kept.add(line.words)
            recent = [*recent[-2:], line.text]
        if kind is LineKind.PARAGRAPH and _goes_on(above, line):
            parts[-1] += f" {line.text}"
            at += len(line.text) + 1
            blocks[-1] = Block(BlockKind.PARAGRAPH, blocks[-1].start, at - len(_SEPARATOR))
        else:
            parts.append(line.text)
            blocks.append(Block(PARTS[kind], at, at + len(line.text)))
            at += len(line.text) + len(_SEPARATOR)
        above = line

    title, byline, sections = others[LineKind.TITLE], others[LineKind.BYLINE], others[LineKind.SECTION]
    signed = byline[0].text if byline else head.byline
    aside = sorted((*others[LineKind.BOILERPLATE], *sections), key=lambda line: line.number)
    return CleanArticle(
        title=title[0].text if title else None,
        byline=bylines.signer(signed) if signed else None,
        section=sections[0].text if sections else head.section,
        published=head.published,
        published_text=head.published_text,
        body=_SEPARATOR.join(parts),
        blocks=tuple(blocks),
        captions=tuple(found),
        boilerplate=tuple(line.raw for line in aside),
    )
