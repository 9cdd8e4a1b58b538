"""Exports by a template of the user's own: what it sees, what is made safe, and what is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from store.exporters.files import ExportError, export
from store.exporters.template import format_of
from tests.store.views import nasty_view, plain_view


def test_a_template_is_filled_for_each_article(tmp_path: Path) -> None:
    form = format_of("của tôi.md.j2", "{% for one in article.people %}\n- {{ one.name }}\n{% endfor %}\n")
    assert form.extension == ".md"
    [first, second] = export([nasty_view(), plain_view("1" * 24)], tmp_path, form=form)
    assert first.read_text("utf-8") == "- Lê Văn Mẫu\n- no\n"
    assert second.read_text("utf-8") == ""


def test_one_file_has_them_one_after_the_other(tmp_path: Path) -> None:
    form = format_of("a.txt", "{{ article.key[0] }} {{ article.date }}\n")
    [written] = export([nasty_view(), plain_view("1" * 24)], tmp_path / "a.txt", form=form)
    assert written.read_text("utf-8") == "0 2024-04-03\n\n1 \n"


@settings(deadline=None)
@given(st.text(max_size=40))
def test_what_a_template_puts_into_markdown_stays_text(title: str) -> None:
    written = format_of("a.md", "x{{ article.title }}\n\n{{ article.body | text }}\n").one(
        replace(plain_view(), title=title, body=f"a{title}")
    )
    tokens = MarkdownIt("commonmark").parse(written)
    assert {token.type for token in tokens} <= {"paragraph_open", "paragraph_close", "inline"}
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "softbreak", "text_special"}


def test_html_is_escaped() -> None:
    view = replace(plain_view(), title="<script>&")
    assert format_of("a.html", "<p>{{ article.title }}</p>").one(view) == "<p>&lt;script&gt;&amp;</p>"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% for %}", "line 1"),
        ("a\n{{ article.nothing }}", "nothing"),
        ("{{ article.key.__class__.__mro__ }}", "unsafe"),
        ("{{ 1 / 0 }}", "zero"),
        ("{{ article.body | nofilter }}", "nofilter"),
    ],
)
def test_what_is_wrong_with_a_template_is_told(text: str, said: str) -> None:
    with pytest.raises(ExportError) as caught:
        format_of("mẫu.md", text).one(plain_view())
    assert "mẫu.md" in str(caught.value.problem)
    assert said in str(caught.value.problem)
