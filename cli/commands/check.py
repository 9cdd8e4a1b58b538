"""``bienban check``: whether the archive is sound."""

from __future__ import annotations

import click

from cli import messages
from cli.options import archive_in_use, archive_option
from cli.progress import Bar


@click.command(epilog="Example: bienban --archive archive.db check")
@archive_option
@click.option("--repair", is_flag=True, help="First make the search index anew from the articles.")
def command(repair: bool) -> int:
    """Read the whole archive and say what is wrong with it: the file, the search index, the places in the texts.

    Exit status 1 when something is.
    """
    from store.checking import check

    with archive_in_use(writing=True) as archive:
        if repair:
            from store.indexing import rebuild

            with Bar("Making the search index") as bar:
                rebuild(archive, bar.update)
        found = check(archive)
    for trouble in found:
        messages.data(trouble)
    if found:
        messages.problem(
            f"{len(found)} things are wrong",
            "Restore a copy with `bienban restore`, or import the files into a new archive",
        )
        return 1
    messages.data("Nothing is wrong.")
    return 0
