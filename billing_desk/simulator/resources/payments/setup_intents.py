"""SetupIntents: a card saved for later use."""

from __future__ import annotations

from typing import Any

from ...billing.payments import intents, wallets
from ...billing.payments.test_cards import saved
from ...billing.subscriptions.settings import merged_metadata
from ...call import Call, listed
from ...errors import refused
from ...state.table import Json
from ...state.templates import plain
from .. import endpoints_of, reads
from .payment_intents import chosen_method, no_microdeposits
from .payment_methods import attach_to


def create_setup(call: Call) -> Json:
    params, state = call.params, call.state
    customer = state.get("customer", params["customer"], "customer") if params.get("customer") else None
    id_ = state.new_id("seti_1", 23)
    method = chosen_method(call, params.get("payment_method"), customer)
    intent = state.new(
        "setup_intent",
        id_,
        client_secret=f"{id_}_secret_{state.new_id('', 24)}",
        created=state.now_of(customer) if customer else state.now(),
        customer=customer["id"] if customer else None,
        description=plain(params.get("description")),
        metadata=plain(params.get("metadata")) or {},
        payment_method=method,
        payment_method_types=params.get("allowed_payment_method_types") or ["card"],
        status="requires_confirmation" if method else "requires_payment_method",
        usage=params.get("usage", "off_session"),
    )
    call.emit("setup_intent.created", intent)
    return confirm_setup_of(call, intent, params) if params.get("confirm") else intent


def confirm_setup_of(call: Call, intent: Json, params: Json, *, authenticated: bool = False) -> Json:
    """Save the card for later use; may require authentication first. Raises ApiError for a decline."""
    state = call.state
    if intent["status"] in ("succeeded", "canceled"):
        raise refused(
            f"You cannot confirm this SetupIntent because it has already {intent['status']}.",
            "setup_intent_unexpected_state",
        )
    customer = state.get("customer", intent["customer"]) if intent["customer"] else None
    chosen = chosen_method(call, params.get("payment_method"), customer) or intent["payment_method"]
    if chosen is None:
        raise refused(
            "You cannot confirm this SetupIntent because it's missing a payment method.",
            "setup_intent_unexpected_state",
        )
    method = wallets.wallet(state, chosen)
    card = wallets.card_behind(state, method)
    intent["payment_method"] = chosen
    verdict = saved(card)
    if verdict.kind == "declined":
        with call.changing(intent, None):
            intent["last_setup_error"] = intents.error_body(verdict, method)
            intent.update(status="requires_payment_method", payment_method=None)
        call.emit("setup_intent.setup_failed", intent)
        raise wallets.card_error(verdict, setup_intent=intent, payment_method=method)
    if card.secure in ("setup", "always") and not authenticated:
        action = {
            "type": "use_stripe_sdk",
            "use_stripe_sdk": {"type": "three_d_secure_redirect", "source": intent["id"]},
        }
        with call.changing(intent, "setup_intent.requires_action"):
            intent.update(status="requires_action", next_action=action)
        return intent
    state.secrets_of(chosen)["set_up"] = True
    if customer and method["object"] == "payment_method":
        attach_to(call, chosen, customer)
    with call.changing(intent, None):
        intent.update(status="succeeded", next_action=None, last_setup_error=None)
    call.emit("setup_intent.succeeded", intent)
    return intent


def confirm_setup(call: Call) -> Json:
    return confirm_setup_of(call, call.state.get("setup_intent", call.ids["id"]), call.params)


def update_setup(call: Call) -> Json:
    intent = call.state.get("setup_intent", call.ids["id"])
    customer = call.state.get("customer", intent["customer"]) if intent["customer"] else None
    with call.changing(intent, None):
        for name, value in call.params.items():
            if name == "metadata":
                intent["metadata"] = merged_metadata(intent["metadata"], value)
            elif name == "payment_method":
                method = chosen_method(call, plain(value), customer)
                status = "requires_confirmation" if method else "requires_payment_method"
                intent.update(payment_method=method, status=status)
            elif name == "customer":
                intent["customer"] = call.state.get("customer", value, "customer")["id"]
            elif name in intent:
                intent[name] = plain(value)
    return intent


def cancel_setup(call: Call) -> Json:
    intent = call.state.get("setup_intent", call.ids["id"])
    if intent["status"] in ("succeeded", "canceled"):
        message = f"You cannot cancel this SetupIntent because it has a status of {intent['status']}."
        raise refused(message, "setup_intent_unexpected_state")
    with call.changing(intent, "setup_intent.canceled"):
        intent.update(status="canceled", cancellation_reason=call.params.get("cancellation_reason"), next_action=None)
    return intent


def list_setups(call: Call) -> Json:
    method = call.params.get("payment_method")

    def test(intent: Any) -> bool:
        wanted = call.params.get("customer", intent["customer"])
        return intent["customer"] == wanted and method in (None, intent["payment_method"])

    return listed(call, "setup_intent", "/v1/setup_intents", test=test)


endpoints = endpoints_of(
    "setup_intent",
    {
        "POST /v1/setup_intents": create_setup,
        "GET /v1/setup_intents": list_setups,
        "GET /v1/setup_intents/{id}": reads("setup_intent"),
        "POST /v1/setup_intents/{id}": update_setup,
        "POST /v1/setup_intents/{id}/confirm": confirm_setup,
        "POST /v1/setup_intents/{id}/cancel": cancel_setup,
        "POST /v1/setup_intents/{id}/verify_microdeposits": no_microdeposits,
    },
)
