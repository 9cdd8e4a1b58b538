"""Derived tables: what the extraction says. First the things that articles speak of, then who says what where."""

from __future__ import annotations

from typing import Final

THINGS: Final = (
    """
    CREATE TABLE rules (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE
    ) STRICT
    """,
    """
    CREATE TABLE people (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE person_names (
        person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        folded TEXT NOT NULL,
        PRIMARY KEY (person_id, name)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE positions (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE position_wordings (
        position_id INTEGER NOT NULL REFERENCES positions(id) ON DELETE CASCADE,
        wording TEXT NOT NULL,
        folded TEXT NOT NULL,
        PRIMARY KEY (position_id, wording)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE organisations (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        folded TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE places (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        folded TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE documents (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        number TEXT,
        issuer TEXT,
        folded TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE meetings (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        date TEXT,
        inferred_date TEXT,
        part_of_day TEXT,
        place_id INTEGER REFERENCES places(id)
    ) STRICT
    """,
    "CREATE INDEX meetings_date ON meetings(date)",
    "CREATE INDEX meetings_place ON meetings(place_id) WHERE place_id IS NOT NULL",
)

# Rows of one article lie together (the key begins with the article), so that an article is read in few pages.
STATEMENTS: Final = (
    """
    CREATE TABLE timeline (
        article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON UPDATE CASCADE ON DELETE CASCADE,
        sort_date TEXT,
        inferred INTEGER NOT NULL,
        last_day TEXT,
        part_of_day TEXT,
        meeting_id INTEGER REFERENCES meetings(id) ON DELETE SET NULL,
        extraction TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX timeline_last_day ON timeline(last_day) WHERE last_day IS NOT NULL",
    "CREATE INDEX timeline_meeting ON timeline(meeting_id) WHERE meeting_id IS NOT NULL",
    """
    CREATE TABLE article_people (
        article_id INTEGER NOT NULL REFERENCES articles(id) ON UPDATE CASCADE ON DELETE CASCADE,
        number INTEGER NOT NULL,
        person_id INTEGER NOT NULL REFERENCES people(id),
        name TEXT NOT NULL,
        present INTEGER NOT NULL,
        ranks TEXT NOT NULL DEFAULT '[]',
        PRIMARY KEY (article_id, number)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE UNIQUE INDEX article_people_person ON article_people(person_id, article_id)",
    """
    CREATE TABLE meeting_articles (
        article_id INTEGER NOT NULL REFERENCES articles(id) ON UPDATE CASCADE ON DELETE CASCADE,
        number INTEGER NOT NULL,
        meeting_id INTEGER NOT NULL REFERENCES meetings(id),
        kind TEXT NOT NULL,
        title TEXT,
        date TEXT,
        date_text TEXT,
        date_basis TEXT,
        date_reason TEXT,
        inferred_date TEXT,
        part_of_day TEXT,
        place_id INTEGER REFERENCES places(id),
        place TEXT,
        part TEXT,
        "start" INTEGER,
        "end" INTEGER,
        rule_id INTEGER NOT NULL REFERENCES rules(id),
        PRIMARY KEY (article_id, number)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX meeting_articles_meeting ON meeting_articles(meeting_id)",
    "CREATE INDEX meeting_articles_place ON meeting_articles(place_id) WHERE place_id IS NOT NULL",
    """
    CREATE TABLE attendances (
        article_id INTEGER NOT NULL REFERENCES articles(id) ON UPDATE CASCADE ON DELETE CASCADE,
        number INTEGER NOT NULL,
        meeting_number INTEGER NOT NULL,
        meeting_id INTEGER NOT NULL REFERENCES meetings(id),
        person_id INTEGER NOT NULL REFERENCES people(id),
        role TEXT NOT NULL,
        side TEXT,
        part TEXT,
        "start" INTEGER,
        "end" INTEGER,
        rule_id INTEGER NOT NULL REFERENCES rules(id),
        PRIMARY KEY (article_id, number)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX attendances_meeting ON attendances(meeting_id, person_id)",
    "CREATE INDEX attendances_person ON attendances(person_id, meeting_id)",
    """
    CREATE TABLE tenures (
        article_id INTEGER NOT NULL REFERENCES articles(id) ON UPDATE CASCADE ON DELETE CASCADE,
        number INTEGER NOT NULL,
        person_id INTEGER NOT NULL REFERENCES people(id),
        position_id INTEGER NOT NULL REFERENCES positions(id),
        wording TEXT NOT NULL,
        tense TEXT NOT NULL,
        organisation_id INTEGER REFERENCES organisations(id),
        place_id INTEGER REFERENCES places(id),
        part TEXT NOT NULL,
        "start" INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        rule_id INTEGER NOT NULL REFERENCES rules(id),
        PRIMARY KEY (article_id, number)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX tenures_person ON tenures(person_id, article_id)",
    "CREATE INDEX tenures_position ON tenures(position_id, article_id)",
    "CREATE INDEX tenures_organisation ON tenures(organisation_id, article_id) WHERE organisation_id IS NOT NULL",
    "CREATE INDEX tenures_place ON tenures(place_id, article_id) WHERE place_id IS NOT NULL",
    """
    CREATE TABLE mentions (
        article_id INTEGER NOT NULL REFERENCES articles(id) ON UPDATE CASCADE ON DELETE CASCADE,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        part TEXT NOT NULL,
        "start" INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        target TEXT,
        person_id INTEGER REFERENCES people(id),
        organisation_id INTEGER REFERENCES organisations(id),
        place_id INTEGER REFERENCES places(id),
        rule_id INTEGER NOT NULL REFERENCES rules(id),
        PRIMARY KEY (article_id, number)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX mentions_person ON mentions(person_id) WHERE person_id IS NOT NULL",
    "CREATE INDEX mentions_organisation ON mentions(organisation_id, article_id) WHERE organisation_id IS NOT NULL",
    "CREATE INDEX mentions_place ON mentions(place_id, article_id) WHERE place_id IS NOT NULL",
    """
    CREATE TABLE citations (
        article_id INTEGER NOT NULL REFERENCES articles(id) ON UPDATE CASCADE ON DELETE CASCADE,
        number INTEGER NOT NULL,
        document_id INTEGER NOT NULL REFERENCES documents(id),
        wording TEXT NOT NULL,
        part TEXT,
        "start" INTEGER,
        "end" INTEGER,
        PRIMARY KEY (article_id, number)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX citations_document ON citations(document_id, article_id)",
)
