"""Empty texts: refused for what cannot be unset, clearing what can be, for every parameter of every endpoint."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from billing_desk.simulator.errors import ApiError
from billing_desk.simulator.limits import can_be_cleared
from billing_desk.simulator.resources import Endpoint
from billing_desk.simulator.server import ENDPOINTS
from billing_desk.simulator.spec import _spec, shape_of
from billing_desk.simulator.state.templates import UNSET

from ..simulated import Asked


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.mark.parametrize(
    ("method", "path", "params", "param"),
    [
        ("POST", "/v1/refunds", {"charge": ""}, "charge"),
        ("POST", "/v1/refunds", {"payment_intent": ""}, "payment_intent"),
        ("POST", "/v1/payment_intents", {"amount": 500, "currency": "jpy", "customer": ""}, "customer"),
        ("POST", "/v1/payment_intents", {"amount": 500, "currency": ""}, "currency"),
        ("POST", "/v1/payment_intents", {"amount": 500, "currency": "jpy", "payment_method": ""}, "payment_method"),
        ("POST", "/v1/charges", {"amount": 500, "currency": "jpy", "source": ""}, "source"),
        ("POST", "/v1/customers", {"source": ""}, "source"),
        ("POST", "/v1/customers", {"test_clock": ""}, "test_clock"),
        ("POST", "/v1/customers", {"tax_id_data": ""}, "tax_id_data"),
        ("POST", "/v1/subscriptions", {"customer": ""}, "customer"),
        ("POST", "/v1/subscriptions", {"customer": "cus_x", "items": ""}, "items"),
        ("POST", "/v1/subscriptions", {"customer": "cus_x", "items": [{"price": ""}]}, "items[0][price]"),
        ("POST", "/v1/prices", {"currency": "jpy", "product": "", "unit_amount": 5}, "product"),
        ("POST", "/v1/invoiceitems", {"customer": "cus_x", "invoice": ""}, "invoice"),
        ("GET", "/v1/charges", {"customer": ""}, "customer"),
        ("GET", "/v1/invoices", {"subscription": ""}, "subscription"),
        ("GET", "/v1/events", {"types": ""}, "types"),
        ("GET", "/v2/core/events", {"page": ""}, "page"),
    ],
)
def test_an_empty_text_is_refused_where_nothing_can_be_unset(
    asked: Asked, method: str, path: str, params: dict[str, Any], param: str
) -> None:
    error = asked.refused(method, path, **params)
    assert (error["status"], error.get("code"), error.get("param")) == (400, "parameter_invalid_empty", param)
    assert f"'{param}' cannot be unset" in error["message"]


def test_an_address_with_an_empty_id_is_not_one_of_the_object(asked: Asked) -> None:
    error = asked.refused("GET", "/v1/charges/")
    assert error["status"] == 404
    assert "trailing slash" in error["message"]


def test_an_empty_text_clears_what_can_be_unset(asked: Asked) -> None:
    customer = asked.customer(name="Sato", phone="1", description="d", metadata={"a": "b"}, address={"city": "Tokyo"})
    changes: dict[str, Any] = {"name": "", "phone": "", "description": "", "metadata": "", "address": ""}
    cleared = asked.post(f"/v1/customers/{customer['id']}", **changes)
    assert (cleared["name"], cleared["phone"], cleared["description"]) == (None, None, None)
    assert (cleared["metadata"], cleared["address"]) == ({}, None)
    subscription = asked.subscribe(customer, asked.price(), cancel_at=asked.clock.now() + 90_000)
    path = f"/v1/subscriptions/{subscription['id']}"
    asked.post(path, pause_collection={"behavior": "void"})
    unset: dict[str, Any] = dict.fromkeys(("pause_collection", "cancel_at", "discounts", "default_payment_method"), "")
    found = asked.post(path, **unset)
    assert (found["pause_collection"], found["cancel_at"], found["discounts"]) == (None, None, [])


def _texts(method: str) -> Iterator[tuple[Endpoint, str, bool]]:
    """Each text and list parameter of these endpoints, and whether the SDK's type allows an empty text."""
    for endpoint in ENDPOINTS:
        place = _spec()["routes"][f"{endpoint.method} {endpoint.plain}"]
        if endpoint.method != method or place is None or endpoint.path.startswith("/v2/"):
            continue
        for name, shape in _spec()["objects"][place][0].items():
            marked = isinstance(shape, list) and shape[0] == "unset"
            if shape == "s" or (isinstance(shape, list) and shape[0] in ("unset", "list", "enum", "or")):
                yield endpoint, name, marked


BY_DOCSTRING = {("/v1/payment_intents/{id}", "payment_method"), ("/v1/setup_intents/{id}", "payment_method")}
"""(path, parameter) of those that can be unset by the words of the SDK only."""


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_every_parameter_refuses_an_empty_text_or_is_cleared_by_it(method: str) -> None:
    """No empty text reaches a handler as a text."""
    wrong = []
    for endpoint, name, marked in _texts(method):
        place = _spec()["routes"][f"{endpoint.method} {endpoint.plain}"]
        required = _spec()["objects"][place][1]
        found: Any
        try:
            found = shape_of(endpoint.method, endpoint.path)({**dict.fromkeys(required, "1"), name: ""}, "")[name]
        except ApiError as error:
            if error.param != name:
                continue  # another required parameter is not a text
            found = error.code
        expected: set[Any]
        if marked or (endpoint.path, name) in BY_DOCSTRING:
            expected = {UNSET}
        elif method == "POST" and can_be_cleared(name):
            expected = {UNSET, "parameter_invalid_empty"}
        else:
            expected = {"parameter_invalid_empty"}
        if found not in expected:
            wrong.append((endpoint.method, endpoint.path, name, found))
    assert wrong == []


@pytest.mark.parametrize("kind", ["payment_intents", "setup_intents"])
def test_an_intents_payment_method_can_be_unset(asked: Asked, kind: str) -> None:
    amount = {"amount": 500, "currency": "jpy"} if kind == "payment_intents" else {}
    intent = asked.post(f"/v1/{kind}", payment_method="pm_card_visa", **amount)
    found = asked.post(f"/v1/{kind}/{intent['id']}", payment_method="")
    assert (found["payment_method"], found["status"]) == (None, "requires_payment_method")
