"""The two themes of the reader, and what its colours mean.

`MEANINGS` are variables for style sheets (`$person`, `$match`): a theme that does not set one, such as those that
come with Textual, gets the value of our own theme of the same brightness. Every meaning has a second sign
beside its colour (bold, underline, a bar, a letter), so that nothing is lost without colours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from textual.theme import Theme

DARK: Final = "bienban-dark"
LIGHT: Final = "bienban-light"

MEANINGS_DARK: Final[dict[str, Any]] = {
    "headline": "#f4f1ea",
    "faint": "#7d858f",
    "rule": "#333a44",
    "person": "#8fc3da",
    "position": "#d9bd86",
    "date": "#a3c9a0",
    "document": "#b3b6dc",
    "caption": "#9aa0a8",
    "note": "#cfabd9",
    "tag": "#e0a98b",
    "unread": "#8fc3da",
    "match": "#5f4b16",
    "match-text": "#ffe7ad",
    "current-match": "#d9b24c",
    "current-match-text": "#1b1708",
    "chosen": "#24435a",
    "chosen-text": "#f4f1ea",
    "cursor": "#28323d",
    "cursor-text": "#f4f1ea",
    "selection": "#3f4f74",
    "selection-text": "#ffffff",
}
MEANINGS_LIGHT: Final[dict[str, Any]] = {
    "headline": "#11100e",
    "faint": "#6f6a60",
    "rule": "#d5cfc1",
    "person": "#135d80",
    "position": "#7a5109",
    "date": "#2d6a33",
    "document": "#4a4f9c",
    "caption": "#6b665c",
    "note": "#7d3f92",
    "tag": "#9c4a22",
    "unread": "#135d80",
    "match": "#f6e2a0",
    "match-text": "#2c2405",
    "current-match": "#c98f0a",
    "current-match-text": "#ffffff",
    "chosen": "#cfe2ee",
    "chosen-text": "#0d2f42",
    "cursor": "#e7e1d2",
    "cursor-text": "#11100e",
    "selection": "#c3cdee",
    "selection-text": "#11100e",
}
_MEANINGS_ANSI: Final = {
    "headline": "ansi_default",
    "person": "ansi_cyan",
    "position": "ansi_yellow",
    "date": "ansi_green",
    "document": "ansi_blue",
    "caption": "ansi_default",
    "note": "ansi_magenta",
    "tag": "ansi_red",
    "unread": "ansi_cyan",
    "match": "ansi_yellow",
    "match-text": "ansi_black",
    "current-match": "ansi_bright_yellow",
    "current-match-text": "ansi_black",
    "chosen": "ansi_blue",
    "chosen-text": "ansi_bright_white",
    "selection": "ansi_blue",
    "selection-text": "ansi_bright_white",
    "border": "ansi_blue",
}
MEANINGS_ANSI_DARK: Final[dict[str, Any]] = {
    **_MEANINGS_ANSI,
    "faint": "ansi_white",
    "rule": "ansi_bright_black",
    "border-blurred": "ansi_bright_black",
    "cursor": "ansi_bright_black",
    "cursor-text": "ansi_bright_white",
}
MEANINGS_ANSI_LIGHT: Final[dict[str, Any]] = {
    **_MEANINGS_ANSI,
    "faint": "ansi_bright_black",
    "rule": "ansi_white",
    "border-blurred": "ansi_white",
    "cursor": "ansi_white",
    "cursor-text": "ansi_black",
}
"""The sixteen colours that the terminal itself sets, on the background that it has."""

_DARK: Final[dict[str, Any]] = {
    "primary": "#7fb0cc",
    "secondary": "#93b39d",
    "accent": "#d9bd86",
    "warning": "#dba765",
    "error": "#dc8077",
    "success": "#9cbf84",
    "foreground": "#c9cdd2",
    "background": "#15181d",
    "surface": "#1a1e24",
    "panel": "#232931",
    "boost": "#ffffff08",
}
_DARK_VARIABLES: Final = {
    **MEANINGS_DARK,
    "border": "#5d93b3",
    "border-blurred": "#333a44",
    "block-cursor-background": "#28323d",
    "block-cursor-foreground": "#f4f1ea",
    "block-cursor-text-style": "bold",
    "input-selection-background": "#3f4f74",
    "scrollbar": "#333a44",
    "scrollbar-hover": "#46505d",
    "scrollbar-active": "#5d93b3",
    "scrollbar-background": "#15181d",
    "scrollbar-background-hover": "#15181d",
    "scrollbar-background-active": "#15181d",
    "scrollbar-corner-color": "#15181d",
}
_LIGHT: Final[dict[str, Any]] = {
    "primary": "#2b6a8f",
    "secondary": "#4f7a5a",
    "accent": "#7a5109",
    "warning": "#a05f00",
    "error": "#a8352b",
    "success": "#3d7a2e",
    "foreground": "#33312c",
    "background": "#fbf9f4",
    "surface": "#f5f2ea",
    "panel": "#ebe6da",
    "boost": "#00000006",
}
_LIGHT_VARIABLES: Final = {
    **MEANINGS_LIGHT,
    "border": "#4d87aa",
    "border-blurred": "#d5cfc1",
    "block-cursor-background": "#e7e1d2",
    "block-cursor-foreground": "#11100e",
    "block-cursor-text-style": "bold",
    "input-selection-background": "#c3cdee",
    "scrollbar": "#d5cfc1",
    "scrollbar-hover": "#bdb6a5",
    "scrollbar-active": "#4d87aa",
    "scrollbar-background": "#fbf9f4",
    "scrollbar-background-hover": "#fbf9f4",
    "scrollbar-background-active": "#fbf9f4",
    "scrollbar-corner-color": "#fbf9f4",
}

_ERRORS: Final = {DARK: "#db8077", LIGHT: "#a7352b"}
"""What Textual makes of the colour of errors of a theme, by way of another space of colours."""
_ANSI: Final = {
    "foreground": "ansi_default",
    "background": "ansi_default",
    "primary": "ansi_blue",
    "error": "ansi_red",
}
_ANSI_DARK: Final[dict[str, Any]] = {"border": "ansi_magenta", "border-blurred": "ansi_black"}
"""What the themes of Textual set themselves."""


def ours() -> tuple[Theme, Theme]:
    """Make the two themes of our own."""
    from textual.theme import Theme

    dark = Theme(name=DARK, dark=True, **_DARK, variables={**_DARK_VARIABLES})
    light = Theme(name=LIGHT, dark=False, **_LIGHT, variables={**_LIGHT_VARIABLES})
    return dark, light


def colours(name: str) -> dict[str, str]:
    """Give what the variables in `tui.looks` and the frames of the panes are in a theme, without asking Textual.

    ``name`` is that of one of our themes, ``ansi-dark`` or ``ansi-light``.
    """
    if name == DARK:
        return {**_DARK, **_DARK_VARIABLES, "error": _ERRORS[name]}
    if name == LIGHT:
        return {**_LIGHT, **_LIGHT_VARIABLES, "error": _ERRORS[name]}
    dark = name == "ansi-dark"
    return {**meanings(dark=dark, ansi=True), **_ANSI, **(_ANSI_DARK if dark else {})}


def meanings(*, dark: bool, ansi: bool = False) -> dict[str, str]:
    """Give the colours of meanings for a theme that has none of its own."""
    if ansi:
        return dict(MEANINGS_ANSI_DARK if dark else MEANINGS_ANSI_LIGHT)
    return dict(MEANINGS_DARK if dark else MEANINGS_LIGHT)
