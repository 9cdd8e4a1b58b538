"""Offices in the places where newspapers put them carelessly, and of bodies that are worded anew."""

from __future__ import annotations

import pytest

from importers.extraction.people import find_people
from importers.extraction.reading import read
from store.records import Block, BlockKind, CleanArticle


def held(text: str) -> dict[str, list[str]]:
    block = Block(BlockKind.PARAGRAPH, 0, len(text))
    people = find_people(read(CleanArticle(None, None, None, None, None, text, (block,), (), ())))
    return {p.name: list(dict.fromkeys(o.wording for o in p.offices)) for p in people}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Theo Trưởng Ban Nội chính Trung ương Lê Hữu Tâm, đã có nhiều vụ.",
            {"Lê Hữu Tâm": ["Trưởng Ban Nội chính Trung ương"]},
        ),
        (
            "Theo Phó chủ tịch thường trực Lê Hữu Tâm, thành phố rất mới.",
            {"Lê Hữu Tâm": ["Phó chủ tịch thường trực"]},
        ),
        ("Nữ Bộ trưởng Y tế Lê Thị Tâm phát biểu.", {"Lê Thị Tâm": ["Bộ trưởng Y tế"]}),
        (
            "Ông Lê Hữu Tâm – Trưởng phòng GD&ĐT huyện Anh Sơn cho biết.",
            {"Lê Hữu Tâm": ["Trưởng phòng GD&ĐT huyện Anh Sơn"]},
        ),
        (
            "Ông Lê Hữu Tâm, Chủ nhiệm Ủy ban Kiểm tra Huyện ủy Nga Sơn, có mặt.",
            {"Lê Hữu Tâm": ["Chủ nhiệm Ủy ban Kiểm tra Huyện ủy Nga Sơn"]},
        ),
        (
            "Ông Lê Hữu Tâm, Phó Chủ tịch huyện Điện Biên Đông, có mặt.",
            {"Lê Hữu Tâm": ["Phó Chủ tịch huyện Điện Biên Đông"]},
        ),
        (
            "Chủ tịch Tập đoàn Dệt Việt Nam (Videtex) Lê Hữu Tâm nói rõ.",
            {"Lê Hữu Tâm": ["Chủ tịch Tập đoàn Dệt Việt Nam"]},
        ),
        (
            "Tổng Giám đốc Tập đoàn Menser (Đức) Jon Kasser đến thăm.",
            {"Jon Kasser": ["Tổng Giám đốc Tập đoàn Menser"]},
        ),
        ("Bộ trưởng Nội vụ Pháp lúc đó Jon Kasser đến thăm.", {"Jon Kasser": ["Bộ trưởng Nội vụ Pháp"]}),
        (
            "Dự lễ có Phó Thủ tướng Chính phủ - Lê Hữu Tâm, Chủ tịch Ủy ban Quốc gia về trẻ em.",
            {"Lê Hữu Tâm": ["Phó Thủ tướng Chính phủ", "Chủ tịch Ủy ban Quốc gia về trẻ em"]},
        ),
        (
            "Có Thượng nghị sĩ Jon Kasser (Giôn Cát-xơ), Chủ tịch Ủy ban Quân vụ Thượng viện Hoa Kỳ.",
            {"Jon Kasser": ["Thượng nghị sĩ", "Chủ tịch Ủy ban Quân vụ Thượng viện Hoa Kỳ"]},
        ),
        (
            "Ông Lê Hữu Tâm, Phó Giám đốc Sở Y tế phụ trách khối điều trị cho biết.",
            {"Lê Hữu Tâm": ["Phó Giám đốc Sở Y tế phụ trách khối điều trị"]},
        ),
        (
            "Thứ trưởng Ngoại giao Mỹ phụ trách vấn đề công Jon Kasser đến thăm.",
            {"Jon Kasser": ["Thứ trưởng Ngoại giao Mỹ phụ trách vấn đề công"]},
        ),
        (
            "Phó Trưởng đoàn Đại biểu Quốc hội khóa XIV đơn vị tỉnh Vĩnh Long Lê Hữu Tâm phát biểu.",
            {"Lê Hữu Tâm": ["Phó Trưởng đoàn Đại biểu Quốc hội khóa XIV đơn vị tỉnh Vĩnh Long"]},
        ),
        (
            "Bà Lê Thị Tâm, kế toán Sở Y tế, và ông Trần Văn Bảo - Đại diện Trung tâm Hợp tác có mặt.",
            {"Lê Thị Tâm": ["kế toán Sở Y tế"], "Trần Văn Bảo": ["Đại diện Trung tâm Hợp tác"]},
        ),
        (
            "Dự lễ có ông Lê Hữu Tâm, đại diện lãnh đạo các sở và nhân dân.",
            {"Lê Hữu Tâm": []},
        ),
        (
            "Ông Lê Hữu Tâm, Phó Trưởng Ban Chỉ đạo Năm Hữu nghị Việt Nam - Lào 2012 đã gửi điện.",
            {"Lê Hữu Tâm": ["Phó Trưởng Ban Chỉ đạo Năm Hữu nghị Việt Nam - Lào 2012"]},
        ),
        (
            "Ông Lê Hữu Tâm là Giám đốc Công ty Dược Vĩnh Long Lopharco từ năm nay.",
            {"Lê Hữu Tâm": ["Giám đốc Công ty Dược Vĩnh Long Lopharco"]},
        ),
        (
            "Ông Lê Hữu Tâm đang là cán bộ Sở Nội vụ, bố ruột đang là Bí thư Huyện ủy.",
            {"Lê Hữu Tâm": ["cán bộ Sở Nội vụ"]},
        ),
        ("Chủ tịch huyện đã gặp ông Lê Hữu Tâm để bổ nhiệm một giám đốc.", {"Lê Hữu Tâm": []}),
        (
            "Ông Jon Kasser Tổng thống Canada đến thăm. Tổng thống Kasser cảm ơn.",
            {"Jon Kasser": ["Tổng thống Canada", "Tổng thống"]},
        ),
        (
            "Tổng thống Jon Kasser và phu nhân Anna Kasser đến thăm. Tổng thống Kasser cảm ơn.",
            {"Jon Kasser": ["Tổng thống"], "Anna Kasser": []},
        ),
        (
            "Ông Lê Hữu Tâm, Giám đốc Công an tỉnh Vĩnh Long Để giữ yên, cần nhiều người.",
            {"Lê Hữu Tâm": ["Giám đốc Công an tỉnh Vĩnh Long"]},
        ),
        (
            "Quốc hội họp chiều nay. Đại biểu Lê Hữu Tâm (Vĩnh Long) và ĐB Trần Văn Bảo phát biểu.",
            {"Lê Hữu Tâm": ["Đại biểu"], "Trần Văn Bảo": ["ĐB"]},
        ),
        ("Đại hội Đảng bộ họp chiều nay. Đại biểu Lê Hữu Tâm phát biểu.", {"Lê Hữu Tâm": []}),
        ("Bà Lê Thị Tâm, đại biểu thuộc Đoàn Hà Nội, có mặt.", {"Lê Thị Tâm": []}),
        (
            "Tới dự có Chủ tịch Hội đồng thành viên - ông Lê Hữu Tâm, Tổng giám đốc - ông Trần Văn Bảo.",
            {"Lê Hữu Tâm": ["Chủ tịch Hội đồng thành viên"], "Trần Văn Bảo": ["Tổng giám đốc"]},
        ),
        (
            "Ông Lê Hữu Tâm được Thủ tướng Trần Văn Bảo bổ nhiệm làm Cục trưởng Cục Thú y.",
            {"Lê Hữu Tâm": ["Cục trưởng Cục Thú y"], "Trần Văn Bảo": ["Thủ tướng"]},
        ),
        (
            "Đối với trường hợp của Lê Hữu Tâm, Tổng Bí thư nhấn mạnh cần làm rõ.",
            {"Lê Hữu Tâm": []},
        ),
        (
            "Có Lê Hữu Tâm - Ủy viên Ban Thường vụ Tỉnh ủy; Phó Chủ tịch HĐND tỉnh; Trần Thị Bảo - Giám đốc sở.",
            {
                "Lê Hữu Tâm": ["Ủy viên Ban Thường vụ Tỉnh ủy", "Phó Chủ tịch HĐND tỉnh"],
                "Trần Thị Bảo": ["Giám đốc sở"],
            },
        ),
        (
            "Có Chủ tịch nước Lê Hữu Tâm, Trưởng Ban Chỉ đạo; Bí thư Trung ương Đảng, Chánh án Trần Văn Bảo.",
            {
                "Lê Hữu Tâm": ["Chủ tịch nước", "Trưởng Ban Chỉ đạo"],
                "Trần Văn Bảo": ["Bí thư Trung ương Đảng", "Chánh án"],
            },
        ),
        (
            "Công bố quyết định của Thống đốc Ngân hàng Nhà nước về việc giao phụ trách đối với bà Lê Thị Tâm.",
            {"Lê Thị Tâm": []},
        ),
        (
            "Miễn nhiệm chức vụ Ủy viên UBND đối với ông Lê Hữu Tâm (nguyên Giám đốc Sở Y tế) và ông Trần Văn Bảo.",
            {"Lê Hữu Tâm": ["Ủy viên UBND", "nguyên Giám đốc Sở Y tế"], "Trần Văn Bảo": ["Ủy viên UBND"]},
        ),
        ("Theo Ngoại trưởng nước này Jon Kasser, đã xong.", {"Jon Kasser": ["Ngoại trưởng"]}),
        ("Ông Phết Ta Vôn Xi La Văn, Tỉnh trưởng, có mặt.", {"Phết Ta Vôn Xi La Văn": ["Tỉnh trưởng"]}),
        (
            "Đồng chí Bun-thoong Xay ma-ny, Phó Chủ tịch nước, có mặt.",
            {"Bun-thoong Xay ma-ny": ["Phó Chủ tịch nước"]},
        ),
        (
            "Bí thư Thành ủy Vĩnh Long Lê Hữu Nghị tới dự. Bí thư Thành ủy Vĩnh Long, ông Lê Hữu Nghi, nói rõ.",
            {"Lê Hữu Nghị": ["Bí thư Thành ủy Vĩnh Long"]},
        ),
        ("Đại tá Lê Hữu Tâm có mặt. Đồng chí Lê Hữu số 2 và Lê Hữu tâm cùng đi.", {"Lê Hữu Tâm": []}),
        (
            "Bầu ông Lê Hữu Tâm làm Bí thư Đảng ủy phường Đông Lĩnh 3; tướng Trần Văn Bảo, Tư lệnh Quân khu 4 đồng"
            " chủ trì.",
            {"Lê Hữu Tâm": ["Bí thư Đảng ủy phường Đông Lĩnh 3"], "Trần Văn Bảo": ["Tư lệnh Quân khu 4"]},
        ),
        (
            "Bộ trưởng Ngoại giao Lê Hữu Tâm gửi điện. Bộ trưởng Ngoại giao Canada cũng gửi điện.",
            {"Lê Hữu Tâm": ["Bộ trưởng Ngoại giao"]},
        ),
        (
            "Dự có Ủy viên Bộ Chính trị, Ủy viên Trung ương Đảng, các ban. Có ông Lê Hữu Tâm, Ủy viên Ban Chấp hành"
            " Trung ương Đảng.",
            {"Lê Hữu Tâm": ["Ủy viên Ban Chấp hành Trung ương Đảng"]},
        ),
        (
            "Bí thư Tỉnh ủy, Trưởng đoàn Đại biểu Quốc hội tỉnh; Lê Hữu Tâm phát biểu.",
            {"Lê Hữu Tâm": ["Bí thư Tỉnh ủy", "Trưởng đoàn Đại biểu Quốc hội tỉnh"]},
        ),
        (
            "Ông Lê Hữu Tâm nói về Hội đồng do Chủ tịch nước làm Chủ tịch Hội đồng.",
            {"Lê Hữu Tâm": []},
        ),
        ("Festival Trà Thái Nguyên khai mạc, có ông Lê Hữu Tâm.", {"Lê Hữu Tâm": []}),
        (
            "Đồng chí Lê Hữu Tâm tới dự. Lê Hữu Tâm phát biểu. Đồng chí Lê Hữu Tám cảm ơn.",
            {"Lê Hữu Tâm": []},
        ),
        (
            "Ông Lê Hữu Tâm, Chủ tịch Hội đồng Quản trị Trường THPT tư thục Đông Lĩnh cho biết.",
            {"Lê Hữu Tâm": ["Chủ tịch Hội đồng Quản trị Trường THPT tư thục Đông Lĩnh"]},
        ),
        (
            "Giám đốc Công ty Truyền hình lưu động VTX, ông Lê Hữu Tâm có mặt.",
            {"Lê Hữu Tâm": ["Giám đốc Công ty Truyền hình lưu động VTX"]},
        ),
        (
            "Sở có 2 Phó Giám đốc là các ông/bà: Lê Hữu Tâm, Trần Thị Bảo.",
            {"Lê Hữu Tâm": ["Phó Giám đốc"], "Trần Thị Bảo": ["Phó Giám đốc"]},
        ),
        (
            "Đã bàn giao nhiệm vụ Chính ủy Quân khu 9 từ Đại tá Lê Hữu Tâm sang Đại tá Trần Văn Bảo.",
            {"Lê Hữu Tâm": ["Chính ủy Quân khu 9"], "Trần Văn Bảo": []},
        ),
    ],
)
def test_careless_places(text: str, expected: dict[str, list[str]]) -> None:
    assert held(text) == expected
