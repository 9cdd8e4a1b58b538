"""How a row of the timeline is printed, for every command that prints some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cli.messages import Column

if TYPE_CHECKING:
    from store.records import TimelineRow

KEY_LENGTH: Final = 10
"""Hexadecimal digits of a key that are printed: any unique beginning of a key names its article."""

COLUMNS: Final = (
    Column("date"),
    Column("key", style="dim"),
    Column("title", wide=True),
    Column("tags", style="italic"),
)


def as_cells(row: TimelineRow) -> tuple[str, ...]:
    """Write a row for people: ``~`` before a date that is inferred, ``*`` after a marked article."""
    return (
        f"{date_of(row)} {row.part_of_day or ''}",
        row.key[:KEY_LENGTH],
        f"{row.title} *" if row.marked else row.title,
        ", ".join(tag.name for tag in row.tags),
    )


def date_of(row: TimelineRow) -> str:
    """Write the date that a row is placed by, with ``~`` before one that is inferred."""
    return ("~" if row.inferred else "") + (row.sort_date or "no date")


def as_object(row: TimelineRow) -> dict[str, Any]:
    """Write a row for machines."""
    return {
        "key": row.key,
        "title": row.title,
        "title_is_lede": row.title_is_lede,
        "date": row.sort_date,
        "date_inferred": row.inferred,
        "part_of_day": row.part_of_day,
        "unread": row.unread,
        "marked": row.marked,
        "tags": [tag.name for tag in row.tags],
        "notes": row.notes,
        "copies": row.copies,
    }
