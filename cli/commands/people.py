"""``bienban people``: who is in the archive."""

from __future__ import annotations

import click

from cli import messages
from cli.messages import Column
from cli.options import archive_in_use, archive_option, format_option


@click.command(epilog="Example: bienban people 'nguyen van' --limit 0")
@archive_option
@format_option
@click.option(
    "--limit", type=click.IntRange(min=0), default=50, show_default=True, help="How many at most; 0 for all."
)
@click.argument("name", nargs=-1)
def command(name: tuple[str, ...], form: messages.Format, limit: int) -> int:
    """List the people whose name has the words of NAME, those in most articles first; everyone without a NAME."""
    from store.people import search

    with archive_in_use() as archive:
        found = search(archive, " ".join(name), limit)
    if form == "jsonl":
        for person in found:
            messages.json_line({"key": person.key, "name": person.name, "articles": person.articles})
    else:
        columns = (Column("articles"), Column("name", wide=True), Column("key", style="dim"))
        messages.table(columns, ((str(person.articles), person.name, person.key) for person in found))
        if limit and len(found) == limit:
            messages.say(f"The first {limit}; --limit 0 prints all.")
    return 0
