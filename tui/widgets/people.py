"""The people of a meeting: who chairs, who leads, who attends for which side, each with the offices as worded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from store.records import ArticleView, Office, PersonInArticle, Role, Span, Tense
from store.text import one_line
from tui.content import strip
from tui.language import tr
from tui.widgets.pane import LinePane
from tui.widgets.wrapping import cells, cut, wrap

_TITLES: Final = {
    Role.CHAIRS: "Chairs",
    Role.LEADS: "Leads the delegation",
    Role.SPEAKS: "Speaks",
    Role.REPORTS: "Reports",
    Role.ATTENDS: "Attends",
}
_NAMED: Final = "Named, not present"
_TENSES: Final = {Tense.FORMER: "former", Tense.ACTING: "acting", Tense.APPOINTED: "appointed"}
_INDENT: Final = 3


class Stop(NamedTuple):
    """Something the cursor can be on: a person, or (``office`` set) one of their offices."""

    person: PersonInArticle
    office: Office | None

    @property
    def span(self) -> Span | None:
        """The words it rests on: the office, or where the person is first named."""
        if self.office is not None:
            return self.office.span
        return self.person.mentions[0].span if self.person.mentions else None


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the pane; ``stop`` is what a click on it chooses, ``first`` whether the cursor's sign is here."""

    parts: tuple[tuple[str, str], ...]
    stop: int | None = None
    first: bool = False
    right: str = ""


def grouped(people: Sequence[PersonInArticle]) -> list[tuple[str, list[PersonInArticle]]]:
    """Put people under headings: by role, those who attend by side as well; who is only named comes last.

    Who is there without a role attends.
    """
    groups: dict[tuple[int, str], list[PersonInArticle]] = {}
    roles = list(_TITLES)
    for person in people:
        role = person.role or Role.ATTENDS
        if not person.present:
            key = (len(roles), tr(_NAMED))
        elif role is Role.ATTENDS and person.side:
            key = (roles.index(role), f"{tr(_TITLES[role])} · {one_line(person.side)}")
        else:
            key = (roles.index(role), tr(_TITLES[role]))
        groups.setdefault(key, []).append(person)
    return [(title, members) for (_, title), members in sorted(groups.items(), key=lambda group: group[0][0])]


def offices_of(person: PersonInArticle) -> list[Office]:
    """Give each wording once, where it stands first."""
    known: dict[str, Office] = {}
    for office in person.offices:
        known.setdefault(one_line(office.wording), office)
    return list(known.values())


