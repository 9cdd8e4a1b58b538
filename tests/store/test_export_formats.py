"""Every format of export: its exact bytes, and that others who read it find in it what the archive has."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.exporters import FORMATS
from store.exporters.facts import address, record
from store.exporters.tables import safe
from store.records import (
    ArticleView,
    Attendance,
    DateBasis,
    Meeting,
    MeetingKind,
    Mention,
    MentionKind,
    Office,
    PersonInArticle,
    Role,
    SourceFile,
    Span,
    Tense,
)
from tests.store.views import nasty_view, plain_view

GOLDEN = Path(__file__).parent / "golden"
NEW = [name for name in FORMATS if name != "markdown"]


def person(key: str, name: str, *offices: Office, mentions: tuple[Mention, ...] = ()) -> PersonInArticle:
    return PersonInArticle(key, name, Role.ATTENDS, None, True, (), offices, mentions)


def session(key: str, name: str, tense: Tense = Tense.HOLDS) -> ArticleView:
    """An article on a session of two days, at which someone held an office of a committee."""
    office = Office(
        "Chủ tịch UBND tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh", Span(0, 18), tense, "Ủy ban nhân dân tỉnh", "Hải Vân"
    )
    mention = Mention(MentionKind.PERSON, Span(0, len(name)), name)
    return replace(
        plain_view(key, "Khai mạc kỳ họp", f"{name} khai mạc kỳ họp."),
        meetings=(
            Meeting(
                MeetingKind.SESSION, "Kỳ họp thứ 5", "2024-04-03/2024-04-05", "từ ngày 3 đến 5-4",
                DateBasis.STATED, place="Hải Vân", attendances=(Attendance(name, Role.CHAIRS),),
            ),
        ),
        people=(person("le van mau", name, office, mentions=(mention,)),),
        mentions=(mention,),
        published="2024-04-06T07:00",
        sources=(SourceFile("a.html", "html", "f" * 64, "https://www.hai-van.vn/tin?id=1"),),
    )  # fmt: skip


def views() -> list[ArticleView]:
    return [
        nasty_view(),
        session("1" * 24, "Lê Văn Mẫu"),
        session("2" * 24, "LÊ VĂN MẪU", Tense.FORMER),
        plain_view("3" * 24, None, ""),
    ]


def all_of(name: str, some: list[ArticleView] | None = None) -> str:
    return "".join(FORMATS[name].many(views() if some is None else some))


@pytest.mark.parametrize("name", NEW)
def test_the_bytes_are_exactly_those_of_the_golden_file(name: str) -> None:
    assert all_of(name).encode() == (GOLDEN / f"articles.{name}").read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_an_article_is_read_as_often_as_is_said_and_none_twice_at_a_time(name: str) -> None:
    class Counting(list[ArticleView]):
        read = 0

        def __iter__(self) -> Any:
            for view in super().__iter__():
                self.read += 1
                yield view

    counted = Counting(views())
    "".join(FORMATS[name].many(counted))
    assert counted.read == FORMATS[name].passes * len(counted)


@pytest.mark.parametrize("name", FORMATS)
def test_of_no_article_a_file_is_made_too(name: str) -> None:
    written = all_of(name, [])
    if FORMATS[name].extension in (".json", ".jsonld"):
        json.loads(written)


@pytest.mark.parametrize("name", ["jsonl", "csl", "annotations", "ftm", "popolo"])
def test_half_a_character_is_no_obstacle(name: str) -> None:
    odd = replace(session("4" * 24, "Lê Văn Mẫu"), title="nửa \ud800 chữ")
    written = all_of(name, [odd]).encode()
    for line in written.decode().splitlines() if name in ("jsonl", "ftm") else [written.decode()]:
        json.loads(line)


def test_lines_of_json_hold_all_that_is_known() -> None:
    lines = [json.loads(line) for line in all_of("jsonl").splitlines()]
    assert lines == [json.loads(json.dumps(record(view))) for view in views()]
    assert lines[0]["notes"][2]["exact"] == "94% đại biểu"
    assert lines[1]["people"][0]["offices"][0]["place"] == "Hải Vân"


# --- tables -----------------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(st.text(max_size=30) | st.sampled_from(["=1+1", "+84", "-5", "@a", "\t=1", "\r=1", " =1", "|x", "%x"]))
def test_no_cell_is_a_formula(text: str) -> None:
    assert not safe(text).startswith(("=", "+", "-", "@", "|", "%", "\t", "\r", "\n"))


def rows(name: str, some: list[ArticleView] | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(all_of(name, some).removeprefix("\ufeff"), newline="")))


def test_the_table_of_articles() -> None:
    found = rows("csv")
    assert [row["key"][0] for row in found] == ["0", "1", "2", "3"]
    assert found[1]["people"] == "Lê Văn Mẫu (Chủ tịch UBND tỉnh)"
    assert found[1]["address"] == "https://www.hai-van.vn/tin?id=1"
    assert found[0]["tags"] == "đọc lại; null; 1e3; #x: y; 2024-01-01; ~"


def test_the_table_of_offices_has_a_row_for_each_and_one_for_a_person_without() -> None:
    found = rows("csv-offices")
    assert [(row["person"], row["position"], row["tense"]) for row in found] == [
        ("Lê Văn Mẫu", "Bí thư Thành ủy", "holds"),
        ("Lê Văn Mẫu", "Bí thư Thành ủy", "holds"),
        ("no", "'- {a: b}", "holds"),
        ("Lê Văn Mẫu", "Chủ tịch UBND tỉnh", "holds"),
        ("LÊ VĂN MẪU", "Chủ tịch UBND tỉnh", "former"),
    ]
    twice = session("5" * 24, "Lê Văn Mẫu")
    twice = replace(twice, people=(replace(twice.people[0], offices=twice.people[0].offices * 2), person("x", "X")))
    assert [(row["person"], row["position"]) for row in rows("csv-offices", [twice])] == [
        ("Lê Văn Mẫu", "Chủ tịch UBND tỉnh"),
        ("X", ""),
    ]


# --- references -------------------------------------------------------------------------------------------------


def test_references_say_when_it_was_published_and_when_it_met() -> None:
    [item] = json.loads(all_of("csl", [session("1" * 24, "Lê Văn Mẫu")]))
    assert item["issued"] == {"date-parts": [[2024, 4, 6]]}
    assert item["event-date"] == {"date-parts": [[2024, 4, 3], [2024, 4, 5]]}
    assert item["container-title"] == "hai-van.vn"


def test_a_year_that_is_not_known_is_not_told() -> None:
    view = replace(plain_view(), meetings=(Meeting(MeetingKind.MEETING, date="XXXX-12-12"),))
    [item] = json.loads(all_of("csl", [view]))
    assert "event-date" not in item
    assert "eventdate" not in all_of("bibtex", [view])


BRACES = re.compile(r"(?<!\\)(?:\\\\)*[{}]")


@settings(deadline=None)
@given(st.text(max_size=30), st.text(max_size=20))
def test_hostile_text_never_ends_an_entry_of_bibtex(title: str, tag: str) -> None:
    view = replace(nasty_view(), title=title, byline=tag)
    depth = 0
    for line in all_of("bibtex", [view]).splitlines():
        for brace in BRACES.findall(line):
            depth += 1 if brace[-1] == "{" else -1
            assert depth >= 0
        assert depth == (0 if line in ("}", "") else 1)


def test_references_of_one_name_are_told_apart() -> None:
    names = re.findall(r"@misc\{([^,]+),", all_of("bibtex"))
    assert len(set(names)) == 4
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in names)


# --- notes, people, meetings ------------------------------------------------------------------------------------


def test_annotations_point_to_the_very_words() -> None:
    view = nasty_view()
    page = json.loads(all_of("annotations", [view]))
    notes = [item for item in page["items"] if item["motivation"] != "tagging"]
    assert len(notes) == len(view.notes)
    assert len(page["items"]) == len(view.notes) + len(view.tags)
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    placed = [item for item in notes if len(item["target"].get("selector", ())) == 2]
    assert len(placed) == 2
    for item in placed:
        quote, position = item["target"]["selector"]
        assert view.body[position["start"] : position["end"]] == quote["exact"]
    assert {item["motivation"] for item in notes} == {"commenting", "questioning", "assessing", "highlighting"}


def test_popolo_points_only_to_what_is_there_and_names_a_person_once() -> None:
    data = json.loads(all_of("popolo"))
    ids = {kind: {item["id"] for item in data[kind]} for kind in data}
    assert [item["name"] for item in data["persons"]].count("Lê Văn Mẫu") == 1
    for membership in data["memberships"]:
        assert membership["person_id"] in ids["persons"]
        assert membership["post_id"] in ids["posts"]
        assert membership.get("organization_id") in {None, *ids["organizations"]}
    assert {one["id"] for event in data["events"] for one in event.get("attendees", ())} <= ids["persons"]
    held = next(one for one in data["memberships"] if one["label"] == "Chủ tịch UBND tỉnh")
    assert len(held["sources"]) == 2
    event = next(one for one in data["events"] if one["classification"] == "session")
    assert (event["start_date"], event["end_date"]) == ("2024-04-03", "2024-04-05")


def entities(some: list[ArticleView] | None = None) -> list[dict[str, Any]]:
    return [json.loads(line) for line in all_of("ftm", some).splitlines()]


def test_entities_are_once_each_and_point_only_to_each_other() -> None:
    found = entities()
    ids = {entity["id"]: entity["schema"] for entity in found}
    assert len(ids) == len(found)
    pointing = {"holder": "Person", "post": "Position", "organization": "Organization", "document": "Article"}
    for entity in found:
        for name, schema in {**pointing, "involved": "Person", "proof": "Article", "resolved": "Person"}.items():
            assert {ids[value] for value in entity["properties"].get(name, ())} <= {schema}
    [held] = [one for one in found if one["schema"] == "Occupancy" and len(one["properties"]["proof"]) == 2]
    assert held["properties"]["status"] == ["current", "ended"]


def test_follow_the_money_takes_every_value_as_it_is() -> None:
    model = pytest.importorskip("followthemoney", reason="needs the extra “validators”").model
    for entity in entities():
        schema = model.get(entity["schema"])
        schema.validate({"properties": entity["properties"]})
        proxy = model.make_entity(schema)
        proxy.id = entity["id"]
        for name, values in entity["properties"].items():
            for value in values:
                proxy.add(name, value)
            assert sorted(proxy.get(name)) == sorted(values), name


def test_a_calendar_has_the_meetings_that_are_told_to_the_day() -> None:
    calendar = icalendar.Calendar.from_ical(all_of("icalendar").encode())
    events = calendar.walk("VEVENT")
    assert calendar.errors == []
    assert all(event.errors == [] for event in events)
    assert [(event.start, event.end) for event in events if isinstance(event, icalendar.Event)] == [
        (datetime.date(2024, 4, 3), datetime.date(2024, 4, 4)),
        (datetime.date(2024, 4, 3), datetime.date(2024, 4, 6)),
        (datetime.date(2024, 4, 3), datetime.date(2024, 4, 6)),
    ]
    assert str(events[0]["SUMMARY"]) == "Sáng: Phiên họp: “thường kỳ”"
    assert str(events[1]["DESCRIPTION"]) == "Khai mạc kỳ họp\nLê Văn Mẫu: Chủ tịch UBND tỉnh"
    assert len({str(event["UID"]) for event in events}) == 3


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=30))
def test_lines_of_a_calendar_are_short_and_hostile_text_stays_text(title: str, place: str) -> None:
    meeting = Meeting(MeetingKind.MEETING, f"Họp {title}", "2024-04-03", place=f"Ở {place}")
    written = all_of("icalendar", [replace(plain_view(), meetings=(meeting,))])
    assert max(len(line.encode("utf-8", "replace")) for line in written.split("\r\n")) <= 75
    [event] = icalendar.Calendar.from_ical(written.encode("utf-8", "replace")).walk("VEVENT")
    assert str(event["SUMMARY"]).startswith("Họp")


# --- templates --------------------------------------------------------------------------------------------------


def test_links_of_obsidian_hold_nothing_that_ends_them() -> None:
    odd = replace(plain_view(), people=(person("a", "A]] [[B|c#d"),))
    assert "- [[A B c d]]" in all_of("obsidian", [odd])
    assert "- [[" not in all_of("markdown", [odd])


@pytest.mark.parametrize(
    ("given_address", "known"),
    [
        ("https://vi.du/a", True),
        ("HTTP://vi.du", True),
        ("javascript:alert(1)", False),
        ("https://vi.du/ x", False),
    ],
)
def test_only_addresses_of_the_web_are_given_as_such(given_address: str, known: bool) -> None:
    view = replace(plain_view(), sources=(SourceFile("a", "text", "d" * 64, given_address),))
    assert (address(view) is not None) is known


def test_every_format_is_told_apart_by_its_name_and_says_what_it_is() -> None:
    told: Callable[[str], str] = lambda name: FORMATS[name].about  # noqa: E731
    assert len({told(name) for name in FORMATS}) == len(FORMATS)
