"""Subscriptions: what their detail shows."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from ...domain.changes import Change, ChangeKind, Changes
from ...domain.errors import DeskError
from ...domain.json_object import Json, id_of
from ...domain.objects.schedule import Planned, planned_of
from ...domain.writes.operation import Operation
from ...store.mirror.extras import Extras
from ...store.mirror.mirror import Mirror
from ..object_reader import ObjectReader
from ..queries import Queries
from ..tasks import Tasks

WRITE = "rak_subscription_write"
"""The permission that a restricted key needs to write subscriptions, by Stripe's name."""


@dataclass(frozen=True)
class SubscriptionOverview:
    """`planned` are the changes that a schedule will make, `prices` those of its items by id, `cards` the customer's
    payment methods."""

    subscription: Json
    customer: Json | None
    invoices: list[Json]
    planned: list[Planned]
    prices: dict[str, Json]
    cards: list[Json]


class Subscriptions:
    def __init__(
        self, mirror: Mirror, reader: ObjectReader, queries: Queries, *, tasks: Tasks, changes: Changes
    ) -> None:
        self._mirror, self._reader, self._queries = mirror, reader, queries
        self._tasks, self._changes = tasks, changes
        self._side = Extras(mirror)

    async def overview(self, subscription_id: str) -> SubscriptionOverview | None:
        subscription = await self._mirror.get("subscription", subscription_id)
        if subscription is None:
            return None
        owner = id_of(subscription.get("customer"))
        held = await self._side.part(subscription_id, "schedule") if subscription.get("schedule") else []
        planned = planned_of(held[0]) if held and held[0].get("id") == id_of(subscription.get("schedule")) else []
        names = {price for change in planned for price, _ in change.items}
        prices = {id_: await self._mirror.get("price", id_) for id_ in names}
        return SubscriptionOverview(
            subscription,
            await self._mirror.get("customer", owner) if owner else None,
            await self._mirror.related("invoice", "subscription", subscription_id),
            planned,
            {id_: price for id_, price in prices.items() if price is not None},
            await self._mirror.related("card", "customer", owner) if owner else [],
        )

    def read_again(self, operation: Operation) -> None:
        """After a write: start reading its subscriptions, whose schedules are not in Stripe's answer. The caller need
        not wait."""
        for kind, id_ in operation.subjects:
            if kind == "subscription":
                self._tasks.start(self._refresh_quietly(id_))

    async def _refresh_quietly(self, subscription_id: str) -> None:
        """As `refresh`, but an error is ignored; the event poller updates the mirror later."""
        with suppress(DeskError):
            await self.refresh(subscription_id)

    async def refresh(self, subscription_id: str) -> None:
        """Read it at Stripe, with its schedule if it has one. Raises DeskError."""
        await self._queries.refresh("subscription", subscription_id)
        now = await self._mirror.get("subscription", subscription_id) or {}
        schedule = id_of(now.get("schedule"))
        if schedule is not None:
            with suppress(DeskError):  # the key may not read schedules
                found, _ = await self._reader.read("schedule", schedule)
                await self._side.put_part(subscription_id, "schedule", [found])
                self._changes.publish(Change(ChangeKind.OPERATION))
