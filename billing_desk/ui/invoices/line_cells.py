"""An invoice's lines and sums in words: of an invoice, and of an upcoming one."""

from __future__ import annotations

from collections.abc import Mapping

from ...domain.invoices.lines import Line
from ...domain.invoices.tax import TaxRate, taxes_of
from ...domain.json_object import Json
from ...domain.money import Money
from ...domain.objects.invoice import currency_of, total_of
from ..tab.detail_builder import Cell
from ..wording.billing.invoice_words import tax_rate
from ..wording.text import Wording, joined, translate


def line_cells(line: Line, wording: Wording) -> list[Cell]:
    """What it bills, its period, what its amount is made of, and the amount."""
    start, end = line.period
    period = wording.days(start, end) if start and end and start != end else wording.day(start)
    currency = line.amount.currency
    text = line.description
    if line.proration:
        credit, rest = translate("Invoices", "(unused time)"), translate("Invoices", "(remaining time)")
        text += "  " + (credit if line.credit else rest)
    parts = []
    if line.unit is not None and line.quantity is not None and line.quantity != 1:
        parts.append(f"{wording.number(line.quantity)} × {wording.unit_price(line.unit, currency)}")
    if line.discount:
        off = wording.money(Money(line.discount, currency))
        parts.append(translate("Invoices", "discount {amount}").format(amount=off))
    if line.tax:
        parts.append(translate("Invoices", "tax {amount}").format(amount=wording.money(Money(line.tax, currency))))
    return [text, period, joined(parts), wording.money(line.amount)]


def sum_cells(invoice: Json, rates: Mapping[str, TaxRate], wording: Wording) -> list[list[Cell]]:
    """From the lines to the total, as Stripe states them: tax one sum for each rate."""
    money, currency = wording.money, currency_of(invoice)
    off = sum(int(one.get("amount") or 0) for one in invoice.get("total_discount_amounts") or ())
    rows: list[list[Cell]] = []
    taxes = taxes_of(invoice)
    if off or taxes:
        subtotal = Money(int(invoice.get("subtotal") or 0), currency)
        rows.append([translate("Invoices", "Subtotal"), money(subtotal)])
    if off:
        rows.append([translate("Invoices", "Discount"), money(Money(-off, currency))])
    for part in taxes:
        rate = rates.get(part.rate)
        name = tax_rate(rate) if rate else translate("Invoices", "Tax")
        if part.inclusive:
            name = translate("Invoices", "{tax}, included").format(tax=name)
        of = translate("Invoices", "on {amount}").format(amount=money(part.base)) if part.base else ""
        rows.append([joined((name, of), " "), money(part.amount)])
    return [*rows, [translate("Invoices", "Total"), money(total_of(invoice))]]
