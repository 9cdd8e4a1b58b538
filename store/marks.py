"""Marks: the articles that the user has gathered for what comes next. They stay until they are cleared.

The journal is imported when something is written: the first screen of the reader does without.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from store.archive import Archive
    from store.journal import Act


_MARKED: Final = "marks m CROSS JOIN articles a ON a.key = m.article_key"
"""From the marks, which are few, to the articles; left to choose, SQLite may go through all articles by time."""


def all_marked(archive: Archive) -> list[str]:
    """Return the keys of all marked articles of this archive, newest first, as the timeline has them."""
    rows = archive.rows(f"SELECT a.key FROM {_MARKED} ORDER BY a.id DESC")  # noqa: S608 - a constant
    return [key for (key,) in rows]


def count(archive: Archive) -> int:
    """Count the marked articles of this archive."""
    return int(archive.rows(f"SELECT count(*) FROM {_MARKED}")[0][0])  # noqa: S608 - a constant


def toggle(archive: Archive, keys: Iterable[str]) -> bool:
    """Mark the articles, or unmark them if all of them are marked; return whether they are marked now."""
    wanted = list(dict.fromkeys(keys))
    with archive.transaction():
        marking = not _marked(archive).issuperset(wanted)
        (mark if marking else unmark)(archive, wanted)
    return marking


def mark(archive: Archive, keys: Iterable[str]) -> int:
    """Mark articles; return how many were not marked before."""
    from store.journal import ActKind, act

    with act(archive, ActKind.MARK) as doing:
        return _set(doing, dict.fromkeys(keys, True))


def unmark(archive: Archive, keys: Iterable[str]) -> int:
    """Take the marks off articles; return how many had one."""
    from store.journal import ActKind, act

    with act(archive, ActKind.UNMARK) as doing:
        return _set(doing, dict.fromkeys(keys, False))


def clear(archive: Archive) -> int:
    """Take off all marks, also those of articles that are not in this archive; return how many there were."""
    with archive.transaction():
        return unmark(archive, _marked(archive))


def invert(archive: Archive, keys: Iterable[str]) -> int:
    """Mark those of the articles that are not marked and unmark the others; return how many are marked now."""
    from store.journal import ActKind, act

    with act(archive, ActKind.INVERT_MARKS) as doing:
        marked = _marked(archive)
        wanted = {key: key not in marked for key in keys}
        _set(doing, wanted)
    return sum(wanted.values())


def _marked(archive: Archive) -> set[str]:
    return {key for (key,) in archive.rows("SELECT article_key FROM marks")}


def _set(doing: Act, wanted: dict[str, bool]) -> int:
    changed = 0
    for key, marked in wanted.items():
        has = doing.has("marks", (key,))
        if has is not marked:
            doing.put("marks", (key,), {"created": doing.at} if marked else None)
            changed += 1
    doing.details["articles"] = changed
    return changed
