from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from store.records import Mention, MentionKind, Part, Span, Tag
from tests.tui.fakes import BODY, LAN, SON, OneWidget, article, blocks_of, drawn, note, span_of, spans_of
from tui.widgets.article import ArticlePane
from tui.widgets.article_flow import Wrapped, flow_of
from tui.widgets.caret import Motion, moved

SIZE = (60, 30)


def style_of(pane: ArticlePane, words: str, nth: int = 0) -> Style:
    """Give the style that the first letter of some words on the screen is drawn in."""
    found = 0
    for y in range(pane.size.height):
        at = 0
        for segment in pane.render_line(y):
            for _ in segment.text:
                line = pane.render_line(y).text
                if line.startswith(words, at):
                    if found == nth:
                        assert segment.style is not None
                        return segment.style
                    found += 1
                at += 1
    raise AssertionError(f"{words!r} is not on the screen")


def long_body(paragraphs: int) -> str:
    pieces = random.Random(7).choices(BODY.split("\n\n"), k=paragraphs)
    return "\n\n".join(f"{number}. {piece}" for number, piece in enumerate(pieces))


async def test_an_article_is_set_out_with_its_head_captions_and_notes() -> None:
    pane = ArticlePane()
    view = article(
        tags=(Tag("đọc lại", "r"), Tag("làm đường")),
        marked=True,
        notes=(
            note("ba việc", "Việc nào trước?"),
            note(None, "So với bài của huyện bên.", kind="", number=2),
            note("lời đã đổi", "Nay không còn.", kind="idea", number=3, adrift=True),
        ),
    )
    async with OneWidget(pane).run_test(size=SIZE) as pilot:
        pane.show(view)
        await pilot.pause()
        assert [line.strip() for line in drawn(pane)] == [
            "Đồng Mây bàn việc làm đường",
            "H.M · 3/4/2022 18:05 · Thời sự",
            "Meeting: 3/4/2022 sáng · Đồng Mây",
            "✓ đọc lại [r]  làm đường",
            "",
            "┃ So với bài của huyện bên.",
            "",
            "Sáng 3-4, đồng chí Trần Ngọc Lan, Bí thư Huyện ủy Đồng",
            "Mây chủ trì cuộc họp bàn việc làm đường.",
            "",
            "▣ Toàn cảnh cuộc họp ở Đồng Mây.",
            "Photo: Thu Hà",
            "",
            "Những việc phải làm ngay",
            "",
            "Đồng chí Lê Bá Sơn, nguyên Chủ tịch UBND huyện nêu ba",
            "việc; Trần Ngọc Lan kết luận từng việc một.",
            "",
            "┃ to check: Việc nào trước?",
            "",
            "Notes whose passage is no longer in the text",
            "",
            "┃ “lời đã đổi” idea: Nay không còn.",
            *[""] * (pane.size.height - 23),
        ]


async def test_what_is_known_of_the_date_and_what_is_guessed_is_told_apart() -> None:
    pane = ArticlePane()
    meeting = article().meetings[0]
    guessed = type(meeting)(meeting.kind, inferred_date="2024-01", date_reason="the year before is summed up")
    async with OneWidget(pane).run_test(size=SIZE) as pilot:
        pane.show(article(title=None, byline=None, section=None, published=None, meetings=(guessed,)))
        await pilot.pause()
        assert [line.strip().replace("\N{NO-BREAK SPACE}", " ") for line in drawn(pane)[:3]] == [
            "no headline",
            "18:05 3/4/2022",
            "Meeting: ~1/2024 · a guess from the text",
        ]
        assert "the year before" not in "".join(drawn(pane))  # the extraction gives its reasons in English only


@pytest.mark.parametrize(
    ("published", "guess", "told"),
    [
        ("2024-01", "2024-01", "Meeting: ~1/2024 · from the month of publication"),
        ("2024-01-05T10:00", "2024-01-05", "Meeting: ~5/1/2024 · from the day of publication"),
        ("2024-01-05", "2023-12/2024-01", "Meeting: ~12/2023–1/2024 · a guess from the text"),
    ],
)
async def test_what_a_guess_rests_on_is_told_in_a_few_words(published: str, guess: str, told: str) -> None:
    pane = ArticlePane()
    guessed = replace(article().meetings[0], date=None, inferred_date=guess, part_of_day=None, place=None)
    async with OneWidget(pane).run_test(size=SIZE) as pilot:
        pane.show(article(published=published, meetings=(guessed,)))
        await pilot.pause()
        assert told in [line.strip().replace("\N{NO-BREAK SPACE}", " ") for line in drawn(pane)]


