"""Whose office it is: before and behind names, in lists, under headings, across verbs, without a name."""

from __future__ import annotations

import pytest

from importers.extraction.people import find_people
from importers.extraction.reading import read
from store.records import Block, BlockKind, CleanArticle, Part, Person, Tense


def find(*paragraphs: str, title: str | None = None) -> tuple[Person, ...]:
    body, blocks = "", []
    for text in paragraphs:
        body += "\n\n" if body else ""
        blocks.append(Block(BlockKind.PARAGRAPH, len(body), len(body) + len(text)))
        body += text
    return find_people(read(CleanArticle(title, None, None, None, None, body, tuple(blocks), (), ())))


def held(*paragraphs: str, title: str | None = None) -> dict[str, list[str]]:
    return {p.name: list(dict.fromkeys(o.wording for o in p.offices)) for p in find(*paragraphs, title=title)}


def test_before_the_name() -> None:
    text = "Ủy viên Trung ương Đảng, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Lê Đức Hòa chủ trì."
    assert held(text) == {"Lê Đức Hòa": ["Ủy viên Trung ương Đảng", "Phó Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh"]}


@pytest.mark.parametrize(
    "mark", [", ", " - ", " – ", " (", " (56 tuổi, ", ", 45 tuổi, trú tại phường 5, nguyên là "]
)
def test_behind_the_name(mark: str) -> None:
    assert held(f"Ông Phạm Bá Lộc{mark}Giám đốc Sở Y tế cho biết.") == {"Phạm Bá Lộc": ["Giám đốc Sở Y tế"]}


def test_lists_with_semicolons() -> None:
    text = (
        "Dự có các đồng chí: Vũ Minh Quý, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh; Hồ Thị Lành, Phó Bí thư Tỉnh ủy;"
        " Trung tướng Đặng Văn Lực, Thứ trưởng Bộ Công an và đồng chí Cao Đình Phú - Phó Chủ tịch UBND tỉnh."
    )
    assert held(text) == {
        "Vũ Minh Quý": ["Bí thư Tỉnh ủy", "Chủ tịch HĐND tỉnh"],
        "Hồ Thị Lành": ["Phó Bí thư Tỉnh ủy"],
        "Đặng Văn Lực": ["Thứ trưởng Bộ Công an"],
        "Cao Đình Phú": ["Phó Chủ tịch UBND tỉnh"],
    }


def test_a_name_in_a_list_needs_no_known_surname() -> None:
    text = "Dự có các đồng chí: Lê Thị Sinh, Bí thư Tỉnh ủy; Niê Hrai, Phó Bí thư Tỉnh ủy."
    assert held(text) == {"Lê Thị Sinh": ["Bí thư Tỉnh ủy"], "Niê Hrai": ["Phó Bí thư Tỉnh ủy"]}


def test_a_shared_heading_holds_until_somebody_is_joined_anew() -> None:
    text = (
        "Tiếp đoàn có các đồng chí Ủy viên Ban Thường vụ Thành ủy: Đinh Xuân Lãm, Trưởng Ban Tuyên giáo Thành ủy;"
        " Tạ Thị Mùi, Chánh Văn phòng Thành ủy và đồng chí Ngô Gia Thịnh, Phó Chủ tịch HĐND thành phố."
    )
    found = held(text)
    assert found["Đinh Xuân Lãm"] == ["Ủy viên Ban Thường vụ Thành ủy", "Trưởng Ban Tuyên giáo Thành ủy"]
    assert found["Tạ Thị Mùi"] == ["Ủy viên Ban Thường vụ Thành ủy", "Chánh Văn phòng Thành ủy"]
    assert found["Ngô Gia Thịnh"] == ["Phó Chủ tịch HĐND thành phố"]


@pytest.mark.parametrize("joint", [" ", " gồm ", ": ", " là "])
def test_several_people_share_an_office(joint: str) -> None:
    found = held(f"Cùng dự có hai Phó Chủ tịch UBND tỉnh{joint}ông Lý Văn Đạo và Bùi Thu Trà.")
    assert found == {"Lý Văn Đạo": ["Phó Chủ tịch UBND tỉnh"], "Bùi Thu Trà": ["Phó Chủ tịch UBND tỉnh"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông Mai Văn Tấn được bầu giữ chức Chủ tịch UBND huyện.", ["Chủ tịch UBND huyện"]),
        ("HĐND đã bầu ông Mai Văn Tấn làm Phó Chủ tịch UBND tỉnh.", ["Phó Chủ tịch UBND tỉnh"]),
        ("HĐND miễn nhiệm chức Chủ tịch UBND xã đối với ông Mai Văn Tấn.", ["Chủ tịch UBND xã"]),
        (
            "Ông Mai Văn Tấn từ Phó ban Tuyên giáo lên giữ chức Trưởng ban Tổ chức Thành ủy.",
            ["Phó ban Tuyên giáo", "Trưởng ban Tổ chức Thành ủy"],
        ),
        ("Với tư cách Trưởng Ban Chỉ đạo, ông Mai Văn Tấn yêu cầu làm sớm.", ["Trưởng Ban Chỉ đạo"]),
        ("Chủ tịch Hội Nông dân tỉnh, ông Mai Văn Tấn nói vậy.", ["Chủ tịch Hội Nông dân tỉnh"]),
        ("Ông Mai Văn Tấn được giới thiệu để HĐND huyện bầu chức danh Chủ tịch UBND huyện.", []),
        ("Ông Mai Văn Tấn nhắc “Đảng viên trước hết là Ủy viên Bộ Chính trị”.", []),
    ],
)
def test_across_a_verb(text: str, expected: list[str]) -> None:
    assert held(text) == {"Mai Văn Tấn": expected}


