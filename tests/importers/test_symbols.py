"""Signs of symbol fonts and pictographs: they must not hide the words that they stick to."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.cleaning import clean_article
from importers.cleaning.lines import without_symbols

SIGNS = ["\uf0b7", "\uf0d8", "\ue000", "\U000f0000", "\U00100000", "📢", "🇻🇳", "👉🏽", "\U0001fae1", "👩\u200d🌾"]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("\uf0b7Trồng chè", "• Trồng chè"),
        ("\uf0b7 \uf0a7\tTrồng chè", "• Trồng chè"),
        ("\t\uf0b7\tTrồng\n\uf0fcGiữ", "• Trồng\n• Giữ"),
        ("chè\uf0e0rừng \uf0e0 nước", "chè rừng   nước"),
        ("📢Trồng chè🌱và giữ rừng", "📢 Trồng chè 🌱 và giữ rừng"),
        ("☎️0123 và 30°C, ½ số", "☎️0123 và 30°C, ½ số"),
        ("👩\u200d🌾", "👩\u200d🌾"),
        ("Trồng chè", "Trồng chè"),
    ],
)
def test_signs_are_parted_from_words(text: str, cleaned: str) -> None:
    assert without_symbols(text) == cleaned


def test_a_list_with_signs_of_a_symbol_font_is_read_as_one() -> None:
    article = clean_article(
        "Huyện ủy Nậm Sơn họp bàn việc thu hoạch chè\n\n"
        "Sáng 3/4, Huyện ủy Nậm Sơn họp. Các đại biểu bàn về nhiều việc lớn của huyện trong năm nay:\n\n"
        "\uf0b7Trồng chè\n\n\uf0b7Giữ rừng đầu nguồn\n\nCuộc họp kết thúc trong ngày. Mọi người ra về.\n"
    )
    assert article.body.split("\n\n")[1:3] == ["• Trồng chè", "• Giữ rừng đầu nguồn"]
    assert {block.kind.value for block in article.blocks} == {"paragraph"}


@given(
    st.lists(st.sampled_from(["chè", "rừng", "Nậm", "Sơn", "7"]), min_size=1, max_size=6), st.sampled_from(SIGNS)
)
def test_the_search_finds_every_word(words: list[str], sign: str) -> None:
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE texts USING fts5(body, tokenize = 'unicode61 remove_diacritics 2')")
    index.execute("INSERT INTO texts VALUES (?)", (without_symbols(sign + sign.join(words) + sign),))
    for word in words:
        (found,) = index.execute("SELECT count(*) FROM texts WHERE texts MATCH ?", (f'"{word}"',)).fetchone()
        assert found == 1, word
