"""The simulator's subscription schedules, early ends of trials, minimums of codes, and prices of several currencies."""

from __future__ import annotations

from typing import Any

import pytest

from ..simulated import DAY, NOW, Asked, Refused
from .simulator_cases import HOUR, now_of

MONTH = 31 * DAY


def _scheduled(a: Asked, subscription: dict[str, Any], **phase: Any) -> dict[str, Any]:
    """A schedule made from the subscription, with one more phase."""
    made = a.post("/v1/subscription_schedules", from_subscription=subscription["id"])
    now = made["phases"][0]
    kept = {name: now[name] for name in ("start_date", "end_date")}
    entries = [{"price": each["price"], "quantity": each["quantity"]} for each in now["items"]]
    later = {"duration": {"interval": "month", "interval_count": 1}, "proration_behavior": "none", **phase}
    return a.post(f"/v1/subscription_schedules/{made['id']}", phases=[{"items": entries, **kept}, later])


def _types(a: Asked) -> list[str]:
    return [event["type"] for event in a.get("/v1/events", limit=100)["data"]]


def test_the_next_phase_is_billed_at_the_renewal_without_proration() -> None:
    """C11."""
    a = Asked()
    customer, basic, pro = a.customer(), a.price(1_000), a.price(3_000)
    subscription = a.subscribe(customer, basic)
    schedule = _scheduled(a, subscription, items=[{"price": pro["id"], "quantity": 2}])
    assert (schedule["status"], schedule["end_behavior"]) == ("active", "release")
    assert {"subscription_schedule.created", "subscription_schedule.updated"} <= set(_types(a))
    assert now_of(a, subscription)["schedule"] == schedule["id"]
    end = subscription["items"]["data"][0]["current_period_end"]
    a.advance(end - NOW + 2 * HOUR)
    after = now_of(a, subscription)
    assert [(item["price"]["id"], item["quantity"]) for item in after["items"]["data"]] == [(pro["id"], 2)]
    renewal = a.invoices(subscription=subscription["id"])[-1]
    assert (renewal["total"], renewal["billing_reason"], renewal["status"]) == (6_000, "subscription_cycle", "paid")
    assert [line["parent"]["subscription_item_details"]["proration"] for line in renewal["lines"]["data"]] == [False]
    a.advance(MONTH)
    assert now_of(a, subscription)["schedule"] is None
    assert a.get(f"/v1/subscription_schedules/{schedule['id']}")["status"] == "released"
    assert "subscription_schedule.released" in _types(a)


def test_another_interval_at_the_renewal_begins_a_new_cycle() -> None:
    """C11."""
    a = Asked()
    customer, basic, yearly = a.customer(), a.price(1_000), a.price(10_000, interval="year")
    subscription = a.subscribe(customer, basic)
    _scheduled(a, subscription, items=[{"price": yearly["id"]}], duration={"interval": "year", "interval_count": 1})
    end = subscription["items"]["data"][0]["current_period_end"]
    a.advance(end - NOW + 2 * HOUR)
    item = now_of(a, subscription)["items"]["data"][0]
    assert (item["price"]["id"], item["current_period_start"]) == (yearly["id"], end)
    assert item["current_period_end"] - end == 365 * DAY
    assert [i["total"] for i in a.invoices(subscription=subscription["id"])] == [1_000, 10_000]


def test_a_released_schedule_changes_nothing() -> None:
    """C11: canceling a planned change."""
    a = Asked()
    customer, basic, pro = a.customer(), a.price(1_000), a.price(3_000)
    subscription = a.subscribe(customer, basic)
    schedule = _scheduled(a, subscription, items=[{"price": pro["id"]}])
    released = a.post(f"/v1/subscription_schedules/{schedule['id']}/release")
    assert (released["status"], released["released_subscription"]) == ("released", subscription["id"])
    a.advance(MONTH)
    assert [i["total"] for i in a.invoices(subscription=subscription["id"])] == [1_000, 1_000]


def test_a_managed_subscription_is_not_canceled_directly_at_period_end() -> None:
    """C11."""
    a = Asked()
    subscription = a.subscribe(a.customer(), a.price(1_000))
    schedule = _scheduled(a, subscription, items=[{"price": a.price(3_000)["id"]}])
    with pytest.raises(Refused, match="managed by the subscription schedule"):
        a.post(f"/v1/subscriptions/{subscription['id']}", cancel_at_period_end=True)
    a.delete(f"/v1/subscriptions/{subscription['id']}")
    assert a.get(f"/v1/subscription_schedules/{schedule['id']}")["status"] == "canceled"


