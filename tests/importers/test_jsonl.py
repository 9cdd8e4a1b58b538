"""JSON Lines: what the fields say is trusted, one bad line costs that line, and no file is too large."""

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers import batch
from importers.batch import Progress, import_paths
from importers.pipeline import Item, items, read_item
from importers.problems import ImportProblem
from importers.readers import jsonl
from importers.readers.fields import FIELDS, day_of, read_fields
from store import articles
from store.archive import Archive
from store.checking import check
from store.records import ImportedArticle, Outcome
from store.text import fold
from tests.importers.told import is_well_told

TEXT = (
    "Sáng 12/5, Huyện ủy Mường Lay họp bàn việc trồng rừng. Ông Lò Văn Thử, Bí thư Huyện ủy, chủ trì.\n\n"
    "Hội nghị thống nhất trồng 40 ha rừng trong năm nay và giao các xã chuẩn bị cây giống trước mùa mưa."
)


def record(number: int, **more: object) -> dict[str, object]:
    title = f"Huyện ủy Mường Lay họp phiên thứ {number}"
    return {"id": f"a{number}", "title": title, "text": f"{TEXT}\n\nPhiên {number} kết thúc lúc trưa.", **more}


def write(path: Path, records: Iterable[Mapping[str, object] | str], *, packed: bool = False) -> Path:
    lines = [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in records]
    data = "".join(f"{line}\n" for line in lines).encode()
    path.write_bytes(gzip.compress(data) if packed else data)
    return path


def read(**fields: object) -> ImportedArticle:
    return read_item(Item("/in/a.jsonl", 7, json.dumps(fields).encode()))


def counts(archive: Archive, *paths: Path) -> dict[Outcome, int]:
    return import_paths(archive, paths, workers=1).counts


def rows(archive: Archive, sql: str) -> list[Any]:
    return archive.rows(sql)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive.db") as opened:
        yield opened


@pytest.mark.parametrize("name", ["a.jsonl", "a.NDJSON", "a.jsonl.gz", "a.ndjson.gz", "packed-all-the-same.jsonl"])
def test_every_line_of_a_file_is_an_article(tmp_path: Path, archive: Archive, name: str) -> None:
    path = write(tmp_path / name, map(record, range(5)), packed="gz" in name or "packed" in name)

    assert counts(archive, path) == {Outcome.NEW: 5}
    assert counts(archive, tmp_path) == {Outcome.UNCHANGED: 5}
    article = articles.read(archive, articles.find(archive, f"{path}#a3"))
    assert article.title == "Huyện ủy Mường Lay họp phiên thứ 3"
    assert check(archive) == ()


def test_what_the_fields_say_is_trusted() -> None:
    imported = read(
        title="Xem thêm.",
        content=TEXT,
        publishedAt="2021-05-12T20:30:00Z",
        author=["Lò Văn Thử", "Vàng A Mẫu"],
        category={"name": "Xây dựng Đảng"},
        url="https://vidu.vn/1",
    )

    article = imported.article
    assert article.title == "Xem thêm."
    assert article.body == TEXT
    assert (article.published, article.published_text) == ("2021-05-13", "2021-05-12T20:30:00Z")
    assert (article.byline, article.section) == ("Lò Văn Thử, Vàng A Mẫu", "Xây dựng Đảng")
    assert (imported.source.path, imported.source.address) == ("/in/a.jsonl#https://vidu.vn/1", "https://vidu.vn/1")
    assert imported.original.startswith(
        "Xem thêm.\n2021-05-12T20:30:00Z\nXây dựng Đảng\nLò Văn Thử, Vàng A Mẫu\n\nSáng"
    )


def test_the_text_is_cleaned_as_that_of_a_page() -> None:
    headline = "Huyện ủy Mường Lay họp bàn việc trồng rừng"
    imported = read(title=headline, text=f"{headline}\n\n{TEXT}\n\nQuang cảnh hội nghị. Ảnh: Vàng A Mẫu\n\nChia sẻ")

    assert imported.article.body.startswith("Sáng 12/5")
    assert [caption.credit for caption in imported.article.captions] == ["Ảnh: Vàng A Mẫu"]
    assert headline in imported.article.boilerplate


def test_without_a_headline_one_is_looked_for_in_the_text() -> None:
    assert read(text=f"Huyện ủy Mường Lay họp phiên thứ tư\n\n{TEXT}").article.title is not None
    assert read(text=TEXT).article.title is None


