"""JSON Lines: one article a line, as dumps and crawlers write them, packed with gzip or not.

A file is read line by line, so that its size does not matter; a line costs no more than `LINE_LIMIT`.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, cast

from importers.problems import ImportProblem
from importers.readers import text

SUFFIXES: Final = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")

LINE_LIMIT: Final = 16 * 1024 * 1024
"""The bytes over which a line is left out."""

UNPACKED_FREELY: Final = 64 * 1024 * 1024
"""Bytes that any file may unpack to."""

UNPACKED_TIMES: Final = 200
"""How many times its size a packed file may unpack to beyond that; articles pack to a third or a tenth."""

_GZIP: Final = b"\x1f\x8b"
_BUFFER: Final = 1 << 18
_MARK: Final = b"\xef\xbb\xbf"
_OTHER_MARKS: Final = (b"\xff\xfe", b"\xfe\xff", b"\0")
_ONE_DOCUMENT: Final = ImportProblem(
    "it is one JSON document, not one object a line", "Convert it, for example with `jq -c '.[]'`"
)
_BAD_ENCODING: Final = ImportProblem(
    "it is not in UTF-8", "Convert it first, for example `iconv -f UTF-16 -t UTF-8`"
)


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line that is not blank: its number from 1, its bytes, and where in the file (packed) reading has come to.

    ``problem`` is why there are no bytes, or why the file ends here.
    """

    number: int
    data: bytes
    position: int
    problem: ImportProblem | None = None


def read(path: Path) -> Iterator[RawLine]:
    """Give the lines of a file as they are asked for; what is wrong with one is told in its place.

    Raises:
        ImportProblem: the file cannot be read, or holds no lines of JSON.
    """
    with text.opened(path) as file:
        start = file.read(4)
        file.seek(0)
        if start.startswith(_OTHER_MARKS):
            raise _problem(_BAD_ENCODING)
        if not start.startswith(_GZIP):
            yield from _lines(file, file, packed=False)
            return
        with gzip.GzipFile(fileobj=file, mode="rb") as unpacked:
            yield from _lines(cast(BinaryIO, unpacked), file, packed=True)


class _Stream:
    """The lines of a stream, counted, with a watch on how much a packed one grows."""

    def __init__(self, stream: BinaryIO, file: BinaryIO, *, packed: bool) -> None:
        self._stream = stream
        self._file = file
        self._packed = packed
        self._read = 0
        self.number = 0

    @property
    def position(self) -> int:
        return self._file.tell() if self._packed else self._read

    def next(self) -> RawLine | None:
        """Give the next line, ``None`` at the end; what is too long is passed over."""
        self.number += 1
        line = piece = self._piece()
        while len(piece) > LINE_LIMIT and not piece.endswith(b"\n"):
            piece = self._piece()
        if not line:
            return None
        if len(line) > LINE_LIMIT:
            return RawLine(self.number, b"", self.position, _too_long())
        return RawLine(self.number, line.removeprefix(_MARK) if self.number == 1 else line, self.position)

    def _piece(self) -> bytes:
        try:
            piece = self._stream.readline(LINE_LIMIT + 1)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            raise ImportProblem("the packed file is damaged from here on", "Fetch it again") from None
        self._read += len(piece)
        if self._packed and self._read > max(UNPACKED_FREELY, UNPACKED_TIMES * self.position):
            raise ImportProblem(
                f"it unpacks to more than {UNPACKED_TIMES} times its size, as no articles do",
                "Unpack it and look what it is",
            )
        return piece


def _lines(stream: BinaryIO, file: BinaryIO, *, packed: bool) -> Iterator[RawLine]:
    source = _Stream(stream, file, packed=packed)
    none_yet = True
    try:
        while (line := source.next()) is not None:
            start = line.data.strip()[:2]
            if not start and line.problem is None:
                continue
            if none_yet and (start[:1] == b"[" or start == b"{"):
                raise _problem(_ONE_DOCUMENT)
            none_yet = False
            yield line
    except ImportProblem as problem:
        if none_yet:
            raise
        yield RawLine(source.number, b"", source.position, problem)
    if none_yet:
        raise ImportProblem("the file is empty", "Check where it came from and fetch it again, or leave it out")


def _problem(known: ImportProblem) -> ImportProblem:
    """Give a fresh exception: one object raised twice would drag the first traceback along."""
    return ImportProblem(known.reason, known.advice)


def _too_long() -> ImportProblem:
    return ImportProblem(
        f"it is too long for one article (the limit is {LINE_LIMIT // 1024 // 1024} MB a line)", "Split it"
    )