def test_a_schedule_begins_later_and_ends_with_a_cancellation() -> None:
    """C11."""
    a = Asked()
    customer, price = a.customer(), a.price(1_000)
    made = a.post(
        "/v1/subscription_schedules",
        customer=customer["id"],
        start_date=NOW + 5 * DAY,
        end_behavior="cancel",
        phases=[{"items": [{"price": price["id"]}], "duration": {"interval": "month", "interval_count": 2}}],
    )
    assert (made["status"], made["subscription"]) == ("not_started", None)
    a.advance(6 * DAY)
    begun = a.get(f"/v1/subscription_schedules/{made['id']}")
    subscription = a.get(f"/v1/subscriptions/{begun['subscription']}")
    assert (begun["status"], subscription["status"], subscription["schedule"]) == ("active", "active", made["id"])
    for _ in range(3):
        a.advance(25 * DAY)
    assert now_of(a, subscription)["status"] == "canceled"
    assert a.get(f"/v1/subscription_schedules/{made['id']}")["status"] == "completed"
    assert [i["total"] for i in a.invoices(subscription=subscription["id"])] == [1_000, 1_000]


@pytest.mark.parametrize(
    ("behavior", "status", "invoices"), [("pause", "paused", 1), ("cancel", "canceled", 1), ("create_invoice", "", 2)]
)
def test_a_trial_ended_early_without_a_card_obeys_its_settings(behavior: str, status: str, invoices: int) -> None:
    a = Asked()
    customer, price = a.customer(None), a.price(1_000)
    settings = {"end_behavior": {"missing_payment_method": behavior}}
    subscription = a.subscribe(customer, price, trial_period_days=10, trial_settings=settings)
    assert "customer.subscription.trial_will_end" not in _types(a)
    ended = a.post(f"/v1/subscriptions/{subscription['id']}", trial_end="now")
    assert ended["status"] == (status or "past_due")
    assert len(a.invoices(subscription=subscription["id"])) == invoices
    assert "customer.subscription.trial_will_end" in _types(a)


def test_a_short_trial_is_announced_at_once() -> None:
    a = Asked()
    a.subscribe(a.customer(), a.price(1_000), trial_period_days=2)
    assert "customer.subscription.trial_will_end" in _types(a)


def test_a_code_with_a_minimum_needs_that_amount() -> None:
    """C12."""
    a = Asked()
    coupon = a.post("/v1/coupons", percent_off="10", duration="once")
    code = a.post(
        "/v1/promotion_codes",
        promotion={"type": "coupon", "coupon": coupon["id"]},
        restrictions={"minimum_amount": 2_000, "minimum_amount_currency": "jpy"},
    )
    with pytest.raises(Refused, match="minimum amount"):
        a.subscribe(a.customer(), a.price(1_999), discounts=[{"promotion_code": code["id"]}])
    subscription = a.subscribe(a.customer(), a.price(2_000), discounts=[{"promotion_code": code["id"]}])
    assert a.invoices(subscription=subscription["id"])[0]["total"] == 1_800


def test_a_backdated_subscription_bills_the_time_before() -> None:
    a = Asked()
    subscription = a.subscribe(a.customer(), a.price(3_100), backdate_start_date=NOW - 15 * DAY)
    assert subscription["start_date"] == NOW - 15 * DAY
    lines = a.invoices(subscription=subscription["id"])[0]["lines"]["data"]
    assert [line["amount"] for line in lines] == [1_550, 3_100]
    none = a.subscribe(a.customer(), a.price(3_100), backdate_start_date=NOW - 15 * DAY, proration_behavior="none")
    assert [line["amount"] for line in a.invoices(subscription=none["id"])[0]["lines"]["data"]] == [3_100]


def test_a_price_of_several_currencies_is_billed_in_the_customers_own() -> None:
    """G5."""
    a = Asked()
    price = a.post(
        "/v1/prices",
        currency="usd",
        unit_amount=1_000,
        product=a.price(1)["product"],
        recurring={"interval": "month"},
        currency_options={"jpy": {"unit_amount": 1_500}},
    )
    subscription = a.subscribe(a.customer(), price, currency="jpy")
    assert subscription["currency"] == "jpy"
    (invoice,) = a.invoices(subscription=subscription["id"])
    assert (invoice["total"], invoice["currency"]) == (1_500, "jpy")
    shown = a.get(f"/v1/prices/{price['id']}", expand=["currency_options"])
    assert shown["currency_options"]["jpy"]["unit_amount_decimal"] == "1500"
    with pytest.raises(Refused, match="only supports"):
        a.subscribe(a.customer(), price, currency="eur")


def test_a_preview_of_a_later_start_is_the_bill_of_that_day() -> None:
    """C3: the later bills of a new subscription, without what is billed once."""
    a = Asked()
    customer, price = a.customer(), a.price(1_000)
    a.post("/v1/invoiceitems", customer=customer["id"], amount=70, currency="jpy")
    start = NOW + 40 * DAY
    details = {"items": [{"price": price["id"], "quantity": 3}], "start_date": start}
    asked = {"customer": customer["id"], "subscription_details": details}
    shown = a.post("/v1/invoices/create_preview", **asked, preview_mode="recurring")
    (line,) = shown["lines"]["data"]
    assert (shown["total"], line["period"]["start"], shown["amount_due"]) == (3_000, start, 3_000)
    assert a.post("/v1/invoices/create_preview", **asked)["total"] == 3_070
    assert not a.get("/v1/subscriptions", customer=customer["id"])["data"]
