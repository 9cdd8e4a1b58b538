"""Reads spoilt and senseless texts, and checks that no one of them fails or yields a find that is none.

usage: python -m benchmarks.fuzzing [--number N] [--seed N] [--texts FOLDER] [--keep FOLDER]

The texts are made from the articles of `seeds/`, generated ones, and those of a folder that is given. Each goes
through decoding, cleaning and extraction; `benchmarks.soundness` says what must hold of the result. Prints a table
by kind of text and, for each failure, the smallest text that was found to fail. Exit status 1 where one failed.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import seeds
from benchmarks.generator import Generator
from benchmarks.mutations import KINDS, Mutation
from benchmarks.soundness import faults
from importers.cleaning import clean_article
from importers.decoding import decode
from importers.extraction import extract
from importers.problems import ImportProblem
from store.records import ImportedArticle, SourceFile

_GENERATED: Final = 40
_SHOWN: Final = 10
_TRIES: Final = 400


@dataclass(slots=True)
class Row:
    """What became of the texts of one kind; ``refused`` are those that decoding would not take as they are."""

    kind: str
    texts: int = 0
    refused: int = 0
    characters: int = 0
    seconds: float = 0.0
    failures: list[tuple[int, str]] = field(default_factory=list)


def failures_of(text: str) -> tuple[list[str], bool]:
    """Read a text as an import would, and say what is wrong with the result, and whether decoding took it.

    What decoding refuses (a NUL, half of a surrogate pair) is cleaned and extracted all the same.
    """
    taken = True
    try:
        try:
            original = decode(text.encode("utf-8", "surrogatepass"))
        except ImportProblem:
            original, taken = text, False
        article = clean_article(original)
        imported = ImportedArticle(SourceFile("fuzz", "text", ""), original, article, extract(article))
        return faults(imported), taken
    except Exception:
        return [traceback.format_exc(limit=-3)], taken


def smallest(text: str, fails: Callable[[str], bool], tries: int = _TRIES) -> str:
    """Take pieces out of a failing text, large ones first, as long as it fails."""
    size = len(text) // 2
    while size and tries:
        at = 0
        while at < len(text) and tries:
            tries -= 1
            shorter = text[:at] + text[at + size :]
            if fails(shorter):
                text = shorter
            else:
                at += size
        size //= 2
    return text


def texts_from(folder: Path | None) -> list[str]:
    """The base texts: seeds, generated articles, and the text files of a folder."""
    paths = sorted(Path(seeds.__path__[0]).glob("*.txt"))
    if folder is not None:
        paths += sorted(folder.rglob("*.txt"))
    return [*(path.read_text("utf-8") for path in paths), *Generator(1).articles(_GENERATED)]


def run(bases: Sequence[str], number: int, seed: int, kinds: Sequence[Mutation] = KINDS) -> list[Row]:
    """Read ``number`` texts, the kinds in turn; text ``i`` of a seed is always the same."""
    rows = [Row(kind.__name__.replace("_", " ")) for kind in kinds]
    for index in range(number):
        row, text = rows[index % len(kinds)], text_of(bases, index, seed, kinds)
        began = time.perf_counter()
        wrong, taken = failures_of(text)
        row.seconds += time.perf_counter() - began
        row.texts += 1
        row.refused += not taken
        row.characters += len(text)
        if wrong:
            row.failures.append((index, wrong[0]))
    return rows


def text_of(bases: Sequence[str], index: int, seed: int, kinds: Sequence[Mutation] = KINDS) -> str:
    """Make the text of one number again."""
    chance = random.Random(f"{seed}:{index}")
    return kinds[index % len(kinds)](chance, chance.choice(bases))


def table(rows: Sequence[Row]) -> str:
    """Lay the rows out, with their sum."""
    total = Row("all")
    for row in rows:
        total.texts += row.texts
        total.refused += row.refused
        total.characters += row.characters
        total.seconds += row.seconds
        total.failures += row.failures
    lines = [f"{'kind':<12}{'texts':>8}{'refused':>9}{'failures':>10}{'MB':>8}{'seconds':>9}"]
    lines += [
        f"{row.kind:<12}{row.texts:>8}{row.refused:>9}{len(row.failures):>10}"
        f"{row.characters / 1e6:>8.2f}{row.seconds:>9.1f}"
        for row in (*rows, total)
    ]
    return "\n".join(lines)


def main() -> int:
    """Run, print the table and the failures; gives the exit status."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--number", type=int, default=20_000, help="texts to read (20000)")
    options.add_argument("--seed", type=int, default=2026, help="seed of the texts (2026)")
    options.add_argument("--texts", type=Path, help="a folder with more articles to spoil, as text files")
    options.add_argument("--keep", type=Path, help="a folder for the texts that failed")
    chosen = options.parse_args()
    bases = texts_from(chosen.texts)
    rows = run(bases, chosen.number, chosen.seed)
    print(f"{len(bases)} base texts, seed {chosen.seed}; MB are millions of characters")
    print(table(rows))
    failed = [(row.kind, index, why) for row in rows for index, why in row.failures]
    for kind, index, why in failed[:_SHOWN]:
        text = text_of(bases, index, chosen.seed)
        if chosen.keep is not None:
            chosen.keep.mkdir(parents=True, exist_ok=True)
            (chosen.keep / f"{index}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
        small = smallest(text, lambda shorter: bool(failures_of(shorter)[0]))
        print(f"\n{kind}, number {index}: {why.strip()}\n  smallest: {small[:400]!r}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
