"""A terminal for tests: runs the installed program in a pseudo-terminal and knows what its screen shows."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pyte

PROGRAM = Path(sys.executable).with_name("bienban")
PATIENCE = 30.0
"""Seconds to wait for something to appear before the test fails; reached only by what is broken."""

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "backspace": "\x7f",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "delete": "\x1b[3~",
    **{f"ctrl+{letter}": chr(ord(letter) - ord("a") + 1) for letter in "bcflopst"},
}

_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<=>][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$[a-z]|\x1bP.*?\x1b\\", re.DOTALL)
"""Questions and modes of newer terminals, which the emulator would print as text."""


def shown_after(written: bytes, columns: int, lines: int) -> pyte.Screen:
    """Give the screen as it is after these bytes."""
    screen = pyte.Screen(columns, lines)
    pyte.ByteStream(screen).feed(_UNKNOWN_TO_PYTE.sub(b"", written))
    return screen


class Terminal:
    """One program in one terminal. ``raw`` is every byte that it wrote."""

    def __init__(self, child: pexpect.spawn[bytes], columns: int, lines: int) -> None:
        self.child = child
        self.raw = b""
        self.early = False
        """Whether what is painted before Textual is there counts as shown."""
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self._held = b""

    @property
    def text(self) -> str:
        """What the screen shows now, one line each."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def line_of(self, text: str) -> str:
        """Give the first line of the screen that holds a text."""
        return next((line for line in self.text.splitlines() if text in line), "")

    def press(self, *keys: str) -> Terminal:
        """Press keys, named as Textual names them or as the letters that they are."""
        for key in keys:
            self.child.send(KEYS.get(key, key).encode())
        return self

    def type(self, text: str) -> Terminal:
        """Type a text, all at once."""
        self.child.send(text.encode())
        return self

    def click(self, text: str) -> Terminal:
        """Click with the mouse on the first letter of a text that the screen shows."""
        column, line = self._place(text)
        self.child.send(f"\x1b[<0;{column};{line}M\x1b[<0;{column};{line}m".encode())
        return self

    def wheel(self, text: str, *, down: bool) -> Terminal:
        """Turn the wheel of the mouse over a text by one notch."""
        column, line = self._place(text)
        self.child.send(f"\x1b[<{65 if down else 64};{column};{line}M".encode())
        return self

    def _place(self, text: str) -> tuple[int, int]:
        """Give column and line, from 1, of a text on the screen."""
        for number, line in enumerate(self.text.splitlines(), 1):
            if text in line:
                return line.index(text) + 1, number
        raise AssertionError(f"{text!r} is not on the screen:\n{self.text}")

    def wait(self, wanted: str | Callable[[str], object], patience: float = PATIENCE) -> str:
        """Read until the screen shows a text, or a condition on it holds; gives the screen.

        Raises:
            AssertionError: it did not appear in time, or the program ended; says what the screen showed.
        """
        asked = (lambda screen: wanted in screen) if isinstance(wanted, str) else wanted

        def found(screen: str) -> object:
            return asked(screen) and (self.early or self._taken_over)

        deadline = time.monotonic() + patience
        while not found(self.text):
            alive = self._read(0.2)
            if not found(self.text) and (not alive or time.monotonic() > deadline):
                why = "in time" if alive else "before the program ended"
                raise AssertionError(f"{wanted!r} did not appear {why}; the screen:\n{self.text}")
        return self.text

    @property
    def _taken_over(self) -> bool:
        """Whether Textual has painted, if the program has begun to paint at all."""
        if b"\x1b[?1049h" not in self.raw or b"\x1b[?1049l" in self.raw:
            return True
        _, mouse, later = self.raw.partition(b"\x1b[?1000h")
        return bool(mouse) and b"\x1b[1;1H" in later

    def wait_gone(self, unwanted: str) -> str:
        """Read until the screen no longer shows a text."""
        return self.wait(lambda screen: unwanted not in screen)

    def settle(self, quiet: float = 1.0) -> None:
        """Read until the program has written nothing for a while."""
        known = -1
        while known != len(self.raw):
            known = len(self.raw)
            self._read(quiet)

    def finish(self, patience: float = PATIENCE) -> int:
        """Wait for the end of the program; gives its exit status, or minus the signal that ended it."""
        deadline = time.monotonic() + patience
        while self._read(0.2):
            if time.monotonic() > deadline:
                raise AssertionError(f"the program did not end; the screen:\n{self.text}")
        self.child.close()
        if self.child.exitstatus is not None:
            return self.child.exitstatus
        return -(self.child.signalstatus or 0)

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self.child.kill(number)

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the terminal."""
        self.screen.resize(lines, columns)
        self.child.setwinsize(lines, columns)

    def _read(self, seconds: float) -> bool:
        """Take what the program wrote; ``False`` once it has ended and nothing is left."""
        try:
            got = self.child.read_nonblocking(65536, seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += got
        self._feed(got)
        return True

    def _feed(self, got: bytes) -> None:
        data = self._held + got
        cut = data.rfind(b"\x1b")  # a sequence may be in two reads
        complete = cut < 0 or len(data) - cut > 64 or re.search(rb"\x1b(\[[0-?]*[ -/]*[@-~]|[^\[P])", data[cut:])
        data, self._held = (data, b"") if complete else (data[:cut], data[cut:])
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))


def environment(home: Path, **changes: str | None) -> dict[str, str]:
    """Give a program an environment of its own: no settings of the person, an archive only if it is named."""
    kept = {
        name: os.environ[name]
        for name in ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "SYSTEMROOT")
        if name in os.environ
    }
    made = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "TEXTUAL_ANIMATIONS": "none",
        **{name: value for name, value in changes.items() if value is not None},
    }
    return {**kept, **made}


def _as_at_a_terminal() -> None:
    """Let Ctrl-C be heard also where the tests run behind a shell that has it ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def terminal(
    arguments: Sequence[str | Path],
    *,
    home: Path,
    size: tuple[int, int] = (120, 36),
    cwd: Path | None = None,
    **changes: str | None,
) -> Iterator[Terminal]:
    """Start the installed program in a terminal of ``size`` (columns, lines); it is ended when the test is."""
    columns, lines = size
    child: pexpect.spawn[bytes] = pexpect.spawn(
        str(PROGRAM),
        [str(argument) for argument in arguments],
        dimensions=(lines, columns),
        env=environment(home, **changes),
        cwd=str(cwd or home),
        timeout=PATIENCE,
        preexec_fn=_as_at_a_terminal,
    )
    child.delaybeforesend = None
    try:
        yield Terminal(child, columns, lines)
    finally:
        child.kill(signal.SIGKILL)  # on a busy machine it may take longer to end in order than pexpect waits
        child.close(force=True)
