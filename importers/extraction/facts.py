"""Facts kept as TOML files in ``lexicon/``, so that they can be extended without touching the grammar."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def facts(name: str) -> dict[str, Any]:
    """The tables of ``lexicon/<name>.toml``, read once."""
    file = resources.files("importers.extraction") / "lexicon" / f"{name}.toml"
    return tomllib.loads(file.read_text("utf-8"))


@cache
def words(name: str, table: str, key: str = "words") -> frozenset[str]:
    """A list of words in a table of ``lexicon/<name>.toml``."""
    return frozenset(facts(name)[table][key])
