"""The plain scan that searches are held against: right by itself, and it would tell a wrong answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import same
from benchmarks.articles import Maker
from benchmarks.queries import Drawing, sample
from store import articles
from store.archive import Archive
from store.search import Results

TEXT = "Đồng chí Nguyễn Thử thăm hoà bình, 12,5% — kết luận.\nĐẢNG bộ"


def test_folding_takes_the_marks_off() -> None:
    assert same.words(same.plain(TEXT)) == " dong chi nguyen thu tham hoa binh 12 5 ket luan dang bo "


def test_exact_text_keeps_them() -> None:
    assert same.words(same.exact(TEXT)) == " đồng chí nguyễn thử thăm hoà bình 12 5 kết luận đảng bộ "


@pytest.mark.parametrize(
    ("test", "found"),
    [
        (same.has_word("dang"), True),
        (same.has_word("dan"), False),
        (same.has_beginning("ngu"), True),
        (same.has_beginning("guy"), False),
        (same.has_phrase("ket luan dang"), True),
        (same.has_phrase("luan ket"), False),
        (same.both(same.has_word("dang"), same.has_word("khong")), False),
        (same.either(same.has_word("dang"), same.has_word("khong")), True),
        (same.first_only(same.has_word("dang"), same.has_word("bo")), False),
    ],
)
def test_each_way_of_asking(test: same.Test, found: bool) -> None:
    line = same.words(same.plain(TEXT))
    assert test(line, frozenset(line.split())) is found


@pytest.fixture
def archive_path(tmp_path: Path) -> Path:
    path = tmp_path / "a.db"
    maker = Maker(7, 60)
    with Archive.open(path) as archive:
        articles.add_all(archive, [maker.article(number) for number in range(60)])
    return path


def test_all_queries_find_what_the_scan_finds(archive_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    same.measure(archive_path, 7)
    assert "400 of 400" in capsys.readouterr().out


def test_a_wrong_answer_is_told(
    archive_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Results, "keys", lambda self: [])
    same.measure(archive_path, 7)
    out = capsys.readouterr().out
    assert "400 of 400" not in out
    assert "differs" in out


def test_queries_are_the_same_for_the_same_seed(archive_path: Path) -> None:
    with Archive.open(archive_path, read_only=True) as archive:
        found = sample(archive, 7)
        assert Drawing(found, 7).kinds() == Drawing(sample(archive, 7), 7).kinds()
        assert Drawing(found, 7).kinds() != Drawing(found, 8).kinds()
