"""Meetings told without the usual words, and years that words of the text do not tell. All names are invented."""

from __future__ import annotations

import pytest

from importers.extraction import extract
from store.records import Block, BlockKind, CleanArticle, Meeting


def _meetings(*lines: str, title: str = "Tin trong huyện") -> tuple[Meeting, ...]:
    body, blocks = "", []
    for line in lines:
        blocks.append(Block(BlockKind.PARAGRAPH, len(body), len(body) + len(line)))
        body += line + "\n"
    return extract(CleanArticle(title, None, None, None, None, body, tuple(blocks), (), ())).meetings


@pytest.mark.parametrize(
    "lines",
    [
        ("Chương trình do Quỹ Hoa Mai và Đài Phát thanh huyện tổ chức đã diễn ra sáng 3/6 tại nhà văn hóa.",),
        (
            "Đoàn Thanh niên Sở Du lịch tổ chức chương trình “Nhớ nguồn”.",
            "Sáng 3/6, chương trình đã diễn ra trang trọng, có Phó Giám đốc Sở Lê Văn Tùng dự.",
        ),
        ("Sáng 3/6, Sở Văn hóa, Thể thao và Du lịch tổ chức lễ đón đoàn khách đầu tiên.",),
        ("Sáng 3/6, Sở Kế hoạch và Đầu tư tổ chức hội nghị về vốn.",),
        ("Thực hiện Kế hoạch năm, sáng 3/6, UBND xã tổ chức hội nghị về vốn.",),
        ("Sáng 3/6, UBND huyện tổ chức ngày “Áo ấm cho em”.",),
        ("Sáng 3/6, Trung tâm Y tế huyện đã đặt vòng hoa, dâng hương tại nghĩa trang.",),
        ("Chiều 3/6, Lữ đoàn 12 đã kỷ niệm 35 năm ngày truyền thống.",),
        (
            "Sáng 3/6, tổ công tác của huyện đã làm việc với Công ty Điện Hoa Mai, do Phó Chủ tịch "
            "huyện làm tổ trưởng.",
        ),
        ("Ông Tùng, Chủ tịch huyện, nói về việc này sáng 3/6 khi tiếp xúc với cử tri xã Bình An.",),
        ("Tối 3/6, Chủ tịch huyện Lê Văn Tùng đã dự chương trình truyền hình “Nối vòng tay”.",),
        ("Sáng 3/6, thực hiện kế hoạch hoạt động hè.", "Đoàn xã Bình An tổ chức ra quân dọn đường."),
        ("Sáng 3/6, tuổi trẻ Bình An đã đồng loạt ra quân làm sạch bờ biển.",),
        ("Sáng 3/6, xã đoàn Bình An thực hiện “Ngày chủ nhật xanh”.",),
        (
            "Sáng 3/6, Ban Chỉ huy Quân sự huyện tổ chức bàn giao nhiệm vụ từ Đại tá Phạm Văn Sơn "
            "sang Đại tá Lê Văn Tùng.",
        ),
        ("Ngày 3/6, Phường Bình An 3 ra mắt mô hình “Biên giới bình yên”.",),
        ("Chiều 3/6, Sở Giao thông và các phòng liên quan họp sơ kết việc kiểm tra xe.",),
        (
            "Ban Thường vụ Huyện ủy Bình An vừa tổ chức lễ công bố quyết định lập Tổ rà soát.",
            "Sáng 3/6, Tổ rà soát được lập gồm bảy người.",
        ),
        (
            "Hướng về cơ sở và đoàn viên, nhằm nâng cao hiểu biết của cán bộ công đoàn các cấp, "
            "sáng 3/6, tại nhà văn hóa",
            "Công đoàn ngành Than đã tổ chức khai giảng lớp bồi dưỡng cho 85 cán bộ.",
        ),
    ],
)
def test_day_of_what_is_told_in_other_words(lines: tuple[str, ...]) -> None:
    found = _meetings(*lines)
    assert [meeting.date for meeting in found[:1]] == ["XXXX-06-03"]


