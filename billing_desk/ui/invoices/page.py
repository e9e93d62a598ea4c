"""The Invoices tab."""

from __future__ import annotations

from ...domain.access.permissions import INVOICE_WRITE
from ...domain.changes import Change, ChangeKind
from ...domain.errors import NotAllowed
from ...services.desk_services import InvoiceServices
from ..tab.page import TabPage
from ..tab.page_spec import PageSpec
from ..tables.filter_bar import View
from ..widgets.context import Context
from ..widgets.icons import icon
from ..widgets.plain import Button, set_tip
from ..wording.notices import sentence
from ..wording.text import translate
from .actions import InvoiceActions
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
        self._new = Button(translate("Invoices", "New"), icon("add"))
        set_tip(self._new, translate("Invoices", "New invoice"))
        self._new.clicked.connect(lambda: self.run_action("invoice_new", ""))
        self.add_button(self._new)
        self.destroyed.connect(context.services.changes.subscribe(self._changed))
        self._grey()

    def run_action(self, name: str, id_: str) -> None:
        """Run an action, also from another tab; its dialogs belong to the window."""
        InvoiceActions(self.context, self.window(), self.jobs).run(name, id_)

    def _changed(self, change: Change) -> None:
        if change.kind is ChangeKind.OPERATION:
            self._grey()

    def _grey(self) -> None:
        """Disable what the key may not do, which is known only after Stripe has refused a write."""
        lacks = INVOICE_WRITE in self.context.services.guard.lacking
        self._new.setEnabled(not lacks)
        if lacks:
            set_tip(self._new, sentence(NotAllowed(permission=INVOICE_WRITE)))
