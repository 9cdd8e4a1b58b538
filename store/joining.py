"""Bringing the reader's own of two archives together: what both added stays, of one thing the later change wins.

The join of two layers does not depend on their order and is the same however often it is made. Nothing is lost by
it: words of a note that another laptop changed otherwise meanwhile become a note of their own, and a note that
was deleted here while it was changed there stays. Whether a change was known to the other side is told by what
notes said before.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_URL, uuid5

from store import layer, placing
from store.journal import Act, ActKind, act
from store.layer import ANCHOR, ANCHOR_COLUMNS, CREATED, STOPPED, Fields, Layer, Register
from store.registers import HERE, forget, item, put, tag_key

if TYPE_CHECKING:
    from store.archive import Archive

_GONE: Final = Register("", None)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A note that was changed on both sides: what it says now, and what is kept beside it (``None``: deleted)."""

    note: str
    stays: str
    other: str | None


@dataclass(frozen=True, slots=True)
class Merged:
    """What bringing two layers together did: items that changed here, and what was changed on both sides."""

    changed: int
    conflicts: tuple[Conflict, ...]


def merge(archive: Archive, theirs: Layer, name: str) -> Merged:
    """Bring a layer into the archive, as one act that can be undone; ``name`` is what the journal calls it.

    Raises:
        ArchiveError: the archive cannot be written.
    """
    with act(archive, ActKind.MERGE_ARCHIVE, name=name) as doing:
        ours = layer.read(archive)
        both, conflicts = join(ours, theirs)
        changed = {key: fields for key, fields in both.items.items() if _told(ours.items.get(key)) != _told(fields)}
        writer = _Writer(archive, doing, both)
        writer.write(changed)
        doing.details["articles"] = len(changed)
        # A tag that has to go without its letter still wants it.
        tags = {key: fields for key, fields in both.items.items() if key.startswith('["tag",')} if changed else {}
        for key, fields in (changed | tags).items():
            for register, value in fields.items():
                _set(doing, key, register, value, there=_here(fields))
        for key, texts in both.past.items():
            [_, number] = json.loads(key)
            doing.connection.executemany(
                "INSERT OR IGNORE INTO annotation_texts VALUES (?, ?, ?)",
                [(number, *json.loads(one)) for one in texts - ours.past.get(key, set())],
            )
        for article in writer.articles_of_new_notes:
            placing.reanchor(archive, article)
    return Merged(len(changed), conflicts)


def _told(fields: Fields | None) -> Fields | None:
    """Leave out where a note stands: that follows the text, which may be another version in each archive."""
    return fields and {name: register for name, register in fields.items() if name != ANCHOR}


def _set(doing: Act, key: str, register: str, value: Register, *, there: bool) -> None:
    if register == ANCHOR:
        return  # the row has it
    if register == CREATED and there:
        forget(doing.connection, key, register)  # and this too, now that there is a row
        return
    present = None if value.value is None else "1" if register == HERE else value.value
    put(doing.connection, key, register, present, value.at)


def join(one: Layer, other: Layer) -> tuple[Layer, tuple[Conflict, ...]]:
    """Give what two layers are together, and the notes that both changed; neither layer is changed."""
    both = Layer(past={key: one.past.get(key, set()) | other.past.get(key, set()) for key in one.past | other.past})
    conflicts = []
    for key in one.items | other.items:
        fields, theirs = one.items.get(key, {}), other.items.get(key, {})
        both.items[key] = {name: _later(name, fields.get(name), theirs.get(name)) for name in fields | theirs}
        if key.startswith('["note"') and HERE in fields and HERE in theirs and fields[HERE] != theirs[HERE]:
            conflict = _words(both, key, (fields[HERE], one), (theirs[HERE], other))
            conflicts += [conflict] if conflict else []
    for fields in both.items.values():
        if not _here(fields):
            fields.pop(ANCHOR, None)
    return both, tuple(conflicts)


def _later(name: str, one: Register | None, other: Register | None) -> Register:
    if one is None or other is None:
        return one or other or _GONE
    if name == CREATED:
        return min(one, other)
    return one if one.beats(other) else other


def _words(both: Layer, key: str, one: tuple[Register, Layer], other: tuple[Register, Layer]) -> Conflict | None:
    """Keep the words of a note that lose, unless whoever wrote those that win knew them."""
    (wins, winner), (loses, _) = (one, other) if one[0].beats(other[0]) else (other, one)
    if loses.value is None or loses.value == wins.value:
        return None
    known = loses.value in winner.past.get(key, ())
    both.past.setdefault(key, set()).add(loses.value)
    if known:
        return None
    [_, number] = json.loads(key)
    if wins.value is None:
        both.items[key][HERE] = Register(wins.at, loses.value)
        both.past[key].discard(loses.value)
        return Conflict(number, json.loads(loses.value)[1], None)
    copy = uuid5(NAMESPACE_URL, f"urn:bienban:note:{number}:{loses.value}").hex
    both.items.setdefault(item("note", copy), {**both.items[key], HERE: loses})
    return Conflict(number, json.loads(wins.value)[1], json.loads(loses.value)[1])