async def test_the_words_of_a_reason_stay_together() -> None:
    pane = ArticlePane()
    guessed = replace(article().meetings[0], date=None, inferred_date="2024-01", part_of_day=None, place="Đồng Mây")
    async with OneWidget(pane).run_test(size=(44, 30)) as pilot:
        pane.show(article(published="2024-01", meetings=(guessed,)))
        await pilot.pause()
        lines = [line.strip().replace("\N{NO-BREAK SPACE}", " ") for line in drawn(pane)]
        at = lines.index("Meeting: ~1/2024 · Đồng Mây ·")
        assert lines[at + 1] == "from the month of publication"


async def test_everything_lit_has_a_sign_beside_its_colour() -> None:
    pane = ArticlePane()
    async with OneWidget(pane).run_test(size=SIZE) as pilot:
        matches = [(span.start, span.end) for span in spans_of("việc một")]
        pane.show(article(notes=(note("nêu ba", "?"),)), matches)
        await pilot.pause()
        signs = {
            "person": style_of(pane, LAN),
            "position": style_of(pane, "Bí thư"),
            "date": style_of(pane, "Sáng 3-4"),
            "note": style_of(pane, "nêu ba"),
            "match": style_of(pane, "việc một"),
            "plain": style_of(pane, "chủ trì"),
        }
        looks = {(s.bold, s.italic, s.underline, s.reverse) for s in signs.values()}
        assert len(looks) == len(signs)


async def test_in_the_headline_only_matches_are_lit() -> None:
    pane = ArticlePane()
    title = f"{LAN} làm việc ở Đồng Mây"
    named = Mention(MentionKind.PERSON, Span(0, len(LAN), Part.TITLE), LAN)
    async with OneWidget(pane).run_test(size=SIZE) as pilot:
        pane.show(article(title=title, mentions=(named,)), (), [(14, 22)])
        await pilot.pause()
        assert style_of(pane, LAN) == style_of(pane, "ở Đồng")
        assert style_of(pane, "làm việc").reverse


