"""People across the archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store import people
from store.archive import Archive
from store.errors import NotFound
from store.records import Role
from tests.store.making import made, open_archive, take_in

MAU, THU, LAM = "Lê Văn Mẫu", "Trần Thị Thử", "Đỗ Lâm"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    first = "Lê Văn Mẫu, Phó Chủ tịch tỉnh, và Trần Thị Thử, Chánh Văn phòng."
    later = "Bí thư Tỉnh ủy LÊ VĂN MẪU tiếp Trần Thị Thử và Đỗ Lâm."
    with open_archive(tmp_path) as opened:
        take_in(
            opened,
            made(
                "/2.txt", body=later, people={"LÊ VĂN MẪU": ["Bí thư Tỉnh ủy"], THU: [], LAM: []}, date="2022-05-01"
            ),
            made("/1.txt", body=first, people={MAU: ["Phó Chủ tịch tỉnh"], THU: ["Chánh Văn phòng"]}),
            made("/3.txt", body="Đỗ Lâm một mình.", people={LAM: []}, date=None, roles={LAM: Role.SPEAKS}),
        )
        yield opened


def test_a_page_has_offices_and_meetings_along_time(archive: Archive) -> None:
    page = people.person_page(archive, "lê văn mẫu")

    assert (page.key, page.name, page.variants) == ("lê văn mẫu", MAU, ("LÊ VĂN MẪU",))
    assert [(t.wording, t.date, t.article_title) for t in page.tenures] == [
        ("Phó Chủ tịch tỉnh", "2021-10-04", "Tỉnh ủy Hải Vân họp phiên tháng Mười"),
        ("Bí thư Tỉnh ủy", "2022-05-01", "Tỉnh ủy Hải Vân họp phiên tháng Mười"),
    ]
    assert [row.sort_date for row in page.meetings] == ["2021-10-04", "2022-05-01"]
    assert page.met == (("trần thị thử", THU, 2), ("đỗ lâm", LAM, 1))


def test_what_has_no_date_comes_last(archive: Archive) -> None:
    take_in(archive, made("/4.txt", body="Đỗ Lâm lại đến.", people={LAM: []}, date="XXXX-12-12"))

    page = people.person_page(archive, "đỗ lâm")

    assert [row.sort_date for row in page.meetings] == ["2022-05-01", "XXXX-12-12", None]


def test_someone_unknown_is_told(archive: Archive) -> None:
    with pytest.raises(NotFound, match="no person"):
        people.person_page(archive, "không có")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", [THU, LAM, MAU]),
        ("mau", [MAU]),
        ("le v", [MAU]),
        ("MẪU", [MAU]),
        ("màu", []),
        ("th", [THU]),
        ("do", [LAM]),
        ("đô", []),
        ("%", [THU, LAM, MAU]),
        ("van le", []),
    ],
)
def test_people_are_found_by_words_of_their_names(archive: Archive, text: str, names: list[str]) -> None:
    found = people.search(archive, text)

    assert sorted(person.name.title() for person in found) == sorted(names)
    assert [person.articles for person in found] == sorted((p.articles for p in found), reverse=True)
    assert len(people.search(archive, text, limit=1)) == min(1, len(names))
    assert people.search(archive, text, limit=0) == found
