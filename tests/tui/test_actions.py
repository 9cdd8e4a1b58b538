"""The table of actions, and what is made from it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from textual.binding import Binding

from tools.key_docs import render
from tui import acts
from tui.actions import ACTIONS, BY_ID, Action, Scope, bindings, in_scope
from tui.keymap import canonical, check
from tui.widgets.foot_lines import ORDER

ROOT = Path(__file__).resolve().parents[2]


def test_names_are_unique() -> None:
    assert [name for name, times in Counter(action.id for action in ACTIONS).items() if times > 1] == []


@pytest.mark.parametrize("scope", Scope)
def test_no_key_has_two_meanings_in_one_place(scope: Scope) -> None:
    keys = Counter(canonical(key) for action in in_scope(scope) for key in action.keys)
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_what_an_action_says(action: Action) -> None:
    assert action.keys
    assert action.english != action.vietnamese
    assert action.help_english.endswith(".")
    assert action.help_vietnamese.endswith(".")
    assert len(action.hint) <= 8


def test_the_foot_has_the_actions_with_a_word_for_it() -> None:
    assert set(ORDER) == {action.id for action in ACTIONS if action.hint}


def test_every_action_of_the_panes_and_the_filter_does_something() -> None:
    wanted = {action.id for scope in (Scope.READER, Scope.FILTER) for action in in_scope(scope)}
    assert set(acts.ACTS) == wanted


def test_the_default_keys_could_be_a_users() -> None:
    table, problems = check({action.id: list(action.keys) for action in ACTIONS})
    assert problems == []
    assert set(table) == set(BY_ID)


def test_bindings_have_the_names_that_a_keymap_needs() -> None:
    made = [binding for binding in bindings(Scope.READER) if isinstance(binding, Binding)]
    assert {binding.id for binding in made} == {action.id for action in in_scope(Scope.READER)}
    assert all(binding.action == f"act('{binding.id}')" for binding in made)
    assert not any(binding.priority for binding in made), "input methods for Vietnamese send letters"


def test_the_manual_has_the_keys_that_there_are() -> None:
    written = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
    assert written == render(), "run: python tools/key_docs.py"
