from __future__ import annotations

import pytest

from tui.widgets.dates import heading, in_full, in_margin


@pytest.mark.parametrize(
    ("edtf", "inferred", "text"),
    [
        ("2021-12-01", False, "01·12"),
        ("2024-05-25", True, "~25·05"),
        ("XXXX-12-12", False, "12·12"),
        ("2024-01", True, "~?·01"),
        ("2021", False, "?"),
        ("2023-12/2024-01", True, "~12–01"),
        ("2023/2024", True, "~?"),
        ("2021-12-01/2021-12-03", False, "01–03·12"),
        ("2021-12-XX", False, "?·12"),
        ("not a date", False, "?"),
        (None, False, ""),
    ],
)
def test_in_the_margin_a_date_says_no_more_than_it_knows(edtf: str | None, inferred: bool, text: str) -> None:
    assert in_margin(edtf, inferred) == text


@pytest.mark.parametrize(
    ("edtf", "text"),
    [
        ("2021-12-01T19:24", "1/12/2021 19:24"),
        ("2021-12-01", "1/12/2021"),
        ("2024-01", "1/2024"),
        ("XXXX-12-12", "12/12"),
        ("2023-12/2024-01", "12/2023–1/2024"),
        ("2021", "2021"),
        ("2021-12-01T99:99", "1/12/2021"),
        ("soon", "soon"),
    ],
)
def test_in_full_a_date_is_written_as_people_write_it(edtf: str, text: str) -> None:
    assert in_full(edtf) == text


@pytest.mark.parametrize(
    ("month", "words"),
    [
        ("2021-12", ("2021", "December")),
        ("2021", ("2021", "")),
        ("2021-13", ("2021", "")),
        ("2023-12/2024-01", ("2023–24", "")),
        ("XXXX-12", ("year unknown", "")),
        ("XXXX", ("year unknown", "")),
        (None, ("no date", "")),
        ("nonsense", ("year unknown", "")),
    ],
)
def test_a_group_is_headed_by_its_year_and_month(month: str | None, words: tuple[str, str]) -> None:
    assert heading(month) == words
