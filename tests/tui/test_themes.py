"""Colours that are used before Textual is there are those that Textual makes of the themes."""

from __future__ import annotations

import pytest
from textual.color import Color

from store.archive import Archive
from tui.app import BienbanApp
from tui.config import THEME_NAMES, Settings
from tui.looks import LOOKS
from tui.themes import colours

USED = {name for look in LOOKS.values() for name in (look.colour, look.ground) if name} | {
    "foreground",
    "background",
}


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_the_colours_of_the_first_paint(archive: Archive, theme: str) -> None:
    app = BienbanApp(archive, Settings(theme=theme))
    made = app.get_css_variables()
    app.connections.close()
    known = colours(THEME_NAMES[theme])

    assert {name: Color.parse(known[name]) for name in USED} == {name: Color.parse(made[name]) for name in USED}


def test_every_look_has_signs_that_there_are() -> None:
    assert {sign for look in LOOKS.values() for sign in look.signs.split()} <= {
        "bold",
        "italic",
        "underline",
        "reverse",
    }
