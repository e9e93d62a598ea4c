"""The card verbs: who owns it, what uses it, what the policy says, and making it the default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..domain.card import card_of, default_card_id
from ..domain.card_policy import Verdict, verdict
from ..domain.errors import Refused
from ..domain.operation import Effects, FieldChange, Preview, Warning_
from ..gateway import customers
from ..store.mirror import Mirror, Row
from .operations import Operations

if TYPE_CHECKING:
    from stripe.params import CustomerUpdateParams


@dataclass(frozen=True)
class CardOverview:
    """`overriding` are subscriptions that name this card themselves instead of using the customer's default."""

    card: Row
    customer: Row | None
    is_default: bool
    overriding: list[Row]
    verdict: Verdict


class Cards:
    def __init__(self, mirror: Mirror, operations: Operations) -> None:
        self._mirror, self._operations = mirror, operations

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

    async def preview_default(self, card_id: str) -> Preview | None:
        """Invoices are collected from this card from now on. None when they are already. Raises DeskError."""
        card = await self._mirror.get("card", card_id)
        owner = card.get("customer") if card else None
        if card is None or not owner or card.get("object") != "payment_method":
            raise Refused(code="not_attached", param="default_payment_method")
        now, seen = await self._operations.look("customer", owner)
        before = default_card_id(now)
        if before == card_id:
            return None
        changes: CustomerUpdateParams = {"invoice_settings": {"default_payment_method": card_id}}
        settings: Any = (now.get("invoice_settings") or {}).get("default_payment_method")
        undo: CustomerUpdateParams = {"invoice_settings": {"default_payment_method": settings or ""}}
        operation = self._operations.plan(
            "card.default",
            customers.update(owner, changes),
            subjects=(("customer", owner), ("card", card_id)),
            changes=(FieldChange("default_card", await self._name(before), await self._name(card_id)),),
            undo=((0, customers.update(owner, undo)),),
        )
        subscriptions = await self._mirror.related("subscription", "customer", owner)
        own = sum(1 for s in subscriptions if s.get("default_payment_method") not in (None, card_id))
        warnings = (Warning_("overridden", {"count": str(own)}),) if own else ()
        return Preview(operation, warnings, Effects(by_stripe=(Warning_("collected_from_card"),)), (seen,))

    async def _name(self, card_id: str | None) -> str | None:
        card = card_of(await self._mirror.get("card", card_id) or {}) if card_id else None
        return f"{card.brand} *{card.last4}" if card else card_id
