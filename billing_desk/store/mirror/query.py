"""Translates a filter to SQL. Every value is a bound parameter; names come from the entities only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from ...domain.billing_dates import local, parse_span
from ...domain.filters import Condition, Filter
from ...domain.list_query import BadFilter, Query
from ...domain.money import THREE_DECIMALS, ZERO_DECIMALS
from ...domain.text.folding import spellings
from ...domain.typed_amount import AmountError, number_without_currency
from .entity import Entity
from .revenue_steps import moved
from .row_numbers import LATEST, first_row
from .search import Words, escaped_like, is_searchable, words_of

Params = list[Any]


MOST = 100
"""Maximum number of conditions and words of one filter; below SQLite's own limit."""
LONGEST = 2_000
"""Maximum characters of one condition or word."""


@dataclass(frozen=True)
class Part:
    """One SELECT over `t`; a list is the concatenation of its parts."""

    source: str
    where: str
    params: Params
    order: str
    falling: str | None = None
    """The expression of a column that is sorted in descending order; None: another order."""

    def sql(self, columns: str = "t.row") -> str:
        return f"SELECT {columns} FROM {self.source} WHERE {self.where} ORDER BY {self.order}"


def parts(entity: Entity, query: Query, now: int, *, walk: bool = False) -> list[Part]:
    """The statements that return a list's rows in order. `now` is the account's time in Unix seconds.

    `walk`: scan in sort order and check each row against the full-text index, instead of sorting the matches; faster
    for the first rows if there are many matches. Raises BadFilter and KeyError.
    """
    _refuse_endless(query.filter)
    words = words_in(entity, query.filter)
    where, params = _conditions(entity, query, now)
    source, newest_first = f"{entity.name} t", "t.row"
    for beginning in words.ids:
        sql, values = _begins(entity, beginning)
        where.append(sql)
        params += values
    if words.nothing:
        where.append("0")
    elif words.matches and walk:
        where += [_looked_up(entity, index) for index, _ in words.matches]
        params += [match for _, match in words.matches]
    elif words.matches:
        source, where, params = _found_first(entity, words, where, params)
        newest_first = f"{entity.name}_{words.matches[0][0]}.rowid"
    if query.sort in entity.gathered:
        source += f" {entity.gathered[query.sort]}"
    if ranks := entity.ranks.get(query.sort):
        ordered = list(reversed(ranks)) if query.descending else ranks
        return [_part(source, [*where, f"({rank})"], params, newest_first, now) for rank in ordered]
    part = _part(source, where, params, _order(entity, query, newest_first), now)
    plain = query.descending and query.sort != "created" and query.sort in entity.columns and not words.matches
    return [replace(part, falling=_sorted_by(entity, query.sort)) if plain else part]


def _refuse_endless(filter_: Filter) -> None:
    texts = [*filter_.words, *(condition.value for condition in filter_.conditions)]
    if len(texts) > MOST or any(len(text) > LONGEST for text in texts):
        raise BadFilter


def words_in(entity: Entity, filter_: Filter) -> Words:
    """The free words, and the filter texts that the full-text index covers."""
    within = [
        (column, condition.value)
        for condition in filter_.conditions
        if not condition.negated and (column := _column_in_text(entity, condition)) is not None
    ]
    return words_of(filter_.words, within)


def _column_in_text(entity: Entity, condition: Condition) -> str | None:
    """The full-text column for a condition; None: it cannot be looked up there."""
    usable = condition.operator == ":" and is_searchable(condition.value)
    return entity.texts.get(condition.field) if usable else None


def _part(source: str, where: list[str], params: Params, order: str, now: int) -> Part:
    return Part(with_time(source, now), with_time(" AND ".join(where) or "1", now), params, with_time(order, now))


def with_time(sql: str, now: int) -> str:
    """Replace `account_now()` by a number; a Python function would be called for every row."""
    return sql.replace("account_now()", str(int(now)))


def _begins(entity: Entity, text: str) -> tuple[str, Params]:
    """Match the object by the beginning of its id, and objects that refer to it."""
    columns = ["id", *(name for name in ("customer", "subscription", "price", "product") if name in entity.columns)]
    return (
        f"({' OR '.join(f't.{name} >= ? AND t.{name} < ?' for name in columns)})",
        [text, text + "\x7f"] * len(columns),
    )


def _looked_up(entity: Entity, index: str, how: str = "IN") -> str:
    table = f"{entity.name}_{index}"
    return f"+t.row {how} (SELECT rowid FROM {table} WHERE {table} MATCH ?)"  # the plus keeps it from being used first


def _found_first(entity: Entity, words: Words, where: list[str], params: Params) -> tuple[str, list[str], Params]:
    """Query the full-text index first; it returns rows by row number, newest first."""
    tables = [f"{entity.name}_{index}" for index, _ in words.matches]
    source, conditions = tables[0], [f"{table} MATCH ?" for table in tables]
    for table in tables[1:]:
        source += f" CROSS JOIN {table} ON {table}.rowid = {tables[0]}.rowid"
    source += f" CROSS JOIN {entity.name} t ON t.row = {tables[0]}.rowid"
    return source, [*conditions, *where], [*(match for _, match in words.matches), *params]


def _order(entity: Entity, query: Query, newest_first: str) -> str:
    if query.sort == "created":
        return newest_first if query.descending else f"{newest_first} DESC"
    column = _sorted_by(entity, query.sort)
    return f"{column} {'DESC' if query.descending else 'ASC'} NULLS LAST, t.row"


