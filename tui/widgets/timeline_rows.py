"""One row of the timeline as text: the day in a margin of its own, the title beside it, what the user added below.

::

    ▸01·12  Đồng chí Trưởng Ban Tổ
     sáng   chức Trung ương làm việc
    ✓       với Thành ủy    k r ✎2 ●
"""

from __future__ import annotations

from typing import Final

from store.records import TimelineRow
from store.text import one_line
from tui.language import grouped, tr
from tui.widgets.dates import heading, in_margin, year_in_margin
from tui.widgets.timeline_layout import Section, Sections
from tui.widgets.timeline_pages import Context
from tui.widgets.wrapping import cells, cut, wrap

Part = tuple[str, tuple[str, ...]]
"""Text and the component classes of its look."""

MARGIN: Final = 8
"""Cells before the title: the cursor's sign, six of the date, a space."""

LEAST_HEIGHT: Final = 1
EVEN_HEIGHT: Final = 2
"""Lines of each row where there are too many to ask each for its own."""
GREATEST_HEIGHT: Final = 4
CONTEXT_HEIGHT: Final = 1
_DATE_WIDTH: Final = MARGIN - 2
_LETTERLESS: Final = 9
_TITLE_LIMIT: Final = 400


def row_height(row: TimelineRow, width: int, *, years: bool = False, context: Context | None = None) -> int:
    """Tell how many lines a row needs to show its title and signs whole, within the greatest height.

    ``years``: no heading says its year; ``context``: a line of the article is shown below the title.
    """
    room = _room(width)
    title = _title(row)
    lines = wrap(title, 0, len(title), room)
    signs = cells(_plain(_signs(row)))
    last = cells(title[slice(*lines[-1])])
    needed = len(lines) + (1 if signs and last + 1 + signs > room else 0)
    extra = 0 if context is None else CONTEXT_HEIGHT
    return min(max(needed, len(_margin(row, years)), LEAST_HEIGHT), GREATEST_HEIGHT) + extra


def row_lines(
    row: TimelineRow,
    width: int,
    height: int,
    *,
    cursor: bool,
    years: bool = False,
    context: Context | None = None,
) -> list[list[Part]]:
    """Write a row in exactly ``height`` lines of at most ``width`` cells, the context in the last of them."""
    room = _room(width)
    title_height = height if context is None else height - CONTEXT_HEIGHT
    margin = _margin(row, years)
    titles = _title_lines(row, room, title_height)
    look: tuple[str, ...] = ("timeline--unread",) if row.unread else ("timeline--read",)
    if row.title_is_lede:
        look = (*look, "timeline--lede")
    lines: list[list[Part]] = []
    signs = _signs(row)
    signs_at = _line_of_signs(titles, cells(_plain(signs)), room)
    for at in range(title_height):
        day = margin[at] if at < len(margin) else ""
        sign = "▸" if cursor and at == 0 else " "
        if row.marked and at == title_height - 1:
            sign, day = ("✓", day) if title_height > 1 else (sign, f"{day}✓")
        date_look = "timeline--inferred" if row.inferred else "timeline--date"
        parts: list[Part] = [
            (sign, ("timeline--sign",)),
            (day + " " * (MARGIN - 1 - cells(day)), (date_look if at == 0 else "timeline--part-of-day",)),
            (titles[at], look),
        ]
        if at == signs_at:
            used = MARGIN + cells(titles[at]) + cells(_plain(signs))
            parts.append((" " * (width - used), ()))
            parts.extend(signs)
        lines.append(parts)
    if context is not None:
        lines.append([(" " * MARGIN, ()), *_context_parts(context, room)])
    return lines


def _context_parts(context: Context, room: int) -> list[Part]:
    """Write a line of context, cut where the room ends, what matches set off."""
    text, spans = context
    shown = cut(text, room)
    end = len(text) if shown == text else len(shown) - 1
    parts: list[Part] = []
    at = 0
    for span in spans:
        first, last = min(span.start, end), min(span.end, end)
        parts.append((text[at:first], ("timeline--context",)))
        parts.append((text[first:last], ("timeline--match",)))
        at = last
    parts.append((text[at:end] + shown[end:], ("timeline--context",)))
    return [part for part in parts if part[0]]


