"""A person across the archive: offices along time, the meetings, and whom they meet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from store.records import PersonPage, Span, Tense, Tenure
from store.text import one_line
from tui.keymap import KeyTable, told
from tui.language import number_of, tr
from tui.screens.paper import Paper
from tui.widgets.bars import Axis, Sighting
from tui.widgets.dates import in_full
from tui.widgets.lines import BAR, DATE, FAINT, HEADING, PERSON, PLAIN, POSITION, Row, wrapped
from tui.widgets.wrapping import cells

_TENSES = {Tense.FORMER: "former", Tense.ACTING: "acting", Tense.APPOINTED: "appointed"}


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
class _Held:
    """An office with all the articles that say so."""

    wording: str
    tense: Tense
    tenures: tuple[Tenure, ...]


class PersonScreen(Paper[Goal]):
    """Gives the article that was chosen, or ``None``; another person who was chosen opens in its place."""

    def __init__(self, page: PersonPage, look_up: Callable[[str], PersonPage | None], keys: KeyTable) -> None:
        signs = tr("● dated · ○ a guess")
        super().__init__(page.name, f"{told(keys, ('open', tr('goes there')), ('close', tr('closes')))} · {signs}")
        self._page = page
        self._look_up = look_up

    def rows(self, width: int) -> Sequence[Row]:
        """Give other spellings of the name, and the three parts."""
        rows: list[Row] = []
        if self._page.variants:
            others = ", ".join(self._page.variants)
            rows += wrapped(tr("also written: {names}").format(names=others), FAINT, width)
        for part in (self._offices(width), self._meetings(), self._met()):
            rows += [Row(), *part] if rows and part else part
        return rows

    def chosen(self, value: object) -> None:
        """Go to an article, or turn to the page of another person."""
        if isinstance(value, Goal):
            self.dismiss(value)
        elif isinstance(value, _Other):
            page = self._look_up(value.key)
            if page is not None:
                self._page = page
                self.query_one("#paper").border_title = self.title_line(page.name)
                self.lines.show(())
                self.lay_out(again=True)

    def _offices(self, width: int) -> list[Row]:
        held = _held(self._page.tenures)
        if not held:
            return []
        room = min(max(width // 3, 12), 48)
        sightings = {office: _sightings(office) for office in held}
        axis = Axis.over((sighting for some in sightings.values() for sighting in some), room)
        label = axis.label() if axis else ""
        rows = [Row(((tr("OFFICES"), HEADING),), right=((label, FAINT),))]
        for office in held:
            rows += _office_rows(office, axis.bar(sightings[office]) if axis else "", width, room)
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
    """Put together what is one office however it is worded, in the order of the archive."""
    together: dict[tuple[str, Tense], list[Tenure]] = {}
    for tenure in tenures:
        together.setdefault((tenure.normal, tenure.tense), []).append(tenure)
    return [_Held(some[0].wording, tense, tuple(some)) for (_, tense), some in together.items()]


def _sightings(office: _Held) -> list[Sighting]:
    return [Sighting(tenure.date, tenure.inferred) for tenure in office.tenures if tenure.date]


def _office_rows(office: _Held, bar: str, width: int, room: int) -> list[Row]:
    """Write an office over as many lines as it needs, its bar beside the first."""
    text: str = one_line(office.wording)
    if office.tense in _TENSES:
        text += f" ({tr(_TENSES[office.tense])})"
    last = office.tenures[-1]
    rows = wrapped(text, POSITION, max(width - room - 2, 16), indent=1)
    right = ((bar or tr("no date"), BAR if bar else FAINT),)
    return [Row(rows[0].parts, right, Goal(last.article_id, last.span)), *rows[1:]]
