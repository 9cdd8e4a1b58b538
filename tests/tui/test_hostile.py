"""Text that tries to command the terminal or Textual is shown as plain text, wherever it comes from."""

from __future__ import annotations

import unicodedata

import pytest
from textual.widget import Widget

from store.records import (
    Block,
    BlockKind,
    Caption,
    Meeting,
    MeetingKind,
    Mention,
    MentionKind,
    Note,
    Office,
    PersonInArticle,
    Role,
    Span,
    Tag,
)
from tests.tui.fakes import FakeResults, OneWidget, article, drawn, row
from tui.widgets.article import ArticlePane
from tui.widgets.overview import Overview
from tui.widgets.people import PeoplePane
from tui.widgets.timeline import Timeline

HOSTILE = {
    "clear screen": "\x1b[2J\x1b[H",
    "title": "\x1b]0;owned\x07",
    "clipboard": "\x1b]52;c;cm0gLXJm\x1b\\",
    "colour": "\x1b[31mred\x1b[0m",
    "c1": "\x9b31m \x90 \x85 \x9d",
    "bold": "[bold]not bold[/bold]",
    "stray tag": "tail [/] [/bold] [",
    "action": "[@click=app.quit]press me[/]",
    "spaced action": "[ @click=app.quit]press me[/]",
    "link": "[link=file:///etc/passwd]here[/link]",
    "bidi": "\u202egnp.exe\u202c \u2066a\u2069 \u200f",
    "nul": "a\x00b\x00",
    "backspace": "pass\x08\x08\x08\x08word\r\x0b\x0c",
    "long word": "x" * 5_000,
    "many marks": "a" + "\u0301" * 500,
    "joined": "👩\u200d👩\u200d👧\u200d👦" * 30 + "\u200d",
    "breaks": "a\nb\r\nc\u2028d\u2029e\tf",
    "surrogate": "lone \ud83d here",
    "tags": "hidden \U000e0041\U000e0042",
    "backslash": "\\[bold]\\",
    "variable": "$primary ${x} {y} %s",
}


def shows(text: str) -> list[Widget]:
    """Every pane with this text in every place that text of outside can come to."""
    body = f"Trước {text} sau.\n\n{text}\n\nMột đoạn {text}"
    second = body.index("\n\n") + 2
    third = body.rindex("\n\n") + 2
    blocks = (
        Block(BlockKind.PARAGRAPH, 0, second - 2),
        Block(BlockKind.CAPTION, second, third - 2),
        Block(BlockKind.CROSSHEAD, third, len(body)),
    )
    span = Span(2, 8)
    office = Office(text, text, span)
    named = (Mention(MentionKind.PERSON, span, text),)
    people = tuple(
        PersonInArticle(f"k{n}", text, role, text, role is not None, (text,), (office,), named)
        for n, role in enumerate((*Role, None))
    )
    notes = (
        Note("1", "k", text, text, text, "", "", span, "", ""),
        Note("2", "k", text, text, text, "", "", None, "", ""),
        Note("3", "k", text, text, "", "", "", None, "", ""),
    )
    tags = (Tag(text, None), Tag(text, text))
    meeting = Meeting(
        MeetingKind.MEETING, date=text, part_of_day=text, place=text, inferred_date=text, date_reason=text
    )
    view = article(
        body=body,
        title=text,
        byline=text,
        section=text,
        published=text,
        published_text=text,
        blocks=blocks,
        captions=(Caption(text, f"credit {text}", Span(second, third - 2)),),
        meetings=(meeting,),
        people=people,
        mentions=tuple(mention for p in people for mention in p.mentions),
        tags=tags,
        notes=notes,
    )
    timeline, pane, people_pane, overview = Timeline(), ArticlePane(), PeoplePane(), Overview()
    dates = (text, "2021-01", None)
    rows = [row(n, text, sort_date=date, part_of_day=text, tags=tags) for n, date in enumerate(dates)]
    timeline.show(FakeResults(rows, [(text, 1), ("2021-01", 1), (None, 1)]))
    pane.show(view, [(0, 5), (4, 20)], [(0, 1)])
    people_pane.show(view)
    overview.show([(text, 3), ("2021-01", 2)])
    return [timeline, pane, people_pane, overview]


INVISIBLE = "\u202e\u202c\u2066\u2069\u200f\u2028\u2029"


def harmless(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cs") and character not in INVISIBLE


@pytest.mark.parametrize("name", HOSTILE)
async def test_nothing_reaches_the_screen_but_letters(name: str) -> None:
    widgets = shows(HOSTILE[name])
    app = OneWidget(*widgets)
    async with app.run_test(size=(160, 50)) as pilot:
        await pilot.pause()
        for widget in widgets:
            assert "".join(drawn(widget)).strip(), widget
            for y in range(widget.size.height):
                strip = widget.render_line(y)
                assert all(map(harmless, strip.text)), (widget, strip.text)
                assert strip.cell_length == getattr(widget, "text_width", widget.size.width)
                assert not any(segment.control for segment in strip)
                assert not any(segment.style and (segment.style.link or segment.style.meta) for segment in strip)


@pytest.mark.parametrize("name", ["bold", "stray tag", "action", "spaced action", "link", "backslash", "variable"])
async def test_markup_is_shown_as_it_was_written(name: str) -> None:
    text = HOSTILE[name]
    timeline, pane, people, _ = widgets = shows(text)
    async with OneWidget(*widgets).run_test(size=(220, 50)) as pilot:
        await pilot.pause()
        assert f"Trước {text} sau." in " ".join(" ".join(drawn(pane)).split())
        assert any(text in line for line in drawn(timeline))
        assert any(line.lstrip("▸ ").startswith(text) for line in drawn(people))


@pytest.mark.parametrize("name", ["action", "spaced action"])
async def test_pressing_on_text_does_nothing_that_the_text_asks_for(name: str) -> None:
    widgets = shows(HOSTILE[name])
    app = OneWidget(*widgets)
    async with app.run_test(size=(160, 50)) as pilot:
        await pilot.pause()
        for widget in widgets:
            lines = [y for y, line in enumerate(drawn(widget)) if "press me" in line]
            for y in lines[:4]:
                await pilot.click(widget, offset=(drawn(widget)[y].index("press me") + 2, y + 1))
        await pilot.pause()
        assert app.is_running
        assert app.return_code is None
