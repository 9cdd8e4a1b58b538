"""Sums of figures, and the parts of the measuring that are not the measuring itself."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from benchmarks import parsing
from benchmarks.articles import Maker
from benchmarks.parsing import Typist
from benchmarks.tables import show, spread
from store import articles
from store.archive import Archive


def test_spread_gives_nearest_ranks() -> None:
    hundred = spread(range(1, 101))
    assert (hundred.p50, hundred.p95, hundred.worst) == (50, 95, 100)
    one = spread([3.0])
    assert str(one) == "3.00 / 3.00 / 3.00"


def test_tables_are_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    show("T", ("a", "long head"), [("x", 1)])
    assert capsys.readouterr().out == "\n### T\n\n| a | long head |\n|---|-----------|\n| x | 1         |\n"


def test_a_typist_types_the_same_for_the_same_seed() -> None:
    one, other = Typist(Random(1), ["đảng", "bo"]), Typist(Random(1), ["đảng", "bo"])
    assert [one.query() for _ in range(50)] == [other.query() for _ in range(50)]


def test_random_queries_raise_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.db"
    maker = Maker(7, 20)
    with Archive.open(path) as archive:
        articles.add_all(archive, [maker.article(number) for number in range(20)])
    parsing.measure(path, 7, 1500)
    assert "1,500" in capsys.readouterr().out
