"""The subcommands, one module each; only their names are known until one is asked for."""

from __future__ import annotations

from typing import Final

COMMANDS: Final = {
    "import": "cli.commands.importing",
    "extract": "cli.commands.extract",
    "search": "cli.commands.search",
    "show": "cli.commands.show",
    "people": "cli.commands.people",
    "person": "cli.commands.person",
    "tag": "cli.commands.tag",
    "export": "cli.commands.export",
    "backup": "cli.commands.backup",
    "restore": "cli.commands.restore",
    "dump": "cli.commands.dump",
    "merge": "cli.commands.merge",
    "check": "cli.commands.check",
    "undo": "cli.commands.undo",
    "redo": "cli.commands.redo",
}
"""Every subcommand and the module whose ``command`` it is, in the order of the help."""
