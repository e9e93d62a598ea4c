"""Read one object: the mirror's copy at once, Stripe's own on request."""

from __future__ import annotations

import time
from typing import Any

from ..domain.changes import Changes
from ..domain.errors import NotFound
from ..domain.money import Money
from ..gateway.calls import Door
from ..gateway.objects import read_one
from ..store.mirror import Mirror, Row
from ..store.query import Query


class Reading:
    def __init__(self, door: Door, mirror: Mirror, changes: Changes) -> None:
        self._door, self._mirror, self._changes = door, mirror, changes

    async def get(self, kind: str, id_: str) -> Row | None:
        return await self._mirror.get(kind, id_)

    async def related(self, kind: str, column: str, value: str) -> list[Row]:
        return await self._mirror.related(kind, column, value)

    async def refresh(self, kind: str, id_: str) -> None:
        """Read it at Stripe and publish if it differs. Raises DeskError."""
        began = time.time()
        try:
            obj: dict[str, Any] = await self._door.read(read_one(kind, id_))
        except NotFound:
            if await self._mirror.get(kind, id_) is None:
                raise
            obj = {"id": id_, "object": _OBJECT.get(kind, kind), "deleted": True}
        for change in await self._mirror.put([obj], began):
            self._changes.publish(change)

    async def ids(self, query: Query) -> list[str]:
        return await self._mirror.ids(query)

    async def rows(self, kind: str, ids: list[str]) -> dict[str, Row]:
        return await self._mirror.rows(kind, ids)

    async def totals(self, query: Query) -> list[Money]:
        return await self._mirror.totals(query)

    async def totals_of(self, kind: str, ids: list[str]) -> list[Money]:
        return await self._mirror.totals_of(kind, ids)


_OBJECT = {"card": "payment_method", "meter": "billing.meter"}
