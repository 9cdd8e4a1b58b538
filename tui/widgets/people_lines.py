"""The people of a meeting as lines: who chairs, who leads, who attends for which side, with offices as worded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from store.records import Office, PersonInArticle, Role, Span, Tense
from store.text import one_line
from tui.language import tr
from tui.widgets.lighting import Painted
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


class Line(NamedTuple):
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


class Layout:
    """The people of an article in lines of a width, and what the cursor can be on."""

    def __init__(self, people: Sequence[PersonInArticle], width: int) -> None:
        self.stops: Final[list[Stop]] = []
        self.lines: Final[list[Line]] = []
        self._width = width
        for title, members in grouped(people):
            if self.lines:
                self.lines.append(Line(()))
            self.lines.extend(_wrapped(title.upper(), width, 1, "people--group", None))
            for person in members:
                self.lines.extend(self._person(person))
        if not self.lines:
            self.lines.extend(_wrapped(tr("No people named"), width, 1, "people--empty", None))

    def _person(self, person: PersonInArticle) -> Iterator[Line]:
        width = self._width
        look = "people--name" if person.present else "people--absent"
        count = str(len(person.mentions)) if person.mentions else ""
        stop = len(self.stops)
        self.stops.append(Stop(person, None))
        name = cut(one_line(person.name), width - 2 - len(count))
        yield Line(((" ", "people--sign"), (name, look)), stop, True, count)
        if person.ranks:
            ranks = ", ".join(one_line(rank) for rank in person.ranks)
            yield from _wrapped(ranks, width, _INDENT, "people--rank", stop)
        for office in offices_of(person):
            stop = len(self.stops)
            self.stops.append(Stop(person, office))
            yield from _office_lines(office, width, stop)

    def drawn(self, number: int, cursor: int) -> tuple[list[Painted], tuple[str, ...]]:
        """Give one line, its end left open, and the looks of what fills it."""
        if number >= len(self.lines):
            return [], ("people--page",)
        line = self.lines[number]
        on = line.stop is not None and line.stop == cursor
        base = ("people--page", "people--cursor") if on else ("people--page",)
        parts: list[Painted] = [(text, (*base, look)) for text, look in line.parts]
        if on and line.first:
            parts[0] = ("▸", (*base, "people--sign"))
        if line.right:
            used = sum(cells(text) for text, _ in line.parts)
            parts.append((" " * (self._width - used - len(line.right)), base))
            parts.append((line.right, (*base, "people--count")))
        return parts, base


def _wrapped(text: str, width: int, indent: int, look: str, stop: int | None) -> Iterator[Line]:
    for start, end in wrap(text, 0, len(text), width - indent):
        yield Line(((" " * indent, look), (text[start:end], look)), stop)


def _office_lines(office: Office, width: int, stop: int) -> Iterator[Line]:
    """Write an office as it is worded, with how it is held if not plainly, its further lines set in."""
    text = one_line(office.wording)
    tense = f" ({tr(_TENSES[office.tense])})" if office.tense in _TENSES else ""
    full = text + tense
    for at, (start, end) in enumerate(wrap(full, 0, len(full), width - _INDENT - 1)):
        edge = min(max(len(text), start), end)
        words = ((full[start:edge], "people--office"), (full[edge:end], "people--tense"))
        indent = (" ", "people--sign"), (" " * (_INDENT - 1 + (at > 0)), "people--office")
        yield Line((*indent, *words), stop, at == 0)
