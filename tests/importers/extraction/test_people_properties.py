"""Whatever the text: no exception, no empty span, none outside its part, and each wording is what stands there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from importers.extraction.people import find_people
from importers.extraction.reading import read
from store.records import Block, BlockKind, CleanArticle, Part

VOCABULARY = """
ông bà đồng chí các hai Nguyễn Văn Trần Thị An Đoàn Hồ Chí Minh Kim Jong un H' Y Niê Vladimir van Anh
Bí thư Chủ tịch Phó Trưởng Ban nguyên tân quyền kiêm Ủy viên Bộ Chính trị UBND HĐND TP tỉnh Hà Giang
và của tại khóa XIV giữ chức làm là gồm Đại tá PGS TS đường số 5 với đối
, . ; : - – ( ) “ ” " & / … İ ß
"""
WORDS = [*VOCABULARY.split(), "\n\n", "\u00a0"]
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=60).map("".join),
)


@given(TEXTS, TEXTS)
def test_spans_hold_in_any_text(title: str, body: str) -> None:
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(body)),)
    article = CleanArticle(title, None, None, None, None, body, blocks, (), ())
    texts = {Part.TITLE: title, Part.BODY: body}
    for person in find_people(read(article)):
        assert person.name.strip()
        for office in person.offices:
            part = texts[office.span.part]
            assert 0 <= office.span.start < office.span.end <= len(part)
            assert part[office.span.start : office.span.end] == office.wording
        for mention in person.mentions:
            assert 0 <= mention.span.start < mention.span.end <= len(texts[mention.span.part])


@given(
    st.integers(1, 300),
    st.sampled_from(["Phó ", ", ", "A ", "Nguyễn ", "Chủ tịch, ", "nguyên ", "(", "Danny van "]),
)
def test_a_word_over_and_over_is_read_to_its_end(count: int, word: str) -> None:
    body = word * count
    article = CleanArticle(None, None, None, None, None, body, (Block(BlockKind.PARAGRAPH, 0, len(body)),), (), ())
    for person in find_people(read(article)):
        assert person.name
