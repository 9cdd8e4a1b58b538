"""Classes of openings: years that are told and not, meetings seen and not, places, who was there. Names "
"invented."""

from __future__ import annotations

import pytest

from importers.extraction import extract
from store.records import Block, BlockKind, CleanArticle, Extraction


def _extract(body: str, title: str = "Tin trong huyện", published: str | None = None) -> Extraction:
    block = Block(BlockKind.PARAGRAPH, 0, len(body))
    return extract(CleanArticle(title, None, None, published, None, body, (block,), (), ()))


@pytest.mark.parametrize(
    ("body", "date"),
    [
        (
            "Ngày 23/8, UBND tỉnh tổ chức hội nghị quy hoạch vùng đến năm 2030.",
            "XXXX-08-23",
        ),
        (
            "Sáng 1/3, tỉnh tổ chức lễ kỷ niệm 110 năm ngày sinh đồng chí Lê Văn An (1/3/1906).",
            "2016-03-01",
        ),
        (
            "Sáng 27/7, tỉnh tổ chức lễ kỷ niệm 68 năm Ngày Thương binh liệt sĩ (27/7/1947).",
            "2015-07-27",
        ),
        (
            "Ngày 19/12, Viện Sử học tổ chức hội thảo về cuộc Tổng tiến công Mậu Thân 1968.",
            "XXXX-12-19",
        ),
        (
            "Ngày 16/3, tỉnh tổ chức lễ tưởng niệm 50 năm vụ thảm sát (16/3/1968).",
            "2018-03-16",
        ),
        (
            "Ngày 16/3, tỉnh tổ chức lễ tưởng niệm 50 năm vụ thảm sát tại làng, xảy ra ngày 16/3/1968.",
            "2018-03-16",
        ),
        (
            "Tối 24/3, huyện tổ chức lễ kỷ niệm 45 năm ngày giải phóng huyện (24/3/1975).",
            "2020-03-24",
        ),
        (
            "Tối 24/3, huyện tổ chức lễ kỷ niệm ngày giải phóng huyện (24/3/1975).",
            "XXXX-03-24",
        ),
        (
            "Sáng 14/12, tại hội thảo Sau một năm thực hiện Nghị quyết 120 năm 2017 của Chính "
            "phủ, ông An phát biểu.",
            "XXXX-12-14",
        ),
        (
            "Sáng 14/6, tỉnh tổ chức hội nghị sơ kết một năm thực hiện Chỉ thị 05 năm 2016.",
            "XXXX-06-14",
        ),
        (
            "Sáng 14/6, tỉnh tổ chức hội nghị. Vụ việc xảy ra tháng 5/2018.",
            "XXXX-06-14",
        ),
        (
            "Sáng 14/6, tỉnh tổ chức hội nghị. Dự án khởi công vào tháng 5/2018, nay đã xong.",
            "XXXX-06-14",
        ),
        (
            "Sáng 14/6, tỉnh tổ chức hội thảo chiến thắng Điện Biên Phủ 1954.",
            "XXXX-06-14",
        ),
        (
            "Sáng 22/12, tỉnh tổ chức hội thảo 75 năm Ngày thành lập Quân đội (22/12/1944 - 22/12/2019).",
            "2019-12-22",
        ),
        (
            "Ngày 5/10, huyện tổ chức đại hội. Nhiệm kỳ qua, đến năm 2020 huyện có 10 xã đạt chuẩn.",
            "XXXX-10-05",
        ),
        (
            "Sáng 3/2, tỉnh ủy tổ chức lễ kỷ niệm 90 năm Ngày thành lập Đảng.",
            "XXXX-02-03",
        ),
        (
            "Ngày 12/4, đoàn khảo sát làm việc với huyện về kết quả thực hiện Luật Đất đai năm 2013.",
            "XXXX-04-12",
        ),
        (
            "Chiều 8/4, Bộ Y tế tổ chức họp báo quý I năm 2019.",
            "2019-04-08",
        ),
        (
            "Sáng 10/1, Ban Dân vận tổ chức hội nghị đánh giá kết quả thực hiện “Năm dân vận” "
            "2018, triển khai nhiệm vụ năm 2019.",
            "2019-01-10",
        ),
        (
            "Ngày 4/6, Sở Giáo dục tổ chức hội nghị về kỳ thi tuyển sinh lớp 10 năm học 2019-2020.",
            "2019-06-04",
        ),
        (
            "Chiều 11/7, Hội đồng Tiền lương tổ chức phiên họp về lương tối thiểu năm 2020.",
            "XXXX-07-11",
        ),
        (
            "Ngày 22/6, tại cuộc họp, ông Lê Văn An, Chủ tịch huyện, yêu cầu đẩy nhanh công tác "
            "chuẩn bị để hoàn thành vào năm 2021.",
            "XXXX-06-22",
        ),
        (
            "Sáng 26/12, Sở Nông nghiệp tổ chức hội nghị tổng kết ngành. Trong năm 2016, sản "
            "lượng tăng. Năm 2017, ngành đặt mục tiêu tăng 5%.",
            "2016-12-26",
        ),
        (
            "Sáng 4/5, Bí thư Thành ủy Lê Văn An có cuộc gặp mặt cán bộ phường. Trong năm 2016 và "
            "những tháng đầu năm 2017, thành phố tăng trưởng khá.",
            "2017-05-04",
        ),
        (
            "Sáng 12/2, Bộ Ngoại giao trao tặng huân chương cho Đại sứ. Ảnh chụp ngày 2-12-2018.",
            "2018-02-12",
        ),
        (
            "Sáng 15/8, đoàn công tác làm việc với huyện. Thu ngân sách bằng 60% so với cùng kỳ năm 2018.",
            "XXXX-08-15",
        ),
        (
            "Sáng 15/8, Hội Nông dân tổ chức hội nghị, thu hút 300 người, cao hơn năm 2017.",
            "XXXX-08-15",
        ),
        (
            "Sáng 15/8, tỉnh tổ chức gặp mặt đại biểu dự Đại hội XII năm 2016.",
            "XXXX-08-15",
        ),
        (
            "Sáng 15/8, huyện khai mạc hội thi năm 2019.",
            "2019-08-15",
        ),
    ],
)
def test_the_year_is_that_of_the_event_or_none(body: str, date: str) -> None:
    assert _extract(body).meetings[0].date == date


