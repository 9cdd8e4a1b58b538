"""What the actions of the panes do: one function for each, named in a table by the id of its action."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from tui.acts import finding, keeping, looking, moving, noting, program

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen

Act = Callable[["ReaderScreen"], None]

ACTS: Final[dict[str, Act]] = {
    **moving.ACTS,
    **finding.ACTS,
    **looking.ACTS,
    **keeping.ACTS,
    **noting.ACTS,
    **program.ACTS,
}


def perform(reader: ReaderScreen, name: str) -> None:
    """Do one action of the panes.

    Raises:
        ArchiveError: the archive does not let it.
    """
    ACTS[name](reader)
