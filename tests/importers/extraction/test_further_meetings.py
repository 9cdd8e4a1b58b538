"""Several meetings of one article, and openings that tell of a meeting in other words. All names are invented."""

from __future__ import annotations

import pytest

from importers.extraction import extract
from store.records import Block, BlockKind, CleanArticle, Extraction, MeetingKind, Role


def _extract(*paragraphs: str, title: str = "Tin trong huyện", published: str | None = None) -> Extraction:
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(paragraph)))
        at += len(paragraph) + 2
    body = "\n\n".join(paragraphs)
    return extract(CleanArticle(title, None, None, published, None, body, tuple(blocks), (), ()))


def test_meetings_on_other_days_keep_their_own_people() -> None:
    found = _extract(
        "Sáng 4/5/2021, UBND huyện tổ chức hội nghị giao ban. Ông Trần Văn Lộc, Chủ tịch UBND huyện, "
        "chủ trì hội nghị.",
        "Ngày 6/5, HĐND huyện đã tổ chức phiên giải trình. Bà Lê Thị Cúc, Chủ tịch HĐND huyện, chủ trì phiên "
        "giải trình.",
        "Tại phiên giải trình, ông Phạm Văn Tú, Trưởng phòng Nội vụ, báo cáo về biên chế.",
    )
    main, other = found.meetings
    assert main.chairs == ("Trần Văn Lộc",)
    assert {a.name for a in main.attendances} == {"Trần Văn Lộc"}
    assert (other.date, other.kind, other.chairs) == ("2021-05-06", MeetingKind.SESSION, ("Lê Thị Cúc",))
    assert [(a.name, a.role) for a in other.attendances] == [
        ("Lê Thị Cúc", Role.CHAIRS),
        ("Phạm Văn Tú", Role.REPORTS),
    ]
    assert {person.name for person in found.people if person.present} == {"Trần Văn Lộc"}


@pytest.mark.parametrize(
    ("words", "part"),
    [("Chiều cùng ngày", "chiều"), ("Cùng ngày", None), ("Cũng trong sáng nay", "sáng"), ("Tối cùng ngày", "tối")],
)
def test_the_same_day_is_that_told_of_before(words: str, part: str | None) -> None:
    found = _extract(
        "Ngày 4/5/2021, UBND huyện tổ chức hội nghị giao ban với các xã.",
        f"{words}, đoàn công tác do ông Trần Văn Lộc, Chủ tịch UBND huyện, dẫn đầu đã đến thăm trường Bình An.",
    )
    main, other = found.meetings
    assert (main.date, other.date, other.part_of_day, other.date_text) == ("2021-05-04", "2021-05-04", part, words)
    assert (other.kind, other.chairs) == (MeetingKind.VISIT, ("Trần Văn Lộc",))
    assert other.date_reason is not None


def test_days_every_year_are_no_meeting_of_their_own() -> None:
    found = _extract(
        "Sáng 14/5/2019, UBND huyện tổ chức lễ phát động phòng, chống thiên tai.",
        "Thủ tướng đã lấy tuần lễ từ ngày 15 đến 22/5 hằng năm để tổ chức lễ hưởng ứng.",
    )
    assert [meeting.date for meeting in found.meetings] == ["2019-05-14"]


@pytest.mark.parametrize(
    ("title", "body", "date", "kind"),
    [
        (  # what was done stands before who did it
            "Chăm lo người nghèo",
            "Thăm và chúc Tết đồng bào xã Bình An sáng 19/1/2009, Chủ tịch UBND tỉnh Lê Văn Phú ghi nhận nỗ lực.",
            "2009-01-19",
            MeetingKind.VISIT,
        ),
        (  # a ministry of information between the day and the event announces nothing
            "Tin trong tỉnh",
            "Sáng 1-10-2024, Giám đốc Sở Thông tin và Truyền thông Lê Văn Phú chủ trì hội nghị giao ban báo chí.",
            "2024-10-01",
            MeetingKind.CONFERENCE,
        ),
        (
            "Tin trong tỉnh",
            "Ngày 7/9/2022, Ban Thường vụ Huyện ủy nghe báo cáo tiến độ các công trình.",
            "2022-09-07",
            MeetingKind.SESSION,
        ),
        (
            "Nhà văn Lê Thị Cúc làm Chủ tịch Hội",
            "Sáng 9/8/2015, tại hội trường, Hội Nhà văn tỉnh công bố danh sách ban chấp hành mới. Hội nghị quyết "
            "định giữ nguyên tám người.",
            "2015-08-09",
            MeetingKind.CONFERENCE,
        ),
        (
            "Doanh nghiệp có chủ tịch mới",
            "Sáng 11/1, công ty An Khang đã tổ chức Đại hội đồng cổ đông bất thường năm 2019. Ông Lê Văn Phú dự.",
            "2019-01-11",
            MeetingKind.CONGRESS,
        ),
        (  # without a day, as precise as the text is
            "Xã tổ chức đại hội các chi bộ",
            "Trong tháng 02/2025, xã Bình An đã tổ chức thành công đại hội các chi bộ. Dự đại hội có bà Trần Mơ.",
            "2025-02",
            MeetingKind.CONGRESS,
        ),
        (
            "Kiểm tra hoạt động của HĐND các xã",
            "Thực hiện Kế hoạch số 08/KH-HĐND, vừa qua Thường trực HĐND huyện đã tiến hành kiểm tra hoạt động của "
            "HĐND các xã.",
            None,
            MeetingKind.INSPECTION,
        ),
        (
            "Giám sát kiến nghị của cử tri",
            "Trong các ngày 9,10/6/2020 đoàn giám sát của HĐND huyện đã giám sát việc trả lời cử tri.",
            "2020-06-09/2020-06-10",
            MeetingKind.INSPECTION,
        ),
        (
            "Gặp mặt đoàn đại biểu đi dự đại hội",
            "Tại buổi gặp gỡ, ông Lê Văn Phú, Phó Bí thư Tỉnh ủy, chúc đoàn lên đường.",
            None,
            MeetingKind.MEETING,
        ),
        (  # the day of a document without a symbol is not that of the meeting
            "VKSND huyện tổ chức hội nghị sơ kết",
            "Dự và chủ trì hội nghị có ông Lê Văn Phú, Viện trưởng. Thời gian qua, đơn vị đã tổ chức thực hiện "
            "Nghị quyết 96 ngày 27/11/2019 của Quốc hội.",
            None,
            MeetingKind.CONFERENCE,
        ),
        (
            "Giám sát công tác thanh niên",
            "Chiều 12/8, đoàn giám sát thực hiện Nghị quyết số 25-NQ/TW ngày 25/7/2008 có buổi làm việc với Huyện "
            "ủy.",
            "XXXX-08-12",
            MeetingKind.WORKING_SESSION,
        ),
        (
            "Đại hội bầu Ban Chấp hành",
            "Tiếp tục chương trình làm việc, chiều 17/10/2020, Đại hội đại biểu Đảng bộ huyện tiến hành bầu.",
            "2020-10-17",
            MeetingKind.CONGRESS,
        ),
        (
            "Chủ tịch nước tiếp khách",
            "(Tin) -Chiều 25/1/2018, tại Phủ Chủ tịch, Chủ tịch nước Lê Văn Phú đã tiếp Bộ trưởng nước bạn.",
            "2018-01-25",
            MeetingKind.RECEPTION,
        ),
        (
            "Tiếp xúc cử tri",
            "Ngày 21/9/2010, đoàn đại biểu Quốc hội tỉnh đã có buổi tiếp xúc cử tri tại xã Bình An.",
            "2010-09-21",
            MeetingKind.VOTER_CONTACT,
        ),
    ],
)
def test_openings(title: str, body: str, date: str | None, kind: MeetingKind) -> None:
    main = _extract(body, title=title).meetings[0]
    assert (main.date, main.kind) == (date, kind)


