"""Looks as Textual and Rich draw them: the table of `tui.looks` in the colours of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from textual.color import Color
from textual.style import Style as VisualStyle

from tui.content import strip
from tui.looks import LOOKS

if TYPE_CHECKING:
    from textual.widget import Widget


class Paint:
    """Looks laid over the background of a widget, as the terminal gets them, remembered until they change."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._known: dict[tuple[str, ...], Style] = {}
        self._made_for: object = None

    def __call__(self, *looks: str) -> Style:
        """Give the style of these looks, the later laid over the earlier."""
        style = self._known.get(looks)
        if style is None:
            style = self._widget.rich_style
            for look in looks:
                style += self._style(look)
            style = self._known[looks] = self._filtered(style)
        return style

    def _filtered(self, style: Style) -> Style:
        """Do to a style once what Textual does to each part of each line: other colours, or none."""
        segments = list(strip([(" ", style)], 1, style))
        for every in self._widget.get_line_filters():
            segments = every.apply(segments, self._widget.background_colors[1])
        return segments[0].style or style

    def visual(self, look: str) -> VisualStyle:
        """Give letters and weight of one look for content, whose ground is that of the widget."""
        colour, _, signs = LOOKS[look]
        return VisualStyle(foreground=self._colour(colour), bold="bold" in signs or None)

    def restyled(self) -> bool:
        """Hear that styles of the widget changed, and say whether its looks may be others: a frame is no look."""
        made_for = (self._widget.app.theme, self._widget.rich_style, self._widget.background_colors)
        if made_for == self._made_for:
            return False
        self._made_for = made_for
        self._known.clear()
        return True

    def _style(self, name: str) -> Style:
        look = LOOKS[name]
        colour, ground = self._colour(look.colour), self._colour(look.ground)
        plain = Style(color=colour and colour.rich_color, bgcolor=ground and ground.rich_color)
        return plain + Style.parse(look.signs)

    def _colour(self, meaning: str) -> Color | None:
        """Give the colour of a meaning, if the theme has one for it: a widget may stand in another app."""
        value = self._widget.app.theme_variables.get(meaning)
        return Color.parse(value) if value else None
