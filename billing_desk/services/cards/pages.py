"""Hosted pages for a card (C2): created as a link and watched. No card number passes through this program."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors import Refused
from ...domain.json_object import Json
from ...domain.money import OFFERED
from ...domain.objects.card import Card, card_of, default_card_id
from ...domain.writes.action import Action
from ...domain.writes.operation import Effects, FieldChange, Preview
from ...domain.writes.own_metadata import OWN_ID
from ...domain.writes.remarks import Effect, EffectCode
from ...gateway.pages import newest
from ...gateway.requests import cards, hosted_pages
from ...gateway.stripe_gateway import StripeGateway
from ..object_reader import ObjectReader
from ..polling import MAY_PASS, before_looking_again
from ..writes.planner import Planner, new_id

if TYPE_CHECKING:
    from stripe.params.checkout import SessionCreateParams

RETURN = "https://stripe.com/"
"""Stripe requires a URL to which the customer returns after the page."""
MAKE_DEFAULT, NONE = "bd_default", "none"
"""The metadata key of a page whose card is to become the default; its value is the default at that time, or NONE."""


@dataclass(frozen=True)
class PageState:
    """`status` is open, complete or expired; `card` is None until one was entered. `made_by` is the operation id in the
    session's metadata."""

    status: str
    card: Card | None
    made_by: str = ""


class CardPages:
    def __init__(self, gateway: StripeGateway, reader: ObjectReader, planner: Planner) -> None:
        self._gateway, self._reader, self._planner = gateway, reader, planner

    async def preview(
        self, customer_id: str, *, default: bool = False, id_: str | None = None, bulk: str = ""
    ) -> Preview:
        """Create a link that is valid for 24 hours. `default`: the new card becomes the default. Raises DeskError."""
        now, version = await self._reader.read("customer", customer_id)
        if now.get("deleted"):
            raise Refused(code="deleted", param="customer")
        id_ = id_ or new_id()
        fields: SessionCreateParams = {
            "mode": "setup",
            "customer": customer_id,
            "currency": str(now.get("currency") or OFFERED[0]),
            "success_url": RETURN,
            "allowed_payment_method_types": ["card"],
            "metadata": {OWN_ID: id_, **({MAKE_DEFAULT: default_card_id(now) or NONE} if default else {})},
        }
        # Stripe's docs do not promise it for saved cards, so card intake checks the funding again.
        if self._planner.limits.refuse_prepaid:
            fields["payment_method_options"] = {"card": {"restrictions": {"funding_types_blocked": ["prepaid"]}}}
        operation = self._planner.plan(
            Action.CARD_PAGE,
            hosted_pages.create_card_page(fields),
            subjects=(("customer", customer_id),),
            changes=(FieldChange("card_page", None, "open"),),
            id_=id_,
            bulk=bulk,
        )
        said = (Effect(EffectCode.LINK_FOR_A_DAY), *((Effect(EffectCode.DEFAULT_WHEN_IT_COMES),) if default else ()))
        return Preview(operation, effects=Effects(by_stripe=said), versions=(version,))

    async def preview_portal(self, customer_id: str) -> Preview:
        """Create a link to the customer portal's payment method page, valid for minutes; the card entered there becomes
        the default. Raises DeskError."""
        now, version = await self._reader.read("customer", customer_id)
        if now.get("deleted"):
            raise Refused(code="deleted", param="customer")
        operation = self._planner.plan(
            Action.CARD_PORTAL,
            hosted_pages.open_portal(customer_id, RETURN),
            subjects=(("customer", customer_id),),
            changes=(FieldChange("card_page", None, "open"),),
        )
        said = (Effect(EffectCode.LINK_FOR_MINUTES), Effect(EffectCode.PORTAL_MAKES_DEFAULT))
        return Preview(operation, effects=Effects(by_stripe=said), versions=(version,))

    async def wait_for_other_card(self, customer_id: str, known: Collection[str]) -> Card:
        """Poll until the customer has a card whose id is not in `known`. Raises as `until_done`."""
        while True:
            with suppress(*MAY_PASS):
                if fresh := [card for card in await self.cards_of(customer_id) if card.id not in known]:
                    return fresh[0]
            await before_looking_again()

    async def cards_of(self, customer_id: str) -> list[Card]:
        """The cards at Stripe. Raises DeskError."""
        rows, _ = await newest(self._gateway, cards.list_of_customer(customer_id))
        return [card for card in map(card_of, rows) if card is not None]

    async def read(self, session_id: str, *, background: bool = False) -> PageState:
        """Raises DeskError."""
        found: Json = await self._gateway.read(hosted_pages.read_card_page(session_id), background=background)
        intent = found.get("setup_intent")
        method = intent.get("payment_method") if isinstance(intent, dict) else None
        card = card_of(method) if isinstance(method, dict) else None
        metadata = found.get("metadata") or {}
        made_by = str(metadata.get(OWN_ID) or "")
        return PageState(str(found.get("status") or ""), card, made_by)

    async def until_done(self, session_id: str) -> PageState:
        """Poll until the page is complete or expired. Connection errors are retried. Raises DeskError for errors that
        do not pass automatically."""
        while True:
            with suppress(*MAY_PASS):
                state = await self.read(session_id)
                if state.status != "open":
                    return state
            await before_looking_again()

    async def preview_close(self, customer_id: str, session_id: str) -> Preview:
        """Expire the page, so that its link stops working."""
        operation = self._planner.plan(
            Action.CARD_PAGE_CLOSE, hosted_pages.close_card_page(session_id), subjects=(("customer", customer_id),)
        )
        return Preview(operation)