def test_meeting_without_a_day_told_by_headline_and_opening() -> None:
    found = _meetings(
        "Được huyện giao, Chi bộ Trường Hoa Mai tổ chức sinh hoạt chuyên đề về tiết kiệm.",
        "Nhiều ý kiến đã được nêu.",
        title="Chi bộ Trường Hoa Mai sinh hoạt chuyên đề",
    )
    assert len(found) == 1
    assert found[0].date is None


@pytest.mark.parametrize(
    ("title", "line"),
    [
        (
            "Hoãn tiếp công dân tháng 12",
            "Ngày 17/12/2024, Chủ tịch UBND tỉnh chủ trì phiên tiếp công dân định kỳ; nay hoãn.",
        ),
        (
            "Thông báo thay đổi ngày tiếp dân của Bí thư Huyện ủy",
            "Lịch tiếp dân, đối thoại với công dân của Bí thư Huyện ủy là ngày 21/10/2019.",
        ),
        ("Điểm chuẩn lớp 10", "Trưa 3/7, Sở Giáo dục và Đào tạo đã công bố điểm chuẩn của các trường."),
        ("Kỷ luật cán bộ", "Ngày 3-8, Ủy ban Kiểm tra Tỉnh ủy kiểm tra dấu hiệu vi phạm đối với các đảng viên."),
        ("Phá án trong đêm", "Đêm 6/2, Công an tỉnh đã kiểm tra một xe, thu 2 bánh heroin."),
    ],
)
def test_notices_and_cases_are_no_meetings(title: str, line: str) -> None:
    assert _meetings(line, title=title) == ()


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (("Sáng 3/6, UBND tỉnh tổ chức lễ trao Giải thưởng báo chí tỉnh Hoa Mai năm 2016.",), "XXXX-06-03"),
        (("Sáng 3/6, HĐND tỉnh tổ chức kỳ họp xem xét quyết toán ngân sách năm 2015.",), "XXXX-06-03"),
        (("Sáng 3/6, UBND tỉnh tổ chức hội nghị về phương hướng hoạt động đến năm 2020.",), "XXXX-06-03"),
        (
            (
                "Sáng 3/6, UBND tỉnh tổ chức hội nghị đánh giá kết quả nhiệm vụ năm 2016, triển "
                "khai nhiệm vụ năm 2017.",
            ),
            "2017-06-03",
        ),
        (
            ("Sáng 25/6, Sở Giáo dục tổ chức họp báo về điểm chuẩn vào lớp 10 năm học 2017-2018.",),
            "2017-06-25",
        ),
        (
            ("Sáng 12/7, Văn phòng UBND tỉnh tổ chức họp báo.", "Luật có hiệu lực thi hành từ ngày 1/7/2018."),
            "XXXX-07-12",
        ),
        (
            ("Sáng 3/5, UBND tỉnh tổ chức hội nghị.", "Trong quý IV/2016, tỉnh có 20 dự án mới."),
            "XXXX-05-03",
        ),
        (
            ("Sáng 3/5, UBND tỉnh tổ chức hội nghị.", "Từ đầu năm 2016 tới nay đã có 30 vụ; năm 2016 có 25 vụ."),
            "XXXX-05-03",
        ),
        (
            ("Sáng 3/5, UBND tỉnh tổ chức hội nghị.", "Việc này theo Quyết định số 567/QĐ-UBND ngày 10/6/2007."),
            "XXXX-05-03",
        ),
        (
            (
                "Ngày 3/2, Chủ tịch tỉnh thăm Công ty Hoa Mai.",
                "Sau khi nghe kết quả đạt được trong năm 2024, kế hoạch năm 2025, Chủ tịch ghi nhận.",
            ),
            "2025-02-03",
        ),
        (
            ("Sáng 12/7, Bí thư làm việc với Cục về kết quả 6 tháng đầu năm, giải pháp 6 tháng cuối năm 2017.",),
            "2017-07-12",
        ),
        (
            ("Sáng 12/7, UBND tỉnh tổ chức hội nghị.", "Từ ngày 1/10/2016 đến 30/6/2017, tỉnh có 12 vụ."),
            "2017-07-12",
        ),
        (
            ("Sáng 28/11, UBND tỉnh tổ chức hội nghị.", "Tỉnh quảng bá từ ngày 1/1/2017 đến 31/12/2018."),
            "2016-11-28",
        ),
        (
            (
                "Sáng 23/7, UBND tỉnh tổ chức hội nghị.",
                "Tỉnh quyết tâm thắng lợi năm 2024 - năm tăng tốc, bứt phá.",
            ),
            "2024-07-23",
        ),
        (
            ("Sáng 6/9, xã tổ chức hội nghị.", "Luật Đất đai năm 2024 có hiệu lực thi hành từ ngày 1/8/2024."),
            "2024-09-06",
        ),
        (
            ("Chiều 4/11, Bí thư thăm, tặng quà bà con.", "Bà nhận huy hiệu 45 năm tuổi Đảng (1979 - 2024)."),
            "2024-11-04",
        ),
        (
            ("Sáng 30/11, Chủ tịch tỉnh làm việc với huyện.", "Năm 2018, dự kiến 20 chỉ tiêu đều đạt và vượt."),
            "2018-11-30",
        ),
        (
            (
                "Sáng 3/7, Chi cục Hoa Mai tổ chức lễ kỷ niệm 60 năm truyền thống lực lượng trường "
                "(3/7/1957-3/7/2017).",
            ),
            "2017-07-03",
        ),
        (("Sáng 29/6, UBND tỉnh tổ chức lễ kỷ niệm 50 năm kết nghĩa (6/1967-6/2017).",), "2017-06-29"),
        (("Sáng 14/6, Sở tổ chức họp báo nhân kỷ niệm 92 năm ngày Báo chí (21/6/2017).",), "2017-06-14"),
        (
            ("Sáng 3/7, Sở trao quyết định cho ông Lê Văn Tùng.", "Từ 6/2001 đến 6/2005, ông là trưởng phòng."),
            "XXXX-07-03",
        ),
    ],
)
def test_year_told_by_what_is_said(lines: tuple[str, ...], date: str) -> None:
    assert _meetings(*lines)[0].date == date


