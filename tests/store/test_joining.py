"""Bringing the reader's own of several archives together: in any order the same, twice as once, nothing lost."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import journal, layer, marks, notes, reading, tags
from store.archive import Archive
from store.errors import ArchiveError
from store.joining import Merged, join, merge
from store.records import Span
from tests.store.desk import take_in, user_layer

BODIES = {
    "/a.txt": "Sáng nay họp ở đình làng Mơ.",
    "/b.txt": "Chiều nay họp ở bến đò Gió.",
    "/c.txt": "Tối nay nghỉ.",
}


@pytest.fixture
def three(tmp_path: Path) -> Iterator[list[Archive]]:
    """Three archives with the same articles."""
    opened = []
    for name in "xyz":
        archive = Archive.open(tmp_path / f"{name}.db")
        for path, body in BODIES.items():
            take_in(archive, path, "Họp", body)
        opened.append(archive)
    yield opened
    for archive in opened:
        archive.close()


def keys(archive: Archive) -> list[str]:
    return [key for (key,) in archive.rows("SELECT key FROM articles ORDER BY body")]


def dump(archive: Archive) -> str:
    return "".join(layer.lines(layer.read(archive)))


def bring(into: Archive, other: Archive) -> Merged:
    return merge(into, layer.read(other), "máy khác")


def tagged(archive: Archive) -> dict[str, list[str]]:
    rows = archive.rows(
        "SELECT t.name, a.article_key FROM article_tags a JOIN tags t ON t.id = a.tag_id ORDER BY 1, 2"
    )
    return {name: [key for _, key in group] for name, group in itertools.groupby(rows, lambda row: str(row[0]))}


def said(archive: Archive) -> list[str]:
    return sorted(note.text for note in notes.all_notes(archive))


def test_what_both_added_is_kept(three: list[Archive]) -> None:
    x, y, _ = three
    a, b, c = keys(x)
    tags.add(x, [a], "đọc lại")
    tags.add(y, [b], "Đọc lại")
    tags.add(y, [c], "riêng")
    notes.add(x, a, Span(0, 8), "của máy một")
    notes.add(y, a, Span(9, 12), "của máy hai")
    marks.mark(y, [c])
    reading.set_read(x, [b], True)
    reading.stop_at(y, a, 7)
    bring(x, y)
    assert {name.casefold(): sorted(found) for name, found in tagged(x).items()} == {
        "đọc lại": sorted([a, b]),
        "riêng": [c],
    }
    assert said(x) == ["của máy hai", "của máy một"]
    assert marks.all_marked(x) == [c]
    assert reading.last_article(x) == a
    bring(y, x)
    assert dump(x) == dump(y)


def test_the_later_change_of_one_thing_wins_and_what_was_taken_away_stays_away(three: list[Archive]) -> None:
    x, y, _ = three
    a, b, _ = keys(x)
    tags.add(x, [a, b], "kiểm tra")
    marks.mark(x, [a])
    bring(y, x)
    tags.remove(x, [a], "kiểm tra")
    tags.set_colour(y, "kiểm tra", "rose")
    tags.set_letter(y, "kiểm tra", "z")
    marks.clear(y)
    bring(x, y)
    bring(y, x)
    for archive in (x, y):
        assert tagged(archive) == {"kiểm tra": [b]}
        assert marks.count(archive) == 0
        [tag] = tags.all_tags(archive)
        assert (tag.colour, tag.letter) == ("rose", "z")
    assert dump(x) == dump(y)


def test_a_letter_goes_to_the_tag_that_was_given_it_last_and_comes_back(three: list[Archive]) -> None:
    x, y, z = three
    [a, _, _] = keys(x)
    tags.add(x, [a], "một")
    tags.set_letter(x, "một", "k")
    tags.add(y, [a], "hai")
    tags.set_letter(y, "hai", "k")
    bring(z, y)
    tags.set_letter(z, "hai", "j")
    bring(x, y)
    assert {tag.name: tag.letter for tag in tags.all_tags(x)} == {"một": None, "hai": "k"}
    bring(x, z)
    assert {tag.name: tag.letter for tag in tags.all_tags(x)} == {"một": "k", "hai": "j"}


def test_words_that_both_changed_are_both_kept_and_told(three: list[Archive]) -> None:
    x, y, _ = three
    [a, _, _] = keys(x)
    note = notes.add(x, a, Span(0, 8), "gốc")
    bring(y, x)
    notes.edit(x, note.id, "sửa ở máy một")
    notes.edit(y, note.id, "sửa ở máy hai")
    [conflict] = bring(x, y).conflicts
    assert (conflict.stays, conflict.other) == ("sửa ở máy hai", "sửa ở máy một")
    assert said(x) == ["sửa ở máy hai", "sửa ở máy một"]
    assert bring(y, x).conflicts == ()
    assert dump(x) == dump(y)
    assert bring(x, y).conflicts == ()


def test_who_is_only_behind_makes_no_conflict(three: list[Archive]) -> None:
    x, y, _ = three
    [a, _, _] = keys(x)
    note = notes.add(x, a, None, "gốc")
    bring(y, x)
    notes.edit(x, note.id, "một")
    notes.edit(x, note.id, "hai")
    assert bring(x, y).conflicts == ()
    assert bring(y, x).conflicts == ()
    assert said(x) == said(y) == ["hai"]


def test_a_note_deleted_here_and_changed_there_stays(three: list[Archive]) -> None:
    x, y, _ = three
    [a, _, _] = keys(x)
    note, other = notes.add(x, a, None, "gốc"), notes.add(x, a, None, "bỏ")
    bring(y, x)
    notes.edit(y, note.id, "sửa")
    notes.delete(x, note.id)
    notes.delete(x, other.id)
    [conflict] = bring(x, y).conflicts
    assert (conflict.stays, conflict.other) == ("sửa", None)
    bring(y, x)
    assert said(x) == said(y) == ["sửa"]


def test_a_tag_deleted_here_and_used_there_stays_where_it_was_used(three: list[Archive]) -> None:
    x, y, _ = three
    a, b, _ = keys(x)
    tags.add(x, [a], "kiểm tra")
    bring(y, x)
    tags.add(y, [b], "kiểm tra")
    tags.delete(x, "kiểm tra")
    bring(x, y)
    bring(y, x)
    assert tagged(x) == tagged(y) == {"kiểm tra": [b]}
    assert dump(x) == dump(y)


def test_merging_is_one_act_that_can_be_undone_and_done_again(three: list[Archive]) -> None:
    x, y, _ = three
    a, b, _ = keys(x)
    tags.add(x, [a], "một")
    tags.add(y, [b], "hai")
    notes.add(y, b, Span(0, 5), "ghi")
    before = user_layer(x)
    bring(x, y)
    after = user_layer(x)
    undone = journal.undo(x)
    assert undone is not None
    assert undone.describe() == "merge what “máy khác” has"
    assert user_layer(x) == before
    journal.redo(x)
    assert user_layer(x) == after


def test_undoing_brings_back_what_was_unread_on_both(three: list[Archive]) -> None:
    x, y, _ = three
    [a, _, _] = keys(x)
    reading.set_read(y, [a], True)
    reading.set_read(y, [a], False)
    tags.add(y, [a], "một")
    bring(x, y)
    assert journal.undo(x) is not None
    assert tagged(x) == {}


def test_notes_stand_where_their_words_are_in_the_text_of_this_archive(three: list[Archive]) -> None:
    x, y, _ = three
    [a, _, _] = keys(x)
    notes.add(y, a, Span(16, 24), "chỗ")
    take_in(x, "/b.txt", "Họp", f"Thêm một câu. {BODIES['/b.txt']}")
    bring(x, y)
    [note] = notes.all_notes(x)
    assert note.span is not None
    [(body,)] = x.rows("SELECT body FROM articles WHERE key = ?", (a,))
    assert body[note.span.start : note.span.end] == note.exact
    assert bring(x, y).changed == 0


def act_at_random(archive: Archive, chance: random.Random) -> None:
    key = chance.choice(keys(archive))
    known = notes.all_notes(archive)
    name = chance.choice(["một", "hai", "ba"])
    match chance.randrange(12):
        case 0 | 1:
            tags.add(archive, [key], name)
        case 2 if any(tag.name == name for tag in tags.all_tags(archive)):
            tags.remove(archive, [key], name)
        case 3 if any(tag.name == name for tag in tags.all_tags(archive)):
            tags.delete(archive, name)
        case 4 if len(tags.all_tags(archive)) == 1:
            tags.rename(archive, tags.all_tags(archive)[0].name, name)
        case 5:
            notes.add(archive, key, Span(0, 4), f"ghi {chance.randrange(99)}")
        case 6 | 7 if known:
            notes.edit(archive, chance.choice(known).id, f"sửa {chance.randrange(99)}")
        case 8 if known:
            notes.delete(archive, chance.choice(known).id)
        case 9:
            marks.toggle(archive, [key])
        case 10:
            reading.set_read(archive, [key], bool(chance.randrange(2)))
        case 11:
            (journal.undo if chance.randrange(3) else journal.redo)(archive)


def texts(archive: Archive) -> set[str]:
    return set(said(archive))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False))
def test_in_any_order_the_same(tmp_path_factory: pytest.TempPathFactory, chance: random.Random) -> None:
    folder = tmp_path_factory.mktemp("ba")
    opened = [Archive.open(folder / f"{name}.db") for name in "xyz"]
    for archive in opened:
        for path, body in BODIES.items():
            take_in(archive, path, "Họp", body)
    for _ in range(3):
        for archive in opened:
            for _ in range(chance.randrange(6)):
                act_at_random(archive, chance)
        if chance.randrange(2):
            one, other = chance.sample(opened, 2)
            bring(one, other)
    layers = [layer.read(archive) for archive in opened]
    wanted = None
    for order in itertools.permutations(layers):
        joined = order[0]
        for more in order[1:]:
            joined, _ = join(joined, more)
        lines = list(layer.lines(joined))
        wanted = wanted or lines
        assert lines == wanted
        again, conflicts = join(joined, order[1])
        assert (list(layer.lines(again)), conflicts) == (wanted, ())
    alive = set.union(*map(texts, opened))
    for archive in opened:
        for theirs in layers:
            merge(archive, theirs, "khác")
        assert dump(archive) == "".join(wanted or ())
    assert all(user_layer(archive).keys() == user_layer(opened[0]).keys() for archive in opened)
    behind = {json.loads(text)[1] for one in layers for past in one.past.values() for text in past}
    assert alive - behind <= texts(opened[0]), "what nobody has changed or deleted is there"
    for archive in opened:
        archive.close()


def test_a_dump_is_read_as_it_was_written(three: list[Archive]) -> None:
    x, y, _ = three
    a, b, _ = keys(x)
    tags.add(x, [a, b], "đọc lại")
    note = notes.add(x, a, Span(0, 8), "một\nhai \U0001f600")
    notes.edit(x, note.id, "ba")
    lines = dump(x).splitlines(keepends=True)
    assert lines == [lines[0], *sorted(lines[1:])]
    merge(y, layer.parse(lines, "tệp"), "tệp")
    assert dump(y) == dump(x)


@pytest.mark.parametrize(
    "line",
    [
        "", "{}", "[]", "null", "1", '{"item": ["tag"], "fields": {}}', '{"item": ["x", "y"], "fields": {}}',
        '{"item": ["tag", "Hoa"], "fields": {}}', '{"item": ["tag", "a\\nb"], "fields": {}}',
        '{"item": ["tag", "a"], "fields": {"here": ["hôm qua", "1"]}}',
        '{"item": ["tag", "a"], "fields": {"odd": ["2026-01-01T00:00:00Z", "1"]}}',
        '{"item": ["note", "a"], "fields": {"here": ["2026-01-01T00:00:00Z", "no json"]}}',
        '{"item": ["note", "a"], "fields": {"here": ["2026-01-01T00:00:00Z", "[\\"odd\\", \\"x\\"]"]}}',
        '{"item": ["note", "a"], "fields": {"anchor": ["2026-01-01T00:00:00Z", "{\\"start\\": \\"x\\"}"]}}',
        '{"item": ["tag", "a"], "fields": {"here": ["2026-01-01T00:00:00Z", "1"]}}',
        '{"item": ["mark", "a"], "fields": {}}',
        "[" * 100_000,
    ],
)  # fmt: skip
def test_a_line_that_is_none_is_told_and_nothing_of_the_file_counts(three: list[Archive], line: str) -> None:
    tags.add(three[0], keys(three[0])[:1], "một")
    lines = [*dump(three[0]).splitlines(), line]
    with pytest.raises(ArchiveError, match=f"tệp, line {len(lines)}"):
        layer.parse(lines, "tệp")
    with pytest.raises(ArchiveError, match="tệp, line 1"):
        layer.parse(lines[1:], "tệp")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=4))
def test_no_file_breaks_the_reader_of_dumps(lines: list[str]) -> None:
    with pytest.raises(ArchiveError):
        layer.parse([json.dumps({"bienban": "user layer", "version": 1}), *lines, "x"], "tệp")


def test_articles_that_are_not_here_keep_what_is_said_of_them(three: list[Archive], tmp_path: Path) -> None:
    x, _, _ = three
    [a, _, _] = keys(x)
    tags.add(x, [a], "một")
    notes.add(x, a, Span(0, 5), "ghi")
    with Archive.open(tmp_path / "empty.db") as empty:
        bring(empty, x)
        assert take_in(empty, "/b.txt", "Họp", BODIES["/b.txt"]) == a
        [note] = notes.of_article(empty, a)
        assert note.span == Span(0, 5)
        assert dump(empty) == dump(x)
