"""The reader's own of a whole archive, as items and their registers, and as lines of JSON with stable names.

Two archives with the same layer write the same lines, byte for byte. ``docs/merging.md`` describes them.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from store.errors import ArchiveError
from store.notes import NoteKind
from store.registers import HERE, item, tag_key
from store.text import clean, one_line

if TYPE_CHECKING:
    from store.archive import Archive

CREATED: Final = "created"
"""The register that says when an item was first made; the earliest holds."""

STOPPED: Final = "stopped"
"""The register of where reading was left: code points into the body."""

ANCHOR: Final = "anchor"
"""The register of where a note stands, as JSON of the columns that say so."""

ANCHOR_COLUMNS: Final = ("article_key", "version_digest", "part", "start", "end", "exact", "prefix", "suffix")

_HEAD: Final = {"bienban": "user layer", "version": 1}
_STAMP: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")
_KINDS: Final[Mapping[str, int]] = {"tag": 1, "tagged": 2, "note": 1, "mark": 1, "read": 1}
_FIELDS: Final = frozenset({HERE, CREATED, STOPPED, ANCHOR, "name", "letter", "colour"})


class Register(NamedTuple):
    """A value and when it was set; the later of two, or of one moment the greater, wins."""

    at: str
    value: str | None

    def beats(self, other: Register) -> bool:
        """Tell whether it wins over another one of the same field."""
        return (self.at, self.value or "") > (other.at, other.value or "")


Fields = dict[str, Register]


@dataclass(slots=True)
class Layer:
    """The reader's own: registers by item and field, and for each note what it said before."""

    items: dict[str, Fields] = field(default_factory=dict)
    past: dict[str, set[str]] = field(default_factory=dict)


def words(kind: str, text: str) -> str:
    """Write what a note says as the value of its register."""
    return json.dumps([kind, text], ensure_ascii=False, separators=(",", ":"))


def read(archive: Archive) -> Layer:
    """Read the layer of an archive."""
    with archive.snapshot():
        layer = Layer()
        for name, fields in (*_tags(archive), *_tagged(archive), *_notes(archive), *_rest(archive)):
            layer.items[name] = fields
        for name, register, value, at in archive.rows("SELECT item, field, value, at FROM user_changes"):
            fields = layer.items.setdefault(name, {})
            known = fields.get(HERE)
            if register == HERE and value is not None and known is not None:
                value = known.value  # of a note: what it says
            fields[register] = Register(at, value)
        for number, kind, text in archive.rows("SELECT annotation_id, kind, text FROM annotation_texts"):
            layer.past.setdefault(item("note", number), set()).add(words(kind, text))
    return layer


def _tags(archive: Archive) -> Iterator[tuple[str, Fields]]:
    for name, letter, colour, created in archive.rows("SELECT name, letter, colour, created FROM tags"):
        values = {HERE: "1", CREATED: created, "name": name, "letter": letter, "colour": colour}
        yield item("tag", tag_key(name)), {register: Register(created, value) for register, value in values.items()}


def _tagged(archive: Archive) -> Iterator[tuple[str, Fields]]:
    for key, name, created in archive.rows(
        "SELECT a.article_key, t.name, a.created FROM article_tags a JOIN tags t ON t.id = a.tag_id"
    ):
        yield item("tagged", key, tag_key(name)), _made(created)


def _notes(archive: Archive) -> Iterator[tuple[str, Fields]]:
    columns = ", ".join(f'"{column}"' for column in ANCHOR_COLUMNS)
    for number, kind, text, created, modified, *anchor in archive.rows(
        f"SELECT id, kind, text, created, modified, {columns} FROM annotations"  # noqa: S608 - our own names
    ):
        where = json.dumps(dict(zip(ANCHOR_COLUMNS, anchor, strict=True)), ensure_ascii=False, sort_keys=True)
        fields = {HERE: Register(modified, words(kind, text)), CREATED: Register(created, created)}
        yield item("note", number), {**fields, ANCHOR: Register(created, where)}


