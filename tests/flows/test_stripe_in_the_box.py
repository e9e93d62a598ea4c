"""The practice Stripe over real HTTP, used by the stock SDK, by curl, and by a customer's browser; row by row."""

from __future__ import annotations

import asyncio
import json
import queue
import subprocess
import sys
import threading
import urllib.parse
import urllib.request
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import stripe
from PySide6.QtWidgets import QApplication

from billing_desk.simulator.state.faults import Fault

from ..simulated import DAY, KEY, NOW
from .simulator_http import Box, client_of


@pytest.mark.parametrize(
    ("card", "code", "decline", "advice"),
    [
        ("pm_card_chargeDeclined", "card_declined", "generic_decline", "try_again_later"),
        ("pm_card_chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds", "try_again_later"),
        ("pm_card_visa_chargeDeclinedLostCard", "card_declined", "lost_card", "do_not_try_again"),
        ("pm_card_visa_chargeDeclinedStolenCard", "card_declined", "stolen_card", "do_not_try_again"),
        ("pm_card_chargeDeclinedExpiredCard", "expired_card", "expired_card", "confirm_card_data"),
        ("pm_card_chargeDeclinedIncorrectCvc", "incorrect_cvc", "incorrect_cvc", "confirm_card_data"),
        ("pm_card_chargeDeclinedProcessingError", "processing_error", "processing_error", "try_again_later"),
        ("pm_card_riskLevelHighest", "card_declined", "fraudulent", "do_not_try_again"),
    ],
)
def test_why_a_card_is_declined(box: Box, card: str, code: str, decline: str, advice: str) -> None:
    """F9."""
    params = {"amount": 500, "currency": "jpy", "confirm": True, "payment_method": card}
    with pytest.raises(stripe.CardError) as raised:
        box.v1.payment_intents.create(params)
    error = raised.value.error
    assert error is not None
    assert (error.code, error.decline_code, error.advice_code) == (code, decline, advice)
    assert raised.value.http_status == 402
    assert box.v1.charges.list().data[0].outcome.type == ("blocked" if "risk" in card else "issuer_declined")


def test_funding_of_every_kind_and_a_card_that_only_fails_later(box: Box) -> None:
    """C9."""
    names = {"pm_card_visa": "credit", "pm_card_visa_debit": "debit", "pm_card_mastercard_prepaid": "prepaid"}
    for name, funding in {**names, "pm_card_visa_unknown": "unknown"}.items():
        customer = box.v1.customers.create({})
        assert box.v1.payment_methods.attach(name, {"customer": customer.id}).card.funding == funding
    saved = box.v1.payment_methods.attach("pm_card_chargeCustomerFail", {"customer": customer.id})
    paying = {"amount": 500, "currency": "jpy", "confirm": True, "customer": customer.id, "payment_method": saved.id}
    with pytest.raises(stripe.CardError):
        box.v1.payment_intents.create(paying)
    paying["payment_method"] = box.v1.payment_methods.attach("pm_card_riskLevelElevated", {"customer": customer.id}).id
    review = box.v1.payment_intents.create(paying).review
    assert box.v1.reviews.approve(review).closed_reason == "approved"
    paying["payment_method"] = box.v1.payment_methods.attach("pm_card_createDispute", {"customer": customer.id}).id
    paid = box.v1.payment_intents.create(paying)
    assert box.v1.disputes.list({"payment_intent": paid.id}).data[0].reason == "fraudulent"


def _post_form(url: str, **values: str) -> str:
    data = urllib.parse.urlencode(values).encode()
    with urllib.request.urlopen(urllib.request.Request(url, data), timeout=5) as answer:
        return str(answer.read().decode())


