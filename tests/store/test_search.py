"""Searching: the same articles as by reading them all; fields; rows, counts and places for the reader."""

from __future__ import annotations

import random
import re
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store import articles
from store.archive import Archive
from store.errors import Interrupted
from store.query import parse
from store.query_tree import And, Node, Not, Or, Words
from store.records import Caption, Extraction, ImportedArticle, Meeting, MeetingKind, MentionKind, Outcome, Span
from store.search import Results, highlights, search
from store.search_sql import Statement
from tests.store.making import made, open_archive, take_in

SYLLABLES = [
    *("hòa", "hoà", "hoa", "Hóa", "HOÀN", "thủy", "thuỷ", "thuý", "thu", "quý", "an", "ấn", "ẩn", "x9", "31"),
    *("đảng", "dang", "đang", "Đảng", "bí", "bi", "Bỉ", "thư", "họp", "nguyễn", "nguyên", "Nguyen", "café"),
]
SEPARATORS = (" ", " ", " ", ", ", ". ", " - ", "\n\n", "/", "_")


def text_of(chance: random.Random, most: int) -> str:
    return "".join(chance.choice(SYLLABLES) + chance.choice(SEPARATORS) for _ in range(chance.randint(1, most)))


def invented(number: int) -> ImportedArticle:
    chance = random.Random(number)
    day = chance.choice(["2021-10-04", "2021-11-30", "2022-01-01", "2022", "XXXX-10-04", "2021-12/2022-01"])
    title = text_of(chance, 4) if chance.random() < 0.8 else None
    return made(f"/{number}.txt", title, f"{text_of(chance, 12)} số{number}", date=day)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with open_archive(tmp_path_factory.mktemp("search")) as opened:
        take_in(opened, *[invented(number) for number in range(80)])
        yield opened


# --- another way to the same answer ---------------------------------------------------------------------------


def plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.lower().replace("đ", "d").replace("Đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


PLACINGS = [("oà", "òa"), ("oá", "óa"), ("uỷ", "ủy"), ("uý", "úy")]


def exact(word: str) -> str:
    for new, old in PLACINGS:
        word = re.sub(f"{new}$", old, word.lower())
    return word.lower()


def reads(text: str, typed: list[tuple[str, bool]]) -> bool:
    """Whether words stand in a text one after the other; those with True are beginnings."""

    def same(word: str, asked: str, beginning: bool) -> bool:
        forms = (plain(word), plain(asked)) if plain(asked) == asked.lower() else (exact(word), exact(asked))
        if not beginning:
            return forms[0] == forms[1]
        # A beginning with marks begins the word in one way of placing them or the other: `thủ` begins `thuỷ`.
        begun = asked.lower()
        ways = [begun, *(begun.replace(old, new) for new, old in PLACINGS)]
        ways += [(begun + vowel).replace(old, new) for vowel in "aey" for new, old in PLACINGS if vowel == old[-1]]
        ways += [begun.replace(new, old) for new, old in PLACINGS]
        ways = [way for way in ways if way == begun or way[: len(begun)] != begun]
        return word.lower().startswith(tuple(ways)) if plain(asked) != begun else forms[0].startswith(forms[1])

    has = [word for word in re.split(r"[\W_]+", text) if word]
    return any(
        all(same(has[at + n], asked, beginning) for n, (asked, beginning) in enumerate(typed))
        for at in range(len(has) - len(typed) + 1)
    )


def holds(node: Node | None, title: str, body: str) -> bool:
    match node:
        case None:
            return True
        case Words(sequence):
            typed = [(token.text, token.prefix) for token in sequence]
            return reads(title, typed) or reads(body, typed)
        case Not(inner):
            return not holds(inner, title, body)
        case And(nodes):
            return all(holds(inner, title, body) for inner in nodes)
        case Or(nodes):
            return any(holds(inner, title, body) for inner in nodes)
        case _:
            raise AssertionError(node)


WORD = st.sampled_from(SYLLABLES).flatmap(
    lambda word: st.sampled_from([word, word.lower(), plain(word), f"{word[:2]}*", f"{plain(word)[:1]}*"])
)
PHRASE = st.lists(WORD, min_size=1, max_size=3).map(lambda parts: '"' + " ".join(parts) + '"')
QUERIES = st.recursive(
    st.one_of(WORD, PHRASE),
    lambda inner: st.one_of(
        inner.map(lambda q: f"-{q}" if " " not in q or q[0] in '"(' else f"-({q})"),
        st.lists(inner, min_size=2, max_size=3).map(" ".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: "(" + " OR ".join(parts) + ")"),
    ),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None)
@given(text=QUERIES, complete=st.booleans())
def test_a_search_finds_what_reading_everything_finds(archive: Archive, text: str, complete: bool) -> None:
    query = parse(text, complete=complete)

    found = set(search(archive, query).keys())

    texts = archive.rows("SELECT key, coalesce(title, ''), body FROM articles")
    assert found == {key for key, title, body in texts if holds(query.root, title, body)}


@settings(max_examples=200, deadline=None)
@given(text=QUERIES, number=st.integers(0, 79))
def test_what_is_lit_is_what_was_found(archive: Archive, text: str, number: int) -> None:
    query = parse(text, complete=True)
    body = invented(number).article.body

    lit = highlights(query, body)

    assert list(lit) == sorted(lit)
    assert all(one.end <= other.start for one, other in pairwise(lit))
    if isinstance(query.root, Words):
        assert bool(lit) == holds(query.root, "", body)
        words = re.findall(r"[^\W_]+", " ".join(body[span.start : span.end] for span in lit))
        assert len(words) >= len(lit)


# --- any input ------------------------------------------------------------------------------------------------

PIECES = (
    *('"', "(", ")", "-", "*", " ", " ", " OR ", ":", "..", "/", "\\", "'", "%", "_", "\x00", "\ud800", "\x1b[1m"),
    *("tag:", "person:", "chức vụ:", "date:", "after:", "before:", "is:", "has:", "note:", "title:", "source:"),
    *("org:", "place:", "doc:", "nơi:", "unread", "marked", "2021", "2021-12..2022", "9999-12-31", "0001", "note"),
    *("NEAR", "AND", "NOT", "^", "{", "title :", "hòa", "đ", "dang", "n", "𠀀", "e\u0301", "ß", "İ", "ﬁ"),
    *("\u1c89", "Ể\u0305x", "😀a", "\uf0b7", "ﷺ", "Ⅻ", "½", "đ\u0338b", "\ua7c2", "x\u0378y"),
)


@pytest.mark.parametrize("seed", range(5))
def test_no_query_is_an_error(archive: Archive, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(400):
        text = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 12)))
        query = parse(text, complete=chance.random() < 0.5)
        results = search(archive, query)
        assert len(results.rows(0, 5)) == min(5, results.count)
        highlights(query, "hòa Đảng e\u0301 2021 note")


def test_signs_that_the_index_cuts_otherwise_are_no_error(archive: Archive) -> None:
    """SQLite knows an older Unicode than Python: some signs are letters to the one and none to the other."""
    letters = [chr(code) for code in range(0x80, 0x30000) if chr(code).isalnum()]
    marks = [chr(code) for code in range(0x300, 0x370)]
    for letter in (*marks, *random.Random(7).sample(letters, 200)):
        for text in (f"a{letter}b", f"ấ{letter}", f'"a{letter} ấ" OR -{letter}*'):
            assert search(archive, parse(text)).count >= 0


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=40))
def test_no_text_is_an_error(archive: Archive, text: str) -> None:
    results = search(archive, parse(text))

    assert len(results.keys()) == results.count


# --- rows, counts, groups -------------------------------------------------------------------------------------


def test_rows_come_newest_first_and_undated_last(archive: Archive) -> None:
    results = search(archive, parse(""))
    rows = results.rows(0, 1000)

    assert len(rows) == results.count == 80
    assert [row.article_id for row in rows] == sorted((row.article_id for row in rows), reverse=True)
    assert [row.key for row in rows] == results.keys()
    assert [row.sort_date for row in rows][-1] == "XXXX-10-04"


