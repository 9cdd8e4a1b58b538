"""Archives of older versions are brought up to date with all that is in them."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

from store import articles, people, schema
from store.archive import Archive
from store.checking import check
from store.indexing import settle
from store.versions import unpack
from tests.store.making import BODY, FULL, made, open_archive, take_in

CAPTIONED = made(
    "/c.txt",
    body=f"{BODY}\n\nMột tấm nữa. Ảnh: A",
    people={"Lê Văn Mẫu": ["Bí thư Tỉnh ủy Hải Vân"]},
    date="2021-11-02",
)
VIEWS = ("meetings_with_people", "tenures_by_person", "articles_with_people_and_tags")

# What the first version kept where the present one keeps it elsewhere or not at all.
BEFORE = {
    ("tenures", "wording"): "coalesce(wording, (SELECT name FROM positions WHERE id = position_id))",
    ("mentions", "target"): "coalesce(target, (SELECT name FROM places WHERE id = place_id),"
    " (SELECT name FROM organisations WHERE id = organisation_id))",
    ("captions", "text"): "(SELECT w.text FROM captions_with_words w WHERE w.article_id = captions.article_id"
    " AND w.number = captions.number)",
    ("article_versions", "original"): "packed_with_body(id)",
    ("articles", "blocks"): "blocks_of(id)",
}


def as_the_first_version(archive: Archive, path: Path) -> None:
    """Write what is in an archive into one of the first version."""

    def packed_with_body(number: int) -> bytes:
        [(packed, title, body)] = archive.connection.execute(
            "SELECT v.original, coalesce(v.title, a.title), coalesce(v.body, a.body) FROM article_versions v"
            " JOIN articles a ON a.id = v.article_id WHERE v.id = ?",
            (number,),
        )
        packer = zlib.compressobj(zdict=body.encode())
        return packer.compress(unpack(packed, title, body).encode()) + packer.flush()

    def blocks_of(number: int) -> str:
        blocks = articles.read(archive, number).blocks
        return "[" + ",".join(f'["{block.kind}",{block.start},{block.end}]' for block in blocks) + "]"

    archive.connection.create_function("packed_with_body", 1, packed_with_body)
    archive.connection.create_function("blocks_of", 1, blocks_of)
    with closing(sqlite3.connect(path)) as old:
        for statement in schema.FIRST:
            old.execute(statement)
        first = {name for (name,) in old.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        for table in (*schema.SOURCE_TABLES, *schema.DERIVED_TABLES, *schema.USER_TABLES):
            if table not in first:
                continue
            columns = [row[1] for row in old.execute(f"PRAGMA table_info({table})")]
            values = ", ".join(BEFORE.get((table, column), f'"{column}"') for column in columns)
            names = ", ".join(f'"{column}"' for column in columns)
            rows = archive.connection.execute(f"SELECT {values} FROM {table}").fetchall()
            marks = ", ".join("?" * len(columns))
            old.executemany(f"INSERT INTO {table}({names}) VALUES ({marks})", rows)
        old.execute("CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set, name, applied_at)")
        old.execute("INSERT INTO _sqlite_migrations VALUES (1, 'bienban', ?, '2026')", (schema.FIRST_NAME,))
        old.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        old.execute("PRAGMA user_version = 1")
        old.commit()


def test_an_archive_of_the_first_version_keeps_everything(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        take_in(archive, FULL, made("/b.txt", title=None, body="Không họp."), CAPTIONED)
        articles.add(archive, made("/b.txt", title=None, body="Không họp.\n\nCó họp."))
        ids = [articles.find(archive, path) for path in ("/a.txt", "/b.txt", "/c.txt")]
        as_the_first_version(archive, tmp_path / "old.db")
        with Archive.open(tmp_path / "old.db") as old:
            assert check(old) == ()
            for article in ids:
                assert articles.read(old, article) == articles.read(archive, article)
                assert articles.original(old, article) == articles.original(archive, article)
            assert people.person_page(old, "lê văn mẫu") == people.person_page(archive, "lê văn mẫu")
            for view in VIEWS:
                assert old.rows(f"SELECT * FROM {view}") == archive.rows(f"SELECT * FROM {view}")
            assert articles.add(old, made("/new.txt", body="Bài mới.")).value == "new"
            assert check(old) == ()


def test_ids_move_with_all_that_refers_to_them(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        [article] = take_in(archive, FULL)
        view = articles.read(archive, article)

        archive.rows("UPDATE articles SET id = id + 5")

        assert articles.read(archive, article + 5).people == view.people
        settle(archive)
        assert check(archive) == ()
        archive.rows("DELETE FROM sources")
        archive.rows("DELETE FROM article_versions")
        archive.rows("DELETE FROM articles")
        assert archive.rows("SELECT count(*) FROM mentions") == [(0,)]
        settle(archive)
        assert check(archive) == ()
