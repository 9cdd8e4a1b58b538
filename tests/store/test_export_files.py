"""Writing exports: names, asking before overwriting, and all or nothing when the disk says no."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.exporters.files import ExportError, WouldOverwrite, export, plan, write
from store.exporters.markdown import render, render_all
from store.records import ArticleView, Meeting, MeetingKind
from tests.store.views import plain_view

KEYS = ["a1b2c3d4e5f6a1b2c3d4e5f6", "a1b2c3d4ffffffffffffffff", "0123456789abcdef01234567"]


def views() -> list[ArticleView]:
    dated = replace(
        plain_view(KEYS[0], "Đồng chí Lê Văn Mẫu làm việc với “Thành ủy” Hải Vân"),
        meetings=(Meeting(MeetingKind.MEETING, date="2021-12-01"),),
    )
    return [dated, plain_view(KEYS[1], "../../etc/passwd"), plain_view(KEYS[2], None, "")]


def everything_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_one_file_for_each_article_is_named_by_date_title_and_key(tmp_path: Path) -> None:
    written = export(views(), tmp_path / "ra" / "ngoài")
    assert [path.name for path in written] == [
        "2021-12-01-dong-chi-le-van-mau-lam-viec-voi-thanh-uy-hai-van-a1b2c3d4.md",
        "undated-etc-passwd-a1b2c3d4.md",
        "undated-untitled-01234567.md",
    ]
    assert [path.read_text("utf-8") for path in written] == [render(view) for view in views()]
    assert len(everything_in(tmp_path / "ra" / "ngoài")) == 3


def test_one_file_for_all(tmp_path: Path) -> None:
    target = tmp_path / "tất cả.md"
    assert export(views(), target) == [target]
    assert target.read_text("utf-8") == "".join(render_all(views()))
    assert export(views()[:1], tmp_path / "một", one_file=True) == [tmp_path / "một"]
    assert (tmp_path / "một").is_file()


def test_articles_of_the_same_date_title_and_beginning_of_key_get_names_of_their_own(tmp_path: Path) -> None:
    same = [plain_view(key, "Họp") for key in (*KEYS[:2], KEYS[0].upper())]
    assert len({path.name.casefold() for path in export([*same, same[0]], tmp_path)}) == 3
    assert len(everything_in(tmp_path)) == 3, "an article that comes twice is written once"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=90), st.text(max_size=200)), max_size=4))
def test_names_stay_in_the_folder_and_are_unlike_each_other(pairs: list[tuple[str, str]]) -> None:
    folder = Path("/nowhere")
    planned = plan([plain_view(key, title) for title, key in pairs], folder)
    names = [file.path.name for file in planned.files]
    assert [file.path.parent for file in planned.files] == [folder] * len(names)
    assert len({name.casefold() for name in names}) == len({key for _, key in pairs})
    assert all(len(name.encode()) <= 255 and not name.startswith(".") for name in names)


def test_what_is_there_is_told_and_left_alone(tmp_path: Path) -> None:
    first = plan(views(), tmp_path)
    assert first.existing == ()
    kept = first.files[1].path
    kept.write_text("mine")
    planned = plan(views(), tmp_path)
    assert planned.existing == (kept,)
    with pytest.raises(WouldOverwrite) as caught:
        write(planned, views())
    assert caught.value.files == (kept,)
    assert everything_in(tmp_path) == [kept.name]
    assert kept.read_text() == "mine"
    assert len(write(planned, views(), overwrite=True)) == 3
    assert kept.read_text("utf-8") == render(views()[1])
    assert len(everything_in(tmp_path)) == 3


def test_what_comes_to_be_there_meanwhile_is_left_alone_too(tmp_path: Path) -> None:
    planned = plan(views(), tmp_path)
    planned.files[2].path.write_text("mine")
    with pytest.raises(WouldOverwrite):
        write(planned, views())
    assert everything_in(tmp_path) == [planned.files[2].path.name]
    assert planned.files[2].path.read_text() == "mine"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "ra.md"
    target.symlink_to(tmp_path / "elsewhere")
    assert plan(views(), target).existing == (target,)
    export(views(), target, overwrite=True)
    assert not target.is_symlink()
    assert not (tmp_path / "elsewhere").exists()


def test_file_systems_without_links_are_written_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    export(views(), tmp_path)
    with pytest.raises(WouldOverwrite):
        export(views(), tmp_path)
    assert len(everything_in(tmp_path)) == 3


@pytest.mark.parametrize("full_at", [1, 3])
def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full_at: int) -> None:
    calls = []

    def fill_up(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == full_at:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fill_up)
    with pytest.raises(ExportError, match="The disk is full") as caught:
        export(views(), tmp_path / "a" / "b")
    assert "Free some space" in caught.value.advice
    assert everything_in(tmp_path) == []


def test_stopping_leaves_nothing_behind(tmp_path: Path) -> None:
    told = []

    def stop(done: int, of: int) -> None:
        told.append((done, of))
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(plan(views(), tmp_path), views(), progress=stop)
    assert told == [(1, 3), (2, 3)]
    assert everything_in(tmp_path) == []


def test_targets_of_the_wrong_kind_are_told(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("mine")
    with pytest.raises(ExportError, match="is a file, not a folder"):
        plan(views(), file)
    with pytest.raises(ExportError, match="is a folder"):
        plan(views(), tmp_path, one_file=True)
    with pytest.raises(ExportError, match="is a file, not a folder"):
        export(views(), file / "b")
    with pytest.raises(ExportError, match="no format “docx”"):
        plan(views(), tmp_path, form="docx")
    assert everything_in(tmp_path) == ["a.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ExportError, match="may not write there"):
            export(views(), tmp_path)
    finally:
        tmp_path.chmod(0o700)


def test_nothing_to_export_writes_nothing(tmp_path: Path) -> None:
    assert export([], tmp_path / "none") == []
    assert everything_in(tmp_path) == []
