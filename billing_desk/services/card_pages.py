"""Stripe's own page for a card (C2): made as a link, watched until the customer is done; no number passes through."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..domain.card import Card, card_of
from ..domain.errors import DeskError, Refused
from ..domain.operation import OWN_ID, Effects, FieldChange, Preview, Warning_
from ..gateway import hosted_pages
from ..gateway.calls import Door
from ..store.mirror import Row
from .operations import Operations, new_id

if TYPE_CHECKING:
    from stripe.params.checkout import SessionCreateParams

RETURN = "https://stripe.com/"
"""Where Stripe sends the customer afterwards; it insists on an address."""
LOOK_EVERY = 3.0
"""Seconds between two looks whether the customer is done."""


@dataclass(frozen=True)
class PageState:
    """`status` is open, complete or expired; `card` what was entered, None until then."""

    status: str
    url: str
    card: Card | None


class CardPages:
    def __init__(
        self, door: Door, operations: Operations, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._door, self._operations, self._sleep = door, operations, sleep

    async def preview(self, customer_id: str, currency: str, *, no_prepaid: bool) -> Preview:
        """A link that is valid for 24 hours. Raises DeskError."""
        now, seen = await self._operations.look("customer", customer_id)
        if now.get("deleted"):
            raise Refused(code="deleted", param="customer")
        id_ = new_id()
        fields: SessionCreateParams = {
            "mode": "setup",
            "customer": customer_id,
            "currency": currency,
            "success_url": RETURN,
            "metadata": {OWN_ID: id_},
        }
        if no_prepaid:  # whether Stripe heeds it for saved cards is not promised: the funding is looked at again
            fields["payment_method_options"] = {"card": {"restrictions": {"funding_types_blocked": ["prepaid"]}}}
        operation = self._operations.plan(
            "card.page",
            hosted_pages.create_card_page(fields),
            subjects=(("customer", customer_id),),
            changes=(FieldChange("card_page", None, "open"),),
            id_=id_,
        )
        return Preview(operation, effects=Effects(by_stripe=(Warning_("link_for_a_day"),)), seen=(seen,))

    async def read(self, session_id: str) -> PageState:
        """Raises DeskError."""
        found: Row = await self._door.read(hosted_pages.read_card_page(session_id))
        intent = found.get("setup_intent")
        method = intent.get("payment_method") if isinstance(intent, dict) else None
        card = card_of(method) if isinstance(method, dict) else None
        return PageState(str(found.get("status") or ""), str(found.get("url") or ""), card)

    async def until_done(self, session_id: str) -> PageState:
        """Look every few seconds until the card is there or the page has expired; a lost network is waited out."""
        while True:
            try:
                state = await self.read(session_id)
            except DeskError:
                state = PageState("open", "", None)
            if state.status != "open":
                return state
            await self._sleep(LOOK_EVERY)

    async def preview_close(self, customer_id: str, session_id: str) -> Preview:
        """The link leads nowhere afterwards."""
        operation = self._operations.plan(
            "card.page_close", hosted_pages.close_card_page(session_id), subjects=(("customer", customer_id),)
        )
        return Preview(operation)
