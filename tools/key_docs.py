"""Writes docs/keys.md from the table of actions.

usage: key_docs.py [TARGET]
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from tui.actions import ACTIONS, Action, Group, Scope
from tui.keymap import shown

TARGET: Final = Path(__file__).resolve().parent.parent / "docs" / "keys.md"

PLACES: Final = {
    Scope.READER: "the panes",
    Scope.FILTER: "the filter",
    Scope.LIST: "pages",
    Scope.NOTES: "the notes of an article",
    Scope.NOTE: "writing a note",
    Scope.TAGS: "choosing a tag",
    Scope.EXPORT: "exporting",
}

INTRODUCTION: Final = """\
# Keys

Every key is an action with a name. The reader shows this table under `?`, and finds actions by name under `ctrl+p`.
Made from `tui/actions.py` by `python tools/key_docs.py`; a test holds it to the program. The mouse works too: it
chooses panes, rows, people and the keys at the foot, scrolls, and selects in the article.

Acts are on the marked articles, or on the one under the cursor where none is marked.

## Other keys

Give actions other keys under `[keys]` in `config.toml` (see [settings](settings.md)):

```toml
[keys]
tag = "m"
page-down = ["pagedown", "ctrl+d"]
```

A key is a character, or a name such as `space`, `enter`, `f5`, `ctrl+g`. What cannot be used is told when the
reader opens, with the nearest name that there is, and the action keeps its own key. `ctrl+q` always quits.
"""
TABLE: Final = "| Key | Name | What it does | Where | Tiếng Việt |\n| --- | --- | --- | --- | --- |"


def render() -> str:
    """Give the text of the file."""
    parts = [INTRODUCTION]
    for group in Group:
        rows = [_row(action) for action in ACTIONS if action.group is group]
        parts.append("\n".join([f"## {group.value}", "", TABLE, *rows, ""]))
    return "\n".join(parts)


def _row(action: Action) -> str:
    keys = " ".join(f"`{shown(key)}`" for key in action.keys)
    where = ", ".join(PLACES[scope] for scope in action.scopes)
    told = f"{action.english}. {action.help_english}"
    return f"| {keys} | `{action.id}` | {told} | {where} | {action.vietnamese}. {action.help_vietnamese} |"


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.write_text(render(), encoding="utf-8")
