"""Where articles stand in time: EDTF dates as days, ids in the order of days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import timeline
from store.edtf import days
from tests.store.making import made, open_archive, take_in


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2021-12-01", "2021-12-01", "2021-12-01"),
        ("2021-12-01T19:24", "2021-12-01", "2021-12-01"),
        ("2021-12-01T19:24:00+07:00", "2021-12-01", "2021-12-01"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024~", "2024-01-01", "2024-12-31"),
        ("2023-12/2024-01", "2023-12-01", "2024-01-31"),
        ("2023-12/..", "2023-12-01", "2023-12-31"),
        ("../2024", "2024-01-01", "2024-12-31"),
    ],
)
def test_the_days_that_a_date_may_mean(edtf: str, first: str, last: str) -> None:
    assert days(edtf) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "edtf",
    [None, "", "XXXX-12-12", "2021-13", "2021-02-30", "0000", "x", "2024/2023", "2024/x", "20211201", "٢٠٢١", "/"],
)
def test_what_means_no_day(edtf: str | None) -> None:
    assert days(edtf) is None


@given(st.dates())
def test_an_id_tells_its_day(day: date) -> None:
    first = timeline.first_id(day)

    assert timeline.day_of(first) == max(day, date(1900, 1, 1))
    assert timeline.in_place(first, day)
    assert timeline.in_place(timeline.id_after(day) - 1, day)
    assert not timeline.in_place(timeline.id_after(day), day)
    assert not timeline.in_place(first, None)
    assert not timeline.in_place(5, day)
    assert timeline.in_place(5, None)


@given(st.dates(), st.dates())
def test_later_days_have_higher_ids(one: date, other: date) -> None:
    ids = timeline.first_id(one), timeline.first_id(other)

    assert (ids[0] < ids[1]) == (max(one, date(1900, 1, 1)) < max(other, date(1900, 1, 1)))
    assert timeline.day_of(7) is None


def test_a_full_day_runs_over_into_the_next(tmp_path: Path) -> None:
    day, after = date(2021, 10, 4), date(2021, 10, 5)
    with open_archive(tmp_path) as archive:
        [article_id] = take_in(archive, made("/1.txt", body="Một."))
        with archive.transaction() as connection:
            connection.execute("UPDATE articles SET id = ? WHERE id = ?", (timeline.id_after(day) - 1, article_id))

        over, beyond, on_the_next = take_in(
            archive,
            made("/2.txt", body="Hai."),
            made("/3.txt", body="Ba."),
            made("/4.txt", body="Bốn.", date="2021-10-05"),
        )

    assert [over, beyond, on_the_next] == [timeline.first_id(after) + n for n in range(3)]
