"""Bytes to text: UTF-8 and UTF-16, with or without a byte order mark, in Unicode's composed form (NFC).

A wrong guess would spoil an archive silently, so whatever is not certainly one of these is refused with a reason.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Final

from importers.problems import ImportProblem

_MARKS: Final = (  # the longer marks first: that of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_SAVE_AS_TEXT: Final = "Open it in the program it belongs to, save it as plain text in UTF-8, import that"
_FORMATS: Final = (  # how files of other formats begin
    (b"%PDF-", "a PDF document", _SAVE_AS_TEXT),
    (b"{\\rtf", "a rich text (RTF) document", _SAVE_AS_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document", _SAVE_AS_TEXT),
    (b"PK\x03\x04", "a zip file or an Office document", "Unpack it, or save the document as plain text in UTF-8"),
    (b"\x1f\x8b", "a gzip file", "Unpack it with `gunzip`, import what is in it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-zip file", "Unpack it, import what is in it"),
    (b"Rar!\x1a\x07", "a RAR file", "Unpack it, import what is in it"),
    (b"BZh", "a bzip2 file", "Unpack it with `bunzip2`, import what is in it"),
    (b"\xfd7zXZ\x00", "an xz file", "Unpack it with `unxz`, import what is in it"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file", "Unpack it with `unzstd`, import what is in it"),
    (b"SQLite format 3\x00", "a database", "Open an archive with `--archive`, it is not imported"),
    (b"\x89PNG\r\n\x1a\n", "a picture", "Leave it out: only text can be imported"),
    (b"\xff\xd8\xff", "a picture", "Leave it out: only text can be imported"),
    (b"GIF8", "a picture", "Leave it out: only text can be imported"),
    (b"\x7fELF", "a program", "Leave it out: only text can be imported"),
)

_BINARY: Final = ImportProblem("it is a binary file, not text", "Leave it out, or save it as plain text in UTF-8")
_PAGE: Final = re.compile(r"\s*(?:<!doctype\s+html|<html[\s>]|<\?xml\s)", re.IGNORECASE)
_FROM_BROWSER: Final = "Open it in a browser, save it as plain text in UTF-8, import that"
_LETTER: Final = re.compile(r"[^\W\d_]")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE: Final = 1 << 16


def decode(data: bytes) -> str:
    """Give the text of a file in NFC, with ``\\n`` as the only line break and without a byte order mark.

    Raises:
        ImportProblem: the file is empty, binary, of another format, in no encoding known here, or without words.
    """
    if not data.strip():
        raise ImportProblem("the file is empty", "Check where it came from and fetch it again, or leave it out")
    return settle(_decoded(data))


def settle(text: str) -> str:
    """Give a text in NFC, with ``\\n`` as the only line break.

    Raises:
        ImportProblem: it is binary, a web page, or without words.
    """
    if len(_CONTROLS.findall(text[:_SAMPLE])) * 10 > len(text[:_SAMPLE]) or "\0" in text:
        raise _problem(_BINARY)
    if _PAGE.match(text):
        raise ImportProblem("it is a web page (HTML), not plain text", _FROM_BROWSER)
    if _LETTER.search(text) is None:
        raise ImportProblem("there are no words in it", "Leave it out: there is nothing to read")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _decoded(data: bytes) -> str:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None) or _without_mark(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unknown(error) from None


def _without_mark(data: bytes) -> str:
    """Tell the encoding of data without a byte order mark, or raise the problem that it shows."""
    for magic, name, advice in _FORMATS:
        if data.startswith(magic):
            raise ImportProblem(f"it is {name}, not plain text", advice)
    if b"\0" not in data:
        return "utf-8"
    # Text in UTF-16 has a zero in the high byte of every letter of ASCII, and next to none in the low byte.
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(len(sample) // 2, 1)
    if len(data) % 2 == 0 and odd * 4 > half and even * 50 <= half:
        return "utf-16-le"
    if len(data) % 2 == 0 and even * 4 > half and odd * 50 <= half:
        return "utf-16-be"
    raise _problem(_BINARY)


def _unknown(error: UnicodeDecodeError) -> ImportProblem:
    controls = len(re.findall(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", error.object[:_SAMPLE]))
    if error.encoding.startswith("utf-8") and controls * 10 > len(error.object[:_SAMPLE]):
        return _problem(_BINARY)
    return ImportProblem(
        f"it is in no encoding known here (byte {error.start + 1:,} is not {error.encoding.upper()})",
        "Convert it to UTF-8 first, for example `iconv -f WINDOWS-1258 -t UTF-8`; "
        "texts in the old TCVN3 (ABC) or VNI fonts need a converter such as UniKey's",
    )


def _problem(known: ImportProblem) -> ImportProblem:
    """Give a fresh exception: one object raised twice would drag the first traceback along."""
    return ImportProblem(known.reason, known.advice)
