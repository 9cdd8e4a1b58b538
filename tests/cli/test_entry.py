"""The console script: what it takes for a wish to read, and how it ends."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from cli import entry, messages
from cli.entry import Opening, parse_opening
from importers.problems import ImportProblem
from store.errors import ArchiveError


@pytest.mark.parametrize(
    ("words", "opening"),
    [
        ([], Opening(None, "")),
        (["trương", "thị", "mai"], Opening(None, "trương thị mai")),
        (["tag:k -dân"], Opening(None, "tag:k -dân")),
        (["--archive", "a.db"], Opening(Path("a.db"), "")),
        (["--archive=a b.db", "mai"], Opening(Path("a b.db"), "mai")),
        (["mai", "--archive", "a.db"], Opening(Path("a.db"), "mai")),
        (["mai", "search"], Opening(None, "mai search")),
        (["--", "search"], Opening(None, "search")),
        (["--archive", "a.db", "--", "-dân"], Opening(Path("a.db"), "-dân")),
    ],
)
def test_a_query_opens_the_reader(words: list[str], opening: Opening) -> None:
    assert parse_opening(words) == opening


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["--version"],
        ["search", "mai"],
        ["--archive", "a.db", "search"],
        ["--archive"],
        ["--archive="],
        ["mai", "--unknown"],
        ["-x"],
    ],
)
def test_commands_and_options_go_to_click(words: list[str]) -> None:
    assert parse_opening(words) is None


class Failing:
    """A stand-in for what runs the command: raises what it is given."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def __call__(self, words: list[str]) -> int:
        raise self.error


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (KeyboardInterrupt(), 130, "Stopped."),
        (ArchiveError("It is no archive", "Name another"), 1, "bienban: It is no archive. Name another."),
        (ImportProblem("it is empty", "leave it out"), 1, "bienban: it is empty. leave it out."),
        (OSError(errno.ENOSPC, "No space", "a\x1b.db"), 1, "bienban: There is no room left to write: a.db. "),
        (PermissionError(errno.EACCES, "Permission denied", "a.db"), 1, "bienban: Permission denied: a.db. "),
        (ZeroDivisionError("by \x1b]0;zero\nline"), 1, "ZeroDivisionError: by ]0;zero line."),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_end_is_one_line_and_a_status(
    error: BaseException,
    status: int,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(entry, "_run", Failing(error))

    assert entry.main(["anything"]) == status

    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert err.count("\n") == 1
    assert "Traceback" not in err
    assert "\x1b" not in err


def test_a_closed_pipe_is_no_failure(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(entry, "_run", Failing(BrokenPipeError()))
    abandoned: list[bool] = []
    monkeypatch.setattr(messages, "abandon_stdout", lambda: abandoned.append(True))

    assert entry.main([]) == 0
    assert abandoned
    assert capsys.readouterr() == ("", "")


def test_the_traceback_is_there_for_who_asks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BIENBAN_DEBUG", "1")
    monkeypatch.setattr(entry, "_run", Failing(ZeroDivisionError("so")))

    assert entry.main([]) == 1
    assert "Traceback" in capsys.readouterr().err
