"""Makes text of any origin safe in Markdown and YAML: whatever it holds, it comes out as the same plain text.

CommonMark is what is promised; what GitHub, Obsidian and Pandoc read beyond it (tables, tags, mathematics, bare
links, lettered lists) is kept from arising too. Only what would mean something is escaped, so that Vietnamese
prose stays as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final

from store.text import clean, one_line

_ANYWHERE: Final = re.compile(r"[\\`*_\[\]<{}|$^~#@]|&(?=#?\w+;)|:(?=//)|(?<=\bwww)\.|(?<==)=|(?<=%)%")
_AT_LINE_START: Final = re.compile(
    r"[-+>=:%]"  # lists, quotes, underlines of headings, definitions, a title block
    r"|\(?(?:[0-9]{1,9}|[a-zA-Z]|[ivxlcdmIVXLCDM]+)([.)])(?=\s|$)"  # numbered and lettered lists
)
_NO_LINK: Final = re.compile(r"[\[\]|#^\\/:*\"<>?%]+")

Data = str | int | None | Sequence["Data"] | Mapping[str, "Data"]
"""What front matter can hold."""


def lines(text: str) -> list[str]:
    """Return the lines of a text as Markdown keeps them: clean, no empty ones, runs of blanks as one space."""
    folded = (re.sub(r"[ \t]+", " ", line).strip() for line in clean(text).split("\n"))
    return [line for line in folded if line]


def inline(text: str) -> str:
    """Escape text for the midst of a line; it becomes one line."""
    return _escape(one_line(text))


def link(name: str) -> str:
    """Write a name as a link of Obsidian, which takes no escapes: what would end or bend it becomes a space."""
    return f"[[{one_line(_NO_LINK.sub(' ', clean(name)))}]]"


def paragraph(text: str) -> str:
    """Escape text for a paragraph of its own; its line breaks stay, empty lines do not."""
    return "\n".join(_escape_start(_escape(line)) for line in lines(text))


def quoted(block: str) -> str:
    """Put Markdown into a block quote."""
    return "\n".join(f"> {line}" if line else ">" for line in block.split("\n"))


def yaml(data: Mapping[str, Data]) -> list[str]:
    """Write a mapping as lines of YAML; every string is quoted, so that none is read as anything else.

    What is ``None`` or empty is left out. Keys are the program's own words.
    """
    written = []
    for key, value in data.items():
        below = _lines_of(value)
        if below and isinstance(value, (str, int)):
            written.append(f"{key}: {below[0]}")
        elif below:
            written += [f"{key}:", *(f"  {line}" for line in below)]
    return written


def _lines_of(value: Data) -> list[str]:
    """Write a value as lines of YAML, none for what is empty."""
    if value is None:
        return []
    if isinstance(value, (str, int)):
        return [_scalar(value)] if clean(str(value)) else []
    if isinstance(value, Mapping):
        return yaml(value)
    items = (_lines_of(item) for item in value)
    return [f"{'  ' if number else '- '}{line}" for item in items for number, line in enumerate(item)]


def _scalar(value: str | int) -> str:
    """Write a scalar of JSON, which YAML reads, but for two characters that its readers refuse."""
    text = clean(value) if isinstance(value, str) else value
    return json.dumps(text, ensure_ascii=False).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")


def _escape(line: str) -> str:
    return _ANYWHERE.sub(lambda found: "\\" + found[0], line)


def _escape_start(line: str) -> str:
    found = _AT_LINE_START.match(line)
    if found is None:
        return line
    at = found.start(1) if found[1] else 0
    return f"{line[:at]}\\{line[at:]}"