def test_rows_are_given_by_pages_before_and_after_counting(archive: Archive) -> None:
    before, after = search(archive, parse("h")), search(archive, parse("h"))
    whole = after.rows(0, after.count)

    assert [row for first in range(0, 60, 7) for row in before.rows(first, 7)] == whole[:63]
    assert [row for first in range(0, 60, 7) for row in after.rows(first, 7)] == whole[:63]
    assert after.rows(10_000, 5) == before.rows(10_000, 5) == []


def test_every_row_knows_its_place(archive: Archive) -> None:
    results = search(archive, parse("hoa"))
    others = search(archive, parse("-hoa"))
    found = results.keys()

    assert [results.index_of(key) for key in found] == list(range(results.count))
    assert {results.index_of(key) for key in [*others.keys(), "nothing"]} == {None}


def test_groups_count_by_month(archive: Archive) -> None:
    results = search(archive, parse(""))
    rows = results.rows(0, 100)
    months = {"2021-10-04": "2021-10", "2021-11-30": "2021-11", "2022-01-01": "2022-01", "2022": "2022-01"}
    months |= {"XXXX-10-04": "XXXX", "2021-12/2022-01": "2021-12"}
    expected: dict[str, int] = {}
    for row in rows:
        month = months[str(row.sort_date)]
        expected[month] = expected.get(month, 0) + 1

    assert list(results.groups) == list(expected.items())
    assert search(archive, parse("khôngcó")).groups == ()


def test_years_unknown_and_no_date_at_all_are_groups_of_their_own(tmp_path: Path) -> None:
    dates = [None, "XXXX-12-12", "2021-10-04", None, "XXXX-03-05", "XXXX-12", "2021-10-05"]
    with open_archive(tmp_path) as archive:
        take_in(archive, *(made(f"/{n}.txt", body=f"Bài số {n}.", date=date) for n, date in enumerate(dates)))
        results = search(archive, parse(""))

        assert results.groups == (("2021-10", 2), ("XXXX", 3), (None, 2))
        shown = [row.sort_date for row in results.rows(0, 9)]
        assert shown == ["2021-10-05", "2021-10-04", "XXXX-12-12", "XXXX-12", "XXXX-03-05", None, None]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("date:2021-10", {"2021-10-04"}),
        ("after:2022", {"2022-01-01", "2022", "2021-12/2022-01"}),
        ("after:2022-06", {"2022"}),
        ("before:2021-11-30", {"2021-10-04"}),
        ("before:2022", {"2021-10-04", "2021-11-30", "2021-12/2022-01"}),
        ("date:2021-12", {"2021-12/2022-01"}),
        ("date:2021-11..2021-12", {"2021-11-30", "2021-12/2022-01"}),
        ("-has:date", {"XXXX-10-04"}),
        ("-date:2021", {"2022-01-01", "2022", "XXXX-10-04"}),
        ("date:2021-10 OR date:2022-03", {"2021-10-04", "2022"}),
        ("after:2021-11 before:2021-12", {"2021-11-30"}),
        ("after:9999-12-31", set()),
        ("before:0001", set()),
    ],
)
def test_ranges_of_days(archive: Archive, text: str, dates: set[str]) -> None:
    query = parse(text, complete=True)
    rows = search(archive, query).rows(0, 100)

    assert query.problem is None
    assert {row.sort_date for row in rows} == dates
    everything = search(archive, parse("")).rows(0, 100)
    assert len(rows) == sum(row.sort_date in dates for row in everything)


