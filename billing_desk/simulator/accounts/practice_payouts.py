"""The practice account's payouts, its own tax id, and an early fraud warning."""

from __future__ import annotations

from ..billing.payments.balance import record
from ..billing.payments.disputing import warn
from ..resources.core.tax_ids import new_tax_id
from ..state.state import State
from ..state.table import Json
from .practice_payments import Silent

DAY, WEEK = 86_400, 7 * 86_400
_FRIDAY = DAY
"""Seconds from Thursday, the first day of Unix time, to the day of payouts."""
_ARRIVES = 2 * DAY


def add_payouts(state: State, today: int) -> None:
    """A payout each Friday, in each currency, of what has become available since the one before."""
    call = Silent(state)
    account = _bank_account(state)
    waiting = [row for row in state.table("balance_transaction").rows() if row["status"] == "available"]
    waiting.sort(key=lambda row: int(row["available_on"]))
    if not waiting:
        return
    friday = (int(waiting[0]["available_on"]) // WEEK + 1) * WEEK + _FRIDAY
    held: dict[str, list[tuple[str, int]]] = {}
    at = 0
    while friday < today:
        while at < len(waiting) and waiting[at]["available_on"] <= friday:
            row = waiting[at]
            held.setdefault(row["currency"], []).append((row["id"], int(row["net"])))
            at += 1
        for currency in sorted(held):
            _payout(call, currency, held.pop(currency), friday, account)
        friday += WEEK


def _payout(call: Silent, currency: str, paid_out: list[tuple[str, int]], made: int, account: Json) -> None:
    state = call.state
    arrives = made + _ARRIVES
    with state.at(made):
        payout = state.new(
            "payout",
            state.new_id("po_1", 23),
            amount=sum(net for _, net in paid_out),
            arrival_date=arrives,
            automatic=True,
            created=made,
            currency=currency,
            description="STRIPE PAYOUT",
            destination=account["id"],
            method="standard",
            reconciliation_status="completed",
            source_type="card",
            status="paid",
            trace_id={"status": "supported", "value": f"{made // DAY:08d}"},
            type="bank_account",
        )
        moved = record(call, "payout", payout, -payout["amount"], text=payout["description"])
    if arrives > state.now():
        payout.update(status="in_transit", trace_id={"status": "pending", "value": None})
    payout["balance_transaction"] = moved["id"]
    state.secrets_of(payout["id"])["transactions"] = [id_ for id_, _ in paid_out]


def _bank_account(state: State) -> Json:
    made: Json = {
        "id": state.new_id("ba_1", 23),
        "object": "bank_account",
        "account": state.account_id,
        "account_holder_name": state.name,
        "account_holder_type": "company",
        "account_type": "futsu",
        "available_payout_methods": ["standard"],
        "bank_name": "STRIPE TEST BANK",
        "country": "JP",
        "currency": "jpy",
        "customer": None,
        "default_for_currency": True,
        "fingerprint": state.new_id("", 16),
        "last4": "1234",
        "metadata": {},
        "routing_number": "1100000",
        "status": "new",
    }
    return state.add("bank_account", made)


def add_tax_id(state: State) -> None:
    new_tax_id(state, None, {"type": "jp_trn", "value": "T1234567891234"})


def add_fraud_warning(state: State) -> None:
    """A warning about the newest payment of more than a week ago: it can still be refunded."""
    for charge in state.all("charge"):
        if charge["paid"] and charge["created"] < state.now() - WEEK:
            with state.at(charge["created"] + 2 * DAY):
                warn(Silent(state), charge)["created"] = charge["created"] + 2 * DAY
            return
