"""Looking: a person's page, the text as it came, reading and unreading, taking words out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from store import articles, reading
from store.records import ArticleView, PersonInArticle
from store.text import clean, one_line
from tui.language import tr
from tui.widgets.dates import in_full

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen


def _person(reader: ReaderScreen) -> None:
    """Open the page of the person under the cursor of their pane, or at the words that are lit, or the first."""
    chosen = _person_meant(reader)
    if chosen is None:
        reader.say(tr("No people are named in this article."))
        return
    from store import people
    from tui.screens.person import PersonScreen

    here = reader.connections.here
    page = people.person_page(here, chosen.key)
    reader.app.push_screen(
        PersonScreen(page, partial(people.person_page, here), reader.settings.keys), reader.go_to_article
    )


def _person_meant(reader: ReaderScreen) -> PersonInArticle | None:
    view = reader.view
    if view is None or not view.people:
        return None
    key = reader.person_at_hand
    return next((person for person in view.people if person.key == key), view.people[0])


def _original(reader: ReaderScreen) -> None:
    if reader.row is None:
        return
    from tui.screens.original import OriginalScreen

    view = articles.read(reader.connections.here, reader.row.article_id)
    reader.app.push_screen(
        OriginalScreen(view, articles.original(reader.connections.here, view.id), reader.settings.keys)
    )


def _toggle_read(reader: ReaderScreen) -> None:
    row, keys = reader.row, reader.targets()
    if row is None:
        return
    read = row.unread

    reader.do(lambda archive: reading.set_read(archive, keys, read), keys)


def _copy(reader: ReaderScreen) -> None:
    view = reader.view
    if view is None:
        return
    span = reader.article.selection
    text = clean(view.body[span.start : span.end] if span is not None else headline(view))
    reader.app.copy_to_clipboard(text)
    what = tr("the passage") if span is not None else tr("the headline")
    told = tr("Copied {what}, {n} characters, by OSC 52: the terminal must allow it.")
    reader.say(told.format(what=what, n=len(text)))


def headline(view: ArticleView) -> str:
    """Write headline, byline and date of publication as one line, as one would cite them."""
    published = in_full(view.published) if view.published else view.published_text
    title = view.title or view.body[:120]
    return one_line(". ".join(part for part in (title, view.byline, published) if part))


ACTS: Final[dict[str, Callable[[ReaderScreen], None]]] = {
    "person": _person,
    "original": _original,
    "toggle-read": _toggle_read,
    "copy": _copy,
}
