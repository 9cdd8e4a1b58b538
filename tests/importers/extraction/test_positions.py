"""Where an office ends: bodies, levels, subjects, terms; what splits and what does not."""

from __future__ import annotations

import pytest

from importers.extraction.lexicon import lexicon
from importers.extraction.normalising import normal_office
from importers.extraction.positions import read_offices
from importers.extraction.tokens import tokenise


def offices(text: str) -> list[str]:
    t = tokenise(text)
    return [t.wording(held.first, held.after) for held in read_offices(t, 0, len(t), lexicon())]


@pytest.mark.parametrize(
    "office",
    [
        "Ủy viên Bộ Chính trị",
        "Thủ tướng Chính phủ nước CHDCND Lào",
        "Tổng Bí thư BCH TW Đảng NDCM Lào",
        "Trưởng khối thi đua số 6",
        "Trưởng phòng Công tác học sinh - sinh viên",
        "Thường trực Ban Bí thư",
        "Ủy viên dự khuyết Ban Chấp hành Trung ương Đảng",
        "Phó Trưởng Ban Thường trực Ban Dân vận Trung ương",
        "Trưởng Đoàn ĐBQH tỉnh Lào Cai",
        "Phó Trưởng Đoàn đại biểu nhân dân Ấn Độ",
        "Trưởng Ban Chỉ đạo Trung ương về Phòng chống thiên tai",
        "chủ tịch Hội đồng hiệu trưởng các trường đại học Đức",
        "Tổng Thư ký Đảng Quốc đại",
        "Giám đốc Công ty cổ phần Cảng Sông - TKV",
        "UV BTV",
        "Trưởng đoàn Đại biểu Quốc hội khóa XIV tỉnh Hà Giang",
        "Phó trưởng đoàn chuyên trách đoàn Đại biểu Quốc hội tỉnh Lạng Sơn",
        "Chủ tịch UBND TP. Hồ Chí Minh",
        "phó chủ tịch UBND TP.HCM",
        "Chủ tịch Ủy ban MTTQ Việt Nam thành phố",
        "Ủy viên Ủy ban Tài chính – Ngân sách của Quốc hội",
        "Giám đốc Sở Văn hóa, Thể thao và Du lịch tỉnh Bạc Liêu",
        "Trưởng Ban Bảo vệ, chăm sóc sức khỏe cán bộ tỉnh",
        "Phó Trưởng Ban Kinh tế - Ngân sách HĐND tỉnh Bình Dương khoá IX",
        "Uỷ viên chính thức Ban Chấp hành Trung ương Đảng khoá XI, XII",
        "Chủ tịch Hội đồng Nhân dân (HĐND) tỉnh Bình Định khóa XIII",
        "Tư lệnh Quân khu 2",
        "nguyên Phó Tư lệnh kiêm Tham mưu trưởng Quân khu 2",
        "Phó Chủ tịch kiêm Tổng thư ký hội Tiêu chuẩn và bảo vệ người tiêu dùng Việt Nam",
        "Trưởng Cơ quan Thường trực Ban Dân vận Trung ương tại TPHCM",
        "đại sứ Việt Nam tại Nhật Bản",
        "Bộ trưởng Ngoại giao Thái Lan",
        "Chủ tịch Liên minh Nghị sĩ hữu nghị Nhật Bản - Việt Nam",
        "giám đốc Sở GD-ĐT tỉnh Phú Thọ",
        "trưởng phòng khảo thí và quản lý chất lượng Sở GD-ĐT Hà Giang",
        "Hiệu trưởng Trường THPT Trần Quốc Cường",
        "Trưởng Ban Chỉ đạo 35 thành phố",
        "Trưởng ban Chỉ đạo cải cách Tư pháp Trung ương",
        "Bí thư Đảng ủy MTTQ, các đoàn thể Trung ương",
        "Trưởng phòng Kinh tế, Hạ tầng và Đô thị phường",
        "Chủ tọa phiên tòa",
        "UVT.Ư Đảng",
        "PCT. Hội đồng nhân dân thành phố Biên Hòa",
        "Bí thư thứ nhất T.Ư Đoàn",
        "Chủ tịch Tổng Hội người Việt Nam tại Thái Lan",
        "Phó Tư lệnh, kiêm Tham mưu trưởng Quân khu 3",
        "Phó chủ nhiệm chính trị Sư đoàn 312",
        "Chủ tịch Công đoàn cơ sở",
        "Bí thư Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh",
        "Phó Chủ tịch Hội đồng điều phối vùng Đồng bằng sông Cửu Long",
        "Cục trưởng Cục Phòng, chống tệ nạn xã hội",
        "Đại sứ đặc mệnh toàn quyền Vương quốc Campuchia tại Việt Nam",
        "Phó Chủ tịch Hội Bảo trợ người khuyết tật và trẻ mồ côi tỉnh",
        "Phó Trưởng ban Trị sự Giáo hội Phật giáo Việt Nam tỉnh Bình Định",
    ],
)
@pytest.mark.parametrize("behind", [" nhấn mạnh", ", ông", " Nguyễn Văn Khiêm", "; đồng chí"])
def test_an_office_ends_where_it_ends(office: str, behind: str) -> None:
    assert offices(office + behind) == [office]


def behind_a_name(text: str) -> list[str]:
    t = tokenise(text)
    return [t.wording(h.first, h.after) for h in read_offices(t, 0, len(t), lexicon(), apposed=True)]


