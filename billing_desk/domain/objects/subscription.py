"""Subscriptions: items, billing periods (stored on the items), and the status shown to the operator."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ..billing_cycle import Cycle
from ..catalog.plan import Price, price_of
from ..catalog.price_amount import price_amount
from ..json_object import Json, id_of
from ..money import Money
from .nested import rows_of


@dataclass(frozen=True)
class Item:
    """`period` is (start, end) in Unix seconds. `price` is in the subscription's currency."""

    id: str
    price: Price
    quantity: int
    period: tuple[int | None, int | None]


def currency_of(subscription: Mapping[str, Any]) -> str:
    """The currency in which it is billed; its prices may be of another one (Stripe docs: multi-currency prices)."""
    if subscription.get("currency"):
        return str(subscription["currency"])
    items = rows_of(subscription, "items")
    return price_of(items[0].get("price") or items[0].get("plan") or {}).currency if items else ""


def items_of(subscription: Mapping[str, Any]) -> list[Item]:
    """Older API versions have the period on the subscription; an item's own period takes precedence."""
    currency = currency_of(subscription)
    return [
        Item(
            id=str(item.get("id", "")),
            price=price_of(item.get("price") or item.get("plan") or {}).in_currency(currency),
            quantity=int(1 if item.get("quantity") is None else item["quantity"]),
            period=(
                item.get("current_period_start", subscription.get("current_period_start")),
                item.get("current_period_end", subscription.get("current_period_end")),
            ),
        )
        for item in rows_of(subscription, "items")
    ]


OVER = frozenset({"canceled", "incomplete_expired"})
"""Stripe's statuses of subscriptions that have ended."""


def ends_on(subscription: Mapping[str, Any]) -> int | None:
    """When it will be canceled (Unix seconds); None if that is not planned, or it has ended already. With flexible
    billing Stripe sets `cancel_at` alone."""
    if subscription.get("status") in OVER:
        return None
    if subscription.get("cancel_at"):
        return int(subscription["cancel_at"])
    ends = [item.period[1] for item in items_of(subscription) if item.period[1]]
    return max(ends, default=None) if subscription.get("cancel_at_period_end") else None


def next_bill(subscription: Mapping[str, Any]) -> int | None:
    """When the first item is billed next (Unix seconds); None if nothing more will be billed, or nothing until somebody
    resumes it. Invoices that are kept as drafts count, voided and uncollectible ones do not."""
    if subscription.get("status") in (*OVER, "paused"):
        return None
    ends = [item.period[1] for item in items_of(subscription) if item.period[1]]
    first, last = min(ends, default=None), ends_on(subscription)
    if first is None:
        return None
    held = subscription.get("pause_collection") or {}
    if held and held.get("behavior") != "keep_as_draft":
        first = _first_after(subscription, first, held.get("resumes_at"))
    return None if first is None or (last is not None and last <= first) else first


def period_end(subscription: Mapping[str, Any]) -> int | None:
    """When the current period ends (Unix seconds), whether or not a bill follows; the earliest of its items'."""
    return min((item.period[1] for item in items_of(subscription) if item.period[1]), default=None)


def _first_after(subscription: Mapping[str, Any], first: int, resumes: int | None) -> int | None:
    """The first boundary at which collection is resumed; None if no time is set for that."""
    if resumes is None or resumes <= first:
        return first if resumes is not None else None
    cycles = (cycle_of(subscription, item) for item in items_of(subscription))
    return min((cycle.after(resumes - 1) for cycle in cycles if cycle is not None), default=None)


def cycle_of(subscription: Mapping[str, Any], item: Item) -> Cycle | None:
    """None if the item is not recurring, or its period is not known."""
    anchor = subscription.get("billing_cycle_anchor") or item.period[1]
    if not anchor or item.price.interval not in _A_YEAR:
        return None
    day = (subscription.get("billing_cycle_anchor_config") or {}).get("day_of_month")
    return Cycle(int(anchor), item.price.interval, item.price.interval_count, day)


def period_amount(items: list[Item], quantities: Mapping[str, int]) -> list[Money]:
    """The amounts per period of the items that are not metered, with quantities by item id. [] if one of them is not
    known: a part of the amount would be taken for the whole."""
    amounts = [price_amount(i.price, quantities.get(i.id, i.quantity)) for i in items if not i.price.is_metered]
    known = [amount for amount in amounts if amount is not None]
    return known if len(known) == len(amounts) else []


def interval_of(items: list[Item]) -> tuple[str, int] | None:
    """How often it is billed, as (unit, count); None if its items differ, or it has none. Metered items count only if
    there are no others."""
    fixed = [item for item in items if not item.price.is_metered]
    found = {(item.price.interval, item.price.interval_count) for item in fixed or items}
    return found.pop() if len(found) == 1 else None


def amount_per_period(items: list[Item]) -> Money | None:
    """The sum for one billing period of the items that are not metered; None if their periods or currencies differ, if
    one of their amounts is not known, or if all are metered. Before discounts and tax."""
    amounts = period_amount(items, {})
    if not amounts or interval_of(items) is None or len({money.currency for money in amounts}) != 1:
        return None
    return Money(sum(money.amount for money in amounts), amounts[0].currency)


