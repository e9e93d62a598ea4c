"""Coupons and promotion codes: what they take off, for how long, and whether they can still be redeemed (C12)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..billing_cycle import Cycle
from ..money import Money


@dataclass(frozen=True)
class Coupon:
    """`percent` or `amount` is None. `duration` is once, repeating or forever; `months` counts with repeating.
    `redeem_by` in Unix seconds; `most` is the number of redemptions, None: any."""

    id: str
    name: str
    percent: Decimal | None
    amount: Money | None
    duration: str
    months: int
    valid: bool
    redeem_by: int | None
    most: int | None
    redeemed: int

    def refusal(self, currency: str, now: int) -> str:
        """Why it cannot be redeemed (expired, used_up, other_currency); "" if it can."""
        if self.redeem_by is not None and self.redeem_by <= now:
            return "expired"
        if not self.valid or (self.most is not None and self.redeemed >= self.most):
            return "used_up" if self.most is not None and self.redeemed >= self.most else "expired"
        return "other_currency" if self.amount is not None and self.amount.currency != currency else ""

    def applies_at(self, at: int, begun: int, *, used: bool) -> bool:
        """Whether a bill at `at` gets the discount, if it was given at `begun` (Unix seconds). `used`: an earlier bill
        has used it."""
        if self.duration == "once":
            return not used
        return self.duration == "forever" or at < Cycle(begun, "month").boundary(self.months)


def coupon_of(obj: Mapping[str, Any]) -> Coupon:
    percent, amount = obj.get("percent_off"), obj.get("amount_off")
    return Coupon(
        str(obj.get("id", "")),
        str(obj.get("name") or obj.get("id") or ""),
        None if percent is None else Decimal(str(percent)),
        None if amount is None else Money(int(amount), str(obj.get("currency") or "")),
        str(obj.get("duration") or "once"),
        int(obj.get("duration_in_months") or 0),
        bool(obj.get("valid", True)) and not obj.get("deleted"),
        obj.get("redeem_by"),
        obj.get("max_redemptions"),
        int(obj.get("times_redeemed") or 0),
    )


@dataclass(frozen=True)
class PromotionCode:
    """`customer` is "" for any customer; `least` is the amount that is needed, None: any."""

    id: str
    code: str
    coupon: str
    active: bool
    expires: int | None
    customer: str
    first_time: bool
    least: Money | None
    most: int | None
    redeemed: int

    def refusal(self, customer: str, now: int) -> str:
        """Why it cannot be redeemed (inactive, expired, other_customer); "" if it can, as far as it is known."""
        if not self.active:
            return "used_up" if self.most is not None and self.redeemed >= self.most else "inactive"
        if self.expires is not None and self.expires <= now:
            return "expired"
        return "other_customer" if self.customer and self.customer != customer else ""


def code_of(obj: Mapping[str, Any]) -> PromotionCode:
    limits, promotion = obj.get("restrictions") or {}, obj.get("promotion") or {}
    coupon, owner, least = promotion.get("coupon"), obj.get("customer"), limits.get("minimum_amount")
    return PromotionCode(
        str(obj.get("id", "")),
        str(obj.get("code") or ""),
        str(coupon.get("id") if isinstance(coupon, Mapping) else coupon or ""),
        bool(obj.get("active")),
        obj.get("expires_at"),
        str(owner.get("id") if isinstance(owner, Mapping) else owner or ""),
        bool(limits.get("first_time_transaction")),
        None if least is None else Money(int(least), str(limits.get("minimum_amount_currency") or "")),
        obj.get("max_redemptions"),
        int(obj.get("times_redeemed") or 0),
    )
