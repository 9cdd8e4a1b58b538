"""The driver of Textual for a terminal that was painted on already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.drivers.linux_driver import LinuxDriver

from tui.stage import ENTER

if TYPE_CHECKING:
    from textual.driver import Driver

    from tui.stage import Stage


def driver_on(stage: Stage) -> type[Driver]:
    """Make a driver that does not enter the screen which ``stage`` has entered: terminals would clear it."""

    class TakingOver(LinuxDriver):
        def write(self, data: str) -> None:
            if data == ENTER:
                if stage.painted and not stage.taken:
                    data = ""
                stage.taken = True
            super().write(data)

    return TakingOver
