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

VERSION: Final = 1
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
)
USER_TABLES: Final = ("tags", "article_tags", "annotations", "marks", "reading", "journal")

_SOURCE: Final = (
    # The body is the last column: a row of the timeline is read without touching the pages that hold it.
    """
    CREATE TABLE articles (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        title TEXT,
        lede TEXT,
        label TEXT GENERATED ALWAYS AS (coalesce(lede, title)) VIRTUAL,
        byline TEXT,
        section TEXT,
        published TEXT,
        published_text TEXT,
        digest TEXT NOT NULL,
        imported TEXT NOT NULL,
        boilerplate TEXT NOT NULL DEFAULT '[]',
        blocks TEXT NOT NULL DEFAULT '[]',
        body TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE article_versions (
        id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES articles(id) ON UPDATE CASCADE,
        digest TEXT NOT NULL UNIQUE,
        added TEXT NOT NULL,
        original BLOB NOT NULL,
        body TEXT
    ) STRICT
    """,
    "CREATE INDEX article_versions_article ON article_versions(article_id)",
    # What a version was packed with stays readable, whoever changes the body (store.versions).
    """
    CREATE TRIGGER articles_keep_body BEFORE UPDATE OF body ON articles WHEN new.body IS NOT old.body BEGIN
        UPDATE article_versions SET body = old.body WHERE article_id = old.id AND body IS NULL;
    END
    """,
    """
    CREATE TABLE sources (
        id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES articles(id) ON UPDATE CASCADE,
        version_id INTEGER NOT NULL REFERENCES article_versions(id),
        path TEXT NOT NULL UNIQUE,
        address TEXT,
        format TEXT NOT NULL,
        added TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX sources_article ON sources(article_id)",
    "CREATE INDEX sources_version ON sources(version_id)",
    """
    CREATE TABLE captions (
        article_id INTEGER NOT NULL REFERENCES articles(id) ON UPDATE CASCADE ON DELETE CASCADE,
        number INTEGER NOT NULL,
        text TEXT NOT NULL,
        credit TEXT,
        "start" INTEGER,
        "end" INTEGER,
        PRIMARY KEY (article_id, number)
    ) STRICT, WITHOUT ROWID
    """,
)

_NAMES: Final = (
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
_STATEMENTS: Final = (
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
        rule TEXT NOT NULL,
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
        rule TEXT NOT NULL,
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

_USER: Final = (
    """
    CREATE TABLE tags (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        letter TEXT UNIQUE,
        colour TEXT,
        created TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE article_tags (
        article_key TEXT NOT NULL,
        tag_id INTEGER NOT NULL REFERENCES tags(id) ON DELETE CASCADE,
        created TEXT NOT NULL,
        PRIMARY KEY (article_key, tag_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX article_tags_tag ON article_tags(tag_id, article_key)",
    """
    CREATE TABLE annotations (
        id TEXT PRIMARY KEY,
        article_key TEXT NOT NULL,
        version_digest TEXT NOT NULL,
        part TEXT,
        "start" INTEGER,
        "end" INTEGER,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        created TEXT NOT NULL,
        modified TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX annotations_article ON annotations(article_key)",
    """
    CREATE TABLE marks (
        article_key TEXT PRIMARY KEY,
        created TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE reading (
        article_key TEXT PRIMARY KEY,
        read_at TEXT,
        stopped_at INTEGER NOT NULL DEFAULT 0,
        opened TEXT
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX reading_opened ON reading(opened)",
    # The images are the last column: an act on a hundred thousand articles has megabytes of them.
    """
    CREATE TABLE journal (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        act TEXT NOT NULL,
        label TEXT NOT NULL,
        undone_at TEXT,
        changes TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX journal_undone ON journal(undone_at) WHERE undone_at IS NOT NULL",
)


def _folded(text: str) -> str:
    """SQL for a text as indexes without marks take it: ``đ`` as ``d``, which their tokenizer leaves alone."""
    return f"replace(replace({text}, 'đ', 'd'), 'Đ', 'D')"


def _index_rows(row: str, *, delete: bool) -> str:
    """SQL that adds one row of ``articles`` to every index, or takes it out with the words that it went in with."""
    whole = f"coalesce({row}.title, '') || char(10) || {row}.body"
    texts = {
        "articles_fts(title, body": f"{_folded(f'{row}.title')}, {_folded(f'{row}.body')}",
        "articles_words(text": _folded(whole),
        "articles_marked(text": whole,
    }
    statements = ""
    for head, values in texts.items():
        table = head.partition("(")[0]
        command, name = (f", {table}", "'delete', ") if delete else ("", "")
        statements += f"INSERT INTO {head}{command}, rowid) VALUES ({values}, {name}{row}.id);\n"  # noqa: S608
    return statements


# Three indexes, since none answers everything fast (docs/search.md):
# * articles_fts: title and body without marks, with places of words: phrases, `title:`, and tools from outside;
# * articles_words: words without marks, no places, prefixes of one to six letters: what is typed letter by letter;
# * articles_marked: words with their marks, no places: what is typed with marks.
_INDEXES: Final = (
    """
    CREATE VIRTUAL TABLE articles_fts USING fts5(
        title, body, content="articles", content_rowid='id', tokenize='unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE VIRTUAL TABLE articles_words USING fts5(
        text, content='', detail=none, prefix='1 2 3 4 5 6',
        tokenize='unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE VIRTUAL TABLE articles_marked USING fts5(
        text, content='', detail=none, prefix='1 2', tokenize='unicode61 remove_diacritics 0'
    )
    """,
    f"CREATE TRIGGER articles_insert AFTER INSERT ON articles BEGIN\n{_index_rows('new', delete=False)}END",
    f"CREATE TRIGGER articles_delete AFTER DELETE ON articles BEGIN\n{_index_rows('old', delete=True)}END",
    "CREATE TRIGGER articles_update AFTER UPDATE OF id, title, body ON articles BEGIN\n"
    f"{_index_rows('old', delete=True)}{_index_rows('new', delete=False)}END",
)

_VIEWS: Final = (
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
    SELECT p.id AS person_id, p.name AS person, po.id AS position_id, po.name AS position, t.wording, t.tense,
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
)

FIRST: Final = (*_SOURCE, *_NAMES, *_STATEMENTS, *_USER, *_INDEXES, *_VIEWS)
"""The statements of the first migration."""
