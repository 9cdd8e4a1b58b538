"""Everything that the commands print: data on stdout, narration and problems on stderr.

Text of outside passes `store.text` here, so that no article, path or name can speak to the terminal. Nothing is
read as markup. Rich is imported only by what draws a table.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import textwrap
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any, Final, Literal

from store.text import SafeText, clean, one_line

MEASURE: Final = 100
"""The longest line of prose on a terminal, in columns."""

Format = Literal["table", "jsonl"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; ``wide`` takes the room that the others leave, ``style`` colours it on a terminal."""

    name: str
    style: str = ""
    wide: bool = False


def prepare_streams() -> None:
    """Make both streams take every character: UTF-8 for pipes and files, escapes where a terminal has no letter."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str) -> None:
    """Tell the person something on stderr, one line."""
    _write(sys.stderr, one_line(text))


def problem(what: str, advice: str = "") -> None:
    """Tell on stderr, in one line, what went wrong and what to do about it."""
    say(f"bienban: {_sentence(what)} {_sentence(advice)}" if advice else f"bienban: {_sentence(what)}")


def ask(question: str) -> str:
    """Ask on stderr and read one line of the keyboard; the end of the input is an empty answer of ``n``."""
    sys.stderr.write(one_line(question) + " ")
    sys.stderr.flush()
    answer = sys.stdin.readline()
    return answer.strip() if answer else "n"


def usage(lines: str) -> None:
    """Tell on stderr how a command is used; line breaks stay."""
    _write(sys.stderr, clean(lines))


def trace() -> None:
    """Print the traceback of the exception in hand on stderr, for those who asked for it."""
    _write(sys.stderr, clean(traceback.format_exc().rstrip()))


def explanation(lines: Iterable[str]) -> None:
    """Print lines on stdout, cleaned; on a terminal with colours what is set in is dim, the rest begins bold."""
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    for line in lines:
        _write(sys.stdout, _with_weight(line) if coloured else clean(line))


def _with_weight(line: str) -> SafeText:
    """Put the signs that a terminal obeys around a cleaned line."""
    text = clean(line)
    if text.startswith(" "):
        return SafeText(f"\x1b[2m{text}\x1b[0m")
    first, space, rest = text.partition(" ")
    return SafeText(f"\x1b[1m{first}\x1b[0m{space}{rest}") if first else text


def data(text: str) -> None:
    """Print text of any length on stdout, cleaned, line breaks kept."""
    _write(sys.stdout, clean(text))


def prose(text: str) -> None:
    """Print text on stdout as `data` does, its lines broken between words where a terminal shows them."""
    lines = clean(text).split("\n")
    if sys.stdout.isatty():
        width = min(shutil.get_terminal_size().columns, MEASURE)
        lines = [piece for line in lines for piece in textwrap.wrap(line, width, break_on_hyphens=False) or [""]]
    data("\n".join(lines))


def json_line(record: Mapping[str, Any]) -> None:
    """Print one JSON object on one line of stdout; what a terminal would obey is escaped, so nothing is lost."""
    _write(sys.stdout, json_text(record))


def json_text(record: Mapping[str, Any]) -> SafeText:
    """Write a record as one line of JSON whose every character may be sent to a terminal."""
    text = json.dumps(record, ensure_ascii=False, default=str)
    if clean(text) == text:
        return SafeText(text)
    return SafeText("".join(c if clean(c) == c else json.dumps(c)[1:-1] for c in text))


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Print rows on stdout: a drawn table on a terminal, else one line a row with tabs between the cells."""
    if not sys.stdout.isatty():
        for row in rows:
            _write(sys.stdout, SafeText("\t".join(one_line(cell) for cell in row)))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=None, pad_edge=False, show_edge=False, header_style="bold")
    for column in columns:
        room = {"ratio": 1, "overflow": "fold"} if column.wide else {"no_wrap": True}
        drawn.add_column(Text(column.name), style=column.style, **room)
    for row in rows:
        drawn.add_row(*(Text(one_line(cell)) for cell in row))
    Console(file=sys.stdout, markup=False, highlight=False, emoji=False).print(drawn)


def flush() -> None:
    """Send what is waiting for stdout, so that a full disk or a closed pipe shows while it can be told.

    Raises:
        OSError: what was written could not be delivered.
    """
    sys.stdout.flush()


def abandon_stdout() -> None:
    """Stop writing to stdout: nobody reads it, and the interpreter must not complain about that at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?…" else text + "."


def _write(stream: IO[str], text: SafeText) -> None:
    stream.write(text + "\n")


def why_unread(error: OSError | UnicodeError) -> str:
    """Say why a file that should be text could not be read."""
    return getattr(error, "strerror", None) or "it is not text in UTF-8"
