"""The city or province in which a meeting takes place: said to be, or that of the body that holds it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from importers.extraction.events import Event
from importers.extraction.places import PlaceFound, PlaceKind
from importers.extraction.sentences import Sentence
from store.records import MeetingKind

_AT = re.compile(r"(?<!\w)(?:tại|ở)\s([^;.]{0,110})$")
_SOMEBODY = re.compile(
    r"(?<!\w)(?:đoàn|tổ chức|hđnd|ubnd|ủy ban|ban thường vụ|thành ủy|tỉnh ủy|đồng chí|ông|bà|đã|với|bí thư|"
    r"chủ tịch|diễn ra|về|lãnh đạo|tổng)(?!\w)"
)
_HELD_AT = re.compile(r"(?<!\w)(?:diễn ra|tổ chức|khai mạc|có mặt)\s(?:[^.;,]{0,20}\s)?tại\s[^.;]{0,60}$")
_SHALL = re.compile(r"(?<!\w)(?:sẽ|dự kiến|sắp)\s(?:được\s)?$")
_TOWARDS = re.compile(r"(?<!\w)(?:với|thăm|đến|tới|về|tại)\s[^,;.]{0,70}$")
_CENTRAL = re.compile(
    r"(?<!\w)(?:bộ (?!chỉ huy|tư lệnh|phận|máy|đội)|chính phủ|quốc hội|nghị trường|"
    r"(?<!ủy viên )(?<!chấp hành )trung ương|"
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
    r"(?<!\w)(?:vụ việc|vụ án|vụ cháy|vụ cướp|vụ trộm|gây ra vụ|vụ tai nạn|"
    r"(?:sau|về) vụ|trường hợp|xảy ra|địa chỉ|liên quan (?:đến|"
    r"tới)|sai phạm)(?!\w)"
)
"""Words behind an event that tell what it is about: a place behind them is that of the matter."""
_MOVED = re.compile(r"(?<!\w)(?:điều động|giữ chức|bổ nhiệm|phân công|luân chuyển|chỉ định|giới thiệu)(?!\w)")
_OFFICE = re.compile(
    r"(?<!\w)(?:bí thư|chủ tịch|giám đốc|đại biểu|trưởng đoàn|đoàn đbqh|"
    r"trưởng ban)\s(?:[^\s,.;()]+\s){0,5}(?:tp\.\s?)?$"
)
"""Words before a place that make it part of somebody's office."""
_OF_A_FIRM = re.compile(
    r"(?<!\w)(?:giám đốc|ban giám đốc|hđqt|hội đồng quản trị|nhân viên|thành viên|của)\s(?:các\s)?công ty\s"
    r"(?:cổ phần|cp|tnhh|trách nhiệm hữu hạn|liên doanh)(?:\s(?!tại |ở )[^\s,.;()]+){0,5}\s$"
)
"""Words before a place that make it part of the name of a firm."""
_ASSEMBLED = re.compile(r"(?<!\w)(?:nghị trường|quốc hội|ubtvqh)(?!\w)")
_RIGHT_AT = re.compile(r"(?<!\w)(?:tại|ở)\s(?:(?:thủ đô|thành phố|tỉnh|tp)\.?\s)?$")
_ORGANISER = re.compile(r"(?<!\w)do\s(?:(?!bộ |phó |ông |bà )[^\s,;.]+\s){0,6}$")
_DAY_AND_PLACE = re.compile(
    r"(?:^|[\n.]\s{0,2})(?:sáng|trưa|chiều|tối|ngày)\s[^.;\n]{0,40}?,\s?tại\s(?:tp\.|[^.;\n]){0,60}$"
)
"""Words of a sentence that opens with a day and then tells where: it reports the meeting once more."""
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
    places = [p for p in places if not _is_of_a_firm(key, p)]
    central = main is not None and dated and _CENTRAL.search(key, main.start, main.end) is not None
    if main is not None:
        here = [p for p in places if main.start <= p.start < main.end]
        sentence = _Sentence(key, main.start, main.end, _of_meeting(key, main, here, event, central))
        found = _in_main(sentence, event)
        if found is not None:
            return found
    bare = main is not None and not any(main.start <= p.start < main.end for p in places)
    for place in places:
        held = _HELD_AT.search(key, max(0, place.start - 100), place.start)
        if held is not None and _SHALL.search(key, max(0, held.start() - 12), held.start()) is None:
            return place
        if bare and _DAY_AND_PLACE.search(key, max(0, place.start - 140), place.start):
            return place
    if central and main is not None and _is_assembled(key, main, event):
        return None
    if main is not None and len(_provinces([p for p in places if main.start <= p.start < main.end])) > 1:
        return None
    local = main is not None and _LOCAL.search(key, main.start, _matter_at(key, main, event)) is not None
    if title is not None:
        named = [p for p in places if title.start <= p.start < title.end]
        if central and not local:
            named = [p for p in named if _OFFICE.search(key, max(title.start, p.start - 50), p.start) is None]
        if len(_provinces(named)) == 1:
            return named[0]
    if event is not None and central and not local:
        return None
    return _prevailing(places, 1 if local else 2)


