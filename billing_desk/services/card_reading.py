"""Reads one customer's payment methods from Stripe into the mirror; Stripe lists them only per customer."""

from __future__ import annotations

from ..domain.changes import Change
from ..domain.errors import NotAllowed, Refused, Unexpected
from ..gateway.pages import pages
from ..gateway.requests import cards
from ..gateway.stripe_gateway import StripeGateway
from ..store.mirror.mirror import Mirror


async def read_cards(gateway: StripeGateway, mirror: Mirror, customer: str, *, background: bool) -> list[Change]:
    """Store the listed cards and remove those no longer listed. Returns the changes. Raises DeskError."""
    began = gateway.now()
    changes: list[Change] = []
    async for rows in pages(gateway, cards.list_of_customer(customer), background=background):
        changes += await mirror.put(rows, began)
    owner = await mirror.get("customer", customer) or {}
    if owner.get("default_source") or not background:  # few customers have older cards and sources
        try:
            async for rows in pages(gateway, cards.list_sources(customer), background=background):
                changes += await mirror.put(rows, began)
        except (NotAllowed, Refused, Unexpected):
            return changes  # the server does not list them; the mirror keeps the ones it has
    return changes + await mirror.forget_cards(customer, began)
