"""A bill to come, as Stripe previews it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..invoices.lines import lines_of
from ..money import Money


@dataclass(frozen=True)
class BillLine:
    """`amount` is before discounts and tax; `text` is Stripe's own description."""

    text: str
    amount: Money
    proration: bool


@dataclass(frozen=True)
class Bill:
    """`at` in Unix seconds. `due` is charged then, after discounts, tax and the customer's balance; `total` is before
    the balance."""

    at: int
    due: Money
    total: Money
    lines: tuple[BillLine, ...]


def bill_of(preview: Mapping[str, Any], at: int) -> Bill:
    """From the answer of Stripe's invoice preview."""
    currency = str(preview.get("currency") or "")
    return Bill(
        at,
        Money(int(preview.get("amount_due") or 0), currency),
        Money(int(preview.get("total") or 0), currency),
        tuple(BillLine(line.description, line.amount, line.proration) for line in lines_of(preview)),
    )


def after_balance(total: Money, balance: int) -> Money:
    """What is due of a bill if the customer's balance is this (minor units; negative is credit)."""
    return Money(max(0, total.amount + balance), total.currency)


def with_balance(bills: Sequence[Bill], balance: int) -> tuple[Bill, ...]:
    """The bills after the first one as they are charged: `balance` is what the first one leaves."""
    found = list(bills[:1])
    for bill in bills[1:]:
        due = after_balance(bill.total, balance)
        balance += bill.total.amount - due.amount
        found.append(replace(bill, due=due))
    return tuple(found)


def with_charge(bills: Sequence[Bill], text: str, amount: Money) -> tuple[Bill, ...]:
    """The bills, with something else that is charged today."""
    if not bills or amount.currency != bills[0].due.currency:
        return tuple(bills)
    first = bills[0]
    both = Money(first.due.amount + amount.amount, amount.currency)
    line = BillLine(text, amount, False)
    total = Money(first.total.amount + amount.amount, amount.currency)
    return (replace(first, due=both, total=total, lines=(*first.lines, line)), *bills[1:])
