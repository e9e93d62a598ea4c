"""The columns of the subscriptions table."""

from __future__ import annotations

from ...domain.json_object import Json
from ..tables.column import Column, count, currency, day, identity, money, plain, status
from ..wording.billing.declines import meaning
from ..wording.text import Wording, joined, translate
from ..wording.words import card, interval, subscription_status


def _interval(row: Json, _: Wording) -> str:
    """Empty if the items are billed in different periods."""
    return interval(str(row["interval"]), int(row.get("interval_count") or 1)) if row.get("interval") else ""


def _why(row: Json, _: Wording) -> str:
    return meaning(str(row["why"])) if row.get("why") else ""


def _pays_with(row: Json, wording: Wording) -> str:
    """The card, and whether it can still be charged."""
    if row.get("collects") == "email":
        return ""
    brand, last4, expiry = (*str(row.get("pays_with") or "").split(" ·"), "", "")[:3]
    if not brand:
        return translate("Subscriptions", "No card")
    today = wording.today()
    expired = expiry and int(expiry) < today.year * 100 + today.month
    return joined([card(brand, last4), translate("Subscriptions", "expired") if expired else ""], " · ")


COLUMNS = [
    plain("customer_name", lambda: translate("Subscriptions", "Customer"), 180),
    Column(
        "price_name",
        lambda: translate("Subscriptions", "Plan"),
        lambda row, _: str(row.get("price_name") or row.get("price") or ""),
        200,
    ),
    status("standing", subscription_status, width=165, priority=1),
    count("quantity", lambda: translate("Subscriptions", "Quantity"), 80, priority=3),
    money("amount", lambda: translate("Subscriptions", "Amount per period"), priority=1),
    Column("interval", lambda: translate("Subscriptions", "Billing period"), _interval, 110),
    money("monthly", lambda: translate("Subscriptions", "Monthly revenue"), 120),
    day("next_bill", lambda: translate("Subscriptions", "Next invoice")),
    money("owed", lambda: translate("Subscriptions", "Overdue"), 110, shown=False),
    day("owed_since", lambda: translate("Subscriptions", "Overdue since"), shown=False),
    count("attempts", lambda: translate("Subscriptions", "Attempts"), 80, shown=False),
    day("retry", lambda: translate("Subscriptions", "Next retry"), shown=False),
    Column("why", lambda: translate("Subscriptions", "Last decline"), _why, 170, shown=False),
    Column("pays_with", lambda: translate("Subscriptions", "Card"), _pays_with, 150, shown=False),
    plain("contacted", lambda: translate("Subscriptions", "Contacted"), 110, shown=False),
    day("ends", lambda: translate("Subscriptions", "Ends on"), shown=False),
    day("trial_end", lambda: translate("Subscriptions", "Trial ends"), shown=False),
    currency(),
    day("created", lambda: translate("Subscriptions", "Created")),
    plain("test_clock", lambda: translate("Tables", "Test clock"), 150, shown=False),
    identity(),
]
