"""Coupons and promotion codes in words."""

from __future__ import annotations

from ....domain.catalog.coupon import Coupon, PromotionCode
from ..text import Wording, joined, translate


def coupon_text(coupon: Coupon, wording: Wording) -> str:
    """What it takes off and for how long, such as `25% off once`."""
    if coupon.amount is not None:
        off = wording.money(coupon.amount)
    else:
        off = f"{wording.number(coupon.percent or 0)}%"
    durations = {
        "once": translate("Coupons", "{off} off once"),
        "forever": translate("Coupons", "{off} off forever"),
    }
    if coupon.duration == "repeating":
        return translate("Coupons", "{off} off for %n month(s)", "", coupon.months).format(off=off)
    return durations.get(coupon.duration, translate("Coupons", "{off} off")).format(off=off)


def redeemed(count: int, most: int | None, wording: Wording) -> str:
    """How often it was redeemed, of how many."""
    return wording.number(count) if most is None else f"{wording.number(count)} / {wording.number(most)}"


def coupon_state(coupon: Coupon) -> str:
    return translate("Coupons", "Valid") if coupon.valid else translate("Coupons", "Expired")


def code_state(code: PromotionCode) -> str:
    return translate("Coupons", "Active") if code.active else translate("Coupons", "Archived")


def code_limits(code: PromotionCode, wording: Wording) -> str:
    """For whom and until when it can be redeemed."""
    parts: list[str] = []
    if code.customer:
        parts.append(translate("Coupons", "one customer"))
    if code.first_time:
        parts.append(translate("Coupons", "first purchase"))
    if code.least is not None:
        parts.append(translate("Coupons", "from {amount}").format(amount=wording.money(code.least)))
    if code.expires is not None:
        parts.append(translate("Coupons", "until {day}").format(day=wording.day(code.expires)))
    return joined(parts)
