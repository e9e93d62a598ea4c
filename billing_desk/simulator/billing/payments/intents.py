"""PaymentIntents: one amount to collect, with any number of attempts."""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...errors import ApiError, refused
from ...state.table import Json
from . import wallets
from .charging import new_charge
from .refunding import give_back
from .test_cards import Verdict, judged


def new_intent(call: Call, amount: int, currency: str, customer: Json | None, **values: Any) -> Json:
    """An unconfirmed intent."""
    state = call.state
    intent_id = state.new_id("pi_3", 23)
    intent = state.new(
        "payment_intent",
        intent_id,
        amount=amount,
        amount_capturable=0,
        amount_details={"tip": {}},
        amount_received=0,
        client_secret=f"{intent_id}_secret_{state.new_id('', 24)}",
        confirmation_method="automatic",
        created=state.now_of(customer) if customer else state.now(),
        currency=currency,
        customer=customer["id"] if customer else None,
        payment_method_types=["card"],
        status="requires_payment_method",
        **{"capture_method": "automatic", **values},
    )
    intent["status"] = "requires_confirmation" if intent["payment_method"] else "requires_payment_method"
    call.emit("payment_intent.created", intent)
    return intent


def check_open(intent: Json, verb: str) -> None:
    if intent["status"] in ("succeeded", "canceled", "requires_capture", "processing"):
        raise refused(
            f"This PaymentIntent's status is {intent['status']}, so you cannot {verb} it.",
            "payment_intent_unexpected_state",
        )


def attempt(call: Call, intent: Json, method_id: str, *, off_session: bool, authenticated: bool = False) -> Verdict:
    """One attempt to collect. Updates the intent and emits events; a decline is returned, not raised."""
    state = call.state
    method = wallets.wallet(state, method_id)
    card = wallets.card_behind(state, method)
    hidden = state.hidden_of(method_id)
    verdict = judged(
        card,
        off_session=off_session,
        set_up=bool(hidden.get("set_up")),
        authenticated=authenticated,
        expired=wallets.expired(state, method),
    )
    manual = intent["capture_method"] == "manual"
    with call.changing(intent, None):
        intent["payment_method"] = method_id
        if verdict.kind == "action":
            intent.update(status="requires_action", next_action=_next_action(intent))
        else:
            charge = new_charge(call, intent, method, verdict, captured=not manual)
            intent.update(latest_charge=charge["id"], next_action=None, review=charge["review"])
            _take(intent, verdict, method, charge, manual=manual)
    if verdict.kind == "ok":
        _used(call, method, intent)
    _tell(call, intent)
    return verdict


def _take(intent: Json, verdict: Verdict, method: Json, charge: Json, *, manual: bool) -> None:
    if verdict.kind != "ok":
        intent["status"] = "requires_payment_method"
        intent["payment_method"] = None
        intent["last_payment_error"] = error_body(verdict, method, charge)
    elif manual:
        intent.update(status="requires_capture", amount_capturable=intent["amount"], last_payment_error=None)
    else:
        intent.update(status="succeeded", amount_received=intent["amount"], last_payment_error=None)


def _next_action(intent: Json) -> Json:
    return {"type": "use_stripe_sdk", "use_stripe_sdk": {"type": "three_d_secure_redirect", "source": intent["id"]}}


def _tell(call: Call, intent: Json) -> None:
    names = {
        "succeeded": "payment_intent.succeeded",
        "requires_capture": "payment_intent.amount_capturable_updated",
        "requires_action": "payment_intent.requires_action",
    }
    call.emit(names.get(intent["status"], "payment_intent.payment_failed"), intent)


def _used(call: Call, method: Json, intent: Json) -> None:
    """Update the payment method or source after a successful payment."""
    if intent["setup_future_usage"] == "off_session":
        call.state.secrets_of(method["id"])["set_up"] = True
    wallets.spend(call, method)


def error_body(verdict: Verdict, method: Json, charge: Json | None = None) -> Json:
    """The body of a card error, as in `last_payment_error`."""
    body: Json = {"code": verdict.code, "message": verdict.message, "type": "card_error"}
    if charge:
        body["charge"] = charge["id"]
    if verdict.decline_code:
        body["decline_code"] = verdict.decline_code
    if verdict.advice:
        body["advice_code"] = verdict.advice
    if verdict.code:
        body["doc_url"] = f"https://stripe.com/docs/error-codes/{verdict.code.replace('_', '-')}"
    body["payment_method" if method["object"] == "payment_method" else "source"] = method
    return body


def confirm(call: Call, intent: Json, params: Json) -> Json:
    """The API's `confirm`. Raises ApiError; a decline carries the PaymentIntent."""
    state = call.state
    customer = state.get("customer", intent["customer"]) if intent["customer"] else None
    check_open(intent, "confirm")
    chosen = params.get("payment_method") or intent["payment_method"]
    if not chosen and customer and customer["default_source"]:
        chosen = customer["default_source"]
    if not chosen:
        raise refused(
            "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the "
            "PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a "
            "payment method or ConfirmationToken.",
            "payment_intent_unexpected_state",
        )
    method = wallets.wallet(state, chosen)
    wallets.check_owner(method, customer)
    _check_source(method)
    off_session = params.get("off_session", False) not in (False, "false")
    verdict = attempt(call, intent, chosen, off_session=off_session)
    if verdict.kind == "action" and (params.get("error_on_requires_action")):
        with call.changing(intent, None):
            intent.update(status="requires_payment_method", next_action=None, payment_method=None)
        raise wallets.card_error(
            Verdict("declined", "authentication_required", "authentication_required", None, "Authentication required."),
            payment_intent=intent,
        )
    if verdict.kind not in ("ok", "action"):
        raise wallets.card_error(verdict, payment_intent=intent, payment_method=method, charge=intent["latest_charge"])
    return intent


def _check_source(method: Json) -> None:
    if method["object"] == "source" and method["status"] != "chargeable":
        raise ApiError(
            400,
            f"The source you provided is not in a chargeable state. Its status is {method['status']}.",
            code="resource_missing" if method["status"] == "consumed" else "source_not_chargeable",
            param="source",
            stored=True,
        )


def cancel(call: Call, intent: Json, reason: str | None) -> Json:
    if intent["status"] in ("succeeded", "canceled"):
        raise refused(
            f"You cannot cancel this PaymentIntent because it has a status of {intent['status']}.",
            "payment_intent_unexpected_state",
        )
    if intent["status"] == "requires_capture":
        charge = call.state.get("charge", intent["latest_charge"])
        give_back(call, charge, charge["amount"])
        call.emit("charge.refunded", charge)
    with call.changing(intent, "payment_intent.canceled"):
        intent.update(
            status="canceled",
            cancellation_reason=reason,
            canceled_at=call.state.now_of_owner(intent),
            amount_capturable=0,
            next_action=None,
        )
    return intent
