"""The query language: what was typed, as a tree; nothing that is typed is an error."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from store.matching import Token
from store.query import parse
from store.query_tree import And, Between, Field, FieldName, Has, Is, Node, Not, Or, State, Thing, Words
from store.when import days_of_value


def words(text: str, *, prefix: bool = False) -> Words:
    """Words in the form of the tree: in capitals what is typed with marks."""
    typed = text.split()
    return Words(
        tuple(
            Token(word.lower(), word.isupper(), prefix and number == len(typed) - 1)
            for number, word in enumerate(typed)
        )
    )


def field(name: FieldName, value: str, sequence: Words) -> Field:
    return Field(name, value, sequence.sequence)


A, B, C = words("a"), words("b"), words("c")

MEANINGS: list[tuple[str, Node | None]] = [
    ("", None),
    (" \t\n ", None),
    ("a", A),
    ("a b", And((A, B))),
    ("a AND b", And((A, B))),
    ("a and b", And((A, words("and"), B))),
    ("ĐẢNG", words("ĐẢNG")),
    ("Dang", words("dang")),
    ("dang*", words("dang", prefix=True)),
    ('"a b"', words("a b")),
    ('"a b*"', words("a b", prefix=True)),
    ("T.Ư", words("t Ư")),
    ("31/2021/NĐ-CP", words("31 2021 NĐ cp")),
    ("19:24", words("19 24")),
    ("-a", Not(A)),
    ("--a", A),
    ("a -b", And((A, Not(B)))),
    ("a - b", And((A, B))),
    ('-"a b"', Not(words("a b"))),
    ("a OR b", Or((A, B))),
    ("a OR b c", Or((A, And((B, C))))),
    ("(a OR b) c", And((Or((A, B)), C))),
    ("a (b (c))", And((A, And((B, C))))),
    ("-(a b)", Not(And((A, B)))),
    ("()", None),
    ("tag:a", field(FieldName.TAG, "a", A)),
    ("thẻ:a", field(FieldName.TAG, "a", A)),
    ("the:a", field(FieldName.TAG, "a", A)),
    ("-tag:a", Not(field(FieldName.TAG, "a", A))),
    ('person:"a b"', field(FieldName.PERSON, "a b", words("a b"))),
    ('NGƯỜI:"a b"', field(FieldName.PERSON, "a b", words("a b"))),
    ("chức vụ:a", field(FieldName.POSITION, "a", A)),
    ("chuc vu:a b", And((field(FieldName.POSITION, "a", A), B))),
    ("nơi:a", field(FieldName.PLACE, "a", A)),
    ("source:a/b", field(FieldName.SOURCE, "a/b", words("a b"))),
    ("after:2021", Between(date(2021, 1, 1), None)),
    ("before:2021", Between(None, date(2020, 12, 31))),
    ("before:2022-06-30", Between(None, date(2022, 6, 29))),
    ("date:2021-12", Between(date(2021, 12, 1), date(2021, 12, 31))),
    ("ngày:1/12/2021", Between(date(2021, 12, 1), date(2021, 12, 1))),
    ("date:2021-01..2021-06", Between(date(2021, 1, 1), date(2021, 6, 30))),
    ("date:2021..", Between(date(2021, 1, 1), None)),
    ("date:..2021", Between(None, date(2021, 12, 31))),
    ("is:unread", Is(State.UNREAD)),
    ("is:READ", Is(State.READ)),
    ("has:note", Has(Thing.NOTE)),
    ("-has:date", Not(Has(Thing.DATE))),
]


@pytest.mark.parametrize(("text", "root"), MEANINGS)
def test_a_complete_query_means(text: str, root: Node | None) -> None:
    query = parse(text, complete=True)

    assert query.root == root
    assert query.problem is None
    assert query.text == text


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("nguy", words("nguy", prefix=True)),
        ("a nguy", And((A, words("nguy", prefix=True)))),
        ("nguy ", words("nguy")),
        ('"a ngu', words("a ngu", prefix=True)),
        ('"a ngu"', words("a ngu")),
        ('"b a n', words("b a")),
        ('"b a ng', words("b a ng", prefix=True)),
        ('"n', words("n", prefix=True)),
        ('"b a n ', words("b a n")),
        ("tag:do", field(FieldName.TAG, "do", words("do", prefix=True))),
        ("tag:do ", field(FieldName.TAG, "do", words("do"))),
        ("a OR", A),
        ("a OR ", A),
        ("a -", A),
        ("(a b", And((A, words("b", prefix=True)))),
        ('a "', A),
    ],
)
def test_what_is_still_typed_is_a_beginning_and_no_problem(text: str, root: Node) -> None:
    query = parse(text)

    assert query.root == root
    assert query.problem is None


@pytest.mark.parametrize(
    ("text", "root", "said"),
    [
        ("nosuch:a", words("nosuch a"), "nosuch"),
        ("date:2021-13", words("date 2021 13"), "2021-13"),
        ("date:x..y", words("date x y"), "date"),
        ("after:2021..2022", words("after 2021 2022"), "range"),
        ("is:big", words("is big"), "unread"),
        ("has:big", words("has big"), "knows"),
        ("tag:", None, "value"),
        ('tag:""', None, "value"),
        ("a)", A, "bracket"),
        ("(a", A, "bracket"),
        ('"a', A, "quotation"),
        ("OR a", A, None),
        ("a OR OR b", Or((A, B)), "OR"),
    ],
)
def test_what_does_not_parse_is_searched_as_words_and_said(text: str, root: Node | None, said: str | None) -> None:
    query = parse(text, complete=True)

    assert query.root == root
    assert query.problem is None if said is None else said in str(query.problem)


def test_a_query_has_bounds() -> None:
    deep = parse("(" * 500 + "a", complete=True)
    long = parse("a " * 5000, complete=True)

    assert "deep" in str(deep.problem)
    assert "64" in str(long.problem) or "4000" in str(long.problem)
    assert isinstance(long.root, And)
    assert len(long.root.nodes) == 64


@pytest.mark.parametrize(
    "value", ["", "x", "21", "2021-", "2021-00", "2021-02-30", "1-2-3-4", "12-2021-12", "2021-123", "٢٠٢١", "0000"]
)
def test_what_is_no_date(value: str) -> None:
    assert days_of_value(value) is None


PIECES = st.sampled_from(
    [
        *(
            '"',
            "(",
            ")",
            "-",
            "*",
            " ",
            "OR",
            " OR ",
            "AND",
            ":",
            "..",
            "/",
            "\\",
            "'",
            "%",
            "_",
            "\x00",
            "\x1b[1m",
        ),
        *("tag:", "person:", "chức vụ:", "date:", "after:", "before:", "is:", "has:", "note:", "title:", "source:"),
        *(
            "2021",
            "2021-12",
            "31/12/2021",
            "9999-12-31",
            "unread",
            "note",
            "nguyễn",
            "dang",
            "hòa",
            "đ",
            "𠀀",
            "e\u0301",
        ),
    ]
)
TYPED = st.one_of(st.text(max_size=30), st.lists(PIECES, max_size=12).map("".join))


@settings(max_examples=400, deadline=None)
@given(text=TYPED, complete=st.booleans())
@example(text="-" * 10_000, complete=False)
@example(text='"' * 10_000, complete=False)
@example(text="tag:" * 2_000, complete=True)
def test_nothing_typed_is_an_error(text: str, complete: bool) -> None:
    query = parse(text, complete=complete)

    assert query.text == text
    assert query.problem is None or query.problem.strip()


def test_everything_that_can_be_asked_is_in_the_manual() -> None:
    manual = (Path(__file__).resolve().parents[2] / "docs" / "search.md").read_text("utf-8")
    named = set(re.findall(r"`([^\d\W][\w ]*):`", manual))

    for field_name in (*FieldName, "after", "before", "date", "is", "has"):
        assert f"| `{field_name}:` |" in manual
    for value in (*State, *Thing):
        assert f"`{value}`" in manual
    for name in named:
        value = {"after": "2021", "before": "2021", "date": "2021", "is": "read", "has": "note"}
        typed = next((value[known] for known in value if f"| `{known}:` |" in _row(manual, name)), "x")
        assert parse(f"{name}:{typed}", complete=True).problem is None, name
    assert len(named) > 25


def _row(manual: str, name: str) -> str:
    return next(line for line in manual.splitlines() if f"`{name}:`" in line)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("is:unred", "“is:” knows unread, read, "),
        ("is:dup", "“is:” knows duplicate, "),
        ("has:people", "“has:” knows "),
    ],
)
def test_the_likest_names_are_told_first_and_few(typed: str, told: str) -> None:
    problem = str(parse(typed, complete=True).problem)
    assert problem.startswith(told)
    assert problem.endswith(", …; searched as words.")
    assert len(problem) < 80
