"""The columns of the invoices table."""

from __future__ import annotations

from ...domain.json_object import Json
from ..tables.column import Column, count, currency, day, identity, money, plain, status
from ..wording.billing.check_words import check_names
from ..wording.billing.declines import meaning
from ..wording.text import Wording, translate
from ..wording.words import billing_reason, collection, invoice_status, review_mark


def _reason(row: Json, _: Wording) -> str:
    return billing_reason(str(row.get("reason") or ""))


def _why(row: Json, _: Wording) -> str:
    return meaning(str(row["why"])) if row.get("why") else ""


def _checks(row: Json, _: Wording) -> str:
    return check_names(str(row.get("checks") or ""))


def _collects(row: Json, _: Wording) -> str:
    return collection(str(row.get("collects") or ""))


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
    plain("price_name", lambda: translate("Invoices", "Plan"), 180, shown=False),
    count("overdue_days", lambda: translate("Invoices", "Days overdue"), 100, shown=False),
    Column("why", lambda: translate("Invoices", "Last decline"), _why, 170, shown=False),
    day("finalized", lambda: translate("Invoices", "Finalized"), shown=False),
    day("paid_at", lambda: translate("Invoices", "Paid on"), shown=False),
    money("subtotal", lambda: translate("Invoices", "Subtotal"), shown=False),
    money("tax", lambda: translate("Invoices", "Tax"), shown=False),
    money("paid", lambda: translate("Invoices", "Paid"), shown=False),
    Column("collects", lambda: translate("Invoices", "Collection"), _collects, 150, shown=False),
    Column("reason", lambda: translate("Invoices", "Billing reason"), _reason, 160, shown=False),
    status("review", review_mark, lambda: translate("Invoices", "Review"), 110, shown=False),
    Column("checks", lambda: translate("Invoices", "Checks"), _checks, 200, shown=False),
    plain("reviewer", lambda: translate("Invoices", "Reviewer"), 120, shown=False),
    currency(),
    plain("test_clock", lambda: translate("Tables", "Test clock"), 150, shown=False),
    identity(),
]
