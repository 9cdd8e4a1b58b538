from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.timeline_layout import EvenLayout, FittedLayout, Groups, Layout, Place

counts = st.lists(st.integers(1, 5), max_size=6)


def whole(layout: Layout) -> list[Place]:
    places = [layout.place(line) for line in range(layout.lines)]
    assert layout.place(layout.lines) is None
    assert layout.place(-1) is None
    return [place for place in places if place is not None]


def expected(groups: list[int], heights: list[int], *, spaced: bool) -> list[Place]:
    places: list[Place] = []
    row = 0
    for number, count in enumerate([*groups, 1_000]):
        group = number if number < len(groups) else -1
        if row >= len(heights):
            break
        if group >= 0:
            places += [Place(group, None, -1)] if spaced and places else []
            places += [Place(group, None, 0)]
        for _ in range(min(count, len(heights) - row)):
            places += [Place(group, row, part) for part in range(heights[row])]
            row += 1
    return places


@given(counts, st.integers(0, 4), st.integers(1, 3), st.integers(0, 3), st.data())
def test_even_rows_stand_where_counting_puts_them(
    groups: list[int], ungrouped: int, height: int, extra: int, data: st.DataObject
) -> None:
    count = sum(groups) + ungrouped
    layout = EvenLayout(count, Groups.of(groups), height)
    if count:
        layout.unfolded = data.draw(st.integers(0, count - 1))
        layout.extra = extra
    heights = [height + (extra if count and row == layout.unfolded else 0) for row in range(count)]
    places = expected(groups, heights, spaced=False)
    assert whole(layout) == places
    for row in range(count):
        assert places[layout.line_of(row)] == Place(layout.groups.of_row(row), row, 0)
        assert layout.height_of(row) == heights[row]


@given(counts, st.lists(st.integers(1, 4), min_size=4, max_size=4), st.booleans())
def test_fitted_rows_stand_where_counting_puts_them(groups: list[int], more: list[int], spaced: bool) -> None:
    heights = [1 + row % 4 for row in range(sum(groups))] + more
    layout = FittedLayout(Groups.of(groups), heights, spaced=spaced)
    places = expected(groups, heights, spaced=spaced)
    assert whole(layout) == places
    for row, height in enumerate(heights):
        assert places[layout.line_of(row)][1:] == (row, 0)
        assert layout.height_of(row) == height


def test_a_million_rows_are_found_by_arithmetic() -> None:
    layout = EvenLayout(1_000_000, Groups.of([400_000, 600_000]), 2)
    layout.unfolded, layout.extra = 10, 2
    assert layout.lines == 2_000_004
    assert layout.line_of(999_999) == 2_000_002
    assert layout.place(2_000_003) == Place(1, 999_999, 1)
