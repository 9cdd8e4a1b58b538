from __future__ import annotations

from tests.tui.fakes import FakeResults, OneWidget, drawn, row
from tui.widgets.timeline import Timeline
from tui.widgets.timeline_folds import Folds
from tui.widgets.timeline_layout import Section

SIZE = (40, 20)
GROUPS = [("2022-04", 2), ("2022-01", 1), ("2021-12", 3), ("XXXX", 1), (None, 2)]


def source(days: int = 9) -> FakeResults:
    return FakeResults([row(number) for number in range(days)], GROUPS)


def test_a_month_folds_first_then_its_year_and_opens_in_that_order() -> None:
    folds = Folds()
    assert folds.fold(folds.sections(GROUPS, 9).all[0])
    month = folds.sections(GROUPS, 9).all[0]
    assert month == Section("2022-04", 0, 2, folded=True)
    assert folds.fold(month)
    year, december = folds.sections(GROUPS, 9).all[:2]
    assert year == Section("2022", 0, 3, folded=True)
    assert december == Section("2021-12", 3, 3)
    assert not folds.fold(year)
    assert folds.unfold(year)
    assert folds.sections(GROUPS, 9).all[0] == month
    assert folds.unfold(month)
    assert not any(section.folded for section in folds.sections(GROUPS, 9).all)


def test_what_has_no_year_folds_by_itself() -> None:
    folds = Folds()
    unknown = folds.sections(GROUPS, 9).all[3]
    assert folds.fold(unknown)
    assert not folds.fold(folds.sections(GROUPS, 9).all[3])
    assert [section.folded for section in folds.sections(GROUPS, 9).all] == [False, False, False, True, False]


def test_all_years_fold_and_open_again() -> None:
    folds = Folds()
    assert folds.toggle_all(GROUPS)
    assert [(s.name, s.rows, s.folded) for s in folds.sections(GROUPS, 9).all] == [
        ("2022", 3, True), ("2021", 3, True), ("XXXX", 1, True), (None, 2, True),
    ]  # fmt: skip
    assert not folds.toggle_all(GROUPS)
    assert not any(section.folded for section in folds.sections(GROUPS, 9).all)


async def test_a_folded_month_is_one_line_that_says_how_many_it_hides() -> None:
    timeline = Timeline()
    app = OneWidget(timeline)
    async with app.run_test(size=SIZE, message_hook=app.hear) as pilot:
        timeline.show(source())
        timeline.move(1)
        await pilot.pause()
        app.heard(Timeline.Moved)
        assert timeline.fold()
        await pilot.pause()
        assert drawn(timeline)[0] == "▸+ 2022 · April ─────────────────── 2"
        assert timeline.current is None
        assert len(app.heard(Timeline.OnHeading)) == 1
        timeline.move(1)
        assert timeline.current is not None
        assert timeline.current.key == "k2"
        timeline.move(-1)
        assert timeline.current is None
        timeline.open()
        await pilot.pause()
        assert timeline.current is not None
        assert timeline.current.key == "k0"
        assert [message.row.key for message in app.heard(Timeline.Moved)][-1] == "k0"


async def test_a_filter_finds_what_is_folded_and_clearing_it_brings_the_folds_back() -> None:
    timeline = Timeline()
    async with OneWidget(timeline).run_test(size=SIZE) as pilot:
        timeline.show(source())
        timeline.toggle_folds()
        await pilot.pause()
        assert len([line for line in drawn(timeline) if line.strip()]) == 4
        timeline.show(source(), filtered=True)
        await pilot.pause()
        assert timeline.current is not None
        timeline.fold()
        timeline.show(source(), filtered=True)
        assert timeline.current is not None
        timeline.show(source())
        assert timeline.current is None


async def test_going_to_a_row_behind_a_heading_comes_to_the_heading() -> None:
    timeline = Timeline()
    async with OneWidget(timeline).run_test(size=SIZE) as pilot:
        timeline.show(source())
        timeline.move_to(4)
        timeline.fold()
        timeline.first()
        timeline.move_to(5)
        await pilot.pause()
        assert timeline.cursor == 3
        assert any(line.startswith("▸+ 2021 · December") for line in drawn(timeline))
        timeline.page(1)
        timeline.last()
        assert timeline.current is not None
        assert timeline.current.key == "k8"
