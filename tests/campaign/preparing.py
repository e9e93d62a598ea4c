"""What actions of the campaign have in common: what they prepare at Stripe, and how effects are counted."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from billing_desk.desk import Desk
from billing_desk.domain.writes.operation import Operation

from ..stripe_side import StripeSide

Json = dict[str, Any]
AMOUNT = 700


@dataclass(frozen=True)
class Write:
    """`prepare` makes what it needs at Stripe; `plan` the operation; `effects` how often it took effect there."""

    prepare: Callable[[StripeSide, str], Coroutine[Any, Any, Json]]
    plan: Callable[[Desk, Json], Coroutine[Any, Any, Operation]]
    effects: Callable[[StripeSide, Json], Coroutine[Any, Any, int]]


async def payer(stripe: StripeSide, mark: str) -> Json:
    customer = await stripe.customer(email=f"{mark}@example.jp", name="Before")
    method = await stripe.call("post", "/v1/payment_methods/pm_card_visa/attach", customer=customer)
    default = {"invoice_settings[default_payment_method]": method["id"]}
    await stripe.call("post", f"/v1/customers/{customer}", **default)
    return {"customer": customer, "method": method["id"], "mark": mark}


async def subscriber(stripe: StripeSide, mark: str) -> Json:
    made = await payer(stripe, mark)
    price = {"currency": "jpy", "unit_amount": "980", "recurring[interval]": "month", "product_data[name]": mark}
    made["price"] = (await stripe.call("post", "/v1/prices", **price))["id"]
    items = {"items[0][price]": made["price"]}
    subscription = await stripe.call("post", "/v1/subscriptions", customer=made["customer"], **items)
    return {**made, "subscription": subscription["id"], "item": subscription["items"]["data"][0]["id"]}


def events(type_: str, shows: Callable[[Json], bool]) -> Callable[[StripeSide, Json], Coroutine[Any, Any, int]]:
    """How many events of this type about what was prepared show the change; each write that ran makes one."""

    async def count(stripe: StripeSide, made: Json) -> int:
        found = await stripe.call("get", "/v1/events", type=type_, limit="100")
        ids = set(made.values())
        return sum(
            1 for event in found["data"] if event["data"]["object"]["id"] in ids and shows(event["data"]["object"])
        )

    return count
