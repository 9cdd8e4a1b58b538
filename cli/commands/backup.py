"""``bienban backup``: a whole copy of the archive."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from cli import messages
from cli.options import archive_in_use, archive_option
from store.text import path_text


@click.command(epilog="Example: bienban backup /media/usb/archive-copy.db")
@archive_option
@click.option("--overwrite", is_flag=True, help="Replace TARGET if it is there.")
@click.argument("target", required=False, type=click.Path(path_type=Path))
def command(target: Path | None, overwrite: bool) -> int:
    """Copy the archive to TARGET, while it may be in use; the copy is checked.

    Without TARGET the copy lies beside the archive and has the time in its name.
    """
    from store.backup import backup

    with archive_in_use() as archive:
        made = backup(archive, target or _beside(archive.path), overwrite=overwrite)
    messages.data(path_text(made))
    return 0


def _beside(archive: Path) -> Path:
    return archive.with_name(f"{archive.stem}-{datetime.now():%Y%m%d-%H%M%S}{archive.suffix}")
