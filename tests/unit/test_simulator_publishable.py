"""Publishable keys in the simulator: what a customer's browser may do, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest

from billing_desk.simulator.publishable import opens
from billing_desk.simulator.resources import Endpoint
from billing_desk.simulator.server import ENDPOINTS

from ..simulated import KEY, Asked

PUBLIC = KEY.replace("sk_", "pk_")
BASE: dict[str, Any] = {"amount": 500, "currency": "jpy"}


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def browser(asked: Asked) -> Asked:
    """The same account, asked with its publishable key."""
    return Asked(simulator=asked.simulator, key=PUBLIC)


def made(asked: Asked, kind: str, **values: Any) -> dict[str, Any]:
    more = BASE if kind == "payment_intents" else {}
    customer = asked.customer(None, email="private@example.jp")
    return asked.post(f"/v1/{kind}", customer=customer["id"], metadata={"note": "private"}, **more, **values)


@pytest.mark.parametrize("kind", ["payment_intents", "setup_intents"])
def test_a_browser_reads_and_confirms_an_intent_by_its_secret(asked: Asked, browser: Asked, kind: str) -> None:
    intent = made(asked, kind)
    secret = intent["client_secret"]
    read = browser.get(f"/v1/{kind}/{intent['id']}", client_secret=secret)
    assert (read["id"], read["status"]) == (intent["id"], "requires_payment_method")
    path = f"/v1/{kind}/{intent['id']}/confirm"
    done = browser.post(path, client_secret=secret, payment_method="pm_card_visa", expand=["payment_method"])
    assert (done["status"], done["payment_method"]["card"]["last4"]) == ("succeeded", "4242")
    for answer in (read, done):
        text = json.dumps(answer)
        assert "private" not in text
        assert "cus_" not in text
        assert "fingerprint" not in text
        assert not {"metadata", "customer", "latest_charge"} & set(answer)


@pytest.mark.parametrize("kind", ["payment_intents", "setup_intents"])
@pytest.mark.parametrize("secret", [None, "", "pi_wrong_secret_x"])
def test_without_its_secret_an_intent_stays_closed(asked: Asked, browser: Asked, kind: str, secret: str | None) -> None:
    intent = made(asked, kind)
    for method, path in (("GET", f"/v1/{kind}/{intent['id']}"), ("POST", f"/v1/{kind}/{intent['id']}/confirm")):
        error = browser.refused(method, path, client_secret=secret)
        assert error["param"] == "client_secret"
    wrong = browser.refused("GET", f"/v1/{kind}/none", client_secret="x")
    right = browser.refused("GET", f"/v1/{kind}/{intent['id']}", client_secret="x")
    assert (wrong["code"], wrong["status"]) == (right["code"], right["status"])
    assert asked.get(f"/v1/{kind}/{intent['id']}")["status"] == "requires_payment_method"


def test_a_decline_tells_a_browser_no_more_than_the_answer_would(asked: Asked, browser: Asked) -> None:
    intent = made(asked, "payment_intents")
    path = f"/v1/payment_intents/{intent['id']}/confirm"
    declined = "pm_card_chargeDeclined"
    error = browser.refused("POST", path, client_secret=intent["client_secret"], payment_method=declined)
    assert (error["code"], error["payment_intent"]["status"]) == ("card_declined", "requires_payment_method")
    assert "charge" not in error
    assert not {"customer", "metadata"} & set(error["payment_intent"])
    assert "fingerprint" not in json.dumps(error)


def test_a_browser_cannot_pay_in_the_customers_absence(asked: Asked, browser: Asked) -> None:
    intent = made(asked, "payment_intents", payment_method="pm_card_visa")
    path = f"/v1/payment_intents/{intent['id']}/confirm"
    error = browser.refused("POST", path, client_secret=intent["client_secret"], off_session=True)
    assert error["param"] == "off_session"


def test_a_browser_expands_nothing_beyond_what_it_sees(asked: Asked, browser: Asked) -> None:
    intent = made(asked, "payment_intents", payment_method="pm_card_visa", confirm=True)
    path = f"/v1/payment_intents/{intent['id']}"
    for hidden in ("customer", "latest_charge", "latest_charge.balance_transaction"):
        error = browser.refused("GET", path, client_secret=intent["client_secret"], expand=[hidden])
        assert error["param"] == "expand"
    seen = browser.get(path, client_secret=intent["client_secret"], expand=["payment_method.customer"])
    assert "customer" not in seen["payment_method"]


def test_a_browser_makes_tokens_methods_and_sources(asked: Asked, browser: Asked) -> None:
    method = browser.post("/v1/payment_methods", type="card", card={"token": "tok_visa"})
    assert asked.get(f"/v1/payment_methods/{method['id']}")["card"]["last4"] == "4242"
    bank = {"country": "US", "currency": "usd", "account_number": "000123456789", "routing_number": "110000000"}
    token = browser.post("/v1/tokens", bank_account=bank)
    assert asked.get(f"/v1/tokens/{token['id']}")["used"] is False
    source = browser.post("/v1/sources", type="card", token="tok_visa")
    seen = browser.get(f"/v1/sources/{source['id']}", client_secret=source["client_secret"])
    assert seen["card"]["last4"] == "4242"
    assert browser.refused("GET", f"/v1/sources/{source['id']}")["param"] == "client_secret"


def test_a_browsers_repeat_does_not_replay_the_answer_to_a_secret_key(asked: Asked, browser: Asked) -> None:
    params = {"type": "card", "card": {"token": "tok_visa"}, "metadata": {"note": "private"}}
    first = asked.call("POST", "/v1/payment_methods", params, idempotency_key="same")
    second = browser.call("POST", "/v1/payment_methods", params, idempotency_key="same")
    assert first["id"] != second["id"]
    assert "metadata" not in second


@pytest.mark.parametrize("endpoint", [e for e in ENDPOINTS if not opens(e.method, e.path)], ids=lambda e: e.plain)
def test_everything_else_needs_a_secret_key(browser: Asked, endpoint: Endpoint) -> None:
    answer = browser.answer(endpoint.method, endpoint.plain.replace("{}", "x_1"))
    if endpoint.path == "/v2/billing/meter_event_stream":
        assert answer.status == 401
    else:
        assert (answer.status, json.loads(answer.body)["error"]["code"]) == (403, "secret_key_required")


def test_a_publishable_key_of_no_account_is_unknown(asked: Asked) -> None:
    stranger = Asked(simulator=asked.simulator, key="pk_test_stranger")
    assert stranger.refused("POST", "/v1/tokens", card={})["status"] == 401
