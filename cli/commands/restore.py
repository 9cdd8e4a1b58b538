"""``bienban restore``: a copy of the archive in its place."""

from __future__ import annotations

from pathlib import Path

import click

from cli import messages
from cli.options import archive_option, archive_path
from cli.progress import Bar
from store.text import path_text


@click.command(epilog="Example: bienban restore /media/usb/archive-copy.db")
@archive_option
@click.argument("copy", type=click.Path(path_type=Path))
def command(copy: Path) -> int:
    """Put COPY, as `bienban backup` made it, in the place of the archive, after reading all of it.

    What was there is kept beside it, under a name with the time. COPY stays as it is.
    """
    from store.restoring import restore

    with Bar("Restoring") as bar:
        kept = restore(copy, archive_path(), bar.update)
    messages.data(path_text(archive_path()))
    if kept is not None:
        messages.say(f"What was there is kept: {path_text(kept)}")
    return 0
