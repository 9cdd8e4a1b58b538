"""Notes: written, edited, deleted, and carried along when the text changes."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store import articles, journal, notes, placing
from store.archive import Archive
from store.errors import NotFound
from store.journal import Refused
from store.notes import NoteKind
from store.records import Note, Part, Span
from tests.store.desk import forget_everything, open_archive, take_in

PARAGRAPHS = [
    "Sáng 3-4, Thành ủy Hải Vân họp phiên thường kỳ. Đồng chí Lê Văn Mẫu chủ trì hội nghị.",
    "Hội nghị nghe báo cáo về công tác cán bộ quý một và bàn việc của quý hai.",
    "Kết luận hội nghị, đồng chí Lê Văn Mẫu đề nghị các ban rà soát lại quy hoạch cán bộ.",
]
BODY = "\n\n".join(PARAGRAPHS)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path) as opened:
        yield opened


@pytest.fixture
def key(archive: Archive) -> str:
    return take_in(archive, "/a.txt", "Thành ủy Hải Vân họp", BODY)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with open_archive(tmp_path_factory.mktemp("notes")) as opened:
        take_in(opened, "/a.txt", None, BODY)
        yield opened


def on(words: str, text: str = BODY) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def change(archive: Archive, body: str, title: str | None = "Thành ủy Hải Vân họp") -> list[Note]:
    """Import another version of the article; give its notes then."""
    key = take_in(archive, "/a.txt", title, body)
    placing.reanchor(archive, key)
    return notes.of_article(archive, key)


def test_a_note_on_a_passage_keeps_its_words_and_surroundings(archive: Archive, key: str) -> None:
    note = notes.add(archive, key, on("quý một"), " Sao lại quý một?\r\n", NoteKind.QUESTION)
    assert (note.exact, note.text, note.kind) == ("quý một", "Sao lại quý một?", "question")
    start = BODY.index("quý một")
    assert (note.prefix, note.suffix) == (BODY[start - 32 : start], BODY[start + 7 : start + 39])
    assert note.span == on("quý một")
    assert notes.of_article(archive, key) == [note]
    assert list(articles.read(archive, articles.find(archive, key)).notes) == [note]


def test_a_note_on_the_headline_and_on_the_whole_article(archive: Archive, key: str) -> None:
    title = notes.add(archive, key, Span(0, 8, Part.TITLE), "tên cơ quan")
    whole = notes.add(archive, key, None, "đọc lại sau")
    assert title.exact == "Thành ủy"
    assert (whole.exact, whole.span) == ("", None)
    assert notes.of_article(archive, key) == [whole, title]
    assert [note.span for note in change(archive, BODY + " Hết.", "Tin: Thành ủy Hải Vân họp")] == [
        None, Span(5, 13, Part.TITLE),
    ]  # fmt: skip


def test_only_a_quote_may_be_without_words(archive: Archive, key: str) -> None:
    assert notes.add(archive, key, on("quý một"), "", NoteKind.QUOTE).text == ""
    for span, kind in ((on("quý một"), NoteKind.NOTE), (None, NoteKind.QUOTE)):
        with pytest.raises(Refused, match="empty"):
            notes.add(archive, key, span, " \u200b", kind)
    assert len(journal.history(archive, 10)) == 1


@pytest.mark.parametrize("span", [Span(-1, 4), Span(5, 5), Span(0, 10_000), Span(0, 30, Part.TITLE)])
def test_a_passage_that_is_not_in_the_text_is_refused(archive: Archive, key: str, span: Span) -> None:
    with pytest.raises(Refused, match="not in the text"):
        notes.add(archive, key, span, "x")


def test_what_is_not_there_is_not_found(archive: Archive, key: str) -> None:
    with pytest.raises(NotFound):
        notes.add(archive, "none", None, "x")
    with pytest.raises(NotFound):
        notes.edit(archive, "none", "x")
    with pytest.raises(NotFound):
        notes.delete(archive, "none")
    with pytest.raises(Refused, match="kind"):
        notes.add(archive, key, None, "x", "[bold]")


def test_editing_changes_words_and_kind_only(archive: Archive, key: str) -> None:
    note = notes.add(archive, key, on("quý một"), "một")
    edited = notes.edit(archive, note.id, "hai", NoteKind.FACT)
    assert (edited.text, edited.kind, edited.span, edited.created) == ("hai", "fact", note.span, note.created)
    assert edited.modified > note.modified
    notes.edit(archive, note.id, "hai")
    assert len(journal.history(archive, 10)) == 2


def test_deleting_and_undoing(archive: Archive, key: str) -> None:
    note = notes.add(archive, key, on("quý một"), "một")
    notes.delete(archive, note.id)
    assert notes.of_article(archive, key) == []
    journal.undo(archive)
    assert notes.of_article(archive, key) == [note]


def test_all_notes_come_as_the_timeline_does(archive: Archive, key: str) -> None:
    newer = take_in(archive, "/b.txt", "Bài sau", "Một bài nữa.")
    late = notes.add(archive, key, on("quý hai"), "3")
    early = notes.add(archive, key, on("quý một"), "2")
    first = notes.add(archive, newer, None, "1")
    assert notes.all_notes(archive) == [first, early, late]


def test_a_note_follows_its_words_and_back(archive: Archive, key: str) -> None:
    notes.add(archive, key, on("quý một"), "một")
    later = "Tin mới nhận.\n\n" + BODY.replace("cán bộ quý một", "cán bộ toàn thành phố quý một")
    for body in (later, BODY):
        [note] = change(archive, body)
        assert note.span == on("quý một", body)


def test_a_note_whose_words_go_is_adrift_and_comes_back_with_them(archive: Archive, key: str) -> None:
    made = notes.add(archive, key, on("quý một"), "một")
    [adrift] = change(archive, BODY.replace("quý một", "quý I"))
    assert (adrift.span, adrift.exact, adrift.text) == (None, "quý một", "một")
    assert notes.of_article(archive, key) == [adrift]
    [back] = change(archive, "Đính chính.\n\n" + BODY)
    assert back.span == on("quý một", "Đính chính.\n\n" + BODY)
    assert (back.id, back.created, back.modified) == (made.id, made.created, made.modified)


def test_a_note_in_a_doubled_paragraph_is_adrift(archive: Archive, key: str) -> None:
    notes.add(archive, key, on("công tác"), "một")
    [note] = change(archive, "\n\n".join([*PARAGRAPHS[:2], *PARAGRAPHS[1:]]))
    assert note.span is None


def test_a_note_that_stays_in_place_learns_its_new_surroundings(archive: Archive, key: str) -> None:
    notes.add(archive, key, on("quý một"), "một")
    reworded = BODY.replace("công tác cán bộ", "nhiệm vụ cán bộ", 1)
    [note] = change(archive, reworded)
    assert note.span == on("quý một", reworded)
    assert "nhiệm vụ" in note.prefix
    [note] = change(archive, "Tin mới nhận.\n\n" + reworded)
    assert note.span == on("quý một", "Tin mới nhận.\n\n" + reworded)


def test_a_note_on_a_headline_that_is_gone_is_adrift(archive: Archive, key: str) -> None:
    notes.add(archive, key, Span(0, 8, Part.TITLE), "tên")
    [note] = change(archive, BODY + " Hết.", None)
    assert note.span is None


def test_placing_notes_of_an_article_that_is_not_here_does_nothing(archive: Archive) -> None:
    placing.reanchor(archive, "none")


WORDS = [f"chữ{number}" for number in range(80)]  # no two alike, so that each edit has but one meaning
edits = st.lists(
    st.tuples(st.sampled_from(["insert", "delete", "double", "move"]), st.integers(0, 80), st.integers(1, 15)),
    min_size=1,
    max_size=3,
)
Marked = list[tuple[str, int]]
"""Words, and of which copy of the passage each is (0: of none)."""


def edited(kind: str, at: int, length: int, text: Marked) -> Marked:
    run, before, after = text[at : at + length], text[:at], text[at + length :]
    if kind == "insert":
        return [*before, ("mới", 0), ("thêm", 0), *run, *after]
    if kind == "double":
        inside, copies = Counter(copy for _, copy in run), Counter(copy for _, copy in text)
        if any(inside[copy] < copies[copy] for copy in inside if copy):
            return text  # a copy of a part beside the passage: no text tells which of the two is the copy
        # A copy of all of it is as good as the passage: when one of the two is broken, the other is the place.
        return [*before, *run, *((word, copy and copy + max(copies)) for word, copy in run), *after]
    return [*before, *after] if kind == "delete" else [*before, *after, *run]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 70), st.integers(2, 10), edits)
def test_no_note_is_ever_in_a_wrong_place(
    shared: Archive, first: int, length: int, edits: list[tuple[str, int, int]]
) -> None:
    forget_everything(shared)
    key = take_in(shared, "/a.txt", None, " ".join(WORDS) + f" {uuid.uuid4().hex}")
    exact = " ".join(WORDS[first : first + length])
    made = notes.add(shared, key, on(exact, " ".join(WORDS)), "x")
    text = [(word, int(first <= at < first + length)) for at, word in enumerate(WORDS)]
    for edit in edits:
        text = edited(*edit, text)
    [note] = change(shared, " ".join(word for word, _ in text) + f" {uuid.uuid4().hex}", None)
    assert (note.id, note.text, note.exact) == (made.id, "x", exact)
    if note.span is not None:
        at = next(
            at for at in range(len(text)) if len("".join(f"{word} " for word, _ in text[:at])) == note.span.start
        )
        assert [word for word, _ in text[at : at + length]] == exact.split()
        assert text[at][1] != 0
        assert len({copy for _, copy in text[at : at + length]}) == 1
