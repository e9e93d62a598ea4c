"""A month of invoices: what was invoiced and how it was settled, and whether every invoice adds up.

For each currency: invoiced = collected + paid outside + from the balance + carried over + credited + voided + written
off + to the balance + open. What does not add up is listed by invoice with the reason.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Basis(StrEnum):
    """Which date decides to which month an invoice belongs."""

    FINALIZED = "finalized"
    PAID = "paid"
    PERIOD = "period"


class Figure(StrEnum):
    INVOICED = "invoiced"
    COLLECTED = "collected"
    OUTSIDE = "outside"
    FROM_BALANCE = "from_balance"
    CARRIED = "carried"
    CREDITED = "credited"
    VOIDED = "voided"
    WRITTEN_OFF = "written_off"
    TO_BALANCE = "to_balance"
    OPEN = "open"


PARTS = tuple(figure for figure in Figure if figure is not Figure.INVOICED)
"""What an invoice's total is settled by; together they are the total."""


class ClosingRow(NamedTuple):
    """One finalized invoice, amounts in minor units. `paid` is the sum of its successful payments, None if not all were
    read; `lines` the sum of its lines, None if not all were read; `after` what was credited after it was paid. `moved`
    is what the customer's balance took of the total: a credit used up or an amount carried over; negative if a negative
    total was credited to it, or a debit was collected with the invoice."""

    id: str
    number: str
    customer: str
    currency: str
    status: str
    at: int
    total: int
    collected: int
    outside: int
    from_balance: int
    carried: int
    moved: int
    credited: int
    after: int
    remaining: int
    lines: int | None
    off: int
    added: int
    paid: int | None


def parts_of(row: ClosingRow) -> dict[Figure, int]:
    """By what its total is settled, without zeros. What is left of a void invoice counts as voided."""
    settled = {
        Figure.COLLECTED: row.collected,
        Figure.OUTSIDE: row.outside,
        Figure.FROM_BALANCE: row.from_balance,
        Figure.CARRIED: row.carried,
        Figure.CREDITED: row.credited,
    }
    if row.status == "void":
        return {Figure.VOIDED: row.total} if row.total else {}
    rest = {"uncollectible": Figure.WRITTEN_OFF, "open": Figure.OPEN, "processing": Figure.OPEN}.get(row.status)
    if rest is not None:
        settled[rest] = row.remaining
    settled[Figure.TO_BALANCE] = row.moved - row.from_balance - row.carried
    return {figure: amount for figure, amount in settled.items() if amount}


class Reason(StrEnum):
    PARTS = "parts"
    LINES = "lines"
    PAYMENT = "payment"
    NOTES = "notes"


@dataclass(frozen=True)
class Difference:
    """`amount` is stated minus found, in minor units."""

    id: str
    number: str
    currency: str
    reason: Reason
    amount: int


@dataclass(frozen=True)
class TaxSum:
    """The tax of one rate in one currency: the sum of what Stripe states for each invoice."""

    rate: str
    currency: str
    included: bool
    base: int
    tax: int
    count: int


@dataclass(frozen=True)
class Bank:
    """The account's balance in one currency over the month, minor units: what came, what was taken, what was paid out
    to the bank. `stated` is what the payouts themselves add up to."""

    currency: str
    gross: int = 0
    refunds: int = 0
    disputes: int = 0
    fees: int = 0
    other: int = 0
    paid_out: int = 0
    stated: int = 0

    @property
    def net(self) -> int:
        return self.gross + self.refunds + self.disputes + self.fees + self.other

    @property
    def left(self) -> int:
        """What the month added to the balance and was not paid out yet; negative: paid out of earlier months."""
        return self.net - self.paid_out


@dataclass(frozen=True)
class CurrencyClose:
    currency: str
    count: int
    figures: Mapping[Figure, int]
    after: int

    @property
    def difference(self) -> int:
        """Zero if it ties out."""
        return self.figures.get(Figure.INVOICED, 0) - sum(self.figures.get(part, 0) for part in PARTS)


