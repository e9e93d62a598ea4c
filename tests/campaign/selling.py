"""The campaign's writes of plans, coupons and subscriptions, most of them in several steps."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from decimal import Decimal
from functools import partial
from typing import Any

from billing_desk.desk import Desk
from billing_desk.domain.catalog.new_coupon import NewCoupon
from billing_desk.domain.catalog.new_price import NewPrice, NewProduct
from billing_desk.domain.money import Money
from billing_desk.domain.objects.subscription import items_of
from billing_desk.domain.writes.new_subscription import Fee, FeeWay, WantedItem, Wish
from billing_desk.domain.writes.operation import Operation, Preview
from billing_desk.domain.writes.subscription_change import ItemEdit, When, edits_of
from billing_desk.services.subscriptions.ending import Ending

from ..stripe_side import StripeSide
from .preparing import AMOUNT, Json, Write, payer, subscriber

PLAN = 980


async def _seller(stripe: StripeSide, mark: str) -> Json:
    """A customer with a card, and a price."""
    made = await payer(stripe, mark)
    price = {"currency": "jpy", "unit_amount": str(PLAN), "recurring[interval]": "month", "product_data[name]": mark}
    return {**made, "price": (await stripe.call("post", "/v1/prices", **price))["id"]}


async def _two_plans(stripe: StripeSide, mark: str) -> Json:
    made = await subscriber(stripe, mark)
    price = {"currency": "jpy", "unit_amount": "3000", "recurring[interval]": "month", "product_data[name]": mark}
    return {**made, "other": (await stripe.call("post", "/v1/prices", **price))["id"]}


async def _subscribe(way: FeeWay, desk: Desk, made: Json) -> Operation:
    fee = Fee(way, Money(AMOUNT, "jpy"), "Setup fee") if way else Fee()
    wish = Wish(made["customer"], (WantedItem(made["price"]),), "jpy", fee=fee)
    return (await desk.services.new_subscriptions.preview(wish)).operation


async def _subscribed(way: FeeWay, stripe: StripeSide, made: Json) -> int:
    """One subscription, and the fee once; a part of it counts for nothing yet."""
    rows = (await stripe.call("get", "/v1/subscriptions", customer=made["customer"], status="all"))["data"]
    charges = (await stripe.call("get", "/v1/charges", customer=made["customer"]))["data"]
    invoices = (await stripe.call("get", "/v1/invoices", customer=made["customer"]))["data"]
    items = (await stripe.call("get", "/v1/invoiceitems", customer=made["customer"]))["data"]
    paid = sorted(charge["amount"] for charge in charges if charge["paid"])
    assert len(rows) <= 1, "two subscriptions"
    assert len(items) <= 1, "two fees"
    assert len(invoices) <= (2 if way is FeeWay.INVOICE else 1), "an invoice too many"
    expected = {FeeWay.NONE: [PLAN], FeeWay.NEXT: [PLAN + AMOUNT]}.get(way, [AMOUNT, PLAN])
    assert paid == [] or all(amount in expected for amount in paid), paid
    assert len(paid) == len(set(paid)), "charged twice"
    return int(len(rows) == 1 and paid == expected)


async def _fee(desk: Desk, made: Json) -> Operation:
    fee = Fee(FeeWay.INVOICE, Money(AMOUNT, "jpy"), "Setup fee")
    return (await desk.services.subscription_terms.preview_fee(made["subscription"], fee)).operation


async def _fees(stripe: StripeSide, made: Json) -> int:
    charges = (await stripe.call("get", "/v1/charges", customer=made["customer"]))["data"]
    invoices = (await stripe.call("get", "/v1/invoices", customer=made["customer"]))["data"]
    assert len(invoices) <= 2, "two invoices for the fee"
    return sum(1 for charge in charges if charge["paid"] and charge["amount"] == AMOUNT)


async def _change(when: When, desk: Desk, made: Json) -> Operation:
    changes = desk.services.subscription_changes
    now, _ = await desk.services.reader.read("subscription", made["subscription"])
    other, _ = await desk.services.reader.read("price", made["other"])
    await desk._mirror.put([other], 1.0)
    (edit,) = edits_of(items_of(now))
    after = [ItemEdit(edit.id, made["other"], 2)]
    return _operation(await changes.preview(made["subscription"], after, when, changes.now()))


def _operation(preview: Preview | None) -> Operation:
    assert preview is not None
    return preview.operation


async def _planned(stripe: StripeSide, made: Json) -> int:
    rows = (await stripe.call("get", "/v1/subscription_schedules", customer=made["customer"]))["data"]
    assert len(rows) <= 1, "two schedules"
    return sum(1 for row in rows if len(row["phases"]) == 2)


async def _changed(stripe: StripeSide, made: Json) -> int:
    """A second change would have made a second invoice."""
    invoices = (await stripe.call("get", "/v1/invoices", customer=made["customer"]))["data"]
    now = await stripe.call("get", f"/v1/subscriptions/{made['subscription']}")
    assert len(invoices) <= 2, "invoiced twice"
    return sum(1 for item in now["items"]["data"] if item["price"]["id"] == made["other"])


async def _cancel(desk: Desk, made: Json) -> Operation:
    service, id_ = desk.services.subscription_ending, made["subscription"]
    ending = Ending(None, refund=Money(500, "jpy"), charge=(await service.offer(id_)).charge)
    return _operation(await service.preview_cancel(id_, ending))


async def _canceled(stripe: StripeSide, made: Json) -> int:
    """Canceled and refunded; canceled alone counts for nothing yet."""
    now = await stripe.call("get", f"/v1/subscriptions/{made['subscription']}")
    charges = (await stripe.call("get", "/v1/charges", customer=made["customer"]))["data"]
    back = sum(charge["amount_refunded"] for charge in charges)
    assert back in (0, 500), "refunded twice"
    return int(now["status"] == "canceled" and back == 500)


async def _only_mark(_: StripeSide, mark: str) -> Json:
    return {"mark": mark}


async def _plan(desk: Desk, made: Json, *, as_plan: bool) -> Operation:
    product = NewProduct(name=f"Product of {made['mark']}")
    new = NewPrice(as_plan, f"id-{made['mark']}", product, made["mark"], "jpy", Decimal(PLAN))
    return (await desk.services.new_plans.preview_create(new)).operation


async def _named(path: str, name: str, stripe: StripeSide, made: Json) -> int:
    rows = (await stripe.call("get", path, limit="100"))["data"]
    products = (await stripe.call("get", "/v1/products", limit="100"))["data"]
    assert sum(product["name"] == f"Product of {made['mark']}" for product in products) <= 1, "two products"
    return sum(1 for row in rows if row[name] == made["mark"])


async def _coupon(desk: Desk, made: Json) -> Operation:
    return (await desk.services.coupons.preview_create(NewCoupon("", made["mark"], Decimal(10), None))).operation


def _subscribing(way: FeeWay) -> Write:
    plan: Callable[[Desk, Json], Coroutine[Any, Any, Operation]] = partial(_subscribe, way)
    return Write(_seller, plan, partial(_subscribed, way))


async def _webhook(stripe: StripeSide, mark: str) -> Json:
    endpoint = {"url": f"https://example.jp/{mark}", "enabled_events[0]": "*"}
    return {"mark": mark, "endpoint": (await stripe.call("post", "/v1/webhook_endpoints", **endpoint))["id"]}


async def _roll(desk: Desk, made: Json) -> Operation:
    webhooks = desk.services.webhooks
    return (await webhooks.preview_roll(made["endpoint"], "webhook_endpoint", disable_old=True)).operation


async def _rolled(stripe: StripeSide, made: Json) -> int:
    """One new endpoint, and the old one disabled; one without the other counts for nothing yet."""
    rows = (await stripe.call("get", "/v1/webhook_endpoints", limit="100"))["data"]
    mine = {row["id"]: row["status"] for row in rows if row["url"].endswith(f"/{made['mark']}")}
    assert len(mine) <= 2, "two new endpoints"
    return int(len(mine) == 2 and mine[made["endpoint"]] == "disabled")


SELLING: dict[str, Write] = {
    "subscribe": _subscribing(FeeWay.NONE),
    "subscribe_and_charge": _subscribing(FeeWay.CHARGE),
    "subscribe_and_invoice": _subscribing(FeeWay.INVOICE),
    "subscribe_with_fee": _subscribing(FeeWay.NEXT),
    "fee": Write(subscriber, _fee, _fees),
    "change_now": Write(_two_plans, partial(_change, When.NOW), _changed),
    "change_at_renewal": Write(_two_plans, partial(_change, When.RENEWAL), _planned),
    "cancel_and_refund": Write(subscriber, _cancel, _canceled),
    "plan": Write(_only_mark, partial(_plan, as_plan=True), partial(_named, "/v1/plans", "nickname")),
    "price": Write(_only_mark, partial(_plan, as_plan=False), partial(_named, "/v1/prices", "nickname")),
    "webhook_roll": Write(_webhook, _roll, _rolled),
    "coupon": Write(_only_mark, _coupon, partial(_named, "/v1/coupons", "name")),
}
