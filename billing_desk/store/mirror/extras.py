"""Other data of the mirror: meter errors, test clocks, and the progress of enrichment."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from ...domain.json_object import Json
from ...domain.revenue import MonthRevenue
from .entities import ENTITIES
from .entity import LIVE_STANDINGS
from .mirror import Mirror
from .revenue_steps import months_from, months_sql

ERRORS_KEPT = 30 * 86_400
"""Seconds; as long as Stripe keeps events."""


class Extras:
    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror

    async def unread_customers(self, limit: int) -> list[str]:
        """Ids of customers whose cards have not been read yet, newest first."""
        sql = "SELECT id FROM customer WHERE cards_read IS NULL AND deleted = 0 ORDER BY row LIMIT ?"
        return [id_ for (id_,) in await self._mirror.query(sql, (limit,))]

    async def count_unread(self) -> dict[str, int]:
        """The number of customers whose cards have not been read yet ("card"), and of each kind's objects that have a
        list of which the rest has not been read yet."""
        cut = (f"(SELECT count(*) FROM {kind} WHERE cut = 1 AND deleted = 0)" for kind in ENTITIES)
        cards = "(SELECT count(*) FROM customer WHERE cards_read IS NULL AND deleted = 0)"
        counts = (await self._mirror.query(f"SELECT {', '.join((cards, *cut))}"))[0]
        found = dict(zip(ENTITIES, counts[1:], strict=True))
        return {**found, "card": found["card"] + counts[0]}

    async def cards_read(self, customer: str, at: float) -> None:
        await self._mirror.execute(("UPDATE customer SET cards_read = ? WHERE id = ?", (at, customer)))

    async def read_cards_again(self) -> None:
        await self._mirror.execute(("UPDATE customer SET cards_read = NULL WHERE cards_read IS NOT NULL", ()))

    async def cut(self, kind: str, limit: int) -> list[str]:
        """Ids of objects that have a list of which the rest has not been read yet, newest first."""
        sql = f"SELECT id FROM {kind} WHERE cut = 1 AND deleted = 0 ORDER BY row LIMIT ?"
        return [id_ for (id_,) in await self._mirror.query(sql, (limit,))]

    async def processing_invoices(self) -> list[str]:
        """Ids of invoices whose payment was on its way when they were read."""
        sql = "SELECT id FROM invoice WHERE status = 'processing' AND deleted = 0"
        return [id_ for (id_,) in await self._mirror.query(sql)]

    async def stays_cut(self, kind: str, id_: str, as_of: float) -> None:
        """The rest of the object's lists could not be read; it is tried again when the object has changed."""
        await self._mirror.execute((f"UPDATE {kind} SET cut = 2 WHERE id = ? AND cut = 1 AND seen <= ?", (id_, as_of)))

    async def put_problems(self, problems: Iterable[tuple[str, str | None, int, int, Json]]) -> None:
        """Store meter errors: event id, meter, Unix seconds, count, event. Deletes those older than ERRORS_KEPT."""
        sql = "INSERT OR REPLACE INTO problems VALUES (?, ?, ?, ?, ?)"
        rows = [(id_, meter, at, count, json.dumps(event)) for id_, meter, at, count, event in problems]
        newest = max((at for _, _, at, _, _ in rows), default=0)
        statements: list[tuple[str, tuple[Any, ...]]] = [(sql, row) for row in rows]
        await self._mirror.execute(*statements, ("DELETE FROM problems WHERE at < ?", (newest - ERRORS_KEPT,)))

    async def problems(self, meter: str) -> list[Json]:
        """At most 50 meter errors, newest first."""
        sql = "SELECT json FROM problems WHERE meter = ? ORDER BY at DESC LIMIT 50"
        return [json.loads(body) for (body,) in await self._mirror.query(sql, (meter,))]

    async def put_part(self, owner: str, kind: str, rows: list[Json], *, more: bool = False) -> None:
        """Store a list that belongs to one object, e.g. a customer's payments. `more`: older ones were not read."""
        sql = "INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?)"
        await self._mirror.execute((sql, (owner, kind, json.dumps(rows, ensure_ascii=False), int(more))))

    async def is_part_cut(self, owner: str, kind: str) -> bool:
        """Whether Stripe has older entries than the stored ones."""
        sql = "SELECT 1 FROM parts WHERE owner = ? AND kind = ? AND more"
        return bool(await self._mirror.query(sql, (owner, kind)))

    async def count_related(self, kind: str, column: str, value: str) -> int:
        """How many objects have this value in `column`, without deleted ones."""
        sql = f"SELECT count(*) FROM {kind} t WHERE {ENTITIES[kind].equals(column)} AND t.deleted = 0"
        return int((await self._mirror.query(sql, (value,)))[0][0])

    async def price_revenue(self, price: str) -> list[tuple[str, int]]:
        """The monthly revenue of a price by currency, as far as it has any."""
        sql = (
            "SELECT i.currency, sum(i.monthly) FROM subscription_parts i JOIN subscription s ON s.row = i.row "
            f"WHERE i.price = ? AND s.deleted = 0 AND s.standing IN {LIVE_STANDINGS} GROUP BY 1 "
            "HAVING sum(i.monthly) > 0"
        )
        return [(str(currency), int(amount)) for currency, amount in await self._mirror.query(sql, (price,))]

    async def revenue(self, bounds: Sequence[int]) -> list[MonthRevenue]:
        """Monthly recurring revenue for the months between `bounds` (Unix seconds), by currency."""
        return months_from(await self._mirror.query(months_sql(bounds)), bounds)

    async def has_part(self, owner: str, kind: str) -> bool:
        return bool(await self._mirror.query("SELECT 1 FROM parts WHERE owner = ? AND kind = ?", (owner, kind)))

    async def part(self, owner: str, kind: str) -> list[Json]:
        rows = await self._mirror.query("SELECT json FROM parts WHERE owner = ? AND kind = ?", (owner, kind))
        return json.loads(rows[0][0]) if rows else []

    async def parts(self, owners: Iterable[str], kind: str) -> dict[str, list[Json]]:
        """The lists of several objects by owner; owners without one are missing."""
        sql = "SELECT owner, json FROM parts WHERE kind = ? AND owner IN (SELECT value FROM json_each(?))"
        rows = await self._mirror.query(sql, (kind, json.dumps(list(owners))))
        return {str(owner): json.loads(body) for owner, body in rows}

    async def put_results(self, results: Iterable[tuple[str, int, str]]) -> None:
        """Store the last payment result of cards: card, Unix seconds, failure code or "". Older results are ignored."""
        sql = (
            "INSERT INTO results VALUES (?, ?, ?) ON CONFLICT (card) DO UPDATE "
            "SET at = excluded.at, code = excluded.code WHERE excluded.at >= results.at"
        )
        await self._mirror.execute(*((sql, row) for row in results))

    async def put_clocks(self, clocks: list[Json]) -> None:
        """Replace all stored test clocks of the account."""
        inserted = [("INSERT INTO clocks VALUES (?, ?)", (clock["id"], json.dumps(clock))) for clock in clocks]
        await self._mirror.execute(("DELETE FROM clocks", ()), *inserted)

    async def clocks(self) -> list[Json]:
        return [json.loads(body) for (body,) in await self._mirror.query("SELECT json FROM clocks ORDER BY id")]
