"""Cancels subscriptions: now, at the end of the period, or on a date; and withdraws that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from ...domain.errors import Refused
from ...domain.json_object import Json, id_of, of_customer
from ...domain.money import Money, totals
from ...domain.objects.invoice import intents_of
from ...domain.objects.invoice import state as invoice_state
from ...domain.objects.payment import payment_of
from ...domain.objects.subscription import OVER, currency_of, ends_on, items_of, period_amount, period_end
from ...domain.writes.action import Action
from ...domain.writes.operation import Effects, FieldChange, ObjectVersion, Preview, Risk
from ...domain.writes.own_metadata import OWN_ID
from ...domain.writes.remarks import Effect, EffectCode, Warning_, WarningCode, amount_values
from ...domain.writes.request import Request
from ...gateway.pages import pages
from ...gateway.requests import payments, subscriptions
from ...gateway.stripe_gateway import StripeGateway
from ...gateway.upcoming import upcoming
from ...store.mirror.mirror import Mirror
from ..object_reader import ObjectReader
from ..writes.planner import Planner, new_id

if TYPE_CHECKING:
    from stripe.params import (
        InvoiceCreatePreviewParams,
        RefundCreateParams,
        SubscriptionCancelParams,
        SubscriptionUpdateParams,
    )

LOOKED_AT = 12
"""The number of invoices of which the newest payment is looked for."""
FEEDBACK = (
    "too_expensive",
    "missing_features",
    "switched_service",
    "unused",
    "customer_service",
    "too_complex",
    "low_quality",
    "other",
)
"""Stripe's values of `cancellation_details.feedback`."""


@dataclass(frozen=True)
class Ending:
    """`at`: None: now; 0: at the end of the period; else Unix seconds. `credit`: give the unused time to the customer's
    balance (now only). `refund`: how much of the payment `charge` goes back (now only)."""

    at: int | None
    credit: bool = False
    refund: Money | None = None
    charge: str = ""
    feedback: str = ""
    comment: str = ""


@dataclass(frozen=True)
class EndingOffer:
    """What the form of a cancellation starts from. `unused` is the credit for unused time by Stripe's preview, `last`
    what is left of the last payment and `charge` its id ("": none)."""

    ends: int | None
    unused: Money
    last: Money
    charge: str