def test_a_later_reference_goes_to_the_one_holder() -> None:
    found = held(
        "Ông Hà Duy Kiên, Bí thư Thành ủy Hải Phòng và bà Lê Kim Thoa, Phó Bí thư Thành ủy cùng dự.",
        "Bí thư Thành ủy nhấn mạnh việc này.",
    )
    assert found["Hà Duy Kiên"] == ["Bí thư Thành ủy Hải Phòng", "Bí thư Thành ủy"]
    assert found["Lê Kim Thoa"] == ["Phó Bí thư Thành ủy"]


def test_an_office_of_no_one_named_is_nobodys() -> None:
    assert held("Ông Hà Duy Kiên, Bí thư Tỉnh ủy tới.", "Giám đốc Sở Tài chính báo cáo.") == {
        "Hà Duy Kiên": ["Bí thư Tỉnh ủy"]
    }


def test_two_people_in_one_run_of_words() -> None:
    text = "Ông Lê Văn Thứ và ông Vũ Đình Cẩn (nguyên trưởng và phó phòng khảo thí Sở GD-ĐT Lai Châu) bị xử lý."
    office = "nguyên trưởng và phó phòng khảo thí Sở GD-ĐT Lai Châu"
    assert held(text) == {"Lê Văn Thứ": [office], "Vũ Đình Cẩn": [office]}


def test_ranks_stand_apart() -> None:
    found = find(
        "Trung tướng Lê Quang Đạt, PGS.TS Hoàng Thị Vĩ và ông Đào Tùng, Đại tá, Phó Tư lệnh Quân khu 1 dự."
    )
    assert [(p.name, p.ranks, [o.wording for o in p.offices]) for p in found] == [
        ("Lê Quang Đạt", ("Trung tướng",), []),
        ("Hoàng Thị Vĩ", ("PGS.TS",), []),
        ("Đào Tùng", ("Đại tá",), ["Phó Tư lệnh Quân khu 1"]),
    ]


def test_ranks_in_a_row_before_a_name() -> None:
    (person,) = find("Thiếu tướng, PGS, TS Lê Khắc Dũng phát biểu.")
    assert person.ranks == ("Thiếu tướng", "PGS, TS")


def test_a_bare_office_does_not_take_up_fuller_ones() -> None:
    found = held("Chủ tịch Ngô Đình Vượng phát biểu.", "Việc này do chủ tịch UBND xã quyết định.")
    assert found == {"Ngô Đình Vượng": ["Chủ tịch"]}


def test_a_clause_before_the_subject_tells_of_the_subject() -> None:
    text = "Trước khi giữ chức Giám đốc Sở Xây dựng, ông Tạ Văn Mẫn công tác ở tỉnh khác."
    assert held(text) == {"Tạ Văn Mẫn": ["Giám đốc Sở Xây dựng"]}


def test_former_acting_and_new_offices_say_so() -> None:
    found = find(
        "Nguyên Chủ tịch UBND tỉnh Lê Hữu Nhơn tới.",
        "Quyền Giám đốc Sở Y tế Trần Thị Xoan tới.",
        "Tân Giám đốc Công an tỉnh Võ Hùng Sơn tới.",
    )
    assert [(o.wording, o.tense) for p in found for o in p.offices] == [
        ("Nguyên Chủ tịch UBND tỉnh", Tense.FORMER),
        ("Quyền Giám đốc Sở Y tế", Tense.ACTING),
        ("Giám đốc Công an tỉnh", Tense.APPOINTED),
    ]


def test_body_and_place_are_given_where_the_text_gives_them() -> None:
    (person,) = find("Chủ tịch UBND tỉnh Quảng Trị Lê Thái Hưng phát biểu.")
    (office,) = person.offices
    assert (office.organisation, office.place) == ("UBND tỉnh Quảng Trị", "Quảng Trị")
    assert office.normal == "Chủ tịch Ủy ban nhân dân tỉnh Quảng Trị"
    assert office.rule


def test_the_headline_is_read_too() -> None:
    found = find("Ông Trần Đình Vỹ, Chủ tịch UBND huyện Ba Bể, nói vậy.", title="Chủ tịch huyện Ba Bể nhận lỗi")
    assert [(o.wording, o.span.part) for o in found[0].offices] == [
        ("Chủ tịch huyện Ba Bể", Part.TITLE),
        ("Chủ tịch UBND huyện Ba Bể", Part.BODY),
    ]