def _rest(archive: Archive) -> Iterator[tuple[str, Fields]]:
    for key, created in archive.rows("SELECT article_key, created FROM marks"):
        yield item("mark", key), _made(created)
    for key, read_at, stopped, opened in archive.rows(
        "SELECT article_key, read_at, stopped_at, opened FROM reading WHERE coalesce(read_at, opened) IS NOT NULL"
    ):
        fields: Fields = {} if read_at is None else {HERE: Register(read_at, "1")}
        if opened is not None:
            fields[STOPPED] = Register(opened, str(stopped))
        yield item("read", key), fields


def _made(created: str) -> Fields:
    return {HERE: Register(created, "1"), CREATED: Register(created, created)}


# --- lines ------------------------------------------------------------------------------------------------


def lines(layer: Layer) -> Iterator[str]:
    """Write a layer, sorted, each line with its end."""
    yield _line(_HEAD)
    for name in sorted(layer.items):
        fields = {register: list(value) for register, value in layer.items[name].items()}
        past = sorted(layer.past.get(name, ()))
        yield _line({"item": json.loads(name), "fields": fields, **({"past": past} if past else {})})


def parse(text: Iterable[str], said: str) -> Layer:
    """Read what `lines` wrote; ``said`` names it in errors.

    Raises:
        ArchiveError: a line is no line of a layer; nothing of it counts then.
    """
    layer = Layer()
    for number, line in enumerate(text, 1):
        try:
            data = json.loads(line)
            if number == 1:
                if data != _HEAD:
                    raise ValueError
                continue
            name, fields, past = _parsed(data)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise ArchiveError(
                f"{said}, line {number}: that is no line of a dump of Bienban.", "Write it anew with: bienban dump"
            ) from error
        layer.items[name] = fields
        if past:
            layer.past[name] = past
    return layer


def _parsed(data: Mapping[str, Any]) -> tuple[str, Fields, set[str]]:
    kind, *names = data["item"]
    if len(names) != _KINDS[kind] or not all(isinstance(name, str) and name for name in names):
        raise ValueError
    if kind in ("tag", "tagged") and names[-1] != tag_key(one_line(names[-1])):
        raise ValueError
    fields = {register: _register(kind, register, *value) for register, value in data["fields"].items()}
    here = fields.get(HERE) if kind == "read" else fields[HERE]
    needed = {"note": {CREATED, ANCHOR}, "read": set()}.get(kind, {CREATED})
    if here is not None and here.value is not None and not needed <= fields.keys():
        raise ValueError
    past = {_words(text) for text in data.get("past", ())}
    return item(kind, *names), fields, past


def _register(kind: str, register: str, at: str, value: str | None) -> Register:
    if register not in _FIELDS or not _STAMP.fullmatch(at) or not (value is None or isinstance(value, str)):
        raise ValueError
    if value is None:
        return Register(at, None)
    if kind == "note" and register == HERE:
        return Register(at, _words(value))
    if register == ANCHOR:
        return Register(at, _anchor(value))
    if register == CREATED and not _STAMP.fullmatch(value):
        raise ValueError
    return Register(at, str(int(value)) if register == STOPPED else one_line(value))


def _words(value: str) -> str:
    kind, text = json.loads(value)
    return words(NoteKind(kind), clean(text))


def _anchor(value: str) -> str:
    known: defaultdict[str, Any] = defaultdict(lambda: None, json.loads(value))
    for column in ANCHOR_COLUMNS:
        wanted = int if column in ("start", "end") else str
        if not (known[column] is None or type(known[column]) is wanted):
            raise ValueError
    return json.dumps({column: known[column] for column in ANCHOR_COLUMNS}, ensure_ascii=False, sort_keys=True)


def _line(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True).encode("utf-8", "backslashreplace").decode() + "\n"