class SubscriptionEnding:
    def __init__(self, gateway: StripeGateway, mirror: Mirror, reader: ObjectReader, planner: Planner) -> None:
        self._gateway, self._mirror, self._reader, self._planner = gateway, mirror, reader, planner

    async def offer(self, subscription_id: str) -> EndingOffer:
        """Raises DeskError."""
        now, _ = await self._reader.read("subscription", subscription_id)
        charge, left = await self._last_payment(now)
        credit, _ = await self._last_bill(now)
        return EndingOffer(_last_end(now), credit, left, charge)

    async def _last_bill(self, now: Json) -> tuple[Money, Money]:
        """What the invoice of a cancellation gives back, or else what is due on it, because it has pending items and
        usage too. Raises DeskError."""
        details: Any = {"cancel_now": True}
        fields: InvoiceCreatePreviewParams = {"subscription": str(now["id"]), "subscription_details": details}
        preview = await upcoming(self._gateway, fields) or {}
        total, due = int(preview.get("total") or 0), int(preview.get("amount_due") or 0)
        return Money(max(0, -total), currency_of(now)), Money(due, currency_of(now))

    async def _last_payment(self, now: Json) -> tuple[str, Money]:
        """The newest payment of the subscription's latest invoices of which something is left, and how much; as it is
        at Stripe now."""
        owner, latest = id_of(now.get("customer")), id_of(now.get("latest_invoice"))
        held = await self._mirror.related("invoice", "subscription", str(now["id"]), LOOKED_AT)
        invoices = [invoice for invoice in held if invoice["id"] != latest]
        if latest:
            invoices.append((await self._reader.read("invoice", latest))[0])
        intents = {intent for invoice in invoices for intent in intents_of(invoice)}
        if owner and intents:
            async for charges in pages(self._gateway, payments.list_charges(owner), background=False):
                for payment in map(payment_of, charges):
                    if payment.intent in intents and payment.refundable.amount:
                        return payment.id, payment.refundable
                break
        return "", Money(0, currency_of(now))

    async def preview_ending(self, subscription_id: str, *, ends: bool) -> Preview | None:
        """Cancel at the end of the period, or withdraw a cancellation. None if nothing changes. Raises DeskError."""
        if ends:
            return await self.preview_cancel(subscription_id, Ending(0))
        now, version = await self._reader.read("subscription", subscription_id)
        at = ends_on(now)
        if at is None:
            return None
        flexible = not now.get("cancel_at_period_end")
        off: Any = {"cancel_at": ""} if flexible else {"cancel_at_period_end": False}
        back: Any = {"cancel_at": at} if flexible else {"cancel_at_period_end": True}
        said = Effect(EffectCode.GOES_ON_BILLING, {"at": str(period_end(now) or 0)})
        operation = self._planner.plan(
            Action.SUBSCRIPTION_DONT_CANCEL,
            subscriptions.update(subscription_id, off),
            subjects=(("subscription", subscription_id), *of_customer(now)),
            changes=(FieldChange("cancel_at", str(at), None),)
            if flexible
            else (FieldChange("cancel_at_period_end", "yes", "no"),),
            undo=((0, subscriptions.update(subscription_id, back)),),
            now=(now,),
        )
        return Preview(operation, effects=Effects(later=each_period(now), by_stripe=(said,)), versions=(version,))

    async def preview_cancel(self, subscription_id: str, ending: Ending) -> Preview | None:
        """None if it ends then already. Raises DeskError."""
        now, version = await self._reader.read("subscription", subscription_id)
        if now.get("status") in OVER:
            raise Refused(code="change_ended", param="status")
        if ending.at is None:
            return await self._now(now, version, ending)
        return self._later(now, version, ending)

    def _later(self, now: Json, version: ObjectVersion, ending: Ending) -> Preview | None:
        subscription_id, schedule = str(now["id"]), id_of(now.get("schedule"))
        if ending.at == 0 and now.get("cancel_at_period_end"):
            return None
        moment = ending.at or _last_end(now) or 0
        if ending.at and ending.at <= int(self._gateway.now()):
            raise Refused(code="in_the_past", param="date")
        wanted: dict[str, Any] = {"cancel_at_period_end": True}
        if ending.at:
            wanted = {"cancel_at": ending.at, "proration_behavior": "none"}
        if details := _details(ending):
            wanted["cancellation_details"] = details
        before = ends_on(now)
        back: dict[str, Any] = {"cancel_at_period_end": False}
        if now.get("cancel_at_period_end"):
            back = {"cancel_at_period_end": True}
        elif before is not None:
            back = {"cancel_at": before}
        elif ending.at:
            back = {"cancel_at": ""}
        release = (subscriptions.release_schedule(schedule),) if schedule else ()
        update = subscriptions.update(subscription_id, cast("SubscriptionUpdateParams", wanted))
        undo = subscriptions.update(subscription_id, cast("SubscriptionUpdateParams", back))
        change = (
            FieldChange("cancel_at", None if before is None else str(before), str(ending.at))
            if ending.at
            else FieldChange("cancel_at_period_end", "no", "yes")
        )
        operation = self._planner.plan(
            Action.SUBSCRIPTION_CANCEL_AT if ending.at else Action.SUBSCRIPTION_CANCEL_AT_PERIOD_END,
            *release,
            update,
            subjects=(("subscription", subscription_id), *of_customer(now)),
            changes=(change,),
            undo=((len(release), undo),),
            now=(now,),
        )
        said = [Effect(EffectCode.ENDS_WITH_PERIOD, {"at": str(moment)})]
        if ending.at and ending.at > (_last_end(now) or 0):
            said.append(Effect(EffectCode.LAST_PERIOD_PRORATED))
        said += [Effect(EffectCode.CHANGE_DROPPED)] if schedule else []
        return Preview(operation, effects=Effects(by_stripe=tuple(said)), versions=(version,))

    async def _now(self, now: Json, version: ObjectVersion, ending: Ending) -> Preview:
        subscription_id, id_ = str(now["id"]), new_id()
        fields: dict[str, Any] = {"invoice_now": True, "prorate": True} if ending.credit else {}
        if details := _details(ending):
            fields["cancellation_details"] = details
        steps: list[Request] = [subscriptions.cancel(subscription_id, cast("SubscriptionCancelParams", fields))]
        said, versions = [Effect(EffectCode.CANCELED_NOW)], [version]
        moved: list[tuple[int, Money]] = []
        due = Money(0, currency_of(now))
        if ending.credit:
            credit, due = await self._last_bill(now)
            code = EffectCode.LAST_BILL_CHARGED if due.amount else EffectCode.CREDITED_TO_BALANCE
            said.append(Effect(code, amount_values(due if due.amount else credit)))
            if due.amount and now.get("collection_method") != "send_invoice":
                moved.append((0, due))
        if ending.refund is not None and ending.refund.amount:
            refund, version_of_charge = await self._refund(ending.charge, ending.refund, id_)
            steps.append(refund)
            versions.append(version_of_charge)
            moved.append((1, ending.refund))
            said.append(Effect(EffectCode.REFUNDED_TO_CARD, {**amount_values(ending.refund), "charge": ending.charge}))
        money = tuple(totals(amount for _, amount in moved))
        if now.get("schedule"):
            said.append(Effect(EffectCode.CHANGE_DROPPED))
        operation = self._planner.plan(
            Action.SUBSCRIPTION_CANCEL,
            *steps,
            subjects=(("subscription", subscription_id), *of_customer(now)),
            changes=(FieldChange("subscription_status", str(now.get("status")), "canceled"),),
            money=money,
            risk=Risk.IRREVERSIBLE,
            id_=id_,
            money_at=moved,
        )
        held = await self._mirror.related("invoice", "subscription", subscription_id)
        unpaid = sum(invoice_state(invoice) in ("open", "draft") for invoice in held)
        warnings = (Warning_(WarningCode.INVOICES_STAY_OPEN, {"count": str(unpaid)}),) if unpaid else ()
        effects = Effects(now=money, by_stripe=tuple(said))
        return Preview(operation, warnings, effects, tuple(versions))

    async def _refund(self, charge: str, amount: Money, id_: str) -> tuple[Request, ObjectVersion]:
        """Raises Refused if less is left of the payment by now."""
        held, version = await self._reader.read("charge", charge)
        left = payment_of(held).refundable
        if amount.currency != left.currency or amount.amount > left.amount:
            raise Refused(code="not_refundable", param="refund")
        fields: RefundCreateParams = {"charge": charge, "amount": amount.amount, "metadata": {OWN_ID: id_}}
        return payments.refund(fields), version


def _last_end(now: Json) -> int | None:
    """When the last of its items' periods ends: a cancellation at the period's end waits for it."""
    return max((item.period[1] for item in items_of(now) if item.period[1]), default=None)


def _details(ending: Ending) -> dict[str, str]:
    found = {"feedback": ending.feedback, "comment": ending.comment}
    return {name: value for name, value in found.items() if value}


def each_period(now: Json) -> tuple[Money, ...]:
    """What it costs for each period, per currency."""
    return tuple(totals(period_amount(items_of(now), {})))
