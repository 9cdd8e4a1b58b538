from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from store.text import clean, in_place
from tui.widgets import wrapping
from tui.widgets.wrapping import TAB, Line, cells, clusters, column_of, cut, offset_of, snap, wrap

LETTERS = "aàảãáạbđêệọữ -–…,.\n\t  \u00a0漢字🙂👩\u200d💻é\u0301\u0323\ufe0f☀ｆひ"
texts = st.text(st.sampled_from(LETTERS)) | st.text().map(clean)
widths = st.integers(1, 30)


def shown(text: str, line: Line) -> str:
    return text[slice(*line)].replace("\t", TAB)


@given(texts, widths)
@example("một hai ba", 3)
@example("  đầu dòng", 4)
@example("a" * 10, 3)
@example("\n\n", 5)
@example("漢字漢字漢", 3)
def test_lines_are_in_order_and_lose_only_white_space(text: str, width: int) -> None:
    lines = wrap(text, 0, len(text), width)
    assert lines
    at = 0
    for start, end in lines:
        assert at <= start <= end <= len(text)
        assert text[at:start].strip(" \t\n") == ""
        at = end
    assert text[at:].strip(" \t\n") == ""


@given(texts, widths)
def test_no_line_is_wider_than_the_width_unless_it_is_one_cluster(text: str, width: int) -> None:
    for line in wrap(text, 0, len(text), width):
        wide = sum(cluster.width for cluster in clusters(text, *line))
        assert wide <= width or len(clusters(text, *line)) == 1
        assert "\n" not in text[slice(*line)]


@given(texts, widths)
def test_clusters_measure_what_rich_measures(text: str, width: int) -> None:
    for line in wrap(text, 0, len(text), width):
        flat = shown(text, line)
        if "\u200d" not in flat and "\ufe0f" not in flat:
            assert sum(cluster.width for cluster in clusters(text, *line)) == cell_len(flat)


@given(texts, widths, st.data())
def test_a_cell_and_its_position_lead_to_each_other(text: str, width: int, data: st.DataObject) -> None:
    line = data.draw(st.sampled_from(wrap(text, 0, len(text), width)))
    for cluster in clusters(text, *line):
        column = column_of(text, line, cluster.start)
        if cluster.width:
            assert offset_of(text, line, column) == cluster.start
            assert offset_of(text, line, column + cluster.width - 1) == cluster.start
    assert offset_of(text, line, 10_000) == line[1]


@given(texts, widths, st.data())
def test_snapping_never_parts_a_cluster(text: str, width: int, data: st.DataObject) -> None:
    line = data.draw(st.sampled_from(wrap(text, 0, len(text), width)))
    offset = data.draw(st.integers(*line))
    edges = {line[0], *(cluster.end for cluster in clusters(text, *line))}
    snapped = snap(text, line, offset)
    assert snapped in edges
    assert snapped >= offset
    assert snap(text, line, snapped) == snapped


@given(texts, st.integers(0, 40))
def test_cut_text_fits_and_says_that_it_was_cut(text: str, width: int) -> None:
    short = cut(text, width)
    assert cells(short) <= width
    if short != text:
        assert width == 0 or short.endswith("…")
        assert text.startswith(short.removesuffix("…"))


@given(st.text())
def test_cleaning_in_place_moves_nothing(text: str) -> None:
    safe = in_place(text)
    assert len(safe) == len(text) or clean(text) == text
    assert not any(unicodedata.category(c) == "Cc" and c not in "\n\t" for c in safe)
    assert all(
        a == b or b == "\ufffd" or (a in "\r\x0b\x0c\x85\u2028\u2029" and b == "\n") or clean(a) == b
        for a, b in zip(text, safe, strict=True)
    )


def test_a_line_is_broken_at_its_last_space() -> None:
    text = "Đồng chí Trần Ngọc Lan chủ trì"
    assert [text[a:b] for a, b in wrap(text, 0, len(text), 12)] == ["Đồng chí", "Trần Ngọc", "Lan chủ trì"]


def test_a_space_that_does_not_break_keeps_words_together() -> None:
    text = "số 12\u00a0NQ/TW"
    assert [text[a:b] for a, b in wrap(text, 0, len(text), 8)] == ["số", "12\u00a0NQ/TW"]


def test_a_long_word_is_broken_where_the_line_ends() -> None:
    text = "xem " + "x" * 25
    assert [b - a for a, b in wrap(text, 0, len(text), 10)] == [3, 10, 10, 5]


def test_wide_characters_take_two_cells() -> None:
    text = "会議 の 記録"
    assert [text[a:b] for a, b in wrap(text, 0, len(text), 5)] == ["会議", "の", "記録"]
    assert column_of(text, (0, 2), 1) == 2
    assert offset_of(text, (0, 2), 3) == 1


def test_a_tab_is_as_wide_as_it_is_drawn() -> None:
    assert cells("a\tb") == 2 + len(TAB)
    assert column_of("a\tb", (0, 3), 2) == 1 + len(TAB)
    assert offset_of("a\tb", (0, 3), 3) == 1


def test_part_of_a_text_keeps_its_positions() -> None:
    text = "bỏ qua. Phần được gói. bỏ qua"
    start, end = 8, 22
    lines = wrap(text, start, end, 9)
    assert [text[a:b] for a, b in lines] == ["Phần được", "gói."]
    assert lines[0][0] == start


@pytest.mark.parametrize("first, last", [(0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x2FF), (0x1E00, 0x1EFF),
                                         (0x2010, 0x2027), (0x2030, 0x205E)])  # fmt: skip
def test_what_counts_as_even_is_one_cell_wide(first: int, last: int) -> None:
    even = [chr(c) for c in range(first, last + 1)]
    assert all(get_character_cell_size(c) == 1 for c in even)
    assert wrapping._UNEVEN.search("".join(even)) is None


def test_nothing_else_counts_as_even() -> None:
    counted = [chr(c) for c in range(sys.maxunicode + 1) if not wrapping._UNEVEN.match(chr(c))]
    assert all(get_character_cell_size(c) == 1 for c in counted)