def test_an_article_is_called_by_its_id_else_its_address_else_its_line() -> None:
    assert read(text=TEXT, id=12, url="https://vidu.vn/1").source.path == "/in/a.jsonl#12"
    assert read(text=TEXT, url="https://vidu.vn/1").source.path == "/in/a.jsonl#https://vidu.vn/1"
    assert read(text=TEXT, source="Báo Mẫu").source.path == "/in/a.jsonl:7"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-12-01", "2021-12-01"),
        ("2021-12-01 23:30:00", "2021-12-01"),
        ("2021-12-01T23:30:00+07:00", "2021-12-01"),
        ("2021-12-01T23:30:00Z", "2021-12-02"),
        ("1/12/2021 19:24", "2021-12-01"),
        ("Thứ tư, 01/12/2021, 19:24 (GMT+7)", "2021-12-01"),
        ("Wed, 01 Dec 2021 19:24:00 +0700", "2021-12-01"),
        ("2021-12", "2021-12"),
        (1638376200, "2021-12-01"),
        (1638376200000, "2021-12-01"),
        ("1638376200", "2021-12-01"),
        ({"$date": "2021-12-01T10:00:00Z"}, "2021-12-01"),
        ("hôm qua", None),
        ("99/99/2021", None),
        (10**30, None),
        (float("nan"), None),
        (True, None),
        (None, None),
    ],
)
def test_dates_of_publication(value: object, day: str | None) -> None:
    assert day_of(value) == day


def test_a_date_that_tells_nothing_leaves_that_of_the_text() -> None:
    text = f"Huyện ủy Mường Lay họp phiên thứ tư\n12/05/2021 08:00\n\n{TEXT}"

    assert (
        read(title="Huyện ủy Mường Lay họp phiên thứ tư", text=text, date="mới đây").article.published
        == "2021-05-12"
    )


def test_a_bad_line_costs_that_line_and_is_told_with_its_number(tmp_path: Path, archive: Archive) -> None:
    bad = ["{", "[1]", '{"title": "Không có bài"}', '{"text": "..."}', '{"text": 5}', "[" * 100_000, "nul"]
    path = write(tmp_path / "a.jsonl", [record(0), *bad, "", record(1)])
    with path.open("ab") as file:
        file.write(b'{"text": "\xff"}\n')

    report = import_paths(archive, [path])

    assert report.counts == {Outcome.NEW: 2}
    assert [p.path for p in report.problems] == [f"{path}:{n}" for n in (*range(2, 9), 11)]
    assert all(is_well_told(p.reason, p.advice) for p in report.problems)


def test_a_line_that_is_too_long_is_passed_over(
    tmp_path: Path, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jsonl, "LINE_LIMIT", 2000)
    path = write(tmp_path / "a.jsonl", [record(0), record(1, text="dài " * 9000), record(2)])

    report = import_paths(archive, [path])

    assert report.counts == {Outcome.NEW: 2}
    assert [(p.path, "too long" in p.reason) for p in report.problems] == [(f"{path}:2", True)]


def test_a_packed_file_that_unpacks_without_end_is_refused(
    tmp_path: Path, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jsonl, "UNPACKED_FREELY", 1 << 20)
    monkeypatch.setattr(jsonl, "LINE_LIMIT", 1 << 16)
    start = json.dumps(record(0)).encode() + b"\n"
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(start + bytes(1 << 26)))

    report = import_paths(archive, [tmp_path])

    assert report.counts == {Outcome.NEW: 1}
    assert "unpacks to more than 200 times" in report.problems[0].reason
    assert is_well_told(report.problems[0].reason, report.problems[0].advice)


