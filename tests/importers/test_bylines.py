"""Signatures at the top and at the end, and what looks like one and is none."""

import pytest

from importers.cleaning import clean_article
from importers.cleaning.bylines import is_byline, signer

TITLE = "Huyện ủy Nậm Sơn họp bàn việc thu hoạch chè\n\n"
BODY = (
    "Sáng 3/4, Huyện ủy Nậm Sơn họp. Các đại biểu bàn về việc thu hoạch chè và bảo vệ rừng đầu nguồn.\n\n"
    "Đồng chí Lò Văn Bến yêu cầu các xã chủ động lực lượng. Các ngành cần phối hợp chặt chẽ với nhau.\n\n"
)
SIGNATURES = [
    "V.Lê",
    "P.V",
    "P.V.",
    "PV",
    "Nhóm PV",
    "HÀ MÂY",
    "Hà Mây",
    "Hà Mây - Quốc Trung",
    "HÀ MÂY, QUỐC TRUNG",
    "Hà Mây và Quốc Trung",
    "Đ. V (Tổng hợp)",
    "Hà Mây (Theo AFP)",
    "Theo TTXVN",
    "(Theo TTXVN)",
    "Theo Báo Lam Giang/TTXVN",
    "(lamgiang.gov.vn)",
    "Theo lamgiang.vn",
    "Nguồn: Báo Lam Giang",
    "Tin, ảnh: Hà Mây",
    "Bài và ảnh: Hà Mây",
    "Tin và ảnh: Hà Mây - Quốc Trung",
    "Hà Mây - Ảnh: TTXVN",
    "Ảnh, bài: Hà Mây",
    "Bài, ảnh: HÀ MÂY",
    "Thực hiện: Hà Mây",
    "TTXVN",
    "BBT",
    "Bài, ảnh HÀ MÂY",
    "Hà Mây lược ghi",
    "HÀ MÂY thực hiện",
    "Hà Mây/VOV",
    "Lê Ngọc Hà Mây - Trung tâm VHTT",
    "Ban Tuyên giáo Huyện ủy Nậm Sơn",
    "Trung tâm VHTT-TT huyện",
    "Hà Mây/VOV-Trung tâm Tin",
    "Hà Mây – Văn phòng Huyện ủy",
    "Thiếu tướng HÀ QUỐC MÂY",
    "Đại tá, PGS.TS Hà Quốc Mây",
    "Luật sư Hà Mây",
    "Lê Hà Mây - Phòng VH&TT huyện Nậm Sơn",
    "Hà Mây, ảnh: Quốc Trung",
    "Anh Mây (Theo AFP)",
    "Hà Mây - Lam Giang; Ảnh: Quốc Trung, Đạt",
    "Nguồn: Hội Liên lạc kiều bào Lam Giang",
]
OTHERS = [
    "Ông Lò Văn Bến",
    "Đồng chí Lò Văn Bến.",
    "Quang cảnh hội nghị",
    "Ảnh: Hà Mây",
    "(Ảnh: Hà Mây)",
    "Lò Văn Bến. Ảnh: Hà Mây",
    "Luật sư Lò Quốc Sen - Ảnh Hà Mây",
    "Văn phòng Reuters - Ảnh: Hà Mây",
    "Người đăng: Hà Mây",
    "Theo kế hoạch, hội nghị diễn ra trong hai ngày.",
    "Theo đó, các xã trồng thêm 12 ha chè",
    "Phát huy vai trò của nhân dân",
    "1. Kết quả",
    "(còn nữa)",
    "(Click vào hình để xem lớn hơn)",
    "Kết luận",
    "Công an Lam Giang bắt giữ ba nghi phạm",
    "Sở Xây dựng Lam Giang sơ kết sáu tháng",
]

HEADLINES = [
    "Xem bà con hái chè trên đỉnh núi Mây [VIDEO]",
    "Công an Lam Giang bắt giữ ba nghi phạm",
    "Sở Xây dựng Lam Giang sơ kết sáu tháng",
    "Đài Truyền thanh huyện Nậm Sơn làm việc với xã",
    "Hội Nông dân Nậm Sơn ra mắt tổ trồng chè",
]


@pytest.mark.parametrize("line", SIGNATURES)
def test_signatures(line: str) -> None:
    assert is_byline(line)
    article = clean_article(TITLE + BODY + line + "\n")
    assert article.byline == signer(line)
    assert line not in article.body


@pytest.mark.parametrize("line", HEADLINES)
def test_a_headline_may_begin_with_a_body_that_signs_elsewhere(line: str) -> None:
    article = clean_article(f"{line}\n\n{BODY}")
    assert (article.title, article.byline) == (line, None)


@pytest.mark.parametrize("line", OTHERS)
def test_what_looks_like_a_signature(line: str) -> None:
    assert clean_article(TITLE + BODY + line + "\n").byline is None


@pytest.mark.parametrize(
    "line",
    [
        "Tác giả: Hà Mây",
        "(Tác giả: Hà Mây)",
        "Người viết : Hà Mây",
        "TÁC GIẢ: Hà Mây",
        "Tin, ảnh: Hà Mây",
        "Tin & Ảnh: Hà Mây",
        "(Bài và ảnh: Hà Mây)",
        "Bài, ảnh Hà Mây",
        "Thực hiện: Hà Mây",
    ],
)
@pytest.mark.parametrize("text", [f"{TITLE}{BODY}{{}}\n", f"{TITLE}{{}}\n\n{BODY}"])
def test_a_label_is_no_part_of_the_signature(text: str, line: str) -> None:
    assert clean_article(text.format(line)).byline == "Hà Mây"


