"""Spans of time as bars."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.bars import BETWEEN, EARLIER, GUESSED, LATER, NOTHING, SEEN, Axis, Sighting

SURE, GUESS = False, True


def test_a_line_joins_what_was_seen_within_two_years() -> None:
    axis = Axis(2020, 2023, 12)  # four months a cell
    assert axis.bar([Sighting("2020-01-01", SURE), Sighting("2021-12-30", SURE)]) == "●━━━━●······"


def test_nothing_is_claimed_of_the_years_between_two_times_far_apart() -> None:
    axis = Axis(2020, 2023, 12)
    far = [Sighting("2020-01-01", SURE), Sighting("2022-12-31", SURE), Sighting("2023-12-31", SURE)]
    assert axis.bar(far) == "●·······●━━●"


def test_one_time_far_from_the_others_does_not_set_the_axis() -> None:
    near = [Sighting("2016", SURE), Sighting("2018-05", SURE), Sighting("2019-01-31", SURE)]
    axis = Axis.over([Sighting("1906-01-01", SURE), *near], 14)
    assert axis == Axis(2016, 2019, 14, before=True)
    assert axis.label() == " 2016     2019"
    assert axis.bar(near) == "··○━━━━━○━━●··"
    assert axis.bar([Sighting("1906-01-01", SURE)]) == EARLIER + NOTHING * 13
    later = Axis.over([*near, Sighting("2055", SURE)], 14)
    assert later == Axis(2016, 2019, 14, after=True)
    assert later.bar([near[2], Sighting("2055", SURE)]) == "··········●··›"


def test_two_times_far_apart_are_both_on_the_axis() -> None:
    assert Axis.over([Sighting("1975-05-01", SURE), Sighting("2019-05-01", SURE)], 14) == Axis(1975, 2019, 14)


def test_many_times_long_ago_are_on_the_axis() -> None:
    old = [Sighting(f"1985-0{month}-01", SURE) for month in range(1, 9)]
    new = [Sighting(f"2015-0{month}-01", SURE) for month in range(1, 10)]
    assert Axis.over(old + new, 14) == Axis(1985, 2015, 14)


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
    assert Axis.over([Sighting("2020", SURE)], 3) is None
    assert Axis(2020, 2021, 4).bar([Sighting("XXXX-12-12", SURE)]) == NOTHING * 4


def test_the_years_at_the_ends() -> None:
    assert Axis(2019, 2024, 12).label() == "2019    2024"
    assert Axis(2019, 2019, 6).label() == "2019  "


@given(
    st.lists(st.builds(Sighting, st.dates().map(str), st.booleans()), min_size=1),
    st.integers(min_value=4, max_value=60),
)
def test_every_bar_is_as_wide_as_the_axis_and_shows_something(sightings: list[Sighting], width: int) -> None:
    axis = Axis.over(sightings, width)
    assert axis is not None
    bar = axis.bar(sightings)
    assert len(bar) == width
    assert set(bar) <= {SEEN, GUESSED, BETWEEN, NOTHING, EARLIER, LATER}
    assert SEEN in bar or GUESSED in bar
