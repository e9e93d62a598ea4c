"""What an operator wants of a new subscription, before it becomes requests (C3, C7, C4–C6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..billing_cycle import MonthDay
from ..catalog.plan import Price
from ..field_errors import FieldError
from ..money import Money

LONGEST_TRIAL = 730 * 86_400
"""Seconds: Stripe accepts trials of at most two years."""
MOST_ITEMS, MOST_QUANTITY, MOST_DUE_DAYS = 20, 999_999, 999


class Start(StrEnum):
    """When billing begins. The last three align it to a day of the month (C7)."""

    NOW = "now"
    FREE_UNTIL = "free_until"
    PART_NOW = "part_now"
    ANCHOR = "anchor"


class FeeWay(StrEnum):
    """How a setup fee is collected: C4, C5, C6."""

    NONE = ""
    CHARGE = "charge"
    INVOICE = "invoice"
    NEXT = "next"


class PayBy(StrEnum):
    """`LINK`: the customer pays the first invoice on a page of Stripe, which also saves the card."""

    CARD = "card"
    LINK = "link"
    EMAIL = "email"


@dataclass(frozen=True)
class Fee:
    """`amount` is None without a fee."""

    way: FeeWay = FeeWay.NONE
    amount: Money | None = None
    description: str = ""


@dataclass(frozen=True)
class WantedItem:
    """`quantity` is None for a metered price."""

    price: str
    quantity: int | None = 1


@dataclass(frozen=True)
class Trial:
    """A trial of `days`, or until `end` (Unix seconds); neither: no trial."""

    days: int = 0
    end: int | None = None

    def end_from(self, now: int) -> int | None:
        return self.end if self.end is not None else now + self.days * 86_400 if self.days else None


@dataclass(frozen=True)
class Wish:
    """`coupon` and `code` are ids of a coupon and of a promotion code. `method` is the id of a card; "": the customer's
    default. `due_days` counts with PayBy.EMAIL only."""

    customer: str
    items: tuple[WantedItem, ...]
    currency: str
    start: Start = Start.NOW
    day: MonthDay | None = None
    trial: Trial = Trial()
    coupon: str = ""
    code: str = ""
    pay_by: PayBy = PayBy.CARD
    method: str = ""
    due_days: int = 30
    description: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    fee: Fee = Fee()

    def free_until(self, now: int) -> int | None:
        """Until when nothing of the plan is billed (Unix seconds); None: it is billed at once."""
        if self.start is Start.NOW:
            return self.trial.end_from(now)
        return self.day.next(now) if self.day and self.start in (Start.FREE_UNTIL, Start.ANCHOR) else None


def wish_errors(wish: Wish, prices: Mapping[str, Price], now: int) -> list[FieldError]:
    """What Stripe would refuse, as far as it can be known; `prices` by id are those that exist."""
    found: list[FieldError] = []
    if not wish.items:
        found.append(FieldError("items", "empty"))
    if len({item.price for item in wish.items}) < len(wish.items):
        found.append(FieldError("items", "same_price"))
    for item in wish.items:
        price = prices.get(item.price)
        if price is None or not price.active:
            found.append(FieldError("items", "archived_price"))
        elif wish.currency not in price.currencies:
            found.append(FieldError("items", "other_currency"))
        if item.quantity is not None and not 0 <= item.quantity <= MOST_QUANTITY:
            found.append(FieldError("quantity", "too_many"))
    found += _time_errors(wish, prices, now)
    if wish.pay_by is PayBy.EMAIL and not 0 < wish.due_days <= MOST_DUE_DAYS:
        found.append(FieldError("due_days", "not_in_range"))
    if wish.pay_by is PayBy.LINK and wish.free_until(now) is not None:
        found.append(FieldError("pay_by", "nothing_to_pay"))
    if wish.fee.way and not wish.fee.description:
        found.append(FieldError("fee", "no_description"))
    return found


def _time_errors(wish: Wish, prices: Mapping[str, Price], now: int) -> list[FieldError]:
    end = wish.trial.end_from(now)
    if wish.start is Start.NOW:
        if end is not None and end <= now:
            return [FieldError("trial", "in_the_past")]
        return [FieldError("trial", "over_two_years")] if end is not None and end > now + LONGEST_TRIAL else []
    monthly = all(prices[i.price].interval in ("month", "year") for i in wish.items if i.price in prices)
    return [] if monthly else [FieldError("start", "not_monthly")]
