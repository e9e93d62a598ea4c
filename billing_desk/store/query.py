"""From a filter to SQL. Every value is a parameter; names come from the nouns only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from ..domain.billing_dates import parse_day
from ..domain.filters import Condition, Filter
from .noun import Noun
from .search import condition as words_condition
from .search import escaped_like


@dataclass(frozen=True)
class Query:
    """Which rows of a noun, in which order. Equal values keep the newest first. Dates are read in `zone`."""

    kind: str
    filter: Filter = field(default_factory=Filter)
    sort: str = "created"
    descending: bool = True
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))


class BadFilter(ValueError):
    """A token whose value cannot be read; `field`, `operator` and `value` say which."""

    def __init__(self, condition: Condition) -> None:
        self.field, self.operator, self.value = condition.field, condition.operator, condition.value
        super().__init__(f"{self.field}{self.operator}{self.value}")


def where(noun: Noun, query: Query) -> tuple[str, list[Any]]:
    """The WHERE clause over `t`. Deleted objects are shown only to a filter that names them."""
    parts, params = [], []
    if not any(condition.field == "deleted" for condition in query.filter.conditions):
        parts.append("NOT t.deleted")
    for condition in query.filter.conditions:
        sql, values = _sql(noun, condition, query.zone)
        parts.append(f"coalesce(NOT ({sql}), 1)" if condition.negated else f"({sql})")
        params += values
    if query.filter.words:
        sql, values = words_condition(query.filter.words)
        found = f"t.id IN (SELECT id FROM docs WHERE noun = '{noun.name}' AND {sql})"
        if noun.of_customer:
            found += f" OR t.customer IN (SELECT id FROM docs WHERE noun = 'customer' AND {sql})"
        parts.append(f"({found})")
        params += values * (2 if noun.of_customer else 1)
    return " AND ".join(parts) or "1", params


def order(noun: Noun, query: Query) -> str:
    direction = "DESC" if query.descending else "ASC"
    column = noun.expression(query.sort) if query.sort != "created" else "t.created"
    collate = " COLLATE NOCASE" if noun.columns.get(query.sort, "TEXT") == "TEXT" and query.sort != "created" else ""
    return f"{column} IS NULL, {column}{collate} {direction}, t.created DESC, t.id"


def _sql(noun: Noun, condition: Condition, zone: ZoneInfo) -> tuple[str, list[Any]]:
    kind, expression = noun.fields[condition.field]
    value = condition.value
    if kind in ("text", "word") and condition.operator == ":":
        if kind == "word":
            return f"{expression} = ? COLLATE NOCASE", [value]
        return f"{expression} LIKE ? ESCAPE '\\'", [f"%{escaped_like(value)}%"]
    if kind == "flag" and condition.operator == ":" and value.lower() in ("yes", "no"):
        return f"{expression} = ?", [int(value.lower() == "yes")]
    if kind == "date":
        return _date(expression, condition, zone)
    sign = {":": "="}.get(condition.operator, condition.operator)
    if kind == "money" and _is_number(value):
        return f"{expression} {sign} minor(?, t.currency)", [value]
    if kind == "month" and len(value) == 7 and value[:4].isdigit() and value[5:].isdigit():
        return f"{expression} {sign} ?", [int(value[:4]) * 100 + int(value[5:])]
    raise BadFilter(condition)


def _is_number(text: str) -> bool:
    return text.lstrip("-").replace(".", "", 1).isdigit()


def _date(expression: str, condition: Condition, zone: ZoneInfo) -> tuple[str, list[Any]]:
    start = parse_day(condition.value, zone)
    end = parse_day(condition.value, zone, end=True)
    if start is None:
        raise BadFilter(condition)
    if condition.operator == ":":
        return f"{expression} >= ? AND {expression} < ?", [start, end]
    return f"{expression} {condition.operator}{'=' if condition.operator == '>' else ''} ?", [
        end if condition.operator == ">" else start
    ]
