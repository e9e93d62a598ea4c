"""What follows a charge: disputes, reviews, and early fraud warnings."""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...spec import blank
from ...state.table import Json
from . import balance
from .test_cards import TestCard

DAY = 86_400
_ELIGIBLE: dict[str, tuple[str, Json]] = {
    "compelling_evidence": (
        "visa_compelling_evidence_3",
        {
            "required_actions": ["missing_prior_undisputed_transactions", "missing_customer_identifiers"],
            "status": "requires_action",
        },
    ),
    "compliance": ("visa_compliance", {"status": "requires_fee_acknowledgement"}),
}
"""Test behavior → the enhanced evidence that Visa accepts against such a dispute, and its state."""
_REASONS = {
    "inquiry": "general",
    "compelling_evidence": "fraudulent",
    "compliance": "noncompliant",
    "multiple": "fraudulent",
}


def follow_up(call: Call, charge: Json, card: TestCard) -> None:
    """Open what the test card is documented to cause."""
    if card.dispute == "multiple":
        half = charge["amount"] // 2
        open_dispute(call, charge, card.dispute, half)
        open_dispute(call, charge, card.dispute, charge["amount"] - half)
    elif card.dispute:
        open_dispute(call, charge, card.dispute)
    if card.risk == "elevated":
        open_review(call, charge)
    if card.fraud_warning:
        warn(call, charge)


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


def open_dispute(call: Call, charge: Json, behavior: str, amount: int | None = None) -> Json:
    """Dispute `amount` (None: all) of a charge. Except for an inquiry, the money and a fee are withdrawn."""
    inquiry = behavior == "inquiry"
    evidence: Any = blank("dispute")["evidence_details"]
    evidence.update(due_by=charge["created"] + 7 * DAY, submission_count=0, submission_method="not_submitted")
    eligible = _ELIGIBLE.get(behavior)
    if eligible:
        evidence["enhanced_eligibility"][eligible[0]] = eligible[1]
    dispute = call.state.new(
        "dispute",
        call.state.new_id("du_1", 23),
        amount=charge["amount"] if amount is None else amount,
        charge=charge["id"],
        created=charge["created"],
        currency=charge["currency"],
        enhanced_eligibility_types=[eligible[0]] if eligible else [],
        evidence_details=evidence,
        is_charge_refundable=inquiry,
        payment_intent=charge["payment_intent"],
        payment_method_details={
            "card": {
                "brand": charge["payment_method_details"]["card"]["brand"],
                "case_type": {"inquiry": "inquiry", "compliance": "compliance"}.get(behavior, "chargeback"),
                "network": charge["payment_method_details"]["card"]["network"],
                "network_reason_code": "10.4",
            },
            "type": "card",
        },
        reason=_REASONS.get(behavior, behavior),
        status="warning_needs_response" if inquiry else "needs_response",
    )
    charge["disputed"] = True
    if not inquiry:
        fee = balance.dispute_fee(charge["currency"])
        text = f"Chargeback withdrawal for {charge['id']}"
        moved = balance.record(call, "dispute", dispute, -dispute["amount"], fee=fee, text=text)
        dispute["balance_transactions"] = [moved]
    call.emit("charge.dispute.created", dispute)
    acted_on(call, charge)
    return dispute


def close_dispute(call: Call, dispute: Json, status: str) -> None:
    """Close a dispute as `won` or `lost`; a dispute that was won returns the money without the fee."""
    with call.changing(dispute, "charge.dispute.closed"):
        dispute["status"] = status
    if status == "won" and dispute["balance_transactions"]:
        text = f"Chargeback reversal for {dispute['charge']}"
        moved = balance.record(call, "dispute_reversal", dispute, dispute["amount"], text=text)
        dispute["balance_transactions"].append(moved)
        call.emit("charge.dispute.funds_reinstated", dispute)


def warn(call: Call, charge: Json) -> Json:
    """Create an early fraud warning, as a card's issuer reports before it disputes."""
    made = call.state.new(
        "radar.early_fraud_warning",
        call.state.new_id("issfr_1", 23),
        actionable=True,
        charge=charge["id"],
        created=charge["created"],
        fraud_type="unauthorized_use_of_card",
        payment_intent=charge["payment_intent"],
    )
    call.emit("radar.early_fraud_warning.created", made)
    return made


def acted_on(call: Call, charge: Json) -> None:
    """Close the warnings of a charge that was refunded or disputed: nothing is left to do about them."""
    for warning in list(call.state.all("radar.early_fraud_warning")):
        if warning["charge"] == charge["id"] and warning["actionable"]:
            with call.changing(warning, "radar.early_fraud_warning.updated"):
                warning["actionable"] = False
