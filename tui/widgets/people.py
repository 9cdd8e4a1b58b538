"""The pane of the people of a meeting, with a cursor over them and their offices."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from store.records import ArticleView, PersonInArticle, Span
from tui.content import strip
from tui.widgets.pane import LinePane
from tui.widgets.people_lines import Layout, Stop


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
        self._layout = Layout((), 1)
        self._stops, self._lines = self._layout.stops, self._layout.lines

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
        self.redraw()

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
        self._layout = Layout(self._people, self.text_width)
        self._stops, self._lines = self._layout.stops, self._layout.lines
        self.set_line_count(len(self._lines))

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
            self.redraw()
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

    def drawn(self, y: int, top: int, width: int) -> Strip:
        """Draw one line of the screen."""
        parts, fill = self._layout.drawn(y + top, self.cursor)
        painted = ((text, self._paint(*looks)) for text, looks in parts)
        return strip(painted, width, self._paint(*fill))

    def on_resize(self, event: events.Resize) -> None:
        """Lay out for the new width."""
        self._lay_out()
        self._keep_in_sight()
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor and shows the words it rests on."""
        offset = event.get_content_offset(self)
        number = offset.y + self.top if offset is not None else -1
        stop = self._lines[number].stop if 0 <= number < len(self._lines) else None
        if stop is not None:
            self.move_to(stop)
            self.choose()
