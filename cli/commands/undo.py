"""``bienban undo``: takes back the last act of the user."""

from __future__ import annotations

import click

from cli import messages
from cli.options import archive_in_use, archive_option


@click.command(epilog="Example: bienban undo")
@archive_option
def command() -> int:
    """Take back the last thing that you did: a tag, a note, a mark, here or in the reader."""
    from store.journal import undo

    with archive_in_use(writing=True) as archive:
        undone = undo(archive)
    messages.data(f"Undone: {undone}" if undone else "There is nothing to undo.")
    return 0
