"""How much there is in an archive, in a few numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.archive import Archive


@dataclass(frozen=True, slots=True)
class Counts:
    """Articles, the number of the last version that came in, meetings, and people that some article names."""

    articles: int
    versions: int
    meetings: int
    people: int


def counts(archive: Archive) -> Counts:
    """Count what the archive holds, as of one moment; articles and versions are not counted but looked up.

    Raises:
        ArchiveError: it cannot be read, `Interrupted` among the reasons.
    """
    [numbers] = archive.rows(
        "SELECT (SELECT coalesce(sum(articles), 0) FROM articles_days),"
        " (SELECT coalesce(max(id), 0) FROM article_versions),"
        " (SELECT count(*) FROM meetings), (SELECT count(*) FROM people)"
    )
    return Counts(*numbers)


def change_number(archive: Archive) -> int:
    """Give a number that is another one whenever another connection has written since it was asked for last.

    Raises:
        ArchiveError: the archive cannot be read.
    """
    [(number,)] = archive.rows("PRAGMA data_version")
    return int(number)
