"""Markdown: whatever an article, a tag or a note holds comes out as the same plain text and nothing else."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from store.exporters.escaping import yaml as write_yaml
from store.exporters.markdown import render, render_all
from store.records import Block, BlockKind, Part, Span
from store.text import clean, one_line
from tests.store.views import NASTY_BLOCKS, body_of, nasty_view, note, plain_view

GOLDEN = Path(__file__).parent / "golden"
PARSERS = [MarkdownIt("commonmark"), MarkdownIt("gfm-like", {"linkify": False})]

HOSTILE = [
    "# một", "1. một", "1) một", "- một", "+ một", "* một", "> một", "    một", "\tmột", "`một`", "```", "~~~",
    "<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](y)", "&amp;", "&#35;", "một\n===", "một\n---",
    "một\n- hai", "---", "***", "___", "[x]: http://vi.du", "[x][y]", "<http://vi.du>", "http://vi.du www.vi.du",
    "a@vi.du", "|a|b|\n|-|-|\n|1|2|", "một  \nhai", "một\\\nhai", "\\*", "~~một~~", "[ ] một", "<!-- -->", "$$x$$",
    "a. một", "(1) một", "#thẻ", "[[một]]", "==một==", "%%một%%", ": một", "=", "-", "+", "\\", "_một_", "&copy",
]  # fmt: skip
pieces = st.sampled_from(
    [*HOSTILE, "Hội nghị", " ", "\n", "\n\n", "1", ".", "-", "*", "_", "[", "]", "(", ")", "!"]
)
texts = st.one_of(st.lists(pieces, max_size=6).map("".join), st.text(max_size=40))


def parse(text: str) -> tuple[dict[str, Any], str]:
    """Part a file into its front matter and its text."""
    front, body = text.removeprefix("---\n").split("\n---\n", 1)
    return yaml.safe_load(front), body


def shown(tokens: list[Token]) -> list[str]:
    """The text of each paragraph or heading as a reader sees it."""
    inline = (token.children or [] for token in tokens if token.type == "inline")
    return [
        "".join("\n" if c.type in ("softbreak", "hardbreak") else c.content for c in children)
        for children in inline
    ]


def kinds(tokens: list[Token]) -> set[str]:
    return {child.type for token in tokens for child in (token, *(token.children or []))}


def expected(text: str) -> str:
    """A paragraph as any viewer shows it: blanks at the ends of lines and runs of them mean nothing."""
    folded = [re.sub(r"[ \t]+", " ", line).strip() for line in clean(text).split("\n")]
    return "\n".join(line for line in folded if line)


@pytest.mark.parametrize("name", ["article.md", "articles.md"])
def test_the_bytes_are_exactly_those_of_the_golden_file(name: str) -> None:
    views = [
        nasty_view(),
        plain_view("1" * 24, None, "Chiều 5-6, họp. Sau đó nghỉ."),
        plain_view("2" * 24, "Họp", ""),
    ]
    written = render(views[0]) if name == "article.md" else "".join(render_all([*views, plain_view("3" * 24)]))
    assert written.encode() == (GOLDEN / name).read_bytes()


@settings(deadline=None, max_examples=300)
@given(st.lists(texts, min_size=1, max_size=3))
@example(HOSTILE)
@example([text for _, text in NASTY_BLOCKS])
def test_hostile_paragraphs_stay_paragraphs(paragraphs: list[str]) -> None:
    body, blocks = body_of([(BlockKind.PARAGRAPH, text) for text in paragraphs])
    _, text = parse(render(replace(plain_view(), body=body, blocks=blocks)))
    wanted = ["Họp", *(expected(paragraph) for paragraph in paragraphs if expected(paragraph))]
    for parser in PARSERS:
        tokens = parser.parse(text)
        assert shown(tokens) == wanted
        assert kinds(tokens) <= {
            "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text", "softbreak",
        }  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(texts, texts, texts)
def test_hostile_headlines_crossheads_and_captions_stay_what_they_are(
    title: str, crosshead: str, caption: str
) -> None:
    body, blocks = body_of(
        [(BlockKind.CROSSHEAD, crosshead), (BlockKind.CAPTION, caption), (BlockKind.PARAGRAPH, "Hết")]
    )
    front, text = parse(render(replace(plain_view(), title=title, body=body, blocks=blocks)))
    parts = [one_line(crosshead), expected(caption), "Hết"]
    for parser in PARSERS:
        tokens = parser.parse(text)
        assert shown(tokens) == [front["title"], *(part for part in parts if part)]
        assert kinds(tokens) <= {
            "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text", "softbreak",
            "em_open", "em_close",
        }  # fmt: skip
        assert sum(token.type == "heading_open" for token in tokens) == 1 + bool(one_line(crosshead))
        italic = sum(child.type == "em_open" for token in tokens for child in token.children or [])
        assert italic == bool(expected(caption))


@settings(deadline=None, max_examples=150)
@given(texts, texts, st.booleans())
def test_hostile_notes_stay_in_their_block_quote(said: str, exact: str, adrift: bool) -> None:
    made = note(1, said, "question", exact, None if adrift else Span(0, 1))
    _, text = parse(render(replace(plain_view(), notes=(made,))))
    about = f"Question on “{one_line(exact)}”" if exact else "Question"
    wanted = [about, *(expected(p) for p in re.split(r"\n\s*\n", clean(said)) if expected(p))]
    for parser in PARSERS:
        tokens = parser.parse(text)
        start, end = (
            next(n for n, t in enumerate(tokens) if t.type == f"blockquote_{at}") for at in ("open", "close")
        )
        assert shown(tokens[start:end]) == wanted
        assert "Một." in shown([*tokens[:start], *tokens[end:]])
        assert kinds(tokens) <= {
            "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text", "softbreak",
            "blockquote_open", "blockquote_close", "strong_open", "strong_close",
        }  # fmt: skip


strings = st.text(max_size=30) | st.sampled_from(HOSTILE)
values = st.recursive(
    strings | st.integers() | st.booleans() | st.none(),
    lambda inner: (
        st.dictionaries(st.sampled_from(["name", "key", "a_b"]), inner, max_size=3)
        | st.lists(st.dictionaries(st.sampled_from(["name", "date"]), inner, max_size=2) | strings, max_size=3)
    ),
    max_leaves=8,
)
YAML_WORDS = [
    "null",
    "~",
    "yes",
    "1e3",
    "0x1",
    "2024-01-01",
    "12:30",
    "- a",
    "{a",
    "a: b",
    "#x",
    "\ufffe\uffff",
    "😀",
]


def without_nothing(value: Any) -> Any:
    """What front matter leaves out, taken out; strings clean, as they are written."""
    if isinstance(value, dict):
        kept = {key: without_nothing(one) for key, one in value.items()}
        return {key: one for key, one in kept.items() if one is not None} or None
    if isinstance(value, list):
        return [one for one in map(without_nothing, value) if one is not None] or None
    return (clean(value) or None) if isinstance(value, str) else value


@settings(deadline=None, max_examples=200)
@given(st.dictionaries(st.sampled_from(["title", "date", "people"]), values, max_size=3))
@example({"tags": [*YAML_WORDS, "\t", "=", "<<"], "one": "\n", "people": [{"name": word} for word in YAML_WORDS]})
@example({"outer": {"inner": {"empty": "\x07"}}, "people": [{"name": None}, {"name": "x", "date": {"of": ""}}]})
def test_front_matter_is_read_back_as_it_was(value: dict[str, Any]) -> None:
    read = yaml.safe_load("\n".join(write_yaml(value)))
    assert read == without_nothing(value)


def test_front_matter_says_what_is_known() -> None:
    front, _ = parse(render(nasty_view()))
    assert front["date"] == "2024-04-03"
    assert front["date_basis"] == "year from publication"
    assert front["meeting"] == {
        "kind": "working session", "title": "Phiên họp: “thường kỳ”", "part_of_day": "sáng",
        "place": "Hội trường\t'A': #1",
    }  # fmt: skip
    assert front["other_meetings"] == [{"date": "2023-12/2024-01", "kind": "visit"}]
    assert front["people"] == [
        {"name": "Lê Văn Mẫu", "role": "chairs", "side": "Thành ủy: Hải Vân", "positions": ["Bí thư Thành ủy"]},
        {"name": "no", "positions": ["- {a: b}"]},
    ]
    assert front["tags"] == ["đọc lại", "null", "1e3", "#x: y", "2024-01-01", "~"]
    assert front["sources"] == [{"path": "/tin/a: b.txt"}, {"path": "yes", "address": "https://vi.du/?a=1&b=2"}]


def test_an_inferred_date_says_so_and_why() -> None:
    meeting = replace(nasty_view().meetings[1])
    front, _ = parse(render(replace(plain_view(), meetings=(meeting,))))
    assert (front["date"], front["date_basis"], front["date_reason"]) == ("2023-12/2024-01", "inferred", "no: day")


def test_notes_stand_after_the_paragraph_in_which_their_passage_ends() -> None:
    view = plain_view(body="Một hai.\n\nBa bốn.\n\nNăm.")
    notes = (
        note(1, "cả bài", "note", "", None), note(2, "đoạn hai", "note", "Ba", Span(10, 12)),
        note(3, "qua hai đoạn", "note", "hai.\n\nBa", Span(4, 12)),
        note(4, "đầu đề", "note", "Họp", Span(0, 3, Part.TITLE)),
        note(5, "mất chỗ", "note", "sáu", None),
    )  # fmt: skip
    tokens = PARSERS[0].parse(parse(render(replace(view, notes=notes)))[1])
    assert [text for text in shown(tokens) if not text.startswith("Note on") and text != "Note"] == [
        "Họp", "cả bài", "đầu đề", "Một hai.", "Ba bốn.", "đoạn hai", "qua hai đoạn", "Năm.",
        "Notes whose passage is no longer in the text", "mất chỗ",
    ]  # fmt: skip


def test_a_note_is_never_lost_though_the_blocks_are_wrong() -> None:
    made = (note(1, "xa", "note", "x", Span(50, 51)), note(2, "không khối", "note", "", None))
    for blocks in ((), (Block(BlockKind.PARAGRAPH, 0, 2),)):
        text = render(replace(plain_view(), blocks=blocks, notes=made))
        assert "> xa" in text
        assert "> không khối" in text
    assert "> xa" in render(replace(plain_view(body=""), notes=made))


def test_a_table_of_contents_leads_to_each_article() -> None:
    views = [plain_view("1" * 24, "Họp, bàn"), plain_view("2" * 24, "Họp bàn"), plain_view("3" * 24, "[x](y)")]
    front, text = parse("".join(render_all(views)))
    assert [article["key"][0] for article in front["articles"]] == ["1", "2", "3"]
    tokens = PARSERS[0].parse(text)
    links = [c.attrs["href"] for t in tokens for c in t.children or [] if c.type == "link_open"]
    assert links == ["#h%E1%BB%8Dp-b%C3%A0n", "#h%E1%BB%8Dp-b%C3%A0n-1", "#xy"]
    assert shown(tokens)[:4] == ["3 articles", "Họp, bàn", "Họp bàn", "[x](y)"]


@settings(deadline=None, max_examples=100)
@given(st.lists(texts, max_size=3))
def test_hostile_headlines_make_no_other_links_in_a_table_of_contents(titles: list[str]) -> None:
    _, text = parse("".join(render_all([plain_view(str(n) * 24, title) for n, title in enumerate(titles)])))
    for parser in PARSERS:
        tokens = parser.parse(text)
        links = [c.attrs["href"] for t in tokens for c in t.children or [] if c.type == "link_open"]
        assert len(links) == len(titles)
        assert all(str(link).startswith("#") for link in links)
        assert sum(token.type == "heading_open" for token in tokens) == len(titles) + 1


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("name", ["article.md", "articles.md"])
def test_pandoc_reads_it_without_a_warning(name: str) -> None:
    done = subprocess.run(
        ["pandoc", "--from=markdown", "--to=html", "--standalone", "--fail-if-warnings", GOLDEN / name],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    assert "<script>" not in done.stdout.split("<body>")[1]
    assert "<ol" not in done.stdout
