"""The Invoices tab."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer

from ...domain.access.permissions import INVOICE_WRITE
from ...domain.changes import Change, ChangeKind
from ...domain.errors import NotAllowed
from ...domain.invoices.checks import Check
from ...domain.invoices.review import Mark
from ...services.desk_services import InvoiceServices
from ..tab.page import TabPage
from ..tab.page_spec import PageSpec
from ..tab.row_menu import Entry
from ..tables.filter_bar import View
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.icons import icon
from ..widgets.plain import Button, set_tip
from ..wording.notices import Notice, sentence
from ..wording.text import translate
from .actions import InvoiceActions
from .ageing import AgeingHeader
from .columns import COLUMNS
from .detail import InvoiceDetail
from .review import MARKS, Reviewer

CHECK_AFTER = 2_000
"""Milliseconds after a change until the checks run again, so that many changes are checked together."""
_WORKLIST = ("number", "customer_name", "remaining", "overdue_days", "why", "attempts", "next_attempt", "standing")
"""The columns for collecting what is overdue (C8)."""
_REVIEW = ("number", "customer_name", "total", "tax", "standing", "created", "review", "checks", "reviewer")
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
        View(lambda: translate("Invoices", "To review"), "review:unread -status:draft", "", True, _REVIEW),
        View(lambda: translate("Invoices", "Deserves a look"), "check:any -review:approved", "", True, _REVIEW),
        View(lambda: translate("Invoices", "Queried"), "review:queried", "", True, _REVIEW),
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
        "review:unread",
        "check:any",
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
        "review": tuple(Mark),
        "check": ("any", *Check),
    },
)


class InvoicesPage(TabPage[InvoiceServices]):
    def __init__(self, context: Context[InvoiceServices]) -> None:
        super().__init__(context, SPEC)
        self.ageing = AgeingHeader(context, self.filter.set_text)
        self._column.insertWidget(0, self.ageing)
        self._month = Button(translate("Invoices", "Month close…"))
        self._month.clicked.connect(lambda: self.run_action("invoice_month", ""))
        self.add_button(self._month)
        self._new = Button(translate("Invoices", "New"), icon("add"))
        set_tip(self._new, translate("Invoices", "New invoice"))
        self._new.clicked.connect(lambda: self.run_action("invoice_new", ""))
        self.add_button(self._new)
        self.table.going_on.connect(self._going_on)
        self._soon = QTimer(self, singleShot=True, interval=CHECK_AFTER)
        self._soon.timeout.connect(self._check)
        self._soon.start()
        self.destroyed.connect(context.services.changes.subscribe(self._changed))
        self._grey()

    def run_action(self, name: str, id_: str) -> None:
        """Run an action, also from another tab; its dialogs belong to the window. The review's actions go on to the
        next invoice."""
        if name == "invoice_pdfs":
            self.save_pdfs()
        elif name in MARKS:
            self.jobs.alone("mark", self._mark(id_, MARKS[name]))
        elif name == "invoice_note":
            self.jobs.alone("note", Reviewer(self.context, self.window(), self.jobs).note(id_))
        else:
            InvoiceActions(self.context, self.window(), self.jobs).run(name, id_)

    def _row_actions(self) -> list[Entry]:
        return [*super()._row_actions(), (translate("Invoices", "Save PDFs…"), self.save_pdfs)]

    def save_pdfs(self) -> None:
        """Of the selected rows, or of all filtered rows if fewer than two are selected."""
        self.jobs.alone("pdfs", self._save_pdfs(self.table.selected_numbers()))

    async def _save_pdfs(self, selected: Sequence[int]) -> None:
        from .save_pdfs import SavePdfsDialog

        queries = self.context.services.queries
        numbers = selected if len(selected) > 1 else await queries.numbers(self.model.query)
        rows = await queries.rows("invoice", numbers)
        ids = [str(rows[number]["id"]) for number in numbers if number in rows and rows[number]["number"]]
        if ids:
            await shown(SavePdfsDialog(self.context, self.window(), ids))
        else:
            self.context.say(Notice(translate("Invoices", "No finalized invoices are listed."), "neutral"))

    async def _mark(self, id_: str, mark: Mark) -> None:
        reviewer = Reviewer(self.context, self.window(), self.jobs)
        if await reviewer.consented():
            reviewer.mark(id_, mark)
            self._soon.start()  # a mark changes no check, and the next key should not wait for them
            if self.table.current_id == id_:
                self.table.go_on()

    def _going_on(self, id_: str, step: int) -> None:
        row = self.model.cache.get(self.table.current_number)
        if row and step > 0:
            Reviewer(self.context, self.window(), self.jobs).looked_at(id_, str(row.get("review") or ""))

    def _changed(self, change: Change) -> None:
        if change.kind is ChangeKind.OPERATION:
            self._grey()
        if change.kind in (ChangeKind.INVOICE, ChangeKind.CUSTOMER) and not self._soon.isActive():
            self._soon.start()

    def _check(self) -> None:
        self.jobs.newest("checks", self.context.services.invoice_review.check_all())

    def _grey(self) -> None:
        """Disable what the key may not do, which is known only after Stripe has refused a write."""
        lacks = INVOICE_WRITE in self.context.services.guard.lacking
        self._new.setEnabled(not lacks)
        if lacks:
            set_tip(self._new, sentence(NotAllowed(permission=INVOICE_WRITE)))
