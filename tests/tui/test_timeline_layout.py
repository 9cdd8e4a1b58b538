from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.timeline_layout import EvenLayout, FittedLayout, Layout, Place, Section, Sections

groups = st.lists(st.tuples(st.integers(1, 5), st.booleans()), max_size=6)
"""How many rows each section has, and whether it is folded."""


def sections_of(parts: list[tuple[int, bool]], beyond: int) -> Sections:
    sections = []
    first = 0
    for number, (rows, folded) in enumerate(parts):
        sections.append(Section(f"2020-{number + 1:02}", first, rows, folded))
        first += rows
    return Sections(sections, first + beyond)


def whole(layout: Layout) -> list[Place]:
    places = [layout.place(line) for line in range(layout.lines)]
    assert layout.place(layout.lines) is None
    assert layout.place(-1) is None
    return [place for place in places if place is not None]


def expected(sections: Sections, heights: dict[int, int], *, spaced: bool) -> list[Place]:
    places: list[Place] = []
    for number, section in enumerate(sections.all):
        places += [Place(number, None, -1)] if spaced and places else []
        places += [Place(number, None, 0)]
        if not section.folded:
            for row in range(section.first, section.first + section.rows):
                places += [Place(number, row, part) for part in range(heights[row])]
    for row in range(sections.end, sections.count):
        places += [Place(-1, row, part) for part in range(heights[row])]
    return places


def check(layout: Layout, heights: dict[int, int], *, spaced: bool) -> None:
    sections = layout.sections
    places = expected(sections, heights, spaced=spaced)
    assert whole(layout) == places
    for row in range(sections.count):
        at = sections.of_row(row)
        if sections.is_folded(row):
            assert places[layout.line_of(row)] == Place(at, None, 0)
            assert layout.height_of(row) == 1
        else:
            assert places[layout.line_of(row)] == Place(at, row, 0)
            assert layout.height_of(row) == heights[row]


@given(groups, st.integers(0, 4), st.integers(1, 3), st.integers(0, 3), st.data())
def test_even_rows_stand_where_counting_puts_them(
    parts: list[tuple[int, bool]], beyond: int, height: int, extra: int, data: st.DataObject
) -> None:
    sections = sections_of(parts, beyond)
    layout = EvenLayout(sections, height)
    heights = dict.fromkeys(range(sections.count), height)
    seen = list(sections.in_sight())
    if seen:
        layout.unfolded = data.draw(st.sampled_from(seen))
        layout.extra = extra
        heights[layout.unfolded] += extra
    check(layout, heights, spaced=False)


@given(groups, st.lists(st.integers(1, 4), min_size=4, max_size=4), st.booleans())
def test_fitted_rows_stand_where_counting_puts_them(
    parts: list[tuple[int, bool]], more: list[int], spaced: bool
) -> None:
    sections = sections_of(parts, len(more))
    heights = {row: 1 + row % 4 for row in range(sections.end)} | dict(enumerate(more, sections.end))
    seen = {row: heights[row] for row in sections.in_sight()}
    check(FittedLayout(sections, seen, spaced=spaced), heights, spaced=spaced)


@given(groups, st.integers(0, 4))
def test_the_cursor_stops_at_each_row_in_sight_and_at_each_folded_heading(
    parts: list[tuple[int, bool]], beyond: int
) -> None:
    sections = sections_of(parts, beyond)
    stops = [sections.row_at(stop) for stop in range(sections.stops)]
    hiding = {section.first for section in sections.all if section.folded}
    assert stops == sorted({*sections.in_sight(), *hiding})
    assert [sections.stop_of(row) for row in stops] == list(range(sections.stops))
    for row in range(sections.count):
        assert sections.row_at(sections.stop_of(row)) == max(stop for stop in stops if stop <= row)


def test_a_million_rows_are_found_by_arithmetic() -> None:
    sections = Sections([Section("2021-02", 0, 400_000), Section("2021-01", 400_000, 600_000)], 1_000_000)
    layout = EvenLayout(sections, 2)
    layout.unfolded, layout.extra = 10, 2
    assert layout.lines == 2_000_004
    assert layout.line_of(999_999) == 2_000_002
    assert layout.place(2_000_003) == Place(1, 999_999, 1)
