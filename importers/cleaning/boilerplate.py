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
    r"|a[-+]?(?:[\s|/]+a[-+]?){1,4}|a[-+]"  # buttons for the size of letters
    r"|\d{1,2} (?:giây|phút|giờ|ngày|tuần|tháng|năm)(?: \d{1,2} \w+)? trước"
    r"|[\d.,]+\s*(?:lượt xem|lượt đọc|lần xem|lượt truy cập|views?|bình luận|thích|likes?|chia sẻ)"
    r"|(?:&(?:nbsp|#160);\s*)+"
    r"|#\w{2,}(?:[\s,;]+#\w{2,})*"  # hashtags
    r"|(?:[^,.:;]{2,40},(?=\S)){3,}[^,.:;]{2,40}"  # keywords, a comma and no space between them
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
_OF_IMPRINTS: Final = re.compile(r"[:\d©]|\w\.\w")
_ITEM_WORDS: Final = 4
_LIKE: Final = 3
"""Likeness from which on a line is a caption (see `captions.likeness`)."""

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
    ends = phrases("ends")
    for line in lines:
        if line.kind is None and len(line.text) <= _RESIDUE_LIMIT and _is_residue(line.text):
            line.be(LineKind.BOILERPLATE, "residue")
    remaining = _prose_after(lines)
    total = remaining[0] if lines else 0
    page = _Page()
    for index, line in enumerate(lines):
        page.read = total - remaining[index]
        key = ""
        if len(line.text) <= _PHRASE_LIMIT:  # else too long for a phrase
            key = _once(line.key.rstrip(" 0123456789"))  # "Bình luận (3)", "Chia sẻ Chia sẻ"
        if key and page.read and remaining[index] <= page.read and ends.match(key, line.text):
            for rest in lines[index:]:
                rest.be(LineKind.BOILERPLATE, "end of the article")
            return
        page.see(line, key)


class _Page:
    """What the lines above say of the next: how much prose they hold, and whether a box or keywords go on."""

    __slots__ = ("_below_head", "_boxes", "_ends", "_furniture", "_in_box", "_in_keywords", "_labels", "read")

    def __init__(self) -> None:
        self.read = 0
        self._in_box = self._below_head = self._in_keywords = False
        self._furniture, self._boxes, self._ends = phrases("furniture"), phrases("boxes"), phrases("ends")
        self._labels = phrases("keyword_labels")

    def see(self, line: Line, key: str) -> None:
        """Mark the next line where its words or the lines above say that it is of the page.

        ``key`` is the line folded, without a number behind it; empty for one that is too long for a phrase.
        """
        if _is_name_of_site(line.text) or (self.read and _is_imprint(line.text)):
            line.be(LineKind.BOILERPLATE, "furniture")
            return
        is_label = self.read > 0 and self._labels.match(key)
        if not is_label and (self._boxes.match(key, line.text) or self._ends.match(key, line.text)):
            line.be(LineKind.BOILERPLATE, "box")
            self._in_keywords = False
            # "Xem thêm: …" is its own and only item
            self._in_box = self.read > 0 and ":" not in line.text.rstrip(": ")
            self._below_head = key in self._boxes.whole or key in self._ends.whole
        elif not is_label and self._furniture.match(key, line.text) and not _is_stamp(line.text):
            line.be(LineKind.BOILERPLATE, "furniture")
        elif is_label or (self._in_keywords and _is_keyword(line)):
            line.be(LineKind.BOILERPLATE, "keyword")
            self._in_keywords = True
        else:
            self._in_keywords = False
            self._in_box = self._is_other_article(line)

    def _is_other_article(self, line: Line) -> bool:
        """Mark what names another article, and say whether a box goes on below the line.

        Below the head of a box that names nothing yet even what is like a caption is an item of it.
        """
        if self.read and len(line.text) <= _LINK_LIMIT and _is_link(line.text):
            line.be(LineKind.BOILERPLATE, "link to another article")
            return self._in_box
        if not self._in_box or not _is_box_item(line):
            return False
        if not self._below_head and captions.likeness(line) >= _LIKE:
            return False
        line.be(LineKind.BOILERPLATE, "in a box")
        return True


_SITE_NAME: Final = re.compile(r"(?:TRANG|CỔNG) (?:THÔNG TIN|TTĐT|TIN)(?: ĐIỆN TỬ)?\b(?! (?:VÀ|CỦA NHÂN))")
_SITE_LIMIT: Final = 110


def _is_name_of_site(text: str) -> bool:
    """Whether a line in capitals is the name of the site: ``TRANG THÔNG TIN ĐIỆN TỬ XÃ …``."""
    return len(text) <= _SITE_LIMIT and text.isupper() and _SITE_NAME.match(text) is not None


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


def _once(key: str) -> str:
    """Leave out a repetition: buttons have their name in a picture too."""
    half = len(key) // 2
    return key[:half] if key and key[half] == " " and key[:half] == key[half + 1 :] else key


def _is_keyword(line: Line) -> bool:
    """Whether a line under ``Từ khóa`` can be one: a few words without a stop, and no name of who signed."""
    return not line.stops and len(line.text.split()) <= _KEYWORD_WORDS and not bylines.is_labelled(line.text)


def _is_box_item(line: Line) -> bool:
    """Whether a line under the head of a box can be the headline of another article."""
    if line.is_prose or line.stops or len(line.text.split()) < _ITEM_WORDS:
        return False
    return not bylines.is_byline(line.text) and captions.credit_of(line.text) is None


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
