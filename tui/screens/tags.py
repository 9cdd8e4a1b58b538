"""Choosing a tag: by its letter at once, or by typing, with what is known already below; new ones on the fly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from store import tags
from store.records import Tag
from store.text import one_line
from tui.content import content, line
from tui.keymap import told
from tui.language import tr
from tui.widgets.lines import FAINT, KEY, NOTE, TAG, Lines, Row
from tui.widgets.tag_prompt import TagBox
from tui.widgets.wrapping import cells

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen


class TagScreen(ModalScreen[str | None]):
    """Gives the name of a tag, or ``None``; ``making`` says whether it may be one that does not exist yet."""

    AUTO_FOCUS = "#tag-box"

    def __init__(self, reader: ReaderScreen, title: str, *, making: bool) -> None:
        super().__init__()
        self._reader = reader
        self._heading = title
        self._making = making
        self._lettering: str | None = None
        self._box = TagBox(reader.typing)
        self._lines = Lines(id="tags")
        self._hint = Static(id="prompt-hint")

    def compose(self) -> ComposeResult:
        """Lay out the list above the box."""
        with Vertical(id="prompt") as prompt:
            prompt.border_title = line(self._heading)
            yield self._lines
            with Horizontal(id="prompt-line"):
                yield Static(content(f"{tr('tag')} "), id="prompt-label")
                yield self._box
            yield self._hint

    def on_mount(self) -> None:
        """Show all tags, any of which a letter chooses."""
        self._ask_for_letters(True)
        self._list()

    def _ask_for_letters(self, wanted: bool) -> None:
        here = self._reader.connections.here
        self._box.letters = {tag.letter for tag in tags.all_tags(here) if tag.letter} if wanted else ()
        self._tell_keys()

    def on_resize(self) -> None:
        """Tell as many keys as there is room for."""
        self._tell_keys()

    def _tell_keys(self) -> None:
        keys = self._reader.settings.keys
        tab = tr("types") if self._box.letters else tr("completes")
        hints = [tr("a letter chooses")] if self._box.letters else []
        hints += [told(keys, hint) for hint in (("type-tag", tab), ("cancel", tr("leaves it")))]
        if self._making:
            hints.insert(-1, told(keys, ("give-letter", tr("sets a letter"))))
        self._hint.update(line(_fitting(hints, self._hint.size.width)))

    def _list(self) -> None:
        """List the tags that may be meant, and the new one that would be made."""
        typed = one_line(self._box.text)
        here = self._reader.connections.here
        known = tags.matching(here, typed) if typed else tags.all_tags(here)
        rows = [self._row(tag) for tag in known]
        if self._making and typed and all(tag.name.casefold() != typed.casefold() for tag in known):
            rows.append(Row((("   ", FAINT), (tr("new: "), FAINT), (typed, TAG)), value=typed))
        if not rows:
            none = tr("No tag has this name.") if typed else tr("No tags yet; type the name of the first.")
            rows.append(Row(((none, FAINT),)))
        self._lines.show(rows)
        self._lines.styles.height = min(len(rows), 10)

    def _row(self, tag: Tag) -> Row:
        here = self._reader.row
        on = here is not None and any(other.name == tag.name for other in here.tags)
        sign = "✓" if on and self._making else " "
        letter = tag.letter or " "
        return Row(
            ((f" {letter} ", KEY), (tag.name, TAG), (f" {sign}", NOTE)),
            right=((f"{tag.count} ", FAINT),),
            value=tag.name,
        )

    @on(TagBox.Changed)
    def narrow(self, event: TagBox.Changed) -> None:
        """List what fits what is typed; of a letter that is held one cannot tell yet."""
        if self._box.held is not None:
            return
        if event.value or not self._box.letters:
            self._ask_for_letters(False)
        self._list()

    @on(TagBox.Letter)
    def take_letter(self, event: TagBox.Letter) -> None:
        """Choose the tag of a letter; or give the letter to the tag that waits for one."""
        if self._lettering is None:
            self._choose_by(event.letter)
            return
        name, self._lettering, self._box.any_letter = self._lettering, None, False
        self._reader.do(lambda archive: tags.set_letter(archive, name, event.letter), [], self._relist)

    def _choose_by(self, letter: str) -> None:
        known = tags.with_letter(self._reader.connections.here, letter)
        if known is not None:
            self.dismiss(known.name)

    def _relist(self) -> None:
        self._ask_for_letters(not self._box.value)
        self._list()

    @on(Lines.Chosen)
    def choose_clicked(self, event: Lines.Chosen) -> None:
        """Take a click as choosing."""
        self.dismiss(str(event.value))

    def action_act(self, name: str) -> None:
        """Do what a key stands for."""
        match name:
            case "cancel":
                self.dismiss(None)
            case "accept":
                self._accept()
            case _ if self._box.held is not None:
                self._box.let_go()
                self._ask_for_letters(False)
                self._list()
                if name != "type-tag":
                    self.action_act(name)
            case "next-choice" | "previous-choice":
                self._lines.move(1 if name == "next-choice" else -1)
            case "type-tag":
                self._complete()
            case "give-letter":
                self._wait_for_letter()

    def _accept(self) -> None:
        letter = self._box.take()
        if letter is not None:
            self._choose_by(letter)
        elif isinstance(self._lines.value, str) and (not self._box.value or one_line(self._box.text)):
            self.dismiss(self._lines.value)

    def _complete(self) -> None:
        if self._box.value and isinstance(self._lines.value, str):
            self._box.value = one_line(self._lines.value)
            self._box.cursor_position = len(self._box.value)
        self._ask_for_letters(False)

    def _wait_for_letter(self) -> None:
        known = {tag.name for tag in tags.all_tags(self._reader.connections.here)}
        if self._reader.connections.read_only or self._lines.value not in known:
            return
        self._lettering = str(self._lines.value)
        self._box.any_letter = True
        self._hint.update(line(tr("a letter or digit for “{name}”").format(name=self._lettering)))


def _fitting(hints: list[str], width: int) -> str:
    """Join hints, leaving out from the middle what has no room: the first and the last matter most."""
    hints = list(hints)
    while len(hints) > 1 and cells(" · ".join(hints)) > width:
        del hints[-2]
    return " · ".join(hints)
