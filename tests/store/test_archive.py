"""Opening archives, good and bad; writing all or nothing; errors as people read them."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from store import archive as archive_module
from store import articles, errors, migrations, people, schema, tags
from store.archive import Archive, locate
from store.query import parse
from store.search import search
from tests.store.making import FULL, made, open_archive, take_in

ROOT = Path(__file__).resolve().parents[2]


def test_an_archive_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "archive.db"

    with Archive.open(path) as archive:
        assert not archive.read_only
        assert archive.rows("PRAGMA journal_mode") == [("wal",)]
        assert archive.rows("PRAGMA foreign_keys") == [(1,)]
        assert archive.rows("PRAGMA application_id") == [(schema.APPLICATION_ID,)]
        assert archive.rows("PRAGMA user_version") == [(schema.VERSION,)]
    assert path.is_file()


def test_an_empty_file_becomes_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    path.touch()

    with Archive.open(path) as archive:
        assert articles.count(archive) == 0


def test_an_empty_file_is_no_archive_for_who_does_not_make_one(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    path.touch()

    for read_only, making in ((True, True), (False, False)):
        with pytest.raises(errors.NotAnArchive, match=r"archive\.db is empty") as caught:
            Archive.open(path, read_only=read_only, making=making)
        assert "bienban import" in caught.value.advice
    assert list(tmp_path.iterdir()) == [path]
    assert path.stat().st_size == 0


def test_none_is_made_for_who_does_not_make_one(tmp_path: Path) -> None:
    with pytest.raises(errors.NoArchive):
        Archive.open(tmp_path / "folder" / "archive.db", making=False)

    assert list(tmp_path.iterdir()) == []


def test_names_of_files_may_hold_anything(tmp_path: Path) -> None:
    path = tmp_path / "lưu trữ 100% ?mode=ro#x.db"

    with Archive.open(path) as archive:
        take_in(archive, FULL)

    assert path.is_file()


def test_opening_again_changes_no_byte_of_the_schema(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        before = archive.rows("SELECT * FROM sqlite_schema")
    with open_archive(tmp_path) as archive:
        assert archive.rows("SELECT * FROM sqlite_schema") == before


def test_many_may_make_the_same_archive_at_once(tmp_path: Path) -> None:
    def make(_: int) -> int:
        with open_archive(tmp_path) as archive:
            return articles.count(archive)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(make, range(16))) == [0] * 16


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"This is no database, but text that is longer than a header of SQLite." * 20, errors.NotAnArchive),
        (b"SQLite format 3\0" + bytes(range(256)) * 8, errors.ArchiveError),
    ],
)
def test_a_file_of_something_else_is_refused(tmp_path: Path, content: bytes, error: type[Exception]) -> None:
    path = tmp_path / "archive.db"
    path.write_bytes(content)

    with pytest.raises(error):
        Archive.open(path)

    assert path.read_bytes() == content


def test_the_database_of_another_program_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
        other.commit()
    before = path.read_bytes()

    with pytest.raises(errors.NotAnArchive) as caught:
        Archive.open(path)

    assert "other.db" in caught.value.problem
    assert caught.value.advice
    assert path.read_bytes() == before


def test_a_newer_archive_is_refused_untouched(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        archive.connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")

    with pytest.raises(errors.NewerArchive):
        open_archive(tmp_path)


@pytest.mark.parametrize(
    "unfinished",
    ["UPDATE _sqlite_migrations SET name = '0001_first' WHERE name LIKE '0001%'", "DROP TABLE _sqlite_migrations"],
)
def test_what_an_unfinished_version_made_is_refused_untouched(tmp_path: Path, unfinished: str) -> None:
    with open_archive(tmp_path) as archive:
        archive.rows(unfinished)
    before = (tmp_path / "archive.db").read_bytes()

    for read_only in (False, True):
        with pytest.raises(errors.UnfinishedArchive, match="unfinished version") as caught:
            Archive.open(tmp_path / "archive.db", read_only=read_only)
        assert "import" in caught.value.advice

    assert (tmp_path / "archive.db").read_bytes() == before


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(errors.NotAnArchive):
        Archive.open(tmp_path)


def test_nothing_is_made_for_reading_only(tmp_path: Path) -> None:
    with pytest.raises(errors.NoArchive):
        Archive.open(tmp_path / "archive.db", read_only=True)

    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_way_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(errors.NoArchive):
        Archive.open(tmp_path / "file" / "archive.db")


def test_what_may_not_be_written_is_opened_for_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_archive(tmp_path) as archive:
        [article] = take_in(archive, FULL)
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and may(path, mode))

    with open_archive(tmp_path) as archive:
        assert archive.read_only
        assert articles.read(archive, article).title == FULL.article.title
        with pytest.raises(errors.ReadOnlyArchive):
            articles.add(archive, made("/b.txt"))


def test_reading_works_where_no_shared_memory_can_be_made(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        [article] = take_in(archive, FULL)
    alone = tmp_path / "alone" / "archive.db"
    alone.parent.mkdir()
    shutil.copy(tmp_path / "archive.db", alone)
    alone.with_name("archive.db-shm").mkdir()  # nobody can write a file of this name, not even root

    with Archive.open(alone, read_only=True) as archive:
        assert articles.read(archive, article).title == FULL.article.title
        assert archive.rows("SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'hai'") == [(1,)]


def test_reading_works_where_the_log_can_not_even_be_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that may not be written fails so; not for root, who runs some tests, so it is brought about here."""
    with open_archive(tmp_path) as archive:
        [article] = take_in(archive, FULL)
    connect, modes = archive_module._connect, []

    def connect_there(path: Path, mode: str) -> sqlite3.Connection:
        modes.append(mode)
        connection = connect(path, mode)
        if mode == "ro":
            with closing(connection):
                connection.execute("CREATE TABLE x (y)")
        return connection

    monkeypatch.setattr(archive_module, "_connect", connect_there)

    with Archive.open(tmp_path / "archive.db", read_only=True) as archive:
        assert articles.read(archive, article).title == FULL.article.title
    assert modes == ["ro", "ro&immutable=1"]


