"""Writes docs/commands.md from the help of the commands themselves.

usage: command_docs.py [TARGET]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from cli.main import commands

TARGET: Final = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
WIDTH: Final = 96

INTRODUCTION: Final = """\
# Commands

What `bienban --help` and the help of each command say. Made by `python tools/command_docs.py`; a test holds it to
the program.

Data goes to standard output, everything else to standard error, so that output can be piped. Text of articles is
printed without characters that a terminal would obey; in JSON Lines such characters are escaped, and nothing is
lost. Errors are one line that says what and what to do; `BIENBAN_DEBUG=1` adds the traceback of an unexpected one.
"""


def helps(command: click.Command, name: str, parent: click.Context | None = None) -> Iterator[tuple[str, str]]:
    """Give the full name and the help of a command and of all below it."""
    context = click.Context(command, info_name=name, parent=parent, terminal_width=WIDTH, max_content_width=WIDTH)
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None:
                yield from helps(found, below, context)


def document() -> str:
    """Write the whole document."""
    sections = [f"## {path}\n\n```text\n{text.strip()}\n```\n" for path, text in helps(commands, "bienban")]
    return "\n".join([INTRODUCTION, *sections])


def main() -> None:
    """Write the document to its place, or to the one that is named."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.write_text(document(), encoding="utf-8")


if __name__ == "__main__":
    main()