@pytest.mark.parametrize("keep", [0.4, 0.9])
def test_of_a_damaged_packed_file_what_is_whole_is_taken(tmp_path: Path, archive: Archive, keep: float) -> None:
    data = gzip.compress("".join(json.dumps(record(n)) + "\n" for n in range(3000)).encode())
    (tmp_path / "a.jsonl.gz").write_bytes(data[: int(len(data) * keep)])

    report = import_paths(archive, [tmp_path])

    assert 500 < report.counts[Outcome.NEW] < 3000
    assert [p.reason for p in report.problems] == ["the packed file is damaged from here on"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b'[\n{"text": "a"}\n]', "one JSON document"),
        (b'{\n"text": "a"\n}', "one JSON document"),
        ('{"text": "a"}'.encode("utf-16"), "not in UTF-8"),
        (b"\x1f\x8b\x08\0nonsense", "damaged"),
    ],
)
def test_a_file_that_has_no_lines_is_one_problem(tmp_path: Path, archive: Archive, data: bytes, said: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(data)

    report = import_paths(archive, [tmp_path])

    assert [(p.path, said in p.reason) for p in report.problems] == [(str(tmp_path / "a.jsonl"), True)]
    assert is_well_told(report.problems[0].reason, report.problems[0].advice)


def test_problems_are_counted_beyond_what_is_listed(
    tmp_path: Path, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "MOST_PROBLEMS", 10)
    report = import_paths(archive, [write(tmp_path / "a.jsonl", ["nul"] * 50)])

    assert (len(report.problems), report.failed) == (10, 50)


def test_an_edited_line_is_a_new_version(tmp_path: Path, archive: Archive) -> None:
    path = write(tmp_path / "a.jsonl", map(record, range(3)))
    counts(archive, path)
    write(path, [record(0), record(1, text=TEXT + " Đã sửa."), record(2)])

    assert counts(archive, path) == {Outcome.UNCHANGED: 2, Outcome.CHANGED: 1}
    assert articles.read(archive, articles.find(archive, f"{path}#a1")).body.endswith("Đã sửa.")
    assert len(rows(archive, "SELECT 1 FROM articles")) == 3


@pytest.mark.parametrize("named", [True, False])
def test_a_line_put_in_above_others_hides_none(tmp_path: Path, archive: Archive, named: bool) -> None:
    """Without ids the lines below have other names now; their articles are no versions of each other."""
    all_of_them = [
        {
            "id": name,
            "title": f"Bản tin {name}",
            "text": f"Sáng {day}/5, xã {name} họp dân bàn việc của {name}.",
        }
        for day, name in enumerate(["Nà Một", "Nà Hai", "Nà Ba", "Nà Bốn"], 1)
    ]
    if not named:
        for one in all_of_them:
            del one["id"]
    path = write(tmp_path / "a.jsonl", all_of_them[1:])
    counts(archive, path)
    write(path, all_of_them)

    assert counts(archive, path)[Outcome.NEW] == 1
    assert rows(archive, "SELECT count(*), count(DISTINCT title) FROM articles") == [(4, 4)]
    assert rows(archive, "SELECT count(*), count(DISTINCT article_id) FROM sources") == [(4, 4)]
    assert counts(archive, path) == {Outcome.UNCHANGED: 4}
    assert check(archive) == ()


def test_two_articles_with_one_id_are_both_kept(tmp_path: Path, archive: Archive) -> None:
    first, second = record(1), record(1, title="Bản tin khác hẳn", text="Xã Nà Một mở chợ phiên vào sáng chủ nhật.")
    path = write(tmp_path / "a.jsonl", [first, second])

    assert counts(archive, path) == {Outcome.NEW: 2}
    counts(archive, path)
    assert rows(archive, "SELECT count(*) FROM articles") == [(2,)]


def test_folders_may_hold_both_kinds(tmp_path: Path, archive: Archive) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    write(folder / "b.jsonl.gz", map(record, range(4)), packed=True)
    (folder / "a.txt").write_text(f"Huyện ủy Mường Lay họp phiên cuối năm\n\n{TEXT}", "utf-8")
    (folder / "notes.md").write_text("no article", "utf-8")
    seen: list[Progress] = []

    report = import_paths(archive, [folder], progress=seen.append)

    assert (report.counts, report.total) == ({Outcome.NEW: 5}, 5)
    assert [p.articles for p in seen] == [1, 2, 3, 4, 5]
    assert seen[-1].done == seen[-1].total == sum(p.stat().st_size for p in folder.iterdir() if p.suffix != ".md")


def test_the_same_text_from_both_kinds_is_one_article(tmp_path: Path, archive: Archive) -> None:
    (tmp_path / "a.txt").write_text(f"Huyện ủy Mường Lay họp phiên cuối năm\n\n{TEXT}\n", "utf-8")
    write(tmp_path / "b.jsonl", [{"title": "Huyện ủy Mường Lay họp phiên cuối năm", "text": TEXT}])

    assert counts(archive, tmp_path) == {Outcome.NEW: 1, Outcome.DUPLICATE: 1}


def test_records_of_one_name_are_articles_of_their_own_and_stay_so(tmp_path: Path, archive: Archive) -> None:
    other: dict[str, object] = {
        "title": "Một việc khác hẳn",
        "text": "Chiều 3/4, xã Mường Thử khánh thành trường học.",
    }
    same: list[dict[str, object]] = [
        {**record(1), "id": "x"},
        {**record(2), "id": "x"},
        {**other, "id": "x"},
        {**record(1), "id": "x"},
    ]
    path = write(tmp_path / "a.jsonl", [*same, record(9)])

    first = counts(archive, path)
    assert first == {Outcome.NEW: 4, Outcome.DUPLICATE: 1}
    assert counts(archive, path) == counts(archive, path) == {Outcome.UNCHANGED: 5}
    names = [name.removeprefix(f"{path}#") for (name,) in rows(archive, "SELECT path FROM sources ORDER BY path")]
    assert names == ["a9", "x", "x#2", "x#3", "x#4"]


def test_a_name_that_is_made_for_one_record_is_not_taken_from_another(tmp_path: Path, archive: Archive) -> None:
    path = write(tmp_path / "a.jsonl", [{**record(n), "id": name} for n, name in enumerate(["x", "x", "x#2", "x"])])

    assert counts(archive, path) == {Outcome.NEW: 4}
    assert counts(archive, path) == {Outcome.UNCHANGED: 4}


def test_records_of_one_name_in_two_files_are_told_by_the_file(tmp_path: Path, archive: Archive) -> None:
    write(tmp_path / "a.jsonl", [record(1)])
    write(tmp_path / "b.jsonl", [{**record(2), "id": "a1"}])

    assert counts(archive, tmp_path) == {Outcome.NEW: 2}
    assert [name.rpartition("#")[2] for (name,) in rows(archive, "SELECT path FROM sources")] == ["a1", "a1"]


def test_several_processes_and_a_dry_run_give_what_one_gives(tmp_path: Path, archive: Archive) -> None:
    path = write(tmp_path / "a.jsonl.gz", [*map(record, range(60)), "nul"], packed=True)

    dry = import_paths(archive, [path], workers=1, dry_run=True)
    assert rows(archive, "SELECT count(*) FROM articles") == [(0,)]
    parallel = import_paths(archive, [path], workers=2)

    assert dry.counts == parallel.counts == {Outcome.NEW: 60}
    assert [p.path for p in parallel.problems] == [p.path for p in dry.problems] == [f"{path}:61"]


def test_ctrl_c_ends_it_between_batches(tmp_path: Path, archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "BATCH", 4)
    path = write(tmp_path / "a.jsonl", map(record, range(11)))

    def stop(now: Progress) -> None:
        if now.articles == 10:
            raise KeyboardInterrupt

    report = import_paths(archive, [path], progress=stop)

    assert report.interrupted
    assert articles.count(archive) == 8
    assert counts(archive, path) == {Outcome.UNCHANGED: 8, Outcome.NEW: 3}


def test_lines_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl.gz", map(record, range(20_000)), packed=True)
    size = path.stat().st_size
    reading = items(path)

    first = next(reading)
    assert (first.line, first.position < size / 2) == (1, True)
    assert sum(1 for _ in reading) == 19_999


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
field_names = st.sampled_from(["title", "text", "body", "date", "time", "author", "section", "url", "id", "lead"])


@given(st.dictionaries(field_names, json_values | st.just(TEXT), max_size=6))
def test_any_record_is_an_article_or_a_problem(fields: dict[str, Any]) -> None:
    try:
        imported = read(**fields)
    except ImportProblem as problem:
        assert is_well_told(problem.reason, problem.advice)
        return
    assert imported.original.encode()
    assert imported.source.path.startswith("/in/a.jsonl")
    for short in (
        imported.article.title,
        imported.article.byline,
        imported.article.section,
        imported.source.address,
    ):
        assert short is None or ("\n" not in short and short.encode())


@given(st.binary(max_size=300))
def test_any_bytes_are_an_article_or_a_problem(data: bytes) -> None:
    try:
        assert read_fields(data).text
    except ImportProblem as problem:
        assert is_well_told(problem.reason, problem.advice)


@given(st.binary(max_size=200), st.booleans())
def test_any_file_gives_lines_or_problems(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, packed: bool
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.jsonl"
    path.write_bytes(b"\x1f\x8b\x08" + data if packed else data)

    for item in items(path):
        assert item.problem is None or is_well_told(item.problem.reason, item.problem.advice)
        assert zlib.crc32(item.data) == 0 or item.data.strip()


def test_the_names_of_fields_are_documented() -> None:
    document = (Path(__file__).resolve().parents[2] / "docs" / "importing.md").read_text("utf-8")
    told = [{plain(name) for name in row.split("`")[1::2]} for row in document.splitlines() if row.startswith("| ")]

    assert told[1:] == [set(names) for names in FIELDS.values()]


def plain(name: str) -> str:
    return "".join(c for c in fold(name) if c.isalnum())