def _is_of_a_firm(key: str, place: PlaceFound) -> bool:
    before = key[max(0, place.start - 70) : place.start]
    return "công ty" in before and _OF_A_FIRM.search(before) is not None


def _matter_at(key: str, main: Sentence, event: Event | None) -> int:
    """Where a sentence begins to tell what the event is about, else its end."""
    if event is None or event.end >= main.end:
        return main.end
    found = (pattern.search(key, event.end, main.end) for pattern in (_MATTER, _MOVED))
    return min((match.start() for match in found if match is not None), default=main.end)


def _is_assembled(key: str, main: Sentence, event: Event | None) -> bool:
    """Whether the national assembly sits, whose deputies are named with their provinces."""
    if event is None or event.kind is not MeetingKind.SESSION:
        return False
    return _ASSEMBLED.search(key, max(main.start, event.start - 70), min(main.end, event.end + 40)) is not None


def _of_meeting(
    key: str, main: Sentence, places: Sequence[PlaceFound], event: Event | None, central: bool
) -> list[PlaceFound]:
    """Without the places of the matter that a central body meets about, and the towns of one that others do."""
    if event is None:
        return list(places)
    if not central:
        return [
            p
            for p in places
            if p.start < event.end or p.kind is not PlaceKind.CITY or not _MATTER.search(key, event.end, p.start)
        ]
    return [
        p
        for p in places
        if p.start < event.end
        or not (
            _MATTER.search(key, event.end, p.start)
            or _MOVED.search(key, event.end, p.start)
            or (_is_assembled(key, main, event) and _OFFICE.search(key, event.end, p.start))
        )
    ]


_ROW = re.compile(r"(?<!\w)(?:các|nhiều|những)\s(?:địa phương|huyện|thành phố|thị xã|quận|xã|nơi)(?!\w)[^.;]*$")


def _is_in_a_row(sentence: _Sentence, place: PlaceFound) -> bool:
    """Whether a town is one of several, none of which is the place alone (``tại các địa phương A, B``)."""
    return _ROW.search(sentence.key, max(sentence.start, place.start - 40), place.start) is not None


_NOTE = re.compile(r"\([^()\n]{1,60}\)")
_NOTES = 3
"""Brackets of a sentence from which on they tell of several things where they are."""


def _without_notes(sentence: _Sentence) -> _Sentence:
    """A sentence without the places in brackets, where these tell of several things where they are."""
    notes = [match.span() for match in _NOTE.finditer(sentence.key, sentence.start, sentence.end)]
    inside = [p for p in sentence.places if any(start < p.start < end for start, end in notes)]
    if len(notes) < _NOTES or not inside:
        return sentence
    outside = [p for p in sentence.places if p not in inside]
    return _Sentence(sentence.key, sentence.start, sentence.end, outside)


_HOLDS = re.compile(r"(?:\s[^\s,.;]+){0,4}\s(?:đã\s)?tổ chức(?!\w)")


def _is_held_at_home(sentence: _Sentence, event: Event | None, abroad: PlaceFound) -> bool:
    """Whether a body of a province holds the event, which is about something abroad that is named behind it."""
    if event is None or abroad.kind is not PlaceKind.ABROAD or abroad.start < event.end:
        return False
    return any(
        place.kind is not PlaceKind.ABROAD
        and place.end <= event.start
        and (place.end >= event.start - 2 or _HOLDS.match(sentence.key, place.end))
        for place in sentence.places
    )


def _in_main(sentence: _Sentence, event: Event | None) -> PlaceFound | None:
    sentence = _without_notes(sentence)
    here = [place for place in sentence.places if not _is_held_at_home(sentence, event, place)]
    sentence = _Sentence(sentence.key, sentence.start, sentence.end, here)
    for number, place in enumerate(sentence.places):
        if _RIGHT_AT.search(sentence.key, max(sentence.start, place.start - 16), place.start):
            return _province_behind(sentence, number)
    for number, place in enumerate(sentence.places):
        if place.kind is PlaceKind.CITY and _is_in_a_row(sentence, place):
            continue
        at = _AT.search(sentence.key, max(sentence.start, place.start - 120), place.start)
        if at is not None and not _SOMEBODY.search(at[1]):
            return _province_behind(sentence, number)
    if event is not None and _HOST_ABROAD.match(sentence.key, event.end) and sentence.places:
        return None  # the guests' own place, or one passed on the way
    if len(_provinces(sentence.places)) == 1:
        return _widest(sentence.places)
    if event is None:
        return None
    first = sentence.places[0] if sentence.places else None
    if (
        first is not None
        and "tổ chức" in sentence.key[first.end : sentence.end]
        and _ORGANISER.search(sentence.key, max(sentence.start, first.start - 60), first.start)
    ):
        return first
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
