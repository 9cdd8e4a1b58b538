"""The journal: every act is one row, and any number of them can be taken back and done again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store import journal, marks, notes, placing, reading, tags
from store.archive import Archive
from store.errors import ArchiveError
from store.journal import ActKind, Refused
from store.records import Span
from tests.store.desk import forget_everything, open_archive, take_in, user_layer

BODY = "Sáng 3-4, Thành ủy Hải Vân họp phiên thường kỳ.\n\nHội nghị nghe báo cáo và bàn việc của quý hai."
KEYS = ["a1", "b2", "c3", "d4"]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path) as opened:
        yield opened


def test_nothing_to_undo_or_redo(archive: Archive) -> None:
    assert journal.undo(archive) is None
    assert journal.redo(archive) is None
    assert journal.last(archive) is None


def test_an_act_and_its_row_are_written_together_or_not_at_all(archive: Archive) -> None:
    with pytest.raises(RuntimeError), journal.act(archive, ActKind.MARK) as doing:
        doing.put("marks", ("a1",), {"created": doing.at})
        raise RuntimeError
    assert marks._marked(archive) == set()
    assert journal.history(archive, 10) == []


def test_an_act_that_changes_nothing_leaves_no_row(archive: Archive) -> None:
    marks.mark(archive, ["a1"])
    marks.mark(archive, ["a1"])
    marks.unmark(archive, ["b2"])
    assert [entry.kind for entry in journal.history(archive, 10)] == [ActKind.MARK]


@pytest.mark.parametrize(
    ("table", "values"),
    [("articles", {"title": "x"}), ("journal", None), ("marks", {"rowid": 1}), ("tags --", {})],
)
def test_acts_change_only_the_tables_and_columns_of_the_user(
    archive: Archive, table: str, values: dict[str, journal.Value] | None
) -> None:
    with pytest.raises(KeyError), journal.act(archive, ActKind.MARK) as doing:
        doing.put(table, ("a1",), values)


def test_undo_says_what_was_undone(archive: Archive) -> None:
    tags.add(archive, KEYS[:3], "đọc lại")
    tags.add(archive, KEYS[:1], "khác")
    first, second = journal.undo(archive), journal.undo(archive)
    assert first and first.describe() == "tag “khác” on 1 article"
    assert second and str(second) == "tag “đọc lại” on 3 articles"
    assert second.details == {"name": "đọc lại", "articles": 3}
    assert journal.undo(archive) is None


def test_every_kind_of_act_has_a_wording() -> None:
    for kind in ActKind:
        entry = journal.Entry(1, kind, {"name": "một", "new": "hai", "articles": 2}, "", False)
        assert entry.describe()


def test_undo_and_redo_outlive_the_program(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        tags.add(archive, KEYS, "đọc lại")
        marks.mark(archive, KEYS[:2])
        done = user_layer(archive)
        journal.undo(archive)
    with open_archive(tmp_path) as archive:
        journal.undo(archive)
        assert user_layer(archive)["tags"] == []
    with open_archive(tmp_path) as archive:
        assert [journal.redo(archive), journal.redo(archive)] != [None, None]
        assert journal.redo(archive) is None
        assert user_layer(archive) == done


def test_a_new_act_ends_the_branch_that_was_undone_but_keeps_its_images(archive: Archive) -> None:
    marks.mark(archive, ["a1"])
    marks.mark(archive, ["b2"])
    marks.mark(archive, ["c3"])
    journal.undo(archive)
    journal.undo(archive)
    marks.mark(archive, ["d4"])
    assert journal.redo(archive) is None
    assert marks._marked(archive) == {"a1", "d4"}
    journal.undo(archive)
    journal.undo(archive)
    journal.redo(archive)
    journal.redo(archive)
    assert journal.redo(archive) is None, "what was undone before d4 was marked"
    assert marks._marked(archive) == {"a1", "d4"}
    assert len(journal.history(archive, 10)) == 4


def test_redo_goes_by_the_order_of_undoing_though_the_clock_is_set_back(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks.mark(archive, ["a1"])
    marks.mark(archive, ["b2"])
    times = iter(["2030-01-01T00:00:00.000000Z", "2020-01-01T00:00:00.000000Z"])
    with monkeypatch.context() as patch:
        patch.setattr(journal, "now", lambda: next(times))
        journal.undo(archive)
        journal.undo(archive)
    journal.redo(archive)
    assert marks._marked(archive) == {"a1"}


def test_undo_passes_over_what_happened_by_the_way(archive: Archive) -> None:
    marks.mark(archive, ["a1"])
    reading.set_read(archive, ["b2"], True, automatic=True)
    undone = journal.undo(archive)
    assert undone and undone.kind is ActKind.MARK
    assert journal.undo(archive) is None
    assert [row[0] for row in user_layer(archive)["reading"]] == ["b2"]
    redone = journal.redo(archive)
    assert redone and redone.kind is ActKind.MARK


def test_undo_leaves_where_one_stopped_alone(archive: Archive) -> None:
    reading.set_read(archive, ["a1"], True)
    reading.stop_at(archive, "a1", 42)
    journal.undo(archive)
    assert archive.rows("SELECT read_at, stopped_at FROM reading") == [(None, 42)]
    journal.redo(archive)
    [(read_at, stopped_at)] = archive.rows("SELECT read_at, stopped_at FROM reading")
    assert read_at and stopped_at == 42


def test_undoing_an_edit_leaves_the_note_where_the_text_has_carried_it(archive: Archive) -> None:
    key = take_in(archive, "/a.txt", "Họp", BODY)
    start = BODY.index("báo cáo")
    note = notes.add(archive, key, Span(start, start + 7), "một")
    notes.edit(archive, note.id, "hai")
    take_in(archive, "/a.txt", "Họp", "Tin mới nhận về.\n\n" + BODY)
    placing.reanchor(archive, key)
    journal.undo(archive)
    [kept] = notes.of_article(archive, key)
    assert (kept.text, kept.span) == ("một", Span(start + 18, start + 25))


def test_a_note_brought_back_stands_where_its_words_are_now(archive: Archive) -> None:
    key = take_in(archive, "/a.txt", "Họp", BODY)
    start = BODY.index("báo cáo")
    note = notes.add(archive, key, Span(start, start + 7), "một")
    notes.delete(archive, note.id)
    take_in(archive, "/a.txt", "Họp", "Tin mới nhận về.\n\n" + BODY)
    journal.undo(archive)
    assert notes.of_article(archive, key)[0].span == Span(start + 18, start + 25)


def test_what_was_changed_from_outside_is_refused_and_nothing_is_half_undone(archive: Archive) -> None:
    tags.add(archive, KEYS, "một")
    tags.delete(archive, "một")
    with archive.transaction() as connection:
        connection.execute("INSERT INTO tags(name, created) VALUES ('một', '')")
    before = user_layer(archive)
    with pytest.raises(Refused, match="delete tag"):
        journal.undo(archive)
    assert user_layer(archive) == before
    assert journal.history(archive, 1)[0].undone is False


def test_an_act_of_a_newer_program_is_refused(archive: Archive) -> None:
    with archive.transaction() as connection:
        connection.execute("INSERT INTO journal(at, act, label, changes) VALUES ('', 'paint', '{}', '[]')")
    with pytest.raises(Refused, match="cannot be read"):
        journal.undo(archive)
    with archive.transaction() as connection:
        connection.execute("UPDATE journal SET act = 'mark', changes = ?", ('[{"table": "articles", "key": [1],'
            ' "before": null, "after": null}]',))  # fmt: skip
    with pytest.raises(Refused, match="cannot be read"):
        journal.undo(archive)


def test_a_thousand_articles_are_one_row(archive: Archive) -> None:
    keys = [f"{number:024x}" for number in range(1000)]
    tags.add(archive, keys, "đọc lại")
    assert len(journal.history(archive, 10)) == 1
    journal.undo(archive)
    assert user_layer(archive)["article_tags"] == []


NAMES = ["một", "Hai", "ba"]
keys = st.lists(st.sampled_from(KEYS), max_size=4)
names = st.sampled_from(NAMES)
steps = st.one_of(
    st.builds(lambda k, n: lambda a: tags.toggle(a, k, n), keys, names),
    st.builds(lambda k, n: lambda a: tags.add(a, k, n), keys, names),
    st.builds(lambda k, n: lambda a: tags.remove(a, k, n), keys, names),
    st.builds(lambda n, m: lambda a: tags.rename(a, n, m), names, names),
    st.builds(lambda n, m: lambda a: tags.merge(a, n, m), names, names),
    st.builds(lambda n: lambda a: tags.delete(a, n), names),
    st.builds(lambda n, c: lambda a: tags.set_letter(a, n, c), names, st.sampled_from("xyz")),
    st.builds(lambda k: lambda a: marks.toggle(a, k), keys),
    st.builds(lambda k: lambda a: marks.invert(a, k), keys),
    st.just(marks.clear),
    st.builds(lambda k, r: lambda a: reading.set_read(a, k, r), keys, st.booleans()),
    st.builds(lambda t: lambda a: notes.add(a, _key(a), Span(10, 20), t), names),
    st.builds(lambda t: lambda a: notes.edit(a, _a_note(a), t), names),
    st.just(lambda a: notes.delete(a, _a_note(a))),
    st.just(journal.undo),
    st.just(journal.redo),
)


def _key(archive: Archive) -> str:
    return str(archive.rows("SELECT key FROM articles")[0][0])


def _a_note(archive: Archive) -> str:
    return next((note.id for note in notes.all_notes(archive)), "none")


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with open_archive(tmp_path_factory.mktemp("walk")) as opened:
        take_in(opened, "/a.txt", "Họp", BODY)
        yield opened


@settings(max_examples=120, deadline=None)
@given(st.lists(steps, min_size=4, max_size=30))
def test_any_walk_can_be_walked_back_and_forth(walked: Archive, walk: list[Callable[[Archive], object]]) -> None:
    forget_everything(walked)
    for step in walk:
        try:
            step(walked)
        except ArchiveError:
            continue  # refused acts must leave no trace either
    states = [user_layer(walked)]
    while journal.undo(walked):
        states.append(user_layer(walked))
    assert not any(states[-1].values()), "undone to the beginning"
    for state in reversed(states[:-1]):
        assert journal.redo(walked)
        assert user_layer(walked) == state
