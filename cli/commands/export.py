"""``bienban export``: writes articles to files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli import messages
from cli.choosing import keys_found
from cli.options import archive_in_use, archive_option
from cli.progress import Bar
from store.exporters import FORMATS, Format
from store.text import path_text

if TYPE_CHECKING:
    from store.archive import Archive
    from store.exporters.chosen import Chosen


@click.command(epilog="Example: bienban export 'tag:\"đọc lại\"' --to notes/")
@archive_option
@click.option("--marked", is_flag=True, help="The articles that are marked, instead of a QUERY.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), help="What to write (markdown).")
@click.option(
    "--template",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A template of Jinja instead of a format; docs/exports.md says what it sees.",
)
@click.option(
    "--to", "folder", type=click.Path(path_type=Path), metavar="FOLDER", help="One file for each article."
)
@click.option("--one-file", type=click.Path(path_type=Path), metavar="FILE", help="One file for all.")
@click.option("--overwrite", is_flag=True, help="Replace files that are there.")
@click.argument("query", nargs=-1)
def command(
    query: tuple[str, ...],
    marked: bool,
    form: str | None,
    template: Path | None,
    folder: Path | None,
    one_file: Path | None,
    overwrite: bool,
) -> int:
    """Write the articles that QUERY finds, or those marked, to files; all articles without either.

    Each has its date, people, tags and notes with it. All files are written or none.
    """
    target = folder or one_file
    if target is None or (folder and one_file):
        raise click.UsageError("Say where to: --to FOLDER or --one-file FILE, one of the two")
    if form and template:
        raise click.UsageError("Say what to write: by --format or by --template, one of the two")
    if marked and query:
        raise click.UsageError("Say which articles: by a QUERY or by --marked, one of the two")
    from store.exporters.files import WouldOverwrite, plan, write

    with archive_in_use() as archive, Bar("Exporting") as bar:
        views = _views(archive, " ".join(query), marked=marked)
        if not views:
            messages.say("No article is meant, so nothing was written.")
            return 0
        wanted = _templated(template) if template else form or "markdown"
        planned = plan(views, target, form=wanted, one_file=one_file is not None)
        try:
            written = write(planned, views, overwrite=overwrite, progress=bar.update)
        except WouldOverwrite as refused:
            messages.problem(refused.problem, "Name another place, or pass --overwrite")
            return 1
    for path in written:
        messages.data(path_text(path))
    messages.say(f"{len(views)} exported.")
    return 0


def _views(archive: Archive, query: str, *, marked: bool) -> Chosen:
    from store import marks
    from store.exporters.chosen import Chosen

    return Chosen(archive, marks.all_marked(archive) if marked else keys_found(archive, query))


def _templated(path: Path) -> Format:
    from store.exporters.files import ExportError
    from store.exporters.template import format_of

    try:
        return format_of(path.name, path.read_text("utf-8"))
    except (OSError, UnicodeError) as error:
        why = messages.why_unread(error)
        raise ExportError(f"{path_text(path)}: It cannot be read: {why}.", "Name another template.") from error
