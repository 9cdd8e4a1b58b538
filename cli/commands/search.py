"""``bienban search``: the articles that a query finds, newest first."""

from __future__ import annotations

import click

from cli import messages
from cli.options import archive_in_use, archive_option, format_option
from cli.rows import COLUMNS, as_cells, as_object

PAGE = 500
"""Rows that are asked of the store at once."""


@click.command(epilog="Example: bienban search 'trương thị mai after:2021' --limit 10")
@archive_option
@format_option
@click.option(
    "--limit", type=click.IntRange(min=0), default=20, show_default=True, help="How many at most; 0 for all."
)
@click.argument("query", nargs=-1)
def command(query: tuple[str, ...], form: messages.Format, limit: int) -> int:
    """Print the articles that QUERY finds, newest first; all of them without a QUERY.

    A word without marks finds it with any marks. "a phrase", -not, OR, ( ), and the fields tag: person: org: after:
    before: is:unread|read|marked|noted and others narrow it.
    """
    from store.query import parse
    from store.search import search

    parsed = parse(" ".join(query), complete=True)
    if parsed.problem:
        messages.say(parsed.problem)
    with archive_in_use() as archive:
        results = search(archive, parsed)
        wanted = min(limit or results.count, results.count)
        rows = (row for first in range(0, wanted, PAGE) for row in results.rows(first, min(PAGE, wanted - first)))
        if form == "jsonl":
            for row in rows:
                messages.json_line(as_object(row))
        else:
            messages.table(COLUMNS, (as_cells(row) for row in rows))
            if wanted < results.count:
                messages.say(f"{wanted} of {results.count}; --limit 0 prints all.")
    return 0
