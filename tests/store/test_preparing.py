"""What is worked out of an article before the archive is touched, and what of it is there in the end."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store import articles
from store.archive import Archive
from store.indexing import put_in
from store.records import ImportedArticle, MentionKind
from tests.store.making import BODY, FULL, made, open_archive, person, take_in


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return open_archive(tmp_path)


def terms_of(archive: Archive) -> dict[int, set[str]]:
    """Give the terms that the index has of each article."""
    archive.connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab(main, 'articles_fts', 'instance')"
    )
    terms: dict[int, set[str]] = {}
    for term, article in archive.rows("SELECT term, doc FROM temp.terms"):
        terms.setdefault(article, set()).add(term)
    return terms


def is_indexed_as_it_is_written(archive: Archive) -> bool:
    """Say whether the index has of every article what the rows of the archive say."""
    before = terms_of(archive)
    with archive.transaction() as connection:
        connection.execute("INSERT INTO articles_fts(articles_fts) VALUES ('delete-all')")
        put_in(connection, before)
    return terms_of(archive) == before


def held(path: str, normal: str, organisation: str, place: str) -> ImportedArticle:
    """An article in which an office, a body and a place have these names."""
    name = "Lê Văn Mẫu"
    someone = person(name, ["Bí thư Tỉnh ủy Hải Vân"], BODY)
    [office] = someone.offices
    office = replace(office, normal=normal, organisation=organisation, place=place)
    one = made(path, body=f"{BODY}\n\n{path}")
    found = replace(one.extraction, people=(replace(someone, offices=(office,)),))
    return replace(one, extraction=found)


def test_an_article_is_indexed_as_it_is_written(archive: Archive) -> None:
    take_in(archive, FULL, made("/b.txt", title=None, body="Một bài khác.", date=None, published="2020-02-03"))
    assert is_indexed_as_it_is_written(archive)


def test_things_that_others_spell_otherwise_are_indexed_as_the_archive_spells_them(archive: Archive) -> None:
    first = held("/a.txt", "Bí thư Tỉnh ủy Hoà Vân", "Thành ủy THỦ ĐỨC", "Thúy Khuê")
    second = held("/b.txt", "bí thư tỉnh uỷ hòa vân", "Thành uỷ Thủ Đức", "THUÝ KHUÊ")
    take_in(archive, first, second)
    assert archive.rows("SELECT count(*) FROM positions") == [(1,)]
    assert is_indexed_as_it_is_written(archive)


def test_a_name_that_python_and_its_key_lower_otherwise_is_indexed_as_it_is_written(archive: Archive) -> None:
    take_in(archive, held("/a.txt", "İİ x", "Straße", "ẞ"), held("/b.txt", "i̇i̇ x", "STRASSE", "ß"))
    assert is_indexed_as_it_is_written(archive)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text("aAđĐếẾoàòOÀ ủuỷy-.İß_1", min_size=1, max_size=8), min_size=1, max_size=6))
def test_things_of_any_name_are_indexed_as_they_are_written(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    batch = [held(f"/{n}.txt", name, name[::-1], name.swapcase()) for n, name in enumerate(names)]
    with open_archive(tmp_path_factory.mktemp("any")) as archive:
        articles.add_all(archive, batch)
        assert is_indexed_as_it_is_written(archive)


def test_what_is_prepared_elsewhere_is_taken_in_as_it_is_here(tmp_path: Path) -> None:
    words = [(MentionKind.DATE, "4-10"), (MentionKind.PLACE, "Hải Vân")]
    batch = [made(f"/{n}.txt", body=f"{BODY}\n\nBài {n}.", mentions=words) for n in range(5)]
    here, there = Archive.open(tmp_path / "here.db"), Archive.open(tmp_path / "there.db")
    articles.add_all(here, batch)
    articles.add_prepared(there, [articles.prepare(one) for one in batch])
    tables = ("articles", "captions", "mentions", "tenures", "article_people", "meeting_articles", "attendances")
    for archive in (here, there):  # both may see a second pass
        archive.connection.execute("UPDATE articles SET imported = '2026'")
    for table in tables:
        assert here.rows(f"SELECT * FROM {table}") == there.rows(f"SELECT * FROM {table}")
    assert terms_of(here) == terms_of(there)
