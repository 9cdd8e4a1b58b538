"""Captions without a credit, and sentences that are like them and are none."""

import pytest

from importers.cleaning import clean_article

TITLE = "Huyện ủy Nậm Sơn họp bàn việc thu hoạch chè"
LEAD = "Sáng 3/4, Huyện ủy Nậm Sơn họp. Các đại biểu bàn về việc thu hoạch chè và bảo vệ rừng đầu nguồn."
MORE = "Cuộc họp nghe nhiều ý kiến. Các xã hứa trồng thêm chè trên đất đồi và giữ rừng đầu nguồn cho con cháu."
HANDED = (
    "Nhân dịp này, Phó Chủ tịch UBND huyện Lò Thị Sen đã trao Giấy khen cho 3 tập thể và 7 cá nhân đã có thành "
    "tích trong phong trào trồng chè. Các tập thể và cá nhân hứa tiếp tục cố gắng."
)


def captions(*lines: str) -> list[str]:
    return [caption.text for caption in clean_article("\n".join((TITLE, LEAD, *lines))).captions]


@pytest.mark.parametrize(
    "line",
    [
        "Bà Lò Thị Sen cam kết giữ giá thu mua chè",
        "Ông Vàng Văn Pao, người trồng chè lâu năm ở bản Mây",
        "Thiếu tướng Vàng Văn Pao",
        "GS.TS Vàng Văn Pao",
        "Đại tá Vàng Văn Pao.",
    ],
)
def test_who_is_seen_without_a_stop(line: str) -> None:
    assert captions(MORE, line, MORE.replace("nhiều", "thêm")) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Bà con yên tâm giữ rừng",
        "Thiếu tướng Vàng Văn Pao cho biết, đơn vị đã giúp dân làm đường lên nương chè.",
        "Tại cuộc họp, đồng chí Lò Thị Sen trao Giấy khen.",
    ],
)
def test_who_is_told_of_in_the_article(line: str) -> None:
    assert captions(MORE, line, MORE.replace("nhiều", "thêm")) == []


def test_what_the_paragraph_above_tells_is_told_again_under_a_picture() -> None:
    line = (
        "Phó Chủ tịch UBND huyện Lò Thị Sen trao Giấy khen cho 3 tập thể và 7 cá nhân đã có thành tích trong phong "
        "trào trồng chè."
    )
    assert captions(MORE, HANDED, line, MORE.replace("nhiều", "thêm")) == [line]
    told_elsewhere = line.replace("3 tập thể và 7 cá nhân", "các hộ ở bản Mây, bản Sen và bản Pao")
    assert captions(MORE, HANDED, told_elsewhere, MORE.replace("nhiều", "thêm")) == []


def test_the_lead_told_again_below_is_no_caption() -> None:
    lead = "Chủ tịch UBND huyện Lò Thị Sen kiểm tra việc trồng chè ở bản Mây và bản Pao trong ngày mưa."
    text = f"{TITLE}\n{lead}\nSáng 3/4, {lead} Bà con mừng rỡ. {MORE}\n{MORE}"
    assert clean_article(text).captions == ()


def test_a_paragraph_beside_a_caption_on_the_same_is_none() -> None:
    seen = "Phó Chủ tịch UBND huyện Lò Thị Sen ôn lại truyền thống 50 năm trồng chè của huyện. Ảnh: H.M"
    told = (
        "Tại cuộc họp, Phó Chủ tịch UBND huyện Lò Thị Sen ôn lại truyền thống 50 năm trồng chè của huyện Nậm Sơn."
    )
    assert captions(MORE, seen, told, MORE.replace("nhiều", "thêm")) == [seen]


def test_in_a_row_of_pictures_a_sentence_on_who_hands_what_is_one_of_them() -> None:
    first = "Quang cảnh cuộc họp."
    handed = "Phó Bí thư Huyện ủy Vàng Văn Pao trao Giấy khen cho 7 hộ vì đã vượt khó."
    last = "Các đại biểu chụp ảnh lưu niệm."
    assert captions(MORE, first, handed, last) == [first, handed, last]
    spoken = "Phó Bí thư Huyện ủy Vàng Văn Pao cho biết, việc trao Giấy khen là lời cảm ơn của huyện với 7 hộ."
    assert captions(MORE, first, spoken, last) == [first, last]


