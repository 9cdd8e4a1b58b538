from __future__ import annotations

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from store.records import Tag
from tests.tui.fakes import FakeResults, OneWidget, drawn, results, row
from tui.widgets.timeline import Timeline
from tui.widgets.timeline_pages import PAGE
from tui.widgets.timeline_rows import row_height, row_lines

SIZE = (40, 20)
LONG = "Đoàn công tác của huyện làm việc với xã Mây Trắng về việc làm đường liên thôn"


def shown_rows(timeline: Timeline) -> list[str]:
    return [line.strip("│╭╰ ") for line in drawn(timeline)]


async def settle(pilot: Pilot[None]) -> None:
    await pilot.pause()


async def test_rows_stand_under_their_months_with_what_the_user_added() -> None:
    timeline = Timeline()
    tags = (Tag("đọc lại", "r"), Tag("làm đường dài"))
    rows = [
        row(1, "Họp bàn việc làm đường", part_of_day="sáng", unread=True, tags=tags, notes=2),
        row(2, "Tiếp dân", sort_date="2021-12", inferred=True, marked=True),
        row(3, "Khảo sát", sort_date="XXXX-12-12", part_of_day="chiều"),
        row(4, "Không rõ ngày nào", sort_date=None, copies=3),
    ]
    async with OneWidget(timeline).run_test(size=(40, 24)) as pilot:
        timeline.show(FakeResults(rows, [("2022-04", 1), ("2021-12", 1), ("XXXX", 1), (None, 1)]))
        await settle(pilot)
        assert drawn(timeline)[:13] == [
            " 2022 · April ───────────────────── 1",
            "▸03·04  Họp bàn việc làm đường",
            " sáng                r làm đườn… ✎2 ●",
            "",
            " 2021 · December ────────────────── 1",
            " ~?·12✓ Tiếp dân",
            "",
            " year unknown ───────────────────── 1",
            " 12·12  Khảo sát",
            " chiều",
            "",
            " no date ────────────────────────── 1",
            "        Không rõ ngày nào          ×3",
        ]


async def test_a_title_is_shown_whole_when_the_list_fits_and_cut_when_not() -> None:
    timeline = Timeline()
    async with OneWidget(timeline).run_test(size=SIZE) as pilot:
        timeline.show(FakeResults([row(1), row(2, LONG)], [("2022-04", 2)]))
        await settle(pilot)
        assert " ".join(line[8:] for line in drawn(timeline)[2:6]).split() == LONG.split()
        timeline.show(FakeResults([row(1), row(2, LONG), *map(row, range(3, 40))], [("2022-04", 39)]))
        await settle(pilot)
        assert drawn(timeline)[3:6] == [
            " 03·04  Đoàn công tác của huyện làm",
            "        việc với xã Mây Trắng về việ…",
            " 03·04  Cuộc họp số 3",
        ]
        timeline.move(1)
        await settle(pilot)
        assert " ".join(line[8:] for line in drawn(timeline)[3:6]).split() == LONG.split()
        assert drawn(timeline)[6] == " 03·04  Cuộc họp số 3"


async def test_moving_sends_the_row_and_stops_at_the_ends() -> None:
    timeline = Timeline()
    app = OneWidget(timeline)
    async with app.run_test(size=SIZE, message_hook=app.hear) as pilot:
        timeline.show(results(range(3)))
        await settle(pilot)
        assert [message.row.key for message in app.heard(Timeline.Moved)] == ["k0"]
        timeline.move(1)
        await settle(pilot)
        assert [message.row.key for message in app.heard(Timeline.Moved)] == ["k1"]
        timeline.move(99)
        timeline.move(1)
        await settle(pilot)
        assert timeline.cursor == 2
        timeline.first()
        timeline.move(-1)
        await settle(pilot)
        assert timeline.cursor == 0
        timeline.last()
        assert timeline.current is not None
        assert timeline.current.key == "k2"


async def test_a_burst_of_moves_sends_few_messages() -> None:
    timeline = Timeline()
    app = OneWidget(timeline)
    async with app.run_test(size=SIZE, message_hook=app.hear) as pilot:
        timeline.show(results(range(500)))
        await settle(pilot)
        app.heard(Timeline.Moved)
        for _ in range(200):
            timeline.move(1)
        await settle(pilot)
        assert app.heard(Timeline.Moved)[-1].row.key == "k200"


