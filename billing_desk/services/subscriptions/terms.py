"""Trial, discount, payment method, setup fee and billing mode of a running subscription."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ...domain.errors import Refused
from ...domain.json_object import Json, id_of, of_customer
from ...domain.money import Money
from ...domain.objects.payment_method import is_old, method_of
from ...domain.objects.subscription import OVER, currency_of, next_bill, own_card
from ...domain.writes.action import Action
from ...domain.writes.balance_remarks import balance_remarks
from ...domain.writes.new_subscription import LONGEST_TRIAL, Fee, FeeWay
from ...domain.writes.operation import Effects, FieldChange, ObjectVersion, Operation, Preview, Risk
from ...domain.writes.references import result_id
from ...domain.writes.remarks import Effect, EffectCode, amount_values
from ...domain.writes.request import Request
from ...gateway.requests import invoices, subscriptions
from ...gateway.stripe_gateway import StripeGateway
from ...gateway.upcoming import upcoming
from ...store.mirror.mirror import Mirror
from ..object_reader import ObjectReader
from ..writes.planner import Planner, new_id
from .given_discounts import GivenDiscounts, Held, held_of
from .setup_fees import charge, fee_due, invoice_now, item

if TYPE_CHECKING:
    from stripe.params import SubscriptionUpdateParams

MISSING = ("create_invoice", "cancel", "pause")
"""Stripe's values of what happens if a trial ends without a payment method."""


