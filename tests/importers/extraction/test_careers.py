"""Offices told of in sentences: careers, lists and headings, brackets, ranks, people named by part of a name."""

from __future__ import annotations

import pytest

from importers.extraction.people import find_people
from importers.extraction.reading import read
from store.records import Block, BlockKind, CleanArticle, Part, Person


def find(*paragraphs: str, title: str | None = None) -> tuple[Person, ...]:
    body, blocks = "", []
    for text in paragraphs:
        body += "\n\n" if body else ""
        blocks.append(Block(BlockKind.PARAGRAPH, len(body), len(body) + len(text)))
        body += text
    return find_people(read(CleanArticle(title, None, None, None, None, body, tuple(blocks), (), ())))


def held(*paragraphs: str) -> dict[str, list[str]]:
    return {p.name: list(dict.fromkeys(o.wording for o in p.offices)) for p in find(*paragraphs)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Lê Hữu Tâm từng giữ các chức vụ: Trưởng khoa Luật, Phó Tổng cục trưởng Tổng cục Thuế (2005-2010),"
            " Bí thư Tỉnh ủy Hà Nam.",
            ["Trưởng khoa Luật", "Phó Tổng cục trưởng Tổng cục Thuế", "Bí thư Tỉnh ủy Hà Nam"],
        ),
        (
            "Ông Lê Hữu Tâm trở lại với các trọng trách: Chính ủy Lữ đoàn 305, Chính ủy Sư đoàn 3..., rồi"
            " Phó chính ủy Quân khu 5.",
            ["Chính ủy Lữ đoàn 305", "Chính ủy Sư đoàn 3", "Phó chính ủy Quân khu 5"],
        ),
        (
            "Ông Lê Hữu Tâm đảm nhiệm các chức vụ như: Bí thư Quận đoàn; Trưởng phòng Kinh tế quận 5.",
            ["Bí thư Quận đoàn", "Trưởng phòng Kinh tế quận 5"],
        ),
        (
            "Ông Lê Hữu Tâm về học ở một trường xa, ở đó gần bốn năm trời, làm Trưởng phòng Huấn luyện.",
            ["Trưởng phòng Huấn luyện"],
        ),
        (
            "Ông Lê Hữu Tâm, với cương vị Tỉnh ủy viên, Giám đốc Sở Y tế, bị nhắc nhở.",
            ["Tỉnh ủy viên", "Giám đốc Sở Y tế"],
        ),
        (
            "Bộ trưởng Đỗ Gia Bảo tới. Ông Lê Hữu Tâm đã về. Năm ấy ông làm Phó Giám đốc Sở Y tế.",
            ["Phó Giám đốc Sở Y tế"],
        ),
    ],
)
def test_careers(text: str, expected: list[str]) -> None:
    assert held(text)["Lê Hữu Tâm"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kỳ họp bầu 2 ủy viên UBND tỉnh gồm các ông: Lê Văn Mẫn, Giám đốc Sở Xây dựng; Hồ Đắc Thụ, Trưởng ban.",
        "Miễn nhiệm chức danh ủy viên UBND tỉnh nhiệm kỳ 2021 - 2026 đối với các ông: Lê Văn Mẫn - Tỉnh ủy viên;"
        " Hồ Đắc Thụ - Giám đốc Sở Y tế.",
        "Các ông, bà sau đây trúng cử chức danh ủy viên UBND tỉnh: ông Lê Văn Mẫn - Trưởng ban; ông Hồ Đắc Thụ.",
        "HĐND bầu các ông Lê Văn Mẫn, Hồ Đắc Thụ giữ chức ủy viên UBND tỉnh.",
        "Các ông Lê Văn Mẫn và Hồ Đắc Thụ (ủy viên UBND tỉnh) cùng dự.",
    ],
)
def test_what_a_heading_says_is_everyones_under_it(text: str) -> None:
    found = held(text)
    assert "ủy viên UBND tỉnh" in found["Lê Văn Mẫn"]
    assert "ủy viên UBND tỉnh" in found["Hồ Đắc Thụ"]


def test_a_heading_may_stand_over_offices() -> None:
    text = (
        "Dự có các đồng chí Ủy viên Bộ Chính trị: Trưởng ban Dân vận Trung ương Lê Thị Mận, Trưởng ban Kinh tế"
        " Trung ương Võ Đình Thụ; Bí thư Tỉnh ủy Hà Nam Cao Gia Quý."
    )
    assert held(text) == {
        "Lê Thị Mận": ["Ủy viên Bộ Chính trị", "Trưởng ban Dân vận Trung ương"],
        "Võ Đình Thụ": ["Ủy viên Bộ Chính trị", "Trưởng ban Kinh tế Trung ương"],
        "Cao Gia Quý": ["Bí thư Tỉnh ủy Hà Nam"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "- Ông Mai Văn Sĩ: Phó Chủ tịch UBND huyện",
        "Phó Chủ tịch UBND huyện (Mai Văn Sĩ) yêu cầu báo cáo.",
        "Phó Chủ tịch UBND huyện - ông Mai Văn Sĩ yêu cầu báo cáo.",
        "Dự có: 1. Ông Mai Văn Sĩ - Phó Chủ tịch UBND huyện; 2. Đại diện các phòng.",
    ],
)
def test_marks_between_name_and_office(text: str) -> None:
    assert held(text) == {"Mai Văn Sĩ": ["Phó Chủ tịch UBND huyện"]}


