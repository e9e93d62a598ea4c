"""Creates subscriptions (C3), aligned to a day of the month (C7), with a setup fee (C4–C6)."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from ...domain.catalog.plan import Price, price_of
from ...domain.errors import NotFound, Refused
from ...domain.json_object import Json
from ...domain.money import Money, totals
from ...domain.objects.bill import Bill, with_balance, with_charge
from ...domain.objects.card import default_card_id
from ...domain.objects.payment_method import method_of
from ...domain.objects.subscription import LIVE, items_of
from ...domain.writes.action import Action
from ...domain.writes.balance_remarks import balance_remarks
from ...domain.writes.new_subscription import FeeWay, PayBy, Start, Wish, wish_errors
from ...domain.writes.operation import Effects, FieldChange, Preview, Risk
from ...domain.writes.own_metadata import OWN_ID, with_own
from ...domain.writes.references import result_id
from ...domain.writes.remarks import Effect, EffectCode, Warning_, WarningCode, amount_values
from ...domain.writes.request import Request
from ...gateway.pages import pages
from ...gateway.requests import invoices, subscriptions
from ...gateway.stripe_gateway import StripeGateway
from ...store.mirror.mirror import Mirror
from ..object_reader import ObjectReader
from ..writes.planner import Planner, new_id
from .bills import BillPreviews
from .given_discounts import Given, GivenDiscounts
from .setup_fees import fee_due, fee_steps

if TYPE_CHECKING:
    from stripe.params import SubscriptionCreateParams


PART_MINUTES = 10
"""How old the preview of a partial first period may be, which Stripe prorates by the second."""


@dataclass(frozen=True)
class Offer:
    """What the form chooses from. `prices` are active, recurring and fit the customer's currency; `products` are their
    products by id, `taken` the product ids that the customer has already."""

    customer: Json
    cards: list[Json]
    default: str
    prices: list[Price]
    products: dict[str, Json]
    taken: frozenset[str]


class NewSubscriptions:
    def __init__(self, gateway: StripeGateway, mirror: Mirror, reader: ObjectReader, planner: Planner) -> None:
        self._gateway, self._mirror, self._reader, self._planner = gateway, mirror, reader, planner
        self._bills, self._discounts = BillPreviews(gateway), GivenDiscounts(gateway)

    async def offer(self, customer_id: str) -> Offer | None:
        """From the mirror; None if the customer is not there, or deleted."""
        customer = await self._mirror.get("customer", customer_id)
        if customer is None or customer.get("deleted"):
            return None
        currency = str(customer.get("currency") or "")
        rows = await self._mirror.related("price", "active", "1")
        prices = [price for price in map(price_of, rows) if price.interval]
        fitting = [price for price in prices if not currency or currency in price.currencies]
        products = {id_: await self._mirror.get("product", id_) for id_ in {price.product for price in fitting}}
        return Offer(
            customer,
            await self._mirror.related("card", "customer", customer_id),
            default_card_id(customer) or "",
            fitting,
            {id_: product for id_, product in products.items() if product is not None},
            frozenset(await self._taken(customer_id)),
        )

    async def _taken(self, customer_id: str) -> set[str]:
        held = await self._mirror.related("subscription", "customer", customer_id)
        live = [obj for obj in held if obj.get("status") in LIVE]
        return {item.price.product for obj in live for item in items_of(obj) if item.price.product}

    async def preview(self, wish: Wish, typed_discount: str = "") -> Preview:
        """`typed_discount` is the text of a promotion code or the id of a coupon. Raises DeskError, including Refused
        with the field as `param`."""
        customer, version = await self._reader.read("customer", wish.customer)
        if customer.get("deleted"):
            raise Refused(code="deleted", param="customer")
        now = int(self._gateway.now())
        prices = await self._prices(wish)
        if errors := wish_errors(wish, prices, now):
            raise Refused(code=errors[0].code, param=errors[0].field)
        given = await self._discounts.find(typed_discount, wish.customer, wish.currency)
        if wish.pay_by is PayBy.CARD and not (wish.method or default_card_id(customer)):
            raise Refused(code="no_payment_method", param="method")
        bills = await self._bills.of(wish, [prices[item.price] for item in wish.items], given, now)
        id_ = new_id()
        then = _after_bill(customer, bills.first[0])
        fee_first, fee_after = fee_steps(wish, then, now, id_, len_before=1)
        at = len(fee_first)
        steps = [*fee_first, subscriptions.create(_params(wish, given, now, id_, alone=not fee_after)), *fee_after]
        first = bills.first[0].due if wish.pay_by is PayBy.CARD else Money(0, wish.currency)
        parts = [(at, first)] if first.amount else []
        if wish.fee.amount is not None and fee_after and (fee := fee_due(wish.fee, then)).amount:
            parts.append((len(steps) - 1, fee))
        money = tuple(totals(amount for _, amount in parts))
        operation = self._planner.plan(
            Action.SUBSCRIPTION_CREATE,
            *steps,
            subjects=(("customer", wish.customer),),
            changes=_changes(wish, prices, given),
            money=money,
            risk=Risk.MONEY if money else Risk.SERIOUS,
            id_=id_,
            undo=_undo(steps, at, first_paid=bool(first.amount), fee_paid=bool(parts)),
            send_before=_send_before(wish, now),
            money_at=parts,
        )
        warnings, said = await self._remarks(wish, prices, customer, now)
        if wish.fee.way is FeeWay.INVOICE and wish.fee.amount is not None:
            warnings += balance_remarks(then, wish.fee.amount)
        if money:
            said = (await self._card_named(wish.method or default_card_id(customer) or ""), *said)
        shown = with_balance(bills.first, int(then.get("balance") or 0) if _same_currency(customer, first) else 0)
        year = bills.year
        if wish.fee.amount is not None and wish.fee.way in (FeeWay.CHARGE, FeeWay.INVOICE):
            shown = with_charge(shown, wish.fee.description, fee_due(wish.fee, then))
            year = Money(year.amount + wish.fee.amount.amount, year.currency)
        effects = Effects(now=money, later=(), by_stripe=said, bills=shown, year=year)
        return Preview(operation, warnings, effects, (version,))

    async def _pending(self, wish: Wish) -> list[Warning_]:
        """What waits for the customer's next invoice already, such as a setup fee of an attempt that failed."""
        waiting = 0
        async for rows in pages(self._gateway, invoices.list_pending(wish.customer), background=False):
            waiting += sum(int(row.get("amount") or 0) for row in rows if row.get("currency") == wish.currency)
        values = amount_values(Money(waiting, wish.currency))
        return [Warning_(WarningCode.PENDING_IS_BILLED, values)] if waiting else []

    async def _card_named(self, method: str) -> Effect:
        card = await self._mirror.get("card", method) or {"id": method}
        return Effect(EffectCode.CHARGED_CARD, {"card": method_of(card).label or method})

    async def _prices(self, wish: Wish) -> dict[str, Price]:
        """By id; one that is not in the mirror yet is read at Stripe."""
        found = {}
        for item in wish.items:
            obj = await self._mirror.get("price", item.price)
            if obj is None:
                with suppress(NotFound):
                    obj, _ = await self._reader.read("price", item.price)
            if obj is not None and not obj.get("deleted"):
                found[item.price] = price_of(obj)
        return found

    async def _remarks(
        self, wish: Wish, prices: dict[str, Price], customer: Json, now: int
    ) -> tuple[tuple[Warning_, ...], tuple[Effect, ...]]:
        warnings = await self._pending(wish)
        taken = await self._taken(wish.customer)
        for product in dict.fromkeys(price.product for price in prices.values() if price.product in taken):
            name = (await self._mirror.get("product", product) or {}).get("name") or product
            warnings.append(Warning_(WarningCode.SAME_PRODUCT, {"name": str(name)}))
        if wish.day is not None and wish.start is not Start.NOW and not wish.day.is_kept(now):
            warnings.append(Warning_(WarningCode.DAY_NOT_KEPT))
        if wish.start is Start.PART_NOW and wish.day is not None and wish.day.is_last_day(now):
            warnings.append(Warning_(WarningCode.PART_IS_CLOSE))
        if wish.pay_by is PayBy.EMAIL and not customer.get("email"):
            warnings.append(Warning_(WarningCode.NO_EMAIL_NO_RECEIPTS))
        said = {
            PayBy.CARD: Effect(EffectCode.COLLECTED_AUTOMATICALLY),
            PayBy.LINK: Effect(EffectCode.FIRST_BILL_ON_PAGE),
            PayBy.EMAIL: Effect(EffectCode.INVOICES_BY_EMAIL, {"count": str(wish.due_days)}),
        }
        fees = {
            FeeWay.CHARGE: EffectCode.FEE_CHARGED,
            FeeWay.INVOICE: EffectCode.FEE_INVOICED,
            FeeWay.NEXT: EffectCode.FEE_ON_NEXT,
        }
        found = [said[wish.pay_by]]
        if wish.fee.amount is not None and wish.fee.way:
            values = amount_values(wish.fee.amount)
            found.append(Effect(fees[wish.fee.way], values))
        return tuple(warnings), tuple(found)


