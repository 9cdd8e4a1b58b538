"""Lines of looks as a terminal takes them, in as many colours as it has; for what is painted before Textual."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from tui.looks import LOOKS, Look

TRUE: Final = "truecolor"
MANY: Final = "256"
FEW: Final = "16"

_SIGNS: Final = {"bold": "1", "italic": "3", "underline": "4", "reverse": "7"}
_NAMES: Final = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_ANSI: Final = {
    "ansi_default": 39,
    **{f"ansi_{name}": 30 + number for number, name in enumerate(_NAMES)},
    **{f"ansi_bright_{name}": 90 + number for number, name in enumerate(_NAMES)},
}


def colour_system(environ: Mapping[str, str]) -> str | None:
    """Tell how many colours the terminal has, by the rules of Rich; ``None`` where it is to have none."""
    if "NO_COLOR" in environ:
        return None
    if environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return TRUE
    _, _, colours = environ.get("TERM", "").strip().lower().rpartition("-")
    return MANY if colours in ("256color", "kitty") else FEW


class Ink:
    """Codes of a terminal for looks."""

    def __init__(self, colours: Mapping[str, str], system: str | None) -> None:
        self._colours = colours
        self._system = system
        self._known: dict[tuple[str, ...], str] = {}

    def write(self, rows: Sequence[Iterable[tuple[str, tuple[str, ...]]]]) -> str:
        """Write whole lines from the upper left corner on, and end without any style."""
        lines = []
        for number, row in enumerate(rows, 1):
            parts = "".join(f"{self._code(looks)}{text}" for text, looks in row if text)
            lines.append(f"\x1b[{number};1H{parts}")
        return "".join(lines) + "\x1b[0m"

    def _code(self, looks: tuple[str, ...]) -> str:
        code = self._known.get(looks)
        if code is None:
            code = self._known[looks] = self._made([LOOKS[look] for look in looks])
        return code

    def _made(self, looks: Sequence[Look]) -> str:
        colour, ground, signs = "foreground", "background", list[str]()
        for look in looks:
            colour, ground = look.colour or colour, look.ground or ground
            signs += look.signs.split()
        codes = ["0", *(_SIGNS[sign] for sign in dict.fromkeys(signs))]
        if self._system is not None:
            codes += [*self._codes(self._colours[colour], 0), *self._codes(self._colours[ground], 10)]
        return f"\x1b[{';'.join(codes)}m"

    def _codes(self, value: str, more: int) -> Iterable[str]:
        """Give the codes of one colour, ``more`` being added for the ground."""
        if value in _ANSI:
            return (str(_ANSI[value] + more),)
        if self._system == TRUE:
            return (str(38 + more), "2", *(str(int(value[at : at + 2], 16)) for at in (1, 3, 5)))
        from rich.color import Color, ColorSystem

        system = ColorSystem.EIGHT_BIT if self._system == MANY else ColorSystem.STANDARD
        return Color.parse(value.lower()).downgrade(system).get_ansi_codes(foreground=not more)
