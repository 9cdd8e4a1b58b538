"""Painting only what changed, by cells and not by widgets.

When part of a pane is to be painted again, Textual's compositor asks every widget on these lines for all its lines,
builds each anew with its frame, cuts it wherever any widget begins or ends, and sends it whether it changed or not.
Here it is worked out once a layout which widget is seen where; only these are asked, only for the lines wanted, and
what the terminal shows already is not sent. Panes are asked for their lines without the frame, which they keep.

This stands on a part of Textual that is not public: `Compositor`, of which only `render_partial_update` is another
one here. `tests/tui/test_compositor.py` compares every cell of what it sends with what Textual would have sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from textual._compositor import Compositor, CompositorUpdate, LayoutUpdate
from textual.geometry import Region, Spacing

from tui.widgets.pane import LinePane

if TYPE_CHECKING:
    from rich.console import Console
    from textual.strip import Strip
    from textual.widget import Widget

Sent = dict[tuple[int, int], str]
"""What was sent for the cells from a line and a column on."""


class Slot(NamedTuple):
    """Cells of a line of the screen, from column ``start`` to before ``end``, that one widget is seen in.

    ``line`` is the line of the widget that it is, which begins in column ``left``; ``inside``: one of those within
    the frame of a pane.
    """

    start: int
    end: int
    widget: Widget
    line: int
    left: int
    inside: bool = False
    side: bool = False
    """Whether it is a side of the frame of a pane, which is the same on all lines."""


class Seen(NamedTuple):
    """A widget, where it stands, the part of it that is not cut off, and how wide the frame of a pane is."""

    widget: Widget
    region: Region
    part: Region
    frame: Spacing | None


class CellsUpdate(CompositorUpdate):
    """Parts of lines, of which those are sent that are not on the screen yet."""

    def __init__(self, parts: list[tuple[int, int, Strip]], sent: Sent) -> None:
        self._parts = parts
        self._sent = sent

    def render_segments(self, console: Console) -> str:
        """Give the codes for the terminal; from now on they count as sent."""
        codes = []
        for line, column, strip in self._parts:
            text = strip.render(console)
            if self._sent.get((line, column)) != text:
                self._sent[line, column] = text
                codes.append(f"\x1b[{line + 1};{column + 1}H{text}")
        return "".join(codes)


class CellCompositor(Compositor):
    """A compositor that remembers what the terminal shows."""

    def __init__(self) -> None:
        super().__init__()
        self._sent: Sent = {}
        self._seen: list[Seen] = []
        self._seen_of: object = None
        self._slots: dict[int, list[Slot]] = {}

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        """Paint everything, whatever the terminal shows."""
        self._sent.clear()
        return super().render_full_update(simplify)

    def render_partial_update(self) -> CellsUpdate | None:  # type: ignore[override]
        """Paint the regions that changed."""
        regions = self._dirty_regions.copy()
        self._dirty_regions.clear()
        if not regions:
            return None
        wanted = [
            (y, slot)
            for y, start, end in self._regions_to_spans(regions)
            for slot in self._slots_on(y)
            if slot.start < end and slot.end > start
        ]
        lines = _lines_of(slot for _, slot in wanted if not slot.side)
        parts = []
        for y, slot in wanted:
            widget = slot.widget
            if slot.side and isinstance(widget, LinePane):
                strip = widget.framed_line()
            else:
                strip = lines[widget, slot.inside, slot.line]
            parts.append((y, slot.start, strip.crop(slot.start - slot.left, slot.end - slot.left)))
        return CellsUpdate(parts, self._sent)

    def _slots_on(self, y: int) -> list[Slot]:
        """Give what is seen on a line of the screen, as long as the layout is the same."""
        if self._seen_of is not self.visible_widgets:
            self._seen_of = self.visible_widgets
            self._seen = [_seen(widget, *place) for widget, place in self.visible_widgets.items()]
            self._slots.clear()
            self._sent.clear()
        slots = self._slots.get(y)
        if slots is None:
            slots = self._slots[y] = list(self._seen_on(y)) if 0 <= y < self.size.height else []
        return slots

    def _seen_on(self, y: int) -> Iterator[Slot]:
        free = [(0, self.size.width)]
        for seen in self._seen:
            if not free:
                return
            if not seen.part.y <= y < seen.part.bottom:
                continue
            for slot in _slots_of(seen, y):
                first, last = max(slot.start, seen.part.x), min(slot.end, seen.part.right)
                for start, end in free:
                    if max(start, first) < min(end, last):
                        yield slot._replace(start=max(start, first), end=min(end, last))
                free = [rest for gap in free for rest in _without(gap, first, last)]


def _seen(widget: Widget, region: Region, clip: Region) -> Seen:
    return Seen(widget, region, region.intersection(clip), widget.gutter if isinstance(widget, LinePane) else None)


def _slots_of(seen: Seen, y: int) -> Iterator[Slot]:
    """Give the cells that a widget has on a line, as if nothing lay over it; a pane has its frame apart."""
    widget, region, _, gutter = seen
    line, left, right = y - region.y, region.x, region.right
    if gutter is not None and gutter.top <= line < region.height - gutter.bottom:
        yield Slot(
            left + gutter.left, right - gutter.right, widget, line - gutter.top, left + gutter.left, inside=True
        )
        yield Slot(left, left + gutter.left, widget, line, left, side=True)
        yield Slot(right - gutter.right, right, widget, line, left, side=True)
    else:
        yield Slot(left, right, widget, line, left)


def _without(gap: tuple[int, int], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Give what is left of a gap when these columns are taken."""
    start, end = gap
    if first >= end or last <= start:
        yield gap
        return
    if start < first:
        yield start, first
    if last < end:
        yield last, end


def _lines_of(slots: Iterable[Slot]) -> dict[tuple[Widget, bool, int], Strip]:
    """Ask each widget for the lines that are wanted of it, as many at once as follow each other."""
    wanted: dict[tuple[Widget, bool], set[int]] = {}
    for slot in slots:
        wanted.setdefault((slot.widget, slot.inside), set()).add(slot.line)
    lines: dict[tuple[Widget, bool, int], Strip] = {}
    for (widget, inside), numbers in wanted.items():
        for first, count in _runs(numbers):
            if inside and isinstance(widget, LinePane):
                drawn = widget.inner_lines(first, count)
            else:
                drawn = widget.render_lines(Region(0, first, widget.outer_size.width, count))
            for number, strip in enumerate(drawn, first):
                lines[widget, inside, number] = strip
    return lines


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give numbers as runs: the first of each, and how many follow each other from there."""
    for _, run in groupby(enumerate(sorted(numbers)), lambda pair: pair[1] - pair[0]):
        first, *others = (number for _, number in run)
        yield first, 1 + len(others)