def _send_before(wish: Wish, now: int) -> int:
    """Until when the first bill is the previewed one: after the day billing is aligned to, Stripe would take the next
    such day."""
    if wish.start is Start.NOW or wish.day is None:
        return 0
    anchor = wish.day.next(now)
    return min(anchor, now + PART_MINUTES * 60) if wish.start is Start.PART_NOW else anchor


def _same_currency(customer: Json, amount: Money) -> bool:
    """A balance counts only in the customer's own currency."""
    return customer.get("currency") in (None, amount.currency)


def _after_bill(customer: Json, bill: Bill) -> Json:
    """The customer with the balance that is left after the first bill."""
    if not _same_currency(customer, bill.due):
        return customer
    balance = int(customer.get("balance") or 0) + bill.total.amount - bill.due.amount
    return {**customer, "balance": balance}


def _params(wish: Wish, given: Given | None, now: int, id_: str, *, alone: bool) -> SubscriptionCreateParams:
    """`alone`: no step follows. Otherwise nothing is created if the first bill is declined, so that no fee is taken for
    a subscription that never starts."""
    fields: dict[str, Any] = {
        "customer": wish.customer,
        "items": [
            {"price": item.price, **({} if item.quantity is None else {"quantity": item.quantity})}
            for item in wish.items
        ],
        "currency": wish.currency,
        "metadata": with_own(wish.metadata, {OWN_ID: id_}),
        "off_session": True,
    }
    if not alone and wish.pay_by is PayBy.CARD:
        fields["payment_behavior"] = "error_if_incomplete"
    if wish.description:
        fields["description"] = wish.description
    if given is not None:
        fields["discounts"] = [given.param]
    fields |= _time_params(wish, now)
    if wish.pay_by is PayBy.EMAIL:
        fields |= {"collection_method": "send_invoice", "days_until_due": wish.due_days}
    elif wish.pay_by is PayBy.LINK:
        fields["payment_behavior"] = "default_incomplete"
        fields["payment_settings"] = {"save_default_payment_method": "on_subscription"}
    elif wish.method:
        name = "default_payment_method" if wish.method.startswith("pm_") else "default_source"
        fields[name] = wish.method
    return cast("SubscriptionCreateParams", fields)


