"""The columns of the plans table."""

from __future__ import annotations

from ...domain.json_object import Json
from ..tables.column import Column, count, currency, day, plain, status, unit_price
from ..wording.text import Wording, translate
from ..wording.words import Pill, interval


def usage(kind: str) -> Pill:
    return (translate("Plans", "Metered"), "quiet") if kind == "metered" else (translate("Plans", "Licensed"), "quiet")


def active(value: str) -> Pill:
    return (translate("Plans", "Active"), "quiet") if value == "1" else (translate("Plans", "Archived"), "neutral")


def _interval(row: Json, _: Wording) -> str:
    return interval(str(row.get("interval") or ""), int(row.get("interval_count") or 1))


COLUMNS = [
    plain("product_name", lambda: translate("Plans", "Product"), 120),
    Column("nickname", lambda: translate("Plans", "Plan"), lambda row, _: str(row.get("nickname") or row["id"]), 180),
    unit_price("amount", lambda: translate("Plans", "Price")),
    Column("interval", lambda: translate("Plans", "Billing period"), _interval, 120),
    status("usage_type", usage, lambda: translate("Plans", "Usage type"), 95),
    count("subscribers", lambda: translate("Plans", "Subscribers"), 95),
    status("active", active, lambda: translate("Plans", "Status"), 125),
    currency(),
    Column("id", lambda: translate("Plans", "ID"), lambda row, _: str(row["id"]), 170),
    day("created", lambda: translate("Plans", "Created"), shown=False),
]
