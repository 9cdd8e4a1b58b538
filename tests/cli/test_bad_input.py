"""Input that is not as it should be: one clear line each, the right status, and the rest goes on."""

from __future__ import annotations

import errno
import os
import resource
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.archive import Archive, Progress
from tests.cli.conftest import Run


def keys_in(path: Path) -> set[str]:
    with sqlite3.connect(path) as connection:
        found = {key for (key,) in connection.execute("SELECT key FROM articles")}
    connection.close()
    return found


def refuse(monkeypatch: pytest.MonkeyPatch, name: str, closed: Path) -> None:
    """Make a function of `os` refuse one path, as it would for whoever is not root."""
    ordinary = getattr(os, name)

    def refusing(path: Any = ".", *more: Any, **others: Any) -> Any:
        if not isinstance(path, int) and os.fspath(path) == str(closed):
            raise PermissionError(errno.EACCES, "Permission denied", str(closed))
        return ordinary(path, *more, **others)

    monkeypatch.setattr(os, name, refusing)


def make_missing(path: Path) -> None:
    """Leave it missing."""


def make_empty(path: Path) -> None:
    path.touch()


def make_blank(path: Path) -> None:
    path.write_text(" \n\t\n\n", encoding="utf-8")


def make_binary(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)


def make_unknown(path: Path) -> None:
    path.write_bytes("Bí thư Huyện ủy Lê Thị Thử dự họp tại xã Bình Thử. ".encode("cp1258", "ignore") * 40)


def make_giant(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)  # a hole: takes no room on the disk


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


BAD_FILES = [make_missing, make_empty, make_blank, make_binary, make_unknown, make_giant, make_pipe]


