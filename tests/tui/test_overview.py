from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.fakes import OneWidget, drawn
from tui.widgets.months import bars, by_month
from tui.widgets.overview import Overview

MONTHS = [("2021-12", 4), ("2022-01", 1), ("2022-03", 2), ("2024-02", 1), ("XXXX", 1), (None, 3)]
months = st.lists(
    st.tuples(st.builds("{:04}-{:02}".format, st.integers(1990, 2030), st.integers(1, 12)), st.integers(1, 99))
)


def text(width: int) -> str:
    return "".join(part for part, _ in bars(MONTHS, width))


def test_with_room_every_month_has_a_bar() -> None:
    assert text(60) == "2021 █ 2022 ▃▁▅▁▁▁▁▁▁▁▁▁ 2024 ▁▃"


def test_with_less_room_quarters_have() -> None:
    assert text(30) == "2021 █ 2022 ▇▁▁▁ 2024 ▃"


def test_with_little_room_years_have() -> None:
    assert text(16) == "21█ 22▇ 23▁ 24▃"


def test_with_least_room_years_stand_together() -> None:
    assert text(14) == "2021 █▇▁▃ 2024"
    assert text(12) == "2021 █▂ 2024"
    assert text(6) == "2021–2"


def test_what_has_no_month_is_not_drawn() -> None:
    assert by_month([(None, 3), ("XXXX-12", 1), ("2021", 1), ("2021-12-03", 2), ("2021-12/2022-01", 1)]) == {
        (2021, 12): 3
    }
    assert bars([(None, 3)], 40) == []


@given(months, st.integers(0, 200))
def test_bars_never_take_more_than_the_width(counts: list[tuple[str | None, int]], width: int) -> None:
    assert sum(len(part) for part, _ in bars(counts, width)) <= width


async def test_the_line_stands_at_the_right() -> None:
    overview = Overview()
    async with OneWidget(overview).run_test(size=(40, 3)) as pilot:
        overview.show(MONTHS)
        await pilot.pause()
        assert drawn(overview) == ["        2021 █ 2022 ▃▁▅▁▁▁▁▁▁▁▁▁ 2024 ▁▃"]
