"""Money of the simulated account: captures, refunds, balance transactions, payouts, and early fraud warnings."""

from __future__ import annotations

from typing import Any

import pytest

from billing_desk.domain.objects.payment import payment_of
from billing_desk.simulator.accounts.practice import demo_state
from billing_desk.simulator.keys import Grant
from billing_desk.simulator.server import Simulator
from billing_desk.simulator.state.clock import FrozenClock

from ..simulated import DAY, KEY, NOW, Asked

BASE: dict[str, Any] = {"amount": 1_000, "currency": "jpy"}


@pytest.fixture
def asked() -> Asked:
    return Asked()


def paid(asked: Asked, card: str = "pm_card_visa", **values: Any) -> dict[str, Any]:
    """The charge of a payment with this test card."""
    intent = asked.post("/v1/payment_intents", **{**BASE, **values}, payment_method=card, confirm=True)
    return asked.get(f"/v1/charges/{intent['latest_charge']}", expand=["refunds"])


def captured_in_part(asked: Asked, way: str) -> dict[str, Any]:
    """The charge of 1,000 of which 800 was captured."""
    if way == "charge":
        customer = asked.post("/v1/customers", source="tok_visa")
        held = asked.post("/v1/charges", **BASE, customer=customer["id"], capture=False)
        asked.post(f"/v1/charges/{held['id']}/capture", amount=800)
        return asked.get(f"/v1/charges/{held['id']}", expand=["refunds"])
    values = {"capture_method": "manual", "payment_method": "pm_card_visa", "confirm": True}
    intent = asked.post("/v1/payment_intents", **BASE, **values)
    asked.post(f"/v1/payment_intents/{intent['id']}/capture", amount_to_capture=800)
    return asked.get(f"/v1/charges/{intent['latest_charge']}", expand=["refunds"])


@pytest.mark.parametrize("way", ["charge", "intent"])
def test_the_rest_of_a_partial_capture_is_a_refund(asked: Asked, way: str) -> None:
    charge = captured_in_part(asked, way)
    names = ("amount", "amount_captured", "amount_refunded", "refunded", "captured")
    assert [charge[name] for name in names] == [1_000, 800, 200, False, True]
    (released,) = charge["refunds"]["data"]
    assert (released["amount"], released["status"], released["balance_transaction"]) == (200, "succeeded", None)
    assert released["destination_details"]["card"]["type"] == "reversal"
    assert payment_of(charge).refundable.amount == 800


@pytest.mark.parametrize("way", ["charge", "intent"])
def test_what_was_captured_can_be_refunded_and_no_more(asked: Asked, way: str) -> None:
    charge = captured_in_part(asked, way)
    asked.post("/v1/refunds", charge=charge["id"], amount=300)
    error = asked.refused("POST", "/v1/refunds", charge=charge["id"], amount=501)
    assert error["code"] == "amount_too_large"
    part = asked.get(f"/v1/charges/{charge['id']}")
    assert (payment_of(part).refunded.amount, payment_of(part).refundable.amount) == (300, 500)
    assert asked.post("/v1/refunds", charge=charge["id"])["amount"] == 500
    found = asked.get(f"/v1/charges/{charge['id']}")
    assert (found["amount_refunded"], found["refunded"]) == (1_000, True)
    assert payment_of(found).refundable.amount == 0


def test_canceling_an_authorization_releases_all_of_it(asked: Asked) -> None:
    charge = paid(asked, capture_method="manual")
    assert charge["balance_transaction"] is None
    asked.post(f"/v1/payment_intents/{charge['payment_intent']}/cancel")
    found = asked.get(f"/v1/charges/{charge['id']}", expand=["refunds"])
    assert (found["amount_refunded"], found["refunded"], found["captured"]) == (1_000, True, False)
    assert [refund["amount"] for refund in found["refunds"]["data"]] == [1_000]
    assert asked.get("/v1/balance_transactions")["data"] == []


def test_an_authorized_charge_without_an_intent_is_released_by_a_refund(asked: Asked) -> None:
    customer = asked.post("/v1/customers", source="tok_visa")
    held = asked.post("/v1/charges", **BASE, customer=customer["id"], capture=False)
    assert asked.refused("POST", "/v1/refunds", charge=held["id"], amount=400)["code"] == "charge_not_refundable"
    assert asked.post("/v1/refunds", charge=held["id"])["balance_transaction"] is None
    assert asked.get(f"/v1/charges/{held['id']}")["refunded"] is True


