"""Archives for the reader in a real terminal."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from importers.batch import import_paths
from store.archive import Archive
from tests.terminal.emulator import Terminal, terminal

ARTICLES = {
    "3-bridge.txt": (
        "Bàn giao cầu Suối Thử\n\n"
        "Chiều 9/8/2023, đồng chí Đặng Văn Mẫu, Chủ tịch UBND huyện Bình Thử, dự lễ bàn giao cầu dài 4.521 mét.\n\n"
        "Cùng dự có đồng chí Hồ Thị Thí, Trưởng Phòng Giáo dục huyện Bình Thử.\n"
    ),
    "2-house.txt": (
        "Khởi công nhà văn hóa\n\n"
        "Sáng 3/4/2022, đồng chí Lê Thị Thử, Bí thư Huyện ủy Bình Thử, dự lễ khởi công nhà văn hóa rộng 873 mét.\n"
    ),
    "1-roads.txt": (
        "Hội nghị làm đường\n\n"
        "Sáng 5/6/2021, đồng chí Đặng Văn Mẫu, Chủ tịch UBND huyện Bình Thử, chủ trì hội nghị làm đường.\n\n"
        + "\n\n".join(f"Đoạn {number} của bài nói về đường thôn số {number}." for number in range(1, 61))
        + "\n"
    ),
}
"""Three articles in words of our own: newest first, a bridge, a house, and a long one on roads."""


@pytest.fixture(scope="session")
def built_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the archive of the three articles, once."""
    place = tmp_path_factory.mktemp("terminal")
    for name, text in ARTICLES.items():
        (place / name).write_text(text, encoding="utf-8")
    with Archive.open(place / "archive.db") as archive:
        import_paths(archive, [place])
    return place / "archive.db"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Give a home of the test's own."""
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def archive(built_archive: Path, tmp_path: Path) -> Path:
    """Give an archive of the three articles that the test may change."""
    return Path(shutil.copy(built_archive, tmp_path / "archive.db"))


Reader = Callable[..., AbstractContextManager[Terminal]]


@pytest.fixture
def reader(home: Path, archive: Path) -> Reader:
    """Open the reader on the archive of the test, when called."""

    def open_reader(*words: str, **more: object) -> AbstractContextManager[Terminal]:
        return terminal(["--archive", archive, *words], home=home, **more)  # type: ignore[arg-type]

    return open_reader


@pytest.fixture
def screen(reader: Reader) -> Iterator[Terminal]:
    """Open the reader at 120x36 and wait until the newest article is there."""
    with reader() as opened:
        opened.wait("4.521")
        yield opened
