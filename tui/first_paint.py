"""The first screen as lines of text and looks, cell by cell what Textual will paint over it.

Widgets and this share what they say and where it stands (`tui.geometry`, the modules of lines in `tui.widgets`,
the table of looks); what is done here once more is what Textual does itself: frames, scroll bars, filling up.
Tests hold both to the same cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from store.records import Part
from store.text import clean, one_line
from tui.geometry import LEAST_HEIGHT, LEAST_WIDTH, geometry, thumb
from tui.language import number_of, tr
from tui.widgets.article_flow import PAGE, Wrapped, flow_of, left_of, lights_of, measure_in
from tui.widgets.foot_lines import Standing, hints, words_of
from tui.widgets.lighting import Light, Painted
from tui.widgets.months import bars, length
from tui.widgets.people_lines import Layout as PeopleLayout
from tui.widgets.wrapping import TAB, begun, cells, cut, wrap

if TYPE_CHECKING:
    from store.counts import Counts
    from tui.config import Settings
    from tui.first import First

Row = list[Painted]
"""One line of the screen, or of a part of it."""

_ROUND: Final = "╭─╮│╰╯"
_HEAVY: Final = "┏━┓┃┗┛"
_ENDS: Final = "▁▂▃▄▅▆▇ "
_FLAT: Final = str.maketrans({"\t": TAB, "\n": " "})


def screen(first: First, settings: Settings, width: int, height: int, *, colours: bool) -> list[Row]:
    """Give the lines of the whole first screen; without ``colours`` the focus shows by a heavier frame."""
    place = geometry(width, height)
    if place.too_small:
        told = tr("too small: {width} x {height} at least").format(width=LEAST_WIDTH, height=LEAST_HEIGHT)
        told_lines = [told[start:end] for start, end in wrap(told, 0, len(told), width)]
        return [_fit([(told_lines[y], ())] if y < len(told_lines) else [], width) for y in range(height)]
    rows: list[Row] = [_head(first, width, counts=place.counts)] if place.head else []
    tall = height - len(rows) - 2
    panes = [_timeline(first, place.timeline, tall, colours=colours)]
    if place.article:
        panes.append(_article(first, settings, place.article, tall))
    if place.people:
        panes.append(_people(first, place.people, tall))
    rows += [[part for pane in panes for part in pane[y]] for y in range(tall)]
    return [*rows, *_foot(first, settings, width)]


def told_counts(known: Counts) -> str:
    """Say how much the archive holds."""
    told = (
        number_of(known.articles, "{n} article", "{n} articles"),
        number_of(known.meetings, "{n} meeting", "{n} meetings"),
        number_of(known.people, "{n} person", "{n} people"),
    )
    return one_line(" · ".join(told))


# --- head and foot ------------------------------------------------------------------------------------------------


def _head(first: First, width: int, *, counts: bool) -> Row:
    name: Row = [(" ", ()), ("Bienban", ("head--name",))]
    if not counts:
        return _fit(name, width)
    told = told_counts(first.totals)
    room = width - 2 - len("Bienban") - cells(told) - 5
    drawn = bars(first.results.groups, room)
    pad = room - length(drawn) + 2
    row: Row = [*name, ("   ", ()), (told, ("head--counts",)), (" " * pad, ())]
    return _fit([*row, *((text, (look,)) for text, look in drawn)], width)


def _foot(first: First, settings: Settings, width: int) -> tuple[Row, Row]:
    from tui.keymap import first_key

    count = first.results.count
    standing = Standing(matching=count, total=first.totals.articles, marked=first.marked)
    told = one_line(words_of(standing))
    status = cut(told, min(cells(told), (width - 2) * 75 // 100 - 2))
    slash = first_key("filter", settings.keys)
    room = width - 2 - 2 - cells(status) - 2
    box = cut(one_line(tr("filter")), room)
    upper: Row = [(" ", ()), (cut(slash, 2).ljust(2), ("foot--slash",)), (box, ("foot--filter",))]
    upper += [(" " * (room - cells(box) + 2), ()), (status, ("foot--status",))]
    lower: Row = [(" ", ())]
    if settings.problems:
        problem = settings.complaint(first_key("help", settings.keys))
        lower.append((cut(one_line(problem), width - 2), ("hints--line", "hints--error")))
    elif not count:
        empty = tr("This archive is empty; fill it with: bienban import FOLDER")
        lower.append((cut(empty, width - 2), ("hints--line", "hints--message")))
    else:
        for hint in hints(settings.keys, width - 2):
            lower.append((f"{hint.key} ", ("hints--line", "hints--key")))
            lower.append((f"{hint.word}   ", ("hints--line",)))
    return _fit(upper, width), _fit(lower, width)


# --- panes --------------------------------------------------------------------------------------------------------


def _timeline(first: First, width: int, height: int, *, colours: bool) -> list[Row]:
    from tui.widgets.timeline_first import TimelineLines

    inner, tall = width - 3, height - 2
    lines = TimelineLines(first.results, first.index, inner, tall)
    rows = [_fit_drawn(lines.drawn(y), inner) for y in range(tall)]
    bar = _bar(tall, lines.height, lines.top)
    return _framed(rows, bar, tr("Timeline"), "", width, focused=True, heavy=not colours)


def _article(first: First, settings: Settings, width: int, height: int) -> list[Row]:
    inner, tall = width - 3, height - 2
    view = first.view
    if view is None:
        return _framed([_fit([], inner)] * tall, _bar(tall, 0, 0), tr("Article"), "", width)
    wrapped = Wrapped(flow_of(view), measure_in(inner, settings.measure))
    lights = {part: lights_of(view, (), part) for part in Part}
    lines = len(wrapped.lines)
    top = wrapped.line_of(view.stopped_at) if view.stopped_at > 0 else 0
    top = min(top, max(lines - tall, 0))
    left = left_of(wrapped, inner + 1)  # the size of a widget counts the scroll bar
    rows = [_fit(wrapped.drawn(top + y, left, lights, _no_marks), inner, (PAGE,)) for y in range(tall)]
    foot = f"{min((top + tall) * 100 // max(lines, 1), 100)}%" if lines > tall else ""
    return _framed(rows, _bar(tall, lines, top), tr("Article"), foot, width)


def _no_marks(part: Part | None) -> list[Light]:
    return []


def _people(first: First, width: int, height: int) -> list[Row]:
    inner, tall = width - 3, height - 2
    layout = PeopleLayout(first.view.people if first.view is not None else (), inner)
    rows = [_fit_drawn(layout.drawn(y, 0), inner) for y in range(tall)]
    return _framed(rows, _bar(tall, len(layout.lines), 0), tr("People"), "", width)


# --- what Textual draws itself ------------------------------------------------------------------------------------


def _framed(
    rows: Iterable[Row],
    bar: Sequence[Painted],
    title: str,
    foot: str,
    width: int,
    *,
    focused: bool = False,
    heavy: bool = False,
) -> list[Row]:
    """Put lines and a scroll bar into a frame, a title in its upper edge, a word in its lower."""
    sign = "-focused" if focused else ""
    line: tuple[str, ...] = (f"frame--line{sign}",) if not heavy else ()
    left_up, across, right_up, side, left_low, right_low = _HEAVY if heavy else _ROUND
    title = f" {cut(title, width - 6)} "
    upper: Row = [
        (left_up + across, line),
        (title, (f"frame--title{sign}",)),
        (across * (width - 3 - cells(title)) + right_up, line),
    ]
    lower: Row = [(left_low + across * (width - 2) + right_low, line)]
    if foot:
        foot = f" {foot} "
        lower = [
            (left_low + across * (width - 3 - cells(foot)), line),
            (foot, ("frame--title",)),
            (across + right_low, line),
        ]
    middle = [[(side, line), *row, part, (side, line)] for row, part in zip(rows, bar, strict=True)]
    return [upper, *middle, lower]


def _bar(size: int, lines: int, top: int) -> list[Painted]:
    """Draw a scroll bar of ``size`` cells for ``lines`` lines, the first shown being ``top``; as Textual does."""
    bar: list[Painted] = [(" ", ())] * size
    if lines <= size or size <= 0:
        return bar
    steps = len(_ENDS)
    start, end_of_thumb = thumb(size, lines, top, steps)
    first, above = divmod(start, steps)
    last, below = divmod(end_of_thumb, steps)
    bar[first:last] = [(" ", ("frame--thumb",))] * (last - first)
    if first < size and (end := _ENDS[steps - 1 - above]) != " ":
        bar[first] = (end, ("frame--thumb-end",))
    if last < size and (end := _ENDS[steps - 1 - below]) != " ":
        bar[last] = (end, ("frame--thumb",))
    return bar[:size]


def _fit(parts: Iterable[Painted], width: int, fill: tuple[str, ...] = ()) -> Row:
    """Give parts as one line of exactly ``width`` cells, cleaned, the rest filled."""
    row: Row = []
    room = width
    for text, looks in parts:
        shown = clean(text).translate(_FLAT)
        if cells(shown) > room:
            shown = begun(shown, room)
            shown += " " * (room - cells(shown))  # half a wide letter
        row.append((shown, looks))
        room -= cells(shown)
    return [*row, (" " * room, fill)]


def _fit_drawn(drawn: tuple[list[Painted], tuple[str, ...]], width: int) -> Row:
    parts, fill = drawn
    return _fit(parts, width, fill)
