"""Taking articles in and reading them again: what is new, known, changed; what stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store import article_view, articles, schema
from store.archive import Archive
from store.errors import NotFound
from store.records import (
    Attendance,
    ImportedArticle,
    MeetingKind,
    MentionKind,
    Outcome,
    Part,
    Role,
)
from store.timeline import day_of
from tests.store.making import BODY, FULL, TITLE, clean, made, open_archive, table_rows, take_in

OTHER_BODY = BODY.replace("báo cáo việc", "nói thêm về việc")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return open_archive(tmp_path)


@pytest.fixture(autouse=True)
def _close(archive: Archive) -> object:
    yield
    archive.close()


def dump(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    return {table: table_rows(archive, table) for table in (*schema.SOURCE_TABLES, *schema.USER_TABLES)}


def test_everything_that_was_imported_is_read_again(archive: Archive) -> None:
    [article_id] = take_in(archive, FULL)
    article, extraction = FULL.article, FULL.extraction

    view = articles.read(archive, article_id)

    assert view.key == FULL.source.digest[:24]
    for name in ("title", "byline", "section", "published", "published_text", "body", "blocks", "captions"):
        assert getattr(view, name) == getattr(article, name)
    assert view.boilerplate == article.boilerplate
    assert view.sources == (FULL.source,)
    assert view.meetings == extraction.meetings
    assert view.documents == extraction.documents
    assert view.unread
    assert not view.marked
    assert (view.tags, view.notes, view.stopped_at, view.same_meeting) == ((), (), 0, ())
    assert articles.original(archive, article_id) == FULL.original


def test_people_come_by_their_role_then_as_the_text_names_them(archive: Archive) -> None:
    people: dict[str, list[str]] = {name: [] for name in ("Mẫu Dự Một", "Mẫu Báo Cáo", "Mẫu Chủ Trì", "Mẫu Dự Hai")}
    body = "Mẫu Dự Hai, Mẫu Dự Một, Mẫu Báo Cáo và Mẫu Chủ Trì."
    roles = {"Mẫu Báo Cáo": Role.REPORTS, "Mẫu Chủ Trì": Role.CHAIRS}
    [article_id] = take_in(archive, made(body=body, people=people, roles=roles))

    people_read = articles.read(archive, article_id).people

    assert [p.name for p in people_read] == ["Mẫu Chủ Trì", "Mẫu Báo Cáo", "Mẫu Dự Hai", "Mẫu Dự Một"]
    assert [p.role for p in people_read] == [Role.CHAIRS, Role.REPORTS, Role.ATTENDS, Role.ATTENDS]


def test_an_article_is_read_as_it_was_at_one_moment(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    [article_id] = take_in(archive, FULL)
    whole = articles.read(archive, article_id)
    read_people = article_view._Reader._attendances

    def while_an_import_goes_on(reader: article_view._Reader) -> list[tuple[int, int, Attendance]]:
        articles.add(archive, made(body="Ngắn.", people={}))
        return read_people(reader)

    monkeypatch.setattr(article_view._Reader, "_attendances", while_an_import_goes_on)
    with archive.reader() as reader:
        assert articles.read(reader, article_id) == whole
        monkeypatch.undo()
        assert articles.read(reader, article_id).body == "Ngắn."


def test_a_person_is_read_with_offices_ranks_and_places(archive: Archive) -> None:
    [article_id] = take_in(archive, FULL)
    given_person = next(p for p in FULL.extraction.people if p.name == "Lê Văn Mẫu")

    view = articles.read(archive, article_id)

    [read] = [p for p in view.people if p.name == "Lê Văn Mẫu"]
    assert (read.key, read.offices, read.ranks) == ("lê văn mẫu", given_person.offices, given_person.ranks)
    assert (read.mentions, read.present) == (given_person.mentions, True)
    kinds = {mention.kind for mention in view.mentions}
    assert kinds == set(MentionKind) - {MentionKind.RANK}
    places = [(m.span.part is Part.BODY, m.span.start) for m in view.mentions]
    assert places == sorted(places)


def test_importing_again_writes_nothing_at_all(archive: Archive) -> None:
    batch = [FULL, made("/b.txt", body=OTHER_BODY)]
    take_in(archive, *batch)
    before, changes = dump(archive), archive.connection.total_changes

    assert articles.add_all(archive, batch) == [Outcome.UNCHANGED] * 2

    assert dump(archive) == before
    assert len(before["sources"]) == 2
    assert archive.connection.total_changes == changes


def test_the_same_text_from_another_path_is_remembered_once(archive: Archive) -> None:
    again = replace(FULL, source=replace(FULL.source, path="/copy.txt"))
    [article_id] = take_in(archive, FULL)

    assert articles.add(archive, again) is Outcome.DUPLICATE
    assert articles.add(archive, again) is Outcome.UNCHANGED

    assert articles.count(archive) == 1
    assert [source.path for source in articles.read(archive, article_id).sources] == ["/a.txt", "/copy.txt"]
    assert articles.find(archive, "/copy.txt") == article_id


def test_a_batch_may_hold_one_text_twice_and_one_path_twice(archive: Archive) -> None:
    again = replace(FULL, source=replace(FULL.source, path="/copy.txt"))
    changed = made("/a.txt", body=OTHER_BODY, date="2021-11-01")

    assert articles.add_all(archive, [FULL, again, changed]) == [Outcome.NEW, Outcome.DUPLICATE, Outcome.CHANGED]

    assert articles.count(archive) == 1


def test_a_changed_file_is_a_new_version_of_the_same_article(archive: Archive) -> None:
    [article_id] = take_in(archive, FULL)
    key = articles.key_of(archive, article_id)
    changed = made(body=OTHER_BODY, people={"Lê Văn Mẫu": ["Bí thư Tỉnh ủy Hải Vân"]}, title="Đầu đề khác")

    assert articles.add(archive, changed) is Outcome.CHANGED

    view = articles.read(archive, article_id)
    assert (view.key, view.title, view.body) == (key, "Đầu đề khác", OTHER_BODY)
    assert [person.name for person in view.people] == ["Lê Văn Mẫu"]
    assert articles.original(archive, article_id) == changed.original
    assert archive.rows("SELECT count(*) FROM article_versions") == [(2,)]
    assert archive.rows("SELECT name FROM people") == [("Lê Văn Mẫu",)]
    assert archive.rows("SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'khac'") == [(article_id,)]
    assert archive.rows("SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'thang_muoi'") == []


def test_going_back_to_an_older_version_is_a_change(archive: Archive) -> None:
    changed = made(body=OTHER_BODY)
    [article_id] = take_in(archive, FULL)
    articles.add(archive, changed)

    assert articles.add(archive, FULL) is Outcome.CHANGED
    assert articles.add(archive, FULL) is Outcome.UNCHANGED

    assert articles.read(archive, article_id).body == BODY
    assert articles.original(archive, article_id) == FULL.original
    assert archive.rows("SELECT count(*) FROM article_versions") == [(2,)]


def test_a_path_that_now_has_the_text_of_another_article_belongs_to_that(archive: Archive) -> None:
    other = made("/b.txt", body=OTHER_BODY)
    first, second = take_in(archive, FULL, other)
    moved = replace(other, source=replace(other.source, path="/a.txt"))

    assert articles.add(archive, moved) is Outcome.DUPLICATE

    assert articles.find(archive, "/a.txt") == second
    assert articles.read(archive, first).body == BODY
    assert articles.read(archive, first).sources == ()


def test_two_paths_that_swap_their_texts_swap_nothing_else(archive: Archive) -> None:
    other = made("/b.txt", body=OTHER_BODY)
    first, second = take_in(archive, FULL, other)
    swapped = [
        replace(one, source=replace(one.source, path=path)) for one, path in ((other, "/a.txt"), (FULL, "/b.txt"))
    ]

    assert articles.add_all(archive, swapped) == [Outcome.DUPLICATE] * 2

    assert [articles.find(archive, path) for path in ("/a.txt", "/b.txt")] == [second, first]
    assert [articles.read(archive, number).body for number in (first, second)] == [BODY, OTHER_BODY]


def test_copies_that_change_one_after_the_other_change_the_article_once(archive: Archive) -> None:
    def at(path: str, imported: ImportedArticle) -> ImportedArticle:
        return replace(imported, source=replace(imported.source, path=path))

    changed = made(body=OTHER_BODY)  # under the same headline
    articles.add_all(archive, [at("/a.txt", FULL), at("/b.txt", FULL)])

    outcomes = [articles.add(archive, at(path, changed)) for path in ("/a.txt", "/b.txt")]

    assert outcomes == [Outcome.CHANGED, Outcome.DUPLICATE]
    assert articles.count(archive) == 1


def test_a_copy_that_is_overwritten_with_another_article_leaves_the_first_alone(archive: Archive) -> None:
    copy = replace(FULL, source=replace(FULL.source, path="/latest.txt"))
    overwritten = made("/latest.txt", "Đầu đề khác", "Một bài khác hẳn.")
    articles.add_all(archive, [FULL, copy])

    assert articles.add_all(archive, [FULL, overwritten]) == [Outcome.UNCHANGED, Outcome.NEW]
    assert articles.add_all(archive, [FULL, overwritten]) == [Outcome.UNCHANGED] * 2

    first, second = (articles.read(archive, articles.find(archive, path)) for path in ("/a.txt", "/latest.txt"))
    assert (first.body, [source.path for source in first.sources]) == (BODY, ["/a.txt"])
    assert (second.body, [source.path for source in second.sources]) == ("Một bài khác hẳn.", ["/latest.txt"])


def test_a_copy_that_is_edited_is_a_new_version_for_both(archive: Archive) -> None:
    copy = replace(FULL, source=replace(FULL.source, path="/copy.txt"))
    edited = made("/copy.txt", "Đầu đề khác", BODY.split("\n\n")[0] + "\n\nThêm.")
    articles.add_all(archive, [FULL, copy])

    assert articles.add(archive, edited) is Outcome.CHANGED

    assert articles.count(archive) == 1
    assert articles.read(archive, articles.find(archive, "/a.txt")).body == edited.article.body


def test_an_article_moves_with_its_date_and_keeps_what_the_user_gave_it(archive: Archive) -> None:
    [article_id] = take_in(archive, FULL)
    key = articles.key_of(archive, article_id)
    with archive.transaction() as connection:
        connection.execute("INSERT INTO marks VALUES (?, 'now')", (key,))
        connection.execute("INSERT INTO tags(id, name, created) VALUES (1, 'kỹ', 'now')")
        connection.execute("INSERT INTO article_tags VALUES (?, 1, 'now')", (key,))

    articles.add(archive, made(body=OTHER_BODY, date="2022-03-01"))

    moved = articles.find(archive, key)
    view = articles.read(archive, moved)
    assert moved > article_id
    assert str(day_of(moved)) == "2022-03-01"
    assert view.marked
    assert [tag.name for tag in view.tags] == ["kỹ"]
    assert archive.rows("SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'them'") == [(moved,)]
    assert archive.rows("PRAGMA foreign_key_check") == []


def test_ids_are_in_the_order_of_time(archive: Archive) -> None:
    dates = ["2021-10-04", "XXXX-12-12", None, "1890-01-01", "2021-10-03", "XXXX-03", None, "2021-10-04", "2023"]
    batch = [made(f"/{n}.txt", body=f"Bài số {n}.", date=date) for n, date in enumerate(dates)]

    ids = take_in(archive, *batch)

    newest_first = sorted(range(len(dates)), key=lambda n: -ids[n])
    assert newest_first == [8, 7, 0, 4, 3, 1, 5, 6, 2]


def test_an_article_moves_when_another_version_knows_month_and_day(archive: Archive) -> None:
    [without, other] = take_in(archive, made(date=None), made("/other.txt", body="Khác.", date=None))

    [moved] = take_in(archive, made(body=OTHER_BODY, date="XXXX-12-12"))
    [back] = take_in(archive, made(body=OTHER_BODY + " Nữa.", date=None))

    assert (without, other) == (1, 2)
    assert moved > other
    assert back == 3
    assert archive.rows("PRAGMA foreign_key_check") == []


def test_a_date_that_is_only_inferred_places_an_article_too(archive: Archive) -> None:
    [sure] = [made("/1.txt", body="Một.", date="2021-10-04")]
    event = replace(sure.extraction.meetings[0], date="XXXX-10-04", inferred_date="2020-10-04")
    published = made("/3.txt", body="Ba.", date=None, published="2019-05-01T07:00")

    ids = take_in(archive, sure, made("/2.txt", body="Hai.", meeting=event), published)

    assert ids[2] < ids[1] < ids[0]
    rows = archive.rows("SELECT sort_date, inferred FROM timeline ORDER BY article_id")
    assert rows == [("2019-05-01T07:00", 0), ("2020-10-04", 1), ("2021-10-04", 0)]


def test_a_batch_that_fails_leaves_nothing(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, broken = articles.prepare(FULL), articles.prepare(made("/b.txt", body=OTHER_BODY))
    broken = broken._replace(article=(*broken.article[:-1], None))

    with pytest.raises(Exception, match="NOT NULL"):
        articles.add_prepared(archive, [whole, broken])

    assert articles.count(archive) == 0
    assert archive.rows("SELECT count(*) FROM articles_fts WHERE articles_fts MATCH '_'") == [(0,)]


def test_batches_of_any_size_make_the_same_archive(tmp_path: Path) -> None:
    batch = [
        made(f"/{n}.txt", body=f"{BODY}\n\nBài số {n}.", date=f"20{n % 7 + 10}-01-0{n % 3 + 1}") for n in range(30)
    ]
    found = []
    for size in (1, 7, 30):
        (tmp_path / str(size)).mkdir()
        with open_archive(tmp_path / str(size)) as archive:
            for first in range(0, len(batch), size):
                articles.add_all(archive, batch[first : first + size])
            found.append(
                archive.rows(
                    "SELECT a.key, s.path, t.sort_date FROM articles a JOIN sources s ON s.article_id = a.id"
                    " JOIN timeline t ON t.article_id = a.id ORDER BY s.path"
                )
            )

    assert found[0] == found[1] == found[2]


def test_more_new_articles_than_fit_one_statement(archive: Archive) -> None:
    ids = take_in(archive, *[made(f"/{n}.txt", body=f"Bài số {n}.") for n in range(600)])

    assert len(set(ids)) == 600
    assert archive.rows("SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'bai'") == [(600,)]


@pytest.mark.parametrize("path", ["/a  b\tc.txt", "/\udcff\udcfe.txt", "/đường dẫn/%20?.txt", "/x\ny.txt"])
def test_paths_are_kept_whatever_they_are(archive: Archive, path: str) -> None:
    [article_id] = take_in(archive, made(path))

    assert articles.find(archive, path) == article_id
    assert articles.add(archive, made(path)) is Outcome.UNCHANGED


def test_paths_that_look_alike_are_two(archive: Archive) -> None:
    paths = ["/a b.txt", "/a  b.txt", "/a\tb.txt", "/A b.txt"]
    batch = [made(path, body=f"Bài số {n}.") for n, path in enumerate(paths)]

    assert articles.add_all(archive, batch) == [Outcome.NEW] * 4


def test_an_article_is_found_by_key_id_and_path(archive: Archive) -> None:
    [article_id] = take_in(archive, FULL)
    key = articles.key_of(archive, article_id)

    for reference in (key, key[:6], FULL.source.digest, str(article_id), "/a.txt"):
        assert articles.find(archive, reference) == article_id
    for reference in ("", "zz", key[:3], "0", "99999999999999999999999", "/nowhere.txt", "\x1b[31m", "'; --"):
        with pytest.raises(NotFound):
            articles.find(archive, reference)
    assert articles.ids_of(archive, [key, "nothing"]) == {key: article_id}
    assert articles.id_of(archive, "nothing") is None


def test_the_beginning_of_two_keys_is_no_name(archive: Archive) -> None:
    take_in(archive, *[made(f"/{n}.txt", body=f"Bài số {n}.") for n in range(200)])
    keys = [key for (key,) in archive.rows("SELECT key FROM articles ORDER BY key")]
    with archive.transaction() as connection:
        connection.execute("UPDATE articles SET key = ? WHERE key = ?", (keys[0][:8] + "0" * 16, keys[1]))

    with pytest.raises(NotFound, match="several"):
        articles.find(archive, keys[0][:8])


def test_what_is_not_there_is_told(archive: Archive) -> None:
    for ask in (articles.read, articles.original, articles.key_of):
        with pytest.raises(NotFound):
            ask(archive, 1)


@pytest.mark.parametrize(
    ("body", "lede"),
    [
        ("Sáng nay họp. Chiều nghỉ.", "Sáng nay họp."),
        ("Ban Thường vụ Thành ủy TP. Hải Vân họp. Sau đó nghỉ.", "Ban Thường vụ Thành ủy TP. Hải Vân họp."),
        ("Ảnh: P.V\n\nCâu đầu của bài\n\nĐoạn hai.", "Câu đầu của bài"),
        ("Tăng 3.500 tỷ đồng! “Rất tốt”, ông nói.", "Tăng 3.500 tỷ đồng!"),
        ("", ""),
    ],
)
def test_an_article_without_headline_is_called_by_its_first_sentence(body: str, lede: str) -> None:
    assert articles.lede(clean(None, body)) == lede


def test_a_first_sentence_without_end_is_cut() -> None:
    assert articles.lede(clean(None, "một hai " * 200)).endswith("…")
    assert len(articles.lede(clean(None, "một hai " * 200))) <= 200


def test_the_timeline_says_that_a_headline_is_missing(archive: Archive) -> None:
    take_in(archive, made(title=None, people={}))

    assert archive.rows("SELECT title, label FROM articles") == [
        (None, "Sáng 4-10, đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy Hải Vân, chủ trì hội nghị tại Hải Vân.")
    ]


WORDS = st.sampled_from(
    ["họp", "Đảng", "hội", "nghị", "TP.", "3-4", "“x”", "\x1b[1m", "[bold]", "𠀀", "n̂", "'", '"']
)
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(texts=st.lists(TEXTS, min_size=1, max_size=6), kind=st.sampled_from(MeetingKind))
def test_whatever_is_taken_in_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], kind: MeetingKind
) -> None:
    with open_archive(tmp_path_factory.mktemp("any")) as archive:
        for text in texts:
            outcome = articles.add(archive, made(title=text[:10], body=text))
            assert articles.read(archive, articles.find(archive, "/a.txt")).body == text
            assert outcome in (Outcome.NEW, Outcome.CHANGED, Outcome.UNCHANGED)
        assert articles.count(archive) == 1
        assert len(table_rows(archive, "article_versions")) == len({(text[:10], text) for text in texts})
        assert TITLE not in [row[3] for row in table_rows(archive, "articles")]


def test_the_log_is_as_large_as_ever_after_many_articles(archive: Archive) -> None:
    [usual] = archive.rows("PRAGMA wal_autocheckpoint")
    with pytest.raises(ValueError, match="stop"), articles.many(archive):
        assert archive.rows("PRAGMA wal_autocheckpoint") > [usual]
        raise ValueError("stop")
    assert archive.rows("PRAGMA wal_autocheckpoint") == [usual]
