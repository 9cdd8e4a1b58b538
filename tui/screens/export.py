"""Exporting: what goes out, where to, in one file or many; files that are there already are asked about."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from textual.worker import Worker

from store.errors import ArchiveError
from store.exporters import FORMATS, Format, files
from store.exporters.chosen import Chosen
from store.text import one_line, path_text
from tui.actions import Scope, bindings
from tui.content import content, line
from tui.keymap import told
from tui.language import grouped, number_of, tr
from tui.screens.asking import unforeseen
from tui.wording import worded

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen

ONE_FILE = "articles"
STEP = 20
"""Articles between two reports of progress."""


class _StoppedError(Exception):
    """The person has left the screen: nothing of the export stays."""


class TargetBox(Input):
    """The path to export to."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.EXPORT, run="screen.act")


class ExportScreen(ModalScreen[None]):
    """Writes articles to files of a format; what it did is told at the foot of the reader."""

    AUTO_FOCUS = "TargetBox"

    @dataclass
    class Progressed(Message):
        """So much is done of so many."""

        done: int
        total: int

    @dataclass
    class Finished(Message):
        """All is written."""

        written: list[Path]

    @dataclass
    class Refused(Message):
        """Nothing was written."""

        error: ArchiveError

    def __init__(self, reader: ReaderScreen, keys: list[str], *, marked: bool) -> None:
        super().__init__()
        self._reader = reader
        self._keys = keys
        self._marked = marked
        self._one_file = False
        self._format = next(iter(FORMATS.values()))
        self._overwriting: str | None = None
        self._working = False
        self._left = False
        self._box = TargetBox(one_line(self._offered()), compact=True, select_on_focus=False)
        self._box.cursor_blink = False
        self._form = Static(id="export-form")
        self._told = Static(id="export-told")

    def compose(self) -> ComposeResult:
        """Lay out what, where and how."""
        what = number_of(len(self._keys), "{n} article that is marked", "{n} articles that are marked")
        if not self._marked:
            what = number_of(
                len(self._keys), "{n} article that the filter shows", "{n} articles that the filter shows"
            )
        with Vertical(id="export") as frame:
            frame.border_title = line(tr("Export"))
            yield Static(line(what), id="export-what")
            yield self._box
            yield self._form
            yield self._told
            hints = (
                ("accept", tr("writes")),
                ("next-choice", tr("format")),
                ("one-file", tr("one file or many")),
                ("cancel", tr("leaves it")),
            )
            yield Static(line(told(self._reader.settings.keys, *hints)), id="prompt-hint")

    def on_mount(self) -> None:
        """Say how it would be written."""
        self._tell_form()

    def _offered(self) -> str:
        folder = self._reader.settings.export_folder
        return f"{folder}/{ONE_FILE}{self._format.extension}" if self._one_file else folder

    def _tell_form(self) -> None:
        form = tr("into the folder above, one file for each article")
        if self._one_file:
            form = tr("into the file above, all articles one after the other")
        self._form.update(content(f"{self._format.name}: {tr(self._format.about)}\n{form}"))

    def action_act(self, name: str) -> None:
        """Do what a key stands for."""
        match name:
            case "accept" if not self._working:
                self._start()
            case "one-file" if not self._working:
                self._change(self._format, one_file=not self._one_file)
            case "next-choice" | "previous-choice" if not self._working:
                known = list(FORMATS.values())
                at = known.index(self._format) + (1 if name == "next-choice" else -1)
                self._change(known[at % len(known)], one_file=self._one_file)
            case "cancel":
                self._left = True
                self.dismiss(None)

    def _change(self, form: Format, *, one_file: bool) -> None:
        """Take another format, or one file instead of many; the path that is offered follows, one's own stays."""
        offered = self._box.value == self._offered()
        self._format, self._one_file = form, one_file
        if offered:
            self._box.value = one_line(self._offered())
            self._box.cursor_position = len(self._box.value)
        self._ask_nothing()
        self._tell_form()

    @on(Input.Changed)
    def _ask_nothing(self) -> None:
        """Forget the question whether to overwrite: it was about another place."""
        self._overwriting = None
        self._told.update(line(""))

    def _start(self) -> None:
        place = self._box.value.strip()
        if not place:
            self._told.update(line(tr("Name a folder or a file.")))
            return
        self._working = True
        self._told.update(line(tr("writing …")))
        self._write(Path(place).expanduser(), self._format, self._one_file, self._overwriting == place)

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _write(self, target: Path, form: Format, one_file: bool, overwrite: bool) -> None:
        connection = None
        try:
            connection = self._reader.connections.take()
            views = Chosen(connection, self._keys)
            planned = files.plan(views, target, form=form, one_file=one_file)
            written = files.write(planned, views, overwrite=overwrite, progress=self._report)
            self.post_message(self.Finished(written))
        except ArchiveError as error:
            self.post_message(self.Refused(error))
        except _StoppedError:
            pass
        finally:
            if connection is not None:
                self._reader.connections.give(connection)

    def _report(self, done: int, total: int) -> None:
        if self._left:
            raise _StoppedError
        if done % STEP == 0:
            self.post_message(self.Progressed(done, total))

    @on(Worker.StateChanged)
    def tell_unforeseen(self, event: Worker.StateChanged) -> None:
        """Tell of an error that nobody foresaw."""
        error = unforeseen(event)
        if error is not None:
            self.tell_refused(self.Refused(error))

    @on(Progressed)
    def tell_progress(self, event: Progressed) -> None:
        """Say how far it is."""
        progress = tr("{n} of {total}").format(n=grouped(event.done), total=grouped(event.total))
        self._told.update(line(f"{tr('writing …')} {progress}"))

    @on(Finished)
    def tell_finished(self, event: Finished) -> None:
        """Close, and say at the foot what was written."""
        first = event.written[0] if event.written else Path()
        place = first if self._one_file else first.parent
        report = number_of(len(self._keys), "exported {n} article to {place}", "exported {n} articles to {place}")
        self.dismiss(None)
        self._reader.say(report.replace("{place}", path_text(place)))

    @on(Refused)
    def tell_refused(self, event: Refused) -> None:
        """Say why nothing was written; where files are in the way, ask."""
        self._working = False
        if isinstance(event.error, files.WouldOverwrite):
            self._overwriting = self._box.value.strip()
            question = number_of(
                len(event.error.files),
                "{n} file is there already. The same key again overwrites it; or name another place.",
                "{n} files are there already. The same key again overwrites them; or name another place.",
            )
            self._told.update(line(question))
            return
        self._told.update(line(worded(event.error)))