def test_what_is_made_known_beforehand_is_no_meeting() -> None:
    found = _extract(
        "Lễ khai khóa được tổ chức lúc 8h ngày 5/10 tại hội trường. Chương trình sẽ được tường thuật trực tiếp.",
        title="Lễ khai khóa năm học mới của trường",
    )
    assert found.meetings == ()


@pytest.mark.parametrize(
    ("title", "body", "date"),
    [
        (  # it reviews one year in its headline and plans for the next
            "Huyện kỷ luật 20 đảng viên trong năm 2017",
            "Ông An cho biết như trên tại hội nghị Huyện ủy ngày 15-1. Về kế hoạch kiểm tra năm 2018, sẽ có 3 đợt.",
            "2018-01-15",
        ),
        (  # a jubilee that is still planned for
            "Chuẩn bị lễ kỷ niệm",
            "Ngày 6/11, UBND tỉnh tổ chức họp bàn kế hoạch tổ chức kỷ niệm 120 năm Ngày sinh cụ Lê Văn Phú "
            "(20/8/1888 - 20/8/2008).",
            "2007-11-06",
        ),
    ],
)
def test_years_in_the_words_of_plans(title: str, body: str, date: str) -> None:
    assert _extract(body, title=title).meetings[0].date == date


@pytest.mark.parametrize(
    ("body", "present"),
    [
        (
            "Sáng 2/3, huyện họp. Đó là yêu cầu của ông Lê Văn Phú, Chủ tịch UBND huyện, tại phiên họp thường kỳ.",
            {"Lê Văn Phú"},
        ),
        (
            "Sáng 2/3, huyện tổ chức lễ công bố quyết định. Tại buổi lễ, bà Trần Thị Mơ, Bí thư Huyện ủy, đã trao "
            "quyết định của Tỉnh ủy, Ban Thường vụ về việc bổ nhiệm ông Lê Văn Phú giữ chức Phó Bí thư Huyện ủy.",
            {"Trần Thị Mơ", "Lê Văn Phú"},
        ),
        (
            "Sáng 2/3, tỉnh tổ chức lễ trao huy hiệu. Người được trao huy hiệu là ông Lê Văn Phú, cán bộ hưu trí.",
            {"Lê Văn Phú"},
        ),
        (
            "Sáng 2/3, Phó bí thư Tỉnh ủy Lê Văn Phú, Phó chủ tịch UBND tỉnh Trần Thị Mơ, Giám đốc Sở Y tế Vũ Văn "
            "Hạ chủ trì hội nghị bàn việc phòng dịch.",
            {"Lê Văn Phú", "Trần Thị Mơ", "Vũ Văn Hạ"},
        ),
    ],
)
def test_presence(body: str, present: set[str]) -> None:
    assert {person.name for person in _extract(body).people if person.present} == present


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (
            "Sáng 23/7, đoàn đại biểu Tỉnh ủy dâng hương tại khu tưởng niệm Lê Văn Phú (Bình An), nghĩa trang Nầm "
            "(Sơn Hạ), khu mộ chung (Đức Lâm) và khu di tích Sen (Nam Sơn - Nghệ An).",
            "Hà Tĩnh",
        ),
        (
            "Ngày 21/9, đoàn đại biểu Quốc hội tỉnh Quảng Ninh tiếp xúc cử tri tại các địa phương TP Móng Cái, Hải "
            "Hà và Đầm Hà.",
            "Quảng Ninh",
        ),
    ],
)
def test_places_of_several(body: str, place: str) -> None:
    assert _extract(body, title="Lãnh đạo tỉnh Hà Tĩnh dâng hương").meetings[0].place == place
