"""``bienban import``: takes files and folders into the archive."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import click

from cli import messages
from cli.entry import EXIT_INTERRUPTED
from cli.options import archive_in_use, archive_option, archive_path
from cli.progress import Bar
from store.archive import Archive
from store.records import Outcome
from store.text import path_text

if TYPE_CHECKING:
    from importers.batch import ImportReport

WORDS: Final = {
    Outcome.NEW: "new",
    Outcome.CHANGED: "changed: a new version was kept beside the old one",
    Outcome.UNCHANGED: "unchanged",
    Outcome.DUPLICATE: "known already from another file",
}


@click.command(epilog="Example: bienban import ~/articles one-more.txt dump.jsonl.gz")
@archive_option
@click.option("--dry-run", is_flag=True, help="Say what would be done, and leave the archive as it is.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
def command(paths: tuple[Path, ...], dry_run: bool) -> int:
    """Take text files, JSON Lines, and folders of them, into the archive.

    A file that ends in .jsonl or .ndjson, or in .gz after that, has an article a line: a JSON object with a title
    and a text, and with published, author, url and section where there are any. Any other file is one article.

    What is there already is not taken in twice; one that has changed becomes a new version of its article. What
    cannot be read is told at the end, and the rest goes on. Ctrl-C stops it; run it again to go on.
    """
    from importers.batch import import_paths

    with _archive(dry_run) as archive, Bar("Importing", in_bytes=True) as bar:
        report = import_paths(
            archive,
            paths,
            progress=lambda now: bar.update(now.done, now.total, f"{now.articles:,} {path_text(now.path)}"),
            dry_run=dry_run,
        )
    _print(report, dry_run=dry_run)
    if report.interrupted:
        kept = sum(report.counts.values())
        messages.say(f"Stopped. {kept:,} of the articles are in the archive; run it again to go on.")
        return EXIT_INTERRUPTED
    return int(bool(report.failed))


@contextmanager
def _archive(dry_run: bool) -> Iterator[Archive]:
    """Open the archive; for a dry run on one that does not exist, one that is gone afterwards."""
    if not dry_run or archive_path().exists():
        with archive_in_use(making=True) as archive:
            yield archive
        return
    with TemporaryDirectory() as place, Archive.open(Path(place) / "archive.db") as archive:
        yield archive


def _print(report: ImportReport, *, dry_run: bool) -> None:
    if dry_run:
        messages.data("Nothing was written. There would be:")
    for outcome, words in WORDS.items():
        if count := report.counts.get(outcome, 0):
            messages.data(f"{count} {words}")
    if report.failed:
        messages.data(f"{report.failed} could not be read")
    elif not report.counts and not report.interrupted:
        messages.data("0 new")
    for path, reason, advice in report.problems:
        messages.problem(f"{path_text(path)}: {reason}", advice)
    if report.failed > len(report.problems):
        messages.say(f"bienban: and {report.failed - len(report.problems):,} more.")
