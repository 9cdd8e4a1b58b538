"""Checking the keys that a user gave to actions.

Textual ignores what it does not know, and drops an action silently when its key is taken. So a keymap is checked
here first, against the table of actions: names that do not exist, keys that do not exist, two actions of one place
on one key, and a way out that must stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from store.text import one_line
from tui.actions import ACTIONS, BY_ID, Action, Scope
from tui.language import tr

KeyTable = Mapping[str, tuple[str, ...]]
"""Keys of actions by id, where they are not those of the table of actions."""

RESERVED: Final = {"ctrl+q": "it always quits", "ctrl+c": "it always copies"}
_SAME_AS: Final = {"ctrl+m": "enter", "ctrl+i": "tab", "ctrl+h": "backspace", "ctrl+j": "enter"}
_MODIFIERS: Final = frozenset({"ctrl", "shift", "alt", "super", "meta", "hyper"})
_TYPED_IN: Final = frozenset({Scope.FILTER, Scope.NOTE, Scope.TAGS, Scope.EXPORT})


class _WrongError(Exception):
    """A key that cannot be given; the message says why."""


def nearest(name: str, known: Iterable[str]) -> str:
    """Say which known name a wrong one is probably meant to be (`; did you mean “x”?`), or nothing."""
    import difflib

    by_form = {k.replace("_", "-").lower(): k for k in known}
    found = difflib.get_close_matches(name.replace("_", "-").lower(), by_form, 1, 0.5)
    return tr("; did you mean “{name}”?").format(name=by_form[found[0]]) if found else ""


@cache
def _named() -> frozenset[str]:
    """Give the names that Textual has for keys."""
    from textual.keys import KEY_NAME_REPLACEMENTS, Keys

    return frozenset(key.value for key in Keys) | {"space", "comma", *KEY_NAME_REPLACEMENTS.values()}


def canonical(key: str) -> str:
    """Give the name that Textual has for a key (``/`` is ``slash``); raises ValueError for what is no key."""
    key = key.strip() if len(key) > 1 else key
    if key in (",", " "):
        return "comma" if key == "," else "space"
    if len(key) != 1:
        from textual.keys import key_to_character

        *modifiers, base = key.split("+")
        if any(m not in _MODIFIERS for m in modifiers) or not base:
            raise ValueError(key)
        if modifiers == ["shift"] and len(base) == 1:
            return base.upper()
        if len(base) > 1 and base not in _named() and key_to_character(base) is None:
            raise ValueError(key)
        return key
    from textual.binding import Binding

    return next(iter(Binding.make_bindings([Binding(key, "")]))).key


def shown(key: str) -> str:
    """Write a key as people see it on a keyboard."""
    if len(key) == 1 or key in ("enter", "space"):  # that is: before there is any Textual
        return "space" if key == " " else key
    from textual.keys import format_key

    return format_key(canonical(key))


def check(entries: Any) -> tuple[KeyTable, list[str]]:
    """Check the table ``[keys]``; gives what may be used of it, and what is wrong with the rest, for people."""
    if not isinstance(entries, Mapping):
        return {}, [tr("keys must be a table: [keys], and below it lines such as tag = “t”")]
    table: dict[str, tuple[str, ...]] = {}
    problems: list[str] = []
    for name, value in entries.items():
        action = BY_ID.get(name)
        if action is None:
            told = tr("keys: there is no action “{name}”").format(name=one_line(name, 40))
            problems.append(told + nearest(name, BY_ID))
            continue
        try:
            table[name] = _keys_of(action, value)
        except _WrongError as wrong:
            problems.append(f"keys: {name} {wrong}")
    problems += _drop_clashes(table)
    return table, problems


def _keys_of(action: Action, value: Any) -> tuple[str, ...]:
    from textual.keys import key_to_character

    wanted = [value] if isinstance(value, str) else value
    if not isinstance(wanted, list) or not wanted or not all(isinstance(k, str) and k for k in wanted):
        raise _WrongError(tr("must be a key, or a list of keys: “m”, [“m”, “ctrl+g”]"))
    keys = []
    for raw in wanted:
        try:
            key = canonical(raw)
        except ValueError:
            told = tr("has “{key}”, which is no key").format(key=one_line(raw, 30))
            raise _WrongError(told + nearest(raw, _named())) from None
        if key in RESERVED:
            raise _WrongError(tr("cannot have “{key}”: {why}").format(key=key, why=tr(RESERVED[key])))
        if key in _SAME_AS:
            told = tr("cannot have “{key}”: terminals send it as {other}")
            raise _WrongError(told.format(key=key, other=_SAME_AS[key]))
        if _TYPED_IN.intersection(action.scopes) and (key_to_character(key) or "\0").isprintable():
            told = tr("cannot have “{key}”: it is typed where this action works")
            raise _WrongError(told.format(key=shown(key)))
        keys.append(key)
    return tuple(dict.fromkeys(keys))


def _drop_clashes(table: dict[str, tuple[str, ...]]) -> list[str]:
    """Take out the user's keys that another action of the same place has, and say so; the rest stays."""
    problems = []
    while clash := _first_clash(table):
        key, ids = clash
        dropped = [name for name in table if name in ids][-1]
        other = next(name for name in ids if name != dropped)
        told = tr("keys: {name} wants “{key}”, the key of {other}; give one of them another key")
        problems.append(told.format(name=dropped, key=shown(key), other=other))
        del table[dropped]
    return problems


def _first_clash(table: KeyTable) -> tuple[str, tuple[str, ...]] | None:
    taken: dict[tuple[Scope, str], str] = {}
    for action in ACTIONS:
        for key in keys_of(action, table):
            for scope in action.scopes:
                before = taken.setdefault((scope, key), action.id)
                if before != action.id:
                    return key, (before, action.id)
    return None


def keys_of(action: Action, table: KeyTable) -> tuple[str, ...]:
    """Give the keys of an action, by Textual's names, where ``table`` may change those it has by default."""
    return table.get(action.id) or tuple(canonical(key) for key in action.keys)


def first_key(action: str, table: KeyTable) -> str:
    """Give the first key of an action as people write it, for a hint."""
    return shown((table.get(action) or BY_ID[action].keys)[0])


def told(table: KeyTable, *hints: tuple[str, str]) -> str:
    """Write actions, each with a word for what it does here, as one line: ``esc closes · enter goes there``."""
    return " · ".join(f"{shown(keys_of(BY_ID[name], table)[0])} {word}" for name, word in hints)


def for_textual(table: KeyTable) -> dict[str, str]:
    """Give a checked table in the form of `App.set_keymap`."""
    return {name: ",".join(keys) for name, keys in table.items()}