def test_a_customer_saves_a_card_on_the_hosted_page(box: Box) -> None:
    """C2."""
    customer = box.v1.customers.create({"name": "Ito <Aoi>"})
    blocked = {"card": {"restrictions": {"funding_types_blocked": ["prepaid"]}}}
    session = box.v1.checkout.sessions.create(
        {
            "mode": "setup",
            "customer": customer.id,
            "currency": "jpy",
            "success_url": "https://example.jp/done?s={CHECKOUT_SESSION_ID}",
            "payment_method_options": blocked,
        }
    )
    assert session.url.startswith(box.url)
    with urllib.request.urlopen(session.url, timeout=5) as page:
        assert "Save a card" in page.read().decode()
    with pytest.raises(urllib.error.HTTPError) as raised:
        _post_form(session.url, card="pm_card_mastercard_prepaid")
    assert "not supported" in raised.value.read().decode()
    assert box.v1.checkout.sessions.retrieve(session.id).status == "open"
    assert f"https://example.jp/done?s={session.id}" in _post_form(session.url, card="pm_card_visa")
    done = box.v1.checkout.sessions.retrieve(session.id, {"expand": ["setup_intent.payment_method"]})
    assert (done.status, done.setup_intent.payment_method.customer) == ("complete", customer.id)
    portal = box.v1.billing_portal.sessions.create(
        {"customer": customer.id, "return_url": "https://example.jp/", "flow_data": {"type": "payment_method_update"}}
    )
    _post_form(portal.url, card="pm_card_jcb")
    default = box.v1.customers.retrieve(customer.id, {"expand": ["invoice_settings.default_payment_method"]})
    assert default.invoice_settings.default_payment_method.card.brand == "jcb"


class _Listener(HTTPServer):
    """Takes webhooks; refuses the first, after `refusing`."""

    def __init__(self, refusing: Callable[[], object]) -> None:
        heard: queue.Queue[tuple[bytes, str]] = queue.Queue()
        self.heard, self.refused = heard, 0
        listener = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if not listener.refused:
                    listener.refused += 1
                    refusing()
                    self.send_response(500)
                else:
                    heard.put((body, self.headers["Stripe-Signature"]))
                    self.send_response(200)
                self.end_headers()

            def log_message(self, *_: Any) -> None: ...

        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.shutdown()
        self.server_close()


def test_webhooks_are_signed_and_come_again_until_taken(box: Box) -> None:
    """E11."""
    looked_at = threading.Event()
    listener = _Listener(lambda: looked_at.wait(5) and box.simulator.advance(60))  # while the attempt is under way
    url = f"http://127.0.0.1:{listener.server_port}/webhooks"
    endpoint = box.v1.webhook_endpoints.create({"url": url, "enabled_events": ["customer.created"]})
    customer = box.v1.customers.create({"name": "Heard"})
    event = box.v1.events.list({"type": "customer.created"}).data[0]
    assert event.pending_webhooks == 1
    looked_at.set()
    body, signature = listener.heard.get(timeout=5)
    heard = box.client.construct_event(body, signature, endpoint.secret, tolerance=10**9)
    assert (heard.id, heard.data.object["id"]) == (event.id, customer.id)
    with pytest.raises(stripe.SignatureVerificationError):
        box.client.construct_event(body + b" ", signature, endpoint.secret, tolerance=10**9)
    listener.stop()


def test_a_refused_connection_and_a_slow_body_reach_the_sdk_as_such(box: Box) -> None:
    box.simulator.faults.add(Fault("POST", "drop_after"))
    with pytest.raises(stripe.APIConnectionError):
        box.v1.customers.create({"name": "Made all the same"}, {"max_network_retries": 0})
    assert box.v1.customers.list().data[0].name == "Made all the same"
    box.simulator.faults.add(Fault("GET", "slow_body", seconds=0.2))
    assert box.v1.customers.list().data[0].name == "Made all the same"
    box.simulator.faults.add(Fault("GET", "not_json"))
    with pytest.raises(stripe.APIError):
        box.v1.customers.list()


def test_the_stream_with_a_session_that_ends(box: Box) -> None:
    """E6."""
    box.v1.billing.meters.create(
        {"display_name": "Calls", "event_name": "calls", "default_aggregation": {"formula": "sum"}}
    )
    customer = box.v1.customers.create({})
    session = box.client.v2.billing.meter_event_session.create()
    one = {"event_name": "calls", "payload": {"stripe_customer_id": customer.id, "value": "3"}}
    events = [{**one, "identifier": f"e{number}"} for number in range(100)]
    options = {"api_key": session.authentication_token}
    box.client.v2.billing.meter_event_stream.create({"events": events}, options)  # type: ignore[arg-type, typeddict-item]
    box.client.v2.billing.meter_event_stream.create({"events": events}, options)  # type: ignore[arg-type, typeddict-item]
    meter = box.v1.billing.meters.list().data[0].id
    span = {"customer": customer.id, "start_time": NOW, "end_time": NOW + DAY}
    assert box.v1.billing.meters.event_summaries.list(meter, span).data[0].aggregated_value == 300
    box.simulator.advance(16 * 60)
    with pytest.raises(stripe.TemporarySessionExpiredError):
        box.client.v2.billing.meter_event_stream.create({"events": events}, options)  # type: ignore[arg-type, typeddict-item]


