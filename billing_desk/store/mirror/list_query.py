"""Reads lists from the mirror: the first rows, all rows, their values and totals."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ...domain.filters import Filter
from ...domain.json_object import Json
from ...domain.list_query import Query
from ...domain.list_totals import Group, merged
from ...domain.search_hit import Hit
from ..files.database import Connection
from .compression import Compression
from .entities import ENTITIES
from .entity import Entity
from .query import Part, parts, with_time, words_in
from .search import words_of

FREQUENT = 5_000
"""If text matches at least this many rows, the first rows of a sorted list are found by walking the sort order."""
CHUNK = 5_000


def first(connection: Connection, query: Query, now: int, limit: int) -> list[int]:
    """The row numbers of the first rows."""
    entity = ENTITIES[query.kind]
    found: list[int] = []
    for part in parts(entity, query, now, walk=_walk(connection, entity, query)):
        if len(found) < limit:
            found += _first(connection, part, limit - len(found))
    return found


def _first(connection: Connection, part: Part, limit: int) -> list[int]:
    """A descending index scan returns equal values oldest first, but the newest are needed first, and a large group of
    equal values would have to be sorted completely. So the last group is read by a second query."""
    if part.falling is None:
        return [row for (row,) in connection.execute(f"{part.sql()} LIMIT {limit}", part.params)]
    backwards = replace(part, order=f"{part.falling} DESC, t.row DESC").sql(f"t.row, {part.falling}")
    ends: list[Any] = connection.execute(f"{backwards} LIMIT {limit}", part.params).fetchall()
    groups: dict[Any, list[int]] = {}
    for row, value in ends:
        groups.setdefault(_alike(value, part.falling), []).append(row)
    if not groups:
        return []
    groups.popitem()
    found = [row for group in groups.values() for row in sorted(group)]
    last = ends[-1][1]
    same, params = (f"{part.falling} IS NULL", []) if last is None else (f"{part.falling} = ?", [last])
    group = replace(part, where=f"{part.where} AND {same}", order="t.row")
    rest = connection.execute(f"{group.sql()} LIMIT {limit - len(found)}", [*part.params, *params])
    return found + [row for (row,) in rest]


def _alike(value: Any, expression: str) -> Any:
    """One value for all texts that SQLite's NOCASE treats as equal; it folds ASCII letters only."""
    return value.encode().lower() if isinstance(value, str) and expression.endswith("NOCASE") else value


def _walk(connection: Connection, entity: Entity, query: Query) -> bool:
    words = words_in(entity, query.filter)
    if query.sort == "created" or not words.matches:
        return False
    table = f"{entity.name}_{words.matches[0][0]}"
    sql = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT {FREQUENT})"
    return bool(connection.execute(sql, (words.matches[0][1],)).get >= FREQUENT)


def numbers(connection: Connection, query: Query, now: int) -> array[int]:
    """All row numbers in order. Concatenated inside SQLite, because a million Python rows would be slow."""
    found = array("q")
    for part in parts(ENTITIES[query.kind], query, now):
        sql = f"SELECT group_concat(printf('%016x', row), '') FROM ({part.sql()})"
        digits = connection.execute(sql, part.params).get
        if digits:
            some = array("q", bytes.fromhex(digits))
            some.byteswap()
            found.extend(some)
    return found


def ids(connection: Connection, query: Query, now: int) -> list[str]:
    return [
        id_
        for part in parts(ENTITIES[query.kind], query, now)
        for (id_,) in connection.execute(part.sql("t.id"), part.params)
    ]


def names_of(entity: Entity) -> list[str]:
    return ["id", "created", "deleted", *entity.columns, *entity.joined]


def columns_of(entity: Entity, now: int) -> str:
    names = names_of(entity)
    return with_time(
        ", ".join(["t.id", "t.created", "t.deleted", *(entity.expression(name) for name in names[3:])]), now
    )


def rows(connection: Connection, kind: str, wanted: Sequence[int], now: int) -> dict[int, Json]:
    entity = ENTITIES[kind]
    names = names_of(entity)
    sql = f"SELECT t.row, {columns_of(entity, now)} FROM {kind} t WHERE t.row IN (SELECT value FROM json_each(?))"
    found = connection.execute(sql, (json.dumps(list(wanted)),))
    return {row: dict(zip(names, values, strict=True)) for row, *values in found}


def rows_of(connection: Connection, kind: str, ids: Sequence[str], now: int) -> dict[str, Json]:
    entity = ENTITIES[kind]
    names = names_of(entity)
    sql = f"SELECT {columns_of(entity, now)} FROM {kind} t WHERE t.id IN (SELECT value FROM json_each(?))"
    found = connection.execute(sql, (json.dumps(list(ids)),))
    return {str(values[0]): dict(zip(names, values, strict=True)) for values in found}


