"""Where articles stand in time: EDTF dates as days, ids in the order of days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import timeline
from store.edtf import days, yearless
from store.records import Extraction, Meeting, MeetingKind
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


@pytest.mark.parametrize(
    ("edtf", "month_and_day"),
    [
        ("XXXX-12-12", (12, 12)),
        ("XXXX-03", (3, 0)),
        ("XXXX-03-XX", (3, 0)),
        ("XXXX-10-03/XXXX-10-05", (10, 3)),
        ("XXXX-10-03~", (10, 3)),
        ("XXXX-13-01", None),
        ("XXXX-12-32", None),
        ("XXXX-00-01", None),
        ("XXXX", None),
        ("XXXX-XX-12", None),
        ("2021-12-12", None),
        ("", None),
        (None, None),
    ],
)
def test_month_and_day_of_a_date_without_a_year(edtf: str | None, month_and_day: tuple[int, int] | None) -> None:
    assert yearless(edtf) == month_and_day


def placed(date: str | None) -> timeline.Placing:
    return timeline.placing(Extraction("1", (Meeting(MeetingKind.MEETING, date=date),)), None)


@given(st.dates())
def test_an_id_tells_its_day(day: date) -> None:
    first, own = timeline.first_id(day), placed(day.isoformat())

    assert own.lowest_id == first
    assert timeline.day_of(first) == max(day, date(1900, 1, 1))
    assert timeline.in_place(first, own)
    assert timeline.in_place(timeline.id_after(day) - 1, own)
    assert not timeline.in_place(timeline.id_after(day), own)
    assert not timeline.in_place(first, placed(None))
    assert not timeline.in_place(first, placed("XXXX-12-12"))
    assert not timeline.in_place(5, own)
    assert timeline.in_place(5, placed(None))


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2000, 12, 31)))
def test_the_id_of_a_date_without_a_year_is_between_no_date_and_all_days(day: date) -> None:
    own = placed(f"XXXX-{day:%m-%d}")

    assert timeline.YEARLESS <= own.lowest_id < timeline.DATED == timeline.first_id(date(1900, 1, 1))
    assert timeline.day_of(own.lowest_id) is None
    assert timeline.in_place(own.lowest_id + 65_535, own)
    assert not timeline.in_place(own.lowest_id + 65_536, own)
    assert not timeline.in_place(own.lowest_id, placed(None))
    assert not timeline.in_place(1, own)


def test_dates_without_a_year_stand_by_month_and_day() -> None:
    dates = ["XXXX-01", "XXXX-01-01", "XXXX-01-31", "XXXX-02", "XXXX-10-09", "XXXX-12-31"]

    ids = [placed(text).lowest_id for text in dates]

    assert ids == sorted(set(ids))
    assert [timeline.month_of(number) for number in (1, *ids, timeline.DATED)] == [None, *["XXXX"] * 6, "1900-01"]


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