@pytest.mark.parametrize(
    "line", ["Hà Mây, ảnh: Quốc Trung", "Tin: Hà Mây; Ảnh: Quốc Trung", "Theo TTXVN", "Nguồn: Báo Lam Giang"]
)
def test_who_did_what_and_whose_text_it_is_stay(line: str) -> None:
    assert clean_article(TITLE + BODY + line + "\n").byline == line


@pytest.mark.parametrize("signed", ["Tin, ảnh: HÀ MÂY", "(Bài và ảnh: Hà Mây)", "Tin & ảnh: Hà Mây - Quốc Trung"])
def test_a_signature_behind_the_last_sentence(signed: str) -> None:
    told = BODY.replace("\n\n", " ").strip()
    short = told.split(". Đồng chí")[0] + "."
    article = clean_article(f"{short} {signed}")
    assert (article.body, article.byline, article.captions) == (short, signer(signed), ())
    for text in (f"{told} {signed}", f"{TITLE}{BODY}{told} {signed}\n"):
        article = clean_article(text)
        assert article.byline == signer(signed)
        assert article.body.endswith(told)


@pytest.mark.parametrize(
    "end",
    ["Đồng chí nêu nội dung: Trồng chè và giữ rừng.", "Bà con hỏi nhiều. Nội dung: giá chè, đường lên nương."],
)
def test_what_a_last_sentence_lists_is_no_signature(end: str) -> None:
    article = clean_article(f"{TITLE}{BODY}{BODY.strip()} {end}")
    assert article.byline is None
    assert article.body.endswith(end)


@pytest.mark.parametrize(
    "line", ["XUÂN ẤM TÌNH ĐẤT – TẾT VUI VỀ MỌI BẢN", "ẤM ÁP NGHĨA TÌNH ĐẤT CHÈ – RỪNG NẬM SƠN"]
)
def test_a_headline_in_capitals_with_a_dash_is_no_pair_of_names(line: str) -> None:
    assert not is_byline(line)
    article = clean_article(f"{line}\n{BODY}")
    assert (article.title, article.byline) == (line, None)


def test_two_long_names_in_capitals_sign() -> None:
    assert (
        clean_article(f"{TITLE}{BODY}NGUYỄN THỊ MÂY – TRẦN QUỐC ĐẤT\n").byline == "NGUYỄN THỊ MÂY – TRẦN QUỐC ĐẤT"
    )


def test_who_signs_may_have_taken_the_pictures() -> None:
    pictures = "Quang cảnh cuộc họp. Ảnh: H.MÂY\n\nĐồng chí Lò Văn Bến phát biểu (ảnh: H.Mây)\n\n"
    article = clean_article(TITLE + BODY + pictures + "H.MÂY\n")
    assert article.byline == "H.MÂY"
    assert len(article.captions) == 2


def test_a_source_under_a_caption_is_that_of_the_picture() -> None:
    article = clean_article(TITLE + BODY + "Quang cảnh cuộc họp\nNguồn: Báo Lam Giang\n")
    assert article.byline is None


def test_a_source_close_under_a_short_sentence_is_that_of_a_picture_too() -> None:
    article = clean_article(
        TITLE + BODY + "Hà Mây\n\nDự báo mưa lúc 16h ngày 3/4.\nNguồn: Đài khí tượng Lam Giang.\n"
    )
    assert article.byline == "Hà Mây"
    unparted = (TITLE + BODY).replace("\n\n", "\n") + "Nguồn: Hội Liên lạc kiều bào Lam Giang\n"
    assert clean_article(unparted).byline == "Nguồn: Hội Liên lạc kiều bào Lam Giang"


def test_an_officer_that_the_article_speaks_of_is_a_portrait() -> None:
    body = BODY.replace("Đồng chí Lò Văn Bến", "Thiếu tướng Lò Văn Bến")
    article = clean_article(TITLE + body + "Thiếu tướng Lò Văn Bến\n")
    assert article.byline is None
    assert [caption.text for caption in article.captions] == ["Thiếu tướng Lò Văn Bến"]


def test_captions_may_stand_under_the_signature() -> None:
    article = clean_article(TITLE + BODY + "Hà Mây\n\nQuang cảnh hội nghị.\nĐại biểu Vàng Thị Sung nêu ý kiến.\n")
    assert article.byline == "Hà Mây"
    assert [caption.text for caption in article.captions] == [
        "Quang cảnh hội nghị.",
        "Đại biểu Vàng Thị Sung nêu ý kiến.",
    ]


def test_a_name_that_the_article_speaks_of_is_a_portrait() -> None:
    article = clean_article(TITLE + BODY + "Lò Văn Bến\n")
    assert article.byline is None
    assert article.body.endswith("Lò Văn Bến")


def test_a_second_signature_is_kept_aside() -> None:
    article = clean_article(TITLE + "Hà Mây\n\n" + BODY + "Theo TTXVN\n")
    assert article.byline == "Hà Mây"
    assert article.boilerplate == ("Theo TTXVN",)


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        ("Đại hội Công đoàn các cấp - HÀ MÂY", "HÀ MÂY"),
        ("ĐẠI HỘI CÔNG ĐOÀN - HÀ MÂY", "ĐẠI HỘI CÔNG ĐOÀN - HÀ MÂY"),
        ("Tác giả: Hà Mây", "Hà Mây"),
        ("(bài:]", "(bài:]"),
    ],
)
def test_who_signed_by_a_signature(line: str, signed: str) -> None:
    assert signer(line) == signed
