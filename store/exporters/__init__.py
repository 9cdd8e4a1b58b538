"""Writing articles out, each format a module of its own; `FORMATS` is where a format is added."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Final, Protocol

from store.records import ArticleView


class Views(Protocol):
    """Articles that go out: how many they are, and each in turn, as often as is asked."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[ArticleView]: ...


Writer = Callable[[Views], Iterator[str]]
"""Writes articles as the pieces of one file, which it reads in order so that few are in memory at a time."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format of export: how one article is written, and how several are in one file.

    ``passes`` is how often ``many`` reads each article.
    """

    name: str
    extension: str
    about: str
    one: Callable[[ArticleView], str]
    many: Writer
    passes: int = 1


def _format(name: str, extension: str, about: str, module: str, writer: str = "render") -> Format:
    """Make a format that is imported when it is used, and writes one article as it does many."""

    def many(views: Views) -> Iterator[str]:
        found: Writer = getattr(import_module(f"store.exporters.{module}"), writer)
        return found(views)

    return Format(name, extension, about, lambda view: "".join(many([view])), many)


def _markdown(name: str, about: str, *, links: bool) -> Format:
    def one(view: ArticleView) -> str:
        from store.exporters.markdown import render

        return render(view, links=links)

    def many(views: Views) -> Iterator[str]:
        from store.exporters.markdown import render_all

        return render_all(views, links=links)

    return Format(name, ".md", about, one, many, passes=2)


FORMATS: Final[Mapping[str, Format]] = {
    known.name: known
    for known in (
        _markdown("markdown", "text with front matter and notes", links=False),
        _markdown("obsidian", "Markdown with people as links of Obsidian", links=True),
        _format("jsonl", ".jsonl", "everything known, a line of JSON for each article", "facts", "lines_of_json"),
        _format("csv", ".csv", "a table with a row for each article", "tables", "articles"),
        _format("csv-offices", ".csv", "a table with a row for each office of a person", "tables", "offices"),
        _format("csl", ".json", "references as CSL-JSON, for Zotero and Pandoc", "references", "csl"),
        _format("bibtex", ".bib", "references for LaTeX", "references", "bibtex"),
        _format("annotations", ".jsonld", "notes and tags as W3C Web Annotations", "annotations"),
        _format("ftm", ".ftm.json", "entities of FollowTheMoney, for Aleph and Datashare", "followthemoney"),
        _format("popolo", ".json", "people, posts and events as Popolo has them", "popolo"),
        _format("icalendar", ".ics", "a calendar of the meetings", "calendar"),
    )
}
"""All formats by name."""
