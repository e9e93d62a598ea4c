"""Every endpoint of the simulator: known to the SDK, its parameters too, and its answers whole by the SDK's classes."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from billing_desk.simulator.accounts.practice import DEMO_KEY, demo_simulator
from billing_desk.simulator.http.asgi import Application
from billing_desk.simulator.resources import Endpoint
from billing_desk.simulator.server import ENDPOINTS, Simulator
from billing_desk.simulator.state.clock import FrozenClock

from .sdk_routes import route_of
from .sdk_types import object_problems

NOW = 1_795_219_200


@pytest.fixture(scope="module")
def simulator() -> Simulator:
    return demo_simulator(FrozenClock(NOW))


async def _call(simulator: Simulator, method: str, path: str, **params: Any) -> Any:
    transport = httpx.ASGITransport(app=Application(simulator))
    async with httpx.AsyncClient(transport=transport, base_url="http://practice.invalid") as client:
        headers = {"Authorization": f"Bearer {DEMO_KEY}"}
        if method == "POST":
            response = await client.post(path, data=params, headers=headers)
        else:
            response = await client.request(method, path, params=params, headers=headers)
    return response


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda e: f"{e.method} {e.path}")
def test_endpoint_is_one_of_stripes(endpoint: Endpoint) -> None:
    path = endpoint.plain.replace("{}", "x_1")
    assert route_of(endpoint.method.lower(), path) is not None


LISTS = [
    "/v1/customers",
    "/v1/products",
    "/v1/prices",
    "/v1/plans",
    "/v1/subscriptions?status=all",
    "/v1/invoices",
    "/v1/invoice_payments",
    "/v1/payment_intents",
    "/v1/charges",
    "/v1/balance_transactions",
    "/v1/payouts",
    "/v1/billing/meters",
    "/v1/events",
]


@pytest.mark.parametrize("path", LISTS)
async def test_everything_in_the_practice_account_is_whole(simulator: Simulator, path: str) -> None:
    base, _, query = path.partition("?")
    params: dict[str, Any] = {"limit": 100, **dict(pair.split("=") for pair in query.split("&") if pair)}
    count = 0
    while True:
        page = (await _call(simulator, "GET", base, **params)).json()
        assert object_problems(page) == []
        count += len(page["data"])
        if not page["has_more"]:
            break
        params["starting_after"] = page["data"][-1]["id"]
    assert count > 2


async def test_single_objects_are_whole(simulator: Simulator) -> None:
    for path in ("/v1/account", "/v1/balance", "/v1/prices/basic-monthly", "/v1/plans/basic-yearly"):
        assert object_problems((await _call(simulator, "GET", path)).json()) == []
    customers = (await _call(simulator, "GET", "/v1/customers", limit=3)).json()["data"]
    for customer in customers:
        cards = (await _call(simulator, "GET", f"/v1/customers/{customer['id']}/payment_methods")).json()
        assert cards["data"]
        assert object_problems(cards) == []
    meter = (await _call(simulator, "GET", "/v1/billing/meters")).json()["data"][0]
    start = NOW - NOW % 86_400
    span = {"start_time": start - 86_400 * 3, "end_time": start, "value_grouping_window": "day"}
    path = f"/v1/billing/meters/{meter['id']}/event_summaries"
    usage = (await _call(simulator, "GET", path, customer=customers[0]["id"], **span)).json()
    assert len(usage["data"]) == 3
    assert object_problems(usage) == []
    invoice = (await _call(simulator, "GET", "/v1/invoices")).json()["data"][0]
    assert object_problems((await _call(simulator, "GET", f"/v1/invoices/{invoice['id']}/lines")).json()) == []


async def test_what_is_written_is_whole_and_leaves_events(simulator: Simulator) -> None:
    made = (await _call(simulator, "POST", "/v1/customers", name="新規", email="new@example.jp")).json()
    card = (await _call(simulator, "POST", "/v1/payment_methods/pm_card_visa/attach", customer=made["id"])).json()
    default = {"invoice_settings[default_payment_method]": card["id"]}
    updated = (await _call(simulator, "POST", f"/v1/customers/{made['id']}", **default)).json()
    items = {"items[0][price]": "basic-monthly", "items[0][quantity]": "2"}
    subscription = (await _call(simulator, "POST", "/v1/subscriptions", customer=made["id"], **items)).json()
    product = (await _call(simulator, "POST", "/v1/products", name="Extra")).json()
    price_params = {"product": product["id"], "currency": "jpy", "unit_amount": "500"}
    price = (await _call(simulator, "POST", "/v1/prices", **price_params)).json()
    plan_params = {"product[name]": "P", "currency": "jpy", "interval": "month", "amount": "100"}
    plan = (await _call(simulator, "POST", "/v1/plans", **plan_params)).json()
    formula = {"default_aggregation[formula]": "sum"}
    meter = (await _call(simulator, "POST", "/v1/billing/meters", display_name="M", event_name="m", **formula)).json()
    for obj in (made, card, updated, subscription, product, price, plan, meter):
        assert object_problems(obj) == [], json.dumps(obj)[:200]
    gone = (await _call(simulator, "DELETE", f"/v1/customers/{made['id']}")).json()
    assert object_problems(gone) == []
    log = (await _call(simulator, "GET", "/v1/events", limit=100)).json()
    assert object_problems(log) == []
    types = {event["type"] for event in log["data"]}
    assert {"customer.created", "customer.updated", "customer.deleted", "invoice.paid"} <= types


@pytest.mark.parametrize(
    ("method", "path", "params", "status", "code", "param"),
    [
        ("POST", "/v1/customers", {"mail": "x"}, 400, "parameter_unknown", "mail"),
        ("POST", "/v1/customers", {"email": "no"}, 400, "email_invalid", "email"),
        ("POST", "/v1/customers", {"balance": "1.5"}, 400, "parameter_invalid_integer", "balance"),
        ("POST", "/v1/customers", {"address[planet]": "x"}, 400, "parameter_unknown", "address[planet]"),
        ("POST", "/v1/customers/cus_none", {"name": "x"}, 404, "resource_missing", "id"),
        ("GET", "/v1/customers/cus_none", {}, 404, "resource_missing", "id"),
        ("GET", "/v1/customers", {"limit": "101"}, 400, "parameter_invalid_integer", "limit"),
        ("GET", "/v1/customers", {"starting_after": "cus_none"}, 400, "resource_missing", "starting_after"),
        ("POST", "/v1/products", {}, 400, "parameter_missing", "name"),
        ("GET", "/v1/nothing", {}, 404, None, None),
    ],
)
async def test_wrong_input_is_refused_as_stripe_does(
    simulator: Simulator,
    method: str,
    path: str,
    params: dict[str, str],
    status: int,
    code: str | None,
    param: str | None,
) -> None:
    response = await _call(simulator, method, path, **params)
    error = response.json()["error"]
    assert (response.status_code, error.get("code"), error.get("param")) == (status, code, param)
    assert error["type"] == "invalid_request_error"
    assert error["message"]