def test_who_presents_a_paper_is_seen() -> None:
    line = (
        "Ông Vàng Văn Pao - Trưởng phòng Nông nghiệp trình Tờ trình về việc mở rộng vùng chè giai đoạn 2021-2025."
    )
    assert captions(MORE, line, "Hà Mây") == [line]


LONG = f"{MORE} {LEAD} {MORE}"
STOPPED = "Bí thư Huyện ủy Vàng Văn Pao phát biểu tại cuộc họp."


def test_a_caption_goes_on_in_small_letters_on_the_next_line() -> None:
    first, second = "Ông Vàng Văn Pao, Bí thư Huyện ủy, Chủ tịch HĐND huyện Nậm Sơn", "phát biểu chỉ đạo cuộc họp."
    assert captions("", MORE, "", first, second, "", LONG) == [first, second]
    assert captions(MORE, first, second, LONG) == [first, second]


def test_two_lines_that_are_a_caption_together() -> None:
    pair = ["Các đồng chí trong Ban Thường vụ Huyện ủy cùng bà con các bản", "thực hiện nghi thức bỏ phiếu."]
    assert captions("", MORE, "", *pair, "", LONG) == pair


def test_the_name_and_year_of_an_event_right_below_a_caption_belong_to_it() -> None:
    pair = ["Lễ chào cờ của các đại biểu tham dự", "Ngày hội Chè Nậm Sơn năm 2023."]
    assert captions("", MORE, "", *pair, "", LONG) == pair
    apart = ["", pair[0], "", pair[1], "", LONG]
    assert captions("", MORE, *apart) == pair[:1]


def test_lines_of_a_paragraph_that_is_broken_are_no_captions() -> None:
    broken = [
        "Bà con các bản cho rằng cần trồng thêm chè trên đất đồi và giữ",
        "rừng đầu nguồn cho con cháu mai sau.",
    ]
    assert captions("", MORE, "", *broken, "", LONG) == []


HANDING = "Lãnh đạo huyện trao Giấy khen cho bà con bản Mây đã có nhiều thành tích trong phong trào giữ rừng."


@pytest.mark.parametrize(
    "line",
    [
        HANDING,
        "Huyện ủy Nậm Sơn bàn việc thu hoạch chè.",  # the headline again
        "Các nữ đoàn viên tham gia ngày hội hái chè.",
    ],
)
def test_a_sentence_where_captions_are_sentences(line: str) -> None:
    assert captions(LONG, STOPPED, LONG.replace("nhiều", "thêm"), line, LONG.replace("nhiều", "đủ")) == [
        STOPPED,
        line,
    ]
    assert captions(LONG, LONG.replace("nhiều", "thêm"), line, LONG.replace("nhiều", "đủ")) == []


@pytest.mark.parametrize(
    "line",
    [
        "Hội nghị kết thúc tốt đẹp.",
        "Ông là con cả của một gia đình trồng chè ở bản Mây.",
        "Đông đảo đại diện các bản, các trường học và các tầng lớp nhân dân huyện Nậm Sơn cùng tham dự.",
        "Bà dự kiến nêu thêm một cách giữ rừng khác.",
    ],
)
def test_what_is_told_in_a_sentence_between_captions_that_are_sentences(line: str) -> None:
    assert captions(LONG, STOPPED, LONG.replace("nhiều", "thêm"), line, LONG.replace("nhiều", "đủ")) == [STOPPED]


def test_where_pictures_are_credited_a_sentence_is_none() -> None:
    credited = "Quang cảnh cuộc họp. Ảnh: Hà Mây"
    assert captions(LONG, credited, LONG.replace("nhiều", "thêm"), HANDING, LONG.replace("nhiều", "đủ")) == [
        credited
    ]
