"""A customer's payments; charging a card or source (B4, B6, C4), and refunds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ...domain.errors import DeskError, Refused
from ...domain.json_object import Json
from ...domain.money import Money
from ...domain.objects.card import card_of, default_card_id, label_of
from ...domain.objects.payment import Payment, PaymentState, payment_of, results_of
from ...domain.objects.payment_method import CARD, is_old, kind_of
from ...domain.writes.action import Action
from ...domain.writes.operation import Effects, FieldChange, ObjectVersion, Preview, Risk
from ...domain.writes.own_metadata import OWN_ID
from ...domain.writes.remarks import Effect, EffectCode, Warning_, WarningCode, amount_values
from ...domain.writes.request import Request
from ...gateway.nested import all_whole
from ...gateway.pages import newest
from ...gateway.requests import payments
from ...gateway.stripe_gateway import StripeGateway
from ...store.mirror.extras import Extras
from ...store.mirror.mirror import Mirror
from ..object_reader import ObjectReader
from ..writes.planner import Planner, new_id

if TYPE_CHECKING:
    from stripe.params import ChargeCreateParams, PaymentIntentCreateParams, RefundCreateParams

WRITE = "rak_charge_write"
"""The permission that a restricted key needs to charge and refund, by Stripe's name."""
REASONS = ("requested_by_customer", "duplicate", "fraudulent")
RELEASE_WITHIN = 120
"""Seconds within which a charge without a PaymentIntent is released by a refund: after that it may have been captured,
and the refund would give back what was paid."""
SAME_DAY = 86_400
"""Seconds within which an earlier payment of the same amount causes a warning."""


