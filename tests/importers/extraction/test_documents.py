"""Documents: each once, with all its wordings; numbers, congresses and laws, and what names none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.extraction.documents import find_documents
from importers.extraction.reading import Reading, Region, RegionKind


def _wordings(text: str) -> list[tuple[str, ...]]:
    return [document.wordings for document in find_documents(_reading(text))]


def _reading(text: str) -> Reading:
    return Reading(text, 0, (Region(RegionKind.PARAGRAPH, 0, len(text)),) if text else ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thực hiện Nghị quyết số 23-NQ/TW và Nghị quyết 23.", [("Nghị quyết số 23-NQ/TW", "Nghị quyết 23")]),
        ("theo nghị quyết 54 của Quốc hội", [("nghị quyết 54",)]),
        ("báo cáo này khác gì kế hoạch 135. Vì vậy", [("kế hoạch 135",)]),
        ("thực hiện chương trình 4 của thành ủy về văn hóa", [("chương trình 4",)]),
        ("thu ngân sách vượt kế hoạch 135, và", []),
        ("theo Đề án 1816 - Đề án luân phiên, và Chương trình 30a ở huyện", []),
        (
            "thực hiện Nghị quyết Đại hội Đảng bộ (ĐHĐB) huyện lần thứ XXVI, huyện đã",
            [("Nghị quyết Đại hội Đảng bộ (ĐHĐB) huyện lần thứ XXVI",)],
        ),
        ("theo Nghị quyết Đại hội lần thứ XIII của Đảng..", [("Nghị quyết Đại hội lần thứ XIII của Đảng",)]),
        ("và các Nghị quyết Trung ương 6, khóa XII", []),
        (
            "các Nghị quyết Trung ương 4 khóa XI và khóa XII",
            [("Nghị quyết Trung ương 4 khóa XI",)],
        ),
        ("Nghị quyết Hội nghị lần thứ 9 BCHT.Ư Đảng", [("Nghị quyết Hội nghị lần thứ 9 BCHT.Ư Đảng",)]),
        (
            "nghị quyết Đại hội Đoàn lần thứ X; đưa nghị quyết Đại hội Đoàn vào cuộc sống",
            [("nghị quyết Đại hội Đoàn lần thứ X", "nghị quyết Đại hội Đoàn")],
        ),
        ("Nghị quyết 98/2023/QH15 và Nghị quyết 98 đã", [("Nghị quyết 98/2023/QH15", "Nghị quyết 98")]),
        ("Quyết định 138-QĐNS/TW của Bộ Chính trị", [("Quyết định 138-QĐNS/TW",)]),
        ("thông báo kết luận số 46-KL/TU của", [("kết luận số 46-KL/TU",)]),
        ("Thông báo kết luận số 46-TB/TW của", [("Thông báo kết luận số 46-TB/TW",)]),
        ("các Nghị quyết số 18-NQ/TW, 19-NQ/TW", [("Nghị quyết số 18-NQ/TW",), ("Nghị quyết số 19-NQ/TW",)]),
        ("Chỉ thị 01/CT-TTg và Chỉ thị 01-CT/TW", [("Chỉ thị 01/CT-TTg",), ("Chỉ thị 01-CT/TW",)]),
        ("Chương trình hành động 42 của Thành ủy", [("Chương trình hành động 42",)]),
        ("Nghị quyết Trung ương 4 khóa XII về", [("Nghị quyết Trung ương 4 khóa XII",)]),
        (
            "Nghị quyết Đại hội XIII của Đảng (Nghị quyết XIII của Đảng); đưa Nghị quyết Đại hội Đảng vào đời",
            [("Nghị quyết Đại hội XIII của Đảng", "Nghị quyết XIII của Đảng", "Nghị quyết Đại hội Đảng")],
        ),
        ("Nghị quyết Đại hội XI Đảng bộ TP. Hồ Chí Minh.", [("Nghị quyết Đại hội XI Đảng bộ TP. Hồ Chí Minh",)]),
        (
            "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020-2025",
            [("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX",)],
        ),
        ("góp ý Luật tố cáo (sửa đổi). Luật Tố cáo nêu", [("Luật tố cáo (sửa đổi)", "Luật Tố cáo")]),
        ("Bộ luật Hình sự năm 2015", [("Bộ luật Hình sự",)]),
        ("Luật phòng, chống tham nhũng quy định", [("Luật phòng, chống tham nhũng",)]),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Giáo dục được thông qua",
            [("Luật sửa đổi, bổ sung một số điều của Luật Giáo dục",), ("Luật Giáo dục",)],
        ),
    ],
)
def test_wordings_of_one_document_are_one(text: str, expected: list[tuple[str, ...]]) -> None:
    assert _wordings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "đưa Nghị quyết vào cuộc sống",
        "các nghị quyết của Trung ương",
        "nghị quyết đại hội đảng bộ các cấp",
        "thông qua quyết định 5 nội dung quan trọng",
        "kế hoạch 5 năm và Kế hoạch 2023",
        "chương trình 30 phút",
        "Quy định, Kết luận của Hội nghị Trung ương 8",
        "luật sư Trần Văn Thử, kỷ luật, pháp luật",
        "Trường Đại học Luật Hà Nội",
        "Nghị quyết Đại hội Đảng",
        "Bàn về Nghị quyết\n\nsố 23-NQ/TW",
        "Bàn về Luật\n\nĐất đai",
    ],
)
def test_what_names_no_single_document(text: str) -> None:
    assert _wordings(text) == []


def test_time_grows_in_line_with_length() -> None:
    """A search that began anew at each head would take minutes here."""
    assert find_documents(_reading("Nghị quyết Đại hội " * 20_000)) == ()


def test_issuer_is_said_or_told_by_the_symbol() -> None:
    said, told = find_documents(
        _reading("Kết luận số 12-KL/TW ngày 5/6/2020 của Ban Bí thư về cán bộ. Nghị định 15/2020/NĐ-CP.")
    )
    assert (said.kind, said.number, said.issuer) == ("kết luận", "12-KL/TW", "Ban Bí thư")
    assert (told.number, told.issuer) == ("15/2020/NĐ-CP", "Chính phủ")


@pytest.mark.parametrize(
    ("text", "wordings"),
    [
        ("Theo Hiến pháp năm 2013, mọi người bình đẳng.", ["Hiến pháp năm 2013"]),
        ("Pháp lệnh Ưu đãi người có công với cách mạng đã nêu.", ["Pháp lệnh Ưu đãi người có công với cách mạng"]),
        ("Chế độ theo NĐ 178/2024/NĐ-CP được chi trả.", ["NĐ 178/2024/NĐ-CP"]),
        ("Quốc hội thông qua Luật số 43/2024/QH15.", ["Luật số 43/2024/QH15"]),
        ("Hội nghị học tập Luật Thi đua, khen thưởng.", ["Luật Thi đua, khen thưởng"]),
        ("Ký Hướng dẫn liên ngành số 02/HDLN-TLĐ.", ["Hướng dẫn liên ngành số 02/HDLN-TLĐ"]),
        ("Luật 5 điều và hiến pháp của nước ta.", []),
    ],
)
def test_more_kinds(text: str, wordings: list[str]) -> None:
    assert [document.wordings[0] for document in find_documents(_reading(text))] == wordings


def test_short_and_long_kind_are_one_document() -> None:
    (found,) = find_documents(_reading("Nghị định số 178/2024/NĐ-CP; theo NĐ 178/2024/NĐ-CP."))
    assert (found.kind, len(found.wordings)) == ("nghị định", 2)


def test_a_bare_resolution_of_the_congress_may_be_that_of_another() -> None:
    text = "Nghị quyết Đại hội XIII của Đảng đã rõ. Đại hội thông qua Nghị quyết Đại hội."
    (found,) = find_documents(_reading(text))
    assert found.wordings == ("Nghị quyết Đại hội XIII của Đảng",)


_PIECES = st.lists(
    st.sampled_from(
        ["Nghị quyết ", "số ", "23", "-NQ/TW", "/2023/QH15", "Luật ", "Đất đai", " (sửa đổi)", "Đại hội ", "XIII",
         " của Đảng",
         "Trung ương 4 ", "khóa XII", ", ", "và ", ".", " ", "bộ luật ", "kết luận ", "\n", "İ", "quyết định "]
    ),
    max_size=30,
)  # fmt: skip


@given(_PIECES | st.text().map(lambda text: [text]))
def test_any_text_gives_spans_inside_it(pieces: list[str]) -> None:
    text = "".join(pieces)
    for document in find_documents(_reading(text)):
        assert document.wordings
        assert all(0 <= span.start < span.end <= len(text) for span in document.spans)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Nghị quyết số 18-NQ/TW, 19-NQ/TW", ["number", "number under the kind before it"]),
        ("Nghị quyết Đại hội XIII của Đảng", ["congress"]),
        ("Nghị quyết Trung ương 4 khóa XII", ["plenum"]),
        ("Luật Đất đai", ["title of a law"]),
        ("Pháp lệnh Dân số", ["title of an ordinance"]),
        ("Hiến pháp năm 2013", ["constitution"]),
    ],
)
def test_each_citation_names_its_rule(text: str, rules: list[str]) -> None:
    found = find_documents(_reading(text))
    assert [rule for document in found for rule in document.rules] == rules
    assert all(len(document.rules) == len(document.spans) for document in found)
