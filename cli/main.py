"""The subcommands under one roof: finds the one asked for, loads it alone, and gives the exit status."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module, metadata

import click

from cli import messages
from cli.commands import COMMANDS
from cli.entry import EXIT_INTERRUPTED
from cli.options import archive_option

EXIT_USAGE = 2

EPILOG = """\b
Examples:
  bienban                          open the reader
  bienban trương thị mai           open it on a query
  bienban --archive A.db -- search open A.db on a query that is also a command
  bienban import ~/articles        take in a folder of text files
  bienban search 'tag:k đảng'      list what matches, newest first

\b
The archive is --archive PATH, else $BIENBAN_ARCHIVE, else archive.db in this folder,
else the one in the data folder of the user.

\b
Exit status: 0 done, 1 something could not be done, 2 wrong usage, 130 stopped by Ctrl-C.
"""


class Commands(click.Group):
    """A group whose subcommands are imported when they are named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the subcommands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Load one subcommand; ``None`` when there is none of that name."""
        if name not in COMMANDS:
            return None
        command = import_module(COMMANDS[name]).command
        if not isinstance(command, click.Command):
            raise TypeError(f"{COMMANDS[name]}.command is no command")
        return command

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Write the usage line: a query opens the reader, anything else is a command."""
        return ["[--archive PATH]", "[QUERY... | COMMAND [ARGS]...]"]


@click.group(cls=Commands, epilog=EPILOG, context_settings={"max_content_width": 100})
@archive_option
@click.version_option(metadata.version("bienban"), prog_name="bienban")
def commands() -> None:
    """Read, search, tag and export an archive of articles, offline.

    Without a command, opens the reader, on QUERY if there is one.
    """


def run(words: Sequence[str]) -> int:
    """Run the command line with click; returns the exit status."""
    try:
        with commands.make_context("bienban", list(words)) as context:
            status = commands.invoke(context)
            return status if isinstance(status, int) else 0
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.Abort:
        messages.say("Stopped.")
        return EXIT_INTERRUPTED
    except click.UsageError as error:
        _explain_usage(error)
        return EXIT_USAGE
    except click.ClickException as error:
        messages.problem(error.format_message())
        return error.exit_code


def _explain_usage(error: click.UsageError) -> None:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        messages.usage(error.format_message())
        return
    place = error.ctx.command_path if error.ctx is not None else "bienban"
    messages.problem(error.format_message(), f"See: {place} --help")
