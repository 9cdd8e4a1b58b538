"""Where the panes stand, at any size."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.geometry import LEAST_HEIGHT, LEAST_WIDTH, PANES, geometry


@given(st.integers(1, 400), st.integers(1, 200), st.sampled_from(PANES), st.booleans())
def test_panes_fill_the_width_and_the_one_in_use_is_shown(width: int, height: int, pane: str, zoomed: bool) -> None:
    place = geometry(width, height, pane, zoomed=zoomed)
    columns = place[:3]

    assert sum(columns) == width
    assert min(columns) >= 0
    assert columns[PANES.index(pane)] > 0
    assert place.too_small == (width < LEAST_WIDTH or height < LEAST_HEIGHT)
    assert not zoomed or sorted(columns)[:2] == [0, 0]


def test_one_pane_two_or_three() -> None:
    shown = [sum(columns > 0 for columns in geometry(width, 30)[:3]) for width in (79, 80, 99, 100, 300)]

    assert shown == [1, 2, 2, 3, 3]
