"""Creates subscriptions (C3), aligned to a day of the month (C7), with a setup fee (C4–C6)."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from ...domain.catalog.plan import Price, price_of
from ...domain.errors import NotFound, Refused
from ...domain.json_object import Json
from ...domain.money import totals
from ...domain.objects.card import default_card_id
from ...domain.objects.subscription import LIVE, items_of
from ...domain.writes.action import Action
from ...domain.writes.new_subscription import FeeWay, PayBy, Start, Wish, wish_errors
from ...domain.writes.operation import Effects, FieldChange, Preview, Risk
from ...domain.writes.own_metadata import OWN_ID
from ...domain.writes.references import result_id
from ...domain.writes.remarks import Effect, EffectCode, Warning_, WarningCode
from ...domain.writes.request import Request
from ...gateway.requests import invoices, subscriptions
from ...gateway.stripe_gateway import StripeGateway
from ...store.mirror.mirror import Mirror
from ..object_reader import ObjectReader
from ..writes.planner import Planner, new_id
from .bills import BillPreviews
from .given_discounts import Given, GivenDiscounts
from .setup_fees import fee_steps

if TYPE_CHECKING:
    from stripe.params import SubscriptionCreateParams


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
        fee_first, fee_after = fee_steps(wish, customer, now, id_, len_before=1)
        create = subscriptions.create(_params(wish, given, now, id_))
        automatic = wish.pay_by is PayBy.CARD
        due = (bills.first[0].due,) if bills.first[0].due.amount else ()
        charged_fee = (wish.fee.amount,) if wish.fee.amount and wish.fee.way in (FeeWay.CHARGE, FeeWay.INVOICE) else ()
        money = tuple(totals([*(due if automatic else ()), *charged_fee]))
        steps: list[Request] = [*fee_first, create, *fee_after]
        at = len(fee_first)
        operation = self._planner.plan(
            Action.SUBSCRIPTION_CREATE,
            *steps,
            subjects=(("customer", wish.customer),),
            changes=_changes(wish, prices, given),
            money=money,
            risk=Risk.MONEY if money else Risk.SERIOUS,
            id_=id_,
            undo=_undo(steps, at, paid=bool(money)),
        )
        warnings, said = await self._remarks(wish, prices, customer, now)
        effects = Effects(now=money, later=(), by_stripe=said, bills=bills.first, year=bills.year)
        return Preview(operation, warnings, effects, (version,))

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
        warnings: list[Warning_] = []
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
            values = {"amount": str(wish.fee.amount.amount), "currency": wish.fee.amount.currency}
            found.append(Effect(fees[wish.fee.way], values))
        return tuple(warnings), tuple(found)


def _params(wish: Wish, given: Given | None, now: int, id_: str) -> SubscriptionCreateParams:
    fields: dict[str, Any] = {
        "customer": wish.customer,
        "items": [
            {"price": item.price, **({} if item.quantity is None else {"quantity": item.quantity})}
            for item in wish.items
        ],
        "currency": wish.currency,
        "metadata": {**wish.metadata, OWN_ID: id_},
        "off_session": True,
    }
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


def _undo(steps: Sequence[Request], at: int, *, paid: bool) -> tuple[tuple[int, Request], ...]:
    """Cancel it again. Not after money moved, which a cancellation does not give back."""
    last = len(steps) - 1
    cancel = subscriptions.cancel(result_id(at))
    before = ((0, invoices.delete_item(result_id(0))),) if at else ()
    return (*before, (at, cancel)) if at < last or not paid else before
