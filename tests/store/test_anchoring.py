"""Anchoring: a passage is found again exactly where its words went, or nowhere; never in a wrong place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.anchoring import CONTEXT, LONGEST_CONTEXT, Quote, find, quote

TEXT = (
    "Sáng 3-4, Thành ủy Hải Vân họp phiên thường kỳ. Đồng chí Lê Văn Mẫu chủ trì hội nghị.\n\n"
    "Hội nghị nghe báo cáo về công tác cán bộ quý một và bàn việc của quý hai.\n\n"
    "Kết luận hội nghị, đồng chí Lê Văn Mẫu đề nghị các ban rà soát lại quy hoạch cán bộ."
)

# Few letters make repetitions, which is where a search for words goes wrong.
repetitive = st.text("ab ", min_size=1, max_size=120)
words = st.lists(
    st.sampled_from(["đồng", "chí", "bí", "thư", "thành", "ủy", "họp", "về", "cán", "bộ", "12", "và"]),
    min_size=1,
    max_size=60,
).map(" ".join)


@st.composite
def passages(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> tuple[str, int, int]:
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, min(len(text), start + 40)))


@st.composite
def outside(draw: st.DrawFn, passage: tuple[str, int, int]) -> int:
    """A place in the text that is not inside the passage."""
    text, start, end = passage
    return draw(st.one_of(st.integers(0, start), st.integers(end, len(text))))


def passage_of(exact: str) -> tuple[int, Quote]:
    start = TEXT.index(exact)
    return start, quote(TEXT, start, start + len(exact))


def is_explained_by_one_edit(old: str, new: str, start: int, end: int, place: int) -> bool:
    """Whether one insertion or deletion beside the passage puts it at ``place``: then no one could tell better."""

    def one_edit(before: str, after: str) -> bool:
        short, long = sorted((before, after), key=len)
        same = 0
        while same < len(short) and short[same] == long[same]:
            same += 1
        return long.endswith(short[same:])

    exact = old[start:end]
    if not new.startswith(exact, place):
        return False
    left, right = new[:place], new[place + len(exact) :]
    return (left == old[:start] and one_edit(old[end:], right)) or (
        right == old[end:] and one_edit(old[:start], left)
    )


def test_a_quote_keeps_32_code_points_of_each_surrounding() -> None:
    start, wanted = passage_of("báo cáo về công tác cán bộ")
    assert wanted.prefix == TEXT[start - CONTEXT : start]
    assert wanted.suffix == TEXT[start + len(wanted.exact) :][:CONTEXT]


def test_a_quote_keeps_more_where_less_would_not_tell_it_from_another_place() -> None:
    formula = "Các đại biểu thống nhất cao với báo cáo trình tại hội nghị. "
    text = "Một. " + formula + "Hai. " + formula + "Ba."
    second = text.rindex("thống nhất")
    wanted = quote(text, second, second + len("thống nhất"))
    assert "Hai. " in wanted.prefix or "Ba." in wanted.suffix
    assert find(text, wanted) == second
    assert find("Lời đầu. " + text, wanted) == second + len("Lời đầu. ")


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2), (0, len(TEXT) + 1)])
def test_a_quote_of_no_passage_is_an_error(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no passage"):
        quote(TEXT, start, end)


@pytest.mark.parametrize(
    ("exact", "old", "new"),
    [
        ("quý một", "Sáng 3-4", "Sáng 3-4 (thứ Năm)"),  # far before
        ("quý một", "rà soát lại", "rà soát và bổ sung"),  # far after
        ("quý một", "cán bộ quý một", "cán bộ toàn thành phố quý một"),  # directly before
        ("quý một", "quý một và", "quý một năm nay và"),  # directly after
        ("quý một", "về công tác cán bộ", "về công tác xây dựng đội ngũ cán bộ"),  # within the prefix
        ("Sáng 3-4", "Sáng 3-4", "Tin từ Hải Vân. Sáng 3-4"),  # before the first words
        ("quy hoạch cán bộ.", "quy hoạch cán bộ.", "quy hoạch cán bộ. Hội nghị bế mạc."),  # after the last
    ],
)
def test_a_passage_follows_its_words_when_something_is_added(exact: str, old: str, new: str) -> None:
    _, wanted = passage_of(exact)
    changed = TEXT.replace(old, new, 1)
    assert find(changed, wanted) == changed.index(exact)


@pytest.mark.parametrize(
    "changed", ["", "Bản tin đã gỡ.", TEXT.replace("quý một", "quý I"), TEXT.replace("quý một ", "")]
)
def test_a_passage_whose_words_are_gone_has_no_place(changed: str) -> None:
    start, wanted = passage_of("quý một")
    assert find(changed, wanted, start) is None


def test_the_same_words_in_other_surroundings_are_not_taken_for_the_passage() -> None:
    _, wanted = passage_of("đồng chí Lê Văn Mẫu")  # the third paragraph
    changed = TEXT.replace("Kết luận hội nghị, đồng chí Lê Văn Mẫu đề nghị", "Hội nghị đề nghị").replace(
        "Đồng chí Lê", "đồng chí Lê"
    )
    assert "đồng chí Lê Văn Mẫu" in changed
    assert find(changed, wanted) is None


def test_a_doubled_paragraph_leaves_no_place_and_a_copy_elsewhere_does_not_matter() -> None:
    first, second, third = TEXT.split("\n\n")
    start, wanted = passage_of("báo cáo về công tác cán bộ")
    assert find("\n\n".join([first, second, second, third]), wanted, start) is None
    assert find("\n\n".join([first, second, third, wanted.exact]), wanted, start) == start


def test_a_moved_paragraph_takes_a_passage_in_its_midst_with_it() -> None:
    first, second, third = TEXT.split("\n\n")
    _, wanted = passage_of("nghe báo cáo về công tác cán bộ quý một")
    changed = "\n\n".join([first, third, second])
    assert find(changed, wanted) in (None, changed.index(wanted.exact))
    longer = quote(TEXT, TEXT.index("về công tác"), TEXT.index("về công tác") + 7)
    assert find(changed, longer) == changed.index("về công tác")


def test_the_passage_stays_in_its_place_when_one_surrounding_is_reworded() -> None:
    start, wanted = passage_of("quý một")
    changed = TEXT.replace("công tác cán bộ", "nhiệm vụ cán bộ", 1)  # as long as it was
    assert find(changed, wanted, start) == start
    assert find(changed, wanted) is None


@given(passages(repetitive))
def test_a_passage_is_found_in_its_own_text(passage: tuple[str, int, int]) -> None:
    text, start, end = passage
    assert find(text, quote(text, start, end)) == start


@settings(max_examples=200)
@given(st.data(), passages(repetitive | words), repetitive | words)
def test_an_insertion_never_puts_it_in_a_wrong_place(
    data: st.DataObject, passage: tuple[str, int, int], new: str
) -> None:
    text, start, end = passage
    at = data.draw(outside(passage))
    changed = text[:at] + new + text[at:]
    place = find(changed, quote(text, start, end), start)
    true = start + len(new) if at <= start else start
    assert place in (None, true) or is_explained_by_one_edit(text, changed, start, end, place)


@settings(max_examples=200)
@given(st.data(), passages(repetitive | words))
def test_a_deletion_beside_it_never_puts_it_in_a_wrong_place(
    data: st.DataObject, passage: tuple[str, int, int]
) -> None:
    text, start, end = passage
    first, last = sorted([data.draw(outside(passage)), data.draw(outside(passage))])
    if first < end and last > start:
        last = first
    changed = text[:first] + text[last:]
    place = find(changed, quote(text, start, end), start)
    true = start - (last - first) if last <= start else start
    assert place in (None, true) or is_explained_by_one_edit(text, changed, start, end, place)


@settings(max_examples=200)
@given(passages(repetitive | words))
def test_a_deleted_passage_has_no_place_unless_the_text_could_not_tell(passage: tuple[str, int, int]) -> None:
    text, start, end = passage
    changed = text[:start] + text[end:]
    place = find(changed, quote(text, start, end), start)
    assert place is None or is_explained_by_one_edit(text, changed, start, end, place)


@settings(max_examples=200)
@given(st.data(), passages(repetitive | words))
def test_a_doubled_passage_is_never_taken_for_its_copy(data: st.DataObject, passage: tuple[str, int, int]) -> None:
    text, start, end = passage
    at = data.draw(outside(passage))
    copy = text[start:end]
    changed = text[:at] + copy + text[at:]
    place = find(changed, quote(text, start, end), start)
    true = start + len(copy) if at <= start else start
    assert place in (None, true) or is_explained_by_one_edit(text, changed, start, end, place)


@given(st.data(), st.lists(words, min_size=3, max_size=5))
def test_when_the_words_come_back_so_does_the_place(data: st.DataObject, paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    start = data.draw(st.integers(0, len(text) - 1))
    wanted = quote(text, start, data.draw(st.integers(start + 1, len(text))))
    assert find("Bản tin đã gỡ.", wanted) is None
    # A surrounding that is cut short by an end of the text may stand elsewhere, too: then nobody could tell.
    told_apart = all(
        text.find(words) == text.rfind(words)
        for words in (wanted.prefix + wanted.exact, wanted.exact + wanted.suffix)
    )
    assert find(text, wanted) in ((start,) if told_apart else (start, None))


@pytest.mark.parametrize("text", ["ab" * 50_000, "a" * 100_000])
def test_texts_of_one_endless_repetition_are_answered(text: str) -> None:
    wanted = quote(text, 50_000, 50_002)
    assert len(wanted.prefix) <= LONGEST_CONTEXT
    assert find(text, wanted, 50_000) is None
