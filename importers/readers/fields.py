"""The fields of an article that comes as a JSON object, whatever the program that wrote it calls them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Any, Final

from importers.cleaning.stamps import read_stamp
from importers.problems import ImportProblem
from store.text import fold, one_line

FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title", "headline", "articletitle", "tieude", "tuade"),
    "text": (
        "text",
        "body",
        "content",
        "articlebody",
        "articletext",
        "fulltext",
        "maintext",
        "plaintext",
        "noidung",
    ),
    "lead": ("lead", "lede", "sapo"),
    "published": (
        *(
            "published",
            "publishedat",
            "publisheddate",
            "publishdate",
            "datepublished",
            "pubdate",
            "date",
            "datetime",
        ),
        *("time", "timestamp", "ngaydang", "ngayxuatban", "ngay"),
    ),
    "byline": ("byline", "author", "authors", "writer", "creator", "tacgia"),
    "section": ("section", "category", "articlesection", "topic", "chuyenmuc"),
    "address": ("url", "link", "address", "canonicalurl", "sourceurl", "permalink", "source"),
    "name": ("id", "articleid", "docid", "guid", "uuid"),
}
"""For each field, the names it goes by, the surest first: without case, marks, and anything but letters."""

_NAME_LIMIT: Final = 200
_NAME_PARTS: Final = ("name", "fullname", "ten", "title", "$oid", "$date", "url", "href")
_VIET_NAM: Final = timezone(timedelta(hours=7))
_MILLISECONDS: Final = 100_000_000_000
_ADVICE: Final = "Mend the line, or leave it out"


@dataclass(frozen=True, slots=True)
class Given:
    """What one record says of an article, as it says it; ``day`` is its date of publication in EDTF.

    ``text`` is not cleaned; everything else is one line. ``name`` tells the record from the others of its file.
    """

    text: str
    title: str | None = None
    published: str | None = None
    day: str | None = None
    byline: str | None = None
    section: str | None = None
    address: str | None = None
    name: str | None = None

    @property
    def original(self) -> str:
        """The article as a text of its own: its headline, what else is said of it, and the text as it came."""
        facts = [fact for fact in (self.title, self.published, self.section, self.byline) if fact]
        return "\n".join([*facts, "", self.text] if facts else [self.text]).rstrip("\n") + "\n"


def read_fields(line: bytes) -> Given:
    """Read a record: a JSON object in UTF-8 with at least a text.

    Raises:
        ImportProblem: it is none, or has no text.
    """
    record = _object(line)
    known = _known(record)
    text = _long(known.get("text"))
    if not text.strip():
        raise ImportProblem(f"it has no text (one of the fields {', '.join(FIELDS['text'][:3])})", _ADVICE)
    lead = _long(known.get("lead")).strip()
    if lead and lead not in text:
        text = f"{lead}\n\n{text}"
    published = _short(known.get("published"))
    address = _short(known.get("address"))
    return Given(
        text=text,
        title=_short(known.get("title")),
        published=published,
        day=day_of(known.get("published")),
        byline=_short(known.get("byline")),
        section=_short(known.get("section")),
        address=address if address and "://" in address else None,
        name=_short(known.get("name"), _NAME_LIMIT),
    )


def _object(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ImportProblem(f"it is not UTF-8 (byte {error.start + 1:,} of the line)", _ADVICE) from None
    except RecursionError:
        raise ImportProblem("it is nested too deeply", _ADVICE) from None
    except ValueError as error:
        reason = str(error).split(": line")[0]
        raise ImportProblem(f"it is no JSON ({reason[:1].lower()}{reason[1:]})", _ADVICE) from None
    if not isinstance(record, dict):
        raise ImportProblem("it is no JSON object with fields", _ADVICE)
    return record


def _known(record: Mapping[str, Any]) -> dict[str, Any]:
    """Give the values of the fields that are known here, of several names for one the surest that has a value."""
    plain = {"".join(c for c in fold(key) if c.isalnum()): value for key, value in reversed(list(record.items()))}
    found = {}
    for field, names in FIELDS.items():
        values = [plain[name] for name in names if plain.get(name) not in (None, "", [], {})]
        if field == "address":  # a source may be the name of a paper
            values.sort(key=lambda value: "://" not in str(value))
        if values:
            found[field] = values[0]
    return found


def _long(value: object) -> str:
    """Give a text that may come in paragraphs."""
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    if isinstance(value, Sequence):
        return "\n\n".join(part for part in map(_long, value) if part.strip())
    return ""


def _short(value: object, limit: int | None = None) -> str | None:
    """Give a value in one line: several ones joined, of an object the part that names it."""
    if isinstance(value, Mapping):
        value = next((value[part] for part in _NAME_PARTS if value.get(part)), None)
    if isinstance(value, list):
        return ", ".join(part for part in map(_short, value) if part) or None
    if value is None or isinstance(value, bool | Mapping):
        return None
    return one_line(str(value), limit) or None


def day_of(value: object) -> str | None:
    """Read a date of publication, in words, in ISO 8601, or in seconds since 1970: the day in Viet Nam as EDTF.

    ``None`` for what does not certainly tell one.
    """
    if isinstance(value, Mapping):
        value = next((value[part] for part in _NAME_PARTS if value.get(part)), None)
    if isinstance(value, bool):
        return None
    if isinstance(value, str) and value.strip().isdecimal() and len(value.strip()) in (10, 13):
        value = int(value)
    if isinstance(value, int | float):
        return _day_of_seconds(value)
    if not isinstance(value, str):
        return None
    text = one_line(value, _NAME_LIMIT)
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text)
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
        return _local(moment)
    stamp = read_stamp(text)
    return stamp.day if stamp is not None else None


def _local(moment: datetime) -> str | None:
    """Give the day of a moment: a time of UTC is one of a machine, any other is that of a clock on the wall."""
    try:
        if moment.tzinfo is not None and not moment.utcoffset():
            moment = moment.astimezone(_VIET_NAM)
    except (ValueError, OverflowError):
        return None
    return moment.date().isoformat() if 1900 <= moment.year <= 2200 else None


def _day_of_seconds(value: float) -> str | None:
    try:
        seconds = value / 1000 if abs(value) >= _MILLISECONDS else value
        return _local(datetime.fromtimestamp(seconds, UTC))
    except (ValueError, OverflowError, OSError):
        return None
