"""Tags: names, letters, colours, and tagging many articles at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store import journal, tags
from store.archive import Archive
from store.journal import Refused
from tests.store.desk import forget_everything, open_archive


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path) as opened:
        yield opened


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with open_archive(tmp_path_factory.mktemp("tags")) as opened:
        yield opened


def counts(archive: Archive) -> dict[str, int]:
    return {tag.name: tag.count for tag in tags.all_tags(archive)}


def test_a_tag_is_made_when_it_is_first_put_on(archive: Archive) -> None:
    assert tags.add(archive, ["a", "b", "a"], "đọc lại") == tags.Change("đọc lại", True, 2)
    assert tags.add(archive, ["b", "c"], "Đọc lại") == tags.Change("đọc lại", True, 1)
    assert counts(archive) == {"đọc lại": 3}


def test_toggling_puts_a_tag_on_all_unless_all_have_it(archive: Archive) -> None:
    tags.add(archive, ["a"], "một")
    assert tags.toggle(archive, ["a", "b"], "một") == tags.Change("một", True, 1)
    assert tags.toggle(archive, ["a", "b"], "một") == tags.Change("một", False, 2)
    assert counts(archive) == {"một": 0}
    assert len(journal.history(archive, 10)) == 3


def test_removing_keeps_the_tag(archive: Archive) -> None:
    tags.add(archive, ["a"], "một")
    assert tags.remove(archive, ["a", "b"], "MỘT") == tags.Change("một", False, 1)
    assert counts(archive) == {"một": 0}
    with pytest.raises(Refused, match="no tag “hai”"):
        tags.remove(archive, ["a"], "hai")


def test_renaming(archive: Archive) -> None:
    tags.add(archive, ["a"], "mot")
    tags.add(archive, ["a"], "hai")
    tags.rename(archive, "mot", " Một ")
    tags.rename(archive, "Một", "một")  # only the case
    assert counts(archive) == {"hai": 1, "một": 1}
    with pytest.raises(Refused, match="already"):
        tags.rename(archive, "một", "HAI")
    with pytest.raises(Refused, match="needs a name"):
        tags.rename(archive, "một", "\u200b ")


def test_merging_keeps_every_article_once_and_can_be_undone(archive: Archive) -> None:
    tags.add(archive, ["a", "b"], "một")
    tags.add(archive, ["b", "c"], "hai")
    tags.merge(archive, "một", "hai")
    assert counts(archive) == {"hai": 3}
    journal.undo(archive)
    assert counts(archive) == {"một": 2, "hai": 2}
    with pytest.raises(Refused, match="itself"):
        tags.merge(archive, "một", "Một")


def test_deleting_can_be_undone_with_letter_and_articles(archive: Archive) -> None:
    tags.add(archive, ["a", "b"], "một")
    before = tags.all_tags(archive)
    assert tags.delete(archive, "một") == 2
    assert tags.all_tags(archive) == []
    journal.undo(archive)
    assert tags.all_tags(archive) == before


def test_letters_are_suggested_from_the_name_and_are_one_tags_own(archive: Archive) -> None:
    for name in ("Đảng", "đ đ", "“”"):
        tags.add(archive, [], name)
    assert {tag.name: tag.letter for tag in tags.all_tags(archive)} == {"Đảng": "d", "đ đ": None, "“”": None}
    assert tags.suggested_letter(archive, "đại hội") == "a"
    tags.set_letter(archive, "đ đ", "Đ")
    found = tags.with_letter(archive, "đ")
    assert found and found.name == "đ đ"
    with pytest.raises(Refused, match="“đ” is the letter of “đ đ”"):
        tags.set_letter(archive, "Đảng", "đ")
    tags.set_letter(archive, "đ đ", "đ")  # its own
    tags.set_letter(archive, "đ đ", None)
    assert tags.with_letter(archive, "đ") is None


@pytest.mark.parametrize("letter", ["", "ab", "-", " ", "\x1b"])
def test_a_letter_is_one_letter_or_digit(archive: Archive, letter: str) -> None:
    tags.add(archive, [], "một")
    with pytest.raises(Refused, match="one letter or digit"):
        tags.set_letter(archive, "một", letter)


def test_colours_are_taken_in_turn_and_only_from_the_palette(archive: Archive) -> None:
    names = [f"t{number}" for number in range(len(tags.COLOURS) + 1)]
    for name in names:
        tags.add(archive, [], name)
    colours = {tag.name: tag.colour for tag in tags.all_tags(archive)}
    assert [colours[name] for name in names] == [*tags.COLOURS, tags.COLOURS[0]]
    tags.set_colour(archive, "t0", "grey")
    with pytest.raises(Refused, match="no such colour"):
        tags.set_colour(archive, "t0", "[red]")


def test_completion_ignores_marks_and_puts_the_likeliest_first(archive: Archive) -> None:
    tags.add(archive, ["a"], "đọc lại")
    tags.add(archive, ["a", "b"], "độc lập")
    tags.add(archive, ["a", "b", "c"], "cần đọc")
    tags.add(archive, [], "doc")
    assert [tag.name for tag in tags.matching(archive, "doc")] == ["doc", "độc lập", "đọc lại", "cần đọc"]
    assert [tag.name for tag in tags.matching(archive, "DOC LA")] == ["độc lập", "đọc lại"]
    assert len(tags.matching(archive, "")) == 4
    assert tags.matching(archive, "%") == []


@pytest.mark.parametrize("name", ["", "  ", "\n\t", "\u200b\u202e", "\x1b"])
def test_a_tag_needs_a_name(archive: Archive, name: str) -> None:
    with pytest.raises(Refused, match="needs a name"):
        tags.add(archive, ["a"], name)
    assert journal.history(archive, 1) == []


def test_a_name_that_is_too_long_is_refused(archive: Archive) -> None:
    with pytest.raises(Refused, match="at most"):
        tags.add(archive, ["a"], "x" * 61)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=8), max_size=6))
def test_names_are_one_clean_line_and_unlike_each_other(shared: Archive, names: list[str]) -> None:
    forget_everything(shared)
    for name in names:
        try:
            change = tags.add(shared, ["a"], name)
        except Refused:
            continue
        assert tags.remove(shared, ["a"], change.name).articles == 1
    kept = [tag.name for tag in tags.all_tags(shared)]
    assert all(name == " ".join(name.split()) and name for name in kept)
    assert len({name.casefold() for name in kept}) == len(kept)
    letters = [tag.letter for tag in tags.all_tags(shared) if tag.letter]
    assert len(set(letters)) == len(letters)
