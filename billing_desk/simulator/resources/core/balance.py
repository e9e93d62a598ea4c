"""The account's balance, its transactions, and its payouts. Reading only."""

from __future__ import annotations

from typing import Any

from ...billing.payments.balance import of_source
from ...call import Call, listed, within
from ...state.table import Json
from .. import endpoints_of, reads


def retrieve_balance(call: Call) -> Json:
    """What balance transactions add up to, by currency, in minor units: available, and not yet."""
    held, waiting = call.state.hidden_of("balance"), call.state.hidden_of("pending_balance")
    currencies = sorted({*held, *waiting} or {"jpy"})
    return {
        "object": "balance",
        "available": [_amount(currency, held) for currency in currencies],
        "livemode": call.state.livemode,
        "pending": [_amount(currency, waiting) for currency in currencies],
    }


def _amount(currency: str, held: Json) -> Json:
    amount = held.get(currency, 0)
    return {"amount": amount, "currency": currency, "source_types": {"card": amount}}


def list_transactions(call: Call) -> Json:
    params, state = call.params, call.state
    ids: set[str] | None = None
    if "payout" in params:
        payout = state.get("payout", params["payout"], "payout")
        ids = {*state.hidden_of(payout["id"])["transactions"], payout["balance_transaction"]}
    if "source" in params:
        of_one = of_source(state, params["source"])
        ids = of_one if ids is None else ids & of_one
    return listed(
        call,
        "balance_transaction",
        "/v1/balance_transactions",
        "currency",
        "type",
        test=None if ids is None else lambda row: row["id"] in ids,
    )


def list_payouts(call: Call) -> Json:
    arrival = call.params.get("arrival_date")

    def test(payout: Any) -> bool:
        return arrival is None or within(arrival, payout["arrival_date"])

    return listed(call, "payout", "/v1/payouts", "status", "destination", test=test)


endpoints = [
    *endpoints_of("balance", {"GET /v1/balance": retrieve_balance}),
    *endpoints_of(
        "balance_transaction_source",
        {
            "GET /v1/balance_transactions": list_transactions,
            "GET /v1/balance_transactions/{id}": reads("balance_transaction"),
        },
    ),
    *endpoints_of("payout", {"GET /v1/payouts": list_payouts, "GET /v1/payouts/{id}": reads("payout")}),
]
