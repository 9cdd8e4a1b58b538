"""The city or province in which a meeting takes place: said to be, or that of the body that holds it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from importers.extraction.events import Event
from importers.extraction.places import PlaceFound, PlaceKind
from importers.extraction.sentences import Sentence

_AT = re.compile(r"(?<!\w)(?:tại|ở)\s([^;.]{0,110})$")
_SOMEBODY = re.compile(
    r"(?<!\w)(?:đoàn|tổ chức|hđnd|ubnd|ủy ban|ban thường vụ|thành ủy|tỉnh ủy|đồng chí|ông|bà|đã|với|bí thư|"
    r"chủ tịch|diễn ra|về|lãnh đạo|tổng)(?!\w)"
)
_HELD_AT = re.compile(r"(?<!\w)(?:diễn ra|tổ chức|khai mạc|có mặt)\s(?:[^.;,]{0,20}\s)?tại\s[^.;]{0,60}$")
_TOWARDS = re.compile(r"(?<!\w)(?:với|thăm|đến|tới|về|tại)\s[^,;.]{0,70}$")
_CENTRAL = re.compile(
    r"(?<!\w)(?:bộ (?!chỉ huy|tư lệnh|phận|máy|đội)|chính phủ|quốc hội|(?<!ủy viên )(?<!chấp hành )trung ương|"
    r"ban bí thư|thủ tướng|"
    r"chủ tịch nước|tổng bí thư|tổng cục|"
    r"tập đoàn|tổng liên đoàn|ngân hàng nhà nước)"
)
_HOST_ABROAD = re.compile(
    r"\s?(?:với|tại)?\s?(?:lãnh đạo\s)?(?:tỉnh|thành phố|"
    r"bang)\s[^,.;]{2,40}(?:[–(,-]\s?[^.;]{0,40})?(?<!\w)(?:nước|liên bang|cộng hòa|vương quốc)"
)
_LOCAL = re.compile(r"(?<!\w)(?:tỉnh|tỉnh ủy|thành ủy|thành phố|tp|tỉnh đoàn|thành đoàn)(?!\w)")
_MATTER = re.compile(
    r"(?<!\w)(?:vụ việc|vụ án|vụ cháy|vụ tai nạn|trường hợp|xảy ra|địa chỉ|liên quan (?:đến|tới)|sai phạm)(?!\w)"
)
"""Words behind an event that tell what it is about: a place behind them is that of the matter."""
_NAMELY = re.compile(r"^\s?[,(–-]\s?(?:tỉnh\s)?$")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with the places in it."""

    key: str
    start: int
    end: int
    places: Sequence[PlaceFound]


def place_of(
    key: str,
    main: Sentence | None,
    event: Event | None,
    title: Sentence | None,
    places: Sequence[PlaceFound],
    dated: bool = True,
) -> PlaceFound | None:
    """The place of a meeting, from the sentence that reports it, then the headline, then the whole text.

    A central body in a sentence that tells the day (``dated``) holds its meeting where the text does not say.
    """
    central = main is not None and dated and _CENTRAL.search(key, main.start, main.end) is not None
    if main is not None:
        here = [p for p in places if main.start <= p.start < main.end]
        sentence = _Sentence(key, main.start, main.end, _of_meeting(key, here, event) if central else here)
        found = _in_main(sentence, event)
        if found is not None:
            return found
    for place in places:
        if _HELD_AT.search(key, max(0, place.start - 100), place.start):
            return place
    if main is not None and len(_provinces([p for p in places if main.start <= p.start < main.end])) > 1:
        return None
    if title is not None:
        named = [p for p in places if title.start <= p.start < title.end]
        if len(_provinces(named)) == 1:
            return named[0]
    local = main is not None and _LOCAL.search(key, main.start, _matter_at(key, main, event)) is not None
    if event is not None and central and not local:
        return None
    return _prevailing(places, 1 if local else 2)


def _matter_at(key: str, main: Sentence, event: Event | None) -> int:
    """Where a sentence begins to tell what the event is about, else its end."""
    matter = _MATTER.search(key, event.end, main.end) if event is not None and event.end < main.end else None
    return matter.start() if matter is not None else main.end


def _of_meeting(key: str, places: Sequence[PlaceFound], event: Event | None) -> list[PlaceFound]:
    """Without the places of the matter that a central body meets about."""
    if event is None:
        return list(places)
    return [p for p in places if p.start < event.end or not _MATTER.search(key, event.end, p.start)]


def _in_main(sentence: _Sentence, event: Event | None) -> PlaceFound | None:
    for number, place in enumerate(sentence.places):
        at = _AT.search(sentence.key, max(sentence.start, place.start - 120), place.start)
        if at is not None and not _SOMEBODY.search(at[1]):
            return _province_behind(sentence, number)
    if event is not None and _HOST_ABROAD.match(sentence.key, event.end) and sentence.places:
        return None  # the guests' own place, or one passed on the way
    if len(_provinces(sentence.places)) == 1:
        return _widest(sentence.places)
    if event is None:
        return None
    behind = [
        place
        for place in sentence.places
        if place.start >= event.start
        and _TOWARDS.search(sentence.key, max(sentence.start, place.start - 80), place.start)
    ]
    if len(_provinces(behind)) == 1:
        return _widest(behind)
    before = [place for place in sentence.places if place.end <= event.start]
    return _widest(before) if len(_provinces(before)) == 1 else None


def _province_behind(sentence: _Sentence, number: int) -> PlaceFound:
    """A place, or the province named right behind a city of it (``tại TP Vinh, tỉnh Nghệ An``)."""
    place = sentence.places[number]
    if place.kind is PlaceKind.CITY and number + 1 < len(sentence.places):
        following = sentence.places[number + 1]
        if following.name == place.province and _NAMELY.match(sentence.key[place.end : following.start]):
            return following
    return place


def _provinces(places: Sequence[PlaceFound]) -> set[str]:
    return {place.province or place.name for place in places}


def _widest(places: Sequence[PlaceFound]) -> PlaceFound:
    return next((place for place in places if place.kind is not PlaceKind.CITY), places[0])


def _prevailing(places: Sequence[PlaceFound], least: int) -> PlaceFound | None:
    """The one place that the text keeps coming back to, at least so many times."""
    counts = Counter(place.province or place.name for place in places if place.kind is not PlaceKind.ABROAD)
    if not counts:
        return None
    name, count = counts.most_common(1)[0]
    if count < least or count < (0.6 if least > 1 else 0.55) * sum(counts.values()):
        return None
    return _widest([place for place in places if (place.province or place.name) == name])
