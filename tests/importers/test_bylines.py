"""Signatures at the top and at the end, and what looks like one and is none."""

import pytest

from importers.cleaning import clean_article
from importers.cleaning.bylines import is_byline

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
]
OTHERS = [
    "Ông Lò Văn Bến",
    "Đồng chí Lò Văn Bến.",
    "Quang cảnh hội nghị",
    "Ảnh: Hà Mây",
    "(Ảnh: Hà Mây)",
    "Theo kế hoạch, hội nghị diễn ra trong hai ngày.",
    "Theo đó, các xã trồng thêm 12 ha chè",
    "Phát huy vai trò của nhân dân",
    "1. Kết quả",
    "(còn nữa)",
    "(Click vào hình để xem lớn hơn)",
    "Kết luận",
]


@pytest.mark.parametrize("line", SIGNATURES)
def test_signatures(line: str) -> None:
    assert is_byline(line)
    article = clean_article(TITLE + BODY + line + "\n")
    assert article.byline == line
    assert line not in article.body


@pytest.mark.parametrize("line", OTHERS)
def test_what_looks_like_a_signature(line: str) -> None:
    assert clean_article(TITLE + BODY + line + "\n").byline is None


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
