"""Money in the simulator: nothing is lost or made, previews come true, and calendars do not drift."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from billing_desk.simulator.billing.metering.money import rounded, shared
from billing_desk.simulator.billing.metering.pricing import full_amount
from billing_desk.simulator.billing.subscriptions.periods import anchor_from, boundary_after, period_at, step

from ..simulated import DAY, Asked, Refused

_times = st.integers(1_600_000_000, 1_900_000_000)
_interval = st.sampled_from(["day", "week", "month", "year"])


def moment(*parts: int) -> int:
    return int(datetime(*parts, tzinfo=UTC).timestamp())  # type: ignore[misc, arg-type]


def test_the_31st_comes_back_after_february() -> None:
    start = moment(2026, 1, 31, 9)
    found = [datetime.fromtimestamp(step(start, "month", 1, n), UTC).day for n in range(4)]
    assert found == [31, 28, 31, 30]
    leap = moment(2024, 2, 29)
    assert step(leap, "year", 1, 1) == moment(2025, 2, 28)
    assert step(leap, "year", 1, 4) == moment(2028, 2, 29)


def test_a_configured_anchor_means_its_day_even_when_the_first_month_is_short() -> None:
    anchor = anchor_from({"day_of_month": 31, "hour": 15, "minute": 0, "second": 0}, moment(2026, 2, 10), yearly=False)
    assert anchor == moment(2026, 2, 28, 15)
    assert boundary_after(anchor, "month", 1, anchor, 31) == moment(2026, 3, 31, 15)
    assert anchor_from({"day_of_month": 1, "month": 1}, moment(2026, 2, 10), yearly=True) == moment(2027, 1, 1)


@given(_times, _interval, st.integers(1, 5), st.integers(0, 40))
def test_periods_follow_each_other_without_gaps(anchor: int, interval: str, count: int, times: int) -> None:
    inside = step(anchor, interval, count, times) + 1
    start, end = period_at(anchor, interval, count, inside)
    assert start <= inside < end
    assert (start, end) == (step(anchor, interval, count, times), step(anchor, interval, count, times + 1))
    assert boundary_after(anchor, interval, count, inside) == end
    assert boundary_after(anchor, interval, count, anchor - 1) == anchor


@given(st.integers(-(10**9), 10**9), st.lists(st.integers(0, 10**6), min_size=1, max_size=9))
def test_a_shared_amount_adds_up(amount: int, weights: list[int]) -> None:
    parts = shared(amount, weights)
    assert sum(parts) == (amount if sum(weights) else 0)
    assert all(part == 0 for part, weight in zip(parts, weights, strict=True) if weight == 0)


_tier_prices = st.lists(st.integers(0, 900), min_size=1, max_size=4)


@given(_tier_prices, st.lists(st.integers(1, 50), min_size=3, max_size=3), st.integers(0, 300))
def test_graduated_tiers_cost_what_unit_by_unit_counting_says(prices: list[int], widths: list[int], sold: int) -> None:
    bounds, upto = [], 0
    for width in widths[: len(prices) - 1]:
        upto += width
        bounds.append(upto)
    tiers = [
        {"up_to": bound, "unit_amount_decimal": str(price), "flat_amount_decimal": None}
        for bound, price in zip([*bounds, None], prices, strict=True)
    ]
    expected = 0
    for unit in range(1, sold + 1):
        expected += next(p for b, p in zip([*bounds, None], prices, strict=True) if b is None or unit <= b)
    price: dict[str, Any] = {"billing_scheme": "tiered", "tiers_mode": "graduated"}
    assert full_amount(price, tiers, sold) == expected
    volume = next(p for b, p in zip([*bounds, None], prices, strict=True) if b is None or sold <= b)
    assert full_amount({**price, "tiers_mode": "volume"}, tiers, sold) == volume * sold


def sums_hold(invoice: dict[str, Any]) -> None:
    """Total = lines − discounts + exclusive tax; due = paid + remaining + credited."""
    lines = sum(line["amount"] for line in invoice["lines"]["data"])
    off = sum(d["amount"] for line in invoice["lines"]["data"] for d in line["discount_amounts"])
    tax = sum(t["amount"] for t in invoice["total_taxes"] if t["tax_behavior"] == "exclusive")
    assert invoice["subtotal"] == lines
    assert invoice["total"] == lines - off + tax
    assert off == sum(d["amount"] for d in invoice["total_discount_amounts"])
    assert all(
        0 <= d["amount"] <= line["amount"] for line in invoice["lines"]["data"] for d in line["discount_amounts"]
    )
    if invoice["status"] != "draft":
        credited = invoice["pre_payment_credit_notes_amount"]
        assert invoice["amount_due"] == invoice["amount_paid"] + invoice["amount_remaining"] + credited
        used = invoice["starting_balance"] + invoice["total"] - invoice["amount_due"]
        assert invoice["ending_balance"] == used


def all_sums_hold(asked: Asked) -> None:
    for invoice in asked.state.all("invoice"):
        sums_hold(invoice)
    for charge in asked.state.all("charge"):
        assert 0 <= charge["amount_refunded"] <= charge["amount_captured"]
    for customer in asked.state.all("customer"):
        moved = asked.state.of("customer_balance_transaction", "customer", customer["id"])
        assert customer["balance"] == sum(t["amount"] for t in moved)
    held, net = asked.get("/v1/balance"), sum(t["net"] for t in asked.state.all("balance_transaction"))
    assert sum(each["amount"] for part in ("available", "pending") for each in held[part]) == net


_coupon = st.one_of(
    st.none(),
    st.builds(lambda share: {"percent_off": share}, st.sampled_from(["10", "33.3", "100"])),
    st.builds(lambda amount: {"amount_off": amount, "currency": "jpy"}, st.integers(1, 5_000)),
)
_duration = st.sampled_from(
    [{"duration": "once"}, {"duration": "forever"}, {"duration": "repeating", "duration_in_months": 2}]
)


@settings(max_examples=25, deadline=None)
@given(
    st.integers(1, 9_999),
    st.integers(1, 7),
    _coupon,
    _duration,
    st.sampled_from([None, ("10", False), ("8.25", True)]),
    st.integers(-4_000, 0),
    st.lists(st.tuples(st.integers(1, 25), st.integers(1, 9)), max_size=3),
)
def test_a_subscription_keeps_its_sums(
    amount: int,
    quantity: int,
    coupon: dict[str, Any] | None,
    duration: dict[str, Any],
    tax: tuple[str, bool] | None,
    credit: int,
    changes: list[tuple[int, int]],
) -> None:
    asked = Asked()
    customer = asked.customer()
    if credit:
        path = f"/v1/customers/{customer['id']}/balance_transactions"
        asked.post(path, amount=credit, currency="jpy")
    values: dict[str, Any] = {"items": [{"price": asked.price(amount)["id"], "quantity": quantity}]}
    if coupon:
        values["discounts"] = [{"coupon": asked.post("/v1/coupons", **coupon, **duration)["id"]}]
    if tax:
        rate = asked.post("/v1/tax_rates", display_name="Tax", percentage=tax[0], inclusive=tax[1])
        values["default_tax_rates"] = [rate["id"]]
    subscription = asked.subscribe(customer, **values)
    item = subscription["items"]["data"][0]["id"]
    for days, wanted in changes:
        asked.advance(days * DAY)
        asked.post(f"/v1/subscriptions/{subscription['id']}", items=[{"id": item, "quantity": wanted}])
    asked.advance(70 * DAY)
    all_sums_hold(asked)


_proration = st.sampled_from(["create_prorations", "always_invoice", "none"])
_change = st.fixed_dictionaries(
    {"days": st.integers(0, 27), "seconds": st.integers(0, 86_399)},
    optional={
        "quantity": st.integers(1, 9),
        "price": st.sampled_from(["month", "year", "dear", "tiered"]),
        "anchor": st.just("now"),
        "trial": st.integers(1, 20),
        "behavior": _proration,
    },
)


def _prices(asked: Asked) -> dict[str, str]:
    tiers = [{"up_to": 3, "unit_amount": 700}, {"up_to": "inf", "unit_amount": 450, "flat_amount": 90}]
    tiered = asked.price(0, billing_scheme="tiered", tiers_mode="graduated", tiers=tiers)
    made = {"month": asked.price(1_000), "year": asked.price(9_800, "year"), "dear": asked.price(3_333)}
    return {**{name: price["id"] for name, price in made.items()}, "tiered": tiered["id"]}


def _told(invoice: dict[str, Any]) -> Any:
    lines = [
        (line["amount"], line["description"], line["period"], line["quantity"]) for line in invoice["lines"]["data"]
    ]
    return sorted(lines, key=str), invoice["total"], invoice["amount_due"], invoice["currency"]


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 5), st.lists(_change, min_size=1, max_size=3), st.integers(-3_000, 0))
def test_a_preview_comes_true_to_the_unit(quantity: int, changes: list[dict[str, Any]], credit: int) -> None:
    asked = Asked()
    customer, prices = asked.customer(), _prices(asked)
    if credit:
        asked.post(f"/v1/customers/{customer['id']}/balance_transactions", amount=credit, currency="jpy")
    items = [{"price": prices["month"], "quantity": quantity}]
    foretold = asked.post("/v1/invoices/create_preview", customer=customer["id"], subscription_details={"items": items})
    subscription = asked.subscribe(customer, items=items)
    id_, item = subscription["id"], subscription["items"]["data"][0]["id"]
    assert _told(foretold) == _told(asked.get(f"/v1/invoices/{subscription['latest_invoice']}"))
    for change in changes:
        # Past the hour in which a renewal is a draft: what it will credit is not in the balance yet, at Stripe neither.
        asked.advance(change["days"] * DAY + change["seconds"] + 2 * 3_600)
        wanted = _wanted(change, item, prices, asked.clock.now())
        before = asked.get(f"/v1/subscriptions/{id_}")["latest_invoice"]
        try:
            foretold = asked.post("/v1/invoices/create_preview", subscription=id_, subscription_details=wanted)
        except Refused as refusal:
            with pytest.raises(Refused, match=re.escape(refusal.error["message"][:40])):
                asked.post(f"/v1/subscriptions/{id_}", **wanted)
            continue
        asked.post(f"/v1/subscriptions/{id_}", **wanted)
        after = asked.get(f"/v1/subscriptions/{id_}")
        if after["latest_invoice"] == before:
            ends = min(entry["current_period_end"] for entry in after["items"]["data"])
            asked.advance(ends - asked.clock.now())
            after = asked.get(f"/v1/subscriptions/{id_}")
        assert _told(foretold) == _told(asked.get(f"/v1/invoices/{after['latest_invoice']}"))
    all_sums_hold(asked)


def _wanted(change: dict[str, Any], item: str, prices: dict[str, str], now: int) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": item}
    if "quantity" in change:
        entry["quantity"] = change["quantity"]
    if "price" in change:
        entry["price"] = prices[change["price"]]
    wanted: dict[str, Any] = {"items": [entry], "proration_behavior": change.get("behavior", "create_prorations")}
    if "trial" in change:
        wanted["trial_end"] = now + change["trial"] * DAY
    elif "anchor" in change:
        wanted["billing_cycle_anchor"] = {"type": "now"}
    return wanted


@settings(max_examples=30, deadline=None)
@given(
    st.integers(50, 30_000), st.lists(st.tuples(st.sampled_from(["refund", "note"]), st.integers(1, 9_000)), max_size=6)
)
def test_no_more_goes_back_than_came_in(amount: int, steps: list[tuple[str, int]]) -> None:
    asked = Asked()
    customer = asked.customer()
    invoice = asked.post("/v1/invoices", customer=customer["id"], currency="jpy")
    asked.post("/v1/invoiceitems", customer=customer["id"], invoice=invoice["id"], amount=amount, currency="jpy")
    asked.post(f"/v1/invoices/{invoice['id']}/pay")
    intent = asked.get("/v1/invoice_payments", invoice=invoice["id"])["data"][0]["payment"]["payment_intent"]
    left = amount
    for kind, wanted in steps:
        path = "/v1/refunds" if kind == "refund" else "/v1/credit_notes"
        params = {"payment_intent": intent, "amount": wanted}
        if kind == "note":
            params = {"invoice": invoice["id"], "amount": wanted, "refund_amount": wanted}
        if wanted <= left:
            asked.post(path, **params)
            left -= wanted
        else:
            asked.refused("POST", path, **params)
    charge = next(asked.state.all("charge"))
    assert charge["amount_captured"] - charge["amount_refunded"] == left
    asked.advance(5 * DAY)
    fee = asked.get(f"/v1/balance_transactions/{charge['balance_transaction']}")["fee"]
    assert asked.get("/v1/balance")["available"][0]["amount"] == left - fee
    all_sums_hold(asked)


def test_half_a_unit_is_rounded_away_from_zero() -> None:
    assert [rounded(Fraction(n, 2)) for n in (1, -1, 3, -3)] == [1, -1, 2, -2]
    assert [rounded(Decimal(text)) for text in ("0.5", "-0.5", "2.4")] == [1, -1, 2]