def _time_params(wish: Wish, now: int) -> dict[str, Any]:
    if wish.start is Start.NOW:
        end = wish.trial.end_from(now)
        if end is None:
            return {}
        return {"trial_end": end} if wish.trial.end is not None else {"trial_period_days": wish.trial.days}
    assert wish.day is not None
    if wish.start is Start.FREE_UNTIL:
        later = {"billing_cycle_anchor_config": wish.day.config(now)} if wish.day.is_kept(now) else {}
        return {"trial_end": wish.day.next(now), **later}
    kept = wish.day.is_kept(now)
    anchor: dict[str, Any] = (
        {"billing_cycle_anchor_config": wish.day.config(now)} if kept else {"billing_cycle_anchor": wish.day.next(now)}
    )
    return anchor | ({"proration_behavior": "none"} if wish.start is Start.ANCHOR else {})


def _changes(wish: Wish, prices: dict[str, Price], given: Given | None) -> tuple[FieldChange, ...]:
    found = [
        FieldChange("plan", None, f"{prices[i.price].nickname or i.price}{f' × {i.quantity}' if i.quantity else ''}")
        for i in wish.items
    ]
    if given is not None:
        found.append(FieldChange("discount", None, given.code.code if given.code else given.coupon.name))
    if wish.description:
        found.append(FieldChange("description", None, wish.description))
    found += [FieldChange(f"metadata.{key}", None, value) for key, value in wish.metadata.items()]
    return tuple(found)


def _undo(steps: Sequence[Request], at: int, *, first_paid: bool, fee_paid: bool) -> tuple[tuple[int, Request], ...]:
    """Cancel it again. Not after money moved, which a cancellation does not give back."""
    before = ((0, invoices.delete_item(result_id(0))),) if at else ()
    if first_paid:
        return before
    numbers = {at} if fee_paid else {at, len(steps) - 1}
    return (*before, *((number, subscriptions.cancel(result_id(at))) for number in sorted(numbers)))
