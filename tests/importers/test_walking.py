"""Finding the files of an import: always in one order, each once, and nothing on a disk stops it."""

import inspect
import os
import sys
from pathlib import Path

import pytest

from importers.walking import walk
from tests.importers.told import is_well_told


def fill(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Một bài viết", "utf-8")


def test_folders_are_walked_by_name_and_hidden_files_left_out(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a/2.txt", "a/1.TXT", "a/sâu/x.txt", "c/x.md", ".git/y.txt", "._b.txt", "A.txt")
    found = walk([tmp_path])
    names = [os.path.relpath(file, tmp_path) for file in found.files]
    assert names == ["A.txt", "b.txt", "a/1.TXT", "a/2.txt", "a/sâu/x.txt"]
    assert found.problems == []


def test_a_file_named_twice_is_taken_once(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    found = walk([tmp_path / "a.txt", tmp_path, tmp_path / "." / "a.txt"])
    assert found.files == [str(tmp_path / "a.txt")]
    assert found.problems == []


def test_a_file_that_is_named_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    fill(tmp_path, "bài")
    assert walk([tmp_path / "bài"]).files == [str(tmp_path / "bài")]


def test_missing_and_empty_folders_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = walk([tmp_path / "gone", tmp_path / "empty", Path("nul\0byte")])
    assert [problem.reason.split(" (")[0] for problem in found.problems] == [
        "there is no such file or folder",
        "there are no articles in it",
        "it is no path",
    ]
    assert all(is_well_told(problem.reason, problem.advice) for problem in found.problems)


def test_a_link_in_a_circle_is_told_once_and_the_rest_is_found(tmp_path: Path) -> None:
    fill(tmp_path, "a/1.txt", "b/2.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    found = walk([tmp_path])
    assert [Path(file).name for file in found.files] == ["1.txt", "2.txt"]
    assert [(Path(p.path).name, "link" in p.reason) for p in found.problems] == [("again", True)]
    assert is_well_told(found.problems[0].reason, found.problems[0].advice)


def test_links_that_multiply_are_walked_once(tmp_path: Path) -> None:
    for level in range(20):
        folder = tmp_path / f"{level:02}"
        fill(folder, "x.txt")
        (folder / "left").symlink_to(tmp_path / f"{level + 1:02}")
        (folder / "right").symlink_to(tmp_path / f"{level + 1:02}")
    (tmp_path / "20").mkdir()
    assert len(walk([tmp_path]).files) == 20


def test_a_folder_that_may_not_be_read_is_told_and_the_rest_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, "a/1.txt", "b/2.txt")
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("a"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = walk([tmp_path])
    assert [Path(file).name for file in found.files] == ["2.txt"]
    assert [problem.reason for problem in found.problems] == ["it may not be read"]


def remove_upwards(folder: Path, root: Path) -> None:
    """Remove a chain of folders from below: pytest would from above, one call for each, at its end."""
    (folder / "x.txt").unlink()
    while folder != root:
        folder.rmdir()
        folder = folder.parent


def test_deep_folders_do_not_exhaust_the_stack(tmp_path: Path) -> None:
    deepest = tmp_path.joinpath(*["d"] * 300)
    fill(deepest, "x.txt")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 150)
    try:
        found = walk([tmp_path])
    finally:
        sys.setrecursionlimit(limit)
        remove_upwards(deepest, tmp_path)
    assert found.files == [str(deepest / "x.txt")]
