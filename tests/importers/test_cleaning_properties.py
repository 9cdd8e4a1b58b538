"""What holds for any text: cleaning never fails, loses no line, and its offsets are right."""

from hypothesis import given
from hypothesis import strategies as st

from importers.cleaning import classify, clean_article
from importers.cleaning.bylines import signer
from importers.cleaning.lines import LineKind, without_symbols
from store.records import Block, BlockKind, CleanArticle
from store.text import clean

FRAGMENTS = [
    "Quang cảnh hội nghị",
    "Đồng chí Lò Văn Bến phát biểu tại hội nghị",
    "Chiều 12/12, Huyện ủy Nậm Sơn họp. Các đại biểu đã nghe báo cáo và thảo luận nhiều việc quan trọng của huyện.",
    "Tin, ảnh: Hà Mây",
    "(Ảnh: Duy An)",
    "Ảnh: A",
    "P.V",
    "HÀ MÂY",
    "Thứ Hai, 3/4/2023",
    "10:20' 3/4/2023",
    "date 2024-01 ",
    "leftcenterrightdel",
    "Các tin khác",
    "Tin liên quan",
    "Xem thêm: gì đó",
    "Thời sự",
    "Trang chủ > Tin tức",
    "\u00a0",
    "\t",
    "",
    "",
    "…",
    "-",
    "“",
    ".",
    "|",
    "1. Về nhiệm vụ",
    "\u202eẩn\u202c",
    "\x1b[31mđỏ",
    "[bold]đậm[/bold]",
    "\ud800",
    "99/99/9999",
    "31/02/2023",
    "\u2028",
    "👩\u200d👩",
    "\uf0b7Về nhiệm vụ",
    "\uf0b7 \uf0a7",
    "huyện\uf0d8xã",
    "📢Thông báo🇻🇳",
    "Tác giả: Hà Mây",
    "Trung tướng HÀ MÂY",
    "#NamSon #CheXanh",
]
LINES = st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=60))
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(LINES, max_size=30).map("\n".join),
    st.lists(st.sampled_from(FRAGMENTS), max_size=12).map(" ".join),
)


def block_texts(article: CleanArticle) -> list[str]:
    return [article.body[block.start : block.end] for block in article.blocks]


@given(TEXTS)
def test_every_line_is_told_and_kept(text: str) -> None:
    lines = classify(text)
    article = clean_article(text)
    kept = [line.text for line in lines]
    assert [" ".join(line.split()) for line in without_symbols(clean(text)).split("\n") if line.strip()] == [
        " ".join(line.raw.split()) for line in lines
    ]
    blocks = block_texts(article)
    for line in lines:
        match line.kind:
            case LineKind.TITLE:
                assert article.title == line.text
            case LineKind.BYLINE:
                assert article.byline is not None
                assert article.byline == signer(line.text) or line.text in article.boilerplate
            case LineKind.STAMP:
                assert article.published_text is not None
            case LineKind.BOILERPLATE | LineKind.SECTION:
                assert line.raw in article.boilerplate
            case LineKind.CAPTION:
                assert line.raw.strip() in [caption.text for caption in article.captions]
            case LineKind.PARAGRAPH | LineKind.CROSSHEAD:
                assert any(line.text in block for block in blocks)  # lines broken by an editor are put together
            case None:
                raise AssertionError(kept)


@given(TEXTS)
def test_the_body_is_its_blocks_and_nothing_else(text: str) -> None:
    article = clean_article(text)
    assert "\n\n".join(block_texts(article)) == article.body
    assert all(block.start < block.end for block in article.blocks)
    assert clean(article.body) == article.body
    assert "\u00a0" not in article.body


@given(TEXTS)
def test_each_caption_is_a_block_once(text: str) -> None:
    article = clean_article(text)
    spans = [caption.span for caption in article.captions if caption.span is not None]
    blocks = [block for block in article.blocks if block.kind is BlockKind.CAPTION]
    assert [Block(BlockKind.CAPTION, span.start, span.end) for span in spans] == blocks


@given(TEXTS)
def test_cleaning_is_a_pure_function(text: str) -> None:
    assert clean_article(text) == clean_article(text)
