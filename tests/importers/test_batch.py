"""Whole imports: one bad file costs nothing else, and an import cut short and run again loses nothing."""

import gzip
import json
import multiprocessing
import os
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from importers import batch
from importers.batch import Progress, import_paths
from store import articles
from store.archive import Archive
from store.errors import ArchiveBusy, ArchiveError, ArchiveFull
from store.preparing import Prepared
from store.records import ImportedArticle, Outcome
from tests.importers.told import is_well_told


def article(number: int) -> str:
    return (
        f"Huyện ủy Mường Lay họp phiên thứ {number}\n\n"
        f"Sáng {number % 28 + 1}/3/2023, Huyện ủy Mường Lay họp phiên {number} để bàn về mùa màng và đường sá.\n"
    )


def fill(folder: Path, count: int) -> Path:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number:04}.txt").write_text(article(number), "utf-8")
    return folder


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.open(tmp_path / "archive.db")


def dump(archive: Archive) -> list[str]:
    """The archive as SQL, without the times at which things were taken in."""
    tables = archive.rows("SELECT name FROM sqlite_schema WHERE sql LIKE '%STRICT%' ORDER BY name")
    lines = []
    for (table,) in tables:
        names = [row[1] for row in archive.rows(f"PRAGMA table_info({table})")]
        kept = ", ".join(name for name in names if name not in ("imported", "added_seconds"))
        lines += [f"{table}: {row!r}" for row in archive.rows(f"SELECT {kept} FROM {table}")]
    assert len(tables) > 10
    return sorted(lines)


def test_importing_twice_adds_nothing(tmp_path: Path, archive: Archive) -> None:
    folder = fill(tmp_path / "in", 5)
    assert import_paths(archive, [folder]).counts == {Outcome.NEW: 5}
    before = dump(archive)
    assert import_paths(archive, [folder]).counts == {Outcome.UNCHANGED: 5}
    assert dump(archive) == before


def test_bad_files_are_told_and_the_rest_goes_on(tmp_path: Path, archive: Archive) -> None:
    folder = fill(tmp_path / "in", 3)
    (folder / "a.txt").write_bytes(b"")
    (folder / "b.txt").write_bytes(bytes(range(256)))
    (folder / "c.txt").symlink_to(folder / "nowhere")
    report = import_paths(archive, [tmp_path / "gone", folder])
    assert report.counts == {Outcome.NEW: 3}
    assert (report.total, report.failed) == (6, 4)
    told = {Path(path).name: (reason, advice) for path, reason, advice in report.problems}
    assert set(told) == {"gone", "a.txt", "b.txt", "c.txt"}
    assert all(is_well_told(reason, advice) for reason, advice in told.values())


