"""One form for words whose tone mark may stand on either of two vowels."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.matching import occurrences, tokens
from store.spelling import name_key, normal_tone, older_tone


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("hòa", "hoà"),
        ("HÒA", "HOÀ"),
        ("khỏe", "khoẻ"),
        ("Thủy", "Thuỷ"),
        ("tùy, hóa.", "tuỳ, hoá."),
        ("hòa3", "hoà3"),
        ("hÒa ọe", "hOà oẹ"),
    ],
)
def test_two_ways_of_placing_the_tone_are_one(older: str, newer: str) -> None:
    assert normal_tone(older) == normal_tone(newer) == newer
    assert older_tone(newer) == older_tone(older) == older


@pytest.mark.parametrize(
    "word", ["hoàn", "hoàng", "toán", "huỳnh", "chúa", "của", "mía", "đảng", "hoa", "già", "quý", "Quỹ"]
)
def test_other_words_stay(word: str) -> None:
    assert normal_tone(word) == older_tone(word) == word


def test_a_mark_on_the_wrong_vowel_is_set_right_and_found() -> None:
    assert normal_tone("qúy") == "quý"
    assert [list(occurrences(tokens("quý"), text)) for text in ("qúy", "quý", "quy")] == [[(0, 3)], [(0, 3)], []]


def test_a_name_has_one_key() -> None:
    decomposed = unicodedata.normalize("NFD", "Nguyễn  Văn\tHòa")

    assert name_key(decomposed) == name_key("NGUYỄN VĂN HOÀ") == "nguyễn văn hoà"
    assert name_key("Nguyễn Văn Hoa") != name_key("Nguyễn Văn Hoà")


@given(st.text())
def test_normal_forms_stay_and_keep_the_length(text: str) -> None:
    assert normal_tone(normal_tone(text)) == normal_tone(text)
    assert len(normal_tone(text)) == len(older_tone(text)) == len(text)


@given(st.text(alphabet="aáoòhy đĐdẤ.,-_ 3İßﬁ\u0301\n", max_size=40))
def test_every_word_of_a_text_is_found_where_it_stands(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    for token in tokens(text):
        places = list(occurrences((token,), text))
        assert places
        assert all(0 <= start < end <= len(text) for start, end in places)