@pytest.mark.parametrize(
    "title",
    [
        "Tỉnh Bình Thuận muốn có cảng mới vào năm 2029",
        "Năm 2025 có 15% người cao tuổi mắc bệnh",
    ],
)
def test_a_year_of_the_headline_that_names_no_event_tells_none(title: str) -> None:
    assert _extract("Sáng 5/3, huyện tổ chức hội thảo quy hoạch.", title).meetings[0].date == "XXXX-03-05"


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ("QK9 – Sáng 22/6, Đảng ủy Quân sự tỉnh tổ chức hội nghị sơ kết.", "XXXX-06-22"),
        ("Ông Lê Văn An nói vậy tại cuộc đối thoại của Hội đồng nhân dân với cử tri ngày 15-5.", "XXXX-05-15"),
        (
            "Sáng 11-3, Tổng Kiểm toán Lê Văn An trình xin ý kiến Ủy ban Thường vụ Quốc hội dự án luật.",
            "XXXX-03-11",
        ),
        ("Sáng 2/6, Bộ Giao thông đã họp bàn các giải pháp an toàn sau vụ va chạm tàu.", "XXXX-06-02"),
        ("Ngày 21/10, Liên hoan hữu nghị nhân dân hai nước đã khai mạc tại nhà hát.", "XXXX-10-21"),
        ("Chiều 3/4, tại cuộc họp báo thường kỳ, Thứ trưởng Bộ Y tế Lê Văn An trả lời.", "XXXX-04-03"),
        ("Hội Nông dân tỉnh vừa phối hợp với xã tổ chức ra mắt tổ hội trồng chè.", None),
        (
            "Khoảng 8 giờ tối 4.4, chuyến xe chở bộ đội đã tới bến Tam Phong. Phó Chủ tịch UBND tỉnh Lê Văn An ra "
            "bến đón đoàn, với sự có mặt của nhiều học sinh. Ông chúc mừng tại buổi lễ. Xe đi tại buổi lễ.",
            "XXXX-04-04",
        ),
    ],
)
def test_meetings_told_in_other_words(body: str, date: str | None) -> None:
    meetings = _extract(body).meetings
    assert [meeting.date for meeting in meetings] == [date]


