"""The tables of an archive, as the statements that make them.

Three layers, never mixed. *Source*: what was imported. *Derived*: what a named version of the extraction says of
it; can be dropped and made again. *User*: what the reader wrote; refers to articles by ``articles.key`` and to
nothing derived, so that it outlives every new import and extraction. ``docs/schema.md`` has a line for each.

Ids of articles are in the order of time (`store.timeline`), so they move when a date does: whatever the program
made follows by ``ON UPDATE CASCADE``, and user tables hold keys. User tables have no foreign key to articles on
purpose: the desk of another computer may speak of an article that has not been imported here yet.
"""

from __future__ import annotations

from typing import Final

from store.schema import derived, search, source, user, views

VERSION: Final = 7
"""``PRAGMA user_version`` of an archive that has every migration."""

APPLICATION_ID: Final = int.from_bytes(b"BiBa", "big")
"""``PRAGMA application_id``: tells an archive from any other SQLite database."""

SOURCE_TABLES: Final = ("articles", "article_versions", "sources", "captions")
DERIVED_TABLES: Final = (
    "timeline",
    "article_people",
    "meetings",
    "meeting_articles",
    "attendances",
    "tenures",
    "mentions",
    "citations",
    "people",
    "person_names",
    "positions",
    "position_wordings",
    "organisations",
    "places",
    "documents",
    "rules",
)
USER_TABLES: Final = (
    "tags",
    "article_tags",
    "annotations",
    "marks",
    "reading",
    "journal",
    "user_changes",
    "annotation_texts",
)

FIRST: Final = (
    *source.SOURCE,
    *derived.THINGS,
    *derived.STATEMENTS,
    *user.USER,
    *search.INDEXES,
    *views.VIEWS,
)
"""The statements of the first migration."""

FIRST_STATE: Final = "3a57af7266e2"
"""The beginning of the digest of `FIRST`, so that what an unfinished state of it made is told from the rest."""

FIRST_NAME: Final = f"0001_first_{FIRST_STATE}"
"""What the first migration is called in the list that an archive keeps of its migrations."""