def _present(line: str) -> set[str]:
    lines = ("Sáng 3/6, HĐND huyện tổ chức hội nghị về giá điện.", line)
    body, blocks = "", []
    for each in lines:
        blocks.append(Block(BlockKind.PARAGRAPH, len(body), len(body) + len(each)))
        body += each + "\n"
    found = extract(CleanArticle("Tin", None, None, None, None, body, tuple(blocks), (), ()))
    return {person.name for person in found.people if person.present}


@pytest.mark.parametrize(
    ("line", "present"),
    [
        ("Đại biểu Lê Văn Tùng, đoàn Bình An, cho biết giá còn cao.", {"Lê Văn Tùng"}),
        ("Ông Lê Văn Tùng - Giám đốc Sở Công Thương: Giá sẽ giảm trong năm nay.", {"Lê Văn Tùng"}),
        ("Ông Trần Văn Bảy là em trai bà Lê Thị Cúc, khẳng định sai phạm đã sửa.", set()),
        (
            "Đoàn đã thăm, tặng quà AHLLVT Lê Văn Tùng, nguyên Chỉ huy trưởng Bộ CHQS tỉnh; Đại tá Trần Văn Bảy.",
            {"Lê Văn Tùng", "Trần Văn Bảy"},
        ),
        (
            "Chủ tịch trao quyết định bổ nhiệm ông Lê Văn Tùng làm Phó Giám đốc Sở; bổ nhiệm ông Trần Văn Bảy.",
            {"Lê Văn Tùng", "Trần Văn Bảy"},
        ),
        (
            "Chủ tịch huyện Lê Văn Tùng; Phó Bí thư Trần Văn Bảy; các Ủy viên cùng đại diện các sở đã đến dự.",
            {"Lê Văn Tùng", "Trần Văn Bảy"},
        ),
        ("Tham gia cùng đoàn có ông Lê Văn Tùng, Phó Chủ tịch huyện.", {"Lê Văn Tùng"}),
        (
            "Ông Lê Văn Tùng, Phó Chủ tịch huyện cùng các ban, ngành của huyện đã đi kiểm tra các nương chè.",
            {"Lê Văn Tùng"},
        ),
        ("Đoàn do bà Lê Thị Cúc, phu nhân Chủ tịch huyện Trần Văn Bảy làm Trưởng đoàn đã đến dự.", {"Lê Thị Cúc"}),
        (
            "Đoàn đã thăm gia đình các đồng chí: Lê Văn Tùng, nguyên Bí thư Huyện ủy; Trần Văn Bảy, "
            "nguyên Chủ tịch huyện.",
            {"Lê Văn Tùng", "Trần Văn Bảy"},
        ),
        ("Đại biểu dành một phút tưởng nhớ Đại tướng Lê Văn Tùng và đồng chí Trần Văn Bảy.", set()),
        ("Ông gửi lời chào, chuyển lời thăm hỏi tới Chủ tịch tỉnh bạn Lê Văn Tùng.", set()),
        ("Sau đó, đoàn sẽ thăm tỉnh bạn, gặp Chủ tịch tỉnh Lê Văn Tùng.", set()),
    ],
)
def test_who_is_shown_there(line: str, present: set[str]) -> None:
    assert _present(line) == present


