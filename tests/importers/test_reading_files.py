"""Files on disk: what is a file with an article is read; everything else is a problem, never a hang or a crash."""

import os
from pathlib import Path

import pytest

from cli import entry
from importers.pipeline import read_article, read_file
from importers.problems import ImportProblem
from importers.readers import text
from importers.record import as_record
from tests.importers.told import is_well_told

ARTICLE = (
    "Tỉnh ủy Lam Giang họp bàn việc trồng rừng\n\nSáng 3/4, Tỉnh ủy Lam Giang họp thường kỳ tại Hội trường lớn.\n"
)


def problem_of(path: Path) -> ImportProblem:
    with pytest.raises(ImportProblem) as caught:
        text.read(path)
    assert is_well_told(caught.value.reason, caught.value.advice)
    return caught.value


def test_a_file_is_read_and_its_path_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bài 1.txt").write_text(ARTICLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    imported = read_file(Path("bài 1.txt"))
    assert imported.source.path == str(tmp_path / "bài 1.txt")
    assert imported.article.title == "Tỉnh ủy Lam Giang họp bàn việc trồng rừng"
    assert imported.original == ARTICLE


def test_the_digest_does_not_depend_on_the_encoding() -> None:
    digests = {read_article(ARTICLE.encode(name), "x").source.digest for name in ("utf-8", "utf-8-sig", "utf-16")}
    assert len(digests) == 1


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert "no such file" in problem_of(tmp_path / "gone.txt").reason
    assert "folder" in problem_of(tmp_path).reason


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "pipe" in problem_of(tmp_path / "pipe.txt").reason


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", forbid)
    assert "may not be read" in problem_of(tmp_path / "a.txt").reason


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert "link" in problem_of(tmp_path / "loop.txt").reason


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)  # a hole: takes no room on the disk
    problem = problem_of(tmp_path / "huge.txt")
    assert "200 MB" in problem.reason
    assert "50 MB" in problem.reason


def test_what_the_command_says_of_a_bad_file_is_two_sentences(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(256)))
    assert entry.main(["extract", str(tmp_path / "a.txt")]) == 1
    told = "a.txt: it is a binary file, not text. Leave it out, or save it as plain text in UTF-8.\n"
    assert capsys.readouterr().err.endswith(told)


def test_a_path_that_is_no_unicode_can_be_stored() -> None:
    imported = read_article(ARTICLE.encode(), "/tmp/\udcff.txt")
    assert imported.source.path.encode("utf-8")


def test_the_record_has_what_machines_read() -> None:
    record = as_record(read_article(ARTICLE.encode(), "/a/b.txt"))
    assert record["path"] == "/a/b.txt"
    assert record["title"] == "Tỉnh ủy Lam Giang họp bàn việc trồng rừng"
    assert record["body"].startswith("Sáng 3/4")
    for key in ("byline", "published", "captions", "boilerplate", "meetings", "people", "documents"):
        assert key in record
