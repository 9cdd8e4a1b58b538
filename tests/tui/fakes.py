"""Invented articles and rows, small, for the panes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, TypeVar

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget

from store.records import (
    ArticleView,
    Block,
    BlockKind,
    Caption,
    DateBasis,
    Meeting,
    MeetingKind,
    Mention,
    MentionKind,
    Note,
    Office,
    PersonInArticle,
    Role,
    Span,
    Tense,
    TimelineRow,
)
from tui.themes import meanings

M = TypeVar("M", bound=Message)

LAN = "Trần Ngọc Lan"
SON = "Lê Bá Sơn"
CAPTION = "Toàn cảnh cuộc họp ở Đồng Mây."
BODY = "\n\n".join(
    (
        f"Sáng 3-4, đồng chí {LAN}, Bí thư Huyện ủy Đồng Mây chủ trì cuộc họp bàn việc làm đường.",
        CAPTION,
        "Những việc phải làm ngay",
        f"Đồng chí {SON}, nguyên Chủ tịch UBND huyện nêu ba việc; {LAN} kết luận từng việc một.",
    )
)


def span_of(words: str, body: str = BODY, nth: int = 0) -> Span:
    """Find the nth place of some words."""
    start = [match.start() for match in re.finditer(re.escape(words), body)][nth]
    return Span(start, start + len(words))


def spans_of(words: str, body: str = BODY) -> tuple[Span, ...]:
    return tuple(span_of(words, body, nth) for nth in range(body.count(words)))


def blocks_of(body: str) -> tuple[Block, ...]:
    """Every part between empty lines as a block: in `BODY` the second a caption, the third a crosshead."""
    kinds = {1: BlockKind.CAPTION, 2: BlockKind.CROSSHEAD} if body == BODY else {}
    blocks, at = [], 0
    for number, text in enumerate(body.split("\n\n")):
        blocks.append(Block(kinds.get(number, BlockKind.PARAGRAPH), at, at + len(text)))
        at += len(text) + 2
    return tuple(blocks)


def mentions_of(name: str, kind: MentionKind = MentionKind.PERSON) -> tuple[Mention, ...]:
    return tuple(Mention(kind, span, name) for span in spans_of(name))


def person(
    name: str, role: Role | None, *offices: Office, side: str | None = None, present: bool = True
) -> PersonInArticle:
    return PersonInArticle(f"key of {name}", name, role, side, present, (), offices, mentions_of(name))


PEOPLE = (
    person(LAN, Role.CHAIRS, Office("Bí thư Huyện ủy Đồng Mây", "Bí thư", span_of("Bí thư Huyện ủy Đồng Mây"))),
    person(
        SON,
        Role.ATTENDS,
        Office("Chủ tịch UBND huyện", "Chủ tịch", span_of("Chủ tịch UBND huyện"), Tense.FORMER),
        side="Huyện Đồng Mây",
    ),
)


def note(words: str | None, text: str, kind: str = "to check", number: int = 1, *, adrift: bool = False) -> Note:
    """A note on words of `BODY`, on the whole article (``None``), or on words that are gone."""
    span = span_of(words) if words and not adrift else None
    return Note(f"n{number}", "k1", text, kind, words or "", "", "", span, "2024-01-01", "2024-01-01")


def article(key: str = "k1", body: str = BODY, **changes: object) -> ArticleView:
    """An article with what `BODY` says; of another body, without people."""
    same = body == BODY
    people = PEOPLE if same else ()
    mentions = [m for p in people for m in p.mentions]
    mentions += [Mention(MentionKind.POSITION, o.span, o.normal) for p in people for o in p.offices]
    mentions += [Mention(MentionKind.DATE, span, "date") for span in spans_of("Sáng 3-4")] if same else []
    fields: dict[str, object] = {
        "id": 1,
        "key": key,
        "title": "Đồng Mây bàn việc làm đường",
        "byline": "H.M",
        "section": "Thời sự",
        "published": "2022-04-03T18:05",
        "published_text": "18:05 3/4/2022",
        "body": body,
        "blocks": blocks_of(body),
        "sources": (),
        "captions": (
            Caption("Toàn cảnh cuộc họp ở Đồng Mây.", "Thu Hà", span_of("Toàn cảnh cuộc họp ở Đồng Mây.")),
        )
        if same
        else (),
        "boilerplate": (),
        "meetings": (
            Meeting(
                MeetingKind.MEETING,
                date="2022-04-03",
                date_basis=DateBasis.YEAR_FROM_PUBLICATION,
                part_of_day="sáng",
                place="Đồng Mây",
            ),
        ),
        "people": people,
        "documents": (),
        "mentions": tuple(sorted(mentions, key=lambda m: (m.span.start, m.span.end))),
        "tags": (),
        "notes": (),
        "unread": True,
        "marked": False,
        "stopped_at": 0,
    }
    return ArticleView(**(fields | changes))  # type: ignore[arg-type]


def row(number: int, title: str = "", **changes: object) -> TimelineRow:
    """A row with the key ``k<number>``."""
    fields: dict[str, object] = {
        "article_id": number,
        "key": f"k{number}",
        "title": title or f"Cuộc họp số {number}",
        "title_is_lede": False,
        "sort_date": "2022-04-03",
        "inferred": False,
        "part_of_day": None,
        "unread": False,
        "marked": False,
    }
    return TimelineRow(**(fields | changes))  # type: ignore[arg-type]


@dataclass
class FakeResults:
    """Rows in memory, that remember which were asked for."""

    all_rows: Sequence[TimelineRow]
    groups: Sequence[tuple[str | None, int]] = ()
    asked: list[tuple[int, int]] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.all_rows)

    def rows(self, first: int, size: int) -> list[TimelineRow]:
        self.asked.append((first, size))
        return list(self.all_rows[first : first + size])

    def index_of(self, key: str) -> int | None:
        return next((at for at, known in enumerate(self.all_rows) if known.key == key), None)

    def at_or_before(self, day: date) -> int | None:
        dated = ((at, known.sort_date or "") for at, known in enumerate(self.all_rows))
        return next((at for at, known in dated if known[:1].isdigit() and known <= day.isoformat()), None)


def results(numbers: Iterable[int], month: str | None = "2022-04") -> FakeResults:
    rows = [row(number) for number in numbers]
    return FakeResults(rows, [(month, len(rows))] if rows else [])


class OneWidget(App[None]):
    """An app that shows one widget, or some side by side, and keeps the messages that they send up."""

    CSS_PATH: ClassVar[str] = "../../tui/styles/panes.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, *widgets: Widget) -> None:
        super().__init__()
        self.widgets = widgets
        self._heard: list[Message] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return meanings(dark=True)

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield from self.widgets

    def hear(self, message: Message) -> None:
        """Take a message that arrived anywhere; hand this to `run_test` as its hook."""
        if not any(message is known for known in self._heard):
            self._heard.append(message)

    def heard(self, kind: type[M]) -> list[M]:
        """Give the messages of a kind that were sent, in order, and forget them."""
        found = [message for message in self._heard if isinstance(message, kind)]
        self._heard = [message for message in self._heard if not isinstance(message, kind)]
        return found


def drawn(widget: Widget) -> list[str]:
    """Give the lines of a widget as they stand on the screen, without trailing spaces."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]
