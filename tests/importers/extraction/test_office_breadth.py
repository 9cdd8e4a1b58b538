"""Offices of many kinds of bodies, before a name, behind one and across a verb; whose they are in sentences."""

from __future__ import annotations

import pytest

from importers.extraction.people import find_people
from importers.extraction.reading import read
from store.records import Block, BlockKind, CleanArticle

NAME = "Lê Hữu Tâm"
PLACES = (
    "Dự hội nghị có đồng chí {name}, {office}; các đồng chí lãnh đạo.",
    "Sáng nay, {office} {name} phát biểu khai mạc.",
    "Ông {name} - {office} cho biết sẽ làm tốt.",
    "Ông {name} được bổ nhiệm giữ chức {office} từ ngày 1/7.",
    "Sáng 5/3, đồng chí {office} {name} và đoàn công tác đến thăm.",
)


def held(text: str) -> dict[str, list[str]]:
    block = Block(BlockKind.PARAGRAPH, 0, len(text))
    people = find_people(read(CleanArticle(None, None, None, None, None, text, (block,), (), ())))
    return {p.name: list(dict.fromkeys(o.wording for o in p.offices)) for p in people}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "office",
    [
        "Chánh án Tòa án nhân dân khu vực 3",
        "Viện trưởng Viện kiểm sát nhân dân khu vực 5",
        "Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh",
        "Phó Chủ tịch Hội Hữu nghị Nga - Việt",
        "Chủ tịch Hội Hữu nghị Việt Nam - Lào",
        "Tư lệnh Cảnh vệ",
        "Hiệu trưởng Trường Cao đẳng Cảnh sát nhân dân I",
        "Chỉ huy trưởng Ban Chỉ huy BĐBP tỉnh Vĩnh Long",
        "Chính ủy Lữ đoàn Phòng không 573",
        "Tổng Giám đốc Tổng Công ty Trực thăng Việt Nam",
        "Hiệu trưởng Trường Đại học Sư phạm Hà Nội 2",
        "Phó Hiệu trưởng Trường Đại học Bách khoa - ĐHQG TP.HCM",
        "Giám đốc Sở Nông nghiệp - PTNT",
        "Giám đốc Sở LĐ-TB&XH",
        "Giám đốc Sở Tài nguyên & Môi trường",
        "Tổng Giám đốc Đài Tiếng nói Việt Nam",
        "Vụ trưởng Vụ Pháp chế Bộ Tư pháp",
        "Tham tán Công sứ Đại sứ quán Trung Quốc tại Việt Nam",
        "Quốc vụ khanh Bộ Ngoại giao Đức",
        "Trưởng ban Công tác mặt trận khu dân cư số 5",
        "Tổ trưởng tổ dân phố số 7",
        "Trưởng Ban Chỉ đạo thi hành án dân sự tỉnh",
        "Chủ tịch Công đoàn Viên chức Việt Nam",
        "Bí thư Đảng ủy phường Đông Lĩnh",
        "Chủ nhiệm Ủy ban Công tác đại biểu",
        "Bộ trưởng Bộ Dân tộc và Tôn giáo",
        "đội phó đội nghiệp vụ Chi cục Hải quan Lạng Sơn",
        "Cục trưởng Cục Chính sách (Bộ Quốc phòng Lào)",
        "Chánh án TAND khu vực 9 – TP.HCM",
        "Chánh án TAND cấp cao tại Hà Nội",
        "Viện trưởng Học viện Phật giáo Việt Nam tại TP.HCM",
        "Chi cục trưởng Chi cục Thuế khu vực Nam Lĩnh - Tam Lộc",
        "Giám đốc Văn phòng Đăng ký đất đai tỉnh",
        "Giám đốc Trung tâm Thanh thiếu niên miền Nam",
        "Chủ tịch Hội Nữ doanh nhân tỉnh",
        "Chủ tịch Hội Xẩm dân gian tỉnh",
        "Phó Chủ tịch Hội đồng Thi đua - Khen thưởng tỉnh",
        "Phó Sư đoàn trưởng Sư đoàn Bộ binh 5",
        "Phó Chính ủy Lữ đoàn Tàu ngầm 189",
        "Giám đốc Bệnh viện K",
        "Tổng giám đốc Tổng công ty Phát điện 1",
        "Trưởng đại diện Tổ chức Y tế thế giới tại Việt Nam",
        "Phó chủ tịch hội truyền thống Trường Sơn – đường Hồ Chí Minh xã",
        "CT.UBMTTQVN huyện",
    ],
)
def test_offices_reach_as_far_as_their_body(office: str, place: str) -> None:
    assert held(place.format(name=NAME, office=office)) == {NAME: [office]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hôm qua, Cục trưởng Cục Lãnh sự, Bộ Ngoại giao Lê Hữu Tâm phát biểu.",
            {"Lê Hữu Tâm": ["Cục trưởng Cục Lãnh sự, Bộ Ngoại giao"]},
        ),
        (
            "Đại sứ, Trưởng Phái đoàn Thường trực Việt Nam bên cạnh Liên hợp quốc Lê Hữu Tâm dự phiên họp.",
            {"Lê Hữu Tâm": ["Đại sứ", "Trưởng Phái đoàn Thường trực Việt Nam bên cạnh Liên hợp quốc"]},
        ),
        (
            "Đại tướng Lê Hữu Tâm Bộ trưởng Bộ Quốc phòng đã trao quyết định.",
            {"Lê Hữu Tâm": ["Bộ trưởng Bộ Quốc phòng"]},
        ),
        ("Dự lễ có nguyên Thủ tướng Lê Hữu Tâm.", {"Lê Hữu Tâm": ["nguyên Thủ tướng"]}),
        (
            "Quyết định bổ nhiệm Trung tướng Lê Hữu Tâm (vừa được Chủ tịch nước thăng quân hàm Thượng tướng),"
            " Tư lệnh Quân khu 2 giữ chức Thứ trưởng Bộ Quốc phòng.",
            {"Lê Hữu Tâm": ["Tư lệnh Quân khu 2", "Thứ trưởng Bộ Quốc phòng"]},
        ),
        (
            "Theo đề nghị của Chủ tịch UBND tỉnh Lê Hữu Tâm, các đại biểu HĐND tỉnh đã bầu bổ sung Ủy viên UBND"
            " tỉnh.",
            {"Lê Hữu Tâm": ["Chủ tịch UBND tỉnh"]},
        ),
        (
            "Bí thư Tỉnh ủy Lê Hữu Tâm chúc mừng các vị được bầu giữ chức danh Phó Chủ tịch UBND tỉnh.",
            {"Lê Hữu Tâm": ["Bí thư Tỉnh ủy"]},
        ),
        (
            "Kết quả ông Lê Hữu Tâm và ông Phạm Quý Đôn đều trúng cử chức vụ Ủy viên UBND tỉnh.",
            {"Lê Hữu Tâm": ["Ủy viên UBND tỉnh"], "Phạm Quý Đôn": ["Ủy viên UBND tỉnh"]},
        ),
        ("Đồng chí Mai Sơn - Tỉnh ủy viên được giới thiệu.", {"Mai Sơn": ["Tỉnh ủy viên"]}),
        ("Hội đàm do Bộ trưởng Lin Khot chủ trì.", {"Lin Khot": ["Bộ trưởng"]}),
        (
            "Thừa ủy quyền của Chủ tịch nước và Thủ tướng Chính phủ, Đại tướng Lê Hữu Tâm, Tư lệnh Quân khu 2 trao"
            " cờ.",
            {"Lê Hữu Tâm": ["Tư lệnh Quân khu 2"]},
        ),
        (
            "Hội có ba Phó Chủ tịch mới, gồm: Nhà thơ Lê Hữu Tâm, nhà thơ Phạm Quý Đôn và Trần Văn Sở.",
            {"Lê Hữu Tâm": ["Phó Chủ tịch"], "Phạm Quý Đôn": ["Phó Chủ tịch"], "Trần Văn Sở": ["Phó Chủ tịch"]},
        ),
        (
            "Ông Lê Hữu Tâm trải qua nhiều vị trí công tác khác nhau ở địa phương như: đội phó đội nghiệp vụ huyện;"
            " phó trưởng phòng tổ chức cán bộ Ban Tổ chức Tỉnh ủy; bí thư Huyện ủy Cư Lân.",
            {
                "Lê Hữu Tâm": [
                    "đội phó đội nghiệp vụ huyện",
                    "phó trưởng phòng tổ chức cán bộ Ban Tổ chức Tỉnh ủy",
                    "bí thư Huyện ủy Cư Lân",
                ]
            },
        ),
        (
            "Ông Lê Hữu Tâm sinh năm 1960. Từ năm 2007: Chủ tịch HĐQT Công ty CP Sông Lam, Phó Chủ tịch Hội Kế"
            " toán.",
            {"Lê Hữu Tâm": ["Chủ tịch HĐQT Công ty CP Sông Lam", "Phó Chủ tịch Hội Kế toán"]},
        ),
        (
            "Ông Lê Hữu Tâm, Chủ tịch HĐQT Delora Group đồng thời là Tổng Giám đốc Norapark.",
            {"Lê Hữu Tâm": ["Chủ tịch HĐQT Delora Group", "Tổng Giám đốc Norapark"]},
        ),
        (
            "Đại biểu Quốc hội, luật sư Lê Hữu Tâm, Phó Chủ tịch Hội Luật gia tỉnh cho rằng.",
            {"Lê Hữu Tâm": ["Đại biểu Quốc hội", "Phó Chủ tịch Hội Luật gia tỉnh"]},
        ),
        (
            "Tân Chủ tịch HĐQT Sông Lam nhiệm kỳ 2017 - 2022 là ông Lê Hữu Tâm.",
            {"Lê Hữu Tâm": ["Chủ tịch HĐQT Sông Lam"]},
        ),
        (
            "Lễ bổ nhiệm Phó Chánh án TAND tỉnh đối với các Thẩm phán TAND tỉnh Lê Hữu Tâm và Phạm Sở.",
            {
                "Lê Hữu Tâm": ["Phó Chánh án TAND tỉnh", "Thẩm phán TAND tỉnh"],
                "Phạm Sở": ["Phó Chánh án TAND tỉnh"],
            },
        ),
        (
            "Giao Đại tá Lê Hữu Tâm - Phó Giám đốc Công an tỉnh phụ trách đơn vị đến khi kiện toàn chức vụ Giám đốc"
            " Công an tỉnh.",
            {"Lê Hữu Tâm": ["Phó Giám đốc Công an tỉnh"]},
        ),
        (
            "Dự họp có đồng chí Lê Hữu Tâm - Thường vụ Tỉnh ủy - Phó chủ tịch UBND tỉnh. Theo Thường vụ Tỉnh ủy,"
            " ông Phạm Sở sẽ về hưu.",
            {"Lê Hữu Tâm": ["Thường vụ Tỉnh ủy", "Phó chủ tịch UBND tỉnh"], "Phạm Sở": []},
        ),
        (
            "Đại sứ Nga tại Liên Hợp Quốc Oleg Barkov, ông Lê Hữu Tâm, Lãnh sự danh dự Việt Nam tại Morioka, tới.",
            {
                "Oleg Barkov": ["Đại sứ Nga tại Liên Hợp Quốc"],
                "Lê Hữu Tâm": ["Lãnh sự danh dự Việt Nam tại Morioka"],
            },
        ),
        (
            "Ông Lê Hữu Tâm, ủy viên Ban thường vụ Tỉnh ủy, phó giám đốc Công ty TNHH Một thành viên Nam Lộc.",
            {"Lê Hữu Tâm": ["ủy viên Ban thường vụ Tỉnh ủy", "phó giám đốc Công ty TNHH Một thành viên Nam Lộc"]},
        ),
        (
            "Hai Ủy viên Bộ Chính trị khóa X tái cử Trung ương khóa XI, là: Bí thư Thành ủy Lê Hữu Tâm; Trưởng Ban"
            " Dân vận Trung ương Phạm Quý Đôn.",
            {
                "Lê Hữu Tâm": ["Ủy viên Bộ Chính trị khóa X", "Bí thư Thành ủy"],
                "Phạm Quý Đôn": ["Ủy viên Bộ Chính trị khóa X", "Trưởng Ban Dân vận Trung ương"],
            },
        ),
        (
            "Ông Lê Hữu Tâm, Giám đốc Sở Y tế và ông Phạm Quý Đôn, Phó trưởng ban Tuyên giáo Tỉnh ủy được bầu giữ"
            " chức Phó Chủ tịch UBND tỉnh.",
            {
                "Lê Hữu Tâm": ["Giám đốc Sở Y tế", "Phó Chủ tịch UBND tỉnh"],
                "Phạm Quý Đôn": ["Phó trưởng ban Tuyên giáo Tỉnh ủy", "Phó Chủ tịch UBND tỉnh"],
            },
        ),
        (
            "Người giữ chức Chủ tịch UBND tỉnh trước đó là ông Lê Hữu Tâm.",
            {"Lê Hữu Tâm": ["Chủ tịch UBND tỉnh"]},
        ),
        (
            "Bà Lê Hữu Tâm là PGS.TS Vật lý, từng công tác tại một học viện, Phó Chủ nhiệm Văn phòng Quốc hội.",
            {"Lê Hữu Tâm": ["Phó Chủ nhiệm Văn phòng Quốc hội"]},
        ),
        (
            "Ông Lê Hữu Tâm là đại biểu Quốc hội khóa XI, XII và XIII.",
            {"Lê Hữu Tâm": ["đại biểu Quốc hội khóa XI, XII và XIII"]},
        ),
        (
            "Thượng tọa Thích Phước Lộc được suy cử tân Trưởng ban Trị sự GHPGVN tỉnh.",
            {"Thích Phước Lộc": ["Trưởng ban Trị sự GHPGVN tỉnh"]},
        ),
        (
            "Ông Lê Hữu Tâm tới dự. Tại đại hội ấy, ông được bầu Ủy viên dự khuyết Trung ương Đảng.",
            {"Lê Hữu Tâm": ["Ủy viên dự khuyết Trung ương Đảng"]},
        ),
        (
            "Chủ tịch nước tiếp Đại sứ Qatar Hamid Ali Abdul Asad.",
            {"Hamid Ali Abdul Asad": ["Đại sứ Qatar"]},
        ),
        (
            "Ông Lê Hữu Tâm, thành viên HĐQT kiêm Bí thư Đảng ủy Tổng công ty có mặt.",
            {"Lê Hữu Tâm": ["thành viên HĐQT", "Bí thư Đảng ủy Tổng công ty"]},
        ),
    ],
)
def test_whose_office(text: str, expected: dict[str, list[str]]) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Thiếu tướng Sa Tha Đuông Ma La - cục trưởng Cục Chính sách tới dự.", ["Sa Tha Đuông Ma La"]),
        ("Theo phóng viên Tuổi Trẻ Online, đường đã thông.", []),
        ("Đại diện Delora Group và Sao Lam Holdings cùng ký.", []),
    ],
)
def test_names_and_no_names(text: str, names: list[str]) -> None:
    assert list(held(text)) == names