_A_YEAR = {"day": 365, "week": 52, "month": 12, "year": 1}
"""Periods in a year, as Stripe normalizes revenue to months (Stripe docs: monthly recurring revenue)."""
EARNING = frozenset({"active", "past_due"})
"""Stripe's statuses that count as revenue; trials and unpaid or paused subscriptions do not."""


def is_paying(subscription: Mapping[str, Any]) -> bool:
    """Whether it counts as revenue now: not in trial, not paused in any way, not ended."""
    return subscription.get("status") in EARNING and not subscription.get("pause_collection")


def monthly_revenue(subscription: Mapping[str, Any]) -> Money | None:
    """The sum for a month of the items that are not metered, before discounts and tax; None if one of their amounts is
    not known, or it earns nothing now. Each item is rounded half up for its period, and the sum once more."""
    amount = full_monthly(subscription) if is_paying(subscription) else None
    return None if amount is None else Money(amount, currency_of(subscription))


def full_monthly(subscription: Mapping[str, Any]) -> int | None:
    """As `monthly_revenue` in minor units, whether or not it earns that now."""
    items = [item for item in items_of(subscription) if not item.price.is_metered]
    parts = [monthly_part(item) for item in items]
    if not items or None in parts:
        return None
    return _half_up(sum((part for part in parts if part is not None), Fraction()))


def monthly_part(item: Item) -> Fraction | None:
    """What an item that is not metered adds to a month's revenue, in minor units; None if it is not known."""
    amount = price_amount(item.price, item.quantity)
    if amount is None or item.price.interval not in _A_YEAR:
        return None
    return Fraction(amount.amount * _A_YEAR[item.price.interval], 12 * item.price.interval_count)


def item_revenue(subscription: Mapping[str, Any], item: Item) -> int:
    """What one item adds to a month's revenue, rounded half up to minor units; 0 if it earns nothing or is metered."""
    part = monthly_part(item) if is_paying(subscription) and not item.price.is_metered else None
    return _half_up(part or Fraction())


def _half_up(value: Fraction) -> int:
    return math.floor(value + Fraction(1, 2))


def standing(subscription: Mapping[str, Any]) -> str:
    """Stripe's status, or `ending` or `collection_paused`, which Stripe reports as `active`."""
    status = str(subscription.get("status") or "")
    if status in ("active", "trialing"):
        if ends_on(subscription) is not None or subscription.get("cancel_at_period_end"):
            return "ending"
        if subscription.get("pause_collection"):
            return "collection_paused"
    return status


LIVE = frozenset({"active", "trialing", "past_due", "unpaid", "incomplete", "paused"})
"""Stripe's statuses of subscriptions that continue, or would continue after a payment."""


def own_card(subscription: Mapping[str, Any]) -> str | None:
    """The subscription's own default card, which takes precedence over the customer's; None if it has none."""
    return id_of(subscription.get("default_payment_method")) or id_of(subscription.get("default_source"))


def begins_anew(before: list[Item], after: list[Item]) -> bool:
    """Whether Stripe starts a new cycle, and bills it, at once: no item keeps its billing period, or the subscription
    moves from free to paid (Stripe API: update a subscription)."""
    kept = {_rhythm(item) for item in before} & {_rhythm(item) for item in after}
    return not kept or (_is_free(before) and not _is_free(after))


def _rhythm(item: Item) -> tuple[str, int]:
    return item.price.interval, item.price.interval_count


def _is_free(items: list[Item]) -> bool:
    """Whether nothing is billed for it, whatever is used."""
    amounts = [price_amount(item.price, item.quantity) for item in items]
    return not any(item.price.is_metered for item in items) and all(a is not None and not a.amount for a in amounts)


def unpriced(subscription: Mapping[str, Any]) -> set[str]:
    """The ids of its prices whose amounts Stripe does not send with a subscription: tiers, and other currencies."""
    return {
        item.price.id
        for item in items_of(subscription)
        if item.price.id and (not item.price.tiers if item.price.tiered else item.price.unit_amount is None)
    }


def with_prices(subscription: Json, prices: Mapping[str, Mapping[str, Any]]) -> Json:
    """The subscription with tiers and other currencies of these prices (by id) in its items."""
    if not prices:
        return subscription
    items = subscription.get("items")
    rows = [_with_price(item, prices) for item in rows_of(subscription, "items")]
    return {**subscription, "items": {**items, "data": rows} if isinstance(items, Mapping) else rows}


def _with_price(item: Json, prices: Mapping[str, Mapping[str, Any]]) -> Json:
    held = item.get("price")
    known = prices.get(str(held.get("id"))) if isinstance(held, Mapping) else None
    more = {name: known[name] for name in ("tiers", "currency_options") if known.get(name)} if known else {}
    return {**item, "price": {**held, **more}} if more and isinstance(held, Mapping) else item