class SubscriptionTerms:
    def __init__(self, gateway: StripeGateway, mirror: Mirror, reader: ObjectReader, planner: Planner) -> None:
        self._gateway, self._mirror, self._reader, self._planner = gateway, mirror, reader, planner
        self._discounts = GivenDiscounts(gateway)

    async def preview_trial(self, subscription_id: str, end: int | None, missing: str = "") -> Preview | None:
        """Extend or begin a trial until `end` (Unix seconds), or end it now (None). `missing`: what happens if there is
        no payment method then, one of MISSING. Raises DeskError."""
        now, version = await self._live(subscription_id)
        stripes = int(self._gateway.now())
        if end is None and now.get("status") != "trialing":
            raise Refused(code="change_no_trial", param="trial")
        if end is not None and end <= stripes:
            raise Refused(code="in_the_past", param="trial")
        if end is not None and end > stripes + LONGEST_TRIAL:
            raise Refused(code="over_two_years", param="trial")
        if now.get("schedule"):
            raise Refused(code="change_planned", param="trial")
        fields: dict[str, Any] = {"trial_end": "now" if end is None else end, "proration_behavior": "none"}
        if missing:
            fields["trial_settings"] = {"end_behavior": {"missing_payment_method": missing}}
        due = Money(0, currency_of(now))
        if end is None:
            details: Any = {"trial_end": "now", "proration_behavior": "none"}
            asked = subscriptions.preview({"subscription": subscription_id, "subscription_details": details})
            due = Money(int((await self._gateway.read(asked)).get("amount_due") or 0), due.currency)
        automatic = now.get("collection_method") != "send_invoice"
        money = (due,) if due.amount > 0 and automatic else ()
        if money:
            fields |= {"payment_behavior": "error_if_incomplete", "off_session": True}
        before = now.get("trial_end") if now.get("status") == "trialing" else None
        back: Any = {"trial_end": before, "proration_behavior": "none"}
        changes = [FieldChange("trial_end", str(before) if before else None, str(end or stripes))]
        held = missing_of(now)
        if missing and missing != held:
            changes.append(FieldChange("missing_payment_method", held, missing))
            back["trial_settings"] = {"end_behavior": {"missing_payment_method": held}}
        operation = self._plan(
            Action.SUBSCRIPTION_TRIAL,
            now,
            subscriptions.update(subscription_id, cast("SubscriptionUpdateParams", fields)),
            changes=tuple(changes),
            money=money,
            undo=subscriptions.update(subscription_id, back) if before and end is not None else None,
        )
        said = (Effect(EffectCode.TRIAL_ENDS_NOW) if end is None else Effect(EffectCode.TRIAL_UNTIL, {"at": str(end)}),)
        effects = Effects(now=(due,) if end is None else (), by_stripe=said)
        return Preview(operation, effects=effects, versions=(version,))

    async def preview_discount(self, subscription_id: str, typed: str) -> Preview | None:
        """Give the discount of a promotion code or coupon, instead of those it has; "" removes them. None if nothing
        changes. Raises DeskError."""
        now, version = await self._live(subscription_id)
        if now.get("schedule"):
            raise Refused(code="change_planned", param="discount")
        held = await self._held_discounts(now)
        given = await self._discounts.find(typed, id_of(now.get("customer")) or "", currency_of(now))
        if given is None and not held:
            return None
        wanted: Any = {"discounts": [given.param] if given else ""}
        name = (given.code.code if given.code else given.coupon.name) if given else None
        if given is not None and [each.coupon for each in held] == [given.coupon.id]:
            return None
        operation = self._plan(
            Action.SUBSCRIPTION_DISCOUNT,
            now,
            subscriptions.update(subscription_id, wanted),
            changes=(FieldChange("discount", ", ".join(each.name for each in held) or None, name),),
            undo=_discounts_back(subscription_id, held),
        )
        preview = await self._upcoming(subscription_id, [given.param] if given else "")
        due = (Money(int(preview.get("amount_due") or 0), currency_of(now)),) if preview else ()
        said = (Effect(EffectCode.DISCOUNT_FROM_NEXT),)
        return Preview(
            operation, effects=Effects(next=due, next_at=next_bill(now), by_stripe=said), versions=(version,)
        )

    async def _held_discounts(self, now: Json) -> list[Held]:
        if not now.get("discounts"):
            return []
        expanded: Json = await self._gateway.read(subscriptions.read_with_discounts(str(now["id"])))
        return [held_of(each) for each in expanded.get("discounts") or ()]

    async def _upcoming(self, subscription_id: str, discounts: Any) -> Json:
        return await upcoming(self._gateway, {"subscription": subscription_id, "discounts": discounts}) or {}

    async def preview_method(self, subscription_id: str, method_id: str) -> Preview | None:
        """Charge this card from now on; "": the customer's default. None if nothing changes."""
        now, version = await self._live(subscription_id)
        before = own_card(now) or ""
        if before == method_id:
            return None
        wanted: Any = _method_fields(method_id)
        back: Any = {name: id_of(now.get(name)) or "" for name in wanted}
        labels = [await self._label(each) for each in (before, method_id)]
        operation = self._plan(
            Action.SUBSCRIPTION_METHOD,
            now,
            subscriptions.update(subscription_id, wanted),
            changes=(FieldChange("card", labels[0], labels[1]),),
            undo=subscriptions.update(subscription_id, back),
        )
        said = (Effect(EffectCode.COLLECTED_FROM_CARD),)
        return Preview(operation, effects=Effects(by_stripe=said), versions=(version,))

    async def _label(self, method_id: str) -> str | None:
        if not method_id:
            return None
        return method_of(await self._mirror.get("card", method_id) or {"id": method_id}).label

    async def preview_migration(self, subscription_id: str) -> Preview | None:
        """Flexible billing mode, for good. None if it has it."""
        now, version = await self._live(subscription_id)
        if (now.get("billing_mode") or {}).get("type") != "classic":
            return None
        operation = self._plan(
            Action.SUBSCRIPTION_MODE,
            now,
            subscriptions.migrate(subscription_id),
            changes=(FieldChange("billing_mode", "classic", "flexible"),),
            risk=Risk.IRREVERSIBLE,
        )
        said = (Effect(EffectCode.ALIGNED_MODE),)
        return Preview(operation, effects=Effects(by_stripe=said), versions=(version,))

    async def preview_fee(self, subscription_id: str, fee: Fee) -> Preview:
        """A setup fee for a running subscription: C4, C5 or C6. Raises DeskError."""
        now, version = await self._live(subscription_id)
        customer_id, id_ = id_of(now.get("customer")) or "", new_id()
        customer, customer_version = await self._reader.read("customer", customer_id)
        method = own_card(now) or ""
        default = (customer.get("invoice_settings") or {}).get("default_payment_method") or customer.get(
            "default_source"
        )
        assert fee.amount is not None
        values = amount_values(fee.amount)
        undo: tuple[tuple[int, Request], ...] = ()
        if fee.way is FeeWay.NEXT:
            steps: tuple[Request, ...] = (
                invoices.add_item({**item(customer_id, fee, id_), "subscription": subscription_id}),
            )
            undo = ((0, invoices.delete_item(result_id(0))),)
        elif not (method or id_of(default)):
            raise Refused(code="fee_needs_card", param="fee")
        elif fee.way is FeeWay.CHARGE:
            steps = (charge(customer_id, fee, method or id_of(default) or "", id_),)
        else:
            pays = bool(fee_due(fee, customer).amount)
            steps = invoice_now(customer_id, subscription_id, fee, method, id_, first=0, pays=pays)
            delete, void = invoices.delete_draft(result_id(0)), invoices.void(result_id(0))
            undo = ((0, delete), (1, delete), *(((2, void),) if pays else ()))
        due = fee_due(fee, customer)
        money = (due,) if due.amount else ()
        operation = self._planner.plan(
            Action.SUBSCRIPTION_FEE,
            *steps,
            subjects=(("customer", customer_id), ("subscription", subscription_id)),
            changes=(FieldChange("description", None, fee.description),),
            money=money,
            risk=Risk.MONEY if money else Risk.SERIOUS,
            id_=id_,
            undo=undo,
        )
        codes = {
            FeeWay.CHARGE: EffectCode.FEE_CHARGED,
            FeeWay.INVOICE: EffectCode.FEE_INVOICED,
            FeeWay.NEXT: EffectCode.FEE_ON_NEXT,
        }
        said = [Effect(codes[fee.way], values)]
        if money:
            card = await self._label(method or id_of(default) or "")
            said.insert(0, Effect(EffectCode.CHARGED_CARD, {"card": card or ""}))
        warnings = balance_remarks(customer, fee.amount) if fee.way is FeeWay.INVOICE else ()
        now_due = () if fee.way is FeeWay.NEXT else (due,)
        return Preview(operation, warnings, Effects(now=now_due, by_stripe=tuple(said)), (version, customer_version))

    async def _live(self, subscription_id: str) -> tuple[Json, ObjectVersion]:
        now, version = await self._reader.read("subscription", subscription_id)
        if now.get("status") in OVER:
            raise Refused(code="change_ended", param="status")
        return now, version

    def _plan(
        self,
        action: Action,
        now: Json,
        request: Request,
        *,
        changes: tuple[FieldChange, ...],
        money: tuple[Money, ...] = (),
        undo: Request | None = None,
        risk: Risk = Risk.SERIOUS,
    ) -> Operation:
        return self._planner.plan(
            action,
            request,
            subjects=(("subscription", str(now["id"])), *of_customer(now)),
            changes=changes,
            money=money,
            risk=Risk.MONEY if money else risk,
            undo=((0, undo),) if undo else (),
            now=(now,),
        )


def _discounts_back(subscription_id: str, held: list[Held]) -> Request | None:
    """None if what was replaced could only be redeemed anew, which would start its months again."""
    if not all(each.is_plain for each in held):
        return None
    back: Any = {"discounts": [{"coupon": each.coupon} for each in held] or ""}
    return subscriptions.update(subscription_id, back)


def _method_fields(method_id: str) -> dict[str, Any]:
    """Stripe keeps a card either as a PaymentMethod or as a source, and charges the PaymentMethod if both are set."""
    fields = {"default_payment_method": "", "default_source": ""}
    if method_id:
        fields["default_source" if is_old(method_id) else "default_payment_method"] = method_id
    return fields


def missing_of(subscription: Json) -> str:
    """Stripe's value of what happens if a trial ends without a payment method; an invoice, if nothing is set."""
    ends = (subscription.get("trial_settings") or {}).get("end_behavior") or {}
    return str(ends.get("missing_payment_method") or MISSING[0])