def test_nothing_is_made_in_a_folder_that_may_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and may(path, mode))

    with pytest.raises(errors.NoArchive, match="folder"):
        open_archive(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_writing_what_is_read_only_is_told(tmp_path: Path) -> None:
    open_archive(tmp_path).close()

    with Archive.open(tmp_path / "archive.db", read_only=True) as archive:
        with pytest.raises(errors.ReadOnlyArchive) as caught:
            articles.add(archive, FULL)
        with pytest.raises(errors.ReadOnlyArchive):
            archive.rows("DELETE FROM articles")

    assert caught.value.advice


def test_a_full_disk_takes_back_what_was_begun(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        take_in(archive, FULL)
        [(pages,)] = archive.rows("PRAGMA page_count")
        archive.rows(f"PRAGMA max_page_count = {pages + 2}")
        long = made("/b.txt", body=FULL.article.body + "\n\nMột câu rất dài về mọi việc. " * 4000)

        with pytest.raises(errors.ArchiveFull):
            articles.add(archive, long)

        assert articles.count(archive) == 1
        archive.rows("PRAGMA max_page_count = 1000000")
        take_in(archive, long)
        assert articles.count(archive) == 2


FULL_DISK = """
import resource, sys
from pathlib import Path
from store import articles, errors, tags
from store.archive import Archive

path = Path(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
with Archive.open(path) as archive, archive.reader() as reader:
    print(archive.read_only, archive.disk_full, articles.count(archive), articles.count(reader))
    for one in (archive, reader):
        try:
            tags.add(one, [], "x")
        except errors.ArchiveFull as error:
            print(error.problem)
try:
    Archive.open(path.with_name("new.db"))
except errors.ArchiveError as error:
    print(type(error).__name__)
"""


def test_an_archive_on_a_full_disk_is_read_and_says_why_nothing_is_written(tmp_path: Path) -> None:
    pytest.importorskip("resource")
    with open_archive(tmp_path) as archive:
        take_in(archive, FULL)
    path = tmp_path / "archive.db"

    run = subprocess.run(
        [sys.executable, "-B", "-c", FULL_DISK, str(path)], capture_output=True, text=True, cwd=ROOT
    )

    refusal = f"The disk is full, so {path} is open for reading only."
    assert (run.stdout.splitlines(), run.stderr) == (["True True 1 1", refusal, refusal, "ArchiveDamaged"], "")
    with open_archive(tmp_path) as archive:  # once there is room again
        assert not archive.read_only
        take_in(archive, made("/b.txt", title="Hai"))


def remove(path: Path) -> None:
    path.unlink()


def replace_with_another(path: Path) -> None:
    other = path.with_name("other.db")
    Archive.open(other).close()
    other.replace(path)


def move_with_its_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))


