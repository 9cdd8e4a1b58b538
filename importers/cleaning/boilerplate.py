"""Boilerplate: what stands on the page and is no part of the article, told by its words and by where it stands."""

from __future__ import annotations

import re
from typing import Final

from importers.cleaning import bylines, captions
from importers.cleaning.lexicon import entries, phrases
from importers.cleaning.lines import Line, LineKind
from importers.cleaning.stamps import read_stamp

_RESIDUE: Final = re.compile(
    r"(?:left|center|right|del|justify|edit|delete){2,}"  # the buttons of an editor around a picture
    r"|(?:https?://|www\.)\S+"
    r"|!?\[[^\[\]]*\]\([^()]*\)|<\w+>.*|!\[.*"  # pictures and links in Markdown and HTML
    r"|\S+\.(?:jpe?g|png|gif|webp|bmp)|z\d{8,}_[0-9a-f]{8,}"  # names of picture files
    r"|(?:IMG|DSCF?|DSCN|DJI|PXL|MVI|vlcsnap|photo|image|screenshot)[-_ ]?\d[\w.-]{2,}"
    r"|source\s+/\S+"
    r"|[\w.+-]+@[\w-]+\.[\w.-]+"  # an address for mail
    r"|0?0:00(?:\s*/\s*\d{1,2}:\d\d)?|\d{1,2}:\d\d\s*/\s*\d{1,2}:\d\d"  # where a recording stands
    r"|đang có \d+ khách.{0,60}"
    r"|[\d.,]+\s*(?:khách|thành viên|người)\s+(?:đang\s+)?(?:trực tuyến|online|truy cập)"
    r"|a[-+]?(?:\s+a[-+]?){1,4}|a[-+]"  # buttons for the size of letters
    r"|\d{1,2} (?:giây|phút|giờ|ngày|tuần|tháng|năm)(?: \d{1,2} \w+)? trước"
    r"|[\d.,]+\s*(?:lượt xem|lượt đọc|lần xem|lượt truy cập|views?|bình luận|thích|likes?|chia sẻ)"
    r"|(?:&(?:nbsp|#160);\s*)+"
    r"|#\w{2,}(?:[\s,;]+#\w{2,})*"  # hashtags
    r"|[\W_]+"  # nothing but signs: rules, bullets, arrows
    r"|(?:function\s*\w*\(|var\s+\w+\s*=|\$\(|window\.|document\.|@media|<!--|<!\[CDATA|\.[\w-]+\s*\{).*"
    r"|.{0,40}\{[^{}]*:[^{}]*\}",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r".{0,60}https?://\S+", re.IGNORECASE)
_RESIDUE_LIMIT: Final = 300
_PHRASE_LIMIT: Final = 120
_IMPRINTS: Final = entries("imprints")
_IMPRINT_LIMIT: Final = 500
_OF_IMPRINTS: Final = re.compile(r"[:\d©]")
_ITEM_WORDS: Final = 4
_KEYWORD_WORDS: Final = 8
_SLUG_WORDS: Final = 5
_LINK_LIMIT: Final = 250
_DATED_LINK: Final = re.compile(  # "A headline (12/5/2020)": how lists of other articles are printed
    r"\S[\s.?!”\"]*[(\[]\s*(?:\d{1,2}[:h]\d\d,?\s*)?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})(?:,?\s*\d{1,2}[:h]\d\d)?\s*[)\]]\s*$"
    r"|^>+\s?\S"
)

OF_PAGE: Final = frozenset(
    ("furniture", "box", "in a box", "keyword", "end of the article", "link to another article")
)
"""The rules that tell what is of the page around an article, not of how its text was made."""

BY_WORDS: Final = frozenset(("furniture", "box", "in a box", "keyword", "end of the article"))
"""The rules that go by what a line says: they may be wrong where it is all that an article says."""


