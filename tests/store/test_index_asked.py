"""Whether the index says exactly what words in sequence are asked for, marks on some of them or on none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.archive import Archive
from store.matching import occurrences
from store.query import parse
from store.query_tree import Field, Words
from store.search import search
from store.search_sql import statement
from tests.store.making import made, open_archive, take_in

# frequent words and others, alike but for their marks, and one that is written in hexadecimal
WORDS = ("bí", "bi", "thư", "thu", "tỉnh", "tính", "ủy", "uỷ", "phó", "họp", "hợp", "日本")
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=15).map(" ".join)
ASKED = st.lists(st.sampled_from((*WORDS, "tinh", "uy", "pho", "hop")), min_size=2, max_size=14).map(" ".join)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    from random import Random

    chance = Random(6)
    with open_archive(tmp_path_factory.mktemp("asked")) as opened:
        for number in range(60):
            name = " ".join(chance.choices(WORDS, k=chance.randint(1, 15)))
            body = f"{' '.join(chance.choices(WORDS, k=12))} {number}. Ông Lê Văn Mẫu, {name}, dự."
            take_in(opened, made(f"/{number}.txt", None, body, people={"Lê Văn Mẫu": [name]}))
        yield opened


def names(archive: Archive) -> list[tuple[str, str, str]]:
    return archive.rows(
        "SELECT a.key, coalesce(t.wording, p.name), a.body FROM tenures t JOIN positions p ON p.id = t.position_id"
        " JOIN articles a ON a.id = t.article_id"
    )


@settings(max_examples=250, deadline=None)
@given(text=ASKED, complete=st.booleans(), data=st.data())
def test_sequences_of_words_are_found_as_reading_finds_them(
    archive: Archive, text: str, complete: bool, data: st.DataObject
) -> None:
    if data.draw(st.booleans()):  # something that is there, marks left out here and there
        _, name, _ = data.draw(st.sampled_from(names(archive)))
        words = name.split()
        start = data.draw(st.integers(0, len(words) - 1))
        bare = {"bí": "bi", "thư": "thu", "tỉnh": "tinh", "ủy": "uy", "phó": "pho", "họp": "hop"}
        text = " ".join(data.draw(st.sampled_from((word, bare.get(word, word)))) for word in words[start:])
        text = text[: data.draw(st.integers(1, len(text)))]
    for field in ("", "position:"):
        query = parse(f'{field}"{text}', complete=complete)
        root = query.root
        if not isinstance(root, Words | Field):
            continue
        found = set(search(archive, query).keys())
        assert found == {
            key
            for key, name, body in names(archive)
            if any(True for _ in occurrences(root.sequence, name if field else body))
        }


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ('"bi thu tinh"', False),
        ('"bí thư tỉnh"', False),
        ('"bí thu tỉnh"', False),
        ('"bí thu"', False),
        ('"bi thư"', False),
        ('"bi thu tinh uy"', True),
        ('"hop bi thu"', True),
        ('position:"bi thu tinh uy pho hop"', False),
        ('position:"bí thư tỉnh uỷ phó họp"', False),
        ('position:"bí thu tỉnh uy"', False),
        ('position:"bí thư tinh"', False),
        ("position:bí", False),
    ],
)
def test_what_the_index_knows_for_sure_needs_no_look_at_the_texts(archive: Archive, text: str, looks: bool) -> None:
    found = statement(archive.connection, parse(text, complete=True).root)

    assert ("has_words" in found.where) == looks
