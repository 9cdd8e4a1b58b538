"""Openings, attendance and chairing in the many words in which articles put them. All names are invented."""

from __future__ import annotations

import pytest

from importers.extraction import extract
from importers.extraction.dates import find_dates
from importers.extraction.jubilees import find_jubilees
from store.records import Block, BlockKind, CleanArticle, Extraction


def _extract(body: str, title: str = "Tin trong huyện", published: str | None = None) -> Extraction:
    block = Block(BlockKind.PARAGRAPH, 0, len(body))
    return extract(CleanArticle(title, None, None, published, None, body, (block,), (), ()))


@pytest.mark.parametrize(
    ("body", "date", "part", "place"),
    [
        (
            "Ngày 23/10/2024, tại Hà Nội, đoàn cán bộ của Bộ Nghề cá nước Cộng hòa Vanuatu đã đến thăm và làm việc"
            " tại Học viện Biển Xanh. Tiếp đoàn là các phòng, ban của nhà trường.",
            "2024-10-23",
            None,
            "Hà Nội",
        ),
        (
            "GNO - Chiều 1-8 qua, tại chùa Linh Ứng (xã Bình An, huyện Thọ Sơn), Ban Trị sự Phật giáo "
            "huyện Thọ Sơn tổ chức hội nghị sơ kết 6 tháng đầu năm.",
            "XXXX-08-01",
            "chiều",
            None,
        ),
        (
            "Lễ bổ nhiệm do Ban Trị sự Phật giáo huyện tổ chức, diễn ra vào sáng 22-9, tại chùa Phúc "
            "Lâm, với sự chứng minh của chư tôn đức.",
            "XXXX-09-22",
            "sáng",
            None,
        ),
        (
            "Sáng 19-1, Bộ Chỉ huy Quân sự (CHQS) tỉnh tổ chức Hội nghị thông qua kế hoạch công tác "
            "quân sự, quốc phòng năm 2026. Đại tá Đào Công Thắng, Phó Chỉ huy trưởng Bộ CHQS tỉnh chủ "
            "trì hội nghị.",
            "2026-01-19",
            "sáng",
            None,
        ),
        (
            "Ngày 08/5/2024, Tiểu ban Văn kiện diễn tập khu vực phòng thủ huyện tổ chức họp chuẩn bị "
            "nội dung diễn tập. Đồng chí Nguyễn Minh Tú - Phó Chủ tịch UBND huyện dự và chủ trì cuộc "
            "họp.",
            "2024-05-08",
            None,
            None,
        ),
        (
            "Sáng nay (13/12), dưới sự chủ trì của Chủ tịch Quốc hội Nguyễn Văn Hùng, Ủy ban Thường "
            "vụ Quốc hội khóa XIII đã khai mạc Phiên họp thứ tư.",
            "XXXX-12-13",
            "sáng",
            None,
        ),
        (
            "Chiều 16-5, đồng chí Nguyễn Văn Sơn, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh chủ trì tiếp "
            "công dân. Dự buổi tiếp có các đồng chí lãnh đạo Thanh tra tỉnh.",
            "XXXX-05-16",
            "chiều",
            None,
        ),
        (
            "Nhân dịp Tết Nguyên đán Canh Tý 2020, ngày 8/1, Đoàn lãnh đạo tỉnh do ông Trần Văn Tú, "
            "Phó Chủ tịch UBND tỉnh làm Trưởng đoàn đã đến thăm, chúc Tết và tặng quà các tổ chức tôn "
            "giáo trên địa bàn huyện Xuyên Sơn.",
            "2020-01-08",
            None,
            None,
        ),
        (
            "Nhân dịp đón Tết cổ truyền Bính Ngọ 2026, chiều 28/1, đồng chí Nguyễn Hải Hà - Giám đốc "
            "Sở Y tế đã thăm và tặng quà Tết cho hộ nghèo tại xã Tu Sơn.",
            "2026-01-28",
            "chiều",
            None,
        ),
        (
            "Ngày 26.12, đồng chí Nguyễn Ngọc Phú - Chủ tịch UBND tỉnh có buổi tiếp, làm việc với "
            "Ngài Đại sứ Nhật Bản tại Việt Nam.",
            "XXXX-12-26",
            None,
            None,
        ),
        (
            "Sáng 8/11, Đoàn đại biểu thành phố Asan (Hàn Quốc) do ngài Oh Sae Hyun, Thị trưởng thành "
            "phố làm Trưởng đoàn đã đến thăm và làm việc với tỉnh Ninh Bình. Tiếp và làm việc với "
            "Đoàn có các đồng chí: Đinh Văn Điểm, Chủ tịch UBND tỉnh.",
            "XXXX-11-08",
            "sáng",
            "Ninh Bình",
        ),
        (
            "Chiều nay 24/2, Phó Chủ tịch Ủy ban nhân dân tỉnh Bùi Minh Thanh đã chủ trì buổi tiếp và "
            "làm việc với Đoàn nghị sĩ tỉnh Ibaraki.",
            "XXXX-02-24",
            "chiều",
            None,
        ),
        (
            "(BDO) Sáng 15-11, tại Trung tâm Hành chính tỉnh, ông Đặng Minh Hùng, Phó Chủ tịch UBND "
            "tỉnh đã tiếp xã giao ông Popov Aleksei, Tổng Lãnh sự Liên bang Nga.",
            "XXXX-11-15",
            "sáng",
            None,
        ),
        (
            "Chiều ngày 20/10/2017. Công đoàn văn phòng UBND tỉnh đã tổ chức thành công Đại hội công "
            "đoàn lần thứ XX.",
            "2017-10-20",
            "chiều",
            None,
        ),
        (
            "Nhân dịp kỷ niệm 49 năm Ngày giải phóng miền Nam, thống nhất đất nước (30/4/1975 – "
            "30/4/2024), sáng ngày 26/4, huyện Tuyên Sơn tổ chức lễ viếng, dâng hoa, dâng hương tại "
            "Nghĩa trang liệt sỹ huyện. Tham dự lễ viếng có đồng chí Mai Văn Minh, Bí thư Huyện ủy.",
            "2024-04-26",
            "sáng",
            None,
        ),
        (
            "Sáng ngày 02/9/2021, Thường trực huyện ủy đã tổ chức các đoàn kiểm tra công tác phòng, "
            "chống dịch. Đoàn 1 do đồng chí Lê Anh Dũng, Phó Bí thư Thường trực Huyện ủy làm trưởng "
            "đoàn.",
            "2021-09-02",
            "sáng",
            None,
        ),
        (
            "Hòa chung không khí vui tươi của ngày hội tòng quân. Sáng ngày 20/02/2019, huyện Hưng "
            "Sơn đã long trọng tổ chức lễ giao nhận quân năm 2019.",
            "2019-02-20",
            "sáng",
            None,
        ),
        (
            "Sáng ngày 15/7, Đại tá Lại Tiến Giang, Chỉ huy trưởng Bộ Chỉ huy quân sự tỉnh đã đến "
            "thăm và làm việc với Đảng ủy các xã sau hợp nhất.",
            "XXXX-07-15",
            "sáng",
            None,
        ),
        (
            "Tối 12/1/2024, tại Nhà văn hóa lao động, Liên đoàn Lao động tỉnh Bắc Giang tổ chức "
            "chương trình “Tết Sum vầy”.",
            "2024-01-12",
            "tối",
            "Bắc Giang",
        ),
        (
            "Vào lúc 8 giờ ngày 5/6/2023, UBND huyện Cù Lao tổ chức khánh thành cầu Kênh Mới.",
            "2023-06-05",
            "sáng",
            None,
        ),
        (
            "Sáng 1.3, UBND huyện Nông Hà tổ chức ra quân huấn luyện năm 2023.",
            "2023-03-01",
            "sáng",
            None,
        ),
        (
            "14h ngày 9/9, Bộ Y tế tổ chức họp báo cung cấp thông tin. Thứ trưởng Trần Văn Thuần chủ trì.",
            "XXXX-09-09",
            "chiều",
            None,
        ),
        (
            "Hội nghị tổng kết công tác năm 2022, triển khai nhiệm vụ năm 2023 của Ban Nội chính Tỉnh "
            "ủy diễn ra chiều 10/1 tại Quảng Trị.",
            "2023-01-10",
            "chiều",
            "Quảng Trị",
        ),
        (
            "Ban Dân vận Tỉnh ủy tổ chức hội nghị tổng kết công tác năm 2022, triển khai nhiệm vụ năm "
            "2023. Đồng chí Lê Thị Hoa, Trưởng Ban, chủ trì hội nghị. Tham dự có đại diện các sở.",
            None,
            None,
            None,
        ),
        (
            "Hôm qua (17-3), Bộ Chỉ huy Quân sự tỉnh đã tổ chức hội nghị giao ban và triển khai nhiệm vụ năm 2011.",
            "2011-03-17",
            None,
            None,
        ),
        (
            "Trong 2 ngày 28 và 29-6, Đảng bộ huyện Phú Hòa tổ chức Đại hội đại biểu lần thứ XV, "
            "nhiệm kỳ 2020 - 2025.",
            "XXXX-06-28/XXXX-06-29",
            None,
            None,
        ),
        (
            "Thứ Sáu, ngày 12 tháng 4 năm 2019, Hội Nông dân tỉnh Kon Tum tổ chức tọa đàm về vốn vay.",
            "2019-04-12",
            None,
            "Kon Tum",
        ),
        (
            "Ngày 20/5, tại huyện Đăk Hà (Kon Tum), lãnh đạo UBND tỉnh đối thoại với thanh niên.",
            "XXXX-05-20",
            None,
            "Kon Tum",
        ),
        (
            "Diễn đàn “Thanh niên với chuyển đổi số” do Tỉnh đoàn Hà Giang tổ chức sáng 26/3 đã thu "
            "hút 300 đoàn viên.",
            "XXXX-03-26",
            "sáng",
            "Hà Giang",
        ),
        (
            "Chiều 9/10, HĐND thành phố Cần Thơ khai mạc kỳ họp thứ 12. Kỳ họp dưới sự điều hành của "
            "ông Phạm Văn Hiếu, Chủ tịch HĐND thành phố.",
            "XXXX-10-09",
            "chiều",
            "Cần Thơ",
        ),
        (
            "Sáng 9/10, các ông Lê Văn An, Phó Chủ tịch HĐND tỉnh và bà Trần Thị Bé, Trưởng Ban Pháp "
            "chế đồng chủ tọa phiên thảo luận tổ tại tỉnh Sóc Trăng.",
            "XXXX-10-09",
            "sáng",
            "Sóc Trăng",
        ),
        (
            "Ngày 3/3, Đoàn công tác của Ủy ban Xã hội do bà Nguyễn Thúy An, Chủ nhiệm Ủy ban, dẫn "
            "đầu đã khảo sát tại tỉnh Lai Châu.",
            "XXXX-03-03",
            None,
            "Lai Châu",
        ),
        (
            "Sáng 14/8/2025, Công an tỉnh và Tỉnh đoàn Đồng Nai ký kết chương trình phối hợp.",
            "2025-08-14",
            "sáng",
            "Đồng Nai",
        ),
        (
            "Ngày 2/7, Hội Chữ thập đỏ tỉnh Bến Tre phối hợp UBND xã An Hiệp bàn giao nhà tình thương "
            "cho hộ ông Nguyễn Văn Tám.",
            "XXXX-07-02",
            None,
            "Bến Tre",
        ),
        (
            "Tối 19/8, Công an thành phố Hải Phòng long trọng tổ chức Lễ kỷ niệm 70 năm Ngày truyền "
            "thống (19/8/1945).",
            "2015-08-19",
            "tối",
            "Hải Phòng",
        ),
        (
            "Chiều 4/6, Sở Nội vụ tỉnh Yên Bái tổ chức hội nghị triển khai Quyết định số 25/QĐ-TTg "
            "ngày 12/3/2021 của Thủ tướng.",
            "XXXX-06-04",
            "chiều",
            "Yên Bái",
        ),
        (
            "Trong chuyến công tác tại Lào Cai, sáng 6/5, Phó Thủ tướng Lê Văn Thành đã thăm, tặng "
            "quà gia đình chính sách.",
            "XXXX-05-06",
            "sáng",
            "Lào Cai",
        ),
        (
            "(BĐ) - Nhân kỷ niệm 95 năm Ngày thành lập Đảng (3.2.1930 - 3.2.2025), chiều 22.1, Tỉnh "
            "ủy tổ chức họp mặt cán bộ hưu trí.",
            "2025-01-22",
            "chiều",
            None,
        ),
        (
            "Sáng 5/6, Ban Thường vụ Tỉnh ủy công bố quyết định điều động ông Lê Văn An, sinh ngày "
            "2/3/1970, giữ chức Bí thư Huyện ủy từ ngày 10/6/2020.",
            "2020-06-05",
            "sáng",
            None,
        ),
        (
            "Chiều tối nay (7/8), Thường trực Ban Chỉ đạo họp bàn biện pháp ứng phó bão.",
            "XXXX-08-07",
            "chiều",
            None,
        ),
        (
            "Chiều 29/4, Ủy ban Kiểm tra Huyện ủy tổ chức giao ban công tác tháng 4, triển khai nhiệm "
            "vụ tháng 5/2023.",
            "2023-04-29",
            "chiều",
            None,
        ),
        (
            "Ngày 4/10, Hội Cựu chiến binh tỉnh Hà Nam tổ chức hội nghị giao ban quý III năm 2019.",
            "2019-10-04",
            None,
            "Hà Nam",
        ),
        (
            "Sáng 5/9, Trường THPT Chuyên tỉnh Vĩnh Phúc tổ chức lễ khai giảng năm học 2022 - 2023.",
            "2022-09-05",
            "sáng",
            "Vĩnh Phúc",
        ),
        (
            "Sáng 25/5, Trường THPT Chuyên tỉnh Vĩnh Phúc tổ chức lễ tổng kết năm học 2022 - 2023.",
            "2023-05-25",
            "sáng",
            "Vĩnh Phúc",
        ),
        (
            "Sáng 25/5, Hội Nông dân xã tổ chức đại hội nhiệm kỳ 2023 - 2028.",
            "XXXX-05-25",
            "sáng",
            None,
        ),
        (
            "Ngày 1/2, Ủy ban MTTQ tỉnh Cà Mau tổ chức trao quà Tết Giáp Thìn 2024 cho hộ nghèo.",
            "2024-02-01",
            None,
            "Cà Mau",
        ),
        (
            "Ngày 20/11, Trường Chính trị tỉnh tổ chức Lễ kỷ niệm 60 năm thành lập trường (1959 - 2019).",
            "2019-11-20",
            None,
            None,
        ),
        (
            "Chiều 24-7, Đảng ủy phường tổ chức gặp mặt nhân kỷ niệm 77 năm Ngày Thương binh - Liệt "
            "sĩ (27-7-1947/27-7-2024).",
            "2024-07-24",
            "chiều",
            None,
        ),
        (
            "Từ ngày 10 đến 12/6, Đoàn ĐBQH tỉnh Tây Ninh tiếp xúc cử tri tại các huyện.",
            "XXXX-06-10/XXXX-06-12",
            None,
            "Tây Ninh",
        ),
        (
            "Trong hai ngày (23 - 24/9), Quân khu tổ chức diễn tập.",
            "XXXX-09-23/XXXX-09-24",
            None,
            None,
        ),
        (
            "Lúc 20 giờ ngày 30/4, tại quảng trường, UBND thành phố Đà Nẵng tổ chức chương trình nghệ "
            "thuật chào mừng.",
            "XXXX-04-30",
            "tối",
            "Đà Nẵng",
        ),
        (
            "Ngày 3/7, Chính phủ họp phiên thường kỳ tháng 6/2024.",
            "2024-07-03",
            None,
            None,
        ),
        (
            "Ngày 9/9, tại Thủ đô Viêng Chăn, Đoàn đại biểu cấp cao thành phố Hà Nội hội đàm với "
            "chính quyền Thủ đô Viêng Chăn.",
            "XXXX-09-09",
            None,
            "Viêng Chăn",
        ),
        (
            "Ngày 8/8 vừa qua, Liên hiệp các Hội Khoa học tỉnh đã tổ chức buổi tọa đàm.",
            "XXXX-08-08",
            None,
            None,
        ),
    ],
)
def test_an_opening_gives_day_and_place(body: str, date: str | None, part: str | None, place: str | None) -> None:
    meeting = _extract(body).meetings[0]
    assert (meeting.date, meeting.part_of_day, meeting.place) == (date, part, place)
    assert meeting.rule


