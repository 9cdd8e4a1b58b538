"""Whatever the text: it is read without an exception, and what is found keeps the promises of `store.records`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.extraction import articles, hostile, stages
from benchmarks.fuzzing import failures_of, run, smallest, table, text_of, texts_from
from benchmarks.mutations import DATES, KINDS, ODD, WORDS, Mutation
from benchmarks.soundness import faults
from importers.pipeline import read_article
from store.records import ImportedArticle, Span

PIECES = st.one_of(
    st.sampled_from(WORDS), st.sampled_from(DATES), st.sampled_from(ODD), st.just("\n"), st.text(max_size=8)
)
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=[]), max_size=300),
    st.lists(PIECES, max_size=120).map(" ".join),
    st.lists(PIECES, max_size=120).map("".join),
)


@given(TEXTS)
@settings(deadline=None)  # the first text waits for the lexicon
def test_any_text_is_read_soundly(text: str) -> None:
    assert failures_of(text)[0] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.__name__))
def test_spoilt_articles_are_read_soundly(kind: Mutation) -> None:
    bases = texts_from(None)[:9]
    for index in range(KINDS.index(kind), 5 * len(KINDS), len(KINDS)):
        assert failures_of(text_of(bases, index, seed=1))[0] == []


ARTICLE = """Tỉnh ủy Lam Giang họp bàn việc trồng rừng

Sáng 3/4/2023, đồng chí Lò Văn Bến, Bí thư Tỉnh ủy chủ trì cuộc họp tại Hà Giang. Các đại biểu
thảo luận Nghị quyết số 12-NQ/TU của Tỉnh ủy.

Quang cảnh cuộc họp
"""


def empty_office(sound: ImportedArticle) -> ImportedArticle:
    person = sound.extraction.people[0]
    office = replace(person.offices[0], span=Span(3, 3))
    people = (replace(person, offices=(office,)),)
    return replace(sound, extraction=replace(sound.extraction, people=people))


def moved_document(sound: ImportedArticle) -> ImportedArticle:
    document = sound.extraction.documents[0]
    span = document.spans[0]
    documents = (replace(document, spans=(Span(span.start + 1, span.end),)),)
    return replace(sound, extraction=replace(sound.extraction, documents=documents))


def meeting_beyond(sound: ImportedArticle) -> ImportedArticle:
    meetings = (replace(sound.extraction.meetings[0], span=Span(0, 10**6)),)
    return replace(sound, extraction=replace(sound.extraction, meetings=meetings))


def nameless(sound: ImportedArticle) -> ImportedArticle:
    people = (replace(sound.extraction.people[0], name=" "),)
    return replace(sound, extraction=replace(sound.extraction, people=people))


def other_body(sound: ImportedArticle) -> ImportedArticle:
    return replace(sound, article=replace(sound.article, blocks=sound.article.blocks[:1]))


def no_such_date(sound: ImportedArticle) -> ImportedArticle:
    return replace(sound, article=replace(sound.article, published="3/4/2023"))


def half_a_pair(sound: ImportedArticle) -> ImportedArticle:
    return replace(sound, article=replace(sound.article, byline="\ud800"))


@pytest.mark.parametrize(
    "spoil",
    [empty_office, moved_document, meeting_beyond, nameless, other_body, no_such_date, half_a_pair],
    ids=lambda spoil: str(spoil.__name__),
)
def test_a_broken_promise_is_seen(spoil: Callable[[ImportedArticle], ImportedArticle]) -> None:
    sound = read_article(ARTICLE.encode(), "a.txt")
    assert faults(sound) == []
    assert faults(spoil(sound)) != []


def test_a_run_counts_each_kind_and_gives_the_same_texts_again() -> None:
    rows = run([ARTICLE], len(KINDS) * 2, seed=3)
    assert [row.texts for row in rows] == [2] * len(KINDS)
    assert table(rows).splitlines()[-1].split()[:2] == ["all", str(len(KINDS) * 2)]
    assert text_of([ARTICLE], 7, seed=3) == text_of([ARTICLE], 7, seed=3)


def test_a_failing_text_is_made_small() -> None:
    assert smallest("mười ba con x trâu", lambda text: "x" in text) == "x"


@pytest.mark.parametrize("name", hostile(10))
def test_texts_made_to_be_slow_are_read_soundly(name: str) -> None:
    assert failures_of(hostile(6000)[name])[0] == []


def test_each_look_at_what_is_worked_at_falls_to_a_stage() -> None:
    texts = articles(30, 5, None)
    assert len(texts) == 30
    assert {"cleaning", "meetings"} & set(stages(texts))