def base_looks(*, cursor: bool) -> tuple[str, ...]:
    """Give the looks that those of all parts of a line are laid over."""
    return ("timeline--row", "timeline--cursor") if cursor else ("timeline--row",)


def heading_line(sections: Sections, at: int, width: int, *, cursor: bool) -> list[Part]:
    """Write a heading: the year, its month, a line across and how many there are; ``+`` where it hides them.

    The year is bright in the first of each.
    """
    section = sections.all[at]
    before = sections.all[at - 1] if at else None
    new_year = before is None or _year(before) != _year(section)
    year, name = heading(section.name)
    sign = ("▸" if cursor else " ") + ("+ " if section.folded else "")
    number = f" {grouped(section.rows)}"
    look = "timeline--year" if new_year else "timeline--month"
    parts: list[Part] = [(sign, ("timeline--sign",)), (year, (look,))]
    if name:
        parts.append((f" · {name}", ("timeline--month",)))
    rule = width - sum(cells(text) for text, _ in parts) - cells(number) - 1
    if rule > 0:
        parts.append((" " + "─" * rule, ("timeline--rule",)))
        parts.append((number, ("timeline--count",)))
    return parts


def _year(section: Section) -> str:
    return (section.name or "")[:4]


def _room(width: int) -> int:
    return max(width - MARGIN, 4)


def _title(row: TimelineRow) -> str:
    return one_line(row.title, _TITLE_LIMIT) or tr("no headline")


def _margin(row: TimelineRow, years: bool) -> list[str]:
    """Write the date in lines of the margin: the day, then the year or the part of the day."""
    text = in_margin(row.sort_date, row.inferred)
    lines = [text[start:end] for start, end in wrap(text, 0, len(text), _DATE_WIDTH)]
    if years:
        lines.append(cut(year_in_margin(row.sort_date), _DATE_WIDTH))
    elif row.part_of_day:
        lines.append(cut(one_line(tr(row.part_of_day)), _DATE_WIDTH))
    return lines


def _title_lines(row: TimelineRow, room: int, height: int) -> list[str]:
    """Fold the title into the lines there are, leaving room for the signs in the last one."""
    title = _title(row)
    lines = wrap(title, 0, len(title), room)
    signs = cells(_plain(_signs(row)))
    last_room = room - signs - 1 if signs else room
    texts = [title[start:end] for start, end in lines[: height - 1]]
    rest = title[lines[height - 1][0] :] if len(lines) >= height else ""
    texts.append(cut(rest, last_room))
    return texts + [""] * (height - len(texts)) if rest else _at_top(texts, height)


def _line_of_signs(titles: list[str], signs: int, room: int) -> int:
    """Tell which line the signs stand in: that where the title ends, if they fit beside it, else the last."""
    ends = max((at for at, text in enumerate(titles) if text), default=0)
    return ends if cells(titles[ends]) + 1 + signs <= room else len(titles) - 1


def _at_top(texts: list[str], height: int) -> list[str]:
    filled = [text for text in texts if text]
    return filled + [""] * (height - len(filled))


def _signs(row: TimelineRow) -> list[Part]:
    """Write what the user and the archive add to a row: copies, tags, notes, unread; the dot always last."""
    words: list[Part] = []
    if row.copies > 1:
        words.append((f"×{row.copies}", ("timeline--copies",)))
    for tag in row.tags[:4]:
        name = one_line(tag.letter) if tag.letter else cut(one_line(tag.name), _LETTERLESS)
        words.append((name, ("timeline--tag",)))
    if len(row.tags) > 4:
        words.append((f"+{len(row.tags) - 4}", ("timeline--tag",)))
    if row.notes:
        words.append((f"✎{row.notes}", ("timeline--note",)))
    if row.unread:
        words.append(("●", ("timeline--dot",)))
    spaced: list[Part] = []
    for word in words:
        spaced.extend([(" ", ()), word] if spaced else [word])
    return spaced


def _plain(parts: list[Part]) -> str:
    return "".join(text for text, _ in parts)
