"""Names with a saint's before them or a surname that is a word of offices; subjects of old departments; ranks."""

from __future__ import annotations

import pytest

from tests.importers.extraction.test_careers import find, held

NAME = "Lê Hữu Tâm"


@pytest.mark.parametrize(
    "office",
    [
        "Bí thư Đảng ủy khối Đối ngoại Trung ương Đảng",
        "giám đốc Sở Giao thông - công chính TP Hải Dương",
        "Chủ tịch Hội đồng Thi đua khen thưởng tỉnh",
        "Phó Viện trưởng Viện Năng lượng nguyên tử Việt Nam",
        "trưởng phòng quy hoạch sử dụng đất Sở Xây dựng",
        "phó trưởng phòng quản lý đất",
        "Phó Bí thư Đoàn thanh niên cứu quốc",
        "Trưởng phòng Vật tư - thiết bị y tế",
        "trưởng phòng kế hoạch - kinh doanh của Công ty Gạch Đông Lĩnh",
        "Viện trưởng Viện Vật Lý Kỹ Thuật",
        "Cục trưởng Cục Quản lý chất thải",
        "Vụ trưởng Vụ Công chức, viên chức",
        "giảng viên khoa Giáo dục tiểu học",
    ],
)
def test_subjects_of_departments_are_read_to_their_end(office: str) -> None:
    assert held(f"Dự họp có ông {NAME}, {office}; các đại biểu.") == {NAME: [office]}


def test_a_saint_before_a_name_is_part_of_it() -> None:
    people = held(
        "Ông thăm Linh mục Phêrô Lê Hữu Tâm (Quản xứ Giáo xứ Đông Lĩnh), Phó Chủ tịch Hội Nông dân tỉnh.",
        "Linh mục Lê Hữu Tâm cảm ơn đoàn.",
    )
    assert people == {"Phêrô Lê Hữu Tâm": ["Quản xứ Giáo xứ Đông Lĩnh", "Phó Chủ tịch Hội Nông dân tỉnh"]}


def test_a_title_of_the_clergy_is_an_office_only_with_what_it_is_of() -> None:
    assert held("Tổng Giám mục Giuse Lê Hữu Tâm phát biểu.") == {"Giuse Lê Hữu Tâm": []}
    assert held("Ông Giuse Lê Hữu Tâm, Tổng Giám mục Giáo phận Huế, phát biểu.") == {
        "Giuse Lê Hữu Tâm": ["Tổng Giám mục Giáo phận Huế"]
    }


def test_pho_may_be_a_surname() -> None:
    assert held("Dự có TS. Phó Thị Bạch Liên, Phó Chủ tịch Hội Nông dân tỉnh.") == {
        "Phó Thị Bạch Liên": ["Phó Chủ tịch Hội Nông dân tỉnh"]
    }
    assert held("Dự có Phó Văn phòng Tỉnh ủy Lê Hữu Tâm.") == {NAME: ["Phó Văn phòng Tỉnh ủy"]}


@pytest.mark.parametrize(
    "text",
    [
        "Đoàn đã thăm Công ty Gạch Lương Thịnh ở huyện bên.",
        "Trẻ của Trường Mẫu giáo Lương Thịnh múa hát.",
        "Ông nói: “Vì Việt Nam Cu Ba sẵn sàng tất cả”, ai cũng vỗ tay.",
    ],
)
def test_capitals_of_a_firm_or_of_what_is_said_are_nobody(text: str) -> None:
    assert held(text) == {}


def test_a_foreigner_misspelt_by_one_letter_is_one_person() -> None:
    assert held(
        "Chủ tịch Quốc hội Cuba Ricardo Fuentes Marquez đến thăm.",
        "Ông Ricardo Fuentes Marquz chụp ảnh với Bộ trưởng Lê Hữu Tâm.",
    ) == {"Ricardo Fuentes Marquez": ["Chủ tịch Quốc hội Cuba"], NAME: ["Bộ trưởng"]}


def test_vietnamese_names_that_differ_by_one_letter_are_two_people() -> None:
    assert len(held("Ông Lê Hữu Tâm và ông Lê Hữu Tấm phát biểu.")) == 2


def test_in_whose_name_somebody_acts_is_not_who_he_is() -> None:
    assert held("Thừa ủy quyền của Chủ tịch nước Thứ trưởng Bộ Xây dựng Lê Hữu Tâm trao huân chương.") == {
        NAME: ["Thứ trưởng Bộ Xây dựng"]
    }
    assert held("Theo quyết định của giám đốc Đại học Huế, PGS.TS Lê Hữu Tâm được bổ nhiệm làm Hiệu trưởng.") == {
        NAME: ["Hiệu trưởng"]
    }


def test_a_form_of_address_behind_a_semicolon_ends_a_list_of_bare_names() -> None:
    assert held(
        "Dự có các đồng chí Phó Chủ tịch Hội: Đỗ Gia Bảo, Vũ Minh Khang; đồng chí Lê Hữu Tâm - Trưởng ban Tổ chức."
    ) == {"Đỗ Gia Bảo": ["Phó Chủ tịch Hội"], "Vũ Minh Khang": ["Phó Chủ tịch Hội"], NAME: ["Trưởng ban Tổ chức"]}


