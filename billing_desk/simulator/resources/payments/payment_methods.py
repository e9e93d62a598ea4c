"""PaymentMethods of type card: create, read, attach, update, detach."""

from __future__ import annotations

from ...billing.payments import test_cards
from ...billing.payments.raw_cards import EXPIRY, raw_card
from ...billing.payments.test_cards import TestCard
from ...billing.payments.wallets import fingerprint, keep
from ...billing.subscriptions.settings import merged_metadata
from ...call import Call, listed
from ...errors import invalid, missing_parameter, no_such, refused
from ...spec import blank
from ...state.state import State
from ...state.table import Json
from ...state.templates import plain
from .. import endpoints_of
from .tokens import spend_token


def new_method(
    state: State,
    card: TestCard,
    *,
    expiry: tuple[int, int] = EXPIRY,
    country: str | None = None,
    name: str | None = None,
) -> Json:
    """An unattached card; `expiry` is (month, year)."""
    method = state.new(
        "payment_method",
        state.new_id("pm_1", 23),
        allow_redisplay="unspecified",
        billing_details={**_empty_billing(), "name": name},
        card=card_fields(card, expiry, country),
        metadata={},
        type="card",
    )
    names = [key for key, known in test_cards.BY_NAME.items() if known is card]
    state.secrets_of(method["id"])["card"] = names[0] if names else "visa"
    return method


def _empty_billing() -> Json:
    address = dict.fromkeys(("city", "country", "line1", "line2", "postal_code", "state"))
    return {**blank("payment_method")["billing_details"], "address": address}


def card_fields(card: TestCard, expiry: tuple[int, int], country: str | None = None) -> Json:
    checks = {"address_line1_check": card.line1_check, "address_postal_code_check": card.postal_code_check}
    return {
        "brand": card.brand,
        "checks": {**checks, "cvc_check": card.cvc_check},
        "country": country or card.country,
        "display_brand": card.brand,
        "exp_month": expiry[0],
        "exp_year": expiry[1],
        "fingerprint": fingerprint(card, expiry),
        "funding": card.funding,
        "generated_from": None,
        "last4": card.last4,
        "networks": {"available": [card.brand], "preferred": None},
        "regulated_status": "unregulated",
        "three_d_secure_usage": {"supported": True},
        "wallet": None,
    }


def resolved(call: Call, id_: str, param: str = "payment_method") -> Json:
    """A PaymentMethod by its id. A test name such as `pm_card_visa` creates a new one each time, as at Stripe."""
    card = test_cards.find(id_) if id_.startswith("pm_card_") else None
    if card is not None:
        return new_method(call.state, card)
    return call.state.get("payment_method", id_, param)


def attach_to(call: Call, method_id: str, customer: Json) -> Json:
    """Attach for later use. Raises ApiError if declined, attached to another customer, or detached before."""
    if customer.get("deleted"):
        raise no_such("customer", customer["id"], "customer")
    method = resolved(call, method_id, "id" if call.ids.get("id") == method_id else "payment_method")
    hidden = call.state.secrets_of(method["id"])
    if hidden.get("detached"):
        raise refused(
            "The payment method you provided was previously used with a "
            "PaymentIntent without Customer attachment, shared "
            "with a connected account without Customer attachment, or was detached from a Customer. It may not be used "
            "again. To use a PaymentMethod multiple times, you must attach it to a Customer first.",
            "payment_method_unexpected_state",
        )
    if method["customer"] not in (None, customer["id"]):
        raise refused(
            "The payment method you provided has already been attached to a customer.",
            "payment_method_unexpected_state",
        )
    keep(call, method)
    if method["customer"] is None:
        with call.changing(method, None):
            method["customer"] = customer["id"]
        call.emit("payment_method.attached", method)
    return method


def create(call: Call) -> Json:
    params, state = call.params, call.state
    if params.get("type", "card") != "card":
        raise refused(f'The payment method type "{params["type"]}" is not activated for this account.', None, "type")
    if "card" not in params:
        raise missing_parameter("card")
    given = params["card"]
    if given.get("token"):
        method = _from_token(call, given["token"])
    else:
        card = raw_card(call, given.get("number"), "card[number]")
        method = new_method(state, card, expiry=(given["exp_month"], given["exp_year"]))
    _apply(method, {name: value for name, value in params.items() if name not in ("card", "type")})
    return method


