"""Dates: each written form, what only looks like a date, and properties that hold for any text."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.extraction.dates import edtf, find_dates, is_day


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Chiều 12/12, đoàn đến thăm", "Chiều 12/12", "XXXX-12-12"),
        ("Sáng 1-12, đoàn đến thăm", "Sáng 1-12", "XXXX-12-01"),
        ("Họp ngày 25.5.2024 tại xã", "ngày 25.5.2024", "2024-05-25"),
        ("Họp ngày 3 tháng 2 năm 2023", "ngày 3 tháng 2 năm 2023", "2023-02-03"),
        ("ngày 3 tháng Chạp", "ngày 3 tháng Chạp", "XXXX-12-03"),
        ("Thứ Bảy, 25/5/2024", "Thứ Bảy, 25/5/2024", "2024-05-25"),
        ("19:24' 1/12/2021", "1/12/2021", "2021-12-01"),
        ("Hội nghị (27/7) bàn", "27/7", "XXXX-07-27"),
        ("trong tháng 5/2023", "tháng 5/2023", "2023-05"),
        ("trong tháng 5 năm 2023", "tháng 5 năm 2023", "2023-05"),
        ("trong tháng 5 tới", "tháng 5", "XXXX-05"),
        ("từ ngày 3 đến 5/10", "ngày 3 đến 5/10", "XXXX-10-03/XXXX-10-05"),
        ("từ 6 đến 8/6/2020", "6 đến 8/6/2020", "2020-06-06/2020-06-08"),
        ("Trong hai ngày 10 và 11/3", "ngày 10 và 11/3", "XXXX-03-10/XXXX-03-11"),
        ("các ngày 10, 11 và 12/3", "ngày 10, 11 và 12/3", "XXXX-03-10/XXXX-03-12"),
        ("ngày 3-5/10", "ngày 3-5/10", "XXXX-10-03/XXXX-10-05"),
        ("từ 28/9 đến 2/10/2023", "28/9 đến 2/10/2023", "2023-09-28/2023-10-02"),
        ("từ 30/12/2022 đến ngày 2/1/2023", "30/12/2022 đến ngày 2/1/2023", "2022-12-30/2023-01-02"),
        ("từ 20/11-25/11", "20/11-25/11", "XXXX-11-20/XXXX-11-25"),
        ("Sáng nay (25/5), xã họp", "Sáng nay (25/5)", "XXXX-05-25"),
        ("Chiều thứ Sáu, ngày 5/6, xã họp", "Chiều thứ Sáu, ngày 5/6", "XXXX-06-05"),
        ("ngày 27/7 năm 2018", "ngày 27/7 năm 2018", "2018-07-27"),
        ("2024-05-25T10:30:00", "2024-05-25", "2024-05-25"),
        ("25 Tháng Năm, 2024", "25 Tháng Năm, 2024", "2024-05-25"),
        ("ngày 30/4/75 lịch sử", "ngày 30/4/75", "1975-04-30"),
        ("kết quả năm 2023 tốt", "năm 2023", "2023"),
        ("kể từ 1/7, chính quyền mới", "1/7", "XXXX-07-01"),
        ("Tin tỉnh\n\nNgày 24/10, xã họp", "Ngày 24/10", "XXXX-10-24"),
        ("(Báo Thử)- Sáng 9/12, tại xã", "Sáng 9/12", "XXXX-12-09"),
        ("Sáng này 14/3, tại xã", "Sáng này 14/3", "XXXX-03-14"),
    ],
)
def test_written_form(text: str, words: str, expected: str) -> None:
    found = find_dates(text)
    assert [(text[d.start : d.end], d.edtf()) for d in found] == [(words, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "1/3 số đại biểu tán thành",
        "đạt 2/3, tăng mạnh",
        "lên đến 2/3, tăng mạnh",
        "thắng với tỷ số 2-1",
        "thắng (2-1) trên sân nhà",
        "phiên bản 1.2.3",
        "Nghị quyết 98/2023/QH15",
        "Nghị định số 05/2018/NĐ-CP",
        "Công văn số 05/2018 của sở",
        "Nghị quyết 23-NQ/TW",
        "quý 1/2019",
        "có 44/48 (tỷ lệ 91%) phiếu",
        "gọi 0913.12.12.12",
        "nhà ở đường 3/2, quận 10",
        "mỗi ngày 5-7 triệu đồng",
        "phục vụ 24/7",
        "ngày 31/2",
        "ngày 30.2.2020",
        "trong 6 tháng 5 ngày",
        "khóa 2016-2021",
        "giai đoạn năm 2016-2020",
        "đạt 12/12 chỉ tiêu",
        "tăng 3,5/10 điểm",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.parametrize(
    ("text", "part", "hour"),
    [
        ("Sáng 1-12", "sáng", None),
        ("Đêm 1/12", "tối", None),
        ("13h45 ngày 13/10", "chiều", 13),
        ("lúc 8 giờ 30 ngày 5/6", "sáng", 8),
        ("19 giờ 30 phút tối ngày 3/2", "tối", 19),
        ("25/05/2024 | 20:05", "tối", 20),
        ("Ngày 24/10", None, None),
    ],
)
def test_part_of_day_and_hour(text: str, part: str | None, hour: int | None) -> None:
    (date,) = find_dates(text)
    assert (date.time_of_day, date.hour) == (part, hour)


def test_days_counted_from_the_day_of_writing() -> None:
    text = "Hôm nay họp. Chiều qua về. Sáng hôm qua đi. Tối mai diễn. Nhiều năm qua vẫn vậy."
    found = [(text[d.start : d.end], d.relative, d.part_of_day) for d in find_dates(text)]
    assert found == [
        ("Hôm nay", 0, None),
        ("Chiều qua", -1, "chiều"),
        ("Sáng hôm qua", -1, "sáng"),
        ("Tối mai", 1, "tối"),
    ]


def test_year_counted_from_the_year_of_writing_and_lunar_days() -> None:
    (last_year,) = find_dates("ngày 27/7 năm ngoái")
    assert (last_year.edtf(), last_year.relative_year) == ("XXXX-07-27", -1)
    for text in ("mùng 10/3 âm lịch", "tối 30 tháng Chạp", "mùng 5 tháng Giêng"):
        (lunar,) = find_dates(text)
        assert lunar.lunar
    (solar,) = find_dates("ngày 5 tháng Năm")
    assert not solar.lunar


def test_weekday_is_kept() -> None:
    (date,) = find_dates("Chủ nhật, ngày 26/5/2024")
    assert date.weekday == 6


@pytest.mark.parametrize(
    "text", ["Tin trong ngày\n\n12/3 người đồng ý", "họp từ ngày 3 đến\n\n5/10 phần", "tháng\n5"]
)
def test_a_date_does_not_go_on_in_the_next_line(text: str) -> None:
    assert all("\n" not in text[date.start : date.end] for date in find_dates(text))


def test_only_the_asked_part_is_read() -> None:
    text = "ngày 1/2. ngày 3/4. ngày 5/6."
    assert [text[d.start : d.end] for d in find_dates(text, 9, 18)] == ["ngày 3/4"]


def test_edtf_says_what_is_known() -> None:
    assert edtf(2021, 12, 1) == "2021-12-01"
    assert edtf(2024, 1) == "2024-01"
    assert edtf(2023) == "2023"
    assert edtf(None, 12, 12) == "XXXX-12-12"
    assert edtf(None) is None
    assert edtf(2023, 2, 29) is None
    assert is_day(None, 2, 29)


_DAYS = st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2100, 12, 31))
_FORMS = st.sampled_from(
    [
        "{d}/{m}/{y}",
        "{d:02}/{m:02}/{y}",
        "{d}-{m}-{y}",
        "{d}.{m}.{y}",
        "{y}-{m:02}-{d:02}",
        "ngày {d} tháng {m} năm {y}",
    ]
)


@given(_DAYS, _FORMS, st.sampled_from(["ngày ", "Sáng ", "(", "Thứ Hai, ngày ", ""]))
def test_what_is_written_is_read(day: datetime.date, form: str, lead: str) -> None:
    text = f"Hội nghị diễn ra {lead}{form.format(d=day.day, m=day.month, y=day.year)}, tại xã."
    assert [d.edtf() for d in find_dates(text)] == [day.isoformat()]


@given(_DAYS, st.sampled_from(["ngày {d}/{m}", "Chiều {d}-{m}", "sáng ngày {d}/{m}"]))
def test_a_day_without_a_year_has_none(day: datetime.date, form: str) -> None:
    (date,) = find_dates("Họp " + form.format(d=day.day, m=day.month) + ", tại xã")
    assert (date.day, date.month, date.year) == (day.day, day.month, None)


_PIECES = st.lists(
    st.sampled_from(
        ["ngày ", "tháng ", "năm ", "12", "3", "2024", "/", "-", ".", " ", ", ", "đến ", "và ", "sáng ", "nay", "(",
         ")", "thứ hai ", "h", ":", "30", "İ", "từ ", "âm lịch", "\n", "ß", "²", "٣"]
    ),
    max_size=40,
)  # fmt: skip


@given(_PIECES | st.text().map(lambda text: [text]))
def test_any_text_gives_ordered_spans_inside_it(pieces: list[str]) -> None:
    text = "".join(pieces)
    reached = 0
    for date in find_dates(text):
        assert reached <= date.start < date.end <= len(text)
        reached = date.end
        assert date.hour is None or 0 <= date.hour <= 24
        if date.day is not None and date.month is not None:
            assert is_day(date.year, date.month, date.day)
        date.edtf()
