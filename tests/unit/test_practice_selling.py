"""What the practice account sells: coupons, tiers and packages, and changes of subscriptions, with their renewals."""

from __future__ import annotations

from typing import Any

import pytest

from billing_desk.simulator.accounts.practice import DEMO_KEY, demo_simulator
from billing_desk.simulator.accounts.practice_selling import CODE, LOYAL, OLD_CODE, PACK, SEATS, SPRING
from billing_desk.simulator.state.clock import FrozenClock

from ..contract.sdk_types import object_problems
from ..simulated import DAY, NOW, Asked


def _asked(now: int = NOW + 3_600) -> Asked:
    return Asked(simulator=demo_simulator(FrozenClock(now)), key=DEMO_KEY)


@pytest.fixture(scope="module")
def practice() -> Asked:
    return _asked()


def _subscriptions(a: Asked, **filters: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    while True:
        after = {"starting_after": found[-1]["id"]} if found else {}
        page = a.get("/v1/subscriptions", limit=100, **after, **filters)
        found += page["data"]
        if not page["has_more"]:
            return found


def _items(subscription: dict[str, Any]) -> list[tuple[str, int]]:
    return [(item["price"]["id"], item.get("quantity", 0)) for item in subscription["items"]["data"]]


def test_there_are_coupons_with_an_active_and_an_inactive_code(practice: Asked) -> None:
    coupons = {coupon["id"]: coupon for coupon in practice.get("/v1/coupons")["data"]}
    spring, loyal = coupons[SPRING], coupons[LOYAL]
    assert (spring["percent_off"], spring["duration"], spring["duration_in_months"]) == (25, "repeating", 3)
    assert spring["name"] == "Spring 2026"
    assert (loyal["amount_off"], loyal["currency"], loyal["duration"]) == (100, "jpy", "forever")
    codes = {code["code"]: code for code in practice.get("/v1/promotion_codes")["data"]}
    assert {name: code["active"] for name, code in codes.items()} == {CODE: True, OLD_CODE: False}
    assert spring["times_redeemed"] == codes[CODE]["times_redeemed"] == 1


def test_there_are_prices_of_every_shape(practice: Asked) -> None:
    prices = {price["id"]: price for price in practice.get("/v1/prices", limit=100, expand=["data.tiers"])["data"]}
    seats, pack = prices[SEATS], prices[PACK]
    assert (seats["billing_scheme"], seats["tiers_mode"], seats["lookup_key"]) == ("tiered", "graduated", SEATS)
    assert [tier["up_to"] for tier in seats["tiers"]] == [5, 50, None]
    assert pack["transform_quantity"] == {"divide_by": 1_000, "round": "up"}
    assert [name for name, price in prices.items() if not price["active"]] == ["basic-monthly-2021"]
    assert prices["pro-yearly"]["recurring"]["interval"] == "year"


def test_subscriptions_show_what_can_be_sold_and_changed(practice: Asked) -> None:
    subscriptions = _subscriptions(practice, status="all", expand=["data.discounts"])
    sources = [d["source"]["coupon"] for each in subscriptions for d in each["discounts"]]
    assert sorted(sources) == [LOYAL, SPRING]
    assert {"keep_as_draft", "void"} == {
        each["pause_collection"]["behavior"] for each in subscriptions if each["pause_collection"]
    }
    several = [_items(each) for each in subscriptions if len(each["items"]["data"]) > 1]
    assert sorted(several) == [[("basic-monthly", 1), (PACK, 4_500)], [("pro-monthly", 2), (SEATS, 12)]]
    assert {"active", "trialing", "paused", "canceled", "past_due"} <= {each["status"] for each in subscriptions}
    assert sum(each["cancel_at_period_end"] for each in subscriptions) == 10
    (planned,) = [each for each in subscriptions if each["schedule"]]
    schedule = practice.get(f"/v1/subscription_schedules/{planned['schedule']}")
    assert schedule["status"] == "active"
    assert [phase["items"][0]["price"] for phase in schedule["phases"]] == ["basic-monthly", "pro-monthly"]
    assert schedule["phases"][0]["end_date"] == planned["items"]["data"][0]["current_period_end"]


@pytest.mark.parametrize("path", ["/v1/coupons", "/v1/promotion_codes", "/v1/subscription_schedules"])
def test_what_is_sold_is_whole(practice: Asked, path: str) -> None:
    page = practice.get(path, limit=100)
    assert page["data"]
    assert object_problems(page) == []


def _named(subscriptions: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The changed subscriptions, by what was changed."""
    found = {}
    for each in subscriptions:
        named = [price for price, _ in _items(each)[1:]] + [d["source"]["coupon"] for d in each["discounts"]]
        named += ["planned"] if each["schedule"] else []
        named += ["void"] if (each["pause_collection"] or {}).get("behavior") == "void" else []
        found.update(dict.fromkeys(named, each))
    return found


def test_the_next_period_bills_what_was_changed() -> None:
    """No change made an invoice; a month later each subscription has one, of the new terms."""
    a = _asked()
    changed = _named(_subscriptions(a, expand=["data.discounts"]))
    assert set(changed) == {SPRING, LOYAL, SEATS, PACK, "planned", "void"}
    before = {name: {invoice["id"] for invoice in a.invoices(subscription=s["id"])} for name, s in changed.items()}
    a.advance(32 * DAY)
    billed = {}
    for name, subscription in changed.items():
        first = next(i for i in a.invoices(subscription=subscription["id"]) if i["id"] not in before[name])
        billed[name] = first["total"]
        assert (first["status"] == "void") == (name == "void"), name
    assert billed == {
        SPRING: 2_235,
        LOYAL: 880,
        SEATS: 2 * 2_980 + 2_500 + 7 * 450,
        PACK: 980 + 5 * 300,
        "planned": 2_980,
        "void": 2_980,
    }


@pytest.mark.parametrize("now", [NOW, NOW + DAY - 1, NOW + 40 * DAY + 777, NOW + 99 * DAY])
def test_it_is_the_same_whenever_it_is_made(now: int) -> None:
    """Which customers' subscriptions are changed does not depend on the day; accounts of one second are equal."""
    a = _asked(now)
    subscriptions = _subscriptions(a, status="all", expand=["data.discounts"])
    assert subscriptions == _subscriptions(_asked(now), status="all", expand=["data.discounts"])
    owners = {name: a.get(f"/v1/customers/{each['customer']}") for name, each in _named(subscriptions).items()}
    assert {name: owner["metadata"]["crm_id"] for name, owner in owners.items()} == {
        SPRING: "C-00145",
        LOYAL: "C-00248",
        SEATS: "C-00057",
        PACK: "C-00222",
        "planned": "C-00069",
        "void": "C-00092",
    }
