"""Refunds: the refundable amount of a charge, and when a refund settles."""

from __future__ import annotations

from ...call import Call
from ...errors import ApiError, refused
from ...state.state import State
from ...state.table import Json
from . import balance
from .disputing import acted_on
from .test_cards import BY_NAME, TestCard

DAY = 86_400


def refund(call: Call, charge: Json, amount: int | None, reason: str | None, metadata: Json) -> Json:
    """Refund `amount` (minor units; None: the rest) of a charge. Raises ApiError if that is not refundable."""
    state = call.state
    left = charge["amount"] - charge["amount_refunded"]
    if not charge["captured"] and (charge["payment_intent"] or amount not in (None, left)):
        raise refused("This charge has not been captured; cancel its PaymentIntent instead.", "charge_not_refundable")
    if left == 0:
        raise refused(f"Charge {charge['id']} has already been refunded.", "charge_already_refunded")
    if charge["disputed"]:
        raise refused("This charge has been charged back and cannot be refunded.", "charge_disputed")
    wanted = left if amount is None else amount
    if wanted < 1 or wanted > left:
        message = f"Refund amount ({wanted}) is greater than unrefunded amount on charge ({left})"
        raise ApiError(400, message, code="amount_too_large", param="amount", stored=True)
    if not charge["captured"]:
        made = give_back(call, charge, wanted, reason=reason, metadata=metadata)
        call.emit("charge.refunded", charge)
        return made
    behavior = _card(state, charge).refund
    made = _new_refund(call, charge, wanted, "refund", reason=reason, metadata=metadata)
    if behavior == "pending":
        made["status"] = "pending"
    if behavior != "now":
        state.schedule(made["created"] + 5 * DAY, "refund", made)
    moved = balance.record(call, "refund", made, -wanted, text="REFUND FOR CHARGE")
    made["balance_transaction"] = moved["id"]
    call.emit("refund.created", made)
    call.emit("charge.refunded", charge)
    if charge["refunded"]:
        acted_on(call, charge)
    return made


def take(call: Call, charge: Json) -> None:
    """Record the money of a charge that was captured later."""
    balance.take(call, charge, bypass=_card(call.state, charge).bypass_pending)


def give_back(call: Call, charge: Json, amount: int, **values: object) -> Json:
    """Release `amount` of an authorization. Stripe shows it as a refund that never touched the balance."""
    made = _new_refund(call, charge, amount, "reversal", **values)
    call.emit("refund.created", made)
    return made


def _new_refund(call: Call, charge: Json, amount: int, kind: str, **values: object) -> Json:
    """A refund of card type `kind` ("refund" or "reversal") that the charge takes into account."""
    state = call.state
    method = str(charge["payment_method"])
    card = {"reference": None, "reference_status": "pending", "reference_type": "acquirer_reference_number"}
    by_card = "card" in charge["payment_method_details"]
    made = state.new(
        "refund",
        state.new_id("re_3", 23),
        amount=amount,
        charge=charge["id"],
        created=state.now_of_owner(charge),
        currency=charge["currency"],
        customer=charge["customer"],
        destination_details={"card": {**card, "type": kind}, "type": "card"} if by_card else None,
        payment_intent=charge["payment_intent"],
        payment_method=method if method.startswith("pm_") else None,
        status="succeeded",
        **values,
    )
    with call.changing(charge, None):
        charge["amount_refunded"] += amount
        charge["refunded"] = charge["amount_refunded"] == charge["amount"]
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
    moved = balance.record(call, "refund_failure", made, made["amount"], text="REFUND FAILURE")
    with call.changing(made, "refund.failed" if status == "failed" else "refund.updated"):
        made.update(status=status, failure_balance_transaction=moved["id"])
        if status == "failed":
            made["failure_reason"] = "expired_or_canceled_card"
    updated(call, made)


def updated(call: Call, refund: Json) -> None:
    """Stripe sends this event of charges beside those of refunds."""
    call.emit("charge.refund.updated", refund)


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
        updated(call, made)
