"""An article as a flow of pieces, and the pieces as lines of a measure: what stands where, not how it looks.

Pieces of the title and of the body point into these texts, so positions are those of the store. Notes stand after
the paragraph they are on; those that lost their passage stand at the end.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from store.records import ArticleView, Block, BlockKind, Meeting, MentionKind, Note, Part
from store.text import SafeText, clean, in_place, one_line
from tui.language import tr
from tui.widgets.dates import in_full
from tui.widgets.lighting import Light, Lights, Painted, flatten, parts
from tui.widgets.wrapping import Line, cells, wrap

LAYERS: Final = (
    "article--position",
    "article--date",
    "article--person",
    "article--note-passage",
    "article--match",
    "article--current-match",
    "article--selected",
    "article--caret",
    "article--tag",
    "article--label",
)
"""What may be lit in an article, from the lowest layer to the highest."""

MENTION_LOOKS: Final = {
    MentionKind.PERSON: "article--person",
    MentionKind.POSITION: "article--position",
    MentionKind.RANK: "article--position",
    MentionKind.DATE: "article--date",
}

PAGE: Final = "article--page"
BAR: Final = "┃ "
PICTURE: Final = "▣ "
_LOOKS: Final = {
    BlockKind.PARAGRAPH: "article--paragraph",
    BlockKind.CAPTION: "article--caption",
    BlockKind.CROSSHEAD: "article--crosshead",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text of one kind. ``part`` is None for what is not of the article itself.

    ``first`` stands before its first line and ``rest`` before the others, both of ``marker_look``.
    """

    text: SafeText
    start: int
    end: int
    look: str
    part: Part | None = None
    first: str = ""
    rest: str = ""
    marker_look: str = "article--marker"
    close: bool = False  # no empty line before it
    lights: tuple[Light, ...] = ()


class FlowLine(NamedTuple):
    """A line on the screen: which piece it is of (-1: an empty line), what of its text, and whether its first."""

    piece: int
    start: int
    end: int
    first: bool


EMPTY_LINE: Final = FlowLine(-1, 0, 0, False)


@dataclass(frozen=True, slots=True)
class Flow:
    """The pieces of one article, in order."""

    title: SafeText
    body: SafeText
    pieces: tuple[Piece, ...]


class Wrapped:
    """A flow in lines of one measure, with the way from positions of the body to lines and back."""

    def __init__(self, flow: Flow, measure: int) -> None:
        self.flow: Final = flow
        self.measure: Final = measure
        self.lines: Final[list[FlowLine]] = []
        self._starts: Final[list[int]] = []
        self._numbers: Final[list[int]] = []
        for index, piece in enumerate(flow.pieces):
            if index and not piece.close:
                self.lines.append(EMPTY_LINE)
            room = measure - cells(piece.first)
            for at, (start, end) in enumerate(wrap(piece.text, piece.start, piece.end, room)):
                if piece.part is Part.BODY:
                    self._starts.append(start)
                    self._numbers.append(len(self.lines))
                self.lines.append(FlowLine(index, start, end, at == 0))

    def drawn(
        self, number: int, left: int, lights: Mapping[Part, Lights], marks: Callable[[Part | None], list[Light]]
    ) -> list[Painted]:
        """Give one line, ``left`` cells set in, its end left open; ``marks`` lie above all else."""
        line = self.lines[number] if number < len(self.lines) else EMPTY_LINE
        if line.piece < 0:
            return []
        piece = self.flow.pieces[line.piece]
        lit = lights[piece.part].within((line.start, line.end)) if piece.part else []
        above = marks(piece.part)
        if above or piece.lights:
            below = [Light(run.start, run.end, look) for run in lit for look in run.looks]
            lit = flatten([*below, *above, *piece.lights], LAYERS)
        lit = [run for run in lit if run.start < line.end and run.end > line.start]
        text = parts(piece.text, (line.start, line.end), lit, (PAGE, piece.look))
        marker = piece.first if line.first else piece.rest
        return [(" " * left, (PAGE,)), (marker, (PAGE, piece.marker_look)), *text]

    def line_of(self, offset: int) -> int:
        """Tell the line that shows a position of the body; one between lines belongs to the line before it."""
        at = bisect_right(self._starts, offset) - 1
        return self._numbers[max(at, 0)] if self._numbers else 0

    def title_line_of(self, offset: int) -> int:
        """Tell the line that shows a position of the title."""
        found = 0
        for number, line in enumerate(self.lines):
            if line.piece < 0 or self.flow.pieces[line.piece].part is not Part.TITLE or line.start > offset:
                break
            found = number
        return found

    def body_line(self, number: int) -> Line | None:
        """Give what a line shows of the body; ``None`` for lines that show something else."""
        if not 0 <= number < len(self.lines):
            return None
        line = self.lines[number]
        if line.piece < 0 or self.flow.pieces[line.piece].part is not Part.BODY:
            return None
        return (line.start, line.end)

    def next_body_line(self, number: int, step: int) -> int | None:
        """Find the nearest line of the body, from a line on (``step`` 1) or back (-1), that line included."""
        while 0 <= number < len(self.lines):
            if self.body_line(number) is not None:
                return number
            number += step
        return None