def _sorted_by(entity: Entity, name: str) -> str:
    if name in entity.gathered:
        return "coalesce(g.value, 0)" if "count(*) AS value" in entity.gathered[name] else "g.value"
    exact = name in entity.indexes and not entity.indexes[name].startswith(f"{name} COLLATE NOCASE")
    collate = " COLLATE NOCASE" if entity.columns.get(name) == "TEXT" and not exact else ""
    return entity.expression(name) + collate


# The letter case of Stripe's values by field kind, so that the index is used.
_CASES: dict[str, Callable[[str], str]] = {"word": str.lower, "upper": str.upper, "code": str}


def _conditions(entity: Entity, query: Query, now: int) -> tuple[list[str], Params]:
    """The conditions of the filter. Without a `deleted` condition deleted objects are excluded."""
    found: list[str] = []
    params: Params = []
    if not any(condition.field == "deleted" for condition in query.filter.conditions):
        found.append("t.deleted = 0")
    for condition in query.filter.conditions:
        if _column_in_text(entity, condition) == "name":  # the column holds nothing else, so a match is exact
            if condition.negated:
                found.append(_looked_up(entity, "words", "NOT IN"))
                params.append(words_of((), [("name", condition.value)]).matches[0][1])
            continue
        sql, values = _sql(entity, condition, _Clock(query.zone, now, query.year_begins))
        found.append(f"coalesce(NOT ({sql}), 1)" if condition.negated else f"({sql})")
        params += values
    return found, params


@dataclass(frozen=True)
class _Clock:
    """What dates are read with: the account's time, the zone, and the first month of the fiscal year."""

    zone: ZoneInfo
    now: int
    year_begins: int

    def span(self, text: str) -> tuple[int, int] | None:
        return parse_span(text, self.zone, self.now, self.year_begins)


def _sql(entity: Entity, condition: Condition, clock: _Clock) -> tuple[str, Params]:
    kind, expression = entity.fields[condition.field]
    value = condition.value
    if condition.operator == ":" and (sense := entity.senses.get(f"{condition.field}:{value.lower()}")):
        return sense, []
    if kind == "moved" and condition.operator == ":" and (span := clock.span(value)) is not None:
        return moved(expression, *span)
    if kind == "part" and condition.operator == ":":
        return entity.equals(expression), [value]
    if kind in _CASES and condition.operator == ":":
        return (
            (f"{expression} IS NULL", []) if value.lower() == "none" else (f"{expression} = ?", [_CASES[kind](value)])
        )
    if kind == "text" and condition.operator == ":":
        ways = spellings(value)
        sql = " OR ".join([f"{expression} LIKE ? ESCAPE '\\'"] * len(ways))
        return f"({sql})", [f"%{escaped_like(way)}%" for way in ways]
    if kind == "flag" and condition.operator == ":" and value.lower() in ("yes", "no"):
        return f"{expression} = ?", [int(value.lower() == "yes")]
    if kind == "date":
        return _date(expression, condition, clock)
    sign = {":": "="}.get(condition.operator, condition.operator)
    if kind in ("money", "number") and (number := _number(value)) is not None:
        if kind == "number":
            return f"{expression} {sign} ?", [int(number)]
        return _money(expression, sign, number)
    if kind == "month" and (month := _month(value, clock)) is not None:
        return f"{expression} {sign} ?", [month]
    raise BadFilter(condition)


def _number(text: str) -> Decimal | None:
    try:
        found = number_without_currency(text)
    except AmountError:
        return None
    return found if abs(found) < 10**15 and len(found.as_tuple().digits) <= 28 else None


_ZERO = ", ".join(f"'{code}'" for code in sorted(ZERO_DECIMALS))
_THREE = ", ".join(f"'{code}'" for code in sorted(THREE_DECIMALS))


def _money(expression: str, sign: str, value: Decimal) -> tuple[str, Params]:
    """Convert major units to the minor units of each row's currency, so that `total>100` works for every currency.
    Bound as text, which SQLite compares as the exact number: `total:10.5` is no amount in yen."""
    sql = (
        f"{expression} {sign} CASE WHEN t.currency IN ({_ZERO}) THEN ? WHEN t.currency IN ({_THREE}) THEN ? ELSE ? END"
    )
    return sql, [format(value.scaleb(places).normalize(), "f") for places in (0, 3, 2)]


def _month(value: str, clock: _Clock) -> int | None:
    """A month as a number, e.g. 202703; None: not a month."""
    span = clock.span(value) if len(value) == 7 or value.startswith("month") else None
    if span is None:
        return None
    day = local(span[0], clock.zone).date()
    return day.year * 100 + day.month


def _date(expression: str, condition: Condition, clock: _Clock) -> tuple[str, Params]:
    span = clock.span(condition.value)
    if span is None:
        raise BadFilter(condition)
    start, end = span
    if not all(0 <= at <= LATEST for at in span):
        raise BadFilter(condition)  # before 1970, or beyond the row numbers
    if expression == "t.created":  # row numbers are ordered by this time, so this is a range scan
        since, before = ("t.row < ?", first_row(start - 1)), ("t.row >= ?", first_row(end - 1))
        after, earlier = ("t.row < ?", first_row(end - 1)), ("t.row >= ?", first_row(start - 1))
    else:
        since, before = (f"{expression} >= ?", start), (f"{expression} < ?", end)
        after, earlier = (f"{expression} >= ?", end), (f"{expression} < ?", start)
    chosen = {":": [since, before], ">": [after], "<": [earlier]}[condition.operator]
    return " AND ".join(sql for sql, _ in chosen), [value for _, value in chosen]
