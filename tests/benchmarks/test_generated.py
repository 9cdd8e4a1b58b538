"""Generated articles: the same for the same seed, sound, and of the make that is promised."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from statistics import median

import pytest

from benchmarks.articles import MEDIAN_LENGTH, Maker
from benchmarks.vocabulary import Vocabulary, share, syllable
from store import articles
from store.archive import Archive
from store.checking import check
from store.records import Outcome

SIZE = 200


@pytest.fixture(scope="module")
def maker() -> Maker:
    return Maker(7, SIZE)


def test_an_article_depends_on_seed_and_number_alone(maker: Maker) -> None:
    other = Maker(7, SIZE)
    other.article(3)
    assert other.article(150) == maker.article(150)
    assert Maker(8, SIZE).article(150) != maker.article(150)


def test_no_two_articles_are_alike(maker: Maker) -> None:
    assert len({maker.article(number).source.digest for number in range(SIZE)}) == SIZE


def test_everything_stands_where_it_is_said_to(maker: Maker) -> None:
    for number in range(40):
        made = maker.article(number)
        body, found = made.article.body, made.extraction
        for person in found.people:
            assert all(body[m.span.start : m.span.end] == person.name for m in person.mentions)
            assert all(body[o.span.start : o.span.end] == o.wording for o in person.offices)
        for document in found.documents:
            assert {body[s.start : s.end] for s in document.spans} == set(document.wordings)
        assert "\n\n".join(body[b.start : b.end] for b in made.article.blocks) == body
        assert unicodedata.is_normalized("NFC", body)


def test_lengths_are_those_of_news(maker: Maker) -> None:
    lengths = [len(maker.article(number).article.body) for number in range(SIZE)]
    assert MEDIAN_LENGTH * 0.8 < median(lengths) < MEDIAN_LENGTH * 1.5
    assert max(lengths) > 2 * median(lengths)


def test_an_archive_takes_them_and_finds_nothing_wrong(maker: Maker, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.db") as archive:
        outcomes = articles.add_all(archive, [maker.article(number) for number in range(30)])
        assert set(outcomes) == {Outcome.NEW}
        assert check(archive) == ()


def test_frequent_words_come_first() -> None:
    shares = [share(rank) for rank in range(1, 60_000)]
    assert shares == sorted(shares, reverse=True)
    words = Vocabulary(7).words
    assert words[:3] == ["và", "của", "các"]
    assert len(words) == len(set(words)) > 30_000


@pytest.mark.parametrize(
    ("onset", "rhyme", "tone", "spelled"),
    [
        ("c", "iên", "\u0301", "kiến"),
        ("ng", "ê", "\u0323", "nghệ"),
        ("h", "oa", "\u0300", "hòa"),
        ("đ", "ương", "\u0300", "đường"),
        ("gi", "in", "\u0300", "gìn"),
        ("ng", "oai", "\u0323", "ngoại"),
        ("", "iêu", "", "yêu"),
    ],
)
def test_syllables_are_spelled_as_vietnamese_is(onset: str, rhyme: str, tone: str, spelled: str) -> None:
    assert syllable(onset, rhyme, tone) == spelled
    assert re.fullmatch(r"[^\W\d_]+", spelled)
