"""Invented articles for tests of the archive, with people, offices and meetings where their words stand."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from store import articles
from store.archive import Archive
from store.records import (
    Attendance,
    Block,
    BlockKind,
    Caption,
    CleanArticle,
    Document,
    Extraction,
    ImportedArticle,
    Meeting,
    MeetingKind,
    Mention,
    MentionKind,
    Office,
    Part,
    Person,
    Role,
    SourceFile,
    Span,
)

TITLE = "Tỉnh ủy Hải Vân họp phiên tháng Mười"
BODY = (
    "Sáng 4-10, đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy Hải Vân, chủ trì hội nghị tại Hải Vân.\n\n"
    "Đồng chí Trần Thị Thử, Phó Bí thư Thường trực Tỉnh ủy, báo cáo việc thi hành Nghị quyết 99-NQ/TU.\n\n"
    "Quang cảnh hội nghị. Ảnh: P.V"
)


def span_of(words: str, body: str, title: str | None = None) -> Span:
    """Where words stand first, in the body or else in the headline."""
    if words in body:
        return Span(body.index(words), body.index(words) + len(words))
    assert title is not None
    return Span(title.index(words), title.index(words) + len(words), Part.TITLE)


def clean(title: str | None, body: str, published: str | None = None) -> CleanArticle:
    """Paragraphs; a paragraph that tells of a photo is a caption."""
    blocks, captions, start = [], [], 0
    for paragraph in body.split("\n\n"):
        kind = BlockKind.CAPTION if "Ảnh:" in paragraph else BlockKind.PARAGRAPH
        blocks.append(Block(kind, start, start + len(paragraph)))
        if kind is BlockKind.CAPTION:
            captions.append(Caption(paragraph, "P.V", Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    return CleanArticle(
        title, "P.V", "Thời sự", published, published, body, tuple(blocks), tuple(captions), ("Chia sẻ", "In bài")
    )


def person(name: str, wordings: Sequence[str], body: str, title: str | None = None) -> Person:
    """Someone who is named once, with offices."""
    offices = tuple(
        Office(
            wording,
            wording,
            span_of(wording, body, title),
            organisation="Tỉnh ủy",
            place="Hải Vân",
            rule="an office before a name",
        )
        for wording in wordings
    )
    mention = Mention(MentionKind.PERSON, span_of(name, body, title), name)
    return Person(name, offices, ("Đại tá",), True, (mention,))


def made(
    path: str = "/a.txt",
    title: str | None = TITLE,
    body: str = BODY,
    *,
    people: Mapping[str, Sequence[str]] | None = None,
    roles: Mapping[str, Role] | None = None,
    date: str | None = "2021-10-04",
    meeting: Meeting | None = None,
    published: str | None = None,
    documents: Sequence[str] = (),
    mentions: Sequence[tuple[MentionKind, str]] = (),
    version: str = "1",
) -> ImportedArticle:
    """An article with one meeting, at which everyone was whom ``people`` names with their offices."""
    people = people or {}
    attendances = tuple(
        Attendance(name, role, None, span_of(name, body, title), f"a rule for {role}")
        for name in people
        for role in [(roles or {}).get(name, Role.ATTENDS)]
    )
    event = meeting or Meeting(
        MeetingKind.CONFERENCE, date=date, date_text=date and "4-10", place="Hải Vân", rule="a day"
    )
    extraction = Extraction(
        version,
        (replace(event, attendances=attendances),),
        tuple(person(name, wordings, body, title) for name, wordings in people.items()),
        tuple(
            Document("nghị quyết", words.split()[-1], None, (words,), (span_of(words, body, title),))
            for words in documents
        ),
        tuple(Mention(kind, span_of(words, body, title), words) for kind, words in mentions),
    )
    original = f"{title or ''}\n\n{body}\n\nChia sẻ\nIn bài"
    digest = hashlib.sha256(original.encode()).hexdigest()
    return ImportedArticle(SourceFile(path, "text", digest), original, clean(title, body, published), extraction)


FULL = made(
    people={"Trần Thị Thử": ["Phó Bí thư Thường trực Tỉnh ủy"], "Lê Văn Mẫu": ["Bí thư Tỉnh ủy Hải Vân"]},
    roles={"Lê Văn Mẫu": Role.CHAIRS, "Trần Thị Thử": Role.REPORTS},
    documents=["Nghị quyết 99-NQ/TU"],
    mentions=[
        (MentionKind.DATE, "4-10"),
        (MentionKind.PLACE, "tại Hải Vân"),
        (MentionKind.ORGANISATION, "Tỉnh ủy"),
    ],
)


def open_archive(folder: Path) -> Archive:
    return Archive.open(folder / "archive.db")


def take_in(archive: Archive, *imported: ImportedArticle) -> list[int]:
    """Import articles; give their ids."""
    articles.add_all(archive, imported)
    return [articles.find(archive, one.source.path) for one in imported]


def table_rows(archive: Archive, table: str) -> list[tuple[object, ...]]:
    """All rows of a table, sorted."""
    return sorted(archive.rows(f"SELECT * FROM {table}"), key=repr)
