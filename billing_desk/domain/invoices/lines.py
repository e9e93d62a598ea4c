"""The lines of an invoice: what each bills, for which period, and at which price."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..money import Money
from ..objects.nested import is_cut, rows_of


@dataclass(frozen=True)
class Line:
    """`period` is (start, end) in Unix seconds. `unit` is the price of one in minor units, possibly with a fraction,
    None if Stripe does not say; `discount` and `tax` are in all, and `credit` says that it gives back for unused
    time."""

    description: str
    quantity: int | None
    amount: Money
    period: tuple[int | None, int | None]
    proration: bool
    unit: Decimal | None = None
    discount: int = 0
    tax: int = 0

    @property
    def credit(self) -> bool:
        return self.proration and self.amount.amount < 0


def lines_of(invoice: Mapping[str, Any]) -> list[Line]:
    return [line_of(line) for line in rows_of(invoice, "lines")]


def line_of(line: Mapping[str, Any]) -> Line:
    parent = line.get("parent") or {}
    details = parent.get("subscription_item_details") or parent.get("invoice_item_details") or {}
    period = line.get("period") or {}
    return Line(
        description=str(line.get("description") or ""),
        quantity=line.get("quantity"),
        amount=Money(int(line.get("amount") or 0), str(line.get("currency") or "")),
        period=(period.get("start"), period.get("end")),
        proration=bool(details.get("proration") or line.get("proration")),
        unit=_unit(line),
        discount=sum_of(line.get("discount_amounts")),
        tax=sum_of(line.get("taxes") or line.get("tax_amounts")),
    )


def _unit(line: Mapping[str, Any]) -> Decimal | None:
    text = (line.get("pricing") or {}).get("unit_amount_decimal") or (line.get("price") or {}).get(
        "unit_amount_decimal"
    )
    return Decimal(str(text)) if text is not None else None


def first_price(invoice: Mapping[str, Any]) -> str | None:
    """The price of the first line that has one: the plan by which the invoice is listed."""
    found = (price_of_line(line) for line in rows_of(invoice, "lines"))
    return next((price for price in found if price), None)


def price_of_line(line: Mapping[str, Any]) -> str | None:
    """The id of a line's price; None if it has none. Events of older API versions have `price`."""
    details = (line.get("pricing") or {}).get("price_details") or {}
    price = details.get("price") or line.get("price")
    return str(price.get("id") if isinstance(price, Mapping) else price) if price else None


def unit_of(line: Mapping[str, Any]) -> int | None:
    """The price of one in minor units; None if it has a fraction or there is no price."""
    stated = (line.get("pricing") or {}).get("unit_amount_decimal")
    try:
        value = Decimal(str(stated))
    except ArithmeticError:
        return None
    return int(value) if value == value.to_integral_value() else None


def sum_of_lines(invoice: Mapping[str, Any]) -> int | None:
    """None if not all lines were read."""
    return None if is_cut(invoice, "lines") else sum_of(rows_of(invoice, "lines"))


def first_period(invoice: Mapping[str, Any]) -> int | None:
    """When the first line with a period begins (Unix seconds); None if all are for a moment."""
    for line in rows_of(invoice, "lines"):
        period = line.get("period") or {}
        if period.get("start") and period.get("end") and period["start"] != period["end"]:
            return int(period["start"])
    return None


def sum_of(parts: Any) -> int:
    """Minor units."""
    return sum(int(part.get("amount") or 0) for part in parts or ())
