"""The account's balance: a balance transaction for each movement of money, its fee, and when it becomes available."""

from __future__ import annotations

from typing import Any, Literal

from ...call import Call
from ...state.state import State
from ...state.table import Json

DAY = 86_400
PENDING_SECONDS = 4 * DAY
"""From a payment until its money is available; Stripe's usual four days for Japan, weekends not counted."""
_FEE_PER_MILLE = 36
_DISPUTE_FEES = {"jpy": 1_300}
_DISPUTE_FEE = 1_500
_CATEGORIES = {"dispute": "adjustment", "dispute_reversal": "adjustment"}
Category = Literal["charge", "dispute", "dispute_reversal", "payout", "refund", "refund_failure"]


def charge_fee(amount: int) -> int:
    """3.6 % of `amount`, rounded to whole minor units."""
    return (amount * _FEE_PER_MILLE + 500) // 1_000


def dispute_fee(currency: str) -> int:
    return _DISPUTE_FEES.get(currency, _DISPUTE_FEE)


def record(
    call: Call, category: Category, source: Json, amount: int, *, fee: int = 0, after: int = 0, text: str | None = None
) -> Json:
    """Add `amount` (minor units, negative: taken) less the fee to the balance; available `after` so many seconds.

    Money moves in real time: not on a test clock.
    """
    state, currency = call.state, source["currency"]
    now = state.now()
    details = {"amount": fee, "application": None, "currency": currency, "description": _NAMES.get(category)}
    made = state.new(
        "balance_transaction",
        state.new_id("txn_3", 23),
        amount=amount,
        available_on=now + after,
        balance_type="payments",
        created=now,
        currency=currency,
        description=text,
        fee=fee,
        fee_details=[{**details, "type": "stripe_fee"}] if fee else [],
        net=amount - fee,
        reporting_category=category,
        source=source["id"],
        status="pending" if after else "available",
        type=_CATEGORIES.get(category, category),
    )
    keep(state, made["id"], currency, made["net"], made["available_on"] if after else None)
    return made


_NAMES = {"charge": "Stripe processing fees", "dispute": "Dispute fee"}


def keep(state: State, id_: str, currency: str, net: int, due: int | None) -> None:
    """Add a transaction's money to the balance: available, or pending until `due` (Unix seconds)."""
    held = state.secrets_of("balance" if due is None else "pending_balance")
    held[currency] = held.get(currency, 0) + net
    if due is not None:
        state.schedule(due, "available", {"id": id_})


def release(call: Call, id_: str) -> None:
    """Scheduled: the money of a transaction becomes available."""
    state = call.state
    made = state.get("balance_transaction", id_)
    with call.changing(made, None):
        made["status"] = "available"
    pending, held = state.secrets_of("pending_balance"), state.secrets_of("balance")
    pending[made["currency"]] -= made["net"]
    held[made["currency"]] = held.get(made["currency"], 0) + made["net"]


def take(call: Call, charge: Json, *, bypass: bool) -> None:
    """Record the money of a captured charge. `bypass`: available at once, as of some test cards."""
    amount = charge["amount_captured"]
    after = 0 if bypass else PENDING_SECONDS
    made = record(call, "charge", charge, amount, fee=charge_fee(amount), after=after, text=charge["description"])
    charge["balance_transaction"] = made["id"]


def of_source(state: State, id_: str) -> set[str]:
    """The ids of the balance transactions of a charge, refund, dispute or payout."""
    found: Any = state.find(id_)
    if found is None:
        return set()
    names = ("balance_transaction", "failure_balance_transaction")
    ids = {str(found.get(name)) for name in names if found.get(name)}
    return ids | {each["id"] for each in found.get("balance_transactions") or ()}