class _Writer:
    """Writes items into the tables of the reader's own, as changes of one act."""

    def __init__(self, archive: Archive, doing: Act, whole: Layer) -> None:
        self._archive = archive
        self._doing = doing
        self._whole = whole
        self.articles_of_new_notes: set[str] = set()
        named = (
            json.loads(key) for key, fields in whole.items.items() if key.startswith('["tagged"') and _here(fields)
        )
        self._used = {tag for _, _, tag in named}
        self._numbers = {tag_key(name): int(number) for number, name in archive.rows("SELECT id, name FROM tags")}

    def write(self, changed: dict[str, Fields]) -> None:
        """Write what changed: tags first, then what has them; tags that are gone last."""
        parted: dict[str, list[tuple[list[str], Fields]]] = {}
        for key in sorted(changed):
            kind, *names = json.loads(key)
            parted.setdefault(kind, []).append((names, changed[key]))
        for names, fields in parted.get("tag", ()):
            self._tag(names[0], fields)
        if "tag" in parted:
            self._letters()
        for (key, tag), fields in parted.get("tagged", ()):
            self._tagged(key, tag, fields)
        for names, fields in parted.get("note", ()):
            self._note(names[0], fields)
        for names, fields in parted.get("mark", ()):
            self._doing.put("marks", names, {"created": _created(fields)} if _here(fields) else None)
        for names, fields in parted.get("read", ()):
            self._read(names[0], fields)
        for tag in [tag for tag in self._numbers if not self._is_kept(tag)]:
            self._gone(self._numbers.pop(tag))

    def _is_kept(self, tag: str) -> bool:
        """Tell whether a tag is there: also one that a side deleted, while the other has it on articles."""
        return tag in self._used or _here(self._of_tag(tag))

    def _of_tag(self, tag: str) -> Fields:
        return self._whole.items.get(item("tag", tag), {})

    def _tag(self, tag: str, fields: Fields) -> None:
        if not self._is_kept(tag):
            return
        number = self._numbers.get(tag) or self._made(tag, fields)
        name = _value(fields, "name") or tag
        values = {"name": name if tag_key(name) == tag else tag, "colour": _value(fields, "colour")}
        self._doing.put("tags", (number,), {**values, "created": _created(fields)})

    def _made(self, tag: str, fields: Fields) -> int:
        [(number,)] = self._archive.rows("SELECT coalesce(max(id), 0) + 1 FROM tags")
        self._doing.put("tags", (number,), {"name": tag, "created": _created(fields)})
        self._numbers[tag] = int(number)
        return int(number)

    def _letters(self) -> None:
        """Give each letter to the tag that was given it last; others that want it go without while it has it."""
        wanted: dict[str, tuple[Register, str]] = {}
        for tag in self._numbers:
            fields = self._of_tag(tag)
            letter = _value(fields, "letter") if self._is_kept(tag) else None
            if letter and _is_letter(letter):
                wanted[letter] = max((fields["letter"], tag), wanted.get(letter, (_GONE, "")))
        holders = {tag: letter for letter, (_, tag) in wanted.items()}
        for number, name, letter in self._archive.rows("SELECT id, name, letter FROM tags"):
            if letter != holders.get(tag_key(name)):  # first all that go, since two may change letters
                self._doing.put("tags", (number,), {"letter": None})
        for tag, letter in holders.items():
            self._doing.put("tags", (self._numbers[tag],), {"letter": letter})

    def _tagged(self, key: str, tag: str, fields: Fields) -> None:
        if tag not in self._numbers and _here(fields):
            self._tag(tag, self._of_tag(tag) or fields)
        if tag in self._numbers:
            created = {"created": _created(fields)} if _here(fields) else None
            self._doing.put("article_tags", (key, self._numbers[tag]), created)

    def _note(self, number: str, fields: Fields) -> None:
        said = _value(fields, HERE)
        if said is None:
            self._doing.put("annotations", (number,), None)
            return
        kind, text = json.loads(said)
        values = {"kind": kind, "text": text, "modified": fields[HERE].at, "created": _created(fields)}
        if not self._doing.has("annotations", (number,)):
            anchor = json.loads(_value(fields, ANCHOR) or "{}")
            values |= {column: anchor.get(column) for column in ANCHOR_COLUMNS}
            self.articles_of_new_notes.add(str(values["article_key"]))
        self._doing.put("annotations", (number,), values)

    def _read(self, key: str, fields: Fields) -> None:
        if HERE in fields:
            self._doing.put("reading", (key,), {"read_at": fields[HERE].at if _here(fields) else None})
        if STOPPED in fields:
            self._doing.connection.execute(
                "INSERT INTO reading(article_key, stopped_at, opened) VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET stopped_at = excluded.stopped_at, opened = excluded.opened",
                (key, int(fields[STOPPED].value or 0), fields[STOPPED].at),
            )

    def _gone(self, number: int) -> None:
        for (key,) in self._archive.rows("SELECT article_key FROM article_tags WHERE tag_id = ?", (number,)):
            self._doing.put("article_tags", (key, number), None)
        self._doing.put("tags", (number,), None)


def _is_letter(value: str) -> bool:
    return len(value) == 1 and value.isalnum()


def _here(fields: Fields) -> bool:
    return _value(fields, HERE) is not None


def _value(fields: Fields, name: str) -> str | None:
    return fields.get(name, _GONE).value


def _created(fields: Fields) -> str:
    return _value(fields, CREATED) or fields[HERE].at
