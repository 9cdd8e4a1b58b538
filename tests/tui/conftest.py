"""The reader on a shelf of invented articles, with settings and state of its own."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from store.archive import Archive
from tests.tui import shelf
from tests.tui.driving import Driver
from tui import language
from tui.app import BienbanApp
from tui.config import Settings


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep the reader away from the settings and the state of whoever runs the tests."""
    monkeypatch.setenv("BIENBAN_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("BIENBAN_STATE", str(tmp_path / "state.json"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)
    language.use(language.ENGLISH)
    yield
    language.use(language.ENGLISH)


@pytest.fixture(scope="session")
def built_shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the archive of the shelf, once."""
    path = tmp_path_factory.mktemp("shelf") / "archive.db"
    shelf.build(path)
    return path


@pytest.fixture
def archive_path(built_shelf: Path, tmp_path: Path) -> Path:
    """Give an archive that the test may change."""
    return Path(shutil.copy(built_shelf, tmp_path / "archive.db"))


@pytest.fixture
def archive(archive_path: Path) -> Iterator[Archive]:
    """Open the archive of the test."""
    with Archive.open(archive_path) as opened:
        yield opened


OpenReader = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture
def reader(archive: Archive) -> OpenReader:
    """Open the reader on the archive of the test, when called; without a clock that reads articles by itself."""

    @asynccontextmanager
    async def open_reader(
        query: str = "", *, size: tuple[int, int] = (120, 36), settings: Settings | None = None
    ) -> AsyncIterator[Driver]:
        app = BienbanApp(archive, settings or Settings(read_after=0), query)
        async with app.run_test(size=size) as pilot:
            driver = Driver(app, pilot)
            await driver.settle()
            yield driver

    return open_reader
