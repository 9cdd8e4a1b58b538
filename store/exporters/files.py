"""Writing exports to disk: each file whole or not at all, all of them or none, nothing overwritten unasked."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from store.errors import ArchiveError
from store.exporters import FORMATS, Format, Views
from store.exporters.chosen import Chosen
from store.exporters.facts import date, heading
from store.records import ArticleView
from store.said import Said
from store.text import file_name, fold, path_text

_TITLE_LIMIT: Final = 60
_NAME_LIMIT: Final = 100
_KEY_LENGTH: Final = 8

_ADVICE: Final = {
    errno.ENOSPC: ("{path}: The disk is full.", "Free some space, or export to another disk."),
    errno.EDQUOT: ("{path}: Your share of the disk is full.", "Free some space, or export to another disk."),
    errno.EACCES: ("{path}: You may not write there.", "Choose a folder of your own."),
    errno.EPERM: ("{path}: You may not write there.", "Choose a folder of your own."),
    errno.EROFS: ("{path}: That disk can only be read.", "Choose a folder on another disk."),
    errno.ENOTDIR: ("{path}: A part of the path is a file, not a folder.", "Choose another folder."),
    errno.EISDIR: ("{path}: That is a folder.", "Name a file, or export one file for each article."),
    errno.ENAMETOOLONG: ("{path}: The path is too long.", "Choose a shorter one."),
}


class ExportError(ArchiveError):
    """The export could not be written; none of its files is there."""


class WouldOverwrite(ExportError):
    """Files are there already, and overwriting them was not asked for; ``files`` says which."""

    def __init__(self, files: Sequence[Path]) -> None:
        others = f" and {len(files) - 1} more" if len(files) > 1 else ""
        super().__init__(
            f"{path_text(files[0])}{others} would be overwritten.", "Choose another place, or ask to overwrite."
        )
        self.files = tuple(files)


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file that an export will write, and the key of the article in it; ``None`` where it has them all."""

    path: Path
    key: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What an export will write; ``existing`` are those of its files that are there already."""

    format: Format
    one_file: bool
    files: tuple[PlannedFile, ...]
    existing: tuple[Path, ...]


def plan(
    views: Views,
    target: Path,
    *,
    form: str | Format = "markdown",
    one_file: bool | None = None,
) -> Plan:
    """Say which files an export to ``target`` will write, without writing any.

    ``target`` is the file for all articles, or the folder for a file of each; where ``one_file`` does not say
    which, a name with the extension of the format is a file. An article that comes twice is written once.

    Raises `ExportError` for an unknown format, or a target that is a file where a folder is needed or the reverse.
    """
    known = form if isinstance(form, Format) else _format(form)
    if one_file is None:
        one_file = target.name.lower().endswith(known.extension) and not target.is_dir()
    if one_file and target.is_dir():
        raise ExportError(_said("{path} is a folder.", target), "Name a file in it.")
    if not one_file and target.exists() and not target.is_dir():
        raise ExportError(_said("{path} is a file, not a folder.", target), "Name a folder for the files.")
    if one_file:
        files = [PlannedFile(target, None)]
    else:
        names = _names(views, known.extension)
        files = [PlannedFile(target / name, key) for key, name in names.items()]
    existing = tuple(file.path for file in files if os.path.lexists(file.path))
    return Plan(known, one_file, tuple(files), existing)


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise ExportError(f"There is no format “{name}”.", f"Choose one of: {', '.join(FORMATS)}.")
    return FORMATS[name]


def write(
    planned: Plan,
    views: Views,
    *,
    overwrite: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> list[Path]:
    """Write the files of a plan and return them; a folder that is missing is made.

    Every file is first written beside its place; only when all are on the disk do they get their names.
    ``progress`` is told how many articles of how many are written, and may raise to stop: then nothing is left.

    Raises `WouldOverwrite` where a file is there and ``overwrite`` is false, else `ExportError`.
    """
    if planned.existing and not overwrite:
        raise WouldOverwrite(planned.existing)
    if planned.one_file:
        once = views if isinstance(views, Chosen) else [*{view.key: view for view in views}.values()]
        watched = _Watched(once, progress, planned.format.passes)
        texts = iter([(planned.files[0].path, planned.format.many(watched))])
    else:
        texts = _each(planned, _Watched(views, progress, 1))
    with _Staging() as staging:
        for path, pieces in texts:
            staging.add(path, pieces)
        return staging.publish(overwrite=overwrite)


def _each(planned: Plan, views: Iterable[ArticleView]) -> Iterator[tuple[Path, Iterator[str]]]:
    """Give each file and what is in it; an article that comes twice has no place any more the second time."""
    places = {file.key: file.path for file in planned.files}
    for view in views:
        if view.key in places:
            yield places.pop(view.key), iter([planned.format.one(view)])


class _Watched:
    """Articles that tell how many of them have been read, when all will be read so many times."""

    def __init__(self, views: Views, progress: Callable[[int, int], None] | None, passes: int) -> None:
        self._views = views
        self._progress = progress
        self._passes = passes
        self._read = 0

    def __len__(self) -> int:
        return len(self._views)

    def __iter__(self) -> Iterator[ArticleView]:
        for view in self._views:
            self._read += 1
            if self._progress is not None:
                self._progress(self._read // self._passes, len(self._views))
            yield view


def export(
    views: Views,
    target: Path,
    *,
    form: str | Format = "markdown",
    one_file: bool | None = None,
    overwrite: bool = False,
) -> list[Path]:
    """Plan and write in one; see `plan` and `write`."""
    return write(plan(views, target, form=form, one_file=one_file), views, overwrite=overwrite)


def _names(views: Iterable[ArticleView], extension: str) -> dict[str, str]:
    """Give each article a file name: its date, its title without marks, and enough of its key to be unique."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for view in views:
        start = file_name(f"{_date_name(view)}-{_title_name(view)}", _NAME_LIMIT)
        endings = (
            view.key[:_KEY_LENGTH],
            view.key,
            *(f"{view.key}-{number}" for number in range(2, len(taken) + 3)),
        )
        candidates = (f"{start}-{file_name(ending, _NAME_LIMIT)}" for ending in endings)
        name = next(name for name in candidates if name.casefold() not in taken)
        taken.add(name.casefold())
        names[view.key] = name + extension
    return names