def test_a_charge_has_a_balance_transaction_with_its_fee(asked: Asked) -> None:
    charge = paid(asked, description="Setup")
    moved = asked.get(f"/v1/balance_transactions/{charge['balance_transaction']}", expand=["source"])
    assert (moved["amount"], moved["fee"], moved["net"]) == (1_000, 36, 964)
    assert (moved["type"], moved["reporting_category"], moved["status"]) == ("charge", "charge", "pending")
    assert moved["source"]["id"] == charge["id"]
    assert sum(each["amount"] for each in moved["fee_details"]) == 36
    assert moved["available_on"] == NOW + 4 * DAY


def test_money_becomes_available_after_four_days(asked: Asked) -> None:
    charge = paid(asked)
    held = asked.get("/v1/balance")
    assert (held["available"][0]["amount"], held["pending"][0]["amount"]) == (0, 964)
    asked.advance(4 * DAY)
    held = asked.get("/v1/balance")
    assert (held["available"][0]["amount"], held["pending"][0]["amount"]) == (964, 0)
    assert asked.get(f"/v1/balance_transactions/{charge['balance_transaction']}")["status"] == "available"


def test_a_refund_takes_its_amount_and_the_fee_stays(asked: Asked) -> None:
    charge = paid(asked)
    refund = asked.post("/v1/refunds", charge=charge["id"], amount=400)
    moved = asked.get(f"/v1/balance_transactions/{refund['balance_transaction']}")
    assert (moved["amount"], moved["fee"], moved["net"], moved["type"]) == (-400, 0, -400, "refund")
    assert moved["source"] == refund["id"]


def test_a_failed_refund_comes_back(asked: Asked) -> None:
    refund = asked.post("/v1/refunds", charge=paid(asked, "pm_card_refundFail")["id"])
    asked.advance(5 * DAY)
    found = asked.get(f"/v1/refunds/{refund['id']}", expand=["failure_balance_transaction"])
    assert (found["status"], found["failure_balance_transaction"]["amount"]) == ("failed", 1_000)
    ids = {moved["id"] for moved in asked.get("/v1/balance_transactions", source=refund["id"])["data"]}
    assert ids == {refund["balance_transaction"], found["failure_balance_transaction"]["id"]}


def test_a_dispute_takes_money_and_a_fee_and_winning_returns_the_money(asked: Asked) -> None:
    charge = paid(asked, "pm_card_createDispute")
    dispute = asked.get("/v1/disputes", charge=charge["id"])["data"][0]
    (moved,) = dispute["balance_transactions"]
    assert (moved["amount"], moved["fee"], moved["type"]) == (-1_000, 1_300, "adjustment")
    assert moved["reporting_category"] == "dispute"
    won = asked.post(f"/v1/disputes/{dispute['id']}", evidence={"uncategorized_text": "winning_evidence"})
    assert [each["net"] for each in won["balance_transactions"]] == [-2_300, 1_000]
    assert asked.get("/v1/balance")["available"][0]["amount"] == -1_300


def test_a_dispute_of_several_parts_is_several_disputes(asked: Asked) -> None:
    charge = paid(asked, "pm_card_createMultipleDisputes", amount=1_001)
    amounts = [dispute["amount"] for dispute in asked.get("/v1/disputes", charge=charge["id"])["data"]]
    assert sorted(amounts) == [500, 501]


@pytest.mark.parametrize(
    ("card", "kind", "case"),
    [
        ("pm_card_createCe3EligibleDispute", "visa_compelling_evidence_3", "chargeback"),
        ("pm_card_createComplianceDispute", "visa_compliance", "compliance"),
    ],
)
def test_a_dispute_tells_what_evidence_visa_accepts(asked: Asked, card: str, kind: str, case: str) -> None:
    dispute = asked.get("/v1/disputes", charge=paid(asked, card)["id"])["data"][0]
    assert dispute["enhanced_eligibility_types"] == [kind]
    eligibility = dispute["evidence_details"]["enhanced_eligibility"]
    assert [name for name, state in eligibility.items() if state] == [kind]
    assert dispute["payment_method_details"]["card"]["case_type"] == case


