"""Who is named: surnames and shapes, titles, foreign and highland names, and what only looks like a person."""

from __future__ import annotations

import pytest

from importers.extraction.people import find_people
from importers.extraction.reading import read
from store.records import Block, BlockKind, CleanArticle, MentionKind, Person


def article(*paragraphs: str, title: str | None = None) -> CleanArticle:
    body, blocks = "", []
    for text in paragraphs:
        body += "\n\n" if body else ""
        blocks.append(Block(BlockKind.PARAGRAPH, len(body), len(body) + len(text)))
        body += text
    return CleanArticle(title, None, None, None, None, body, tuple(blocks), (), ())


def people(*paragraphs: str, title: str | None = None) -> tuple[Person, ...]:
    return find_people(read(article(*paragraphs, title=title)))


def names(*paragraphs: str) -> list[str]:
    return [person.name for person in people(*paragraphs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hôm qua Nguyễn Đình Khoa nói chuyện với bạn.", ["Nguyễn Đình Khoa"]),
        ("Ông Phan Nguyễn Như Bảo phát biểu.", ["Phan Nguyễn Như Bảo"]),
        ("Theo Trần Thị Hoài Sương, việc đã xong.", ["Trần Thị Hoài Sương"]),
        ("Tại họp báo có bà Từ Lan và ông Lù Văn Bảy.", ["Từ Lan", "Lù Văn Bảy"]),
        ("Ông Bùi Văn Nam sinh năm 1955.", ["Bùi Văn Nam"]),
        ("Ông Lê Văn Trung tâm sự rất lâu.", ["Lê Văn Trung"]),
        ("Quảng Thanh Tựu, Giám đốc Bảo hiểm xã hội tỉnh.", ["Quảng Thanh Tựu"]),
        ("Ông Trần Gia Đức tới. Ông Đức nói.", ["Trần Gia Đức"]),
        ("Chị Bo Bo Thị Mấn, 40 tuổi, kể lại.", ["Bo Bo Thị Mấn"]),
        ("Đồng chí NGUYỄN HỮU TOẢN chủ trì.", ["Nguyễn Hữu Toản"]),
        ("Hòa thượng Thích Minh Quả dự lễ.", ["Thích Minh Quả"]),
        ("Nạn nhân Lê Hồng K. và anh Lê Hồng T. đã về.", ["Lê Hồng K.", "Lê Hồng T."]),
    ],
)
def test_vietnamese_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đồng chí Y Biêr Niê Kđăm phát biểu.", ["Y Biêr Niê Kđăm"]),
        ("Tháng trước, vua Mão Vàng Chí Sình mất.", ["Vàng Chí Sình"]),
        ("Bà Giàng Páo Sua và ông Hầu A Sình cùng dự.", ["Giàng Páo Sua", "Hầu A Sình"]),
        ("Ông H'Len Ksor báo cáo.", ["H'Len Ksor"]),
    ],
)
def test_names_of_highland_peoples(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tổng thống Bulgaria Ivo Petkanov đến thăm.", ["Ivo Petkanov"]),
        ("Ông Martin van der Holm cảm ơn.", ["Martin van der Holm"]),
        ("HLV Kim Dong-hyuk hài lòng.", ["Kim Dong-hyuk"]),
        ("Lãnh đạo Kim Jong-min gặp gỡ báo chí.", ["Kim Jong-min"]),
        ("Đại sứ Mỹ tại Việt Nam Robert J. Falk trao quà.", ["Robert J. Falk"]),
        ("Thủ tướng Vương quốc Campuchia Samdech Techo Sok Vanna tới.", ["Sok Vanna"]),
    ],
)
def test_foreign_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Xe chạy trên đường Nguyễn Khánh Vân rồi rẽ phải.",
        "Kẹt xe từ nút giao Trần Bá Lộc - Lê Thị Riêng đến cầu.",
        "Trụ sở ở số 12 Phạm Đình Hải, quận 3.",
        "Học sinh Trường THPT Lê Minh Tâm dự thi.",
        "UBND phường Nguyễn Văn Nghi họp.",
        "TP. Hồ Chí Minh và Học viện Chính trị quốc gia Hồ Chí Minh phối hợp.",
        "Không gian văn hóa Hồ Chí Minh được mở rộng.",
        "Lâm Đồng, Cao Bằng và Hà Giang cùng Thái Nguyên tham gia.",
        "Bà con và anh em hai bên đều mừng. Ban Thường vụ Tỉnh ủy họp.",
        "Các đại biểu dự Hội nghị - Ảnh: Trần Gia Hưng.",
        "Đồ họa: Minh Lý - Đặng Vĩ Nhân.",
        "Đoàn Thanh niên và Hội Nông dân ra quân.",
        "Trẻ em tắm ở suối Bà Lành rồi về chợ Ông Tạo.",
        "Ông từng là tư lệnh mặt trận Vị Xuyên.",
        "Kỷ niệm 79 năm Ngày Thương binh - Liệt sĩ và mừng 5 Tết Kỷ Hợi.",
        "Hội Liên lạc Việt Kiều Hải Phòng họp mặt.",
        "Quân ta giúp bạn Cam-pu-chia và thăm thủ đô Viêng-chăn.",
        "Dâng hương tại Đền thờ Chủ tịch Hồ Chí Minh và tượng đài liệt sĩ Lê Gia Định.",
        "Đây là biện pháp chủ yếu của nước xã hội chủ nghĩa.",
        "Phó Tư lệnh Bộ Tư lệnh bảo vệ Lăng Chủ tịch Hồ Chí Minh phát biểu.",
    ],
)
def test_what_only_looks_like_a_person(text: str) -> None:
    assert names(text) == []


def test_a_signature_is_no_person() -> None:
    assert names("Ông Lê Quý Bình phát biểu.", "Trần Vĩnh Hà") == ["Lê Quý Bình"]


def test_president_ho_chi_minh_is_a_person_and_things_named_after_him_are_not() -> None:
    found = people("Nhân dân nhớ Chủ tịch Hồ Chí Minh.", "Đường Hồ Chí Minh dài.")
    assert [(p.name, [o.wording for o in p.offices]) for p in found] == [("Hồ Chí Minh", ["Chủ tịch"])]


def test_short_forms_are_mentions_of_whom_they_mean() -> None:
    text = "Ông Đỗ Gia Hiếu và bà Lý Thu Hòa đến. Ông Hiếu nói trước, rồi bà Hòa. Ông Hiếu cười."
    found = {p.name: p for p in people(text)}
    assert list(found) == ["Đỗ Gia Hiếu", "Lý Thu Hòa"]
    spans = [m.span for m in found["Đỗ Gia Hiếu"].mentions if m.kind is MentionKind.PERSON]
    assert [text[s.start : s.end] for s in spans] == ["Đỗ Gia Hiếu", "Hiếu", "Hiếu"]


def test_a_short_form_may_stand_alone() -> None:
    text = "Cầu thủ Đoàn Gia Hậu ra sân. Hôm nay Gia Hậu đá hay."
    (person,) = people(text)
    assert [text[m.span.start : m.span.end] for m in person.mentions] == ["Đoàn Gia Hậu", "Gia Hậu"]


def test_two_places_of_the_tone_mark_are_one_name() -> None:
    assert names("Bà Vũ Thị Hoà nói.", "Bà Vũ Thị Hòa cười.") == ["Vũ Thị Hoà"]


def test_a_misspelt_name_stays_another() -> None:
    assert names("Ông Bùi Văn Phới nói.", "Ông Bùi Văn Phớn cười.") == ["Bùi Văn Phới", "Bùi Văn Phớn"]
