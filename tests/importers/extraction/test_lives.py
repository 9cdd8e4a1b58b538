"""Lives told in rows of years, and brackets that only tell whose relative somebody is."""

from __future__ import annotations

import pytest

from store.records import Tense
from tests.importers.extraction.test_careers import find, held

ROWS = (
    "4/1985-7/1988: Ủy viên Ban Thường vụ Thành đoàn Pleiku, rồi Phó Bí thư Thành đoàn.",
    "8/1988 - 10/1990: Phó Giám đốc Sở Công Thương tỉnh Gia Lai; Bí thư Chi bộ cơ quan.",
    "Từ tháng 11/1990 đến nay: Giám đốc Sở Công Thương tỉnh Gia Lai.",
)
OFFICES = [
    "Ủy viên Ban Thường vụ Thành đoàn Pleiku",
    "Phó Bí thư Thành đoàn",
    "Phó Giám đốc Sở Công Thương tỉnh Gia Lai",
    "Bí thư Chi bộ cơ quan",
    "Giám đốc Sở Công Thương tỉnh Gia Lai",
]


def test_rows_of_years_are_the_life_of_the_one_in_the_headline() -> None:
    told = "Ông Đỗ Gia Bảo trao quyết định cho ông Lê Hữu Tâm."
    people = {p.name: p for p in find(told, *ROWS, title="Tiểu sử ông Lê Hữu Tâm")}
    assert [office.wording for office in people["Lê Hữu Tâm"].offices] == OFFICES
    assert not people["Đỗ Gia Bảo"].offices


def test_without_a_name_in_the_headline_it_is_the_life_of_who_was_named_last() -> None:
    assert held("Ông Lê Hữu Tâm sinh năm 1960.", *ROWS) == {"Lê Hữu Tâm": OFFICES}


def test_what_lasts_until_now_is_held_and_the_rest_was() -> None:
    [person] = find("Ông Lê Hữu Tâm sinh năm 1960.", *ROWS)
    tenses = {office.wording: office.tense for office in person.offices}
    assert tenses["Giám đốc Sở Công Thương tỉnh Gia Lai"] is Tense.HOLDS
    assert tenses["Phó Bí thư Thành đoàn"] is Tense.FORMER


@pytest.mark.parametrize(
    "row",
    [
        "- Từ 1991 - 1995: {office}.",
        "+ Năm 1991 – 1995: {office}",
        "Tháng 3 năm 1991 đến tháng 5 năm 1995: {office}.",
        "01/3/1991-15/5/1995: {office};",
        "1995 : {office}.",
    ],
)
def test_rows_are_known_however_their_years_are_written(row: str) -> None:
    rows = [row.format(office=office) for office in ("Chánh Văn phòng Sở Y tế", "Phó Giám đốc Sở Y tế")]
    [person] = find("Ông Lê Hữu Tâm sinh năm 1960.", *rows, ROWS[2])
    assert [office.wording for office in person.offices][:2] == ["Chánh Văn phòng Sở Y tế", "Phó Giám đốc Sở Y tế"]


def test_two_rows_are_no_life() -> None:
    assert held("Ông Lê Hữu Tâm sinh năm 1960.", *ROWS[:2]) == {"Lê Hữu Tâm": []}


def test_a_row_that_names_somebody_is_read_as_any_sentence() -> None:
    other = "1993-1995: Đỗ Gia Bảo, Trưởng phòng Kế hoạch."
    found = held("Ông Lê Hữu Tâm sinh năm 1960.", *ROWS, other)
    assert found["Đỗ Gia Bảo"] == ["Trưởng phòng Kế hoạch"]
    assert found["Lê Hữu Tâm"] == OFFICES


@pytest.mark.parametrize("kin", ["vợ ông Bảo", "em ruột ông Bảo", "chồng bà Bảo", "con gái của ông Đỗ Gia Bảo"])
def test_whose_relative_somebody_is_says_nothing_of_the_relative(kin: str) -> None:
    found = held(
        f"Ông Đỗ Gia Bảo đã về. Bà Lê Thị Tâm ({kin}) lần lượt được bổ nhiệm các chức vụ: Phó Hiệu trưởng, Giám đốc"
        " Sở Y tế."
    )
    assert found == {"Đỗ Gia Bảo": [], "Lê Thị Tâm": ["Phó Hiệu trưởng", "Giám đốc Sở Y tế"]}


def test_a_part_of_a_body_goes_on_to_the_whole() -> None:
    found = held("Ông Lê Hữu Tâm, Trưởng phòng Kế hoạch thuộc Sở Công Thương tỉnh Gia Lai, vắng mặt.")
    assert found["Lê Hữu Tâm"] == ["Trưởng phòng Kế hoạch thuộc Sở Công Thương tỉnh Gia Lai"]


def test_an_office_that_is_one_of_a_body_as_it_is_stands_apart_from_the_next() -> None:
    found = held("Ông Lê Hữu Tâm, Phó Thủ tướng Chính phủ kiêm Bí thư Ban Cán sự đảng, đã đến.")
    assert found["Lê Hữu Tâm"] == ["Phó Thủ tướng Chính phủ", "Bí thư Ban Cán sự đảng"]
