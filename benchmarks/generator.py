"""Makes articles that look like reports of meetings, as many as wanted, the same ones for the same seed.

The people are invented; sentences are put together from words that such reports use, so that names, offices, dates,
captions and furniture of pages come as often as in real ones. What it makes is for measuring, not for judging
extraction: no rule may be written for it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

SURNAMES: Final = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Phan",
)
MIDDLE: Final = ("Văn", "Thị", "Đức", "Minh", "Hữu", "Quang", "Ngọc", "Xuân", "Thanh", "Kim", "Bá", "Công")
GIVEN: Final = (
    "An",
    "Bình",
    "Châu",
    "Dũng",
    "Giang",
    "Hà",
    "Khánh",
    "Lan",
    "Mạnh",
    "Nga",
    "Phúc",
    "Quý",
    "Sơn",
    "Tâm",
)
PROVINCES: Final = (
    "Lào Cai",
    "Sơn La",
    "Nghệ An",
    "Quảng Trị",
    "Gia Lai",
    "Đồng Nai",
    "Cà Mau",
    "Hưng Yên",
    "Lạng Sơn",
)
OFFICES: Final = (
    "Bí thư Tỉnh ủy", "Phó Bí thư Thường trực Tỉnh ủy", "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh", "Chủ tịch HĐND tỉnh",
    "Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng Ban Tổ chức Tỉnh ủy", "Trưởng Ban Dân vận Tỉnh ủy", "Giám đốc Sở Nội vụ",
    "Phó Chủ tịch UBND tỉnh", "Chủ tịch Ủy ban MTTQ Việt Nam tỉnh", "Chánh Văn phòng Tỉnh ủy",
)  # fmt: skip
WORDS: Final = ["công", "tác", "xây", "dựng", "Đảng", "kinh", "tế", "xã", "hội", "phát", "triển", "nông", "thôn", "mới", "đô", "thị", "quốc", "phòng", "an", "ninh", "cán", "bộ", "đảng", "viên", "nhân", "dân", "đoàn", "kết", "đổi", "mới", "sáng", "tạo", "kết", "quả", "nhiệm", "vụ", "giải", "pháp", "trọng", "tâm", "chương", "trình", "kế", "hoạch", "nghị", "quyết", "triển", "khai", "thực", "hiện", "đánh", "giá", "kiểm", "tra", "giám", "sát", "đầu", "tư", "doanh", "nghiệp", "văn", "hóa", "giáo", "dục", "y", "tế", "môi", "trường", "chuyển", "đổi", "số", "cải", "cách", "hành", "chính", "thi", "đua", "khen", "thưởng", "đào", "tạo", "bồi", "dưỡng", "quy", "hoạch", "ngân", "sách", "dự", "án", "hạ", "tầng", "giao", "thông", "thủy", "lợi", "rừng", "biển", "du", "lịch", "hợp", "tác"]  # fmt: skip
FIRST_DAY: Final = date(2005, 1, 1)
DAYS: Final = 365 * 20


class Generator:
    """Articles from a seed; ``people`` of each province hold their office through all of them."""

    def __init__(self, seed: int = 2026) -> None:
        self._random = random.Random(seed)
        self._people = {province: self._cabinet() for province in PROVINCES}

    def _cabinet(self) -> list[tuple[str, str]]:
        return [(self._name(), office) for office in OFFICES]

    def _name(self) -> str:
        pick = self._random.choice
        return f"{pick(SURNAMES)} {pick(MIDDLE)} {pick(GIVEN)}"

    def _sentence(self) -> str:
        words = self._random.choices(WORDS, k=self._random.randint(14, 40))
        cut = len(words) // 2
        return f"{words[0].capitalize()} {' '.join(words[1:cut])}, {' '.join(words[cut:])}."

    def article(self) -> str:
        """Make the text of one article, of about 1 to 6 thousand characters."""
        pick, number = self._random.choice, self._random.randint
        province = pick(PROVINCES)
        present = self._random.sample(self._people[province], number(3, 6))
        day = FIRST_DAY + timedelta(days=number(0, DAYS - 1))
        chair, office = present[0]
        stamp = f"{number(6, 21):02}:{number(0, 59):02}' {day.day}/{day.month}/{day.year}"
        topic = " ".join(self._random.choices(WORDS, k=6))
        guests = "; ".join(f"{name}, {held}" for name, held in present[1:])
        paragraphs = [
            f"{pick(('Sáng', 'Chiều'))} {day.day}-{day.month}, tại thành phố, Tỉnh ủy {province} tổ chức hội nghị về {topic}. "
            f"Đồng chí {chair}, {office} chủ trì. Tham dự có các đồng chí: {guests}.",
            *(" ".join(self._sentence() for _ in range(number(2, 5))) for _ in range(number(2, 9))),
            f"Phát biểu kết luận, đồng chí {chair} nhấn mạnh {topic}.",
        ]
        paragraphs.insert(2, f"Quang cảnh hội nghị. Ảnh: {self._name()}")
        return "\n\n".join((f"Hội nghị {topic} tỉnh {province}\n{stamp}", *paragraphs, pick(GIVEN).upper()))

    def articles(self, count: int) -> Iterator[str]:
        """Make ``count`` articles, one at a time."""
        for _ in range(count):
            yield self.article()


def write(folder: Path, count: int, seed: int = 2026) -> int:
    """Write articles as files into a folder, a thousand to a folder within; gives their size in bytes of UTF-8."""
    size = 0
    for number, text in enumerate(Generator(seed).articles(count)):
        inner = folder / f"{number // 1000:04}"
        inner.mkdir(parents=True, exist_ok=True)
        data = text.encode()
        size += len(data)
        (inner / f"{number:07}.txt").write_bytes(data)
    return size
