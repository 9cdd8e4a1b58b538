"""Finding: the filter, its tags, its matches."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from store import tags
from store.search import Order, has_words
from tui.language import tr

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen


def _filter(reader: ReaderScreen) -> None:
    if reader.pane != "timeline":
        reader.go_to_pane("timeline")
    reader.foot.box.focus(scroll_visible=False)


def _clear(reader: ReaderScreen) -> None:
    """Let go of the selection; else clear the filter; and leave its box."""
    if reader.article.selection is not None:
        reader.article.end_selection()
        return
    typing = reader.foot.box.has_focus
    reader.foot.box.write("")
    if typing:
        reader.go_to_pane("timeline")


def _accept(reader: ReaderScreen) -> None:
    reader.go_to_pane("timeline")


def _choice(delta: int) -> Callable[[ReaderScreen], None]:
    return lambda reader: reader.timeline.move(delta)


def _by_tag(reader: ReaderScreen) -> None:
    if not tags.all_tags(reader.connections.here):
        reader.say(tr("There are no tags yet; {key} puts one on an article.").format(key=reader.key_of("tag")))
        return
    from tui.screens.tags import TagScreen

    def filter_by(name: str | None) -> None:
        if name is not None:
            reader.foot.box.write(f'tag:"{name.replace(chr(34), " ")}"')

    reader.app.push_screen(TagScreen(reader, tr("See only the articles with the tag"), making=False), filter_by)


def _match(step: int) -> Callable[[ReaderScreen], None]:
    def go(reader: ReaderScreen) -> None:
        person = reader.people.current_key
        if reader.article.match_position[1] or reader.pane != "people" or person is None:
            found = reader.article.next_match(step)
        else:
            found = reader.article.next_mention_of(person, step)
        if found is None:
            reader.say(tr("Nothing in this article matches."))
        reader.tell_standing()

    return go


def _order(reader: ReaderScreen) -> None:
    if not has_words(reader.query_shown):
        key = reader.key_of("filter")
        reader.say(tr("Relevance needs words to search for; {key} filters.").format(key=key))
        return
    by_time = reader.order is Order.TIME
    reader.order = Order.RELEVANCE if by_time else Order.TIME
    reader.filter_to(reader.foot.box.text)
    reader.say(tr("Most relevant first.") if by_time else tr("Newest first."))


ACTS: Final[dict[str, Callable[[ReaderScreen], None]]] = {
    "filter": _filter,
    "clear": _clear,
    "accept": _accept,
    "next-choice": _choice(1),
    "previous-choice": _choice(-1),
    "filter-by-tag": _by_tag,
    "next-match": _match(1),
    "previous-match": _match(-1),
    "order": _order,
}
