"""Words, without their marks, that stand in half of all articles: three of them in a row are one term of the index.

Pairs of such words are in so many articles that two pairs together say little of three words in a row. Counted in
twelve thousand articles of news, with those that reports of meetings are full of beside them.
"""

from __future__ import annotations

from typing import Final

_WORDS: Final = (
    "va co cho cua trong do da duoc tu tai la dong voi de nay mot cac khi cung nhan cong khong quan ve nguoi "
    "nam ngay theo nhung bo ra dang o doi den noi hien tren vao qua biet dau so van dinh bao ban bi thong sau "
    "su dung the gia toi tinh thanh dan thu vi viec chi an anh nhieu lam truong moi day se con lai hai nha "
    "truoc tien du hoi vu thi ong ho thuong dieu chinh thuc chuc phat luc dien phan nhu thoi to can cao hanh "
    "vien trung dai uy uong tich pho nghi quyet chap dao lanh cap xa quoc phap kinh te trien khai xay phai "
    "chu nuoc thang hon phuong"
)

COMMON: Final = {word: f"{number:02x}" for number, word in enumerate(_WORDS.split())}
"""The number of each as it is written in the index. What stands here never changes without a new index."""
