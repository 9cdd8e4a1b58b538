"""From the paths that a person named to the files to read, in an order that is always the same."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from importers.problems import ImportProblem
from importers.readers import jsonl, text

FileId = tuple[int, int]

SUFFIXES: Final = (*text.SUFFIXES, *jsonl.SUFFIXES)
"""How the names of files end that are taken from a folder."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A path that could not be taken in, why, and what to do about it, in words for people."""

    path: str
    reason: str
    advice: str

    def __iter__(self) -> Iterator[str]:
        """Let it be taken apart: ``for path, reason, advice in problems``."""
        return iter((self.path, self.reason, self.advice))


@dataclass(slots=True)
class Walk:
    """What was found under the given paths: files in order, each once, absolute, and what was in the way."""

    files: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _known: set[str] = field(default_factory=set)
    _folders: set[FileId] = field(default_factory=set)

    def add(self, path: Path) -> None:
        """Add one file, or a folder with the articles in it and in its folders, by name."""
        absolute = os.path.abspath(path)  # noqa: PTH100 - links stay as the user named them
        try:
            status = Path(absolute).stat()
        except (OSError, ValueError) as error:
            self._trouble(absolute, error)
            return
        if not stat.S_ISDIR(status.st_mode):
            self._take(absolute)
            return
        before, troubles = len(self._known), len(self.problems)
        self._add_folder(absolute, (status.st_dev, status.st_ino))
        if len(self._known) == before and len(self.problems) == troubles and not self._holds_known(absolute):
            suffixes = ", ".join(f"*{suffix}" for suffix in SUFFIXES)
            self.problems.append(
                Problem(absolute, f"there are no articles in it ({suffixes})", "Name the folder that holds them")
            )

    def _holds_known(self, folder: str) -> bool:
        return any(file.startswith(folder.rstrip(os.sep) + os.sep) for file in self._known)

    def _add_folder(self, top: str, top_id: FileId) -> None:
        # A stack of our own: folders may be nested deeper than Python may recurse.
        stack: list[tuple[str, FileId, frozenset[FileId]]] = [(top, top_id, frozenset())]
        while stack:
            folder, own_id, above = stack.pop()
            if own_id in self._folders:
                continue
            self._folders.add(own_id)
            try:
                with os.scandir(folder) as found:
                    entries = sorted((entry for entry in found if not entry.name.startswith(".")), key=_name)
            except OSError as error:
                self._trouble(folder, error)
                continue
            inner: list[tuple[str, FileId, frozenset[FileId]]] = []
            for entry in entries:
                self._sort_out(entry, inner, above | {own_id})
            stack.extend(reversed(inner))

    def _sort_out(
        self,
        entry: os.DirEntry[str],
        inner: list[tuple[str, FileId, frozenset[FileId]]],
        above: frozenset[FileId],
    ) -> None:
        try:
            if not entry.is_dir():
                if entry.name.lower().endswith(SUFFIXES):
                    self._take(entry.path)
                return
            status = entry.stat()
        except OSError as error:
            self._trouble(entry.path, error)
            return
        own_id = (status.st_dev, status.st_ino)
        if own_id in above:
            self.problems.append(
                Problem(
                    entry.path,
                    "it is a link to a folder that it is in itself",
                    "Nothing need be done, it was left out",
                )
            )
        else:
            inner.append((entry.path, own_id, above))

    def _take(self, path: str) -> None:
        if path not in self._known:
            self._known.add(path)
            self.files.append(path)

    def _trouble(self, path: str, error: OSError | ValueError) -> None:
        problem = (
            text.problem_of(error)
            if isinstance(error, OSError)
            else ImportProblem("it is no path", "Check how it is written")
        )
        self.problems.append(Problem(path, problem.reason, problem.advice))


def walk(paths: Iterable[Path]) -> Walk:
    """Find the files to import under paths of files and folders.

    Folders are gone through by name, files of a folder before its folders; names that begin with a dot are left
    out. A file that is named is taken whatever it is called.
    """
    found = Walk()
    for path in paths:
        found.add(path)
    return found


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name
