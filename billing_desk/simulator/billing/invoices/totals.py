"""Invoice totals: lines − discounts + exclusive taxes = total; and how the customer's balance is applied."""

from __future__ import annotations

from decimal import Decimal

from ...state.state import State
from ...state.table import Json
from ..metering.money import rounded
from ..subscriptions.discounts import applied


def recount(state: State, invoice: Json) -> None:
    """Recompute every total from the lines. Amounts are minor units."""
    lines = invoice["lines"]["data"]
    applied(state, lines, invoice["discounts"])
    for line in lines:
        _tax(state, invoice, line)
    invoice["lines"]["total_count"] = len(lines)
    subtotal = sum(line["amount"] for line in lines)
    off: dict[str, int] = {}
    taxes: dict[tuple[str, str], Json] = {}
    for line in lines:
        for discount in line["discount_amounts"]:
            off[discount["discount"]] = off.get(discount["discount"], 0) + discount["amount"]
        for tax in line["taxes"]:
            key = (tax["tax_rate_details"]["tax_rate"], tax["tax_behavior"])
            if key in taxes:
                taxes[key]["amount"] += tax["amount"]
                taxes[key]["taxable_amount"] += tax["taxable_amount"]
            else:
                taxes[key] = dict(tax)
    exclusive = sum(tax["amount"] for tax in taxes.values() if tax["tax_behavior"] == "exclusive")
    inclusive = sum(tax["amount"] for tax in taxes.values() if tax["tax_behavior"] == "inclusive")
    total = subtotal - sum(off.values()) + exclusive
    invoice.update(
        subtotal=subtotal,
        subtotal_excluding_tax=subtotal - inclusive,
        total=total,
        total_excluding_tax=total - exclusive - inclusive,
        total_discount_amounts=[{"amount": amount, "discount": id_} for id_, amount in off.items()],
        total_taxes=list(taxes.values()),
    )
    apply_starting_balance(invoice)


def apply_starting_balance(invoice: Json) -> None:
    """Set the amount due after applying the customer's starting balance (negative: credit)."""
    total, start = invoice["total"], invoice["starting_balance"]
    due = max(0, total + start)
    invoice["amount_due"] = due
    invoice["amount_remaining"] = max(0, due - invoice["amount_paid"] - invoice["pre_payment_credit_notes_amount"])


def ending_balance(invoice: Json) -> int:
    """The customer's balance after this invoice (minor units; negative: credit)."""
    return int(invoice["starting_balance"] + invoice["total"] - invoice["amount_due"])


def _tax(state: State, invoice: Json, line: Json) -> None:
    rates = state.hidden_of(line["id"]).get("tax_rates") or [rate["id"] for rate in invoice["default_tax_rates"]]
    base = line["amount"] - sum(discount["amount"] for discount in line["discount_amounts"])
    line["taxes"] = []
    for id_ in rates:
        rate = state.get("tax_rate", id_)
        share = Decimal(str(rate["percentage"])) / 100
        amount = rounded(base - base / (1 + share)) if rate["inclusive"] else rounded(base * share)
        line["taxes"].append(
            {
                "amount": amount,
                "tax_behavior": "inclusive" if rate["inclusive"] else "exclusive",
                "tax_rate_details": {"tax_rate": id_},
                "taxability_reason": "standard_rated",
                "taxable_amount": base - amount if rate["inclusive"] else base,
                "type": "tax_rate_details",
            }
        )