def measure_in(width: int, longest: int) -> int:
    """Give the length of a line of text in a pane with ``width`` cells for text, a margin on either side."""
    return min(longest, max(width - 2, 1))


def left_of(wrapped: Wrapped, width: int) -> int:
    """Give the cells to the left of the text: it stands in the middle of a wide pane."""
    return max((width - wrapped.measure) // 2, 0)


def flow_of(view: ArticleView) -> Flow:
    """Put an article in order: head, body with its notes, notes adrift."""
    title, body = in_place(view.title or ""), in_place(view.body)
    pieces = [*_head(view, title), *_whole_notes(view.notes)]
    placed = [note for note in view.notes if note.span is not None]
    for block in _blocks(view.blocks, len(body), body):
        pieces.append(_block_piece(body, block))
        credit = _credit(view, block)
        if credit:
            pieces.append(_plain(credit, "article--credit", indent="  ", close=True))
        here = [note for note in placed if note.span is not None and block.start <= note.span.start < block.end]
        pieces.extend(_note_piece(note) for note in here)
    pieces.extend(_adrift([note for note in view.notes if note.span is None and note.exact]))
    return Flow(title, body, tuple(pieces))


def lights_of(view: ArticleView, matches: Iterable[tuple[int, int]], part: Part) -> Lights:
    """Light matches in the title, which is bright by itself; in the body mentions and noted passages as well."""
    lights = [Light(start, end, "article--match") for start, end in matches]
    if part is Part.BODY:
        named = [m for m in view.mentions if m.span.part is part and m.kind in MENTION_LOOKS]
        lights.extend(Light(m.span.start, m.span.end, MENTION_LOOKS[m.kind]) for m in named)
        passages = [note.span for note in view.notes if note.span is not None]
        lights.extend(Light(span.start, span.end, "article--note-passage") for span in passages)
    return Lights(lights, LAYERS)


def _plain(
    text: SafeText, look: str, *, indent: str = "", close: bool = False, lights: Sequence[Light] = ()
) -> Piece:
    return Piece(text, 0, len(text), look, first=indent, rest=indent, close=close, lights=tuple(lights))


def _head(view: ArticleView, title: SafeText) -> Iterator[Piece]:
    if title.strip():
        yield Piece(title, 0, len(title), "article--title", Part.TITLE)
    else:
        yield _plain(clean(tr("no headline")), "article--no-title")
    published = in_full(view.published) if view.published else view.published_text
    facts = [one_line(fact) for fact in (view.byline, published, view.section) if fact]
    if facts:
        yield _plain(clean(" · ".join(facts)), "article--byline", close=True)
    if view.meetings:
        told = _meeting(view.meetings[0], view.published)
        if told:
            yield _plain(told, "article--meeting", close=True)
    if view.tags or view.marked:
        yield _tags(view)


def _meeting(meeting: Meeting, published: str | None) -> SafeText:
    """Tell when and where the meeting was, and what a date rests on that nobody stated."""
    words = []
    when = meeting.date or meeting.inferred_date
    if when:
        sign = "" if meeting.date else "~"
        day = f"{sign}{in_full(when)}"
        words.append(f"{day} {tr(meeting.part_of_day)}" if meeting.part_of_day else day)
    elif meeting.part_of_day:
        words.append(tr(meeting.part_of_day))
    if meeting.place:
        words.append(meeting.place)
    told = [one_line(word) for word in words]
    if when and not meeting.date:
        told.append(clean(_reason(when, published).replace(" ", "\N{NO-BREAK SPACE}")))
    return clean(f"{tr('Meeting')}: {' · '.join(told)}") if told else clean("")


def _reason(guess: str, published: str | None) -> str:
    """Say what a guessed date rests on, as far as the dates themselves tell."""
    if published is not None and published.partition("T")[0] == guess:
        day = len(guess) > len("2024-01")
        return tr("from the day of publication") if day else tr("from the month of publication")
    return tr("a guess from the text")


def _tags(view: ArticleView) -> Piece:
    text = "✓ " if view.marked else ""
    lights = []
    for tag in view.tags:
        name = one_line(f"{tag.name} [{tag.letter}]" if tag.letter else tag.name)
        lights.append(Light(len(text), len(text) + len(name), "article--tag"))
        text += name + "  "
    return _plain(clean(text.rstrip()), "article--tags", close=True, lights=lights)


def _blocks(blocks: Sequence[Block], length: int, body: str) -> Iterator[Block]:
    """Give the blocks in order without overlap, and what stands between them as paragraphs."""
    at = 0
    for block in sorted(blocks, key=lambda b: b.start):
        start, end = max(block.start, at), min(block.end, length)
        if start >= end:
            continue
        if body[at:start].strip():
            yield Block(BlockKind.PARAGRAPH, at, start)
        yield Block(block.kind, start, end)
        at = end
    if body[at:].strip():
        yield Block(BlockKind.PARAGRAPH, at, length)


def _block_piece(body: SafeText, block: Block) -> Piece:
    caption = block.kind is BlockKind.CAPTION
    start, end = block.start, block.end
    while start < end and body[start].isspace():
        start += 1
    while end > start and body[end - 1].isspace():
        end -= 1
    marker = PICTURE if caption else ""
    return Piece(body, start, end, _LOOKS[block.kind], Part.BODY, first=marker, rest=" " * cells(marker))


def _credit(view: ArticleView, block: Block) -> SafeText | None:
    """Give the credit of a caption, unless the caption shows it itself."""
    if block.kind is not BlockKind.CAPTION:
        return None
    for caption in view.captions:
        if caption.span is not None and caption.span.start < block.end and block.start < caption.span.end:
            shown = view.body[block.start : block.end]
            if caption.credit and caption.credit not in shown:
                return clean(f"{tr('Photo')}: {one_line(caption.credit)}")
    return None


def _note_piece(note: Note, *, quote: bool = False) -> Piece:
    kind = f"{one_line(tr(note.kind))}: " if note.kind else ""
    quoted = f"“{one_line(note.exact, 200)}” " if quote else ""
    text = clean(f"{quoted}{kind}{clean(note.text)}")
    label = (Light(len(quoted), len(quoted) + len(kind), "article--label"),)
    return Piece(text, 0, len(text), "article--note", None, BAR, BAR, "article--note-bar", lights=label)


def _whole_notes(notes: Sequence[Note]) -> Iterator[Piece]:
    """Notes on the article as a whole stand under its head."""
    return (_note_piece(note) for note in notes if not note.exact and note.span is None)


def _adrift(notes: Sequence[Note]) -> Iterator[Piece]:
    if notes:
        yield _plain(clean(tr("Notes whose passage is no longer in the text")), "article--adrift")
    for note in notes:
        yield _note_piece(note, quote=True)
