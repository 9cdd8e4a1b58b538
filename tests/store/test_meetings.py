"""Which reports are of one meeting, and which are not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from store import articles, derived
from store.archive import Archive
from store.records import Attendance, Extraction, Meeting, MeetingKind, Role
from tests.store.making import FULL, made, open_archive, take_in

FOUR = ("Mẫu Một", "Mẫu Hai", "Mẫu Ba", "Mẫu Bốn")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path) as opened:
        yield opened


def meeting(
    people: tuple[str, ...] = FOUR,
    date: str | None = "2021-10-04",
    place: str | None = "Hải Vân",
    kind: MeetingKind = MeetingKind.CONFERENCE,
    part_of_day: str | None = None,
    title: str | None = None,
) -> Meeting:
    attendances = tuple(Attendance(name, Role.ATTENDS) for name in people)
    return Meeting(kind, title, date=date, place=place, part_of_day=part_of_day, attendances=attendances)


def report(archive: Archive, *meetings: Meeting, number: int = 1) -> int:
    path = f"/{number}.txt"
    one = made(path, body=f"Bài số {number}.")
    extraction = Extraction("1", meetings)
    return take_in(archive, replace(one, extraction=extraction))[0]


SAME = [
    (meeting(), meeting()),
    (meeting(), meeting(people=FOUR[:2])),
    (meeting(), meeting(people=(*FOUR[:2], "Mẫu Năm"))),
    (meeting(), meeting(place=None)),
    (meeting(), meeting(place="tỉnh Hải Vân")),
    (meeting(), meeting(kind=MeetingKind.WORKING_SESSION)),
    (meeting(part_of_day="morning"), meeting()),
    (meeting(date="XXXX-10-04"), meeting(date="XXXX-10-04")),
    (meeting(people=FOUR[:1]), meeting()),
]
APART = [
    (meeting(), meeting(date="2021-10-05")),
    (meeting(), meeting(people=("Mẫu Năm", "Mẫu Sáu"))),
    (meeting(), meeting(people=(FOUR[0], "Mẫu Năm", "Mẫu Sáu", "Mẫu Bảy"))),
    (meeting(), meeting(place="Phú Lộc")),
    (meeting(part_of_day="morning"), meeting(part_of_day="afternoon")),
    (meeting(date="XXXX-10-04"), meeting(date="XXXX-10-04", place=None)),
    (meeting(date="2021-10"), meeting(date="2021-10")),
    (meeting(date=None), meeting(date=None)),
    (meeting(people=()), meeting(people=())),
    (meeting(people=FOUR[:1]), meeting(place=None)),
    (meeting(people=FOUR[:1]), meeting(kind=MeetingKind.VISIT)),
    (meeting(people=FOUR[:1], kind=MeetingKind.MEETING), meeting(people=FOUR[:1], kind=MeetingKind.MEETING)),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_two_reports_of_one_meeting(archive: Archive, first: Meeting, second: Meeting) -> None:
    ids = [report(archive, first), report(archive, second, number=2)]

    assert archive.rows("SELECT count(*) FROM meetings") == [(1,)]
    assert [articles.read(archive, i).same_meeting for i in ids] == [(ids[1],), (ids[0],)]
    assert [articles.read(archive, i).meetings for i in ids] == [(first,), (second,)]


@pytest.mark.parametrize(("first", "second"), APART)
def test_two_reports_of_two_meetings(archive: Archive, first: Meeting, second: Meeting) -> None:
    ids = [report(archive, first), report(archive, second, number=2)]

    assert archive.rows("SELECT count(DISTINCT key) FROM meetings") == [(2,)]
    assert [articles.read(archive, i).same_meeting for i in ids] == [(), ()]


def test_what_one_report_tells_apart_stays_apart(archive: Archive) -> None:
    report(archive, meeting(), meeting())
    report(archive, meeting(), number=2)

    assert archive.rows("SELECT count(*) FROM meetings") == [(2,)]
    assert archive.rows("SELECT count(*) FROM meeting_articles") == [(3,)]


def test_a_meeting_says_what_its_reports_say_together(archive: Archive) -> None:
    first = report(archive, meeting(place=None, title=None))
    report(archive, meeting(part_of_day="morning", title="Phiên thứ mười"), number=2)
    place = "SELECT m.name, m.part_of_day, p.name FROM meetings m LEFT JOIN places p ON p.id = m.place_id"

    assert archive.rows(place) == [("Phiên thứ mười", "morning", "Hải Vân")]

    derived.rebuild(archive, [first], [Extraction("2")])
    assert archive.rows(place) == [("Phiên thứ mười", "morning", "Hải Vân")]


def test_the_key_of_a_meeting_is_the_same_after_a_new_extraction(archive: Archive) -> None:
    [article_id] = take_in(archive, FULL)
    before = archive.rows("SELECT key FROM meetings")

    derived.rebuild(archive, [article_id], [FULL.extraction])

    assert archive.rows("SELECT key FROM meetings") == before


def test_a_meeting_without_reports_is_gone(archive: Archive) -> None:
    [first, second] = [report(archive, meeting()), report(archive, meeting(), number=2)]

    derived.rebuild(archive, [first, second], [Extraction("2")] * 2)

    assert archive.rows("SELECT count(*) FROM meetings") == [(0,)]
    assert archive.rows("SELECT count(*) FROM people") == [(0,)]
