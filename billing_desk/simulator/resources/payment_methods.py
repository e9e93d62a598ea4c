"""Cards as PaymentMethods: read, attach, list by customer."""

from __future__ import annotations

import copy
import hashlib

from ..billing.test_cards import TestCard, find
from ..errors import ApiError, invalid, no_such
from ..shapes import fields, listing, one_of, text
from ..state import Call, State
from ..wire import Json, page
from . import NOTHING, Endpoint

_BILLING = {
    "address": dict.fromkeys(("city", "country", "line1", "line2", "postal_code", "state")),
    "email": None,
    "name": None,
    "phone": None,
    "tax_id": None,
}


def new_method(
    state: State, card: TestCard, *, expiry: tuple[int, int], country: str = "JP", name: str | None = None
) -> Json:
    """An unattached card; `expiry` is (month, year)."""
    print_of = hashlib.sha256(f"{card.brand}{card.last4}{card.funding}{expiry}".encode()).hexdigest()
    method = {
        "id": state.new_id("pm_1", 23),
        "object": "payment_method",
        "allow_redisplay": "unspecified",
        "billing_details": {**copy.deepcopy(_BILLING), "name": name},
        "card": {
            "brand": card.brand,
            "checks": {
                "address_line1_check": None,
                "address_postal_code_check": None,
                "cvc_check": "pass",
            },
            "country": country,
            "display_brand": card.brand,
            "exp_month": expiry[0],
            "exp_year": expiry[1],
            "fingerprint": print_of[:16],
            "funding": card.funding,
            "generated_from": None,
            "last4": card.last4,
            "networks": {"available": [card.brand], "preferred": None},
            "regulated_status": "unregulated",
            "three_d_secure_usage": {"supported": True},
            "wallet": None,
        },
        "created": state.clock.now(),
        "customer": None,
        "livemode": state.livemode,
        "metadata": {},
        "type": "card",
    }
    return state.add("payment_method", method)


def attach_to(call: Call, method_id: str, customer_id: str) -> Json:
    """Attach; a test name such as `pm_card_visa` makes a new card each time, as at Stripe."""
    customer = call.state.get("customer", customer_id, "customer")
    if customer.get("deleted"):
        raise no_such("customer", customer_id, "customer")
    card = find(method_id)
    if card is not None:
        method = new_method(call.state, card, expiry=(12, 2034), name=customer["name"])
    else:
        method = call.state.get("payment_method", method_id)
    if method["customer"] not in (None, customer_id):
        raise ApiError(
            400,
            "The payment method you provided has already been attached to a customer.",
            code="payment_method_unexpected_state",
        )
    method["customer"] = customer_id
    call.emit("payment_method.attached", method)
    return method


def create(call: Call) -> Json:
    token = call.params["card"]["token"]
    card = find(token)
    if card is None:
        raise invalid("card[token]", f"No such token: '{token}'", code="resource_missing")
    return new_method(call.state, card, expiry=(12, 2034))


def attach(call: Call) -> Json:
    return attach_to(call, call.ids["id"], call.params["customer"])


def retrieve(call: Call) -> Json:
    return call.state.get("payment_method", call.ids["id"])


def of_customer(call: Call, customer_id: str, url: str) -> Json:
    if call.state.get("customer", customer_id).get("deleted"):
        raise no_such("customer", customer_id)
    kind = call.params.get("type")
    chosen = [
        method
        for method in call.state.all("payment_method")
        if method["customer"] == customer_id and kind in (None, method["type"])
    ]
    return page(chosen, call.params, url, "payment_method")


def list_of_customer(call: Call) -> Json:
    return of_customer(call, call.ids["id"], f"/v1/customers/{call.ids['id']}/payment_methods")


def list_all(call: Call) -> Json:
    return of_customer(call, call.params.get("customer", ""), "/v1/payment_methods")


_card_by_token = fields({"token": text()}, required=("token",))
endpoints = [
    Endpoint(
        "POST",
        "/v1/payment_methods",
        create,
        fields({"type": one_of("card"), "card": _card_by_token}, required=("type", "card")),
        "payment_method",
    ),
    Endpoint("GET", "/v1/payment_methods", list_all, listing(customer=text(), type=text()), "payment_method"),
    Endpoint("GET", "/v1/payment_methods/{id}", retrieve, NOTHING, "payment_method"),
    Endpoint(
        "POST",
        "/v1/payment_methods/{id}/attach",
        attach,
        fields({"customer": text()}, required=("customer",)),
        "payment_method",
    ),
    Endpoint("GET", "/v1/customers/{id}/payment_methods", list_of_customer, listing(type=text()), "payment_method"),
]
