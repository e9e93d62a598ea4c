"""A bill to come, as Stripe previews it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..money import Money
from .invoice import lines_of


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
