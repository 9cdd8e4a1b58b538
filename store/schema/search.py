"""The indexes of the search, and the triggers that keep them in step with ``articles``."""

from __future__ import annotations

from typing import Final


def _folded(text: str) -> str:
    """SQL for a text as indexes without marks take it: ``đ`` as ``d``, which their tokenizer leaves alone."""
    return f"replace(replace({text}, 'đ', 'd'), 'Đ', 'D')"


def _index_rows(row: str, *, delete: bool) -> str:
    """SQL that adds one row of ``articles`` to every index, or takes it out with the words that it went in with."""
    whole = f"coalesce({row}.title, '') || char(10) || {row}.body"
    texts = {
        "articles_fts(title, body": f"{_folded(f'{row}.title')}, {_folded(f'{row}.body')}",
        "articles_words(text": _folded(whole),
        "articles_marked(text": whole,
    }
    statements = ""
    for head, values in texts.items():
        table = head.partition("(")[0]
        command, name = (f", {table}", "'delete', ") if delete else ("", "")
        statements += f"INSERT INTO {head}{command}, rowid) VALUES ({values}, {name}{row}.id);\n"  # noqa: S608
    return statements


# Three indexes, since none answers everything fast (docs/search.md):
# * articles_fts: title and body without marks, with places of words: phrases, `title:`, and tools from outside;
# * articles_words: words without marks, no places, prefixes of one to six letters: what is typed letter by letter;
# * articles_marked: words with their marks, no places: what is typed with marks.
INDEXES: Final = (
    """
    CREATE VIRTUAL TABLE articles_fts USING fts5(
        title, body, content="articles", content_rowid='id', tokenize='unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE VIRTUAL TABLE articles_words USING fts5(
        text, content='', detail=none, prefix='1 2 3 4 5 6',
        tokenize='unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE VIRTUAL TABLE articles_marked USING fts5(
        text, content='', detail=none, prefix='1 2', tokenize='unicode61 remove_diacritics 0'
    )
    """,
    f"CREATE TRIGGER articles_insert AFTER INSERT ON articles BEGIN\n{_index_rows('new', delete=False)}END",
    f"CREATE TRIGGER articles_delete AFTER DELETE ON articles BEGIN\n{_index_rows('old', delete=True)}END",
    "CREATE TRIGGER articles_update AFTER UPDATE OF id, title, body ON articles BEGIN\n"
    f"{_index_rows('old', delete=True)}{_index_rows('new', delete=False)}END",
)