def mark(lines: list[Line]) -> None:
    """Mark residue, furniture of the page, boxes with other articles, and all that follows the article's end."""
    furniture, boxes, ends = phrases("furniture"), phrases("boxes"), phrases("ends")
    keyword_labels = phrases("keyword_labels")
    for line in lines:
        if line.kind is None and len(line.text) <= _RESIDUE_LIMIT and _is_residue(line.text):
            line.be(LineKind.BOILERPLATE, "residue")
    remaining = _prose_after(lines)
    total = remaining[0] if lines else 0
    in_box = in_keywords = False
    for index, line in enumerate(lines):
        read = total - remaining[index]
        if read and _is_imprint(line.text):
            line.be(LineKind.BOILERPLATE, "furniture")
            continue
        if len(line.text) > _PHRASE_LIMIT:  # too long for a phrase
            in_keywords = False
            in_box = _mark_other_article(line, bool(read), in_box)
            continue
        key = line.key.rstrip(" 0123456789")  # "Bình luận (3)"
        in_keywords = (in_keywords and _is_keyword(line)) or (bool(read) and keyword_labels.match(key))
        if in_keywords:
            line.be(LineKind.BOILERPLATE, "keyword")
            continue
        is_end = ends.match(key, line.text)
        if is_end and read and remaining[index] <= read:
            for rest in lines[index:]:
                rest.be(LineKind.BOILERPLATE, "end of the article")
            return
        if is_end or boxes.match(key, line.text):
            line.be(LineKind.BOILERPLATE, "box")
            in_box = bool(read) and ":" not in line.text.rstrip(": ")  # "Xem thêm: …" is its own and only item
        elif furniture.match(key, line.text) and not _is_stamp(line.text):
            line.be(LineKind.BOILERPLATE, "furniture")
        else:
            in_box = _mark_other_article(line, bool(read), in_box)


def _mark_other_article(line: Line, below_prose: bool, in_box: bool) -> bool:
    """Mark what names another article, and say whether a box goes on below the line."""
    if below_prose and len(line.text) <= _LINK_LIMIT and _is_link(line.text):
        line.be(LineKind.BOILERPLATE, "link to another article")
    elif in_box and _is_box_item(line):
        line.be(LineKind.BOILERPLATE, "in a box")
    else:
        return False
    return in_box


def _is_imprint(text: str) -> bool:
    """Whether a line opens as an imprint; a short one, which may be a headline, has a label or a number too."""
    if len(text) > _IMPRINT_LIMIT or not text.lstrip("(*) ").startswith(_IMPRINTS):
        return False
    return len(text) > _PHRASE_LIMIT or _OF_IMPRINTS.search(text) is not None


def _is_residue(text: str) -> bool:
    if "://" in text and _ADDRESS.fullmatch(text):
        return True
    if text.isascii() and text.islower() and text.count(" ") >= _SLUG_WORDS:
        return True  # what a page says for a picture: its headline as in its address, without marks and capitals
    return _RESIDUE.fullmatch(text) is not None


def _is_keyword(line: Line) -> bool:
    """Whether a line under ``Từ khóa`` can be one: a few words without a stop, and no name of who signed."""
    return not line.stops and len(line.text.split()) <= _KEYWORD_WORDS and not bylines.is_labelled(line.text)


def _is_box_item(line: Line) -> bool:
    """Whether a line under the head of a box can be the headline of another article."""
    if line.is_prose or line.stops or len(line.text.split()) < _ITEM_WORDS:
        return False
    if bylines.is_byline(line.text) or captions.credit_of(line.text) is not None:
        return False
    return captions.likeness(line) < 3


def _is_stamp(text: str) -> bool:
    """Whether a line with a counter, or the like, tells when the article was published too."""
    stamp = read_stamp(text)
    return stamp is not None and not stamp.rest


def _is_link(text: str) -> bool:
    return (text[-1] in ")]" or text[0] == ">") and _DATED_LINK.search(text) is not None


def _prose_after(lines: list[Line]) -> list[int]:
    """For each line, how many code points of prose stand from it on."""
    counts = [0] * len(lines)
    behind = 0
    for index in range(len(lines) - 1, -1, -1):
        if lines[index].is_prose:
            behind += len(lines[index].text)
        counts[index] = behind
    return counts
