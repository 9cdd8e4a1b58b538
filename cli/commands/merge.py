"""``bienban merge``: what was written into another archive, into this one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from cli import messages
from cli.options import archive_in_use, archive_option
from store.text import one_line, path_text

if TYPE_CHECKING:
    from store.layer import Layer

_SQLITE: Final = b"SQLite format 3\0"
_SHOWN: Final = 60


@click.command(epilog="Example: bienban merge /media/usb/archive.db")
@archive_option
@click.argument("other", metavar="FILE|ARCHIVE", type=click.Path(path_type=Path))
def command(other: Path) -> int:
    """Bring in the tags, notes, marks and what was read from another archive, or from a dump of one.

    What both added stays; of one thing the later change wins; words of a note that both changed are both kept, and
    told. Merging again changes nothing, and `bienban undo` takes all of it back.
    """
    from store.joining import merge

    theirs = _layer(other)
    with archive_in_use(writing=True) as archive:
        merged = merge(archive, theirs, one_line(other.name, _SHOWN))
    for conflict in merged.conflicts:
        what = f"“{one_line(conflict.stays, _SHOWN)}” stays"
        beside = (
            "deleted on one side" if conflict.other is None else f"beside it “{one_line(conflict.other, _SHOWN)}”"
        )
        messages.data(f"A note was changed on both sides: {what}, {beside}.")
    messages.say(f"{merged.changed} changed, {len(merged.conflicts)} of them on both sides.")
    return 0


def _layer(path: Path) -> Layer:
    from store import layer
    from store.archive import Archive
    from store.errors import ArchiveError

    try:
        with path.open("rb") as file:
            is_archive = file.read(len(_SQLITE)) == _SQLITE
        if is_archive:
            with Archive.open(path, read_only=True) as archive:
                return layer.read(archive)
        with path.open(encoding="utf-8") as lines:
            return layer.parse(lines, path_text(path))
    except (OSError, UnicodeError) as error:
        why = messages.why_unread(error)
        raise ArchiveError(f"{path_text(path)} cannot be read: {why}.", "Name a dump or an archive.") from error
