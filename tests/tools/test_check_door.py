"""The linter of the one door: what it must find, what it must leave alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tools.check_door import check

ROOT = Path(__file__).resolve().parents[2]

DOOR = {
    "tui/content.py": (
        "from textual.content import Content\ndef content(text: str) -> Content:\n    return Content(text)\n"
    ),
    "store/text.py": (
        "from typing import NewType\nSafeText = NewType('SafeText', str)\n"
        "def clean(text: str) -> SafeText:\n    return SafeText(text)\n"
    ),
}


def problems_of(path: str, source: str) -> list[str]:
    return [str(problem) for problem in check({**DOOR, path: source}) if problem.path == path]


BAD = {
    "content made": ("tui/a.py", "from textual.content import Content\nContent(article.title)"),
    "content under another name": ("tui/a.py", "from textual.content import Content as C\nC.assemble(title)"),
    "content through its module": ("tui/a.py", "import textual.content\ntextual.content.Content.styled(title)"),
    "content by markup": ("tui/a.py", "from textual.content import Content\nContent.from_markup('$t', t=title)"),
    "rich text": ("tui/a.py", "from rich.text import Text\nText(title)"),
    "rich text by markup in the shell": (
        "cli/commands/a.py",
        "from rich.text import Text\nText.from_markup(title)",
    ),
    "segment": ("tui/a.py", "from rich.segment import Segment\nSegment(title)"),
    "segment of blanks and more": ("tui/a.py", "from rich.segment import Segment\nSegment(' ' + title)"),
    "strip": ("tui/a.py", "from textual.strip import Strip\nStrip([x])"),
    "escape of rich": ("cli/a.py", "from rich.markup import escape"),
    "escape of textual": ("tui/a.py", "from textual.markup import escape as e"),
    "static": ("tui/a.py", "Static(article.title)"),
    "static by keyword": ("tui/a.py", "Static(content=article.title)"),
    "label with an f-string": ("tui/a.py", "Label(f'{title}')"),
    "button": ("tui/a.py", "Button(label=name)"),
    "option": ("tui/a.py", "Option(name)"),
    "one branch of two": ("tui/a.py", "Static('none' if empty else title)"),
    "a variable": ("tui/a.py", "shown = article.title\nStatic(shown)"),
    "a parameter": ("tui/a.py", "def show(title: str) -> None:\n    Static(title)"),
    "a parameter named as something safe": (
        "tui/a.py",
        "title = 'x'\ndef show(title: str) -> None:\n    Static(title)",
    ),
    "a loop": ("tui/a.py", "for title in titles:\n    Static(title)"),
    "str is no door": ("tui/a.py", "Static(str(error))"),
    "update": ("tui/a.py", "self.query_one('#title').update(article.title)"),
    "option added": ("tui/a.py", "self.add_option(tag.name)"),
    "row added": ("tui/a.py", "table.add_row('x', tag.name)"),
    "hit": ("tui/a.py", "Hit(0.5, tag.name, run)"),
    "help of a hit": ("tui/a.py", "Hit(0.5, 'Tag', run, help=tag.name)"),
    "input": ("tui/a.py", "Input(value=query)"),
    "text area": ("tui/a.py", "TextArea(note.text)"),
    "border title": ("tui/a.py", "self.border_title = article.title"),
    "tooltip": ("tui/a.py", "self.tooltip = f'{name}'"),
    "sub title": ("tui/a.py", "self.sub_title = path"),
    "toast": ("tui/a.py", "self.notify(str(error))"),
    "toast with markup": ("tui/a.py", "from store.text import clean\nself.notify(clean(error))"),
    "toast that is not cleaned": ("tui/a.py", "self.notify(error, markup=False)"),
    "title of a toast": ("tui/a.py", "self.notify('Failed', title=path, markup=False)"),
    "markup on": ("cli/a.py", "Console(markup=True)"),
    "markup as may be": ("tui/a.py", "Static('x', markup=self.markup)"),
    "print": ("cli/commands/a.py", "print(title)"),
    "print of rich": ("cli/commands/a.py", "from rich import print as show\nshow(title)"),
    "echo": ("cli/commands/a.py", "import click\nclick.echo(title)"),
    "stdout": ("store/a.py", "import sys\nsys.stdout.write(title)"),
    "stderr": ("tui/a.py", "from sys import stderr\nstderr.write(title)"),
    "console": ("cli/commands/a.py", "from rich.console import Console\nConsole().print(title)"),
    "claimed safe": ("tui/a.py", "from store.text import SafeText\nSafeText(title)"),
    "cast to safe": ("cli/a.py", "from typing import cast\nfrom store.text import SafeText\ncast(SafeText, title)"),
    "file written": ("store/exporters/markdown.py", "open(target, 'w')"),
    "file written by mode": ("cli/a.py", "target.open(mode='ab')"),
    "file written by path": ("store/exporters/markdown.py", "target.write_text(text)"),
    "file created": ("tui/a.py", "Path(name).open('x')"),
}

GOOD = {
    "constant": ("tui/a.py", "Static('Filter')"),
    "nothing": ("tui/a.py", "Static(id='title')"),
    "content": ("tui/a.py", "from tui.content import content\nStatic(content(article.title))"),
    "content of a module": ("tui/a.py", "from tui import content as door\nStatic(door.content(article.title))"),
    "both branches": ("tui/a.py", "Static(content(title) if title else 'No title')"),
    "a variable": ("tui/a.py", "shown = content(title)\nStatic(shown)"),
    "a parameter that is content": ("tui/a.py", "def show(shown: Content | None) -> None:\n    Static(shown)"),
    "a function of content": ("tui/a.py", "def row(t) -> Content:\n    return content(t.name)\nOption(row(tag))"),
    "options": ("tui/a.py", "self.add_options([Option(content(tag.name)) for tag in tags])"),
    "input": ("tui/a.py", "from store.text import clean\nInput(value=clean(query), placeholder='filter')"),
    "toast": ("tui/a.py", "from store.text import clean\nself.notify(clean(error), markup=False)"),
    "constant toast": ("tui/a.py", "self.notify('Saved')"),
    "border title": ("tui/a.py", "self.border_title = 'People'"),
    "a dictionary updated": ("tui/a.py", "known.update({name: 1})"),
    "content of our own": ("tui/a.py", "from textual.content import Content\nContent(' ')"),
    "an empty strip": ("tui/a.py", "from textual.strip import Strip\nStrip.blank(80)"),
    "a class of the same name elsewhere": ("importers/a.py", "Text(title)"),
    "printing at the door": ("cli/messages.py", "import sys\nsys.stdout.write(clean(text))"),
    "writing at the door": ("store/exporters/files.py", "open(target, 'x')"),
    "reading": ("importers/a.py", "path.open('rb').read()\nopen(path)"),
    "markup off": ("tui/a.py", "Static('x', markup=False)"),
}  # fmt: skip


@pytest.mark.parametrize(("path", "source"), BAD.values(), ids=BAD)
def test_ways_around_the_door_are_found(path: str, source: str) -> None:
    assert problems_of(path, source)


@pytest.mark.parametrize(("path", "source"), GOOD.values(), ids=GOOD)
def test_what_goes_through_the_door_passes(path: str, source: str) -> None:
    assert problems_of(path, source) == []


def test_a_report_names_the_line_and_the_way_to_go() -> None:
    (report,) = problems_of("tui/a.py", "x = 1\n\nLabel(name)")

    assert report.startswith("tui/a.py:3: Label() with text of outside")
    assert "tui.content" in report


def test_the_command_fails_on_a_bad_tree(tmp_path: Path) -> None:
    (tmp_path / "tui").mkdir()
    (tmp_path / "tui" / "a.py").write_text("Static(title)\n")

    run = subprocess.run(
        [sys.executable, ROOT / "tools" / "check_door.py", tmp_path], capture_output=True, text=True, check=False
    )

    assert run.returncode == 1
    assert run.stdout.startswith("tui/a.py:1: ")


def test_the_program_goes_through_the_door() -> None:
    run = subprocess.run(
        [sys.executable, ROOT / "tools" / "check_door.py"], capture_output=True, text=True, check=False
    )

    assert run.stdout == ""
    assert run.returncode == 0
