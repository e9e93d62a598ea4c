"""What must not break the simulator: odd input of every shape, things that are gone, listeners that hang."""

from __future__ import annotations

import asyncio
import json
import random
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from billing_desk.simulator.http.answer import Incoming
from billing_desk.simulator.server import ENDPOINTS
from billing_desk.simulator.state.saved import dump
from billing_desk.simulator.state.state import State

from ..contract.sdk_spec import FILE
from ..simulated import DAY, NOW, Asked
from .test_simulator_money import all_sums_hold


@pytest.fixture
def asked() -> Asked:
    return Asked()


_SPEC: Any = orjson.loads(FILE.read_bytes())


_MEANT = {
    "charge": "ch_",
    "coupon": "ODD",
    "currency": "jpy",
    "customer": "cus_",
    "default_payment_method": "pm_",
    "event_name": "x",
    "invoice": "in_",
    "meter": "mtr_",
    "payment_intent": "pi_",
    "payment_method": "pm_",
    "plan": "price_",
    "price": "price_",
    "product": "prod_",
    "setup_intent": "seti_",
    "source": "tok_visa",
    "subscription": "sub_",
    "test_clock": "clock_",
    "token": "tok_visa",
}
"""What begins a text that makes sense for a parameter, or an address, of this name."""


class Odd:
    """Parameters that the table of parameters allows, and that nobody in their right mind would send."""

    def __init__(self, seed: int, state: State) -> None:
        self._random = random.Random(seed)
        self._ids = [row["id"] for kind in state.counts() for row in state.table(kind).rows()]

    def params(self, place: int, depth: int = 0) -> dict[str, Any]:
        names, required = _SPEC["objects"][place]
        share = 0.25 if depth == 0 else 0.5
        chosen = [name for name in names if name in required or self._random.random() < share]
        return {name: self.value(names[name], depth, name) for name in chosen[:12]}

    def id_like(self, start: str) -> str:
        """An id that begins so, of which there usually is one; otherwise any."""
        fitting = [id_ for id_ in self._ids if id_.startswith(start)]
        return str(self._random.choice(fitting or self._ids))

    def value(self, shape: Any, depth: int, name: str = "") -> Any:
        if isinstance(shape, int):
            return self.params(shape, depth + 1) if depth < 4 else {}
        if isinstance(shape, str):
            if shape == "s" and name in _MEANT and self._random.random() < 0.85:
                start = _MEANT[name]
                return self.id_like(start) if start.endswith("_") else start
            return self.plain(shape)
        word, *rest = shape
        if word == "enum":
            return self._random.choice(rest)
        if word == "list":
            return [self.value(rest[0], depth + 1, name) for _ in range(self._random.randrange(1, 3))]
        if word == "unset":
            return "" if self._random.random() < 0.5 else self.value(rest[0], depth, name)
        return self.value(self._random.choice(rest), depth, name)

    def plain(self, word: str) -> Any:
        if word == "i":
            return self._random.choice([-1, 0, 1, 3, 500, NOW - 99, NOW + DAY, 10**15])
        if word == "b":
            return self._random.random() < 0.5
        if word in ("f", "d"):
            return self._random.choice(["0", "1.5", "-2", "12.345"])
        if word == "m":
            return {"a": self._random.choice(["", "b"])}
        return self._random.choice(["", "jpy", "tok_visa", "pm_card_visa", "x", "花子", *self._ids])


def _populated() -> Asked:
    asked = Asked()
    customer, price = asked.customer(email="odd@example.jp"), asked.price()
    subscription = asked.subscribe(customer, price)
    asked.post("/v1/customers", source="tok_visa")
    asked.post("/v1/coupons", id="ODD", percent_off=10, duration="once")
    asked.post("/v1/invoices", customer=customer["id"], collection_method="send_invoice", days_until_due=3)
    asked.post("/v1/invoiceitems", customer=customer["id"], amount=300, currency="jpy")
    asked.post("/v1/setup_intents", customer=customer["id"])
    asked.post("/v1/payment_intents", amount=500, currency="jpy", customer=customer["id"], capture_method="manual")
    aggregation = {"formula": "sum"}
    asked.post("/v1/billing/meters", display_name="M", event_name="x", default_aggregation=aggregation)
    items = [{"price": price["id"], "quantity": 1}]
    urls = {"success_url": "https://example.jp/"}
    asked.post("/v1/checkout/sessions", mode="subscription", line_items=items, **urls)
    asked.post("/v1/test_helpers/test_clocks", frozen_time=NOW)
    asked.post("/v1/subscription_schedules", from_subscription=subscription["id"])
    return asked


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**9))
def test_no_request_however_odd_breaks_the_simulator(seed: int) -> None:
    asked = _populated()
    chance = random.Random(seed)
    for number in range(60):
        endpoint = chance.choice(ENDPOINTS)
        odd = Odd(seed + number, asked.state)
        place = _SPEC["routes"][f"{endpoint.method} {endpoint.plain}"]
        path = endpoint.path
        for name in endpoint.ids:
            thing = name if name in _MEANT else path.split("{")[0].rstrip("/").rpartition("/")[2].removesuffix("s")
            path = path.replace(f"{{{name}}}", odd.id_like(_MEANT.get(thing, "")))
        params = odd.params(place) if place is not None else {}
        answer = asked.answer(endpoint.method, path, params)
        assert answer.status != 500, (endpoint.method, path, params, answer.body)
        json.loads(answer.body)
    asked.advance(40 * DAY)
    dump(asked.state)


