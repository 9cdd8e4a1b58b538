"""Selecting by words: whole words at both ends, whichever way; and without the white space around."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records import Span
from tests.tui.fakes import OneWidget, article, drawn
from tui.widgets.article import ArticlePane
from tui.widgets.article_flow import Wrapped, flow_of
from tui.widgets.caret import Motion, by_word, cluster_end, trimmed

BODY = "Sáng nay ở\n\nxã Bến  Gỗ, họp."
W, B = Motion.WORD, Motion.BACK


def after(body: str, start: int, motions: tuple[Motion, ...]) -> str:
    """Give what is selected after some steps from a letter."""
    wrapped = Wrapped(flow_of(article(body=body)), 40)
    anchor = caret = start
    for motion in motions:
        anchor, caret = by_word(wrapped, anchor, caret, motion)
    first, last = sorted((anchor, caret))
    return body[first : cluster_end(wrapped, last)]


@pytest.mark.parametrize(
    ("start", "motions", "selected"),
    [
        ("Sáng", (W,), "Sáng"),
        ("Sáng", (W, W), "Sáng nay"),
        ("Sáng", (W, W, W), "Sáng nay ở"),
        ("Sáng", (W, W, W, W), "Sáng nay ở\n\nxã"),
        ("Sáng", (W,) * 20, BODY),
        ("Sáng", (W, W, W, B), "Sáng nay"),
        ("Sáng", (W, B, B), "Sáng"),
        ("áng", (W,), "áng"),
        ("ở", (W,), "ở\n\nxã"),
        ("xã", (B,), "ở\n\nxã"),
        ("Gỗ", (B,), "Bến  Gỗ,"),
        ("Gỗ", (B, B), "xã Bến  Gỗ,"),
        ("Gỗ", (B, B, W), "Bến  Gỗ,"),
        ("Gỗ", (B, B, W, W), "Gỗ,"),
        ("Gỗ", (B, W, W), "Gỗ, họp."),
        ("Gỗ", (W, B), "Bến  Gỗ,"),
        ("họp", (W, W), "họp."),
        (" nay", (W,), " nay"),
    ],
)
def test_words_are_whole(start: str, motions: tuple[Motion, ...], selected: str) -> None:
    assert after(BODY, BODY.index(start), motions) == selected


@given(st.text("aá \n\u0301👨‍👩‍👧", min_size=1, max_size=20), st.data())
def test_steps_of_words_stay_in_the_text(body: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(body) - 1))
    motions = tuple(data.draw(st.lists(st.sampled_from((W, B)), min_size=1, max_size=6)))
    wrapped = Wrapped(flow_of(article(body=body)), 40)
    anchor = caret = start
    for motion in motions:
        anchor, caret = by_word(wrapped, anchor, caret, motion)
        assert 0 <= anchor < len(body)
        assert 0 <= caret < len(body)


@pytest.mark.parametrize(
    ("text", "rest"), [("  hai ba \n", "hai ba"), ("hai", "hai"), (" \n ", None), ("\u00a0x\u3000", "x")]
)
def test_white_space_is_left_out_at_both_ends(text: str, rest: str | None) -> None:
    span = trimmed(f"ab{text}cd", Span(2, 2 + len(text)))
    assert (f"ab{text}cd"[span.start : span.end] if span else None) == rest


async def test_a_drag_leaves_out_the_white_space_it_began_and_ended_on() -> None:
    pane = ArticlePane()
    async with OneWidget(pane).run_test(size=(60, 20)) as pilot:
        pane.show(article(body="Một hai ba bốn  năm."))
        await pilot.pause()
        y = next(y for y, line in enumerate(drawn(pane)) if "Một hai" in line)
        left = drawn(pane)[y].index("Một")
        for start, end in ((3, 10), (10, 3)):  # from the blank before `hai` to the one behind `ba`, and back
            await pilot.mouse_down(pane, offset=(left + start + 1, y + 1))
            await pilot.hover(pane, offset=(left + end + 1, y + 1))
            await pilot.mouse_up(pane, offset=(left + end + 1, y + 1))
            assert pane.selection == Span(4, 10)
        await pilot.mouse_down(pane, offset=(left + 15, y + 1))
        await pilot.hover(pane, offset=(left + 16, y + 1))
        await pilot.mouse_up(pane, offset=(left + 16, y + 1))  # only the blanks before `năm`
        assert pane.selection is None
