"""From the tree of a query to one SQL statement that gives ids, newest first.

One index answers words, phrases and most fields (`store.index_entry`), so that whatever is asked for together,
however it is written, is one look-up in it that gives ids in falling order without sorting. What it cannot say
narrows its answers row by row: conditions on user tables, and a look at the text where a phrase is longer than the
pairs of words that the index knows.
"""

# ruff: noqa: S608 - what is put into SQL here are constants of this module; values are parameters.
from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from store.index_asked import asked
from store.index_entry import EVERY, LETTERS, NOTHING, tag_term
from store.matching import is_name, pattern
from store.query_tree import And, Between, Field, FieldName, Has, Is, Node, Not, Or, State, Thing, Words
from store.schema.desk import LONG_INTERVAL
from store.schema.one_index import SAID
from store.timeline import DATED, first_id, id_after
from store.vocabulary import terms

INDEX: Final = "articles_fts"

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
        return f"SELECT {self.identity} AS id FROM {self.found()} ORDER BY {self.identity} DESC"

    def found(self) -> str:
        """SQL for what comes after FROM."""
        return f"{self.source} WHERE {self.where}" if self.where else self.source

    def within(self, columns: str, low: str, high: str) -> str:
        """SQL for columns of the articles with ids from ``low`` on and below ``high``, both SQL, in no order."""
        narrowed = f"{self.where} AND " if self.where else ""
        return (
            f"SELECT {columns} FROM {self.source} WHERE {narrowed}"
            f"{self.identity} >= {low} AND {self.identity} < {high}"
        )


@dataclass(slots=True)
class _Plan:
    """What has to hold together: for the index, against it, and for SQL."""

    matches: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    conditions: list[Sql] = field(default_factory=list)
    low: int | None = None
    high: int | None = None


def statement(connection: sqlite3.Connection, root: Node | None) -> Statement:
    """Make the statement for a query; names of tags are looked up now."""
    plan = _Plan()
    compiler = _Compiler(connection)
    for node in root.nodes if isinstance(root, And) else [root] if root else []:
        compiler.gather(node, plan)
    return _assemble(plan)


def _assemble(plan: _Plan) -> Statement:
    where: list[str] = []
    parameters: list[object] = []
    if plan.excluded and not plan.matches:
        plan.matches.append(f'"{EVERY}"')
    if plan.matches:
        where.append(f"{INDEX} MATCH ?")
        parameters.append(f"({' AND '.join(plan.matches)})" + "".join(f" NOT {one}" for one in plan.excluded))
    identity = "x.rowid" if plan.matches else "x.article_id"
    if plan.low is not None:
        where.append(f"{identity} >= ?")
        parameters.append(plan.low)
    if plan.high is not None:
        where.append(f"{identity} < ?")
        parameters.append(plan.high)
    for sql, given in plan.conditions:
        where.append(sql.format(id=f"+{identity}"))  # an index by id would run the leading search anew for each
        parameters += given
    return Statement(
        f"{INDEX if plan.matches else 'timeline'} x",
        identity,
        " AND ".join(where),
        tuple(parameters),
        everything=not where,
    )


