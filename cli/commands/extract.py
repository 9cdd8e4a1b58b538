"""``bienban extract``: what the program reads in files, as JSON Lines, with no archive."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import click

from cli import messages
from cli.options import archive_option
from store.text import path_text


@click.command(epilog="Example: bienban extract seeds/*.txt > records.jsonl")
@archive_option
@click.option("--explain", is_flag=True, help="Plain text instead: which rule and which entry made each find.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
def command(files: tuple[Path, ...], explain: bool) -> int:
    """Print what each FILE says, one JSON object a line: headline, meetings, people, offices, documents.

    A file of JSON Lines (.jsonl, .ndjson, also with .gz) has an article a line, as for `bienban import`.

    With --explain, say of each line what it was taken for, and of each find its words, its place in the text, the
    rule, the lines of code that name it, and the entries of the lexicon (file and line), so that a wrong one can be
    traced in a minute.

    No archive is needed or touched. What cannot be read is told on stderr, and the rest goes on.
    """
    from importers import explaining
    from importers.pipeline import items, read_with_text
    from importers.problems import ImportProblem
    from importers.record import as_record

    failed = False
    for item in chain.from_iterable(map(items, files)):
        try:
            imported, *read = read_with_text(item)
        except ImportProblem as error:
            failed = True
            messages.problem(f"{path_text(item.path)}: {error.reason}", error.advice)
            continue
        if explain:
            messages.explanation([*explaining.explain(imported, *read), ""])
        else:
            messages.json_line(as_record(imported))
    return int(failed)
