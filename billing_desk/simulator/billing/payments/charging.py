"""Charges: the result of an attempt, and its effects (disputes, reviews, the account balance)."""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...spec import blank
from ...state.table import Json
from .test_cards import TestCard, Verdict
from .wallets import card_behind, details_of

DAY = 86_400
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
        payment_method_details={"card": _card_details(method), "type": "card"},
        receipt_email=intent["receipt_email"],
        statement_descriptor_suffix=intent["statement_descriptor_suffix"],
        status="succeeded" if ok else "failed",
    )
    state.secrets_of(charge["id"])["card"] = state.hidden_of(method["id"]).get("card", "visa")
    if method["object"] != "payment_method":
        charge["source"] = method
    if ok:
        charge["receipt_url"] = f"https://pay.stripe.com/receipts/{charge['id']}"
        if captured:
            book(call, charge["currency"], amount)
        call.emit("charge.succeeded", charge)
        _open_dispute_or_review(call, charge, card)
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


def _card_details(method: Json) -> Json:
    details = details_of(method)
    return {
        "amount_authorized": None,
        "authorization_code": None,
        "brand": details["brand"].lower().replace(" ", "_"),
        "checks": details.get("checks")
        or {"address_line1_check": None, "address_postal_code_check": None, "cvc_check": "pass"},
        "country": details.get("country"),
        "description": None,
        "exp_month": details["exp_month"],
        "exp_year": details["exp_year"],
        "fingerprint": details.get("fingerprint"),
        "funding": details["funding"],
        "iin": None,
        "installments": None,
        "issuer": None,
        "last4": details["last4"],
        "mandate": None,
        "moto": None,
        "network": details["brand"].lower().replace(" ", "_"),
        "network_token": {"used": False},
        "network_transaction_id": None,
        "regulated_status": "unregulated",
        "three_d_secure": None,
        "wallet": None,
    }


def book(call: Call, currency: str, amount: int) -> None:
    """Add `amount` (minor units) to the account's balance."""
    balance = call.state.secrets_of("balance")
    balance[currency] = balance.get(currency, 0) + amount


def _open_dispute_or_review(call: Call, charge: Json, card: TestCard) -> None:
    if card.dispute:
        open_dispute(call, charge, card.dispute)
    if card.risk == "elevated":
        open_review(call, charge)


def open_review(call: Call, charge: Json) -> Json:
    review = call.state.new(
        "review",
        call.state.new_id("prv_1", 23),
        charge=charge["id"],
        open=True,
        opened_reason="rule",
        payment_intent=charge["payment_intent"],
        reason="rule",
        created=charge["created"],
    )
    charge["review"] = review["id"]
    call.emit("review.opened", review)
    return review


def open_dispute(call: Call, charge: Json, reason: str) -> Json:
    inquiry = reason == "inquiry"
    evidence: Any = blank("dispute")["evidence_details"]
    evidence.update(due_by=charge["created"] + 7 * DAY, submission_count=0, submission_method="not_submitted")
    dispute = call.state.new(
        "dispute",
        call.state.new_id("du_1", 23),
        amount=charge["amount"],
        charge=charge["id"],
        created=charge["created"],
        currency=charge["currency"],
        evidence_details=evidence,
        is_charge_refundable=inquiry,
        payment_intent=charge["payment_intent"],
        payment_method_details={
            "card": {
                "brand": charge["payment_method_details"]["card"]["brand"],
                "case_type": "inquiry" if inquiry else "chargeback",
                "network": charge["payment_method_details"]["card"]["network"],
                "network_reason_code": "10.4",
            },
            "type": "card",
        },
        reason="general" if inquiry else reason,
        status="warning_needs_response" if inquiry else "needs_response",
    )
    charge["disputed"] = True
    if not inquiry:
        book(call, charge["currency"], -charge["amount"])
    call.emit("charge.dispute.created", dispute)
    return dispute