# --- fields ---------------------------------------------------------------------------------------------------


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Archive]:
    """Three articles: the first has everything, the second other people, the third nothing but text."""
    body = "Lê Văn Mẫu, Bí thư Tỉnh ủy, nói về Nghị quyết 99-NQ/TU tại huyện Phú Lộc."
    first = made(
        "/báo/một_1.txt",
        "Họp về hòa giải",
        body,
        people={"Lê Văn Mẫu": ["Bí thư Tỉnh ủy"]},
        documents=["Nghị quyết 99-NQ/TU"],
        mentions=[(MentionKind.PLACE, "huyện Phú Lộc"), (MentionKind.ORGANISATION, "Tỉnh ủy")],
    )
    caption = replace(first.article, captions=(Caption("Ảnh", None, Span(0, 3)),))
    second = made("/báo/hai.txt", "Thăm xã", "Lê Vân Mẫu thăm.", people={"Lê Vân Mẫu": []}, date="2022-01-01")
    third = replace(made("/khác/ba.txt", None, "Chỉ có chữ: bí thư."), extraction=Extraction("1"))
    with open_archive(tmp_path) as opened:
        take_in(opened, replace(first, article=caption), second, third)
        copy = replace(second, source=replace(second.source, path="/bản sao.txt", address="https://example.vn/x?y"))
        assert articles.add(opened, copy) is Outcome.DUPLICATE
        one, two, _ = (articles.key_of(opened, articles.find(opened, path)) for path in PATHS)
        with opened.transaction() as connection:
            connection.execute(
                "INSERT INTO tags(id, name, letter, created) VALUES (1, 'đọc lại', 'k', ''), (2, 'dở', NULL, '')"
            )
            connection.execute("INSERT INTO article_tags VALUES (?, 1, ''), (?, 2, '')", (one, two))
            connection.execute("INSERT INTO marks VALUES (?, '')", (two,))
            connection.execute("INSERT INTO reading VALUES (?, 'now', 0, 'now'), (?, NULL, 5, 'now')", (one, two))
            connection.execute(
                "INSERT INTO annotations VALUES (?, ?, '', 'body', 0, 2, 'Lê', '', '', 'note', ?, '', '')",
                ("n1", one, "Kiểm tra số"),
            )
        yield opened


PATHS = ("/báo/một_1.txt", "/báo/hai.txt", "/khác/ba.txt")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("person:mau", "12"),
        ('person:"le van mau"', "12"),
        ('person:"le van m*"', "12"),
        ('person:"lê văn m*"', "1"),
        ('person:"lê van mẫu"', "12"),
        ('person:"van mau le"', ""),
        ('position:"bí thư tỉnh"', "1"),
        ('position:"bí thư tỉnh ủy hải vân"', ""),
        ('title:"họp về hoà"', "1"),
        ('title:"hop ve hoa giai"', "1"),
        ('person:"Lê Văn Mẫu"', "1"),
        ('person:"lê vân"', "2"),
        ("person:vă*", "1"),
        ("-person:mau", "3"),
        ('position:"bi thu"', "1"),
        ('chức vụ:"bí thư tỉnh ủy"', "1"),
        ('chức vụ:"bí thư tỉnh uỷ"', "1"),
        ('position:"bị thư"', ""),
        ('org:"tinh uy"', "1"),
        ('place:"phu loc"', "1"),
        ('place:"hai van"', "12"),
        ("doc:99", "1"),
        ('doc:"nghị quyết 99"', "1"),
        ('doc:"99-NQ/TU"', "1"),
        ("source:một_1", "1"),
        ("source:/báo/", "12"),
        ("source:example.vn", "2"),
        ("source:%", ""),
        ("title:hoa", "1"),
        ('title:"hoà giải"', "1"),
        ("title:hoá", ""),
        ("title:thu", ""),
        ("-title:hoa", "23"),
        ("title:hòa OR title:thăm", "12"),
        ('tag:"doc lai"', "1"),
        ('tag:"đọc lại"', "1"),
        ("tag:doc", ""),
        ("tag:lại*", ""),
        ("tag:đọc*", "1"),
        ("tag:do", "2"),
        ("tag:đo", ""),
        ("note:kiem", "1"),
        ("note:lê", "1"),
        ("note:kiêm", ""),
        ("is:read", "1"),
        ("is:unread", "23"),
        ("is:marked", "2"),
        ("is:noted", "1"),
        ("is:tagged", "12"),
        ("is:duplicate", "2"),
        ("is:inferred", ""),
        ("-is:read -is:marked", "3"),
        ("has:note", "1"),
        ("has:tag", "12"),
        ("has:person", "12"),
        ("has:position", "1"),
        ("has:org", "1"),
        ("has:place", "12"),
        ("has:doc", "1"),
        ("has:caption", "1"),
        ("has:meeting", "12"),
        ("has:title", "12"),
        ("has:date", "12"),
        ('"bí thư" is:unread', "3"),
        ('"bi thu" person:mau after:2021 before:2022', "1"),
        ("(person:vân OR tag:doc*) thăm", "2"),
        ('-("bí thư" OR is:marked)', ""),
        ('tag: "bí thư"', "13"),
    ],
)
def test_a_field_narrows(desk: Archive, text: str, numbers: str) -> None:
    results = search(desk, parse(text, complete=True))

    found = {articles.read(desk, row.article_id).sources[0].path for row in results.rows(0, 10)}
    assert found == {PATHS[int(number) - 1] for number in numbers}
    assert results.count == len(numbers)


