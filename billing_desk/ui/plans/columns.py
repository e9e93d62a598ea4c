"""The columns of the plans table."""

from __future__ import annotations

from ...domain.json_object import Json
from ...domain.money import Money
from ..tables.column import Column, count, currency, day, plain, status, unit_price
from ..wording.billing import price_words
from ..wording.text import Wording, translate
from ..wording.words import Pill, interval


def usage(kind: str) -> Pill:
    return (translate("Plans", "Metered"), "quiet") if kind == "metered" else (translate("Plans", "Licensed"), "quiet")


def active(value: str) -> Pill:
    return (translate("Plans", "Active"), "quiet") if value == "1" else (translate("Plans", "Archived"), "neutral")


def _interval(row: Json, _: Wording) -> str:
    return interval(str(row.get("interval") or ""), int(row.get("interval_count") or 1))


def _revenue(row: Json, wording: Wording) -> str:
    value = row.get("revenue")
    return "" if not value else wording.money(Money(int(value), str(row["currency"])))


def _rule(_: Json, __: Wording) -> str:
    return translate(
        "Plans",
        "What active and past-due subscriptions of this plan bring a month, before discounts and tax: yearly amounts "
        "divided by 12, weekly ones times 52 / 12, daily ones times 365 / 12, each rounded half up. In the plan's own "
        "currency; usage does not count.",
    )


COLUMNS = [
    plain("product_name", lambda: translate("Plans", "Product"), 120),
    Column("nickname", lambda: translate("Plans", "Plan"), lambda row, _: str(row.get("nickname") or row["id"]), 180),
    unit_price("amount", lambda: translate("Plans", "Price")),
    Column("interval", lambda: translate("Plans", "Billing period"), _interval, 120),
    status("usage_type", usage, lambda: translate("Plans", "Usage type"), 95, priority=3),
    count("subscribers", lambda: translate("Plans", "Subscribers"), 95),
    Column(
        "revenue",
        lambda: translate("Plans", "Monthly revenue"),
        _revenue,
        120,
        right=True,
        tip=_rule,
        exports="money",
    ),
    status("active", active, lambda: translate("Plans", "Status"), 125),
    currency(),
    Column(
        "scheme",
        lambda: translate("Plans", "Pricing"),
        lambda row, _: price_words.scheme(str(row.get("scheme") or "")),
        110,
        shown=False,
    ),
    plain("meter_name", lambda: translate("Plans", "Meter"), 130, shown=False),
    count("trial_days", lambda: translate("Plans", "Trial days"), 90, shown=False),
    plain("lookup_key", lambda: translate("Plans", "Lookup key"), 140, shown=False),
    Column(
        "tax_behavior",
        lambda: translate("Plans", "Tax behavior"),
        lambda row, _: price_words.tax_behavior(str(row.get("tax_behavior") or "")),
        110,
        shown=False,
    ),
    Column("id", lambda: translate("Plans", "ID"), lambda row, _: str(row["id"]), 170, priority=3),
    day("created", lambda: translate("Plans", "Created"), shown=False),
]
