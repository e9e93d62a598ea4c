"""A coupon or promotion code that is to be created (C12), and what Stripe would refuse."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ..field_errors import FieldError
from ..money import Money
from .coupon import Coupon, PromotionCode, code_of

LONGEST_AHEAD = 5 * 365 * 86_400
"""Seconds: `redeem_by` is at most five years ahead (Stripe API: coupons)."""
LONGEST_NAME = 40
"""Characters (Stripe API: coupons)."""
_ID = re.compile(r"[A-Za-z0-9_\-]{1,200}")
_CODE = re.compile(r"[A-Za-z0-9\-]{1,500}")


@dataclass(frozen=True)
class NewCoupon:
    """Either `percent` or `amount`. `duration` is once, repeating or forever; `months` counts with repeating.
    `redeem_by` in Unix seconds; `most` redemptions, None: any. `id` is "" for one that Stripe makes up."""

    id: str
    name: str
    percent: Decimal | None
    amount: Money | None
    duration: str = "once"
    months: int = 0
    redeem_by: int | None = None
    most: int | None = None
    products: tuple[str, ...] = ()

    @property
    def as_coupon(self) -> Coupon:
        """As it will be, for the preview."""
        off = (self.percent, self.amount)
        return Coupon(self.id, self.name, *off, self.duration, self.months, True, self.redeem_by, self.most, 0)


@dataclass(frozen=True)
class NewCode:
    """`code` is "" for one that Stripe makes up; `customer` "" for any; `least` the amount that is needed."""

    coupon: str
    code: str
    customer: str = ""
    expires: int | None = None
    most: int | None = None
    first_time: bool = False
    least: Money | None = None

    @property
    def as_code(self) -> PromotionCode:
        """As it will be, for the preview."""
        return code_of(
            {
                "code": self.code,
                "active": True,
                "customer": self.customer or None,
                "expires_at": self.expires,
                "max_redemptions": self.most,
                "promotion": {"coupon": self.coupon},
                "restrictions": {
                    "first_time_transaction": self.first_time,
                    "minimum_amount": self.least.amount if self.least else None,
                    "minimum_amount_currency": self.least.currency if self.least else None,
                },
            }
        )


def coupon_errors(new: NewCoupon, now: int) -> list[FieldError]:
    found: list[FieldError] = []
    if len(new.name) > LONGEST_NAME:
        found.append(FieldError("name", "too_long"))
    if new.id and not _ID.fullmatch(new.id):
        found.append(FieldError("coupon_id", "bad_id"))
    if new.amount is None and (new.percent is None or not 0 < new.percent <= 100):
        found.append(FieldError("percent", "not_in_range"))
    if new.amount is not None and new.amount.amount <= 0:
        found.append(FieldError("amount", "not_in_range"))
    if new.duration == "repeating" and new.months < 1:
        found.append(FieldError("months", "not_in_range"))
    return [*found, *_time_errors(new.redeem_by, now)]


def code_errors(new: NewCode, now: int) -> list[FieldError]:
    found = [FieldError("code", "bad_code")] if new.code and not _CODE.fullmatch(new.code) else []
    return [*found, *_time_errors(new.expires, now)]


def _time_errors(at: int | None, now: int) -> list[FieldError]:
    if at is None:
        return []
    if at <= now:
        return [FieldError("redeem_by", "in_the_past")]
    return [FieldError("redeem_by", "over_five_years")] if at > now + LONGEST_AHEAD else []
