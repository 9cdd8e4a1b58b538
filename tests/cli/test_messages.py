"""What is printed: safe for a terminal, exact for machines."""

from __future__ import annotations

import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli import messages
from cli.messages import Column
from store.text import clean

HOSTILE = "\x1b]0;title\x07[bold]x[/bold]\u202e\x9b2J\ud800\u2028"


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_narration_is_one_safe_line(capsys: pytest.CaptureFixture[str]) -> None:
    messages.problem(f"first\n{HOSTILE}", "do this")

    out, err = capsys.readouterr()
    assert out == ""
    assert err == "bienban: first ]0;title[bold]x[/bold]2J\ufffd. do this.\n"


def test_data_keeps_its_lines_and_loses_what_terminals_obey(capsys: pytest.CaptureFixture[str]) -> None:
    messages.data("one\n" + HOSTILE)

    assert capsys.readouterr().out == "one\n]0;title[bold]x[/bold]2J\ufffd\n\n"


@given(st.text() | st.text(alphabet=st.sampled_from(HOSTILE + 'aếđ\\"\U000e0041')))
def test_json_loses_nothing_and_is_safe(text: str) -> None:
    written = messages.json_text({"text": text})

    assert json.loads(written) == {"text": text}
    assert clean(written) == written
    assert "\n" not in written


def test_json_keeps_vietnamese_readable() -> None:
    assert messages.json_text({"name": "Trần Đỗ Vân"}) == '{"name": "Trần Đỗ Vân"}'


def test_a_table_for_a_pipe_has_a_line_a_row(capsys: pytest.CaptureFixture[str]) -> None:
    messages.table([Column("a"), Column("b", wide=True)], [("1", "x\ty\n" + HOSTILE), ("2", "z" * 300)])

    assert capsys.readouterr().out == "1\tx y ]0;title[bold]x[/bold]2J\ufffd\n2\t" + "z" * 300 + "\n"


def test_a_table_for_a_terminal_reads_no_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "60")

    messages.table([Column("a"), Column("b [/x]", wide=True)], [("1", HOSTILE + ":smile: [/bad]")])

    shown = screen.getvalue()
    assert "[bold]x[/bold]" in shown
    assert ":smile: [/bad]" in shown
    assert "b [/x]" in shown
    assert "]0;title" in shown
    assert "\x1b]" not in shown
    assert "\x9b" not in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize(("typed", "answer"), [("y\n", "y"), ("\n", ""), ("", "n"), (" no \n", "no")])
def test_the_end_of_the_input_is_a_no(typed: str, answer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))

    assert messages.ask("Really?") == answer


def test_an_explanation_is_plain_in_a_pipe_and_has_weight_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [f"line 1{HOSTILE}", "     rule: x", ""]
    messages.explanation(lines)
    assert capsys.readouterr().out == "line 1]0;title[bold]x[/bold]2J\ufffd\n\n     rule: x\n\n"

    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    messages.explanation(lines)
    assert screen.getvalue() == (
        "\x1b[1mline\x1b[0m 1]0;title[bold]x[/bold]2J\ufffd\n\n\x1b[2m     rule: x\x1b[0m\n\n"
    )

    monkeypatch.setenv("NO_COLOR", "1")
    messages.explanation(lines)
    assert screen.getvalue().count("\x1b") == 4