class PeoplePane(LinePane, can_focus=True, inherit_bindings=False):
    """The people of the article that is shown, with a cursor over people and their offices."""

    cursor: reactive[int] = reactive(0, repaint=False)
    """Which stop the cursor is on."""

    class Moved(Message):
        """The cursor came to another person or office."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

        def can_replace(self, message: Message) -> bool:
            """Later ones make earlier ones needless."""
            return isinstance(message, PeoplePane.Moved)

    class Chosen(Message):
        """A person or an office was chosen: the words it rests on are wanted."""

        def __init__(self, key: str, span: Span | None) -> None:
            super().__init__()
            self.key = key
            self.span = span

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._people: tuple[PersonInArticle, ...] = ()
        self._shown: str | None = None
        self._stops: list[Stop] = []
        self._lines: list[_Line] = []

    # --- what it shows ------------------------------------------------------------------------------------------

    def show(self, view: ArticleView | None) -> None:
        """Show the people of an article; for the same article again the cursor stays."""
        same = view is not None and view.key == self._shown
        self._shown = view.key if view is not None else None
        self._people = view.people if view is not None else ()
        self._lay_out()
        self.cursor = min(self.cursor, max(len(self._stops) - 1, 0)) if same else 0
        if not same:
            self.go_to_line(0)
        self.refresh()

    @property
    def current(self) -> Stop | None:
        """What the cursor is on."""
        return self._stops[self.cursor] if self.cursor < len(self._stops) else None

    @property
    def current_key(self) -> str | None:
        """The key of the person that the cursor is on."""
        stop = self.current
        return stop.person.key if stop is not None else None

    def _lay_out(self) -> None:
        self._stops = []
        self._lines = []
        width = self.text_width
        for title, members in grouped(self._people):
            if self._lines:
                self._lines.append(_Line(()))
            self._lines.extend(_wrapped(title.upper(), width, 1, "people--group", None))
            for person in members:
                self._lines.extend(self._person(person, width))
        if not self._lines:
            self._lines = list(_wrapped(tr("No people named"), width, 1, "people--empty", None))
        self.set_line_count(len(self._lines))

    def _person(self, person: PersonInArticle, width: int) -> Iterator[_Line]:
        look = "people--name" if person.present else "people--absent"
        count = str(len(person.mentions)) if person.mentions else ""
        stop = len(self._stops)
        self._stops.append(Stop(person, None))
        name = cut(one_line(person.name), width - 2 - len(count))
        yield _Line(((" ", "people--sign"), (name, look)), stop, True, count)
        if person.ranks:
            ranks = ", ".join(one_line(rank) for rank in person.ranks)
            yield from _wrapped(ranks, width, _INDENT, "people--rank", stop)
        for office in offices_of(person):
            stop = len(self._stops)
            self._stops.append(Stop(person, office))
            yield from _office_lines(office, width, stop)

    # --- moving -------------------------------------------------------------------------------------------------

    def move(self, delta: int) -> None:
        """Move the cursor down (or up) by people and offices."""
        self.move_to(self.cursor + delta)

    def move_to(self, stop: int) -> None:
        """Move the cursor to a stop, or to the nearest that there is."""
        if not self._stops:
            return
        stop = min(max(stop, 0), len(self._stops) - 1)
        if stop != self.cursor:
            self.cursor = stop
            self.refresh()
            self.post_message(self.Moved(self._stops[stop].person.key))
        self._keep_in_sight()

    def first(self) -> None:
        """Move to the first person."""
        self.move_to(0)

    def last(self) -> None:
        """Move to the last."""
        self.move_to(len(self._stops) - 1)

    def page(self, pages: int) -> None:
        """Move by screenfuls."""
        lines = [number for number, line in enumerate(self._lines) if line.first and line.stop is not None]
        if not lines:
            return
        target = lines[self.cursor] + pages * max(self.size.height - 1, 1)
        nearest = min(range(len(lines)), key=lambda stop: abs(lines[stop] - target))
        self.move_to(nearest)

    def choose(self) -> None:
        """Say that the words under the cursor are wanted."""
        stop = self.current
        if stop is not None:
            self.post_message(self.Chosen(stop.person.key, stop.span))

    def move_to_person(self, key: str) -> None:
        """Move the cursor to a person, if they are here."""
        for number, stop in enumerate(self._stops):
            if stop.person.key == key and stop.office is None:
                self.move_to(number)
                return

    def _keep_in_sight(self) -> None:
        numbers = [number for number, line in enumerate(self._lines) if line.stop == self.cursor]
        if not numbers or not self.size.height:
            return
        first, last = numbers[0], numbers[-1]
        self.bring_into_sight(first if self.cursor else 0, last)

    # --- drawing and events -------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        number = y + self.top
        width = self.size.width
        if number >= len(self._lines):
            return strip((), width, self._paint("people--page"))
        line = self._lines[number]
        on = line.stop is not None and line.stop == self.cursor
        base = ("people--page", "people--cursor") if on else ("people--page",)
        fill = self._paint(*base)
        parts = [(text, self._paint(*base, look)) for text, look in line.parts]
        if on and line.first:
            parts[0] = ("▸", self._paint(*base, "people--sign"))
        if line.right:
            used = sum(cells(text) for text, _ in line.parts)
            parts.append((" " * (self.text_width - used - len(line.right)), fill))
            parts.append((line.right, self._paint(*base, "people--count")))
        return strip(parts, width, fill)

    def on_resize(self, event: events.Resize) -> None:
        """Lay out for the new width."""
        self._lay_out()
        self._keep_in_sight()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor and shows the words it rests on."""
        offset = event.get_content_offset(self)
        number = offset.y + self.top if offset is not None else -1
        stop = self._lines[number].stop if 0 <= number < len(self._lines) else None
        if stop is not None:
            self.move_to(stop)
            self.choose()


def _wrapped(text: str, width: int, indent: int, look: str, stop: int | None) -> Iterator[_Line]:
    for start, end in wrap(text, 0, len(text), width - indent):
        yield _Line(((" " * indent, look), (text[start:end], look)), stop)


def _office_lines(office: Office, width: int, stop: int) -> Iterator[_Line]:
    """Write an office as it is worded, with how it is held if not plainly, its further lines set in."""
    text = one_line(office.wording)
    tense = f" ({tr(_TENSES[office.tense])})" if office.tense in _TENSES else ""
    full = text + tense
    for at, (start, end) in enumerate(wrap(full, 0, len(full), width - _INDENT - 1)):
        edge = min(max(len(text), start), end)
        words = ((full[start:edge], "people--office"), (full[edge:end], "people--tense"))
        indent = (" ", "people--sign"), (" " * (_INDENT - 1 + (at > 0)), "people--office")
        yield _Line((*indent, *words), stop, at == 0)
