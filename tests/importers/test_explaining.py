"""The explanation of an article: every find, its place, and what made it, so that a wrong one can be mended."""

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

import seeds
from importers.explaining import explain
from importers.pipeline import Item, read_article, read_file, read_with_text
from store.records import ImportedArticle, Part

ROOT = Path(str(files("importers"))).parent
ARTICLE = """Tỉnh ủy Lam Giang họp bàn việc trồng rừng

05/04/2023

Sáng 3/4, đồng chí Lò Văn Bến, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy chủ trì cuộc họp tại Hà Giang. Các đại biểu
thảo luận Nghị quyết số 12-NQ/TU của Tỉnh ủy. Thiếu tướng Vàng Văn Pao, Chỉ huy trưởng Quân sự tỉnh báo cáo.

Quang cảnh cuộc họp\x1b[31m

Hà Mây

Các tin khác
"""
SEEDS = sorted(Path(seeds.__path__[0]).glob("*.txt"))
PLACE = re.compile(r"^[a-z ]+ +(title|body):(\d+)-(\d+) +“(.*?)”", re.MULTILINE)
CODE = re.compile(r"rule: (.*)\n +code: (.*)$", re.MULTILINE)
ENTRY = re.compile(r"lexicon: (\S+):(\d+) (?:\[.*?\] )?“(.*)”$", re.MULTILINE)


@pytest.fixture(scope="module")
def imported() -> ImportedArticle:
    return read_article(ARTICLE.encode(), "/a/b.txt")


@pytest.fixture(scope="module")
def told(imported: ImportedArticle) -> str:
    return "\n".join(explain(imported))


def under(told: str, beginning: str) -> str:
    """What is said of the first find or line that begins so, up to the next one."""
    found = re.search(rf"^{re.escape(beginning)}.*(?:\n {{2,}}.*)*", told, re.MULTILINE)
    assert found is not None, f"nothing begins with {beginning!r} in\n{told}"
    return found[0]


@pytest.mark.parametrize(
    ("line", "kind", "rule", "entry"),
    [
        ("line    1", "title", "headline", ""),
        ("line    3", "stamp", "stamp", ""),
        ("line    5", "paragraph", "paragraph", "cleaning/lexicon/prose_openers.txt"),
        ("line    8", "caption", "likeness", "cleaning/lexicon/caption_openers.txt"),
        ("line   10", "byline", "signature at the end", ""),
        ("line   12", "boilerplate", "end of the article", "cleaning/lexicon/ends.txt"),
    ],
)
def test_every_line_has_its_kind_and_rule(told: str, line: str, kind: str, rule: str, entry: str) -> None:
    said = under(told, line)
    assert said.split()[2] == kind
    assert f"rule: {rule}" in said
    assert entry in said


@pytest.mark.parametrize(
    ("find", "words", "entry"),
    [
        ("meeting", "cuộc họp", "meetings.toml"),
        ("chairs", "Lò Văn Bến", ""),
        ("person", "Lò Văn Bến", "surnames.txt"),
        ("position", "Ủy viên Trung ương Đảng", "offices.txt"),
        ("rank", "Thiếu tướng", "ranks.txt"),
        ("document", "Nghị quyết số 12-NQ/TU", "documents.toml"),
        ("date", "Sáng 3/4", ""),
        ("place", "Hà Giang", "places.toml"),
    ],
)
def test_every_find_has_its_words_its_rule_and_its_entry(told: str, find: str, words: str, entry: str) -> None:
    said = under(told, f"{find} ")
    assert words in said
    assert re.search(r"rule: \w", said)
    assert entry in said


def test_a_meeting_says_on_what_its_day_rests(told: str) -> None:
    said = under(told, "meeting ")
    assert "date: “Sáng 3/4” → 2023-04-03" in said
    assert "basis: year from publication (" in said


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_places_hold_the_words_and_entries_are_where_they_are_said_to_be(seed: Path) -> None:
    imported = read_file(seed)
    told = "\n".join(explain(imported))
    parts = {Part.TITLE: imported.article.title or "", Part.BODY: imported.article.body}
    places = PLACE.findall(told)
    assert len(places) > 20
    for part, start, end, words in places:
        assert parts[Part(part)][int(start) : int(end)].startswith(words.removesuffix("…"))
    entries = set(ENTRY.findall(told))
    assert len(entries) > 20
    for file, line, phrase in entries:
        assert phrase in (ROOT / file).read_text("utf-8").splitlines()[int(line) - 1]


def test_every_find_of_an_article_is_explained(imported: ImportedArticle, told: str) -> None:
    extraction = imported.extraction
    spans = [office.span for person in extraction.people for office in person.offices]
    spans += [mention.span for person in extraction.people for mention in person.mentions]
    spans += [mention.span for mention in extraction.mentions]
    spans += [span for document in extraction.documents for span in document.spans]
    spans += [one.span for meeting in extraction.meetings for one in meeting.attendances if one.span]
    assert len(spans) > 6
    explained = {(part, int(start), int(end)) for part, start, end, _ in PLACE.findall(told)}
    assert {(span.part.value, span.start, span.end) for span in spans} <= explained


def test_it_is_safe_to_print(told: str) -> None:
    assert "\x1b" not in told


def test_a_stamp_and_a_signature_say_what_they_were_read_as() -> None:
    text = ARTICLE.replace("Hà Mây", "Tin, ảnh: Hà Mây")
    told = "\n".join(explain(read_article(text.encode(), "/a/b.txt")))
    assert "“05/04/2023” → 2023-04-05" in told
    assert "“Tin, ảnh: Hà Mây” → Hà Mây" in told


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_the_code_of_a_rule_names_it(seed: Path) -> None:
    told = "\n".join(explain(read_file(seed)))
    rules = set(CODE.findall(told))
    assert len(rules) > 8
    assert len(CODE.findall(told)) > told.count("rule: ") * 0.9
    for rule, places in rules:
        for place in places.split(", "):
            file, _, line = place.rpartition(":")
            around = (ROOT / file).read_text("utf-8").splitlines()[int(line) - 1 : int(line) + 1]
            assert re.split("[:,]", rule)[0] in "".join(around)


def test_the_headline_of_a_record_is_the_one_it_gives() -> None:
    title = "Xã Mường Thử được công nhận"
    text = "Xã Mường Thử đón bằng công nhận\n\nSáng 3/4, đồng chí Lò Văn Bến, Bí thư Huyện ủy, chủ trì hội nghị."
    line = json.dumps({"id": "a", "title": title, "date": "2023-04-05", "text": text}).encode()
    imported, *read = read_with_text(Item("/a/b.jsonl", 3, line))
    told = "\n".join(explain(imported, *read))
    assert under(told, "line    0").startswith(f"line    0  title        title:0-{len(title)}")
    assert len(re.findall(r"^line .* title ", told, re.MULTILINE)) == 1
    assert "rule: given" in told
    for block in imported.article.blocks:
        assert f"body:{block.start}-{block.end}" in told


def test_a_record_without_a_headline_is_explained_by_its_text() -> None:
    text = (
        "Xã Mường Thử họp bàn việc trồng rừng\n\nSáng 3/4, đồng chí Lò Văn Bến, Bí thư Huyện ủy, chủ trì hội nghị."
    )
    imported, *read = read_with_text(Item("/a/b.jsonl", 3, json.dumps({"text": text}).encode()))
    told = "\n".join(explain(imported, *read))
    assert under(told, "line    1").startswith("line    1  title")
