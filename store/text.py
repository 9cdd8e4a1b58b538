"""The one door for text of outside: what comes from files, archives and people passes here before it is shown.

A terminal obeys the characters that it is sent, and Textual passes them on (control characters, escape
sequences, bidirectional overrides). So text is cleaned twice: when it enters the archive, and again where it
leaves it, since an archive may come from anywhere. `tui.content` is the only place that turns the result into
something that Textual draws, and `tools/check_door.py` keeps it so.
"""

from __future__ import annotations

import os
import re
import unicodedata
from typing import Final, NewType

SafeText = NewType("SafeText", str)
"""Text that may be sent to a terminal: only `clean`, `one_line` and `file_name` make it."""

REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"

_FORBIDDEN: Final = (
    [c for c in range(0x20) if chr(c) not in "\n\t"]  # C0
    + list(range(0x7F, 0xA0))  # DEL and C1; U+0085 becomes a newline below
    + [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]  # bidirectional controls
    + [0x200B, 0x2060, 0xFEFF, 0x00AD]  # zero width space, word joiner, BOM, soft hyphen: invisible, break words
    + list(range(0xFFF9, 0xFFFC))  # interlinear annotation
    + list(range(0xE0000, 0xE0080))  # tags: invisible text
)
_DROP: Final = dict.fromkeys(_FORBIDDEN)
_BREAKS: Final = re.compile("\r\n|\r|\x85|\u2028|\u2029|\x0b|\x0c")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_SUSPECT: Final = re.compile(
    "[" + "".join(re.escape(chr(c)) for c in (*_FORBIDDEN, 0x2028, 0x2029)) + "\ud800-\udfff]"
)


def clean(text: str) -> SafeText:
    """Make text safe to show: NFC, line breaks as ``\\n``, no control, bidirectional or invisible characters.

    Idempotent. Tabs and newlines stay. Lone surrogates become U+FFFD. Linear in the length of the text.
    """
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    # Whatever is forbidden is unprintable, which is forty times as fast to ask for as the very characters are.
    if text.replace("\n", "").replace("\t", "").replace("\xa0", "").isprintable() or _SUSPECT.search(text) is None:
        return SafeText(text)
    text = _BREAKS.sub("\n", text).translate(_DROP)
    text = _SURROGATES.sub(REPLACEMENT, text)
    return SafeText(unicodedata.normalize("NFC", text))  # what was parted by a dropped character may now join


def in_place(text: str) -> SafeText:
    """Clean text whose positions are known: what may not be shown becomes U+FFFD, and nothing moves.

    The text of an archive is clean as a rule; then this gives what `clean` gives. It does not compose (NFC).
    """
    safe = clean(text)
    return safe if safe == text else SafeText("".join(map(_in_place, text)))


def _in_place(character: str) -> str:
    safe = clean(character)
    return safe if len(safe) == 1 else REPLACEMENT


def one_line(text: str, limit: int | None = None) -> SafeText:
    """Clean text for a place that has one line: white space folded, cut with ``…`` after ``limit`` code points."""
    folded = " ".join(clean(text).split())
    if limit is not None and len(folded) > limit:
        folded = folded[: max(limit - 1, 0)].rstrip() + "…"
    return SafeText(folded)


_RESERVED: Final = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)


def file_name(text: str, limit: int = 120) -> SafeText:
    """Make a file name of text: one path component, safe on Linux, macOS and Windows, never empty or hidden.

    ``limit`` counts bytes of UTF-8 and leaves room for an extension (file systems allow 255).
    """
    name = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "-", one_line(text)).strip(" .-")[:limit]
    while len(name.encode()) > limit:
        name = name[:-1]
    name = name.rstrip(" .-")
    if not name or _RESERVED.match(name.split(".")[0]):
        name = f"_{name}" if name else "untitled"
    return SafeText(name)


def path_text(path: str | os.PathLike[str]) -> SafeText:
    """Show a path in a message: undecodable bytes and control characters become visible and harmless."""
    return one_line(os.fspath(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


class _Folding(dict[int, str]):
    """Code point to its folded form, filled as code points are met."""

    def __missing__(self, code: int) -> str:
        low = chr(code).lower()
        base = unicodedata.normalize("NFD", low)[0]
        folded = self[code] = "d" if base == "đ" else base
        return folded


_FOLDING: Final = _Folding()


def fold(text: str) -> str:
    """Fold for comparing without marks: lower case, no Vietnamese marks, ``đ`` as ``d``.

    One code point gives one code point, so positions in the folded text are positions in the text (NFC).
    """
    return text.translate(_FOLDING)
