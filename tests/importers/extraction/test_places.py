"""Provinces and cities: spellings, heads, and names of people that contain one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.extraction.facts import facts
from importers.extraction.places import PlaceKind, find_places, merged_into
from importers.extraction.reading import Reading, Region, RegionKind


def _reading(text: str) -> Reading:
    return Reading(text, 0, (Region(RegionKind.PARAGRAPH, 0, len(text)),) if text else ())


@pytest.mark.parametrize(
    ("text", "wording", "name"),
    [
        ("tại TP.HCM sáng nay", "TP.HCM", "Thành phố Hồ Chí Minh"),
        ("tại thành phố Hồ Chí Minh", "thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("HĐND tỉnh Khánh Hoà họp", "Khánh Hoà", "Khánh Hòa"),
        ("UBND TỈNH THANH HÓA", "THANH HÓA", "Thanh Hóa"),
        ("ở Thừa Thiên - Huế", "Thừa Thiên - Huế", "Thừa Thiên Huế"),
        ("tỉnh Đăk Lăk", "Đăk Lăk", "Đắk Lắk"),
        ("Đảng bộ Bà Rịa-Vũng Tàu", "Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("thăm Viêng Chăn", "Viêng Chăn", "Viêng Chăn"),
    ],
)
def test_spellings_of_one_place(text: str, wording: str, name: str) -> None:
    assert [(text[p.start : p.end], p.name) for p in find_places(_reading(text))] == [(wording, name)]


@pytest.mark.parametrize(
    "text", ["ông Lê Thái Bình nói", "yêu hòa bình", "Chủ tịch Hồ Chí Minh", "Hà Namx", "bà Trần Thị Huế"]
)
def test_what_is_no_place(text: str) -> None:
    assert find_places(_reading(text)) == ()


def test_a_city_knows_its_province_and_a_head_is_seen() -> None:
    (city,) = find_places(_reading("họp tại TP Quy Nhơn chiều qua"))
    assert (city.kind, city.province, city.headed) == (PlaceKind.CITY, "Bình Định", True)


def test_what_became_of_a_province() -> None:
    assert merged_into("Bình Dương") == "Thành phố Hồ Chí Minh"
    assert merged_into("Nghệ An") is None


def test_the_data_hangs_together() -> None:
    data = facts("places")
    for table in ("merged", "city"):
        assert set(data[table].values()) <= set(data["province"])
    assert set(data["merged"]) <= set(data["province"])
    assert len(set(data["province"]) - set(data["merged"])) == 34


@given(st.text(alphabet="HàNội TP.CMỈƯtỉnh–- \nSàigòn", max_size=60))
def test_any_text_gives_spans_in_order(text: str) -> None:
    reached = 0
    for place in find_places(_reading(text)):
        assert reached <= place.start < place.end <= len(text)
        reached = place.end
