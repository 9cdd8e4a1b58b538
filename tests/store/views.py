"""Articles as the reader shows them, made by hand: one that holds every nasty value, and plain ones."""

from __future__ import annotations

from dataclasses import replace

from store.records import (
    ArticleView,
    Block,
    BlockKind,
    Caption,
    DateBasis,
    Meeting,
    MeetingKind,
    Note,
    Office,
    Part,
    PersonInArticle,
    Role,
    SourceFile,
    Span,
    Tag,
)

NASTY_BLOCKS = [
    (BlockKind.PARAGRAPH, "Sáng 3-4, Thành ủy Hải Vân (TPHV) họp; 94% đại biểu dự. <b>Không đậm</b> & &amp; gì."),
    (BlockKind.CAPTION, "*Quang cảnh* hội nghị [ảnh](javascript:alert(1)) ![x](y.png)\nẢnh: P.V"),
    (BlockKind.CROSSHEAD, "# Nhiều #chuyển #biến {#id .lớp} ###"),
    (BlockKind.PARAGRAPH, "1. Không phải danh sách\n- cũng không\n+ hay\n> trích\n===\n---\na) b\n(iv) c"),
    (BlockKind.PARAGRAPH, "    bốn dấu cách\n\tvà một tab; `mã` ``` ~~~ __đậm__ *nghiêng* \\* \\"),
    (BlockKind.PARAGRAPH, "<script>x()</script><!-- --> <https://vi.du> http://vi.du www.vi.du a@b.vn $x^2$"),
    (BlockKind.PARAGRAPH, "\x1b[31mđỏ\x1b[0m \u202eđảo\u202c [bold]không[/] [[nối]] ==sáng== %%ẩn%% [^1]: chú"),
]  # fmt: skip


def body_of(blocks: list[tuple[BlockKind, str]]) -> tuple[str, tuple[Block, ...]]:
    made, start = [], 0
    for kind, text in blocks:
        made.append(Block(kind, start, start + len(text)))
        start += len(text) + 2
    return "\n\n".join(text for _, text in blocks), tuple(made)


def plain_view(key: str = "0" * 24, title: str | None = "Họp", body: str = "Một.") -> ArticleView:
    text, blocks = body_of([(BlockKind.PARAGRAPH, part) for part in body.split("\n\n")] if body else [])
    return ArticleView(
        id=1, key=key, title=title, byline=None, section=None, published=None, published_text=None,
        body=text, blocks=blocks, sources=(), captions=(), boilerplate=(), meetings=(), people=(), documents=(),
        mentions=(), tags=(), notes=(), unread=True, marked=False, stopped_at=0,
    )  # fmt: skip


def note(number: int, text: str, kind: str, exact: str, span: Span | None) -> Note:
    return Note(
        f"{number:032x}", "0" * 24, text, kind, exact, "", "", span, "2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z"
    )


def nasty_view() -> ArticleView:
    """One article with a value of every hard kind in every place."""
    body, blocks = body_of(NASTY_BLOCKS)
    passage = "94% đại biểu"
    start = body.index(passage)
    meeting = Meeting(
        MeetingKind.WORKING_SESSION, "Phiên họp: “thường kỳ”", "2024-04-03", "Sáng 3-4",
        DateBasis.YEAR_FROM_PUBLICATION, None, None, "sáng", "Hội trường\t'A': #1", None, (),
    )  # fmt: skip
    later = Meeting(MeetingKind.VISIT, date_reason="no: day", inferred_date="2023-12/2024-01")
    people = (
        PersonInArticle(
            "le van mau", "Lê Văn Mẫu", Role.CHAIRS, "Thành ủy: Hải Vân", True, (),
            (Office("Bí thư Thành ủy", "Bí thư Thành ủy", Span(0, 4)), Office("Bí thư  Thành ủy", "x", Span(5, 9))),
            (),
        ),
        PersonInArticle("no", "no", None, None, False, (), (Office("- {a: b}", "x", Span(0, 4)),), ()),
    )  # fmt: skip
    notes = (
        note(1, "Đọc lại\n\n# sau", "note", "", None),
        note(2, "Tên?", "question", "\"Họp\"", Span(0, 5, Part.TITLE)),
        note(3, "94% của bao nhiêu?\n> ai nói\n\n- <i>", "check", passage, Span(start, start + len(passage))),
        note(4, "", "quote", "họp; 94%", Span(start - 5, start + 3)),
        note(5, "Mất chỗ", "fact", "lời *đã* bỏ\nhai dòng", None),
    )  # fmt: skip
    return replace(
        plain_view(),
        title='"Họp": \\ # [Thành ủy] *Hải Vân* <i>\x07',
        byline="P.V: 'A'", section="Thời sự - Chính trị", published="2024-04-03T19:24", body=body, blocks=blocks,
        sources=(SourceFile("/tin/a: b.txt", "text", "d" * 64), SourceFile("yes", "html", "e" * 64, "https://vi.du/?a=1&b=2")),
        captions=(Caption("x", None, None),), meetings=(meeting, later), people=people,
        tags=(Tag("đọc lại"), Tag("null"), Tag("1e3"), Tag("#x: y"), Tag("2024-01-01"), Tag("~")), notes=notes,
    )  # fmt: skip