def _date_name(view: ArticleView) -> str:
    return (date(view) or "undated").replace("/", "--")


def _title_name(view: ArticleView) -> str:
    words = "".join(c if c.isalnum() else " " for c in fold(heading(view))).split()
    name = "-".join(words)
    if len(name) > _TITLE_LIMIT:
        name = name[: _TITLE_LIMIT + 1].rpartition("-")[0] or name[:_TITLE_LIMIT]
    return name or "untitled"


class _Staging:
    """Files that are on the disk beside their places, under names of no meaning, until they are published."""

    def __init__(self) -> None:
        self._staged: dict[Path, Path] = {}
        self._folders: list[Path] = []
        self._published: list[Path] = []
        self._done = False

    def __enter__(self) -> _Staging:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing that was not published: no file, and no folder that was made for them."""
        leftovers = [*self._staged.values(), *([] if self._done else self._published)]
        for path in leftovers:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        for folder in reversed([] if self._done else self._folders):
            with suppress(OSError):  # it is not empty: someone else has put something there
                folder.rmdir()

    def add(self, path: Path, pieces: Iterable[str]) -> None:
        """Write what will be at ``path``, in UTF-8."""
        try:
            self._make_folder(path.parent)
            temporary = path.parent / f".{secrets.token_hex(8)}.part"
            self._staged[path] = temporary
            with temporary.open("xb") as file:
                for piece in pieces:
                    file.write(piece.encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise _export_error(error, path) from error

    def publish(self, *, overwrite: bool) -> list[Path]:
        """Give all files their names; where one cannot have it, take back those that had none before."""
        written = list(self._staged)
        for path in written:
            try:
                if overwrite and os.path.lexists(path):
                    self._staged[path].replace(path)
                else:
                    _name_if_free(self._staged[path], path)
                    self._published.append(path)
            except FileExistsError as error:
                raise WouldOverwrite([path]) from error
            except OSError as error:
                raise _export_error(error, path) from error
        self._done = True
        return written

    def _make_folder(self, folder: Path) -> None:
        missing = [one for one in (folder, *folder.parents) if not one.exists()]
        for one in reversed(missing):
            one.mkdir()
            self._folders.append(one)


def _name_if_free(temporary: Path, path: Path) -> None:
    """Name a file unless the name is taken, which `os.rename` does not tell; raise `FileExistsError` if it is."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: take the name first
        path.open("xb").close()
        temporary.replace(path)


def _export_error(error: OSError, path: Path) -> ExportError:
    if error.errno in _ADVICE:
        problem, advice = _ADVICE[error.errno]
        return ExportError(_said(problem, path), advice)
    values = {"path": path_text(path), "why": error.strerror or type(error).__name__}
    return ExportError(Said("{path}: It cannot be written: {why}.", values), "Choose another place.")


def _said(template: str, path: Path) -> Said:
    return Said(template, {"path": path_text(path)})
