"""The columns of the subscriptions table."""

from __future__ import annotations

from ..tables.column import Column, count, day, identity, money, plain, status
from ..wording.text import translate
from ..wording.words import subscription_status

COLUMNS = [
    plain("customer_name", lambda: translate("Subscriptions", "Customer"), 180),
    Column(
        "price_name",
        lambda: translate("Subscriptions", "Plan"),
        lambda row, _: str(row.get("price_name") or row.get("price") or ""),
        200,
    ),
    status("standing", subscription_status),
    count("quantity", lambda: translate("Subscriptions", "Quantity"), 80),
    money("amount", lambda: translate("Subscriptions", "Amount per period")),
    day("next_bill", lambda: translate("Subscriptions", "Next invoice")),
    day("trial_end", lambda: translate("Subscriptions", "Trial ends"), shown=False),
    plain("currency", lambda: translate("Subscriptions", "Currency"), 75, shown=False),
    day("created", lambda: translate("Subscriptions", "Created")),
    plain("test_clock", lambda: translate("Tables", "Test clock"), 150, shown=False),
    identity(),
]