@pytest.mark.parametrize(
    "office",
    [
        "Giám đốc Ban đô thị thích ứng biến đổi khí hậu và đất đai khu vực Đông Á - Thái Bình Dương",
        "Chủ tịch Hội Giáo dục chăm sóc sức khỏe cộng đồng Việt Nam",
        "Viện trưởng Viện Vật lý địa cầu",
        "phó giám đốc xí nghiệp khai thác và vận hành hầm Rồng Đá",
        "Chủ tịch Hội bảo vệ lưu vực và dải biển Việt Nam",
        "Giám đốc Công ty cổ phần Thương mại - Dịch vụ và Xuất nhập khẩu Hoàng Phát",
        "Trưởng Ban Quản lý các KCN Đồng Nai",
        "Trưởng Đoàn kiểm tra 1912 của Bộ Chính trị",
        "Viện trưởng Viện Khảo cổ học",
        "Chính ủy Sư đoàn 3-Sao Vàng",
        "trưởng phòng tư vấn cải tiến năng suất",
        "Chi cục trưởng Khai thác và Bảo vệ nguồn lợi thủy sản Quảng Trị",
    ],
)
@pytest.mark.parametrize("behind", [", cho biết", " cho biết", " đã tới dự", "; bà", ")", ""])
def test_behind_a_name_grammar_ends_an_office_not_a_list_of_words(office: str, behind: str) -> None:
    assert behind_a_name(office + behind) == [office]


@pytest.mark.parametrize("behind", [",", ";", ")", ""])
def test_a_year_may_be_part_of_the_name_of_a_body(behind: str) -> None:
    office = "Trưởng Ban Chỉ đạo Tháng Thanh niên tỉnh Kiên Giang 2018"
    assert behind_a_name(office + behind) == [office]
    assert behind_a_name("Bí thư Tỉnh ủy Kiên Giang 2018" + behind) == ["Bí thư Tỉnh ủy Kiên Giang"]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Giám đốc Trung tâm Dịch vụ hỗ trợ nông nghiệp huyện Ba Bể Lê Văn Thành nói", "huyện Ba Bể"),
        ("Trưởng Ban quản lý các khu công nghiệp và chế xuất Hà Nội Lê Quang Long nói", "Hà Nội"),
        ("Phó Chủ tịch HĐND tỉnh Đoàn Văn Lễ nói", "tỉnh"),
        ("Phó Chủ tịch UBND tỉnh Nguyễn Tự Công Bằng nói", "tỉnh"),
        ("Chủ tịch Ủy ban MTTQ Việt Nam phường Lương Huệ Mẫn nói", "phường"),
        ("Phó Chủ tịch HĐND tỉnh Quảng Thanh Tuấn nói", "tỉnh"),
        ("Phó Thống đốc tỉnh Gyeonggi Kim Hyun Dae nói", "Gyeonggi"),
        ("Phó Chủ tịch Tập đoàn Gasro Vitold Markov nói", "Gasro"),
        ("Giám đốc Sở Y tế xác nhận", "Y tế"),
        ("Giám đốc Sở Y tế lý giải, việc này khó", "Y tế"),
    ],
)
def test_before_a_name_or_a_verb_an_office_ends(text: str, office: str) -> None:
    (found,) = offices(text)
    assert found.endswith(office)


def test_kiem_splits_where_each_side_names_its_body() -> None:
    found = offices("Bí thư Thành ủy kiêm Chủ tịch HĐND thành phố phát biểu")
    assert found == ["Bí thư Thành ủy", "Chủ tịch HĐND thành phố"]


def test_newly_is_no_part_of_the_wording_and_formerly_is() -> None:
    assert offices("tân Phó chủ tịch thành phố cho biết") == ["Phó chủ tịch thành phố"]
    assert offices("nguyên Bí thư Tỉnh ủy cho biết") == ["nguyên Bí thư Tỉnh ủy"]


def test_a_term_of_years_is_no_part_of_the_wording() -> None:
    assert offices("Bí thư Tỉnh ủy Hà Giang nhiệm kỳ 2015-2020") == ["Bí thư Tỉnh ủy Hà Giang"]


def test_a_place_may_be_like_a_name() -> None:
    assert offices("Bí thư Tỉnh ủy Lâm Đồng phát biểu") == ["Bí thư Tỉnh ủy Lâm Đồng"]
    assert offices("Phó Chủ tịch HĐND thành phố Đồng Văn Lịch") == ["Phó Chủ tịch HĐND thành phố"]
    assert offices("Bí thư Thành ủy Hà Nội Trần Quang Bách") == ["Bí thư Thành ủy Hà Nội"]


@pytest.mark.parametrize(
    "text", ["Ủy viên phát biểu", "thành viên gia đình", "tăng trưởng nhanh", "phó mặc cho trời"]
)
def test_no_office(text: str) -> None:
    assert offices(text) == []


@pytest.mark.parametrize(
    ("wording", "normal"),
    [
        ("Chủ tịch UBND TP", "Chủ tịch Ủy ban nhân dân thành phố"),
        ("Phó Chủ tịch HĐND tỉnh", "Phó Chủ tịch Hội đồng nhân dân tỉnh"),
        ("giám đốc Sở GD-ĐT", "giám đốc Sở Giáo dục và Đào tạo"),
        ("UVT.Ư Đảng", "Ủy viên Trung ương Đảng"),
        ("Trưởng Đoàn ĐBQH", "Trưởng Đoàn đại biểu Quốc hội"),
        ("Bí thư Tỉnh ủy", "Bí thư Tỉnh ủy"),
    ],
)
def test_the_normal_form_writes_abbreviations_out(wording: str, normal: str) -> None:
    t = tokenise(wording)
    assert normal_office(t, 0, len(t), lexicon()) == normal
