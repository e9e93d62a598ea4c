"""Subscriptions that are not paid, in the simulator: arrears, retries, expiry, updates that wait."""

from __future__ import annotations

from typing import Any

import pytest

from ..simulated import DAY, Asked
from .simulator_cases import HOUR, now_of, statuses


@pytest.fixture
def asked() -> Asked:
    return Asked()


def test_arrears_retries_by_the_schedule_and_the_end(asked: Asked) -> None:
    """C8."""
    customer = asked.customer("pm_card_chargeCustomerFail")
    subscription = asked.subscribe(customer, asked.price(), trial_period_days=1)
    asked.advance(DAY + HOUR)
    unpaid = asked.invoices(subscription=subscription["id"])[-1]
    assert (now_of(asked, subscription)["status"], unpaid["attempt_count"]) == ("past_due", 1)
    assert unpaid["next_payment_attempt"] == asked.clock.now() + 3 * DAY
    assert asked.get(f"/v1/customers/{customer['id']}")["delinquent"] is True
    payment = asked.get("/v1/invoice_payments", invoice=unpaid["id"], expand=["data.payment.payment_intent"])["data"][0]
    error = payment["payment"]["payment_intent"]["last_payment_error"]
    assert (error["code"], error["decline_code"]) == ("card_declined", "generic_decline")
    asked.advance(3 * DAY)
    assert asked.invoices(subscription=subscription["id"])[-1]["attempt_count"] == 2
    asked.advance(5 * DAY + 7 * DAY)
    assert now_of(asked, subscription)["status"] == "canceled"
    assert now_of(asked, subscription)["cancellation_details"]["reason"] == "payment_failed"


@pytest.mark.parametrize("setting", ["unpaid", "past_due"])
def test_what_follows_the_last_attempt_is_the_accounts_choice(asked: Asked, setting: str) -> None:
    asked.state.after_retries = setting
    customer = asked.customer("pm_card_chargeCustomerFail")
    subscription = asked.subscribe(customer, asked.price(), trial_period_days=1)
    asked.advance(20 * DAY)
    assert now_of(asked, subscription)["status"] == setting
    asked.advance(20 * DAY)
    latest = asked.invoices(subscription=subscription["id"])[-1]
    assert latest["status"] == ("draft" if setting == "unpaid" else "open")


def test_an_overdue_invoice_paid_late_does_not_move_the_cycle(asked: Asked) -> None:
    """C8."""
    customer = asked.customer("pm_card_chargeCustomerFail")
    subscription = asked.subscribe(customer, asked.price(), trial_period_days=1)
    asked.advance(2 * DAY)
    before = now_of(asked, subscription)["items"]["data"][0]["current_period_end"]
    card = asked.post("/v1/payment_methods/pm_card_visa/attach", customer=customer["id"])["id"]
    asked.post(f"/v1/customers/{customer['id']}", invoice_settings={"default_payment_method": card})
    asked.post(f"/v1/invoices/{now_of(asked, subscription)['latest_invoice']}/pay")
    after = now_of(asked, subscription)
    assert (after["status"], after["items"]["data"][0]["current_period_end"]) == ("active", before)
    assert asked.get(f"/v1/customers/{customer['id']}")["delinquent"] is False


def test_an_unpaid_first_invoice_expires_after_23_hours(asked: Asked) -> None:
    customer, price = asked.customer("pm_card_chargeCustomerFail"), asked.price()
    subscription = asked.subscribe(customer, price)
    assert subscription["status"] == "incomplete"
    asked.advance(23 * HOUR - 1)
    assert now_of(asked, subscription)["status"] == "incomplete"
    asked.advance(1)
    assert now_of(asked, subscription)["status"] == "incomplete_expired"
    assert asked.invoices(subscription=subscription["id"])[0]["status"] == "void"
    assert asked.get("/v1/subscriptions", customer=customer["id"])["data"] == []


