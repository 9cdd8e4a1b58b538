"""The language that the reader speaks: English in the code, Vietnamese from the table.

Words of articles are never translated. A string that is not in the table stays English; a test sees to it that
none is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

ENGLISH: Final = "en"
VIETNAMESE: Final = "vi"
LANGUAGES: Final = (ENGLISH, VIETNAMESE)

_current = ENGLISH
_table: Mapping[str, str] = {}


def language_of(environ: Mapping[str, str]) -> str:
    """Tell the language of a locale: Vietnamese if LC_ALL, LC_MESSAGES or LANG (the first set) begins with vi."""
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return VIETNAMESE if locale.lower().startswith("vi") else ENGLISH


def use(language: str) -> None:
    """Speak this language from now on; it must be one of `LANGUAGES`."""
    global _current, _table
    if language not in LANGUAGES:
        raise ValueError(f"no language {language!r}")
    _current, _table = language, {}
    if language == VIETNAMESE:
        from tui.vietnamese import TABLE

        _table = TABLE


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language for a while, then again the one that was spoken before."""
    before = _current
    use(language)
    try:
        yield
    finally:
        use(before)


def current() -> str:
    """Tell the language that is spoken."""
    return _current


def tr(english: str) -> str:
    """Say a string of the program in the language of the reader; fields in braces stay for `str.format`."""
    return _table.get(english, english)


def pick(english: str, vietnamese: str) -> str:
    """Choose between two wordings that stand beside each other in the code."""
    return vietnamese if _current == VIETNAMESE else english


def number_of(count: int, one: str, many: str) -> str:
    """Say how many, ``{n}`` being the number with its thousands parted: ``1 article``, ``12 000 articles``.

    Other fields in braces stay.
    """
    return tr(one if count == 1 else many).replace("{n}", grouped(count))


def grouped(count: int) -> str:
    """Write a number with a narrow no-break space between thousands, as both languages read it."""
    return f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")
