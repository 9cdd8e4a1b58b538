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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Lê Hữu Tâm từng giữ các chức vụ giảng viên, Viện trưởng Viện Mỏ; Bí thư Chi bộ, quyền Vụ trưởng"
            " rồi Vụ trưởng Vụ Vận tải - Bộ Giao thông vận tải.",
            [
                "giảng viên",
                "Viện trưởng Viện Mỏ",
                "Bí thư Chi bộ",
                "quyền Vụ trưởng",
                "Vụ trưởng Vụ Vận tải - Bộ Giao thông vận tải",
            ],
        ),
        (
            "Ông Lê Hữu Tâm đảm nhiệm các chức vụ quản lý như Trưởng phòng Kế toán; Phó Chủ nhiệm rồi Chủ"
            " nhiệm Khoa Luật.",
            ["Trưởng phòng Kế toán", "Phó Chủ nhiệm", "Chủ nhiệm Khoa Luật"],
        ),
        (
            "Ông Lê Hữu Tâm học Huế. Năm 2008, là Phó Giám đốc Sở Y tế. Từ năm 2010 đến 2015, giữ chức Giám đốc Sở"
            " Nội vụ.",
            ["Phó Giám đốc Sở Y tế", "Giám đốc Sở Nội vụ"],
        ),
        (
            "Ông Lê Hữu Tâm từng giữ chức vụ Phó Bí thư Tỉnh ủy Hà Nam, nhiệm kỳ 2010-2015; Bí thư Tỉnh ủy Nam"
            " Định nhiệm kỳ 2015-2020, Ủy viên Đảng ủy Quân khu 3.",
            ["Phó Bí thư Tỉnh ủy Hà Nam", "Bí thư Tỉnh ủy Nam Định", "Ủy viên Đảng ủy Quân khu 3"],
        ),
        (
            "Kỳ họp bầu ông Lê Hữu Tâm – Phó Bí thư Huyện ủy vào chức danh Chủ tịch UBND huyện.",
            ["Phó Bí thư Huyện ủy", "Chủ tịch UBND huyện"],
        ),
        (
            "Ông Lê Hữu Tâm, chủ tịch HĐQT kiêm tổng giám đốc Công ty Xổ số kiến thiết Nam Định, vắng mặt.",
            ["chủ tịch HĐQT kiêm tổng giám đốc Công ty Xổ số kiến thiết Nam Định"],
        ),
        ("Xử phạt ông Lê Hữu Tâm, chủ tịch Công ty Sao Biển 7,5 triệu đồng.", ["chủ tịch Công ty Sao Biển"]),
        (
            "Cố Trưởng lão Hòa thượng Lê Hữu Tâm (thế danh Trần Văn Cội, 1943–2022) đã đảm nhiệm vai trò trụ trì"
            " chùa Phước Lâm.",
            ["trụ trì chùa Phước Lâm"],
        ),
    ],
)
def test_a_career_is_told_of_one_person(text: str, expected: list[str]) -> None:
    assert held(text) == {"Lê Hữu Tâm": expected}


def test_a_form_of_address_begins_a_sentence_behind_an_abbreviation() -> None:
    found = held(
        "Hội nghị bầu 5 phó chủ tịch LĐLĐ TP. Bà Lê Thị Hoa được bầu làm Chủ tịch LĐLĐ khoá XI nhiệm kỳ 2018-2023,"
        " 2 Phó chủ tịch gồm: ông Trần Văn Cội, bà Đỗ Thị Lan."
    )
    assert found == {
        "Lê Thị Hoa": ["Chủ tịch LĐLĐ khoá XI"],
        "Trần Văn Cội": ["Phó chủ tịch"],
        "Đỗ Thị Lan": ["Phó chủ tịch"],
    }


def test_who_hands_over_an_appointment_is_not_appointed() -> None:
    found = held(
        "Ông Lê Hữu Tâm trao quyết định bổ nhiệm Trưởng Công an huyện cho thượng tá Trần Văn Cội.",
        "Ông Đỗ Hữu Lâm công bố các quyết định chuẩn y Bí thư Đảng ủy và quyết định bổ nhiệm Giám đốc Cảng.",
    )
    assert found == {"Lê Hữu Tâm": [], "Trần Văn Cội": ["Trưởng Công an huyện"], "Đỗ Hữu Lâm": []}


def test_a_pronoun_may_stand_for_who_is_put_up() -> None:
    found = held("Ông Lê Hữu Tâm nói rõ.", "Tháng 2, đề cử ông vào vị trí đại sứ Việt Nam tại Lào, chính phủ chờ.")
    assert found == {"Lê Hữu Tâm": []}


def test_a_deputy_is_called_deputy_for_short() -> None:
    text = "Đại biểu Lê Hữu Tâm hỏi về cầu, đại biểu Trần Thị Lan nói thêm."
    assert held("Các đại biểu Quốc hội họp.", text) == {"Lê Hữu Tâm": ["Đại biểu"], "Trần Thị Lan": ["đại biểu"]}
    assert held("Đại hội Hội Nông dân họp.", text) == {"Lê Hữu Tâm": [], "Trần Thị Lan": []}


