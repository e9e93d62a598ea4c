"""Review of cards under the funding policy (C9): approve a card, or refuse it with refunds and removal."""

from __future__ import annotations

from ...domain.errors import DeskError, Refused
from ...domain.json_object import Json, id_of
from ...domain.money import Money, totals
from ...domain.objects.card import APPROVED, card_of, label
from ...domain.objects.payment import payment_of
from ...domain.objects.payment_method import is_old
from ...domain.writes.action import Action
from ...domain.writes.operation import Effects, FieldChange, Preview, Risk
from ...domain.writes.own_metadata import OWN_ID
from ...domain.writes.remarks import Effect, EffectCode, Warning_, WarningCode
from ...domain.writes.request import Request
from ...gateway.pages import one_page, pages
from ...gateway.requests import cards, payments, radar
from ...gateway.stripe_gateway import StripeGateway
from ...store.mirror.mirror import Mirror
from ..writes.planner import Planner, new_id
from .notes import check_room, note


class CardReview:
    def __init__(self, gateway: StripeGateway, mirror: Mirror, planner: Planner) -> None:
        self._gateway, self._mirror, self._planner = gateway, mirror, planner

    async def preview_approve(self, card_id: str) -> Preview:
        """Store the card's fingerprint as approved in its metadata at Stripe; it applies to all cards with this
        fingerprint. Raises DeskError."""
        obj, owner = await self._card(card_id)
        card = card_of(obj)
        if card is None or not card.fingerprint:
            raise Refused(code="not_editable", param="card")
        check_room(obj, APPROVED)
        operation = self._planner.plan(
            Action.CARD_APPROVE,
            note(owner, card_id, {APPROVED: card.fingerprint}),
            subjects=(("card", card_id), ("customer", owner)),
            changes=(FieldChange("review", "review", "accept"),),
            undo=((0, note(owner, card_id, {APPROVED: ""})),),
        )
        return Preview(operation, effects=Effects(by_stripe=(Effect(EffectCode.SAME_CARDS_TOO),)))

    async def preview_refuse(self, card_id: str) -> Preview:
        """Refund the card's payments, remove the card, and add it to Radar's block list if the key may: one operation
        with many steps. Raises DeskError."""
        obj, owner = await self._card(card_id)
        card = card_of(obj)
        if card is None:
            raise Refused(code="not_editable", param="card")
        id_ = new_id()
        paid = [payment for payment in await self._paid_with(owner, card_id, card.fingerprint) if payment[1].amount]
        steps: list[Request] = [
            payments.refund({"charge": charge, "amount": left.amount, "metadata": {OWN_ID: id_}})
            for charge, left in paid
        ]
        old = is_old(card_id)
        steps.append(cards.remove_source(owner, card_id) if old else cards.detach(card_id))
        warnings = [Warning_(WarningCode.NEVER_ATTACHED_AGAIN)]
        block = await self._block(card.fingerprint)
        if isinstance(block, Request):
            steps.append(block)
        else:
            warnings.append(Warning_(block))
        money = tuple(totals([left for _, left in paid]))
        operation = self._planner.plan(
            Action.CARD_REFUSE,
            *steps,
            subjects=(("customer", owner), ("card", card_id)),
            changes=(FieldChange("card", label(card), None),),
            money=money,
            risk=Risk.IRREVERSIBLE,
            id_=id_,
        )
        said = (Effect(EffectCode.PAYMENTS_GO_BACK, {"count": str(len(paid))}),) if paid else ()
        return Preview(operation, tuple(warnings), Effects(money, by_stripe=said))

    async def _card(self, card_id: str) -> tuple[Json, str]:
        obj = await self._mirror.get("card", card_id)
        owner = id_of(obj.get("customer")) if obj else None
        if obj is None or not owner:
            raise Refused(code="not_attached", param="card")
        return obj, owner

    async def _paid_with(self, owner: str, card_id: str, fingerprint: str) -> list[tuple[str, Money]]:
        """The card's charges with their refundable amounts, read at Stripe, because the mirror can lack some."""
        found: list[tuple[str, Money]] = []
        async for rows in pages(self._gateway, payments.list_charges(owner), background=False):
            for payment in map(payment_of, rows):
                same = fingerprint and payment.fingerprint == fingerprint
                if payment.method.id == card_id or same:
                    found.append((payment.id, payment.refundable))
        return found

    async def _block(self, fingerprint: str) -> Request | WarningCode:
        """The request that blocks the fingerprint, or the warning why there is none."""
        if not fingerprint:
            return WarningCode.NOT_BLOCKED
        try:
            found, _ = await one_page(self._gateway, radar.find_list(radar.CARDS), background=False)
            if not found:
                return WarningCode.NOT_BLOCKED
            request = radar.list_items(str(found[0]["id"]), fingerprint)
            items, _ = await one_page(self._gateway, request, background=False)
        except DeskError:
            return WarningCode.NOT_BLOCKED
        return WarningCode.BLOCKED_ALREADY if items else radar.add_item(str(found[0]["id"]), fingerprint)