class _Compiler:
    """Turns nodes into what `_Plan` holds."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._written: dict[int, tuple[str | None, bool]] = {}

    def gather(self, node: Node, plan: _Plan) -> None:
        """Add one of the things that have to hold together."""
        if isinstance(node, Between):
            self._bound(node, plan)
            return
        if node == Has(Thing.DATE):
            plan.low = max(plan.low or 0, DATED)
            return
        if isinstance(node, Not):
            match, sure = self._match(node.node)
            if match is not None and sure:
                plan.excluded.append(match)
                return
        match, sure = self._match(node)
        if match is not None:
            plan.matches.append(match)
        if match is None or not sure:
            plan.conditions.append(
                _verified(node) if isinstance(node, Words | Field) and match else self._condition(node)
            )

    def _bound(self, node: Between, plan: _Plan) -> None:
        low, high = _bounds(node)
        reaching = f"SELECT min(article_id) FROM ({_REACHING})"
        (early,) = self._connection.execute(reaching, _reaching(node, low)).fetchone()
        if early is not None:  # rare: an interval that began before and reaches into the days
            plan.conditions.append(_between(node))
            low = early
        plan.low = low if plan.low is None else max(low, plan.low)
        if high is not None:
            plan.high = high if plan.high is None else min(high, plan.high)

    def _condition(self, node: Node) -> Sql:
        """Give SQL that says of any article, ``{id}``, whether the node holds; it is never NULL."""
        match, sure = self._match(node)
        if match is not None and sure:
            return _HITS, (match,)
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
            case Field(FieldName.SOURCE):
                like = "%" + node.value.strip("*").translate(_LIKE) + "%"
                return _SOURCES, (like, like)
            case Is() | Has():
                return f"{{id}} >= {DATED}", ()
            case Words() | Field():
                # CASE, since AND gives no promise to ask the cheap question first
                verified, given = _verified(node)
                return f"CASE WHEN {_HITS} THEN {verified} ELSE 0 END", (match, *given)

    def _match(self, node: Node) -> tuple[str | None, bool]:
        """Write a node for the index, which finds all that is right; true: nothing else. ``None``: it cannot."""
        if id(node) not in self._written:
            self._written[id(node)] = self._write(node)
        return self._written[id(node)]

    def _write(self, node: Node) -> tuple[str | None, bool]:
        match node:
            case Words(sequence):
                return asked(sequence, known=partial(terms, self._connection))
            case Field(FieldName.TAG):
                return self._tags(node), True
            case Field(name, _, sequence) if name in LETTERS:
                return asked(sequence, name, partial(terms, self._connection))
            case Has(thing) if thing in _FLAGS:
                return f'"__{_FLAGS[thing]}"', True
            case Is(State.UNREAD):
                return f'("{EVERY}" NOT "__{State.READ}")', True
            case Is(state):
                return f'"__{state}"', True
            case And(nodes):
                return self._write_all(nodes)
            case Or(nodes):
                parts = [self._match(inner) for inner in nodes]
                known = [part for part, _ in parts if part is not None]
                if len(known) < len(parts):
                    return None, False
                return f"({' OR '.join(known)})", all(sure for _, sure in parts)
            case Not(inner):
                match, sure = self._match(inner)
                return (f'("{EVERY}" NOT {match})', True) if match is not None and sure else (None, False)
            case _:
                return None, False

    def _write_all(self, nodes: Sequence[Node]) -> tuple[str | None, bool]:
        excluded, known, sure = "", [], True
        for node in nodes:
            inner, exact = self._match(node.node) if isinstance(node, Not) else (None, False)
            if inner is not None and exact:
                excluded += f" NOT {inner}"
                continue
            match, exact = self._match(node)
            sure = sure and exact
            if match is not None:
                known.append(match)
        if not known and not excluded:
            return None, False
        wanted = " AND ".join(known) or f'"{EVERY}"'
        return f"(({wanted}){excluded})", sure

    def _tags(self, node: Field) -> str:
        tags = self._connection.execute("SELECT id, name FROM tags").fetchall()
        wanted = [f'"{tag_term(number)}"' for number, name in tags if is_name(node.sequence, name)]
        return f"({' OR '.join(wanted)})" if wanted else f'"{NOTHING}"'


_HITS: Final = f"{{id}} IN (SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH ?)"


def _joined(operator: str, parts: Sequence[Sql]) -> Sql:
    return (
        "(" + operator.join(f"({sql})" for sql, _ in parts) + ")",
        tuple(parameter for _, given in parts for parameter in given),
    )


# --- words --------------------------------------------------------------------------------------------------


_TEXT: Final = "EXISTS (SELECT 1 FROM articles v WHERE v.id = {{id}} AND ({}))"


def _verified(node: Words | Field) -> Sql:
    """Give SQL that looks at the text, or at what the field says of the article."""
    words = pattern(node.sequence)
    if isinstance(node, Words):
        return _TEXT.format("has_words(?, v.body) OR has_words(?, v.title)"), (words, words)
    if node.name is FieldName.TITLE:
        return _TEXT.format("has_words(?, v.title)"), (words,)
    if node.name is FieldName.NOTE:
        return _NOTES, (words, words)
    texts = SAID[node.name]
    looked = " OR ".join(f"EXISTS (SELECT 1 FROM ({text}) WHERE has_words(?, text))" for text in texts)
    return f"({looked})", (words,) * len(texts)


# --- days ---------------------------------------------------------------------------------------------------

# Intervals that began before and reach into the days: those of the last year, and longer ones from before that.
_REACHING: Final = (
    "SELECT article_id FROM timeline INDEXED BY timeline_intervals"
    " WHERE last_day IS NOT NULL AND last_day >= ? AND article_id >= ? AND article_id < ?"
    " UNION ALL SELECT article_id FROM timeline INDEXED BY timeline_long"
    f" WHERE {LONG_INTERVAL} AND last_day >= ? AND article_id < ?"
)
_YEAR: Final = 366 << 16


def _bounds(node: Between) -> tuple[int, int | None]:
    low = first_id(node.first) if node.first else DATED
    return low, id_after(node.last) if node.last else None


def _reaching(node: Between, low: int) -> tuple[object, ...]:
    first, year_before = node.first.isoformat() if node.first else "9999-12-32", max(low - _YEAR, DATED)
    return first, year_before, low, first, year_before


def _between(node: Between) -> Sql:
    low, high = _bounds(node)
    within, given = ("{id} >= ? AND {id} < ?", (low, high)) if high else ("{id} >= ?", (low,))
    return f"(({within}) OR {{id}} IN ({_REACHING}))", (*given, *_reaching(node, low))


# --- everything else ----------------------------------------------------------------------------------------

_LIKE: Final = str.maketrans({"%": "\\%", "_": "\\_", "\\": "\\\\"})
_SOURCES: Final = (
    "{id} IN (SELECT article_id FROM sources WHERE path LIKE ? ESCAPE '\\' OR address LIKE ? ESCAPE '\\')"
)
_NOTES: Final = (
    "EXISTS (SELECT 1 FROM articles v JOIN annotations u ON u.article_key = v.key WHERE v.id = {id}"
    " AND (has_words(?, u.text) OR has_words(?, u.exact)))"
)
_FLAGS: Final = {thing: thing.value for thing in Thing if thing is not Thing.DATE} | {
    Thing.NOTE: State.NOTED.value,
    Thing.TAG: State.TAGGED.value,
}
"""What the index calls what an article may have; that it has a date, its id says."""