@pytest.mark.parametrize(
    "body",
    [
        "Ban Nội chính Tỉnh ủy vừa ban hành Thông báo về buổi tiếp dân định kỳ. Theo đó, buổi "
        "tiếp dân sẽ diễn ra từ 14 giờ 30 phút ngày 28/11/2025 tại Trụ sở Ban Tiếp công dân tỉnh.",
        "Ngày 5/4, Ủy ban Kiểm tra Tỉnh ủy cho biết đã thi hành kỷ luật ông Nguyễn Văn B, nguyên "
        "Chủ tịch UBND huyện.",
        "Ngày 7/7, Cơ quan Cảnh sát điều tra Công an tỉnh khởi tố, bắt tạm giam Nguyễn Văn C, "
        "giám đốc công ty, để điều tra hành vi lừa đảo.",
        "Đến ngày 30/6, thu ngân sách của tỉnh đạt 5.000 tỷ đồng, bằng 60% kế hoạch năm 2024, "
        "theo báo cáo của Cục Thuế tỉnh.",
        "Chủ tịch UBND tỉnh vừa ký quyết định bổ nhiệm ông Trần Văn D giữ chức Giám đốc Sở Xây "
        "dựng từ ngày 1/8/2024.",
        "Đồng chí Nguyễn Văn E, nguyên Phó Bí thư Tỉnh ủy, từ trần ngày 3/3/2020. Lễ viếng tổ "
        "chức tại nhà riêng từ 7 giờ ngày 5/3.",
        "Ngày 5/5, TAND tỉnh mở phiên tòa xét xử sơ thẩm bị cáo Lê Văn F về tội tham ô.",
    ],
)
def test_what_is_no_meeting_is_none(body: str) -> None:
    assert _extract(body).meetings == ()