@pytest.mark.parametrize(("card", "country"), [("bypassPending", "US"), ("bypassPendingInternational", "IE")])
def test_some_cards_pay_straight_into_the_available_balance(asked: Asked, card: str, country: str) -> None:
    charge = paid(asked, f"pm_card_{card}")
    assert charge["payment_method_details"]["card"]["country"] == country
    held = asked.get("/v1/balance")
    assert (held["available"][0]["amount"], held["pending"][0]["amount"]) == (964, 0)


@pytest.mark.parametrize("act", ["refund", "nothing"])
def test_an_early_fraud_warning_is_actionable_until_the_charge_is_refunded(asked: Asked, act: str) -> None:
    charge = paid(asked, "pm_card_createIssuerFraudRecord")
    paid(asked)
    (warning,) = asked.get("/v1/radar/early_fraud_warnings")["data"]
    assert (warning["charge"], warning["payment_intent"]) == (charge["id"], charge["payment_intent"])
    if act == "refund":
        asked.post("/v1/refunds", charge=charge["id"])
    found = asked.get(f"/v1/radar/early_fraud_warnings/{warning['id']}")
    assert found["actionable"] is (act == "nothing")
    assert asked.get("/v1/radar/early_fraud_warnings", charge="ch_other")["data"] == []


def test_tax_ids_are_the_accounts_own_or_those_of_a_customer(asked: Asked) -> None:
    customer = asked.customer(None)
    made = asked.post(f"/v1/customers/{customer['id']}/tax_ids", type="jp_trn", value="T1234567891234")
    assert asked.get("/v1/tax_ids")["data"] == []
    owner = {"type": "customer", "customer": customer["id"]}
    assert [found["id"] for found in asked.get("/v1/tax_ids", owner=owner)["data"]] == [made["id"]]
    assert asked.get(f"/v1/tax_ids/{made['id']}")["owner"]["type"] == "customer"


@pytest.fixture(scope="module")
def practice() -> Asked:
    simulator = Simulator({KEY: Grant(demo_state(FrozenClock(NOW + 3_600)))})
    return Asked(simulator=simulator)


def test_payouts_of_the_practice_account_are_what_their_transactions_add_up_to(practice: Asked) -> None:
    payouts = practice.get("/v1/payouts", limit=12)["data"]
    assert len(payouts) == 12
    for payout in payouts:
        listed = practice.get("/v1/balance_transactions", payout=payout["id"], limit=100)
        own = [moved for moved in listed["data"] if moved["type"] == "payout"]
        others = [moved for moved in listed["data"] if moved["type"] != "payout"]
        assert not listed["has_more"]
        assert [moved["id"] for moved in own] == [payout["balance_transaction"]]
        assert sum(moved["net"] for moved in others) == payout["amount"] == -own[0]["net"]
        assert {moved["currency"] for moved in others} == {payout["currency"]}
        assert all(moved["available_on"] <= payout["created"] for moved in others)


def test_the_balance_of_the_practice_account_is_what_its_transactions_add_up_to(practice: Asked) -> None:
    state = practice.simulator.states()[0]
    sums: dict[tuple[str, str], int] = {}
    for moved in state.all("balance_transaction"):
        place = (moved["status"], moved["currency"])
        sums[place] = sums.get(place, 0) + moved["net"]
    held = practice.get("/v1/balance")
    for part in ("available", "pending"):
        for entry in held[part]:
            assert entry["amount"] == sums.get((part, entry["currency"]), 0), entry


def test_charges_of_the_practice_account_lead_to_their_transactions(practice: Asked) -> None:
    for charge in practice.get("/v1/charges", limit=100, expand=["data.balance_transaction"])["data"]:
        moved = charge["balance_transaction"]
        if charge["captured"]:
            assert (moved["source"], moved["amount"]) == (charge["id"], charge["amount_captured"])
        else:
            assert moved is None


def test_the_practice_account_has_a_fraud_warning_and_a_tax_id(practice: Asked) -> None:
    (warning,) = practice.get("/v1/radar/early_fraud_warnings", expand=["data.charge"])["data"]
    assert warning["actionable"]
    assert warning["charge"]["paid"]
    assert [found["owner"]["type"] for found in practice.get("/v1/tax_ids")["data"]] == ["self"]
