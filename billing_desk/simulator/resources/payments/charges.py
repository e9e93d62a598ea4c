"""Charges, refunds, disputes, reviews."""

from __future__ import annotations

from ...billing.payments import disputing, refunding, wallets
from ...billing.payments.charging import new_charge
from ...billing.payments.test_cards import judged
from ...billing.subscriptions.settings import merged_metadata
from ...call import Call, listed
from ...errors import ApiError, invalid, missing_parameter, refused
from ...state.search import search
from ...state.table import Json
from ...state.templates import plain, require_one
from .. import endpoints_of, reads
from ..core.radar import block
from .payment_intents import capture_charge
from .tokens import spend_token


def create(call: Call) -> Json:
    """The legacy Charges API: charge a customer's source or default source, or a token or source without a customer."""
    params, state = call.params, call.state
    for name in ("amount", "currency"):
        if name not in params:
            raise missing_parameter(name)
    if params["amount"] < 1:
        raise invalid("amount", "This value must be greater than or equal to 1.", "parameter_invalid_integer")
    customer = state.get("customer", params["customer"], "customer") if params.get("customer") else None
    if customer and customer.get("deleted"):
        raise refused(f"No such customer: '{customer['id']}'", "resource_missing", "customer")
    method = _what_pays(call, params.get("source"), customer)
    capture = params.get("capture", True)
    intent = _stand_in(call, customer)
    expired = wallets.expired(state, method)
    set_up = bool(state.hidden_of(method["id"]).get("set_up"))
    card = wallets.card_behind(state, method)
    verdict = judged(card, off_session=True, set_up=set_up, authenticated=False, expired=expired)
    charge = new_charge(call, intent, method, verdict, captured=capture)
    charge["payment_intent"] = None
    state.changed("charge", charge)
    if verdict.kind != "ok":
        raise wallets.card_error(verdict, charge=charge["id"], source=method)
    wallets.spend(call, method)
    return charge


def _stand_in(call: Call, customer: Json | None) -> Json:
    """The PaymentIntent fields that `new_charge` reads, for a charge without a PaymentIntent."""
    params = call.params
    return {
        "id": "",
        "amount": params["amount"],
        "currency": params["currency"],
        "customer": customer["id"] if customer else None,
        "description": plain(params.get("description")),
        "metadata": plain(params.get("metadata")) or {},
        "receipt_email": plain(params.get("receipt_email")),
        "statement_descriptor_suffix": plain(params.get("statement_descriptor_suffix")),
    }


def _what_pays(call: Call, source: str | None, customer: Json | None) -> Json:
    state = call.state
    if not source:
        if customer is None:
            raise ApiError(400, "Must provide source or customer.", code="parameter_missing")
        if not customer["default_source"]:
            raise ApiError(
                402,
                "Cannot charge a customer that has no active card",
                type_="card_error",
                code="missing",
                param="card",
            )
        return wallets.wallet(state, customer["default_source"])
    if source.startswith("tok_"):
        if customer is not None:
            raise refused(
                f"Customer {customer['id']} does not have a linked source with ID {source}.", "missing", "source"
            )
        return spend_token(call, source, "source")
    found = wallets.wallet(state, source, "source")
    if found["object"] == "card" or found["customer"]:
        if customer is None:
            raise refused(
                f"The source {source} belongs to a customer. Please include the customer in the `customer` parameter.",
                "missing",
                "source",
            )
        if found["customer"] != customer["id"]:
            message = f"Customer {customer['id']} does not have a linked source with ID {source}."
            raise refused(message, "missing", "source")
    if found["object"] == "source" and found["status"] != "chargeable":
        message = f"The source {source} is not chargeable: its status is {found['status']}."
        raise refused(message, "resource_missing" if found["status"] == "consumed" else None, "source")
    return found


def update(call: Call) -> Json:
    charge = call.state.get("charge", call.ids["id"])
    with call.changing(charge, "charge.updated"):
        for name, value in call.params.items():
            if name == "metadata":
                charge["metadata"] = merged_metadata(charge["metadata"], value)
            elif name == "fraud_details":
                charge["fraud_details"] = {"user_report": plain(value["user_report"])}
            elif name in charge:
                charge[name] = plain(value)
    return charge


def capture(call: Call) -> Json:
    charge = call.state.get("charge", call.ids["id"])
    if charge["payment_intent"]:
        message = "This charge was made by a PaymentIntent. Capture the PaymentIntent instead."
        raise refused(message, "payment_intent_unexpected_state")
    if charge["captured"] or not charge["paid"]:
        raise refused(f"Charge {charge['id']} has already been captured.", "charge_already_captured")
    capture_charge(call, charge, call.params.get("amount") or charge["amount"])
    return charge


def list_all(call: Call) -> Json:
    return listed(call, "charge", "/v1/charges", "customer", "payment_intent")