@pytest.mark.parametrize("measure", [80, 64])
async def test_the_measure_is_never_passed_and_stands_in_the_middle(measure: int) -> None:
    pane = ArticlePane(measure=measure)
    async with OneWidget(pane).run_test(size=(160, 20)) as pilot:
        pane.show(article(body=long_body(40)))
        await pilot.pause()
        lines = [line.rstrip() for line in drawn(pane) if line.strip()]
        margins = [len(line) - len(line.lstrip()) for line in lines]
        assert set(margins) == {(pane.size.width - measure) // 2}
        assert max(len(line.strip()) for line in lines) <= measure


@pytest.mark.parametrize("width", [30, 47, 60, 111])
async def test_every_cell_of_the_body_leads_to_the_letter_that_is_drawn_there(width: int) -> None:
    pane = ArticlePane()
    body = "Một\tđoạn có 漢字 và 🙂 rồi e\u0302\u0323 nữa.\n\n" + long_body(5)
    async with OneWidget(pane).run_test(size=(width, 40)) as pilot:
        pane.show(article(body=body))
        await pilot.pause()
        seen = 0
        for y in range(pane.size.height):
            x = 0
            for letter in pane.render_line(y).text:
                offset = pane.offset_at(x, y)
                if offset is not None and letter.isalnum() and ord(letter) < 0x2000 and offset < len(body):
                    if body[offset] != letter:
                        assert letter == "ệ"
                        assert body[offset] == "e"
                    seen += 1
                x += 2 if ord(letter) > 0x2E80 else 1
        assert seen > 150


async def test_there_is_no_position_outside_the_body() -> None:
    pane = ArticlePane()
    async with OneWidget(pane).run_test(size=SIZE) as pilot:
        pane.show(article())
        await pilot.pause()
        assert pane.offset_at(5, 0) is None
        assert pane.offset_at(5, 3) is None
        assert pane.offset_at(5, 29) is None
        assert pane.offset_at(0, 4) == 0


async def test_the_same_article_stays_and_another_starts_at_its_top() -> None:
    pane = ArticlePane()
    body = long_body(200)
    async with OneWidget(pane).run_test(size=SIZE) as pilot:
        pane.show(article("a", body))
        pane.scroll_lines(50)
        await pilot.pause()
        offset = pane.top_offset
        assert offset > 0
        pane.show(article("a", body, tags=(Tag("mới"),), notes=(note(None, "một dòng nữa"),)))
        await pilot.pause()
        assert pane.top_offset == offset
        pane.show(article("b", body))
        await pilot.pause()
        assert pane.top_offset == pane.top == 0


async def test_the_place_is_kept_through_another_width_and_can_be_restored() -> None:
    pane = ArticlePane()
    body = long_body(200)
    async with OneWidget(pane).run_test(size=SIZE) as pilot:
        pane.show(article(body=body))
        await pilot.pause()
        words = span_of("120. ", body)
        pane.restore(words.start)
        await pilot.pause()
        assert drawn(pane)[0].strip().startswith("120. ")
        await pilot.resize_terminal(34, 20)
        await pilot.pause()
        assert drawn(pane)[0].strip().startswith("120. ")
        pane.restore(0)
        await pilot.pause()
        assert pane.top == 0


async def test_a_place_restored_before_the_first_drawing_is_gone_to() -> None:
    pane = ArticlePane()
    body = long_body(200)
    pane.show(article(body=body))
    pane.restore(span_of("77. ", body).start)
    async with OneWidget(pane).run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert drawn(pane)[0].strip().startswith("77. ")


async def test_scrolling_tells_where_it_came_to() -> None:
    pane = ArticlePane()
    app = OneWidget(pane)
    async with app.run_test(size=SIZE, message_hook=app.hear) as pilot:
        pane.show(article(body=long_body(200)))
        await pilot.pause()
        app.heard(ArticlePane.Scrolled)
        pane.scroll_pages(1)
        await pilot.pause()
        told = app.heard(ArticlePane.Scrolled)[-1]
        assert (told.offset, told.percent) == (pane.top_offset, pane.percent)
        assert pane._border_subtitle is not None
        assert pane._border_subtitle.plain == f"{pane.percent}%"
        pane.last()
        await pilot.pause()
        assert app.heard(ArticlePane.Scrolled)[-1].percent == 100
        pane.first()
        await pilot.pause()
        assert app.heard(ArticlePane.Scrolled)[-1].offset == 0


async def test_matches_are_walked_round_in_the_order_of_the_text() -> None:
    pane = ArticlePane()
    body = long_body(120)
    found = [(span.start, span.end) for span in spans_of("cuộc họp", body)]
    async with OneWidget(pane).run_test(size=SIZE) as pilot:
        pane.show(article(body=body), found, [(9, 12)])
        await pilot.pause()
        assert pane.match_position == (0, len(found) + 1)
        assert pane.next_match() == Span(9, 12, Part.TITLE)
        for number, (start, end) in enumerate(found, 2):
            assert pane.next_match() == Span(start, end)
            assert pane.match_position == (number, len(found) + 1)
            line = pane._wrapped.line_of(start)
            assert pane.top <= line < pane.top + pane.size.height
        assert pane.next_match() == Span(9, 12, Part.TITLE)
        assert pane.next_match(-1) == Span(*found[-1])


async def test_the_first_match_is_the_one_ahead_of_what_is_read() -> None:
    pane = ArticlePane()
    body = long_body(120)
    found = [(span.start, span.end) for span in spans_of("cuộc họp", body)]
    async with OneWidget(pane).run_test(size=SIZE) as pilot:
        pane.show(article(body=body), found)
        pane.scroll_lines(80)
        await pilot.pause()
        top = pane.top_offset
        assert pane.next_match() == Span(*next(span for span in found if span[0] >= top))


async def test_without_matches_mentions_of_people_are_walked() -> None:
    pane = ArticlePane()
    async with OneWidget(pane).run_test(size=SIZE) as pilot:
        pane.show(article())
        await pilot.pause()
        assert pane.match_position == (0, 0)
        assert [pane.next_match() for _ in range(4)] == [*sorted((*spans_of(LAN), *spans_of(SON))), span_of(LAN)]
        assert pane.next_mention_of(f"key of {SON}") == span_of(SON)
        assert pane.next_mention_of(f"key of {LAN}") == span_of(LAN)
        assert pane.next_mention_of(f"key of {LAN}") == span_of(LAN, nth=1)
        assert pane.next_mention_of("nobody") is None


async def test_a_passage_is_selected_by_keys() -> None:
    pane = ArticlePane()
    app = OneWidget(pane)
    async with app.run_test(size=SIZE, message_hook=app.hear) as pilot:
        pane.show(article())
        await pilot.pause()
        pane.focus()
        pane.begin_selection()
        assert pane.selecting
        for _ in range(4):
            pane.move_caret(Motion.WORD)
        for _ in range(3):
            pane.move_caret(Motion.RIGHT)
        await pilot.pause()
        assert pane.selection is not None
        assert BODY[pane.selection.start : pane.selection.end] == "Sáng 3-4, đồng chí Tr"
        assert app.heard(ArticlePane.PassageChanged)[-1].span == pane.selection
        await pilot.press("$")
        assert BODY[pane.selection.start : pane.selection.end].endswith("Đồng")
        await pilot.press("0")
        assert BODY[pane.selection.start : pane.selection.end] == "S"
        pane.end_selection()
        await pilot.pause()
        assert pane.selection is None
        assert not pane.selecting
        assert app.heard(ArticlePane.PassageChanged)[-1].span is None


async def test_a_passage_is_selected_with_the_mouse_either_way() -> None:
    pane = ArticlePane()
    app = OneWidget(pane)
    async with app.run_test(size=SIZE, message_hook=app.hear) as pilot:
        pane.show(article())
        await pilot.pause()
        left = drawn(pane)[4].index("Sáng")
        for start, end in (((left, 4), (left + 7, 4)), ((left + 7, 4), (left, 4))):
            await pilot.mouse_down(pane, offset=(start[0] + 1, start[1] + 1))
            await pilot.hover(pane, offset=(end[0] + 1, end[1] + 1))
            await pilot.mouse_up(pane, offset=(end[0] + 1, end[1] + 1))
            assert pane.selection == span_of("Sáng 3-4")
        assert app.heard(ArticlePane.PassageChanged)[-1].span == span_of("Sáng 3-4")
        await pilot.click(pane, offset=(3, 1))
        assert pane.selection is None


async def test_a_passage_selected_with_the_mouse_is_taken_up_by_keys() -> None:
    pane = ArticlePane()
    async with OneWidget(pane).run_test(size=SIZE) as pilot:
        pane.show(article())
        await pilot.pause()
        left = drawn(pane)[4].index("Sáng")
        await pilot.mouse_down(pane, offset=(left + 1, 5))
        await pilot.hover(pane, offset=(left + 8, 5))
        await pilot.mouse_up(pane, offset=(left + 8, 5))
        pane.begin_selection()
        pane.move_caret(Motion.WORD)
        assert pane.selection == span_of("Sáng 3-4,")


async def test_a_selection_is_let_go_when_its_text_changes() -> None:
    pane = ArticlePane()
    async with OneWidget(pane).run_test(size=SIZE) as pilot:
        pane.show(article())
        await pilot.pause()
        pane.begin_selection()
        pane.show(article(marked=True))
        assert pane.selection == Span(0, 1)
        pane.show(article(body="Bản mới."))
        await pilot.pause()
        assert pane.selection is None
        assert drawn(pane)[4].strip() == "Bản mới."


async def test_a_click_on_a_name_tells_which() -> None:
    pane = ArticlePane()
    app = OneWidget(pane)
    async with app.run_test(size=SIZE, message_hook=app.hear) as pilot:
        pane.show(article())
        await pilot.pause()
        column = drawn(pane)[4].index(LAN)
        await pilot.click(pane, offset=(column + 4, 5))
        await pilot.pause()
        clicked = [message.mention for message in app.heard(ArticlePane.MentionClicked)]
        assert [(mention.kind, mention.target) for mention in clicked] == [(MentionKind.PERSON, LAN)]


async def test_no_article_is_an_empty_pane() -> None:
    pane = ArticlePane()
    async with OneWidget(pane).run_test(size=SIZE) as pilot:
        pane.show(article())
        pane.show(None)
        pane.begin_selection()
        pane.last()
        await pilot.pause()
        assert "".join(drawn(pane)) == ""
        assert pane.next_match() is None
        assert pane.selection is None
        assert pane.top_offset == 0


async def test_ten_thousand_lines_are_drawn_only_where_they_are_seen() -> None:
    pane = ArticlePane()
    async with OneWidget(pane).run_test(size=SIZE) as pilot:
        pane.show(article(body=long_body(6_000)))
        await pilot.pause()
        assert len(pane._wrapped.lines) > 10_000
        pane.last()
        await pilot.pause()
        assert len(pane._strips) <= 3 * pane.size.height


bodies = st.text(st.sampled_from("aệ -漢🙂\t\n\u0301"), min_size=1).map(lambda text: text + "z")


@given(bodies, st.integers(3, 20), st.sampled_from(Motion), st.data())
def test_a_motion_leads_to_a_position_of_the_body(
    body: str, measure: int, motion: Motion, data: st.DataObject
) -> None:
    wrapped = Wrapped(flow_of(article(body=body, blocks=blocks_of(body))), measure)
    offset = data.draw(st.integers(0, len(body) - 1))
    reached = moved(wrapped, offset, motion)
    assert 0 <= reached < len(body)
    forward = motion in (Motion.RIGHT, Motion.WORD, Motion.DOWN, Motion.LINE_END)
    assert (
        wrapped.line_of(reached) >= wrapped.line_of(offset)
        if forward
        else wrapped.line_of(reached) <= wrapped.line_of(offset)
    )


@given(bodies, st.integers(1, 30))
def test_every_position_has_a_line_that_shows_it_or_ends_before_it(body: str, measure: int) -> None:
    wrapped = Wrapped(flow_of(article(body=body, blocks=())), measure)
    for offset in range(len(body)):
        line = wrapped.body_line(wrapped.line_of(offset))
        assert line is not None
        assert line[0] <= offset or body[: line[0]].strip() == ""
        assert offset < line[1] or body[line[1] : offset + 1].strip() == ""
