"""The page of a person: offices along time, and the way from page to page and back."""

from __future__ import annotations

from store.records import PersonPage, Span, Tense, Tenure
from tests.tui.conftest import OpenReader
from tests.tui.shelf import HAI, LUA
from tui.screens.person import MOST_OFFICES, PersonScreen
from tui.screens.reader import ReaderScreen


def tenure(wording: str, date: str | None, normal: str = "", tense: Tense = Tense.HOLDS) -> Tenure:
    return Tenure(wording, normal or wording, tense, 1, "", date, False, Span(0, 1))


def offices(*tenures: Tenure) -> list[tuple[str, str]]:
    """Give the rows of offices as the page of someone has them: text, and what stands at the right."""
    page = PersonPage("k", "Lò Thị Thử", (), tenures, ())
    rows = PersonScreen(page, lambda key: page, {}).rows(60)
    return [(_text(row.parts), _text(row.right)) for row in rows[1:]]


def _text(parts: tuple[tuple[str, str], ...]) -> str:
    return "".join(text for text, _ in parts)


def test_one_office_is_one_row_however_it_is_worded() -> None:
    assert offices(
        tenure("Chủ tịch UBND huyện", "2021-01-01", "Chủ tịch Ủy ban nhân dân huyện"),
        tenure("chủ tịch huyện", "2021-06-30", "Chủ tịch Ủy ban nhân dân huyện"),
        tenure("Chủ tịch UBND huyện", "2021-12-31", "Chủ tịch Ủy ban nhân dân huyện"),
    ) == [(" Chủ tịch UBND huyện", "●━━━━━━━━●━━━━━━━━━●")]


def test_dated_offices_come_first_and_the_tense_is_told() -> None:
    assert offices(
        tenure("Bí thư xã", None),
        tenure("Giám đốc Sở", "XXXX-05-01", tense=Tense.FORMER),
        tenure("Chánh Thanh tra", "2020-01-01", tense=Tense.ACTING),
        tenure("Chánh Thanh tra", "2020-12-31"),
    ) == [
        (" Chánh Thanh tra (acting)", "●···················"),
        (" Chánh Thanh tra", "···················●"),
        (" Bí thư xã", "no date"),
        (" Giám đốc Sở (former)", "no date"),
    ]


def test_of_many_offices_those_named_most_are_shown() -> None:
    often = [tenure("Bí thư Huyện ủy", f"2021-0{month}-01") for month in range(1, 5)]
    seldom = [tenure(f"Trưởng ban thứ {number}", "2020-01-01") for number in range(20)]
    rows = offices(*seldom, *often)
    assert len(rows) == MOST_OFFICES
    assert rows[-2][0] == " Bí thư Huyện ủy"
    assert rows[-1][0] == f" … {21 - MOST_OFFICES + 1} more offices, named less often"


async def test_the_other_offices_are_shown_when_chosen(reader: OpenReader) -> None:
    tenures = tuple(tenure(f"Trưởng ban thứ {number}", "2020-01-01") for number in range(20))
    page = PersonPage("k", "Lò Thị Thử", (), tenures, ())
    async with reader() as driver:
        driver.app.push_screen(PersonScreen(page, lambda key: page, {}))
        await driver.settle()
        assert "13 more offices" in driver.text()
        assert "Trưởng ban thứ 19" not in driver.text()
        await driver.press("G", "enter")
        assert "more offices" not in driver.text()
        assert "Trưởng ban thứ 19" in driver.text()


async def test_closing_goes_back_from_person_to_person(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("down", "3", "p")

        def title() -> str:
            return str(driver.screen.query_one("#paper").border_title)

        first = title()
        await driver.press("G", "enter")
        second = title()
        assert {first, second} <= {HAI, LUA, "Tạ Đình Trường"}
        assert first != second
        assert f"esc back to {first}" in driver.text()
        at = driver.lines.choice
        await driver.press("G", "enter", "escape")
        assert title() == second
        await driver.press("escape")
        assert title() == first
        assert driver.lines.choice > at
        assert "esc closes" in driver.text()
        await driver.press("escape")
        assert isinstance(driver.screen, ReaderScreen)