_MEETING = "Sáng 5/5/2024, UBND huyện Tân Phú tổ chức hội nghị tổng kết phong trào thi đua. "


@pytest.mark.parametrize(
    ("sentence", "there"),
    [
        (
            "Dự hội nghị có Bí thư Huyện ủy Trần Văn An; các Phó Bí thư Lê Thị Bé, Võ Văn Cư; lãnh đạo phòng.",
            {"Trần Văn An": True, "Lê Thị Bé": True, "Võ Văn Cư": True},
        ),
        (
            "Thừa ủy quyền của Chủ tịch nước, đồng chí Trần Văn An, Bí thư Huyện ủy, trao Huân chương "
            "cho bà Lê Thị Bé, Giám đốc Sở Y tế.",
            {"Trần Văn An": True, "Lê Thị Bé": True},
        ),
        (
            "Hội nghị đã nghe đồng chí Trần Văn An, Trưởng phòng Nội vụ, quán triệt Nghị quyết.",
            {"Trần Văn An": True},
        ),
        (
            "Đồng chí Trần Văn An, Bí thư Huyện ủy đánh trống khai hội.",
            {"Trần Văn An": True},
        ),
        (
            "Đồng chí Trần Văn An - Bí thư Huyện ủy (giữa) cùng các đại biểu tham quan gian hàng.",
            {"Trần Văn An": True},
        ),
        (
            "Hội nghị bầu đồng chí Trần Văn An giữ chức Chủ tịch Hội.",
            {"Trần Văn An": False},
        ),
        (
            "Công ty do ông Trần Văn An làm Giám đốc đã ủng hộ quỹ.",
            {"Trần Văn An": False},
        ),
        (
            "Theo Quyết định do Chủ tịch UBND tỉnh Trần Văn An ký, xã được công nhận.",
            {"Trần Văn An": False},
        ),
        (
            "Thay mặt Chủ tịch UBND tỉnh Trần Văn An, bà Lê Thị Bé, Giám đốc Sở Y tế, trao quà.",
            {"Trần Văn An": False, "Lê Thị Bé": True},
        ),
        (
            "Đoàn do đồng chí Trần Văn An, Phó Bí thư, dẫn đầu đã dâng hương.",
            {"Trần Văn An": True},
        ),
        (
            "Đại biểu Trần Văn An (Tổ đại biểu số 2) chất vấn Giám đốc Sở Y tế Lê Thị Bé về giá thuốc.",
            {"Trần Văn An": True, "Lê Thị Bé": True},
        ),
        (
            "Trả lời câu hỏi, ông Trần Văn An, Giám đốc Sở Y tế, nói rõ.",
            {"Trần Văn An": True},
        ),
        (
            "Cử tri Trần Văn An kiến nghị sửa đường.",
            {"Trần Văn An": True},
        ),
        (
            "Lẵng hoa của Chủ tịch nước Trần Văn An được đặt ở vị trí trang trọng.",
            {"Trần Văn An": False},
        ),
        (
            "Tham gia đoàn có các đồng chí: Trần Văn An, Phó Ban; Lê Thị Bé, Vụ trưởng.",
            {"Trần Văn An": True, "Lê Thị Bé": True},
        ),
        (
            "Lãnh đạo tỉnh đã đến thăm hỏi, tặng quà Mẹ Việt Nam Anh hùng Lê Thị Bé và thương binh Trần Văn An.",
            {"Lê Thị Bé": True, "Trần Văn An": True},
        ),
        (
            "Sau khi nghe ý kiến của bà Lê Thị Bé, Trưởng phòng Y tế, Bí thư Huyện ủy Trần Văn An kết luận.",
            {"Lê Thị Bé": True, "Trần Văn An": True},
        ),
        (
            "Chủ tịch Hội Trần Văn An báo cáo kết quả; Phó Chủ tịch Lê Thị Bé trình bày tham luận.",
            {"Trần Văn An": True, "Lê Thị Bé": True},
        ),
    ],
)
def test_who_is_there(sentence: str, there: dict[str, bool]) -> None:
    present = {person.name: person.present for person in _extract(_MEETING + sentence).people}
    assert {name: present[name] for name in there} == there


