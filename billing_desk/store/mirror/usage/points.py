"""Usage summaries that were read: one value for each customer, meter, and hour or day (UTC)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ....domain.usage.series import DAY, HOUR, Span
from ..mirror import Mirror

UNITS = {"hour": HOUR, "day": DAY}


@dataclass(frozen=True)
class Covered:
    """What was read of one customer: the span, and when (Unix seconds)."""

    span: Span
    fetched: int


class UsagePoints:
    """`unit` is `hour` or `day`."""

    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror

    async def covered(self, meter: str, unit: str) -> dict[str, Covered]:
        """By customer."""
        sql = "SELECT customer, start, finish, fetched FROM usage_read WHERE meter = ? AND unit = ?"
        rows: list[Any] = await self._mirror.query(sql, (meter, UNITS[unit]))
        return {customer: Covered(Span(start, finish), fetched) for customer, start, finish, fetched in rows}

    async def points(self, meter: str, customers: Sequence[str], unit: str, span: Span) -> dict[str, dict[int, float]]:
        """By customer, the values by the first second of their hour or day. Customers without usage are missing."""
        sql = (
            "SELECT customer, at, value FROM usage_points WHERE meter = ? AND unit = ? AND at >= ? AND at < ? "
            "AND customer IN (SELECT value FROM json_each(?))"
        )
        found: dict[str, dict[int, float]] = {}
        values = (meter, UNITS[unit], span.start, span.end, json.dumps(list(customers)))
        for customer, at, value in await self._mirror.query(sql, values):
            found.setdefault(str(customer), {})[int(at)] = float(value)
        return found

    async def last_usage(self, meter: str) -> Mapping[str, int]:
        """By customer, the first second of the last hour or day with usage, as far as it was read."""
        sql = "SELECT customer, max(at) FROM usage_points WHERE meter = ? AND value != 0 GROUP BY customer"
        return {str(customer): int(at) for customer, at in await self._mirror.query(sql, (meter,))}

    async def put(
        self, meter: str, customer: str, unit: str, span: Span, values: Mapping[int, float], fetched: int, whole: Span
    ) -> None:
        """Replace what is known of `span`. `whole` is what is covered from now on."""
        owner = (meter, customer, UNITS[unit])
        outside = "DELETE FROM usage_points WHERE meter = ? AND customer = ? AND unit = ? AND (at < ? OR at >= ?)"
        inside = "DELETE FROM usage_points WHERE meter = ? AND customer = ? AND unit = ? AND at >= ? AND at < ?"
        await self._mirror.execute(
            (outside, (*owner, whole.start, whole.end)),
            (inside, (*owner, span.start, span.end)),
            *(("INSERT INTO usage_points VALUES (?, ?, ?, ?, ?)", (*owner, at, value)) for at, value in values.items()),
            ("INSERT OR REPLACE INTO usage_read VALUES (?, ?, ?, ?, ?, ?)", (*owner, whole.start, whole.end, fetched)),
        )