@pytest.mark.parametrize("make", BAD_FILES, ids=lambda make: make.__name__.removeprefix("make_"))
def test_one_bad_file_is_told_and_the_rest_is_taken_in(
    make: Callable[[Path], None], run: Run, articles: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.txt"
    make(bad)

    result = run("--archive", "A.db", "import", bad, articles)

    assert result.status == 1
    assert result.err.startswith(f"bienban: {bad}: ")
    assert result.err.count("\n") == 1
    assert result.err.count(". ") >= 1, "what is wrong, and what to do"
    assert "2 new" in result.out
    assert "1 could not be read" in result.out
    assert len(keys_in(Path("A.db"))) == 2


@pytest.mark.parametrize("make", BAD_FILES, ids=lambda make: make.__name__.removeprefix("make_"))
def test_extract_tells_it_too_and_goes_on(
    make: Callable[[Path], None], run: Run, articles: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.txt"
    make(bad)

    result = run("extract", bad, articles / "first.txt")

    assert result.status == 1
    assert result.err.startswith(f"bienban: {bad}: ")
    assert result.err.count("\n") == 1
    assert [record["title"] for record in result.records] == ["Khởi công nhà văn hóa xã Bình Thử"]


def test_a_folder_without_articles_is_told(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "picture.png").touch()

    result = run("--archive", "A.db", "import", empty)

    assert result.status == 1
    assert result.err.startswith(f"bienban: {empty}: ")
    assert result.err.count("\n") == 1


def test_a_folder_that_may_not_be_read_is_told(
    run: Run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    refuse(monkeypatch, "scandir", closed)
    refuse(monkeypatch, "listdir", closed)

    result = run("--archive", "A.db", "import", closed, articles)

    assert result.status == 1
    assert str(closed) in result.err
    assert result.err.count("\n") == 1
    assert "2 new" in result.out


def test_a_file_that_may_not_be_read_is_told(run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = articles / "first.txt"
    refuse(monkeypatch, "open", closed)

    result = run("--archive", "A.db", "import", articles)

    assert result.status == 1
    assert result.err.startswith(f"bienban: {closed}: ")
    assert "1 new" in result.out


def test_a_name_cannot_speak_to_the_terminal(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "a\x1b]0;owned\x07[bold]\nb.txt"
    bad.touch()

    result = run("--archive", "A.db", "import", bad)

    assert result.status == 1
    assert "\x1b" not in result.err
    assert "\x07" not in result.err
    assert "[bold]" in result.err
    assert result.err.count("\n") == 1


COMMANDS_ON_AN_ARCHIVE = [
    ("search", "x"),
    ("show", "x"),
    ("tag", "list"),
    ("tag", "add", "k", "x"),
    ("export", "--to", "out"),
    ("backup", "copy.db"),
    ("undo",),
]


@pytest.mark.parametrize("words", COMMANDS_ON_AN_ARCHIVE, ids=" ".join)
def test_a_missing_archive_is_told_and_not_made(words: tuple[str, ...], run: Run) -> None:
    result = run("--archive", "none.db", *words)

    assert result.status == 1
    assert "There is no archive at" in result.err
    assert "bienban import" in result.err
    assert result.err.count("\n") == 1
    assert not Path("none.db").exists()


@pytest.mark.parametrize("words", [*COMMANDS_ON_AN_ARCHIVE, ("import", ".")], ids=" ".join)
def test_a_file_that_is_no_archive_is_told_and_left_alone(words: tuple[str, ...], run: Run) -> None:
    other = Path("letter.db")
    other.write_bytes(b"Dear reader, this is no database. " * 100)

    result = run("--archive", other, *words)

    assert result.status == 1
    assert result.err.startswith("bienban: ")
    assert result.err.count("\n") == 1
    assert "not an archive" in result.err
    assert other.read_bytes() == b"Dear reader, this is no database. " * 100


def test_the_database_of_another_program_is_left_alone(run: Run, articles: Path) -> None:
    with sqlite3.connect("other.db") as connection:
        connection.execute("CREATE TABLE letters (text)")
    connection.close()

    result = run("--archive", "other.db", "import", articles)

    assert result.status == 1
    assert "not an archive of Bienban" in result.err
    assert "articles" not in {
        row[0] for row in sqlite3.connect("other.db").execute("SELECT name FROM sqlite_schema")
    }


@pytest.mark.parametrize("words", [("search", "x"), ("import", ".")], ids=" ".join)
def test_an_archive_of_a_newer_version_is_not_touched(words: tuple[str, ...], run: Run, archive: Path) -> None:
    with sqlite3.connect(archive) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()

    result = run("--archive", archive, *words)

    assert result.status == 1
    assert "newer version" in result.err
    assert result.err.count("\n") == 1


def test_an_empty_file_is_told_and_an_import_fills_it(run: Run, articles: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.db"
    empty.touch()

    for words in (("search", "đảng"), ("tag", "add", "k", "đảng"), ("check",)):
        result = run("--archive", empty, *words)
        assert result.status == 1
        assert "empty.db is empty" in result.err
        assert "bienban import" in result.err
        assert result.err.count("\n") == 1
    assert empty.stat().st_size == 0
    assert run("--archive", empty, "import", articles).status == 0
    assert keys_in(empty)


def test_a_read_only_archive_is_read_and_not_written(
    run: Run, archive: Path, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)  # root may write anything

    assert len(run("--archive", archive, "search", "--format", "jsonl").records) == 5
    for words in (("import", articles), ("tag", "add", "k", "đảng")):
        result = run("--archive", archive, *words)
        assert result.status == 1
        assert "reading only" in result.err
        assert result.err.count("\n") == 1
    assert len(keys_in(archive)) == 5


def test_a_full_disk_stops_the_import_and_loses_nothing(run: Run, archive: Path, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(60):
        words = " ".join(f"từ{number}x{place}" for place in range(400))
        (folder / f"{number}.txt").write_text(f"Bài thử số {number}\n\nNgày 3/4/2022. {words}\n", encoding="utf-8")
    before = keys_in(archive)
    limited = Archive.open

    def open_small(
        path: Path, *, read_only: bool = False, making: bool = True, progress: Progress | None = None
    ) -> Archive:
        opened = limited(path, read_only=read_only, making=making, progress=progress)
        pages = opened.connection.execute("PRAGMA page_count").fetchone()[0]
        opened.connection.execute(f"PRAGMA max_page_count = {pages + 8}")
        return opened

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Archive, "open", open_small)
        result = run("--archive", archive, "import", folder)

    assert result.status == 1
    assert "disk is full" in result.err
    assert "Traceback" not in result.err
    assert before <= keys_in(archive)
    with sqlite3.connect(archive) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    assert "60 new" in run("--archive", archive, "import", folder).out or len(keys_in(archive)) == 65


def test_a_disk_that_takes_no_more_bytes_is_told(spawn: Run, articles: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    # Python would write the modules that it compiles short, without a word, and fail with them ever after.
    result = spawn(
        *("--archive", "A.db", "import", articles), preexec_fn=limit, environ={"PYTHONDONTWRITEBYTECODE": "1"}
    )

    assert result.status == 1
    assert result.err.startswith("bienban: ")
    assert "Traceback" not in result.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_under_the_output_is_told(spawn: Run, archive: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        result = spawn("--archive", archive, "search", "--format", "jsonl", stdout=full)

    assert result.status == 1
    assert "no room left" in result.err
    assert result.err.count("\n") == 1


def test_a_reader_of_the_output_may_leave_early(tmp_path: Path, archive: Path, spawn: Run) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        result = spawn("--archive", archive, "search", "--format", "jsonl", stdout=writing)
    finally:
        os.close(writing)

    assert result.status == 0
    assert result.err == ""


def test_no_terminal_no_reader(spawn: Run, archive: Path) -> None:
    result = spawn("--archive", archive, stdin=subprocess.DEVNULL)

    assert result.status == 1
    assert "needs a terminal" in result.err
    assert "bienban search" in result.err
    assert result.out == ""


@pytest.mark.parametrize(
    "words",
    [
        ("--nonsense",),
        ("--archive",),
        ("search", "--limit", "-3"),
        ("search", "--format", "xml"),
        ("import",),
        ("extract",),
        ("show",),
        ("tag", "add", "k"),
        ("tag", "add", "k", "x", "--key", "y"),
        ("tag", "nonsense"),
        ("export",),
        ("export", "--to", "a", "--one-file", "b"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_2_and_points_to_the_help(words: tuple[str, ...], run: Run, archive: Path) -> None:
    words = words if words[0].startswith("-") else ("--archive", str(archive), *words)

    result = run(*words)

    assert result.status == 2
    assert result.out == ""
    assert "--help" in result.err
    assert "Traceback" not in result.err
