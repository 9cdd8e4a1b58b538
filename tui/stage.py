"""The terminal from the first paint to the last: entered before Textual is there, and left as it was found.

What is typed meanwhile waits, unseen, in the terminal, and Textual reads it. Whatever goes wrong until then, an
error, a signal or Ctrl-C, the terminal is put back.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, Final

ENTER: Final = "\x1b[?1049h"
"""Switches to the other screen of the terminal; terminals clear it when they are told once more."""
_HIDE_CURSOR: Final = "\x1b[?25l"
_LEAVE: Final = "\x1b[?1049l\x1b[?25h"

SWITCH: Final = "BIENBAN_FIRST_PAINT"
"""Set to ``0`` in the environment, it has Textual paint first."""


class Stage:
    """A terminal that can be painted on before Textual takes it over."""

    def __init__(self) -> None:
        self.painted = False
        self.taken = False
        """Whether Textual has it, and will leave it."""

    @property
    def size(self) -> tuple[int, int]:
        """Columns and lines, as Textual will find them."""
        return shutil.get_terminal_size()

    def paint(self, codes: str) -> None:
        """Enter the other screen and paint."""
        self.painted = True
        _write(ENTER + _HIDE_CURSOR + codes)

    def leave(self) -> None:
        """Go back to the screen as it was, unless Textual does."""
        if self.painted and not self.taken:
            _write(_LEAVE)


@contextmanager
def stage(environ: Mapping[str, str]) -> Iterator[Stage | None]:
    """Have the terminal take keys without showing them; ``None`` where nothing can be painted before Textual.

    Textual lets a driver, a number of colours or a file be chosen that are not known here.
    """
    stream = sys.__stderr__
    chosen = environ.get(SWITCH) == "0" or any(name.startswith("TEXTUAL_") for name in _CHOICES & environ.keys())
    if chosen or stream is None or not stream.isatty() or sys.platform == "win32":
        yield None
        return
    import termios

    number = sys.__stdin__.fileno() if sys.__stdin__ is not None else 0
    before = termios.tcgetattr(number)
    handlers = {which: signal.signal(which, _end) for which in (signal.SIGTERM, signal.SIGHUP)}
    made = Stage()
    try:
        termios.tcsetattr(number, termios.TCSANOW, _silent(before))
        yield made
    finally:
        made.leave()
        with suppress(termios.error):
            termios.tcsetattr(number, termios.TCSANOW, before)
        for which, handler in handlers.items():
            signal.signal(which, handler)


_CHOICES: Final = frozenset({"TEXTUAL_DRIVER", "TEXTUAL_COLOR_SYSTEM"})


def _silent(attributes: list[Any]) -> list[Any]:
    """Give attributes with which keys wait one by one, unseen; Ctrl-C still ends, Ctrl-Z does nothing yet."""
    import termios

    silent = [*attributes[:6], list(attributes[6])]
    silent[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    silent[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    silent[6][termios.VMIN] = 1
    silent[6][termios.VSUSP] = b"\0"
    return silent


def _end(number: int, frame: object) -> None:
    raise SystemExit(128 + number)


def _write(codes: str) -> None:
    assert sys.__stderr__ is not None  # noqa: S101 - there is no stage without it
    sys.__stderr__.flush()
    data = codes.encode()
    with suppress(OSError):
        while data:
            data = data[os.write(sys.__stderr__.fileno(), data) :]
