"""How the house is kept: what starting costs, and what is shipped."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cli import opening

ROOT = Path(__file__).resolve().parents[1]

NOT_FOR_THE_FIRST_SCREEN = (
    "click",
    "sqlite_utils",
    "dateutil",
    "rich.progress",
    "markdown_it",
    "hypothesis",
    "textual.widgets._markdown",
    "textual.widgets._data_table",
    "textual.pilot",
    "tomllib",
    "concurrent.futures.process",
    "importers.extraction",
    "importers.batch",
    # what writes articles and moves notes
    "store.anchoring",
    "store.backup",
    "store.derived",
    "store.intake",
    "store.meetings",
    "store.migrations",
    "store.names",
    "store.placing",
)


def imported_by(statements: str) -> set[str]:
    """Give the modules that a fresh interpreter has after some statements."""
    run = subprocess.run(
        [sys.executable, "-c", f"{statements}\nimport sys\nprint('\\n'.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return set(run.stdout.split())


@pytest.mark.parametrize("module", NOT_FOR_THE_FIRST_SCREEN)
def test_the_reader_starts_without(module: str, modules_of_the_reader: set[str]) -> None:
    assert module not in modules_of_the_reader


def test_the_first_screen_is_painted_without_textual() -> None:
    modules = imported_by("import cli.entry, cli.opening, tui.starting, tui.widgets.timeline_first")

    assert "tui.first_paint" in modules
    assert not {
        name for name in modules if name.split(".")[0] in ("click", "rich", "textual", "asyncio", "tomllib")
    }


def test_the_reader_is_what_was_measured(modules_of_the_reader: set[str]) -> None:
    assert {"cli.entry", "tui.app", "textual.app", "store.archive", "store.search"} <= modules_of_the_reader


@pytest.fixture(scope="module")
def modules_of_the_reader() -> set[str]:
    return imported_by("import cli.entry, cli.opening, tui.app, tui.screens.reader, store.archive")


def test_the_entry_alone_loads_next_to_nothing() -> None:
    modules = imported_by("import cli.entry")

    assert not {name for name in modules if name.split(".")[0] in ("click", "rich", "textual", "sqlite3")}


@pytest.mark.parametrize("package", ["store", "importers"])
def test_the_lower_floors_know_no_terminal(package: str) -> None:
    modules = imported_by(
        "import importlib, pkgutil\n"
        f"import {package}\n"
        f"for found in pkgutil.walk_packages({package}.__path__, '{package}.'):\n"
        # sqlite_utils brings click along, and is needed only while an archive is brought up to date
        "    found.name == 'store.migrations' or importlib.import_module(found.name)"
    )

    assert any(name.startswith(f"{package}.") for name in modules)
    assert not {name for name in modules if name.split(".")[0] in ("textual", "rich", "click", "tui", "cli")}


def test_the_five_seeds_lie_beside_the_program() -> None:
    assert len(list(opening.seeds().glob("*.txt"))) == 5


def test_the_wheel_holds_the_seeds_and_the_facts_and_nothing_of_the_tests() -> None:
    pytest.importorskip("hatchling")
    from hatchling.builders.wheel import WheelBuilder

    packed = {file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()}

    assert sum(path.startswith("seeds/") and path.endswith(".txt") for path in packed) == 5
    assert any(path.startswith("importers/extraction/lexicon/") for path in packed)
    assert {path.split("/")[0] for path in packed} <= {"cli", "importers", "seeds", "store", "tui"}
