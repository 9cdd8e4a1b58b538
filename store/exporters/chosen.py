"""The articles that go out, each read when it is written: a million need no more memory than one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from store import articles
from store.records import ArticleView

if TYPE_CHECKING:
    from store.archive import Archive


class Chosen:
    """Articles by their keys, in that order, each once; keys of none that is there are left out."""

    def __init__(self, archive: Archive, keys: Iterable[str]) -> None:
        once = list(dict.fromkeys(keys))
        known = articles.ids_of(archive, once)
        self._archive = archive
        self._ids = [known[key] for key in once if key in known]

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[ArticleView]:
        return (articles.read(self._archive, number) for number in self._ids)
