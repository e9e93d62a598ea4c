"""What a customer has paid and what failed; charging a chosen card or source now (B4, B6, C4), and refunds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...domain.errors import DeskError, Refused
from ...domain.money import Money
from ...domain.objects.card import card_of, default_card_id, label
from ...domain.objects.payment import Payment, payment_of
from ...domain.writes.operation import OWN_ID, Effects, FieldChange, Preview, Risk, Seen, Warning_
from ...domain.writes.request import Request
from ...gateway.pages import one_page
from ...gateway.requests import payments
from ...gateway.stripe_gateway import Door
from ...store.mirror.extras import SideTables
from ...store.mirror.mirror import Mirror, Row
from ..writes.operations import Operations, new_id

if TYPE_CHECKING:
    from stripe.params import ChargeCreateParams, PaymentIntentCreateParams, RefundCreateParams

WRITE = "rak_charge_write"
"""The permission a restricted key needs to charge and refund, as Stripe names it."""
REASONS = ("requested_by_customer", "duplicate", "fraudulent")
SAME_DAY = 86_400
"""Seconds within which a payment of the same amount is asked about."""


class Payments:
    def __init__(self, door: Door, mirror: Mirror, operations: Operations) -> None:
        self._door, self._mirror, self._operations = door, mirror, operations
        self._side = SideTables(mirror)

    async def of(self, customer_id: str) -> list[Payment]:
        """From the local copy, newest first: Stripe's first page of a hundred."""
        return [payment_of(charge) for charge in await self._side.part(customer_id, "charges")]

    async def refresh(self, customer_id: str) -> None:
        """Read them at Stripe. Raises DeskError."""
        rows, _ = await one_page(self._door, payments.list_charges(customer_id), background=False)
        await self._side.put_part(customer_id, "charges", rows)
        found = [payment_of(charge) for charge in reversed(rows)]
        await self._side.put_results((p.card_id, p.at, p.failure.code if p.failure else "") for p in found)

    async def preview_charge(self, customer_id: str, amount: Money, description: str, method_id: str = "") -> Preview:
        """Charge a PaymentMethod, an older card or a source now; without an id the customer's default, which is named.

        Raises DeskError; Refused where Stripe would refuse the combination (B6, B7).
        """
        now, seen = await self._operations.look("customer", customer_id)
        if now.get("deleted"):
            raise Refused(code="deleted", param="customer")
        chosen = method_id or default_card_id(now) or ""
        if not chosen:
            raise Refused(code="no_card", param="payment_method")
        if chosen.startswith("tok_"):
            raise Refused(code="token_with_customer", param="payment_method")
        warnings, card, more = await self._of_card(customer_id, chosen)
        id_ = new_id()
        operation = self._operations.plan(
            "payment.charge",
            _charge(customer_id, amount, description, chosen, id_),
            subjects=(("customer", customer_id),),
            changes=(FieldChange("description", None, description),),
            money=(amount,),
            risk=Risk.MONEY,
            id_=id_,
        )
        warnings += await self._paid_before(customer_id, amount)
        receipt = (Warning_("receipt_mailed", {"email": str(now["email"])}),) if now.get("email") else ()
        effects = Effects((amount,), by_stripe=(Warning_("charged_card", {"card": card}), *receipt))
        return Preview(operation, warnings, effects, (seen, *more))

    async def _of_card(self, customer_id: str, id_: str) -> tuple[tuple[Warning_, ...], str, tuple[Seen, ...]]:
        """What speaks against it, its name, and how it was seen. A source says itself whether it can be charged."""
        obj: Row = await self._mirror.get("card", id_) or {}
        more: tuple[Seen, ...] = ()
        found: list[Warning_] = []
        if id_.startswith("src_"):
            obj, seen = await self._operations.look("card", id_)
            more = (seen,)
            if obj.get("status") != "chargeable":
                raise Refused(code="not_chargeable", param="source")
            if obj.get("customer") is None:
                found.append(Warning_("single_use" if obj.get("usage") == "single_use" else "is_consumed"))
        if obj.get("customer") not in (None, customer_id):
            raise Refused(code="of_another", param="payment_method")
        card = card_of(obj)
        if card is not None and card.funding == "prepaid":
            found.append(Warning_("prepaid_card"))
        return tuple(found), label(card) if card else id_, more

    async def _paid_before(self, customer_id: str, amount: Money) -> tuple[Warning_, ...]:
        try:
            await self.refresh(customer_id)
        except DeskError:
            return (Warning_("payments_unknown"),)
        since = self._operations.now() - SAME_DAY
        same = [p for p in await self.of(customer_id) if p.status == "succeeded" and p.amount == amount]
        return tuple(Warning_("paid_before", {"at": str(p.at)}) for p in same if p.at > since)[:1]

    async def preview_refund(self, customer_id: str, charge_id: str, amount: Money | None, reason: str) -> Preview:
        """Give back all that is left of a payment, or less. Raises DeskError, Refused where that much is not left."""
        now, seen = await self._operations.look("charge", charge_id)
        payment = payment_of(now)
        wanted = amount or payment.refundable
        if not 0 < wanted.amount <= payment.refundable.amount or wanted.currency != payment.amount.currency:
            raise Refused(code="not_refundable", param="amount")
        id_ = new_id()
        fields: RefundCreateParams = {"charge": charge_id, "amount": wanted.amount, "metadata": {OWN_ID: id_}}
        if reason:
            fields["reason"] = reason
        operation = self._operations.plan(
            "payment.refund",
            payments.refund(fields),
            subjects=(("customer", customer_id), ("charge", charge_id)),
            changes=(FieldChange("refund_reason", None, reason or None),),
            money=(wanted,),
            risk=Risk.MONEY,
            id_=id_,
        )
        speaks = {"blocks_card": reason == "fraudulent", "disputed": payment.disputed}
        warnings = tuple(Warning_(code) for code, true in speaks.items() if true)
        said = (Warning_("goes_back", {"card": label(payment.card) if payment.card else charge_id}),)
        return Preview(operation, warnings, Effects((wanted,), by_stripe=said), (seen,))


def _charge(customer_id: str, amount: Money, description: str, method_id: str, id_: str) -> Request:
    if method_id.startswith(("src_", "card_")):
        old: ChargeCreateParams = {
            "amount": amount.amount,
            "currency": amount.currency,
            "customer": customer_id,
            "source": method_id,
            "description": description,
            "metadata": {OWN_ID: id_},
        }
        return payments.charge(old)
    fields: PaymentIntentCreateParams = {
        "amount": amount.amount,
        "currency": amount.currency,
        "customer": customer_id,
        "payment_method": method_id,
        "off_session": True,
        "confirm": True,
        "allowed_payment_method_types": ["card"],
        "description": description,
        "metadata": {OWN_ID: id_},
    }
    return payments.create_intent(fields)