@pytest.mark.parametrize(
    ("sentence", "chairs"),
    [
        (
            "Hội nghị do đồng chí Trần Văn An, Bí thư Huyện ủy, chủ trì.",
            {"Trần Văn An"},
        ),
        (
            "Chủ trì hội nghị có các đồng chí: Trần Văn An - Bí thư Huyện ủy; Lê Thị Bé - Chủ tịch UBND huyện.",
            {"Lê Thị Bé", "Trần Văn An"},
        ),
        (
            "Đồng chí Trần Văn An, Bí thư Huyện ủy tới dự và chủ trì hội nghị.",
            {"Trần Văn An"},
        ),
        (
            "Đồng chí Trần Văn An, Bí thư Huyện ủy và đồng chí Lê Thị Bé, Chủ tịch UBND huyện đồng chủ trì.",
            {"Lê Thị Bé", "Trần Văn An"},
        ),
        (
            "Các đồng chí: Trần Văn An, Bí thư Huyện ủy; Lê Thị Bé, Phó Bí thư; Võ Văn Cư, Chủ tịch "
            "HĐND huyện đồng chủ trì hội nghị.",
            {"Lê Thị Bé", "Trần Văn An", "Võ Văn Cư"},
        ),
        (
            "Điều hành hội nghị là Bí thư Huyện ủy Trần Văn An.",
            {"Trần Văn An"},
        ),
        (
            "Dự và chủ trì có ông Trần Văn An, Phó Chủ tịch UBND huyện.",
            {"Trần Văn An"},
        ),
        (
            "Dưới sự chủ tọa của ông Trần Văn An, Chủ tịch HĐND, kỳ họp đã thông qua 5 nghị quyết.",
            {"Trần Văn An"},
        ),
        (
            "Chủ tịch UBND huyện Trần Văn An chủ trì.",
            {"Trần Văn An"},
        ),
        (
            "Chủ trì hội nghị, Bí thư Huyện ủy Trần Văn An nhấn mạnh kết quả.",
            {"Trần Văn An"},
        ),
        (
            "Ông Trần Văn An, Bí thư Huyện ủy, chủ trì tại điểm cầu huyện.",
            {"Trần Văn An"},
        ),
        (
            "Đoàn công tác của huyện do đồng chí Trần Văn An, Bí thư, làm Trưởng đoàn.",
            {"Trần Văn An"},
        ),
        (
            "Trưởng đoàn giám sát Trần Văn An phát biểu.",
            {"Trần Văn An"},
        ),
        (
            "Đồng chí Trần Văn An, Bí thư Huyện ủy, Trưởng đoàn giám sát yêu cầu.",
            {"Trần Văn An"},
        ),
        (
            "Giao Sở Y tế chủ trì, phối hợp với ông Trần Văn An, Giám đốc Sở, thực hiện.",
            set(),
        ),
        (
            "Đồng chí Trần Văn An, Bí thư Huyện ủy phát biểu chỉ đạo hội nghị.",
            set(),
        ),
        (
            "Đồng chí Trần Văn An, Bí thư Huyện ủy điều hành phiên thảo luận.",
            {"Trần Văn An"},
        ),
        (
            "Đồng chí Trần Văn An, Phó Bí thư, thay mặt Đoàn chủ tịch điều hành Đại hội.",
            {"Trần Văn An"},
        ),
        (
            "Đoàn chủ tịch gồm các đồng chí Trần Văn An, Lê Thị Bé điều hành Đại hội.",
            {"Lê Thị Bé", "Trần Văn An"},
        ),
        (
            "Hội nghị được kết nối tới điểm cầu huyện; chủ trì tại điểm cầu tỉnh có đồng chí Trần Văn "
            "An, Phó Chủ tịch UBND tỉnh.",
            {"Trần Văn An"},
        ),
        (
            "Bà Lê Thị Bé, Chủ nhiệm Ủy ban, dẫn đầu Đoàn giám sát làm việc với huyện.",
            {"Lê Thị Bé"},
        ),
        (
            "Cùng chủ trì có ông Trần Văn An, Phó Chủ tịch.",
            {"Trần Văn An"},
        ),
    ],
)
def test_who_chairs(sentence: str, chairs: set[str]) -> None:
    meeting = _extract(_MEETING + sentence).meetings[0]
    assert set(meeting.chairs) == chairs
    assert all(attendance.rule for attendance in meeting.attendances)