@pytest.mark.parametrize(
    "text",
    [
        "Thừa ủy quyền của Thủ tướng Chính phủ, Phó Chủ tịch UBND tỉnh Lê Gia Phú trao cờ.",
        "Lê Gia Phú, Phó Chủ tịch UBND tỉnh; Bí thư Đảng ủy các xã cùng dự.",
        "Phó Chủ tịch UBND tỉnh Lê Gia Phú làm trưởng đoàn, đã tới nơi.",
        "Theo quyết định của Chủ tịch UBND huyện, ông Phạm Tá được khen. Phó Chủ tịch UBND tỉnh Lê Gia Phú tới.",
    ],
)
def test_offices_of_others_stay_apart(text: str) -> None:
    assert held(text)["Lê Gia Phú"] == ["Phó Chủ tịch UBND tỉnh"]


def test_a_bare_office_beside_others_is_that_of_the_same_person() -> None:
    found = held("Bí thư Thành ủy Lê Đình Vĩ nói.", "Không thấy Bí thư, Chủ tịch phường nào đi cùng.")
    assert found == {"Lê Đình Vĩ": ["Bí thư Thành ủy"]}


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("Ông Bùi Vĩnh Khiêm được phong quân hàm Trung tướng năm 2010.", ("Trung tướng",)),
        ("Chủ tịch nước trao quyết định thăng hàm từ Trung tướng lên Thượng tướng cho ông Bùi Vĩnh Khiêm.",
         ("Trung tướng", "Thượng tướng")),
        ("Ông Bùi Vĩnh Khiêm là Phó giáo sư, Tiến sỹ chuyên ngành Luật.", ("Phó giáo sư", "Tiến sỹ")),
        ("Cùng dự có GS sử học Bùi Vĩnh Khiêm.", ("GS",)),
        ("Cùng dự có GS - viện sĩ Bùi Vĩnh Khiêm.", ("GS", "viện sĩ")),
    ],
)  # fmt: skip
def test_ranks_told_of(text: str, ranks: tuple[str, ...]) -> None:
    (person,) = [p for p in find(text) if p.name == "Bùi Vĩnh Khiêm"]
    assert person.ranks == ranks


def test_a_rank_handed_on_is_not_the_givers() -> None:
    giver, taker = find("Ông Lê Tiến Đàn trao quyết định thăng quân hàm Đại tá cho ông Vũ Đình Nhã.")
    assert (giver.ranks, taker.ranks) == ((), ("Đại tá",))


def test_ranks_of_two_in_one_sentence() -> None:
    giver, first, second = find(
        "Ông Lê Tiến Đàn công bố việc đưa ông Vũ Đình Nhã làm Tư lệnh, thăng quân hàm từ Đại tá lên Thiếu tướng;"
        " thăng quân hàm Thượng tá đối với ông Bùi Gia Thụ."
    )
    assert (giver.ranks, first.ranks, second.ranks) == ((), ("Đại tá", "Thiếu tướng"), ("Thượng tá",))


def test_a_name_known_from_the_text_is_no_part_of_an_office() -> None:
    found = held(
        "Ông Vitold Markov, Phó Chủ tịch Tập đoàn Gasro, đến.", "Phó Chủ tịch Tập đoàn Gasro Vitold Markov"
    )
    assert found == {"Vitold Markov": ["Phó Chủ tịch Tập đoàn Gasro"]}


def test_a_surname_of_old_means_the_one_who_bears_it() -> None:
    found = find("Chủ tịch Tôn Gia Thắng quê ở đây.", "Bác Tôn sống giản dị.")
    assert [p.name for p in found] == ["Tôn Gia Thắng"]


def test_a_name_does_not_run_over_the_end_of_the_headline() -> None:
    for title in ("Tổng thống gặp ông Kim Jong-un-", "Bà Lê Thị Hoa-", "Giám đốc Sở X/"):
        for person in find("Bình yên trở lại.", title=title):
            for mention in person.mentions:
                end = len(title) if mention.span.part is Part.TITLE else len("Bình yên trở lại.")
                assert mention.span.end <= end
