"""What each command does when all is well."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from cli.commands import COMMANDS
from cli.main import commands
from cli.progress import Bar
from store.exporters import FORMATS
from tests.cli.conftest import FIRST, Run
from tools.command_docs import helps

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"


def key_of(run: Run, archive: Path, query: str) -> str:
    (record,) = run("--archive", archive, "search", query, "--format", "jsonl").records
    return str(record["key"])


# --- help ---------------------------------------------------------------------------------------------------------


def test_every_command_has_help_with_an_example() -> None:
    texts = dict(helps(commands, "bienban"))

    assert set(COMMANDS) <= {path.split()[1] for path in texts if " " in path}
    for path, text in texts.items():
        assert "Example" in text, path
        assert "Usage: bienban" in text, path


def test_help_and_version_end_well(run: Run) -> None:
    assert run("--help").status == 0
    assert run("--version").out.startswith("bienban, version ")
    assert run("search", "--help").status == 0
    assert run("tag").status == 2


# --- import -------------------------------------------------------------------------------------------------------


def test_importing_twice_adds_nothing(run: Run) -> None:
    first = run("--archive", "A.db", "import", SEEDS)
    second = run("--archive", "A.db", "import", SEEDS)

    assert (first.status, first.out, first.err) == (0, "5 new\n", "")
    assert (second.status, second.out, second.err) == (0, "5 unchanged\n", "")


def test_a_changed_file_is_a_new_version(run: Run, articles: Path) -> None:
    run("--archive", "A.db", "import", articles)
    (articles / "first.txt").write_text(FIRST + "\nSau lễ, đoàn thăm trường học.\n", encoding="utf-8")

    result = run("--archive", "A.db", "import", articles)

    assert result.status == 0
    assert "1 changed" in result.out
    assert "1 unchanged" in result.out
    assert len(run("--archive", "A.db", "search", "--format", "jsonl").records) == 2


def test_the_same_text_elsewhere_is_known(run: Run, articles: Path, tmp_path: Path) -> None:
    run("--archive", "A.db", "import", articles)
    copy = tmp_path / "copy.txt"
    copy.write_text(FIRST, encoding="utf-8")

    assert "1 known already" in run("--archive", "A.db", "import", copy).out


def test_a_dry_run_leaves_no_trace(run: Run, articles: Path, archive: Path) -> None:
    fresh = run("--archive", "none.db", "import", "--dry-run", articles)
    kept = run("--archive", archive, "import", "--dry-run", articles, SEEDS)

    assert "2 new" in fresh.out
    assert not list(Path().glob("none.db*"))
    assert "2 new" in kept.out
    assert "5 unchanged" in kept.out
    assert len(run("--archive", archive, "search", "--format", "jsonl").records) == 5


def test_ctrl_c_keeps_whole_batches_and_says_how_to_go_on(
    run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(bar: Bar, done: int, total: int, note: str = "") -> None:
        if done == total:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Bar, "update", stop)
        result = run("--archive", "A.db", "import", articles)

    assert result.status == 130
    assert "Stopped. 2 of the articles are in the archive" in result.err
    assert run("--archive", "A.db", "import", articles).out == "2 unchanged\n"


def test_the_archive_may_be_named_in_four_ways(
    run: Run, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(*words: str | Path) -> int:
        return len(run(*words, "--format", "jsonl").records)

    assert found("--archive", archive, "search") == 5
    assert found("search", "--archive", archive) == 5
    assert found("--archive", "none.db", "search", "--archive", archive) == 5
    monkeypatch.chdir(tmp_path)  # archive.db in the folder one stands in
    assert found("search") == 5
    monkeypatch.chdir(tmp_path / "home")
    monkeypatch.setenv("BIENBAN_ARCHIVE", str(archive))
    assert found("search") == 5
    monkeypatch.delenv("BIENBAN_ARCHIVE")
    run("import", SEEDS / sorted(p.name for p in SEEDS.glob("*.txt"))[0])
    assert (tmp_path / "home" / "data" / "bienban" / "archive.db").is_file()
    assert found("search") == 1


# --- extract ------------------------------------------------------------------------------------------------------


def test_extract_prints_an_object_a_line_and_makes_no_archive(run: Run) -> None:
    result = run("extract", *sorted(SEEDS.glob("*.txt")))

    assert result.status == 0
    assert result.err == ""
    assert [Path(record["path"]).name for record in result.records] == sorted(p.name for p in SEEDS.glob("*.txt"))
    fields = {"title", "byline", "published", "captions", "boilerplate", "meetings", "people", "documents"}
    assert all(fields <= set(record) for record in result.records)
    assert all(record["people"] for record in result.records)
    assert not list(Path().iterdir())


def test_extract_explains_each_find_in_plain_text(run: Run) -> None:
    first, second = sorted(SEEDS.glob("*.txt"))[:2]
    result = run("extract", "--explain", first, second)

    assert result.status == 0
    assert [line for line in result.out.splitlines() if line.startswith("file ")] == [
        f"file {first}",
        f"file {second}",
    ]
    assert "“Bí thư Thành ủy TP Hồ Chí Minh”" in result.out
    assert "importers/extraction/lexicon/offices.txt:" in result.out
    assert not list(Path().iterdir())


# --- search -------------------------------------------------------------------------------------------------------


def test_search_prints_newest_first(run: Run, archive: Path) -> None:
    result = run("--archive", archive, "search", "--format", "jsonl")

    dates = [record["date"] for record in result.records]
    assert result.status == 0
    assert len(dates) == 5
    known = [date for date in dates if date and not date.startswith("X")]
    assert known == sorted(known, reverse=True)


def test_marks_typed_or_not(run: Run, archive: Path) -> None:
    plain = run("--archive", archive, "search", "nguyen van nen", "--format", "jsonl").records
    marked = run("--archive", archive, "search", "nguyễn", "văn", "nên", "--format", "jsonl").records

    assert plain
    assert {record["key"] for record in marked} <= {record["key"] for record in plain}
    assert run("--archive", archive, "search", "nguyền văn nến", "--format", "jsonl").records == []


def test_a_table_for_a_pipe_has_the_beginning_of_the_key(run: Run, archive: Path) -> None:
    records = run("--archive", archive, "search", "--format", "jsonl").records
    lines = run("--archive", archive, "search").out.splitlines()

    assert len(lines) == 5
    for line, record in zip(lines, records, strict=True):
        date, key, title, _tags = line.split("\t")
        assert record["key"].startswith(key)
        assert title
        assert date


@pytest.mark.parametrize(("limit", "count"), [("2", 2), ("0", 5), ("99", 5)])
def test_a_limit_counts_and_zero_is_all(limit: str, count: int, run: Run, archive: Path) -> None:
    result = run("--archive", archive, "search", "--limit", limit, "--format", "jsonl")

    assert len(result.records) == count


def test_a_cut_list_says_so(run: Run, archive: Path) -> None:
    result = run("--archive", archive, "search", "--limit", "2")

    assert len(result.out.splitlines()) == 2
    assert "2 of 5" in result.err


def test_a_query_that_does_not_parse_is_searched_and_told(run: Run, archive: Path) -> None:
    result = run("--archive", archive, "search", '("nguyen', "--format", "jsonl")

    assert result.status == 0
    assert result.err.strip()
    assert result.records


# --- show ---------------------------------------------------------------------------------------------------------


def test_show_prints_the_article_with_its_people(run: Run, articles: Path) -> None:
    run("--archive", "A.db", "import", articles)
    key = key_of(run, Path("A.db"), "suoi thu")

    result = run("--archive", "A.db", "show", key[:8])

    assert result.status == 0
    assert result.out.startswith("Bàn giao cầu Suối Thử\n")
    assert "chủ trì buổi làm việc" in result.out
    assert "Đặng Văn Mẫu" in result.out.split("\nPeople\n")[1]
    assert "Chủ tịch UBND huyện" in result.out.split("\nPeople\n")[1]
    assert str(articles / "second.txt") in result.out


def test_show_by_path_and_as_json(run: Run, articles: Path) -> None:
    run("--archive", "A.db", "import", articles)

    (record,) = run("--archive", "A.db", "show", articles / "first.txt", "--format", "jsonl").records

    assert record["title"] == "Khởi công nhà văn hóa xã Bình Thử"
    assert record["body"]
    assert record["people"]


def test_show_the_text_as_it_came(run: Run, articles: Path) -> None:
    run("--archive", "A.db", "import", articles)

    assert run("--archive", "A.db", "show", articles / "first.txt", "--original").out.strip() == FIRST.strip()


def test_show_of_nothing_is_told(run: Run, archive: Path) -> None:
    result = run("--archive", archive, "show", "ffffffffff")

    assert result.status == 1
    assert result.err.startswith("bienban: ")
    assert result.err.count("\n") == 1


# --- people -------------------------------------------------------------------------------------------------------


def test_people_by_words_of_their_names(run: Run, articles: Path) -> None:
    run("--archive", "A.db", "import", articles)

    assert {person["name"] for person in run("--archive", "A.db", "people", "--format", "jsonl").records} == {
        "Lê Thị Thử",
        "Đặng Văn Mẫu",
        "Đặng Thị Mộc",
    }
    (found,) = run("--archive", "A.db", "people", "dang van", "--format", "jsonl").records
    assert (found["name"], found["articles"]) == ("Đặng Văn Mẫu", 1)
    assert run("--archive", "A.db", "people", "le thi").out.split("\t")[:2] == ["1", "Lê Thị Thử"]
    assert "--limit 0" in run("--archive", "A.db", "people", "--limit", "1").err


def test_the_record_of_a_person(run: Run, articles: Path) -> None:
    run("--archive", "A.db", "import", articles)

    by_name = run("--archive", "A.db", "person", "dang", "van", "mau")
    (record,) = run("--archive", "A.db", "person", "Đặng Văn Mẫu", "--format", "jsonl").records

    assert by_name.status == 0
    assert by_name.out.startswith("Đặng Văn Mẫu\n")
    assert "Chủ tịch UBND huyện" in by_name.out
    assert "Bàn giao cầu Suối Thử" in by_name.out
    assert run("--archive", "A.db", "person", record["key"]).out == by_name.out
    assert record["tenures"]


def test_a_person_who_is_not_one(run: Run, articles: Path) -> None:
    run("--archive", "A.db", "import", articles)

    nobody = run("--archive", "A.db", "person", "Không Có Ai")
    several = run("--archive", "A.db", "person", "dang")

    assert nobody.status == several.status == 1
    assert "2 people answer" in several.err
    assert several.out == ""
    assert "bienban people" in nobody.err
    assert nobody.err.count("\n") == 1


# --- tags and undo ------------------------------------------------------------------------------------------------


def test_tags_by_query_and_by_key_and_back(run: Run, archive: Path) -> None:
    key = key_of(run, archive, '"trương thị mai"')

    assert "tagged “đọc lại”" in run("--archive", archive, "tag", "add", "đọc lại", "nguyen van nen").out
    assert "1 tagged" in run("--archive", archive, "tag", "add", "k", "--key", key[:9]).out
    listed = {
        tag["name"]: tag["count"] for tag in run("--archive", archive, "tag", "list", "--format", "jsonl").records
    }
    assert listed["k"] == 1
    assert listed["đọc lại"] >= 1
    (found,) = run("--archive", archive, "search", "tag:k", "--format", "jsonl").records
    assert found["key"] == key
    assert "k" in run("--archive", archive, "tag", "list").out
    assert "k" in run("--archive", archive, "show", key).out.split("Tags: ")[1].splitlines()[0]

    assert "taken off 1" in run("--archive", archive, "tag", "remove", "k", "--key", key).out
    assert run("--archive", archive, "search", "tag:k", "--format", "jsonl").records == []


def test_undo_takes_back_and_redo_does_again(run: Run, archive: Path) -> None:
    run("--archive", archive, "tag", "add", "k", '"trương thị mai"')

    undone = run("--archive", archive, "undo")
    assert "Undone: " in undone.out
    assert run("--archive", archive, "search", "tag:k", "--format", "jsonl").records == []
    assert "Done again: " in run("--archive", archive, "redo").out
    assert len(run("--archive", archive, "search", "tag:k", "--format", "jsonl").records) == 1
    assert "nothing to do again" in run("--archive", archive, "redo").out


# --- export and backup --------------------------------------------------------------------------------------------


def test_export_one_file_each_and_never_over_another(run: Run, archive: Path) -> None:
    first = run("--archive", archive, "export", "--to", "out")
    kept = {path.name: path.read_bytes() for path in Path("out").iterdir()}
    second = run("--archive", archive, "export", "--to", "out")

    assert first.status == 0
    assert len(kept) == 5
    assert all(name.endswith(".md") for name in kept)
    assert second.status == 1
    assert second.err.startswith("bienban: ")
    assert {path.name: path.read_bytes() for path in Path("out").iterdir()} == kept
    assert run("--archive", archive, "export", "--to", "out", "--overwrite").status == 0


def test_export_one_file_for_all(run: Run, archive: Path) -> None:
    result = run("--archive", archive, "export", '"trương thị mai"', "--one-file", "all.md")

    assert result.status == 0
    assert "Trương Thị Mai" in Path("all.md").read_text("utf-8")
    assert run("--archive", archive, "export", "--one-file", "all.md").status == 1


@pytest.mark.parametrize("name", FORMATS)
def test_export_in_every_format(run: Run, archive: Path, name: str) -> None:
    assert run("--archive", archive, "export", "--format", name, "--one-file", "all").status == 0
    assert run("--archive", archive, "export", "--format", name, "--to", "each").status == 0
    assert Path("all").stat().st_size > 0
    assert len(list(Path("each").glob(f"*{FORMATS[name].extension}"))) == 5


def test_export_by_a_template(run: Run, archive: Path) -> None:
    Path("mẫu.txt.j2").write_text("{{ article.key }}\n", encoding="utf-8")
    result = run("--archive", archive, "export", "--template", "mẫu.txt.j2", "--to", "each")
    assert result.status == 0
    assert all(len(path.read_text("utf-8")) == 25 for path in Path("each").glob("*.txt"))
    Path("bad.md").write_text("{{", encoding="utf-8")
    refused = run("--archive", archive, "export", "--template", "bad.md", "--one-file", "bad-out.md")
    assert refused.status == 1
    assert "bad.md, line 1" in refused.err
    Path("odd.md").write_bytes(b"\xff\xfe\xff")
    assert run("--archive", archive, "export", "--template", "odd.md", "--one-file", "x.md").status == 1
    assert not Path("bad-out.md").exists()


def test_export_of_what_is_marked(run: Run, archive: Path) -> None:
    assert "nothing" in run("--archive", archive, "export", "--marked", "--to", "out").err.lower()


def test_backup_is_an_archive(run: Run, archive: Path, tmp_path: Path) -> None:
    result = run("--archive", archive, "backup", "copy.db")

    assert result.status == 0
    assert result.out.strip().endswith("copy.db")
    assert len(run("--archive", "copy.db", "search", "--format", "jsonl").records) == 5
    again = run("--archive", archive, "backup", "copy.db")
    assert again.status == 1
    assert "there already" in again.err
    named = run("--archive", archive, "backup").out.strip()
    assert Path(named).parent == tmp_path
    assert Path(named).is_file()


def test_restoring_a_copy(run: Run, archive: Path) -> None:
    run("--archive", archive, "backup", "copy.db")
    run("--archive", archive, "tag", "add", "sau", "hội nghị")
    result = run("--archive", archive, "restore", "copy.db")
    assert result.status == 0
    assert result.out.strip() == str(archive)
    assert "before-restore" in result.err
    assert run("--archive", archive, "search", "tag:sau", "--format", "jsonl").records == []
    assert run("--archive", archive, "restore", "none.db").status == 1


def test_two_archives_brought_together(run: Run, archive: Path) -> None:
    run("--archive", archive, "backup", "other.db")
    run("--archive", archive, "tag", "add", "một", "hội nghị")
    run("--archive", "other.db", "tag", "add", "hai", "hội nghị")
    Path("desk.jsonl").write_text(run("--archive", archive, "dump").out, encoding="utf-8")
    assert run("--archive", "other.db", "merge", "desk.jsonl").status == 0
    again = run("--archive", "other.db", "merge", archive)
    assert "0 changed" in again.err
    run("--archive", archive, "merge", "other.db")
    assert run("--archive", archive, "dump").out == run("--archive", "other.db", "dump").out
    assert run("--archive", archive, "search", "tag:hai tag:một", "--format", "jsonl").records
    run("--archive", archive, "undo")
    assert not run("--archive", archive, "search", "tag:hai", "--format", "jsonl").records
    for wrong in ("none.jsonl", ".", "bad.jsonl"):
        Path("bad.jsonl").write_bytes(b"\xff\xfe")
        refused = run("--archive", archive, "merge", wrong)
        assert refused.status == 1
        assert refused.err.count("\n") == 1


def test_a_sound_archive_and_one_that_is_not(run: Run, archive: Path) -> None:
    assert run("--archive", archive, "check").out == "Nothing is wrong.\n"
    with sqlite3.connect(archive) as connection:
        connection.execute("UPDATE mentions SET start = 0, length = 9999999")
    connection.close()

    result = run("--archive", archive, "check")

    assert result.status == 1
    assert "not where it says" in result.out
    assert result.err.startswith("bienban: ")


def test_a_search_index_that_is_not_right_is_made_anew(run: Run, archive: Path) -> None:
    with sqlite3.connect(archive) as connection:
        connection.execute("INSERT INTO articles_fts(articles_fts) VALUES ('delete-all')")
    connection.close()
    assert "--repair" in run("--archive", archive, "check").out

    assert run("--archive", archive, "check", "--repair").out == "Nothing is wrong.\n"


# --- docs ---------------------------------------------------------------------------------------------------------


def test_the_document_says_what_the_help_says() -> None:
    written = (ROOT / "docs" / "commands.md").read_text("utf-8")

    for path, text in helps(commands, "bienban"):
        assert f"## {path}\n\n```text\n{text.strip()}\n```" in written, "run: python tools/command_docs.py"


def test_json_is_readable_vietnamese(spawn: Run, archive: Path) -> None:
    result = spawn("--archive", archive, "search", "--format", "jsonl", environ={"LANG": "C", "LC_ALL": "C"})

    assert result.status == 0
    assert "\\u" not in result.out
    assert [json.loads(line) for line in result.out.splitlines()]
