"""The revenue of subscriptions over time: steps that are added when an amount is seen to have changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from ...domain.json_object import Json
from ...domain.objects.subscription import currency_of
from ...domain.revenue import MonthRevenue, Part, continued
from ..files.database import Connection

_AT_ONCE = 50
_EACH = 8
_PLACE = {part: place for place, part in enumerate(Part, 1)}
"""The number of a part within a month; 0: no change. Fewer than _EACH."""
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
    """`rows` are (row number, subscription, when it was read). A deleted one has no steps."""
    gone = [(row,) for row, obj, _ in rows if obj.get("deleted")]
    connection.executemany("DELETE FROM subscription_revenue WHERE row = ?", gone)
    rows = [each for each in rows if not each[1].get("deleted")]
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
    """The changes by currency and key, as (currency, key, count, delta). Key 0: all before the first of `bounds` (Unix
    seconds), counting what earns then; else the month's place among `bounds` times _EACH, plus that of its part.

    Grouped by one number, and without a look at each subscription, because that takes half the time.
    """
    months = " ".join(f"WHEN at < {int(bound)} THEN {number}" for number, bound in enumerate(bounds[1:], 1))
    return f"""
WITH ended AS (SELECT currency, CASE {months} END AS month, sum(delta) AS delta, max(at), monthly AS closing
  FROM subscription_revenue WHERE at >= {int(bounds[0])} AND at < {int(bounds[-1])} GROUP BY row, month)
SELECT currency, 0, sum(monthly > 0) - sum(monthly - delta > 0), sum(delta)
  FROM subscription_revenue WHERE at < {int(bounds[0])} GROUP BY currency
UNION ALL
SELECT currency, month * {_EACH} + CASE WHEN delta = 0 THEN 0 WHEN closing - delta <= 0 THEN {_PLACE[Part.NEW]}
  WHEN closing <= 0 THEN {_PLACE[Part.CHURN]} WHEN delta > 0 THEN {_PLACE[Part.EXPANSION]}
  ELSE {_PLACE[Part.CONTRACTION]} END AS key, count(*), sum(delta) FROM ended GROUP BY key, currency"""


def months_from(rows: Iterable[tuple[Any, ...]], bounds: Sequence[int]) -> list[MonthRevenue]:
    """The months between `bounds` for each currency, from the rows of `months_sql`; as `domain.revenue.months_of`."""
    by_currency: dict[str, dict[int, tuple[int, int]]] = {}
    for currency, key, count, delta in rows:
        by_currency.setdefault(currency, {})[key] = (count, delta)
    found = []
    for currency, held in sorted(by_currency.items()):
        active, opening = held.get(0, (0, 0))
        for number, start in enumerate(bounds[:-1], 1):
            mine = {part: held[key] for part, place in _PLACE.items() if (key := number * _EACH + place) in held}
            counts = {part: count for part, (count, _) in mine.items()}
            active += counts.get(Part.NEW, 0) - counts.get(Part.CHURN, 0)
            parts = {part: delta for part, (_, delta) in mine.items()}
            found.append(MonthRevenue(start, currency, opening, parts, counts, active))
            opening = found[-1].closing
    return found
