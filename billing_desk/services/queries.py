"""Reads one object at Stripe, with expanded fields if key and server allow it; and queries the mirror."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..domain.changes import Changes
from ..domain.errors import NotAllowed, NotFound, Refused
from ..domain.json_object import Json
from ..domain.list_query import ListPage, Query
from ..domain.list_totals import Total, totals_of
from ..gateway.nested import whole
from ..gateway.requests.objects import OBJECTS, read_one
from ..gateway.stripe_gateway import StripeGateway
from ..store.mirror.entities import ENTITIES
from ..store.mirror.extras import Extras
from ..store.mirror.mirror import Mirror
from ..store.mirror.usage.figures import UsageFigures


async def read_object(gateway: StripeGateway, kind: str, id_: str, *, background: bool = False) -> dict[str, Any]:
    """The object with all entries of its lists. Raises DeskError, and ValueError for a text that is not an id."""
    request = read_one(kind, id_)
    try:
        found: dict[str, Any] = await gateway.read(request, background=background)
    except (NotAllowed, Refused):
        if not request.params:
            raise
        found = await gateway.read(replace(request, params={}), background=background)
    return await whole(gateway, found, background=background)


class Queries:
    def __init__(self, gateway: StripeGateway, mirror: Mirror, changes: Changes) -> None:
        self._gateway, self._mirror, self._changes = gateway, mirror, changes

    @staticmethod
    def fields(kind: str) -> dict[str, str]:
        """The filter fields of this kind: name → text, word, upper, code, number, money, month, date or flag."""
        return {name: type_ for name, (type_, _) in ENTITIES[kind].fields.items()}

    @staticmethod
    def depends(kind: str) -> frozenset[str]:
        """The other kinds whose changes can affect this list."""
        return ENTITIES[kind].depends

    async def get(self, kind: str, id_: str) -> Json | None:
        return await self._mirror.get(kind, id_)

    async def related(self, kind: str, column: str, value: str) -> list[Json]:
        return await self._mirror.related(kind, column, value)

    async def refresh(self, kind: str, id_: str) -> None:
        """Read the object at Stripe and publish a change if it differs. Raises DeskError."""
        began = self._gateway.now()
        try:
            obj = await read_object(self._gateway, kind, id_)
        except NotFound:
            if await self._mirror.get(kind, id_) is None:
                raise
            obj = {"id": id_, "object": OBJECTS.get(kind, kind), "deleted": True}
        for change in await self._mirror.put([obj], began):
            self._changes.publish(change)

    async def page(self, query: Query, limit: int) -> ListPage:
        """The first rows of a list, without computing the whole order. Raises BadFilter."""
        return await self._mirror.page(query, limit)

    async def numbers(self, query: Query) -> array[int]:
        """The row numbers of the whole list, in order. Raises BadFilter."""
        return await self._mirror.numbers(query)

    async def ids(self, query: Query) -> list[str]:
        return await self._mirror.ids(query)

    async def rows(self, kind: str, numbers: Sequence[int]) -> dict[int, Json]:
        return await self._mirror.rows(kind, numbers)

    async def rows_of(self, kind: str, ids: Sequence[str]) -> dict[str, Json]:
        """Rows by Stripe's id; ids that are not in the mirror are missing."""
        return await self._mirror.rows_of(kind, ids)

    async def place(self, kind: str, id_: str) -> int | None:
        """The row number of an object; None if it is not in the mirror."""
        return await self._mirror.place(kind, id_)

    async def values(self, kind: str) -> dict[str, list[str]]:
        """The values in this account of filter fields with few values, by field."""
        return await self._mirror.values(kind)

    async def problems(self, meter: str) -> list[Json]:
        """Usage errors of a meter, from events of API v2, newest first."""
        return await Extras(self._mirror).problems(meter)

    async def rejected_today(self) -> int:
        """Usage events that Stripe rejected in the last 24 hours of the account's time."""
        return await UsageFigures(self._mirror).rejected_today()

    async def clocks(self) -> dict[str, str]:
        """The test clocks: id → name."""
        clocks = await Extras(self._mirror).clocks()
        return {clock["id"]: str(clock.get("name") or clock["id"]) for clock in clocks}

    async def totals(self, query: Query) -> list[Total]:
        """What a whole list adds up to, by figure and currency."""
        return totals_of(await self._mirror.groups(query))

    async def totals_of(self, kind: str, numbers: Sequence[int]) -> list[Total]:
        """The same over the given rows."""
        return totals_of(await self._mirror.groups_of(kind, numbers))