@pytest.mark.parametrize(
    "body",
    [
        "Ông Trần Tử An nói trong cuộc họp báo ngày 3/4 ở Bắc Kinh, theo Reuters.",
        "Sáng 6/12, Bộ Giáo dục đã công bố đề thi tham khảo các môn.",
        "Nhóm sinh viên bị ngộ độc trong buổi liên hoan chia tay tối 14/5.",
        "Văn phòng có bốn phó. Ông An nói. Bà Bình đáp. Họ chờ. Họ hỏi. Việc còn dài. Trong năm 2018 có người "
        "nghỉ. "
        "Chỉ đạo này thực hiện kết luận ngày 28/5/2013 của Hội nghị Trung ương 7.",
    ],
)
def test_what_is_told_from_elsewhere_is_no_meeting(body: str) -> None:
    assert _extract(body).meetings == ()


@pytest.mark.parametrize(
    ("body", "title", "place"),
    [
        ("Ngày 21/11, cuộc họp được tổ chức tại tổ hợp Hà Nội – Sao (Sao) ở thủ đô Moscow.", "Tin", "Moscow"),
        (
            "Sáng 27/8, Ban Trị sự quận long trọng tổ chức lễ công bố quyết định. Sáng 27/8, tại chùa An (Quận 4, "
            "TP. Hồ Chí Minh), Ban Trị sự quận tổ chức lễ công bố quyết định.",
            "Tin",
            "Hồ Chí Minh",
        ),
        (
            "Sáng 21/7, ông Lê Văn An - Trưởng ban Tổ chức Trung ương đã trao quyết định của Bộ Chính trị "
            "điều động "
            "ông Trần Văn Bình, Bí thư Tỉnh ủy Hà Nam giữ chức Bí thư Đảng đoàn.",
            "Bí thư Tỉnh ủy Hà Nam làm Bí thư Đảng đoàn",
            None,
        ),
        (
            "Tại hội thảo do Trường đại học Cần Thơ phối hợp Báo Sài Gòn tổ chức ngày 14-12, ông An phát biểu.",
            "Tin",
            "Cần Thơ",
        ),
        (
            "Chiều 29/10, phiên thảo luận trên nghị trường về kế hoạch đã nghe đại biểu Lê Thị An - Chủ tịch HĐND "
            "TP HCM.",
            "Tin",
            None,
        ),
        ("Sáng 2/6, Bộ Giao thông đã họp bàn các giải pháp sau vụ tàu đâm xe tải tại Phú Thọ.", "Tin", None),
    ],
)
def test_the_place_is_that_of_the_meeting(body: str, title: str, place: str | None) -> None:
    found = _extract(body, title).meetings[0].place
    assert (found or None) == place if place is None else found is not None and found.endswith(place)


def _present(body: str) -> dict[str, bool]:
    return {person.name: person.present for person in _extract(body).people}


_OPENING = "Sáng 5/3, huyện tổ chức hội nghị sơ kết. "


@pytest.mark.parametrize(
    ("sentence", "name", "there"),
    [
        ("Theo ông Lê Văn An, Phó Giám đốc Sở Y tế, việc ấy khó làm.", "Lê Văn An", True),
        ("Đại biểu Lê Thị An- Đoàn ĐBQH tỉnh, cho rằng cần sửa luật.", "Lê Thị An", True),
        ("Có 125 suất quà do đồng chí Lê Văn An trao tặng.", "Lê Văn An", False),
        ("Danh sách còn 4 bí thư Trung ương Đoàn gồm anh Lê Văn An và anh Trần Văn Bình.", "Trần Văn Bình", False),
        ("Ban tổ chức làm lễ tưởng niệm cố Trưởng lão Hòa thượng Lê Văn An.", "Lê Văn An", False),
    ],
)
def test_who_speaks_and_who_is_only_named(sentence: str, name: str, there: bool) -> None:
    assert _present(_OPENING + sentence)[name] is there


def test_all_who_chair_together() -> None:
    body = _OPENING + (
        "Các đồng chí Lê Thị An - Bí thư Đảng ủy - Hiệu trưởng, Trần Văn Bình - Phó Bí thư Đảng ủy, "
        "Võ Văn Cường - Phó Hiệu trưởng cùng chủ trì hội nghị."
    )
    assert set(_extract(body).meetings[0].chairs) == {"Lê Thị An", "Trần Văn Bình", "Võ Văn Cường"}


def test_who_is_heard_does_not_chair() -> None:
    body = _OPENING + (
        "Dưới sự điều hành của Phó Chủ tịch huyện Lê Thị An, trong phiên chiều, hội nghị đã nghe Trưởng phòng "
        "Tài chính Trần Văn Bình báo cáo."
    )
    assert list(_extract(body).meetings[0].chairs) == ["Lê Thị An"]