def test_a_fault_of_ours_on_one_file_costs_only_that_file(
    tmp_path: Path, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fill(tmp_path / "in", 3)
    from importers import pipeline

    real = pipeline.read_file

    def read_file(path: Path) -> ImportedArticle:
        if path.name == "0001.txt":
            raise KeyError("oops")
        return real(path)

    monkeypatch.setattr(pipeline, "read_file", read_file)
    report = import_paths(archive, [folder])
    assert report.counts == {Outcome.NEW: 2}
    assert "KeyError" in report.problems[0].reason
    assert is_well_told(report.problems[0].reason, report.problems[0].advice)


def test_progress_tells_every_file(tmp_path: Path, archive: Archive) -> None:
    folder = fill(tmp_path / "in", 3)
    seen: list[Progress] = []
    import_paths(archive, [folder], progress=seen.append)
    sizes = [len(article(n).encode()) for n in range(3)]
    assert [(p.articles, p.done, p.total, Path(p.path).name) for p in seen] == [
        (n + 1, sum(sizes[: n + 1]), sum(sizes), f"{n:04}.txt") for n in range(3)
    ]


def test_a_dry_run_counts_and_writes_nothing(tmp_path: Path, archive: Archive) -> None:
    folder = fill(tmp_path / "in", 4)
    before = dump(archive)
    assert import_paths(archive, [folder], dry_run=True).counts == {Outcome.NEW: 4}
    assert dump(archive) == before


def test_ctrl_c_leaves_whole_batches_and_says_so(
    tmp_path: Path, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "BATCH", 2)
    folder = fill(tmp_path / "in", 7)

    def stop(now: Progress) -> None:
        if now.articles == 5:
            raise KeyboardInterrupt

    report = import_paths(archive, [folder], progress=stop)
    assert report.interrupted
    assert report.counts == {Outcome.NEW: 4}
    assert articles.count(archive) == 4


def test_cut_short_and_run_again_gives_the_same_archive(
    tmp_path: Path, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "BATCH", 3)
    folder = fill(tmp_path / "in", 10)
    (folder / "0004.txt").write_bytes(b"")

    def stop(now: Progress) -> None:
        if now.articles == 8:
            raise KeyboardInterrupt

    import_paths(archive, [folder], progress=stop)
    import_paths(archive, [folder])
    whole = Archive.open(tmp_path / "whole.db")
    import_paths(whole, [folder])
    assert dump(archive) == dump(whole)


@pytest.mark.parametrize("kind", [ArchiveFull, ArchiveBusy])
def test_trouble_with_the_archive_stops_it_and_tells_what_was_kept(
    tmp_path: Path, archive: Archive, monkeypatch: pytest.MonkeyPatch, kind: type[ArchiveError]
) -> None:
    monkeypatch.setattr(batch, "BATCH", 2)
    folder = fill(tmp_path / "in", 6)
    real = articles.add_prepared

    def add_prepared(archive: Archive, some: Sequence[Prepared]) -> list[Outcome]:
        if articles.count(archive) == 4:
            raise kind("The disk is full.", "Make room.")
        return real(archive, some)

    monkeypatch.setattr(articles, "add_prepared", add_prepared)
    with pytest.raises(kind) as caught:
        import_paths(archive, [folder])
    assert "4 articles had been taken in" in caught.value.advice
    assert "Make room." in caught.value.advice
    assert articles.count(archive) == 4


def test_several_processes_give_the_same_archive_as_one(tmp_path: Path, archive: Archive) -> None:
    folder = fill(tmp_path / "in", 45)
    (folder / "0030.txt").write_bytes(b"%PDF-1.4")
    parallel = import_paths(archive, [folder], workers=2)
    alone = Archive.open(tmp_path / "alone.db")
    single = import_paths(alone, [folder], workers=1)
    assert (parallel.counts, list(parallel.problems)) == (single.counts, list(single.problems))
    assert parallel.counts == {Outcome.NEW: 44}
    assert dump(archive) == dump(alone)
    assert multiprocessing.active_children() == []


def test_when_the_other_processes_die_this_one_goes_on(
    tmp_path: Path, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(tasks: Iterator[batch.Task], workers: int, left: deque[batch.Task]) -> object:
        [(item, done)] = next(tasks)
        yield batch._read(item), done
        left.append(next(tasks))
        raise BrokenProcessPool

    monkeypatch.setattr(batch, "_TASK", 1)

    monkeypatch.setattr(batch, "_read_in_processes", die)
    folder = fill(tmp_path / "in", 4)
    assert import_paths(archive, [folder], workers=2).counts == {Outcome.NEW: 4}


SCRIPT = """
import sys
from pathlib import Path
from importers import batch
from importers.batch import import_paths
from store.archive import Archive

batch.BATCH = 100

def tell(now):
    print(now.articles, flush=True)

if __name__ == "__main__":
    import_paths(Archive.open(Path(sys.argv[1])), [Path(sys.argv[2])], workers=2, progress=tell)
"""


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def as_lines(folder: Path, count: int) -> Path:
    """The articles of `fill` in one packed file, an article a line."""
    records = ({"id": number, "text": article(number)} for number in range(count))
    path = folder.with_suffix(".jsonl.gz")
    path.write_bytes(gzip.compress("".join(json.dumps(one) + "\n" for one in records).encode()))
    return path


@pytest.mark.parametrize("make", [fill, as_lines])
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes through /proc")
def test_killed_outright_it_leaves_no_process_and_a_sound_archive(
    tmp_path: Path, make: Callable[[Path, int], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "BATCH", 100)
    folder = make(tmp_path / "in", 400)
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, "utf-8")
    command = [sys.executable, str(script), str(tmp_path / "archive.db"), str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(Path(batch.__file__).parents[1])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as importing:
        assert importing.stdout is not None
        while importing.stdout.readline().strip() != "210":
            assert importing.poll() is None
        children = Path(f"/proc/{importing.pid}/task/{importing.pid}/children").read_text().split()
        importing.kill()
    deadline = time.monotonic() + 30
    while any(alive(int(child)) for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(children) >= 2
    assert not [child for child in children if alive(int(child))]
    cut_short = Archive.open(tmp_path / "archive.db")
    assert articles.count(cut_short) in (200, 300)
    import_paths(cut_short, [folder])
    whole = Archive.open(tmp_path / "whole.db")
    import_paths(whole, [folder], workers=1)
    assert dump(cut_short) == dump(whole)
