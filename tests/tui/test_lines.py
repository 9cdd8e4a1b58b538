"""The list of lines that pages are made of."""

from __future__ import annotations

from textual.app import App, ComposeResult

from tui.widgets.lines import FAINT, PLAIN, Lines, Row, wrapped


class OneList(App[None]):
    """Lines in a window of five, with what was chosen."""

    def __init__(self, rows: list[Row]) -> None:
        super().__init__()
        self.lines = Lines()
        self.rows = rows
        self.chosen: list[object] = []

    def compose(self) -> ComposeResult:
        yield self.lines

    def on_mount(self) -> None:
        self.lines.show(self.rows)

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        assert event.control is self.lines
        self.chosen.append(event.value)


def numbered(count: int, every: int = 1) -> list[Row]:
    """Rows of which every so manieth can be chosen."""
    return [Row(((str(n), PLAIN),), value=n if n % every == 0 else None) for n in range(count)]


def text(lines: Lines) -> list[str]:
    return [lines.render_line(y).text.rstrip() for y in range(lines.size.height)]


async def test_the_cursor_passes_over_what_cannot_be_chosen() -> None:
    app = OneList(numbered(20, every=3))
    async with app.run_test(size=(20, 5)):
        lines = app.lines
        values = [lines.value]
        lines.move(1)
        values.append(lines.value)
        lines.last()
        values.append(lines.value)
        lines.move(-1)
        values.append(lines.value)
        assert values == [0, 3, 18, 15]
        assert text(lines)[-1] == "19"
        lines.page(-1)
        assert lines.value in (9, 12)
        lines.first()
        lines.move(-5)
        assert (lines.choice, lines.top) == (0, 0)


async def test_without_anything_to_choose_the_keys_scroll() -> None:
    app = OneList([Row(((str(n), PLAIN),)) for n in range(20)])
    async with app.run_test(size=(20, 5)):
        lines = app.lines
        assert lines.value is None
        lines.move(2)
        assert text(lines) == ["2", "3", "4", "5", "6"]
        lines.page(1)
        assert lines.top == 6
        lines.last()
        assert text(lines)[-1] == "19"
        lines.first()
        assert lines.top == 0


async def test_a_click_chooses_only_what_can_be_chosen() -> None:
    app = OneList(numbered(5, every=2))
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.click(Lines, offset=(1, 1))
        await pilot.click(Lines, offset=(1, 2))
        await pilot.pause()
        assert app.chosen == [2]


async def test_the_right_edge_stays_and_the_left_is_cut() -> None:
    app = OneList([Row((("a" * 50, PLAIN),), right=(("12 ", FAINT),))])
    async with app.run_test(size=(20, 5)):
        drawn = text(app.lines)[0]
        assert drawn.endswith("…12")
        assert len(app.lines.render_line(0).text) == app.lines.text_width


async def test_an_empty_list() -> None:
    app = OneList([])
    async with app.run_test(size=(20, 5)):
        lines = app.lines
        for act in (lines.first, lines.last, lambda: lines.move(1), lambda: lines.page(1)):
            act()
        assert lines.value is None
        assert text(lines) == [""] * 5


def test_wrapped_text_keeps_its_indent_and_only_the_first_row_is_chosen() -> None:
    rows = wrapped("một hai ba bốn năm", PLAIN, 12, indent=2, value="x")
    assert [row.parts[0][0] for row in rows] == ["  một hai ba", "  bốn năm"]
    assert [row.value for row in rows] == ["x", None]
