"""The revenue of subscriptions over time: steps that are added when an amount is seen to have changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ...domain.json_object import Json
from ...domain.objects.subscription import currency_of
from ...domain.revenue import MonthRevenue, Part, continued
from ..files.database import Connection

_AT_ONCE = 50
PARTS = {
    "new": "sum(CASE WHEN at < ? THEN delta ELSE 0 END) <= 0 AND sum(delta) > 0",
    "churned": "sum(CASE WHEN at < ? THEN delta ELSE 0 END) > 0 AND sum(delta) <= 0",
    "expanded": "sum(CASE WHEN at < ? THEN delta ELSE 0 END) > 0 AND sum(CASE WHEN at >= ? THEN delta ELSE 0 END) > 0",
    "contracted": "sum(delta) > 0 AND sum(CASE WHEN at >= ? THEN delta ELSE 0 END) < 0 "
    "AND sum(CASE WHEN at < ? THEN delta ELSE 0 END) > 0",
}
"""What a subscription did in a span, as conditions on its steps before the span's end; each ? is the span's start."""


def moved(part: str, start: int, end: int) -> tuple[str, list[Any]]:
    """The condition for subscriptions that did this within the span (Unix seconds)."""
    condition = PARTS[part]
    sql = f"t.row IN (SELECT row FROM subscription_revenue WHERE at < ? GROUP BY row HAVING {condition})"
    return sql, [end, *[start] * condition.count("?")]


def store_steps(connection: Connection, rows: Sequence[tuple[int, Json, float]]) -> None:
    """`rows` are (row number, subscription, when it was read)."""
    if not rows:
        return
    ids = json.dumps([row for row, _, _ in rows])
    held: dict[int, list[tuple[int, int]]] = {}
    sql = "SELECT row, at, monthly FROM subscription_revenue WHERE row IN (SELECT value FROM json_each(?)) ORDER BY at"
    for row, at, monthly in connection.execute(sql, (ids,)):
        held.setdefault(row, []).append((at, monthly))
    fresh: list[Any] = []
    for row, obj, seen in rows:
        before = held.get(row, [])
        steps, last = continued(before, obj, int(seen)), before[-1][1] if before else 0
        for at, monthly in steps[len(before) :]:
            fresh += [row, at, monthly, monthly - last, currency_of(obj)]
            last = monthly
    width = 5 * _AT_ONCE
    for place in range(0, len(fresh), width):
        chunk = fresh[place : place + width]
        marks = ", ".join(["(?, ?, ?, ?, ?)"] * (len(chunk) // 5))
        connection.execute(f"INSERT INTO subscription_revenue VALUES {marks}", chunk)


def months_sql(bounds: Sequence[int]) -> str:
    """The changes by currency, place among `bounds` (Unix seconds; 0: before the first one) and part."""
    cases = " ".join(f"WHEN at < {int(bound)} THEN {number}" for number, bound in enumerate(bounds))
    return f"""
WITH moves AS (SELECT row, currency, CASE {cases} ELSE -1 END AS month, sum(delta) AS delta FROM subscription_revenue
  GROUP BY row, month),
run AS (SELECT m.currency, m.month, m.delta, sum(m.delta) OVER (PARTITION BY m.row ORDER BY m.month) AS closing
  FROM moves m JOIN subscription t ON t.row = m.row WHERE t.deleted = 0 AND m.month >= 0)
SELECT currency, month, CASE WHEN delta = 0 THEN '' WHEN closing - delta <= 0 THEN '{Part.NEW}'
  WHEN closing <= 0 THEN '{Part.CHURN}' WHEN delta > 0 THEN '{Part.EXPANSION}' ELSE '{Part.CONTRACTION}' END AS part,
  sum(delta), count(*), sum(closing > 0) - sum(closing - delta > 0) FROM run GROUP BY 1, 2, 3"""


def months_from(rows_: Sequence[tuple[Any, ...]], bounds: Sequence[int]) -> list[MonthRevenue]:
    """The months between `bounds` for each currency, from the rows of `months_sql`; as `domain.revenue.months_of`."""
    by_currency: dict[str, list[tuple[int, str, int, int, int]]] = {}
    for currency, month, part, delta, count, net in rows_:
        by_currency.setdefault(currency, []).append((month, part, delta, count, net))
    found = []
    for currency, rows in sorted(by_currency.items()):
        opening = sum(delta for month, _, delta, _, _ in rows if month == 0)
        active = sum(net for month, _, _, _, net in rows if month == 0)
        for number in range(1, len(bounds)):
            mine = [row for row in rows if row[0] == number and row[1]]
            parts = {Part(part): delta for _, part, delta, _, _ in mine}
            counts = {Part(part): count for _, part, _, count, _ in mine}
            active += sum(net for _, _, _, _, net in mine)
            found.append(MonthRevenue(bounds[number - 1], currency, opening, parts, counts, active))
            opening = found[-1].closing
    return found
