"""Subscriptions: items, billing periods (stored on the items), and the status shown to the operator."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP
from fractions import Fraction
from typing import Any

from ..money import Money
from .nested import rows_of
from .plan import Price, price_of


@dataclass(frozen=True)
class Item:
    """`period` is (start, end) in Unix seconds."""

    id: str
    price: Price
    quantity: int
    period: tuple[int | None, int | None]


def items_of(subscription: Mapping[str, Any]) -> list[Item]:
    """Older API versions have the period on the subscription; an item's own period takes precedence."""
    return [
        Item(
            id=str(item.get("id", "")),
            price=price_of(item.get("price") or item.get("plan") or {}),
            quantity=int(1 if item.get("quantity") is None else item["quantity"]),
            period=(
                item.get("current_period_start", subscription.get("current_period_start")),
                item.get("current_period_end", subscription.get("current_period_end")),
            ),
        )
        for item in rows_of(subscription, "items")
    ]


def next_bill(subscription: Mapping[str, Any]) -> int | None:
    """When the first item is billed next (Unix seconds); None if nothing more will be billed."""
    if subscription.get("status") in ("canceled", "incomplete_expired", "paused"):
        return None
    if subscription.get("cancel_at_period_end"):
        return None
    ends = [item.period[1] for item in items_of(subscription) if item.period[1]]
    return min(ends, default=None)


def period_amount(items: list[Item], quantities: Mapping[str, int]) -> list[Money]:
    """The amounts per period of the fixed prices, with quantities by item id; rounded half up, as Stripe does."""
    return [_amount(item, quantities.get(item.id, item.quantity)) for item in items if _is_fixed(item)]


def _is_fixed(item: Item) -> bool:
    """Whether the amount is known in advance: neither metered nor tiered, and recurring."""
    return item.price.unit_amount is not None and item.price.usage_type != "metered"


def _amount(item: Item, quantity: int) -> Money:
    assert item.price.unit_amount is not None
    return Money(int((item.price.unit_amount * quantity).to_integral_value(ROUND_HALF_UP)), item.price.currency)


def interval_of(items: list[Item]) -> tuple[str, int] | None:
    """How often it is billed, as (unit, count); None if its items differ, or it has none."""
    found = {(item.price.interval, item.price.interval_count) for item in items}
    return found.pop() if len(found) == 1 else None


def amount_per_period(items: list[Item]) -> Money | None:
    """The fixed prices' sum for one billing period; None if the items' periods or currencies differ, or if no price is
    fixed. Before discounts and tax."""
    amounts = period_amount(items, {})
    if not amounts or interval_of(items) is None or len({money.currency for money in amounts}) != 1:
        return None
    return Money(sum(money.amount for money in amounts), amounts[0].currency)


_A_YEAR = {"day": 365, "week": 52, "month": 12, "year": 1}
"""Periods in a year, as Stripe normalizes revenue to months (Stripe docs: monthly recurring revenue)."""
EARNING = frozenset({"active", "past_due"})
"""Stripe's statuses that count as revenue; trials and unpaid or paused subscriptions do not."""


def monthly_revenue(subscription: Mapping[str, Any]) -> Money | None:
    """The fixed prices' sum for a month, before discounts and tax; None if it has no fixed price in one currency, or
    earns nothing now. Each item is rounded half up for its period, and the sum once more."""
    if subscription.get("status") not in EARNING or subscription.get("pause_collection"):
        return None
    fixed = [item for item in items_of(subscription) if _is_fixed(item) and item.price.interval in _A_YEAR]
    if not fixed or len({item.price.currency for item in fixed}) != 1:
        return None
    total = sum(
        Fraction(_amount(item, item.quantity).amount * _A_YEAR[item.price.interval], 12 * item.price.interval_count)
        for item in fixed
    )
    return Money(math.floor(total + Fraction(1, 2)), fixed[0].price.currency)


def standing(subscription: Mapping[str, Any]) -> str:
    """Stripe's status, or `ending` or `collection_paused`, which Stripe reports as `active`."""
    status = str(subscription.get("status") or "")
    if status in ("active", "trialing"):
        if subscription.get("cancel_at_period_end") or subscription.get("cancel_at"):
            return "ending"
        if subscription.get("pause_collection"):
            return "collection_paused"
    return status


LIVE = frozenset({"active", "trialing", "past_due", "unpaid", "incomplete", "paused"})
"""Stripe's statuses of subscriptions that continue, or would continue after a payment."""


def own_card(subscription: Mapping[str, Any]) -> str | None:
    """The subscription's own default card, which takes precedence over the customer's; None if it has none."""
    for name in ("default_payment_method", "default_source"):
        held = subscription.get(name)
        if held:
            return str(held["id"]) if isinstance(held, Mapping) else str(held)
    return None
