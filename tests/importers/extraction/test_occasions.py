"""Years told by the occasion, rows of lists, pictures, who was not there, documents. Names invented."""

from __future__ import annotations

import pytest

from importers.extraction import extract
from store.records import Block, BlockKind, CleanArticle, Extraction


def _extract(*lines: str, title: str = "Tin trong huyện", captions: tuple[str, ...] = ()) -> Extraction:
    body, blocks = "", []
    for line in lines:
        start = len(body)
        body += line + "\n"
        kind = BlockKind.CAPTION if line in captions else BlockKind.PARAGRAPH
        blocks.append(Block(kind, start, start + len(line)))
    return extract(CleanArticle(title, None, None, None, None, body, tuple(blocks), (), ()))


def _present(extraction: Extraction) -> set[str]:
    return {person.name for person in extraction.people if person.present}


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (
            ("Sáng 4/9, Nhà máy tổ chức lễ kỷ niệm 20 năm thành lập.", "Nhà máy được thành lập năm 1996."),
            "2016-09-04",
        ),
        (
            (
                "Sáng 4/9, Nhà máy tổ chức lễ kỷ niệm 20 năm ngày thành lập.",
                "Nhà máy thành lập theo Quyết định số 7 ngày 2/8/1996.",
            ),
            "2016-09-04",
        ),
        (
            (
                "Sáng 4/9, Nhà máy tổ chức lễ kỷ niệm 20 năm thành lập.",
                "Nhà máy được thành lập năm 1996. Phân xưởng hai được thành lập năm 1998.",
            ),
            "XXXX-09-04",
        ),
        (
            ("Sáng 9/2, UBND huyện tổ chức hội nghị giao ban.", "Bà con vui đón Tết Nguyên đán Mậu Tuất - 2018."),
            "2018-02-09",
        ),
        (
            ("Sáng 20/12, lãnh đạo UBND huyện tổ chức gặp mặt giáo dân, chúc bà con đón năm mới 2017 an lành.",),
            "2016-12-20",
        ),
        (
            ("Sáng 9/2, UBND huyện tổ chức hội nghị giao ban.", "Tai nạn giảm so với Tết Nguyên đán 2017."),
            "XXXX-02-09",
        ),
        (
            ("Ngày 3/4, UBND huyện tổ chức hội nghị.", "Huyện sẽ cấp 2 tỉ đồng ngay trong năm 2014 cho bà con."),
            "2014-04-03",
        ),
        (
            ("Ngày 3/11, xã tổ chức Ngày hội đại đoàn kết.", "Xã về đích cuối năm nay. 2021 cũng là năm thứ ba."),
            "2021-11-03",
        ),
        (
            (
                "Hội nghị tổng kết thi đua đã diễn ra vào ngày 10/12 tại hội trường huyện.",
                "UBND huyện tổ chức Hội nghị tổng kết phong trào thi đua năm 2017.",
            ),
            "2017-12-10",
        ),
        (
            (
                "Ngày 7/6, Đảng ủy tổ chức Hội nghị đánh giá công tác.",
                "Thực hiện Chương trình công tác năm 2015, ngày 7/6, Đảng ủy tổ chức Hội nghị đánh giá công tác.",
            ),
            "2015-06-07",
        ),
        (
            (
                "Sáng 6-6, Tổ đại biểu HĐND phường tiếp xúc cử tri.",
                "Phường báo cáo kết quả 6 tháng đầu năm 2024 và dự kiến nội dung kỳ họp.",
            ),
            "2024-06-06",
        ),
        (
            (
                "Diễn ra trong hai ngày 5 và 6/7, Đại hội Đoàn huyện bàn về nhiệm vụ mới.",
                "Sáng 5/7, Đại hội đã khai mạc tại hội trường huyện.",
            ),
            "XXXX-07-05",
        ),
        (("Cuộc diễn tập phòng cháy của tỉnh, được UBND tỉnh tổ chức sáng 3-10, có 500 người.",), "XXXX-10-03"),
        (
            (
                "Thực hiện Kế hoạch số 12/KH-ABC - DE ngày 1/3/2016 của cấp trên, UBND huyện tổ chức hội nghị.",
                "Hội nghị diễn ra ngày 20/3.",
            ),
            "2016-03-20",
        ),
    ],
)
def test_the_occasion_tells_the_day_and_the_year(lines: tuple[str, ...], date: str) -> None:
    assert _extract(*lines).meetings[0].date == date


