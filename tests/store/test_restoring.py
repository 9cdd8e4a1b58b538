"""Putting a copy in the place of the archive: nothing of either is lost, whatever is the matter with them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from store import articles, tags
from store.archive import Archive
from store.backup import backup
from store.errors import ArchiveBusy, ArchiveDamaged, ArchiveError, NewerArchive, NoArchive, NotAnArchive
from store.restoring import restore
from tests.store.making import FULL, made, open_archive, take_in


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of an archive with one article; the archive has another since, and a tag."""
    with open_archive(tmp_path) as archive:
        take_in(archive, FULL)
        made_at = backup(archive, tmp_path / "copies" / "copy.db")
        take_in(archive, made("/b.txt", body="Sau đó."))
        tags.add(archive, [articles.key_of(archive, archive.rows("SELECT id FROM articles")[0][0])], "sau")
    return made_at


def counted(path: Path) -> tuple[int, int]:
    with Archive.open(path, read_only=True) as archive:
        return articles.count(archive), len(tags.all_tags(archive))


def test_the_copy_is_the_archive_and_what_was_there_is_kept(tmp_path: Path, copy: Path) -> None:
    seen: list[tuple[int, int]] = []
    kept = restore(copy, tmp_path / "archive.db", lambda done, whole: seen.append((done, whole)))
    assert kept is not None
    assert counted(tmp_path / "archive.db") == (1, 0)
    assert counted(kept) == (2, 1)
    assert counted(copy) == (1, 0)
    assert seen[-1][0] == seen[-1][1] > 0
    again = restore(copy, tmp_path / "archive.db")
    assert again is not None
    assert again != kept
    assert counted(kept) == (2, 1)


def test_where_there_is_no_archive_there_is_one(tmp_path: Path, copy: Path) -> None:
    assert restore(copy, tmp_path / "new" / "a.db") is None
    assert counted(tmp_path / "new" / "a.db") == (1, 0)


def test_a_damaged_archive_is_kept_as_it_is(tmp_path: Path, copy: Path) -> None:
    archive = tmp_path / "archive.db"
    archive.write_bytes(b"no database at all" * 100)
    archive.with_name("archive.db-wal").write_bytes(b"its log")
    kept = restore(copy, archive)
    assert kept is not None
    assert counted(archive) == (1, 0)
    assert kept.read_bytes() == b"no database at all" * 100
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"its log"


def test_an_archive_that_is_open_is_left_alone(tmp_path: Path, copy: Path) -> None:
    with Archive.open(tmp_path / "archive.db") as archive:
        with pytest.raises(ArchiveBusy, match="open in another program"):
            restore(copy, tmp_path / "archive.db")
        assert articles.count(archive) == 2
    assert sorted(path.name for path in tmp_path.glob("archive.db*")) == ["archive.db"]


def test_what_is_no_sound_copy_is_refused_and_nothing_changes(tmp_path: Path, copy: Path) -> None:
    archive = tmp_path / "archive.db"
    before = archive.read_bytes()
    other, torn, newer, text = (tmp_path / name for name in ("other.db", "torn.db", "newer.db", "text.db"))
    with sqlite3.connect(other) as made_by_others:
        made_by_others.execute("CREATE TABLE t(x)")
    torn.write_bytes(copy.read_bytes()[: copy.stat().st_size // 4096 * 2048])
    newer.write_bytes(copy.read_bytes())
    with sqlite3.connect(newer) as later:
        later.execute("PRAGMA user_version = 9999")
    text.write_text("text")
    wrong: dict[Path, type[ArchiveError]] = {
        other: NotAnArchive, torn: ArchiveDamaged, newer: NewerArchive, text: NotAnArchive,
        tmp_path / "none.db": NoArchive, tmp_path: NoArchive, archive: ArchiveError,
    }  # fmt: skip
    for path, error in wrong.items():
        with pytest.raises(error):
            restore(path, archive)
        assert archive.read_bytes() == before
    assert not list(tmp_path.glob("*.part"))
    assert not list(tmp_path.glob("*before-restore*"))


def test_a_restore_that_is_broken_off_leaves_the_archive(tmp_path: Path, copy: Path) -> None:
    def stop(_done: int, _whole: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore(copy, tmp_path / "archive.db", stop)
    assert counted(tmp_path / "archive.db") == (2, 1)
    assert not list(tmp_path.glob("*.part"))
