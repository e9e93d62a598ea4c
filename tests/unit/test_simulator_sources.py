"""Sources and test cards of the simulator."""

from __future__ import annotations

import pytest

from billing_desk.simulator.billing.payments.test_cards import BY_NAME

from ..contract.sdk_types import object_problems
from ..simulated import Asked


@pytest.fixture
def asked() -> Asked:
    return Asked()


def test_a_bank_transfer_source_is_reusable_and_tells_where_to_send_money(asked: Asked) -> None:
    source = asked.post("/v1/sources", type="ach_credit_transfer", currency="usd")
    assert object_problems(source) == []
    transfer = source["ach_credit_transfer"]
    assert (source["usage"], source["flow"], source["status"]) == ("reusable", "receiver", "pending")
    assert source["receiver"]["address"] == f"{transfer['routing_number']}-{transfer['account_number']}"
    error = asked.refused("POST", "/v1/sources", type="ach_credit_transfer", currency="usd", usage="single_use")
    assert error["param"] == "usage"


def test_a_bank_transfer_source_pays_as_what_it_is(asked: Asked) -> None:
    source = asked.post("/v1/sources", type="ach_credit_transfer", currency="usd")
    asked.post(f"/v1/sources/{source['id']}/verify", values=["32"])
    customer = asked.customer(None)
    asked.post(f"/v1/customers/{customer['id']}/sources", source=source["id"])
    charge = asked.post("/v1/charges", amount=500, currency="usd", customer=customer["id"], source=source["id"])
    assert object_problems(charge) == []
    assert charge["payment_method_details"]["type"] == "ach_credit_transfer"
    asked.post("/v1/refunds", charge=charge["id"], reason="fraudulent")
    assert asked.get(f"/v1/sources/{source['id']}")["status"] == "chargeable"


def test_a_3d_secure_source_holds_the_card_that_it_authenticates_and_is_spent_once(asked: Asked) -> None:
    card = asked.post("/v1/sources", type="card", token="tok_jcb")
    params = {"type": "three_d_secure", "amount": 500, "currency": "jpy", "original_source": card["id"]}
    source = asked.post("/v1/sources", **params, redirect={"return_url": "https://example.jp/"})
    assert object_problems(source) == []
    held = source["three_d_secure"]
    assert (held["card"], held["brand"], held["last4"]) == (card["id"], "JCB", card["card"]["last4"])
    assert (source["usage"], source["redirect"]["status"]) == ("single_use", "pending")
    asked.post(f"/v1/sources/{source['id']}/verify", values=["1"])
    charge = asked.post("/v1/charges", amount=500, currency="jpy", source=source["id"])
    assert charge["payment_method_details"]["card"]["brand"] == "jcb"
    assert asked.get(f"/v1/sources/{source['id']}")["status"] == "consumed"


def test_a_card_source_holds_its_card(asked: Asked) -> None:
    source = asked.post("/v1/sources", type="card", token="tok_visa", usage="single_use")
    assert (source["card"]["last4"], source["usage"]) == ("4242", "single_use")


@pytest.mark.parametrize("name", BY_NAME)
def test_every_test_card_is_known_as_a_payment_method_and_as_a_token(asked: Asked, name: str) -> None:
    known = BY_NAME[name]
    method = asked.post("/v1/payment_methods", type="card", card={"token": f"tok_{name}"})
    assert (method["card"]["last4"], method["card"]["country"]) == (known.last4, known.country)
    params = {"amount": 500, "currency": "jpy", "payment_method": f"pm_card_{name}"}
    assert asked.post("/v1/payment_intents", **params)["status"] == "requires_confirmation"


@pytest.mark.parametrize(
    ("name", "checks"),
    [
        ("cvcCheckFail", (None, None, "fail")),
        ("avsFail", ("fail", "fail", "pass")),
        ("avsLine1Fail", ("fail", "pass", "pass")),
        ("avsZipFail", ("pass", "fail", "pass")),
        ("avsUnchecked", ("unavailable", "unavailable", "pass")),
    ],
)
def test_a_card_fails_the_check_that_it_is_named_for(asked: Asked, name: str, checks: tuple[str | None, ...]) -> None:
    params = {"amount": 500, "currency": "jpy", "payment_method": f"pm_card_{name}", "confirm": True}
    paid = asked.post("/v1/payment_intents", **params, expand=["latest_charge"])
    found = paid["latest_charge"]["payment_method_details"]["card"]["checks"]
    assert tuple(found[key] for key in ("address_line1_check", "address_postal_code_check", "cvc_check")) == checks


def test_a_card_set_up_elsewhere_pays_off_session_and_asks_the_customer_who_is_there(asked: Asked) -> None:
    name = "pm_card_authenticationRequiredSetupForOffSession"
    params = {"amount": 500, "currency": "jpy", "payment_method": name, "confirm": True}
    assert asked.post("/v1/payment_intents", **params, off_session=True)["status"] == "succeeded"
    assert asked.post("/v1/payment_intents", **params)["status"] == "requires_action"


@pytest.mark.parametrize("name", ["threeDSecureRequiredChargeDeclined", "threeDSecureRequiredProcessingError"])
def test_authentication_comes_before_the_decline(asked: Asked, name: str) -> None:
    params = {"amount": 500, "currency": "jpy", "payment_method": f"pm_card_{name}", "confirm": True}
    assert asked.post("/v1/payment_intents", **params)["status"] == "requires_action"
    assert asked.refused("POST", "/v1/payment_intents", **params, off_session=True)["status"] == 402


def test_radar_blocks_the_card_that_is_always_blocked(asked: Asked) -> None:
    params = {"amount": 500, "currency": "jpy", "payment_method": "pm_card_radarBlock", "confirm": True}
    error = asked.refused("POST", "/v1/payment_intents", **params)
    charge = asked.get(f"/v1/charges/{error['charge']}")
    assert (error["code"], charge["outcome"]["type"]) == ("card_declined", "blocked")
