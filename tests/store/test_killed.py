"""An import that is killed at any moment, and run again, ends in the same archive as one that was not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from store import articles, schema
from store.archive import Archive
from store.checking import check
from tests.store.making import BODY, made, open_archive

ROOT = Path(__file__).resolve().parents[2]
BATCHES = 12
SIZE = 4

IMPORTING = """
import sys
from tests.store.test_killed import import_everything
from store.archive import Archive
from pathlib import Path
with Archive.open(Path(sys.argv[1])) as archive:
    import_everything(archive, told=lambda batch: print(batch, flush=True))
"""


def import_everything(archive: Archive, told: object = None) -> None:
    for batch in range(BATCHES):
        articles.add_all(
            archive,
            [
                made(
                    f"/{batch}-{n}.txt",
                    body=f"{BODY}\n\nBài số {batch}-{n}.",
                    people={"Lê Văn Mẫu": ["Bí thư Tỉnh ủy Hải Vân"]},
                    date=f"2021-{batch % 5 + 1:02}-0{n % 3 + 1}",
                )
                for n in range(SIZE)
            ],
        )
        if callable(told):
            told(batch)


def everything(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables but for the times at which they were written."""
    found = {}
    for table in (*schema.SOURCE_TABLES, *schema.DERIVED_TABLES):
        columns = [row[1] for row in archive.rows(f"PRAGMA table_info({table})")]
        kept = ", ".join(f'"{column}"' for column in columns if column not in ("imported", "added_seconds"))
        found[table] = archive.rows(f"SELECT {kept} FROM {table} ORDER BY 1, 2")
    return found


@pytest.mark.parametrize("after", [0, 3, 7])
def test_an_import_that_is_killed_is_taken_up_where_it_was(tmp_path: Path, after: int) -> None:
    path = tmp_path / "killed.db"
    with subprocess.Popen(
        [sys.executable, "-c", IMPORTING, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as importing:
        assert importing.stdout is not None
        for line in importing.stdout:
            if int(line) == after:
                break
        importing.kill()

    with Archive.open(path) as archive, open_archive(tmp_path) as whole:
        assert check(archive) == ()
        kept = articles.count(archive)
        assert (kept % SIZE, kept >= (after + 1) * SIZE) == (0, True)
        import_everything(archive)
        import_everything(whole)

        assert everything(archive) == everything(whole)
        assert check(archive) == ()
