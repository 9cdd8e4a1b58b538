"""The list of what was found: places, counts, months and days, whether kept by ids or by stretches of time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from store import articles, indexing, results
from store.archive import Archive
from store.checking import check
from store.lighting import sequences_of
from store.query import parse
from store.search import Order, context, search
from tests.store.making import made, open_archive, take_in

DATES = ("2021-10-04", "2021-10-05", "2021-11-30", "2022-01-01", "2022", "XXXX-10-04", None)
QUERIES = ("", "họp", '"thành phố" OR xã', "-họp", "title:bàn", "date:2021-10 họp", "khôngcó")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    chance = random.Random(3)
    words = ("họp", "bàn", "thành phố", "xã", "đường", "nước")
    with open_archive(tmp_path_factory.mktemp("results")) as opened:
        take_in(
            opened,
            *(
                made(
                    f"/{n}.txt",
                    f"Tin {chance.choice(words)}",
                    f"Số {n} {chance.choice(words)}.",
                    date=chance.choice(DATES),
                )
                for n in range(120)
            ),
        )
        yield opened


@pytest.fixture(params=[4096, 5], ids=["kept by ids", "kept by months"], autouse=True)
def _few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "FEW", request.param)
    monkeypatch.setattr(results, "FIRST_ROWS", 10)


@pytest.mark.parametrize("text", QUERIES)
def test_every_place_is_reached_and_knows_its_number(archive: Archive, text: str) -> None:
    query = parse(text, complete=True)
    keys = search(archive, query).keys()
    found = search(archive, query)

    assert found.count == len(keys) == sum(count for _, count in found.groups)
    assert [row.key for row in found.rows(0, 1000)] == keys
    for size in (1, 7, 50):
        paged = [row.key for first in range(0, len(keys), size) for row in found.rows(first, size)]
        assert paged == keys
        fresh = [row.key for first in range(0, len(keys), size) for row in search(archive, query).rows(first, size)]
        assert fresh == keys
    assert [found.index_of(key) for key in keys] == list(range(len(keys)))
    others = set(search(archive, parse("")).keys()) - set(keys)
    assert {found.index_of(key) for key in [*others, "nothing"]} == {None}
    assert all(search(archive, query).holds(key) for key in keys)
    assert not any(search(archive, query).holds(key) for key in [*others, "nothing"])
    assert found.rows(len(keys), 5) == []


@pytest.mark.parametrize("text", QUERIES)
def test_counting_stops_where_it_may(archive: Archive, text: str) -> None:
    query = parse(text, complete=True)
    whole = search(archive, query).count

    for most in (1, 7, 1000):
        found = search(archive, query)
        assert found.count_at_most(most) == min(whole, most)
        assert found.count == whole
        assert found.counted
        assert found.count_at_most(most) == min(whole, most)


@pytest.mark.parametrize("text", QUERIES)
@pytest.mark.parametrize(
    "day", ["2021-10-03", "2021-10-04", "2021-10-31", "2021-12-24", "2022-01-01", "2030-01-01"]
)
def test_a_day_is_found_or_the_one_before(archive: Archive, text: str, day: str) -> None:
    found = search(archive, parse(text, complete=True))
    starts = [str(row.sort_date).ljust(10, "-").replace("------", "-01-01") for row in found.rows(0, 1000)]
    expected = next((n for n, start in enumerate(starts) if start[0] == "2" and start <= day), None)

    assert found.at_or_before(date.fromisoformat(day)) == expected


def test_days_are_counted_as_articles_come_move_and_go(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:

        def by_day() -> list[object]:
            return archive.rows("SELECT day, articles FROM articles_days WHERE articles ORDER BY day")

        take_in(archive, *(made(f"/{n}.txt", body=f"Số {n}.", date=DATES[n % 7]) for n in range(20)))
        counted = by_day()
        assert counted == archive.rows("SELECT id >> 16, count(*) FROM articles GROUP BY 1 ORDER BY 1")
        articles.add(archive, made("/3.txt", body="Số 3. Thêm.", date="1999-12-31"))
        assert by_day() != counted
        assert by_day() == archive.rows("SELECT id >> 16, count(*) FROM articles GROUP BY 1 ORDER BY 1")
        assert search(archive, parse("")).groups[-3][0] == "1999-12"


# --- relevance ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", QUERIES)
def test_by_relevance_the_same_articles_come(archive: Archive, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from store import ranking

    query = parse(text, complete=True)
    expected = sorted(search(archive, query).keys())
    for most in (600, 4):
        monkeypatch.setattr(ranking, "ALL", most)
        monkeypatch.setattr(ranking, "_NEWEST", 3)
        monkeypatch.setattr(ranking, "_HEADLINES", 2)
        found = search(archive, query, Order.RELEVANCE)
        keys = found.keys()

        assert sorted(keys) == expected
        assert [row.key for row in found.rows(0, 1000)] == keys
        assert [row.key for first in range(0, len(keys), 7) for row in found.rows(first, 7)] == keys
        assert [found.index_of(key) for key in keys] == list(range(len(keys)))
        assert found.count == len(keys)
        assert (found.groups == ()) == any(sequences_of(query.root))


def test_the_headline_counts_for_more_than_the_body_and_often_for_more_than_once(tmp_path: Path) -> None:
    filler = " ".join(f"chữ{n}" for n in range(60))
    texts = [
        ("Tin một", f"{filler} lụt. {filler}"),
        ("Tin lụt", f"{filler} {filler}"),
        ("Tin hai", f"{filler} lụt lụt lụt. {filler}"),
        ("Tin ba", f"{filler} {filler}"),
    ]
    with open_archive(tmp_path) as archive:
        take_in(archive, *(made(f"/{n}.txt", *text, date=f"2021-10-0{n + 1}") for n, text in enumerate(texts)))

        titles = [row.title for row in search(archive, parse("lụt "), Order.RELEVANCE).rows(0, 9)]
        assert titles == ["Tin lụt", "Tin hai", "Tin một"]
        titles = [row.title for row in search(archive, parse("lụt ")).rows(0, 9)]
        assert titles == ["Tin hai", "Tin lụt", "Tin một"]


# --- a line of context ----------------------------------------------------------------------------------------


def test_a_line_around_the_first_match(tmp_path: Path) -> None:
    long = " ".join(f"chữ{n}" for n in range(80))
    bodies = ("Đoạn đầu.\n\nHọp ở\tthành phố mới.\n\nThành phố khác.", f"{long} thành phố {long}", "Không có gì.")
    with open_archive(tmp_path) as archive:
        ids = take_in(archive, *(made(f"/{n}.txt", "Thành phố", body) for n, body in enumerate(bodies)))
        lines = context(archive, parse('"thanh pho"'), ids, 60)

        assert set(lines) == set(ids[:2])
        assert lines[ids[0]][0] == "Họp ở thành phố mới."
        text, spans = lines[ids[1]]
        assert text[0] == text[-1] == "…"
        assert len(text) <= 62
        assert [text[span.start : span.end] for span in spans] == ["thành phố"]
        assert context(archive, parse("is:unread"), ids) == {}


@pytest.mark.parametrize("width", [1, 10, 40, 500])
def test_a_line_of_context_always_has_its_match(archive: Archive, width: int) -> None:
    query = parse('"thành phố"', complete=True)
    ids = [row.article_id for row in search(archive, query).rows(0, 100)]

    for text, spans in context(archive, query, ids, width).values():
        assert any(text[span.start : span.end] == "thành phố" for span in spans)
        assert "\n" not in text


def test_merging_the_index_changes_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "_WORTH_MERGING", 3)
    with open_archive(tmp_path) as archive:
        for number in range(6):
            take_in(archive, made(f"/{number}.txt", body=f"Họp số {number}."))

        def segments() -> int:
            return len(archive.rows("SELECT DISTINCT segid FROM articles_fts_idx"))

        before = segments()
        indexing.merge(archive, 2)
        assert segments() == before > 1
        indexing.merge(archive, 6)
        assert segments() == 1
        assert search(archive, parse('"họp số"', complete=True)).count == 6


def test_the_room_that_merging_leaves_free_is_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "_WORTH_MERGING", 1)
    with open_archive(tmp_path) as archive:
        for number in range(40):
            take_in(archive, made(f"/{number}.txt", body=f"Bài số {number}. " + f"chữ{number} " * 300))
        with archive.transaction() as connection:
            connection.execute("CREATE TABLE room (text TEXT)")
            connection.execute("INSERT INTO room VALUES (hex(zeroblob(100000)))")
            connection.execute("DROP TABLE room")
        assert archive.rows("PRAGMA freelist_count") != [(0,)]
        indexing.merge(archive, 40)
        assert archive.rows("PRAGMA freelist_count") == [(0,)]
        assert check(archive) == ()