@pytest.mark.parametrize(
    ("body", "inferred"),
    [
        (
            "Hội nghị tổng kết công tác năm 2022, triển khai nhiệm vụ năm 2023 do bà Lê Thị Hoa chủ trì.",
            "2022-12/2023-01",
        ),
        ("Hội nghị sơ kết công tác 6 tháng đầu năm 2022 do bà Lê Thị Hoa chủ trì.", "2022-06/2022-07"),
        ("Buổi lễ kỷ niệm 80 năm Ngày truyền thống (19/8/1945 - 19/8/2025) do bà Lê Thị Hoa chủ trì.", "2025-08"),
    ],
)
def test_what_is_reviewed_tells_about_when(body: str, inferred: str) -> None:
    opening = "Chủ trì hội nghị có bà Lê Thị Hoa, Trưởng Ban Dân vận Huyện ủy. "
    meeting = _extract(opening + body).meetings[0]
    assert (meeting.date, meeting.inferred_date) == (None, inferred)
    assert meeting.date_reason


def test_days_near_the_publication() -> None:
    said = "Hôm qua, tại khu dân cư số 5, Ban Công tác Mặt trận tổ chức Ngày hội Đại đoàn kết toàn dân tộc."
    assert _extract(said, published="2023-11-18").meetings[0].date == "2023-11-17"


