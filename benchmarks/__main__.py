"""Measures of speed and size on archives that are made from a seed.

usage: python -m benchmarks [NAME ...] [--size N] [--archive PATH] [--news FILE]

Each part runs alone: make, search, reader, same, parse, import. With no name all of them run. An archive that is named
and is there is measured as it is; otherwise one is made (in a temporary folder, unless it is named).
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Final

from benchmarks import archives, importing, parsing, reader, same, searching

PARTS: Final = ("make", "search", "reader", "same", "parse", "import")


def main() -> None:
    """Measure what is asked for at one size."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("parts", nargs="*", metavar="NAME", help=f"what to measure: {', '.join(PARTS)} (all)")
    options.add_argument("--size", type=int, default=10_000, help="articles of the archive (10000)")
    options.add_argument("--seed", type=int, default=2026, help="seed of the articles and the queries (2026)")
    options.add_argument("--archive", type=Path, help="an archive to measure, or where to make one")
    options.add_argument(
        "--news", type=Path, help="JSON Lines (may be packed by gzip) to import; made ones otherwise"
    )
    options.add_argument("--kind", help="of the queries, only kinds with this in their name")
    chosen = options.parse_args()
    parts = chosen.parts or list(PARTS)
    if unknown := set(parts) - set(PARTS):
        options.error(f"there is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    with tempfile.TemporaryDirectory(prefix="bienban-bench-") as made:
        _run(parts, chosen, Path(made))


def _run(parts: list[str], chosen: argparse.Namespace, folder: Path) -> None:
    archive: Path = chosen.archive or folder / "archive.db"
    if parts != ["import"] and ("make" in parts or not archive.exists()):
        if not archive.exists():
            archives.measure(archive, chosen.size, chosen.seed)
        else:
            print(f"{archive} is there already and is measured as it is")
    if "search" in parts:
        searching.measure(archive, chosen.seed, chosen.kind)
    if "reader" in parts:
        reader.measure(archive, folder, chosen.seed)
    if "same" in parts:
        same.measure(archive, chosen.seed)
    if "parse" in parts:
        parsing.measure(archive, chosen.seed)
    if "import" in parts:
        importing.measure(folder, chosen.news, chosen.seed)


if __name__ == "__main__":
    main()
