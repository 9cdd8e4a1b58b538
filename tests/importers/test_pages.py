"""Whole pages, line by line: see pages/README.md for how their files are written."""

from pathlib import Path

import pytest

from importers.cleaning import classify, clean_article
from importers.cleaning.lines import LineKind

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
KINDS = {
    "T": LineKind.TITLE,
    "B": LineKind.BYLINE,
    "N": LineKind.SECTION,
    "S": LineKind.STAMP,
    "K": LineKind.BOILERPLATE,
    "C": LineKind.CAPTION,
    "P": LineKind.PARAGRAPH,
    "H": LineKind.CROSSHEAD,
}


def parted(page: Path) -> tuple[str, list[tuple[LineKind, str]]]:
    lines = page.read_text("utf-8").splitlines()
    wanted = [(KINDS[line[0]], line[2:]) for line in lines if line]
    return "\n".join(line[2:] for line in lines), wanted


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_line_of_a_page_is_told(page: Path) -> None:
    text, wanted = parted(page)
    assert [(line.kind, line.text) for line in classify(text)] == wanted


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_article_of_a_page_holds_its_lines(page: Path) -> None:
    text, wanted = parted(page)
    article = clean_article(text)

    def of(*kinds: LineKind) -> list[str]:
        return [line for kind, line in wanted if kind in kinds]

    assert ([article.title] if article.title else []) == of(LineKind.TITLE)
    assert [caption.text for caption in article.captions] == of(LineKind.CAPTION)
    assert list(article.boilerplate) == of(LineKind.BOILERPLATE, LineKind.SECTION)
    repeated = [caption.text for caption in article.captions if caption.span is None]
    in_body = of(LineKind.PARAGRAPH, LineKind.CROSSHEAD, LineKind.CAPTION)
    assert article.body.split("\n\n") == [line for line in in_body if line not in repeated]


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("Tin trong thư mục lạ\n\nNội dung.", "Tin trong thư mục lạ", "Nội dung."),
        ("Nội dung.", None, "Nội dung."),
        ("Họp bàn trồng chè\n\nXem thêm: bản đồ nương chè", "Họp bàn trồng chè", "Xem thêm: bản đồ nương chè"),
    ],
)
def test_what_is_all_there_is_to_read_is_the_body(text: str, title: str | None, body: str) -> None:
    article = clean_article(text)
    assert (article.title, article.body, article.boilerplate) == (title, body, ())


def test_names_of_pictures_are_no_body_even_alone() -> None:
    article = clean_article("Họp bàn trồng chè\n\nIMG_0042.jpg")
    assert (article.body, article.boilerplate) == ("", ("IMG_0042.jpg",))


def test_a_headline_on_a_picture_is_a_headline() -> None:
    text = "Bức ảnh đồi chè đi khắp thế giới\n\nMột bức ảnh chụp ở bản Mây vừa được giải cao trong cuộc thi ảnh."
    assert clean_article(text).title == "Bức ảnh đồi chè đi khắp thế giới"


def test_paragraphs_broken_into_lines_are_put_together() -> None:
    text = "\n".join(
        (
            "Bí thư Huyện ủy Nậm Sơn kiểm tra việc trồng chè tại xã Bản Mây",
            "",
            "Ngày 24/7/2023, đồng chí Lò Văn Bến - Ủy viên BCH Đảng bộ",
            "tỉnh, Bí thư Huyện ủy, đồng chí Vàng Văn Pao - Phó bí",
            "thư, Chủ tịch UBND huyện đã đi kiểm tra việc trồng chè.",
            "Về phía xã có đồng chí",
            "Lò Thị Sen - Bí thư Đảng ủy xã và các đồng chí Thường trực",
            "HĐND xã.",
            "Tại buổi",
            "làm việc đoàn đã xem các nương chè.",
        )
    )
    assert clean_article(text).body.split("\n\n") == [
        "Ngày 24/7/2023, đồng chí Lò Văn Bến - Ủy viên BCH Đảng bộ tỉnh, Bí thư Huyện ủy, đồng chí Vàng Văn Pao - "
        "Phó bí thư, Chủ tịch UBND huyện đã đi kiểm tra việc trồng chè.",
        "Về phía xã có đồng chí Lò Thị Sen - Bí thư Đảng ủy xã và các đồng chí Thường trực HĐND xã.",
        "Tại buổi làm việc đoàn đã xem các nương chè.",
    ]