def test_rows_below_a_colon_name_who_attends() -> None:
    body = "Dự hội nghị có các đồng chí:"
    rows = [
        "- Trần Văn An, Bí thư Huyện ủy",
        "- Lê Thị Bé, Chủ tịch UBND huyện",
        "Ông Võ Văn Cư, Giám đốc Sở Y tế.",
    ]
    parts = [_MEETING + body, *rows]
    blocks, at = [], 0
    for part in parts:
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(part)))
        at += len(part) + 2
    article = CleanArticle("Tin trong huyện", None, None, None, None, "\n\n".join(parts), tuple(blocks), (), ())
    there = {person.name: person.present for person in extract(article).people}
    assert there == {"Trần Văn An": True, "Lê Thị Bé": True, "Võ Văn Cư": False}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "Các đại biểu dành phút mặc niệm tưởng nhớ đồng chí Trần Văn An, Bí thư Huyện ủy đầu tiên.",
            "Trần Văn An",
        ),
        ("Buổi lễ kỷ niệm 110 năm ngày sinh cố Thủ tướng Trần Văn An nhấn mạnh công lao của ông.", "Trần Văn An"),
        ("Ngày 4/4/2024, Giám đốc Sở Y tế Trần Văn An phát biểu tại một hội thảo khác.", "Trần Văn An"),
    ],
)
def test_who_cannot_be_there(sentence: str, name: str) -> None:
    assert not {p.name: p.present for p in _extract(_MEETING + sentence).people}[name]


