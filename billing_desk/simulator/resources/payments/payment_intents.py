"""PaymentIntents."""

from __future__ import annotations

from ...billing.payments import intents, refunding, wallets
from ...billing.payments.intents import check_open, confirm, new_intent
from ...billing.payments.minimum import minimum
from ...billing.subscriptions.settings import merged_metadata
from ...call import Call, listed
from ...errors import ApiError, invalid, refused
from ...http.wire import page
from ...state.search import search
from ...state.table import Json
from ...state.templates import plain
from .. import endpoints_of, reads
from .payment_methods import resolved

_CONFIRMING = ("off_session", "error_on_requires_action", "return_url")


def create(call: Call) -> Json:
    params, state = call.params, call.state
    if params["amount"] < 1:
        raise invalid("amount", "This value must be greater than or equal to 1.", "parameter_invalid_integer")
    if params["amount"] < (least := minimum(params["currency"])):
        raise refused(f"Amount must be at least {least} in the currency's smallest unit.", "amount_too_small", "amount")
    if params.get("off_session") and not params.get("confirm"):
        raise invalid(
            "off_session",
            "The parameter `off_session` cannot be passed when creating a "
            "PaymentIntent unless `confirm` is set to true.",
        )
    if params.get("statement_descriptor"):
        raise refused(
            "The parameter `statement_descriptor` is not supported for cards. "
            "Use `statement_descriptor_suffix` instead.",
            None,
            "statement_descriptor",
        )
    customer = state.get("customer", params["customer"], "customer") if params.get("customer") else None
    if customer and customer.get("deleted"):
        raise refused(f"No such customer: '{customer['id']}'", "resource_missing", "customer")
    method = chosen_method(call, params.get("payment_method"), customer)
    intent = new_intent(
        call,
        params["amount"],
        params["currency"],
        customer,
        description=plain(params.get("description")),
        metadata=plain(params.get("metadata")) or {},
        payment_method=method,
        receipt_email=plain(params.get("receipt_email")),
        setup_future_usage=params.get("setup_future_usage"),
        statement_descriptor_suffix=plain(params.get("statement_descriptor_suffix")),
        capture_method=params.get("capture_method", "automatic"),
        allowed_payment_method_types=params.get("allowed_payment_method_types"),
    )
    if params.get("confirm"):
        return confirm(call, intent, {name: params[name] for name in _CONFIRMING if name in params})
    return intent


def chosen_method(call: Call, id_: str | None, customer: Json | None) -> str | None:
    """The id of the payment method; a named test card becomes a new PaymentMethod. None: `id_` is empty."""
    if not id_:
        return None
    if id_.startswith("tok_"):
        message = (
            "tokens cannot be used as a payment_method; make a PaymentMethod or attach the token as a source first."
        )
        raise invalid("payment_method", message, "resource_missing")
    found = resolved(call, id_) if wallets.kind_of(id_) == "payment_method" else wallets.wallet(call.state, id_)
    wallets.check_owner(found, customer)
    hidden = call.state.hidden_of(found["id"])
    if hidden.get("detached"):
        raise refused("This PaymentMethod was detached and cannot be used again.", "payment_method_unexpected_state")
    made: str = found["id"]
    return made


def update(call: Call) -> Json:
    intent, params = call.state.get("payment_intent", call.ids["id"]), call.params
    if intent["status"] in ("succeeded", "canceled") and set(params) - {"metadata", "description", "receipt_email"}:
        check_open(intent, "update")
    customer = call.state.get("customer", intent["customer"]) if intent["customer"] else None
    with call.changing(intent, None):
        for name, value in params.items():
            if name == "metadata":
                intent["metadata"] = merged_metadata(intent["metadata"], value)
            elif name == "payment_method":
                intent["payment_method"] = chosen_method(call, plain(value), customer)
                intent["status"] = "requires_confirmation" if intent["payment_method"] else "requires_payment_method"
            elif name in intent:
                intent[name] = plain(value)
    return intent


def confirm_one(call: Call) -> Json:
    intent, params = call.state.get("payment_intent", call.ids["id"]), dict(call.params)
    customer = call.state.get("customer", intent["customer"]) if intent["customer"] else None
    if params.get("payment_method"):
        params["payment_method"] = chosen_method(call, params["payment_method"], customer)
    return confirm(call, intent, params)


def capture(call: Call) -> Json:
    intent = call.state.get("payment_intent", call.ids["id"])
    if intent["status"] != "requires_capture":
        raise refused(
            f"This PaymentIntent could not be captured because it has a status of {intent['status']}.",
            "payment_intent_unexpected_state",
        )
    amount: int = call.params.get("amount_to_capture") or intent["amount_capturable"]
    capture_charge(call, call.state.get("charge", intent["latest_charge"]), amount)
    with call.changing(intent, None):
        intent.update(status="succeeded", amount_received=amount, amount_capturable=0)
    call.emit("payment_intent.succeeded", intent)
    return intent


def capture_charge(call: Call, charge: Json, amount: int) -> None:
    """Capture `amount` (minor units) of an authorized charge; the rest is released, which Stripe shows as a refund."""
    if not 1 <= amount <= charge["amount"]:
        raise ApiError(
            400, "The amount to capture is not within the authorized amount.", code="amount_too_large", param="amount"
        )
    with call.changing(charge, None):
        charge.update(captured=True, amount_captured=amount)
        refunding.take(call, charge)
    if amount < charge["amount"]:
        refunding.give_back(call, charge, charge["amount"] - amount)
    call.emit("charge.captured", charge)


def cancel(call: Call) -> Json:
    intent = call.state.get("payment_intent", call.ids["id"])
    return intents.cancel(call, intent, call.params.get("cancellation_reason"))


def list_all(call: Call) -> Json:
    return listed(call, "payment_intent", "/v1/payment_intents", "customer")


def increment(call: Call) -> Json:
    call.state.get("payment_intent", call.ids["id"])
    raise refused(
        "This PaymentIntent is not eligible for incremental authorization.", "payment_intent_unexpected_state"
    )


def apply_balance(call: Call) -> Json:
    call.state.get("payment_intent", call.ids["id"])
    raise refused("The customer has no cash balance: this account takes cards.", "payment_intent_unexpected_state")


def list_amount_lines(call: Call) -> Json:
    intent = call.state.get("payment_intent", call.ids["id"])
    url = f"/v1/payment_intents/{intent['id']}/amount_details_line_items"
    return page([], call.params, url, "payment_intent_amount_details_line_item")


def no_microdeposits(_: Call) -> Json:
    raise refused("Only bank debits are verified with microdeposits; this account takes cards.")


endpoints = endpoints_of(
    "payment_intent",
    {
        "POST /v1/payment_intents": create,
        "GET /v1/payment_intents": list_all,
        "GET /v1/payment_intents/search": search("payment_intent", "/v1/payment_intents/search"),
        "GET /v1/payment_intents/{id}": reads("payment_intent"),
        "POST /v1/payment_intents/{id}": update,
        "POST /v1/payment_intents/{id}/confirm": confirm_one,
        "POST /v1/payment_intents/{id}/capture": capture,
        "POST /v1/payment_intents/{id}/cancel": cancel,
        "POST /v1/payment_intents/{id}/verify_microdeposits": no_microdeposits,
        "POST /v1/payment_intents/{id}/increment_authorization": increment,
        "POST /v1/payment_intents/{id}/apply_customer_balance": apply_balance,
        "GET /v1/payment_intents/{id}/amount_details_line_items": list_amount_lines,
    },
)