_HELD = "Sáng 5/3, tại hội trường, UBND tỉnh tổ chức hội nghị giao ban."


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (
            (
                _HELD,
                "Dự hội nghị có đồng chí Lê Văn Đàm, Bí thư Tỉnh ủy. Các đồng chí Phó Chánh Văn phòng Tỉnh ủy: "
                "Trần Thị Bưởi, Vũ Đình Cam.",
            ),
            {"Lê Văn Đàm", "Trần Thị Bưởi", "Vũ Đình Cam"},
        ),
        (
            (
                _HELD,
                "Dự hội nghị, về phía Tỉnh ủy có đồng chí Lê Văn Đàm, Bí thư Tỉnh ủy.",
                "Đại diện Hội Nông dân tỉnh có đồng chí Trần Thị Bưởi - Chủ tịch; bà Vũ Thị Cam - Phó Chủ tịch.",
            ),
            {"Lê Văn Đàm", "Trần Thị Bưởi", "Vũ Thị Cam"},
        ),
        (
            (
                _HELD,
                "Bí thư Tỉnh ủy Lê Văn Đàm trao quà của Đảng, Nhà nước cho bà Trần Thị Bưởi, nguyên Chủ tịch xã; "
                "và ông Vũ Đình Cam, nguyên Bí thư xã.",
            ),
            {"Lê Văn Đàm", "Trần Thị Bưởi", "Vũ Đình Cam"},
        ),
        (
            (_HELD, "Bí thư Tỉnh ủy Lê Văn Đàm trao Huân chương cho cá nhân ông Vũ Đình Cam."),
            {"Lê Văn Đàm", "Vũ Đình Cam"},
        ),
        (
            (_HELD, "Trưởng phòng Kinh tế Trần Thị Bưởi làm rõ một số nội dung."),
            {"Trần Thị Bưởi"},
        ),
        (
            (_HELD, "Đây là công lao gây dựng giữa Chủ tịch Lê Văn Đàm và Bí thư Trần Thị Bưởi."),
            set(),
        ),
        (
            (_HELD, "Đoàn đến viếng Khu Tưởng niệm Nữ tướng Trần Thị Bưởi. Bà Trần Thị Bưởi phát biểu năm xưa."),
            set(),
        ),
        (
            (_HELD, "Kỹ sư Vũ Đình Cam nhận bằng khen. Tuy nhiên anh đang đi học nên không dự lễ được."),
            set(),
        ),
        (
            (_HELD, "Tỉnh làm theo chỉ đạo của Bộ trưởng Lê Văn Đàm tại Hội nghị Công thương toàn quốc."),
            set(),
        ),
        (
            (_HELD, "Về việc này, ngày 4/3, Bộ trưởng Lê Văn Đàm chỉ đạo tỉnh kiểm điểm."),
            set(),
        ),
        (
            (_HELD, "Về việc này, Bộ trưởng Lê Văn Đàm đã bằng văn bản yêu cầu tỉnh kiểm điểm."),
            set(),
        ),
    ],
)
def test_rows_of_those_who_attend_and_who_does_not(lines: tuple[str, ...], names: set[str]) -> None:
    assert _present(_extract(*lines)) == names


def test_a_line_under_a_picture_shows_whom_it_names() -> None:
    lines = (_HELD, "Toàn cảnh hội nghị.", "Ông Vũ Đình Cam, Giám đốc Sở Công Thương.")
    assert _present(_extract(*lines, captions=lines[1:])) == {"Vũ Đình Cam"}
    assert _present(_extract(_HELD, lines[2], captions=lines[2:])) == set()


def test_a_picture_of_who_is_punished_may_be_from_another_time() -> None:
    caption = "Bà Trần Thị Bưởi trong cuộc tiếp xúc cử tri ở xã"
    lines = (_HELD, "Hội nghị quyết định kỷ luật đối với bà Trần Thị Bưởi, Phó Giám đốc Sở.", caption)
    assert _present(_extract(*lines, captions=(caption,))) == set()


def test_a_meeting_of_the_same_day_in_another_province_is_a_further_one() -> None:
    found = _extract(
        "Ngày 5/3, tại Lào Cai, đoàn công tác của Bộ do ông Lê Văn Đàm làm trưởng đoàn làm việc với Tỉnh ủy.",
        "Ngày 5/3, tại Hà Nội, Ban Bí thư đã họp dưới sự chủ trì của ông Vũ Đình Cam, Thường trực Ban Bí thư.",
    )
    assert [meeting.place for meeting in found.meetings] == ["Lào Cai", "Hà Nội"]
    assert [a.name for a in found.meetings[0].attendances] == ["Lê Văn Đàm"]
    assert [a.name for a in found.meetings[1].attendances] == ["Vũ Đình Cam"]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Ngày 5/3, UBND tỉnh Lào Cai tổ chức tuyên dương các em đoạt giải tại Bangkok, Thái Lan.", "Lào Cai"),
        ("Ngày 5/3, Bí thư Tỉnh ủy Lê Văn Đàm đến thăm bà con xã Bình An (TP. Sông Công).", "Sông Công"),
        ("Ngày 5/3, tại hội nghị do tập đoàn tổ chức, ông Lê Văn Đàm – Giám đốc Công ty Cổ phần Gạch Hạ Long, "
         "nhận bằng khen.", None),
    ],
)  # fmt: skip
def test_where_it_was_held(line: str, place: str | None) -> None:
    assert _extract(line).meetings[0].place == place


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("Việc này vi phạm Luật đầu tư và Luật quản lý tài sản nhà nước.",
         ["Luật đầu tư", "Luật quản lý tài sản nhà nước"]),
        ("Dự án Luật sửa đổi, bổ sung một số điều của Luật Đất đai.",
         ["Luật sửa đổi, bổ sung một số điều của Luật Đất đai", "Luật Đất đai"]),
        ("Theo Quyết định khởi tố vụ án số 12/QĐ-X09 của cơ quan điều tra.",
         ["Quyết định khởi tố vụ án số 12/QĐ-X09"]),
        ("Đơn vị đã kết luận 12/15 vụ, đạt 80%.", []),
        ("Phòng nhận quyết định khen thưởng và hồ sơ số 12/HS-X09.", []),
    ],
)  # fmt: skip
def test_documents_by_what_they_are_about(text: str, documents: list[str]) -> None:
    assert [wording for d in _extract(text).documents for wording in d.wordings] == documents
