"""Vietnamese: no string of the reader is missing, and fields are the same in both languages."""

from __future__ import annotations

import ast
import importlib
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from store.exporters import FORMATS, files
from store.notes import NoteKind
from tests.tui.conftest import OpenReader
from tui import language
from tui.actions import ACTIONS, Group
from tui.config import Settings
from tui.keymap import RESERVED
from tui.language import grouped, number_of, tr
from tui.vietnamese import TABLE

TUI = Path(language.__file__).parent

FROM_ELSEWHERE: dict[str, Sequence[str]] = {
    "group.value": [group.value for group in Group],
    "kind": list(NoteKind),
    "known": list(NoteKind),
    "note.kind": list(NoteKind),
    "BY_ID[name].hint": [action.hint for action in ACTIONS if action.hint],
    "RESERVED[key]": list(RESERVED.values()),
    "title": ["Timeline", "Article", "People"],
    "self._format.about": [known.about for known in FORMATS.values()],
}
"""What is said by way of a variable: the values that it may have."""

WORDS_OF_ARTICLES = {"meeting.part_of_day", "row.part_of_day"}
WORDS_OF_THE_STORE = {"text", "text.template"}


def calls() -> Iterator[tuple[Path, ast.expr]]:
    """Give what is handed to `tr` and `number_of`, with the file it is in."""
    for path in (*sorted(TUI.rglob("*.py")), TUI.parent / "cli" / "opening.py"):
        if path.name == "language.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                if node.func.id == "tr":
                    yield path, node.args[0]
                elif node.func.id == "number_of":
                    yield from ((path, argument) for argument in node.args[1:])


def values(path: Path, argument: ast.expr) -> Iterable[str]:
    """Give the strings that an argument may be."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return [argument.value]
    written = ast.unparse(argument)
    if written in WORDS_OF_ARTICLES | WORDS_OF_THE_STORE:
        return []
    if written in FROM_ELSEWHERE:
        return FROM_ELSEWHERE[written]
    name = argument.value if isinstance(argument, ast.Subscript) else argument
    assert isinstance(name, ast.Name), f"{path.name}: nobody knows what {written} may be"
    module = importlib.import_module(".".join(path.relative_to(TUI.parent).with_suffix("").parts))
    known = getattr(module, name.id)
    if isinstance(known, str):
        return [known]
    return [str(value) for value in (known.values() if isinstance(known, Mapping) else known)]


SAID = sorted({said for path, argument in calls() for said in values(path, argument)})


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_what_is_listed_here_is_still_said() -> None:
    written = {ast.unparse(argument) for _, argument in calls()}
    assert {*FROM_ELSEWHERE, *WORDS_OF_ARTICLES, *WORDS_OF_THE_STORE} <= written


@pytest.mark.parametrize("english", SAID)
def test_every_string_has_vietnamese(english: str) -> None:
    assert english in TABLE


def said_by_the_store() -> Iterator[str]:
    """Give the sentences about filters and exports, which are worded in the store."""
    for name, makers in (("query.py", {"_complain"}), ("exporters/files.py", {"_said", "Said", "ExportError"})):
        for node in ast.walk(ast.parse((TUI.parent / "store" / name).read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(node, ast.Call) and getattr(called, "attr", getattr(called, "id", None)) in makers:
                yield from (str(one.value) for one in node.args if isinstance(one, ast.Constant))
    for words in files._ADVICE.values():
        yield from words


@pytest.mark.parametrize("english", sorted(set(said_by_the_store())))
def test_every_sentence_on_filters_and_exports_has_vietnamese(english: str) -> None:
    assert english in TABLE


@pytest.mark.parametrize("english", TABLE)
def test_fields_are_the_same(english: str) -> None:
    assert fields(TABLE[english]) == fields(english)


def test_nothing_is_translated_that_nobody_says() -> None:
    store = {path: path.read_text(encoding="utf-8") for path in (TUI.parent / "store").rglob("*.py")}
    unsaid = set(TABLE) - set(SAID)
    assert {english for english in unsaid if not any(english in text for text in store.values())} == set()


def test_speaking() -> None:
    assert tr("Help") == "Help"
    language.use("vi")
    assert tr("Help") == "Trợ giúp"
    assert tr("no such string") == "no such string"
    assert number_of(12_345, "{n} article", "{n} articles") == "12\u202f345 bài"


def test_numbers() -> None:
    assert (grouped(1), grouped(1_234_567)) == ("1", "1\u202f234\u202f567")
    assert number_of(1, "{n} article", "{n} articles") == "1 article"
    assert number_of(0, "{n} article", "{n} articles") == "0 articles"


def test_a_language_that_there_is_not() -> None:
    with pytest.raises(ValueError, match="xx"):
        language.use("xx")


async def test_the_reader_in_vietnamese(reader: OpenReader) -> None:
    async with reader(settings=Settings(read_after=0, language="vi")) as driver:
        assert "Dòng thời gian" in driver.text()
        await driver.press("space")
        assert driver.message == "đã đánh dấu 1 bài · u để hoàn tác"
        await driver.press("?")
        assert "Thu hẹp dòng thời gian" in driver.text()
