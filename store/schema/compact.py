"""Smaller tables for what an import writes most of: words as numbers, and no text that stands elsewhere already.

What was a column before still is one, generated where it is read, so that any tool sees words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from store.codes import MENTION_KINDS, PARTS, ROLES, TENSES


def _word(number: str, words: Sequence[str]) -> str:
    """SQL for the word that a number stands for."""
    cases = " ".join(f"WHEN {n} THEN '{word}'" for n, word in enumerate(words))
    return f"CASE {number} {cases} END"


def _number(column: str, words: Sequence[str]) -> str:
    """SQL for the number that stands for a word and for the part in the column ``part``."""
    cases = " ".join(f"WHEN '{word}' THEN {2 * n}" for n, word in enumerate(words))
    return f"CASE {column} {cases} END + (coalesce(part, '') = 'title')"


def _words_of(column: str, words: Sequence[str]) -> str:
    """The generated columns of a table whose column ``code`` has a word and a part."""
    return f"""
        {column} TEXT GENERATED ALWAYS AS ({_word("code >> 1", words)}) VIRTUAL,
        part TEXT GENERATED ALWAYS AS (CASE WHEN "start" IS NOT NULL THEN {_word("code & 1", PARTS)} END) VIRTUAL,
        "end" INTEGER GENERATED ALWAYS AS ("start" + length) VIRTUAL,
    """


_SECONDS: Final = "CAST(strftime('%s', added) AS INTEGER)"
_ADDED: Final = (
    "added TEXT GENERATED ALWAYS AS (strftime('%Y-%m-%dT%H:%M:%S+00:00', added_seconds, 'unixepoch')) VIRTUAL"
)

_CAPTION: Final = "substr(a.body, c.\"start\" + 1, c.\"end\" - c.\"start\")"  # fmt: skip

# Views and triggers go first and come last: a table cannot be renamed while one of them speaks of it.
COMPACT: Final = (
    "DROP VIEW meetings_with_people",
    "DROP VIEW tenures_by_person",
    "DROP VIEW articles_with_people_and_tags",
    "DROP TRIGGER articles_keep_body",
    # --- mentions: who is meant is in article_people, so no index of people is needed here
    f"""
    CREATE TABLE mentions_new (
        article_id INTEGER NOT NULL REFERENCES articles(id) ON UPDATE CASCADE ON DELETE CASCADE,
        number INTEGER NOT NULL,
        code INTEGER NOT NULL,
        {_words_of("kind", MENTION_KINDS)}
        "start" INTEGER NOT NULL,
        length INTEGER NOT NULL,
        target TEXT,
        person_id INTEGER,
        organisation_id INTEGER REFERENCES organisations(id),
        place_id INTEGER REFERENCES places(id),
        rule_id INTEGER NOT NULL REFERENCES rules(id),
        PRIMARY KEY (article_id, number),
        FOREIGN KEY (person_id, article_id) REFERENCES article_people(person_id, article_id)
            ON UPDATE CASCADE ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    f"""
    INSERT INTO mentions_new(article_id, number, code, "start", length, target, person_id, organisation_id,
        place_id, rule_id)
    SELECT article_id, m.number, {_number("m.kind", MENTION_KINDS)}, "start", "end" - "start",
        nullif(nullif(target, p.name), o.name), person_id, organisation_id, place_id, rule_id
    FROM mentions m LEFT JOIN places p ON p.id = place_id LEFT JOIN organisations o ON o.id = organisation_id
    """,  # noqa: S608
    "DROP TABLE mentions",
    "ALTER TABLE mentions_new RENAME TO mentions",
    "CREATE INDEX mentions_organisation ON mentions(organisation_id, article_id) WHERE organisation_id IS NOT NULL",
    "CREATE INDEX mentions_place ON mentions(place_id, article_id) WHERE place_id IS NOT NULL",
    # --- tenures
    f"""
    CREATE TABLE tenures_new (
        article_id INTEGER NOT NULL REFERENCES articles(id) ON UPDATE CASCADE ON DELETE CASCADE,
        number INTEGER NOT NULL,
        person_id INTEGER NOT NULL REFERENCES people(id),
        position_id INTEGER NOT NULL REFERENCES positions(id),
        wording TEXT,
        code INTEGER NOT NULL,
        {_words_of("tense", TENSES)}
        organisation_id INTEGER REFERENCES organisations(id),
        place_id INTEGER REFERENCES places(id),
        "start" INTEGER NOT NULL,
        length INTEGER NOT NULL,
        rule_id INTEGER NOT NULL REFERENCES rules(id),
        PRIMARY KEY (article_id, number)
    ) STRICT, WITHOUT ROWID
    """,
    f"""
    INSERT INTO tenures_new(article_id, number, person_id, position_id, wording, code, organisation_id, place_id,
        "start", length, rule_id)
    SELECT article_id, number, person_id, position_id, nullif(wording, p.name), {_number("tense", TENSES)},
        organisation_id, place_id, "start", "end" - "start", rule_id
    FROM tenures JOIN positions p ON p.id = position_id
    """,  # noqa: S608
    "DROP TABLE tenures",
    "ALTER TABLE tenures_new RENAME TO tenures",
    "CREATE INDEX tenures_person ON tenures(person_id, article_id)",
    "CREATE INDEX tenures_position ON tenures(position_id, article_id)",
    "CREATE INDEX tenures_organisation ON tenures(organisation_id, article_id) WHERE organisation_id IS NOT NULL",
    "CREATE INDEX tenures_place ON tenures(place_id, article_id) WHERE place_id IS NOT NULL",
    # --- attendances
    f"""
    CREATE TABLE attendances_new (
        article_id INTEGER NOT NULL REFERENCES articles(id) ON UPDATE CASCADE ON DELETE CASCADE,
        number INTEGER NOT NULL,
        meeting_number INTEGER NOT NULL,
        meeting_id INTEGER NOT NULL REFERENCES meetings(id),
        person_id INTEGER NOT NULL REFERENCES people(id),
        code INTEGER NOT NULL,
        {_words_of("role", ROLES)}
        side TEXT,
        "start" INTEGER,
        length INTEGER,
        rule_id INTEGER NOT NULL REFERENCES rules(id),
        PRIMARY KEY (article_id, number)
    ) STRICT, WITHOUT ROWID
    """,
    f"""
    INSERT INTO attendances_new(article_id, number, meeting_number, meeting_id, person_id, code, side, "start",
        length, rule_id)
    SELECT article_id, number, meeting_number, meeting_id, person_id, {_number("role", ROLES)}, side, "start",
        "end" - "start", rule_id
    FROM attendances
    """,  # noqa: S608
    "DROP TABLE attendances",
    "ALTER TABLE attendances_new RENAME TO attendances",
    "CREATE INDEX attendances_meeting ON attendances(meeting_id, person_id)",
    "CREATE INDEX attendances_person ON attendances(person_id, meeting_id)",
    # --- captions: the words are in the body
    """
    CREATE TABLE captions_new (
        article_id INTEGER NOT NULL REFERENCES articles(id) ON UPDATE CASCADE ON DELETE CASCADE,
        number INTEGER NOT NULL,
        text TEXT,
        credit TEXT,
        "start" INTEGER,
        "end" INTEGER,
        repeats INTEGER,
        PRIMARY KEY (article_id, number)
    ) STRICT, WITHOUT ROWID
    """,
    f"""
    INSERT INTO captions_new
    SELECT c.article_id, c.number, nullif(c.text, {_CAPTION}), c.credit, c."start", c."end",
        NULL FROM captions c JOIN articles a ON a.id = c.article_id
    """,  # noqa: S608
    "DROP TABLE captions",
    "ALTER TABLE captions_new RENAME TO captions",
    # --- where texts came from: digests as bytes, times as seconds
    f"""
    CREATE TABLE article_versions_new (
        id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES articles(id) ON UPDATE CASCADE,
        sha256 BLOB NOT NULL UNIQUE,
        digest TEXT GENERATED ALWAYS AS (lower(hex(sha256))) VIRTUAL,
        added_seconds INTEGER NOT NULL,
        {_ADDED},
        original BLOB NOT NULL,
        title TEXT,
        body TEXT
    ) STRICT
    """,
    f"""
    CREATE TABLE sources_new (
        id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES articles(id) ON UPDATE CASCADE,
        version_id INTEGER NOT NULL REFERENCES article_versions_new(id),
        path TEXT NOT NULL UNIQUE,
        address TEXT,
        format TEXT NOT NULL,
        added_seconds INTEGER NOT NULL,
        {_ADDED}
    ) STRICT
    """,
    f"""
    INSERT INTO article_versions_new(id, article_id, sha256, added_seconds, original, title, body)
    SELECT v.id, v.article_id, unhexed(v.digest), {_SECONDS}, original, NULL, v.body FROM article_versions v
    """,  # noqa: S608
    f"""
    INSERT INTO sources_new(id, article_id, version_id, path, address, format, added_seconds)
    SELECT id, article_id, version_id, path, address, format, {_SECONDS} FROM sources
    """,  # noqa: S608
    "DROP TABLE sources",
    "DROP TABLE article_versions",
    "ALTER TABLE article_versions_new RENAME TO article_versions",
    "ALTER TABLE sources_new RENAME TO sources",
    "CREATE INDEX article_versions_article ON article_versions(article_id)",
    "CREATE INDEX sources_article ON sources(article_id)",
    "CREATE INDEX sources_version ON sources(version_id)",
    # What a version was packed with stays readable, whoever changes the article (store.versions).
    """
    CREATE TRIGGER articles_keep_body BEFORE UPDATE OF body ON articles WHEN new.body IS NOT old.body BEGIN
        UPDATE article_versions SET body = old.body WHERE article_id = old.id AND body IS NULL;
    END
    """,
    """
    CREATE TRIGGER articles_keep_title BEFORE UPDATE OF title ON articles WHEN new.title IS NOT old.title BEGIN
        UPDATE article_versions SET title = coalesce(old.title, '') WHERE article_id = old.id AND title IS NULL;
    END
    """,
    # --- views
    """
    CREATE VIEW meetings_with_people AS
    SELECT m.id AS meeting_id, m.name AS meeting, m.kind, coalesce(m.date, m.inferred_date) AS date,
           m.date IS NULL AND m.inferred_date IS NOT NULL AS inferred, pl.name AS place,
           p.id AS person_id, p.name AS person, t.role, t.side, t.article_id
    FROM attendances t
    JOIN meetings m ON m.id = t.meeting_id
    JOIN people p ON p.id = t.person_id
    LEFT JOIN places pl ON pl.id = m.place_id
    """,
    """
    CREATE VIEW tenures_by_person AS
    SELECT p.id AS person_id, p.name AS person, po.id AS position_id, po.name AS position,
           coalesce(t.wording, po.name) AS wording, t.tense,
           o.name AS organisation, pl.name AS place, tl.sort_date AS date, tl.inferred,
           t.article_id, a.label AS article
    FROM tenures t
    JOIN people p ON p.id = t.person_id
    JOIN positions po ON po.id = t.position_id
    JOIN timeline tl ON tl.article_id = t.article_id
    JOIN articles a ON a.id = t.article_id
    LEFT JOIN organisations o ON o.id = t.organisation_id
    LEFT JOIN places pl ON pl.id = t.place_id
    """,
    """
    CREATE VIEW articles_with_people_and_tags AS
    SELECT a.id, a.key, a.label AS title, tl.sort_date AS date, tl.inferred,
           (SELECT json_group_array(p.name) FROM article_people ap JOIN people p ON p.id = ap.person_id
            WHERE ap.article_id = a.id) AS people,
           (SELECT json_group_array(g.name) FROM article_tags t JOIN tags g ON g.id = t.tag_id
            WHERE t.article_key = a.key) AS tags
    FROM articles a JOIN timeline tl ON tl.article_id = a.id
    """,
    f"""
    CREATE VIEW captions_with_words AS
    SELECT c.article_id, c.number, coalesce(c.text, {_CAPTION}, (
               SELECT coalesce(first.text, substr(a.body, first."start" + 1, first."end" - first."start"))
               FROM captions first WHERE first.article_id = c.article_id AND first.number = c.repeats)) AS text,
           c.credit, c."start", c."end"
    FROM captions c JOIN articles a ON a.id = c.article_id
    """,  # noqa: S608
    """
    CREATE VIEW mentions_with_words AS
    SELECT m.article_id, m.number, m.kind, m.part, m."start", m."end",
           substr(CASE m.part WHEN 'title' THEN a.title ELSE a.body END, m."start" + 1, m.length) AS words,
           coalesce(m.target, pe.name, o.name, pl.name) AS target, r.name AS rule
    FROM mentions m
    JOIN articles a ON a.id = m.article_id
    JOIN rules r ON r.id = m.rule_id
    LEFT JOIN people pe ON pe.id = m.person_id
    LEFT JOIN organisations o ON o.id = m.organisation_id
    LEFT JOIN places pl ON pl.id = m.place_id
    """,
)
