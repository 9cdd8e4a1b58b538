"""How many articles each day has, kept by triggers, so that the timeline of a whole archive is known at once."""

# ruff: noqa: S608 - what is put into SQL here are constants of this module
from __future__ import annotations

from typing import Final

_DAY: Final = "{row}.id >> 16"
_MORE: Final = (
    f"INSERT INTO articles_days(day, articles) VALUES ({_DAY.format(row='new')}, 1)"
    " ON CONFLICT (day) DO UPDATE SET articles = articles + 1;"
)
_LESS: Final = f"UPDATE articles_days SET articles = articles - 1 WHERE day = {_DAY.format(row='old')};"

FILL: Final = (
    "DELETE FROM articles_days",
    "INSERT INTO articles_days(day, articles) SELECT id >> 16, count(*) FROM articles GROUP BY id >> 16",
)
"""Counts every day anew."""

DAYS: Final = (
    "CREATE TABLE articles_days (day INTEGER PRIMARY KEY, articles INTEGER NOT NULL) STRICT",
    *FILL,
    f"CREATE TRIGGER articles_days_insert AFTER INSERT ON articles BEGIN {_MORE} END",
    f"CREATE TRIGGER articles_days_delete AFTER DELETE ON articles BEGIN {_LESS} END",
    f"CREATE TRIGGER articles_days_update AFTER UPDATE OF id ON articles BEGIN {_LESS} {_MORE} END",
)
"""``day``: an id without its lowest 16 bits (`store.timeline`), so that those without a day are counted too."""
