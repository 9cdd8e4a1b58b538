"""A user's keys: what may be used of them, and what is told of the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.conftest import OpenReader
from tui.actions import ACTIONS, BY_ID, Scope, in_scope
from tui.config import Settings
from tui.keymap import RESERVED, canonical, check, keys_of, shown


def test_one_key_or_several() -> None:
    table, problems = check({"tag": "m", "page-down": ["pagedown", "ctrl+d"], "undo": ","})
    assert table == {"tag": ("m",), "page-down": ("pagedown", "ctrl+d"), "undo": ("comma",)}
    assert problems == []


def test_two_actions_may_change_places() -> None:
    table, problems = check({"tag": "a", "annotate": "t"})
    assert table == {"tag": ("a",), "annotate": ("t",)}
    assert problems == []


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ({"tga": "m"}, "keys: there is no action “tga”; did you mean “tag”?"),
        ({"next_match": "m"}, "keys: there is no action “next_match”; did you mean “next-match”?"),
        ({"tag": "ctrl+zz"}, "keys: tag has “ctrl+zz”, which is no key; did you mean “ctrl+z”?"),
        ({"tag": "strg+a"}, "keys: tag has “strg+a”, which is no key; did you mean “ctrl+a”?"),
        ({"tag": "p"}, "keys: tag wants “p”, the key of person; give one of them another key"),
        ({"tag": "x", "mark": "x"}, "keys: mark wants “x”, the key of tag; give one of them another key"),
        ({"quit": ""}, "keys: quit must be a key, or a list of keys: “m”, [“m”, “ctrl+g”]"),
        ({"quit": []}, "keys: quit must be a key, or a list of keys: “m”, [“m”, “ctrl+g”]"),
        ({"quit": 3}, "keys: quit must be a key, or a list of keys: “m”, [“m”, “ctrl+g”]"),
        ({"tag": "ctrl+q"}, "keys: tag cannot have “ctrl+q”: it always quits"),
        ({"tag": "ctrl+m"}, "keys: tag cannot have “ctrl+m”: terminals send it as enter"),
        ({"save-note": "s"}, "keys: save-note cannot have “s”: it is typed where this action works"),
        ("t", "keys must be a table: [keys], and below it lines such as tag = “t”"),
    ],
)
def test_what_cannot_be_used_is_told_and_left_out(entries: object, told: str) -> None:
    table, problems = check(entries)
    assert problems == [told]
    left_out = {"mark"} if entries == {"tag": "x", "mark": "x"} else set(BY_ID)
    assert not left_out & set(table)


@pytest.mark.parametrize(
    ("written", "name", "seen"),
    [
        ("/", "slash", "/"),
        ("slash", "slash", "/"),
        ("?", "question_mark", "?"),
        ("đ", "đ", "đ"),
        ("shift+a", "A", "A"),
        ("ctrl+g", "ctrl+g", "ctrl+g"),
        ("space", "space", "space"),
        (" ", "space", "space"),
        ("escape", "escape", "esc"),
        (",", "comma", ","),
    ],
)
def test_names_of_keys(written: str, name: str, seen: str) -> None:
    assert canonical(written) == name
    assert canonical(name) == name
    assert shown(written) == seen


@given(
    st.dictionaries(
        st.sampled_from([*BY_ID, "nothing"]), st.sampled_from([*"abcjkqtuxyz/?", "f5", "ctrl+g", "enter"])
    )
)
def test_whatever_is_asked_no_key_has_two_meanings_and_one_can_quit(entries: dict[str, str]) -> None:
    table, _ = check(entries)
    for scope in Scope:
        keys = [key for action in in_scope(scope) for key in keys_of(action, table)]
        assert len(keys) == len(set(keys))
    assert keys_of(BY_ID["quit"], table)
    assert not any(key in RESERVED for action in ACTIONS for key in keys_of(action, table))


async def test_the_reader_obeys(reader: OpenReader) -> None:
    keys, problems = check({"mark": "m", "undo": "f5"})
    assert problems == []
    async with reader(settings=Settings(read_after=0, keys=keys)) as driver:
        await driver.press("space")
        assert driver.reader.standing.marked == 0
        await driver.press("m")
        assert driver.reader.standing.marked == 1
        assert driver.message == "marked 1 article · f5 undoes"
        await driver.press("j")
        assert "m mark" in driver.text()
        await driver.press("f5")
        assert driver.reader.standing.marked == 0