def test_a_key_of_metadata_may_be_any_text(asked: Asked) -> None:
    assert asked.post("/v1/customers", metadata={"²": "x"})["metadata"] == {"²": "x"}


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/v1/customers", b"name=\xff"),
        ("/v1/customers", b"expand[" + b"1" * 5_000 + b"]=1"),
        ("/v1/customers", b"a" + b"[b]" * 5_000 + b"=1"),
        ("/v1/customers", b"expand[0][a]=b"),
        ("/v1/customers", b"address=x&address[city]=y"),
        ("/v2/billing/meter_events", b"{"),
        ("/v2/billing/meter_events", b'{"expand":[1],"event_name":"x","payload":{}}'),
    ],
)
def test_malformed_requests_are_refused(asked: Asked, path: str, body: bytes) -> None:
    sent = {"authorization": f"Bearer {asked.key}"}
    answer = asyncio.run(asked.simulator.handle(Incoming("POST", path, "", sent, body)))
    assert answer.status == 400
    assert asked.state.count("customer") == 0


def test_a_deleted_customers_invoices_go_on_without_it(asked: Asked) -> None:
    customer = asked.customer()
    id_ = customer["id"]
    asked.post("/v1/invoiceitems", customer=id_, amount=100, currency="jpy")
    draft = asked.post("/v1/invoices", customer=id_, auto_advance=True, pending_invoice_items_behavior="include")
    sent = asked.post("/v1/invoices", customer=id_, collection_method="send_invoice", days_until_due=3)
    asked.post("/v1/invoiceitems", customer=id_, invoice=sent["id"], amount=100, currency="jpy")
    asked.post(f"/v1/invoices/{sent['id']}/finalize")
    assert asked.delete(f"/v1/customers/{id_}") == {"id": id_, "object": "customer", "deleted": True}
    assert asked.get(f"/v1/customers/{id_}") == {"id": id_, "object": "customer", "deleted": True}
    asked.advance(10 * DAY)
    assert asked.get(f"/v1/invoices/{draft['id']}")["status"] == "draft"
    assert asked.post(f"/v1/invoices/{sent['id']}/void")["status"] == "void"
    assert asked.refused("POST", "/v1/charges", customer=id_, amount=500, currency="jpy")["code"] == "resource_missing"
    assert asked.get("/v1/customers")["data"] == []


def test_a_default_card_that_has_gone_is_a_failed_attempt(asked: Asked) -> None:
    customer = asked.post("/v1/customers", source="tok_visa")
    card = customer["default_source"]
    subscription = asked.subscribe(customer, asked.price(), default_source=card)
    charge = asked.get("/v1/charges")["data"][0]["id"]
    asked.delete(f"/v1/customers/{customer['id']}/sources/{card}")
    asked.advance(32 * DAY)
    unpaid = asked.invoices(subscription=subscription["id"])[-1]
    assert (unpaid["status"], unpaid["attempt_count"]) == ("open", 1)
    assert unpaid["next_payment_attempt"]
    assert asked.post("/v1/refunds", charge=charge)["status"] == "succeeded", "the card is gone, the money goes back"


def test_a_pause_credits_once_and_a_resumption_bills_what_is_left(asked: Asked) -> None:
    subscription = asked.subscribe(asked.customer(), asked.price(3_000))
    path = f"/v1/subscriptions/{subscription['id']}"
    asked.advance(10 * DAY)
    for _ in range(3):
        bill = {"unused_time_from": {"type": "now"}}
        asked.post(f"{path}/pause", type="subscription", invoicing_behavior="invoice", bill_for=bill)
        resumed = asked.post(f"{path}/resume", billing_cycle_anchor={"type": "unchanged"})
        assert resumed["status"] == "active"
    assert asked.get(f"/v1/customers/{subscription['customer']}")["balance"] == 0
    all_sums_hold(asked)
    asked.advance(50 * DAY)
    assert asked.invoices(subscription=subscription["id"])[-1]["billing_reason"] == "subscription_cycle"


