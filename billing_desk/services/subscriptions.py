"""Subscriptions: one with its customer and invoices."""

from __future__ import annotations

from dataclasses import dataclass

from ..store.mirror import Mirror, Row
from ..store.noun import id_of


@dataclass(frozen=True)
class SubscriptionOverview:
    subscription: Row
    customer: Row | None
    invoices: list[Row]


class Subscriptions:
    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror

    async def overview(self, subscription_id: str) -> SubscriptionOverview | None:
        subscription = await self._mirror.get("subscription", subscription_id)
        if subscription is None:
            return None
        owner = id_of(subscription.get("customer"))
        return SubscriptionOverview(
            subscription,
            await self._mirror.get("customer", owner) if owner else None,
            await self._mirror.related("invoice", "subscription", subscription_id),
        )