def _from_token(call: Call, token: str) -> Json:
    card = test_cards.find(token)
    if card is not None:
        return new_method(call.state, card)
    source = spend_token(call, token, "card[token]")
    if source["object"] != "card":
        raise invalid("card[token]", f"The token {token} does not stand for a card.")
    card = test_cards.BY_NAME[call.state.hidden_of(source["id"])["card"]]
    return new_method(call.state, card, expiry=(source["exp_month"], source["exp_year"]), name=source["name"])


def retrieve(call: Call) -> Json:
    return call.state.get("payment_method", call.ids["id"])


def _apply(method: Json, params: Json) -> None:
    if "metadata" in params:
        method["metadata"] = merged_metadata(method["metadata"], params["metadata"])
    if "allow_redisplay" in params:
        method["allow_redisplay"] = params["allow_redisplay"]
    for name, value in (params.get("billing_details") or {}).items():
        if name == "address":
            given = {key: plain(item) for key, item in (value or {}).items()}
            method["billing_details"]["address"] = {**_empty_billing()["address"], **given}
        else:
            method["billing_details"][name] = plain(value)
    for name in ("exp_month", "exp_year"):
        if name in (params.get("card") or {}):
            method["card"][name] = params["card"][name]


def update(call: Call) -> Json:
    method = retrieve(call)
    if method["customer"] is None:
        raise refused(
            "You must save this PaymentMethod to a customer before you can update it.",
            "payment_method_unexpected_state",
        )
    with call.changing(method, "payment_method.updated"):
        _apply(method, call.params)
    return method


def attach(call: Call) -> Json:
    if "customer" not in call.params:
        raise missing_parameter("customer")
    return attach_to(call, call.ids["id"], call.state.get("customer", call.params["customer"], "customer"))


def detach(call: Call) -> Json:
    """Permanent: a detached PaymentMethod can never be attached again."""
    method = retrieve(call)
    if method["customer"] is None:
        raise refused(
            "The payment method you provided is not attached to a customer so detachment is impossible.",
            "payment_method_unexpected_state",
        )
    take_off(call, method)
    return method


def take_off(call: Call, method: Json) -> None:
    state, owner = call.state, method["customer"]
    customer = state.get("customer", owner)
    with call.changing(method, None):
        method["customer"] = None
    state.secrets_of(method["id"])["detached"] = True
    if customer.get("invoice_settings", {}).get("default_payment_method") == method["id"]:
        with call.changing(customer, "customer.updated"):
            customer["invoice_settings"]["default_payment_method"] = None
    for subscription in state.of("subscription", "customer", owner):
        if subscription["default_payment_method"] == method["id"]:
            with call.changing(subscription, "customer.subscription.updated"):
                subscription["default_payment_method"] = None
    call.emit("payment_method.detached", method, {"customer": owner})


def detach_all(call: Call, customer: Json) -> None:
    """Detach or remove all payment methods, cards, bank accounts and sources of a deleted customer."""
    state = call.state
    for method in state.of("payment_method", "customer", customer["id"]):
        take_off(call, method)
    for kind in ("card", "bank_account", "source"):
        for row in state.of(kind, "customer", customer["id"]):
            state.remove(kind, row["id"])


def list_of_customer(call: Call) -> Json:
    customer = call.state.get("customer", call.ids["id"])
    if customer.get("deleted"):
        raise no_such("customer", customer["id"])
    call.params["customer"] = customer["id"]
    return listed(call, "payment_method", f"/v1/customers/{customer['id']}/payment_methods", "customer", "type")


def retrieve_of_customer(call: Call) -> Json:
    found = call.state.get("payment_method", call.ids["id"])
    if found["customer"] != call.ids["customer"]:
        raise no_such("payment_method", call.ids["id"])
    return found


def list_all(call: Call) -> Json:
    if "customer" in call.params:
        call.state.get("customer", call.params["customer"], "customer")
    return listed(call, "payment_method", "/v1/payment_methods", "customer", "type")


endpoints = endpoints_of(
    "payment_method",
    {
        "POST /v1/payment_methods": create,
        "GET /v1/payment_methods": list_all,
        "GET /v1/payment_methods/{id}": retrieve,
        "POST /v1/payment_methods/{id}": update,
        "POST /v1/payment_methods/{id}/attach": attach,
        "POST /v1/payment_methods/{id}/detach": detach,
        "GET /v1/customers/{id}/payment_methods": list_of_customer,
        "GET /v1/customers/{customer}/payment_methods/{id}": retrieve_of_customer,
    },
)
