"""Articles that tell of an event and report no meeting of a body of this country. All names are invented."""

from __future__ import annotations

import pytest

from importers.extraction import extract
from store.records import Block, BlockKind, CleanArticle


def _meetings(body: str, title: str) -> int:
    block = Block(BlockKind.PARAGRAPH, 0, len(body))
    return len(extract(CleanArticle(title, None, None, None, None, body, (block,), (), ())).meetings)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Tổng thống nói về thuế",
            "Phát biểu tại cuộc họp nội các ngày 21-6 ở Washington, Tổng thống cho biết sẽ tăng thuế. Tại cuộc "
            "họp, ngoại trưởng cũng phát biểu.",
        ),
        (
            "Chủ tịch nước thăm châu Âu tuần tới",
            "Chủ tịch nước sẽ thăm chính thức hai nước từ tuần tới. Hai bên sẽ hội đàm về việc thực hiện Hiệp "
            "định ký ngày 29/5/2015 về thương mại.",
        ),
        (
            "Chấn chỉnh lễ hội đầu xuân",
            "Sáng 27-2, Sở Văn hóa có công văn gửi ban tổ chức lễ hội làng Bình An, yêu cầu không đốt vàng mã.",
        ),
        (
            "Phụ huynh phản ánh bữa ăn của trẻ",
            "Bà Lê Thị Cúc, hiệu trưởng, nói: “Ở cuộc họp với các bên ngày 11/10, chúng tôi đã thống nhất nhờ cơ "
            "quan chức năng xác minh”.",
        ),
        (
            "Ca sĩ gặp người hâm mộ",
            "Chiều 1/10, nữ diễn viên đã có buổi gặp gỡ fan. Cô mặc váy trắng.",
        ),
        (
            "Trình dự án đường sắt",
            "Ngày 28-2, Thủ tướng yêu cầu UBND tỉnh trình phương án sau khi lập hội đồng, chuẩn bị hội thảo lấy ý "
            "kiến chuyên gia.",
        ),
        (
            "Hai nước trao đổi điện mừng",
            "Nhân lễ kỷ niệm 50 năm ngày ký hiệp ước, ngày 17/7/2012 Chủ tịch nước Lê Hữu Tâm đã gửi điện mừng tới"
            " Chủ tịch nước bạn. Các bức điện đánh giá cao quan hệ hai nước.",
        ),
        (
            "Cải chính",
            "Báo ta ngày 19-6-2018 đăng bài viết về buổi tiếp xúc cử tri. Nay xin cải chính.",
        ),
        (
            "Chương trình nghệ thuật về con đường",
            "Tại Km số 0 sẽ diễn ra chương trình nghệ thuật. Dự chương trình có lãnh đạo tỉnh. Bí thư Tỉnh ủy chủ "
            "trì buổi họp báo.",
        ),
    ],
)
def test_none(title: str, body: str) -> None:
    assert _meetings(body, title) == 0


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Thủ tướng tiếp Ngoại trưởng",
            "Ngày 1/12, tại trụ sở Chính phủ, Thủ tướng đã tiếp Ngoại trưởng Nhật Bản đang thăm Việt Nam.",
        ),
        (
            "Lễ hội làng",
            "Sáng 12/3, UBND huyện Bình An khai mạc Lễ hội đình làng. Dự lễ có lãnh đạo huyện.",
        ),
        (
            "Thủ tướng chỉ đạo khẩn",
            "Ngày 28-2, Thủ tướng yêu cầu các bộ vào cuộc tại cuộc họp của Chính phủ về phòng dịch.",
        ),
        (
            "Ngân hàng và nhà trường hợp tác",
            "Sáng 10/8, Ngân hàng An Khang và Trường Đại học Bình An đã tổ chức lễ ký kết thỏa thuận.",
        ),
    ],
)
def test_some(title: str, body: str) -> None:
    assert _meetings(body, title) == 1