@pytest.mark.parametrize("count", [40, 1_000])
async def test_the_row_under_the_cursor_is_always_whole_on_the_screen(count: int) -> None:
    timeline = Timeline()
    async with OneWidget(timeline).run_test(size=SIZE) as pilot:
        rows = [row(n, LONG if n % 3 else "") for n in range(count)]
        timeline.show(FakeResults(rows, [("2022-04", 7), ("2022-03", count - 7)]))
        await settle(pilot)
        for step in (1, 5, -3, 17, -30, count, -1, -1, -4, -count, 1):
            timeline.move(step)
            await settle(pilot)
            first = next(at for at, line in enumerate(drawn(timeline)) if line.startswith("▸"))
            assert "".join(line[8:] for line in drawn(timeline)[first : first + 4]).strip()
            assert first + timeline._layout.height_of(timeline.cursor) <= timeline.size.height
        timeline.page(1)
        timeline.page(1)
        timeline.page(-1)
        await settle(pilot)
        assert any(line.startswith("▸") for line in drawn(timeline))


async def test_paging_goes_on_to_the_last_row_and_back_to_the_first() -> None:
    timeline = Timeline()
    async with OneWidget(timeline).run_test(size=SIZE) as pilot:
        timeline.show(results(range(100)))
        await settle(pilot)
        before = -1
        while timeline.cursor != before:
            before = timeline.cursor
            timeline.page(1)
        assert timeline.cursor == 99
        while timeline.cursor:
            timeline.page(-1)
        assert timeline.cursor == 0


async def test_the_heading_of_what_is_on_top_stays_on_top() -> None:
    timeline = Timeline()
    async with OneWidget(timeline).run_test(size=SIZE) as pilot:
        rows = [row(n) for n in range(60)]
        timeline.show(FakeResults(rows, [("2022-04", 30), ("2021-11", 30)]))
        timeline.move_to(20)
        await settle(pilot)
        assert drawn(timeline)[0].startswith(" 2022 · April")
        timeline.last()
        await settle(pilot)
        assert drawn(timeline)[0].startswith(" 2021 · November")


async def test_the_cursor_stays_on_its_article_and_at_its_height() -> None:
    timeline = Timeline()
    app = OneWidget(timeline)
    async with app.run_test(size=SIZE, message_hook=app.hear) as pilot:
        timeline.show(results(range(400)))
        timeline.move_to(100)
        await settle(pilot)
        height = next(at for at, line in enumerate(drawn(timeline)) if line.startswith("▸"))
        app.heard(Timeline.Moved)
        timeline.show(results(range(0, 400, 2)))
        await settle(pilot)
        assert timeline.cursor == 50
        assert next(at for at, line in enumerate(drawn(timeline)) if line.startswith("▸")) == height
        assert app.heard(Timeline.Moved) == []
        timeline.show(results(range(1, 400, 2)))
        await settle(pilot)
        assert timeline.cursor == 0
        assert [message.row.key for message in app.heard(Timeline.Moved)] == ["k1"]


async def test_nothing_to_show_is_no_error() -> None:
    timeline = Timeline()
    app = OneWidget(timeline)
    async with app.run_test(size=SIZE, message_hook=app.hear) as pilot:
        timeline.show(results(range(50)))
        timeline.last()
        await settle(pilot)
        app.heard(Timeline.Moved)
        timeline.show(results(()))
        for act in (
            timeline.first,
            timeline.last,
            timeline.open,
            lambda: timeline.move(1),
            lambda: timeline.page(1),
        ):
            act()
        timeline.invalidate()
        await settle(pilot)
        assert timeline.current is None
        assert "".join(drawn(timeline)) == ""
        assert app.heard(Timeline.Moved) == []
        assert app.heard(Timeline.Opened) == []


