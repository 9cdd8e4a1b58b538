"""Numbered changes of the schema, applied in order and recorded in the archive.

Imported only when an archive is behind: `sqlite_utils` costs more start-up time than the first screen.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from sqlite_utils import Database, Migrations

from store import schema
from store.schema.bulk import BULK
from store.schema.compact import COMPACT
from store.schema.days import DAYS
from store.schema.desk import DESK
from store.schema.one_index import ONE_INDEX
from store.schema.sharing import SHARING

MIGRATIONS = Migrations("bienban")


def _bring(db: Database, statements: Iterable[str], version: int) -> None:
    """Bring an archive to a version of the schema by its statements."""
    for statement in statements:
        db.conn.execute(statement)
    db.conn.execute(f"PRAGMA user_version = {version}")


@MIGRATIONS(name=schema.FIRST_NAME)
def _first(db: Database) -> None:
    for statement in schema.FIRST:
        db.conn.execute(statement)
    db.conn.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    db.conn.execute("PRAGMA user_version = 1")


@MIGRATIONS(name="0002_days")
def _days(db: Database) -> None:
    _bring(db, DAYS, 2)


@MIGRATIONS(name="0003_compact")
def _compact(db: Database) -> None:
    db.conn.create_function("unhexed", 1, bytes.fromhex, deterministic=True)
    _bring(db, COMPACT, 3)


@MIGRATIONS(name="0004_one_index")
def _one_index(db: Database) -> None:
    _bring(db, ONE_INDEX, 4)


@MIGRATIONS(name="0005_bulk")
def _bulk(db: Database) -> None:
    _bring(db, BULK, 5)


@MIGRATIONS(name="0006_desk")
def _desk(db: Database) -> None:
    _bring(db, DESK, 6)


@MIGRATIONS(name="0007_sharing")
def _sharing(db: Database) -> None:
    _bring(db, SHARING, 7)


def migrate(connection: sqlite3.Connection) -> None:
    """Apply what is pending, all or nothing; another process may be doing the same at this moment."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        MIGRATIONS.apply(Database(connection, execute_plugins=False))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
