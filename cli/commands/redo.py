"""``bienban redo``: does again what was undone last."""

from __future__ import annotations

import click

from cli import messages
from cli.options import archive_in_use, archive_option


@click.command(epilog="Example: bienban redo")
@archive_option
def command() -> int:
    """Do again what was undone last."""
    from store.journal import redo

    with archive_in_use(writing=True) as archive:
        redone = redo(archive)
    messages.data(f"Done again: {redone}" if redone else "There is nothing to do again.")
    return 0
