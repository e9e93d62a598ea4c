"""The card verbs: who owns it, what uses it, and what the policy says."""

from __future__ import annotations

from dataclasses import dataclass

from ..domain.card import card_of, default_card_id
from ..domain.card_policy import Verdict, verdict
from ..store.mirror import Mirror, Row


@dataclass(frozen=True)
class CardOverview:
    """`overriding` are subscriptions that name this card themselves instead of using the customer's default."""

    card: Row
    customer: Row | None
    is_default: bool
    overriding: list[Row]
    verdict: Verdict


class Cards:
    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror

    async def overview(self, card_id: str) -> CardOverview | None:
        card = await self._mirror.get("card", card_id)
        if card is None:
            return None
        owner = card.get("customer")
        customer = await self._mirror.get("customer", owner) if owner else None
        subscriptions = await self._mirror.related("subscription", "customer", owner) if owner else []
        overriding = [s for s in subscriptions if s.get("default_payment_method") == card_id]
        parsed = card_of(card)
        return CardOverview(
            card,
            customer,
            bool(customer and default_card_id(customer) == card_id),
            overriding,
            verdict(parsed.funding if parsed else "unknown"),
        )
