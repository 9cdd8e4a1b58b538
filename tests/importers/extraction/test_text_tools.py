"""The small tools that the finders stand on: sentences, spellings, patterns of many words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.extraction.reading import Reading, Region, RegionKind
from importers.extraction.sentences import split
from importers.extraction.spelling import key_of, lowered, one_tone_place, other_tone_place
from importers.extraction.tries import matches_near, trie


def _sentences(text: str) -> list[str]:
    reading = Reading(text, 0, (Region(RegionKind.PARAGRAPH, 0, len(text)),) if text else ())
    return [text[s.start : s.end].strip() for s in split(reading).all]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xã họp. Huyện nghe.", ["Xã họp.", "Huyện nghe."]),
        ("Họp ở TP. Cần Thơ. Ông V. đến.", ["Họp ở TP. Cần Thơ.", "Ông V. đến."]),
        ("PGS. TS. Tạ Văn Thử nói. Hết.", ["PGS. TS. Tạ Văn Thử nói.", "Hết."]),
        ("Ông hỏi: “Vì sao?” rồi ngồi.", ["Ông hỏi: “Vì sao?” rồi ngồi."]),
        ("Tăng 3.500 người.\nDòng khác", ["Tăng 3.500 người.", "Dòng khác"]),
    ],
)
def test_sentences_mind_abbreviations(text: str, expected: list[str]) -> None:
    assert _sentences(text) == expected


@given(st.text(alphabet="AbcTP. ?!\n“”…", max_size=80))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    reading = Reading(text, 0, (Region(RegionKind.PARAGRAPH, 0, len(text)),) if text else ())
    sentences = split(reading)
    assert "".join(text[s.start : s.end] for s in sentences.all) == text
    for sentence in sentences.all:
        assert sentences.holding(sentence.start) == sentence


def test_tone_marks_in_one_place() -> None:
    assert one_tone_place("uỷ ban hoà bình, đoàn thuý, quý") == "ủy ban hòa bình, đoàn thúy, quý"
    assert other_tone_place("Khánh Hòa, ủy ban, hoàn") == "Khánh Hoà, uỷ ban, hoàn"


@given(st.text())
def test_forms_for_comparing_keep_every_place(text: str) -> None:
    assert len(lowered(text)) == len(key_of(text)) == len(text)


@given(st.lists(st.text(alphabet="abc .", min_size=1, max_size=5), min_size=1, max_size=12), st.data())
def test_a_trie_finds_the_longest_of_its_words(words: list[str], data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(words)) + data.draw(st.text(alphabet="abc .", max_size=4))
    match = re.compile(trie(words)).match(text)
    assert match is not None
    assert match[0] == max((word for word in words if text.startswith(word)), key=len)


def test_matches_near_stems_are_those_of_a_whole_search() -> None:
    pattern = re.compile(r"(?:đồng )?chủ trì")
    text = "A chủ trì, B đồng chủ trì; chủ nhà; chủ trì"
    found = [match.span() for match in matches_near(pattern, text, ("chủ",), before=5)]
    assert found == [match.span() for match in pattern.finditer(text)]