def create_refund(call: Call) -> Json:
    params, state = call.params, call.state
    name = require_one(params, "charge", "payment_intent")
    if name == "payment_intent":
        intent = state.get("payment_intent", params["payment_intent"], "payment_intent")
        if not intent["latest_charge"] or intent["status"] != "succeeded":
            raise refused(
                f"This PaymentIntent ({intent['id']}) does not have a successful charge to refund.",
                "payment_intent_unexpected_state",
                "payment_intent",
            )
        charge = state.get("charge", intent["latest_charge"])
    else:
        charge = state.get("charge", params["charge"], "charge")
    metadata = plain(params.get("metadata")) or {}
    made = refunding.refund(call, charge, params.get("amount"), params.get("reason"), metadata)
    if params.get("reason") == "fraudulent":
        _block(call, charge)
    return made


def _block(call: Call, charge: Json) -> None:
    """Add the card and the email of a charge refunded for fraud to the account's block lists."""
    card = charge["payment_method_details"].get("card")
    if card:
        block(call, "card_fingerprint_blocklist", card["fingerprint"])
    email = charge["billing_details"]["email"] or charge["receipt_email"]
    if email:
        block(call, "email_blocklist", email)
    charge["fraud_details"] = {"user_report": "fraudulent"}


def update_refund(call: Call) -> Json:
    made = call.state.get("refund", call.ids["id"])
    with call.changing(made, "refund.updated"):
        if "metadata" in call.params:
            made["metadata"] = merged_metadata(made["metadata"], call.params["metadata"])
    refunding.updated(call, made)
    return made


def cancel_refund(call: Call) -> Json:
    made = call.state.get("refund", call.ids["id"])
    if made["status"] not in ("pending", "requires_action"):
        raise refused(f"A refund that is {made['status']} cannot be canceled.", "resource_missing")
    refunding.undo(call, made, "canceled")
    return made


def list_refunds(call: Call) -> Json:
    return listed(call, "refund", "/v1/refunds", "charge", "payment_intent")


def list_disputes(call: Call) -> Json:
    params = call.params
    names = [name for name in ("charge", "payment_intent") if name in params]
    return listed(call, "dispute", "/v1/disputes", test=lambda d: all(d[name] == params[name] for name in names))


def update_dispute(call: Call) -> Json:
    dispute = call.state.get("dispute", call.ids["id"])
    if dispute["status"] in ("won", "lost", "warning_closed"):
        raise refused(f"This dispute is {dispute['status']} and can no longer be changed.")
    with call.changing(dispute, "charge.dispute.updated"):
        if "metadata" in call.params:
            dispute["metadata"] = merged_metadata(dispute["metadata"], call.params["metadata"])
        evidence = {name: plain(value) for name, value in call.params.get("evidence", {}).items()}
        dispute["evidence"].update(evidence)
        dispute["evidence_details"]["has_evidence"] = any(
            value for name, value in dispute["evidence"].items() if name != "enhanced_evidence"
        )
        if evidence and call.params.get("submit", True):
            dispute["evidence_details"]["submission_count"] += 1
            dispute["status"] = "under_review" if dispute["status"] == "needs_response" else "warning_under_review"
    text = dispute["evidence"]["uncategorized_text"]
    if text in ("winning_evidence", "losing_evidence"):
        disputing.close_dispute(call, dispute, "won" if text == "winning_evidence" else "lost")
    return dispute


def close_dispute(call: Call) -> Json:
    dispute = call.state.get("dispute", call.ids["id"])
    if dispute["status"] in ("won", "lost", "warning_closed"):
        raise refused(f"This dispute is {dispute['status']} and can no longer be changed.")
    disputing.close_dispute(call, dispute, "lost")
    return dispute


def approve_review(call: Call) -> Json:
    review = call.state.get("review", call.ids["id"])
    if not review["open"]:
        raise refused("This review has already been closed.")
    with call.changing(review, None):
        review.update(open=False, reason="approved", closed_reason="approved")
    call.emit("review.closed", review)
    return review


def list_reviews(call: Call) -> Json:
    return listed(call, "review", "/v1/reviews", test=lambda r: r["open"])


endpoints = (
    endpoints_of(
        "charge",
        {
            "POST /v1/charges": create,
            "GET /v1/charges": list_all,
            "GET /v1/charges/search": search("charge", "/v1/charges/search"),
            "GET /v1/charges/{id}": reads("charge"),
            "POST /v1/charges/{id}": update,
            "POST /v1/charges/{id}/capture": capture,
            "POST /v1/refunds": create_refund,
            "GET /v1/refunds": list_refunds,
            "GET /v1/refunds/{id}": reads("refund"),
            "POST /v1/refunds/{id}": update_refund,
            "POST /v1/refunds/{id}/cancel": cancel_refund,
        },
    )
    + endpoints_of(
        "dispute",
        {
            "GET /v1/disputes": list_disputes,
            "GET /v1/disputes/{id}": reads("dispute"),
            "POST /v1/disputes/{id}": update_dispute,
            "POST /v1/disputes/{id}/close": close_dispute,
        },
    )
    + endpoints_of(
        "review",
        {
            "GET /v1/reviews": list_reviews,
            "GET /v1/reviews/{id}": reads("review"),
            "POST /v1/reviews/{id}/approve": approve_review,
        },
    )
)