def test_a_row_says_what_the_timeline_shows(desk: Archive) -> None:
    second, first, third = search(desk, parse("")).rows(0, 10)

    assert (first.title, first.title_is_lede, first.sort_date) == ("Họp về hòa giải", False, "2021-10-04")
    assert (first.unread, first.marked, first.notes, first.copies) == (False, False, 1, 1)
    assert [(tag.name, tag.letter) for tag in first.tags] == [("đọc lại", "k")]
    assert (second.unread, second.marked, second.notes, second.copies) == (True, True, 0, 2)
    assert first.meeting_id != second.meeting_id
    assert (third.title, third.title_is_lede, third.sort_date, third.meeting_id) == (
        "Chỉ có chữ: bí thư.",
        True,
        None,
        None,
    )


def test_an_inferred_date_shows_as_one(tmp_path: Path) -> None:
    event = Meeting(MeetingKind.CONFERENCE, inferred_date="2023-12/2024-01", part_of_day="morning")
    with open_archive(tmp_path) as archive:
        take_in(archive, made(meeting=event))
        [row] = search(archive, parse("is:inferred")).rows(0, 1)

    assert (row.sort_date, row.inferred, row.part_of_day) == ("2023-12/2024-01", True, "morning")


def test_what_was_found_stays_while_articles_come(desk: Archive) -> None:
    results = search(desk, parse(""))
    assert results.count == 3

    take_in(desk, made("/new.txt", body="Mới.", date="2023-01-01"))

    assert results.count == len(results.rows(0, 10)) == 3
    assert search(desk, parse("")).count == 4


def test_a_search_can_be_interrupted(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome: list[type[Exception]] = []
    with archive.reader() as reader:
        # A function that never lets the statement end: each row waits for the interruption.
        reader.connection.create_function("has_words", 2, lambda asked, text: waited.wait(0.02) and 0)
        waited = threading.Event()

        def ask() -> None:
            try:
                everything = Statement("timeline x", "x.article_id", "has_words(x.article_id, 'x')", ())
                assert Results(reader, parse("x"), everything).count < 0
            except Interrupted as error:
                outcome.append(type(error))

        asking = threading.Thread(target=ask)
        asking.start()
        while asking.is_alive():
            reader.interrupt()
            asking.join(0.01)

    assert outcome == [Interrupted]


# --- what is lit ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lit"),
    [
        ("dang", ["Đảng", "dâng"]),
        ("đảng", ["Đảng"]),
        ("đ", ["Đảng", "đoàn"]),
        ('"dang doan"', ["Đảng đoàn"]),
        ('"Đảng đoàn"', ["Đảng đoàn"]),
        ("hoà", ["hòa", "HOÀ"]),
        ("hòa ", ["hòa", "HOÀ"]),
        ("dang -doan", ["Đảng", "dâng"]),
        ("-dang", []),
        ("dang OR hoa ", ["Đảng", "dâng", "hòa", "HOÀ"]),
        ('đoàn "đảng đoàn"', ["Đảng đoàn"]),
        ("person:doan", ["đoàn"]),
        ("tag:doan note:doan is:unread", []),
        ("", []),
    ],
)
def test_matches_are_lit(text: str, lit: list[str]) -> None:
    body = "Đảng đoàn; dâng hòa HOÀ bình."

    found = highlights(parse(text), body)

    assert [body[span.start : span.end] for span in found] == lit


def test_lit_places_are_code_points_also_where_case_changes_lengths() -> None:
    body = "İİİ 𠀀 hòa"

    [span] = highlights(parse("hoa "), body)

    assert body[span.start : span.end] == "hòa"