def test_a_resumption_paid_later_is_billed_again(asked: Asked) -> None:
    customer = asked.customer()
    subscription = asked.subscribe(customer, asked.price())
    path = f"/v1/subscriptions/{subscription['id']}"
    asked.post(f"{path}/pause", type="subscription", bill_for={"unused_time_from": {"type": "none"}})
    card = asked.post("/v1/payment_methods/pm_card_chargeCustomerFail/attach", customer=customer["id"])["id"]
    asked.post(path, default_payment_method=card)
    waiting = asked.post(f"{path}/resume", billing_cycle_anchor={"type": "now"})
    assert waiting["status"] == "paused"
    assert asked.refused("POST", f"{path}/resume", billing_cycle_anchor={"type": "now"})["status"] == 400
    visa = customer["invoice_settings"]["default_payment_method"]
    asked.post(f"/v1/invoices/{waiting['latest_invoice']}/pay", payment_method=visa)
    assert asked.get(path)["status"] == "active"
    asked.advance(32 * DAY)
    assert len(asked.invoices(subscription=subscription["id"])) == 3


def test_the_last_usage_and_pending_items_are_billed_at_the_end(asked: Asked) -> None:
    meter = asked.post(
        "/v1/billing/meters", display_name="C", event_name="calls", default_aggregation={"formula": "sum"}
    )
    customer = asked.customer()
    price = asked.price(10, recurring={"usage_type": "metered", "meter": meter["id"]})
    subscription = asked.subscribe(customer, price)
    payload = {"stripe_customer_id": customer["id"], "value": "50"}
    asked.post("/v1/billing/meter_events", event_name="calls", payload=payload)
    own = {"customer": customer["id"], "subscription": subscription["id"]}
    asked.post("/v1/invoiceitems", **own, amount=700, currency="jpy")
    asked.post(f"/v1/subscriptions/{subscription['id']}", cancel_at_period_end=True)
    asked.advance(32 * DAY)
    last = asked.invoices(subscription=subscription["id"])[-1]
    assert (last["status"], last["total"]) == ("paid", 1_200)


def test_a_trial_that_ends_before_the_anchor_is_billed_in_proportion(asked: Asked) -> None:
    config = {"day_of_month": 1, "hour": 0, "minute": 0, "second": 0}
    subscription = asked.subscribe(
        asked.customer(), asked.price(3_100), trial_period_days=25, billing_cycle_anchor_config=config
    )
    asked.advance(26 * DAY)
    assert asked.invoices(subscription=subscription["id"])[-1]["total"] == 1_600  # 16 of December's 31 days


def test_one_authorization_is_taken_once(asked: Asked) -> None:
    params = {"amount": 500, "currency": "jpy", "payment_method": "pm_card_visa", "capture_method": "manual"}
    held = asked.post("/v1/payment_intents", **params, confirm=True)
    error = asked.refused("POST", f"/v1/charges/{held['latest_charge']}/capture")
    assert error["code"] == "payment_intent_unexpected_state"
    asked.post(f"/v1/payment_intents/{held['id']}/capture")
    assert [moved["amount"] for moved in asked.get("/v1/balance_transactions")["data"]] == [500]


def test_a_refused_meter_event_counts_nowhere(asked: Asked) -> None:
    asked.post("/v1/billing/meters", display_name="C", event_name="calls", default_aggregation={"formula": "sum"})
    payload = {"stripe_customer_id": asked.customer(None)["id"], "value": "5"}
    usage = {"event_name": "calls", "payload": payload, "identifier": "i1"}
    asked.refused("POST", "/v1/billing/meter_events", **usage, expand=["nope"])
    assert not asked.state.usage
    asked.post("/v1/billing/meter_events", **usage)
    assert [len(events) for events in asked.state.usage.values()] == [1]


def test_taxes_of_a_line_can_be_changed(asked: Asked) -> None:
    customer = asked.customer()
    rate = asked.post("/v1/tax_rates", display_name="Tax", percentage=10, inclusive=False)["id"]
    draft = asked.post("/v1/invoices", customer=customer["id"], currency="jpy")
    item = asked.post("/v1/invoiceitems", customer=customer["id"], invoice=draft["id"], amount=1_000, currency="jpy")
    asked.post(f"/v1/invoiceitems/{item['id']}", tax_rates=[rate])
    assert asked.get(f"/v1/invoices/{draft['id']}")["total"] == 1_100
    line = asked.get(f"/v1/invoices/{draft['id']}/lines")["data"][0]["id"]
    asked.post(f"/v1/invoices/{draft['id']}/update_lines", lines=[{"id": line, "tax_rates": ""}])
    assert asked.get(f"/v1/invoices/{draft['id']}")["total"] == 1_000