class Payments:
    def __init__(self, gateway: StripeGateway, mirror: Mirror, reader: ObjectReader, planner: Planner) -> None:
        self._gateway, self._mirror, self._reader, self._planner = gateway, mirror, reader, planner
        self._side = Extras(mirror)

    async def of(self, customer_id: str) -> list[Payment]:
        """From the mirror, newest first."""
        return [payment_of(charge) for charge in await self._side.part(customer_id, "charges")]

    async def refresh(self, customer_id: str) -> None:
        """Read them at Stripe. Raises DeskError."""
        rows, more = await newest(self._gateway, payments.list_charges(customer_id))
        await self._side.put_part(customer_id, "charges", await all_whole(self._gateway, rows), more=more)
        await self._side.put_results(results_of(reversed(rows)))

    async def preview_charge(self, customer_id: str, amount: Money, description: str, method_id: str = "") -> Preview:
        """Charge a PaymentMethod, an older card or a source; without an id the customer's default.

        Raises DeskError; Refused if Stripe would refuse the combination (B6, B7).
        """
        now, version = await self._reader.read("customer", customer_id)
        if now.get("deleted"):
            raise Refused(code="deleted", param="customer")
        chosen = method_id or default_card_id(now) or ""
        if not chosen:
            raise Refused(code="no_card", param="payment_method")
        if chosen.startswith("tok_"):
            raise Refused(code="token_with_customer", param="payment_method")
        warnings, card, more = await self._of_card(customer_id, chosen)
        kind = kind_of(await self._mirror.get("card", chosen) or {}) or CARD
        id_ = new_id()
        operation = self._planner.plan(
            Action.PAYMENT_CHARGE,
            _charge(customer_id, amount, description, chosen, kind, id_),
            subjects=(("customer", customer_id),),
            changes=(FieldChange("description", None, description),),
            money=(amount,),
            risk=Risk.MONEY,
            id_=id_,
        )
        warnings += await self._paid_before(customer_id, amount)
        receipt = (Effect(EffectCode.RECEIPT_MAILED, {"email": str(now["email"])}),) if now.get("email") else ()
        effects = Effects((amount,), by_stripe=(Effect(EffectCode.CHARGED_CARD, {"card": card}), *receipt))
        return Preview(operation, warnings, effects, (version, *more))

    async def _of_card(self, customer_id: str, id_: str) -> tuple[tuple[Warning_, ...], str, tuple[ObjectVersion, ...]]:
        """The warnings, the label, and the version that was read. Raises Refused if a source is not chargeable."""
        obj: Json = await self._mirror.get("card", id_) or {}
        more: tuple[ObjectVersion, ...] = ()
        found: list[Warning_] = []
        if id_.startswith("src_"):
            obj, version = await self._reader.read("card", id_)
            more = (version,)
            if obj.get("status") != "chargeable":
                raise Refused(code="not_chargeable", param="source")
            if obj.get("customer") is None:
                found.append(
                    Warning_(WarningCode.SINGLE_USE if obj.get("usage") == "single_use" else WarningCode.IS_CONSUMED)
                )
        if obj.get("customer") not in (None, customer_id):
            raise Refused(code="of_another", param="payment_method")
        card = card_of(obj)
        if card is not None and card.funding == "prepaid":
            found.append(Warning_(WarningCode.PREPAID_CARD))
        return tuple(found), label_of({**obj, "id": id_}), more

    async def _paid_before(self, customer_id: str, amount: Money) -> tuple[Warning_, ...]:
        try:
            await self.refresh(customer_id)
        except DeskError:
            return (Warning_(WarningCode.PAYMENTS_UNKNOWN),)
        since = self._planner.now() - SAME_DAY
        same = [p for p in await self.of(customer_id) if p.is_paid and p.amount == amount]
        return tuple(Warning_(WarningCode.PAID_BEFORE, {"at": str(p.at)}) for p in same if p.at > since)[:1]

    async def preview_refund(self, customer_id: str, charge_id: str, amount: Money | None, reason: str) -> Preview:
        """Refund all that is left of a payment, or a part. Raises DeskError, Refused if less than that is left."""
        now, version = await self._reader.read("charge", charge_id)
        payment = payment_of(now)
        wanted = amount or payment.refundable
        if not 0 < wanted.amount <= payment.refundable.amount or wanted.currency != payment.amount.currency:
            raise Refused(code="not_refundable", param="amount")
        id_ = new_id()
        fields: RefundCreateParams = {"charge": charge_id, "amount": wanted.amount, "metadata": {OWN_ID: id_}}
        if reason:
            fields["reason"] = reason
        operation = self._planner.plan(
            Action.PAYMENT_REFUND,
            payments.refund(fields),
            subjects=(("customer", customer_id), ("charge", charge_id)),
            changes=(FieldChange("refund_reason", None, reason or None),),
            money=(wanted,),
            risk=Risk.MONEY,
            id_=id_,
        )
        speaks = {
            WarningCode.BLOCKS_CARD: reason == "fraudulent",
            WarningCode.DISPUTED: payment.state is PaymentState.DISPUTED,
        }
        warnings = tuple(Warning_(code) for code, true in speaks.items() if true)
        said = (Effect(EffectCode.GOES_BACK, {"card": payment.method.label or charge_id}),)
        return Preview(operation, warnings, Effects((wanted,), by_stripe=said), (version,))

    async def preview_capture(self, customer_id: str, charge_id: str, amount: Money | None = None) -> Preview:
        """Collect what was authorized, or a part; the rest is released. Raises DeskError, Refused if less was
        authorized, or it was captured or released meanwhile."""
        payment, version = await self._authorized(charge_id)
        wanted, most = amount or payment.capturable, payment.capturable
        if not 0 < wanted.amount <= most.amount or wanted.currency != most.currency:
            raise Refused(code="not_capturable", param="amount")
        request = (
            payments.capture_intent(payment.intent, wanted.amount)
            if payment.intent
            else payments.capture_charge(charge_id, wanted.amount)
        )
        operation = self._planner.plan(
            Action.PAYMENT_CAPTURE,
            request,
            subjects=(("customer", customer_id), ("charge", charge_id)),
            money=(wanted,),
            risk=Risk.MONEY,
        )
        said = [Effect(EffectCode.CHARGED_CARD, {"card": payment.method.label or charge_id})]
        if rest := most.amount - wanted.amount:
            said.append(Effect(EffectCode.REST_IS_RELEASED, amount_values(Money(rest, most.currency))))
        return Preview(operation, effects=Effects((wanted,), by_stripe=tuple(said)), versions=(version,))

    async def preview_release(self, customer_id: str, charge_id: str) -> Preview:
        """Give up what was authorized; nothing is charged. Raises DeskError like `preview_capture`."""
        payment, version = await self._authorized(charge_id)
        id_ = new_id()
        fields: RefundCreateParams = {"charge": charge_id, "metadata": {OWN_ID: id_}}
        operation = self._planner.plan(
            Action.PAYMENT_RELEASE,
            payments.cancel_intent(payment.intent) if payment.intent else payments.refund(fields),
            subjects=(("customer", customer_id), ("charge", charge_id)),
            risk=Risk.IRREVERSIBLE,
            id_=id_,
            send_before=0 if payment.intent else self._planner.now() + RELEASE_WITHIN,
        )
        card = {"card": payment.method.label or charge_id}
        said = Effect(EffectCode.HOLD_IS_RELEASED, {**amount_values(payment.capturable), **card})
        return Preview(operation, effects=Effects(by_stripe=(said,)), versions=(version,))

    async def _authorized(self, charge_id: str) -> tuple[Payment, ObjectVersion]:
        now, version = await self._reader.read("charge", charge_id)
        payment = payment_of(now)
        if not payment.capturable.amount:
            raise Refused(code="not_capturable", param="status")
        return payment, version


def _charge(customer_id: str, amount: Money, description: str, method_id: str, kind: str, id_: str) -> Request:
    if is_old(method_id):
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
        "allowed_payment_method_types": cast("Any", [kind]),
        "description": description,
        "metadata": {OWN_ID: id_},
    }
    return payments.create_intent(fields)
