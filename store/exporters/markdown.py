"""Articles as Markdown: front matter in YAML, then the text with its notes.

Notes are block quotes after the paragraph in which their passage ends; those on the whole article or its headline
come first, those whose passage is no longer in the text last, with its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from store.exporters.escaping import Data, inline, lines, link, paragraph, quoted, yaml
from store.exporters.facts import basis, date, heading, wordings
from store.records import ArticleView, Block, BlockKind, Meeting, Note, Part, PersonInArticle
from store.text import clean, one_line

if TYPE_CHECKING:
    from store.exporters import Views

_KINDS: Final = {"quote": "Quote", "question": "Question", "fact": "Fact", "check": "To check"}


def render(view: ArticleView, *, links: bool = False) -> str:
    """Write one article; ends with a line break.

    With ``links`` the people come after the text as links of Obsidian (``[[Nguyễn Văn A]]``), one a line with the
    offices, so that every article is joined to those on the same people.
    """
    parts = ["\n".join(["---", *yaml(front_matter(view)), "---"]), f"# {inline(heading(view))}", *_text(view)]
    return "\n\n".join([*parts, *(_people(view) if links else [])]) + "\n"


def render_all(views: Views, *, links: bool = False) -> Iterator[str]:
    """Write several articles as one text that begins with a table of contents; each is read twice."""
    title = "1 article" if len(views) == 1 else f"{len(views)} articles"
    contents = _Contents()
    fronts: list[Data] = []
    for view in views:
        fronts.append(front_matter(view))
        contents.add(view)
    yield "\n".join(["---", *yaml({"title": title, "articles": fronts}), "---"])
    yield f"\n\n# {title}"
    if contents.lines:
        yield "\n\n" + "\n".join(contents.lines)
    for view in views:
        yield f"\n\n## {inline(heading(view))}"
        if about := [part for part in (date(view), view.byline, view.section) if part]:
            yield f"\n\n{paragraph(one_line(' · '.join(about)))}"
        for part in (*_text(view), *(_people(view) if links else ())):
            yield f"\n\n{part}"
    yield "\n"


def front_matter(view: ArticleView) -> dict[str, Data]:
    """Return what is known about an article, as front matter has it."""
    main = view.meetings[0] if view.meetings else None
    return {
        "title": heading(view),
        "title_is_first_sentence": None if one_line(view.title or "") else True,
        "date": date(view),
        "date_basis": basis(main) if main else None,
        "date_reason": main.date_reason if main else None,
        "published": view.published,
        "byline": view.byline,
        "section": view.section,
        "key": view.key,
        "sources": [{"path": source.path, "address": source.address} for source in view.sources],
        "tags": [tag.name for tag in view.tags],
        "meeting": _meeting(main) if main else None,
        "other_meetings": [{"date": one.date or one.inferred_date, **_meeting(one)} for one in view.meetings[1:]],
        "people": [_person(person) for person in view.people],
    }


def _meeting(meeting: Meeting) -> dict[str, Data]:
    return {
        "kind": meeting.kind.value,
        "title": meeting.title,
        "part_of_day": meeting.part_of_day,
        "place": meeting.place,
        "chairs": meeting.chairs,
    }


def _person(person: PersonInArticle) -> dict[str, Data]:
    return {
        "name": person.name,
        "role": person.role and person.role.value,
        "side": person.side,
        "positions": wordings(person),
    }


def _text(view: ArticleView) -> list[str]:
    """Return the blocks of Markdown below the heading."""
    blocks = view.blocks or ((Block(BlockKind.PARAGRAPH, 0, len(view.body)),) if view.body else ())
    placed: list[list[Note]] = [[] for _ in blocks]
    first: list[Note] = []
    adrift: list[Note] = []
    for note in view.notes:
        if note.span is None:
            (adrift if note.exact else first).append(note)
        elif note.span.part is Part.TITLE or not blocks:
            first.append(note)
        else:
            placed[_block_at(blocks, note.span.end)].append(note)
    written = [_note(note) for note in first]
    for block, notes in zip(blocks, placed, strict=True):
        written += [_block(view.body, block), *(_note(note) for note in notes)]
    if adrift:
        written += ["### Notes whose passage is no longer in the text", *(_note(note) for note in adrift)]
    return [part for part in written if part]


def _block_at(blocks: Sequence[Block], end: int) -> int:
    return next((number for number, block in enumerate(blocks) if end <= block.end), len(blocks) - 1)


def _block(body: str, block: Block) -> str:
    text = body[block.start : block.end]
    if block.kind is BlockKind.CROSSHEAD:
        return f"### {inline(text)}" if inline(text) else ""
    words = paragraph(text)
    return f"*{words}*" if words and block.kind is BlockKind.CAPTION else words


def _note(note: Note) -> str:
    """Write a note as a block quote: its kind and passage, then what it says."""
    about = f"**{_KINDS.get(note.kind, 'Note')}**"
    if note.exact:
        about += f" on “{inline(note.exact)}”"
    said = (paragraph(part) for part in re.split(r"\n\s*\n", clean(note.text)) if lines(part))
    return quoted("\n\n".join([about, *said]))


class _Contents:
    """Links to the headings, by the names that GitHub and most viewers give them."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._taken: dict[str, int] = {}

    def add(self, view: ArticleView) -> None:
        """Add a line for an article, which comes after those that were added."""
        title = heading(view)
        name = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        number = self._taken.get(name, 0)
        self._taken[name] = number + 1
        anchor = f"{name}-{number}" if number else name
        when = f"{inline(date(view) or '')} " if date(view) else ""
        self.lines.append(f"- {when}[{inline(title)}](#{anchor})")


def _people(view: ArticleView) -> list[str]:
    """List the people as links, with their offices."""
    if not view.people:
        return []
    held = ((one.name, "; ".join(wordings(one))) for one in view.people)
    return ["### People", "\n".join(f"- {link(name)}{f': {inline(told)}' if told else ''}" for name, told in held)]
