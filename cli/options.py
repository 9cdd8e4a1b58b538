"""Options that commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cli import opening
from cli.progress import UP_TO_DATE, Bar
from store.text import path_text

if TYPE_CHECKING:
    from store.archive import Archive

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

_ARCHIVE = "bienban.archive"


def archive_option(command: Decorated) -> Decorated:
    """Give a command ``--archive PATH``; said after the subcommand it wins over the one said before."""
    return click.option(
        "--archive",
        type=click.Path(path_type=Path),
        metavar="PATH",
        help="The archive to use.",
        expose_value=False,
        callback=_remember,
    )(command)


def format_option(command: Decorated) -> Decorated:
    """Give a command ``--format table|jsonl``."""
    return _form(
        command,
        "table",
        "A table for people (tabs between the cells where it is not a terminal), or JSON Lines for machines.",
    )


def text_option(command: Decorated) -> Decorated:
    """Give a command that tells of one thing ``--format text|jsonl``."""
    return _form(command, "text", "Text for people, or one JSON object for machines.")


def _form(command: Decorated, people: str, told: str) -> Decorated:
    choice = click.Choice([people, "jsonl"])
    return click.option("--format", "form", type=choice, default=people, show_default=True, help=told)(command)


def archive_path() -> Path:
    """Tell which archive the command line means."""
    return opening.locate(click.get_current_context().meta.get(_ARCHIVE))


@contextmanager
def archive_in_use(*, writing: bool = False, making: bool = False) -> Iterator[Archive]:
    """Open the archive that the command line means; ``making`` makes one where there is none,
    or only an empty file.

    Raises:
        click.ClickException: there is no archive.
        ArchiveError: what is there cannot be opened.
    """
    from store.archive import Archive

    path = archive_path()
    if not making and not path.exists():
        raise click.ClickException(
            f"There is no archive at {path_text(path)}. "
            "Make one with `bienban import FOLDER`, or say which with --archive"
        )
    with Bar(UP_TO_DATE) as bar:
        archive = Archive.open(path, read_only=not (writing or making), making=making, progress=bar.update)
    with archive:
        yield archive


def _remember(context: click.Context, _option: click.Parameter, path: Path | None) -> None:
    if path is not None:
        context.meta[_ARCHIVE] = path
