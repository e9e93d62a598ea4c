"""Read one object: the mirror's copy at once, Stripe's own on request."""

from __future__ import annotations

import time
from typing import Any

from ..domain.changes import Changes
from ..domain.errors import NotFound
from ..domain.money import Money
from ..domain.request import Request, object_path
from ..gateway.calls import Door
from ..store.mirror import Mirror, Row
from ..store.query import Query

PATHS = {
    "customer": "/v1/customers",
    "card": "/v1/payment_methods",
    "price": "/v1/prices",
    "product": "/v1/products",
    "subscription": "/v1/subscriptions",
    "invoice": "/v1/invoices",
    "meter": "/v1/billing/meters",
}


def retrieve(kind: str, id_: str) -> Request:
    """The request that reads one object of a kind."""
    return Request("get", object_path(PATHS[kind], id_))


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
            obj: dict[str, Any] = await self._door.read(retrieve(kind, id_))
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
