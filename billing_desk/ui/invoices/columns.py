"""The columns of the invoices table."""

from __future__ import annotations

from ..tables.column import Column, count, currency, day, identity, money, plain, status
from ..wording.text import translate
from ..wording.words import invoice_status

COLUMNS = [
    Column(
        "number",
        lambda: translate("Invoices", "Number"),
        lambda row, _: str(row.get("number") or translate("Invoices", "Draft")),
        140,
        fixed=True,
    ),
    plain("customer_name", lambda: translate("Invoices", "Customer"), 180, priority=1),
    status("standing", invoice_status),
    money("total", lambda: translate("Invoices", "Total"), priority=1),
    money("remaining", lambda: translate("Invoices", "Remaining")),
    day("created", lambda: translate("Invoices", "Created")),
    day("due", lambda: translate("Invoices", "Due date"), priority=3),
    count("attempts", lambda: translate("Invoices", "Attempts"), 80, priority=3),
    day("next_attempt", lambda: translate("Invoices", "Next retry"), 110, priority=3),
    currency(),
    plain("test_clock", lambda: translate("Tables", "Test clock"), 150, shown=False),
    identity(),
]
