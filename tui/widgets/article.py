"""The article: a calm column of text in which every position is known, however it is wrapped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual import events
from textual.message import Message

from store.records import ArticleView, Mention, MentionKind, Part, Span
from tui.content import line as content_line
from tui.widgets.article_flow import LAYERS, MENTION_LOOKS, flow_of, lights_of
from tui.widgets.caret import Motion, by_word, cluster_end, last_cluster, moved, trimmed
from tui.widgets.lighting import Light, Lights
from tui.widgets.text_pane import EMPTY, MEASURE, TextPane

CARET_KEYS: Final = {"0": Motion.LINE_START, "dollar_sign": Motion.LINE_END}
"""Keys that mean something only while a passage is selected; the others are actions that ask `selecting`."""


class ArticlePane(TextPane, can_focus=True, inherit_bindings=False):
    """One article with what is named in it, what was found in it, and what the user noted on it."""

    class PassageChanged(Message):
        """Another passage is selected; ``None``: none is."""

        def __init__(self, span: Span | None) -> None:
            super().__init__()
            self.span = span

        def can_replace(self, message: Message) -> bool:
            """Only the last selection matters."""
            return isinstance(message, ArticlePane.PassageChanged)

    class MentionClicked(Message):
        """A mention was clicked."""

        def __init__(self, mention: Mention) -> None:
            super().__init__()
            self.mention = mention

    class Scrolled(Message):
        """Another part of the article is in sight: the position of the body at its top, and how far that is."""

        def __init__(self, offset: int, percent: int) -> None:
            super().__init__()
            self.offset = offset
            self.percent = percent

        def can_replace(self, message: Message) -> bool:
            """Only where it came to rest matters."""
            return isinstance(message, ArticlePane.Scrolled)

    def __init__(self, *, measure: int = MEASURE, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane whose lines of text take at most ``measure`` cells."""
        super().__init__(measure=measure, id=id, classes=classes)
        self._view: ArticleView | None = None
        self._stops: list[Span] = []
        self._matches = 0
        self._current: Span | None = None
        self._anchor: int | None = None
        self._caret: int | None = None
        self._selecting = False
        self._dragging = False
        self._foot = ""

    # --- what it shows ------------------------------------------------------------------------------------------

    def show(
        self,
        view: ArticleView | None,
        matches: Sequence[tuple[int, int]] = (),
        title_matches: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Show an article (or none) with what was found in its body and title.

        The same article again (after a tag, a note, another filter) stays where it is; another starts at its top.
        """
        same = view is not None and self._view is not None and view.key == self._view.key
        offset = self.top_offset
        if not same:
            self._current = self._pending = None
        if self._view is None or view is None or not same or view.body != self._view.body:
            self._let_go()
        self._view = view
        self._lights = {part: Lights((), LAYERS) for part in Part}
        if view is not None:
            self._lights[Part.TITLE] = lights_of(view, title_matches, Part.TITLE)
            self._lights[Part.BODY] = lights_of(view, matches, Part.BODY)
        self._stops = [Span(start, end, Part.TITLE) for start, end in sorted(title_matches)]
        self._stops += [Span(start, end) for start, end in sorted(matches)]
        self._matches = len(self._stops)
        if view is not None and not self._stops:
            self._stops = _stops_at_people(view)
        if self._current not in self._stops:
            self._current = None
        self._wrap(flow_of(view) if view is not None else EMPTY)
        if not same:
            self.go_to_line(0)
        elif offset:
            self.go_to_line(self._wrapped.line_of(offset))
        self.place_changed()

    @property
    def view(self) -> ArticleView | None:
        """The article that is shown."""
        return self._view

    def place_changed(self) -> None:
        """Say where it came to."""
        if self._view is None or not self.size.height:
            return
        fits = len(self._wrapped.lines) <= self.size.height
        foot = "" if fits else f"{self.percent}%"
        if foot != self._foot:
            self._foot = foot
            self.border_subtitle = content_line(foot)
        self.post_message(self.Scrolled(self.top_offset, self.percent))

    # --- matches and mentions -----------------------------------------------------------------------------------

    @property
    def match_position(self) -> tuple[int, int]:
        """Which match is the current one, counted from 1 (0: none yet), and how many there are."""
        if not self._matches:
            return (0, 0)
        return (self._stops.index(self._current) + 1 if self._current in self._stops else 0, self._matches)

    def first_match(self) -> None:
        """Go to the first match, from wherever one is."""
        self._current = None
        self.go_to_line(0)
        self.next_match()

    def next_match(self, step: int = 1) -> Span | None:
        """Go to the next match (with -1 the one before), round the ends; without matches, to mentions of people.

        Without a current one it starts from what is in sight. Gives where it went.
        """
        return self._step_among(self._stops, step)

    def next_mention_of(self, person_key: str, step: int = 1) -> Span | None:
        """Go to the next mention of a person of this article, round the end."""
        people = self._view.people if self._view is not None else ()
        spans = sorted({m.span for p in people if p.key == person_key for m in p.mentions}, key=_in_text)
        return self._step_among(spans, step)

    def _step_among(self, spans: Sequence[Span], step: int) -> Span | None:
        if not spans:
            return None
        if self._current in spans:
            span = spans[(spans.index(self._current) + step) % len(spans)]
        else:
            ahead = [span for span in spans if self.line_of_span(span) >= self.top]
            span = (ahead or list(spans))[0] if step > 0 else spans[-1]
        self.show_span(span)
        return span

    def show_span(self, span: Span) -> None:
        """Light a span as the current one and bring it into sight."""
        self._current = span
        self._strips.clear()
        self.scroll_to_span(span)
        self.redraw()

    # --- selecting ----------------------------------------------------------------------------------------------

    @property
    def selection(self) -> Span | None:
        """The selected passage of the body."""
        if self._anchor is None or self._caret is None:
            return None
        start, last = sorted((self._anchor, self._caret))
        end = cluster_end(self._wrapped, last)
        return Span(start, end) if end > start else None

    @property
    def selecting(self) -> bool:
        """Whether keys move the end of a selection."""
        return self._selecting

    def begin_selection(self) -> None:
        """Put a caret at the current match if that is in sight, or at the top, and let keys extend from there.

        A passage that was selected with the mouse is taken up as it is.
        """
        if self.selection is not None:
            self._selecting = True
            self.forget_drawn()
            self.redraw()
            return
        start = self._wrapped.next_body_line(self.top, 1)
        line = self._wrapped.body_line(start) if start is not None else None
        if line is None:
            return
        current = self._current
        if current is not None and current.part is Part.BODY:
            number = self._wrapped.line_of(current.start)
            if self.top <= number < self.top + self.size.height:
                line = (current.start, current.end)
        self._selecting = True
        self._select(line[0], line[0])

    def end_selection(self) -> None:
        """Let go of the selection."""
        if self._let_go():
            self._strips.clear()
            self.redraw()
            self.post_message(self.PassageChanged(None))

    def move_caret(self, motion: Motion) -> None:
        """Move the end of the selection, and scroll along."""
        if self._caret is None or self._anchor is None:
            return
        if motion in (Motion.WORD, Motion.BACK):
            self._select(*by_word(self._wrapped, self._anchor, self._caret, motion))
        else:
            self._select(self._anchor, moved(self._wrapped, self._caret, motion))
        number = self._wrapped.line_of(self._caret)
        self.bring_into_sight(number, number)

    def _let_go(self) -> bool:
        had = self._anchor is not None
        self._anchor = self._caret = None
        self._selecting = False
        return had

    def _select(self, anchor: int, caret: int) -> None:
        self._anchor, self._caret = anchor, caret
        self.forget_drawn()
        self.redraw()
        self.post_message(self.PassageChanged(self.selection))

    def marks(self, part: Part | None) -> list[Light]:
        """Light what moves: the current match, the selection, the caret."""
        marks = []
        if self._current is not None and self._current.part is part:
            marks.append(Light(self._current.start, self._current.end, "article--current-match"))
        selection = self.selection if part is Part.BODY else None
        if selection is not None:
            marks.append(Light(selection.start, selection.end, "article--selected"))
        if selection is not None and self._selecting and self._caret is not None:
            marks.append(Light(self._caret, cluster_end(self._wrapped, self._caret), "article--caret"))
        return marks

    # --- events -------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """While selecting, take the keys that mean nothing else."""
        motion = CARET_KEYS.get(event.key)
        if self._selecting and motion is not None:
            event.stop()
            event.prevent_default()
            self.move_caret(motion)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to select."""
        offset = event.get_content_offset(self)
        if event.button == 1 and offset is not None:
            self._dragging = True
            self.capture_mouse()
            self._anchor = self.offset_at(offset.x, offset.y)
            self._caret = None
            self._selecting = False
            self._strips.clear()
            self.redraw()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extend the selection under the pointer, and scroll at the edges."""
        if not self._dragging:
            return
        x, y = event.x - self.gutter.left, event.y - self.gutter.top
        if y < 0 or y >= self.size.height:
            self.scroll_lines(-1 if y < 0 else 1)
            y = min(max(y, 0), self.size.height - 1)
        offset = self.offset_at(x, y)
        if offset is None or offset in (self._anchor, self._caret):
            return
        self._select(offset if self._anchor is None else self._anchor, offset)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a selection; without one it was a click, on a mention perhaps."""
        if not self._dragging:
            return
        self._dragging = False
        self.release_mouse()
        if self._caret is not None:
            self._trim()
            return
        clicked, self._anchor = self._anchor, None
        self.post_message(self.PassageChanged(None))
        mention = self._mention_at(clicked) if clicked is not None else None
        if mention is not None:
            self.post_message(self.MentionClicked(mention))

    def _trim(self) -> None:
        """Leave out the white space that the pointer took along at the ends of the passage."""
        selection = self.selection
        if selection is None or self._anchor is None or self._caret is None:
            return
        words = trimmed(self._wrapped.flow.body, selection)
        if words is None:
            self.end_selection()
        elif words != selection:
            ends = words.start, last_cluster(self._wrapped.flow.body, words.start, words.end)
            self._select(*(ends if self._anchor <= self._caret else reversed(ends)))

    def _mention_at(self, offset: int) -> Mention | None:
        """Find what is named at a position of the body; of several the shortest."""
        mentions = self._view.mentions if self._view is not None else ()
        here = [
            m
            for m in mentions
            if m.kind in MENTION_LOOKS and m.span.part is Part.BODY and m.span.start <= offset < m.span.end
        ]
        return min(here, key=lambda m: m.span.end - m.span.start, default=None)


def _in_text(span: Span) -> tuple[bool, int, int]:
    return (span.part is Part.BODY, span.start, span.end)


def _stops_at_people(view: ArticleView) -> list[Span]:
    """Give the mentions of people in the order of the text, the headline first."""
    return sorted({m.span for m in view.mentions if m.kind is MentionKind.PERSON}, key=_in_text)