async def test_only_the_pages_on_the_screen_are_asked_for() -> None:
    timeline = Timeline()
    async with OneWidget(timeline).run_test(size=SIZE) as pilot:
        many = results(range(100_000))
        timeline.show(many)
        await settle(pilot)
        assert {first for first, _ in many.asked} == {0}
        timeline.move_to(50_000)
        await settle(pilot)
        timeline.last()
        await settle(pilot)
        near = {n // PAGE * PAGE for middle in (0, 50_000, 99_999) for n in (middle - 20, middle, middle + 20)}
        assert {first for first, _ in many.asked} <= near
        assert len(many.asked) == len(set(many.asked))


async def test_rows_that_changed_are_asked_for_again() -> None:
    timeline = Timeline()
    async with OneWidget(timeline).run_test(size=SIZE) as pilot:
        shown = results(range(300))
        timeline.show(shown)
        await settle(pilot)
        shown.all_rows = [replace(known, marked=known.key == "k1") for known in shown.all_rows]
        shown.asked.clear()
        timeline.invalidate(["k1", "k299"])
        await settle(pilot)
        assert drawn(timeline)[4] == "✓"
        assert shown.asked == [(0, PAGE)]
        shown.all_rows = [replace(known, marked=False) for known in shown.all_rows]
        timeline.invalidate(["k299"])
        await settle(pilot)
        assert drawn(timeline)[4] == "✓"
        timeline.invalidate()
        await settle(pilot)
        assert drawn(timeline)[4] == ""


async def test_a_click_moves_and_a_double_click_opens_what_the_first_click_hit() -> None:
    timeline = Timeline()
    app = OneWidget(timeline)
    async with app.run_test(size=SIZE, message_hook=app.hear) as pilot:
        timeline.show(FakeResults([row(n, LONG) for n in range(50)], [("2022-04", 50)]))
        await settle(pilot)
        await pilot.click(timeline, offset=(12, 9))
        await settle(pilot)
        clicked = timeline.current
        assert clicked is not None
        assert clicked.key != "k0"
        await pilot.click(timeline, offset=(12, 9), times=2)
        await settle(pilot)
        assert [message.row for message in app.heard(Timeline.Opened)] == [timeline.current]


async def test_another_width_folds_titles_anew_and_keeps_the_cursor_in_sight() -> None:
    timeline = Timeline()
    async with OneWidget(timeline).run_test(size=SIZE) as pilot:
        timeline.show(FakeResults([row(n, LONG) for n in range(50)], [("2022-04", 50)]))
        timeline.move_to(30)
        await pilot.resize_terminal(80, 9)
        await settle(pilot)
        assert any(
            line.startswith("▸03·04  Đoàn công tác của huyện làm việc với xã Mây Trắng") for line in drawn(timeline)
        )


@pytest.mark.parametrize("width", range(1, 30))
@pytest.mark.parametrize("height", [1, 2, 4])
def test_a_row_is_drawn_in_the_lines_it_is_given(width: int, height: int) -> None:
    crowded = row(1, LONG, tags=tuple(Tag(f"nhãn {n}", None) for n in range(9)), notes=12, unread=True, copies=7)
    assert len(row_lines(crowded, width, height, cursor=True)) == height
    assert 1 <= row_height(crowded, width) <= 4


def test_signs_stand_beside_the_title_where_they_fit() -> None:
    def lines(width: int, height: int, title: str = "Tiếp dân", **changes: object) -> list[str]:
        some = row(1, title, unread=True, notes=2, **changes)
        return [
            "".join(text for text, _ in parts).rstrip() for parts in row_lines(some, width, height, cursor=True)
        ]

    assert row_height(row(1, "Tiếp dân", unread=True, notes=2), 26) == 1
    assert lines(26, 1) == ["▸03·04  Tiếp dân      ✎2 ●"]
    assert lines(26, 2) == ["▸03·04  Tiếp dân      ✎2 ●", ""]
    assert lines(26, 2, marked=True) == ["▸03·04  Tiếp dân      ✎2 ●", "✓"]
    assert lines(26, 1, marked=True) == ["▸03·04✓ Tiếp dân      ✎2 ●"]
    assert lines(26, 2, part_of_day="sáng") == ["▸03·04  Tiếp dân      ✎2 ●", " sáng"]
    assert row_height(row(1, "Tiếp dân ở huyện", unread=True, notes=2), 26) == 2
    assert lines(26, 2, "Tiếp dân ở huyện") == ["▸03·04  Tiếp dân ở huyện", "                      ✎2 ●"]
