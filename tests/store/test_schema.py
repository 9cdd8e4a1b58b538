"""The tables of an archive: documented, strict, linked, and readable by tools from outside."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from sqlite_utils import Database
from sqlite_utils.cli import cli

from store import schema
from store.archive import Archive
from store.checking import check
from store.query import parse
from store.search import search
from tests.store.making import FULL, made, open_archive, take_in

click_testing = pytest.importorskip("click.testing")

DOCS = Path(__file__).resolve().parents[2] / "docs"
SHADOWS = re.compile(r"(articles_(fts|days|changed|desk)|desk_|sqlite_).*|_sqlite_migrations")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path) as opened:
        yield opened


def columns(archive: Archive) -> dict[str, list[str]]:
    """Every table and view of an archive with its columns, generated ones too."""
    names = [name for (name,) in archive.rows("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")]
    return {
        name: [row[0] for row in archive.rows("SELECT name FROM pragma_table_xinfo(?)", (name,))]
        for name in names
        if not SHADOWS.fullmatch(name)
    }


def documented() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in (DOCS / "schema.md").read_text("utf-8").splitlines():
        if heading := re.fullmatch(r"### (\w+)", line):
            found[heading[1]] = []
        elif column := re.match(r"- `(\w+)`: \S", line):
            found[list(found)[-1]].append(column[1])
    return found


def test_every_table_and_column_is_documented_in_its_order(archive: Archive) -> None:
    assert documented() == {name: columns(archive)[name] for name in documented()}
    assert set(documented()) == set(columns(archive))


def test_every_table_belongs_to_one_layer(archive: Archive) -> None:
    layers = [*schema.SOURCE_TABLES, *schema.DERIVED_TABLES, *schema.USER_TABLES]
    views = {name for (name,) in archive.rows("SELECT name FROM sqlite_schema WHERE type = 'view'")}

    assert sorted(layers) == sorted(set(columns(archive)) - views)


def test_the_first_migration_is_the_one_that_archives_were_made_with() -> None:
    """Once a version is out, a change belongs into a migration of its own; until then, set the state anew."""
    statements = " ".join(" ".join(schema.FIRST).split())

    assert hashlib.sha256(statements.encode()).hexdigest()[:12] == schema.FIRST_STATE


def test_every_table_is_strict(archive: Archive) -> None:
    lax = archive.rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict")

    assert {name for (name,) in lax} <= {"sqlite_schema", "_sqlite_migrations"}


def test_user_tables_refer_to_nothing_that_a_new_extraction_changes(archive: Archive) -> None:
    for table in schema.USER_TABLES:
        parents = archive.rows('SELECT "table" FROM pragma_foreign_key_list(?)', (table,))
        assert {parent for (parent,) in parents} <= set(schema.USER_TABLES)


def test_every_foreign_key_has_an_index_for_the_way_back(archive: Archive) -> None:
    for table in columns(archive):
        for column, parent in archive.rows('SELECT "from", "table" FROM pragma_foreign_key_list(?)', (table,)):
            if parent == "rules":  # whose rows stay: nothing goes that way back
                continue
            if parent == "article_people":  # the way back is that of the article
                column = "article_id"
            firsts = {
                archive.rows("SELECT name FROM pragma_index_info(?) WHERE seqno = 0", (index,))[0][0]
                for (index,) in archive.rows("SELECT name FROM pragma_index_list(?)", (table,))
            }
            primary = archive.rows("SELECT name FROM pragma_table_info(?) WHERE pk = 1", (table,))[0][0]
            assert column in firsts | {primary}, f"{table}.{column}"


def test_views_give_what_they_name(archive: Archive) -> None:
    take_in(archive, FULL)

    meetings = archive.rows("SELECT person, role, date, place FROM meetings_with_people ORDER BY role")
    tenures = archive.rows("SELECT person, position, organisation, place, date, article FROM tenures_by_person")
    [(people, tags)] = archive.rows("SELECT people, tags FROM articles_with_people_and_tags")
    assert meetings == [
        ("Lê Văn Mẫu", "chairs", "2021-10-04", "Hải Vân"),
        ("Trần Thị Thử", "reports", "2021-10-04", "Hải Vân"),
    ]
    assert (
        "Lê Văn Mẫu",
        "Bí thư Tỉnh ủy Hải Vân",
        "Tỉnh ủy",
        "Hải Vân",
        "2021-10-04",
        FULL.article.title,
    ) in tenures
    assert sorted(json.loads(people)) == ["Lê Văn Mẫu", "Trần Thị Thử"]
    assert json.loads(tags) == []


def test_the_metadata_for_datasette_names_what_is_there(archive: Archive) -> None:
    database = yaml.safe_load((DOCS / "datasette.yaml").read_text("utf-8"))["databases"]["archive"]
    there = columns(archive)

    for table, said in database["tables"].items():
        if said.get("hidden"):
            continue
        named = [said.get("label_column"), said.get("sort_desc"), said.get("fts_pk")]
        named += [facet if isinstance(facet, str) else facet["array"] for facet in said.get("facets", [])]
        assert {column for column in named if column} <= set(there[table]), table
        assert said["description"]
    assert set(there) <= set(database["tables"])
    shown = {table for table, said in database["tables"].items() if not said.get("hidden")}
    assert shown == set(there)


def test_the_queries_for_datasette_find_what_is_there(archive: Archive) -> None:
    queries = yaml.safe_load((DOCS / "datasette.yaml").read_text("utf-8"))["databases"]["archive"]["queries"]
    archive.connection.create_function("escape_fts", 1, lambda words: " ".join(f'"{w}"' for w in words.split()))
    [article_id] = take_in(archive, FULL)

    for words in ("hai van", "Đồng chí", "99-NQ/TU", "Hải Vân"):
        rows = archive.rows(queries["search"]["sql"], {"words": words})
        assert [row[0] for row in rows] == [article_id]
    rows = archive.rows(queries["person"]["sql"], {"name": "le van"})
    assert [(row[1], row[2]) for row in rows] == [("Lê Văn Mẫu", "Bí thư Tỉnh ủy Hải Vân")]


def test_sqlite_utils_searches_and_lists_it(tmp_path: Path, archive: Archive) -> None:
    first, _ = take_in(archive, FULL, made("/b.txt", body="Không liên quan.", title=None))
    runner = click_testing.CliRunner()

    found = runner.invoke(cli, ["search", str(archive.path), "articles", "dong chi le van mau", "-c", "id"])
    tables = runner.invoke(cli, ["tables", str(archive.path), "--counts"])

    assert json.loads(found.output) == [{"id": first}]
    assert {"table": "articles", "count": 2} in json.loads(tables.output)
    assert Database(archive.path).table("articles").detect_fts() == "articles_fts"


def test_what_outside_tools_change_is_in_the_index_when_the_archive_is_opened_again(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        first, second, third = take_in(
            archive, FULL, made("/b.txt", body="Hai bài."), made("/c.txt", body="Ba bài.", date="2021-12-01")
        )
        with archive.transaction() as connection:
            connection.execute("UPDATE articles SET body = 'Đổi hẳn rồi' WHERE id = ?", (first,))
            connection.execute("UPDATE articles SET body = 'Đổi rồi lại đổi' WHERE id = ?", (first,))
            connection.execute("UPDATE articles SET id = id + 7 WHERE id = ?", (second,))
            for table in ("sources", "article_versions"):
                connection.execute(f"DELETE FROM {table} WHERE article_id = ?", (third,))
            connection.execute("DELETE FROM articles WHERE id = ?", (third,))
        assert any("wait" in finding for finding in check(archive))

    with open_archive(tmp_path) as archive:
        for text, found in (("doi", [first]), ("đổi lại", [first]), ("quang", []), ('"hai bai"', [second + 7])):
            rows = search(archive, parse(text, complete=True)).rows(0, 9)
            assert [row.article_id for row in rows] == found
        assert search(archive, parse("person:mẫu", complete=True)).count == 1
        assert search(archive, parse("")).count == 2
        assert not [finding for finding in check(archive) if "index" in finding]
        assert search(archive, parse('person:"le van mau"', complete=True)).count == 1
