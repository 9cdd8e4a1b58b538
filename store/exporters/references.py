"""Articles as references for a bibliography: CSL-JSON (Zotero, Pandoc) and BibTeX (LaTeX, JabRef).

A reference says when the article was published; the day of the meeting is the date of its event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from store.edtf import days
from store.exporters.facts import address, date, heading, listed, wordings
from store.records import ArticleView
from store.text import clean, fold, one_line

_TEX: Final = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_", "%": r"\%",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip
_NOT_IN_URL: Final = re.compile(r"[\\{}]")
_WORDS_OF_ID: Final = 3


def csl(views: Iterable[ArticleView]) -> Iterator[str]:
    """Write CSL-JSON: an array with an item for each article."""
    return listed((item(view) for view in views), "[", "]")


def item(view: ArticleView) -> dict[str, Any]:
    """Give an article as an item of CSL-JSON (schema 1.0.2, type ``article-newspaper``)."""
    meeting = view.meetings[0] if view.meetings else None
    found = {
        "id": view.key,
        "type": "article-newspaper",
        "language": "vi",
        "title": heading(view),
        "author": [{"literal": one_line(view.byline)}] if view.byline and one_line(view.byline) else None,
        "issued": _csl_date(view.published),
        "container-title": site(view),
        "section": view.section,
        "URL": address(view),
        "event-title": meeting and meeting.title,
        "event-date": _csl_date(date(view)),
        "event-place": meeting and meeting.place,
        "keyword": ", ".join(one_line(tag.name) for tag in view.tags),
        "note": _people(view),
    }
    return {name: clean(value) if isinstance(value, str) else value for name, value in found.items() if value}


def bibtex(views: Iterable[ArticleView]) -> Iterator[str]:
    """Write BibTeX: an entry ``@misc`` for each article, letters in UTF-8, all else that TeX reads escaped."""
    taken: set[str] = set()
    for view in views:
        name = _id(view)
        if name in taken:
            name = f"{name}-{view.key[:8]}"
        taken.add(name)
        fields = "".join(f"  {field} = {{{value}}},\n" for field, value in _fields(view) if value)
        yield f"@misc{{{name},\n{fields}}}\n\n"


def tex(text: str | None) -> str:
    """Write text so that TeX shows it as it is."""
    return "".join(_TEX.get(character, character) for character in one_line(text or ""))


def site(view: ArticleView) -> str | None:
    """Name the site that the article came from by its host."""
    known = address(view)
    try:
        host = urlsplit(known).hostname if known else None
    except ValueError:  # brackets in it that are no address of version 6
        return None
    return host.removeprefix("www.") if host else None


def _csl_date(edtf: str | None) -> dict[str, Any] | None:
    """Give a date as CSL has it: parts as far as they are known, two for an interval, none without a year."""
    if days(edtf) is None or edtf is None:
        return None
    parts = [[int(number) for number in part[:10].split("-")] for part in edtf.split("/") if part[:4].isdigit()]
    return {"date-parts": parts}


def _people(view: ArticleView) -> str:
    told = (
        f"{one_line(one.name)} ({'; '.join(held)})" if (held := wordings(one)) else one.name for one in view.people
    )
    return ". ".join(told)


def _id(view: ArticleView) -> str:
    """Give the citation key: the first words of the headline and the year, in letters that BibTeX takes."""
    words = re.findall(r"[a-z0-9]+", fold(heading(view)))[:_WORDS_OF_ID]
    year = (view.published or date(view) or "")[:4]
    return "-".join([*words, *([year] if year.isdigit() else [])]) or view.key


def _fields(view: ArticleView) -> Iterator[tuple[str, str]]:
    meeting = view.meetings[0] if view.meetings else None
    yield "title", f"{{{tex(heading(view))}}}"
    yield "author", f"{{{tex(view.byline)}}}" if view.byline and tex(view.byline) else ""
    if days(view.published) and view.published:
        yield "date", view.published[:10]
        yield "year", view.published[:4]
        yield "month", str(int(view.published[5:7])) if view.published[5:7].isdigit() else ""
    yield "howpublished", tex(site(view))
    yield "url", _NOT_IN_URL.sub(lambda found: f"%{ord(found[0]):02X}", address(view) or "")
    yield "eventtitle", tex(meeting.title) if meeting else ""
    yield "eventdate", tex(date(view)) if days(date(view)) else ""  # biblatex knows no unknown year
    yield "venue", tex(meeting.place) if meeting else ""
    yield "keywords", ", ".join(tex(tag.name).replace(",", " ") for tag in view.tags)
    yield "langid", "vietnamese"
    yield "note", tex(_people(view))
