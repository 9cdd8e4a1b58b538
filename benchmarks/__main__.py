"""Makes an archive of generated articles in a temporary folder, measures, prints a table.

usage: python -m benchmarks [--size N] [--seed N]
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks import generator, measures


def main() -> None:
    """Measure everything at one size."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--size", type=int, default=10_000, help="articles of the archive (10000)")
    options.add_argument("--seed", type=int, default=2026, help="seed of the articles (2026)")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="bienban-bench-") as made:
        folder = Path(made)
        size = generator.write(folder / "articles", chosen.size, chosen.seed)
        archive = folder / "archive.db"
        print(f"{chosen.size} articles, {size / 1e6:.1f} MB of text, seed {chosen.seed}")
        rows = measures.importing(folder / "articles", size, archive)
        rows += measures.extraction(min(1000, chosen.size))
        rows += measures.searching(archive)
        rows += measures.start_up(archive, folder)
        print(measures.table(rows))


if __name__ == "__main__":
    main()
