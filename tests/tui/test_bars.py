"""Spans of time as bars."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.bars import BETWEEN, GUESSED, NOTHING, SEEN, Axis, Sighting

SURE, GUESS = False, True


def test_a_bar_from_the_first_time_to_the_last() -> None:
    axis = Axis(2020, 2023, 12)  # four months a cell
    assert axis.bar([Sighting("2020-01-01", SURE), Sighting("2022-12-31", SURE)]) == "●━━━━━━━●···"


def test_one_time_is_a_point() -> None:
    assert Axis(2020, 2021, 4).bar([Sighting("2021-12-31", SURE)]) == "···●"


def test_a_guess_and_a_month_are_marked_apart_from_a_day() -> None:
    axis = Axis(2020, 2022, 6)
    assert (
        axis.bar([Sighting("2020-01-05", GUESS), Sighting("2021-08", SURE), Sighting("2022-12-30", SURE)])
        == "○━━○━●"
    )


def test_what_is_sure_is_shown_where_a_guess_falls_on_it() -> None:
    assert Axis(2020, 2020, 2).bar([Sighting("2020-01-05", GUESS), Sighting("2020-02-05", SURE)]) == "●·"


def test_without_a_year_there_is_no_axis() -> None:
    assert Axis.over([Sighting("XXXX-12-12", SURE)], 20) is None
    assert Axis.over([], 20) is None
    assert Axis.over([Sighting("2020", SURE)], 1) is None
    assert Axis(2020, 2021, 4).bar([Sighting("XXXX-12-12", SURE)]) == NOTHING * 4


def test_the_years_at_the_ends() -> None:
    assert Axis(2019, 2024, 12).label() == "2019    2024"
    assert Axis(2019, 2019, 6).label() == "2019  "


@given(
    st.lists(st.builds(Sighting, st.dates().map(str), st.booleans()), min_size=1),
    st.integers(min_value=2, max_value=60),
)
def test_every_bar_is_as_wide_as_the_axis_and_shows_something(sightings: list[Sighting], width: int) -> None:
    axis = Axis.over(sightings, width)
    assert axis is not None
    bar = axis.bar(sightings)
    assert len(bar) == width
    assert set(bar) <= {SEEN, GUESSED, BETWEEN, NOTHING}
    assert SEEN in bar or GUESSED in bar