def test_error_if_incomplete_leaves_nothing_behind(asked: Asked) -> None:
    customer, price = asked.customer("pm_card_chargeCustomerFail"), asked.price()
    events = asked.state.count("event")
    items = [{"price": price["id"]}]
    error = asked.refused(
        "POST", "/v1/subscriptions", customer=customer["id"], items=items, payment_behavior="error_if_incomplete"
    )
    assert (error["status"], error["decline_code"]) == (402, "generic_decline")
    assert asked.invoices() == []
    assert asked.state.count("subscription") == 0
    assert asked.state.count("event") == events
    nobody = asked.customer(None)
    assert asked.refused("POST", "/v1/subscriptions", customer=nobody["id"], items=items)["code"] == "resource_missing"
    assert asked.state.count("subscription") == asked.state.count("invoice") == 0


def test_an_update_that_must_be_paid_or_not_be(asked: Asked) -> None:
    customer = asked.customer()
    subscription = asked.subscribe(customer, asked.price(1_000))
    item = subscription["items"]["data"][0]["id"]
    card = asked.post("/v1/payment_methods/pm_card_chargeCustomerFail/attach", customer=customer["id"])["id"]
    path = f"/v1/subscriptions/{subscription['id']}"
    asked.post(path, default_payment_method=card)
    asked.advance(10 * DAY)
    dear = {"items": [{"id": item, "quantity": 5}], "proration_behavior": "always_invoice"}
    error = asked.refused("POST", path, **dear, payment_behavior="error_if_incomplete")
    assert (error["status"], error["decline_code"]) == (402, "generic_decline")
    assert now_of(asked, subscription)["items"]["data"][0]["quantity"] == 1
    assert len(asked.invoices(subscription=subscription["id"])) == 1
    assert asked.post(path, **dear)["status"] == "past_due", "otherwise the change is made, and owed"
    assert statuses(asked, subscription)[-1] == ("open", 2_666, "subscription_update")  # 3,333 − 667


def test_authentication_first_then_active(asked: Asked) -> None:
    subscription = asked.subscribe(asked.customer("pm_card_authenticationRequired"), asked.price())
    assert subscription["status"] == "incomplete"
    invoice = asked.get(
        f"/v1/invoices/{subscription['latest_invoice']}", expand=["payments.data.payment.payment_intent"]
    )
    intent = invoice["payments"]["data"][0]["payment"]["payment_intent"]
    assert intent["status"] == "requires_action"
    waiting = asked.subscribe(asked.customer(), asked.price(), payment_behavior="default_incomplete")
    assert waiting["status"] == "incomplete"
    asked.post(f"/v1/invoices/{waiting['latest_invoice']}/pay")
    assert now_of(asked, waiting)["status"] == "active"


@pytest.mark.parametrize("paid", [True, False])
def test_an_update_pending_its_payment(asked: Asked, paid: bool) -> None:
    customer = asked.customer()
    subscription = asked.subscribe(customer, asked.price(1_000))
    item = subscription["items"]["data"][0]["id"]
    card = asked.post("/v1/payment_methods/pm_card_chargeCustomerFail/attach", customer=customer["id"])["id"]
    asked.post(f"/v1/customers/{customer['id']}", invoice_settings={"default_payment_method": card})
    asked.advance(10 * DAY)
    after = asked.post(
        f"/v1/subscriptions/{subscription['id']}",
        items=[{"id": item, "quantity": 5}],
        proration_behavior="always_invoice",
        payment_behavior="pending_if_incomplete",
    )
    assert after["items"]["data"][0]["quantity"] == 1
    assert after["pending_update"]["subscription_items"][0]["quantity"] == 5
    if paid:
        asked.post(f"/v1/invoices/{after['latest_invoice']}/pay", payment_method=_visa(asked, customer))
    else:
        asked.advance(23 * HOUR)
    now = now_of(asked, subscription)
    assert now["pending_update"] is None
    assert now["items"]["data"][0]["quantity"] == (5 if paid else 1)
    assert asked.get(f"/v1/invoices/{after['latest_invoice']}")["status"] == ("paid" if paid else "void")


def _visa(asked: Asked, customer: dict[str, Any]) -> str:
    return str(asked.post("/v1/payment_methods/pm_card_visa/attach", customer=customer["id"])["id"])
