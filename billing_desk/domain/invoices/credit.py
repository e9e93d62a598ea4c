"""A credit note over lines of an invoice: what each gives back (Stripe docs: credit notes)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ..money import Money
from ..objects.invoice import currency_of
from ..objects.nested import rows_of
from .lines import Line, line_of, sum_of


@dataclass(frozen=True)
class CreditLine:
    """How many units of a line to credit, by the line's id; at most its quantity."""

    id: str
    quantity: int


@dataclass(frozen=True)
class CreditableLine:
    """A line that can be credited. `whole` is what crediting all of it takes off: the amount, minus discounts, plus
    the tax that was added."""

    id: str
    line: Line
    whole: Money

    @property
    def quantity(self) -> int:
        return self.line.quantity or 1

    def credited(self, quantity: int) -> int:
        """Minor units for so many units, half a unit rounded up. Stripe states the amount itself."""
        share = Fraction(self.whole.amount * quantity, self.quantity)
        return int(share + Fraction(1, 2))


def creditable_lines(invoice: Mapping[str, Any]) -> list[CreditableLine]:
    """The lines that charge something."""
    found = []
    for row in rows_of(invoice, "lines"):
        line = line_of(row)
        added = sum_of(tax for tax in row.get("taxes") or [] if tax.get("tax_behavior") != "inclusive")
        whole = line.amount.amount - line.discount + added
        if line.amount.amount > 0 and whole > 0:
            found.append(CreditableLine(str(row["id"]), line, Money(whole, currency_of(invoice))))
    return found


def credit_of(invoice: Mapping[str, Any], chosen: Sequence[CreditLine]) -> Money:
    """What the chosen lines take off in all. Raises KeyError for a line that cannot be credited."""
    lines = {each.id: each for each in creditable_lines(invoice)}
    return Money(sum(lines[each.id].credited(each.quantity) for each in chosen), currency_of(invoice))
