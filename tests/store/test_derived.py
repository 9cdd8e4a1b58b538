"""What the extraction says, as rows: dropped and made again, and gone with the last article that says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from store import articles, derived, schema
from store.archive import Archive
from store.errors import NotFound
from store.indexing import settle
from store.records import Extraction, Meeting, MeetingKind, Person
from tests.store.making import BODY, FULL, made, open_archive, take_in

VIEWS = {
    "people": "SELECT p.key, n.name FROM people p JOIN person_names n ON n.person_id = p.id",
    "positions": "SELECT p.key, p.name, wording FROM positions p LEFT JOIN position_wordings ON position_id = p.id",
    "organisations": "SELECT key, name FROM organisations",
    "places": "SELECT key, name FROM places",
    "documents": "SELECT key, name, kind, number FROM documents",
    "meetings": "SELECT key, name, kind, date, part_of_day FROM meetings",
    "tenures": "SELECT person, position, wording, article FROM tenures_by_person",
    "attendances": "SELECT meeting, person, role FROM meetings_with_people",
    "mentions": "SELECT kind, part, start, end, target FROM mentions",
    "citations": "SELECT wording, start, end FROM citations",
    "article_people": "SELECT number, name, present, ranks FROM article_people",
    "meeting_articles": "SELECT number, kind, date, date_text, place FROM meeting_articles",
    "timeline": "SELECT sort_date, inferred, part_of_day, extraction FROM timeline",
}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path) as opened:
        yield opened


def said(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    """All that is derived, told without row numbers."""
    return {name: sorted(archive.rows(sql), key=repr) for name, sql in VIEWS.items()}


def test_what_is_derived_is_all_there(archive: Archive) -> None:
    take_in(archive, FULL)

    assert all(said(archive).values())


def test_dropped_and_made_again_it_is_the_same(archive: Archive) -> None:
    batch = [
        FULL,
        made("/b.txt", body="Lê Văn Mẫu nói.", people={"Lê Văn Mẫu": []}, date="2020-01-01"),
        made(
            "/c.txt", body="Lê Văn Mẫu và Trần Thị Thử.", people={"Lê Văn Mẫu": [], "Trần Thị Thử": []}, date=None
        ),
    ]
    ids = take_in(archive, *batch)
    before = said(archive)

    derived.rebuild(archive, ids, [one.extraction for one in batch])

    assert said(archive) == before
    assert [articles.find(archive, one.source.path) for one in batch] == ids
    assert archive.rows("PRAGMA foreign_key_check") == []


def test_nothing_said_leaves_nothing(archive: Archive) -> None:
    [article_id] = take_in(archive, FULL)

    derived.rebuild(archive, [article_id], [Extraction("2")])

    after = said(archive)
    timeline = after.pop("timeline")
    assert timeline == [(None, 0, None, "2")]
    assert not any(after.values())


def test_an_article_whose_date_is_another_now_moves(archive: Archive) -> None:
    [article_id] = take_in(archive, FULL)
    key = articles.key_of(archive, article_id)
    later = Extraction("2", (Meeting(MeetingKind.CONFERENCE, date="2022-02-02"),))

    derived.rebuild(archive, [article_id], [later])

    moved = articles.find(archive, key)
    assert moved > article_id
    assert articles.read(archive, moved).captions == FULL.article.captions
    assert archive.rows("SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'tỉnh'") == [(moved,)]


def test_an_article_that_is_not_there_stops_it_all(archive: Archive) -> None:
    [article_id] = take_in(archive, FULL)
    before = said(archive)

    with pytest.raises(NotFound):
        derived.rebuild(archive, [article_id, 77], [Extraction("2")] * 2)

    assert said(archive) == before


def test_spellings_of_one_name_are_one_person(archive: Archive) -> None:
    body = "NGUYỄN VĂN HÒA và Nguyễn Văn Hoà, rồi Nguyễn Văn Hoa."
    names = ("NGUYỄN VĂN HÒA", "Nguyễn Văn Hoà", "Nguyễn Văn Hoa")
    [article_id] = take_in(archive, made(body=body, people={name: [] for name in names}))

    people = articles.read(archive, article_id).people

    assert [(p.key, len(p.mentions)) for p in people] == [("nguyễn văn hoà", 2), ("nguyễn văn hoa", 1)]
    variants = archive.rows("SELECT name FROM person_names ORDER BY 1")
    assert [name for (name,) in variants] == ["NGUYỄN VĂN HÒA", "Nguyễn Văn Hoa", "Nguyễn Văn Hoà"]


def test_someone_who_is_only_named_at_a_meeting_is_a_person_too(archive: Archive) -> None:
    alone = replace(made(people={"Lê Văn Mẫu": []}))
    extraction = replace(alone.extraction, people=())
    [article_id] = take_in(archive, replace(alone, extraction=extraction))

    [person] = articles.read(archive, article_id).people

    assert (person.name, person.present) == ("Lê Văn Mẫu", True)


def test_an_article_that_goes_takes_what_hangs_on_it_along(archive: Archive) -> None:
    [article_id] = take_in(archive, FULL)

    with archive.transaction() as connection:
        for table in ("sources", "article_versions"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("DELETE FROM articles WHERE id = ?", (article_id,))

    for table in ("captions", "timeline", "mentions", "tenures", "attendances", "citations", "article_people"):
        assert archive.rows(f"SELECT count(*) FROM {table}") == [(0,)]
    settle(archive)
    for term in ("_", "hai", "tỉnh", "_pmau", "_pvan_mau__", "__person"):
        assert archive.rows("SELECT count(*) FROM articles_fts WHERE articles_fts MATCH ?", (term,)) == [(0,)]


def test_the_desk_of_the_user_is_never_touched(archive: Archive) -> None:
    [article_id] = take_in(archive, FULL)
    key = articles.key_of(archive, article_id)
    with archive.transaction() as connection:
        connection.execute("INSERT INTO marks VALUES (?, 'now')", (key,))
        connection.execute("INSERT INTO reading VALUES (?, 'now', 12, 'now')", (key,))

    for table in schema.DERIVED_TABLES:
        assert "reading" not in table
    derived.rebuild(archive, [article_id], [Extraction("2")])

    view = articles.read(archive, articles.find(archive, key))
    assert (view.marked, view.unread, view.stopped_at) == (True, False, 12)


def test_what_only_this_article_said_is_forgotten_what_others_say_stays(archive: Archive) -> None:
    people = {"Lê Văn Mẫu": ["Bí thư Tỉnh ủy Hải Vân"]}
    first, second = take_in(archive, made(people=people), made("/b.txt", body=f"{BODY}\n\nThêm.", people=people))

    derived.rebuild(archive, [first], [Extraction("2")])
    assert archive.rows("SELECT name FROM people") == [("Lê Văn Mẫu",)]
    derived.rebuild(archive, [second], [Extraction("2", people=(Person("Lê Văn Mẫu"),))])

    assert archive.rows("SELECT name FROM people") == [("Lê Văn Mẫu",)]
    assert archive.rows("SELECT count(*) FROM positions") == [(0,)]


def test_a_spelling_goes_with_the_last_article_that_uses_it(archive: Archive) -> None:
    body = "TRẦN THỊ THỬ, Chánh văn phòng và Lê Văn Mẫu, Bí thư."
    loud = made("/1.txt", body=body, people={"TRẦN THỊ THỬ": ["Chánh văn phòng"], "Lê Văn Mẫu": ["Bí thư"]})
    as_usual = made("/2.txt", body="Trần Thị Thử, Chánh Văn phòng.", people={"Trần Thị Thử": ["Chánh Văn phòng"]})
    [changed, _] = take_in(archive, loud, as_usual)
    spellings = (
        "SELECT name FROM person_names UNION SELECT wording FROM position_wordings UNION SELECT name FROM positions"
    )
    assert len(archive.rows(spellings)) == 6

    articles.add(archive, made("/1.txt", body="Không còn ai."))

    assert articles.find(archive, "/1.txt") == changed
    left = {text for (text,) in archive.rows(spellings)}
    assert archive.rows("SELECT name FROM people") == [("Trần Thị Thử",)]
    assert left == {"Trần Thị Thử", "Chánh Văn phòng", "Chánh văn phòng"}


def test_only_wordings_that_are_not_the_name_of_a_position_are_kept_apart(archive: Archive) -> None:
    people = {"Lê Văn Mẫu": ["Bí thư Tỉnh ủy"], "Trần Thị Thử": ["bí thư Tỉnh uỷ"]}
    take_in(archive, made(body="Lê Văn Mẫu, Bí thư Tỉnh ủy; Trần Thị Thử, bí thư Tỉnh uỷ.", people=people))

    assert archive.rows("SELECT name FROM positions") == [("Bí thư Tỉnh ủy",)]
    assert archive.rows("SELECT wording FROM position_wordings") == [("bí thư Tỉnh uỷ",)]


def test_a_rule_is_one_whatever_word_it_met(archive: Archive) -> None:
    one = made(body="Lê Văn Mẫu và Trần Thị Thử.", people={"Lê Văn Mẫu": [], "Trần Thị Thử": []})
    people = tuple(
        replace(p, mentions=tuple(replace(m, rule=f"surname: {p.name.lower()}") for m in p.mentions))
        for p in one.extraction.people
    )
    take_in(archive, replace(one, extraction=replace(one.extraction, people=people)))

    assert archive.rows("SELECT name FROM rules WHERE name LIKE 'surname%'") == [("surname",)]