def test_a_visit_before_belongs_to_the_same_trip() -> None:
    body = _MEETING + "Trước đó, Bí thư Huyện ủy Trần Văn An đã đến thăm, tặng quà hộ bà Lê Thị Bé."
    assert {p.name: p.present for p in _extract(body).people} == {"Trần Văn An": True, "Lê Thị Bé": True}


def test_winners_of_a_prize_are_there() -> None:
    body = _MEETING + "Năm cá nhân nhận giải gồm: ông Trần Văn An, Giám đốc Sở Y tế; bà Lê Thị Bé, Hiệu trưởng."
    assert all(p.present for p in _extract(body).people)


@pytest.mark.parametrize(
    ("words", "year", "day"),
    [
        ("kỷ niệm 70 năm (19/8/1954 - 19/8/2024)", 2024, (19, 8)),
        ("kỷ niệm 70 năm (19-8-1954/19-8-2024)", 2024, (19, 8)),
        ("kỷ niệm 70 năm (19.8.1954-19.8.2024)", 2024, (19, 8)),
        ("kỷ niệm 20 năm tái lập và 42 năm ngày giải phóng (24/3/1975)", 2017, (24, 3)),
        ("lễ kỷ niệm 60 năm thành lập (1959 - 2019)", 2019, (None, None)),
    ],
)
def test_jubilees(words: str, year: int, day: tuple[int | None, int | None]) -> None:
    found = find_jubilees(words, find_dates(words))
    assert [(j.year, (j.day, j.month)) for j in found] == [(year, day)]


