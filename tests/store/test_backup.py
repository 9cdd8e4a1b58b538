"""Copies of an archive that is in use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store import articles
from store.archive import Archive
from store.backup import backup
from store.checking import check
from store.errors import ArchiveError
from tests.store.making import FULL, made, open_archive, take_in


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path) as opened:
        take_in(opened, FULL)
        yield opened


def test_a_copy_is_a_whole_archive_in_one_file(tmp_path: Path, archive: Archive) -> None:
    seen: list[tuple[int, int]] = []

    made_at = backup(archive, tmp_path / "new" / "copy.db", progress=lambda done, whole: seen.append((done, whole)))

    assert [path.name for path in made_at.parent.iterdir()] == ["copy.db"]
    assert seen[-1][0] == seen[-1][1] > 0
    with Archive.open(made_at) as copy:
        assert check(copy) == ()
        assert copy.rows("SELECT body FROM articles") == archive.rows("SELECT body FROM articles")


def test_a_copy_has_what_was_written_a_moment_ago_and_nothing_later(tmp_path: Path, archive: Archive) -> None:
    take_in(archive, made("/b.txt", body="Vừa xong."))

    made_at = backup(archive, tmp_path / "copy.db")
    take_in(archive, made("/c.txt", body="Sau đó."))

    with Archive.open(made_at) as copy:
        assert articles.count(copy) == 2


def test_a_folder_gets_a_file_of_the_same_name(tmp_path: Path, archive: Archive) -> None:
    (tmp_path / "folder").mkdir()

    assert backup(archive, tmp_path / "folder") == tmp_path / "folder" / "archive.db"


def test_nothing_is_overwritten_unless_asked(tmp_path: Path, archive: Archive) -> None:
    target = tmp_path / "copy.db"
    target.write_text("precious")

    with pytest.raises(ArchiveError, match="already"):
        backup(archive, target)
    assert target.read_text() == "precious"

    backup(archive, target, overwrite=True)
    with Archive.open(target, read_only=True) as copy:
        assert articles.count(copy) == 1


def test_an_archive_is_never_copied_onto_itself(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="itself"):
        backup(archive, archive.path, overwrite=True)

    assert check(archive) == ()


def test_a_copy_that_fails_leaves_nothing_behind(tmp_path: Path, archive: Archive) -> None:
    def stop(done: int, whole: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backup(archive, tmp_path / "sub" / "copy.db", progress=stop)
    with pytest.raises(ArchiveError):
        backup(archive, archive.path / "inside-a-file.db")

    assert list((tmp_path / "sub").iterdir()) == []


def test_what_is_read_only_can_be_copied(tmp_path: Path, archive: Archive) -> None:
    with archive.reader() as reader, Archive.open(backup(reader, tmp_path / "copy.db")) as copy:
        assert articles.count(copy) == 1


def test_the_log_that_a_killed_program_left_beside_the_target_does_not_get_into_the_copy(
    tmp_path: Path, archive: Archive
) -> None:
    target = tmp_path / "copy.db"
    (tmp_path / "other").mkdir()
    with open_archive(tmp_path / "other") as other:
        take_in(other, *(made(f"/{n}.txt", body=f"Bài khác {n}.") for n in range(40)))
        for ending in ("", "-wal", "-shm"):
            target.with_name(f"copy.db{ending}").write_bytes((tmp_path / f"other/archive.db{ending}").read_bytes())

    backup(archive, target, overwrite=True)

    assert [path.name for path in tmp_path.glob("copy.db*")] == ["copy.db"]
    with Archive.open(target) as copy:
        assert check(copy) == ()
        assert copy.rows("SELECT key FROM articles") == archive.rows("SELECT key FROM articles")
