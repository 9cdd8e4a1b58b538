"""Running the commands: in this process where that shows the same, as a program where it does not."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cli import entry, opening
from importers.batch import import_paths
from store.archive import Archive
from tests.terminal.emulator import PROGRAM, environment


@dataclass(frozen=True)
class Result:
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """The JSON objects that it printed, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the person's settings and archives out of the tests, and the tests out of theirs."""
    home = tmp_path / "home"
    home.mkdir()
    for name, value in environment(home, NO_COLOR="1").items():
        monkeypatch.setenv(name, value)
    for name in ("BIENBAN_ARCHIVE", "BIENBAN_DEBUG", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(home)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process."""

    def run_here(*words: str | Path) -> Result:
        capsys.readouterr()
        status = entry.main([str(word) for word in words])
        out, err = capsys.readouterr()
        return Result(status, out, err)

    return run_here


@pytest.fixture
def spawn(tmp_path: Path) -> Run:
    """Run a command as a program of its own; ``more`` is for `subprocess.run`."""

    def run_there(*words: str | Path, environ: Mapping[str, str] | None = None, **more: Any) -> Result:
        home = tmp_path / "home"
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "cwd": home, **more}
        done = subprocess.run(
            [PROGRAM, *words], env={**environment(home), **(environ or {})}, check=False, timeout=60, **options
        )
        return Result(done.returncode, (done.stdout or b"").decode(), (done.stderr or b"").decode())

    return run_there


@pytest.fixture(scope="session")
def built_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build an archive of the five sample articles, once."""
    path = tmp_path_factory.mktemp("built") / "archive.db"
    with Archive.open(path) as archive:
        import_paths(archive, [opening.seeds()])
    return path


@pytest.fixture
def archive(built_archive: Path, tmp_path: Path) -> Path:
    """Give an archive of the five sample articles that the test may change."""
    return Path(shutil.copy(built_archive, tmp_path / "archive.db"))


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Give a folder of two articles in words of our own."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    return folder


FIRST = """Khởi công nhà văn hóa xã Bình Thử

Sáng 3/4/2022, đồng chí Lê Thị Thử, Bí thư Huyện ủy, dự lễ khởi công nhà văn hóa xã Bình Thử.
"""
SECOND = """Bàn giao cầu Suối Thử

Chiều 9/8/2023, đồng chí Đặng Văn Mẫu, Chủ tịch UBND huyện, chủ trì buổi làm việc về bàn giao cầu Suối Thử.

Cùng dự có đồng chí Đặng Thị Mộc, Trưởng phòng Giao thông huyện.
"""
