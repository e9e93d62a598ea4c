"""How subscriptions run in the simulator: cycles, trials, prorations, arrears, pauses, ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from billing_desk.simulator.state.saved import dump

from ..simulated import DAY, NOW, Asked
from .simulator_cases import HOUR, now_of, statuses
from .test_simulator_money import all_sums_hold


@pytest.fixture
def asked() -> Asked:
    return Asked()


def test_a_cycle_drafts_waits_an_hour_and_is_paid(asked: Asked) -> None:
    """C10."""
    subscription = asked.subscribe(asked.customer(), asked.price(980))
    assert statuses(asked, subscription) == [("paid", 980, "subscription_create")]
    asked.advance(now_of(asked, subscription)["items"]["data"][0]["current_period_end"] - NOW)
    draft = asked.invoices(subscription=subscription["id"])[-1]
    assert (draft["status"], draft["attempted"], draft["number"]) == ("draft", False, None)
    assert draft["automatically_finalizes_at"] == draft["created"] + HOUR
    asked.advance(HOUR - 1)
    assert statuses(asked, subscription)[-1][0] == "draft"
    asked.advance(1)
    assert statuses(asked, subscription)[-1] == ("paid", 980, "subscription_cycle")
    types = [event["type"] for event in asked.get("/v1/events", limit=100)["data"]]
    for type_ in ("invoice.created", "invoice.finalized", "charge.succeeded", "invoice.paid", "invoice_payment.paid"):
        assert type_ in types


def test_a_monthly_anchor_on_the_31st_does_not_drift() -> None:
    asked = Asked(now=1_801_353_600)  # 2027-01-31
    subscription = asked.subscribe(asked.customer(), asked.price())
    asked.advance(120 * DAY)
    days = [i["created"] for i in asked.invoices(subscription=subscription["id"])]
    assert [days[n + 1] - days[n] for n in range(3)] == [28 * DAY, 31 * DAY, 30 * DAY]


@pytest.mark.parametrize(
    ("behavior", "now", "later"),
    [("create_prorations", None, 4_333), ("always_invoice", 1_333, 3_000), ("none", None, 3_000)],
)
def test_prorations_to_the_second(asked: Asked, behavior: str, now: int | None, later: int) -> None:
    """1,000 a month, after 10 of 30 days 3,000: back 666.67, on top 2,000."""
    subscription = asked.subscribe(asked.customer(), asked.price(1_000))
    item, dear = subscription["items"]["data"][0]["id"], asked.price(3_000)
    asked.advance(10 * DAY)
    entry = {"id": item, "price": dear["id"]}
    asked.post(f"/v1/subscriptions/{subscription['id']}", items=[entry], proration_behavior=behavior)
    made = asked.invoices(subscription=subscription["id"])[1:]
    assert [i["total"] for i in made] == ([now] if now else [])
    asked.advance(20 * DAY + HOUR)
    last = asked.invoices(subscription=subscription["id"])[-1]
    assert last["total"] == later
    if behavior == "create_prorations":
        amounts = sorted(line["amount"] for line in last["lines"]["data"])
        assert amounts == [-667, 2_000, 3_000]
        prorated = [line["parent"]["invoice_item_details"]["proration"] for line in last["lines"]["data"][1:]]
        assert prorated == [True, True]


def test_a_second_matters(asked: Asked) -> None:
    subscription = asked.subscribe(asked.customer(), asked.price(2_592_000))  # one yen a second for 30 days
    item = subscription["items"]["data"][0]["id"]
    asked.advance(12_345)
    asked.post(f"/v1/subscriptions/{subscription['id']}", items=[{"id": item, "quantity": 2}])
    waiting = asked.get("/v1/invoiceitems", pending=True)["data"]
    assert sorted(entry["amount"] for entry in waiting) == [-(2_592_000 - 12_345), 2 * (2_592_000 - 12_345)]


def test_the_first_of_the_month_three_ways(asked: Asked) -> None:
    """C7."""
    first = NOW + 10 * DAY  # 2026-12-01, of a month that began 20 days ago
    customer, price = asked.customer(), asked.price(3_000)
    prorated = asked.subscribe(
        customer, price, billing_cycle_anchor_config={"day_of_month": 1, "hour": 0, "minute": 0, "second": 0}
    )
    assert prorated["items"]["data"][0]["current_period_end"] == first
    assert statuses(asked, prorated) == [("paid", 1_000, "subscription_create")]
    free = asked.subscribe(customer, price, billing_cycle_anchor=first, proration_behavior="none")
    assert (free["status"], statuses(asked, free)) == ("active", [("paid", 0, "subscription_create")])
    trial = asked.subscribe(customer, price, trial_end=first)
    assert (trial["status"], trial["billing_cycle_anchor"]) == ("trialing", first)
    asked.advance(10 * DAY + HOUR)
    for subscription in (prorated, free, trial):
        assert statuses(asked, subscription)[-1] == ("paid", 3_000, "subscription_cycle")
        assert now_of(asked, subscription)["status"] == "active"


def test_a_setup_fee_comes_with_the_next_invoice(asked: Asked) -> None:
    """C6: ¥100 plan + ¥5,000 item = one ¥5,100 invoice."""
    customer = asked.customer()
    subscription = asked.subscribe(customer, asked.price(100))
    own = {"customer": customer["id"], "subscription": subscription["id"]}
    asked.post("/v1/invoiceitems", **own, amount=5_000, currency="jpy", description="Setup fee")
    asked.advance(31 * DAY)
    assert [s[:2] for s in statuses(asked, subscription)] == [("paid", 100), ("paid", 5_100)]
    product = asked.post("/v1/products", name="Setup")["id"]
    extra = [{"price_data": {"currency": "jpy", "product": product, "unit_amount": 5_000}}]
    at_once = asked.subscribe(customer, asked.price(100), add_invoice_items=extra)
    assert statuses(asked, at_once) == [("paid", 5_100, "subscription_create")]


@pytest.mark.parametrize(
    ("behavior", "status"), [("keep_as_draft", "draft"), ("void", "void"), ("mark_uncollectible", "uncollectible")]
)
def test_collection_paused_and_resumed(asked: Asked, behavior: str, status: str) -> None:
    subscription = asked.subscribe(asked.customer(), asked.price())
    paused = {"behavior": behavior, "resumes_at": NOW + 40 * DAY}
    asked.post(f"/v1/subscriptions/{subscription['id']}", pause_collection=paused)
    asked.advance(35 * DAY)
    assert statuses(asked, subscription)[-1][0] == status
    assert now_of(asked, subscription)["status"] == "active"
    asked.advance(30 * DAY)
    assert now_of(asked, subscription)["pause_collection"] is None
    assert statuses(asked, subscription)[-1][0] == "paid"


def test_paused_whole_and_resumed(asked: Asked) -> None:
    subscription = asked.subscribe(asked.customer(), asked.price(3_000))
    path = f"/v1/subscriptions/{subscription['id']}"
    asked.advance(10 * DAY)
    asked.post(f"{path}/pause", type="subscription", bill_for={"unused_time_from": {"type": "now"}})
    asked.advance(60 * DAY)
    assert now_of(asked, subscription)["status"] == "paused"
    assert len(asked.invoices(subscription=subscription["id"])) == 1
    resumed = asked.post(f"{path}/resume", billing_cycle_anchor={"type": "now"})
    assert (resumed["status"], resumed["billing_cycle_anchor"]) == ("active", asked.clock.now())
    assert statuses(asked, subscription)[-1][:2] == ("paid", 1_000)  # 3,000 less the unused 20 of 30 days


@pytest.mark.parametrize(
    ("behavior", "status"), [("cancel", "canceled"), ("pause", "paused"), ("create_invoice", "past_due")]
)
def test_a_trial_that_ends_without_a_card(asked: Asked, behavior: str, status: str) -> None:
    settings = {"end_behavior": {"missing_payment_method": behavior}}
    subscription = asked.subscribe(asked.customer(None), asked.price(), trial_period_days=7, trial_settings=settings)
    asked.advance(4 * DAY)
    types = [event["type"] for event in asked.get("/v1/events", limit=5)["data"]]
    assert "customer.subscription.trial_will_end" in types
    asked.advance(3 * DAY + HOUR)
    assert now_of(asked, subscription)["status"] == status


def test_the_end_of_the_period_and_the_end_now(asked: Asked) -> None:
    subscription = asked.subscribe(asked.customer(), asked.price())
    path = f"/v1/subscriptions/{subscription['id']}"
    ending = asked.post(path, cancel_at_period_end=True)
    assert ending["cancel_at"] == ending["items"]["data"][0]["current_period_end"]
    assert ending["cancellation_details"]["reason"] == "cancellation_requested"
    asked.post(path, cancel_at_period_end=False)
    asked.post(path, cancel_at_period_end=True)
    asked.advance(30 * DAY)
    assert now_of(asked, subscription)["status"] == "canceled"
    assert len(asked.invoices(subscription=subscription["id"])) == 1
    other = asked.subscribe(asked.customer(), asked.price(3_000))
    asked.advance(10 * DAY)
    asked.delete(f"/v1/subscriptions/{other['id']}", prorate=True, invoice_now=True)
    assert asked.invoices(subscription=other["id"])[-1]["total"] == -2_032  # 21 of 31 days
    assert asked.get(f"/v1/customers/{other['customer']}")["balance"] == -2_032


def test_metered_usage_is_billed_behind_and_tiers_count(asked: Asked) -> None:
    meter = asked.post(
        "/v1/billing/meters", display_name="Calls", event_name="calls", default_aggregation={"formula": "sum"}
    )
    tiers = [{"up_to": 100, "unit_amount": 2}, {"up_to": "inf", "unit_amount": 1}]
    usage = {"usage_type": "metered", "meter": meter["id"]}
    price = asked.price(0, recurring=usage, billing_scheme="tiered", tiers_mode="graduated", tiers=tiers)
    customer = asked.customer()
    subscription = asked.subscribe(customer, price)
    assert statuses(asked, subscription) == [("paid", 0, "subscription_create")]
    for number, value in enumerate(("150", "80", "-30")):
        payload = {"stripe_customer_id": customer["id"], "value": value}
        asked.post("/v1/billing/meter_events", event_name="calls", payload=payload, identifier=f"e{number}")
    asked.advance(30 * DAY + HOUR)
    assert statuses(asked, subscription)[-1] == ("paid", 100 * 2 + 100 * 1, "subscription_cycle")


def test_discounts_once_repeating_forever(asked: Asked) -> None:
    totals = {}
    kinds: dict[str, dict[str, Any]] = {
        "once": {"duration": "once"},
        "twice": {"duration": "repeating", "duration_in_months": 2},
        "always": {"duration": "forever"},
    }
    for name, values in kinds.items():
        coupon = asked.post("/v1/coupons", percent_off=25, **values)["id"]
        totals[name] = asked.subscribe(asked.customer(), asked.price(1_000), discounts=[{"coupon": coupon}])
    asked.advance(95 * DAY)
    found = {name: [i["total"] for i in asked.invoices(subscription=s["id"])] for name, s in totals.items()}
    assert found["once"] == [750, 1_000, 1_000, 1_000]
    assert found["twice"] == [750, 750, 1_000, 1_000]
    assert found["always"] == [750, 750, 750, 750]
    code = asked.post("/v1/promotion_codes", promotion={"type": "coupon", "coupon": coupon}, max_redemptions=1)["id"]
    asked.subscribe(asked.customer(), asked.price(), discounts=[{"promotion_code": code}])
    items = {"items": [{"price": asked.price()["id"]}], "discounts": [{"promotion_code": code}]}
    assert asked.refused("POST", "/v1/subscriptions", customer=asked.customer()["id"], **items)["status"] == 400


def test_items_of_different_intervals_keep_their_own_cycles(asked: Asked) -> None:
    subscription = asked.subscribe(asked.customer(), asked.price(100, "week"), asked.price(1_000))
    asked.advance(30 * DAY + HOUR)
    totals = [i["total"] for i in asked.invoices(subscription=subscription["id"])]
    assert totals == [1_100, 100, 100, 100, 100, 1_000]


def test_a_year_of_the_account_goes_by_and_every_sum_holds(asked: Asked) -> None:
    """F15."""
    for card in ("pm_card_visa", "pm_card_chargeCustomerFail", "pm_card_mastercard_debit"):
        asked.subscribe(asked.customer(card), asked.price(980), trial_period_days=3)
    asked.advance(365 * DAY)
    all_sums_hold(asked)
    paid = [i for i in asked.state.all("invoice") if i["status"] == "paid" and i["total"]]
    assert len(paid) == 2 * 12


_verbs = st.sampled_from(["advance", "change", "decline", "invoice", "nonsense", "pause", "preview", "subscribe"])


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 99), st.lists(_verbs, max_size=8))
def test_the_same_requests_make_the_same_state(seed: int, verbs: list[str]) -> None:
    """A log of requests, played twice against the same seed and clock, leaves the same account, ids and all."""

    def play() -> str:
        asked = Asked(seed=seed)
        customer, price = asked.customer(email="again@example.jp"), asked.price()
        subscription = asked.subscribe(customer, price)
        path, item = f"/v1/subscriptions/{subscription['id']}", subscription["items"]["data"][0]["id"]
        paying = {"amount": 500, "currency": "jpy", "confirm": True, "payment_method": "pm_card_chargeDeclined"}
        own = {"customer": customer["id"]}
        acts: dict[str, Callable[[], object]] = {
            "advance": lambda: asked.advance(17 * DAY),
            "change": lambda: asked.answer("POST", path, {"items": [{"id": item, "quantity": 4}]}),
            "decline": lambda: asked.answer("POST", "/v1/payment_intents", paying),
            "invoice": lambda: asked.answer("POST", "/v1/invoiceitems", {**own, "amount": 70, "currency": "jpy"}),
            "nonsense": lambda: asked.answer("POST", "/v1/customers", {"nonsense": "x"}),
            "pause": lambda: asked.answer("POST", f"{path}/pause", {"type": "subscription"}),
            "preview": lambda: asked.answer(
                "POST", "/v1/invoices/create_preview", {"subscription": subscription["id"]}
            ),
            "subscribe": lambda: asked.subscribe(customer, price),
        }
        for verb in verbs:
            acts[verb]()
        return json.dumps(json.loads(dump(asked.state)), sort_keys=True)

    assert play() == play()
