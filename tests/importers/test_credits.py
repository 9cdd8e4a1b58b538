"""Names of who took the pictures, and headlines with a full stop, with nothing else to tell them by."""

from __future__ import annotations

from importers.cleaning import clean_article

PARAGRAPH = (
    "Sáng 3/4, Huyện ủy Nậm Sơn họp. Các đại biểu bàn về việc thu hoạch chè và bảo vệ rừng đầu nguồn trong năm nay."
)


def test_a_name_under_each_picture_is_no_signature_and_ends_no_article() -> None:
    pictures = [f"Đoàn công tác trồng cây số {number} ở đầu bản" for number in range(1, 5)]
    text = "Huyện ủy Nậm Sơn họp bàn việc chè\n" + "".join(
        f"{PARAGRAPH} Việc thứ {at} đã xong.\n{picture}\nHÀ MÂY\n" for at, picture in enumerate(pictures)
    )
    article = clean_article(text)
    assert [caption.text for caption in article.captions if caption.text != "HÀ MÂY"] == pictures
    assert article.byline is None
    assert article.body.count("Huyện ủy Nậm Sơn họp.") == 4
    assert not article.boilerplate


def test_a_name_at_the_top_and_at_the_end_is_who_signed() -> None:
    article = clean_article(f"Huyện ủy Nậm Sơn họp bàn việc chè\nHÀ MÂY\n{PARAGRAPH}\n{PARAGRAPH} Hết.\nHÀ MÂY\n")
    assert article.byline == "HÀ MÂY"
    assert not article.captions


def test_a_sentence_right_above_the_stamp_is_the_headline() -> None:
    menu = "Giới thiệu\nTin tức\nHỏi đáp\nVăn bản\nĐăng nhập\n"
    title = "Huyện Nậm Sơn đề ra nhiều giải pháp mới để giữ rừng đầu nguồn."
    article = clean_article(f"{menu}{title}\n20/07/2023 14:33\n{PARAGRAPH}\n{PARAGRAPH} Hết.\n")
    assert article.title == title
    assert article.published is not None
    assert article.published.startswith("2023-07-20")


def test_a_trail_that_begins_with_its_sign_is_no_headline() -> None:
    article = clean_article(
        f"/ HỌC VÀ LÀM THEO NGƯỜI ĐI TRƯỚC\nNgười giữ rừng ở bản Cao\n{PARAGRAPH}\n{PARAGRAPH} Hết.\n"
    )
    assert article.title == "Người giữ rừng ở bản Cao"
