"""The five articles that the project ships, and the annotated ones where they are at hand."""

import json
from pathlib import Path
from typing import Any

import pytest

import seeds
from importers.cleaning import clean_article
from importers.decoding import decode
from store.records import CleanArticle

FOLDER = Path(seeds.__path__[0])
GOLD = Path(__file__).parents[3] / "shared" / "gold"
AIM = 0.97


def seed(number: int) -> CleanArticle:
    (path,) = FOLDER.glob(f"{number:03}_*.txt")
    return clean_article(decode(path.read_bytes()))


@pytest.mark.parametrize(
    ("number", "byline", "published", "captions", "boilerplate"),
    [
        (0, "V.Lê", None, 2, 2),
        (1, "(haiphong.gov.vn)", None, 2, 3),
        (2, "THU HƯỜNG", "2024-01", 4, 0),
        (3, "P.V", "2021-12-01", 2, 13),
        (4, None, None, 10, 4),
    ],
)
def test_seeds_are_clean(
    number: int, byline: str | None, published: str | None, captions: int, boilerplate: int
) -> None:
    article = seed(number)
    assert (article.byline, article.published) == (byline, published)
    assert (len(article.captions), len(article.boilerplate)) == (captions, boilerplate)


def test_seeds_without_a_headline_have_none() -> None:
    assert [seed(number).title is None for number in range(5)] == [True, False, True, False, False]


def test_a_caption_printed_twice_is_in_the_body_once() -> None:
    article = seed(4)
    assert [caption.span is None for caption in article.captions] == [False, True] * 5
    assert article.body.count("chủ trì hội nghị (Ảnh: Việt Dũng)") == 1
    assert article.captions[0].credit == "Ảnh: Việt Dũng"


def test_the_stamp_glued_to_the_first_line_is_cut() -> None:
    article = seed(2)
    assert article.published_text == "date 2024-01"
    assert article.body.startswith("Tham dự hội nghị, về phía Trung ương")


def folded(text: str | None) -> str:
    return " ".join((text or "").split()).strip(" .").casefold()


@pytest.mark.parametrize(("name", "texts"), [("seeds.json", "../seeds"), ("news.json", "news")])
def test_annotated_articles_are_clean(name: str, texts: str) -> None:
    if not (GOLD / name).exists():
        pytest.skip("the annotated articles are not here")
    hits = misses = right = asked = 0
    annotated: list[dict[str, Any]] = json.loads((GOLD / name).read_text("utf-8"))
    for gold in annotated:
        article = clean_article(decode((GOLD / texts / Path(gold["file"]).name).read_bytes()))
        for wanted, got in (
            (gold["captions"], [caption.text for caption in article.captions]),
            (gold["boilerplate"], list(article.boilerplate)),
        ):
            one, other = {folded(text) for text in wanted}, {folded(text) for text in got}
            hits, misses = hits + len(one & other), misses + len(one ^ other)
        right += folded(article.title) == folded(gold["title"])
        right += folded(article.byline) == folded(gold["byline"])
        right += article.published == gold["published"]
        asked += 3
    assert 2 * hits / (2 * hits + misses) >= AIM
    assert right / asked >= AIM
