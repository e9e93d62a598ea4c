"""The tax of an invoice by rate, as Stripe states it: one sum for each rate and invoice, never our own (G5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..json_object import id_of
from ..money import Money
from ..objects.invoice import currency_of
from .lines import sum_of


@dataclass(frozen=True)
class TaxRate:
    """`percent` as Stripe writes it, such as 10 or 8.875."""

    id: str
    name: str
    percent: str
    inclusive: bool


def rate_of(obj: Mapping[str, Any]) -> TaxRate:
    percent = obj.get("percentage")
    text = "" if percent is None else f"{percent:g}" if isinstance(percent, float) else str(percent)
    return TaxRate(str(obj["id"]), str(obj.get("display_name") or ""), text, bool(obj.get("inclusive")))


@dataclass(frozen=True)
class TaxPart:
    """The tax of one rate. `rate` is the rate's id, "" if Stripe calculated the tax by itself; `base` is what was
    taxed, None if Stripe does not say; `inclusive`: it is part of the lines' amounts."""

    rate: str
    amount: Money
    base: Money | None
    inclusive: bool


def taxes_of(invoice: Mapping[str, Any]) -> list[TaxPart]:
    """Of an invoice or a credit note; events of older API versions have `total_tax_amounts`."""
    currency, found = currency_of(invoice), []
    for tax in invoice.get("total_taxes") or ():
        details, base = tax.get("tax_rate_details") or {}, tax.get("taxable_amount")
        found.append(
            TaxPart(
                str(id_of(details.get("tax_rate")) or ""),
                Money(int(tax.get("amount") or 0), currency),
                None if base is None else Money(int(base), currency),
                tax.get("tax_behavior") == "inclusive",
            )
        )
    for tax in () if found else invoice.get("total_tax_amounts") or ():
        base = tax.get("taxable_amount")
        found.append(
            TaxPart(
                str(id_of(tax.get("tax_rate")) or ""),
                Money(int(tax.get("amount") or 0), currency),
                None if base is None else Money(int(base), currency),
                bool(tax.get("inclusive")),
            )
        )
    return found


def tax_of(invoice: Mapping[str, Any]) -> Money:
    """The tax of the total, as Stripe states it; events of older API versions have `total_tax_amounts`."""
    return Money(sum_of(invoice.get("total_taxes") or invoice.get("total_tax_amounts")), currency_of(invoice))


def added_tax(invoice: Mapping[str, Any]) -> Money:
    """The tax on top of its lines; what is included in them is left out."""
    rows = invoice.get("total_taxes")
    if rows:
        return Money(sum_of(tax for tax in rows if tax.get("tax_behavior") != "inclusive"), currency_of(invoice))
    old = invoice.get("total_tax_amounts") or ()
    return Money(sum_of(tax for tax in old if not tax.get("inclusive")), currency_of(invoice))


def discount_of(invoice: Mapping[str, Any]) -> Money:
    """What discounts take off its lines, as Stripe states it."""
    return Money(sum_of(invoice.get("total_discount_amounts")), currency_of(invoice))
