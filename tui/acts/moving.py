"""Moving: rows, lines, the end of a selection, panes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from tui.geometry import PANES
from tui.language import tr
from tui.widgets.caret import Motion

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen


def _by(delta: int, motion: Motion) -> Callable[[ReaderScreen], None]:
    def move(reader: ReaderScreen) -> None:
        if reader.article.selecting:
            reader.article.move_caret(motion)
        elif reader.pane == "article":
            reader.article.scroll_lines(delta)
        else:
            reader.list_in_use.move(delta)

    return move


def _paging(pages: int) -> Callable[[ReaderScreen], None]:
    def page(reader: ReaderScreen) -> None:
        if reader.pane == "article":
            reader.article.scroll_pages(pages)
        else:
            reader.list_in_use.page(pages)

    return page


def _sideways(step: int, motion: Motion) -> Callable[[ReaderScreen], None]:
    def move(reader: ReaderScreen) -> None:
        at = PANES.index(reader.pane) + step
        if reader.article.selecting:
            reader.article.move_caret(motion)
        elif 0 <= at < len(PANES):
            reader.go_to_pane(PANES[at])

    return move


def _by_word(motion: Motion) -> Callable[[ReaderScreen], None]:
    return lambda reader: reader.article.move_caret(motion)


def _first(reader: ReaderScreen) -> None:
    if reader.article.selecting:
        reader.article.move_caret(Motion.LINE_START)
    elif reader.pane == "article":
        reader.article.first()
    else:
        reader.list_in_use.first()


def _last(reader: ReaderScreen) -> None:
    if reader.article.selecting:
        reader.article.move_caret(Motion.LINE_END)
    elif reader.pane == "article":
        reader.article.last()
    else:
        reader.list_in_use.last()


def _open(reader: ReaderScreen) -> None:
    if reader.pane == "timeline":
        reader.timeline.open()
    elif reader.pane == "people":
        reader.people.choose()


def _to_pane(pane: str) -> Callable[[ReaderScreen], None]:
    return lambda reader: reader.go_to_pane(pane)


def _around(step: int) -> Callable[[ReaderScreen], None]:
    return lambda reader: reader.go_to_pane(PANES[(PANES.index(reader.pane) + step) % len(PANES)])


def _zoom(reader: ReaderScreen) -> None:
    reader.zoom()


def _fold(reader: ReaderScreen) -> None:
    reader.go_to_pane("timeline")
    if not reader.timeline.fold():
        reader.say(tr("There is nothing more to fold here."))


def _unfold(reader: ReaderScreen) -> None:
    reader.go_to_pane("timeline")
    if not reader.timeline.unfold():
        reader.say(tr("Nothing is folded here."))


def _fold_all(reader: ReaderScreen) -> None:
    reader.go_to_pane("timeline")
    if not reader.timeline.toggle_folds():
        reader.say(tr("There is nothing to fold."))


ACTS: Final[dict[str, Callable[[ReaderScreen], None]]] = {
    "move-down": _by(1, Motion.DOWN),
    "move-up": _by(-1, Motion.UP),
    "move-left": _sideways(-1, Motion.LEFT),
    "move-right": _sideways(1, Motion.RIGHT),
    "next-word": _by_word(Motion.WORD),
    "previous-word": _by_word(Motion.BACK),
    "move-first": _first,
    "move-last": _last,
    "page-down": _paging(1),
    "page-up": _paging(-1),
    "open": _open,
    "next-pane": _around(1),
    "previous-pane": _around(-1),
    "pane-timeline": _to_pane("timeline"),
    "pane-article": _to_pane("article"),
    "pane-people": _to_pane("people"),
    "zoom-pane": _zoom,
    "fold": _fold,
    "unfold": _unfold,
    "fold-all": _fold_all,
}
