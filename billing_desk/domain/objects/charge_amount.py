"""What an invoice of an amount will charge, after the customer's balance (G5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..money import Money

_MINIMUM = {
    **dict.fromkeys(("usd", "eur", "jpy", "aud", "brl", "cad", "chf", "inr", "nzd", "sgd"), 50),
    "gbp": 30,
    "aed": 200,
    "czk": 1_500,
    "dkk": 250,
    "hkd": 400,
    "huf": 17_500,
    "mxn": 1_000,
    "myr": 200,
    "nok": 300,
    "pln": 200,
    "ron": 200,
    "sek": 300,
    "thb": 1_000,
}
"""Minor units (Stripe docs: minimum charge amounts); it also depends on the currency in which the account is paid."""


@dataclass(frozen=True)
class ChargeAmount:
    """`credit` is used up, `debit` is added; `due` is charged, or carried over if it is below the minimum."""

    due: Money
    credit: Money
    debit: Money

    @property
    def is_below_minimum(self) -> bool:
        return 0 < self.due.amount < _MINIMUM.get(self.due.currency, 0)


def charge_amount(customer: Mapping[str, Any], amount: Money) -> ChargeAmount:
    """The customer's balance counts only in the customer's own currency; negative is credit."""
    same = customer.get("currency") in (None, amount.currency)
    balance = int(customer.get("balance") or 0) if same else 0
    used = min(max(0, -balance), amount.amount)
    owed = max(0, balance)
    return ChargeAmount(
        Money(amount.amount - used + owed, amount.currency), Money(used, amount.currency), Money(owed, amount.currency)
    )
