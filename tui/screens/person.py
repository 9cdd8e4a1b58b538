"""A person across the archive: offices along time, the meetings, and whom they meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from textual.widgets import Static

from store.edtf import days
from store.errors import NotFound
from store.records import PersonPage, Span, Tense, Tenure
from store.text import one_line
from tui.content import line
from tui.keymap import KeyTable, told
from tui.language import number_of, tr
from tui.screens.paper import Paper
from tui.widgets.bars import Axis, Sighting
from tui.widgets.dates import in_full
from tui.widgets.lines import BAR, DATE, FAINT, HEADING, PERSON, PLAIN, POSITION, Row, wrapped
from tui.widgets.wrapping import cells

MOST_OFFICES: Final = 8
"""Offices that a page shows at first."""
_TENSES: Final = {Tense.FORMER: "former", Tense.ACTING: "acting", Tense.APPOINTED: "appointed"}


@dataclass(frozen=True, slots=True)
class Goal:
    """Where one wants to go from the page: an article, and the words in it."""

    article_id: int
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class _Other:
    """Another person, whose page is wanted."""

    key: str


@dataclass(frozen=True, slots=True)
class _MoreOffices:
    """All offices are wanted, not only those that are named most."""


@dataclass(frozen=True, slots=True)
class _Held:
    """An office with all the articles that say so; the wording is the one that most of them have."""

    wording: str
    tense: Tense
    tenures: tuple[Tenure, ...]

    @property
    def dated(self) -> bool:
        """Whether any of them has a year, so that it has a place in time."""
        return any(tenure.date and days(tenure.date) for tenure in self.tenures)


class PersonScreen(Paper[Goal]):
    """Gives the article that was chosen, or ``None``.

    Another person who was chosen opens in its place; closing goes back the way one came.
    """

    def __init__(self, page: PersonPage, look_up: Callable[[str], PersonPage], keys: KeyTable) -> None:
        super().__init__(page.name, "")
        self._page = page
        self._look_up = look_up
        self._keys = keys
        self._before: list[tuple[PersonPage, bool, int]] = []
        self._all_offices = False

    def on_mount(self) -> None:
        """Say what the keys and the signs mean."""
        self._tell()

    def rows(self, width: int) -> Sequence[Row]:
        """Give other spellings of the name, and the three parts."""
        rows: list[Row] = []
        if self._page.variants:
            others = ", ".join(self._page.variants)
            rows += wrapped(tr("also written: {names}").format(names=others), FAINT, width)
        for part in (self._offices(width), self._meetings(), self._met()):
            rows += [Row(), *part] if rows and part else part
        return rows

    def action_act(self, name: str) -> None:
        """Close one page at a time."""
        if name == "close" and self._before:
            self._page, self._all_offices, choice = self._before.pop()
            self._turn(choice)
        else:
            super().action_act(name)

    def chosen(self, value: object) -> None:
        """Go to an article, turn to the page of another person, or show all offices of this one."""
        if isinstance(value, Goal):
            self.dismiss(value)
        elif isinstance(value, _MoreOffices):
            self._all_offices = True
            self.lay_out(again=True)
        elif isinstance(value, _Other):
            try:
                page = self._look_up(value.key)
            except NotFound:  # an import has changed the archive meanwhile
                self.app.bell()
                return
            self._before.append((self._page, self._all_offices, self.lines.choice))
            self._page, self._all_offices = page, False
            self._turn(0)

    def _turn(self, choice: int) -> None:
        """Show the page that is wanted now, the cursor on one of its choices."""
        self.query_one("#paper").border_title = self.title_line(self._page.name)
        self._tell()
        self.lay_out(again=True, choice=choice)

    def _tell(self) -> None:
        closes = tr("back to {name}").format(name=self._before[-1][0].name) if self._before else tr("closes")
        keys = told(self._keys, ("open", tr("goes there")), ("close", one_line(closes)))
        self.query_one("#paper-foot", Static).update(line(f"{keys} · {tr('● dated · ○ a guess · ‹ › far off')}"))

    def _offices(self, width: int) -> list[Row]:
        held = _held(self._page.tenures)
        if not held:
            return []
        room = min(max(width // 3, 12), 48)
        sightings = [_sightings(office) for office in held]
        axis = Axis.over((sighting for some in sightings for sighting in some), room)
        label = axis.label() if axis else ""
        rows = [Row(((tr("OFFICES"), HEADING), (f"  {len(held)}", FAINT)), right=((label, FAINT),))]
        shown = held if self._all_offices else _foremost(held)
        for office in shown:
            rows += _office_rows(office, axis.bar(_sightings(office)) if axis and office.dated else "", width, room)
        if more := len(held) - len(shown):
            told = number_of(more, "{n} more office, named less often", "{n} more offices, named less often")
            rows.append(Row(((f" … {told}", FAINT),), value=_MoreOffices()))
        return rows

    def _meetings(self) -> list[Row]:
        meetings = self._page.meetings
        if not meetings:
            return []
        rows = [Row(((tr("MEETINGS"), HEADING), (f"  {len(meetings)}", FAINT)))]
        for row in meetings:
            when = f"{'~' if row.inferred else ''}{in_full(row.sort_date)}" if row.sort_date else tr("no date")
            lead = " " + one_line(when) + " " * max(12 - cells(when), 1)
            rows.append(Row(((lead, DATE), (one_line(row.title), PLAIN)), value=Goal(row.article_id)))
        return rows

    def _met(self) -> list[Row]:
        if not self._page.met:
            return []
        rows = [Row(((tr("MEETS"), HEADING), (f"  {len(self._page.met)}", FAINT)))]
        for key, name, times in self._page.met:
            often = number_of(times, "{n} meeting", "{n} meetings")
            rows.append(Row(((f" {one_line(name)}", PERSON),), right=((f"{often} ", FAINT),), value=_Other(key)))
        return rows


def _held(tenures: Sequence[Tenure]) -> list[_Held]:
    """Put together what is one office however it is worded; what has a place in time first, in its order."""
    together: dict[tuple[str, Tense], list[Tenure]] = {}
    for tenure in tenures:
        together.setdefault((one_line(tenure.normal).casefold(), tenure.tense), []).append(tenure)
    held = []
    for (_, tense), some in together.items():
        ((wording, _),) = Counter(tenure.wording for tenure in some).most_common(1)
        held.append(_Held(wording, tense, tuple(some)))
    return sorted(held, key=lambda office: not office.dated)


def _foremost(held: Sequence[_Held]) -> Sequence[_Held]:
    """Choose the offices that are named most, so that the meetings below are in sight; their order stays."""
    if len(held) <= MOST_OFFICES:
        return held
    most = sorted(range(len(held)), key=lambda at: -len(held[at].tenures))[: MOST_OFFICES - 1]
    return [held[at] for at in sorted(most)]


def _sightings(office: _Held) -> list[Sighting]:
    return [Sighting(tenure.date, tenure.inferred) for tenure in office.tenures if tenure.date]


def _office_rows(office: _Held, bar: str, width: int, room: int) -> list[Row]:
    """Write an office over as many lines as it needs, its bar beside the first."""
    text: str = one_line(office.wording)
    if office.tense in _TENSES:
        text += f" ({tr(_TENSES[office.tense])})"
    last = next((tenure for tenure in reversed(office.tenures) if tenure.date), office.tenures[-1])
    rows = wrapped(text, POSITION, max(width - room - 2, 16), indent=1)
    right = ((bar or tr("no date"), BAR if bar else FAINT),)
    return [Row(rows[0].parts, right, Goal(last.article_id, last.span)), *rows[1:]]
