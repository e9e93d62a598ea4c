"""The Invoices tab."""

from __future__ import annotations

from ...services.desk_services import InvoiceServices
from ..tab.page import TabPage
from ..tab.page_spec import PageSpec
from ..tables.filter_bar import View
from ..widgets.context import Context
from ..wording.text import translate
from .columns import COLUMNS
from .detail import InvoiceDetail

_WORKLIST = ("number", "customer_name", "remaining", "overdue_days", "why", "attempts", "next_attempt", "standing")
"""The columns for collecting what is overdue (C8)."""
SPEC = PageSpec(
    "invoice",
    COLUMNS,
    (
        View(lambda: translate("Invoices", "All"), ""),
        View(lambda: translate("Invoices", "Overdue"), "status:overdue", "overdue_days", True, _WORKLIST),
        View(lambda: translate("Invoices", "Open"), "status:open"),
        View(lambda: translate("Invoices", "This month"), "created:month"),
        View(lambda: translate("Invoices", "Last month"), "created:month-1"),
        View(lambda: translate("Invoices", "This quarter"), "created:quarter"),
        View(lambda: translate("Invoices", "Fiscal year"), "created:year"),
        View(lambda: translate("Invoices", "Draft"), "status:draft"),
    ),
    (
        "status:overdue",
        "status:open",
        "status:processing",
        "status:paid",
        "status:draft",
        "status:void",
        "status:uncollectible",
        "due<",
        "created>",
        "finalized>",
        "paid_at>",
        "late>",
        "collects:email",
        "reason:subscription_cycle",
        "tax>",
        "total>",
        "remaining>",
        "currency:jpy",
        "customer:",
        "number:",
    ),
    InvoiceDetail,
    lambda: translate("Invoices", "No invoices yet."),
    values={
        "status": ("overdue", "open", "processing", "paid", "draft", "void", "uncollectible"),
        "collects": ("card", "email"),
    },
)


class InvoicesPage(TabPage[InvoiceServices]):
    def __init__(self, context: Context[InvoiceServices]) -> None:
        super().__init__(context, SPEC)