@pytest.mark.parametrize(
    ("happens", "told"),
    [(remove, "not there any more"), (replace_with_another, "another file"), (move_with_its_folder, "not there")],
)
def test_a_file_that_is_gone_while_it_is_open_is_told(
    tmp_path: Path, happens: Callable[[Path], None], told: str
) -> None:
    path = tmp_path / "folder" / "archive.db"
    with Archive.open(path) as archive, archive.reader() as reader:
        [article] = take_in(archive, FULL)
        key = articles.key_of(archive, article)
        happens(path)

        for ask in (
            lambda: tags.add(archive, [key], "x"),
            lambda: articles.add(archive, made("/b.txt", title="Hai")),
            lambda: search(archive, parse("hai")).count,
            lambda: search(reader, parse("hai")).count,
            lambda: articles.read(reader, article),
            archive.reader,
        ):
            with pytest.raises(errors.GoneArchive, match=told) as caught:
                ask()
            assert caught.value.advice


def test_a_file_that_goes_while_it_is_written_is_told_before_it_counts_as_written(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        with pytest.raises(errors.GoneArchive), archive.transaction() as connection:
            connection.execute("INSERT INTO marks VALUES ('one', 'now')")
            archive.path.rename(tmp_path / "moved.db")
        (tmp_path / "moved.db").rename(archive.path)

        assert archive.rows("SELECT * FROM marks") == []


def test_a_file_that_was_put_back_is_used_as_before(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        archive.path.rename(tmp_path / "moved.db")
        with pytest.raises(errors.GoneArchive):
            articles.add(archive, FULL)
        (tmp_path / "moved.db").rename(archive.path)

        take_in(archive, FULL)
        assert articles.count(archive) == 1


def test_a_writer_that_holds_on_is_told(tmp_path: Path) -> None:
    with open_archive(tmp_path) as one, open_archive(tmp_path) as other:
        other.connection.execute("PRAGMA busy_timeout = 1")
        with one.transaction(), pytest.raises(errors.ArchiveBusy):
            articles.add(other, FULL)

        take_in(other, FULL)


def test_an_inner_transaction_that_fails_leaves_the_outer_one(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        with archive.transaction() as connection:
            connection.execute("INSERT INTO marks VALUES ('one', 'now')")
            with pytest.raises(RuntimeError), archive.transaction():
                connection.execute("INSERT INTO marks VALUES ('two', 'now')")
                raise RuntimeError
            with archive.transaction():
                connection.execute("INSERT INTO marks VALUES ('three', 'now')")

        assert archive.rows("SELECT article_key FROM marks ORDER BY 1") == [("one",), ("three",)]


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        with pytest.raises(KeyboardInterrupt), archive.transaction() as connection:
            connection.execute("INSERT INTO marks VALUES ('one', 'now')")
            raise KeyboardInterrupt

        assert archive.rows("SELECT * FROM marks") == []
        with archive.transaction() as connection:
            connection.execute("INSERT INTO marks VALUES ('two', 'now')")


def test_a_mistake_in_sql_is_no_error_for_people(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive, pytest.raises(sqlite3.OperationalError):
        archive.rows("SELECT nonsense")


def test_a_reader_sees_what_a_writer_has_written_and_writes_nothing(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive, archive.reader() as reader:
        take_in(archive, FULL)

        with ThreadPoolExecutor(1) as other_thread:
            assert other_thread.submit(articles.count, reader).result() == 1
        with pytest.raises(errors.ReadOnlyArchive), reader.transaction():
            pass


def test_a_running_query_can_be_interrupted(tmp_path: Path) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
    outcome: list[BaseException] = []

    def ask(archive: Archive) -> None:
        try:
            archive.rows(endless)
        except errors.ArchiveError as error:
            outcome.append(error)

    with open_archive(tmp_path) as archive:
        asking = threading.Thread(target=ask, args=(archive,))
        asking.start()
        while asking.is_alive():
            archive.interrupt()
            asking.join(0.01)
        assert archive.rows("SELECT 1") == [(1,)]

    assert [type(error) for error in outcome] == [errors.Interrupted]


def test_an_older_archive_is_backed_up_before_it_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_archive(tmp_path) as archive:
        take_in(archive, FULL)
    newer = schema.VERSION + 1
    monkeypatch.setattr(schema, "VERSION", newer)
    monkeypatch.setattr(
        migrations, "migrate", lambda connection: connection.execute(f"PRAGMA user_version = {newer}")
    )

    with pytest.raises(errors.ReadOnlyArchive):
        Archive.open(tmp_path / "archive.db", read_only=True)
    with open_archive(tmp_path) as archive:
        assert archive.rows("PRAGMA user_version") == [(newer,)]

    [copy] = tmp_path.glob("archive.db.before-migration-*")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (newer - 1,)
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (1,)


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "FIRST", (*schema.FIRST, "CREATE TABLE broken (x NOTYPE) STRICT"))

    with pytest.raises(sqlite3.OperationalError):
        open_archive(tmp_path)
    monkeypatch.undo()

    with open_archive(tmp_path) as archive:
        assert archive.rows("PRAGMA user_version") == [(schema.VERSION,)]


def test_which_archive_is_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    environ = {"BIENBAN_ARCHIVE": "named.db"}

    assert locate(Path("x.db"), environ, tmp_path) == tmp_path / "x.db"
    assert locate(Path("/x.db"), environ, tmp_path) == Path("/x.db")
    assert locate(None, environ, tmp_path) == tmp_path / "named.db"
    assert locate(None, {}, tmp_path).name == "archive.db"
    assert locate(None, {}, tmp_path).parent != tmp_path
    (tmp_path / "archive.db").touch()
    assert locate(None, {}, tmp_path) == tmp_path / "archive.db"
    assert locate(None, environ, tmp_path) == tmp_path / "named.db"


def test_a_home_that_is_nobodys_is_a_path_like_any_other(tmp_path: Path) -> None:
    named = locate(None, {"BIENBAN_ARCHIVE": "~nobody-of-this-name/a.db"}, tmp_path)

    assert named == tmp_path / "~nobody-of-this-name/a.db"


def test_what_no_archive_can_hold_is_not_found(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        for ask in (articles.find, articles.id_of, people.person_page):
            for name in ("\udcff", "\ud800"):
                with pytest.raises(errors.NotFound):
                    ask(archive, name)
        with pytest.raises(errors.NotFound):
            articles.key_of(archive, 1 << 70)


def test_what_the_user_wrote_is_on_the_disk_when_it_is_said_to_be(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        assert archive.rows("PRAGMA synchronous") == [(2,)]  # FULL
