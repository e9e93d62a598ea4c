"""Charges: the result of an attempt."""

from __future__ import annotations

from ...call import Call
from ...spec import blank
from ...state.table import Json
from . import balance
from .disputing import follow_up
from .test_cards import TestCard, Verdict
from .wallets import card_behind, details_of

_CAPTURE_SECONDS = 7 * 86_400
"""How long an authorization lasts for most cards."""
_SELLER = {
    "ok": "Payment complete.",
    "blocked": "Stripe blocked this payment as too risky.",
    "declined": "The bank did not return any further details with this decline.",
}


def new_charge(call: Call, intent: Json, method: Json, verdict: Verdict, *, captured: bool) -> Json:
    """Create the charge of one attempt, successful or not, and emit its events."""
    state, card = call.state, card_behind(call.state, method)
    ok = verdict.kind == "ok"
    amount = intent["amount"]
    charge = state.new(
        "charge",
        state.new_id("ch_3", 23),
        amount=amount,
        amount_captured=amount if ok and captured else 0,
        amount_refunded=0,
        billing_details=_billing(method),
        captured=ok and captured,
        created=state.now_of_owner(intent),
        currency=intent["currency"],
        customer=intent["customer"],
        description=intent["description"],
        failure_code=verdict.code,
        failure_message=verdict.message or None,
        metadata=dict(intent["metadata"]),
        outcome=_outcome(card, verdict),
        paid=ok,
        payment_intent=intent["id"],
        payment_method=method["id"],
        payment_method_details=_method_details(method, amount),
        receipt_email=intent["receipt_email"],
        statement_descriptor_suffix=intent["statement_descriptor_suffix"],
        status="succeeded" if ok else "failed",
    )
    state.secrets_of(charge["id"])["card"] = state.hidden_of(method["id"]).get("card", "visa")
    if method["object"] != "payment_method":
        charge["source"] = method
    if ok and not captured and "card" in charge["payment_method_details"]:
        charge["payment_method_details"]["card"]["capture_before"] = charge["created"] + _CAPTURE_SECONDS
    if ok:
        charge["receipt_url"] = f"https://pay.stripe.com/receipts/{charge['id']}"
        if captured:
            balance.take(call, charge, bypass=card.bypass_pending)
        call.emit("charge.succeeded", charge)
        follow_up(call, charge, card)
    else:
        call.emit("charge.failed", charge)
    return charge


def _billing(method: Json) -> Json:
    found: Json = method.get("billing_details") or {
        **blank("charge")["billing_details"],
        "name": method.get("name"),
    }
    return found


def _outcome(card: TestCard, verdict: Verdict) -> Json:
    score = {"normal": 12, "elevated": 68, "highest": 99}[card.risk]
    kind = {"ok": "authorized", "blocked": "blocked"}.get(verdict.kind, "issuer_declined")
    reason = {"ok": None, "blocked": "highest_risk_level"}.get(verdict.kind, verdict.decline_code)
    if card.risk == "elevated" and verdict.kind == "ok":
        kind, reason = "manual_review", "elevated_risk_level"
    return {
        "advice_code": verdict.advice,
        "network_advice_code": None,
        "network_decline_code": None,
        "network_status": {"ok": "approved_by_network", "blocked": "not_sent_to_network"}.get(
            verdict.kind, "declined_by_network"
        ),
        "reason": reason,
        "risk_level": card.risk,
        "risk_score": score,
        "rule": None,
        "seller_message": _SELLER.get(verdict.kind, _SELLER["declined"]),
        "type": kind,
    }


def _method_details(method: Json, amount: int) -> Json:
    transfer = method.get("ach_credit_transfer")
    if transfer is None:
        return {"card": _card_details(method, amount), "type": "card"}
    names = ("account_number", "bank_name", "routing_number", "swift_code")
    return {"ach_credit_transfer": {name: transfer[name] for name in names}, "type": "ach_credit_transfer"}


def _card_details(method: Json, amount: int) -> Json:
    details = details_of(method)
    return {
        "amount_authorized": amount,
        "authorization_code": None,
        "brand": details["brand"].lower().replace(" ", "_"),
        "checks": details.get("checks")
        or {"address_line1_check": None, "address_postal_code_check": None, "cvc_check": "pass"},
        "country": details.get("country"),
        "description": None,
        "exp_month": details["exp_month"],
        "exp_year": details["exp_year"],
        "extended_authorization": {"status": "disabled"},
        "fingerprint": details.get("fingerprint"),
        "funding": details["funding"],
        "iin": None,
        "incremental_authorization": {"status": "unavailable"},
        "installments": None,
        "issuer": None,
        "last4": details["last4"],
        "mandate": None,
        "moto": None,
        "multicapture": {"status": "unavailable"},
        "network": details["brand"].lower().replace(" ", "_"),
        "network_token": {"used": False},
        "network_transaction_id": None,
        "overcapture": {"maximum_amount_capturable": amount, "status": "unavailable"},
        "regulated_status": "unregulated",
        "three_d_secure": None,
        "wallet": None,
    }
