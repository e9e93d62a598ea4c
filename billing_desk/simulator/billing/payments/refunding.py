"""Refunds: the refundable amount of a charge, and when a refund settles."""

from __future__ import annotations

from ...call import Call
from ...errors import ApiError, refused
from ...state.state import State
from ...state.table import Json
from .charging import book
from .test_cards import BY_NAME, TestCard

DAY = 86_400


def refund(call: Call, charge: Json, amount: int | None, reason: str | None, metadata: Json) -> Json:
    """Refund `amount` (minor units; None: the rest) of a charge. Raises ApiError if that is not refundable."""
    state = call.state
    left = charge["amount_captured"] - charge["amount_refunded"]
    if not charge["captured"]:
        raise refused("This charge has not been captured; cancel its PaymentIntent instead.", "charge_not_refundable")
    if left == 0:
        raise refused(f"Charge {charge['id']} has already been refunded.", "charge_already_refunded")
    if charge["disputed"]:
        raise refused("This charge has been charged back and cannot be refunded.", "charge_disputed")
    wanted = left if amount is None else amount
    if wanted < 1 or wanted > left:
        message = f"Refund amount ({wanted}) is greater than unrefunded amount on charge ({left})"
        raise ApiError(400, message, code="amount_too_large", param="amount", stored=True)
    behavior = _card(state, charge).refund
    now = state.now_of_owner(charge)
    made = state.new(
        "refund",
        state.new_id("re_3", 23),
        amount=wanted,
        charge=charge["id"],
        created=now,
        currency=charge["currency"],
        customer=charge["customer"],
        metadata=metadata,
        payment_intent=charge["payment_intent"],
        payment_method=charge["payment_method"] if str(charge["payment_method"]).startswith("pm_") else None,
        reason=reason,
        status="pending" if behavior == "pending" else "succeeded",
    )
    if behavior != "now":
        state.schedule(now + 5 * DAY, "refund", made)
    with call.changing(charge, None):
        charge["amount_refunded"] += wanted
        charge["refunded"] = charge["amount_refunded"] == charge["amount_captured"]
    book(call, charge["currency"], -wanted)
    call.emit("refund.created", made)
    call.emit("charge.refunded", charge)
    return made


def _card(state: State, charge: Json) -> TestCard:
    """The test card that was charged, even if it has been deleted since."""
    return BY_NAME[state.hidden_of(charge["id"]).get("card", "visa")]


def undo(call: Call, made: Json, status: str) -> None:
    """Return the money of a failed or canceled refund to the account's balance."""
    charge = call.state.get("charge", made["charge"])
    with call.changing(charge, "charge.updated"):
        charge["amount_refunded"] -= made["amount"]
        charge["refunded"] = False
    book(call, made["currency"], made["amount"])
    with call.changing(made, "refund.failed" if status == "failed" else "refund.updated"):
        made["status"] = status
        if status == "failed":
            made["failure_reason"] = "expired_or_canceled_card"


def settle_due(call: Call, refund_id: str) -> None:
    """Scheduled: a delayed refund succeeds or fails."""
    made = call.state.table("refund").get(refund_id)
    if made is None or made["status"] not in ("pending", "succeeded"):
        return
    if _card(call.state, call.state.get("charge", made["charge"])).refund == "failing":
        undo(call, made, "failed")
    elif made["status"] == "pending":
        with call.changing(made, "refund.updated"):
            made["status"] = "succeeded"
