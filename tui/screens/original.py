"""The text of an article as it came, before anything was cleaned from it."""

from __future__ import annotations

from collections.abc import Sequence

from store.records import ArticleView
from store.text import clean, one_line, path_text
from tui.keymap import KeyTable, told
from tui.language import grouped, tr
from tui.screens.paper import Paper
from tui.widgets.lines import FAINT, PLAIN, Row, wrapped

MEASURE = 100


class OriginalScreen(Paper[None]):
    """Where it came from, and then every line of it."""

    def __init__(self, view: ArticleView, original: str, keys: KeyTable) -> None:
        title = one_line(view.title or "", 60)
        heading = f"{tr('Original text')} · {title}" if title else tr("Original text")
        super().__init__(heading, told(keys, ("close", tr("closes"))))
        self._view = view
        self._original = original

    def rows(self, width: int) -> Sequence[Row]:
        """Give the sources and the text, broken where the window ends."""
        rows = []
        for source in self._view.sources:
            rows += wrapped(str(path_text(source.path)), FAINT, width)
        rows.append(Row(((tr("{n} characters").format(n=grouped(len(self._original))), FAINT),)))
        rows.append(Row())
        rows += wrapped(clean(self._original), PLAIN, min(width, MEASURE))
        return rows