def test_a_career_is_no_jubilee() -> None:
    words = "ông công tác 30 năm, từ 1/2/1980 - 1/3/2010, và nghỉ hưu"
    assert find_jubilees(words, find_dates(words)) == ()


@pytest.mark.parametrize(
    "body",
    [
        "Sáng 12/11, UBND huyện tổ chức hội nghị rà soát. Đến ngày 31/12/2025 phải hoàn thành việc này.",
        "Sáng 8/12, HĐND huyện khai mạc kỳ họp thứ 5. Từ đầu năm 2016 sẽ có thêm ba trường học.",
        "Sáng 8/12, HĐND huyện khai mạc kỳ họp thứ 5. Ông An làm Trưởng phòng từ tháng 1/2016 đến tháng 3/2017.",
        "Sáng 7/12, UBND huyện tổ chức hội thảo đánh giá kết quả chiến thắng năm 1972.",
        "Sáng 12/4, Chủ tịch UBND huyện kiểm tra công trường, yêu cầu phải hoàn thành cầu cuối năm 2020.",
    ],
)
def test_plans_careers_and_history_tell_no_year(body: str) -> None:
    date = _extract(body).meetings[0].date
    assert date is not None
    assert date.startswith("XXXX-")


@pytest.mark.parametrize(
    "piece", ["lễ ", "tổ chức các ", "kỷ niệm 50 năm ", "1/2/2003 - ", "chủ trì hội nghị, ", "dự lễ "]
)
def test_any_words_in_a_row_are_read(piece: str) -> None:
    assert _extract(piece * 20_000).version