def stream(
    connection: Connection, query: Query, names: Sequence[str], wanted: Sequence[int] | None, now: int
) -> Iterator[Sequence[Any]]:
    """The column values of a list's rows (`wanted` None), or of the rows `wanted`, in order."""
    entity = ENTITIES[query.kind]
    columns = with_time(", ".join("t.deleted" if name == "deleted" else entity.expression(name) for name in names), now)
    if wanted is None:
        for part in parts(entity, query, now):
            yield from connection.execute(part.sql(columns), part.params)
        return
    sql = (
        f"SELECT {columns} FROM (SELECT key, value FROM json_each(?)) c CROSS JOIN {entity.name} t ON t.row = c.value "
        "ORDER BY c.key"
    )
    for chunk in chunks(wanted):
        yield from connection.execute(sql, (json.dumps(list(chunk)),))


def groups(connection: Connection, query: Query, now: int, numbers: Sequence[int] | None = None) -> list[Group]:
    """The sums of a list (`numbers` None), or of the rows `numbers`, by currency and status."""
    entity = ENTITIES[query.kind]
    if numbers is not None:
        return groups_of(connection, query.kind, numbers, now)
    if not entity.sums:
        return []
    part = _unordered(entity, query, now)
    sql = _grouped(entity, part.source, part.where, now)
    return [_group(entity, row) for row in connection.execute(sql, part.params)]


def _grouped(entity: Entity, source: str, where: str, now: int) -> str:
    sums = "".join(f", sum({sql})" for sql in entity.sums.values())
    return (
        f"SELECT t.currency, {with_time(entity.status, now)}, count(*){sums} FROM {source} "
        f"WHERE {where} AND t.currency IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2"
    )


def _group(entity: Entity, row: Sequence[Any]) -> Group:
    currency, status, count, *sums = row
    amounts = {name: int(amount or 0) for name, amount in zip(entity.sums, sums, strict=True)}
    return Group(str(currency), str(status or ""), int(count), amounts)


def _unordered(entity: Entity, query: Query, now: int) -> Part:
    return parts(entity, replace(query, sort="created", descending=True), now)[0]


def groups_of(connection: Connection, kind: str, wanted: Sequence[int], now: int) -> list[Group]:
    """The sums of the given rows by currency and status."""
    entity = ENTITIES[kind]
    if not entity.sums:
        return []
    sql = _grouped(entity, f"{kind} t", "t.row IN (SELECT value FROM json_each(?))", now)
    found = [
        _group(entity, row) for chunk in chunks(wanted) for row in connection.execute(sql, (json.dumps(list(chunk)),))
    ]
    return merged(found)


def chunks(wanted: Sequence[int]) -> Iterable[Sequence[int]]:
    return (wanted[at : at + CHUNK] for at in range(0, len(wanted), CHUNK))


_FEW = ("currency", "country", "brand", "type", "interval")
MOST_VALUES = 40


def values(connection: Connection, kind: str) -> dict[str, list[str]]:
    """Distinct values per filter column. Skips from one index value to the next instead of scanning all rows."""
    found = {}
    for name in _FEW:
        if name not in ENTITIES[kind].fields or name not in ENTITIES[kind].columns:
            continue
        sql = (
            f"WITH RECURSIVE v (x) AS (SELECT min({name}) FROM {kind} WHERE deleted = 0 UNION ALL "
            f"SELECT (SELECT min({name}) FROM {kind} WHERE deleted = 0 AND {name} > v.x ) "
            f"FROM v WHERE x IS NOT NULL LIMIT {MOST_VALUES}) SELECT x FROM v WHERE x IS NOT NULL"
        )
        found[name] = [str(value) for (value,) in connection.execute(sql)]
    return found


_FINDABLE = ("customer", "subscription", "invoice", "card", "price", "meter")


def find(connection: Connection, packing: Compression, text: str, limit: int, now: int) -> list[Hit]:
    """Up to `limit` hits of each kind, customers first; a customer's objects are also found by the customer's name."""
    words = tuple(text.split())
    asked = words_of(words)
    if not asked.matches and not asked.ids:
        return []
    hits: list[Hit] = []
    for kind in _FINDABLE:
        entity = ENTITIES[kind]
        part = parts(entity, Query(kind, Filter(words=words)), 0)[0]
        sql = f"SELECT t.row, t.id FROM {part.source} WHERE {part.where} ORDER BY {part.order} LIMIT {limit}"
        found: list[Any] = connection.execute(sql, part.params).fetchall()
        columns = rows_of(connection, kind, [id_ for _, id_ in found], now) if found else {}
        for row, id_ in found:
            body: Any = connection.execute(f"SELECT body FROM {kind}_json WHERE row = ?", (row,)).get
            hits.append(Hit(kind, str(id_), entity.title(packing.unpack(kind, body)), columns.get(str(id_), {})))
    return hits