def test_a_surname_means_the_one_who_bears_it() -> None:
    found = held("Đại sứ Hồng Tiểu Long đến.", "Ông Hồng là Phó đặc phái viên Văn phòng đặc trách ở Hồng Kông.")
    assert list(found) == ["Hồng Tiểu Long"]
    assert "Phó đặc phái viên Văn phòng đặc trách ở Hồng Kông" in found["Hồng Tiểu Long"]


def test_a_bracket_behind_several_names_is_said_of_all() -> None:
    office = ["nguyên cán bộ Công an huyện Mai Sơn"]
    found = held("Có các ông Lê Hữu Tâm, Trần Văn Cội, Đỗ Hữu Lâm (nguyên cán bộ Công an huyện Mai Sơn).")
    assert found == {"Lê Hữu Tâm": office, "Trần Văn Cội": office, "Đỗ Hữu Lâm": office}


def test_an_office_of_a_level_is_nobodys() -> None:
    found = held("Ông Lê Hữu Tâm, Chủ tịch UBND tỉnh, dự.", "Việc ấy do chủ tịch UBND cấp huyện lo.")
    assert found == {"Lê Hữu Tâm": ["Chủ tịch UBND tỉnh"]}


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("GS,TS. Lê Hữu Tâm phát biểu.", ("GS,TS",)),
        ("PGS, TS Lê Hữu Tâm phát biểu.", ("PGS, TS",)),
        ("Giáo sư, tiến sĩ Lê Hữu Tâm phát biểu.", ("Giáo sư", "tiến sĩ")),
        ("Giáo sư - tiến sỹ Lê Hữu Tâm phát biểu.", ("Giáo sư - tiến sỹ",)),
        ("Ông Lê Hữu Tâm có trình độ tiến sĩ.", ("tiến sĩ",)),
        (
            "Ông Lê Hữu Tâm sinh năm 1977, quê quán Huế, tiến sỹ Luật; được bổ nhiệm chức danh phó giáo sư.",
            ("tiến sỹ", "phó giáo sư"),
        ),
    ],
)
def test_ranks_written_in_one_and_told_of_in_a_life(text: str, ranks: tuple[str, ...]) -> None:
    (person,) = find(text)
    assert person.ranks == ranks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Lê Hữu Tâm đã trải qua nhiều chức vụ công tác: Phó Chính ủy Quân khu 9; Ủy viên Ban Thường vụ"
            " Tỉnh ủy nhiệm kỳ 2015 - 2020, Bí thư Đảng ủy, đại tá, Giám đốc Công an tỉnh; Đại biểu Quốc hội"
            " khóa XV.",
            [
                "Phó Chính ủy Quân khu 9",
                "Ủy viên Ban Thường vụ Tỉnh ủy",
                "Bí thư Đảng ủy",
                "Giám đốc Công an tỉnh",
                "Đại biểu Quốc hội khóa XV",
            ],
        ),
        (
            "Trước tháng 6-2016, đồng chí Lê Hữu Tâm là Đại tá, Chỉ huy trưởng Bộ CHQS tỉnh; từ tháng 6-2016 đến"
            " 6-2018: Thiếu tướng, Phó tư lệnh Quân khu 9; từ năm 2019: Trung tướng; từ tháng 4-2020:"
            " Tư lệnh Quân khu 9.",
            ["Chỉ huy trưởng Bộ CHQS tỉnh", "Phó tư lệnh Quân khu 9", "Tư lệnh Quân khu 9"],
        ),
        (
            "Từ năm 1993, ông Lê Hữu Tâm công tác tại nhiều đơn vị của Sở Y tế tỉnh Vĩnh Long và làm giám đốc sở"
            " từ 2010. Từ năm 2016 ông làm phó chủ tịch UBND tỉnh, rồi phó bí thư Tỉnh ủy Vĩnh Long.",
            ["giám đốc sở", "phó chủ tịch UBND tỉnh", "phó bí thư Tỉnh ủy Vĩnh Long"],
        ),
        (
            "Thủ tướng quyết định bổ nhiệm ông Lê Hữu Tâm, Vụ trưởng thuộc Bộ Ngoại giao, giữ chức Trợ lý đồng chí"
            " Trần Văn Bảo.",
            ["Vụ trưởng thuộc Bộ Ngoại giao", "Trợ lý"],
        ),
        (
            "Chúc mừng ông Lê Hữu Tâm được giữ chức Phó Viện trưởng, Tổng Bí thư, Chủ tịch nước Trần Văn Bảo nói.",
            ["Phó Viện trưởng"],
        ),
        (
            "Hội nghị đã bầu bổ sung đồng chí Lê Hữu Tâm vào Ủy viên Ban Chấp hành, Ủy viên Đoàn Chủ tịch"
            " Hội Nông dân.",
            ["Ủy viên Ban Chấp hành", "Ủy viên Đoàn Chủ tịch Hội Nông dân"],
        ),
        (
            "Anh Lê Hữu Tâm giữ chức bí thư quận đoàn, tham gia ủy viên Ban Chấp hành Thành đoàn.",
            ["bí thư quận đoàn", "ủy viên Ban Chấp hành Thành đoàn"],
        ),
    ],
)
def test_posts_of_a_career(text: str, expected: list[str]) -> None:
    assert held(text)["Lê Hữu Tâm"] == expected
