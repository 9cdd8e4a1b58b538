"""What the user has settled in ``config.toml``, checked whole, and the little that the reader remembers itself.

The file is the user's: the reader never writes it. What is chosen inside the reader (the theme) stands in a file
of its own and yields to ``config.toml``. A wrong entry is reported with file, key and the nearest key that there
is, and its default holds; nothing in the file can keep the reader from opening.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from store.text import one_line, path_text
from tui import keymap, language, themes
from tui.language import tr

APPLICATION: Final = "bienban"
THEME_NAMES: Final = {
    "dark": themes.DARK,
    "light": themes.LIGHT,
    "ansi-dark": "ansi-dark",
    "ansi-light": "ansi-light",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of the reader."""

    theme: str = "dark"
    """`dark`, `light`, or `ansi-dark`, `ansi-light`: the sixteen colours that the terminal itself sets."""
    language: str = language.ENGLISH
    """`en` or `vi`; by default that of the locale."""
    measure: int = 76
    """The longest line of an article, in columns."""
    read_after: int = 6
    """Seconds in an opened article after which it counts as read; 0: only when its end has been seen."""
    export_folder: str = "export"
    """The folder that `export` offers, seen from where the reader was started."""
    keys: keymap.KeyTable = field(default_factory=dict)
    """Keys of actions, where they are not those of the table of actions."""
    problems: tuple[str, ...] = ()
    """What was wrong in the file, for people, a line each."""
    file: str = ""
    """The path of the file, for people, where anything was wrong in it."""

    def complaint(self, key: str) -> str:
        """Tell in one line what was wrong, and the key that lists all of it; empty when nothing was."""
        if not self.problems:
            return ""
        first = self.problems[0]
        if len(self.problems) == 1:
            return f"{self.file}: {first}"
        told = tr("{file}: {n} entries are wrong ({key} lists them); the first: {problem}")
        return told.format(file=self.file, n=len(self.problems), key=key, problem=first)


_ARCHIVES_KEPT: Final = 50
"""Archives whose last row is remembered."""


class _WrongError(Exception):
    """A value that does not do; the message says what would."""


def _one_of(*values: str) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        if not isinstance(value, str) or value not in values:
            raise _WrongError(tr("must be one of {values}").format(values=", ".join(values)))
        return value

    return check


def _whole(least: int, most: int) -> Callable[[Any], int]:
    def check(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise _WrongError(tr("must be a whole number from {least} to {most}").format(least=least, most=most))
        return value

    return check


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _WrongError(tr("must be a text that is not empty"))
    return value


_CHECKS: Final[dict[str, Callable[[Any], Any]]] = {
    "theme": _one_of(*THEME_NAMES),
    "language": _one_of(*language.LANGUAGES),
    "measure": _whole(30, 200),
    "read_after": _whole(0, 3600),
    "export_folder": _text,
}


def config_path(environ: Mapping[str, str]) -> Path:
    """Tell where ``config.toml`` is: ``BIENBAN_CONFIG``, else the user's folder for configuration."""
    if explicit := environ.get("BIENBAN_CONFIG"):
        return Path(explicit).expanduser()
    from platformdirs import user_config_path

    return user_config_path(APPLICATION) / "config.toml"


def state_path(environ: Mapping[str, str]) -> Path:
    """Tell where the reader remembers what was chosen in it: ``BIENBAN_STATE``, else the folder for state."""
    if explicit := environ.get("BIENBAN_STATE"):
        return Path(explicit).expanduser()
    from platformdirs import user_state_path

    return user_state_path(APPLICATION) / "reader.json"


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings; never raises, since `Settings.problems` says what was wrong."""
    environ = os.environ if environ is None else environ
    settings = Settings(language=language.language_of(environ))
    remembered = _remembered(state_path(environ)).get("theme")
    if remembered in THEME_NAMES:
        settings = replace(settings, theme=remembered)
    path = config_path(environ)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return settings
    except OSError as error:
        with language.speaking(settings.language):
            return replace(settings, problems=(error.strerror or tr("cannot be read"),), file=_short(path))
    settings = _parsed(settings, raw)
    return replace(settings, file=_short(path)) if settings.problems else settings


def _short(path: Path) -> str:
    """Write a path for people, that of the home folder as ``~``."""
    with suppress(ValueError, RuntimeError):
        path = Path("~") / path.relative_to(Path.home())
    return path_text(path)


def _parsed(settings: Settings, raw: bytes) -> Settings:
    import tomllib

    try:
        entries = tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        with language.speaking(settings.language):
            return replace(settings, problems=(tr("is not UTF-8"),))
    except tomllib.TOMLDecodeError as error:
        return replace(settings, problems=(one_line(str(error)),))
    chosen = entries.get("language")
    with language.speaking(chosen if chosen in language.LANGUAGES else settings.language):
        return _checked(settings, entries)


def _checked(settings: Settings, entries: Mapping[str, Any]) -> Settings:
    """Take over the entries that do, and tell of the others in the language that is spoken."""
    values: dict[str, Any] = {}
    problems: list[str] = []
    for key, value in entries.items():
        if key == "keys":
            values["keys"], of_keys = keymap.check(value)
            problems += of_keys
        elif key not in _CHECKS:
            told = tr("there is no setting “{name}”").format(name=one_line(key, 40))
            problems.append(told + keymap.nearest(key, (*_CHECKS, "keys")))
        else:
            try:
                values[key] = _CHECKS[key](value)
            except _WrongError as wrong:
                problems.append(f"{key} {wrong}")
    return replace(settings, **values, problems=tuple(problems))


def _remembered(path: Path) -> dict[str, Any]:
    try:
        state = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}  # a convenience that is lost costs nothing
    return state if isinstance(state, dict) else {}


def row_of(archive: Path, environ: Mapping[str, str] | None = None) -> str | None:
    """Give the key of the article that the cursor was on when the reader of this archive was left."""
    rows = _rows(_remembered(state_path(os.environ if environ is None else environ)))
    return rows.get(str(archive))


def remember_row(archive: Path, key: str, environ: Mapping[str, str] | None = None) -> bool:
    """Remember the article that the cursor is on; tells whether that could be written."""
    environ = os.environ if environ is None else environ
    rows = _rows(_remembered(state_path(environ)))
    rows.pop(str(archive), None)
    kept = list(rows.items())[1 - _ARCHIVES_KEPT :]
    return remember("rows", {**dict(kept), str(archive): key}, environ)


def _rows(state: Mapping[str, Any]) -> dict[str, str]:
    rows = state.get("rows")
    return {k: v for k, v in rows.items() if isinstance(v, str)} if isinstance(rows, dict) else {}


def remember(name: str, value: str | dict[str, str], environ: Mapping[str, str] | None = None) -> bool:
    """Remember a choice for the next start; tells whether that could be written."""
    path = state_path(os.environ if environ is None else environ)
    state = {**_remembered(path), name: value}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(state, indent=1) + "\n", encoding="utf-8")
        fresh.replace(path)
    except OSError:
        return False
    return True
