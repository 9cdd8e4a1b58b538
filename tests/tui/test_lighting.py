from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.lighting import Light, Lights, Run, flatten

ORDER = ("low", "middle", "high")
lights = st.lists(st.builds(Light, st.integers(0, 30), st.integers(0, 30), st.sampled_from(ORDER)), max_size=12)


@given(lights)
def test_each_position_has_the_looks_of_the_lights_over_it(lit: list[Light]) -> None:
    runs = flatten(lit, ORDER)
    for position in range(31):
        wanted = tuple(name for name in ORDER if any(a <= position < b for a, b, look in lit if look == name))
        found = [run.looks for run in runs if run.start <= position < run.end]
        assert found == ([wanted] if wanted else [])


@given(lights)
def test_runs_are_in_order_and_apart(lit: list[Light]) -> None:
    runs = flatten(lit, ORDER)
    assert all(run.start < run.end for run in runs)
    assert all(before.end <= after.start for before, after in pairwise(runs))


@given(lights, st.integers(0, 30), st.integers(0, 30))
def test_a_line_is_given_the_runs_that_touch_it(lit: list[Light], start: int, end: int) -> None:
    runs = flatten(lit, ORDER)
    touching = [run for run in runs if run.start < end and run.end > start]
    assert Lights(lit, ORDER).within((start, end)) == touching


def test_two_lights_of_one_look_are_one_while_they_overlap() -> None:
    runs = flatten([Light(0, 4, "low"), Light(2, 6, "low"), Light(2, 3, "high")], ORDER)
    assert runs == [
        Run(0, 2, ("low",)),
        Run(2, 3, ("low", "high")),
        Run(3, 4, ("low",)),
        Run(4, 6, ("low",)),
    ]
