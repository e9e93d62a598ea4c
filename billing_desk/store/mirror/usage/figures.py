"""What the mirror knows of metered usage: meters, metered prices, rejected events, who is billed by which meter."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from ....domain.json_object import Json
from ....domain.objects.event import reason_of
from ..entity import LIVE_STANDINGS
from ..mirror import Mirror

_NO_MAPPING = "meter_event_no_customer_defined"


class UsageFigures:
    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror

    async def meters(self) -> list[Json]:
        ids = await self._mirror.query("SELECT id FROM meter WHERE deleted = 0")
        found = [await self._mirror.get("meter", str(id_)) for (id_,) in ids]
        return [meter for meter in found if meter is not None]

    async def metered_prices(self) -> list[Json]:
        ids = await self._mirror.query("SELECT id FROM price WHERE meter IS NOT NULL AND deleted = 0")
        found = [await self._mirror.get("price", str(id_)) for (id_,) in ids]
        return [price for price in found if price is not None]

    async def unmatched_events(self) -> Mapping[str, int]:
        """Rejected events of the last 30 days that found no meter ("no_meter"), or a meter (by id) but no customer key
        in their payload."""
        found: Counter[str] = Counter()
        rows = await self._mirror.query("SELECT meter, json FROM problems WHERE at > account_now() - 2592000")
        for meter, body in rows:
            for kind in reason_of(json.loads(body)).get("error_types") or []:
                if not meter:
                    found["no_meter"] += int(kind.get("error_count") or 0)
                elif kind.get("code") == _NO_MAPPING:
                    found[str(meter)] += int(kind.get("error_count") or 0)
        return found

    async def problems(self) -> list[tuple[str, Json]]:
        """(meter, error event) of the last 30 days, newest first; the meter is "" if there is none."""
        sql = "SELECT coalesce(meter, ''), json FROM problems WHERE at > account_now() - 2592000 ORDER BY at DESC"
        return [(str(meter), json.loads(body)) for meter, body in await self._mirror.query(sql)]

    async def rejected_today(self) -> int:
        """Events that were rejected in the last 24 hours."""
        sql = "SELECT coalesce(sum(count), 0) FROM problems WHERE at > account_now() - 86400"
        return int((await self._mirror.query(sql))[0][0])

    async def billed_by(self, meter: str) -> list[tuple[str, str]]:
        """(id, name) of the customers with a live subscription on a price of the meter, by name."""
        sql = (
            "SELECT DISTINCT c.id, coalesce(nullif(c.name, ''), nullif(c.email, ''), c.id) FROM price p "
            "JOIN subscription_parts i ON i.price = p.id JOIN subscription s ON s.row = i.row AND s.deleted = 0 "
            f"AND s.standing IN {LIVE_STANDINGS} "
            "JOIN customer c ON c.id = s.customer WHERE p.meter = ? AND p.deleted = 0 ORDER BY 2"
        )
        rows: list[Any] = await self._mirror.query(sql, (meter,))
        return [(str(id_), str(name)) for id_, name in rows]

    async def named_by(self, what: str, key: str = "") -> list[tuple[str, str]]:
        """(name, id) of all customers: by `id`, `name`, `email` (in lower case), or `metadata` with a key."""
        if what == "metadata":
            ids: list[Any] = await self._mirror.query("SELECT id FROM customer WHERE deleted = 0")
            found = []
            for (id_,) in ids:
                customer = await self._mirror.get("customer", str(id_)) or {}
                if name := (customer.get("metadata") or {}).get(key):
                    found.append((str(name).strip(), str(id_)))
            return found
        columns = {"id": "id", "name": "coalesce(nullif(name, ''), id)", "email": "lower(email)"}
        sql = f"SELECT {columns[what]}, id FROM customer WHERE deleted = 0 AND {columns[what]} IS NOT NULL"
        rows: list[Any] = await self._mirror.query(sql)
        return [(str(name).strip(), str(id_)) for name, id_ in rows]
