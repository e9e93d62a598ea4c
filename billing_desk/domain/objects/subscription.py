"""Subscriptions: items, billing periods (stored on the items), and the status shown to the operator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP
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
    return [
        Money(
            int((item.price.unit_amount * quantities.get(item.id, item.quantity)).to_integral_value(ROUND_HALF_UP)),
            item.price.currency,
        )
        for item in items
        if item.price.unit_amount is not None and item.price.usage_type != "metered"
    ]


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