def test_part_of_the_day_before_another_name_of_it() -> None:
    found = _meetings("Sáng mùng 3 Tết (31-1-2025), lãnh đạo UBND huyện đã đến thăm chùa Hoa Mai.")
    assert (found[0].date, found[0].part_of_day) == ("2025-01-31", "sáng")


def test_what_is_new_is_nothing_just_held() -> None:
    line = "Nét mới ở kỳ họp thứ 10 HĐND huyện là tiến hành lấy phiếu tín nhiệm các chức danh."
    assert _meetings("Ngày 27-5, ông Tùng cho biết, kỳ họp dự kiến tổ chức từ ngày 10 đến 12-7.", line) == ()


def test_part_of_the_day_told_with_the_day_elsewhere() -> None:
    found = _meetings("Ngày 26-1, Liên đoàn Lao động huyện tổ chức trao quà.", "Bí thư thăm công nhân sáng 26-1.")
    assert found[0].part_of_day == "sáng"


@pytest.mark.parametrize("title", ["Chủ tịch huyện gửi điện chia buồn", "Thư chúc mừng của Chủ tịch huyện"])
def test_letters_are_no_meetings(title: str) -> None:
    assert (
        _meetings("Ông dự hội nghị ở thủ đô ngày 12/3/1998.", "Ngày 17/6, Chủ tịch huyện gửi điện.", title=title)
        == ()
    )


def test_days_of_a_run_with_a_full_stop() -> None:
    found = _meetings(
        "Từ 12 - 16.8, Đoàn đại biểu Công đoàn tỉnh do ông Lê Văn Tùng làm Trưởng đoàn đã thăm tỉnh bạn."
    )
    assert found[0].date == "XXXX-08-12/XXXX-08-16"
    assert [a.role.value for a in found[0].attendances] == ["leads"]


def test_who_leads_behind_offices_that_are_not_read_to_their_end() -> None:
    found = _meetings(
        "Sáng 27/5, đoàn cán bộ Mặt trận tỉnh bạn do ông Lê Văn Tùng, Chủ tịch Mặt trận Hữu nghị vì sự nghiệp dựng "
        "xây quê hương miền thượng du cùng các bản làng ven sông dẫn đầu đã thăm huyện."
    )
    assert [(a.name, a.role.value) for a in found[0].attendances] == [("Lê Văn Tùng", "leads")]


def test_meeting_shown_by_a_speech_and_pictures() -> None:
    body = (
        "Năm 2024, lực lượng đã làm tốt việc giữ trật tự.\nPhát biểu chỉ đạo tại hội nghị, Đại tá Lê Văn Tùng khen."
    )
    caption = "Đại tá Lê Văn Tùng, Phó Giám đốc Công an tỉnh trao bằng khen, quang cảnh hội nghị"
    start = len(body) + 1
    blocks = (
        Block(BlockKind.PARAGRAPH, 0, body.index("\n")),
        Block(BlockKind.PARAGRAPH, body.index("\n") + 1, len(body)),
        Block(BlockKind.CAPTION, start, start + len(caption)),
    )
    text = f"{body}\n{caption}"
    article = CleanArticle("Công an huyện triển khai công tác năm", None, None, None, None, text, blocks, (), ())
    assert len(extract(article).meetings) == 1
