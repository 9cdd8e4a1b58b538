"""From the tree of a query to one SQL statement that gives ids, newest first.

Three indexes answer words (`store.schema`): each says best what the others say slowly or not at all. What is asked
for together is gathered for each of them; one of them leads and gives ids in falling order without sorting, the
others, and all that is no word, narrow what it gives by sets of ids that are made once (``+rowid IN (...)``: with
an index by id instead, the leading one would run its search anew for each of the ids).
"""

# ruff: noqa: S608 - what is put into SQL here are constants of this module; values are parameters.
from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from store.matching import Token, is_name, pattern
from store.query import And, Between, Field, FieldName, Has, Is, Node, Not, Or, State, Thing, Words
from store.text import fold
from store.timeline import DATED, first_id, id_after

WORDS: Final = "articles_words"
MARKED: Final = "articles_marked"
PHRASES: Final = "articles_fts"
INDEXES: Final = (WORDS, MARKED, PHRASES)

Sql = tuple[str, tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Statement:
    """What finds the articles of a query: ``source`` is a table as ``x``, ``identity`` their id in it.

    ``everything`` says that it finds all articles.
    """

    source: str
    identity: str
    where: str
    parameters: tuple[object, ...]
    everything: bool = False

    def ids(self) -> str:
        """SQL for the ids as ``id``, newest first; a LIMIT may be appended."""
        narrowed = f" WHERE {self.where}" if self.where else ""
        return f"SELECT {self.identity} AS id FROM {self.source}{narrowed} ORDER BY {self.identity} DESC"

    def within(self, columns: str, low: str, high: str) -> str:
        """SQL for columns of the articles with ids from ``low`` on and below ``high``, both SQL, in no order."""
        narrowed = f"{self.where} AND " if self.where else ""
        return (
            f"SELECT {columns} FROM {self.source} WHERE {narrowed}"
            f"{self.identity} >= {low} AND {self.identity} < {high}"
        )


@dataclass(slots=True)
class _Plan:
    """What has to hold together, sorted by who can say it."""

    matches: dict[str, list[str]] = field(default_factory=dict)
    conditions: list[Sql] = field(default_factory=list)
    low: int | None = None
    high: int | None = None


def statement(connection: sqlite3.Connection, root: Node | None) -> Statement:
    """Make the statement for a query; names of people, places and so on are looked up now."""
    plan = _Plan()
    compiler = _Compiler(connection)
    for node in root.nodes if isinstance(root, And) else [root] if root else []:
        compiler.gather(node, plan)
    return _assemble(plan)


def _assemble(plan: _Plan) -> Statement:
    leader = next((table for table in (PHRASES, MARKED, WORDS) if table in plan.matches), None)
    if leader and WORDS in plan.matches and leader == PHRASES:
        whole = [match for match in plan.matches[WORDS] if "*" not in match]
        plan.matches[PHRASES] += whole
        plan.matches[WORDS] = [match for match in plan.matches[WORDS] if "*" in match]
    where: list[str] = []
    parameters: list[object] = []
    if leader:
        where.append(f"{leader} MATCH ?")
        parameters.append(" AND ".join(plan.matches[leader]))
    identity = "x.rowid" if leader else "x.article_id"
    if plan.low is not None:
        where.append(f"{identity} >= ?")
        parameters.append(plan.low)
    if plan.high is not None:
        where.append(f"{identity} < ?")
        parameters.append(plan.high)
    narrowing = f"+{identity}" if leader else identity
    for table, matches in plan.matches.items():
        if table != leader and matches:
            where.append(f"{narrowing} IN {_hits(table)}")
            parameters.append(" AND ".join(matches))
    for sql, given in plan.conditions:
        where.append(sql.format(id=narrowing))
        parameters += given
    return Statement(
        f"{leader or 'timeline'} x",
        identity,
        " AND ".join(where),
        tuple(parameters),
        everything=not where,
    )


def _hits(table: str) -> str:
    return f"(SELECT rowid FROM {table} WHERE {table} MATCH ?)"


class _Compiler:
    """Turns nodes into what `_Plan` holds; looks names up on the way."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def gather(self, node: Node, plan: _Plan) -> None:
        """Add one of the things that have to hold together."""
        for table in INDEXES:
            match = _match(node, table)
            if match is not None:
                plan.matches.setdefault(table, []).append(match)
                return
        if isinstance(node, Between):
            self._bound(node, plan)
        elif isinstance(node, Words) or (isinstance(node, Field) and node.name is FieldName.TITLE):
            # A phrase with marks: the indexes tell where its words are, the text whether they stand so.
            plan.matches.setdefault(PHRASES, []).append(_folded_phrase(node))
            if any(map(_is_marked_word, node.sequence)):
                plan.matches.setdefault(MARKED, []).append(_marked_words(node.sequence))
            plan.conditions.append(_verified(node))
        else:
            plan.conditions.append(self._condition(node))

    def _bound(self, node: Between, plan: _Plan) -> None:
        low, high = _bounds(node)
        (early,) = self._connection.execute(_EARLY.format("min(article_id)"), _early(node, low)).fetchone()
        if early is not None:  # rare: an interval that began before and reaches into the days
            plan.conditions.append(_between(node))
            low = early
        plan.low = low if plan.low is None else max(low, plan.low)
        if high is not None:
            plan.high = high if plan.high is None else min(high, plan.high)

    def _condition(self, node: Node) -> Sql:
        """Give SQL that says of any article, ``{id}``, whether the node holds; it is never NULL."""
        for table in INDEXES:
            match = _match(node, table)
            if match is not None:
                return f"{{id}} IN {_hits(table)}", (match,)
        match node:
            case Not(inner):
                sql, given = self._condition(inner)
                return f"NOT ({sql})", given
            case And(nodes):
                return _joined(" AND ", [self._condition(inner) for inner in nodes])
            case Or(nodes):
                return _joined(" OR ", [self._condition(inner) for inner in nodes])
            case Between():
                return _between(node)
            case Is(state):
                return _STATES[state], ()
            case Has(thing):
                return _THINGS[thing], ()
            case Field(name) if name is not FieldName.TITLE:
                return self._field(node)
            case _:
                return _phrase_condition(node)

    def _field(self, node: Field) -> Sql:
        if node.name is FieldName.SOURCE:
            like = "%" + node.value.strip("*").translate(_LIKE) + "%"
            return _SOURCES, (like, like)
        if node.name is FieldName.NOTE:
            return _NOTES, (pattern(node.sequence),) * 2
        if node.name is FieldName.TAG:
            tags = self._connection.execute("SELECT id, name FROM tags").fetchall()
            return _ids_in(_TAGGED, [number for number, name in tags if is_name(node.sequence, name)])
        names, uses = _NAMED[node.name]
        like = "%" + "%".join(fold(token.text) for token in node.sequence) + "%"
        found = self._connection.execute(names, (like, pattern(node.sequence)))
        return _ids_in(uses, [row[0] for row in found])


def _joined(operator: str, parts: Sequence[Sql]) -> Sql:
    return (
        "(" + operator.join(f"({sql})" for sql, _ in parts) + ")",
        tuple(parameter for _, given in parts for parameter in given),
    )


def _ids_in(uses: str, ids: Iterable[int]) -> Sql:
    wanted = sorted(set(ids))
    return (f"{{id}} IN ({uses})", (json.dumps(wanted),) * uses.count("?")) if wanted else ("0", ())


# --- words --------------------------------------------------------------------------------------------------


def _match(node: Node, table: str) -> str | None:
    """Write a node for one index, if that index alone can say it."""
    if isinstance(node, And | Or):
        parts = [_match(inner, table) for inner in node.nodes]
        known = [part for part in parts if part is not None]
        operator = " AND " if isinstance(node, And) else " OR "
        return f"({operator.join(known)})" if len(known) == len(parts) else None
    if isinstance(node, Field):
        plain = table == PHRASES and node.name is FieldName.TITLE and not any(t.marked for t in node.sequence)
        return _folded_phrase(node) if plain else None
    if not isinstance(node, Words):
        return None
    marked = any(token.marked for token in node.sequence)
    if table == PHRASES:
        return None if marked else _folded_phrase(node)
    if len(node.sequence) > 1 or marked != (table == MARKED) or not is_one_word(node.sequence[0]):
        return None
    return _marked_words(node.sequence) if marked else _folded_phrase(node)


_LETTERS: Final = re.compile("[0-9a-z\u00df-\u00f6\u00f8-\u024f\u1e00-\u1eff]+")


def is_one_word(token: Token) -> bool:
    """Say whether an index surely takes a word as one: FTS5 cuts some far-off scripts and signs as we do not.

    What it may take as several can only be asked of an index that knows the places of words.
    """
    return _LETTERS.fullmatch(token.text) is not None


def _is_marked_word(token: Token) -> bool:
    return token.marked and is_one_word(token)


def index_match(token: Token, table: str) -> str:
    """Ask one index for one word, in the form that it keeps."""
    return _marked_words((replace(token, marked=True),)) if table == MARKED else _quoted(fold(token.text), False)


def _quoted(words: str, prefix: bool) -> str:
    return f'"{words}"*' if prefix else f'"{words}"'


def _folded_phrase(node: Words | Field) -> str:
    phrase = _quoted(" ".join(fold(token.text) for token in node.sequence), node.sequence[-1].prefix)
    return f"title : {phrase}" if isinstance(node, Field) else phrase


def _marked_words(sequence: Sequence[Token]) -> str:
    """Ask for every word with marks, wherever it stands, in each way of writing it."""
    words = (
        " OR ".join(_quoted(form, token.prefix) for form in token.spellings())
        for token in sequence
        if _is_marked_word(token)
    )
    return "(" + ") AND (".join(words) + ")"


def _verified(node: Words | Field) -> Sql:
    asked = pattern(node.sequence)
    if isinstance(node, Field):
        return "EXISTS (SELECT 1 FROM articles v WHERE v.id = {id} AND has_words(?, v.title))", (asked,)
    return (
        "EXISTS (SELECT 1 FROM articles v WHERE v.id = {id} AND (has_words(?, v.title) OR has_words(?, v.body)))",
        (asked, asked),
    )


def _phrase_condition(node: Node) -> Sql:
    if not isinstance(node, Words | Field):
        raise TypeError(f"no condition for {node!r}")
    verified, given = _verified(node)
    cheap, asked = [f"{{id}} IN {_hits(PHRASES)}"], [_folded_phrase(node)]
    if any(map(_is_marked_word, node.sequence)):
        cheap.append(f"{{id}} IN {_hits(MARKED)}")
        asked.append(_marked_words(node.sequence))
    # CASE, since AND gives no promise to ask the cheap questions first
    return f"CASE WHEN {' AND '.join(cheap)} THEN {verified} ELSE 0 END", (*asked, *given)


# --- days ---------------------------------------------------------------------------------------------------

_EARLY: Final = "SELECT {} FROM timeline WHERE last_day >= ? AND article_id >= ? AND article_id < ?"


def _bounds(node: Between) -> tuple[int, int | None]:
    low = first_id(node.first) if node.first else DATED
    return low, id_after(node.last) if node.last else None


def _early(node: Between, low: int) -> tuple[object, ...]:
    return (node.first.isoformat() if node.first else "9999-12-32", DATED, low)


def _between(node: Between) -> Sql:
    low, high = _bounds(node)
    within, given = ("{id} >= ? AND {id} < ?", (low, high)) if high else ("{id} >= ?", (low,))
    return f"(({within}) OR {{id}} IN ({_EARLY.format('article_id')}))", (*given, *_early(node, low))


# --- everything else ----------------------------------------------------------------------------------------

_LIKE: Final = str.maketrans({"%": "\\%", "_": "\\_", "\\": "\\\\"})
_SOURCES: Final = (
    "{id} IN (SELECT article_id FROM sources WHERE path LIKE ? ESCAPE '\\' OR address LIKE ? ESCAPE '\\')"
)
_BY_KEY: Final = "SELECT a.id FROM {} u JOIN articles a ON a.key = u.article_key"
_NOTES: Final = (
    "{id} IN (" + _BY_KEY.format("annotations") + " WHERE has_words(?, u.text) OR has_words(?, u.exact))"
)
_TAGGED: Final = _BY_KEY.format("article_tags") + " WHERE u.tag_id IN (SELECT value FROM json_each(?))"
_LISTED: Final = "(SELECT value FROM json_each(?))"

# For each field: how its names are found, and the articles that use them.
_NAMED: Final = {
    FieldName.PERSON: (
        "SELECT person_id FROM person_names WHERE folded LIKE ? AND has_words(?, name)",
        f"SELECT article_id FROM article_people WHERE person_id IN {_LISTED}",
    ),
    FieldName.POSITION: (
        "SELECT position_id FROM position_wordings WHERE folded LIKE ? AND has_words(?, wording)",
        f"SELECT article_id FROM tenures WHERE position_id IN {_LISTED}",
    ),
    FieldName.ORGANISATION: (
        "SELECT id FROM organisations WHERE folded LIKE ? AND has_words(?, name)",
        f"SELECT article_id FROM mentions WHERE organisation_id IN {_LISTED}"
        f" UNION SELECT article_id FROM tenures WHERE organisation_id IN {_LISTED}",
    ),
    FieldName.PLACE: (
        "SELECT id FROM places WHERE folded LIKE ? AND has_words(?, name)",
        f"SELECT article_id FROM mentions WHERE place_id IN {_LISTED}"
        f" UNION SELECT article_id FROM tenures WHERE place_id IN {_LISTED}"
        f" UNION SELECT article_id FROM meeting_articles WHERE place_id IN {_LISTED}",
    ),
    FieldName.DOCUMENT: (
        "SELECT id FROM documents WHERE folded LIKE ?"
        " AND has_words(?, name || ' ' || kind || ' ' || coalesce(number, '') || ' ' || coalesce(issuer, ''))",
        f"SELECT article_id FROM citations WHERE document_id IN {_LISTED}",
    ),
}

_STATES: Final = {
    State.READ: "{id} IN (" + _BY_KEY.format("reading") + " WHERE u.read_at IS NOT NULL)",
    State.UNREAD: "{id} NOT IN (" + _BY_KEY.format("reading") + " WHERE u.read_at IS NOT NULL)",
    State.MARKED: "{id} IN (" + _BY_KEY.format("marks") + ")",
    State.NOTED: "{id} IN (" + _BY_KEY.format("annotations") + ")",
    State.TAGGED: "{id} IN (" + _BY_KEY.format("article_tags") + ")",
    State.DUPLICATE: "{id} IN (SELECT article_id FROM sources GROUP BY article_id HAVING count(*) > 1)",
    State.INFERRED: "EXISTS (SELECT 1 FROM timeline h WHERE h.article_id = {id} AND h.inferred)",
}


def _has_row(table: str, condition: str = "") -> str:
    return f"EXISTS (SELECT 1 FROM {table} h WHERE h.article_id = {{id}}{condition})"


_THINGS: Final = {
    Thing.NOTE: _STATES[State.NOTED],
    Thing.TAG: _STATES[State.TAGGED],
    Thing.PERSON: _has_row("article_people"),
    Thing.POSITION: _has_row("tenures"),
    Thing.ORGANISATION: (
        f"({_has_row('mentions', ' AND h.organisation_id IS NOT NULL')}"
        f" OR {_has_row('tenures', ' AND h.organisation_id IS NOT NULL')})"
    ),
    Thing.PLACE: (
        f"({_has_row('mentions', ' AND h.place_id IS NOT NULL')}"
        f" OR {_has_row('tenures', ' AND h.place_id IS NOT NULL')}"
        f" OR {_has_row('meeting_articles', ' AND h.place_id IS NOT NULL')})"
    ),
    Thing.DOCUMENT: _has_row("citations"),
    Thing.CAPTION: _has_row("captions"),
    Thing.MEETING: _has_row("meeting_articles"),
    Thing.TITLE: "EXISTS (SELECT 1 FROM articles h WHERE h.id = {id} AND h.lede IS NULL)",
    Thing.DATE: f"{{id}} >= {DATED}",
}
