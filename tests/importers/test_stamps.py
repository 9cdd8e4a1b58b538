"""Lines that say when an article was published."""

import pytest

from importers.cleaning import clean_article
from importers.cleaning.stamps import glued_stamp, read_stamp


@pytest.mark.parametrize(
    ("line", "day", "has_hour", "rest"),
    [
        ("19:24' 1/12/2021", "2021-12-01", True, ""),
        ("Thứ tư, 12/12/2022 | 10:15 (GMT+7)", "2022-12-12", True, ""),
        ("Thứ Hai, 03/04/2023, 08:11 [GMT+7]", "2023-04-03", True, ""),
        ("04/04/2022 - 08:59", "2022-04-04", True, ""),
        ("Cập nhật lúc 07:00, Chủ nhật, 9-10-2016", "2016-10-09", True, ""),
        ("Cập nhật 04/09/2009 - 01:00:58 PM (GMT+7)", "2009-09-04", True, ""),
        ("Ngày đăng: 20.02.2024 15h07", "2024-02-20", True, ""),
        ("Thứ sáu, ngày 29 tháng 12 năm 2017", "2017-12-29", False, ""),
        ("26 Tháng 10 2020 14:49", "2020-10-26", True, ""),
        ("2021-07-04 16:40:00", "2021-07-04", True, ""),
        ("T5, 16/11/2023", "2023-11-16", False, ""),
        ("Hà Mây | 12/12/2022 10:15", "2022-12-12", True, "Hà Mây"),
        ("Xã hội - Ngày đăng : 14:32, 25/10/2020", "2020-10-25", True, "Xã hội"),
        ("12/12/2022 10:15 | 1.204 lượt xem", "2022-12-12", True, ""),
    ],
)
def test_stamps_are_read(line: str, day: str, has_hour: bool, rest: str) -> None:
    stamp = read_stamp(line)
    assert stamp is not None
    assert (stamp.day, stamp.has_hour, stamp.rest) == (day, has_hour, rest)


@pytest.mark.parametrize(
    "line", ["31/02/2023", "99/99/9999 10:00", "12/12", "Nghị quyết 98/2023/QH15", "", "1/1/1", "x" * 500]
)
def test_what_is_no_day_is_no_stamp(line: str) -> None:
    assert read_stamp(line) is None


@pytest.mark.parametrize(
    ("line", "day", "left"),
    [
        (" date 2024-01 Tham dự có", "2024-01", "Tham dự có"),
        ("date 2025-10-03 ", "2025-10-03", ""),
        ("Ngày đăng: 12/3/2020 Sáng 12/3", "2020-03-12", "Sáng 12/3"),
    ],
)
def test_a_stamp_glued_to_a_line_is_cut(line: str, day: str, left: str) -> None:
    found = glued_stamp(line)
    assert found is not None
    assert (found[0], line[found[1] :]) == (day, left)


BODY = "\n\nSáng 3/4, Huyện ủy Nậm Sơn họp. Các đại biểu bàn về việc thu hoạch chè và bảo vệ rừng đầu nguồn.\n"
TITLE = "Huyện ủy Nậm Sơn họp bàn việc thu hoạch chè"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (f"{TITLE}\n3/4/2023", "2023-04-03"),
        (f"{TITLE}\nThứ Hai, 3/4/2023", "2023-04-03"),
        (f"Thứ Hai, 3/4/2023\n{TITLE}", None),  # the clock of the page: a weekday, over the headline, no hour
        (f"Thứ Ba, 4/4/2023 08:10\n{TITLE}", "2023-04-04"),
        (f"Thứ Ba, 14/11/2023 08:10\n{TITLE}", None),  # long after the day that is told of
        (f"Thứ Ba, 14/11/2023 08:10\n{TITLE}\n3/4/2023 17:00", "2023-04-03"),
        (f"Ngày đăng: 3/4/2023\n{TITLE}", "2023-04-03"),
        ("date 2023-04\n", "2023-04"),
        (TITLE, None),
    ],
)
def test_the_stamp_is_told_from_the_clock(head: str, published: str | None) -> None:
    article = clean_article(head + BODY)
    assert article.published == published
    assert article.title == (None if head.startswith("date") else TITLE)


def test_a_headline_with_a_day_is_no_stamp() -> None:
    article = clean_article("Lịch làm việc của Thường trực Huyện ủy từ ngày 3/4/2023" + BODY)
    assert article.title == "Lịch làm việc của Thường trực Huyện ủy từ ngày 3/4/2023"
    assert article.published is None


def test_a_day_under_the_article_tells_when_it_was_published() -> None:
    article = clean_article(TITLE + BODY + "\nHà Mây\n\n05/04/2023")
    assert (article.published, article.byline) == ("2023-04-05", "Hà Mây")


@pytest.mark.parametrize(
    "above", [f"{TITLE} | Báo Lam Giang", f"Trang chủ / Thời sự / {TITLE}", f"Tin tức » {TITLE}"]
)
def test_the_title_and_the_trail_of_the_page_are_no_headline(above: str) -> None:
    article = clean_article(f"{above}\n{TITLE}{BODY}")
    assert article.title == TITLE
    assert article.boilerplate == (above,)