@dataclass(frozen=True)
class MonthClose:
    """`notes_read`, `bank_read`: whether the key may read credit notes and balance transactions."""

    rows: Sequence[ClosingRow]
    currencies: Sequence[CurrencyClose]
    differences: Sequence[Difference]
    taxes: Sequence[TaxSum] = ()
    bank: Sequence[Bank] = ()
    notes_read: bool = True
    bank_read: bool = True
    refunded: Mapping[str, int] = field(default_factory=dict)

    @property
    def ties_out(self) -> bool:
        return not self.differences and all(each.difference == 0 for each in self.currencies)

    @property
    def hash(self) -> str:
        """The SHA-256 of the rows: two closings with the same hash say the same of every invoice."""
        return hashlib.sha256(json.dumps([list(row) for row in self.rows]).encode()).hexdigest()


def closed(rows: Iterable[ClosingRow], notes: Mapping[str, tuple[int, int]] | None) -> MonthClose:
    """`notes`: by invoice, what its credit notes took off before and after it was paid; None: they cannot be read."""
    held = sorted(rows, key=lambda row: (row.at, row.id))
    sums: dict[str, dict[Figure, int]] = defaultdict(lambda: defaultdict(int))
    counts: dict[str, int] = defaultdict(int)
    after: dict[str, int] = defaultdict(int)
    differences: list[Difference] = []
    for row in held:
        mine = sums[row.currency]
        counts[row.currency] += 1
        after[row.currency] += row.after
        mine[Figure.INVOICED] += row.total
        for figure, amount in parts_of(row).items():
            mine[figure] += amount
        differences += [
            Difference(row.id, row.number, row.currency, reason, amount) for reason, amount in _wrong(row, notes)
        ]
    found = [CurrencyClose(code, counts[code], dict(sums[code]), after[code]) for code in sorted(sums)]
    return MonthClose(held, found, differences, notes_read=notes is not None)


def _wrong(row: ClosingRow, notes: Mapping[str, tuple[int, int]] | None) -> Iterable[tuple[Reason, int]]:
    parts = parts_of(row)
    if rest := row.total - sum(parts.values()):
        yield Reason.PARTS, rest
    if row.lines is not None and (off := row.total - (row.lines - row.off + row.added)):
        yield Reason.LINES, off
    if row.paid is not None and row.status != "void" and (missing := row.collected - row.paid):
        yield Reason.PAYMENT, missing
    if notes is not None:
        before, later = notes.get(row.id, (0, 0))
        if off := (row.credited + row.after) - (before + later):
            yield Reason.NOTES, off


@dataclass(frozen=True)
class Changed:
    """An invoice that says something else than when the month was closed. None: it was not, or is no longer, there."""

    before: ClosingRow | None
    after: ClosingRow | None


def changed_since(before: Sequence[ClosingRow], now: Sequence[ClosingRow]) -> list[Changed]:
    old, new = {row.id: row for row in before}, {row.id: row for row in now}
    found = [Changed(old.get(id_), new.get(id_)) for id_ in {**old, **new}]
    return [each for each in found if each.before != each.after]


_GROSS, _REFUNDS = frozenset({"charge", "payment"}), frozenset({"refund", "payment_refund"})
_DISPUTES, _PAYOUTS = frozenset({"adjustment"}), frozenset({"payout", "payout_cancel", "payout_failure"})
_FEES = frozenset({"stripe_fee", "application_fee", "tax_fee"})
"""Types of balance transactions (Stripe docs: balance transaction types); all others are summed as other."""


def bank_of(transactions: Iterable[Mapping[str, object]], payouts: Iterable[Mapping[str, object]]) -> list[Bank]:
    """The month's balance transactions and payouts as Stripe's JSON."""
    sums: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for each in transactions:
        mine, kind = sums[str(each.get("currency"))], str(each.get("type"))
        amount, fee = int(str(each.get("amount") or 0)), int(str(each.get("fee") or 0))
        name = (
            "gross"
            if kind in _GROSS
            else "refunds"
            if kind in _REFUNDS
            else "disputes"
            if kind in _DISPUTES
            else "fees"
            if kind in _FEES
            else "paid_out"
            if kind in _PAYOUTS
            else "other"
        )
        mine[name] += -amount if name == "paid_out" else amount
        mine["fees"] -= fee
    for payout in payouts:
        if payout.get("status") not in ("failed", "canceled"):
            sums[str(payout.get("currency"))]["stated"] += int(str(payout.get("amount") or 0))
    return [Bank(code, **values) for code, values in sorted(sums.items())]
