"""Meetings: whether there is one, its day and year, place, who chairs, who was there. All names are invented."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.extraction.dates import find_dates
from importers.extraction.meetings import find_meetings
from importers.extraction.places import find_places
from importers.extraction.reading import read
from store.records import (
    Block,
    BlockKind,
    CleanArticle,
    DateBasis,
    Meeting,
    MeetingKind,
    Mention,
    MentionKind,
    Person,
    Role,
)

_NAME = re.compile(r"(?:Lương|Tạ|Khuất|Cù|Nghiêm) [A-ZĐ]\w+ [A-ZĐ]\w+")


def _article(
    paragraphs: Sequence[str], title: str | None = None, published: str | None = None, captions: Sequence[str] = ()
) -> CleanArticle:
    blocks, at = [], 0
    parts = [*((p, BlockKind.PARAGRAPH) for p in paragraphs), *((c, BlockKind.CAPTION) for c in captions)]
    for text, kind in parts:
        blocks.append(Block(kind, at, at + len(text)))
        at += len(text) + 2
    body = "\n\n".join(text for text, _ in parts)
    return CleanArticle(title, None, None, published, None, body, tuple(blocks), (), ())


def _meetings(
    *paragraphs: str, title: str | None = None, published: str | None = None, captions: Sequence[str] = ()
) -> tuple[tuple[Meeting, ...], frozenset[str]]:
    """The meetings of an article in which every name of three syllables with one of five surnames is a person."""
    reading = read(_article(paragraphs, title, published, captions))
    mentions: dict[str, list[Mention]] = {}
    for match in _NAME.finditer(reading.text):
        mention = Mention(MentionKind.PERSON, reading.span(*match.span()), match[0])
        mentions.setdefault(match[0], []).append(mention)
    people = [Person(name, mentions=tuple(found)) for name, found in mentions.items()]
    return find_meetings(reading, people, find_dates(reading.text), find_places(reading), published)


def _main(*paragraphs: str, title: str | None = None, published: str | None = None) -> Meeting:
    found, _ = _meetings(*paragraphs, title=title, published=published)
    return found[0]


def _present(*paragraphs: str, captions: Sequence[str] = ()) -> set[str]:
    return set(_meetings(*paragraphs, captions=captions)[1])


LEDE = "Sáng 5/3, Huyện ủy Vĩnh Thử tổ chức hội nghị bàn công tác cán bộ."


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Sáng 5/3, Huyện ủy tổ chức hội nghị sơ kết công tác.", MeetingKind.CONFERENCE),
        ("Chiều 5/3, đoàn công tác đã có buổi làm việc với Ban Thường vụ Huyện ủy.", MeetingKind.WORKING_SESSION),
        ("Ngày 5/3, HĐND tỉnh khai mạc kỳ họp thứ ba.", MeetingKind.SESSION),
        ("Chiều 5/3, Quốc hội lấy phiếu tín nhiệm.", MeetingKind.SESSION),
        ("Sáng 5/3, tổ đại biểu tiếp xúc cử tri huyện Vĩnh Thử, lãnh đạo xã cùng dự.", MeetingKind.VOTER_CONTACT),
        ("Ngày 5/3, Đoàn ĐBQH tỉnh đã tiếp xúc cử tri huyện Thử.", MeetingKind.VOTER_CONTACT),
        ("Ngày 5/3, Bộ trưởng đã tiếp đoàn đại biểu nước bạn.", MeetingKind.RECEPTION),
        ("Ngày 5/3, Bí thư Tỉnh ủy đến thăm công nhân mỏ.", MeetingKind.VISIT),
        ("Ngày 5/3, Chủ tịch UBND tỉnh đi kiểm tra tuyến đê.", MeetingKind.INSPECTION),
        ("Sáng 5/3, diễn ra Đại hội đại biểu Hội Nông dân tỉnh.", MeetingKind.CONGRESS),
        ("Chiều 5/3, UBND tỉnh tổ chức lễ trao quyết định bổ nhiệm.", MeetingKind.CEREMONY),
        ("Sáng 5/3, Tỉnh ủy công bố quyết định điều động cán bộ.", MeetingKind.CEREMONY),
    ],
)
def test_kind_and_day_of_the_main_meeting(sentence: str, kind: MeetingKind) -> None:
    meeting = _main(sentence)
    assert (meeting.kind, meeting.date) == (kind, "XXXX-03-05")


@pytest.mark.parametrize(
    "sentence",
    [
        "Chiều 5/3, đối tượng đã khai nhận hành vi và bị tạm giữ.",
        "Ngày 5/3, công ty bán ba triệu cổ phiếu cho một quỹ.",
        "Tối 5/3, đội khách thắng chủ nhà với tỷ số 2-1.",
        "Ngày 5/3, Tỉnh ủy thông báo kết luận về thi hành kỷ luật.",
        "Ngày 5/3, ban kiểm tra cho biết kỳ họp thứ chín đã xem xét kỷ luật.",
        "Kỳ họp của Quốc hội sẽ khai mạc ngày 5/3.",
        "Trước đó, ngày 5/3, huyện đã tổ chức hội nghị.",
        "Ngày 5/3, hội đồng gửi công văn đề nghị kiểm tra hồ sơ của ông.",
        "Ngày 5/3, cựu bộ trưởng mời Tổng thống đến thăm bán đảo.",
        "Chiều 5/3, công an tỉnh ra quân kiểm tra ba biệt thự.",
        "Trong cuộc họp báo ngày 5/3, người phát ngôn nói về tên lửa.",
        "Trưa 5/3, trao đổi bên lề hội nghị, ông nói sẽ sớm ký.",
        "Tin nóng ngày 5/3: Bí thư chủ trì cuộc họp về tuyến đường; bão số 3 đổi hướng.",
        "Ông ấy cho biết sẽ kiểm tra từ ngày 5/3 đến 15/4.",
    ],
)
def test_an_article_without_a_meeting_has_none(sentence: str) -> None:
    assert _meetings(sentence) == ((), frozenset())


def test_a_meeting_without_a_day_shows_in_how_the_text_speaks() -> None:
    meeting = _main(
        "Tham dự hội nghị, về phía tỉnh có các đồng chí: Lương Văn Thử, Tạ Thị Mẫu.",
        "Phát biểu tại hội nghị, đồng chí Lương Văn Thử nhấn mạnh. Tại hội nghị, các đại biểu thảo luận.",
    )
    assert (meeting.date, meeting.date_text, meeting.kind) == (None, None, MeetingKind.CONFERENCE)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Sáng 5/3/2021, huyện tổ chức hội nghị.", "2021-03-05"),
        ("Sáng 5/3, huyện tổ chức hội nghị. Việc sẽ xong trong tháng 4/2021.", "2021-03-05"),
        ("Sáng 5/3, huyện tổ chức hội nghị theo Quyết định số 7-QĐ/TU ngày 21/2/2021.", "2021-03-05"),
        ("Sáng 5/1, huyện tổ chức hội nghị. Ông nghỉ từ ngày 20/12/2020.", "2021-01-05"),
        ("Sáng 5/3, huyện tổ chức hội nghị tổng kết công tác năm 2020.", "2021-03-05"),
        ("Sáng 25/12, huyện tổ chức hội nghị tổng kết năm 2020, triển khai nhiệm vụ năm 2021.", "2020-12-25"),
        ("Sáng 5/7, huyện tổ chức hội nghị sơ kết 6 tháng đầu năm 2021.", "2021-07-05"),
        ("Sáng 30/3, huyện tổ chức hội nghị sơ kết quý 1-2018. Số vụ giảm so với quý 1 năm 2017.", "2018-03-30"),
        ("Sáng 5/3, huyện dự phiên họp của Diễn đàn ABCD-2019.", "2019-03-05"),
        ("Sáng 5/3, huyện tổ chức hội nghị. Đây là chủ đề năm 2021.", "2021-03-05"),
        ("Sáng 5/3, huyện tổ chức hội nghị. Ông giữ chức ấy nhiệm kỳ 2016-2021.", "XXXX-03-05"),
        ("Sáng 5/3, huyện tổ chức đại hội nhiệm kỳ 2019 - 2024.", "XXXX-03-05"),
        ("Sáng 5/3, huyện tổ chức hội nghị. Ông sinh ngày 1/3/1965.", "XXXX-03-05"),
        ("Sáng 5/3, huyện tổ chức hội nghị. Thuế áp dụng vào năm 2030.", "XXXX-03-05"),
        ("Sáng 5/3, huyện tổ chức hội nghị. Kết luận công bố ngày 18/4/2017 nêu lỗi.", "XXXX-03-05"),
        ("Sáng 23/10, huyện tổ chức hội nghị. Tháng 12/2016, ông rời chức.", "XXXX-10-23"),
        (
            "Ngày 5/1, đoàn công tác công bố quyết định ở huyện. Bà vào làm tháng 11/2015, năm 2017 mới lộ.",
            "XXXX-01-05",
        ),
        ("Sáng 30/9, huyện mở đại hội nhiệm kỳ 2015-2020. Ông làm chủ tịch từ tháng 9/2014.", "XXXX-09-30"),
        ("Từ ngày 5 đến 7/3/2021, huyện tổ chức đại hội.", "2021-03-05/2021-03-07"),
    ],
)
def test_year_is_told_by_the_text_and_never_by_a_term(text: str, date: str) -> None:
    assert _main(text).date == date


@pytest.mark.parametrize(
    ("day", "published", "date", "basis"),
    [
        ("Sáng 5/3", "2021-03-06", "2021-03-05", DateBasis.YEAR_FROM_PUBLICATION),
        ("Sáng 30/12", "2021-01-02", "2020-12-30", DateBasis.YEAR_FROM_PUBLICATION),
        ("Sáng nay", "2021-03-06", "2021-03-06", DateBasis.YEAR_FROM_PUBLICATION),
        ("Chiều qua", "2021-03-01", "2021-02-28", DateBasis.YEAR_FROM_PUBLICATION),
        ("Sáng nay", None, None, None),
        ("Sáng 5/3/2021", None, "2021-03-05", DateBasis.STATED),
    ],
)
def test_publication_settles_year_and_day(
    day: str, published: str | None, date: str | None, basis: DateBasis | None
) -> None:
    meeting = _main(f"{day}, huyện tổ chức hội nghị.", published=published)
    assert (meeting.date, meeting.date_basis, meeting.date_text) == (date, basis, day)


def test_a_guess_stands_apart_with_its_reason() -> None:
    meeting = _main("Sáng 5/3, huyện tổ chức hội nghị. Ông nhận chức ngày 18/9/2017.")
    assert (meeting.date, meeting.inferred_date) == ("XXXX-03-05", "2018-03-05")
    assert meeting.date_reason is not None
    undated = _main(
        "Tham dự hội nghị có đồng chí Lương Văn Thử. Tại hội nghị, đại biểu bàn. Tại hội nghị, có khen thưởng.",
        published="2024-01",
    )
    assert (undated.date, undated.inferred_date) == (None, "2024-01")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Sáng 5/3, tại Hà Nội, Bộ Thử tổ chức hội nghị với tỉnh Nghệ An.", "Hà Nội"),
        ("Sáng 5/3, HĐND tỉnh Kiên Giang khai mạc kỳ họp.", "Kiên Giang"),
        ("Sáng 5/3, đoàn công tác tỉnh Lào Cai đã có buổi làm việc với tỉnh Sơn La.", "Sơn La"),
        ("Sáng 5/3, tại TP Vinh, tỉnh Nghệ An, diễn ra hội nghị.", "Nghệ An"),
        ("Sáng 5/3, các đoàn Cà Mau và Cần Thơ có buổi làm việc với tập đoàn.", None),
        ("Ngày 5/3, Ban Bí thư tổ chức hội nghị. Bà ở Hà Nội. Bà yêu Hà Nội.", None),
    ],
)
def test_place_of_a_meeting(text: str, place: str | None) -> None:
    assert _main(text).place == place


@pytest.mark.parametrize(
    ("sentence", "chairs"),
    [
        ("Đồng chí Lương Văn Thử chủ trì hội nghị.", ("Lương Văn Thử",)),
        ("Đồng chí Lương Văn Thử dự và chủ trì.", ("Lương Văn Thử",)),
        ("Các đồng chí: Lương Văn Thử; Tạ Thị Mẫu đồng chủ trì hội nghị.", ("Lương Văn Thử", "Tạ Thị Mẫu")),
        ("Ông Lương Văn Thử và bà Tạ Thị Mẫu chủ trì hội nghị.", ("Lương Văn Thử", "Tạ Thị Mẫu")),
        ("Chủ trì hội nghị có các đồng chí: Lương Văn Thử, Tạ Thị Mẫu.", ("Lương Văn Thử", "Tạ Thị Mẫu")),
        ("Hội nghị dưới sự chủ trì của đồng chí Tạ Thị Mẫu.", ("Tạ Thị Mẫu",)),
        ("Đoàn do đồng chí Lương Văn Thử dẫn đầu.", ("Lương Văn Thử",)),
        ("Đoàn do đồng chí Lương Văn Thử làm trưởng đoàn.", ("Lương Văn Thử",)),
        ("Chủ trì hội nghị là đồng chí Lương Văn Thử; tham dự có đồng chí Tạ Thị Mẫu.", ("Lương Văn Thử",)),
        ("Giao ông Lương Văn Thử chủ trì, phối hợp với các sở.", ()),
        ("Đồng chí Lương Văn Thử phát biểu chỉ đạo hội nghị.", ()),
        ("Trước đó, ông Lương Văn Thử từng chủ trì cuộc họp khác.", ()),
        ("Doanh nghiệp của ông Lương Văn Thử dẫn đầu cả nước.", ()),
    ],
)
def test_who_chairs_or_leads(sentence: str, chairs: tuple[str, ...]) -> None:
    assert _main(LEDE, sentence).chairs == chairs


@pytest.mark.parametrize(
    "sentence",
    [
        "Tham dự có đồng chí Lương Văn Thử.",
        "Về phía tỉnh có các đồng chí: Cù Văn Mẫu; Lương Văn Thử.",
        "Cùng đi có đồng chí Lương Văn Thử.",
        "Ông Lương Văn Thử nhấn mạnh điều đó.",
        "Bà Tạ Thị Mẫu trao quyết định cho ông Lương Văn Thử.",
        "Bà Tạ Thị Mẫu trao quyết định cho ông Cù Văn Mẫu và ông Lương Văn Thử.",
        "Các đồng chí: Lương Văn Thử; Tạ Thị Mẫu; Cù Văn Mẫu đã làm việc với huyện.",
        "Diễn đàn có sự tham gia của Tổng thống Lương Văn Thử.",
        "Trong khi đó, ông Lương Văn Thử khẳng định điều khác.",
        "Bà Tạ Thị Mẫu ký biên bản phối hợp với ông Lương Văn Thử.",
        "Bà Tạ Thị Mẫu nhận hoa chúc mừng của ông Lương Văn Thử.",
        "Ông Cù Văn Mẫu họp cùng bà Tạ Thị Mẫu, ông Lương Văn Thử.",
        "Ông Lương Văn Thử, Phó Chủ tịch Tạ Thị Mẫu trao đổi với các đại biểu.",
    ],
)
def test_who_took_part(sentence: str) -> None:
    assert "Lương Văn Thử" in _present(LEDE, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hội nghị bầu ông Lương Văn Thử làm Phó Chủ tịch.",
        "Bà Tạ Thị Mẫu nói về việc điều động ông Lương Văn Thử giữ chức mới.",
        "Năm ngày trước, tổ đại biểu gồm bà Tạ Thị Mẫu, ông Lương Văn Thử đã gặp dân.",
        "Được biết, ông Lương Văn Thử sinh năm 1965.",
        "Tổng thống Lương Văn Thử đã gửi điện chia buồn tới tỉnh.",
        "Đại biểu đọc tác phẩm của đồng chí Lương Văn Thử.",
        "Hội nghị thi hành kỷ luật đối với bà Tạ Thị Mẫu và ông Lương Văn Thử về các lỗi đã được kết luận.",
        "Hội nghị đề nghị ông Lương Văn Thử rút kinh nghiệm; vi phạm đã được kết luận.",
        "Ngày 9/2, ông Lương Văn Thử phát biểu ở nơi khác.",
        "Ông Lương Văn Thử vi phạm khi ký văn bản cho đầu tư dự án.",
        "Ông Lương Văn Thử vi phạm quy chế làm việc.",
    ],
)
def test_who_did_not_take_part(sentence: str) -> None:
    assert "Lương Văn Thử" not in _present(LEDE, sentence)


def test_a_caption_shows_who_was_there() -> None:
    caption = "Bí thư Lương Văn Thử và Chủ tịch Tạ Thị Mẫu tại buổi làm việc."
    assert _present(LEDE, captions=[caption]) == {"Lương Văn Thử", "Tạ Thị Mẫu"}


def test_roles_and_sides() -> None:
    meeting = _main(
        LEDE,
        "Đồng chí Lương Văn Thử chủ trì hội nghị. Về phía tỉnh Sơn La có đồng chí Tạ Thị Mẫu.",
        "Đồng chí Cù Văn Mẫu báo cáo kết quả. Đồng chí Khuất Văn Thử khẳng định quyết tâm.",
    )
    roles = {a.name: (a.role, a.side) for a in meeting.attendances}
    assert roles == {
        "Lương Văn Thử": (Role.CHAIRS, None),
        "Tạ Thị Mẫu": (Role.ATTENDS, "tỉnh Sơn La"),
        "Cù Văn Mẫu": (Role.REPORTS, None),
        "Khuất Văn Thử": (Role.SPEAKS, None),
    }


def test_a_side_may_be_named_with_an_abbreviation() -> None:
    meeting = _main(
        LEDE,
        "Tham dự có, về phía Trung ương có lãnh đạo Văn phòng Trung ương Đảng; "
        "về phía TP. Hải Phòng có các đồng chí: Tạ Thị Mẫu, Cù Văn Mẫu.",
    )
    assert {a.side for a in meeting.attendances} == {"TP. Hải Phòng"}


def test_the_main_meeting_comes_first_and_others_are_kept_apart() -> None:
    found, _ = _meetings(
        "Sáng 5/3, Tỉnh ủy tổ chức hội nghị cán bộ.",
        "Trước đó, ngày 1/3, đoàn công tác đã có buổi làm việc với huyện.",
    )
    assert [(m.kind, m.date) for m in found] == [
        (MeetingKind.CONFERENCE, "XXXX-03-05"),
        (MeetingKind.WORKING_SESSION, "XXXX-03-01"),
    ]


@pytest.mark.parametrize(
    ("text", "date", "kind"),
    [
        ("(Báo Thử)- Sáng 9/12, tại trụ sở, Tỉnh ủy đã tổ chức hội nghị.", "XXXX-12-09", MeetingKind.CONFERENCE),
        ("Ngày 19 - 12, UBND tỉnh họp phiên thường kỳ.", "XXXX-12-19", MeetingKind.SESSION),
        (
            "Sáng 8-3, đoàn công tác đã đến trao đổi kinh nghiệm tại huyện.",
            "XXXX-03-08",
            MeetingKind.WORKING_SESSION,
        ),
        (
            "Chiều 12/9, Liên đoàn Lao động tỉnh duyệt hồ sơ Đại hội. Bà Tạ Thị Mẫu chủ trì hội nghị. "
            "Dự hội nghị có bà Cù Thị Thử.",
            "XXXX-09-12",
            MeetingKind.CONFERENCE,
        ),
        (
            "Trong cuộc họp chiều 2/2 bàn việc tổ chức lễ hội ngày 5/3 tới, ông nói rõ.",
            "XXXX-02-02",
            MeetingKind.MEETING,
        ),
        (
            "Phát biểu tại buổi họp của Thành ủy chiều 2/2, giám đốc sở cho biết thêm.",
            "XXXX-02-02",
            MeetingKind.MEETING,
        ),
    ],
)
def test_openings_in_many_manners(text: str, date: str, kind: MeetingKind) -> None:
    meeting = _main(text)
    assert (meeting.date, meeting.kind) == (date, kind)


def test_what_is_planned_is_no_further_meeting() -> None:
    found, _ = _meetings(
        "Chiều 21/11, ông Lương Văn Thử đã chủ trì hội nghị.",
        "Đại hội đại biểu lần thứ I, nhiệm kỳ 2025 – 2030 dự kiến tổ chức vào các ngày 27, 28/11.",
    )
    assert [meeting.date for meeting in found] == ["XXXX-11-21"]


def test_a_place_said_later_outweighs_those_of_people() -> None:
    meeting = _main(
        "Chiều 24/4, Bộ tổ chức lễ trao quyết định cho ông Cù Văn Thử, quê Tây Ninh, Phó giám đốc sở Bình Phước.",
        "Buổi lễ được tổ chức tại Bình Dương.",
    )
    assert meeting.place == "Bình Dương"


def test_the_name_of_the_event_and_its_part_of_the_day() -> None:
    meeting = _main("14h ngày 5/3, tỉnh tổ chức Hội nghị tri ân khách hàng tại hội trường lớn.")
    assert (meeting.title, meeting.part_of_day) == ("Hội nghị tri ân khách hàng", "chiều")


_PIECES = st.lists(
    st.sampled_from(
        ["Sáng 5/3, ", "tổ chức ", "hội nghị ", "đồng chí ", "Lương Văn Thử", " chủ trì ", "; ", ", ", ". ", "có ",
         "và ", "tại Hà Nội ", "về phía ", "do ", "dẫn đầu ", "năm 2021", "tổng kết ", "trao cho ", "Tạ Thị Mẫu",
         "phát biểu ",
         "sáng nay ", "(", "“", "uỷ ", "\n"]
    ),
    max_size=40,
)  # fmt: skip


@given(
    _PIECES | st.text().map(lambda text: [text]), st.sampled_from([None, "2021", "2021-03", "2021-03-06", "bad"])
)
def test_any_text_gives_meetings_inside_it(pieces: list[str], published: str | None) -> None:
    text = "".join(pieces)
    found, present = _meetings(text, published=published)
    for meeting in found:
        assert meeting.span is not None
        assert 0 <= meeting.span.start < meeting.span.end <= len(text)
        for attendance in meeting.attendances:
            assert attendance.span is not None
            assert attendance.name in present
            assert 0 <= attendance.span.start < attendance.span.end <= len(text)


def test_many_people_in_one_sentence_take_time_in_line_with_their_number() -> None:
    """A search from the head of the sentence for each of them would take minutes here."""
    found, present = _meetings("Sáng 5/3, huyện tổ chức hội nghị " + "Lương Văn Thử, chủ trì dự về phía " * 40_000)
    assert len(found) == 1
    assert present == {"Lương Văn Thử"}
