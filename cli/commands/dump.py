"""``bienban dump``: the tags, notes and marks of the archive as lines of JSON."""

from __future__ import annotations

import click

from cli import messages
from cli.options import archive_in_use, archive_option


@click.command(epilog="Example: bienban dump > desk.jsonl")
@archive_option
def command() -> int:
    """Print what you wrote into the archive (tags, notes, marks, what was read) as JSON Lines, sorted.

    The same content gives the same bytes. `bienban merge` brings it into another archive.
    """
    from store import layer

    with archive_in_use() as archive:
        for line in layer.lines(layer.read(archive)):
            messages.data(line.rstrip("\n"))
    return 0
