"""Teasers above an article: headlines of others, each with a sentence or two, before the headline that is dated."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import Final

from importers.cleaning import bylines, captions
from importers.cleaning.lines import Line, LineKind
from importers.cleaning.stamps import read_stamp

_ENOUGH_WORDS: Final = 6
_TEASER_HEADLINE: Final = 4
_TEASER_LIMIT: Final = 320
_MENU: Final = 3
_REACH: Final = 300
_ROW: Final = 2
_MORE: Final = 2
"""How many times as much prose as the teasers the article must have."""


def mark(lines: list[Line]) -> None:
    """Mark teasers as boilerplate: prose above a headline with its stamp, under headlines that have none.

    A lead stands above the stamp too, but then the headline stands above the lead, with no menu or teaser between.
    """
    left = [line for line in lines[:_REACH] if line.kind is None]
    prose = [index for index, line in enumerate(left) if line.is_prose]
    if len(prose) < 2:
        return
    headline = _dated_headline(left, prose[0])
    if headline is None:
        return
    teasers = [index for index in prose if index < headline]
    is_menu = len(teasers) > 1 or lines.index(left[teasers[0]]) > _MENU
    if not is_menu or not all(_is_teaser(left, index) for index in teasers):
        return
    above = sum(len(left[index].text) for index in teasers)
    if sum(len(left[index].text) for index in prose if index > headline) < above * _MORE:
        return
    for line in left[: teasers[-1] + 1]:
        line.be(LineKind.BOILERPLATE, "above the article")


def _dated_headline(left: list[Line], start: int) -> int | None:
    """Give the line right above the first stamp, where it is below some prose and may be a headline."""
    at = next((index for index, line in enumerate(left) if index > start and _is_stamp(line)), 0)
    if at < start + 2 or at + 1 == len(left) or not left[at + 1].is_prose:
        return None
    line = left[at - 1]
    if line.stops or line.is_prose or len(line.text.split()) < _ENOUGH_WORDS or captions.likeness(line) >= 3:
        return None
    return at - 1


def _is_stamp(line: Line) -> bool:
    if line.is_prose:
        return False
    stamp = read_stamp(line.text)
    return stamp is not None and not stamp.rest


def _is_teaser(left: list[Line], index: int) -> bool:
    if index == 0 or len(left[index].text) > _TEASER_LIMIT:
        return False
    above = left[index - 1]
    return (
        not above.stops and len(above.text.split()) >= _TEASER_HEADLINE and captions.credit_of(above.text) is None
    )


def mark_below_lead(lines: list[Line]) -> None:
    """Mark headlines of other articles that pages print between the lead and the rest.

    Two or more lines in a row that are neither sentences nor items of a list, nor tell of a picture: an article has
    one crosshead at a time.
    """
    title = next((index for index, line in enumerate(lines) if line.kind is LineKind.TITLE), None)
    if title is None:
        return
    lead = next((i for i in range(title + 1, len(lines)) if lines[i].kind is None and lines[i].is_prose), None)
    if lead is None or lines[lead].text[-1] in ":;,":
        return
    row = list(takewhile(_is_other_headline, islice(lines, lead + 1, None)))
    if _ROW <= len(row) < len(lines) - lead - 1:
        for line in row:
            line.be(LineKind.BOILERPLATE, "headlines below the lead")


def _is_other_headline(line: Line) -> bool:
    if line.kind is not None or line.is_prose or line.stops or line.text[-1] in ":;,":
        return False
    return (
        len(line.text.split()) > _ENOUGH_WORDS
        and line.text[0].isupper()
        and not line.text.isupper()
        and captions.credit_of(line.text) is None
        and captions.likeness(line) < 3
        and not bylines.is_byline(line.text)
    )
