"""The funding policy at work (C9): cards that a person looks at, approved for good or refused with all that follows."""

from __future__ import annotations

from ...domain.errors import DeskError, Refused
from ...domain.money import Money, totals
from ...domain.objects.card import APPROVED, card_of, label
from ...domain.objects.payment import payment_of
from ...domain.writes.operation import OWN_ID, Effects, FieldChange, Preview, Risk, Warning_
from ...domain.writes.request import Request
from ...gateway.pages import pages
from ...gateway.requests import cards, payments, radar
from ...gateway.stripe_gateway import Door
from ...store.mirror.entity import id_of
from ...store.mirror.mirror import Mirror, Row
from ..writes.operations import Operations, new_id
from .cards import OLD
from .notes import note


class CardReview:
    def __init__(self, door: Door, mirror: Mirror, operations: Operations) -> None:
        self._door, self._mirror, self._operations = door, mirror, operations

    async def preview_approve(self, card_id: str) -> Preview:
        """Remembered at Stripe by the card's fingerprint, so that colleagues see it, on every card that is the same.
        Raises DeskError."""
        obj, owner = await self._card(card_id)
        card = card_of(obj)
        if card is None or not card.fingerprint:
            raise Refused(code="not_editable", param="card")
        operation = self._operations.plan(
            "card.approve",
            note(owner, card_id, {APPROVED: card.fingerprint}),
            subjects=(("card", card_id), ("customer", owner)),
            changes=(FieldChange("review", "review", "accept"),),
            undo=((0, note(owner, card_id, {APPROVED: ""})),),
        )
        return Preview(operation, effects=Effects(by_stripe=(Warning_("same_cards_too"),)))

    async def preview_refuse(self, card_id: str) -> Preview:
        """Refund what is left of what this card has paid, remove it, and put it on Radar's block list where the key
        may: one operation of many steps. Raises DeskError."""
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
        old = card_id.startswith(OLD)
        steps.append(cards.remove_source(owner, card_id) if old else cards.detach(card_id))
        warnings = [Warning_("never_attached_again")]
        block = await self._block(card.fingerprint)
        if isinstance(block, Request):
            steps.append(block)
        else:
            warnings.append(Warning_(block))
        money = tuple(totals([left for _, left in paid]))
        operation = self._operations.plan(
            "card.refuse",
            *steps,
            subjects=(("customer", owner), ("card", card_id)),
            changes=(FieldChange("card", label(card), None),),
            money=money,
            risk=Risk.IRREVERSIBLE,
            id_=id_,
        )
        said = (Warning_("payments_go_back", {"count": str(len(paid))}),) if paid else ()
        return Preview(operation, tuple(warnings), Effects(money, by_stripe=said))

    async def _card(self, card_id: str) -> tuple[Row, str]:
        obj = await self._mirror.get("card", card_id)
        owner = id_of(obj.get("customer")) if obj else None
        if obj is None or not owner:
            raise Refused(code="not_attached", param="card")
        return obj, owner

    async def _paid_with(self, owner: str, card_id: str, fingerprint: str) -> list[tuple[str, Money]]:
        """Its charges with what is left of each, read at Stripe: what nobody knows of would not be given back."""
        found: list[tuple[str, Money]] = []
        async for rows in pages(self._door, payments.list_charges(owner), background=False):
            for payment in map(payment_of, rows):
                same = payment.card is not None and fingerprint and payment.card.fingerprint == fingerprint
                if payment.card_id == card_id or same:
                    found.append((payment.id, payment.refundable))
        return found

    async def _block(self, fingerprint: str) -> Request | str:
        """The request that blocks it, or why there is none."""
        if not fingerprint:
            return "not_blocked"
        try:
            lists: Row = await self._door.read(radar.find_list(radar.CARDS))
            found = lists.get("data") or []
            if not found:
                return "not_blocked"
            items: Row = await self._door.read(radar.list_items(str(found[0]["id"]), fingerprint))
        except DeskError:
            return "not_blocked"
        return "blocked_already" if items.get("data") else radar.add_item(str(found[0]["id"]), fingerprint)