# The SDK's own call into httpx; the program passes its bodies another way.
@pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")
async def test_the_stock_sdk_works_asynchronously_too(qapp: QApplication, box: Box) -> None:
    http: Any = stripe.HTTPXClient()
    client = client_of(box.url, http)
    names = [f"Row {number}" for number in range(25)]
    await asyncio.gather(*(client.v1.customers.create_async({"name": name}) for name in names))
    page = await client.v1.customers.list_async({"limit": 10})
    assert {c.name async for c in page.auto_paging_iter()} == set(names)
    found = await client.v1.customers.search_async({"query": "name:'row'", "limit": 10})
    assert len([c.id async for c in found.auto_paging_iter()]) == 25
    events = await client.v2.core.events.list_async({"limit": 5})
    assert len([event.id async for event in events.auto_paging_iter()]) == 25
    await http.close_async()


def _curl(*arguments: str) -> Any:
    done = subprocess.run(["curl", "-sS", *arguments], capture_output=True, timeout=10, check=True)
    return json.loads(done.stdout)


def test_curl_as_in_stripes_reference(box: Box) -> None:
    """Basic and bearer keys, form bodies with brackets, query filters, a JSON body of API v2, a deletion."""
    user = ("-u", f"{KEY}:")
    address = ("-d", "address[line1]=1-2", "-d", "address[country]=JP", "-d", "metadata[crm]=7")
    customer = _curl(f"{box.url}/v1/customers", *user, "-d", "name=Jenny Rosen", *address)
    assert (customer["address"]["country"], customer["metadata"]) == ("JP", {"crm": "7"})
    bearer = ("-H", f"Authorization: Bearer {KEY}")
    found = _curl("-G", f"{box.url}/v1/customers", *bearer, "-d", "limit=3", "-d", f"created[gte]={NOW}")
    assert [c["id"] for c in found["data"]] == [customer["id"]]
    price = ("-d", "unit_amount=1000", "-d", "currency=usd", "-d", "recurring[interval]=month")
    made = _curl(f"{box.url}/v1/prices", *user, *price, "-d", "product_data[name]=Gold Plan")
    items = ("-d", f"customer={customer['id']}", "-d", f"items[0][price]={made['id']}", "-d", "trial_period_days=7")
    subscription = _curl(f"{box.url}/v1/subscriptions", *user, *items, "-d", "expand[]=latest_invoice")
    assert (subscription["status"], subscription["latest_invoice"]["total"]) == ("trialing", 0)
    event = json.dumps({"event_name": "calls", "payload": {"stripe_customer_id": customer["id"], "value": "1"}})
    refused = _curl(f"{box.url}/v2/billing/meter_events", *bearer, "-H", "Content-Type: application/json", "-d", event)
    assert refused["error"]["code"] == "no_meter"
    assert _curl("-X", "DELETE", f"{box.url}/v1/customers/{customer['id']}", *user)["deleted"] is True
    assert "Invalid API Key" in _curl(f"{box.url}/v1/customers", "-u", "sk_test_nobody:")["error"]["message"]


def _served(file: Path) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-m", "billing_desk.simulator", "--port", "0", "--state", str(file), "--key", KEY]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    return process, process.stdout.readline().split()[1]


def test_the_state_file_outlives_a_kill(tmp_path: Path) -> None:
    """Started from the command line, killed without a word, started again: what was there is there."""
    file = tmp_path / "state.json"
    process, url = _served(file)
    made = _curl(f"{url}/v1/customers", "-u", f"{KEY}:", "-d", "name=Kept")
    while not (file.exists() and made["id"] in file.read_text()):
        threading.Event().wait(0.05)
    process.kill()
    process.wait()
    again, url = _served(file)
    assert _curl(f"{url}/v1/customers/{made['id']}", "-u", f"{KEY}:")["name"] == "Kept"
    again.terminate()
    again.communicate(timeout=10)
    assert process.stdout is not None
    process.stdout.close()
