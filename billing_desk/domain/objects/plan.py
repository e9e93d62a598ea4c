"""Prices and plans. A plan is a recurring price in Stripe's older API."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any


@dataclass(frozen=True)
class Price:
    """`unit_amount` is in minor units, possibly with a fraction; None: tiered. `interval` is "" for one-off prices."""

    id: str
    product: str
    nickname: str
    currency: str
    unit_amount: Decimal | None
    interval: str
    interval_count: int
    usage_type: str
    active: bool


def price_of(obj: Mapping[str, Any]) -> Price:
    """From a price or a plan."""
    recurring = obj if obj.get("object") == "plan" else obj.get("recurring") or {}
    decimal = obj.get("unit_amount_decimal") or obj.get("amount_decimal")
    whole = obj.get("unit_amount", obj.get("amount"))
    amount = decimal if decimal is not None else whole
    product = obj.get("product")
    return Price(
        id=str(obj.get("id", "")),
        product=str(product.get("id") if isinstance(product, Mapping) else product or ""),
        nickname=str(obj.get("nickname") or ""),
        currency=str(obj.get("currency") or ""),
        unit_amount=None if amount is None else Decimal(str(amount)),
        interval=str(recurring.get("interval") or ""),
        interval_count=int(recurring.get("interval_count") or 1),
        usage_type=str(recurring.get("usage_type") or "licensed"),
        active=bool(obj.get("active", True)),
    )
