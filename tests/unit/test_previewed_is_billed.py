"""What a change was previewed to cost is what is billed: random plans, packs, tiers, coupons and schedules."""

from __future__ import annotations

import random
from typing import Any

import pytest

from billing_desk.domain.objects.subscription import items_of
from billing_desk.domain.writes.subscription_change import ItemEdit, When, item_params, whole_items

from ..simulated import DAY, Asked

CHANGES, SEEDS = 125, 8
"""A thousand changes in all, in parts that run beside each other."""
ANEW = 12
"""Changes in one account: each takes a month, and cards expire."""


def _prices(a: Asked) -> list[dict[str, Any]]:
    flat = [a.price(amount) for amount in (980, 2_980, 12_345)]
    half = a.price(0, unit_amount=None, unit_amount_decimal="0.5")
    packs = a.price(1_000, transform_quantity={"divide_by": 100, "round": "up"})
    tiers = [{"up_to": 10, "flat_amount": 500, "unit_amount": 90}, {"up_to": "inf", "unit_amount_decimal": "33.3"}]
    tiered = [a.price(tiers=tiers, billing_scheme="tiered", tiers_mode=mode) for mode in ("graduated", "volume")]
    yearly = a.price(9_800, interval="year")
    return [*flat, half, packs, *tiered, yearly]


def _coupons(a: Asked) -> list[str]:
    terms: list[dict[str, Any]] = [
        {"percent_off": "12.5", "duration": "forever"},
        {"amount_off": 333, "currency": "jpy", "duration": "forever"},
        {"percent_off": "50", "duration": "repeating", "duration_in_months": 6},
    ]
    return ["", "", *(str(a.post("/v1/coupons", **each)["id"]) for each in terms)]


def _renew(a: Asked, subscription: dict[str, Any]) -> dict[str, Any]:
    """Advance to just after the end of the period; the invoice of the renewal."""
    now = a.get(f"/v1/subscriptions/{subscription['id']}")
    end = min(item["current_period_end"] for item in now["items"]["data"])
    a.advance(end - a.clock.now() + 7_300)
    return a.invoices(subscription=subscription["id"])[-1]


def _change(a: Asked, drawn: random.Random, prices: list[dict[str, Any]], coupons: list[str]) -> tuple[int, int]:
    """One subscription and one change of it; what was previewed and what was billed."""
    monthly = [price for price in prices if price["recurring"]["interval"] == "month"]
    coupon = drawn.choice(coupons)
    discounts = {"discounts": [{"coupon": coupon}]} if coupon else {}
    quantity = drawn.randrange(1, 400)
    made = a.post(
        "/v1/subscriptions",
        customer=a.customer()["id"],
        items=[{"price": drawn.choice(monthly)["id"], "quantity": quantity}],
        **discounts,
    )
    a.advance(drawn.randrange(0, 27) * DAY + drawn.randrange(0, DAY))
    items = items_of(made)
    when = drawn.choice(list(When))
    new = drawn.choice([price["id"] for price in prices] + [items[0].price.id] * 3)
    after = [ItemEdit(items[0].id, new, drawn.randrange(1, 400))]
    if not item_params(items, after):
        after = [ItemEdit(items[0].id, new, quantity + 1)]
    if when is When.RENEWAL:
        return _at_renewal(a, made, after)
    at = a.clock.now()
    details = {"items": item_params(items, after), "proration_behavior": when.proration, "proration_date": at}
    shown = a.post("/v1/invoices/create_preview", subscription=made["id"], subscription_details=details)
    before = made["latest_invoice"]
    changed = a.post(f"/v1/subscriptions/{made['id']}", **details)
    if changed["latest_invoice"] != before:  # invoiced at once: asked for, or because a new cycle begins
        return shown["total"], a.get(f"/v1/invoices/{changed['latest_invoice']}")["total"]
    return shown["total"], _renew(a, made)["total"]


def _at_renewal(a: Asked, made: dict[str, Any], after: list[ItemEdit]) -> tuple[int, int]:
    given = {"discounts": [{"discount": id_} for id_ in made["discounts"]]} if made["discounts"] else {}
    end = made["items"]["data"][0]["current_period_end"]
    shown = a.post(
        "/v1/invoices/create_preview",
        customer=made["customer"],
        preview_mode="recurring",
        subscription_details={"items": whole_items(after), "start_date": end},
        **given,
    )
    schedule = a.post("/v1/subscription_schedules", from_subscription=made["id"])
    now = schedule["phases"][0]
    held = [{"price": item["price"], "quantity": item["quantity"]} for item in now["items"]]
    price = a.get(f"/v1/prices/{after[0].price}")
    length = {name: price["recurring"][name] for name in ("interval", "interval_count")}
    a.post(
        f"/v1/subscription_schedules/{schedule['id']}",
        phases=[
            {"items": held, "start_date": now["start_date"], "end_date": now["end_date"], **given},
            {"items": whole_items(after), "duration": length, "proration_behavior": "none", **given},
        ],
    )
    return shown["total"], _renew(a, made)["total"]


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_previewed_amount_is_billed(seed: int) -> None:
    """F4, C11, C12: to the unit."""
    drawn = random.Random(seed)
    for number in range(CHANGES):
        if number % ANEW == 0:
            a = Asked(seed=seed + 1)
            prices, coupons = _prices(a), _coupons(a)
        shown, billed = _change(a, drawn, prices, coupons)
        assert shown == billed, (seed, number)
