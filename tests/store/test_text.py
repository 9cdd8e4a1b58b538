"""The one door: whatever goes in, what comes out can be sent to a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text import clean, file_name, fold, one_line

anything = st.text(st.characters(codec=None), max_size=200)


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        ("a\x1b[31mđỏ\x1b[0m", "a[31mđỏ[0m"),
        ("\x1b]52;c;aGk=\x07", "]52;c;aGk="),
        ("dòng một\r\ndòng hai\rba\u2028bốn\x85năm", "dòng một\ndòng hai\nba\nbốn\nnăm"),
        ("C1 \x9b2J", "C1 2J"),
        ("phải \u202eđảo\u202c ngược", "phải đảo ngược"),
        ("ẩn\u200b dấu\ufeff", "ẩn dấu"),
        ("mo\u0302\u0323t", "một"),
        ("nửa \ud800 chữ", "nửa \N{REPLACEMENT CHARACTER} chữ"),
        ("[bold]giữ nguyên[/bold]", "[bold]giữ nguyên[/bold]"),
    ],
)
def test_clean_takes_what_a_terminal_obeys_and_leaves_the_words(raw: str, safe: str) -> None:
    assert clean(raw) == safe


@given(anything)
def test_clean_leaves_no_control_no_direction_no_surrogate(raw: str) -> None:
    safe = clean(raw)
    assert not [c for c in safe if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
    assert not [c for c in safe if unicodedata.bidirectional(c) in ("LRE", "RLE", "PDF", "LRO", "RLO")]
    assert not [c for c in safe if unicodedata.bidirectional(c) in ("LRI", "RLI", "FSI", "PDI")]
    safe.encode("utf-8")


@given(anything)
def test_clean_is_idempotent_and_normal(raw: str) -> None:
    assert clean(clean(raw)) == clean(raw)
    assert unicodedata.is_normalized("NFC", clean(raw))


@given(anything, st.integers(1, 40))
def test_one_line_has_one_line_within_its_limit(raw: str, limit: int) -> None:
    line = one_line(raw, limit)
    assert "\n" not in line and "\t" not in line
    assert len(line) <= limit


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "_CON"),
        ("nul.md", "_nul.md"),
        ("", "untitled"),
        (" . ", "untitled"),
        ("Họp: sáng/chiều?", "Họp- sáng-chiều"),
        ("a\nb\x00c", "a bc"),
    ],
)
def test_file_name_is_one_safe_component(title: str, name: str) -> None:
    assert file_name(title) == name


@given(anything)
def test_file_name_never_leaves_its_folder(raw: str) -> None:
    name = file_name(raw)
    assert name and name not in (".", "..")
    assert not set(name) & set('/\\:*?"<>|\0\n')
    assert not name.startswith(".") and len(name.encode()) <= 121


def test_fold_drops_case_and_marks_and_keeps_positions() -> None:
    text = "Đảng ủy phường HÒA THUẬN, Nguyễn Thị Ươm"
    assert fold(text) == "dang uy phuong hoa thuan, nguyen thi uom"


@given(anything)
def test_fold_gives_one_code_point_for_each(raw: str) -> None:
    assert len(fold(raw)) == len(raw)