def test_a_deputy_may_stand_for_two_bare_names() -> None:
    assert held("Phó Chủ tịch Quốc hội Đỗ Gia Bảo, Lê Hữu Tâm và nhiều ý kiến khác nhất trí.") == {
        "Đỗ Gia Bảo": ["Phó Chủ tịch Quốc hội"],
        NAME: ["Phó Chủ tịch Quốc hội"],
    }
    assert held("Chủ tịch UBND xã Đỗ Gia Bảo, Lê Hữu Tâm cùng bà con ra đồng.")[NAME] == []


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("Ông Lê Hữu Tâm có trình độ Thạc sĩ kinh tế, cao cấp lý luận chính trị.", ()),
        ("Đồng chí Lê Hữu Tâm được thăng quân hàm Thượng tá Quân nhân chuyên nghiệp.", ("Thượng tá",)),
        ("Bà Lê Hữu Tâm sinh năm 1934, nguyên là Trung tá, bác sĩ quân y.", ("Trung tá",)),
        ("Về phía Quân khu có Trung tương Lê Hữu Tâm.", ("Trung tương",)),
    ],
)
def test_ranks_are_what_somebody_has_not_what_he_studied(text: str, ranks: tuple[str, ...]) -> None:
    [person] = find(text)
    assert (person.name, person.ranks) == (NAME, ranks)


def test_a_degree_in_a_row_of_a_life_that_was_only_studied_for_is_no_rank() -> None:
    [person] = find(
        "Ông Lê Hữu Tâm sinh năm 1960.",
        "1991 - 1995: Phó Chủ nhiệm Bộ môn Quản lý rồi học thạc sĩ quản lý ở nước ngoài.",
        "1996 - 1999: Trưởng phòng Đào tạo.",
        "2000 - 2004: Hiệu trưởng Trường Đại học Bách khoa.",
    )
    assert person.ranks == ()


def test_members_of_teams_and_families_hold_no_office() -> None:
    assert held("Ông Lê Hữu Tâm là thành viên của đội tuyển bóng ném Đông Lĩnh.") == {NAME: []}
    assert held("Ông Lê Hữu Tâm là thành viên Hội đồng quản trị.") == {NAME: ["thành viên Hội đồng quản trị"]}


def test_monks_need_no_title() -> None:
    assert held("Dự có HT. Thích Thông Tuệ; TT.Thích Từ Nghiêm, Trưởng ban Trị sự GHPGVN tỉnh.") == {
        "Thích Thông Tuệ": [],
        "Thích Từ Nghiêm": ["Trưởng ban Trị sự GHPGVN tỉnh"],
    }
    assert held("Mừng ngày Đản sinh của Đức Phật Thích Ca Mâu Ni.") == {}


def test_a_bishop_of_a_diocese_behind_a_name() -> None:
    assert held("Đoàn tặng quà Giám mục Lê Hữu Tâm, Giám mục Giáo phận Kon Tum.") == {
        NAME: ["Giám mục Giáo phận Kon Tum"]
    }


def test_a_surname_alone_means_who_has_a_name_of_two_words() -> None:
    assert held("Ngoại trưởng Vương Cát tuyên bố. Ông Vương yêu cầu hai bên nhượng bộ. Ông Vương nói thêm.") == {
        "Vương Cát": ["Ngoại trưởng"]
    }


def test_who_is_chosen_is_not_who_chooses() -> None:
    assert held("Ông Lê Hữu Tâm đề cử giám đốc Sở Y tế làm thứ trưởng. Bộ trưởng Lê Hữu Tâm nói.") == {
        NAME: ["Bộ trưởng"]
    }


def test_officers_of_several_behind_a_semicolon_are_other_people() -> None:
    assert held(
        "Dự có các đồng chí: Lê Hữu Tâm, Phó Chủ tịch UBND tỉnh; các đồng chí Phó Bí thư Đảng ủy và 299 đại biểu."
    ) == {NAME: ["Phó Chủ tịch UBND tỉnh"]}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Tờ trình của giám đốc Sở Y tế thời điểm đó là ông Lê Hữu Tâm.", "giám đốc Sở Y tế"),
        ("Ông Lê Hữu Tâm về công tác tại nhà máy với vị trí phó giám đốc.", "phó giám đốc"),
        ("Ông Lê Hữu Tâm thì được bổ nhiệm từ cán bộ phường lên làm Trưởng phòng Y tế.", "Trưởng phòng Y tế"),
        ("Ông Lê Hữu Tâm, cán bộ tiền khởi nghĩa, nguyên Bí thư Huyện ủy, kể chuyện.", "nguyên Bí thư Huyện ủy"),
        ("Sáng nay, Chủ tịch Ủy ban T.Ư MTTQ Việt Nam (UB T.Ư MTTQ VN) Lê Hữu Tâm đến thăm.", None),
    ],
)
def test_offices_across_a_few_words(text: str, office: str | None) -> None:
    assert held(text) == {NAME: [office or "Chủ tịch Ủy ban T.Ư MTTQ Việt Nam"]}


@pytest.mark.parametrize(
    "office",
    [
        "Vụ phó Vụ Quản lý thuốc thú y nông dược Bộ Nông nghiệp",
        "Trưởng phòng Kiểm soát dịch bệnh gia súc Sở Nông nghiệp",
        "Trưởng phòng vận chuyển hàng nặng Công ty Đông Lĩnh",
    ],
)
def test_unknown_words_of_a_department_run_up_to_the_body_above_and_a_name(office: str) -> None:
    assert held(f"Sáng nay, {office} {NAME} phát biểu.") == {NAME: [office]}
